"""The training step as code: NumPy, PyTorch, or the mathematics; the lines of the phase in play are lit."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nnviz.code.step import StepLine, numpy_step, pytorch_step
from nnviz.code.subject import Subject
from nnviz.engine.errors import ExperimentError
from nnviz.engine.networks.network import trainable_mask
from nnviz.engine.training.record.iteration import Iteration
from nnviz.engine.training.record.phases import WORK_OF, Kind, Phase, phase_index
from nnviz.ui.formula.phase_formulas import formula_of
from nnviz.ui.look.look import Look
from nnviz.ui.names.translation import in_words
from nnviz.ui.panels.code.lines import CodeLines
from nnviz.ui.panels.code.value_list import ValueList
from nnviz.ui.panels.code.values import shape_text, value_rows
from nnviz.ui.panels.live_panel import LivePanel
from nnviz.ui.panels.panel import PanelHost
from nnviz.ui.session.moment import Moment
from nnviz.ui.toolkit.controls import Segmented
from nnviz.ui.toolkit.controls.menu_button import MenuButton
from nnviz.ui.toolkit.fitting_label import FittingLabel
from nnviz.ui.toolkit.scrolling import scrolling
from nnviz.view import CodeLanguage, CodePart
from nnviz.worker.messages import RunInfo

LANGUAGES: tuple[CodeLanguage, ...] = ("numpy", "pytorch", "mathematics")
FEW_ROWS, MANY_ROWS = 3, 5
"""Of values, where the panel is low and where it is high."""
HIGH = 420
"""From this height on, in pixels at scale 1, there are many."""


class CodePanel(LivePanel[CodePart]):
    """This network's training step, line by line, and what the variables of the lit lines hold.

    Signals:
        phase_picked(int): The user wants to be at a phase: its place in the iteration.
    """

    phase_picked = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, self.tr("Code"), parent)
        self.language: CodeLanguage = LANGUAGES[0]
        self._made: tuple[object, ...] = ()
        self._in_view: tuple[object, ...] = ()
        self._names = {"numpy": "NumPy", "pytorch": "PyTorch", "mathematics": self.tr("mathematics")}
        self.choice = Segmented(look, list(self._names.items()), name=self.tr("How the step is written"))
        self.menu = MenuButton(look, self.tr("How the step is written"))
        self.menu.set_choices(list(enumerate(self._names.values())))
        self.remark = FittingLabel(look)
        self.lines = CodeLines(look)
        self.values = ValueList(look)
        self._lay_out()
        self.choice.picked.connect(lambda key: self.set_language(next(each for each in LANGUAGES if each == key)))
        self.menu.picked.connect(lambda place: self.set_language(LANGUAGES[place]))
        self.lines.picked.connect(self._on_picked)
        self.lines.pointed.connect(self._on_pointed)
        # With other rows, or another room for them, what is lit is somewhere else.
        self._scroll.verticalScrollBar().rangeChanged.connect(self._bring_into_view)
        self._start(offset=1 / 6)
        self._show_choice()
        self._bring_up_to_date()

    def _lay_out(self) -> None:
        # The menu takes over where there is too little room for the buttons.
        self.choice.setMinimumWidth(1)
        self.header.addStretch(1)
        self.header.addWidget(self.choice)
        self.header.addWidget(self.menu)
        self._scroll = scrolling(self.lines, self.lines.edges)
        self._stack = QVBoxLayout()
        self._stack.addWidget(self._scroll, 1)
        self._stack.addWidget(self.values)
        self._stack.addWidget(self.remark)
        self._stack.addWidget(self.empty, 1)
        self.body.addLayout(self._stack, 1)

    def connect_to(self, host: PanelHost) -> None:
        self.phase_picked.connect(host.pick_phase)

    def part(self) -> CodePart:
        return CodePart(language=self.language)

    def show_part(self, part: CodePart) -> None:
        self.set_language(part.language)

    def set_language(self, language: CodeLanguage) -> None:
        """Write the step otherwise."""
        if language != self.language:
            self.language = language
            self._show_choice()
            self._refresh.now()

    def _show_choice(self) -> None:
        self.choice.set_key(self.language)
        self.menu.show_choice(LANGUAGES.index(self.language), self._names[self.language])

    def text(self) -> str:
        """The code that is shown: a program can run it."""
        return "\n".join(line.code for line in self.lines.lines)

    def set_run(self, info: RunInfo) -> None:
        self._made = self._in_view = ()
        super().set_run(info)

    # ---- bringing it up to date ----------------------------------------------------------------------------------

    def _bring_up_to_date(self) -> None:
        run, moment, trouble = self._run, self._moment, ""
        if self._awaits_moment:
            return
        if run is None or moment is None:
            trouble = self.tr("The training step of this network appears here as code that runs, line by line.")
        else:
            try:
                self._show_lines(run, moment.record)
            except ExperimentError as error:
                trouble = in_words(error.text)
        self.empty.setText(trouble)
        self.empty.setVisible(bool(trouble))
        for widget in (self._scroll, self.values, self.remark):
            widget.setVisible(not trouble)
        if run is None or moment is None or trouble:
            return
        self.lines.show_phase(moment.phase.name)
        self._show_values(moment)
        self._bring_into_view()
        changed = moment.record.architecture.silenced or not _same(
            moment.record.trainable, trainable_mask(run.experiment.network, run.architecture)
        )
        self.remark.set_texts(*(self._changed_words() if changed else ("",)))
        self.remark.setVisible(bool(changed))

    @property
    def _awaits_moment(self) -> bool:
        """Whether the moment that is known is another network's, and this one's first is on its way."""
        run, moment = self._run, self._moment
        if run is None or moment is None:
            return False
        return run.architecture.widths != moment.record.architecture.widths

    def _show_lines(self, run: RunInfo, record: Iteration) -> None:
        made = (run, self.language, len(record.examples))
        if made == self._made:
            return
        subject = Subject(run.experiment, run.architecture, run.examples)
        if self.language == "mathematics":
            lines = _formulas(run, record, subject)
        else:
            lines = (numpy_step if self.language == "numpy" else pytorch_step)(subject)
        roles = {phase.name: phase.work.value for phase in record.phases}
        shapes = {place: shape_text(record, line.names[0]) for place, line in enumerate(lines) if len(line.names) == 1}
        self.lines.show_lines(lines, roles, shapes)
        self._made = made

    def _show_values(self, moment: Moment) -> None:
        phase = moment.phase
        names = [name for place in sorted(self.lines.lit) for name in self.lines.lines[place].names]
        if any(name.endswith(".grad") for name in names):
            # One line goes all the way back: what it has come to is what this phase is about.
            own = (f"W{phase.layer}.grad", f"b{phase.layer}.grad") if phase.kind is Kind.GRADIENT else ()
            names = [name for name in names if name in own]
        rows = value_rows(moment, names, self._look.numbers, self.values.places)
        self.values.show_rows(rows, WORK_OF[phase.kind].value)

    def _bring_into_view(self) -> None:
        """When another line is lit; where the user has scrolled to since is left alone."""
        in_view = (self.lines.lit, self.lines.height(), self._scroll.height(), self.lines.lines)
        if in_view != self._in_view:
            self._in_view = in_view
            box = self.lines.lit_box()
            if box is not None:
                around = self.lines.box_of_line(min(self.lines.lit)).height()
                self._scroll.ensureVisible(0, round(box.bottom()), 0, round(around))
                self._scroll.ensureVisible(0, round(box.top()), 0, round(around))

    def _changed_words(self) -> tuple[str, ...]:
        return (
            self.tr("What was knocked out or frozen by hand since the run began is not in this code."),
            self.tr("Without what was knocked out or frozen by hand."),
            self.tr("Without changes by hand."),
        )

    # ---- what the user does --------------------------------------------------------------------------------------

    def _on_picked(self, place: int) -> None:
        if self._run is not None:
            phase = self.lines.line_at(place).phases[0]
            self.phase_picked.emit(phase_index(phase, self._run.architecture.layers))

    def _on_pointed(self, place: int) -> None:
        """What the keyboard points at is in sight."""
        if place >= 0 and self.lines.hasFocus():
            box = self.lines.box_of_line(self.lines.lines.index(self.lines.line_at(place)))
            self._scroll.ensureVisible(0, round(box.center().y()), 0, round(box.height()))

    # ---- room ----------------------------------------------------------------------------------------------------

    def _fold(self) -> None:
        margins = self._column.contentsMargins()
        free = self.width() - margins.left() - margins.right() - self._title.sizeHint().width()
        fits = self.choice.sizeHint().width() + 2 * self.header.spacing() <= free
        self.choice.setVisible(fits)
        self.menu.setVisible(not fits)
        self.values.set_places(MANY_ROWS if self.height() >= self._look.px(HIGH) else FEW_ROWS)
        # Not in the lines of another network, while this one's are on their way.
        if self._moment is not None and self._made and not self._awaits_moment and not self.empty.text():
            self._show_values(self._moment)

    def _space_out(self) -> None:
        self._stack.setSpacing(self._look.px(6))

    # ---- Qt ------------------------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fold()


def _formulas(run: RunInfo, record: Iteration, subject: Subject) -> tuple[StepLine, ...]:
    """The formula of each phase, with an empty line where another kind of work begins."""
    lines: list[StepLine] = []
    before: Phase | None = None
    for phase in record.phases:
        if before is not None and phase.work is not before.work:
            lines.append(StepLine(""))
        plain = formula_of(record, phase, run.experiment.training).plain
        lines.append(StepLine(plain, (phase.name,), _names(phase, subject)))
        before = phase
    return tuple(lines)


def _names(phase: Phase, subject: Subject) -> tuple[str, ...]:
    """What a phase gives values, as the code calls it."""
    layer = phase.layer
    return {
        Kind.INPUT: ("x", "y"),
        Kind.PRE_ACTIVATION: (f"z{layer}",),
        Kind.ACTIVATION: (subject.above(layer),),
        Kind.LOSS: ("L",),
        Kind.DELTA: (f"delta{layer}",),
        Kind.GRADIENT: (f"dW{layer}", f"db{layer}"),
        Kind.UPDATE: tuple(subject.trained),
    }[phase.kind]


def _same(one: np.ndarray | None, other: np.ndarray | None) -> bool:
    return one is other or (one is not None and other is not None and np.array_equal(one, other))
