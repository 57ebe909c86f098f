"""What a panel is to the window, and what the window is to a panel: the window knows none of them by name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QEvent, Signal, SignalInstance
from PySide6.QtGui import QEnterEvent, QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from nnviz.engine.experiment import Experiment
from nnviz.engine.training.timeline.events import Event
from nnviz.ui.diagram.highlight import Highlight
from nnviz.ui.look.look import Look
from nnviz.ui.session.moment import Moment, Selection
from nnviz.ui.session.settings.offer import Offer
from nnviz.ui.toolkit.controls import Card
from nnviz.view import Part
from nnviz.worker.messages import RunInfo, Snapshot
from nnviz.worker.queries.query import Query
from nnviz.worker.questions import Question

P = TypeVar("P", bound=Part | None)


class PanelHost(Protocol):
    """What a panel can ask of the window that it stands in: all of it in one list, so that panels know no window.

    Attributes:
        experiment: The experiment as it stands; ``None`` before there is one.
        idle: Whether everything that was asked of the model has been done, and it does not train.
        origin: The experiment that was opened or saved last: changes count from it.
        recent: The files that were opened or saved last.
        origin_changed, recent_changed: There is another origin (an Experiment), there are other recent files.
        offered: Which settings can be changed.
        offered_changed: They are others.
        answered: An answer to a question of an explanation has come (``Explained``).
    """

    @property
    def experiment(self) -> Experiment | None: ...
    @property
    def idle(self) -> bool: ...
    @property
    def origin(self) -> Experiment | None: ...
    @property
    def recent(self) -> Sequence[Path]: ...
    @property
    def origin_changed(self) -> SignalInstance: ...
    @property
    def recent_changed(self) -> SignalInstance: ...
    @property
    def offered(self) -> Offer: ...
    @property
    def offered_changed(self) -> SignalInstance: ...
    @property
    def answered(self) -> SignalInstance: ...

    # ---- what is looked at
    def pick_phase(self, index: int) -> None: ...
    def select(self, selection: Selection | None) -> None: ...
    def pin_example(self, example: int | None) -> None: ...
    def pin_shown(self, pinned: bool) -> None: ...
    def show_best(self, best: bool) -> None: ...
    def set_flat_below(self, share: float) -> None: ...
    def highlight(self, highlight: Highlight) -> None: ...
    def ask(self, question: Question) -> None: ...

    # ---- what is changed in the run
    def edit(self, selection: Selection, value: float) -> None: ...
    def change(self, *events: Event) -> None: ...
    def hold_edit(self) -> None: ...
    def release_edit(self, keep: bool) -> None: ...
    def freeze(self, selection: Selection, frozen: bool) -> None: ...
    def silence(self, layer: int, unit: int, silenced: bool) -> None: ...
    def restore_best(self) -> None: ...
    def set_learning_rate(self, rate: float) -> None: ...

    # ---- which run
    def load(self, experiment: Experiment) -> None: ...
    def load_named(self, name: str) -> None: ...
    def reset(self) -> None: ...
    def new_weights(self) -> None: ...
    def open_file(self, path: Path) -> None: ...
    def ask_for_file(self) -> None: ...
    def save(self) -> None: ...
    def say_error(self, text: str) -> None: ...


class Panel(Card, Generic[P]):
    """A card beside the diagram. It shows what it is told, and says by ``connect_to`` what the user does in it.

    What it wants to know of the model (``wanted``) is asked for while it can be seen, and told by ``show_answers``.
    A panel is made when it is first seen, and is told then what it has missed.

    Its header is folded away while presenting, unless the pointer is over the panel.

    Attributes:
        map_points: Points along each side of the unit maps that it needs; 0 for none.

    Signals:
        wants_changed(): What it wants to know is not what it was: another layer, or it is hidden or shown.
    """

    wants_changed = Signal()
    map_points = 0

    def __init__(self, look: Look, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(look, title, parent)
        # The row of title and controls, which the audience needs only while somebody reaches for it.
        self._column.removeItem(self.header)
        self._head = QWidget(self)
        self.header.setContentsMargins(0, 0, 0, 0)
        self._head.setLayout(self.header)
        self._column.insertWidget(0, self._head)
        look.changed.connect(self._fold_head)
        self._fold_head()

    def _fold_head(self) -> None:
        self._head.setVisible(not self._look.presenting or self.underMouse())

    def connect_to(self, host: PanelHost) -> None:
        """Let the window hear what the user does here."""

    # ---- what it is told -----------------------------------------------------------------------------------------

    def set_run(self, info: RunInfo) -> None:
        """A new run: nothing of it is known yet."""

    def show_moment(self, moment: Moment) -> None:
        """What is on screen now."""

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """What the model has answered; the first one that a panel is told has the whole history."""

    def show_best(self, best: bool) -> None:
        """Show what the best epoch's parameters do, where there is something to show, or those of now again."""

    def show_again(self) -> None:
        """What was asked for is refused: show what is."""

    def flush(self) -> None:
        """Draw what is new right now."""

    def complete(self) -> None:
        """Have at once what is otherwise made little by little while the user looks."""
        self.flush()

    def share_scale(self, other: Panel[P]) -> None:
        """Show what can be compared on the scale of the same panel of another run."""

    # ---- what it wants to know -----------------------------------------------------------------------------------

    def wanted(self) -> frozenset[Query]:
        """What it wants to know; the window asks only while it is visible."""
        return frozenset()

    def show_answers(self, answers: Mapping[Query, object]) -> None:
        """Show the answers: those to what it wants, if they were due, among those to others.

        An answer is a ``NoAnswer`` where there is none.
        """

    # ---- its part of what is on screen ---------------------------------------------------------------------------

    def part(self) -> P | None:
        """What is set in it, as a part of a view; ``None`` where nothing can be."""
        return None

    def show_part(self, part: P) -> None:
        """Set it so. Afterwards ``part()`` is equal to it."""

    # ---- Qt ------------------------------------------------------------------------------------------------------

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._fold_head()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._fold_head()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.wants_changed.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.wants_changed.emit()
