"""The strip itself: small multiples side by side, that fill in live, and of which one can be picked."""

from __future__ import annotations

from time import perf_counter

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from nnviz.ui.look.look import Look
from nnviz.ui.look.plain import table_tip
from nnviz.ui.names.translation import translate
from nnviz.ui.toolkit.lettering import CENTRE, LEFT
from nnviz.ui.toolkit.refresh import Refresh
from nnviz.ui.windows.seeds import words
from nnviz.ui.windows.seeds.axes import Axes
from nnviz.ui.windows.seeds.cell_painter import CellPainter, Words
from nnviz.ui.windows.seeds.cells import Cells, Measures, lay_out
from nnviz.ui.windows.seeds.multiples import Criterion, Multiple, State, by_loss, commonest_share
from nnviz.worker.sweep_messages import Progress, SweepPlan

PAINT_FOR = 0.006
"""Seconds that cells may be painted anew at a time; the others follow a moment later."""
PAUSE_MILLISECONDS = 15
STEPS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}
ENDS = (Qt.Key.Key_Home, Qt.Key.Key_End)
OPENS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SeedStrip(QWidget):
    """Every network of a sweep as a small multiple; arrows move, Enter or a click opens.

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
        self.multiples: list[Multiple] = []
        self.criterion = Criterion("accuracy", 0.99)
        self.running = False
        self.log = True
        self.sorted_by_loss = False
        self.order: list[int] = []
        self.axes = Axes.around([], self.log)
        self.current = 0
        self.hovered: int | None = None
        self._plan: SweepPlan | None = None
        self._commonest: float | None = None
        self._painter = CellPainter(look)
        self._cells = lay_out(0, 0, (1.0, 1.0), False, self._measures())
        self._room = (1.0, 1.0)
        self._pictures: dict[int, tuple[tuple[object, ...], QPixmap]] = {}
        self._brevity = 0
        self._next_stale = 0
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
        self._plan = plan
        self.multiples = [Multiple(member) for member in plan.members] if plan is not None else []
        self.order = list(range(len(self.multiples)))
        self.current, self.hovered = 0, None
        self._pictures.clear()
        self._commonest = commonest_share(plan.run) if plan is not None else None
        self._painter.set_plan(plan)
        self.arrange(self._room)
        self._refresh.now()

    def show_progress(self, progress: Progress) -> None:
        """Take in what is new; it is painted a few times a second."""
        for news in progress.news:
            self.multiples[news.place] = self.multiples[news.place].with_news(news)
        self._refresh.request()

    def set_running(self, running: bool) -> None:
        """Whether there is more to come."""
        self.running = running
        self._refresh.now()

    def set_criterion(self, criterion: Criterion) -> None:
        """When a network counts as solved."""
        self.criterion = criterion
        self._refresh.now()

    def set_log(self, log: bool) -> None:
        """Whether the loss axis is logarithmic."""
        self.log = log
        self._refresh.now()

    def set_sorted_by_loss(self, by_loss: bool) -> None:
        """Whether the lowest loss comes first; rates and seeds as rows and columns keep their places."""
        self.sorted_by_loss = by_loss
        self._refresh.now()

    # ---- what it is ----------------------------------------------------------------------------------------------

    @property
    def is_matrix(self) -> bool:
        """Whether rates are rows and seeds are columns."""
        return self._plan is not None and len(self._plan.request.rates) > 1 and self._plan.request.seeds > 1

    @property
    def of_rate(self) -> bool:
        return self._plan is not None and len(self._plan.request.rates) > 0

    @property
    def of_seed(self) -> bool:
        return self._plan is not None and (self._plan.request.seeds > 1 or not self._plan.request.rates)

    @property
    def cells(self) -> Cells:
        """Where everything stands."""
        return self._cells

    @property
    def looked_at_place(self) -> int | None:
        """The network that the user looks at."""
        if self.hovered is not None:
            return self.hovered
        return self.order[self.current] if self.hasFocus() and self.current < len(self.order) else None

    def state(self, place: int) -> State:
        return self.multiples[place].state(self.criterion, self.running)

    def at_chance(self, place: int) -> bool:
        """Whether a network has ended without having learned anything, and without having diverged."""
        return self.state(place) is State.UNSOLVED and self.multiples[place].at_chance(self._commonest)

    def details(self, place: int) -> tuple[str, list[words.Line]]:
        """All that is known of a network, in words."""
        multiple, style = self.multiples[place], self._look.numbers
        about = self.of_rate, self.of_seed, self.at_chance(place)
        return words.detail_lines(multiple, self.state(place), style, *about)

    def words_of(self, place: int, brevity: int | None = None) -> Words:
        """What is written in its cell; with a brevity of 1 the short name, of 2 no score where an icon stands."""
        brevity = self._brevity if brevity is None else brevity
        multiple, style, state = self.multiples[place], self._look.numbers, self.state(place)
        if not brevity:
            name = words.name_of(multiple, style, self.of_rate and not self.is_matrix, self.of_seed)
        else:
            name = str(multiple.member.seed) if self.of_seed else words.rate_text(multiple.rate, style)
        score = words.score_text(multiple, self.criterion, style)
        note = words.chance_text() if self.at_chance(place) else ""
        return Words(name, words.state_text(state) if state is State.DIVERGED else score, brevity < 2, note)

    def _fitting_brevity(self) -> int:
        """The least at which the words of every cell fit: all cells have the same form."""
        room = self._cells.width - 2.0 * self._cells.measures.pad
        for brevity in (0, 1):
            about = ((self.words_of(place, brevity), self.state(place)) for place in range(len(self.multiples)))
            if all(self._painter.room_for(*each) <= room for each in about):
                return brevity
        return 2

    # ---- room ----------------------------------------------------------------------------------------------------

    def arrange(self, room: tuple[float, float]) -> None:
        """Make the cells as large as the room lets them be."""
        self._room = room
        columns = self._plan.request.seeds if self._plan is not None and self.is_matrix else 0
        has_maps = self._plan is not None and self._plan.has_maps
        self._cells = lay_out(len(self.multiples), columns, room, has_maps, self._measures())
        width = max(self._cells.total_width, room[0]) if self.multiples else room[0]
        height = max(self._cells.total_height, room[1]) if self.multiples else room[1]
        self.setFixedSize(int(width), int(height))
        self._brevity = self._fitting_brevity()
        self._stale()
        self.arranged.emit()

    def _measures(self) -> Measures:
        px, line = self._look.px, self._painter.lettering.line
        head = top = 0.0
        if self.is_matrix:
            rates = [words.rate_text(multiple.rate, self._look.numbers) for multiple in self.multiples]
            widest = max(self._painter.lettering.width(rate, "strong") for rate in rates)
            count = self._painter.lettering.width(translate("SeedWindow", "{} of {}").format("00", "00"), "tiny")
            head, top = max(widest, count) + px(18), line("tiny") + px(6)
        least = px(88 if self._plan is None or self._plan.has_maps else 104)
        return Measures(line("tiny") + px(2), px(7), px(10), least, px(260), head, top)

    # ---- bringing it up to date ----------------------------------------------------------------------------------

    def flush(self) -> None:
        """Bring everything up to date right now."""
        self._refresh.now()
        self._paint_stale(None)

    def _bring_up_to_date(self) -> None:
        self.axes = Axes.around(self.multiples, self.log)
        sorts = self.sorted_by_loss and not self.is_matrix
        kept = self.order[self.current] if self.current < len(self.order) else 0
        self.order = by_loss(self.multiples) if sorts else list(range(len(self.multiples)))
        self.current = self.order.index(kept) if kept in self.order else 0
        self._brevity = self._fitting_brevity()
        self._paint_stale()
        self.update()
        self._say()

    def _key(self, place: int) -> tuple[object, ...]:
        """What the picture of a cell is painted from."""
        look, cells = self._look, self._cells
        about = self.multiples[place], self.state(place), self.words_of(place), self.axes
        return *about, cells.width, cells.height, cells.lying, look.theme.name, look.factor, self.devicePixelRatioF()

    def _paint_stale(self, seconds: float | None = PAINT_FOR) -> None:
        """Paint the cells anew that have changed, for so long; the others a moment later."""
        if not self.isVisible() and seconds is not None:
            return
        started = perf_counter()
        # It goes on where it had to leave off: while all of them train, each has its turn.
        first = self._next_stale if self._next_stale < len(self.order) else 0
        for slot in [*range(first, len(self.order)), *range(first)]:
            place = self.order[slot]
            key = self._key(place)
            if place in self._pictures and self._pictures[place][0] == key:
                continue
            if seconds is not None and perf_counter() - started >= seconds:
                self._next_stale = slot
                self._later.start()
                break
            self._pictures[place] = key, self._picture(place)
            self.update(self._cells.cell(slot).toAlignedRect())

    def _picture(self, place: int) -> QPixmap:
        cells, ratio = self._cells, self.devicePixelRatioF()
        pixmap = QPixmap(round(cells.width * ratio), round(cells.height * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        with QPainter(pixmap) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            about = self.multiples[place], self.state(place), self.words_of(place), self.axes
            self._painter.paint(painter, cells, *about)
        return pixmap

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
        if place is None or place >= len(self.multiples):
            self.looked_at.emit(None)
            return
        self.setAccessibleDescription(words.summary(*self.details(place)))
        self.looked_at.emit(place)

    # ---- what the user does --------------------------------------------------------------------------------------

    def go_to(self, slot: int) -> None:
        """Put the keyboard on a network, by where it stands."""
        self.current = min(max(slot, 0), max(len(self.order) - 1, 0))
        self.hovered = None
        self.moved.emit(self._cells.cell(self.current).toAlignedRect())
        self.update()
        self._say()

    def place_at(self, point: QPointF) -> int | None:
        """The network whose cell is there."""
        slot = self._cells.slot_at(point.x(), point.y())
        return self.order[slot] if slot is not None and slot < len(self.order) else None

    def _hover(self, place: int | None) -> None:
        if place == self.hovered:
            return
        self.hovered = place
        self.setCursor(Qt.CursorShape.ArrowCursor if place is None else Qt.CursorShape.PointingHandCursor)
        self.update()
        self._say()

    def _tip(self, place: int) -> str:
        title, lines = self.details(place)
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
        area = QRectF(event.rect())
        with QPainter(self) as painter:
            for slot, place in enumerate(self.order):
                cell = self._cells.cell(slot)
                if place in self._pictures and cell.intersects(area):
                    picture = self._pictures[place][1]
                    painter.drawPixmap(cell, picture, QRectF(picture.rect()))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self.is_matrix:
                self._paint_heads(painter)
            self._paint_rings(painter)

    def _paint_heads(self, painter: QPainter) -> None:
        """Rates with how many were solved before the rows, seeds over the columns."""
        write, colour, style = self._painter.lettering.write, self._look.colour, self._look.numbers
        line = self._painter.lettering.line
        cells = self._cells
        for row in range(cells.rows):
            alike = self.multiples[row * cells.columns : (row + 1) * cells.columns]
            box = cells.head(row)
            first = QRectF(box.x(), box.y() + self._look.px(6), box.width(), line("strong"))
            write(painter, first, words.rate_text(alike[0].rate, style), "strong", colour("text"), LEFT)
            solved = sum(multiple.solved(self.criterion) for multiple in alike)
            second = QRectF(box.x(), first.bottom(), box.width(), line("tiny"))
            text = translate("SeedWindow", "{} of {}").format(solved, len(alike))
            write(painter, second, text, "tiny", colour("text_muted"), LEFT)
        top = cells.measures.top
        rate = QRectF(cells.head(0).x(), 0.0, cells.measures.head, top)
        write(painter, rate, translate("SeedWindow", "rate"), "tiny_bold", colour("text_muted"), LEFT)
        for column in range(cells.columns):
            seed = translate("SeedWindow", "seed {}").format(self.multiples[column].member.seed)
            write(painter, cells.column_head(column), seed, "tiny", colour("text_muted"), CENTRE)

    def _paint_rings(self, painter: QPainter) -> None:
        look = self._look
        painter.setBrush(Qt.BrushStyle.NoBrush)
        out = 2.5 * look.factor
        if self.hovered is not None and self.hovered in self.order:
            painter.setPen(QPen(look.colour("accent"), 2.0 * look.factor))
            cell = self._cells.cell(self.order.index(self.hovered))
            painter.drawRoundedRect(cell.adjusted(-out, -out, out, out), look.px(9), look.px(9))
        if self.hasFocus() and self.order:
            painter.setPen(QPen(look.colour("focus"), 3.0 * look.factor))
            painter.drawRoundedRect(
                self._cells.cell(self.current).adjusted(-out, -out, out, out), look.px(9), look.px(9)
            )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if not self.order or key not in (*STEPS, *ENDS, *OPENS):
            super().keyPressEvent(event)
        elif key in OPENS:
            self.picked.emit(self.order[self.current])
        elif key in ENDS:
            self.go_to(0 if key == Qt.Key.Key_Home else len(self.order) - 1)
        else:
            across, down = STEPS[key]
            slot = self.current + across + down * self._cells.columns
            if 0 <= slot < len(self.order):
                self.go_to(slot)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.place_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(None)
        super().leaveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        place = self.place_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and place is not None:
            self.current = self.order.index(place)
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
