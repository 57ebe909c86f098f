// Many networks that differ in their seeds: a row for each kind, a small map for each start, ticked where it has solved
// its task. A tap on one opens it.

function drawSheet(card) {
  const { rows, sides } = view.shownCue ?? {};
  card.hidden = !rows;
  if (!rows) return;
  let place = 0;
  renew(card, [page.scenes.indexOf(view.scene), view.scene.cues.indexOf(view.shownCue), palette.card], () =>
    rows.map(({ name, count }) => {
      const own = sides.slice(place, place + count).map((side, at) => [side, place + at]);
      place += count;
      return tag(
        "div",
        { class: "row" },
        tag("p", {}, tag("b", {}, text(name)), " ", verdict(own)),
        tag("div", { class: "starts" }, ...own.map(([side, at], start) => tile(side, at, start))),
      );
    }),
  );
  card.querySelectorAll("button").forEach((each, at) => put(each, "aria-pressed", String(at === view.side)));
}
function verdict(own) {
  if (own.every(([{ start }]) => start.iteration === 0)) return words("starts", { count: own.length });
  return words("solved", { solved: own.filter(([{ solved }]) => solved).length, count: own.length });
}
// What a network answers over the plane of its two inputs, small.
function answerMap({ run, start }) {
  const experiment = page.runs[run],
    network = { ...experiment.network, ...start.network },
    bounds = boundsOf(experiment),
    canvas = tag("canvas", { width: 1, height: 1 });
  if (bounds?.length !== 2) return canvas;
  const values = answersTo(network, gridOf(bounds, 24)).at(-1)[0];
  return paintMap(canvas, 24, values, scaleOf(network, network.layers.length, values), ramps.sign);
}
function tile(side, place, start) {
  const label = words(side.solved ? "start solved" : "start open", { start: start + 1 });
  return tag(
    "button",
    {
      class: side.solved ? "solved" : null,
      "aria-label": label,
      title: label,
      "data-action": `start ${place}`,
      click: () => turnTo(place),
    },
    answerMap(side),
  );
}
