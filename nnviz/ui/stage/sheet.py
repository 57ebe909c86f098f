"""Many networks for the audience: a row for each kind, a small map for each start, lit where it has solved its task."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from nnviz.engine.analysis.responses import Map
from nnviz.ui.examples.small_maps import SmallMaps
from nnviz.ui.look.look import Look
from nnviz.ui.names.translation import translate
from nnviz.ui.toolkit.lettering import LEFT, Lettering
from nnviz.ui.toolkit.plots.layer import pixel_ratio
from nnviz.ui.toolkit.refresh import Refresh
from nnviz.ui.windows.seeds.multiples import Criterion, Multiple, State
from nnviz.worker.sweep_messages import Progress, SweepPlan

GAP, ROW_GAP, MARGIN = 5, 18, 22
"""Between two maps, between two rows of the sheet, and around all."""
LARGEST_MAP = 260
LARGEST_POINT = 9.0
SOLVED_ACCURACY, SOLVED_LOSS = 0.99, 0.01
BADGE = 0.32
"""Of a map's side."""
MOST_NEW = 8
"""So many maps are made anew in a frame, while the networks train: more at once would be a frame too late."""
DIM = 0.45
"""How much of the ground lies over a network that has not solved its task."""


@dataclass(frozen=True)
class Lattice:
    """Where the maps stand.

    Attributes:
        side: Of a map.
        columns: Maps in a line.
        lines: Of each row.
    """

    side: float
    columns: int
    lines: int


def lattice(rows: int, count: int, room: tuple[float, float], gap: float, row_gap: float, most: float) -> Lattice:
    """Maps as large as there is room for, each row of the sheet on as many lines as that takes.

    Args:
        rows: Of the sheet.
        count: Networks in each.
        room: Width and height for all maps.
        gap: Between two maps.
        row_gap: Between two rows.
        most: How large a map may be.
    """
    best = Lattice(1.0, count, 1)
    for lines in range(1, count + 1):
        columns = ceil(count / lines)
        across = (room[0] + gap) / columns - gap
        down = (room[1] - (rows - 1) * row_gap - rows * (lines - 1) * gap) / (rows * lines)
        side = min(across, down, most)
        if side > best.side + 0.5:
            best = Lattice(side, columns, lines)
    return best


