// Where everything stands in the picture, and what its edges carry.

// Where everything stands in a picture of some width: columns of units, and one more for the loss. How large the units
// of a column are, and whether something stands below or beside them, hangs on how many there are. Very many inputs are
// one picture, as those of an image are.
const MANY = 24;
function layout(widths, room, tall) {
  const columns = widths.length + 1,
    pitch = room / columns,
    narrow = room < 500,
    image = widths[0] > MANY ? Math.ceil(Math.sqrt(widths[0])) : 0;
  const most = Math.max(3, ...widths.slice(image ? 1 : 0)),
    row = Math.max(7, Math.min(narrow ? 84 : 128, (tall - 36) / most)),
    height = most * row + 36,
    middle = 12 + (height - 40) / 2;
  const kinds = widths.map((count) => {
    const own = Math.min((height - 40) / count, 128);
    // Beside a unit there is room for its number where below it would make the unit small.
    if (own >= (pitch >= 66 ? 92 : 58) && pitch >= 50)
      return { lettered: "below", side: Math.min(narrow ? 46 : 80, pitch * 0.52, own - 44) };
    if (own >= 22 && pitch >= 66) return { lettered: "beside", side: Math.min(pitch * 0.42, own * 0.8) };
    return { lettered: "", side: Math.min(pitch * 0.6, own * 0.8, 40) };
  });
  const large = Math.min(pitch * 0.8, 150),
    [first] = kinds,
    edge = image ? large / 2 + 4 : Math.max(first.side / 2 + 12, first.lettered === "below" ? (narrow ? 34 : 44) : 20),
    column = (place) => edge + (place * (room - edge - 34)) / (columns - 1);
  const place = (layer, unit) =>
    image && layer === 0
      ? { side: 0, x: column(0) + large / 2, y: middle + large * ((Math.floor(unit / image) + 0.5) / image - 0.5) }
      : { ...kinds[layer], x: column(layer), y: 12 + (height - 40) * ((unit + 0.5) / widths[layer]) };
  const brief = narrow || pitch < 100;
  return {
    room,
    height,
    place,
    brief,
    narrow,
    pitch,
    image,
    large,
    first: { x: column(0), y: middle },
    loss: { x: room - 34, y: middle },
  };
}

// What the edges of a layer carry in a phase: a number for each, whether it is of the backward pass, and in play.
function carried(view, layer) {
  const { phase, record, shown, network } = view,
    W = network.layers[layer].W;
  if (phase.kind === "delta" && phase.layer === layer)
    return { values: W.map((row, to) => row.map((w) => w * shown.delta[layer][to])), back: true, play: true };
  if (phase.kind === "dW" && phase.layer === layer + 1)
    return { values: record.gradients[layer].W, back: true, play: true };
  return { values: W, back: false, play: phase.kind === "update" || (phase.kind === "z" && phase.layer === layer + 1) };
}

// Of very many edges the thinnest are left out: what they would cover is more than they say.
const MOST_EDGES = 240;
function leastDrawn(values) {
  if (values.length * values[0].length <= MOST_EDGES) return 0;
  return Float64Array.from(values.flat(), Math.abs).sort().at(-MOST_EDGES);
}

// A point of a curve between two units, level at both its ends.
function along({ x1, y1, x2, y2 }, t) {
  const s = 1 - t,
    middle = (x1 + x2) / 2;
  return {
    x: s * s * s * x1 + 3 * s * t * middle + t * t * t * x2,
    y: s * s * (s + 3 * t) * y1 + t * t * (t + 3 * s) * y2,
  };
}

// Every unit, every edge, with where it stands.
function eachUnit({ place, image }, visit) {
  view.widths.forEach((count, layer) => {
    if (image && layer === 0) return;
    for (let unit = 0; unit < count; unit++) visit(layer, unit, place(layer, unit));
  });
}
function eachEdge({ place }, visit) {
  for (let layer = 0; layer + 1 < view.widths.length; layer++)
    for (let to = 0; to < view.widths[layer + 1]; to++)
      for (let from = 0; from < view.widths[layer]; from++)
        visit(layer, to, from, between(place(layer, from), place(layer + 1, to)));
}
const between = (start, end) => ({ x1: start.x + start.side / 2, y1: start.y, x2: end.x - end.side / 2, y2: end.y });

// What has been worked out up to the phase that is shown.
const hasPassed = (view, kind, layer) => view.phase.index >= view.indexOf(kind, layer);
const isKnown = (view, layer) => layer === 0 || hasPassed(view, "a", layer);
const inPlay = ({ phase }, layer) =>
  phase.kind !== "update" && phase.layer === layer && (layer > 0 || phase.kind === "x");

// The target in a few letters: the name of a class, or a number or two.
function targetOf({ shown: { y }, run: { experiment } }) {
  if (experiment.task === "multiclass") return `y ${experiment.classes[y.indexOf(1)] ?? y.indexOf(1)}`;
  return y.length > (picture.layout.narrow ? 1 : 2)
    ? "y"
    : `y = ${y.map((each) => (Number.isInteger(each) ? each : unsigned(each, 2))).join(", ")}`;
}
