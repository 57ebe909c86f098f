"""The pictures of the networks' cells, kept until what they are painted from has changed."""

from __future__ import annotations

from time import perf_counter

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from nnviz.ui.look.look import Look
from nnviz.ui.names.translation import translate
from nnviz.ui.toolkit.lettering import CENTRE, LEFT
from nnviz.ui.windows.seeds import words
from nnviz.ui.windows.seeds.cell_painter import CellPainter, Words
from nnviz.ui.windows.seeds.cells import Cells, Measures, lay_out
from nnviz.ui.windows.seeds.multiples import Axes, Multiple, State
from nnviz.ui.windows.seeds.networks import Networks

RING_OUT, RING_ROUNDING = 2.5, 9
"""How far rings reach beyond a cell, and how round they are, in pixels at scale 1."""


class CellPictures:
    """Lays the cells out, and paints those that are stale.

    Attributes:
        cells: Where everything stands.
        brevity: The least at which the words of every cell fit: all cells have the same form.
        kept: By a network's place: what its picture was painted from, and the picture.
    """

    def __init__(self, look: Look, networks: Networks, widget: QWidget) -> None:
        self._look = look
        self._networks = networks
        self._widget = widget
        self._painter = CellPainter(look)
        self.lettering = self._painter.lettering
        self.kept: dict[int, tuple[tuple[object, ...], QPixmap]] = {}
        self.brevity = 0
        self.cells = self._laid_out((1.0, 1.0))
        self._next_stale = 0

    def begin(self) -> None:
        """There are other networks, perhaps of other data."""
        self.kept.clear()
        self._painter.set_plan(self._networks.plan)

    def arrange(self, room: tuple[float, float]) -> None:
        """Make the cells as large as the room lets them be."""
        self.cells = self._laid_out(room)
        self.choose_words()

    def choose_words(self) -> None:
        """Choose the longest words that fit into every cell."""
        room = self.cells.width - 2.0 * self.cells.measures.pad
        self.brevity = next((brevity for brevity in (0, 1) if self._fits(brevity, room)), 2)

    def words_of(self, place: int) -> Words:
        """What is written in a network's cell."""
        return self._networks.words_of(place, self.brevity)

    def paint_stale(self, seconds: float | None) -> bool:
        """Paint the cells anew that have changed, for so long. Returns whether all are up to date."""
        order, started = self._networks.order, perf_counter()
        # It goes on where it had to leave off: while all of them train, each has its turn.
        first = self._next_stale if self._next_stale < len(order) else 0
        for slot in [*range(first, len(order)), *range(first)]:
            place = order[slot]
            key = self._key(place)
            if place in self.kept and self.kept[place][0] == key:
                continue
            if seconds is not None and perf_counter() - started >= seconds:
                self._next_stale = slot
                return False
            self.kept[place] = key, self._picture(place)
            self._widget.update(self.cells.cell(slot).toAlignedRect())
        return True

    def _fits(self, brevity: int, room: float) -> bool:
        networks = self._networks
        about = ((networks.words_of(place, brevity), networks.state(place)) for place in range(len(networks.multiples)))
        return all(self._painter.room_for(*each) <= room for each in about)

    def _laid_out(self, room: tuple[float, float]) -> Cells:
        networks = self._networks
        columns = networks.plan.request.seeds if networks.plan is not None and networks.is_matrix else 0
        return lay_out(len(networks.multiples), columns, room, networks.has_maps, self._measures())

    def _measures(self) -> Measures:
        networks, px, line = self._networks, self._look.px, self.lettering.line
        head = top = 0.0
        if networks.is_matrix:
            rates = [words.rate_text(multiple.rate, self._look.numbers) for multiple in networks.multiples]
            widest = max(self.lettering.width(rate, "strong") for rate in rates)
            count = self.lettering.width(translate("SeedWindow", "{} of {}").format("00", "00"), "tiny")
            head, top = max(widest, count) + px(18), line("tiny") + px(6)
        least = px(88 if networks.plan is None or networks.has_maps else 104)
        return Measures(line("tiny") + px(2), px(7), px(10), least, px(260), head, top)

    def _about(self, place: int) -> tuple[Multiple, State, Words, Axes]:
        networks = self._networks
        return networks.multiples[place], networks.state(place), self.words_of(place), networks.axes

    def _key(self, place: int) -> tuple[object, ...]:
        """What the picture of a cell is painted from."""
        look, cells, ratio = self._look, self.cells, self._widget.devicePixelRatioF()
        return *self._about(place), cells.width, cells.height, cells.lying, look.theme.name, look.factor, ratio

    def _picture(self, place: int) -> QPixmap:
        cells, ratio = self.cells, self._widget.devicePixelRatioF()
        pixmap = QPixmap(round(cells.width * ratio), round(cells.height * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        with QPainter(pixmap) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._painter.paint(painter, cells, *self._about(place))
        return pixmap

    # ---- painting ------------------------------------------------------------------------------------------------

    def paint(self, painter: QPainter, area: QRectF) -> None:
        """Paint what there is of an area: the cells, and where rates are rows, what stands before and over them."""
        for slot, place in enumerate(self._networks.order):
            cell = self.cells.cell(slot)
            if place in self.kept and cell.intersects(area):
                picture = self.kept[place][1]
                painter.drawPixmap(cell, picture, QRectF(picture.rect()))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._networks.is_matrix:
            self._paint_heads(painter)

    def paint_ring(self, painter: QPainter, slot: int, role: str, width: float) -> None:
        """A ring around a cell."""
        out, rounding = RING_OUT * self._look.factor, self._look.px(RING_ROUNDING)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._look.colour(role), width * self._look.factor))
        painter.drawRoundedRect(self.cells.cell(slot).adjusted(-out, -out, out, out), rounding, rounding)

    def _paint_heads(self, painter: QPainter) -> None:
        """Rates with how many were solved before the rows, seeds over the columns."""
        write, line = self.lettering.write, self.lettering.line
        colour, style = self._look.colour, self._look.numbers
        cells, networks = self.cells, self._networks
        for row in range(cells.rows):
            alike = networks.multiples[row * cells.columns : (row + 1) * cells.columns]
            box = cells.head(row)
            first = QRectF(box.x(), box.y() + self._look.px(6), box.width(), line("strong"))
            write(painter, first, words.rate_text(alike[0].rate, style), "strong", colour("text"), LEFT)
            solved = sum(multiple.solved(networks.criterion) for multiple in alike)
            second = QRectF(box.x(), first.bottom(), box.width(), line("tiny"))
            text = translate("SeedWindow", "{} of {}").format(solved, len(alike))
            write(painter, second, text, "tiny", colour("text_muted"), LEFT)
        rate = QRectF(cells.head(0).x(), 0.0, cells.measures.head, cells.measures.top)
        write(painter, rate, translate("SeedWindow", "rate"), "tiny_bold", colour("text_muted"), LEFT)
        for column in range(cells.columns):
            seed = translate("SeedWindow", "seed {}").format(networks.multiples[column].member.seed)
            write(painter, cells.column_head(column), seed, "tiny", colour("text_muted"), CENTRE)
