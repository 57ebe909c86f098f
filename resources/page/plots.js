// Two plots: how the loss went, and what the network answers.

// The loss of training and validation, epoch by epoch. Its parts are made once, and moved.
function drawCurve(card) {
  const rows = view.curve,
    room = card.querySelector(".plot"),
    empty = rows.length < 2;
  if (document.activeElement !== at("rate")) at("rate").value = Number(view.run.learningRate.toPrecision(4));
  put(card.querySelector(".empty"), "hidden", !empty);
  put(room, "hidden", empty);
  put(card.querySelector(".keys"), "hidden", empty);
  if (empty) return;
  const wide = Math.max(240, card.clientWidth - 28),
    high = 150,
    left = 42,
    right = wide - 8;
  renew(room, wide, () => [
    drawn(
      "svg",
      { viewBox: `0 0 ${wide} ${high + 22}`, height: high + 22, role: "img", "aria-label": words("curve") },
      ...[0, 0.5, 1].flatMap((share) => [
        drawn("path", { d: `M${left},${8 + (high - 8) * (1 - share)}H${right}`, class: "grid" }),
        drawn("text", { x: left - 6, y: 12 + (high - 8) * (1 - share), class: "tick", "data-share": share }),
      ]),
      drawn("path", { class: "best", d: `M0,8V${high}` }),
      drawn("path", { class: "validation" }),
      drawn("path", { class: "training" }),
      drawn("text", { x: left, y: high + 17, class: "tick start" }),
      drawn("text", { x: right, y: high + 17, class: "tick end" }),
    ),
  ]);
  const find = (kind) => room.querySelector(kind),
    finite = (value) => value !== null && Number.isFinite(value);
  let top = 0;
  for (const [, training, validation] of rows)
    for (const value of [training, validation]) if (finite(value) && value > top) top = value;
  top = top * 1.05 || 1;
  const first = rows[0][0],
    length = Math.max(1, rows.at(-1)[0] - first),
    every = Math.ceil(rows.length / 240);
  const x = (epoch) => left + ((right - left) * (epoch - first)) / length,
    y = (value) => 8 + (high - 8) * (1 - value / top);
  const line = (column) =>
    rows
      .filter((row, place) => finite(row[column]) && (place % every === 0 || place === rows.length - 1))
      .map((row, place) => `${place ? "L" : "M"}${x(row[0]).toFixed(1)},${y(row[column]).toFixed(1)}`)
      .join("");
  put(find(".training"), "d", line(1));
  put(find(".validation"), "d", line(2));
  room.querySelectorAll("[data-share]").forEach((tick) => put(tick, "text", (tick.dataset.share * top).toPrecision(2)));
  put(find(".start"), "text", String(first));
  put(find(".end"), "text", `${words("epoch")} ${rows.at(-1)[0]}`);
  const { best } = view;
  put(find(".best"), "hidden", !best);
  if (best) put(find(".best"), "transform", `translate(${x(best.epoch).toFixed(1)} 0)`);
  const [, training, validation] = rows.at(-1);
  put(card.querySelector(".key.training"), "text", `${words("training part")} ${unsigned(training, 4)}`);
  put(
    card.querySelector(".key.validation"),
    "text",
    validation === null ? "" : `${words("validation part")} ${unsigned(validation, 4)}`,
  );
  put(card.querySelector(".key.best"), "text", best ? `${words("best epoch")} ${best.epoch}` : "");
}

