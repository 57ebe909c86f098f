"""How a run ends by itself, in a sentence."""

from __future__ import annotations

from nnviz.engine.settings import EarlyStopping
from nnviz.engine.training.record.iteration import Iteration
from nnviz.engine.training.run.advice import Advice
from nnviz.engine.training.timeline.early_stopping import Best
from nnviz.engine.training.timeline.events import Stopped
from nnviz.engine.training.timeline.history import ScoreName
from nnviz.said import said

WATCHED = {"loss": said("Engine", "loss"), "accuracy": said("Engine", "accuracy"), "rmse": "RMSE"}
"""What early stopping waits for, in words."""


def all_epochs_done(epoch: int) -> Stopped:
    """The end that the experiment set."""
    return Stopped("epochs", epoch, said("Engine", "all {epoch} epochs are done").format(epoch=epoch))


def stopped_early(epoch: int, best: Best, settings: EarlyStopping, score: ScoreName, waits_from: int = 0) -> Stopped:
    """The end of patience; ``waits_from`` is where a run went on that had stopped before."""
    watched = WATCHED["loss" if settings.monitor == "loss" else score]
    since = (
        said("Engine", " since training went on at epoch {waits_from}").format(waits_from=waits_from)
        if waits_from > best.epoch
        else ""
    )
    because = said(
        "Engine", "the validation {watched} was best at epoch {epoch} and has not improved for {patience} epochs{since}"
    ).format(watched=watched, epoch=best.epoch, patience=settings.patience, since=since)
    return Stopped("early_stopping", epoch, because)


def diverged(record: Iteration, advice: Advice) -> Stopped:
    """The end of a run whose numbers have become too large in an update, and what helps."""
    place = record.first_not_finite() or said("Engine", "the parameters")
    because = said(
        "Engine",
        "diverged at iteration {iteration} (epoch {epoch}): {place} went first beyond what numbers can hold; {text}",
    ).format(iteration=record.iteration, epoch=record.epoch, place=place, text=advice.text)
    return Stopped("diverged", record.epoch, because)
