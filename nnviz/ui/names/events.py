"""What the user did in the middle of a run, in a few words: for undo, redo and the marks on the time line."""

from __future__ import annotations

from collections.abc import Sequence

from nnviz.engine.training.timeline.events import (
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
from nnviz.ui.look.numbers import NumberStyle, short, whole
from nnviz.ui.names.symbols import Names
from nnviz.ui.names.translation import translate


def event_text(event: Event, names: Names, style: NumberStyle) -> str:
    """What was done, in a few words: each kind of event has its sentence here."""
    match event:
        case SetLearningRate(rate):
            return translate("Edits", "learning rate {0}").format(short(rate, NumberStyle(6, style.decimal_sign)))
        case SetParameter(layer, unit, source, value):
            return f"{names.parameter(layer, unit, source)} = {short(value, style)}"
        case SetFrozen(layer, unit, source, frozen):
            return (translate("Edits", "{0} frozen") if frozen else translate("Edits", "{0} trains again")).format(
                names.parameter(layer, unit, source)
            )
        case SetSilenced(layer, unit, silenced):
            return (
                translate("Edits", "{0} knocked out") if silenced else translate("Edits", "{0} brought back")
            ).format(names.unit(layer, unit))
        case SetExample():
            return _example_text(event)
        case MoveParameters():
            return translate("Edits", "all parameters moved in the landscape")
        case SetParameters():
            return translate("Edits", "best epoch's weights restored")
        case Stopped(message=message):
            return translate("Edits", "stopped: {0}").format(message)
        case GoOn():
            return translate("Edits", "trained on after the stop")
    raise TypeError(f"there is no sentence for {type(event).__name__}")


def events_text(events: Sequence[Event], names: Names, style: NumberStyle) -> str:
    """What was done at once: of a unit's parameters only how many there are."""
    frozen = [event for event in events if isinstance(event, SetFrozen)]
    if len(frozen) < 2:
        return ", ".join(event_text(event, names, style) for event in events)
    several = (
        translate("Edits", "{0} parameters frozen")
        if all(event.frozen for event in frozen)
        else translate("Edits", "{0} parameters train again")
    )
    others = [event_text(event, names, style) for event in events if event not in frozen]
    return ", ".join([*others, several.format(len(frozen))])


def _example_text(event: SetExample) -> str:
    changed = [
        words
        for words, new in (
            (translate("Edits", "other inputs"), event.x),
            (translate("Edits", "another class"), event.label),
            (translate("Edits", "another target"), event.y),
        )
        if new is not None
    ]
    return translate("Edits", "example {0}: {1}").format(whole(event.example + 1), ", ".join(changed))
