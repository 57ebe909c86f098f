// Two closer looks, to be opened: the examples as a hidden layer sees them, and how the signals fare from layer to layer.

// ---- the hidden space -----------------------------------------------------------------------------------------------

const hiddenLayer = () => Math.min(view.seenLayer ?? view.widths.length - 2, view.widths.length - 2);

// Each example where a hidden layer sees it: by its two units, or along the two directions in which it tells most apart.
function drawSpace(card) {
  card.hidden = view.widths.length < 3 || view.run.experiment.train.length < 3;
  if (card.hidden || !card.open) return;
  const { experiment } = view.run,
    layer = hiddenLayer(),
    units = view.widths[layer],
    places = [...experiment.validation, ...experiment.train];
  renew(card.querySelector(".choice"), view.widths, () =>
    view.widths
      .slice(1, -1)
      .map((_, at) =>
        tag("button", { "data-action": `layer ${at + 1}`, click: () => see(at + 1) }, `h${lift(at + 1)}`),
      ),
  );
  [...card.querySelector(".choice").children].forEach((each, at) =>
    put(each, "aria-pressed", String(at + 1 === layer)),
  );
  const svg = card.querySelector("svg");
  renew(svg, [page.runs.indexOf(experiment), places.length], () => [
    ...places.map((place) => markOf(experiment, place, { place: () => [0, 0] })),
    drawn("circle", { class: "chosen", r: 9 }),
  ]);
  const seen = places.map((place) => forward(view.network, experiment.examples[place].x).a[layer]),
    points = units > 2 ? principal(seen) : seen.map((each) => [each[0], each[1] ?? 0]);
  const scale = [0, 1].map((axis) => {
    let [low, high] = [Infinity, -Infinity];
    for (const point of points) [low, high] = [Math.min(low, point[axis]), Math.max(high, point[axis])];
    const reach = Math.max(high - low, 1e-6) * 1.16;
    return (value) => PLANE * (0.5 + ((axis ? -1 : 1) * (value - (low + high) / 2)) / reach);
  });
  points.forEach((point, at) => {
    const shift = `translate(${scale[0](point[0]).toFixed(1)} ${scale[1](point[1]).toFixed(1)})`;
    put(svg.children[at], "transform", shift);
    if (places[at] === view.examplePlace) put(svg.lastChild, "transform", shift);
  });
  put(
    card.querySelector(".axes"),
    "text",
    units > 2
      ? words("directions", { units })
      : units === 2
        ? `→ h${lift(layer)}₁   ↑ h${lift(layer)}₂`
        : `→ h${lift(layer)}`,
  );
}
function see(layer) {
  view.seenLayer = layer;
  drawSpace(at("space"));
}

// The two directions in which points lie farthest apart, one after the other by power iteration; it goes on from those
// of the last time, so that the picture does not turn over while the network trains.
let directions = [];
function principal(points) {
  const size = points[0].length,
    mean = points[0].map((_, axis) => sum(points.map((point) => point[axis])) / points.length);
  const centred = points.map((point) => point.map((value, axis) => value - mean[axis]));
  const spread = mean.map((_, one) => mean.map((__, other) => sum(centred.map((point) => point[one] * point[other]))));
  if (directions[0]?.length !== size)
    directions = [0, 1].map((first) => mean.map((_, axis) => (axis % 2 === first ? 1 : 0.3)));
  directions = directions.map((start, order) => {
    let direction = start;
    for (let turn = 0; turn < 30; turn++) {
      let next = spread.map((row) => dot(row, direction));
      if (order) next = next.map((value, axis) => value - dot(next, directions[0]) * directions[0][axis]);
      const length = Math.sqrt(dot(next, next));
      if (length < 1e-12) break;
      direction = next.map((value) => value / length);
    }
    if (order === 0) directions[0] = direction;
    return direction;
  });
  return centred.map((point) => directions.map((direction) => dot(point, direction)));
}

// ---- signals from layer to layer --------------------------------------------------------------------------------------

const FLAT_BELOW = 0.05;
// Of each layer how large its error signals are in this batch, and how many of its units stand where their curve is flat.
function signals() {
  const { record, network } = view;
  return network.layers.map(({ b, activation }, layer) => {
    const size = sum(record.each.map(({ delta }) => sum(delta[layer].map(Math.abs)))) / (record.each.length * b.length);
    if (!ACTIVATIONS[activation]) return { size, flat: null };
    const steepest = activation === "sigmoid" ? 0.25 : 1;
    const flat = record.each.map(
      (there) => slopes(network, there, layer).filter((slope) => Math.abs(slope) < FLAT_BELOW * steepest).length,
    );
    return { size, flat: sum(flat) / (record.each.length * b.length) };
  });
}
function drawSignals(card) {
  card.hidden = view.widths.length < 3;
  if (card.hidden || !card.open) return;
  const rows = signals(),
    last = view.widths.length - 1,
    heights = rows.map(({ size }) => Math.log10(Math.max(size, 1e-12))),
    [low, high] = [Math.min(...heights, Math.max(...heights) - 2), Math.max(...heights)];
  renew(card.querySelector("tbody"), view.widths, () =>
    rows.map((_, at) =>
      tag(
        "tr",
        {},
        tag("th", { scope: "row" }, layerName(at + 1, last)),
        tag("td", { class: "bar" }, tag("i", {})),
        tag("td", {}),
        tag("td", {}),
      ),
    ),
  );
  [...card.querySelector("tbody").children].forEach((row, at) => {
    const [, bar, size, flat] = row.children;
    bar.firstChild.style.transform = `scaleX(${(0.04 + (0.96 * (heights[at] - low)) / (high - low)).toFixed(3)})`;
    put(size, "text", unsigned(rows[at].size));
    put(flat, "text", rows[at].flat === null ? "–" : `${Math.round(100 * rows[at].flat)} %`);
  });
}

// What a scene has beside its network is open from the beginning.
function openAsked({ panels = [], hidden }) {
  at("space").open = panels.includes("hidden_space");
  at("signals").open =
    panels.includes("gradient_flow") || (panels.includes("saturation") && !panels.includes("experiment"));
  view.seenLayer = hidden ?? null;
}
