"""The example that is shown, in a few rows: its number and part, its inputs, its target and its prediction."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from nnviz.ui.examples.words import ARROW, Line
from nnviz.ui.look.look import Look
from nnviz.ui.toolkit.lettering import LEFT, RIGHT, Lettering

LEAST_OF_PICTURE = 32
MOST_OF_PICTURE = 150
"""How wide a picture may be, in pixels at scale 1."""


class ExampleTable(QWidget):
    """A title and rows of names and numbers; where there is too little room for all rows, the middle ones go.

    Attributes:
        title, part: What is said above the rows.
        lines: The rows.
        lead: How many of them come first, whatever room there is: the inputs that the axes show.
        picture: What is shown under them, where the inputs are pixels.

    Signals:
        head_changed(): What is above the rows takes another height.
    """

    head_changed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.title, self.part = "", ""
        self.lines: list[Line] = []
        self.lead = 0
        self.picture: QImage | None = None
        self.lettering = Lettering(look)
        look.changed.connect(self.update)

    def show_lines(
        self, title: str, part: str, lines: list[Line], picture: QImage | None = None, lead: int = 0
    ) -> None:
        """Say something else."""
        if (title, part, lines) != (self.title, self.part, self.lines) or picture is not self.picture:
            head = self._head
            self.title, self.part, self.lines, self.picture, self.lead = title, part, lines, picture, lead
            if self._head != head:
                self.head_changed.emit()
            self.setAccessibleName(" · ".join((title, part, *(f"{name} {value}" for name, value in lines))))
            self.update()

    def shown(self) -> list[Line]:
        """The rows that there is room for: the axes' inputs, then target and prediction, then other inputs."""
        room = max(int((self.height() - self._head) // self._row), 0)
        if len(self.lines) <= room:
            return self.lines
        lead = self.lines[: min(self.lead, room)]
        others, last = self.lines[len(lead) : -2], self.lines[max(len(self.lines) - 2, len(lead)) :]
        left = room - len(lead) - len(last)
        if left < 0:
            return [*lead, *last[: room - len(lead)]] if lead else last[-room:] if room else []
        # A row of its own says that there are more, if there is room for one of them as well.
        return [*lead, *others[: left - 1], ("…", ""), *last] if left > 1 else [*lead, *last]

    @property
    def _row(self) -> float:
        return max(self.lettering.line("tiny"), self.lettering.line("mono_small")) + 2.0 * self.look.factor

    @property
    def _head(self) -> float:
        below = 0.0 if self._in_one_line else self.lettering.line("tiny")
        return self.lettering.line("small_strong") + below + 6.0 * self.look.factor

    @property
    def _in_one_line(self) -> bool:
        """Whether there is room for the part beside the title."""
        title, part = self.lettering.width(self.title, "small_strong"), self.lettering.width(self.part, "tiny")
        return title + part + self.look.px(12) <= self.width()

    def fitting(self, name: str, value: str) -> str:
        """A value, without what the network is given of it where the name would be cut."""
        needed = self.lettering.width(name, "tiny") + self.lettering.width(value, "mono_small") + self.look.px(8)
        return value if needed <= self.width() else value.partition(ARROW)[0]

    def height_for_rows(self, rows: int) -> float:
        """How high it is with so many rows."""
        return self._head + rows * self._row

    def sizeHint(self) -> QSize:
        return QSize(self.look.px(150), round(self.height_for_rows(len(self.lines))))

    def paintEvent(self, event: QPaintEvent) -> None:
        lettering, look = self.lettering, self.look
        with QPainter(self) as painter:
            width = self.width()
            box = QRectF(0.0, 0.0, width, lettering.line("small_strong"))
            lettering.write_fitting(painter, box, (self.title,), "small_strong", look.colour("text"))
            one = self._in_one_line
            if not one:
                box = QRectF(0.0, box.bottom(), width, lettering.line("tiny"))
            parts = (self.part, self.part.partition(" · ")[0])
            lettering.write_fitting(painter, box, parts, "tiny", look.colour("text_muted"), RIGHT if one else LEFT)
            for place, (name, value) in enumerate(self.shown()):
                box = QRectF(0.0, self._head + place * self._row, width, self._row)
                value = self.fitting(name, value)
                taken = lettering.width(value, "mono_small")
                room = QRectF(box.topLeft(), QSizeF(max(width - taken - look.px(8), 0.0), box.height()))
                lettering.write_fitting(painter, room, (name,), "tiny", look.colour("text_muted"))
                lettering.write(painter, box, value, "mono_small", look.colour("text"), RIGHT)
            if self.picture is not None:
                top = self.height_for_rows(len(self.shown())) + look.px(8)
                side = min(width, self.height() - top, look.px(MOST_OF_PICTURE))
                if side >= look.px(LEAST_OF_PICTURE):
                    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                    area = QRectF(0.0, top, side, side).adjusted(0.5, 0.5, -0.5, -0.5)
                    painter.drawImage(area, self.picture)
                    painter.setPen(QPen(look.colour("card_border"), max(1, look.px(1))))
                    painter.setBrush(Qt.BrushStyle.NoBrush)
                    painter.drawRect(area)
