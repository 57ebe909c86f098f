// What paints the network on a canvas: edges, pulses along them, the loss, units with what they answer.

class Brush {
  constructor(context, layout, hovered) {
    Object.assign(this, { context, layout, hovered });
  }
  begin(ratio) {
    this.context.setTransform(ratio, 0, 0, ratio, 0, 0);
    this.context.clearRect(0, 0, this.layout.room, this.layout.height);
  }

  edges() {
    const { context } = this;
    const work = view.network.layers.map((_, layer) => carried(view, layer)),
      largest = work.map(({ values }) =>
        Math.max(1e-12, ...values.map((row) => row.reduce((most, each) => Math.max(most, Math.abs(each)), 0))),
      ),
      least = work.map(({ values }) => leastDrawn(values)),
      hovered = this.hovered?.weight;
    eachEdge(this.layout, (layer, to, from, curve) => {
      const { values, back, play } = work[layer],
        value = values[to][from],
        share = Math.abs(value) / largest[layer];
      const picked = view.isPicked(layer + 1, to, from),
        pointed = hovered && hovered.layer === layer + 1 && hovered.to === to && hovered.from === from;
      if (Math.abs(value) < least[layer] && !picked && !pointed) return;
      context.globalAlpha = picked || pointed ? 1 : play ? 0.4 + 0.6 * share : 0.18 + 0.3 * share;
      context.strokeStyle = picked
        ? palette.accent
        : palette[(back ? "grad-" : "") + (value < 0 ? "negative" : "positive")];
      context.lineWidth = (picked || pointed ? 1.6 : 0.7) + (play ? 4.6 : 3) * share;
      context.setLineDash(play && value < 0 ? [6, 4] : []);
      this.trace(curve);
    });
    context.globalAlpha = 1;
    context.setLineDash([]);
  }
  trace({ x1, y1, x2, y2 }) {
    const { context } = this;
    const middle = (x1 + x2) / 2;
    context.beginPath();
    context.moveTo(x1, y1);
    context.bezierCurveTo(middle, y1, middle, y2, x2, y2);
    context.stroke();
  }
  pulses(t) {
    const { context } = this;
    const { phase } = view;
    context.fillStyle = palette[phase.work];
    eachEdge(this.layout, (layer, to, from, curve) => {
      const { values, back, play } = carried(view, layer);
      if (!play || phase.kind === "update" || Math.abs(values[to][from]) < leastDrawn(values)) return;
      const largest = Math.max(1e-12, ...values.flat().map(Math.abs)),
        point = along(curve, back ? 1 - t : t);
      context.globalAlpha = 0.9;
      context.beginPath();
      context.arc(point.x, point.y, 1.5 + 3.5 * (Math.abs(values[to][from]) / largest), 0, 2 * Math.PI);
      context.fill();
    });
    context.globalAlpha = 1;
  }

  loss() {
    const { context } = this;
    const { loss, place } = this.layout,
      last = view.widths.length - 1,
      play = view.phase.kind === "L";
    context.strokeStyle = palette.loss;
    context.setLineDash([7, 4]);
    context.lineWidth = play ? 3 : 1.5;
    context.globalAlpha = play ? 1 : 0.55;
    for (let unit = 0; unit < view.widths[last]; unit++) {
      const { x, y, side } = place(last, unit);
      this.trace({ x1: x + side / 2, y1: y, x2: loss.x - 18, y2: loss.y });
    }
    context.globalAlpha = 1;
    context.setLineDash([]);
    context.lineWidth = play ? 4 : 2;
    context.fillStyle = palette[play ? "loss-soft" : "card"];
    context.beginPath();
    context.arc(loss.x, loss.y, 18, 0, 2 * Math.PI);
    context.fill();
    context.stroke();
  }

