"""If this weight changed a little, how would the loss react? The gradient, proved by trying it."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from nnviz.engine.analysis.nudge import Nudge, answers_asked, nudged_loss
from nnviz.ui.look.look import Look
from nnviz.ui.look.numbers import written
from nnviz.ui.names.symbols import Names
from nnviz.ui.panels.explain.asking import About, AskingPage
from nnviz.ui.panels.explain.nudge_drag import Drag
from nnviz.ui.panels.explain.nudge_plot import NudgePlot
from nnviz.ui.panels.explain.readings import Reading, Readings
from nnviz.ui.panels.explain.shared_digits import SharedDigits
from nnviz.ui.panels.panel import PanelHost
from nnviz.ui.session.moment import Moment, Selection
from nnviz.ui.toolkit.controls import Segmented, Text
from nnviz.worker.messages import RunInfo
from nnviz.worker.questions import Question, WhatIfNudged

WIDE = 430
"""From this width on, at scale 1, the numbers stand beside the plot, else under it."""
SIDE = 228
UPRIGHT = 1.1
"""A page that is higher than this share of its width has the numbers under the plot too."""
TALL = 330
"""Under this height, at scale 1, numbers and hints give way to what matters most."""
HINT_FROM = 305
VERY_TALL = 430
"""The same where the numbers stand under the plot."""
ROWS = 5
"""Readings of a drag."""
MUCH_WORK = 20_000
"""From so many answers on (examples × units) a loss is read off the curve in a drag, until the network says it."""
UNBOUNDED = 16_777_215
BACK, KEEP = "back", "keep"


class NudgePage(AskingPage):
    """The loss along the selected weight or bias, with a handle that drags the weight itself.

    While it is dragged the curve stays what it was at the beginning, and the network's own loss is marked on it. A drag
    ends as soon as something else is on screen than what the curve was asked of.

    Half of its methods follow one drag, which is what the page is.

    Signals:
        nudge_begun(): The user takes hold of the weight.
        nudged(Selection, float): The value that it is to have, all along a drag.
        nudge_ended(bool): It is let go: whether it keeps its new value, else it gets its old one back.
    """

    kind = WhatIfNudged

    nudge_begun = Signal()
    nudged = Signal(object, float)
    nudge_ended = Signal(bool)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._shown: tuple[WhatIfNudged, Nudge, Moment] | None = None
        self._drag: Drag | None = None
        self._asked_in: Moment | None = None
        self._is_working = False
        self._is_about = False
        self.plot = NudgePlot(look)
        self.digits = SharedDigits(look)
        self.readings = Readings(look, "mono_body")
        self.hint = Text(look, role="small", tone="muted")
        self.choice_name = Text(look, self.tr("When released:"), role="small", tone="muted")
        choices = ((BACK, self.tr("put it back")), (KEEP, self.tr("keep it")))
        self.choice = Segmented(look, choices, name=self.tr("When the weight is released"))
        self._lay_out()
        self.plot.drag_begun.connect(self.nudge_begun)
        self.plot.dragged.connect(self._on_dragged)
        self.plot.drag_ended.connect(lambda back: self._finish(keep=self.choice.key() == KEEP and not back))
        look.changed.connect(self._on_look)
        self._on_look()
        self._show_empty()

    def _lay_out(self) -> None:
        self.hint.setWordWrap(True)
        self._choice_row = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._choice_row.addWidget(self.choice_name)
        self._choice_row.addWidget(self.choice, 0, Qt.AlignmentFlag.AlignLeft)
        self._side = QWidget()
        self._column = QVBoxLayout(self._side)
        self._column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.digits, self.readings, self.hint):
            self._column.addWidget(widget)
        self._column.addStretch(1)
        self._column.addLayout(self._choice_row)
        self._middle = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._middle.addWidget(self.plot, 1)
        self._middle.addWidget(self._side)
        self._page.addLayout(self._middle, 1)
        self._page.addWidget(self.empty, 1)

    def connect_to(self, host: PanelHost) -> None:
        super().connect_to(host)
        self.nudge_begun.connect(host.hold_edit)
        self.nudged.connect(host.edit)
        self.nudge_ended.connect(host.release_edit)

    # ---- what it is told -----------------------------------------------------------------------------------------

    def set_run(self, info: RunInfo) -> None:
        """A new run: nothing is known of it yet, and there is nothing to put back."""
        self._end(keep=True)
        super().set_run(info)
        self._show_empty()

    def show_moment(self, moment: Moment) -> None:
        """Ask about what is selected, where that is not known yet; during a drag show what the network says."""
        self._moment = moment
        if self.plot.dragging and self._drag is not None:
            if self._drag.goes_on_in(moment):
                self._show_measured(moment, self._drag)
                return
            self._end(keep=self.choice.key() == KEEP)
        self._ask_soon(moment.training)
        self._settle()

    def show_answer(self, question: Question, answer: object) -> None:
        """Show the answer, if it is to the latest question and nothing is being dragged."""
        asked_in = self._asked_in
        if self.plot.dragging or asked_in is None or not self._is_latest(question):
            return
        if isinstance(question, WhatIfNudged) and isinstance(answer, Nudge):
            self._shown = question, answer, asked_in
            self._drag = Drag(question, asked_in)
            self._is_working = False
            self._show()
            self._settle()

    # ---- bringing it up to date ----------------------------------------------------------------------------------

    def _ask(self, question: About) -> None:
        """Ask; what is on the page is out of date until the answer is there."""
        self._asked_in = self._moment
        self._is_working = isinstance(question, WhatIfNudged) and answers_of(question) >= MUCH_WORK
        self._settle()
        self._show_place()
        if self._is_working and self._shown is None:
            self.empty.setText(self.tr("Computing: each point of the curve takes all examples of the batch."))
        super()._ask(question)

    def _settle(self) -> None:
        """The weight can be dragged only along its own curve, and not while training changes it all the time."""
        self.plot.ready = (
            self._shown is not None
            and self._moment is not None
            and not self._moment.training
            and self._is_latest(self._shown[0])
        )

    def _show_empty(self) -> None:
        self._shown = self._drag = self._asked_in = None
        self._is_working = False
        self._settle()
        self.empty.setText(
            self.tr(
                "Click a weight in the diagram, a line between two units, to see the loss as a curve over it, with a "
                "handle to push the weight. Click a unit to see its bias."
            )
        )
        self._show_parts(full=False)

    def _show_parts(self, full: bool) -> None:
        self.empty.setVisible(not full)
        for widget in (self.title, self.place, self.plot, self._side):
            widget.setVisible(full)

    def _show(self) -> None:
        if self._shown is None:
            return
        _, nudge, _ = self._shown
        symbol = self._symbol
        self.title.set_texts(
            self.tr("If {} changed a little, how would L react?").format(symbol),
            self.tr("How L reacts to {}").format(symbol),
            self.tr("L over {}").format(symbol),
        )
        self._show_place()
        self.plot.show_nudge(nudge, symbol)
        names = self.tr("gradient ∂L/∂{}").format(symbol), self.tr("slope of the curve, measured")
        self.digits.show_numbers(names, (nudge.gradient, nudge.finite_difference), nudge.shared_digits, nudge.agree)
        self._show_readings()
        self._show_parts(full=True)
        self._fold()

    def _show_place(self) -> None:
        if self._is_working:
            self.place.set_texts(self.tr("working…"))
        elif self._shown is not None:
            self._say_place(self._shown[2], self._is_wide)

    def _show_readings(self) -> None:
        """The weight and its loss; once it is dragged, what that changes, and what the tangent foretold."""
        if self._shown is None or self.plot.at is None:
            return
        nudge, symbol, style = self._shown[1], self._symbol, self._look.numbers
        value, loss = self.plot.at
        rows = [Reading(symbol, written(value, style, plus=True))]
        if self.plot.handle is None:
            rows.append(Reading("L", written(loss, style), "loss"))
        else:
            # What the network itself says of this value, as soon as it has said it.
            heard = self.plot.measured is not None and self.plot.measured[0] == value
            measured = self.plot.measured[1] if self.plot.measured is not None and heard else loss
            about = "≈ " if self._is_about and not heard else ""
            foretold = nudge.gradient * (value - nudge.value)
            rows += (
                Reading(self.tr("L, measured"), about + written(measured, style), "loss"),
                Reading(self.tr("L, by the tangent"), written(self.plot.tangent_at(value), style), "backward"),
                Reading(self.tr("ΔL, measured"), about + written(measured - nudge.loss, style, plus=True), "loss"),
                Reading(f"∂L/∂{symbol[0]} · Δ{symbol[0]}", written(foretold, style, plus=True), "backward"),
            )
        self._make_room()
        self.readings.show_rows(rows)

    def _make_room(self) -> None:
        """At rest the two slopes and how to go on; in a drag its numbers, and the slopes where there is room for both.

        The plot must not change its size while its handle is held.
        """
        moved = self.plot.handle is not None
        room = self.height() >= self._look.px(HINT_FROM) if self._is_wide else self._is_tall
        works = not self._look.presenting
        self.hint.setVisible(room and not moved and works)
        for widget in (self.choice_name, self.choice):
            widget.setVisible(works)
        self.digits.setVisible(self._is_tall or not moved)
        self.readings.setVisible(self._is_tall or moved or self._is_wide)

    def _show_measured(self, moment: Moment, drag: Drag) -> None:
        """The network's own loss with the value that it really has."""
        record, row = moment.explained
        # An example's own loss has no penalty in it, the batch's has.
        loss = record.loss.total if row is None else float(record.example_losses[row]) + record.loss.penalty
        self.plot.show_measured(drag.value_in(record), loss)
        self._show_readings()

    @property
    def _symbol(self) -> str:
        if self._shown is None:
            return ""
        question = self._shown[0]
        names = Names(question.record.architecture)
        return names.parameter(question.layer, question.unit, question.source)

    # ---- what the user does --------------------------------------------------------------------------------------

    def _on_dragged(self, value: float) -> None:
        if self._shown is None or self._drag is None:
            return
        question, nudge, _ = self._shown
        place = question.layer, question.unit, question.source
        self._is_about = answers_of(question) >= MUCH_WORK
        if self._is_about:
            loss = float(np.interp(value, nudge.values, nudge.losses))
        else:
            loss = nudged_loss(question.record, *place, value, question.example)
        self.plot.show_handle(value, loss)
        self._drag.gives(value)
        self._show_readings()
        self.nudged.emit(Selection(*place, bias=question.source is None), value)

    def _end(self, keep: bool) -> None:
        """End a drag that the user has not ended."""
        if self.plot.dragging:
            self._finish(keep)

    def _finish(self, keep: bool) -> None:
        if not keep and self._drag is not None:
            self._drag.gives_back()
        self.plot.let_go(stay=keep)
        self._show_readings()
        self.nudge_ended.emit(keep)
        if keep:
            # The record with the new value may be here already; one with the old value is still to come.
            self._ask_soon()
            self._settle()

    # ---- room ----------------------------------------------------------------------------------------------------

    def _on_look(self) -> None:
        px = self._look.px
        self._space_out()
        self._column.setSpacing(px(8))
        self._choice_row.setSpacing(px(4))
        self.hint.setText(self.tr("Drag the point along the curve, or reach it with Tab and push it with ← and →."))
        self.plot.setToolTip(self.tr("Enter releases the weight, Esc puts it back."))
        if not self.plot.dragging:
            self._show()
        self._fold()

    @property
    def _is_wide(self) -> bool:
        """Where the page is high, the plot has all of its width."""
        return self.width() >= self._look.px(WIDE) and self.height() < UPRIGHT * self.width()

    @property
    def _is_tall(self) -> bool:
        return self.height() >= self._look.px(TALL if self._is_wide else VERY_TALL)

    def _side_height(self) -> int:
        """What the numbers under the plot take, at rest and in a drag alike."""
        digits, rows = (
            self.digits.sizeHint().height(),
            ROWS * (self.readings.fontMetrics().lineSpacing() + self._look.px(6)),
        )
        numbers = digits + rows + self._column.spacing() if self._is_tall else max(digits, rows)
        return numbers + self._column.spacing() + self.choice.sizeHint().height()

    def _fold(self) -> None:
        px, wide = self._look.px, self._is_wide
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._middle.setDirection(across if wide else down)
        self._middle.setSpacing(px(14 if wide else 6))
        self._choice_row.setDirection(down if wide else across)
        self.plot.setMinimumHeight(px(100))
        self._side.setMinimumWidth(px(SIDE) if wide else 0)
        self._side.setMaximumWidth(px(SIDE) if wide else UNBOUNDED)
        self._side.setMinimumHeight(0 if wide else self._side_height())
        self._side.setMaximumHeight(UNBOUNDED if wide else self._side_height())
        self._show_place()
        self._show_readings()

    # ---- Qt ------------------------------------------------------------------------------------------------------

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._end(keep=self.choice.key() == KEEP)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()


def answers_of(question: WhatIfNudged) -> int:
    """How many units' answers one loss takes."""
    return answers_asked(question.record, question.layer, question.example)