// The examples over the plane of two inputs with the answer behind them, or along one input with the fitted curve.
const PLANE = 320;
function drawData(card, all = true) {
  const { run, maps, examplePlace } = view,
    { experiment } = run,
    { bounds } = maps;
  // One or two examples are no picture.
  card.hidden = !bounds || experiment.train.length < 3 || (bounds.length === 1 && experiment.task !== "regression");
  if (card.hidden) return;
  const scale = scaleOfData(experiment, bounds);
  if (all)
    renew(card.querySelector("svg"), [page.runs.indexOf(experiment), bounds.length], () => [
      drawn("path", { class: "fit" }),
      ...[...experiment.validation, ...experiment.train].map((place) => markOf(experiment, place, scale)),
      drawn("circle", { class: "chosen", r: 9 }),
    ]);
  const [x, y] = scale.place(experiment.examples[examplePlace]);
  put(card.querySelector(".chosen"), "transform", `translate(${x} ${y})`);
  if (bounds.length === 1) {
    const line = maps.answers.at(-1)[0];
    put(
      card.querySelector(".fit"),
      "d",
      Array.from(
        line,
        (value, place) =>
          `${place ? "L" : "M"}${((PLANE * place) / (line.length - 1)).toFixed(1)},${scale.up(value).toFixed(1)}`,
      ).join(""),
    );
  } else paintAnswers(card.querySelector("canvas"), maps, view.network);
  if (all) drawScore(card);
}
function scaleOfData(experiment, bounds) {
  const across = (value) => (PLANE * (value - bounds[0][0])) / (bounds[0][1] - bounds[0][0]);
  let [low, high] = bounds[1] ?? [Infinity, -Infinity];
  if (!bounds[1]) {
    for (const each of experiment.examples)
      if (each) [low, high] = [Math.min(low, each.y[0]), Math.max(high, each.y[0])];
    [low, high] = [low - 0.15 * (high - low), high + 0.15 * (high - low)];
  }
  const up = (value) => PLANE * (1 - (value - low) / (high - low));
  return {
    up,
    place: ({ x, y }) => [across(x[0]), up(bounds[1] ? x[1] : y[0])].map((each) => Number(each.toFixed(1))),
  };
}
// Training examples are round, those of the validation part square; classes have colours, numbers a shade.
function markOf(experiment, place, scale) {
  const example = experiment.examples[place],
    numbers = experiment.task === "regression";
  const kind = numbers
    ? Number(example.y[0] > 0)
    : example.y.length > 1
      ? example.y.indexOf(1)
      : Number(example.y[0] > middleOf(view.network));
  const [x, y] = scale.place(example),
    common = { class: `dot class-${kind}` };
  return experiment.validation.includes(place)
    ? drawn("rect", { ...common, x: x - 3.6, y: y - 3.6, width: 7.2, height: 7.2 })
    : drawn("circle", { ...common, cx: x, cy: y, r: 4.2 });
}
// Behind the examples: the one answer as in the picture, or of several classes the shares of each in its colour.
function paintAnswers(canvas, { answers, size }, network) {
  const outputs = answers.at(-1),
    last = answers.length - 1;
  if (outputs.length === 1 || network.layers[last - 1].activation !== "softmax")
    return paintMap(canvas, size, outputs[0], scaleOf(network, last, outputs[0]), ramps.sign);
  if (canvas.width !== size) canvas.width = canvas.height = size;
  const context = canvas.getContext("2d"),
    image = context.createImageData(size, size),
    zero = channels(palette.zero),
    colours = outputs.map((_, unit) => channels(palette[`class-${unit % 10}`]));
  for (let place = 0; place < size * size; place++) {
    for (let channel = 0; channel < 3; channel++) {
      let shade = 0;
      for (let unit = 0; unit < outputs.length; unit++)
        shade += outputs[unit][place] * (0.45 * zero[channel] + 0.55 * colours[unit][channel]);
      image.data[4 * place + channel] = shade;
    }
    image.data[4 * place + 3] = 255;
  }
  context.putImageData(image, 0, 0);
}
// Between the targets of two classes: 0 and 1, or of a tanh −1 and 1.
const middleOf = ({ layers }) => (layers.at(-1).activation === "tanh" ? 0 : 0.5);
// The share of right answers, or how far off the numbers are on the whole.
function drawScore(card) {
  const { experiment, network } = view.run,
    middle = middleOf(network);
  const score = (part) => {
    if (!part.length) return null;
    let total = 0;
    for (const place of part) {
      const { x, y } = experiment.examples[place],
        answer = forward(network, x).a.at(-1);
      if (experiment.task === "regression") total += sum(answer.map((each, unit) => (each - y[unit]) ** 2));
      else if (answer.length > 1) total += y[answer.indexOf(Math.max(...answer))];
      else total += Number(answer[0] > middle === y[0] > middle);
    }
    return total / part.length;
  };
  [...card.querySelectorAll(".score")].forEach((line, place) => {
    const share = score([experiment.train, experiment.validation][place]),
      part = `${"●■"[place]} ${words(["training part", "validation part"][place])}`;
    put(
      line,
      "text",
      share === null
        ? ""
        : experiment.task === "regression"
          ? `${part}: RMSE ${unsigned(Math.sqrt(share))}`
          : words("right share", { part, share: (100 * share).toFixed(1) }),
    );
  });
}
// A tap on the plot shows the nearest example.
function tapData({ clientX, clientY, currentTarget }) {
  const box = currentTarget.getBoundingClientRect(),
    { experiment } = view.run,
    scale = scaleOfData(experiment, view.maps.bounds);
  let best = { far: 40 };
  for (const place of [...experiment.train, ...experiment.validation]) {
    const [x, y] = scale.place(experiment.examples[place]);
    const far = Math.hypot((x * box.width) / PLANE - clientX + box.left, (y * box.height) / PLANE - clientY + box.top);
    if (far < best.far) best = { far, place };
  }
  if (best.place !== undefined) view.pin(best.place);
}
