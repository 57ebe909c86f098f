// What the reader can press: the example, the phases, the steps, and in a lecture the answers and the way on.

// Whose numbers are shown: one after the other of the batch, or an example that was picked in the plot.
function drawExample(count) {
  const { experiment } = view.run;
  renew(at("example"), null, () => [
    button("less", () => stepExample(-1), { label: "example back", id: "example back" }),
    tag("span", {}),
    button("more", () => stepExample(1), { label: "example on", id: "example on" }),
  ]);
  const [back, name, on] = at("example").children,
    { y } = experiment.examples[view.examplePlace];
  const of =
    experiment.task === "regression"
      ? ""
      : ` class-${y.length > 1 ? y.indexOf(1) : Number(y[0] > middleOf(view.network))}`;
  put(name, "class", `whose${of}`);
  put(
    name,
    "text",
    view.pinned === null
      ? words("example of", { place: view.place + 1, count })
      : words("pinned", { place: view.pinned }),
  );
  for (const each of [back, on]) put(each, "disabled", count < 2 && view.pinned === null);
}
function stepExample(by) {
  const count = view.record.examples.length;
  if (view.pinned === null) view.place = (view.place + by + count) % count;
  view.pinned = null;
  draw();
}

const phaseName = ({ kind, layer }) => {
  const last = view.widths.length - 1;
  return words(`name ${kind === "a" && layer === last ? "y" : kind}`, { 0: theLayer(layer, last) });
};

// The phases as one strip: a finger or the mouse is drawn along it, and the keys go along it.
function drawStrip() {
  const strip = at("strip"),
    { phases, index } = view;
  renew(strip, view.widths, () => phases.map(({ label, work }) => tag("span", { class: work }, label)));
  put(strip, "class", phases.length > 15 ? "tight" : "");
  put(strip, "aria-label", words("phases"));
  put(strip, "aria-valuemin", "1");
  put(strip, "aria-valuemax", String(phases.length));
  put(strip, "aria-valuenow", String(index + 1));
  put(strip, "aria-valuetext", `${words(view.phase.work)}: ${phaseName(view.phase)}`);
  [...strip.children].forEach((each, place) =>
    put(each, "class", `${phases[place].work}${place < index ? " past" : place === index ? " now" : ""}`),
  );
}
function scrub(event) {
  if (event.type === "pointermove" && !event.buttons) return;
  if (event.type === "pointerdown") at("strip").setPointerCapture(event.pointerId);
  const { left, width } = at("strip").getBoundingClientRect();
  const index = Math.floor(((event.clientX - left) / width) * view.phases.length);
  goTo(Math.max(0, Math.min(view.phases.length - 1, index)));
}

function drawTransport() {
  renew(at("transport"), null, () => [
    button("start", () => goTo(0), { label: "to start" }),
    button("iteration back", () => iterate(-1)),
    button("back", () => step(-1), { label: "step back" }),
    button("step", () => step(1), { class: "main" }),
    button("iteration", () => iterate(1), { label: "iteration on" }),
    tag("button", { "data-action": "train", click: train }),
    button("reset", restart),
  ]);
  const [, before, back] = at("transport").children,
    training = at("transport").children[5],
    name = view.training ? "pause" : "train";
  renew(training, name, () => [sign(name), tag("span", {}, words(name))]);
  put(training, "aria-label", words(name));
  put(training, "title", words(name));
  put(training, "class", view.training ? "pressed" : "");
  const first = !view.run.kept.some(({ iteration }) => iteration < view.run.iteration);
  put(before, "disabled", first);
  put(back, "disabled", first && view.index === 0);
}

// ---- of a lecture: the caption of a cue, the question before it, the way on -----------------------------------------

// The cue so many further on, over the ends of scenes; none beyond the last.
function cueAfter(by) {
  const { scene, cue } = view,
    other = page.scenes[page.scenes.indexOf(scene) + by];
  if (scene.cues[cue + by]) return [scene, cue + by];
  return other ? [other, by > 0 ? 0 : other.cues.length - 1] : null;
}
function go(by) {
  const there = cueAfter(by);
  if (!there) return;
  open(...there);
  at("caption").scrollIntoView({ block: "nearest" });
}

