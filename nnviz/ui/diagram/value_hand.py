"""Changing a weight or a bias by dragging up and down on it, by the wheel, or in a field over it."""

from __future__ import annotations

from dataclasses import dataclass
from time import perf_counter

from PySide6.QtCore import QObject, QPointF, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from nnviz.ui.diagram.places import Layout
from nnviz.ui.diagram.value_editor import ValueEditor
from nnviz.ui.look.look import Look
from nnviz.ui.session.moment import Moment, Selection

PER_PIXEL = 0.01
"""What a pixel of the drag is worth; with Shift a tenth of it."""

PER_NOTCH = 0.1
"""What a notch of the wheel is worth; with Shift a tenth of it."""

NOTCH = 120
"""What Qt reports for one notch."""

TURNING_SECONDS = 0.6
"""Turns of the wheel within this time are one: the model need not have answered the one before."""


@dataclass
class ValueDrag:
    """A drag that began on a weight or a bias.

    Attributes:
        selection: What it began on.
        under_way: Whether the pointer has gone far enough for it not to be a click.
    """

    selection: Selection
    value: float
    start: QPointF
    under_way: bool = False

    def value_at(self, point: QPointF, modifiers: Qt.KeyboardModifier) -> float | None:
        """The value for a place of the pointer; ``None`` while it may still be a click."""
        up = self.start.y() - point.y()
        if not self.under_way and abs(up) < QApplication.startDragDistance():
            return None
        self.under_way = True
        per_pixel, digits = _fineness(PER_PIXEL, 2, modifiers)
        return round(self.value + up * per_pixel, digits)


@dataclass
class Turning:
    """Turns of the wheel over a weight or a bias that follow each other: they are added up before they are rounded.

    Attributes:
        value: What they have come to.
        last: When it was last turned, in seconds.
    """

    selection: Selection
    value: float
    last: float

    def turn(self, by: int, modifiers: Qt.KeyboardModifier) -> float:
        """Turn on, by Qt's eighths of a degree. Returns the value, rounded to a tenth of a notch."""
        per_notch, digits = _fineness(PER_NOTCH, 1, modifiers)
        self.value += by / NOTCH * per_notch
        return round(self.value, digits + 1)


def _fineness(step: float, digits: int, modifiers: Qt.KeyboardModifier) -> tuple[float, int]:
    return (step / 10.0, digits + 1) if modifiers & Qt.KeyboardModifier.ShiftModifier else (step, digits)


class ValueHand(QObject):
    """The user's hand on the parameters of the moment that is shown.

    Attributes:
        moment: What is shown.
        editor: The field that opens over a weight or a bias.

    Signals:
        edit_requested(object, float): The user gave a weight or a bias (``Selection``) another value.
        drag_begun(): The values that follow are one change, until ``drag_ended``.
        drag_ended(): The user let go.
    """

    edit_requested = Signal(object, float)
    drag_begun = Signal()
    drag_ended = Signal()

    def __init__(self, look: Look, view: QWidget) -> None:
        super().__init__(view)
        self.moment: Moment | None = None
        self.editor = ValueEditor(look, view)
        self.editor.committed.connect(self.edit_requested)
        self._drag: ValueDrag | None = None
        self._turning: Turning | None = None

    @property
    def holds(self) -> bool:
        """Whether it is on a weight or a bias, with the button down."""
        return self._drag is not None

    def value_of(self, selection: Selection | None) -> float | None:
        """What a weight or a bias is now; ``None`` for a unit's body and for inputs."""
        if self.moment is None or selection is None or selection.layer == 0:
            return None
        layer = self.moment.record.layers[selection.layer - 1]
        # A change is made before the update on screen, to what is there then.
        after = self.moment.training
        if selection.source is not None:
            return float((layer.W_after if after else layer.W)[selection.unit, selection.source])
        return float((layer.b_after if after else layer.b)[selection.unit]) if selection.bias else None

    def take(self, selection: Selection | None, point: QPointF) -> None:
        """The button goes down on something."""
        value = self.value_of(selection)
        if selection is not None and value is not None:
            self._drag = ValueDrag(selection, value, point)

    def drag(self, point: QPointF, modifiers: Qt.KeyboardModifier) -> bool:
        """The pointer moves with the button down. Returns whether that changed a value."""
        if self._drag is None:
            return False
        before = self._drag.under_way
        value = self._drag.value_at(point, modifiers)
        if value is None:
            return False
        if not before:
            self.drag_begun.emit()
        self.edit_requested.emit(self._drag.selection, value)
        return True

    def let_go(self) -> None:
        """The button comes up."""
        if self._drag is not None and self._drag.under_way:
            self.drag_ended.emit()
        self._drag = None

    def turn(self, selection: Selection, value: float, by: int, modifiers: Qt.KeyboardModifier) -> None:
        """The wheel turns over a weight or a bias that is ``value`` now."""
        now, turning = perf_counter(), self._turning
        if turning is None or turning.selection != selection or now - turning.last > TURNING_SECONDS:
            turning = Turning(selection, value, now)
        turning.last, self._turning = now, turning
        self.edit_requested.emit(selection, turning.turn(by, modifiers))

    def edit(self, selection: Selection | None, layout: Layout) -> None:
        """Open the field over a weight, or over a unit's bias."""
        if selection is None or selection.layer == 0:
            return
        if selection.source is None:
            place = layout.place(selection.layer, selection.unit)
            at = (place.knob or place.square.center()) if place is not None else None
            selection = Selection(selection.layer, selection.unit, bias=True)
        else:
            gap = layout.gap(selection.layer)
            index = gap.index_of(selection.unit, selection.source)
            at = sum(gap.ends(index), QPointF()) / 2.0 if index is not None else None
        value = self.value_of(selection)
        if at is not None and value is not None:
            self.editor.open(selection, value, at)

    def forget(self) -> None:
        """The run that it was on is gone."""
        self.editor.leave()
        self._drag = self._turning = None
