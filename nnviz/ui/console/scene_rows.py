"""The scenes of the lecture: number, title, minutes; a click goes there."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from nnviz.lecture.values import Lecture
from nnviz.ui.look.look import Look
from nnviz.ui.toolkit.fitting import fit
from nnviz.ui.toolkit.row_list import paint_ground

HEIGHT = 32
NUMBER, MINUTES = 34, 52
"""The width of both, in pixels at scale 1."""
SMALLEST = 0.7
"""Of its type, a title that leaves the minutes their room."""


class SceneRow(NamedTuple):
    """What a row says."""

    id: str
    number: str
    title: str
    minutes: str


class _Painter(QStyledItemDelegate):
    """Paints a row."""

    def __init__(self, look: Look, rows: QListWidget) -> None:
        super().__init__(rows)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(self._look.px(200), self._look.px(HEIGHT))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        look, px, row = self._look, self._look.px, index.data(Qt.ItemDataRole.UserRole)
        box = QRectF(option.rect)
        state = option.state
        chosen, over = (
            bool(state & flag) for flag in (QStyle.StateFlag.State_Selected, QStyle.StateFlag.State_MouseOver)
        )
        paint_ground(painter, look, box, chosen, over, px(7))
        middle = Qt.AlignmentFlag.AlignVCenter
        inner = box.adjusted(px(10), 0, -px(10), 0)
        painter.setFont(look.font("mono"))
        painter.setPen(look.colour("text_muted"))
        painter.drawText(inner, middle | Qt.AlignmentFlag.AlignLeft, row.number)
        named, timed = inner.adjusted(px(NUMBER), 0, 0, 0), inner.adjusted(px(NUMBER), 0, -px(MINUTES), 0)
        fitted = fit(look.font("body"), timed.width(), row.title)
        room = timed
        if fitted.font.pixelSize() < SMALLEST * look.font("body").pixelSize():
            # Where type is large the title is worth more than how long it takes.
            fitted, room = fit(look.font("body"), named.width(), row.title), named
        else:
            painter.drawText(inner, middle | Qt.AlignmentFlag.AlignRight, row.minutes)
        painter.setFont(fitted.font)
        painter.setPen(look.colour("text"))
        painter.drawText(room, middle | Qt.AlignmentFlag.AlignLeft, fitted.text)


class SceneRows(QListWidget):
    """Where one is stays in sight. It takes no keyboard: Enter is the next cue, wherever one has clicked.

    Signals:
        scene_picked(str): By its id.
    """

    scene_picked = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._listed: tuple[Lecture, str] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Scenes"))
        self.setProperty("surface", "plain")
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setItemDelegate(_Painter(look, self))
        self.itemClicked.connect(lambda item: self.scene_picked.emit(item.data(Qt.ItemDataRole.UserRole).id))
        look.changed.connect(self._restyle)
        self._restyle()

    def show_scene(self, lecture: Lecture, current: str, language: str) -> None:
        """List a lecture's scenes, and mark the one where one is."""
        if self._listed != (lecture, language):
            self._listed = lecture, language
            self.clear()
            for number, scene in enumerate(lecture.scenes, start=1):
                shown = str(scene.slide if scene.slide is not None else number)
                item = QListWidgetItem(self)
                minutes = self.tr("{0} min").format(f"{scene.minutes:g}")
                row = SceneRow(scene.id, shown, scene.title.text(language), minutes)
                item.setData(Qt.ItemDataRole.UserRole, row)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, " ".join(row[1:]))
        for place in range(self.count()):
            if self.item(place).data(Qt.ItemDataRole.UserRole).id == current:
                self.setCurrentRow(place)
                self.scrollToItem(self.item(place), QListWidget.ScrollHint.PositionAtCenter)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(200), self._look.px(HEIGHT))

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(320), self._look.px(8 * HEIGHT))

    def _restyle(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.viewport().update()
