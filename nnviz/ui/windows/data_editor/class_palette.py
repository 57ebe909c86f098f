"""Which class the next points are of: a row for each, with its shape, its name, how many it has and its key."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from nnviz.ui.look.look import Look
from nnviz.ui.look.numbers import whole
from nnviz.ui.look.plain import plain_tip
from nnviz.ui.toolkit.controls import Button
from nnviz.ui.toolkit.controls.painted_button import PaintedButton
from nnviz.ui.toolkit.fitting import fit
from nnviz.ui.windows.data_editor.drawing import MOST_CLASSES, Drawing
from nnviz.ui.windows.data_editor.point_marks import PointMarks

HEIGHT = 32
MARK = 6.5


class ClassRow(PaintedButton):
    """One class."""

    def __init__(self, look: Look, label: int, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._label = label
        self._marks = PointMarks(look)
        self._count = 0
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._restyle)
        self._restyle()

    def show_class(self, name: str, count: int) -> None:
        """Say what it is called and how many points it has."""
        self._count = count
        self.setText(name)
        self.setAccessibleName(self.tr("class {}, {} points").format(name, whole(count)))
        self.setToolTip(plain_tip(self.tr("Draw points of class {} (key {})").format(name, self.key)))
        self.update()

    @property
    def key(self) -> str:
        """The key that chooses it; 0 for the tenth."""
        return str((self._label + 1) % 10)

    def _restyle(self) -> None:
        self.setFont(self._look.font("body"))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(180), self._look.px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        look, px = self._look, self._look.px
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            line = px(2 if self.hasFocus() else 1)
            box = QRectF(self.rect()).adjusted(line / 2, line / 2, -line / 2, -line / 2)
            if self.isChecked() or self.hasFocus() or self.underMouse():
                ground = "accent_soft" if self.isChecked() else "control_hover"
                rim = "focus" if self.hasFocus() else "accent" if self.isChecked() else ground
                painter.setPen(QPen(look.colour(rim), line))
                painter.setBrush(look.colour(ground))
                painter.drawRoundedRect(box, px(6), px(6))
            painter.save()
            painter.translate(QPointF(px(18), self.height() / 2))
            colour = look.theme.class_colour(self._label)
            self._marks.paint(painter, self._label, colour, MARK * look.factor)
            painter.restore()
            painter.setPen(look.colour("text"))
            painter.setFont(look.font("strong" if self.isChecked() else "body"))
            metrics = painter.fontMetrics()
            count, key = whole(self._count), self.key
            cap = QRectF(self.width() - px(30), (self.height() - px(20)) / 2, px(22), px(20))
            numbers = QRectF(0, 0, cap.left() - px(10), self.height())
            room = numbers.right() - px(36) - metrics.horizontalAdvance(count) - px(8)
            painter.drawText(numbers, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, count)
            name, font = fit(painter.font(), room, self.tr("class {}").format(self.text()))
            painter.setFont(font)
            painter.drawText(QRectF(px(36), 0, room, self.height()), Qt.AlignmentFlag.AlignVCenter, name)
            painter.setFont(look.font("mono_small"))
            painter.setPen(QPen(look.colour("control_border"), px(1)))
            painter.setBrush(look.colour("control"))
            painter.drawRoundedRect(cap, px(4), px(4))
            painter.setPen(look.colour("text_muted"))
            painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, key)


class ClassPalette(QWidget):
    """All classes, one of them chosen.

    Signals:
        picked(int): The user chose a class.
        class_wanted(): The user wants one class more.
    """

    picked = Signal(int)
    class_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._chosen = 0
        self.rows: list[ClassRow] = []
        self.more = Button(look, self.tr("Add class"), icon="plus", kind="segment", parent=self)
        self._column = QVBoxLayout(self)
        for label in range(MOST_CLASSES):
            row = ClassRow(look, label, self)
            row.clicked.connect(lambda _=False, label=label: self._on_clicked(label))
            self.rows.append(row)
            self._column.addWidget(row)
        self._column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.more.clicked.connect(self.class_wanted)
        look.changed.connect(self._restyle)
        self._restyle()

    def show_drawing(self, drawing: Drawing) -> None:
        """Show the classes of a drawing."""
        counts = drawing.counts()
        for label, row in enumerate(self.rows):
            row.setVisible(label < drawing.classes)
            if label < drawing.classes:
                row.show_class(drawing.class_names[label], counts[label])
        self.more.setVisible(0 < drawing.classes < MOST_CLASSES)

    def choose(self, label: int) -> None:
        """Show which class is chosen; no signal is sent."""
        self._chosen = label
        for place, row in enumerate(self.rows):
            row.setChecked(place == label)

    def _on_clicked(self, label: int) -> None:
        # The click has turned the row over; which one is chosen is not for the row to say.
        self.choose(self._chosen)
        self.picked.emit(label)

    def _restyle(self) -> None:
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(self._look.px(2))
