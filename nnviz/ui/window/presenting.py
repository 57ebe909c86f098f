"""Presenting: full screen, large type, panels out of the way; and back to how it was."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMainWindow, QWidget

from nnviz.ui.actions.actions import Actions
from nnviz.ui.look.look import Look
from nnviz.ui.session.stepping import Stepping
from nnviz.ui.stage.curtain import Curtain
from nnviz.ui.toolkit.message_bar import MessageBar
from nnviz.ui.window.panel_docks import PanelDocks


class Presenting(QObject):
    """Turns a window to the audience.

    Signals:
        changed(): It begins, or is over.
    """

    changed = Signal()

    def __init__(
        self,
        look: Look,
        panels: PanelDocks,
        header: QWidget,
        messages: MessageBar,
        actions: Actions,
        stepping: Stepping,
        window: QMainWindow,
    ) -> None:
        super().__init__(window)
        self._look, self._panels, self._header = look, panels, header
        self._messages, self._actions, self._window = messages, actions, window
        self._stepping = stepping
        self._curtain = Curtain(window)

    def present(self, presenting: bool) -> None:
        """Begin, or come back."""
        if presenting == self._look.presenting:
            return
        if presenting:
            self._panels.before_presenting()
            self._header.hide()
            self._look.set_presenting(True)
            self._window.showFullScreen()
        else:
            self._curtain.hide()
            self._look.set_presenting(False)
            self._header.show()
            if self._panels.after_presenting():
                self._window.showMaximized()
            else:
                self._window.showNormal()
        self._actions["present"].setChecked(presenting)
        self.changed.emit()

    @property
    def is_blank(self) -> bool:
        """Whether the audience sees nothing."""
        return not self._curtain.isHidden()

    def blank(self) -> None:
        """Black for the audience, or back."""
        self._curtain.toggle()

    def go_on(self) -> None:
        """One step on; what is blank is seen again first."""
        if self.is_blank:
            self._curtain.hide()
        else:
            self._stepping.step()

    def go_back(self) -> None:
        """One step back; what is blank is seen again first."""
        if self.is_blank:
            self._curtain.hide()
        else:
            self._stepping.step_back()

    def leave(self) -> None:
        """One layer: the blank, a message, the panels that are shown while presenting, then presenting itself."""
        if self.is_blank:
            self._curtain.hide()
        elif self._messages.text():
            self._messages.dismiss()
        elif self._look.presenting and self._panels.shown():
            self._panels.hide_all()
        elif self._look.presenting:
            self.present(False)
