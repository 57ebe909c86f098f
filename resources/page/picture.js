// The network as a picture: left to right is forward, right to left is backward. Edges and units are painted on a
// canvas, since in training all of them change in every frame; what is to be read stands above it as text.

class Picture {
  constructor(box) {
    this.box = box;
    this.canvas = box.querySelector("canvas");
    this.svg = box.querySelector("svg");
    this.texts = null;
    this.ease = 0; // how much less is painted, from 0 to 3: where frames come late
    this.finer = 1; // so many pixels more: on paper
    this.hovered = null;
    this.start = 0;
    box.addEventListener("click", (event) => this.tapped(event));
    box.addEventListener("pointermove", (event) => event.pointerType === "mouse" && this.hover(this.nearest(event)));
    box.addEventListener("pointerleave", () => this.hover(null));
  }

  // ---- what lies where: a finger is broad, so the nearest counts ------------------------------------------------

  nearest({ clientX, clientY }) {
    const { left, top } = this.box.getBoundingClientRect(),
      [x, y] = [(clientX - left) / this.scale, (clientY - top) / this.scale],
      { loss } = this.layout;
    let best = { far: 22, found: null };
    const consider = (far, found) => far < best.far && (best = { far, found });
    eachUnit(this.layout, (layer, unit, place) => {
      const far = Math.max(Math.abs(x - place.x), Math.abs(y - place.y)) - place.side / 2;
      consider(far <= 0 ? -1 : far + 4, { layer, unit });
    });
    consider(Math.hypot(x - loss.x, y - loss.y) - 17, { loss: true });
    eachEdge(this.layout, (layer, to, from, curve) => {
      if (x < curve.x1 || x > curve.x2) return;
      for (let t = 0; t <= 1; t += 1 / 16) {
        const point = along(curve, t);
        consider(Math.hypot(x - point.x, y - point.y), { weight: { layer: layer + 1, to, from } });
      }
    });
    return best.found;
  }
  tapped(event) {
    const found = this.nearest(event);
    if (found?.loss) view.goTo("L");
    else if (found?.weight) view.pick(found.weight);
    else if (found) view.choose(found.layer, found.unit);
  }
  hover(found) {
    if (JSON.stringify(found) === JSON.stringify(this.hovered)) return;
    this.hovered = found;
    this.box.style.cursor = found ? "pointer" : "";
    const { weight } = found ?? {};
    this.box.title = weight
      ? `${weightName(weight)} ${written(numberAt(view.network.layers, weight))}`
      : found?.unit !== undefined
        ? unitName(view.widths, found.layer, found.unit)
        : "";
    this.paint();
  }
  // ---- drawing --------------------------------------------------------------------------------------------------

  // Room for another network, another window, another size of type, another sheet of paper.
  fit() {
    const scale = parseFloat(getComputedStyle(document.documentElement).fontSize) / 16,
      room = Math.max(280, this.box.clientWidth / scale),
      ratio = scale * this.finer * Math.min(devicePixelRatio || 1, [4, 1.5, 1, 1][this.ease]),
      told = at("caption").hidden ? 0 : at("caption").offsetHeight / scale + 10,
      key = `${view.widths} ${room} ${innerHeight} ${told} ${ratio}`;
    if (key === this.key) return;
    // On a wide window it takes what caption, formula and steps leave; on a telephone it leaves room for formula and steps.
    const left = innerHeight / scale - (innerWidth >= 1000 ? (innerWidth < 1400 ? 426 : 404) + told : 190),
      tall = innerWidth >= 1000 ? Math.min(700, left) : innerHeight < 560 ? left : 376;
    Object.assign(this, {
      key,
      scale,
      ratio,
      layout: layout(view.widths, room, Math.max(innerWidth >= 1000 ? 300 : 220, tall)),
      texts: null,
    });
    const { height } = this.layout;
    this.box.style.height = `${height * scale}px`;
    Object.assign(this.canvas, { width: room * ratio, height: height * ratio });
    this.svg.setAttribute("viewBox", `0 0 ${room} ${height}`);
  }
  // Pulses run along the edges in play, in the direction of the work.
  play() {
    this.start = quiet.matches ? 0 : performance.now();
    this.paint();
  }
  draw(texts = true) {
    this.fit();
    this.paint();
    if (texts) this.letter();
    if (this.finer > 1) new Brush(this.canvas.getContext("2d"), this.layout, null).texts(this.svg);
  }

  paint() {
    if (!view.run) return;
    const gone = (performance.now() - this.start) / 520,
      runs = this.start && gone < 1 && !view.training;
    const brush = new Brush(this.canvas.getContext("2d"), this.layout, this.hovered);
    brush.begin(this.ratio);
    brush.edges();
    brush.loss();
    if (this.layout.image) brush.image();
    eachUnit(this.layout, (layer, unit, place) => brush.unit(layer, unit, place));
    if (!runs) return;
    brush.pulses(gone < 0.5 ? 2 * gone * gone : 1 - 2 * (1 - gone) ** 2);
    requestAnimationFrame(() => this.paint());
  }

