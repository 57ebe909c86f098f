// Beside the picture: the formula with its numbers, a weight and its chain rule, all numbers.

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
        numbers: `${gradientProduct(view, pick)};  ${words("mean gradient")}: ${written(gradientOf(view, pick))}`,
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
  return `δ${lift(layer)}${sink(unit + 1)} = (${terms(above)}) × ${unsigned(slopes(network, shown.z, layer - 1)[unit])} = ${written(shown.delta[layer - 1][unit])}`;
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
    numbers: `${name} = ${error} × ${unsigned(slopes(network, shown.z, last - 1)[unit])} = ${value}`,
    sentence: words("say delta output"),
  };
}

// The weight that is picked: its value, to be changed, and its gradient from the output to it.
function drawPicked(card, view) {
  const { picked, network, widths } = view;
  const choices = network.layers.flatMap(({ W, b }, layer) => [
    ...W.flatMap((row, to) => row.map((_, from) => ({ layer: layer + 1, to, from }))),
    ...b.map((_, to) => ({ layer: layer + 1, to, from: null })),
  ]);
  const place = choices.findIndex((each) => view.isPicked(each.layer, each.to, each.from)),
    value = numberAt(network.layers, picked);
  if (card.dataset.choices !== `${widths}${language}${page.scenes.indexOf(view.scene)}`) {
    // Made once: a slider that is dragged must not be taken away from under the finger.
    card.dataset.choices = `${widths}${language}${page.scenes.indexOf(view.scene)}`;
    card.replaceChildren(
      tag("h2", {}, words("picked")),
      tag("p", { class: "soft" }, words("hint")),
      tag(
        "div",
        { class: "line" },
        tag(
          "select",
          { id: "pick", "aria-label": words("pick"), change: ({ target }) => view.pick(choices[target.value]) },
          ...choices.map((each, at) => tag("option", { value: at }, weightName(each))),
        ),
        tag("input", {
          id: "slider",
          type: "range",
          step: "any",
          "aria-label": words("value"),
          input: ({ target }) => view.change(Number(target.value)),
        }),
        tag("input", {
          id: "value",
          type: "number",
          step: "any",
          "aria-label": words("value"),
          change: ({ target }) => target.value !== "" && view.change(Number(target.value)),
        }),
      ),
      tag("h3", {}, words("chain")),
      tag("div", { id: "chain", class: "numbers" }),
    );
  }
  at("pick").value = place;
  const reach = Math.max(3, Math.ceil(1.5 * Math.abs(value)));
  if (document.activeElement !== at("slider")) Object.assign(at("slider"), { min: -reach, max: reach });
  at("slider").value = value;
  if (document.activeElement !== at("value")) at("value").value = Number(value.toPrecision(6));
  at("chain").replaceChildren(...chainRule(view).map((line) => tag("p", {}, line)));
}

function chainRule(view) {
  const { picked, network, widths, record, run } = view,
    last = widths.length - 1,
    name = `∂L/∂${weightName(picked)}`;
  const lines = [`${name} = ${gradientProduct(view, picked)}`];
  let units = [picked.to];
  for (let layer = picked.layer; layer < last && lines.length < 6; layer++) {
    lines.push(...units.slice(0, 4).map((unit) => hiddenDelta(view, layer, unit)));
    units = network.layers[layer].b.map((_, unit) => unit);
  }
  lines.push(...units.slice(0, 4).map((unit) => outputDelta(view, unit).numbers));
  const why =
    record.clip < 1 ? "clipped" : picked.from !== null && (network.l1 || network.l2) ? "with penalty" : "mean gradient";
  lines.push(`${words(why)}: ${written(gradientOf(view, picked), 5)}`);
  if (record.clip === 1) lines.push(`${words("check")}: ${written(measured(run, record, picked), 5)}`);
  if (!network.trains[placeOf(network, picked)]) lines.push(words("frozen"));
  return lines;
}

// What the loss of the batch does when a weight is nudged a little.
function measured(run, record, { layer, to, from }) {
  const batch = record.examples.map((place) => run.experiment.examples[place]),
    epsilon = 1e-5;
  const loss = (nudge) => {
    const layers = run.network.layers.map((each) => ({ ...each, W: each.W.map((row) => [...row]), b: [...each.b] }));
    if (from === null) layers[layer - 1].b[to] += nudge;
    else layers[layer - 1].W[to][from] += nudge;
    const nudged = { ...run.network, layers };
    return meanLoss(nudged, batch) + penalty(nudged);
  };
  return (loss(epsilon) - loss(-epsilon)) / (2 * epsilon);
}

function placeOf({ layers }, { layer, to, from }) {
  const before = flat(layers.slice(0, layer - 1)).length,
    { W } = layers[layer - 1];
  return before + (from === null ? W.flat().length + to : to * W[0].length + from);
}

// All that the picture shows, as tables: to be read aloud, and on paper.
function drawTables(card, view) {
  const { network, shown, record, widths } = view,
    last = widths.length - 1;
  const open = card.querySelector("details")?.open ?? false;
  const tables = network.layers.map(({ W, b }, layer) =>
    tag(
      "table",
      {},
      tag("caption", {}, layerName(layer + 1, last)),
      tag(
        "thead",
        {},
        tag(
          "tr",
          {},
          ...[
            words("unit"),
            ...W[0].map((_, from) => `W ${unitName(widths, layer, from)}`),
            words("bias"),
            "z",
            layer + 1 === last ? "ŷ" : "h",
            "δ",
          ].map((each) => tag("th", { scope: "col" }, each)),
        ),
      ),
      tag(
        "tbody",
        {},
        ...W.map((row, unit) =>
          tag(
            "tr",
            {},
            tag("th", { scope: "row" }, unitName(widths, layer + 1, unit)),
            ...[...row, b[unit], shown.z[layer][unit], shown.a[layer + 1][unit], shown.delta[layer][unit]].map((each) =>
              tag("td", { "data-value": each }, written(each)),
            ),
          ),
        ),
      ),
    ),
  );
  const inputs = tag(
    "p",
    { class: "numbers" },
    [
      ...shown.x.map((each, at) => `x${sink(at + 1)} = ${unsigned(each)}`),
      ...shown.y.map((each, at) => `y${shown.y.length > 1 ? sink(at + 1) : ""} = ${unsigned(each)}`),
      `L = ${unsigned(shown.loss, 4)}`,
      `${words("mean gradient")}: L = ${unsigned(record.loss.total, 4)}`,
    ].join(",  "),
  );
  card.replaceChildren(
    tag(
      "details",
      { open },
      tag("summary", {}, words("all numbers")),
      inputs,
      tag("div", { class: "wide" }, ...tables),
    ),
  );
}
