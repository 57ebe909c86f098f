// The formula of a phase, the same with this example's numbers, and a sentence.

const MOST_TERMS = 6;

// Terms of a sum one after the other; of many the largest, and how many more there are.
function terms(list, extra = null) {
  const chosen = [...list].sort((one, other) => Math.abs(other.value) - Math.abs(one.value)).slice(0, MOST_TERMS);
  const kept = list.filter((each) => chosen.includes(each)).map((each) => each.text);
  const rest = list.length > kept.length ? [`… (${list.length - kept.length})`] : [];
  return [...kept, ...rest, ...(extra === null ? [] : [extra])].join(" + ");
}

// An input by its column's name, where it has one of its own.
const inputName = ({ experiment }, place) => {
  const name = experiment.inputs[place];
  return /^x\d*$/.test(name) ? `x${sink(place + 1)}` : name;
};

// The formula of a phase, the same with numbers for a unit, and a sentence.
function formulaOf(view) {
  const { phase, shown, network, widths, record, run } = view,
    last = widths.length - 1,
    { kind, layer } = phase;
  const unit = Math.min(view.unit, widths[layer || last] - 1),
    here = network.layers[layer - 1];
  const entering = layer === 1 ? "x" : `h^{(${layer - 1})}`,
    up = `^{(${layer})}`,
    k = sink(unit + 1);
  switch (kind) {
    case "x":
      return {
        symbols: `x = (${shown.x.length > 3 ? `x_{1}, …, x_{${shown.x.length}}` : shown.x.map((_, at) => `x_{${at + 1}}`).join(", ")}),  y`,
        numbers: `${shown.x
          .slice(0, MOST_TERMS)
          .map((each, at) => `${inputName(run, at)} = ${unsigned(each)}`)
          .join(
            ",  ",
          )}${shown.x.length > MOST_TERMS ? " …" : ""},  y = ${shown.y.map((each) => unsigned(each)).join(", ")}`,
        sentence: view.pinned === null ? words("say x", { 0: record.examples.length }) : words("say visitor"),
      };
    case "z": {
      const from = shown.a[layer - 1];
      return {
        symbols: `z${up} = W${up} ${entering} + b${up}`,
        numbers: `z${lift(layer)}${k} = ${terms(
          here.W[unit].map((w, at) => ({ value: w * from[at], text: `${factor(w)} × ${factor(from[at])}` })),
          factor(here.b[unit]),
        )} = ${written(shown.z[layer - 1][unit])}`,
        sentence: words(layer === 1 ? "say z1" : "say z"),
      };
    }
    case "a": {
      const name = layer === last ? "ŷ" : `h${up}`,
        answer = written(shown.a[layer][unit]),
        z = shown.z[layer - 1];
      const shares = here.activation === "softmax",
        linear = here.activation === "linear";
      return {
        symbols: shares
          ? `ŷ_{k} = ${CURVES.softmax}`
          : linear
            ? `${name} = z${up}`
            : `${name} = g(z${up}),  g(z) = ${CURVES[here.activation]}`,
        numbers: `${unitName(widths, layer, unit)} = ${shares ? `exp ${factor(z[unit])} / (${terms(z.map((each) => ({ value: each, text: `exp ${factor(each)}` })))})` : linear ? written(z[unit]) : `g(${written(z[unit])})`} = ${answer}`,
        sentence: words(shares ? "say softmax" : linear ? "say linear" : layer === last ? "say y" : "say a"),
      };
    }
    case "L": {
      const squared = network.loss === "squared_error",
        mean = `L = ${unsigned(record.loss.total, 4)} ${words("batch loss")}`;
      const pairs = shown.y.map((y, at) => ({
        value: (shown.a[last][at] - y) ** 2,
        text: `(${unsigned(shown.a[last][at])} − ${factor(y)})²`,
      }));
      return {
        symbols: squared
          ? `L = ${multiple(network.lossFactor)}Σ_{k} (ŷ_{k} − y_{k})²`
          : `L = ${LOSS_FORMULAS[network.loss]}`,
        numbers: `${squared ? `L = ${multiple(network.lossFactor)}${pairs.length > 1 ? `(${terms(pairs)})` : terms(pairs)} = ` : "L = "}${unsigned(shown.loss, 4)} ${words("example loss")};  ${mean}`,
        sentence: words("say L"),
      };
    }
    case "delta":
      return layer === last
        ? outputDelta(view, unit)
        : {
            symbols: `δ${up} = (W^{(${layer + 1})T} δ^{(${layer + 1})}) ⊙ g′(z${up})`,
            numbers: hiddenDelta(view, layer, unit),
            sentence: words("say delta"),
          };
    case "dW": {
      const pick = view.picked && view.picked.layer === layer ? view.picked : { layer, to: unit, from: 0 };
      return {
        symbols: `∇W${up} = mean δ${up} ${entering}^{T},  ∇b${up} = mean δ${up}`,
        numbers: `${gradientProduct(view, pick)};  ${words("mean gradient")} = ${written(gradientOf(view, pick))}`,
        sentence: words("say dW"),
      };
    }
    default: {
      const pick = view.picked ?? { layer: 1, to: 0, from: 0 };
      const before = numberAt(network.layers, pick),
        after = numberAt(record.after, pick),
        name = weightName(pick);
      const gradient = gradientOf(view, pick),
        sgd = run.experiment.optimiser === "sgd" && after !== before;
      const step = sgd ? `${unsigned(record.learningRate)} × ${factor(gradient)}` : factor(before - after);
      return {
        symbols: UPDATES[run.experiment.optimiser],
        numbers: `${name} ← ${written(before)} − ${step} = ${written(after)}`,
        sentence: words("say update"),
      };
    }
  }
}

