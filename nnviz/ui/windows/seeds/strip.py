"""The strip itself: small multiples side by side, that fill in live, and of which one can be picked."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from nnviz.ui.look.look import Look
from nnviz.ui.look.plain import table_tip
from nnviz.ui.toolkit.claimed_keys import ENTER
from nnviz.ui.toolkit.refresh import Refresh
from nnviz.ui.windows.seeds import words
from nnviz.ui.windows.seeds.cell_pictures import CellPictures
from nnviz.ui.windows.seeds.cells import Cells
from nnviz.ui.windows.seeds.multiples import Criterion
from nnviz.ui.windows.seeds.networks import Networks
from nnviz.worker.sweep_messages import Progress, SweepPlan

PAINT_FOR = 0.006
"""Seconds that cells may be painted anew at a time; the others follow a moment later."""
PAUSE_MILLISECONDS = 15
STEPS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}
ENDS = (Qt.Key.Key_Home, Qt.Key.Key_End)


class SeedStrip(QWidget):
    """Every network of a sweep as a small multiple; arrows move, Enter or a click opens.

    What is known of the networks stands in ``networks``. Of the methods here a third are Qt's.

    Signals:
        picked(int): A network is to be opened: its place in the plan.
        looked_at(object): The place of the network under the pointer, or else of the one that the keyboard is on;
            ``None`` for none.
        moved(QRect): The keyboard is on another network, whose cell is there.
        arranged(): The cells have other places; the strip may want another size.
    """

    picked = Signal(int)
    looked_at = Signal(object)
    moved = Signal(QRect)
    arranged = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.networks = Networks(look)
        self.current = 0
        self.hovered: int | None = None
        self._room = (1.0, 1.0)
        self._pictures = CellPictures(look, self.networks, self)
        self._refresh = Refresh(self, self._bring_up_to_date)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(PAUSE_MILLISECONDS)
        self._later.timeout.connect(self._paint_stale)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Networks"))
        look.changed.connect(self._on_look)

    # ---- what it is told -----------------------------------------------------------------------------------------

    def set_plan(self, plan: SweepPlan | None) -> None:
        """Other networks, of which nothing is known yet; ``None`` for none."""
        self.networks.set_plan(plan)
        self.current, self.hovered = 0, None
        self._pictures.begin()
        self.arrange(self._room)
        self._refresh.now()

    def show_progress(self, progress: Progress) -> None:
        """Take in what is new; it is painted a few times a second."""
        self.networks.take_in(progress)
        self._refresh.request()

    def set_running(self, running: bool) -> None:
        """Whether there is more to come."""
        self.networks.running = running
        self._refresh.now()

    def set_criterion(self, criterion: Criterion) -> None:
        """When a network counts as solved."""
        self.networks.criterion = criterion
        self._refresh.now()

    def set_log(self, log: bool) -> None:
        """Whether the loss axis is logarithmic."""
        self.networks.log = log
        self._refresh.now()

    def set_sorted_by_loss(self, by_loss: bool) -> None:
        """Whether the lowest loss comes first; rates and seeds as rows and columns keep their places."""
        self.networks.sorted_by_loss = by_loss
        self._refresh.now()

    # ---- what can be read from it --------------------------------------------------------------------------------

    @property
    def cells(self) -> Cells:
        """Where everything stands."""
        return self._pictures.cells

    @property
    def looked_at_place(self) -> int | None:
        """The network that the user looks at."""
        if self.hovered is not None:
            return self.hovered
        order = self.networks.order
        return order[self.current] if self.hasFocus() and self.current < len(order) else None

    def place_at(self, point: QPointF) -> int | None:
        """The network whose cell is there."""
        slot = self.cells.slot_at(point.x(), point.y())
        return self.networks.order[slot] if slot is not None and slot < len(self.networks.order) else None

    # ---- bringing it up to date ----------------------------------------------------------------------------------

    def arrange(self, room: tuple[float, float]) -> None:
        """Make the cells as large as the room lets them be."""
        self._room = room
        self._pictures.arrange(room)
        width, height = room
        if self.networks.multiples:
            width, height = max(self.cells.total_width, width), max(self.cells.total_height, height)
        self.setFixedSize(int(width), int(height))
        self._stale()
        self.arranged.emit()

    def flush(self) -> None:
        """Bring everything up to date right now."""
        self._refresh.now()
        self._paint_stale(None)

    def _bring_up_to_date(self) -> None:
        networks = self.networks
        kept = networks.order[self.current] if self.current < len(networks.order) else 0
        networks.bring_up_to_date()
        self.current = networks.order.index(kept) if kept in networks.order else 0
        self._pictures.choose_words()
        self._paint_stale()
        self.update()
        self._say()

    def _paint_stale(self, seconds: float | None = PAINT_FOR) -> None:
        """Paint the cells anew that have changed, for so long; the others a moment later."""
        if (self.isVisible() or seconds is None) and not self._pictures.paint_stale(seconds):
            self._later.start()

    def _stale(self) -> None:
        """Some pictures are no longer right: they are painted anew when there is time."""
        if self.isVisible():
            self._later.start()
        self.update()

    def _on_look(self) -> None:
        self.arrange(self._room)
        if self.isVisible():
            self.flush()

    def _say(self) -> None:
        place = self.looked_at_place
        if place is None or place >= len(self.networks.multiples):
            self.looked_at.emit(None)
            return
        self.setAccessibleDescription(words.summary(*self.networks.details(place)))
        self.looked_at.emit(place)

    # ---- what the user does --------------------------------------------------------------------------------------

    def go_to(self, slot: int) -> None:
        """Put the keyboard on a network, by where it stands."""
        self.current = min(max(slot, 0), max(len(self.networks.order) - 1, 0))
        self.hovered = None
        self.moved.emit(self.cells.cell(self.current).toAlignedRect())
        self.update()
        self._say()

    def _hover(self, place: int | None) -> None:
        if place == self.hovered:
            return
        self.hovered = place
        self.setCursor(Qt.CursorShape.ArrowCursor if place is None else Qt.CursorShape.PointingHandCursor)
        self.update()
        self._say()

    def _tip(self, place: int) -> str:
        title, lines = self.networks.details(place)
        return table_tip(title, lines, self.tr("Click to open it in the main window"))

    # ---- Qt ------------------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(round(self._room[0]), round(self._room[1]))

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            place = self.place_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self._tip(place) if place is not None else "", self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        order = self.networks.order
        with QPainter(self) as painter:
            self._pictures.paint(painter, QRectF(event.rect()))
            if self.hovered is not None and self.hovered in order:
                self._pictures.paint_ring(painter, order.index(self.hovered), "accent", 2.0)
            if self.hasFocus() and order:
                self._pictures.paint_ring(painter, self.current, "focus", 3.0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if not self.networks.order or key not in (*STEPS, *ENDS, *ENTER):
            super().keyPressEvent(event)
        elif key in ENTER:
            self.picked.emit(self.networks.order[self.current])
        elif key in ENDS:
            self.go_to(0 if key == Qt.Key.Key_Home else len(self.networks.order) - 1)
        else:
            across, down = STEPS[key]
            slot = self.current + across + down * self.cells.columns
            if 0 <= slot < len(self.networks.order):
                self.go_to(slot)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.place_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(None)
        super().leaveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        place = self.place_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and place is not None:
            self.current = self.networks.order.index(place)
            self.picked.emit(place)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._say()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._say()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stale()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh.flush()
        self._stale()
