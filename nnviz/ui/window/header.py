"""The bar at the top of the window: what is open, and the few buttons that are always at hand."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from nnviz.ui.actions.actions import Actions
from nnviz.ui.look.look import Look
from nnviz.ui.sharing.button import ShareButton
from nnviz.ui.toolkit.controls import Button, Text
from nnviz.ui.toolkit.fitting import LITTLE_SMALLER
from nnviz.ui.toolkit.fitting_label import FittingLabel
from nnviz.ui.window.actions.compare import COMPARE_ACTIONS

NOTE_WIDTH = 480
"""Pixels at scale 1 that a note on the experiment has for sure where there is as much."""

TITLE_WIDTH = 80
"""Less is no use to a title."""


class HeaderBar(QWidget):
    """The name, the experiment's title, the menu, the theme, the keys, and the way to present.

    Where there is little room its buttons say less, down to their icons, so that a note on the experiment can be read.
    """

    def __init__(self, look: Look, actions: Actions, menu: QMenu, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._name = Text(look, "nnviz", role="title", tone="accent")
        self._title = FittingLabel(look, "body", tight=True)
        self._note = FittingLabel(look, "small", "warning")
        self._menu = Button(look, icon="menu")
        self._menu.setMenu(menu)
        self._menu.setToolTip(self.tr("Menu"))
        self._compare = Button(look, icon="fork")
        compare = QMenu(self._compare)
        compare.setToolTipsVisible(True)
        compare.addActions(actions.in_group(COMPARE_ACTIONS))
        self._compare.setMenu(compare)
        self._compare.setToolTip(self.tr("Compare"))
        self._share = ShareButton(look, actions)
        self._theme = Button(look, icon="contrast")
        self._keys = Button(look, icon="keyboard")
        self._present = Button(look, icon="present", kind="primary")
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._name)
        self._row.addWidget(self._title)
        self._row.addWidget(self._note, 1)
        for button, action in (
            (self._menu, None),
            (self._compare, None),
            (self._share, None),
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
        self._share_out()

    def set_note(self, note: str) -> None:
        """Say something about the experiment that must not be overlooked; empty where there is nothing to say."""
        self._note.set_texts(note)
        self._share_out()

    def note(self) -> str:
        """What is said about the experiment."""
        return self._note.text

    # ---- who has how much room -----------------------------------------------------------------------------------

    def _wordings(self) -> list[tuple[str | None, ...]]:
        """What the buttons say, the least last; at the end not all of them are there, as the menu has the same."""
        names = {"light": self.tr("Light"), "dark": self.tr("Dark"), "projector": self.tr("Projector")}
        menu, compare, share = self.tr("Menu"), self.tr("Compare"), self.tr("Share")
        keys, present = self.tr("Keys"), self.tr("Present")
        return [
            (menu, compare, share, names[self._look.theme.name], f"{keys}  F1", f"{present}  F5"),
            (menu, compare, share, "", "", present),
            (menu, compare, "", "", "", present),
            (menu, "", "", "", "", present),
            (menu, "", "", "", "", ""),
            ("", "", "", "", "", ""),
            ("", "", None, "", "", ""),
        ]

    def _say(self, texts: tuple[str | None, ...]) -> int:
        """Let the buttons say this. Returns how much room that leaves, beside the name."""
        margins = self._row.contentsMargins()
        room = self.width() - margins.left() - margins.right() - self._name.sizeHint().width() - self._row.spacing()
        buttons = (self._menu, self._compare, self._share, self._theme, self._keys, self._present)
        for button, text, name in zip(buttons, texts, self._wordings()[0], strict=True):
            button.setVisible(text is not None)
            if text is None:
                continue
            if button.text() != text:
                button.set_text(text)
            button.setAccessibleName(name or "")
            room -= button.sizeHint().width() + self._row.spacing()
        return room

    def _share_out(self) -> None:
        """Give the note what it needs; the title has what is left, and is in the window's title as well."""
        px = self._look.px
        note = self._note.sizeHint().width() if self.note() else 0
        wanted = min(round(note * LITTLE_SMALLER) + 1, px(NOTE_WIDTH))
        room = next((room for room in map(self._say, self._wordings()) if room >= wanted), None)
        if room is None:
            room = self._say(self._wordings()[-1])
        # A title that has no room for its shortest is left out whole.
        title = min(px(TITLE_WIDTH), self._title.sizeHint().width()) + self._row.spacing() if self._title.text else 0
        shown = 0 < title <= room - wanted
        self._title.setVisible(shown)
        self._note.setMinimumWidth(max(0, min(note, room - title * shown)))

    def _restyle(self) -> None:
        px = self._look.px
        self._row.setContentsMargins(px(8), px(8), 0, px(9))
        self._row.setSpacing(px(10))
        self._share_out()

    # ---- Qt ------------------------------------------------------------------------------------------------------

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(200), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_out()
