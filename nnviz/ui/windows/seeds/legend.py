"""What the curves of the strip are, and how far their axes reach."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnviz.ui.look.look import Look
from nnviz.ui.look.numbers import short, superscript, whole
from nnviz.ui.toolkit.lettering import LEFT, Lettering
from nnviz.ui.windows.seeds.multiples import Axes


class Legend(QWidget):
    """One line: a stroke for each kind of curve, of which weights maps are, and what the axes are; as much as fits."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._lettering = Lettering(look)
        self._axes: Axes | None = None
        self._validation = False
        self._weights = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)
        look.changed.connect(self.update)

    def show_axes(self, axes: Axes | None, validation: bool, weights: str) -> None:
        """Explain these axes, the curve of the validation part where there is one, and of which weights the rest is."""
        if (axes, validation, weights) != (self._axes, self._validation, self._weights):
            self._axes, self._validation, self._weights = axes, validation, weights
            self.setAccessibleName(", ".join(text for _, text in self.entries()))
            self.update()

    def entries(self) -> list[tuple[str, str]]:
        """What is explained: a kind of mark (none for axes), and its text."""
        axes, style = self._axes, self._look.numbers
        if axes is None:
            return []
        entries = [("training", self.tr("training loss"))]
        if self._validation:
            entries += [("validation", self.tr("validation loss")), ("best_marker", self.tr("best epoch"))]
        if self._weights:
            entries.append(("", self._weights))
        entries.append(("", self.tr("horizontal: epochs 0 to {}").format(whole(round(axes.epochs)))))
        if axes.log:
            low, high = (f"10{superscript(int(power))}" for power in (axes.low, axes.high))
            entries.append(("", self.tr("vertical: loss (log), {} to {}").format(low, high)))
        else:
            entries.append(("", self.tr("vertical: loss, 0 to {}").format(short(axes.high, style))))
        return entries

    # ---- Qt ------------------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(320), round(self._lettering.line("tiny")) + self._look.px(4))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(60), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        look, px = self._look, self._look.px
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            x, middle = 0.0, self.height() / 2.0
            for mark, text in self.entries():
                width = self._lettering.width(text, "tiny") + (px(26) if mark else 0)
                if x + width > self.width():
                    break
                if mark:
                    self._paint_mark(painter, mark, QRectF(x, 0.0, px(20), self.height()), middle)
                box = QRectF(x + (px(26) if mark else 0), 0.0, width, self.height())
                self._lettering.write(painter, box, text, "tiny", look.colour("text_muted"), LEFT)
                x += width + px(18)

    def _paint_mark(self, painter: QPainter, mark: str, box: QRectF, middle: float) -> None:
        look, factor = self._look, self._look.factor
        if mark == "best_marker":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour(mark))
            painter.drawEllipse(QPointF(box.center().x(), middle), 3.2 * factor, 3.2 * factor)
            return
        pen = QPen(look.colour(mark), (1.4 if mark == "validation" else 1.8) * factor)
        if mark == "validation":
            pen.setDashPattern([4.0, 2.0])
        painter.setPen(pen)
        painter.drawLine(QPointF(box.left(), middle), QPointF(box.right(), middle))
