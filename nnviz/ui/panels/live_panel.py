"""What the panels that follow the run share: they keep what they are told, and draw it a few times a second."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from nnviz.ui.look.look import Look
from nnviz.ui.panels.panel import P, Panel
from nnviz.ui.session.moment import Moment, Selection
from nnviz.ui.toolkit.controls import Text
from nnviz.ui.toolkit.refresh import INTERVAL_MILLISECONDS, Refresh
from nnviz.worker.messages import RunInfo
from nnviz.worker.queries.query import Query


class LivePanel(Panel[P]):
    """A panel that shows its run as it goes: at once, or while the model trains a few times a second.

    A subclass calls ``_start`` when all its parts stand, and says in ``_bring_up_to_date`` what they show.

    Attributes:
        forgets: Whether answers are old once it has been hidden: what comes when it is shown again is news.
        empty: Words in the place of what is not there yet; a subclass puts them where they belong.
    """

    forgets = False

    def __init__(self, look: Look, title: str, parent: QWidget | None = None) -> None:
        super().__init__(look, title, parent)
        self._run: RunInfo | None = None
        self._moment: Moment | None = None
        self._found: dict[Query, object] = {}
        self.empty = Text(look, role="small", tone="muted", parent=self)
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def _start(self, offset: float = 0.0) -> None:
        """From here on it draws what is new; its parts, which stand already, take in another look before it does.

        Args:
            offset: Where its intervals begin, as a share of one.
        """
        self._refresh = Refresh(self, self._bring_up_to_date, offset=round(offset * INTERVAL_MILLISECONDS))
        self._look.changed.connect(self._on_look)
        self._space_out()

    # ---- what a subclass says ------------------------------------------------------------------------------------

    def _bring_up_to_date(self) -> None:
        """Show all that is known: it is called only while the panel is visible."""
        raise NotImplementedError

    def _fold(self) -> None:
        """Show and arrange what there is room for."""

    def _space_out(self) -> None:
        """Take the spaces of layouts from the look."""

    # ---- what it is told -----------------------------------------------------------------------------------------

    def set_run(self, info: RunInfo) -> None:
        """A new run: nothing of it is known yet."""
        self._run, self._moment = info, None
        self._ask_anew()

    def show_moment(self, moment: Moment) -> None:
        """Show this moment; while training, a few times a second."""
        self._moment = moment
        self._draw_soon()

    def show_answers(self, answers: Mapping[Query, object]) -> None:
        """Show what has come of that what it wants to know; while training, a few times a second."""
        news = {query: answers[query] for query in self.wanted() if query in answers}
        if news:
            self._take(news)
            self._draw_soon()

    def flush(self) -> None:
        self._refresh.flush()

    # ---- what subclasses use -------------------------------------------------------------------------------------

    @property
    def _is_training(self) -> bool:
        return self._moment is not None and self._moment.training

    def _take(self, news: Mapping[Query, object]) -> None:
        """Keep the answers that have come, beside those that are still wanted."""
        wanted = self.wanted()
        self._found = {query: answer for query, answer in self._found.items() if query in wanted} | dict(news)

    def _ask_anew(self) -> None:
        """Forget the answers: it wants to know something else."""
        self._found.clear()
        self._refresh.now()
        self.wants_changed.emit()

    def _draw_soon(self) -> None:
        self._refresh.request()
        if not self._is_training:
            self._refresh.flush()

    def _on_look(self) -> None:
        self._space_out()
        self._fold()
        self._refresh.now()

    # ---- Qt ------------------------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh.flush()

    def hideEvent(self, event: QHideEvent) -> None:
        if self.forgets:
            self._found.clear()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()


class FollowedLayer:
    """Which layer is shown: the chosen one, else that of what is picked, else the first that can be.

    Attributes:
        layers: Those that can be shown.
        chosen: What the user has chosen, until something in another place is picked.
    """

    def __init__(self) -> None:
        self.layers: list[int] = []
        self.chosen: int | None = None
        self._picked: Selection | None = None

    def set_layers(self, layers: list[int]) -> None:
        """Other layers can be shown: a choice that is none of them is forgotten."""
        self.layers = layers
        if self.chosen not in layers:
            self.chosen = None

    def follow(self, picked: Selection | None) -> None:
        """Go to what is picked, once something else is."""
        if picked != self._picked:
            self._picked = picked
            if picked is not None and picked.layer in self.layers:
                self.chosen = None

    @property
    def layer(self) -> int:
        """The layer; 1 where none can be shown."""
        asked = self.chosen, self._picked.layer if self._picked is not None else None
        return next((each for each in (*asked, *self.layers) if each is not None and each in self.layers), 1)
