"""The update of one weight or bias: old and new side by side, the arithmetic, and what the optimiser made of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from nnviz.engine.analysis.update_step import UpdateStep, update_step
from nnviz.engine.training.record.steps import Grain
from nnviz.ui.formula.update_numbers import update
from nnviz.ui.formula.written import setting
from nnviz.ui.look.look import Look
from nnviz.ui.look.numbers import MINUS, NumberStyle, column_style, short, written
from nnviz.ui.names.functions import SHOWN_OPTIMISERS, shown_name
from nnviz.ui.names.symbols import Names
from nnviz.ui.panels.explain.bar_rows import BarRow, BarRows
from nnviz.ui.panels.explain.memory_lines import gradient_line, running_means
from nnviz.ui.panels.explain.page import ExplanationPage, parameter_of
from nnviz.ui.panels.explain.readings import BeforeAfter, Reading, Readings
from nnviz.ui.panels.explain.roomy_look import RoomyLook
from nnviz.ui.panels.panel import PanelHost
from nnviz.ui.session.moment import Moment, Selection
from nnviz.ui.toolkit.controls import Button, Text
from nnviz.ui.toolkit.fitting_label import FittingLabel
from nnviz.worker.messages import RunInfo

NARROW = 400
"""Under this width, at scale 1, the old and the new value stand under each other, else side by side."""

LINES = 3
"""So many summands the lines of an update have room for: each step of an optimiser then has a line of its own."""

INDENT = "    "
MOST_LINES = 2
"""An equation that takes more is in too large a type."""

ALIKE = 1e-9
"""Two steps that differ by less than this share of their size are the same."""


class UpdatePage(ExplanationPage):
    """``W ← W − η ∇W`` in numbers, with the optimiser's memory, and the plain gradient step beside the true one.

    Signals:
        freeze_requested(Selection, bool): A parameter that is to train no more, or again.
    """

    freeze_requested = Signal(object, bool)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        self._roomy = look = RoomyLook(look)
        super().__init__(look, parent)
        look.setParent(self)
        self._grown: object = None
        self.step: UpdateStep | None = None
        self.equations: tuple[str, ...] = ()
        self._folded = False
        self.freeze = Button(look)
        self.values = BeforeAfter(look)
        self.readings = Readings(look, "mono_body")
        self.rule = Text(look, tone="muted")
        self.rule.setWordWrap(True)
        self.lines = Text(look, role="mono_body")
        self.lines.setWordWrap(True)
        self.bars = BarRows(look, "update", "update")
        self.effect = Text(look, tone="muted")
        self.effect.setWordWrap(True)
        self.caption = FittingLabel(look, "small_strong", "text_faint")
        self._lay_out()
        self.freeze.clicked.connect(self._on_freeze)
        look.changed.connect(self._on_look)
        self._arrange()

    def _follow(self, look: Look) -> None:
        """Only after its parts: what is measured here is what they have become."""

    def _lay_out(self) -> None:
        self._top = QHBoxLayout()
        self._top.addWidget(self.title, 1)
        self._top.addWidget(self.freeze)
        self._numbers = QHBoxLayout()
        self._numbers.addWidget(self.values, 3, Qt.AlignmentFlag.AlignTop)
        self._numbers.addWidget(self.readings, 2)
        room = QScrollArea()
        room.setFrameShape(QFrame.Shape.NoFrame)
        room.setWidgetResizable(True)
        room.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        inside.setProperty("surface", "plain")
        self._inside = QVBoxLayout(inside)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.addLayout(self._numbers)
        for widget in (self.rule, self.lines, self.caption, self.bars, self.effect):
            self._inside.addWidget(widget)
        self._inside.addStretch(1)
        room.setWidget(inside)
        self.body.addLayout(self._top)
        self.body.addWidget(room, 1)

    def connect_to(self, host: PanelHost) -> None:
        super().connect_to(host)
        self.freeze_requested.connect(host.freeze)

    # ---- what it is about ----------------------------------------------------------------------------------------

    def invitation(self) -> str:
        """What will appear here, and how."""
        return self.tr("Click a weight or a bias to see its update worked out, number by number.")

    def subject(self, run: RunInfo, moment: Moment) -> Hashable:
        """The parameter in this update."""
        place = _place(moment)
        return None if place is None else (place, moment.record)

    def show_subject(self, run: RunInfo, moment: Moment) -> None:
        """Work the update out; it only reads the record."""
        place, record, style = _place(moment), moment.record, self._look.numbers
        assert place is not None
        layer, unit, source = place
        training = run.experiment.training
        self.step = step = update_step(record, training, *place)
        self.title.set_texts(*self._titles(moment, step))
        self.freeze.setText(self.tr("Train again") if step.frozen else self.tr("Freeze"))
        self._show_numbers(moment, step)
        self._show_rule(step)
        # The update as a whole: one may be at another unit or term, and at another phase, than the page's parameter.
        chosen = replace(
            moment.at(moment.walk.last(Grain.PHASE)), selection=Selection(layer, unit, source, bias=source is None)
        )
        gradient = self._gradient_name(moment, step)
        equations = update(chosen, style, record.trainable, training, LINES)
        parts = gradient_line(step, style)
        told = () if parts is None else (parts.text.replace("∇", gradient, 1),)
        means = () if step.frozen else running_means(step, style)
        self.equations = (*told, *(line.text for line in (*means, *equations)))
        self._break_lines()
        self._show_steps(step, style)
        self._arrange()
        self._fill()

    def _show_numbers(self, moment: Moment, step: UpdateStep) -> None:
        """Old and new side by side; where the page is narrow, under each other like the rest."""
        style = self._look.numbers
        old, new = written(step.old, style, plus=True), written(step.new, style, plus=True)
        self.values.show_numbers(old, new)
        self.values.setVisible(not self._folded)
        rows = (
            Reading(
                self._gradient_name(moment, step),
                written(step.gradient, style, plus=True),
                _gradient_tone(step.gradient),
            ),
            Reading("η", setting(step.learning_rate, style).text),
            Reading(self.tr("step"), written(step.step, style, plus=True), "update"),
        )
        both = (Reading(self.tr("before"), old), Reading(self.tr("after"), new, "update"))
        self.readings.show_rows((*both, *rows) if self._folded else rows)

    def _gradient_name(self, moment: Moment, step: UpdateStep) -> str:
        return Names(moment.record.architecture).gradient(step.layer, step.unit, step.source)

    def _titles(self, moment: Moment, step: UpdateStep) -> tuple[str, ...]:
        names = Names(moment.record.architecture)
        symbol = names.parameter(step.layer, step.unit, step.source)
        unit = names.unit(step.layer, step.unit)
        if step.source is None:
            what = self.tr("{0} · bias of {1}").format(symbol, unit)
        else:
            what = f"{symbol} · {names.unit(step.layer - 1, step.source)} → {unit}"
        return f"{what} · {shown_name(step.optimiser)}", what, symbol

    @staticmethod
    def _plain_rule(step: UpdateStep) -> str:
        letter = "b" if step.source is None else "w"
        return f"{letter} ← {letter} − η ∂L/∂{letter}"

    def _show_rule(self, step: UpdateStep) -> None:
        self.rule.setText(SHOWN_OPTIMISERS[step.optimiser].plain or self._plain_rule(step))
        self.rule.setVisible(not step.frozen)

    def _show_steps(self, step: UpdateStep, style: NumberStyle) -> None:
        """The step that plain gradient descent would make, beside the one that was made."""
        self.caption.set_texts(self.tr("What the optimiser did"))
        plain, made = step.plain_step, step.step
        own = column_style((plain, made), style)
        self.bars.show_rows(
            (
                BarRow("−η ∂L/∂b" if step.source is None else "−η ∂L/∂w", plain, written(plain, own, plus=True)),
                BarRow(self.tr("step made"), made, written(made, own, plus=True)),
            )
        )
        self.effect.setText(self._effect(step, style))

    def _effect(self, step: UpdateStep, style: NumberStyle) -> str:
        plain, made = step.plain_step, step.step
        if step.frozen:
            return self.tr("It is frozen: it stays as it is, whatever the gradient says.")
        if abs(plain - made) <= ALIKE * max(abs(plain), abs(made), abs(step.old)):
            return self.tr("Both are the same: one step against the gradient.")
        if plain == 0.0:
            return self.tr("The gradient is 0, yet it moves: by what the optimiser remembers.")
        if made == 0.0:
            return self.tr("The step is too small to change a number of this size.")
        if plain * made < 0.0:
            return self.tr("The step goes against the plain one: what the optimiser remembers outweighs this gradient.")
        ratio = made / plain
        if ratio >= 1.0:
            return self.tr("The step is {} times as long as the plain one.").format(short(ratio, style))
        return self.tr("The step is {} of the plain one.").format(short(ratio, style))

    # ---- what the user does --------------------------------------------------------------------------------------

    def _on_freeze(self) -> None:
        step = self.step
        if step is not None:
            parameter = Selection(step.layer, step.unit, step.source, bias=step.source is None)
            self.freeze_requested.emit(parameter, not step.frozen)

    # ---- room ----------------------------------------------------------------------------------------------------

    def arrange(self) -> None:
        """The two values side by side, or under each other where the page is narrow."""
        px, narrow = self._look.px, self.is_narrow(NARROW)
        if narrow != self._folded:
            self._folded = narrow
            if self.step is not None and self.moment is not None:
                self._show_numbers(self.moment, self.step)
        self._numbers.setSpacing(px(24))
        self._break_lines()
        self._loosen(loose=True)
        if self._wanted_height() > self.height():
            self._loosen(loose=False)

    def _loosen(self, *, loose: bool) -> None:
        # What stands under the caption says the same.
        self.caption.setVisible(loose)
        self._inside.setSpacing(self._look.px(8 if loose else 5))

    def _break_lines(self) -> None:
        self.lines.setText("\n".join(line for lines in self._broken() for line in lines))

    def _broken(self) -> list[list[str]]:
        metrics, room = self.lines.fontMetrics(), self._room
        return [broken(each, lambda text: metrics.horizontalAdvance(text) <= room) for each in self.equations]

    @property
    def _room(self) -> int:
        """A line's, beside a scroll bar too."""
        return self.width() - self._look.px(14)

    def _wanted_height(self) -> int:
        """What everything takes together."""
        self._inside.invalidate()
        return self._top.sizeHint().height() + self.body.spacing() + self._inside.totalHeightForWidth(self.width())

    def _fits(self) -> bool:
        return self._wanted_height() <= self.height() and all(len(lines) <= MOST_LINES for lines in self._broken())

    def _fill(self) -> None:
        """Take larger type where there is room to spare: anew for another parameter or size, else only smaller."""
        step = self.step
        assert step is not None, "it is shown"
        place = (step.layer, step.unit, step.source)
        grown = (place, step.optimiser, step.frozen, self.size().toTuple(), self._roomy.numbers)
        if grown != self._grown or (self._roomy.growth > 1.0 and not self._fits()):
            self._grown = grown
            self._roomy.fill(self._fits)

    def _on_look(self) -> None:
        if self._roomy.growing:
            self._arrange()
        else:
            self._grown = None
            super()._on_look()

    # ---- Qt ------------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.step is not None and self._roomy.presenting:
            self._fill()


def broken(equation: str, fits: Callable[[str], bool]) -> list[str]:
    """An equation in as many lines as it takes; further ones begin with the sign that they go on with."""
    first, *others = re.split(rf" (?=[+{MINUS}×/=≈] )", equation)
    lines = [first]
    for piece in others:
        if fits(f"{lines[-1]} {piece}"):
            lines[-1] += f" {piece}"
        else:
            lines.append(INDENT + piece)
    return lines


def _place(moment: Moment) -> tuple[int, int, int | None] | None:
    """The selected weight or bias, a unit's bias for a unit; ``None`` where the network has no such parameter."""
    place, widths = parameter_of(moment.selection), moment.record.architecture.widths
    if place is None or place[0] >= len(widths):
        return None
    layer, unit, source = place
    there = unit < widths[layer] and (source is None or source < widths[layer - 1])
    return place if there else None


def _gradient_tone(value: float) -> str:
    return "grad_positive" if value > 0.0 else "grad_negative" if value < 0.0 else ""
