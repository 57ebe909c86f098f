"""Divergence: parameters that are not finite any more are noticed late, and the update that made them so is found."""

from __future__ import annotations

from nnviz.engine.training.record.iteration import Iteration
from nnviz.engine.training.timeline.course import Course


def is_astray(course: Course) -> bool:
    """Whether the parameters are not finite, and nobody has said so yet."""
    stop = course.status.stop
    return (stop is None or stop.reason != "diverged") and not course.is_finite()


def trace_divergence(course: Course) -> Iteration | None:
    """Where parameters are no longer finite, go back behind the update that made them so, and give its record.

    ``None`` if they are finite.
    """
    course.pass_events()
    if not is_astray(course):
        return None
    end, count = course.iteration, course.batches_per_epoch
    # They were finite when this epoch began, and after the last event.
    course.go_to(max((end - 1) // count * count, course.last_event))
    while course.iteration < end:
        record = course.recorded_update()
        if not course.is_finite():
            return record
    return None
