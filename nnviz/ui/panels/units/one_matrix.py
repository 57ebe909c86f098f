"""Linear layers in a row as the one matrix that they are, and over two inputs the one straight line that it draws."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from nnviz.engine.analysis.collapse import Collapsed
from nnviz.engine.networks.network import Architecture
from nnviz.engine.types import Array
from nnviz.ui.examples.colours import middle_of
from nnviz.ui.examples.plane_picture import PlanePicture
from nnviz.ui.examples.points import column_names, sides_of
from nnviz.ui.look.look import Look
from nnviz.ui.look.numbers import MINUS, NumberStyle, superscript, written
from nnviz.ui.names.symbols import Names
from nnviz.ui.names.units import NO_NAMES, UnitNames
from nnviz.ui.session.moment import Moment
from nnviz.ui.toolkit.brief import wordings
from nnviz.ui.toolkit.lettering import CENTRE, LEFT, RIGHT
from nnviz.ui.toolkit.read_by_pointer import ReadByPointer
from nnviz.ui.toolkit.tints import COLOURS, MapImages, colour_table
from nnviz.worker.messages import RunInfo
from nnviz.worker.queries.units import OneMatrix

GAP = 16
TALLEST_CELL = 40
WIDEST_CELL = 104
NARROWEST_B = 16
TINT = 0.55
"""The opacity behind the largest numbers: the text on it stays readable."""


class OneMatrixView(ReadByPointer):
    """The product and its shapes as text, W and b as tinted numbers, and the plane beside them.

    Its many methods are small: what it says, how the room is shared out, and the steps of one painting.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.found: OneMatrix | None = None
        self._run: RunInfo | None = None
        self._own = NO_NAMES
        self._map: QImage | None = None
        self._images = MapImages()
        self._picture = PlanePicture(look)
        look.changed.connect(self._on_look)

    def set_run(self, run: RunInfo) -> None:
        """Another network, and nothing found yet."""
        self._run, self._map, self.found = run, None, None
        self._own = UnitNames.of_examples(run.examples)
        self._picture.set_run(run)

    def show_matrix(self, found: OneMatrix, moment: Moment | None) -> None:
        """Show a run of linear layers as the one it is."""
        self.found, self._map = found, None
        maps = moment.maps if moment is not None else None
        if found.raw is not None and maps is not None and maps.layers[-1].shape[0] == 1:
            self._map = self._images.make(maps, self._architecture, self.look.theme)[-1][-1]
        self.setAccessibleName(f"{self.product}  {self.shapes}")
        self.update()

    # ---- what it says --------------------------------------------------------------------------------------------

    @property
    def product(self) -> str:
        """``W³ W² W¹ = W``."""
        layers = self._collapsed
        return f"{' '.join(f'W{superscript(n)}' for n in range(layers.last, layers.first - 1, -1))} = W"

    @property
    def collapsed_layers(self) -> int:
        """How many layers it is."""
        return self._collapsed.last - self._collapsed.first + 1

    @property
    def shapes(self) -> str:
        """``(1×8)(8×8)(8×2) = 1×2``."""
        layers, widths = self._collapsed, self._architecture.widths
        factors = "".join(f"({widths[n]}×{widths[n - 1]})" for n in range(layers.last, layers.first - 1, -1))
        return f"{factors} = {widths[layers.last]}×{widths[layers.first - 1]}"

    @property
    def line(self) -> str:
        """The equation of the straight line in the raw inputs; empty where there is no single one."""
        coefficients, run = self.line_of(), self._run
        if coefficients is None or run is None:
            return ""
        style = NumberStyle(2, self.look.numbers.decimal_sign)
        names = (*column_names(run), "")
        text = ""
        for value, name in zip(coefficients.tolist(), names, strict=True):
            sign = MINUS if value < 0 else "+"
            number = f"{written(abs(value), style)} {name}".rstrip()
            text = f"{text} {sign} {number}" if text else f"{MINUS if value < 0 else ''}{number}"
        return f"{text} = 0"

    def line_of(self) -> Array | None:
        """Where one class ends: (w₁, w₂, b) with ``w₁ x₁ + w₂ x₂ + b = 0`` there, in the raw inputs."""
        found, run = self.found, self._run
        if found is None or found.raw is None or run is None or not run.examples.classes:
            return None
        raw = found.raw
        if len(raw) == 2:
            return np.asarray(raw[1] - raw[0])
        if len(raw) != 1:
            return None
        output = run.architecture.output
        # Sigmoid and tanh are in the middle between their targets where z is 0.
        level = middle_of(output) if output.name == "linear" else 0.0
        return np.asarray(raw[0] - (0.0, 0.0, level))

    @property
    def _collapsed(self) -> Collapsed:
        assert self.found is not None
        return self.found.collapsed

    @property
    def _architecture(self) -> Architecture:
        assert self._run is not None
        return self._run.architecture

    # ---- room ----------------------------------------------------------------------------------------------------

    def _plane_box(self) -> QRectF | None:
        """Where the plane is drawn: beside the matrix, or below it; ``None`` where there is none, or no room."""
        if self.found is None or self.found.raw is None or self._picture.plane is None:
            return None
        if self._is_tall:
            top = self._head + len(self._collapsed.W) * self.look.px(TALLEST_CELL) + self._foot + self.look.px(GAP)
            side = min(self.height() - top, self.width())
            box = QRectF((self.width() - side) / 2, top, side, side)
        else:
            side = min(self.height(), 0.42 * self.width())
            box = QRectF(self.width() - side, (self.height() - side) / 2, side, side)
        return box if side >= self.look.px(60) else None

    @property
    def _is_tall(self) -> bool:
        return self.height() > 0.8 * self.width()

    def _text_width(self) -> float:
        box = self._plane_box()
        return self.width() if box is None or self._is_tall else box.left() - self.look.px(GAP)

    @property
    def _head(self) -> float:
        """How high is what stands above the matrix."""
        lettering = self.lettering
        return sum(lettering.line(role) for role in ("mono_large", "mono_small", "tiny")) + self.look.px(14)

    @property
    def _foot(self) -> float:
        """How high is what stands below it."""
        return len(self._line_words()) * self.lettering.line("tiny") + self.look.px(6)

    def _grid(self) -> tuple[QRectF, float, float]:
        """Where the matrix is, and how wide and how high its cells are; b is a column more, after a gap."""
        px, top, left = self.look.px, self._head, self._names
        rows, columns = self._collapsed.W.shape
        room = self._text_width() - left - px(10) - 2
        wide = min(room / (columns + 1), px(WIDEST_CELL))
        if wide < px(NARROWEST_B):
            wide = (room - px(NARROWEST_B)) / columns
        high = min((self.height() - top - self._foot) / rows, px(TALLEST_CELL))
        return QRectF(left, top, wide * columns, high * rows), wide, high

    @property
    def _names(self) -> float:
        names = (self._row_name(row) for row in range(len(self._collapsed.W)))
        return max(self.lettering.width(name, "tiny") for name in names) + self.look.px(8)

    def _row_name(self, row: int) -> str:
        return Names(self._architecture).pre_activation(self._collapsed.last, row)

    def _cells(self) -> list[tuple[QRectF, str, float]]:
        """Each number's box, what it is, and the number: those of W, then those of b."""
        grid, wide, high = self._grid()
        W, b, below = self._collapsed.W, self._collapsed.b, self._collapsed.first - 1
        symbols, layers = Names(self._architecture), self._architecture.layers
        sources = [self._own.beside(symbols.unit(below, column), below, column, layers) for column in range(W.shape[1])]
        cells = []
        for row in range(len(W)):
            y, name = grid.top() + row * high, self._row_name(row)
            for column, value in enumerate(W[row].tolist()):
                box = QRectF(grid.left() + column * wide, y, wide, high)
                cells.append((box, f"{name} ← {sources[column]}", value))
            box = QRectF(grid.right() + self.look.px(10), y, max(wide, self.look.px(NARROWEST_B)), high)
            cells.append((box, f"{name} ← b", float(b[row])))
        return cells

    def readout(self) -> list[tuple[str, str]]:
        """The number under the pointer, in full."""
        if self.pointer is None or self.found is None:
            return []
        for box, name, value in self._cells():
            if box.contains(self.pointer):
                return [(name, written(value, self.look.numbers, plus=True))]
        return []

    # ---- painting ------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.found is None or self._run is None:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_text(painter)
            self._paint_cells(painter)
            box = self._plane_box()
            if box is not None:
                self._paint_plane(painter, box)
            self.paint_readout(painter)

    def _paint_text(self, painter: QPainter) -> None:
        look, lettering, width = self.look, self.lettering, self._text_width()
        big = next((role for role in ("mono_large", "mono") if lettering.width(self.product, role) <= width), "tiny")
        line = lettering.line("mono_large")
        lettering.write(painter, QRectF(0, 0, width, line), self.product, big, look.colour("text"), LEFT)
        box = QRectF(0, line, width, lettering.line("mono_small"))
        lettering.write_fitting(painter, box, (self.shapes,), "mono_small", look.colour("text_muted"))
        grid, _, _ = self._grid()
        tiny = lettering.line("tiny")
        for place, words in enumerate(self._line_words()):
            box = QRectF(0, grid.bottom() + look.px(6) + place * tiny, width, tiny)
            colour = look.colour("text" if words == self.line else "text_muted")
            if lettering.width(words, "tiny") <= width:
                lettering.write(painter, box, words, "tiny", colour, LEFT)

    def _line_words(self) -> tuple[str, ...]:
        """What is written under the matrix of the straight line."""
        if not self.line or self._run is None:
            return ()
        if self._run.experiment.data.standardize:
            # W is of standardised inputs, the line of the raw ones.
            return self.tr("the straight line, in raw inputs:"), self.line
        return self.tr("the straight line:"), self.line

    def _paint_cells(self, painter: QPainter) -> None:
        look, lettering, px = self.look, self.lettering, self.look.px
        grid, wide, high = self._grid()
        cells, tiny = self._cells(), lettering.line("tiny")
        values = np.array([value for _, _, value in cells])
        largest = float(np.abs(values[np.isfinite(values)]).max(initial=0.0)) or 1.0
        below, columns = self._collapsed.first - 1, self._collapsed.W.shape[1]
        heads = [Names(self._architecture).unit(below, column) for column in range(columns)] + ["b"]
        fits = wide >= max(lettering.width(head, "tiny") for head in heads) + px(4)
        for column, head in enumerate(heads):
            left = grid.left() + column * wide if column < columns else grid.right() + px(10)
            if fits or column == columns:
                box = QRectF(left, grid.top() - tiny - px(2), max(wide, px(NARROWEST_B)), tiny)
                lettering.write(painter, box, head, "tiny", look.colour("text_muted"), CENTRE)
        for row in range(len(self._collapsed.W)):
            box = QRectF(0, grid.top() + row * high, grid.left() - px(8), high)
            if high >= 0.8 * tiny:
                lettering.write(painter, box, self._row_name(row), "tiny", look.colour("text_muted"), RIGHT)
        self._paint_numbers(painter, cells, wide, high, largest)
        painter.setPen(QPen(look.colour("control_border"), max(1.0, look.factor)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(grid)
        painter.drawRect(QRectF(grid.right() + px(10), grid.top(), max(wide, px(NARROWEST_B)), grid.height()))

    def _paint_numbers(
        self, painter: QPainter, cells: list[tuple[QRectF, str, float]], wide: float, high: float, largest: float
    ) -> None:
        """A tint for each, and the numbers where there is room for them."""
        look, lettering, table = self.look, self.lettering, colour_table(self.look.theme)
        room = wide - look.px(6)
        has_text = lettering.width("+0.0", "mono_small") <= room and high >= 0.9 * lettering.line("mono_small")
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        opacity = TINT if has_text else 1.0
        shares = np.nan_to_num(np.array([value for _, _, value in cells]) / largest)
        shades = table[np.rint((np.clip(shares, -1.0, 1.0) + 1.0) / 2.0 * (COLOURS - 1)).astype(int)].tolist()
        for (box, _, _), shade in zip(cells, shades, strict=True):
            colour = QColor(shade)
            colour.setAlphaF(opacity)
            painter.fillRect(box, colour)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for box, _, value in cells if has_text else ():
            texts = wordings(value, (3, 2, 1), look.numbers, plus=True)
            text = next((text for text in texts if lettering.width(text, "mono_small") <= room), texts[-1])
            lettering.write(painter, box, text, "mono_small", look.colour("text"), CENTRE)

    def _paint_plane(self, painter: QPainter, box: QRectF) -> None:
        assert self._run is not None and self._picture.plane is not None
        if self._map is not None:
            self._picture.paint_map(painter, box, self._map)
        else:
            painter.fillRect(box, self.look.colour("map_zero"))
        self._picture.paint_points(painter, box)
        self._paint_line(painter, box)
        painter.setPen(QPen(self.look.colour("control_border"), max(1.0, self.look.factor)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, self.look.px(6), self.look.px(6))

    def _paint_line(self, painter: QPainter, box: QRectF) -> None:
        coefficients = self.line_of()
        assert self._picture.plane is not None
        if coefficients is None or not np.isfinite(coefficients).all() or not np.any(coefficients[:2]):
            return
        ends = ends_of(coefficients, *sides_of(self._picture.plane))
        if len(ends) < 2:
            return
        places = self._picture.shares(ends) * (box.width(), box.height()) + (box.left(), box.top())
        start, end = (QPointF(*place) for place in places.tolist())
        for role, width in (("card", 4.6), ("text", 2.4)):
            painter.setPen(QPen(self.look.colour(role), width * self.look.factor))
            painter.drawLine(start, end)

    # ---- Qt ------------------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(self.look.px(320), self.look.px(180))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.look.px(120), self.look.px(80))

    def _on_look(self) -> None:
        self._picture.forget()
        self.update()


def ends_of(line: Array, across: tuple[float, float], up: tuple[float, float]) -> Array:
    """Where a line ``w₁ x₁ + w₂ x₂ + b = 0`` enters and leaves a rectangle, shape (2, 2); (0, 2) where it misses it."""
    w1, w2, b = line.tolist()
    found = []
    with np.errstate(all="ignore"):
        for x1 in across:
            if w2 and up[0] <= (x2 := -(w1 * x1 + b) / w2) <= up[1]:
                found.append((x1, x2))
        for x2 in up:
            if w1 and across[0] <= (x1 := -(w2 * x2 + b) / w1) <= across[1]:
                found.append((x1, x2))
    if len(found) < 2:
        return np.zeros((0, 2))
    places = np.array(found)
    # Through a corner it comes up twice: the two that are farthest apart are its ends.
    first = places[0]
    return np.stack([first, places[np.argmax(np.square(places - first).sum(axis=1))]])
