"""Pointing at what the audience sees: a light, a pen whose strokes stay with the cue, and what is seen large."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMainWindow

from nnviz.sessions.on_stage import Drawing, Surface
from nnviz.ui.look.look import Look
from nnviz.ui.session.controller import Controller
from nnviz.ui.stage.clicks import StageClicks
from nnviz.ui.stage.glass import Glass
from nnviz.ui.stage.hands import question_of
from nnviz.ui.window.lecture.lecturing import Lecturing
from nnviz.view import place_of


class Pointing(QObject):
    """What is asked for by keys and by the mouse, while presenting.

    Args:
        clicks: Those on what is not seen through the glass.

    Attributes:
        glass: What it is all seen through.

    Signals:
        clicked(): Somebody clicked on the stage, and pointed at nothing by it.
    """

    clicked = Signal()

    def __init__(
        self, look: Look, controller: Controller, lecturing: Lecturing, clicks: StageClicks, window: QMainWindow
    ) -> None:
        super().__init__(window)
        self._look, self._controller, self._lecturing = look, controller, lecturing
        self._scene = ""
        self._presenting = False
        self.glass = Glass(look, window)
        for heard in (clicks.clicked, self.glass.clicked):
            heard.connect(self.clicked)
        clicks.wheeled.connect(self.glass.turn)
        look.changed.connect(self._follow_stage)
        lecturing.moved.connect(self._look_again)
        controller.moment_changed.connect(self._look_again)

    def take_up(self, drawings: Iterable[Drawing]) -> None:
        """This was drawn, and nothing else."""
        self.glass.ink.take_up(drawings)
        if self._presenting:
            self.glass.lie_over()

    def toggle_light(self) -> None:
        """All but what the pointer is at is dimmed, or seen again."""
        self.glass.set_lit(not self.glass.lit)

    def toggle_pen(self) -> None:
        """The pointer is a pen, or a pointer."""
        self.glass.set_drawing(not self.glass.drawing)

    def enlarge(self, steps: float) -> None:
        """What is pointed at larger, or smaller: the light while it is on, else the stage."""
        if self.glass.lit:
            self.glass.widen(steps)
        else:
            self.glass.enlarge(steps)

    def see_all(self) -> None:
        """The whole stage."""
        self.glass.see_all()

    def peel(self) -> bool:
        """Put one of them away: the pen, the light, what is large. Returns whether there was one."""
        glass = self.glass
        if glass.drawing:
            glass.set_drawing(False)
        elif glass.lit:
            glass.set_lit(False)
        elif not glass.lens.is_plain:
            glass.see_all()
        else:
            return False
        return True

    def _follow_stage(self) -> None:
        """Presenting begins, or is over."""
        if self._look.presenting == self._presenting:
            return
        self._presenting = self._look.presenting
        if self._presenting:
            self._look_again()
            self.glass.lie_over()
        else:
            self.glass.put_away()

    def _look_again(self, _: object = None) -> None:
        """What is on screen may be something else: its strokes are to be seen, and all of another scene."""
        if not self._presenting:
            return
        place = self._place()
        if place.scene != self._scene:
            self._scene = place.scene
            self.glass.see_all()
        if self.glass.ink.show_place(place):
            self.glass.lie_over()

    def _place(self) -> Surface:
        """The spot of a lecture that is shown; without one, the step of the run."""
        script, moment = self._lecturing.script, self._controller.moment
        if script is not None:
            spot = script.here
            return Surface(
                scene=spot.scene.id, cue=spot.cue, question=question_of(spot.ask) if spot.ask is not None else ""
            )
        if moment is None:
            return Surface()
        record = moment.record
        return Surface(at=place_of(record.iteration, moment.step, len(record.layers)))
