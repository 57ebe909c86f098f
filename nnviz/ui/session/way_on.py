"""From which weights training would go on where a run has stopped by itself."""

from __future__ import annotations

from enum import Enum

from nnviz.engine.training.timeline.events import SetParameters
from nnviz.worker.messages import Snapshot


class WayOn(Enum):
    """What training does next."""

    TRAIN = "train"
    """The run has not stopped; or it has diverged, and there is nothing to go on from."""
    FROM_LAST = "from_last"
    """It has stopped, and the weights of its last epoch stand."""
    FROM_BEST = "from_best"
    """It has stopped, and the best epoch's weights have been put back."""


def way_on(snapshot: Snapshot) -> WayOn:
    """What training does next, from what the model has told last."""
    if snapshot.history.stop_reason in (None, "diverged"):
        return WayOn.TRAIN
    # The update on screen starts from what has been put back, or the next one does.
    near = range(snapshot.record.iteration, snapshot.record.iteration + 2)
    restored = any(mark.iteration in near and isinstance(mark.event, SetParameters) for mark in snapshot.timeline.marks)
    return WayOn.FROM_BEST if restored else WayOn.FROM_LAST
