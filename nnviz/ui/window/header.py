"""The bar at the top of the window: what is open, and the few buttons that are always at hand."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from nnviz.ui.actions.actions import Actions
from nnviz.ui.look.look import Look
from nnviz.ui.toolkit.controls import Button, Text
from nnviz.ui.toolkit.fitting_label import FittingLabel
from nnviz.ui.window.actions.compare import COMPARE_ACTIONS

NOTE_WIDTH = 480
"""Pixels at scale 1 that a note on the experiment has for sure."""


class HeaderBar(QWidget):
    """The name, the experiment's title, the menu, the theme, the keys, and the way to present."""

    def __init__(self, look: Look, actions: Actions, menu: QMenu, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._title = FittingLabel(look, "body", tight=True)
        self._note = FittingLabel(look, "small", "warning")
        self._menu = Button(look, self.tr("Menu"), icon="menu")
        self._menu.setMenu(menu)
        self._compare = Button(look, self.tr("Compare"), icon="fork")
        compare = QMenu(self._compare)
        compare.setToolTipsVisible(True)
        compare.addActions(actions.in_group(COMPARE_ACTIONS))
        self._compare.setMenu(compare)
        self._theme = Button(look, icon="contrast")
        self._keys = Button(look, self.tr("Keys  F1"), icon="keyboard")
        self._present = Button(look, self.tr("Present  F5"), icon="present", kind="primary")
        self._row = QHBoxLayout(self)
        self._row.addWidget(Text(look, "nnviz", role="title", tone="accent"))
        self._row.addWidget(self._title)
        self._row.addWidget(self._note, 1)
        for button, action in (
            (self._menu, None),
            (self._compare, None),
            (self._theme, "theme"),
            (self._keys, "keys"),
            (self._present, "present"),
        ):
            self._row.addWidget(button)
            if action is not None:
                button.setToolTip(actions[action].toolTip())
                button.clicked.connect(actions[action].trigger)
        look.changed.connect(self._restyle)
        self._restyle()

    def set_title(self, title: str) -> None:
        """Show what experiment is open."""
        self._title.set_texts(title)

    def set_note(self, note: str) -> None:
        """Say something about the experiment that must not be overlooked; empty where there is nothing to say."""
        self._note.set_texts(note)
        self._keep_room()

    def note(self) -> str:
        """What is said about the experiment."""
        return self._note.text

    def _keep_room(self) -> None:
        """A long title gives way to what must not be overlooked."""
        self._note.setMinimumWidth(min(self._note.sizeHint().width(), self._look.px(NOTE_WIDTH)) if self.note() else 0)

    def _restyle(self) -> None:
        self._keep_room()
        px = self._look.px
        self._row.setContentsMargins(px(8), px(8), 0, px(9))
        self._row.setSpacing(px(10))
        names = {"light": self.tr("Light"), "dark": self.tr("Dark"), "projector": self.tr("Projector")}
        self._theme.setText(names[self._look.theme.name])
        self._theme.set_icon_name("contrast")
