"""Pictures of the window, drawn by the same widgets that the window has, without a display."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import Self

from PySide6.QtCore import QEvent, QEventLoop, QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from nnviz.engine.errors import NnvizError, PlaceError
from nnviz.engine.experiment import Experiment
from nnviz.language import SOURCE
from nnviz.lecture.states import State
from nnviz.lecture.values import Lecture
from nnviz.parts import WINDOW
from nnviz.recordings.reading import Recording
from nnviz.said import said
from nnviz.sessions.session import Session
from nnviz.ui.app import App, make_application
from nnviz.ui.look.look import Look, usual_scale
from nnviz.ui.pictures.kinds import KINDS, Sitter, image_of
from nnviz.ui.pictures.parts import widget_of
from nnviz.ui.pictures.unpainted import Unpainted
from nnviz.ui.stage.script import Mark
from nnviz.ui.toolkit.uncaught import Uncaught
from nnviz.ui.window.preferences.preference_store import PreferenceStore
from nnviz.view import View
from nnviz.worker.messages import Failure

ROUNDS = 3
"""What comes into sight asks for what it shows; the answer changes what there is room for; then it stands."""


@dataclass(frozen=True)
class Framing:
    """What of the window a picture shows.

    Attributes:
        part: Its name, as ``nnviz.parts`` has it.
        size: Of the part, in pixels; ``None``: as it is in the window.
        zoom: So many pixels for each of the window.
        transparent: Whether the ground that the part lies on is left out.
    """

    part: str = WINDOW
    size: tuple[int, int] | None = None
    zoom: float = 1.0
    transparent: bool = False


WHOLE = Framing()


def render(
    experiment: Experiment | Session | Recording,
    view: View,
    size: tuple[int, int],
    theme: str,
    scale: float = 1.0,
    kind: str = "png",
    language: str = SOURCE,
    framing: Framing = WHOLE,
) -> bytes:
    """The window's picture.

    Args:
        experiment: A complete experiment, a session, or a recording.
        view: What is on screen.
        size: Width and height of the window in pixels.
        theme: ``light``, ``dark`` or ``projector``.
        scale: Of the type: 1 is what suits a screen of that height.
        kind: One of ``KINDS``.
        language: What is spoken.
        framing: What of it is drawn.

    Raises:
        PlaceError: The run has not what the view names, or the part cannot be seen.
    """
    with Drawn(size, theme, scale, kind, language) as drawn:
        drawn.open(experiment)
        drawn.show(view)
        return drawn.picture(kind, framing)


def render_cue(
    state: State,
    size: tuple[int, int],
    theme: str,
    scale: float = 1.0,
    kind: str = "png",
    language: str = SOURCE,
    framing: Framing = WHOLE,
) -> bytes:
    """What the audience sees of a cue: its network, a twin's two, a seed sheet's many, or a text.

    Args:
        state: Of the cue.
        size: Width and height in pixels.
        theme: ``light``, ``dark`` or ``projector``.
        scale: Of the type.
        kind: One of ``KINDS``.
        language: What is spoken; also that of the title and the caption.
        framing: What of it is drawn.

    Raises:
        PlaceError: It cannot be there, or the part cannot be seen.
    """
    with Drawn(size, theme, scale, kind, language) as drawn:
        drawn.give(state, language)
        return drawn.picture(kind, framing)


class Drawn:
    """A window that nobody sees, with what its picture is to show."""

    def __init__(self, size: tuple[int, int], theme: str, scale: float, kind: str, language: str) -> None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        instance = QApplication.instance()
        self._application = instance if isinstance(instance, QApplication) else make_application()
        # A picture depends on what it is asked for, not on how the user's window looks.
        self._app = App(self._application, PreferenceStore(), theme, scale * usual_scale(size[1]), language)
        self._app.look.set_usual(usual_scale(size[1]))
        self.window, self.controller = self._app.window, self._app.controller
        self._failures: list[Failure] = []
        self._faults: list[str] = []
        self._loop = QEventLoop()
        self._uncaught = Uncaught()
        self._uncaught.happened.connect(self._faults.append)
        self._app.look.set_reduced_motion(True)
        if kind != "png":
            self._app.look.set_line_digits(False)
        self._size = QSize(*size)
        self._unpainted = Unpainted()
        self.window.installEventFilter(self._unpainted)
        self.window.setFixedSize(self._size)
        self.window.show()
        for news in (self.controller.snapshot_arrived, self.window.explainer.answered, self.controller.failed):
            news.connect(self._loop.quit)
        self.controller.failed.connect(self._failures.append)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._app.close()
        self._uncaught.close()
        self.window.hide()
        self.window.deleteLater()
        QApplication.sendPostedEvents(self.window, QEvent.Type.DeferredDelete)

    def open(self, what: Experiment | Session | Recording) -> None:
        """Begin a run, or take one up."""
        if isinstance(what, Session):
            self.window.sessions.begin(what)
        elif isinstance(what, Recording):
            self.window.recordings.begin(what)
        else:
            self.window.open(what)
        self._settle()

    @property
    def look(self) -> Look:
        """How it looks."""
        return self._app.look

    def present(self) -> None:
        """Turn it to the audience."""
        self.window.presenting.present(True, whole_screen=False)
        self.window.resize(self._size)

    def give(self, state: State, language: str) -> None:
        """Turn it to the audience, with a cue on the stage.

        Raises:
            PlaceError: It cannot be there.
        """
        lecture = Lecture(format="nnviz-lecture/1", title=state.scene.title, scenes=(state.scene,))
        self.bring(lecture, Mark(cue=state.number), language)

    def bring(self, lecture: Lecture, mark: Mark, language: str) -> None:
        """To a cue of a lecture, in front of the audience; from another one of it without training anew.

        Raises:
            PlaceError: It cannot be there.
        """
        lecturing = self.window.lecturing
        if lecturing.giving:
            lecturing.take(lecture, (), mark)
        else:
            self.present()
            lecturing.failed.connect(self._faults.append)
            lecturing.begin(lecture, language, mark)
        self.complete()

    def go_on(self) -> None:
        """To the next cue or question of the lecture; what may be watched on the way there has not begun."""
        self.window.lecturing.go_on()
        self.complete()

    def be_there(self) -> None:
        """Be at the end of training that could be watched."""
        if self.window.lecturing.is_watching:
            self.window.lecturing.show_share(1.0)
            self.complete()

    def show(self, view: View) -> None:
        """Put a view on screen, whole.

        Raises:
            PlaceError: The run has not what it names.
        """
        self.window.show_view(view)
        self.complete()

    def picture(self, kind: str, framing: Framing = WHOLE) -> bytes:
        """What is on screen, or a part of it, as the content of a file.

        Raises:
            PlaceError: The part cannot be seen.
            NnvizError: Something in it could not be painted.
        """
        part = self._part(framing.part)
        if framing.size is not None and part is not self.window:
            # It leaves the window, which goes anyway, for a frame of its own.
            part.setParent(None)
            part.setFixedSize(*framing.size)
            part.show()
            self.complete()
            keyboard_at = part.focusWidget()
            if keyboard_at is not None:
                # A window of its own gives the keyboard to something in it, which has a ring then.
                keyboard_at.clearFocus()
        sitter = Sitter(part, self._app.look, self.window.windowTitle(), framing.transparent)
        content = KINDS[kind](sitter, framing.zoom)
        self._check()
        return content

    def _check(self) -> None:
        if self._faults:
            raise NnvizError(self._faults[0])

    def pixels(self) -> bytes:
        """What is on screen, four bytes for each of its pixels, painted where it has changed since the last time."""
        self._unpainted.paint(self.window)
        kept = self.window.backingStore().paintDevice()
        if isinstance(kept, QImage) and kept.format() == QImage.Format.Format_RGB32 and kept.size() == self._size:
            return bytes(kept.constBits())
        # A screen whose pixels are others.
        image = image_of(Sitter(self.window, self.look))
        return bytes(image.constBits())

    def _part(self, name: str) -> QWidget:
        part = widget_of(self.window, self.window, name)
        if part is None:
            raise PlaceError(said("Picture", "{part}: there is none on screen").format(part=name))
        return part

    def complete(self) -> None:
        """Have everything that has been asked for."""
        for _ in range(ROUNDS):
            self._settle()
            self.window.complete()
            self._application.processEvents()
        self._check()

    def _settle(self) -> None:
        while not (self.controller.idle and self.window.explainer.idle) and not self._failures:
            self._loop.exec()
        while not (self.window.lecturing.settled or self._failures or self._faults):
            # The right side of a twin has a model of its own.
            self._application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        if self._failures:
            failure = self._failures[0]
            raise PlaceError(failure.text) if failure.refused else NnvizError(failure.text)
