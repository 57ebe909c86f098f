"""What happened to a run, as a session file says it: a table of kinds, and nothing that is not in it."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any

import msgspec
import numpy as np

from nnviz.engine.errors import PlaceError, check_counted
from nnviz.engine.training.timeline.events import (
    AllParameters,
    Event,
    GoOn,
    MoveParameters,
    SetExample,
    SetFrozen,
    SetLearningRate,
    SetParameter,
    SetParameters,
    SetSilenced,
    Stopped,
)
from nnviz.engine.types import LARGEST_NUMBER, Array
from nnviz.said import said

KINDS: MappingProxyType[str, type[Event]] = MappingProxyType(
    {
        "learning_rate": SetLearningRate,
        "parameter": SetParameter,
        "frozen": SetFrozen,
        "silenced": SetSilenced,
        "example": SetExample,
        "parameters": SetParameters,
        "moved": MoveParameters,
        "stopped": Stopped,
        "go_on": GoOn,
    }
)
NAMES = {kind: name for name, kind in KINDS.items()}


def event_fields(at: int, event: Event) -> dict[str, Any]:
    """An event as plain fields; the parameters of ``AllParameters`` stand among the numbers."""
    fields = {name: value for name, value in vars(event).items() if not isinstance(value, np.ndarray)}
    if isinstance(event, Stopped):
        fields["message"] = str(event.message)
    return {"at": at, "kind": NAMES[type(event)], **fields}


def sets_parameters(fields: dict[str, Any]) -> bool:
    """Whether what it sets stands among the numbers."""
    return issubclass(KINDS.get(str(fields.get("kind")), Event), AllParameters)


def event_of(fields: dict[str, Any], theta: Array | None) -> tuple[int, Event]:
    """The event of plain fields, and the iteration before which it happened.

    Args:
        fields: As ``event_fields`` makes them.
        theta: For ``AllParameters``, what it sets.

    Raises:
        PlaceError: There is no such event.
    """
    rest = dict(fields)
    at, kind = rest.pop("at", None), KINDS.get(str(rest.pop("kind", None)))
    if kind is None or type(at) is not int:
        raise PlaceError(said("Session", "something happened that is not known"))
    if theta is not None and not rest and issubclass(kind, AllParameters):
        return at, kind(theta)
    try:
        return at, msgspec.convert(rest, kind)
    except msgspec.ValidationError as error:
        raise PlaceError(said("Session", "what happened cannot be understood: {error}").format(error=error)) from None


def check_event(event: Event, widths: tuple[int, ...], examples: int, columns: int) -> None:
    """Refuse what cannot have happened to a run of this shape.

    Raises:
        PlaceError: Saying what is wrong.
    """
    event.check(widths)
    if isinstance(event, SetExample):
        check_counted(said("Engine", "examples"), event.example, examples)
        for row, length in ((event.raw, columns), (event.x, widths[0]), (event.y, widths[-1])):
            if row is not None and (len(row) != length or not all(abs(each) <= LARGEST_NUMBER for each in row)):
                raise PlaceError(said("Session", "an example was changed into what the data cannot hold"))
        if event.label is not None:
            check_counted(said("Engine", "classes"), event.label, 100)
    if isinstance(event, GoOn) and not 0 <= event.epoch <= event.epoch_limit <= 2**53:
        raise PlaceError(said("Session", "a run went on that cannot have"))
