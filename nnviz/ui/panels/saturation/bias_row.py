"""A unit's bias on a slider: the quick way to push it into saturation and back."""

from __future__ import annotations

import math

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from nnviz.ui.look.look import Look
from nnviz.ui.look.numbers import parsed, written
from nnviz.ui.toolkit.controls import SliderRange, Text
from nnviz.ui.toolkit.controls.slider import Slider
from nnviz.ui.toolkit.controls.value_field import ValueField

VALUES = SliderRange(-10.0, 10.0, 0.1)


class BiasRow(QWidget):
    """A name, a slider from −10 to 10 and the value, which can be typed too, also beyond the slider's ends.

    Signals:
        edited(float): The user moves the bias; sent all along.
    """

    edited = Signal(float)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._value = 0.0
        self._label = Text(look, role="small")
        self.slider = Slider(look)
        self.slider.setRange(0, VALUES.last)
        self.slider.setValue(VALUES.position_of(self._value))
        self.field = ValueField(look)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._label)
        self._row.addWidget(self.slider, 1)
        self._row.addWidget(self.field)
        self.slider.valueChanged.connect(self._on_moved)
        self.slider.typing_wanted.connect(self.field.start_typing)
        self.field.entered.connect(self._on_entered)
        self.field.left.connect(self.slider.setFocus)
        look.changed.connect(self._restyle)
        self._restyle()

    def value(self) -> float:
        return self._value

    def set_unit(self, name: str) -> None:
        """Say whose bias it is."""
        text = self.tr("bias of {}").format(name)
        if text != self._label.text():
            self._label.setText(text)
            self.slider.setAccessibleName(text)
            self.field.setAccessibleName(text)

    def set_value(self, value: float) -> None:
        """Show a bias, without a signal; while the user holds the slider, theirs is shown."""
        if self.slider.isSliderDown() or value == self._value or not math.isfinite(value):
            return
        self._value = value
        blocked = self.slider.blockSignals(True)
        self.slider.setValue(VALUES.position_of(value))
        self.slider.blockSignals(blocked)
        self._print()

    def _print(self) -> None:
        self.field.show_value(written(self._value, self._look.numbers, plus=True))

    def _on_moved(self, position: int) -> None:
        self._value = VALUES.value_at(position)
        self._print()
        self.edited.emit(self._value)

    def _on_entered(self, text: str) -> None:
        try:
            value = parsed(text)
        except ValueError:
            return
        if math.isfinite(value):
            self.set_value(value)
            self.edited.emit(value)

    def _restyle(self) -> None:
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(self._look.px(6))
        self._print()
