"""What the marks and colours of a data plot mean, in as many rows as it takes."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QLinearGradient, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from nnviz.ui.examples.colours import Scale, middle_of
from nnviz.ui.examples.marks import BATCH_RADIUS, PART_ROLES, RADIUS, paint_mark
from nnviz.ui.examples.points import PARTS, View, has_curve, view_of
from nnviz.ui.examples.words import class_name, part_name
from nnviz.ui.look.look import Look
from nnviz.ui.look.numbers import short, written
from nnviz.ui.names.translation import translate
from nnviz.ui.names.units import target_in_words
from nnviz.ui.toolkit.lettering import LEFT, Lettering
from nnviz.ui.toolkit.tints import COLOURS, colour_table
from nnviz.worker.messages import RunInfo

MOST_CLASSES = 10


class Sign(Enum):
    """What stands before the words of an item."""

    PART = "the shape of a part"
    BATCH = "the mark of an example of the batch"
    CLASS = "a colour"
    LINE = "the line between classes"
    PREDICTION = "the mark of a prediction"
    CURVE = "what is predicted over the one input"
    SCALE = "all colours from the lowest to the highest value"


@dataclass(frozen=True)
class Item:
    """A sign and what it means; ``number`` is that of the part or class, ``group`` keeps items of a kind in rows."""

    sign: Sign
    text: str
    group: int
    number: int = 0


def items_of(run: RunInfo) -> list[Item]:
    """What is explained in a run's data plot."""
    examples, view = run.examples, view_of(run)
    if view is View.IMAGES:
        return []
    present = [place for place, name in enumerate(PARTS) if len(examples.part(name))]
    # What the colours mean comes first: where there is little room, the last rows are left out.
    shown = range(min(examples.classes, MOST_CLASSES))
    items = [Item(Sign.CLASS, class_name(run, label), 0, label) for label in shown]
    items += [Item(Sign.PART, part_name(place), 1, place) for place in present]
    items.append(Item(Sign.BATCH, translate("DataPanel", "in this batch"), 1))
    if not examples.classes and view is not View.CURVE:
        items.append(Item(Sign.SCALE, "", 2))
    if view is View.PLANE and examples.classes:
        items.append(Item(Sign.LINE, translate("DataPanel", "boundary"), 2))
    if view is View.CURVE:
        items.append(Item(Sign.PREDICTION, translate("DataPanel", "prediction ŷ"), 2))
        if has_curve(run):
            items.append(Item(Sign.CURVE, translate("DataPanel", "fitted curve"), 2))
    return items


def marks_of(run: RunInfo) -> list[Item]:
    """What the marks of examples mean wherever they stand: each class's colour, by its name alone, and the parts."""
    examples = run.examples
    names = (
        examples.class_names if examples.classes > 2 else [class_name(run, each) for each in range(examples.classes)]
    )
    items = [Item(Sign.CLASS, name, 0, label) for label, name in enumerate(names[:MOST_CLASSES])]
    present = [place for place, name in enumerate(PARTS) if len(examples.part(name))]
    return items + [Item(Sign.PART, part_name(place), 1, place) for place in present]


