"""The tour in the window: its panel stands at the left of everything, wherever a lecture is not on the stage."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Signal
from PySide6.QtWidgets import QMainWindow

from nnviz.ui.look.look import Look
from nnviz.ui.toolkit.message_bar import MessageBar
from nnviz.ui.tour.panel import TourPanel
from nnviz.ui.window.docks.panel_docks import PanelDocks
from nnviz.ui.window.lecture.lecturing import Lecturing
from nnviz.view import PanelName

GAP = 12


class Touring(QObject):
    """Shows a lecture beside the window's controls, all of them live.

    Signals:
        changed(): A tour begins, or is over, or gives way to the stage.
    """

    changed = Signal()

    def __init__(
        self, look: Look, lecturing: Lecturing, panels: PanelDocks, messages: MessageBar, window: QMainWindow
    ) -> None:
        super().__init__(window)
        self._look, self._lecturing, self._panels, self._window = look, lecturing, panels, window
        self.panel = TourPanel(look, window)
        self.panel.hide()
        self.panel.next_wanted.connect(lecturing.go_on)
        self.panel.back_wanted.connect(lecturing.go_back)
        self.panel.return_wanted.connect(lecturing.return_to_script)
        self.panel.end_wanted.connect(lecturing.end)
        self.panel.scene_picked.connect(lecturing.go_to_scene)
        self.panel.fault_picked.connect(messages.show_warning)
        lecturing.moved.connect(self._follow)
        lecturing.departure.changed.connect(self._follow_departure)
        look.changed.connect(self._place)
        window.installEventFilter(self)

    @property
    def on(self) -> bool:
        """Whether a tour is on screen."""
        return not self.panel.isHidden()

    @property
    def room(self) -> int:
        """The pixels at the left of the window that it takes."""
        return self.panel.width() + self._look.px(GAP) if self.on else 0

    def follow_stage(self) -> None:
        """The stage begins, or is over: the lecture goes on there or here."""
        self.show()
        self._lecturing.show_here()

    def begin_with(self, panels: tuple[PanelName, ...]) -> None:
        """Be there before the scene is, with panels that are shown meanwhile."""
        self._follow()
        self._panels.show_only(panels)

    def show(self) -> None:
        """Be a tour where a lecture is given in the window; give way to the stage, or at the lecture's end."""
        touring = self._lecturing.giving and not self._look.presenting
        if touring == self.on:
            return
        if touring:
            self._panels.keep()
            self.panel.show()
        else:
            self.panel.hide()
            if not self._look.presenting:
                self._panels.come_back()
        self._place()
        self.changed.emit()

    def _follow(self) -> None:
        script = self._lecturing.script
        if script is not None:
            self.panel.show_spot(script, self._lecturing.language, self._lecturing.problems)
        self.show()
        if self.on and script is not None and script.here.scene.kind == "text":
            # A text has no network that panels could be about.
            self._panels.show(())

    def _follow_departure(self) -> None:
        self.panel.show_departed(self._lecturing.departure.left)

    def _place(self) -> None:
        if self.on:
            gap = self._look.px(GAP)
            self.panel.setGeometry(QRect(gap, gap, self.panel.width(), self._window.height() - 2 * gap))
            self.panel.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._window:
            self._place()
        return super().eventFilter(watched, event)
