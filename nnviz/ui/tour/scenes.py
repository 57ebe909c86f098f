"""The scenes of a lecture, and what keeps some of them from being shown."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from nnviz.lecture.errors import LectureError
from nnviz.lecture.values import Lecture
from nnviz.ui.look.look import Look
from nnviz.ui.look.plain import plain_tip

ROLE = Qt.ItemDataRole.UserRole


class TourScenes(QListWidget):
    """A click goes to a scene; on one that cannot be shown it says why.

    Signals:
        scene_picked(str): By its id.
        fault_picked(str): What is wrong, in a line.
    """

    scene_picked = Signal(str)
    fault_picked = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._lecture: Lecture | None = None
        self.setAccessibleName(self.tr("Scenes"))
        # The arrow keys step through the network, whatever was clicked last.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.itemClicked.connect(self._pick)
        self.itemActivated.connect(self._pick)
        look.changed.connect(self._restyle)
        self._restyle()

    def show_lecture(
        self, lecture: Lecture, problems: Sequence[LectureError], language: str, current: str | None
    ) -> None:
        """List a lecture's scenes, the one where one is marked, and what is wrong with others."""
        if lecture is not self._lecture:
            self._lecture = lecture
            self.clear()
            for number, scene in enumerate(lecture.scenes, start=1):
                shown = scene.slide if scene.slide is not None else number
                self._add(f"{shown}  {scene.title.text(language)}", scene.id)
            for problem in problems:
                self._add(f"⚠  {problem}", None, str(problem))
        for row in range(self.count()):
            if current is not None and self.item(row).data(ROLE) == current:
                self.setCurrentRow(row)

    def _add(self, text: str, scene: str | None, tip: str = "") -> None:
        item = QListWidgetItem(text, self)
        item.setData(ROLE, scene)
        item.setToolTip(plain_tip(tip or text))

    def _pick(self, item: QListWidgetItem) -> None:
        scene = item.data(ROLE)
        if scene is None:
            self.fault_picked.emit(item.text().removeprefix("⚠").strip())
        else:
            self.scene_picked.emit(scene)

    def _restyle(self) -> None:
        self.setFont(self._look.font("small"))
        self.setSpacing(self._look.px(3))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.currentItem() is not None:
            self.scrollToItem(self.currentItem())
