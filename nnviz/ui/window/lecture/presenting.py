"""Presenting: full screen, large type, panels out of the way; and back to how it was."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMainWindow, QWidget

from nnviz.ui.actions.actions import Actions
from nnviz.ui.look.look import Look
from nnviz.ui.session.stepping import Stepping
from nnviz.ui.stage.page import TextPage
from nnviz.ui.stage.scene_list import SceneList
from nnviz.ui.toolkit.message_bar import MessageBar
from nnviz.ui.window.docks.panel_docks import PanelDocks
from nnviz.ui.window.lecture.backstage import Backstage
from nnviz.ui.window.lecture.lecturing import Lecturing
from nnviz.ui.window.lecture.pointing import Pointing
from nnviz.worker.explainer import ExplainerLink


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
        page: TextPage,
        pointing: Pointing,
        explainer: ExplainerLink,
        actions: Actions,
        stepping: Stepping,
        lecturing: Lecturing,
        window: QMainWindow,
    ) -> None:
        super().__init__(window)
        self._look, self._panels, self._header = look, panels, header
        self._messages, self._actions, self._window = messages, actions, window
        self._stepping, self._lecturing, self._pointing = stepping, lecturing, pointing
        pointing.clicked.connect(self.go_on)
        self._page = page
        self.backstage = Backstage(look, lecturing, explainer, window)
        self._curtain, self._still = self.backstage.curtain, self.backstage.still
        self.scenes = SceneList(look, window)
        self.scenes.scene_picked.connect(lecturing.go_to_scene)

    def present(self, presenting: bool, whole_screen: bool = True) -> None:
        """Begin, or come back; without the whole screen for a call that shares one window."""
        if presenting == self._look.presenting:
            return
        if presenting:
            self._panels.before_presenting()
            self._header.hide()
            self.backstage.open(whole_screen)
            self._look.set_presenting(True, self.backstage.height(whole_screen))
        else:
            self.backstage.close()
            self.scenes.hide()
            self._look.set_presenting(False)
            self._header.show()
            self.backstage.bring_home(self._panels.was_maximised)
            if not self._lecturing.giving:
                self._panels.come_back()
        self._actions["present"].setChecked(presenting)
        self.changed.emit()

    @property
    def is_blank(self) -> bool:
        """Whether the audience sees nothing."""
        return not self._curtain.isHidden()

    def blank(self) -> None:
        """Black for the audience, or back."""
        self._curtain.toggle()
        self.backstage.show_marks()

    def freeze(self) -> None:
        """The audience goes on seeing what is on screen now, while one goes elsewhere; or sees all again."""
        if self._still.isHidden():
            self._still.hold(self.backstage.beneath())
        else:
            self._still.hide()
        self.backstage.show_marks()

    def present_from_here(self) -> None:
        """Begin with what is on screen; the time counts from here."""
        if not self._look.presenting:
            self.present(True)
            self.backstage.count_from_here()

    def go_on(self) -> None:
        """The next cue, without a lecture the next step; what is blank is seen again first."""
        self._go(self._lecturing.go_on, self._stepping.step)

    def go_back(self) -> None:
        """The cue before, or the step before."""
        self._go(self._lecturing.go_back, self._stepping.step_back)

    def go_far_on(self) -> None:
        """The next scene, without a lecture the next iteration."""
        self._go(self._lecturing.next_scene, self._stepping.step_iteration)

    def go_far_back(self) -> None:
        """The scene before, or the iteration before."""
        self._go(self._lecturing.previous_scene, self._stepping.step_iteration_back)

    def reach(self) -> None:
        """The next picture that opens a scene again; where there is none, nothing: no key is to lead out of reach."""
        self._page.reach_next()

    def list_scenes(self) -> None:
        """The scenes, in the console if it is there, or away again; without a lecture what the key means else."""
        listed = self.backstage.scene_list or self.scenes
        if listed.isVisible():
            listed.hide()
        elif self._lecturing.giving:
            self._lecturing.list_scenes(listed)
            listed.activateWindow()
        else:
            self._actions["panel_gradient_flow"].trigger()

    def enter(self) -> None:
        """Open the picture that Tab has led to; where it has led to none, go on."""
        if not self._page.open_reached():
            self.go_on()

    def again(self) -> None:
        """The scene from its beginning; without a lecture nothing: no key is to throw a run away."""
        self._go(self._lecturing.restart_scene, lambda: None)

    def _go(self, in_lecture: Callable[[], None], otherwise: Callable[[], None]) -> None:
        if self.is_blank:
            self.blank()
        elif self._lecturing.giving:
            in_lecture()
        else:
            otherwise()

    def leave(self) -> bool:
        """One layer: the blank, what is frozen or pointed with, the list, a message, panels, the script, presenting.

        Returns whether there was any.
        """
        if self.is_blank:
            self.blank()
        elif not self._still.isHidden():
            self.freeze()
        elif self._pointing.peel():
            pass
        elif (listed := self.backstage.scene_list or self.scenes).isVisible():
            listed.hide()
        elif self._messages.text():
            self._messages.dismiss()
        elif self._look.presenting and set(self._panels.shown()).difference(self._lecturing.panels):
            self._panels.show_only(self._lecturing.panels)
        elif self._look.presenting and self._lecturing.departure.left:
            self._lecturing.return_to_script()
        elif self._look.presenting:
            self.present(False)
        else:
            return False
        return True
