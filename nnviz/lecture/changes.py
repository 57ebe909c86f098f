"""What a cue changes: fields of the experiment, and what happens to a run, each written as its name and its value."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from nnviz.engine.errors import ExperimentError
from nnviz.engine.experiments.field_errors import is_field, unknown_field
from nnviz.engine.names import shown
from nnviz.engine.training.timeline.events import Event, SetFrozen, SetLearningRate, SetParameter, SetSilenced
from nnviz.said import said
from nnviz.view import PICK, Pick

RATE = "training.learning_rate"
WORDS_OF_WEIGHTS = {"frozen": True, "trains": False}
WORDS_OF_UNITS = {"off": True, "on": False}


class Changes(NamedTuple):
    """What is set, apart by what it does.

    Attributes:
        fields: Fields of the experiment, which another run begins with.
        events: What happens to the run; a rate is both.
    """

    fields: Mapping[str, Any]
    events: Mapping[str, Event]

    @property
    def begins_anew(self) -> bool:
        """Whether no run can take them in its middle."""
        return any(name not in self.events for name in self.fields)

    def before_a_run(self) -> Changes:
        """What is left to happen to a run that begins with these fields."""
        return Changes(self.fields, {name: event for name, event in self.events.items() if name not in self.fields})


def changes_of(changes: Mapping[str, Any]) -> Changes:
    """What a ``set`` of a cue says.

    Raises:
        ExperimentError: It names what cannot be set, or gives it what it cannot be.
    """
    fields: dict[str, Any] = {}
    events: dict[str, Event] = {}
    for name, value in changes.items():
        if PICK.fullmatch(name):
            events[name] = _event(name, value)
            continue
        check_field(name)
        fields[name] = value
        if name == RATE and isinstance(value, (int, float)) and not isinstance(value, bool):
            events[name] = SetLearningRate(float(value))
    return Changes(fields, events)


def check_field(name: str) -> None:
    """Refuse what is no field of an experiment.

    Raises:
        ExperimentError: With the nearest one that is.
    """
    place, _, last = name.rpartition(".")
    if not place:
        reason = said(
            "Lecture", 'expected a field in dots, "network.hidden" for example, a weight "W1[0,1]" or a unit "h1[2]"'
        )
        raise ExperimentError(said("Lecture", "{reason}, got {name}").format(reason=reason, name=shown(name)))
    if not is_field(name):
        raise unknown_field(place, last)


def _event(name: str, value: Any) -> Event:
    pick = Pick.read(name, layers=0)
    assert pick is not None, "it was matched"
    if name[0] in "xy":
        raise ExperimentError(
            said("Lecture", "{name} cannot be set: only weights, biases and hidden units can").format(name=name)
        )
    if name[0] == "h":
        if not isinstance(value, str) or value not in WORDS_OF_UNITS:
            raise ExperimentError(
                said("Lecture", '{name}: expected "off" or "on", got {value}').format(name=name, value=shown(value))
            )
        return SetSilenced(pick.layer, pick.unit, WORDS_OF_UNITS[value])
    if isinstance(value, str) and value in WORDS_OF_WEIGHTS:
        return SetFrozen(pick.layer, pick.unit, pick.source, WORDS_OF_WEIGHTS[value])
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise ExperimentError(
            said("Lecture", '{name}: expected a number, "frozen" or "trains", got {value}').format(
                name=name, value=shown(value)
            )
        )
    return SetParameter(pick.layer, pick.unit, pick.source, float(value))
