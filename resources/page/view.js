// What is seen, and what the reader does: a place in time in one run, moved by buttons, keys and touch.

const view = {
  scene: page.scenes[0],
  cue: 0,
  side: 0,
  run: null,
  curve: [],
  index: 0,
  unit: 0,
  place: 0,
  pinned: null,
  picked: { layer: 1, to: 0, from: 0 },
  training: false,
  message: null,
  answered: {},
  record: null,
  get network() {
    return this.run.network;
  },
  get phase() {
    return this.phases[this.index];
  },
  isPicked(layer, to, from) {
    return this.picked.layer === layer && this.picked.to === to && this.picked.from === from;
  },
  pick(weight) {
    this.picked = weight;
    this.unit = weight.to;
    draw();
  },
  choose(layer, unit) {
    this.unit = unit;
    if (layer > 0 && !this.phase.layer) this.picked = { layer, to: unit, from: null };
    draw();
  },
  pin(place) {
    this.pinned = place;
    draw();
  },
  change(value) {
    if (!Number.isFinite(value)) return;
    this.message = null;
    this.run.change(this.picked.layer - 1, this.picked.to, this.picked.from, value);
    refresh();
  },
};

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
    shown = now?.sides[side];
  Object.assign(view, { scene, cue, side, training: false, message: null, pinned: null, place: 0 });
  view.run = shown ? new Run(page.runs[shown.run], shown.start) : null;
  if (view.run) {
    const { experiment, network } = view.run,
      inputs = experiment.inputs.length;
    view.widths = [inputs, ...network.layers.map(({ b }) => b.length)];
    view.phases = phasesOf(network.layers.length);
    view.index = Math.min(now.phase ?? 0, view.phases.length - 1);
    view.curve = shown.start.curve.map((row) => [...row]);
    const pick = /^(?:W(\d+)\[(\d+),(\d+)\]|b(\d+)\[(\d+)\])$/.exec(now.pick ?? "");
    const there =
      pick &&
      (pick[1] ? { layer: +pick[1], to: +pick[2], from: +pick[3] } : { layer: +pick[4], to: +pick[5], from: null });
    if (
      there ||
      view.picked.layer >= view.widths.length ||
      view.picked.to >= view.widths[view.picked.layer] ||
      view.picked.from >= view.widths[view.picked.layer - 1]
    )
      view.picked = there ?? { layer: 1, to: 0, from: 0 };
    view.unit = 0;
    if (typeof now.example === "number" && experiment.examples[now.example]) view.pinned = now.example;
    const known = experiment.examples.filter(Boolean);
    view.bounds =
      inputs === 2
        ? [0, 1].map((axis) => {
            const values = known.map(({ x }) => x[axis]),
              low = Math.min(...values),
              high = Math.max(...values),
              more = 0.1 * (high - low || 1);
            return [low - more, high + more];
          })
        : null;
  }
  refresh();
}
const restart = () => open(view.scene, view.cue, view.side);

function step(by) {
  const index = view.index + by;
  if (index >= view.phases.length) return iterate(1, 0);
  if (index < 0)
    return view.run.kept.some(({ iteration }) => iteration < view.run.iteration)
      ? iterate(-1, view.phases.length - 1)
      : undefined;
  view.training = false;
  view.index = index;
  draw();
}
function iterate(by, index = view.index) {
  const to = view.run.iteration + by;
  if (by < 0 && !view.run.kept.some(({ iteration }) => iteration <= to)) return;
  Object.assign(view, { training: false, message: null, index });
  const epoch = view.run.epoch;
  view.run.seek(to);
  if (view.run.epoch > epoch) score();
  view.curve = view.curve.filter(([each]) => each <= view.run.epoch);
  refresh();
}
function goTo(index) {
  Object.assign(view, { training: false, index });
  draw();
}

// ---- training -------------------------------------------------------------------------------------------------------