class DataLegend(QWidget):
    """Signs with their meaning.

    Args:
        look: What everything is painted with.
        parent: Its parent.
        items: What is explained of a run.
    """

    def __init__(
        self, look: Look, parent: QWidget | None = None, items: Callable[[RunInfo], list[Item]] = items_of
    ) -> None:
        super().__init__(parent)
        self._items_of = items
        self.look = look
        self.items: list[Item] = []
        self.lettering = Lettering(look)
        self._run: RunInfo | None = None
        look.changed.connect(self.restyle)

    def set_run(self, run: RunInfo) -> None:
        """Explain another run's data."""
        self._run = run
        self.restyle()

    def restyle(self) -> None:
        """Take over the look."""
        if self._run is not None:
            self.items = self._items_of(self._run)
            self._add_boundary(self._run)
            self.setAccessibleName(", ".join(item.text for item in self.items if item.text))
        self.updateGeometry()
        self.update()

    def _add_boundary(self, run: RunInfo) -> None:
        """The answer at which a single output is on the boundary."""
        if run.architecture.widths[-1] == 1:
            middle = short(middle_of(run.architecture.output), self.look.numbers)
            self.items = [
                Item(item.sign, translate("DataPanel", "boundary ŷ = {}").format(middle), item.group)
                if item.sign is Sign.LINE
                else item
                for item in self.items
            ]

    def height_for(self, width: float) -> int:
        """How high it is where it is so wide."""
        boxes = self._boxes(width)
        return math.ceil(boxes[-1].bottom()) if boxes else 0

    def height_within(self, width: float, most: float) -> int:
        """How high it is where it is so wide, with as many whole rows as there is room for."""
        return max((high for box in self._boxes(width) if (high := math.ceil(box.bottom())) <= most), default=0)

    def shown(self) -> list[Item]:
        """The items that there is room for."""
        boxes = self._boxes(self.width())
        return [item for item, box in zip(self.items, boxes, strict=True) if math.ceil(box.bottom()) <= self.height()]

    # ---- places --------------------------------------------------------------------------------------------------

    @property
    def row(self) -> float:
        """How high a row is."""
        return self.lettering.line("tiny") + 3.0 * self.look.factor

    def _sign_width(self, sign: Sign, width: float) -> float:
        return min(width, 150.0 * self.look.factor) if sign is Sign.SCALE else 17.0 * self.look.factor

    def _boxes(self, width: float) -> list[QRectF]:
        """Where the items are: one after the other, in rows; each group begins a row where there is little room."""
        boxes: list[QRectF] = []
        x, y, gap = 0.0, 0.0, 12.0 * self.look.factor
        narrow = width < 260.0 * self.look.factor
        for place, item in enumerate(self.items):
            wide = self._sign_width(item.sign, width) + self.lettering.width(item.text, "tiny")
            begins = narrow and place > 0 and item.group != self.items[place - 1].group
            if boxes and (begins or x + wide > width):
                x, y = 0.0, y + self.row
            high = self.row if item.sign is not Sign.SCALE else 1.9 * self.row
            boxes.append(QRectF(x, y, min(wide, width), high))
            if item.sign is Sign.SCALE:
                x, y = 0.0, y + 0.9 * self.row
                x = width
            else:
                x += wide + gap
        return boxes

    # ---- painting ------------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(self.look.px(160), self.height_for(self.look.px(160)))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._run is None:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for item, box in zip(self.shown(), self._boxes(self.width()), strict=False):
                if item.sign is Sign.SCALE:
                    self._paint_scale(painter, box, self._run)
                    continue
                sign = self._sign_width(item.sign, self.width())
                painter.save()
                painter.translate(box.x() + 6.5 * self.look.factor, box.center().y())
                self._paint_sign(painter, item)
                painter.restore()
                colour = self.look.colour("text_muted")
                self.lettering.write(painter, box.adjusted(sign, 0, 0, 0), item.text, "tiny", colour, LEFT)

    def _paint_sign(self, painter: QPainter, item: Item) -> None:
        look, factor = self.look, self.look.factor
        match item.sign:
            case Sign.PART:
                # Over one input numbers are heights, and colours are free to tell the parts.
                run = self._run if self._items_of is items_of else None
                by_part = run is not None and view_of(run) is View.CURVE and not run.examples.classes
                role = PART_ROLES[item.number] if by_part else "text_faint"
                paint_mark(painter, look, item.number, look.colour(role), 1.15 * RADIUS * factor, False)
            case Sign.BATCH:
                paint_mark(painter, look, 0, look.colour("card"), BATCH_RADIUS * factor, True)
            case Sign.CLASS:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(look.theme.class_colour(item.number))
                painter.drawRoundedRect(
                    QRectF(-6 * factor, -4 * factor, 12 * factor, 8 * factor), factor * 3, factor * 3
                )
            case Sign.CURVE:
                painter.setPen(QPen(look.colour("text"), 2.2 * factor))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                wave = QPainterPath(QPointF(-6.0 * factor, 3.0 * factor))
                wave.cubicTo(0.0, 3.0 * factor, 0.0, -3.0 * factor, 6.0 * factor, -3.0 * factor)
                painter.drawPath(wave)
            case _:
                painter.setPen(QPen(look.colour("text"), 2.2 * factor))
                painter.drawLine(QPointF(-6 * factor, 0.0), QPointF(6 * factor, 0.0))

    def _paint_scale(self, painter: QPainter, box: QRectF, run: RunInfo) -> None:
        """A bar in the map's colours, and the numbers at its ends, in the target's own unit."""
        look, scale = self.look, Scale.of(run)
        name = target_in_words(run.experiment.data)
        name_width = self.lettering.width(f"  {name}  ", "tiny")
        bar = QRectF(box.x(), box.y() + 3 * look.factor, box.width(), 9 * look.factor)
        table = colour_table(look.theme)
        gradient = QLinearGradient(bar.topLeft(), bar.topRight())
        for place in range(0, COLOURS, 15):
            gradient.setColorAt(place / (COLOURS - 1), int(table[place]))
        painter.setPen(QPen(look.colour("card_border"), max(1.0, look.factor)))
        painter.setBrush(gradient)
        painter.drawRoundedRect(bar, 3 * look.factor, 3 * look.factor)
        ends = run.examples.in_own_unit(np.full((2, run.examples.y.shape[1]), [[scale.low], [scale.high]]))[:, 0]
        words = QRectF(box.x(), bar.bottom() + look.factor, box.width(), self.lettering.line("tiny"))
        colour, texts = look.colour("text_muted"), [written(float(end), look.numbers) for end in ends]
        for text, align in zip((texts[0], name, texts[1]), (0.0, 0.5, 1.0), strict=True):
            if align != 0.5 or 2 * max(self.lettering.width(each, "tiny") for each in texts) + name_width < box.width():
                self.lettering.write(painter, words, text, "tiny", colour, align)
