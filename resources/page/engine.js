// A network that trains, in plain JavaScript: forward, loss, backward, update, each formula on its own line.
//
// A layer is {W, b, activation}: W has a row for each unit, b a number for each; an example is {x, y}, z, a and delta
// are lists with a number for each unit. The engine of nnviz trains by the same formulas; tests hold this file to it,
// number by number. Nothing here knows of the page.

// Plain loops: these two are run more often than all else.
function sum(list) {
  let total = 0;
  for (let place = 0; place < list.length; place++) total += list[place];
  return total;
}
function dot(one, other) {
  let total = 0;
  for (let place = 0; place < one.length; place++) total += one[place] * other[place];
  return total;
}
const sigmoid = (z) => 1 / (1 + Math.exp(-z));
const density = (z) => Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
const softplus = (z) => Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));

// The share of a standard normal distribution below z: half, and density(z) (z + z³/3 + z⁵/(3·5) + …).
function normal(z) {
  if (Math.abs(z) > 9) return z > 0 ? 1 : 0;
  let term = z,
    total = z;
  for (let odd = 3; Math.abs(term) > 1e-18 * Math.abs(total); odd += 2) total += term *= (z * z) / odd;
  return 0.5 + density(z) * total;
}

// a = value(z), and the slope g′ from z and a.
const ACTIVATIONS = {
  sigmoid: { value: sigmoid, slope: (z, a) => a * (1 - a) },
  tanh: { value: Math.tanh, slope: (z, a) => 1 - a * a },
  relu: { value: (z) => Math.max(0, z), slope: (z) => (z > 0 ? 1 : 0) },
  leaky_relu: { value: (z) => Math.max(0.01 * z, z), slope: (z) => (z > 0 ? 1 : 0.01) },
  elu: { value: (z) => Math.max(z, Math.expm1(Math.min(z, 0))), slope: (z) => Math.exp(Math.min(z, 0)) },
  softplus: { value: softplus, slope: sigmoid },
  gelu: { value: (z) => z * normal(z), slope: (z) => normal(z) + z * density(z) },
  silu: { value: (z) => z * sigmoid(z), slope: (z) => sigmoid(z) * (1 + z * (1 - sigmoid(z))) },
  linear: { value: (z) => z, slope: () => 1 },
};

function softmax(z) {
  const largest = Math.max(...z);
  const powers = z.map((each) => Math.exp(each - largest));
  const total = sum(powers);
  return powers.map((each) => each / total);
}

// The loss of one example from z and a of the output; as stable as it can be, so from z where there is a logarithm.
const LOSSES = {
  squared_error: (z, a, y, factor) => factor * sum(a.map((each, unit) => (each - y[unit]) ** 2)),
  binary_cross_entropy: (z, a, y) => sum(z.map((each, unit) => softplus((1 - 2 * y[unit]) * each))),
  cross_entropy: (z, a, y) => sum(z.map((each, unit) => (y[unit] ? y[unit] * logShare(z, unit) : 0))),
};

// −ln of a softmax's share: ln(1 + Σ exp(z_other − z_own)).
function logShare(z, own) {
  const ahead = z.filter((_, unit) => unit !== own).map((each) => each - z[own]);
  const largest = Math.max(...ahead);
  return softplus(largest + Math.log(sum(ahead.map((each) => Math.exp(each - largest)))));
}

// A unit that is knocked out answers 0 and passes nothing back.
const heard = (network, layer, values) =>
  network.silenced.length === 0
    ? values
    : values.map((each, unit) => (network.silenced.includes(`${layer + 1},${unit}`) ? 0 : each));

// Each layer's z, and each layer's a with the input before them: a[0] is x, a[last] is ŷ.
function forward(network, x) {
  const z = [],
    a = [x];
  network.layers.forEach(({ W, b, activation }, layer) => {
    const sums = W.map((row, unit) => dot(row, a[layer]) + b[unit]);
    const { value } = ACTIVATIONS[activation] ?? {};
    z.push(sums);
    a.push(heard(network, layer, value ? sums.map((each) => value(each)) : softmax(sums)));
  });
  return { z, a };
}

