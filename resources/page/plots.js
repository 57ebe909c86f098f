// Two plots: how the loss went, and what the network answers.

// The loss of training and validation, epoch by epoch.
function drawCurve(card, view) {
  const rows = view.curve,
    wide = Math.max(240, card.clientWidth - 32),
    high = 132,
    left = 44;
  const values = rows.flatMap((row) => row.slice(1)).filter((value) => value !== null && Number.isFinite(value));
  const heading = tag("h2", {}, words("curve"));
  if (rows.length < 2) return card.replaceChildren(heading, tag("p", { class: "soft" }, words("no curve")));
  const top = Math.max(...values) * 1.05 || 1,
    first = rows[0][0],
    length = Math.max(1, rows.at(-1)[0] - first);
  const x = (epoch) => left + ((wide - left - 8) * (epoch - first)) / length,
    y = (value) => 8 + (high - 8) * (1 - value / top);
  const every = Math.max(1, Math.floor(rows.length / 300));
  const line = (column, role, dash) =>
    drawn("polyline", {
      fill: "none",
      stroke: `var(--${role})`,
      "stroke-width": 2,
      "stroke-dasharray": dash,
      "stroke-linejoin": "round",
      points: rows
        .filter(
          (row, place) =>
            row[column] !== null && Number.isFinite(row[column]) && (place % every === 0 || place === rows.length - 1),
        )
        .map((row) => `${x(row[0])},${y(Math.min(top, row[column]))}`)
        .join(" "),
    });
  const grid = [0, 0.5, 1].flatMap((share) => [
    drawn("path", { d: `M${left},${y(share * top)}H${wide - 8}`, stroke: "var(--grid)" }),
    drawn("text", { x: left - 6, y: y(share * top) + 4, class: "tick" }, (share * top).toPrecision(2)),
  ]);
  const [, training, validation] = rows.at(-1);
  const key = (name, role, value, dashed) =>
    value === null
      ? null
      : tag("span", { class: `key ${role}${dashed ? " dashed" : ""}` }, `${words(name)} ${unsigned(value, 4)}`);
  card.replaceChildren(
    heading,
    drawn(
      "svg",
      { viewBox: `0 0 ${wide} ${high + 24}`, height: high + 24, role: "img", "aria-label": words("curve") },
      ...grid,
      line(1, "training", null),
      line(2, "validation", "6 4"),
      drawn("text", { x: left, y: high + 18, class: "tick start" }, String(first)),
      drawn("text", { x: wide - 8, y: high + 18, class: "tick" }, `${words("epoch")} ${rows.at(-1)[0]}`),
    ),
    tag(
      "p",
      { class: "line" },
      key("training part", "training", training),
      key("validation part", "validation", validation, true),
    ),
  );
}

// The examples over the plane of two inputs, with the answer of the first output behind them.
function drawData(card, view) {
  const { run, bounds, answers } = view;
  // One or two examples are no picture.
  card.hidden = !bounds || run.experiment.train.length < 3;
  if (card.hidden) return;
  const side = 300,
    x = (value) => (side * (value - bounds[0][0])) / (bounds[0][1] - bounds[0][0]);
  const y = (value) => side * (1 - (value - bounds[1][0]) / (bounds[1][1] - bounds[1][0]));
  const dots = [...run.experiment.validation, ...run.experiment.train].map((place) => {
    const example = run.experiment.examples[place],
      chosen = place === view.examplePlace,
      of = run.experiment.validation.includes(place);
    const kind = example.y.length > 1 ? example.y.indexOf(1) : Number(example.y[0] > 0),
      common = { class: `dot class-${kind}${chosen ? " chosen" : ""}`, click: () => view.pin(place) };
    const [across, down, r] = [x(example.x[0]), y(example.x[1]), chosen ? 8 : 4.5];
    return of
      ? drawn("rect", { ...common, x: across - r * 0.8, y: down - r * 0.8, width: 1.6 * r, height: 1.6 * r })
      : drawn("circle", { ...common, cx: across, cy: down, r });
  });
  const back =
    answers.length === 1
      ? [drawn("image", { width: side, height: side, href: answers[0], preserveAspectRatio: "none" })]
      : [];
  card.replaceChildren(
    tag("h2", {}, words("data")),
    tag("p", { class: "soft" }, words("data hint")),
    drawn(
      "svg",
      { viewBox: `0 0 ${side} ${side}`, class: "plane", role: "img", "aria-label": words("data") },
      ...back,
      ...dots,
    ),
    tag("p", { class: "line soft" }, `● ${words("training part")}`, `■ ${words("validation part")}`),
  );
}
