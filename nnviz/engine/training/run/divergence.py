"""Divergence: parameters that are not finite any more are noticed late, and the update that made them so is found."""

from __future__ import annotations

from nnviz.engine.training.run.endings import diverged
from nnviz.engine.training.timeline.course import Course
from nnviz.engine.training.timeline.events import Stopped


def is_astray(course: Course) -> bool:
    """Whether the parameters are not finite, and nobody has said so yet."""
    stop = course.status.stop
    return (stop is None or stop.reason != "diverged") and not course.is_finite()


def trace_divergence(course: Course) -> Stopped | None:
    """Where parameters are no longer finite, go back to the update that made them so; ``None`` if they are finite."""
    course.pass_events()
    if not is_astray(course):
        return None
    end, count = course.iteration, course.batches_per_epoch
    # They were finite when this epoch began, and after the last event.
    course.go_to(max((end - 1) // count * count, course.last_event))
    while course.iteration < end:
        record = course.recorded_update()
        if not course.is_finite():
            return diverged(record)
    return None
