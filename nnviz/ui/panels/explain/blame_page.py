"""The blame ledger of a unit: its δ split by the units ahead, and what the loss really does without the unit."""

from __future__ import annotations

import math
from collections.abc import Hashable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from nnviz.engine.analysis.blame import Blame, Share
from nnviz.engine.functions.losses import Loss
from nnviz.engine.training.record.phases import phase_index
from nnviz.ui.diagram.highlight import NO_HIGHLIGHT, Highlight
from nnviz.ui.formula.batch_mean import mean_equation
from nnviz.ui.formula.factors import factor_text, times_error
from nnviz.ui.formula.loss_numbers import output_delta
from nnviz.ui.formula.written import Written, agree, in_brackets_if_negative, number, product, total, trimmed
from nnviz.ui.look.look import Look
from nnviz.ui.look.numbers import NumberStyle, column_style, written
from nnviz.ui.names.symbols import Names
from nnviz.ui.panels.explain.bar_rows import BarRow, BarRows
from nnviz.ui.panels.explain.page import ExplanationPage, chosen_unit
from nnviz.ui.panels.explain.readings import Reading, Readings
from nnviz.ui.panels.panel import PanelHost
from nnviz.ui.session.moment import Moment, Selection
from nnviz.ui.toolkit.controls import Button, Text
from nnviz.ui.toolkit.fitting_label import FittingLabel
from nnviz.worker.messages import RunInfo
from nnviz.worker.questions import WhoIsToBlame

NARROW = 400
"""Under this width, at scale 1, what the loss does stands under the shares, else beside them."""


