"""Which events stand for those before them: dragging a weight sets it a hundred times, and only the last one counts."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace

from nnviz.engine.training.timeline.events import (
    Event,
    SetExample,
    SetFrozen,
    SetLearningRate,
    SetParameter,
    SetSilenced,
)


def remember(events: list[tuple[int, Event]], iteration: int, event: Event) -> None:
    """Add what happens before an iteration, the last thing so far, to what has happened.

    Where the same thing has been set at this place already, the later event takes the place of the earlier one. What
    each of them sets is its own, so that their order does not matter; only that of others does, which are never passed
    over.
    """
    what = _what_is_set(event)
    for place in reversed(range(len(events))):
        at, earlier = events[place]
        if what is None or at != iteration or (set_before := _what_is_set(earlier)) is None:
            break
        if set_before == what:
            events[place] = iteration, _both(earlier, event)
            return
    events.append((iteration, event))


def _what_is_set(event: Event) -> Hashable | None:
    """What an event gives another value; ``None`` for one that does more than that."""
    match event:
        case SetLearningRate():
            return SetLearningRate
        case SetParameter(layer, unit, source):
            return SetParameter, layer, unit, source
        case SetFrozen(layer, unit, source):
            return SetFrozen, layer, unit, source
        case SetSilenced(layer, unit):
            return SetSilenced, layer, unit
        case SetExample(example):
            return SetExample, example
        case _:
            return None


def _both(earlier: Event, later: Event) -> Event:
    """One event that does what two of a kind do, one after the other."""
    if not (isinstance(earlier, SetExample) and isinstance(later, SetExample)):
        return later
    kept = {name: value for name, value in vars(later).items() if value is not None}
    return replace(earlier, **kept)