// How steep each unit of a layer is where it stands.
function slopes(network, { z, a }, layer) {
  const { slope } = ACTIVATIONS[network.layers[layer].activation],
    steep = z[layer].map((each, unit) => slope(each, a[layer + 1][unit]));
  return heard(network, layer, steep);
}

// δ = ∂L/∂z of each layer, found from the last to the first.
function backward(network, there, y) {
  const last = network.layers.length - 1,
    prediction = there.a[last + 1],
    delta = [];
  const error = prediction.map((each, unit) => network.errorFactor * (each - y[unit]));
  if (network.loss !== "squared_error")
    delta[last] = error; // the slope of the output cancels out
  else if (network.layers[last].activation === "softmax")
    delta[last] = prediction.map((each, unit) => each * (error[unit] - dot(error, prediction)));
  else {
    const steep = slopes(network, there, last);
    delta[last] = error.map((each, unit) => each * steep[unit]);
  }
  for (let layer = last - 1; layer >= 0; layer--) {
    const above = network.layers[layer + 1].W,
      steep = slopes(network, there, layer);
    const errors = delta[layer + 1];
    delta[layer] = steep.map((slope, unit) => {
      let blame = 0;
      for (let to = 0; to < above.length; to++) blame += above[to][unit] * errors[to];
      return blame * slope;
    });
  }
  return delta;
}

const exampleLoss = (network, { z, a }, y) => LOSSES[network.loss](z.at(-1), a.at(-1), y, network.lossFactor);
const penalty = (network) => (network.l1 || network.l2 ? penalties(network) : 0);
const penalties = (network) =>
  sum(network.layers.map(({ W }) => sum(W.flat().map((w) => 0.5 * network.l2 * w * w + network.l1 * Math.abs(w)))));
const meanLoss = (network, examples) =>
  sum(examples.map(({ x, y }) => exampleLoss(network, forward(network, x), y))) / examples.length;

// Everything of one update but the update itself: of each example z, a and delta, and the batch's gradients.
function passes(network, batch) {
  const each = batch.map(({ x, y }) => {
    const there = forward(network, x);
    return { x, y, ...there, loss: exampleLoss(network, there, y), delta: backward(network, there, y) };
  });
  const gradients = network.layers.map((layer, place) => meanGradient(layer, place, each, network));
  const clip = clipped(network, gradients);
  const data = sum(each.map(({ loss }) => loss)) / each.length,
    extra = penalty(network);
  return { each, gradients, clip, loss: { data, penalty: extra, total: data + extra } };
}

// ∇W = mean δ aᵀ and ∇b = mean δ, with the penalty's part: + λ W, + λ sign W.
function meanGradient({ W, b }, layer, each, { l1, l2 }) {
  const gradient = { W: W.map((row) => new Array(row.length).fill(0)), b: new Array(b.length).fill(0) };
  for (const one of each)
    for (let to = 0; to < b.length; to++) {
      const error = one.delta[layer][to] / each.length,
        row = gradient.W[to],
        inputs = one.a[layer];
      for (let from = 0; from < row.length; from++) row[from] += error * inputs[from];
      gradient.b[to] += error;
    }
  if (l1 || l2)
    gradient.W = gradient.W.map((row, to) => row.map((g, from) => g + l2 * W[to][from] + l1 * Math.sign(W[to][from])));
  return gradient;
}

// All gradients are shortened alike where their norm, over all that trains, is larger than the limit.
function clipped(network, gradients) {
  if (!network.clipNorm) return 1;
  const squares = flat(gradients).map((each, place) => (network.trains[place] ? each * each : 0));
  const factor = Math.min(1, network.clipNorm / (Math.sqrt(sum(squares)) + 1e-6));
  gradients.forEach((layer) => {
    layer.W = layer.W.map((row) => row.map((each) => factor * each));
    layer.b = layer.b.map((each) => factor * each);
  });
  return factor;
}

