"""The examples of the present batch as pictures, where the raw inputs are the pixels of one."""

from __future__ import annotations

from math import ceil, isqrt

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from nnviz.engine.types import Array, Indices
from nnviz.ui.examples.marks import paint_pin
from nnviz.ui.examples.points import DataPoints
from nnviz.ui.examples.words import (
    Line,
    example_lines,
    example_name,
    part_name,
    predictions_known,
    target_text,
    wrong,
)
from nnviz.ui.look.look import Look
from nnviz.ui.look.plain import plain_tip
from nnviz.ui.session.moment import Moment
from nnviz.ui.toolkit.lettering import CENTRE
from nnviz.ui.toolkit.read_by_pointer import ReadByPointer
from nnviz.worker.messages import RunInfo

SMALLEST_SIDE = 34
"""Of a picture, in pixels at scale 1: of a larger batch the first examples are shown."""


class ImageGrid(ReadByPointer):
    """The pictures in rows, each with its class; a frame around the one that is shown.

    Signals:
        example_picked(int): The user clicked on a picture: the example's place in the data set.
    """

    example_picked = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.moment: Moment | None = None
        self._run: RunInfo | None = None
        self._points: DataPoints | None = None
        self._darkest = 1.0
        self._images: dict[int, QImage] = {}
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(self.tr("Examples of the batch"))
        look.changed.connect(self._on_look)

    def set_run(self, run: RunInfo, points: DataPoints) -> None:
        """Other examples, and no batch yet."""
        self._run, self._points, self.moment = run, points, None
        self._darkest = float(run.examples.raw.max(initial=0.0)) or 1.0
        self._images.clear()
        self.update()

    def show_moment(self, moment: Moment) -> None:
        """The batch and the example of a moment."""
        if self.moment is None or self.moment.record.examples is not moment.record.examples:
            self._images.clear()
        self.moment = moment
        self.update()

    @property
    def examples(self) -> Indices:
        """The examples that are on screen: the batch's, as many as there is room for."""
        if self.moment is None:
            return np.zeros(0, dtype=np.int64)
        most = self._columns(SMALLEST_SIDE * self.look.factor) * self._rows(SMALLEST_SIDE * self.look.factor)
        return self.moment.record.examples[: max(most, 1)]

    def boxes(self) -> list[QRectF]:
        """Where the pictures are, in the order of the batch, their classes' names included."""
        count = len(self.examples)
        columns, side = self._grid(count)
        high = side + self._caption
        return [QRectF(place % columns * side, place // columns * high, side, high) for place in range(count)]

    def example_at(self, place: QPointF) -> int | None:
        """The example whose picture is at a place in the widget."""
        pairs = zip(self.examples.tolist(), self.boxes(), strict=True)
        return next((int(example) for example, box in pairs if box.contains(place)), None)

    def readout(self) -> list[Line]:
        """What is said of the example under the pointer."""
        example = None if self.pointer is None else self.example_at(self.pointer)
        if example is None or self._run is None or self._points is None:
            return []
        head = (example_name(example), part_name(int(self._points.part[example])))
        return [head, *example_lines(self._run, self._points, self.moment, example, self.look.numbers)]

    def picture(self, example: int) -> QImage:
        """An example's raw values as a picture: the larger, the more ink."""
        if example not in self._images:
            assert self._run is not None
            ground, ink = self.look.colour("card"), self.look.colour("text")
            self._images[example] = picture_of(self._run.examples.raw[example] / self._darkest, ground, ink)
        return self._images[example]

    # ---- room ----------------------------------------------------------------------------------------------------

    @property
    def _caption(self) -> float:
        return self.lettering.line("tiny")

    def _columns(self, side: float) -> int:
        return max(int(self.width() // side), 1)

    def _rows(self, side: float) -> int:
        return max(int(self.height() // (side + self._caption)), 1)

    def _grid(self, count: int) -> tuple[int, float]:
        """How many of so many pictures are in a row, and how wide each is: as wide as they all fit."""
        best = (1, 1.0)
        for columns in range(1, count + 1):
            rows = ceil(count / columns)
            side = min(self.width() / columns, self.height() / rows - self._caption)
            if side > best[1]:
                best = (columns, side)
        return best

    # ---- Qt ------------------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(self.look.px(260), self.look.px(180))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.look.px(80), self.look.px(60))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._run is None or self.moment is None:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            known = predictions_known(self.moment)
            mistaken = wrong(self._run, self.moment.record) if known else np.zeros(len(self.examples), dtype=np.bool_)
            for box, example, wrongly in zip(self.boxes(), self.examples.tolist(), mistaken.tolist(), strict=False):
                self._paint_example(painter, box, example, bool(wrongly))

    def _paint_example(self, painter: QPainter, box: QRectF, example: int, mistaken: bool) -> None:
        assert self.moment is not None and self._run is not None
        look, gap = self.look, 3.0 * self.look.factor
        image = QRectF(box.x(), box.y(), box.width(), box.width()).adjusted(gap, gap, -gap, -gap)
        painter.drawImage(image, self.picture(example))
        shown = example == self.moment.told_example
        over = self.pointer is not None and box.contains(self.pointer)
        role, width = ("text", 2.4) if shown else ("accent", 1.6) if over else ("card_border", 1.0)
        if shown and self.hasFocus():
            role = "focus"
        painter.setPen(QPen(look.colour(role), width * look.factor))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(image, gap, gap)
        words = QRectF(box.x(), image.bottom() + look.factor, box.width(), self._caption)
        name = target_text(self._run, example, look.numbers) if not self._run.examples.classes else self._label(example)
        font, colour = ("tiny_bold", "text") if shown else ("tiny", "text_muted")
        text = f"{name} ✗" if mistaken else name
        self.lettering.write(painter, words, text, font, look.colour("error" if mistaken else colour), CENTRE)
        if example == self.moment.pinned:
            paint_pin(painter, look, QPointF(image.right() - 12 * look.factor, image.top() + 12 * look.factor))

    def _label(self, example: int) -> str:
        assert self._run is not None
        return self._run.examples.class_names[int(self._run.examples.labels[example])]

    def mousePressEvent(self, event: QMouseEvent) -> None:
        example = self.example_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and example is not None:
            self.example_picked.emit(example)
            event.accept()
        else:
            event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        over = self.example_at(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)
        self.setToolTip(plain_tip("\n".join(f"{name}  {value}" for name, value in self.readout())))

    def _on_look(self) -> None:
        self._images.clear()
        self.update()


def picture_of(shares: Array, ground: QColor, ink: QColor) -> QImage:
    """Values from 0 to 1, the pixels of a square row by row, as a picture between two colours."""
    side = isqrt(len(shares))
    ends = np.array([[colour.red(), colour.green(), colour.blue()] for colour in (ground, ink)], dtype=np.float64)
    share = np.clip(np.nan_to_num(shares), 0.0, 1.0).reshape(side, side, 1)
    mixed = np.rint(ends[0] + (ends[1] - ends[0]) * share).astype(np.uint32)
    pixels = np.ascontiguousarray(
        0xFF000000 | mixed[..., 0] << 16 | mixed[..., 1] << 8 | mixed[..., 2], dtype=np.uint32
    )
    # A copy: the picture would otherwise live in memory that NumPy gives back.
    return QImage(pixels.data, side, side, side * 4, QImage.Format.Format_RGB32).copy()
