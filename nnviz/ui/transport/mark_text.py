"""What was done in the middle of a run, in words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from nnviz.engine.training.timeline.events import (
    Event,
    GoOn,
    SetExample,
    SetFrozen,
    SetLearningRate,
    SetParameter,
    SetParameters,
    SetSilenced,
    Stopped,
)
from nnviz.ui.look.numbers import NumberStyle, whole
from nnviz.ui.names.events import best_text, frozen_text, rate_text, set_text, silenced_text
from nnviz.worker.messages import Mark


def tr(text: str) -> str:
    """The text in the user's language."""
    return QCoreApplication.translate("Marks", text)


def mark_text(mark: Mark, style: NumberStyle) -> str:
    """When and what, in one line: ``iteration 120: w¹₂₁ = 0.5``. Iterations and examples count from 1 on screen."""
    return tr("iteration {0}: {1}").format(whole(mark.iteration + 1), event_text(mark.event, style))


def mark_lines(marks: Sequence[Mark], style: NumberStyle, most: int = 6) -> list[str]:
    """Some marks, a line each; of many the last ones."""
    lines = [mark_text(mark, style) for mark in marks[-most:]]
    if len(marks) > most:
        lines.insert(0, tr("{0} more before").format(whole(len(marks) - most)))
    return lines


def event_text(event: Event, style: NumberStyle) -> str:
    """What was done."""
    match event:
        case SetLearningRate(rate):
            return rate_text(rate, style)
        case SetParameter(layer, unit, source, value):
            return set_text((layer, unit, source), value, style)
        case SetFrozen(layer, unit, source, frozen):
            return frozen_text((layer, unit, source), frozen)
        case SetSilenced(layer, unit, silenced):
            return silenced_text(layer, unit, silenced)
        case SetExample():
            return _example(event)
        case SetParameters():
            return best_text()
        case Stopped(message=message):
            return tr("stopped: {0}").format(message)
        case GoOn():
            return tr("trained on after the stop")


def _example(event: SetExample) -> str:
    name = whole(event.example + 1)
    changed = [
        words
        for words, new in (
            (tr("other inputs"), event.x),
            (tr("another class"), event.label),
            (tr("another target"), event.y),
        )
        if new is not None
    ]
    return tr("example {0}: {1}").format(name, ", ".join(changed))
