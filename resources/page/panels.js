// A weight: its value, to be changed, and its chain rule. And all numbers, as tables.

const numberOf = ({ layer, to, from }) => (from === null ? `b${layer}[${to}]` : `W${layer}[${to},${from}]`);

// All weights and biases of a network, layer by layer.
const parametersOf = ({ layers }) =>
  layers.flatMap(({ W, b }, layer) => [
    ...W.flatMap((row, to) => row.map((_, from) => ({ layer: layer + 1, to, from }))),
    ...b.map((_, to) => ({ layer: layer + 1, to, from: null })),
  ]);

// The row in which the weight that is picked is changed. It is made once for a network: a slider that is dragged must
// not be taken away from under the finger.
function drawEdit() {
  const { picked, network, widths } = view,
    all = parametersOf(network);
  renew(at("edit"), widths, () => [
    tag(
      "select",
      { id: "pick", "aria-label": words("pick"), change: ({ target }) => view.pick(all[target.value] ?? null) },
      tag("option", { value: "" }, words("none picked")),
      ...all.map((each, place) => tag("option", { value: place, "data-weight": numberOf(each) }, weightName(each))),
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
      inputmode: "text",
      "aria-label": words("value"),
      change: ({ target }) => target.value !== "" && view.change(Number(target.value)),
    }),
    button("undo", undo),
    tag("span", { id: "hint", class: "soft" }, words("hint")),
  ]);
  at("pick").value = picked ? all.findIndex((each) => view.isPicked(each.layer, each.to, each.from)) : "";
  at("slider").hidden = at("value").hidden = !picked;
  at("hint").hidden = Boolean(picked);
  document.querySelector("[data-action=undo]").hidden = !view.before;
  put(at("edit"), "class", picked ? "line" : "line none");
  if (!picked) return;
  const value = numberAt(network.layers, picked),
    slider = at("slider"),
    of = `${numberOf(picked)} ${view.run.iteration}`;
  // Its ends stay where they are while it is dragged.
  if (slider.dataset.of !== of || Math.abs(value) > slider.max) {
    const reach = Math.max(3, Math.ceil(1.5 * Math.abs(value)));
    slider.dataset.of = of;
    Object.assign(slider, { min: -reach, max: reach });
  }
  at("slider").value = value;
  put(at("slider"), "aria-valuetext", `${weightName(picked)} ${written(value)}`);
  if (document.activeElement !== at("value")) at("value").value = Number(value.toPrecision(5));
}

// The chain rule of the weight that is picked: a line for each factor, from the weight to the loss.
function drawChain(card) {
  const { picked } = view;
  card.hidden = !picked;
  if (!picked) return;
  const lines = chainRule(view);
  put(card.querySelector("h2"), "text", words("picked", { name: `∂L/∂${weightName(picked)}` }));
  renew(card.querySelector("div"), lines, () => lines.map((line) => tag("p", {}, ...numbersLine(line))));
}

function chainRule(view) {
  const { picked, network, widths, record, run } = view,
    last = widths.length - 1;
  const lines = [gradientProduct(view, picked)];
  let units = [picked.to];
  for (let layer = picked.layer; layer < last && lines.length < 6; layer++) {
    lines.push(...units.slice(0, 4).map((unit) => hiddenDelta(view, layer, unit)));
    units = network.layers[layer].b.map((_, unit) => unit);
  }
  lines.push(...units.slice(0, 4).map((unit) => outputDelta(view, unit).numbers));
  const why =
    record.clip < 1 ? "clipped" : picked.from !== null && (network.l1 || network.l2) ? "with penalty" : "mean gradient";
  lines.push(`${words(why)} = ${written(gradientOf(view, picked), 5)}`);
  if (record.clip === 1) lines.push(`${words("check")} = ${written(measured(run, record, picked), 5)}`);
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

// All that the picture shows, as tables: to be read aloud, and on paper. The cells stay, and their numbers change.
function drawTables(card) {
  const { network, shown, record, widths } = view,
    last = widths.length - 1;
  renew(card.querySelector(".wide"), widths, () =>
    network.layers.map(({ W, b }, layer) => {
      const head = [
        words("unit"),
        ...W[0].map((_, from) => `W ${unitName(widths, layer, from)}`),
        words("bias"),
        "z",
        layer + 1 === last ? "ŷ" : "h",
        "δ",
      ];
      const fields = (unit) => [
        ...W[unit].map((_, from) => numberOf({ layer: layer + 1, to: unit, from })),
        ...["b", "z", "a", "delta"].map((name) => `${name}${layer + 1}[${unit}]`),
      ];
      return tag(
        "table",
        {},
        tag("caption", {}, layerName(layer + 1, last)),
        tag("thead", {}, tag("tr", {}, ...head.map((each) => tag("th", { scope: "col" }, each)))),
        tag(
          "tbody",
          {},
          ...b.map((_, unit) =>
            tag(
              "tr",
              {},
              tag("th", { scope: "row" }, unitName(widths, layer + 1, unit)),
              ...fields(unit).map((field) => tag("td", { "data-field": field })),
            ),
          ),
        ),
      );
    }),
  );
  const numbers = network.layers.flatMap(({ W, b }, layer) =>
    b.flatMap((bias, unit) => [
      ...W[unit],
      bias,
      shown.z[layer][unit],
      shown.a[layer + 1][unit],
      shown.delta[layer][unit],
    ]),
  );
  card.querySelectorAll("td").forEach((cell, place) => {
    put(cell, "data-value", String(numbers[place]));
    put(cell, "text", written(numbers[place]));
  });
  put(
    at("ends"),
    "text",
    [
      ...shown.x.map((each, place) => `x${sink(place + 1)} = ${unsigned(each)}`),
      ...shown.y.map((each, place) => `y${shown.y.length > 1 ? sink(place + 1) : ""} = ${unsigned(each)}`),
      `L = ${unsigned(shown.loss, 4)}`,
      `${words("mean gradient")}: L = ${unsigned(record.loss.total, 4)}`,
    ].join(",  "),
  );
}

// On paper the whole iteration stands, phase by phase with its formula and numbers.
function drawSteps(list) {
  const lines = view.phases.map((phase, index) => {
    const here = { ...view, phase, index, picked: null },
      units = phase.layer && ["z", "a", "delta"].includes(phase.kind) ? Math.min(8, view.widths[phase.layer]) : 1;
    const formulas = Array.from({ length: units }, (_, unit) => formulaOf({ ...here, unit }));
    return tag(
      "li",
      {},
      tag("b", { class: phase.work }, `${phaseName(phase)}: `),
      ...math(formulas[0].symbols),
      ...formulas.map(({ numbers }) => tag("p", { class: "numbers" }, ...numbersLine(numbers))),
    );
  });
  list.replaceChildren(...lines);
}
