"""Which events stand for those before them: dragging a weight sets it a hundred times, and only the last one counts."""

from __future__ import annotations

from collections.abc import Iterable

from nnviz.engine.training.timeline.events import Event


def coalesced(events: Iterable[Event]) -> tuple[Event, ...]:
    """As few events as do the same, where all of them happen before the same update.

    A later event takes the place of an earlier one that is about the same thing. What each of them sets is its own, so
    that their order does not matter; only that of events that do more does, which are never passed over; but of
    two in a row the first is left out where nothing is left of it after the second.
    """
    left: list[Event] = []
    places: dict[object, int] = {}
    for event in events:
        if event.about is None:
            places.clear()
            if left and event.overrides(left[-1]):
                left.pop()
        elif event.about in places:
            place = places[event.about]
            left[place] = event.after(left[place])
            continue
        else:
            places[event.about] = len(left)
        left.append(event)
    return tuple(left)


def remember(events: list[tuple[int, Event]], iteration: int, event: Event) -> None:
    """Add what happens before an iteration, the last thing so far, to what has happened."""
    here = len(events)
    while here and events[here - 1][0] == iteration:
        here -= 1
    together = coalesced([*(earlier for _, earlier in events[here:]), event])
    events[here:] = [(iteration, each) for each in together]