// All numbers of layers as one list, and back.
function flat(layers) {
  const numbers = [];
  for (const { W, b } of layers) {
    for (const row of W) for (const each of row) numbers.push(each);
    for (const each of b) numbers.push(each);
  }
  return numbers;
}
function unflat(layers, numbers) {
  let place = 0;
  const take = () => numbers[place++];
  return layers.map((layer) => ({ ...layer, W: layer.W.map((row) => row.map(take)), b: layer.b.map(take) }));
}

// What an update takes off a parameter w, from its gradient g, the rate and what m remembers; powers are βᵗ.
const OPTIMISERS = {
  sgd: (s, m, g, rate) => rate * g,
  momentum: (s, m, g, rate) => rate * (m[0] = s.momentum * m[0] + g),
  nesterov: (s, m, g, rate) => rate * (g + s.momentum * (m[0] = s.momentum * m[0] + g)),
  adagrad: (s, m, g, rate) => (rate * g) / (Math.sqrt((m[0] += g * g)) + s.epsilon),
  rmsprop: (s, m, g, rate) => (rate * g) / (Math.sqrt((m[0] = s.decay * m[0] + (1 - s.decay) * g * g)) + s.epsilon),
  adam: (s, m, g, rate, w, powers) => {
    m[0] += (1 - s.beta1) * (g - m[0]);
    m[1] = s.beta2 * m[1] + (1 - s.beta2) * g * g;
    return ((rate / (1 - powers[0])) * m[0]) / (Math.sqrt(m[1]) / Math.sqrt(1 - powers[1]) + s.epsilon);
  },
  adamw: (s, m, g, rate, w, powers) => OPTIMISERS.adam(s, m, g, rate, w, powers) + rate * s.weight_decay * w,
};

// The order of an epoch's examples as NumPy's generator PCG64 shuffles them; its state is a pair of large numbers.
function shuffled(count, generator) {
  const MASK = (1n << 128n) - 1n,
    LOW = 0xffffffffn,
    order = [...Array(count).keys()];
  const next32 = () => {
    if (generator.half !== null) return [generator.half, (generator.half = null)][0];
    generator.state = (generator.state * 0x2360ed051fc65da44385df649fccf645n + generator.inc) & MASK;
    const folded = BigInt.asUintN(64, (generator.state >> 64n) ^ generator.state),
      turn = generator.state >> 122n;
    const word = BigInt.asUintN(64, (folded >> turn) | (folded << ((64n - turn) & 63n)));
    generator.half = word >> 32n;
    return word & LOW;
  };
  for (let last = count - 1; last > 0; last--) {
    // Draws below the next power of two, until one is not too large.
    const mask = (1n << BigInt(32 - Math.clz32(last))) - 1n;
    let other = Number(next32() & mask);
    while (other > last) other = Number(next32() & mask);
    [order[last], order[other]] = [order[other], order[last]];
  }
  return order;
}

// What the learning rate is multiplied by in an epoch, counted from 0.
function rateFactor({ name, factor, every, epochs, lowest, warmup }, epoch, all) {
  const kinds = {
    step: () => factor ** Math.floor(epoch / every),
    exponential: () => factor ** epoch,
    cosine: () => lowest + (1 - lowest) * 0.5 * (1 + Math.cos(Math.PI * Math.min(1, epoch / (epochs || all)))),
  };
  return (kinds[name] ? kinds[name]() : 1) * (epoch < warmup ? (epoch + 1) / (warmup + 1) : 1);
}

