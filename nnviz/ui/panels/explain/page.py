"""What the pages of explanations share: they show one moment, only while they can be seen, or say how to fill them."""

from __future__ import annotations

from collections.abc import Hashable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nnviz.ui.diagram.words import captions
from nnviz.ui.look.look import Look
from nnviz.ui.names.symbols import Names
from nnviz.ui.names.units import NO_NAMES, UnitNames
from nnviz.ui.panels.panel import PanelHost
from nnviz.ui.session.moment import Moment, Selection
from nnviz.ui.toolkit.controls import Text
from nnviz.ui.toolkit.fitting_label import FittingLabel
from nnviz.ui.toolkit.refresh import Refresh
from nnviz.worker.messages import RunInfo
from nnviz.worker.questions import Question

SELDOM = 200
"""Milliseconds from one explanation to the next while training: five a second can be read no better than more."""


class Page(QWidget):
    """One explanation. It hears of nothing while it is not seen."""

    def connect_to(self, host: PanelHost) -> None:
        """Let the window hear what the user does here, and what the page wants to know."""

    def set_run(self, info: RunInfo) -> None:
        """A new run: nothing of it is known yet."""

    def show_moment(self, moment: Moment) -> None:
        """Explain this moment."""

    def show_answer(self, question: Question, answer: object) -> None:
        """The answer to a question; those that are out of date are not looked at."""


class ExplanationPage(Page):
    """A title and what a subclass puts into ``body``; in place of both a sentence where there is nothing to explain.

    Subclasses say in ``subject`` what the page is about at a moment, and show it in ``show_subject``: it is called only
    when that has changed, and only while the page is visible.

    Signals:
        selection_changed(Selection): The user picked a unit, a weight or a bias.
    """

    selection_changed = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._run: RunInfo | None = None
        self._moment: Moment | None = None
        self._names = NO_NAMES
        self._shown: Hashable = None
        self.setProperty("surface", "plain")
        self.title = FittingLabel(look, "strong", "text")
        self.empty = Text(look, tone="muted")
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._content = QWidget()
        self.body = QVBoxLayout(self._content)
        self._stack = QVBoxLayout(self)
        self._stack.addWidget(self.empty, 1)
        self._stack.addWidget(self._content, 1)
        self._content.hide()
        self.empty.setText(self.invitation())
        self.refresh = Refresh(self, self._bring_up_to_date, interval=SELDOM)
        self._follow(look)

    def _follow(self, look: Look) -> None:
        look.changed.connect(self._on_look)

    def connect_to(self, host: PanelHost) -> None:
        self.selection_changed.connect(host.select)

    # ---- what it is told -----------------------------------------------------------------------------------------

    def set_run(self, info: RunInfo) -> None:
        """A new run: nothing of it is known yet."""
        self._run, self._moment, self._shown = info, None, None
        self._names = UnitNames.of_examples(info.examples)
        self.refresh.now()

    def show_moment(self, moment: Moment) -> None:
        """Explain this moment; while training, a few times a second."""
        self._moment = moment
        self.refresh.request()
        if not moment.training:
            self.refresh.flush()

    # ---- what a subclass says ------------------------------------------------------------------------------------

    def invitation(self) -> str:
        """What stands here while there is nothing to explain: what will appear, and how to get it."""
        raise NotImplementedError

    def subject(self, run: RunInfo, moment: Moment) -> Hashable:
        """All that the page shows at a moment depends on; ``None`` where there is nothing to explain."""
        raise NotImplementedError

    def show_subject(self, run: RunInfo, moment: Moment) -> None:
        """Show what the page is about."""
        raise NotImplementedError

    def arrange(self) -> None:
        """Take the spaces and the direction of layouts from the look and from the page's size."""

    # ---- what subclasses use -------------------------------------------------------------------------------------

    @property
    def moment(self) -> Moment | None:
        """What was last to be shown."""
        return self._moment

    def is_narrow(self, below: float) -> bool:
        """Whether the page has less than so many pixels at scale 1 across."""
        return self.width() < self._look.px(below)

    def unit_title(self, moment: Moment, layer: int, unit: int) -> tuple[str, ...]:
        """What a unit is, from the longest to the shortest wording: ``h₂ · hidden 1 · tanh``."""
        architecture = moment.record.architecture
        symbol = Names(architecture).unit(layer, unit)
        name = self._names.of(layer, unit, architecture.layers)
        place, *_ = captions(layer, architecture)
        return (
            *([f"{symbol} · {name} · {place}", f"{symbol} · {name}"] if name else []),
            f"{symbol} · {place}",
            symbol,
        )

    def _bring_up_to_date(self) -> None:
        run, moment = self._run, self._moment
        subject = self.subject(run, moment) if run is not None and moment is not None else None
        if subject == self._shown and (subject is None) == self._content.isHidden():
            return
        self._shown = subject
        if subject is None:
            self.empty.setText(self.invitation())
        self.empty.setVisible(subject is None)
        self._content.setVisible(subject is not None)
        if subject is not None:
            assert run is not None and moment is not None
            self.show_subject(run, moment)

    def _arrange(self) -> None:
        self._stack.setContentsMargins(0, 0, 0, 0)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(self._look.px(6))
        self.arrange()

    def _on_look(self) -> None:
        self._arrange()
        self._shown = None
        self.refresh.now()

    # ---- Qt ------------------------------------------------------------------------------------------------------

    def minimumSizeHint(self) -> QSize:
        # Not that of the layout, which is folded only once the page is narrow.
        return QSize(self._look.px(200), self._look.px(120))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh.flush()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()


def chosen_unit(moment: Moment) -> tuple[int, int] | None:
    """The selected unit, or the one that the selected weight leads to; ``None`` for none, and for an input."""
    selection, widths = moment.selection, moment.record.architecture.widths
    if selection is None or not 1 <= selection.layer < len(widths) or selection.unit >= widths[selection.layer]:
        return None
    return selection.layer, selection.unit


def parameter_of(selection: Selection | None) -> tuple[int, int, int | None] | None:
    """The weight or bias that a selection means, a unit's bias for a unit; ``None`` for nothing or for an input."""
    if selection is None or selection.layer < 1:
        return None
    return selection.layer, selection.unit, None if selection.bias else selection.source
