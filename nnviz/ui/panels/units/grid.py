"""The units of a layer as pictures in rows, as large as they fit; a click picks one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from nnviz.ui.look.look import Look
from nnviz.ui.session.moment import Selection
from nnviz.ui.toolkit.focus_ring import paint_focus
from nnviz.ui.toolkit.lettering import LEFT, RIGHT
from nnviz.ui.toolkit.read_by_pointer import ReadByPointer

GAP = 12
ROW_GAP = 6


@dataclass(frozen=True)
class UnitCell:
    """A unit: its place, its name, and what stands beside the name, from the longest wording to the shortest."""

    place: Selection
    name: str
    notes: tuple[str, ...]


class UnitGrid(ReadByPointer):
    """Pictures with a name under each, a frame around the selected one.

    Attributes:
        smallest_side: Of a picture, in pixels at scale 1: more units than fit are scrolled to.
        rounding: Of a picture's corners.

    Signals:
        picked(Selection): The user clicked on a unit's picture.
    """

    picked = Signal(object)
    smallest_side = 68
    rounding = 6

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.cells: tuple[UnitCell, ...] = ()
        self.images: Sequence[QImage] = ()
        self.selected: Selection | None = None
        self._arranged_for: tuple[object, ...] = ()
        self._arrangement = (1, 1.0, 1)
        self.setProperty("surface", "plain")
        # A click leaves the keyboard where it was: the arrow keys are steps in time unless Tab came here.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        look.changed.connect(self.restyle)

    def show_cells(self, cells: Sequence[UnitCell], images: Sequence[QImage], selected: Selection | None) -> None:
        """Show these units, a picture for each, one of them selected."""
        cells = tuple(cells)
        new = len(cells) != len(self.cells)
        if cells != self.cells:
            self.cells = cells
            self.setAccessibleName("; ".join(" ".join((cell.name, *cell.notes[:1])) for cell in cells))
        self.images, self.selected = images, selected
        if new:
            self._ask_for_room()
        self.update()

    # ---- room ----------------------------------------------------------------------------------------------------

    @property
    def columns(self) -> int:
        """How many pictures are in a row."""
        return self._arranged()[0]

    def _arranged(self) -> tuple[int, float, int]:
        """How many pictures are in a row, how wide each is, and on how many lines its name and its note stand.

        0 lines: the name stands alone, since not every note has room.
        """
        key = (self.size(), self.cells, self.look.factor)
        if key != self._arranged_for:
            self._arranged_for, self._arrangement = key, self._arrange()
        return self._arrangement

    def _arrange(self) -> tuple[int, float, int]:
        columns, side = self._fit(self._caption(1))
        names = max((self.lettering.width(cell.name, "tiny_bold") for cell in self.cells), default=0.0)
        notes = max((self.lettering.width(cell.notes[-1], "tiny") for cell in self.cells if cell.notes), default=0.0)
        if names + self.look.px(5) + notes <= side:
            return columns, side, 1
        narrower = self._fit(self._caption(2))
        return (*narrower, 2) if notes <= narrower[1] else (columns, side, 0)

    def _fit(self, caption: float) -> tuple[int, float]:
        """How many pictures with such captions are best put in a row, and how wide each then is."""
        count, best = len(self.cells), (1, 1.0)
        gap, row_gap = self.look.px(GAP), self.look.px(ROW_GAP)
        for columns in range(1, count + 1):
            rows = ceil(count / columns)
            across = (self.width() - (columns - 1) * gap) / columns
            down = (self.height() - (rows - 1) * row_gap) / rows - caption
            side = min(across, down)
            if side > best[1]:
                best = (columns, side)
        return best

    def _caption(self, lines: int) -> float:
        return max(lines, 1) * self.lettering.line("tiny") + self.look.px(2)

    def _ask_for_room(self) -> None:
        """Be at least so high that no picture is too small."""
        side, gap = self.look.px(self.smallest_side), self.look.px(GAP)
        columns = max(int((self.width() + gap) // (side + gap)), 1)
        rows = ceil(len(self.cells) / columns)
        # In one row, or where there is hardly any height, smaller ones are better than none.
        high = round(rows * (side + self._caption(2) + self.look.px(ROW_GAP))) if rows > 2 else 0
        if high != self.minimumHeight():
            self.setMinimumHeight(high)

    def boxes(self) -> list[QRectF]:
        """Where the pictures are, in the order of the cells."""
        count, (columns, side, lines) = len(self.cells), self._arranged()
        rows, row_gap = ceil(count / columns), self.look.px(ROW_GAP)
        gap, high = float(self.look.px(GAP)), side + self._caption(lines) + row_gap
        # What is left between them is spread, but no wider than a third of a picture.
        if columns > 1:
            gap = min((self.width() - columns * side) / (columns - 1), gap + side / 3)
        left = (self.width() - columns * side - (columns - 1) * gap) / 2
        top = max((self.height() - rows * high + row_gap) / 2, 0.0)
        return [
            QRectF(left + place % columns * (side + gap), top + place // columns * high, side, side)
            for place in range(count)
        ]

    @property
    def notes_shown(self) -> bool:
        """Whether there is room for what stands beside the names."""
        return self._arranged()[2] > 0

    def place_at(self, point: QPointF) -> int | None:
        """The place among the cells of the picture, or of the name under it, at a point; ``None`` where none is."""
        caption = self._caption(self._arranged()[2])
        boxes = enumerate(self.boxes())
        return next((place for place, box in boxes if box.adjusted(0, 0, 0, caption).contains(point)), None)

    def shares_at(self, point: QPointF) -> tuple[int, float, float] | None:
        """The picture at a point, and where in it that is, from its left and its top, 0 to 1."""
        for place, box in enumerate(self.boxes()):
            if box.contains(point):
                return place, (point.x() - box.left()) / box.width(), (point.y() - box.top()) / box.height()
        return None

    # ---- what others paint and say -------------------------------------------------------------------------------

    def paint_picture(self, painter: QPainter, place: int, box: QRectF) -> None:
        """Paint a unit's picture into its box."""
        raise NotImplementedError

    def restyle(self) -> None:
        """Take over the look."""
        self._ask_for_room()
        self.update()

    # ---- Qt ------------------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(self.look.px(320), self.look.px(200))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.look.px(80), self.look.px(60))

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            seen = QRectF(event.rect())
            lines = self._arranged()[2]
            for place, box in enumerate(self.boxes()):
                if seen.intersects(box.adjusted(-8, -8, 8, self._caption(lines))) and place < len(self.images):
                    self.paint_picture(painter, place, box)
                    self._paint_frame(painter, place, box)
                    self._paint_caption(painter, place, box, lines)
            if self.hasFocus():
                paint_focus(painter, self.look, QRectF(self.rect()).adjusted(1, 1, -1, -1))
            self.paint_readout(painter)

    def _paint_frame(self, painter: QPainter, place: int, box: QRectF) -> None:
        look, chosen = self.look, self.cells[place].place == self.selected
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if chosen:
            painter.setPen(QPen(look.colour("accent"), 2.6 * look.factor))
        else:
            painter.setPen(QPen(look.colour("control_border"), max(1.0, look.factor)))
        painter.drawRoundedRect(box, look.px(self.rounding), look.px(self.rounding))

    def _paint_caption(self, painter: QPainter, place: int, box: QRectF, lines: int) -> None:
        """The name, and beside or below it the longest of its notes for which there is room."""
        look, lettering, cell = self.look, self.lettering, self.cells[place]
        chosen = cell.place == self.selected
        line = QRectF(box.left(), box.bottom() + look.px(2), box.width(), lettering.line("tiny"))
        lettering.write(painter, line, cell.name, "tiny_bold", look.colour("accent" if chosen else "text"), LEFT)
        if lines == 0:
            return
        room = box.width() - (lettering.width(cell.name, "tiny_bold") + look.px(5) if lines == 1 else 0)
        note = next((note for note in cell.notes if lettering.width(note, "tiny") <= room), cell.notes[-1])
        if lines > 1:
            line.translate(0.0, line.height())
        align = RIGHT if lines == 1 else LEFT
        lettering.write(painter, line, note, "tiny", look.colour("text_muted"), align)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self.place_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and place is not None:
            self.picked.emit(self.cells[place].place)
            event.accept()
        else:
            event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        over = self.place_at(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._ask_for_room()
