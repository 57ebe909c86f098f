// What is seen, and what the reader does: a place in time in one run, moved by buttons, keys and touch.

const view = {
  scene: page.scenes[0],
  cue: 0,
  side: 0,
  run: null,
  curve: [],
  best: null,
  index: 0,
  unit: 0,
  place: 0,
  pinned: null,
  picked: null,
  training: false,
  message: null,
  before: null,
  answered: {},
  record: null,
  get network() {
    return this.run.network;
  },
  get phase() {
    return this.phases[this.index];
  },
  indexOf(kind, layer = 0) {
    return this.phases.findIndex((each) => each.kind === kind && each.layer === layer);
  },
  isPicked(layer, to, from) {
    return this.picked?.layer === layer && this.picked.to === to && this.picked.from === from;
  },
  pick(weight) {
    this.picked = weight;
    if (weight && this.phase.layer === weight.layer) this.unit = weight.to;
    draw();
  },
  // A unit is tapped: its numbers in this phase, and its bias, to be changed.
  choose(layer, unit) {
    if (layer === 0) return this.goTo("x");
    if (this.phase.layer === layer) this.unit = unit;
    this.picked = { layer, to: unit, from: null };
    draw();
  },
  goTo(kind) {
    goTo(this.indexOf(kind));
  },
  pin(place) {
    this.pinned = place;
    draw();
  },
  change(value) {
    if (!Number.isFinite(value)) return;
    this.message = null;
    this.before ??= this.network;
    this.run.change(this.picked.layer - 1, this.picked.to, this.picked.from, value);
    refresh();
  },
};
// The learning rate is set by hand: it holds from here on.
function setRate(value) {
  if (Number.isFinite(value) && value > 0) view.run.setRate(value);
  refresh();
}
// The other network of the cue, where the reader has left it, in the same phase.
function turnTo(side) {
  const { scene, cue, side: left, run, curve, index } = view;
  view.left = { ...view.left, [left]: { run, curve } };
  const { left: known } = view;
  open(scene, cue, side);
  view.left = known;
  if (known[side]) Object.assign(view, known[side]);
  view.best = view.curve.reduce(better, null);
  view.index = Math.min(index, view.phases.length - 1);
  refresh();
}
// Numbers that were changed in this iteration are again as they were.
function undo() {
  if (!view.before) return;
  view.run.back(view.before);
  view.before = null;
  refresh();
}
const picture = new Picture(at("drawing"));

// The phases of an iteration of so many layers, each one formula of one layer.
function phasesOf(layers) {
  const list = [{ kind: "x", layer: 0, label: "x", work: "forward" }];
  for (let layer = 1; layer <= layers; layer++)
    list.push(
      { kind: "z", layer, label: `z${lift(layer)}`, work: "forward" },
      { kind: "a", layer, label: layer === layers ? "ŷ" : `h${lift(layer)}`, work: "forward" },
    );
  list.push({ kind: "L", layer: 0, label: "L", work: "loss" });
  for (let layer = layers; layer > 0; layer--)
    list.push(
      { kind: "delta", layer, label: `δ${lift(layer)}`, work: "backward" },
      { kind: "dW", layer, label: `∇W${lift(layer)}`, work: "backward" },
    );
  return [...list, { kind: "update", layer: 0, label: "W←", work: "update" }].map((each, index) => ({
    ...each,
    index,
  }));
}

// ---- going somewhere ------------------------------------------------------------------------------------------------

const askKey = (scene, cue, place) => `${page.scenes.indexOf(scene)} ${cue} ${place}`;
const unanswered = (scene, cue) =>
  scene.cues[cue].asks.some((_, place) => view.answered[askKey(scene, cue, place)] === undefined);

