"""The names over the columns and before the rows of the table, painted like its cells."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from nnviz.ui.look.look import Look
from nnviz.ui.panels.explain.matrix_cells import FONT
from nnviz.ui.toolkit.lettering import LEFT, RIGHT, Lettering

NAME = "strong"


class MatrixHeader(QHeaderView):
    """A name each; over a column also what is under that name: the input's number, say.

    It paints with the look's own fonts, which a style sheet of the window cannot change behind its back.
    """

    def __init__(self, look: Look, orientation: Qt.Orientation, parent: QWidget | None = None) -> None:
        super().__init__(orientation, parent)
        self._look = look
        self._lettering = Lettering(look)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHighlightSections(False)

    def lines(self, section: int) -> list[str]:
        """What is written in a section."""
        text = self.model().headerData(section, self.orientation()) if self.model() is not None else None
        return str(text or "").split("\n")

    def width_of(self, section: int) -> int:
        """What a section needs, with room around it."""
        roles = (NAME, FONT)
        widths = (self._lettering.width(text, role) for text, role in zip(self.lines(section), roles, strict=False))
        return round(max(widths, default=0.0)) + 2 * self._look.px(7)

    def height_of(self, columns: Iterable[int]) -> int:
        """What the names of these columns take."""
        under = self._lettering.line(FONT) if any(len(self.lines(column)) > 1 for column in columns) else 0.0
        return round(self._lettering.line(NAME) + under) + self._look.px(4)

    def measure(self) -> None:
        """Take the size that the texts have in this look."""
        if self.orientation() is Qt.Orientation.Horizontal:
            self.setFixedHeight(self.height_of(each for each in range(self.count()) if not self.isSectionHidden(each)))
        else:
            self.setFixedWidth(max(map(self.width_of, range(self.count())), default=self._look.px(10)))
        self.viewport().update()

    # ---- Qt ------------------------------------------------------------------------------------------------------

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        look, write = self._look, self._lettering.write
        name, *under = self.lines(section)
        box = QRectF(rect).adjusted(look.px(7), 0, -look.px(7), 0)
        if self.orientation() is Qt.Orientation.Vertical:
            write(painter, box, name, NAME, look.colour("text"), LEFT)
            return
        if not self.viewport().rect().contains(rect):
            # Half a number would be another number.
            return
        height = self._lettering.line(NAME)
        write(painter, QRectF(box.left(), box.top(), box.width(), height), name, NAME, look.colour("text"), RIGHT)
        if under:
            below = QRectF(box.left(), box.top() + height, box.width(), self._lettering.line(FONT))
            write(painter, below, under[0], FONT, look.colour("text_muted"), RIGHT)
