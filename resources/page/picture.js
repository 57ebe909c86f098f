// The network as a picture: left to right is forward, right to left is backward.

const colour = (role) => getComputedStyle(document.documentElement).getPropertyValue(`--${role}`).trim();
const channels = (hex) => [1, 3, 5].map((start) => parseInt(hex.slice(start, start + 2), 16));

// What each unit of a layer answers over the plane of two inputs, as small pictures; size is a side in pixels.
function maps(network, bounds, size) {
  const [low, zero, high] = ["map-negative", "map-zero", "map-positive"].map((role) => channels(colour(role)));
  const widths = [2, ...network.layers.map(({ b }) => b.length)];
  const values = widths.map((units) => Array.from({ length: units }, () => new Float64Array(size * size)));
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++) {
      const across = bounds[0][0] + ((bounds[0][1] - bounds[0][0]) * (column + 0.5)) / size;
      const up = bounds[1][1] - ((bounds[1][1] - bounds[1][0]) * (row + 0.5)) / size;
      forward(network, [across, up]).a.forEach((answers, layer) =>
        answers.forEach((answer, unit) => {
          values[layer][unit][row * size + column] = answer;
        }),
      );
    }
  const canvas = tag("canvas", { width: size, height: size }),
    context = canvas.getContext("2d");
  return values.map((layer, place) => {
    const kind = place ? network.layers[place - 1].activation : "x",
      shares = kind === "sigmoid" || kind === "softmax";
    return layer.map((map) => {
      const largest = map.reduce((most, each) => Math.max(most, Math.abs(each)), 1e-9),
        image = context.createImageData(size, size);
      map.forEach((value, pixel) => {
        const part = Math.max(-1, Math.min(1, shares ? 2 * value - 1 : kind === "tanh" ? value : value / largest));
        const end = part < 0 ? low : high;
        zero.forEach((from, channel) => {
          image.data[4 * pixel + channel] = from + (end[channel] - from) * Math.abs(part);
        });
        image.data[4 * pixel + 3] = 255;
      });
      context.putImageData(image, 0, 0);
      return canvas.toDataURL();
    });
  });
}

// Where everything stands in a picture of some width.
function layout(widths, room) {
  const most = Math.max(...widths),
    columns = widths.length + 1;
  const row = most <= 4 ? (room < 500 ? 80 : 84) : most <= 8 ? 68 : most <= 12 ? 44 : 30,
    height = Math.max(3, most) * row + 34;
  const side = Math.min(58, (room / columns) * 0.5, row >= 68 ? row - 40 : row - 8),
    edge = Math.max(side / 2 + 14, 30);
  const column = (place) => edge + (place * (room - 2 * edge)) / (columns - 1);
  const place = (layer, unit) => ({ x: column(layer), y: 14 + (height - 34) * ((unit + 0.5) / widths[layer]) });
  return { height, side, place, lettered: row >= 68, loss: { x: column(columns - 1), y: 14 + (height - 34) / 2 } };
}

// What the edges of a layer carry in a phase: a number for each, whether it is of the backward pass, and in play.
function carried(view, layer) {
  const { phase, record, shown, network } = view,
    W = network.layers[layer].W;
  const plain = {
    values: W,
    back: false,
    play: phase.kind === "update" || (phase.kind === "z" && phase.layer === layer + 1),
  };
  if (phase.kind === "delta" && phase.layer === layer)
    return { values: W.map((row, to) => row.map((w) => w * shown.delta[layer][to])), back: true, play: true };
  if (phase.kind === "dW" && phase.layer === layer + 1)
    return { values: record.gradients[layer].W, back: true, play: true };
  return plain;
}

