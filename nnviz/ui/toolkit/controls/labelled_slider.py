"""A slider with its name and its value."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from nnviz.ui.look.look import Look
from nnviz.ui.look.numbers import NumberStyle, parsed, short
from nnviz.ui.toolkit.controls.slider import Slider
from nnviz.ui.toolkit.controls.slider_range import SliderRange
from nnviz.ui.toolkit.controls.text import Text
from nnviz.ui.toolkit.controls.value_field import ValueField


class LabelledSlider(QWidget):
    """A name at the left, the value at the right, and the slider under them.

    The value can be typed too: double-click on it, or press Enter on the slider.

    Signals:
        changed(float): The user moves the value; sent all along.
        settled(float): The user let go, or typed, or pressed a key: this is the value to work with.
    """

    changed = Signal(float)
    settled = Signal(float)

    def __init__(
        self,
        look: Look,
        text: str,
        values: SliderRange,
        value: float,
        show: Callable[[float], str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._values = values
        self._value = value
        self._show = show or self._plainly
        self._label = Text(look, text)
        self._field = ValueField(look)
        self._slider = Slider(look)
        self._slider.setAccessibleName(text)
        self._field.setAccessibleName(text)
        self.setFocusProxy(self._slider)
        self._grid = QGridLayout(self)
        self._grid.addWidget(self._label, 0, 0)
        self._grid.addWidget(self._field, 0, 1, Qt.AlignmentFlag.AlignRight)
        self._grid.addWidget(self._slider, 1, 0, 1, 2)
        self._grid.setColumnStretch(0, 1)
        self._slider.setRange(0, values.last)
        self.set_value(value)
        self._slider.valueChanged.connect(self._on_moved)
        self._slider.sliderReleased.connect(self._on_released)
        self._slider.typing_wanted.connect(self._field.start_typing)
        self._field.entered.connect(self._on_entered)
        self._field.left.connect(self._slider.setFocus)
        look.changed.connect(self._restyle)
        self._restyle()

    def value(self) -> float:
        return self._value

    def set_value(self, value: float) -> None:
        """Show a value; no signal is sent. It is kept as it is, also between two steps of the slider."""
        self._value = value
        blocked = self._slider.blockSignals(True)
        self._slider.setValue(self._values.position_of(value))
        self._slider.blockSignals(blocked)
        self._print()

    def set_range(self, values: SliderRange) -> None:
        """Take another range; the value is brought into it, without a signal."""
        self._values = values
        blocked = self._slider.blockSignals(True)
        self._slider.setRange(0, values.last)
        self._slider.blockSignals(blocked)
        self.set_value(values.nearest(self._value))

    def shown_value(self) -> str:
        """The value as it is printed."""
        return self._show(self._value)

    def _print(self) -> None:
        self._field.show_value(self.shown_value())
        # What a slider has for a value of its own is the number of a step.
        self._slider.setAccessibleDescription(self.shown_value())

    def _plainly(self, value: float) -> str:
        return short(value, NumberStyle(6, self._look.numbers.decimal_sign))

    def _on_moved(self, position: int) -> None:
        self._value = self._values.value_at(position)
        self._print()
        self.changed.emit(self._value)
        if not self._slider.isSliderDown():
            self.settled.emit(self._value)

    def _on_released(self) -> None:
        self.settled.emit(self._value)

    def _on_entered(self, text: str) -> None:
        try:
            typed = parsed(text)
            if typed >= 1.0 and "%" in self.shown_value() and "%" not in text:
                typed /= 100.0  # beside a percentage, 30 is 30 %
            value = self._values.nearest(typed)
        except ValueError:
            return
        if value != value or value == self._value:
            return
        self.set_value(value)
        self.changed.emit(value)
        self.settled.emit(value)

    def _restyle(self) -> None:
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(self._look.px(1))
        self._print()
