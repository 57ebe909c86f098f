// What each unit answers over the plane of two inputs, or along the line of one, as small pictures.

// The answers of every unit to many inputs at once, layer by layer in long lists: quick enough for each frame.
function answersTo(network, inputs) {
  const layers = [inputs],
    count = inputs[0].length;
  network.layers.forEach(({ W, b, activation }, layer) => {
    const below = layers[layer],
      { value } = ACTIVATIONS[activation] ?? {};
    const sums = W.map((row, unit) => {
      const list = new Float64Array(count).fill(b[unit]);
      row.forEach((w, from) => {
        const other = below[from];
        for (let place = 0; place < count; place++) list[place] += w * other[place];
      });
      if (value) for (let place = 0; place < count; place++) list[place] = value(list[place]);
      return list;
    });
    if (!value)
      for (let place = 0; place < count; place++)
        softmax(sums.map((list) => list[place])).forEach((share, unit) => (sums[unit][place] = share));
    layers.push(
      network.silenced.length
        ? sums.map((list, unit) => (network.silenced.includes(`${layer + 1},${unit}`) ? list.fill(0) : list))
        : sums,
    );
  });
  return layers;
}

// The inputs at the points of a square grid within bounds, from the upper left; of one input, along the line.
function gridOf(bounds, size) {
  const between = ([low, high], share) => low + (high - low) * share;
  if (bounds.length === 1)
    return [Float64Array.from({ length: size }, (_, place) => between(bounds[0], place / (size - 1)))];
  const grid = [new Float64Array(size * size), new Float64Array(size * size)];
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++) {
      grid[0][row * size + column] = between(bounds[0], (column + 0.5) / size);
      grid[1][row * size + column] = between(bounds[1], 1 - (row + 0.5) / size);
    }
  return grid;
}

// From a value between −1 and 1 to a colour, as a list of 256 pixels; of a class, from nothing to its own colour.
let ramps = {};
function chooseRamps() {
  const pixel = (from, to, part) =>
    from.reduce(
      (all, each, channel) => all | (Math.round(each + (to[channel] - each) * part) << (8 * channel)),
      255 << 24,
    );
  const [low, zero, high] = ["map-negative", "map-zero", "map-positive"].map((role) => channels(palette[role]));
  ramps = {
    sign: Int32Array.from({ length: 256 }, (_, place) =>
      place < 128 ? pixel(zero, low, 1 - place / 127.5) : pixel(zero, high, place / 127.5 - 1),
    ),
  };
  for (let each = 0; each < 10; each++)
    ramps[`class-${each}`] = Int32Array.from({ length: 256 }, (_, place) =>
      pixel(zero, channels(palette[`class-${each}`]), (0.8 * Math.max(0, place - 127.5)) / 127.5),
    );
}

// How a unit's answers fill the scale from −1 to 1: sigmoids and shares from their 0 to 1, others by their largest.
function scaleOf(network, layer, values) {
  const kind = layer ? network.layers[layer - 1].activation : "x";
  if (kind === "sigmoid") return [2, -1];
  if (kind === "softmax" || kind === "tanh") return [1, 0];
  let largest = 1e-9;
  for (let place = 0; place < values.length; place++) largest = Math.max(largest, Math.abs(values[place]));
  return [1 / largest, 0];
}

// A small canvas of a unit's answers; the one from before is painted over.
function paintMap(canvas, size, values, [factor, shift], ramp) {
  if (canvas.width !== size) canvas.width = canvas.height = size;
  const context = canvas.getContext("2d"),
    image = context.createImageData(size, size),
    pixels = new Int32Array(image.data.buffer);
  for (let place = 0; place < pixels.length; place++)
    pixels[place] = ramp[Math.max(0, Math.min(255, 127.5 + 127.5 * (values[place] * factor + shift))) | 0];
  context.putImageData(image, 0, 0);
  return canvas;
}

// Where inputs lie, with some room around; of more than two there is no plane.
function boundsOf(experiment) {
  if (experiment.inputs.length > 2) return null;
  const known = experiment.examples.filter(Boolean);
  return experiment.inputs.map((_, axis) => {
    let [low, high] = [Infinity, -Infinity];
    for (const { x } of known) [low, high] = [Math.min(low, x[axis]), Math.max(high, x[axis])];
    const more = 0.1 * (high - low || 1);
    return [low - more, high + more];
  });
}

// The pictures of all units of a network, which are kept and painted over: `answers` are the numbers behind them.
class Maps {
  constructor(network, bounds) {
    Object.assign(this, { bounds, size: 0, answers: null });
    this.canvases =
      bounds?.length === 2
        ? [2, ...network.layers.map(({ b }) => b.length)].map((units) =>
            Array.from({ length: units }, () => tag("canvas")),
          )
        : null;
  }
  show(network, size) {
    if (!this.bounds) return;
    if (this.size !== size) Object.assign(this, { size, grid: gridOf(this.bounds, size) });
    this.answers = answersTo(network, this.grid);
    this.canvases?.forEach((layer, place) =>
      layer.forEach((canvas, unit) => {
        const values = this.answers[place][unit],
          shares = place > 0 && network.layers[place - 1].activation === "softmax";
        paintMap(
          canvas,
          size,
          values,
          scaleOf(network, place, values),
          shares ? ramps[`class-${unit % 10}`] : ramps.sign,
        );
      }),
    );
  }
}