const numberAt = (layers, { layer, to, from }) =>
  from === null ? layers[layer - 1].b[to] : layers[layer - 1].W[to][from];
const gradientOf = ({ record }, pick) => numberAt(record.gradients, pick);

function gradientProduct({ shown, widths }, { layer, to, from }) {
  const delta = shown.delta[layer - 1][to],
    name = `δ${lift(layer)}${sink(to + 1)}`;
  if (from === null) return `${name} = ${written(delta)}`;
  const input = shown.a[layer - 1][from];
  return `${name} × ${unitName(widths, layer - 1, from)} = ${factor(delta)} × ${factor(input)} = ${written(delta * input)}`;
}

function hiddenDelta({ shown, network }, layer, unit) {
  const above = network.layers[layer].W.map((row, to) => ({
    value: row[unit] * shown.delta[layer][to],
    text: `${factor(row[unit])} × ${factor(shown.delta[layer][to])}`,
  }));
  return `δ${lift(layer)}${sink(unit + 1)} = (${terms(above)}) × ${unsigned(slopes(network, shown, layer - 1)[unit])} = ${written(shown.delta[layer - 1][unit])}`;
}

function outputDelta({ shown, network, widths }, unit) {
  const last = widths.length - 1,
    here = network.layers[last - 1],
    up = `^{(${last})}`,
    times = multiple(network.errorFactor);
  const error = `${times}(${unsigned(shown.a[last][unit])} − ${factor(shown.y[unit])})`,
    name = `δ${lift(last)}${sink(unit + 1)}`;
  const value = written(shown.delta[last - 1][unit]);
  if (network.loss !== "squared_error" || here.activation === "linear")
    return {
      symbols: `δ${up} = ${times ? `${times}(ŷ − y)` : "ŷ − y"}`,
      numbers: `${name} = ${error} = ${value}`,
      sentence: words(network.loss === "squared_error" ? "say delta output" : "say delta cancels"),
    };
  if (here.activation === "softmax")
    return {
      symbols: `δ_{k} = ŷ_{k} (e_{k} − Σ e_{j} ŷ_{j}),  e = ${times}(ŷ − y)`,
      numbers: `${name} = ${value}`,
      sentence: words("say delta softmax"),
    };
  return {
    symbols: `δ${up} = ${times}(ŷ − y) ⊙ g′(z${up})`,
    numbers: `${name} = ${error} × ${unsigned(slopes(network, shown, last - 1)[unit])} = ${value}`,
    sentence: words("say delta output"),
  };
}
