// What the reader can press: examples, phases, steps, and in a lecture the answers and the way on.

function drawExamples(count) {
  const dots = Array.from({ length: Math.min(count, 20) }, (_, place) =>
    tag(
      "button",
      {
        class: "dot-button",
        "data-action": `example ${place}`,
        "aria-pressed": String(view.pinned === null && view.place === place),
        "aria-label": words("example of batch", { place: place + 1, count }),
        click: () => {
          Object.assign(view, { place, pinned: null });
          draw();
        },
      },
      String(place + 1),
    ),
  );
  at("examples").replaceChildren(
    tag("span", { class: "soft" }, words("example")),
    ...dots,
    ...(view.pinned === null
      ? []
      : [
          tag("span", {}, words("pinned", { place: view.pinned })),
          tag(
            "button",
            {
              click: () => {
                view.pinned = null;
                draw();
              },
            },
            words("unpin"),
          ),
        ]),
  );
}

const button = (label, name, action, more = {}) =>
  tag("button", { "aria-label": words(name), title: words(name), click: action, ...more }, label);

function drawTransport() {
  at("strip").setAttribute("aria-label", words("phases"));
  at("strip").replaceChildren(
    ...view.phases.map(({ label, work, index }) =>
      tag(
        "button",
        {
          class: `${work} ${index < view.index ? "past" : ""}`,
          "aria-current": index === view.index ? "step" : null,
          "data-action": `phase ${index}`,
          click: () => goTo(index),
        },
        label,
      ),
    ),
  );
  at("transport").replaceChildren(
    button("|◀", "to start", () => goTo(0), { "data-action": "start" }),
    button("◀◀", "iteration back", () => iterate(-1), { "data-action": "iteration back" }),
    button("◀", "step back", () => step(-1), { "data-action": "back" }),
    button("▶", "step", () => step(1), { "data-action": "step", class: "main" }),
    button("▶▶", "iteration on", () => iterate(1), { "data-action": "iteration" }),
    button(words(view.training ? "pause" : "train"), view.training ? "pause" : "train", train, {
      "data-action": "train",
      class: "wide",
    }),
    button(words("reset"), "reset", restart, { "data-action": "reset", class: "wide" }),
  );
}

// The caption of a cue, the question that stands before it, and the way on.
function drawCaption() {
  const { scene, cue } = view,
    now = scene.cues[cue],
    several = scene.cues.length > 1,
    here = page.scenes.indexOf(scene);
  at("caption").hidden = !(text(now.say) || text(scene.text) || several || page.scenes.length > 1);
  const go = (by) => {
    const next = view.scene.cues[view.cue + by]
      ? [view.scene, view.cue + by]
      : page.scenes[here + by] && [page.scenes[here + by], by > 0 ? 0 : page.scenes[here + by].cues.length - 1];
    if (next) open(...next);
  };
  view.go = go;
  const asks = now.asks.map((ask, place) => ({ ask, key: askKey(scene, cue, place) })),
    told = !unanswered(scene, cue);
  const parts = [
    tag(
      "div",
      { class: "line" },
      tag("h2", {}, text(scene.title)),
      tag("span", { class: "soft" }, several ? `${cue + 1} / ${scene.cues.length}` : ""),
    ),
  ];
  if (cue === 0)
    parts.push(
      ...text(scene.text)
        .split(/\n\s*\n/)
        .filter(Boolean)
        .map((each) => tag("p", {}, each.replace(/[*_`#]/g, ""))),
    );
  asks.forEach(({ ask, key }) => {
    const given = view.answered[key],
      right = given === ask.right - 1;
    parts.push(
      tag(
        "div",
        { class: "ask" },
        tag("h3", {}, words("question")),
        tag("p", {}, text(ask.text)),
        ...ask.answers.map((answer, at) =>
          tag(
            "button",
            {
              class: given === undefined ? "" : at === ask.right - 1 ? "right" : at === given ? "wrong" : "",
              disabled: given !== undefined,
              click: () => {
                view.answered[key] = at;
                if (unanswered(scene, cue)) draw();
                else open(scene, cue, view.side);
              },
            },
            text(answer),
          ),
        ),
        ...(given === undefined
          ? []
          : [
              tag("p", {}, right ? words("right") : words("wrong", { answer: text(ask.answers[ask.right - 1]) })),
              tag("p", { class: "soft" }, text(ask.why)),
            ]),
      ),
    );
  });
  if (told) parts.push(tag("p", { class: "say" }, text(now.say)), tag("p", { class: "soft" }, text(now.more)));
  if (now.unfit) parts.push(tag("p", { class: "soft" }, words("unfit")));
  if (several || page.scenes.length > 1)
    parts.push(
      tag(
        "div",
        { class: "line" },
        button(words("cue back"), "cue back", () => go(-1), { "data-action": "cue back" }),
        button(words("cue on"), "cue on", () => go(1), { "data-action": "cue on", class: "main" }),
      ),
    );
  at("caption").replaceChildren(...parts);
  at("sides").replaceChildren(
    ...(now.sides.length < 2
      ? []
      : now.sides.map((side, place) =>
          tag(
            "button",
            { "aria-pressed": String(place === view.side), click: () => open(scene, cue, place) },
            text(side.name) || words(place ? "right side" : "left"),
          ),
        )),
  );
}
