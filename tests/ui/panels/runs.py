"""Real runs, and what the model thread would say of them."""

from nnviz.engine.experiment import Experiment
from nnviz.engine.training.record.iteration import Iteration
from nnviz.engine.training.run.trainer import Trainer
from nnviz.engine.training.timeline.events import Stopped
from nnviz.ui.session.moment import Moment, Selection
from nnviz.worker.messages import Mark, RunInfo, Snapshot, Timeline

THEMES = ("light", "dark", "projector")


def trainer(name: str = "circle", **fields) -> Trainer:
    """A trainer of a built-in experiment; a field's dots are written as two underscores."""
    changes = {key.replace("__", "."): value for key, value in fields.items()}
    return Trainer(Experiment.named(name).with_fields(changes))


def run_info(run: Trainer, number: int = 1) -> RunInfo:
    return RunInfo(number, run.experiment, run.architecture, run.examples, run.batches_per_epoch)


def snapshot(run: Trainer, record: Iteration | None = None, since: int = 0) -> Snapshot:
    """What the model answers when the window has the history's rows before ``since``."""
    record = record if record is not None else run.iterate()
    history = run.history_since(since)
    return Snapshot(run_info(run), record, run.learning_rate, None, None, history, since, timeline(run), None, 1, 0.008)


def timeline(run: Trainer) -> Timeline:
    marks = tuple(Mark(at, event) for at, event in run.events if not isinstance(event, Stopped))
    return Timeline(run.line, run.furthest, run.rows_ahead(), marks, run.lines)


def moment(record: Iteration, selection: Selection | None = None, training: bool = False) -> Moment:
    return Moment(record, len(record.phases) - 1, selection=selection, training=training)


def colours_in(widget) -> int:
    """How many different colours a widget shows: one or two would be a blank."""
    image = widget.grab().toImage()
    return len({image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)})
