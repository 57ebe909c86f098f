"""The pictures that excite a unit most, and those that excite it least, each with the unit's answer."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from nnviz.engine.analysis.unit_answers import Exciting
from nnviz.engine.types import Array, Indices
from nnviz.ui.examples.images import picture_of
from nnviz.ui.examples.words import class_name, example_name
from nnviz.ui.look.look import Look
from nnviz.ui.look.numbers import written
from nnviz.ui.toolkit.brief import wordings
from nnviz.ui.toolkit.lettering import CENTRE, LEFT
from nnviz.ui.toolkit.read_by_pointer import ReadByPointer
from nnviz.worker.messages import RunInfo

GAP = 6


class ExcitingStrip(ReadByPointer):
    """Two rows of pictures with a line above each."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.found: Exciting | None = None
        self.name = ""
        self._run: RunInfo | None = None
        self._darkest = 1.0
        self._images: dict[int, QImage] = {}
        look.changed.connect(self._on_look)

    def set_run(self, run: RunInfo) -> None:
        """Other examples, and nothing found yet."""
        self._run, self.found = run, None
        self._darkest = float(run.examples.raw.max(initial=0.0)) or 1.0
        self._images.clear()
        self.update()

    def show_found(self, found: Exciting | None, name: str) -> None:
        """Show the examples that excite the unit of this name; ``None`` while they are being looked for."""
        self.found, self.name = found, name
        if found is not None:
            known = {*found.most.tolist(), *found.least.tolist()}
            self._images = {example: image for example, image in self._images.items() if example in known}
        self.update()

    def rows(self) -> list[tuple[str, Indices, Array]]:
        """What stands above each row, its examples, and the unit's answers to them."""
        if self.found is None:
            return []
        return [
            (self.tr("{} responds most to").format(self.name), self.found.most, self.found.most_answers),
            (self.tr("and least to").format(self.name), self.found.least, self.found.least_answers),
        ]

    def readout(self) -> list[tuple[str, str]]:
        """Which example is under the pointer, and what the unit answers to it."""
        if self.pointer is None or self._run is None:
            return []
        for box, example, value in self._cells():
            if box.contains(self.pointer):
                label = int(self._run.examples.labels[example]) if self._run.examples.classes else None
                kind = class_name(self._run, label) if label is not None else ""
                return [(example_name(example), kind), (self.name, written(value, self.look.numbers))]
        return []

    # ---- room ----------------------------------------------------------------------------------------------------

    def _lines(self) -> tuple[float, float]:
        return self.lettering.line("tiny"), self.look.px(GAP)

    @property
    def _count(self) -> int:
        return max((len(examples) for _, examples, _ in self.rows()), default=1)

    def _arranged(self) -> tuple[bool, int, float]:
        """Whether the two groups stand beside each other, how many pictures are in a row, and how wide each is."""
        (line, gap), best = self._lines(), (False, 1, 1.0)
        titles = max((self.lettering.width(title, "tiny") for title, _, _ in self.rows()), default=0.0)
        for beside in (False, True):
            width = (self.width() - 3 * gap) / 2 if beside else self.width()
            if beside and titles > width:
                continue
            height = self.height() if beside else (self.height() - gap) / 2
            for columns in range(1, self._count + 1):
                across = (width - (columns - 1) * gap) / columns
                side = min(across, (height - line - 2) / ceil(self._count / columns) - line)
                if side > best[2]:
                    best = (beside, columns, side)
        return best

    def _corner(self, group: int) -> QPointF:
        """Where a group's title begins."""
        (line, gap), (beside, columns, side) = self._lines(), self._arranged()
        if beside:
            return QPointF(group * (self.width() + 3 * gap) / 2, 0.0)
        return QPointF(0.0, group * (line + 2 + ceil(self._count / columns) * (side + line) + gap))

    def _cells(self) -> list[tuple[QRectF, int, float]]:
        """Each picture's box, example and answer."""
        (line, gap), (_, columns, side) = self._lines(), self._arranged()
        cells = []
        for group, (_, examples, values) in enumerate(self.rows()):
            corner = self._corner(group)
            for place, (example, value) in enumerate(zip(examples.tolist(), values.tolist(), strict=True)):
                x = corner.x() + place % columns * (side + gap)
                y = corner.y() + line + 2 + place // columns * (side + line)
                cells.append((QRectF(x, y, side, side), example, value))
        return cells

    # ---- Qt ------------------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(self.look.px(220), self.look.px(180))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.look.px(100), self.look.px(90))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._run is None:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            look, lettering, (line, gap) = self.look, self.lettering, self._lines()
            for group, (title, _, _) in enumerate(self.rows()):
                box = QRectF(self._corner(group), QSizeF(self.width(), line))
                lettering.write(painter, box, title, "tiny", look.colour("text_muted"), LEFT)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for box, example, value in self._cells():
                painter.drawImage(box, self._picture(example))
                painter.setPen(QPen(look.colour("control_border"), max(1.0, look.factor)))
                painter.drawRoundedRect(box, 2, 2)
                below = QRectF(box.left() - gap / 2, box.bottom(), box.width() + gap, line)
                text = self._fitting(value, box.width() + 2)
                lettering.write(painter, below, text, "tiny", look.colour("text"), CENTRE)
            self.paint_readout(painter)

    def _fitting(self, value: float, room: float) -> str:
        """A number with as many digits as there is room for."""
        texts = wordings(value, (3, 2, 1), self.look.numbers)
        return next((text for text in texts if self.lettering.width(text, "tiny") <= room), texts[-1])

    def _picture(self, example: int) -> QImage:
        if example not in self._images:
            assert self._run is not None
            ground, ink = self.look.colour("card"), self.look.colour("text")
            self._images[example] = picture_of(self._run.examples.raw[example] / self._darkest, ground, ink)
        return self._images[example]

    def _on_look(self) -> None:
        self._images.clear()
        self.update()
