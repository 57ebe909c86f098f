"""What the window remembers from one time to the next, in the user's preferences."""

from __future__ import annotations

from dataclasses import replace

import msgspec
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow

from nnviz.ui.actions.actions import Actions
from nnviz.ui.look.look import Look, usual_scale
from nnviz.ui.session.controller import Controller
from nnviz.ui.window.docks.panel_docks import PanelDocks
from nnviz.ui.window.on_screen import OnScreen
from nnviz.ui.window.preferences.preference_store import PreferenceStore
from nnviz.ui.window.preferences.preferences import QtState
from nnviz.view import lasting


class Remembering(QObject):
    """Notes how the window stands and looks, and puts it back so."""

    def __init__(
        self,
        store: PreferenceStore,
        look: Look,
        controller: Controller,
        actions: Actions,
        panels: PanelDocks,
        on_screen: OnScreen,
        window: QMainWindow,
    ) -> None:
        super().__init__(window)
        self._store, self._look, self._controller = store, look, controller
        self._actions, self._panels, self._on_screen, self._window = actions, panels, on_screen, window
        # What the type became by itself, until the user sets it: then it tells of a factor.
        self._suited: float | None = None

    def recall(self) -> None:
        """Stand as the last time. From here on, what the look becomes is noted."""
        now, actions = self._store.now, self._actions
        actions["decimal_comma"].setChecked(now.decimal_sign == ",")
        actions["reduced_motion"].setChecked(now.reduced_motion)
        self._look.set_reduced_motion(now.reduced_motion)
        self._on_screen.recall(now.view)
        if now.geometry is not None:
            self._window.restoreGeometry(now.geometry.state)
        self._panels.recall(now.layout.state if now.layout is not None else None, now.view.panels)
        self._look.changed.connect(self._note_look)

    @property
    def knows_the_place(self) -> bool:
        """Whether the window has stood somewhere before."""
        return self._store.now.geometry is not None

    @property
    def usual_scale(self) -> float:
        """The type size that suits the screen."""
        return usual_scale(self._window.screen().geometry().height())

    def follow_screen(self) -> None:
        """Let the type suit the screen that the window is on, now and whenever it moves to another one."""
        self._window.windowHandle().screenChanged.connect(self._suit_screen)
        self._suit_screen()

    def _suit_screen(self) -> None:
        # The user's own factor belongs to no screen: what a small one has no room for is not forgotten on it.
        factor = self._store.now.scale
        self._look.set_usual(self.usual_scale)
        self._look.set_scale(factor * self.usual_scale)
        self._suited = self._look.scale
        self._store.take(replace(self._store.now, scale=factor))

    def _note_look(self) -> None:
        look, now = self._look, self._store.now
        if look.scale != self._suited:
            self._suited = None
        self._store.take(
            replace(
                now,
                theme=look.theme.name,
                scale=now.scale if self._suited is not None else look.scale / self.usual_scale,
                digits=look.numbers.digits,
                decimal_sign=look.numbers.decimal_sign,
                reduced_motion=look.reduced_motion,
            )
        )

    def note_view(self) -> None:
        """Note what is on screen, if the window is; while presenting, the panels are those of before."""
        if self._window.isVisible():
            view = msgspec.structs.replace(self._on_screen.view(), panels=self._panels.arrangement().in_front)
            self._store.take(replace(self._store.now, view=lasting(view)))

    def close(self) -> None:
        """Note all there is to note, and write it."""
        # While presenting, what counts is how everything stood before: brought back now, it would not be laid out yet.
        arrangement = self._panels.arrangement()
        self.note_view()
        self._look.set_presenting(False)
        self._note_look()
        if self._controller.experiment is not None:
            self._store.remember_experiment(self._controller.experiment)
        self._store.take(
            replace(
                self._store.now,
                geometry=QtState.of(arrangement.geometry),
                layout=QtState.of(arrangement.layout),
            )
        )
        self._store.save()
