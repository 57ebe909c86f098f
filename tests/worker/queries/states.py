"""What a query is given, made by hand from a trainer."""

from nnviz.engine.training.record.iteration import Iteration
from nnviz.engine.training.run.trainer import Trainer
from nnviz.worker.queries.query import ModelState


def state_after(run: Trainer, record: Iteration | None = None) -> ModelState:
    """The model after one more update, as a query sees it."""
    first = run.theta() if run.iteration == 0 else None
    record = record if record is not None else run.iterate()
    return ModelState(
        experiment=run.experiment,
        architecture=run.architecture,
        examples=run.examples,
        record=record,
        theta=record.theta_after,
        first_theta=first if first is not None else record.theta,
        best_theta=run.best_theta,
        best_epoch=run.history.best_epoch,
    )