  unit(layer, unit, { x, y, side }) {
    const { context } = this;
    const { phase, shown, maps, network } = view,
      play = inPlay(view, layer),
      box = [x - side / 2, y - side / 2, side, side];
    context.save();
    context.beginPath();
    this.frame(box);
    context.fillStyle = palette.zero;
    context.fill();
    context.clip();
    if (maps.canvases) context.drawImage(maps.canvases[layer][unit], ...box);
    else if (maps.answers) this.curve(layer, unit, box);
    else if (isKnown(view, layer)) this.bar(shown.a[layer][unit], box);
    context.restore();
    const chosen = play && view.unit === unit,
      pointed = this.hovered?.layer === layer && this.hovered.unit === unit;
    context.lineWidth = chosen ? 4 : play ? 2.5 : pointed ? 2 : 1.2;
    context.strokeStyle = play ? palette[phase.work] : palette[pointed ? "accent" : "control-border"];
    context.beginPath();
    this.frame(box);
    context.stroke();
    if (layer > 0 && side >= 26)
      this.bias(
        network.layers[layer - 1].b[unit],
        x - side / 2 + 1,
        y + side / 2 - 1,
        view.isPicked(layer, unit, null),
      );
  }
  // With round corners, where the browser knows how.
  frame([left, top, side]) {
    const { context } = this;
    if (context.roundRect) context.roundRect(left, top, side, side, side / 7);
    else context.rect(left, top, side, side);
  }
  // Of one input: the curve that the unit makes of it, and where this example stands on it.
  curve(layer, unit, [left, top, side]) {
    const { context } = this;
    const { answers, bounds } = view.maps,
      values = answers[layer][unit],
      [factor, shift] = scaleOf(view.network, layer, values);
    const level = (value) => top + side / 2 - side * 0.44 * Math.max(-1, Math.min(1, value * factor + shift));
    for (const [role, sign] of [
      ["map-positive", 1],
      ["map-negative", -1],
    ]) {
      context.fillStyle = palette[role];
      context.globalAlpha = 0.6;
      context.beginPath();
      context.moveTo(left, top + side / 2);
      values.forEach((value, place) => {
        const y = level(value);
        context.lineTo(
          left + (side * place) / (values.length - 1),
          sign > 0 ? Math.min(y, top + side / 2) : Math.max(y, top + side / 2),
        );
      });
      context.lineTo(left + side, top + side / 2);
      context.fill();
    }
    context.globalAlpha = 1;
    context.strokeStyle = palette.text;
    context.lineWidth = 1.4;
    context.beginPath();
    values.forEach((value, place) => context.lineTo(left + (side * place) / (values.length - 1), level(value)));
    context.stroke();
    const [low, high] = bounds[0];
    context.fillStyle = palette.text;
    context.beginPath();
    context.arc(
      left + (side * (view.shown.x[0] - low)) / (high - low),
      level(view.shown.a[layer][unit]),
      2.5,
      0,
      2 * Math.PI,
    );
    context.fill();
  }
  // Very many inputs as one picture, row by row.
  image() {
    const { context } = this;
    const { image, large, first } = this.layout,
      { x } = view.shown,
      cell = large / image,
      most = x.reduce((all, each) => Math.max(all, Math.abs(each)), 1e-9);
    x.forEach((value, place) => {
      context.fillStyle = palette[`map-${value < 0 ? "negative" : "positive"}`];
      context.globalAlpha = Math.min(1, Math.abs(value) / most);
      context.fillRect(
        first.x - large / 2 + (place % image) * cell,
        first.y - large / 2 + Math.floor(place / image) * cell,
        cell,
        cell,
      );
    });
    context.globalAlpha = 1;
    context.strokeStyle = palette[inPlay(view, 0) ? "forward" : "control-border"];
    context.lineWidth = inPlay(view, 0) ? 2.5 : 1.2;
    context.strokeRect(first.x - large / 2, first.y - large / 2, large, large);
  }
  // Of many inputs: a bar from the middle, up or down as the answer's sign.
  bar(value, [left, top, side]) {
    const { context } = this;
    const part = Math.max(-1, Math.min(1, value));
    context.fillStyle = palette[`map-${value < 0 ? "negative" : "positive"}`];
    context.fillRect(left, top + side / 2 - Math.max(0, part) * side * 0.5, side, Math.abs(part) * side * 0.5);
  }
  bias(value, x, y, picked) {
    const { context } = this;
    context.fillStyle = palette.card;
    context.strokeStyle = palette[picked ? "accent" : value < 0 ? "negative" : "positive"];
    context.lineWidth = picked ? 3 : 1.6;
    context.beginPath();
    context.arc(x, y, 5.5, 0, 2 * Math.PI);
    context.fill();
    context.moveTo(x - 3, y);
    context.lineTo(x + 3, y);
    if (value >= 0) {
      context.moveTo(x, y - 3);
      context.lineTo(x, y + 3);
    }
    context.stroke();
  }

  // On paper what is to be read is painted too: a browser scales a canvas there a little otherwise than what lies above.
  texts(svg) {
    const { context } = this;
    context.textBaseline = "alphabetic";
    context.lineJoin = "round";
    for (const text of svg.querySelectorAll("text")) {
      const { fontWeight, fontSize, fontFamily, fill, stroke, strokeWidth, textAnchor } = getComputedStyle(text),
        [x, y] = text
          .getAttribute("transform")
          ?.match(/[-\d.]+/g)
          .map(Number) ?? [0, 0];
      context.font = `${fontWeight} ${fontSize} ${fontFamily}`;
      context.textAlign = textAnchor === "middle" ? "center" : textAnchor;
      if (stroke !== "none") {
        Object.assign(context, { strokeStyle: stroke, lineWidth: parseFloat(strokeWidth) });
        context.strokeText(text.textContent, x, y);
      }
      context.fillStyle = fill;
      context.fillText(text.textContent, x, y);
    }
  }
}
