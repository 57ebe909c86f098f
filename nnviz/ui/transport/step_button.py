"""A button of the transport: one action of the window, with more or fewer letters on it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from nnviz.ui.look.look import Look
from nnviz.ui.look.plain import plain_tip
from nnviz.ui.toolkit.controls import Button

SQUARE = 36
"""The side of a button that only has an icon, in pixels at scale 1."""

ICON = 18
_ANY_WIDTH = 16777215
"""Qt's own limit."""


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
        super().__init__(look, faces[0].text, kind=kind, parent=parent)
        self._step_look = look
        self._action = action
        self._faces = faces
        self._face = 0
        self._shows = Shows.BOTH
        self._usual_kind = kind
        self._icon_after = icon_after
        if icon_after:
            self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.setToolTip(action.toolTip())
        self.setAccessibleName(action.text())
        self.clicked.connect(action.trigger)
        action.changed.connect(lambda: self.setEnabled(action.isEnabled()))
        self.setEnabled(action.isEnabled())
        look.changed.connect(self._show)

    def set_face(self, face: int) -> None:
        """Show another of its faces."""
        if face != self._face:
            self._face = face
            self._show()

    def tell(self, tip: str) -> None:
        """Say in the tool tip what it does just now; "" for what its action always does."""
        if tip:
            self.setToolTip(plain_tip(tip))
        else:
            self.setToolTip(self._action.toolTip())
        self.setAccessibleDescription(tip)

    def show_as(self, shows: Shows) -> None:
        """Show text, icon or both; a face without a text always is its icon."""
        self._shows = shows
        kind = "square" if self._is_square() else self._usual_kind
        if self.property("kind") != kind:
            self.setProperty("kind", kind)
            self.style().unpolish(self)
            self.style().polish(self)
            # The style has put back the font that it first saw.
            self.setFont(self._step_look.font("body"))
        self.fit()

    def fit(self) -> None:
        """Take the width of the widest face in the present style."""
        side = self._step_look.px(SQUARE)
        self.setFixedHeight(side)
        self.setMinimumWidth(0)
        self.setMaximumWidth(_ANY_WIDTH)
        self._show()
        width = self.sizeHint().width()
        if len(self._faces) > 1 and self.text():
            for face in self._faces:
                self.setText(face.text)
                width = max(width, self.sizeHint().width())
            self._show()
        self.setFixedWidth(side if self._is_square() else max(width, side))

    def _is_square(self) -> bool:
        has_text = self._shows is not Shows.ICON and bool(self._faces[0].text)
        return not has_text and not self._usual_kind

    def _show(self) -> None:
        face = self._faces[self._face]
        text = "" if self._shows is Shows.ICON else face.text
        icon = "" if self._shows is Shows.TEXT and face.text else face.icon
        if self._icon_after and text and icon:
            # The usual room between icon and text is on the icon's right, which is the wrong side here.
            self.setText(f"{text}\u00a0\u00a0")
            self.setIcon(self._step_look.icon(icon, pixels=ICON))
            side = self._step_look.px(ICON)
            self.setIconSize(QSize(side, side))
        else:
            self.setText(text)
            self.set_icon_name(icon)