function score() {
  const { experiment, network, epoch } = view.run,
    of = (part) =>
      part.length
        ? meanLoss(
            network,
            part.map((place) => experiment.examples[place]),
          )
        : null;
  if ((view.curve.at(-1)?.[0] ?? -1) < epoch) view.curve.push([epoch, of(experiment.train), of(experiment.validation)]);
}
// Why it stops here by itself, if it does.
function ending() {
  const { experiment, network, epoch } = view.run,
    { patience } = experiment;
  if (!flat(network.layers).every(Number.isFinite)) return words("diverged");
  if (patience) {
    let best = null;
    for (const [at, , loss] of view.curve)
      if (loss !== null && (best === null || loss < best.loss - patience.delta)) best = { at, loss };
    if (best && epoch - best.at >= patience.epochs) return words("stopped", { epochs: patience.epochs });
  }
  return epoch >= experiment.epochs ? words("done", { epochs: experiment.epochs }) : null;
}
function train() {
  view.training = !view.training;
  view.message = null;
  if (!view.training) return refresh();
  const ended = ending();
  if (view.curve.length === 0) score();
  let frames = 0;
  const frame = () => {
    if (!view.training) return;
    const until = performance.now() + 9;
    do {
      view.run.update();
      if (view.run.place === 0) {
        score();
        const end = ending();
        // What had ended before goes on when it is asked to.
        if (end && (!ended || end === words("diverged"))) Object.assign(view, { training: false, message: end });
      }
    } while (view.training && performance.now() < until);
    refresh(frames++ % 6 === 0 || !view.training);
    if (view.training) requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  drawTransport();
}

// ---- drawing --------------------------------------------------------------------------------------------------------

// After the run has changed: every number anew; the maps cost most, and may wait.
function refresh(all = true) {
  if (view.run) {
    view.record = view.run.record();
    if (all) {
      view.pictures = view.bounds ? maps(view.network, view.bounds, view.training ? 16 : 28) : null;
      view.answers = view.pictures ? view.pictures.at(-1) : [];
    }
  }
  draw(all);
}

// Draws, and leaves the keyboard where it was: buttons are made anew.
function draw(all = true) {
  const focused = document.activeElement?.dataset?.action;
  drawParts(all);
  if (focused) document.querySelector(`[data-action="${focused}"]`)?.focus({ preventScroll: true });
}

function drawParts(all) {
  for (const id of ["network", "formula", "steps", "picked", "curve", "data", "tables"]) at(id).hidden = !view.run;
  if (all) drawCaption();
  if (!view.run) return;
  const { record, run } = view,
    count = record.examples.length;
  view.place = Math.min(view.place, count - 1);
  view.examplePlace = view.pinned ?? record.examples[view.place];
  view.shown =
    view.pinned === null
      ? record.each[view.place]
      : passes(view.network, [run.experiment.examples[view.pinned]]).each[0];
  const last = view.widths.length - 1,
    { kind, layer, work } = view.phase,
    name = kind === "a" && layer === last ? "y" : kind;
  at("work").textContent = words(work);
  at("work").className = work;
  at("name").textContent = words(`name ${name}`, { 0: theLayer(layer, last) });
  at("place").textContent = words("place", {
    iteration: run.iteration,
    epoch: run.epoch,
    batch: run.place + 1,
    batches: run.batches,
  });
  drawNetwork(at("picture"), view);
  // While it trains, what takes long is drawn in some frames only.
  if (view.training && !all) return;
  const formula = formulaOf(view);
  at("symbols").replaceChildren(...math(formula.symbols));
  at("symbols").className = `symbols ${work}`;
  at("numbers").textContent = formula.numbers;
  at("sentence").textContent = formula.sentence;
  at("message").textContent = view.message ?? "";
  drawTransport();
  drawExamples(count);
  drawCurve(at("curve"), view);
  drawPicked(at("picked"), view);
  drawData(at("data"), view);
  drawTables(at("tables"), view);
}

function drawFrame() {
  document.documentElement.lang = language;
  at("title").textContent = text(page.title);
  document.title = `${text(page.title)} · nnviz`;
  at("scene").hidden = page.scenes.length < 2;
  at("scene").setAttribute("aria-label", words("scene"));
  at("scene").replaceChildren(
    ...page.scenes.map((scene, place) =>
      tag("option", { value: place, selected: scene === view.scene }, `${place + 1}  ${text(scene.title)}`),
    ),
  );
  const names = { en: "English", zh: "中文" };
  at("languages").replaceChildren(
    ...Object.keys(page.words)
      .filter((each) => each !== language)
      .map((each) =>
        tag(
          "button",
          {
            lang: each,
            "aria-label": `${words("language")}: ${names[each] ?? each}`,
            click: () => {
              language = each;
              drawFrame();
            },
          },
          names[each] ?? each,
        ),
      ),
  );
  at("keys").textContent = words("keys");
  at("about").textContent = words("about", { version: page.version });
  draw();
}

const KEYS = {
  ArrowRight: () => step(1),
  ArrowLeft: () => step(-1),
  "Shift+ArrowRight": () => iterate(1),
  "Shift+ArrowLeft": () => iterate(-1),
  Home: () => goTo(0),
  t: train,
  r: restart,
  ArrowDown: () => {
    view.unit = (view.unit + 1) % view.widths[view.phase.layer || view.widths.length - 1];
    draw();
  },
  ArrowUp: () => {
    const units = view.widths[view.phase.layer || view.widths.length - 1];
    view.unit = (view.unit + units - 1) % units;
    draw();
  },
};
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.target.matches("input, select, textarea")) return;
  if (event.key === "PageDown" || event.key === "PageUp") {
    event.preventDefault();
    return view.go(event.key === "PageDown" ? 1 : -1);
  }
  const action =
    KEYS[
      (event.shiftKey && event.key.startsWith("Arrow") ? "Shift+" : "") +
        (event.key.length === 1 ? event.key.toLowerCase() : event.key)
    ];
  if (!action || !view.run) return;
  event.preventDefault();
  action();
});
at("scene").addEventListener("change", ({ target }) => open(page.scenes[target.value], 0));
addEventListener("resize", () => draw());
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => refresh());
addEventListener("beforeprint", () => {
  const details = document.querySelector("#tables details");
  if (details) details.open = true;
});
open(page.scenes[0], 0);
drawFrame();
