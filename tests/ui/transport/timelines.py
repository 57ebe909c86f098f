"""What the model thread would say of a run: where it can be visited, and what is known of it."""

from nnviz.engine.training.events import GoOn, Stopped
from nnviz.engine.training.iteration import Iteration
from nnviz.engine.training.trainer import Trainer
from nnviz.worker.messages import Mark, Snapshot, Timeline
from tests.ui.panels.runs import run_info


def timeline(run: Trainer) -> Timeline:
    marks = tuple(Mark(at, event) for at, event in run.events if not isinstance(event, GoOn | Stopped))
    return Timeline(run.line, run.furthest, run.rows_ahead(), marks, run.lines)


def snapshot(run: Trainer, record: Iteration | None = None, since: int = 0) -> Snapshot:
    """What the model answers when the window has the history's rows before ``since``."""
    record = record if record is not None else run.iterate()
    history = run.history_since(since)
    return Snapshot(run_info(run), record, run.learning_rate, None, None, history, since, timeline(run), None, 1, 0.008)