// To a cue as the lecture has it.
function open(scene, cue, side = 0) {
  // Before a question is answered the network stands where the cue before left it; before the first there is none.
  const now = unanswered(scene, cue) ? scene.cues[cue - 1] : scene.cues[cue],
    shown = now?.sides[side] ?? now?.sides[0];
  Object.assign(view, {
    scene,
    cue,
    side,
    training: false,
    message: null,
    pinned: null,
    place: 0,
    unit: 0,
    best: null,
  });
  document.body.classList.remove("training");
  view.shownCue = now;
  view.left = {};
  view.run = shown ? new Run(page.runs[shown.run], shown.start) : null;
  if (view.run) {
    const { experiment, network } = view.run;
    view.widths = [experiment.inputs.length, ...network.layers.map(({ b }) => b.length)];
    view.phases = phasesOf(network.layers.length);
    view.index = Math.min(now.phase ?? 0, view.phases.length - 1);
    view.curve = shown.start.curve.map((row) => [...row]);
    view.best = view.curve.reduce(better, null);
    view.picked =
      pickOf(now.pick) ??
      (view.picked && parametersOf(network).find(({ layer, to, from }) => view.isPicked(layer, to, from))) ??
      null;
    if (typeof now.example === "number" && experiment.examples[now.example]) view.pinned = now.example;
    openAsked(now);
    view.maps = new Maps(network, boundsOf(experiment));
  }
  at("scene").value = page.scenes.indexOf(scene);
  refresh();
}
const restart = () => open(view.scene, view.cue, view.side);
// A weight or a bias by the name that a scene gives it.
function pickOf(name) {
  const match = /^(?:W(\d+)\[(\d+),(\d+)\]|b(\d+)\[(\d+)\])$/.exec(name ?? "");
  if (!match) return null;
  const [layer, to, from] = match[1] ? match.slice(1, 4) : [match[4], match[5], null];
  return { layer: Number(layer), to: Number(to), from: from === null ? null : Number(from) };
}

function step(by) {
  const index = view.index + by;
  if (index >= view.phases.length) return iterate(1, 0);
  if (index < 0) return iterate(-1, view.phases.length - 1);
  goTo(index);
}
function iterate(by, index = view.index) {
  const to = view.run.iteration + by;
  if (by < 0 && !view.run.kept.some(({ iteration }) => iteration <= to)) return;
  if (view.training) train();
  Object.assign(view, { message: null, before: null, index });
  const { epoch } = view.run;
  view.run.seek(to);
  if (view.run.epoch > epoch) score();
  view.curve = view.curve.filter(([each]) => each <= view.run.epoch);
  view.best = view.curve.reduce(better, null);
  refresh();
  picture.play();
}
function goTo(index) {
  if (view.training) train();
  if (index === view.index) return;
  view.index = index;
  draw();
  picture.play();
}

// ---- drawing --------------------------------------------------------------------------------------------------------

// After the run has changed: every number anew, and what the units answer.
function refresh(size = 48) {
  if (view.run) {
    view.record = view.run.record();
    view.maps.show(view.network, view.maps.bounds?.length === 1 ? 120 : size);
  }
  draw();
}

function draw() {
  drawCaption();
  drawSides();
  drawSheet(at("sheet"));
  for (const id of ["network", "formula", "steps", "right", "tables"]) at(id).hidden = !view.run;
  if (!view.run) return;
  choose();
  drawPlace();
  picture.draw();
  drawFormula();
  put(at("message"), "text", view.message ?? "");
  drawStrip();
  drawTransport();
  drawEdit();
  drawChain(at("chain"));
  drawCurve(at("curve"));
  drawData(at("data"));
  drawSpace(at("space"));
  drawSignals(at("signals"));
  drawTables(at("tables"));
}

// While it trains nobody wants every number read aloud.
function drawFormula() {
  const formula = formulaOf(view),
    shown = [formula, view.phase.work];
  renew(at("symbols"), shown, () => math(formula.symbols));
  renew(at("numbers"), shown, () => numbersLine(formula.numbers));
  put(at("sentence"), "text", formula.sentence);
  put(at("formula"), "aria-live", view.training ? "off" : "polite");
}