class BlamePage(ExplanationPage):
    """One row for each unit ahead, its share as a bar, the total, and the loss with and without the unit.

    Signals:
        asked(WhoIsToBlame): The page wants an answer to this.
        highlight_changed(Highlight): The user points at a share: its edge is to stand out, or nothing any more.
        silence_requested(int, int, bool): Layer and unit that are to be knocked out, or to be brought back.
    """

    asked = Signal(object)
    highlight_changed = Signal(object)
    silence_requested = Signal(int, int, bool)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._question: WhoIsToBlame | None = None
        self.blame: Blame | None = None
        self._order: tuple[Share, ...] = ()
        self._folded = False
        self.formula = FittingLabel(look, "body")
        self.shares = BarRows(look, "grad_positive", "grad_negative", pickable=True)
        self.working = Text(look, role="mono_body")
        self.working.setWordWrap(True)
        self.words = Text(look, tone="muted")
        self.words.setWordWrap(True)
        self.total = BarRows(look, "grad_positive", "grad_negative")
        self.total.show_bars(False)
        self.measured = Text(look, self.tr("Measured"), role="small_strong", tone="faint")
        self.losses = Readings(look, "mono_body")
        self.verdict = Text(look, role="strong")
        self.verdict.setWordWrap(True)
        self.knock_out = Button(look)
        self._lay_out()
        self.shares.pointed.connect(self._on_pointed)
        self.shares.picked.connect(self._on_picked)
        self.knock_out.clicked.connect(self._on_knock_out)
        self._arrange()

    def _lay_out(self) -> None:
        self._room = QScrollArea()
        self._room.setFrameShape(QFrame.Shape.NoFrame)
        self._room.setWidgetResizable(True)
        inside = QWidget()
        inside.setProperty("surface", "plain")
        self._inside = QVBoxLayout(inside)
        self._inside.setContentsMargins(0, 0, 0, 0)
        for part in (self.shares, self.working, self.words):
            self._inside.addWidget(part)
        self._inside.addStretch(1)
        self._room.setWidget(inside)
        self._ledger = QVBoxLayout()
        self._ledger.addWidget(self.formula)
        self._ledger.addWidget(self._room, 1)
        self._ledger.addWidget(self.total)
        self._ledger.addStretch(0)
        self._side = QVBoxLayout()
        for widget in (self.measured, self.losses, self.verdict):
            self._side.addWidget(widget)
        self._side.addStretch(1)
        self._middle = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._middle.addLayout(self._ledger, 5)
        self._middle.addLayout(self._side, 3)
        self._top = QHBoxLayout()
        self._top.addWidget(self.title, 1)
        self._top.addWidget(self.knock_out)
        self.body.addLayout(self._top)
        self.body.addLayout(self._middle, 1)

    def connect_to(self, host: PanelHost) -> None:
        super().connect_to(host)
        self.asked.connect(host.ask)
        self.highlight_changed.connect(host.highlight)
        self.silence_requested.connect(host.silence)

    # ---- what it is about ----------------------------------------------------------------------------------------

    def invitation(self) -> str:
        """What will appear here, and how."""
        return self.tr("Click a unit: this shows which next-layer units its error comes from.")

    def set_run(self, info: RunInfo) -> None:
        """A new run: no answer is about it yet."""
        self.blame = self._question = None
        super().set_run(info)

    def subject(self, run: RunInfo, moment: Moment) -> Hashable:
        """The unit, in the record and for the example that explanations are about."""
        unit = chosen_unit(moment)
        return None if unit is None else (unit, moment.explained)

    def show_subject(self, run: RunInfo, moment: Moment) -> None:
        """Ask; what is shown changes with the answer."""
        chosen, (record, row) = chosen_unit(moment), moment.explained
        assert chosen is not None
        if self.blame is None:
            self._middle_visible(False)
        self._question = WhoIsToBlame(record, *chosen, row)
        self.asked.emit(self._question)

    def show_answer(self, question: object, answer: object) -> None:
        """Show the answer to what was asked last; others are out of date."""
        if question is not self._question or not isinstance(answer, Blame) or self.moment is None:
            return
        self.blame = answer
        self._middle_visible(True)
        moment = replace(self.moment, selection=Selection(answer.layer, answer.unit))
        self.title.set_texts(*self.unit_title(moment, answer.layer, answer.unit))
        if answer.shares:
            self._show_shares(moment, answer)
        else:
            self._show_output(moment, answer)
        self._show_total(moment, answer)
        self._show_loss(moment, answer)
        self._arrange()

    # ---- the shares ----------------------------------------------------------------------------------------------

    def _show_shares(self, moment: Moment, blame: Blame) -> None:
        names, style = Names(moment.record.architecture), self._style_of(blame)
        self._order = tuple(sorted(blame.shares, key=_size, reverse=True))
        rows = []
        for share in self._order:
            symbol, last = names.unit(blame.layer + 1, share.unit), moment.record.architecture.layers
            name = self._names.beside(symbol, blame.layer + 1, share.unit, last)
            rows.append(self._row(name, share, blame, style))
        self.shares.show_rows(rows)
        self._show_parts(shares=True)
        self.formula.set_texts(*self._formulas(blame))

    def _style_of(self, blame: Blame) -> NumberStyle:
        """Shares and their sum stand one under the other."""
        return column_style([*(share.value for share in blame.shares), blame.delta], self._look.numbers)

    def _row(self, name: str, share: Share, blame: Blame, style: NumberStyle) -> BarRow:
        text = written(share.value, style, plus=True)
        weight = number(share.weight, style, plus=True)
        if blame.example is None:
            # The mean of a product is not the product of means: only what is the same for all stands before it.
            return BarRow(name, share.value, text, self.tr("{} × mean of δ g′").format(weight.text))
        assert blame.slope is not None, "it has units ahead"
        factors = [weight, number(share.delta, style, plus=True), in_brackets_if_negative(number(blame.slope, style))]
        if blame.mask is not None:
            factors.append(trimmed(blame.mask, style))
        working = product(*factors)
        relation = "=" if agree(working, share.value, style) else "≈"
        return BarRow(name, share.value, f"{relation} {text}", working.text)

    def _formulas(self, blame: Blame) -> tuple[str, ...]:
        if blame.slope == 0.0 and blame.example is not None:
            return self.tr("own g′ = 0: no error passes back"), "g′ = 0"
        if blame.mask is None:
            return self.tr("share = weight × next δ × own g′"), self.tr("weight × next δ × g′")
        return self.tr("share = weight × next δ × own g′ × mask"), self.tr("weight × next δ × g′ × mask")

    # ---- an output -----------------------------------------------------------------------------------------------

    def _show_output(self, moment: Moment, blame: Blame) -> None:
        """Where δ starts: ``ŷ − y``, with the slope where it is a factor."""
        architecture, style = moment.record.architecture, self._look.numbers
        self._order = ()
        self._show_parts(shares=False)
        if moment.shown_example is None:
            examples = len(moment.record.examples)
            lines = [
                mean_equation(Names(architecture).error_signal(blame.layer, blame.unit), blame.delta, examples, style)
            ]
        else:
            at = phase_index(f"delta{blame.layer}", architecture.layers)
            lines = list(output_delta(replace(moment, phase_index=at, unit=None, term=None), style, most=4))
        self.working.setText("\n".join(line.text for line in lines))
        self.words.setText(self._output_words(architecture.loss, architecture.output.name))
        self.formula.set_texts(*self._output_formulas(architecture.loss, blame))

    def _output_formulas(self, loss: Loss, blame: Blame) -> tuple[str, ...]:
        """The formula of δ, and shorter where that is long."""
        factor = loss.error_factor
        error = times_error(factor, "ŷ − y")
        if blame.slope is not None:
            return (f"δ = {error if factor != 1 else f'({error})'} · g′(z)",)
        if not loss.cancels:
            return f"δₖ = ŷₖ · (eₖ − Σ e ŷ), e = {error}", "δₖ = ŷₖ · (eₖ − Σ e ŷ)"
        return (f"δ = {error}",)

    def _show_parts(self, *, shares: bool) -> None:
        self.shares.setVisible(shares)
        self.working.setVisible(not shares)
        self.words.setVisible(not shares)

    def _output_words(self, loss: Loss, output: str) -> str:
        if loss.cancels:
            return self.tr("The slope of the output cancels against the logarithm's: only the error ŷ − y is left.")
        if output == "softmax":
            return self.tr("Softmax couples the outputs, so each δ contains the errors of all.")
        if output == "linear" and loss.error_factor != 1:
            text = self.tr("The slope of a linear output is 1: δ is {} times the error.")
            return text.format(factor_text(loss.error_factor))
        if output == "linear":
            return self.tr("The slope of a linear output is 1: δ is the error itself.")
        return self.tr("The error passes back through the curve of the output: it is multiplied by the slope there.")

    # ---- total and loss ------------------------------------------------------------------------------------------

    def _show_total(self, moment: Moment, blame: Blame) -> None:
        style = self._style_of(blame)
        symbol = Names(moment.record.architecture).error_signal(blame.layer, blame.unit)
        text = written(blame.delta, style, plus=True)
        relation = "="
        if blame.shares:
            together: Written = total([number(share.value, style, plus=True) for share in self._order])
            relation = "=" if agree(together, blame.delta, style) else "≈"
        name = self.tr("{} = sum").format(symbol) if blame.shares else symbol
        self.total.show_rows([BarRow(name, blame.delta, f"{relation} {text}")], marked=0)

    def _show_loss(self, moment: Moment, blame: Blame) -> None:
        style, narrow = self._look.numbers, self._folded
        is_hidden = blame.loss_without is not None
        rows = [Reading(self.tr("L now"), written(blame.loss, style))]
        self.measured.setVisible(not narrow)
        self.verdict.setVisible(is_hidden and not narrow)
        self.knock_out.setVisible(is_hidden and not self._look.presenting)
        if blame.loss_without is not None:
            name = Names(moment.record.architecture).unit(blame.layer, blame.unit)
            more = blame.loss_without - blame.loss
            rows.append(Reading(self.tr("L without {}").format(name), written(blame.loss_without, style)))
            long, short = self._verdict(blame, more)
            rows.append(
                Reading(short if narrow else self.tr("difference"), written(more, style, plus=True), _tone(more))
            )
            self.verdict.setText(long)
            self.verdict.set_tone(_tone(more))
            self.knock_out.setText(self.tr("Bring back") if self._is_silenced else self.tr("Knock out"))
            self.knock_out.setAccessibleName(f"{self.knock_out.text()}: {name}")
        self.losses.show_rows(rows)

    def _verdict(self, blame: Blame, more: float) -> tuple[str, str]:
        """What the difference means, as a sentence, and in a few words."""
        if self._is_silenced:
            return self.tr("It is knocked out: this is the loss without it."), self.tr("knocked out")
        if blame.mask == 0.0:
            return self.tr("Dropout silences it here: this is the loss without it."), self.tr("silenced here")
        if more > 0.0:
            return self.tr("The network needs it."), self.tr("it is needed")
        if more < 0.0:
            return self.tr("The network would be better without it."), self.tr("better without")
        return self.tr("It makes no difference."), self.tr("no difference")

    @property
    def _is_silenced(self) -> bool:
        if self.blame is None or self._question is None:
            return False
        return (self.blame.layer, self.blame.unit) in self._question.record.architecture.silenced

    def _middle_visible(self, visible: bool) -> None:
        self.title.setVisible(visible)
        self.formula.setVisible(visible)
        for widget in (self._room, self.total, self.measured, self.losses, self.verdict, self.knock_out):
            widget.setVisible(visible)

    # ---- what the user does --------------------------------------------------------------------------------------

    def _on_pointed(self, place: int) -> None:
        if self.blame is None or not 0 <= place < len(self._order):
            self.highlight_changed.emit(NO_HIGHLIGHT)
            return
        ahead, unit = self.blame.layer + 1, self._order[place].unit
        self.highlight_changed.emit(Highlight(((ahead, unit),), ((ahead, unit, self.blame.unit),)))

    def _on_picked(self, place: int) -> None:
        """Go on to the unit ahead, and to where its δ comes from."""
        if self.blame is not None:
            self.selection_changed.emit(Selection(self.blame.layer + 1, self._order[place].unit))

    def _on_knock_out(self) -> None:
        if self.blame is not None:
            self.silence_requested.emit(self.blame.layer, self.blame.unit, not self._is_silenced)

    # ---- room ----------------------------------------------------------------------------------------------------

    def arrange(self) -> None:
        """What the loss does beside the shares, or under them where the page is narrow."""
        px, narrow = self._look.px, self.is_narrow(NARROW)
        if narrow != self._folded:
            self._folded = narrow
            if self.blame is not None and self.moment is not None:
                self._show_loss(self.moment, self.blame)
        self._middle.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        self._middle.setSpacing(px(8) if narrow else px(18))
        self._ledger.setSpacing(px(4))
        self._side.setSpacing(px(6))
        self._middle.setStretch(1, 0 if narrow else 3)
        self._inside.setSpacing(px(8))
        wide = max(self._room.viewport().width(), 1)
        wanted = self._inside.totalHeightForWidth(wide) if self._inside.hasHeightForWidth() else 0
        self._room.setMaximumHeight(max(wanted, px(56)))
        self._room.setMinimumHeight(min(max(wanted, 1), px(56)))


def _size(share: Share) -> float:
    return abs(share.value) if math.isfinite(share.value) else math.inf


def _tone(more: float) -> str:
    """More loss and less loss have the colours of forward values: the sign is printed beside it."""
    return "positive" if more > 0.0 else "negative" if more < 0.0 else ""