// A run: it makes updates, and goes back exactly, from the nearest place that it has kept.
class Run {
  constructor(experiment, start) {
    Object.assign(this, { experiment, network: { ...experiment.network, ...start.network } });
    const { state, inc, half } = start.generator ?? { state: 0, inc: 0, half: null };
    this.generator = { state: BigInt(state), inc: BigInt(inc), half: half === null ? null : BigInt(half) };
    this.iteration = start.iteration;
    this.rate = start.rate; // set by hand: the schedule gives way; null where it holds
    const zeros = () => flat(this.network.layers).map(() => 0);
    this.memory = start.memory.length ? start.memory : Array.from({ length: experiment.memories }, zeros);
    this.kept = [];
    this.lay(start.order ?? experiment.train.map((_, place) => place));
  }
  get batches() {
    return Math.ceil(this.experiment.train.length / this.experiment.batchSize);
  }
  get epoch() {
    return Math.floor(this.iteration / this.batches);
  }
  get place() {
    return this.iteration % this.batches;
  }
  get learningRate() {
    const { schedule, learningRate, epochs } = this.experiment;
    return this.rate ?? learningRate * rateFactor(schedule, this.epoch, epochs);
  }
  lay(order) {
    this.order = order;
  }
  // The examples of the next batch, as places in the data set.
  batch() {
    const size = this.experiment.batchSize,
      start = this.place * size;
    return this.order.slice(start, start + size).map((place) => this.experiment.train[place]);
  }
  // Everything of the next update, which is not made.
  record() {
    const examples = this.batch(),
      passed = passes(
        this.network,
        examples.map((place) => this.experiment.examples[place]),
      );
    return { examples, ...passed, iteration: this.iteration, learningRate: this.learningRate, ...this.step(passed) };
  }
  // The parameters and the memory after an update.
  step({ gradients }) {
    const { optimiser, settings } = this.experiment,
      { layers, trains } = this.network;
    const powers = [settings.beta1 ** (this.iteration + 1), settings.beta2 ** (this.iteration + 1)];
    const memory = this.memory.map((vector) => [...vector]),
      before = flat(layers),
      rate = this.learningRate,
      taken = OPTIMISERS[optimiser],
      remembered = memory.map(() => 0);
    const after = flat(gradients).map((gradient, place) => {
      for (let vector = 0; vector < memory.length; vector++) remembered[vector] = memory[vector][place];
      const off = taken(settings, remembered, gradient, rate, before[place], powers);
      for (let vector = 0; vector < memory.length; vector++) memory[vector][place] = remembered[vector];
      return trains[place] ? before[place] - off : before[place];
    });
    return { after: unflat(layers, after), memory };
  }
  update() {
    if (this.iteration % 50 === 0) this.keep();
    const { after, memory } = this.record();
    this.network = { ...this.network, layers: after };
    this.memory = memory;
    this.iteration += 1;
    if (this.place === 0 && this.experiment.shuffles && this.batches > 1)
      this.lay(shuffled(this.experiment.train.length, this.generator));
  }
  keep() {
    const { iteration, network, memory, order, generator, rate } = this;
    this.kept = this.kept.filter((each) => each.iteration < iteration);
    // Of what lies far back less and less is kept.
    if (this.kept.length > 200) this.kept = this.kept.filter((_, place) => place % 2 === 0);
    this.kept.push({ iteration, network, memory, order, rate, generator: { ...generator } });
  }
  seek(iteration) {
    const from = this.kept.filter((each) => each.iteration <= iteration).at(-1);
    if (iteration < this.iteration && from) Object.assign(this, from, { generator: { ...from.generator } });
    while (this.iteration < iteration) this.update();
  }
  // A number is changed by hand: another future begins here.
  change(layer, to, from, value) {
    const layers = this.network.layers.map((each) => ({ ...each, W: each.W.map((row) => [...row]), b: [...each.b] }));
    if (from === null) layers[layer].b[to] = value;
    else layers[layer].W[to][from] = value;
    this.back({ ...this.network, layers });
  }
  // By hand: the schedule gives way.
  setRate(rate) {
    this.rate = rate;
    this.keep();
  }
  back(network) {
    this.network = network;
    this.keep();
  }
}
