"""The scenes of a lecture as a list over the stage: one picks where to go."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from nnviz.lecture.values import Lecture
from nnviz.ui.look.look import Look
from nnviz.ui.toolkit.claimed_keys import ENTER, claims_key

WIDTH, HEIGHT = 0.6, 0.8
"""Of what it lies over; where its titles are longer it is wider, and it stays within it."""
OWN_KEYS = (
    *(Qt.Key.Key_Up, Qt.Key.Key_Down, *ENTER, Qt.Key.Key_Home, Qt.Key.Key_End),
    *(Qt.Key(Qt.Key.Key_0 + digit) for digit in range(10)),
)
FIGURE_SPACE = "\u2007"


class SceneList(QListWidget):
    """Arrows and Enter, a click, or a scene's number and Enter.

    Signals:
        scene_picked(str): By its id.
    """

    scene_picked = Signal(str)

    def __init__(self, look: Look, over: QWidget) -> None:
        super().__init__(over)
        self._look, self._over = look, over
        self._typed = ""
        self.setAccessibleName(self.tr("Scenes"))
        self.itemActivated.connect(self._pick)
        self.itemClicked.connect(self._pick)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.hide()
        over.installEventFilter(self)
        look.changed.connect(self._restyle)
        self._restyle()

    def open(self, lecture: Lecture, current: str, language: str) -> None:
        """List a lecture's scenes, the current one marked."""
        self.clear()
        for number, scene in enumerate(lecture.scenes, start=1):
            shown = scene.slide if scene.slide is not None else number
            # Spaces as wide as figures: the titles begin at one line.
            number_text = f"{shown:>3}".replace(" ", FIGURE_SPACE)
            item = QListWidgetItem(f"{number_text}   {scene.title.text(language)}", self)
            item.setData(Qt.ItemDataRole.UserRole, (scene.id, str(shown)))
            if scene.id == current:
                self.setCurrentItem(item)
        self._typed = ""
        self._lie_over()
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def _pick(self, item: QListWidgetItem) -> None:
        self.hide()
        self.scene_picked.emit(item.data(Qt.ItemDataRole.UserRole)[0])

    def _lie_over(self) -> None:
        room = self._over.rect()
        longest = self.sizeHintForColumn(0) + self.verticalScrollBar().sizeHint().width() + self._look.px(12)
        width, height = min(max(round(WIDTH * room.width()), longest), room.width()), round(HEIGHT * room.height())
        self.setGeometry((room.width() - width) // 2, (room.height() - height) // 2, width, height)

    def _restyle(self) -> None:
        self.setFont(self._look.font("title"))
        self.setSpacing(self._look.px(3))

    # ---- Qt ------------------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        return claims_key(event, lambda key: key.key() in OWN_KEYS) or super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._over:
            self._lie_over()
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        if self.hasFocus():
            # Or Qt gives the keyboard to what comes next, a plot, which then has a ring for all to see.
            self._over.setFocus()
        super().hideEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text().isdigit():
            self._typed += event.text()
            for row in range(self.count()):
                if self.item(row).data(Qt.ItemDataRole.UserRole)[1] == self._typed:
                    self.setCurrentRow(row)
        elif event.key() in ENTER and self.currentItem() is not None:
            self._pick(self.currentItem())
        else:
            self._typed = ""
            super().keyPressEvent(event)
