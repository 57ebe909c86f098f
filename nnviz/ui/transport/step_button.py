"""A button of the transport: one action of the window, with more or fewer letters on it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from nnviz.ui.controls import Button
from nnviz.ui.look import Look

SQUARE = 36
"""The side of a button that only has an icon, in pixels at scale 1."""


class Shows(Enum):
    """What there is room for on a button."""

    BOTH = auto()
    TEXT = auto()
    ICON = auto()


@dataclass(frozen=True)
class Face:
    """What a button looks like in one of its states."""

    text: str
    icon: str


class StepButton(Button):
    """Does what its action does, and is enabled when it is.

    Its faces are what it can show; the widest of them sets its width, so that changing the face moves nothing.
    """

    def __init__(
        self,
        look: Look,
        action: QAction,
        faces: tuple[Face, ...],
        kind: str = "",
        icon_after: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, faces[0].text, faces[0].icon, kind, parent)
        self._transport_look = look
        self._faces = faces
        self._face = 0
        self._shows = Shows.BOTH
        self._usual_kind = kind
        if icon_after:
            self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.setToolTip(action.toolTip())
        self.setAccessibleName(action.text())
        self.clicked.connect(action.trigger)
        action.changed.connect(lambda: self.setEnabled(action.isEnabled()))
        self.setEnabled(action.isEnabled())
        look.changed.connect(self._fit)
        self._fit()

    def set_face(self, face: int) -> None:
        """Show another of its faces."""
        if face != self._face:
            self._face = face
            self._show()

    def show_as(self, shows: Shows) -> None:
        """Show text, icon or both; a face without a text always is its icon."""
        if shows is not self._shows:
            self._shows = shows
            self.setProperty("kind", "square" if self._is_square() else self._usual_kind)
            self.style().unpolish(self)
            self.style().polish(self)
            self._fit()

    def _is_square(self) -> bool:
        return self._shows is Shows.ICON and not self._usual_kind

    def _show(self) -> None:
        face = self._faces[self._face]
        self.setText("" if self._shows is Shows.ICON else face.text)
        self.set_icon_name("" if self._shows is Shows.TEXT and face.text else face.icon)

    def _fit(self) -> None:
        shown = self._face
        self.setMinimumWidth(0)
        self.setMaximumWidth(16777215)
        width = 0
        for face in range(len(self._faces)):
            self._face = face
            self._show()
            width = max(width, self.sizeHint().width())
        self._face = shown
        self._show()
        side = self._transport_look.px(SQUARE)
        self.setFixedWidth(side if self._is_square() else max(width, side))
        self.setFixedHeight(side)