  // ---- what is to be read ---------------------------------------------------------------------------------------

  letter() {
    this.texts ??= this.newTexts();
    const { shown, phase, widths, record } = view,
      { narrow, brief, pitch, place } = this.layout,
      last = widths.length - 1;
    const losing = view.phase.index >= view.indexOf("L");
    this.texts.units.forEach((units, layer) =>
      units.forEach(({ below, above, beside }, unit) => {
        const summed = layer > 0 && phase.kind === "z" && phase.layer === layer,
          known = isKnown(view, layer);
        const name = unitName(widths, layer, unit),
          value = summed ? shown.z[layer - 1][unit] : shown.a[layer][unit];
        const number = brief ? short(value) : written(value),
          alone = beside || pitch < 60;
        put(
          below,
          "text",
          summed && !beside
            ? `z ${number}`
            : !known && !summed
              ? beside
                ? ""
                : name
              : alone
                ? number
                : `${name}${brief ? "" : " ="} ${number}`,
        );
        if (above) {
          const delta = layer > 0 && hasPassed(view, "delta", layer) ? shown.delta[layer - 1][unit] : null;
          put(above, "text", delta === null ? "" : alone ? short(delta) : `δ ${brief ? short(delta) : written(delta)}`);
        }
      }),
    );
    this.texts.layers.forEach((text, layer) => {
      put(
        text,
        "text",
        layer === 0 || pitch < 90
          ? layerName(layer, last, pitch < 60)
          : `${layerName(layer, last)} · ${functionName(view.network.layers[layer - 1].activation)}`,
      );
      put(text, "class", inPlay(view, layer) ? `layer ${phase.work}` : "layer");
    });
    put(this.texts.loss, "text", losing ? unsigned(shown.loss) : "");
    put(this.texts.batch, "text", losing && !narrow ? `${words("batch")} ${unsigned(record.loss.total)}` : "");
    put(this.texts.target, "text", targetOf(view));
    put(this.svg, "aria-label", words("picture", { layers: widths.join("-") }));
    this.letterEdges(place);
  }
  // What the edges of the unit in play carry, where there is room to read it.
  letterEdges(place) {
    const { phase, unit, widths, network, shown } = view,
      { kind, layer } = phase,
      list = [];
    const carries = (upper, to, from, value) =>
      list.push({ ...along(between(place(upper - 1, from), place(upper, to)), 0.5), value });
    if (kind === "z" || kind === "dW") {
      const { values } = carried(view, layer - 1),
        inputs = shown.a[layer - 1];
      values[unit].forEach((value, from) => carries(layer, unit, from, kind === "z" ? value * inputs[from] : value));
    } else if (kind === "delta" && layer < widths.length - 1) {
      const { values } = carried(view, layer);
      network.layers[layer].W.forEach((_, to) => carries(layer + 1, to, unit, values[to][unit]));
    }
    const { narrow, pitch } = this.layout,
      fits = pitch > 88 && list.length <= 8;
    this.texts.edges.forEach((text, place) => {
      const here = fits ? list[place] : undefined;
      put(text, "text", here ? (narrow ? short(here.value) : written(here.value)) : "");
      if (here) put(text, "transform", `translate(${here.x.toFixed(1)} ${(here.y + 4).toFixed(1)})`);
      if (here) put(text, "class", `number ${kind === "z" ? "" : "grad-"}${here.value < 0 ? "negative" : "positive"}`);
    });
  }
  newTexts() {
    const { widths } = view,
      { room, height, place, loss, image, first } = this.layout;
    const text = (x, y, kind) =>
      drawn("text", { transform: `translate(${x.toFixed(1)} ${y.toFixed(1)})`, class: kind });
    const lettering = (layer, { x, y, side, lettered }) =>
      lettered === "below"
        ? {
            below: text(x, y + side / 2 + 17, "number"),
            above: layer ? text(x, y - side / 2 - 6, "number delta") : null,
          }
        : {
            beside: true,
            below: text(x + side / 2 + 3, y + (layer ? -1 : 4), "number beside"),
            above: layer ? text(x + side / 2 + 3, y + 11, "number beside delta") : null,
          };
    const units = widths.map((count, layer) =>
      place(layer, 0).lettered ? Array.from({ length: count }, (_, unit) => lettering(layer, place(layer, unit))) : [],
    );
    const texts = {
      units,
      layers: widths.map((_, layer) => text(image && layer === 0 ? first.x : place(layer, 0).x, height - 4, "layer")),
      edges: Array.from({ length: 8 }, () => text(0, 0, "number")),
      loss: text(loss.x, loss.y + 36, "number"),
      batch: text(loss.x, loss.y + 51, "number soft"),
      target: text(room - 2, loss.y - 28, "number target"),
    };
    this.svg.replaceChildren(
      ...units.flat().flatMap(({ below, above }) => (above ? [below, above] : [below])),
      ...texts.layers,
      ...texts.edges,
      texts.loss,
      texts.batch,
      texts.target,
      drawn("text", { transform: `translate(${loss.x} ${loss.y + 6})`, class: "letter" }, "L"),
    );
    return texts;
  }
}