function drawCaption() {
  const { scene, cue, answered } = view,
    now = scene.cues[cue],
    lecture = scene.cues.length > 1 || page.scenes.length > 1;
  const told = !unanswered(scene, cue);
  at("caption").hidden = !(lecture || text(now.say) || text(scene.text));
  renew(at("caption"), [page.scenes.indexOf(scene), cue, answered], () => [
    ...(cue === 0 ? paragraphs(text(scene.text)) : []),
    ...now.asks.map((ask, place) => question(ask, askKey(scene, cue, place))),
    ...(told ? [tag("p", { class: "say" }, text(now.say)), tag("p", { class: "soft" }, text(now.more))] : []),
    ...(now.unfit ? [tag("p", { class: "soft" }, text(now.unfit))] : []),
    ...(scene.pictures?.length ? [pictures(scene.pictures)] : []),
    ...(lecture ? [wayOn(told)] : []),
  ]);
}
const paragraphs = (source) =>
  source
    .split(/\n\s*\n/)
    .filter(Boolean)
    .map((each) => tag("p", {}, each.replace(/[*_`#]/g, "")));

function wayOn(told) {
  const { scene, cue } = view,
    dots = scene.cues.map((_, place) => tag("i", { class: place === cue ? "now" : place < cue ? "past" : null }));
  return tag(
    "div",
    { class: "line way" },
    button("cue back", () => go(-1), { disabled: !cueAfter(-1) }, sign("less"), words("cue back")),
    tag("span", { class: "dots", role: "img", "aria-label": `${cue + 1} / ${scene.cues.length}` }, ...dots),
    button("cue on", () => go(1), { class: told ? "main" : "", disabled: !cueAfter(1) }, words("cue on"), sign("more")),
  );
}

function question(ask, key) {
  const given = view.answered[key],
    right = ask.right - 1;
  const answers = ask.answers.map((answer, place) =>
    tag(
      "button",
      {
        class: given === undefined ? null : place === right ? "right" : place === given ? "wrong" : null,
        disabled: given !== undefined,
        "data-action": `answer ${place}`,
        click: () => {
          view.answered = { ...view.answered, [key]: place };
          if (unanswered(view.scene, view.cue)) draw();
          else open(view.scene, view.cue, view.side);
          at("caption").querySelector("[role=status]").focus({ preventScroll: true });
        },
      },
      text(answer),
    ),
  );
  const verdict = given === right ? words("right") : words("wrong", { answer: text(ask.answers[right]) });
  return tag(
    "div",
    { class: "ask" },
    tag("h3", {}, words("question")),
    tag("p", {}, text(ask.text)),
    ...answers,
    ...(given === undefined
      ? []
      : [tag("p", { role: "status", tabindex: -1 }, tag("b", {}, verdict), " ", text(ask.why))]),
  );
}

// Pictures that stand in a text; each opens its scene, where the page has it, and shows it where there is no other.
const pictures = (list) =>
  tag(
    "div",
    { class: "tiles" },
    ...list.map(({ scene, say, image }) => {
      const there = page.scenes.find(({ id }) => id === scene),
        network = there?.cues.at(-1).sides[0];
      const shown = image ? tag("img", { src: image, alt: "" }) : network ? answerMap(network) : null;
      const inside = [shown, tag("span", {}, text(say) || text(there?.title))];
      return there
        ? tag("button", { click: () => open(there, 0), "data-action": `scene ${scene}` }, ...inside)
        : tag("figure", {}, ...inside);
    }),
  );

function drawSides() {
  const { sides = [], rows } = view.shownCue ?? {};
  const shown = sides.length < 2 || rows ? [] : sides;
  renew(at("sides"), [page.scenes.indexOf(view.scene), view.scene.cues.indexOf(view.shownCue), view.side], () =>
    shown.map((side, place) =>
      tag(
        "button",
        {
          "aria-pressed": String(place === view.side),
          "data-action": `side ${place}`,
          click: () => turnTo(place),
        },
        text(side.name) || words(place ? "right side" : "left"),
      ),
    ),
  );
}

// The title of all, scenes to choose from, the other languages.
function drawFrame() {
  const names = { en: "English", zh: "中文" };
  document.documentElement.lang = language;
  document.title = `${text(page.title)} · nnviz`;
  at("title").textContent = text(page.title);
  at("scene").hidden = page.scenes.length < 2;
  at("title").className = page.scenes.length < 2 ? "" : "of-scenes";
  at("scene").setAttribute("aria-label", words("scene"));
  renew(at("scene"), null, () =>
    page.scenes.map((scene, place) => tag("option", { value: place }, `${place + 1}  ${text(scene.title)}`)),
  );
  renew(at("languages"), null, () =>
    Object.keys(page.words)
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
              draw();
            },
          },
          names[each] ?? each,
        ),
      ),
  );
  for (const each of document.querySelectorAll("[data-words]"))
    each.textContent = words(each.dataset.words, { version: page.version });
}
