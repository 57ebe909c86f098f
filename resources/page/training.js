// Training: so many updates as a frame has room for, then a picture. What takes long is drawn in turn, in some frames.

// In milliseconds: how long updates may take of a frame. It grows and shrinks with how the frames come.
const SHARE = { now: 6, least: 2, most: 9 };

function train() {
  view.training = !view.training;
  view.message = null;
  document.body.classList.toggle("training", view.training);
  if (!view.training) return refresh();
  const ended = ending();
  if (view.curve.length === 0) score();
  let [frames, before] = [0, performance.now()];
  const frame = (now) => {
    if (!view.training) return;
    SHARE.now = now - before > 20 ? Math.max(SHARE.least, 0.85 * SHARE.now) : Math.min(SHARE.most, SHARE.now + 0.2);
    before = now;
    const until = performance.now() + SHARE.now;
    do {
      view.run.update();
      if (view.run.place === 0) {
        score();
        const end = ending();
        // What had ended before goes on when it is asked to.
        if (end && (!ended || end === words("diverged"))) Object.assign(view, { training: false, message: end });
      }
    } while (view.training && performance.now() < until);
    if (view.training) {
      drawTraining(frames++ % 8);
      return requestAnimationFrame(frame);
    }
    document.body.classList.remove("training");
    refresh();
  };
  requestAnimationFrame(frame);
  drawTransport();
}

// Edges are painted in each frame, maps in every other; numbers, which nobody reads so fast, in every eighth.
function drawTraining(turn) {
  if (turn % 2 === 0) view.maps.show(view.network, view.maps.bounds?.length === 1 ? 64 : 24);
  if (turn === 1) {
    view.record = view.run.record();
    choose();
    drawPlace();
  }
  picture.draw(turn === 1);
  if (turn === 3) drawCurve(at("curve"));
  if (turn === 4 || turn === 0) drawData(at("data"), turn === 4);
  if (turn === 5) drawEdit();
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
  return epoch >= experiment.epochs ? words("done", { epochs: experiment.epochs }) : null;
}
