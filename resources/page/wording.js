// How things are written: words in the reader's language, numbers as nnviz writes them, formulas.

const page = JSON.parse(document.getElementById("contents").textContent);
let language = page.language;

// A text of the page, with values in place of the names in braces.
const words = (name, values = {}) =>
  (page.words[language][name] ?? page.words.en[name]).replace(/\{(\w+)\}/g, (_, key) => values[key] ?? "");
// A text of a lecture, in the reader's language or else in another.
const text = (texts) => texts?.[language] ?? texts?.en ?? texts?.zh ?? "";

const lift = (number) => String(number).replace(/./g, (each) => "⁰¹²³⁴⁵⁶⁷⁸⁹"["0123456789".indexOf(each)] ?? "⁻");
const sink = (number) => String(number).replace(/\d/g, (each) => "₀₁₂₃₄₅₆₇₈₉"[each]);

function written(value, digits = 3) {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? "NaN" : value > 0 ? "∞" : "−∞";
  const size = Math.abs(value),
    sign = value < 0 ? "−" : "+";
  if (size === 0) return (0).toFixed(digits);
  if (size >= 10 ** -digits && size < 1e6) return sign + size.toFixed(digits);
  const [mantissa, power] = size.toExponential(digits).split("e");
  return `${sign}${mantissa}×10${lift(Number(power))}`;
}
const unsigned = (value, digits = 3) => written(value, digits).replace(/^\+/, "");
// As short as there is room for under a unit.
const short = (value) => {
  const size = Math.abs(value);
  return written(value, size === 0 || size >= 0.01 ? 2 : size >= 0.001 ? 3 : 1);
};
// A negative number within a product stands in brackets, so that no two signs meet.
const factor = (value) => (value < 0 ? `(${written(value)})` : unsigned(value));

const FUNCTIONS = { relu: "ReLU", leaky_relu: "leaky ReLU", elu: "ELU", gelu: "GELU", silu: "SiLU" };
const functionName = (name) => FUNCTIONS[name] ?? (name === "linear" ? words("linear") : name);
function layerName(layer, last, tight = false) {
  if (tight) return layer === 0 ? "x" : layer === last ? "ŷ" : `h${lift(layer)}`;
  if (layer === 0) return words("input layer");
  return layer === last ? words("output layer") : words("hidden layer", { 0: layer });
}
const theLayer = (layer, last) =>
  layer === last ? words("the output layer") : words("the hidden layer", { 0: layer });
// x₁, h⁽²⁾₁, ŷ: a unit's name; of a single output without a number.
function unitName(widths, layer, unit) {
  const last = widths.length - 1;
  if (layer === 0) return `x${sink(unit + 1)}`;
  if (layer === last) return widths[last] === 1 ? "ŷ" : `ŷ${sink(unit + 1)}`;
  return `h${last > 2 ? lift(layer) : ""}${sink(unit + 1)}`;
}
const weightName = ({ layer, to, from }) =>
  from === null ? `b${lift(layer)}${sink(to + 1)}` : `W${lift(layer)}${sink(to + 1)},${sink(from + 1)}`;

const CURVES = {
  sigmoid: "1 / (1 + e^{−z})",
  tanh: "tanh z",
  relu: "max(0, z)",
  leaky_relu: "max(0.01 z, z)",
  elu: "max(z, e^{min(z, 0)} − 1)",
  softplus: "ln(1 + e^{z})",
  gelu: "z Φ(z)",
  silu: "z / (1 + e^{−z})",
  softmax: "e^{z_{k}} / Σ e^{z_{j}}",
};
const LOSS_FORMULAS = {
  binary_cross_entropy: "−y ln ŷ − (1 − y) ln(1 − ŷ)",
  cross_entropy: "−Σ_{k} y_{k} ln ŷ_{k}",
};
const UPDATES = {
  sgd: "W ← W − η ∇W,  b ← b − η ∇b",
  momentum: "v ← μ v + ∇,  W ← W − η v",
  nesterov: "v ← μ v + ∇,  W ← W − η (∇ + μ v)",
  adagrad: "s ← s + ∇²,  W ← W − η ∇ / (√s + ε)",
  rmsprop: "s ← α s + (1 − α) ∇²,  W ← W − η ∇ / (√s + ε)",
  adam: "m ← β_{1} m + (1 − β_{1}) ∇,  v ← β_{2} v + (1 − β_{2}) ∇²,  W ← W − η m̂ / (√v̂ + ε)",
  adamw: "m ← β_{1} m + (1 − β_{1}) ∇,  v ← β_{2} v + (1 − β_{2}) ∇²,  W ← W − η (m̂ / (√v̂ + ε) + λ W)",
};
const multiple = (number) => (number === 1 ? "" : number === 0.5 ? "½ " : `${unsigned(number)} `);

// "z^{(1)}_{2}" with what stands in braces raised or lowered, variables in italics, and in the colour of their pass.
function math(source) {
  return source
    .split(/([\^_]\{(?:[^{}]|_\{[^{}]*\})*\})/)
    .filter(Boolean)
    .flatMap((part) => {
      const match = /^([\^_])\{(.*)\}$/.exec(part);
      return match ? [tag(match[1] === "^" ? "sup" : "sub", {}, ...math(match[2]))] : letters(part);
    });
}
const ROLES = { forward: "zhxŷ", backward: "δ", loss: "yL" };
const letters = (text) =>
  text.match(/∇[Wb]?|\p{L}+\u0302?|[^\p{L}∇]+/gu).map((part) => {
    const single = /^(\p{L}\u0302?|∇.?)$/u.test(part) && part !== "Σ";
    if (!single) return part;
    const role = part[0] === "∇" ? "backward" : Object.keys(ROLES).find((each) => ROLES[each].includes(part));
    return tag("i", { class: role }, part);
  });
// A line of numbers, in which what comes out stands out.
const numbersLine = (line) =>
  line
    .split(/( = (?=[^ ;]+(?:;|$| \p{L}))[^ ;]+)/u)
    .map((part) => (part.startsWith(" = ") ? tag("span", {}, " = ", tag("b", {}, part.slice(3))) : part));