// The example whose numbers are shown.
function choose() {
  const { record, run } = view;
  view.place = Math.min(view.place, record.examples.length - 1);
  view.examplePlace = view.pinned ?? record.examples[view.place];
  view.shown =
    view.pinned === null
      ? record.each[view.place]
      : passes(view.network, [run.experiment.examples[view.pinned]]).each[0];
}
function drawPlace() {
  const { run, phase } = view;
  put(at("work"), "text", words(phase.work) + ({ forward: " ▸", backward: " ◂" }[phase.work] ?? ""));
  put(at("work").parentElement, "class", phase.work);
  for (const each of document.querySelectorAll(".named")) put(each, "text", phaseName(phase));
  put(
    at("place"),
    "text",
    words("place", { iteration: run.iteration, epoch: run.epoch, batch: run.place + 1, batches: run.batches }).replace(
      /(?<!·) /g,
      "\u00a0",
    ),
  );
  drawExample(view.record.examples.length);
}

// ---- keys and touch -------------------------------------------------------------------------------------------------

const otherUnit = (by) => {
  const units = view.widths[view.phase.layer || view.widths.length - 1];
  view.unit = (view.unit + by + units) % units;
  draw();
};
const KEYS = {
  ArrowRight: () => step(1),
  ArrowLeft: () => step(-1),
  "Shift+ArrowRight": () => iterate(1),
  "Shift+ArrowLeft": () => iterate(-1),
  Home: () => goTo(0),
  ArrowDown: () => otherUnit(1),
  ArrowUp: () => otherUnit(-1),
  e: () => stepExample(1),
  "Shift+e": () => stepExample(-1),
  t: train,
  r: restart,
};
addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key === "z") return undo();
  if (event.ctrlKey || event.altKey || event.metaKey || event.target.closest?.("input, select, textarea")) return;
  const cues = { PageDown: 1, PageUp: -1 }[event.key];
  if (cues && cueAfter(cues)) {
    event.preventDefault();
    return go(cues);
  }
  const name = event.key.length === 1 ? event.key.toLowerCase() : event.key,
    action = KEYS[event.shiftKey ? `Shift+${name}` : name];
  if (!action || !view.run) return;
  event.preventDefault();
  action();
});
at("scene").addEventListener("change", ({ target }) => open(page.scenes[target.value], 0));
at("strip").addEventListener("pointerdown", scrub);
at("strip").addEventListener("pointermove", scrub);
at("rate").addEventListener("change", ({ target }) => setRate(Number(target.value)));
at("answers").addEventListener("click", tapData);
at("space").addEventListener("toggle", () => view.run && drawSpace(at("space")));
at("signals").addEventListener("toggle", () => view.run && drawSignals(at("signals")));

// A swipe over the picture is a step: to the left the next one, as a page is turned.
let touched = null;
at("drawing").addEventListener("touchstart", ({ touches }) => (touched = touches.length === 1 ? touches[0] : null), {
  passive: true,
});
at("drawing").addEventListener("touchend", ({ changedTouches: [end] }) => {
  const across = touched ? end.clientX - touched.clientX : 0;
  if (Math.abs(across) > 50 && Math.abs(across) > 2 * Math.abs(end.clientY - touched.clientY))
    step(across < 0 ? 1 : -1);
});

// ---- window, theme, paper -------------------------------------------------------------------------------------------

function repaint() {
  choosePalette();
  refresh();
}
addEventListener("resize", () => draw());
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", repaint);
const all = at("tables");
addEventListener("beforeprint", () => {
  if (view.training) train();
  document.documentElement.classList.add("paper");
  all.dataset.open = all.querySelector("details").open;
  all.querySelector("details").open = true;
  choosePalette();
  if (!view.run) return;
  drawSteps(at("walk"));
  picture.finer = 3;
  refresh(200);
});
addEventListener("afterprint", () => {
  document.documentElement.classList.remove("paper");
  all.querySelector("details").open = all.dataset.open === "true";
  at("walk").replaceChildren();
  picture.finer = 1;
  repaint();
});

choosePalette();
drawFrame();
open(page.scenes[0], 0);