class StagedSheet(QWidget):
    """The sheet. What a network is judged by: all training points are right, or of numbers a small loss.

    Attributes:
        names: Of the rows.
        multiples: What is known of each network, row by row.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._lettering = Lettering(look)
        self._maps: list[SmallMaps] = []
        self._criterion = Criterion("accuracy", SOLVED_ACCURACY)
        self._made_anew, self._first = 0, 0
        self.names: tuple[str, ...] = ()
        self.multiples: list[Multiple] = []
        self._refresh = Refresh(self, self._bring_up_to_date)
        look.changed.connect(self.update)

    # ---- what it is told -----------------------------------------------------------------------------------------

    def set_plan(self, names: tuple[str, ...], plan: SweepPlan) -> None:
        """Other networks, of which nothing is known yet."""
        self.names = names
        classes = all(run.examples.classes for run in plan.runs)
        self._criterion = Criterion("accuracy", SOLVED_ACCURACY) if classes else Criterion("loss", SOLVED_LOSS)
        self.multiples = [Multiple(member) for member in plan.members]
        self._maps = [SmallMaps(self._look, run, LARGEST_POINT) for run in plan.runs]
        self._refresh.now()

    def set_names(self, names: tuple[str, ...]) -> None:
        """The same rows are called otherwise, in another language for example."""
        if self.multiples and names != self.names:
            self.names = names
            self._refresh.now()

    def show_progress(self, progress: Progress) -> None:
        """Take in what is new; it is painted a few times a second."""
        for news in progress.news:
            self.multiples[news.place] = self.multiples[news.place].with_news(news)
        if all(multiple.ended for multiple in self.multiples):
            self._refresh.now()
        else:
            self._refresh.request()

    # ---- what can be read from it --------------------------------------------------------------------------------

    @property
    def count(self) -> int:
        """Networks in a row."""
        return len(self.multiples) // max(len(self.names), 1)

    def solved(self, row: int) -> int | None:
        """How many of a row have solved their task; ``None`` before any has been trained."""
        alike = self.multiples[row * self.count : (row + 1) * self.count]
        if not any(_is_trained(multiple) for multiple in alike):
            return None
        return sum(multiple.solved(self._criterion) for multiple in alike)

    def verdict(self, row: int) -> str:
        """The same in words."""
        solved = self.solved(row)
        if solved is None:
            return self.tr("{} starts").format(self.count) if self.count > 1 else ""
        return translate("SeedWindow", "{} of {} solved").format(solved, self.count)

    # ---- painting ------------------------------------------------------------------------------------------------

    def _bring_up_to_date(self) -> None:
        said = (f"{name}: {self.verdict(row)}" for row, name in enumerate(self.names))
        self.setAccessibleName("; ".join(said))
        self.update()

    def _paint(self, painter: QPainter) -> None:
        px, lettering, rows = self._look.px, self._lettering, len(self.names)
        verdicts = [self.verdict(row) for row in range(rows)]
        widths = [lettering.width(name, "title") for name in self.names]
        head = max([*widths, *(lettering.width(text, "heading") for text in verdicts)]) + 2 * px(MARGIN)
        room = self.width() - head - 2 * px(MARGIN), self.height() - 2 * px(GAP)
        found = lattice(rows, self.count, room, px(GAP), px(ROW_GAP), px(LARGEST_MAP))
        pitch = found.side + px(GAP)
        start = max(px(MARGIN), (self.width() - head - found.columns * pitch) / 2.0)
        high = found.lines * pitch - px(GAP)
        top = (self.height() - rows * high - (rows - 1) * px(ROW_GAP)) / 2.0
        tops = [top + row * (high + px(ROW_GAP)) for row in range(rows)]
        painter.setPen(QPen(self._look.colour("grid"), max(1.0, self._look.factor)))
        for before, after in pairwise(tops):
            y = (before + high + after) / 2.0
            painter.drawLine(QPointF(px(MARGIN), y), QPointF(self.width() - px(MARGIN), y))
        for row, y in enumerate(tops):
            self._paint_head(painter, QRectF(start, y, head, high), self.names[row], verdicts[row])
        self._made_anew, whole = 0, len(self.multiples)
        # One after the other has its turn, also where there are too many for one frame.
        for place in ((self._first + turn) % whole for turn in range(whole)):
            row, (line, column) = place // self.count, divmod(place % self.count, found.columns)
            cell = QRectF(start + head + column * pitch, tops[row] + line * pitch, found.side, found.side)
            self._paint_network(painter, cell, row, place)
        self._first = (self._first + min(self._made_anew, MOST_NEW)) % whole

    def _paint_head(self, painter: QPainter, box: QRectF, name: str, verdict: str) -> None:
        lettering, colour = self._lettering, self._look.colour
        heading, title = lettering.line("heading"), lettering.line("title")
        y = box.center().y() - (heading + title) / 2.0
        lettering.write(painter, QRectF(box.x(), y, box.width(), title), name, "title", colour("text"), LEFT)
        second = QRectF(box.x(), y + title, box.width(), heading)
        lettering.write(painter, second, verdict, "heading", colour("text"), LEFT)

    def _paint_network(self, painter: QPainter, cell: QRectF, row: int, place: int) -> None:
        look, multiple = self._look, self.multiples[place]
        diverged = multiple.state(self._criterion, running=True) is State.DIVERGED
        if multiple.map is not None and not diverged:
            ratio = pixel_ratio(painter)
            painter.drawPixmap(cell.topLeft(), self._picture(row, place, multiple.map, cell.width(), ratio))
        else:
            painter.fillRect(cell, look.colour("groove", 0.5))
        trained = _is_trained(multiple)
        solved = trained and multiple.solved(self._criterion)
        if trained and diverged:
            painter.fillRect(cell, QBrush(look.colour("error", 0.4), Qt.BrushStyle.BDiagPattern))
        elif trained and multiple.ended and not solved:
            painter.fillRect(cell, look.colour("window", DIM))
        # A network that is undecided everywhere has a map like the ground: without a frame it would not be there.
        painter.setPen(QPen(look.colour("update" if solved else "axis"), (3.0 if solved else 1.0) * look.factor))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(cell)
        if solved:
            self._paint_badge(painter, cell, "check", "update")
        elif trained and diverged:
            self._paint_badge(painter, cell, "close", "error")

    def _picture(self, row: int, place: int, answers: Map, side: float, ratio: float) -> QPixmap:
        """A network's map; of those that train, the one before where enough are made anew in this frame."""
        maps = self._maps[row]
        older = None if self.multiples[place].ended else maps.older(place, answers, side, ratio)
        if older is None:
            return maps.picture(place, answers, side, ratio)
        self._made_anew += 1
        if self._made_anew <= MOST_NEW:
            return maps.picture(place, answers, side, ratio)
        self._refresh.request()
        return older

    def _paint_badge(self, painter: QPainter, cell: QRectF, icon: str, role: str) -> None:
        side = BADGE * cell.width()
        disc = QRectF(cell.right() - side, cell.bottom() - side, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("card"))
        painter.drawRect(disc)
        pixels = side / self._look.factor
        pixmap = self._look.pixmap(icon, role, pixels, pixel_ratio(painter))
        painter.drawPixmap(disc, pixmap, QRectF(pixmap.rect()))

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.names:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint(painter)


def _is_trained(multiple: Multiple) -> bool:
    result = multiple.news.result if multiple.news is not None else None
    return multiple.news is not None and (result is None or result.epochs > 0)
