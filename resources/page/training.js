// Training: so many updates as a frame has room for, then a picture. What takes long is drawn in turn, in some frames.

// How long updates may take of a frame, in milliseconds: it shrinks and grows with how the frames come. Where they are
// late all the same, the picture is painted in fewer pixels, and at last in every other frame.
class Pace {
  constructor() {
    Object.assign(this, { share: 6, late: 0, before: null });
  }
  frame(now) {
    const late = this.before !== null && now - this.before > 20;
    this.before = now;
    this.share = late ? Math.max(2, 0.8 * this.share) : Math.min(9, this.share + 0.1);
    this.late = Math.max(0, this.late + (late ? 1 : -0.25));
    if (this.late < 8) return;
    this.late = 0;
    picture.ease = Math.min(3, picture.ease + 1);
  }
}

function train() {
  view.training = !view.training;
  view.message = view.before = null;
  document.body.classList.toggle("training", view.training);
  if (!view.training) return stopTraining();
  const ended = ending(),
    pace = new Pace();
  if (view.curve.length === 0) score();
  let frames = 0;
  const frame = (now) => {
    if (!view.training) return;
    pace.frame(now);
    const until = performance.now() + pace.share;
    do {
      view.run.update();
      if (view.run.place === 0) {
        score();
        const end = ending();
        // What had ended before goes on when it is asked to.
        if (end && (!ended || end === words("diverged"))) Object.assign(view, { training: false, message: end });
      }
    } while (view.training && performance.now() < until);
    if (!view.training) return stopTraining();
    drawTraining(frames++ % 8);
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  drawTransport();
}
function stopTraining() {
  document.body.classList.remove("training");
  picture.ease = 0;
  refresh();
}

// Edges are painted in each frame, maps in every other; numbers, which nobody reads so fast, in every eighth.
function drawTraining(turn) {
  if (turn % 2 === 0) view.maps.show(view.network, view.maps.bounds?.length === 1 ? 64 : 24);
  if (turn === 1) {
    view.record = view.run.record();
    choose();
    drawPlace();
    drawFormula();
  }
  if (picture.ease < 3 || turn % 2) picture.draw(turn === 1);
  if (turn === 3) drawCurve(at("curve"));
  if (turn === 4 || turn === 0) drawData(at("data"), turn === 4);
  if (turn === 5) drawEdit();
  if (turn === 2) drawChain(at("chain"));
  if (turn === 6) drawSpace(at("space"));
  if (turn === 7) drawSignals(at("signals"));
}

// The losses of an epoch, and which has been the best.
function score() {
  const { experiment, network, epoch } = view.run,
    of = (part) =>
      part.length
        ? meanLoss(
            network,
            part.map((place) => experiment.examples[place]),
          )
        : null;
  if ((view.curve.at(-1)?.[0] ?? -1) >= epoch) return;
  const row = [epoch, of(experiment.train), of(experiment.validation)];
  view.curve.push(row);
  view.best = better(view.best, row);
}
const better = (best, [epoch, , loss]) => {
  const { delta } = view.run.experiment.patience ?? { delta: 0 };
  return loss !== null && Number.isFinite(loss) && (best === null || loss < best.loss - delta) ? { epoch, loss } : best;
};
// Why it stops here by itself, if it does.
function ending() {
  const { experiment, network, epoch } = view.run,
    { patience } = experiment;
  if (!flat(network.layers).every(Number.isFinite)) return words("diverged");
  if (patience && view.best && epoch - view.best.epoch >= patience.epochs)
    return words("stopped", { epochs: patience.epochs });
  return epoch >= experiment.epochLimit ? words("done", { epochs: experiment.epochLimit }) : null;
}