// Draws all of it; tapping calls view.pick(weight) and view.choose(layer, unit).
function drawNetwork(svg, view) {
  const { network, widths, shown, phase } = view,
    last = widths.length - 1;
  const room = Math.max(300, svg.parentElement.clientWidth - 24),
    { height, side, place, lettered, loss } = layout(widths, room);
  const edges = drawn("g"),
    hits = drawn("g"),
    units = drawn("g");
  network.layers.forEach((_, layer) => {
    const { values, back, play } = carried(view, layer);
    const largest = Math.max(1e-12, ...values.flat().map(Math.abs));
    values.forEach((row, to) =>
      row.forEach((value, from) => {
        const start = place(layer, from),
          end = place(layer + 1, to),
          picked = view.isPicked(layer + 1, to, from);
        const [x1, x2] = [start.x + side / 2, end.x - side / 2],
          bend = (x2 - x1) / 2;
        const d = `M${x1},${start.y}C${x1 + bend},${start.y} ${x2 - bend},${end.y} ${x2},${end.y}`;
        const share = Math.abs(value) / largest,
          role = value < 0 ? "negative" : "positive";
        edges.append(
          drawn("path", {
            d,
            fill: "none",
            stroke: `var(--${picked ? "accent" : (back ? "grad-" : "") + role})`,
            "stroke-width": (picked ? 2 : 0.8) + 5 * share,
            "stroke-dasharray": value < 0 ? "6 4" : null,
            opacity: picked ? 1 : play ? 0.45 + 0.55 * share : 0.16 + 0.24 * share,
          }),
        );
        hits.append(
          drawn(
            "path",
            { d, class: "hit", click: () => view.pick({ layer: layer + 1, to, from }) },
            drawn(
              "title",
              {},
              `${weightName({ layer: layer + 1, to, from })} ${written(network.layers[layer].W[to][from])}`,
            ),
          ),
        );
      }),
    );
  });
  const output = place(last, (widths[last] - 1) / 2);
  edges.append(
    drawn("path", {
      d: `M${output.x + side / 2},${output.y}H${loss.x - 18}`,
      stroke: "var(--loss)",
      "stroke-width": phase.kind === "L" ? 3 : 1.5,
      "stroke-dasharray": "7 4",
      opacity: phase.kind === "L" ? 1 : 0.6,
    }),
  );
  widths.forEach((count, layer) => {
    for (let unit = 0; unit < count; unit++)
      units.append(drawUnit(view, layer, unit, place(layer, unit), side, lettered));
    units.append(drawn("text", { x: place(layer, 0).x, y: height - 4, class: "layer" }, layerName(layer, last)));
  });
  const losing = phase.index >= view.phases.findIndex(({ kind }) => kind === "L");
  units.append(
    drawn("circle", { cx: loss.x, cy: loss.y, r: 17, class: phase.kind === "L" ? "loss play" : "loss" }),
    drawn("text", { x: loss.x, y: loss.y + 6, class: "letter" }, "L"),
    drawn("text", { x: loss.x, y: loss.y + 36, class: "number" }, losing ? unsigned(shown.loss) : "·"),
    drawn("text", { x: room + 6, y: loss.y - 27, class: "number soft target" }, targetOf(view)),
  );
  svg.setAttribute("viewBox", `0 0 ${room} ${height}`);
  svg.setAttribute("height", height);
  svg.setAttribute("aria-label", words("picture", { layers: widths.join("-") }));
  svg.replaceChildren(edges, hits, units);
}

// The target in a few letters: the name of a class, or a number or two.
function targetOf({ shown: { y }, run: { experiment } }) {
  if (experiment.task === "multiclass") return `y ${experiment.classes[y.indexOf(1)] ?? y.indexOf(1)}`;
  return y.length > 2 ? "y" : `y ${y.map((each) => (Number.isInteger(each) ? each : unsigned(each, 2))).join(" ")}`;
}

function drawUnit(view, layer, unit, { x, y }, side, lettered) {
  const { phase, phases, shown, pictures, widths } = view;
  const passed = (kind, of) => phase.index >= phases.findIndex((each) => each.kind === kind && each.layer === of);
  const play = phase.layer === layer && phase.kind !== "update" && (layer > 0 || phase.kind === "x"),
    chosen = play && view.unit === unit;
  const known = layer === 0 || passed("a", layer),
    value = known ? shown.a[layer][unit] : null;
  const summed = layer > 0 && phase.kind === "z" && phase.layer === layer;
  const group = drawn("g", {
    class: `unit ${play ? `play ${phase.work}` : ""} ${chosen ? "chosen" : ""}`,
    click: () => view.choose(layer, unit),
  });
  const frame = { x: x - side / 2, y: y - side / 2, width: side, height: side, rx: side / 6 };
  if (pictures)
    group.append(
      drawn("image", {
        ...frame,
        rx: null,
        href: pictures[layer][unit],
        preserveAspectRatio: "none",
        "clip-path": "inset(0 round 8px)",
      }),
    );
  else
    group.append(
      drawn("rect", {
        ...frame,
        class: "answer",
        fill: value === null ? "var(--zero)" : `var(--map-${value < 0 ? "negative" : "positive"})`,
        "fill-opacity": value === null ? 0.5 : 0.15 + 0.75 * Math.min(1, Math.abs(value)),
      }),
    );
  group.append(drawn("rect", { ...frame, class: "frame", fill: "none" }));
  if (lettered) {
    const name = unitName(widths, layer, unit),
      below = summed ? `z ${short(shown.z[layer - 1][unit])}` : known ? `${name} ${short(value)}` : name;
    group.append(drawn("text", { x, y: y + side / 2 + 15, class: "number" }, below));
    if (layer > 0 && passed("delta", layer))
      group.append(
        drawn(
          "text",
          { x, y: y - side / 2 - 5, class: "number delta" },
          `δ ${written(shown.delta[layer - 1][unit], 3)}`,
        ),
      );
  }
  group.append(drawn("title", {}, `${unitName(widths, layer, unit)} ${value === null ? "" : written(value)}`));
  return group;
}
