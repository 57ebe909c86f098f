"""Pictures of the window, drawn by the same widgets that the window has, without a display."""

from __future__ import annotations

import os
from collections.abc import Callable
from types import MappingProxyType
from typing import Self

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QEventLoop, QMarginsF, QPoint, QSize, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QApplication, QWidget

from nnviz.engine.errors import NnvizError, PlaceError
from nnviz.engine.experiment import Experiment
from nnviz.language import SOURCE
from nnviz.lecture.states import State
from nnviz.lecture.values import Lecture
from nnviz.sessions.session import Session
from nnviz.ui.app import App, make_application
from nnviz.ui.look.look import Look, usual_scale
from nnviz.ui.stage.script import Mark
from nnviz.ui.toolkit.uncaught import Uncaught
from nnviz.ui.window.preferences.preference_store import PreferenceStore
from nnviz.view import View
from nnviz.worker.messages import Failure

PIXELS_AN_INCH = 96
POINTS_AN_INCH = 72
ROUNDS = 3
"""What comes into sight asks for what it shows; the answer changes what there is room for; then it stands."""


def render(
    experiment: Experiment | Session,
    view: View,
    size: tuple[int, int],
    theme: str,
    scale: float = 1.0,
    kind: str = "png",
    language: str = SOURCE,
) -> bytes:
    """The window's picture.

    Args:
        experiment: A complete experiment, or a session.
        view: What is on screen.
        size: Width and height in pixels.
        theme: ``light``, ``dark`` or ``projector``.
        scale: Of the type: 1 is what suits a screen of that height.
        kind: One of ``KINDS``.
        language: What is spoken.

    Raises:
        PlaceError: The run has not what the view names.
    """
    with Drawn(size, theme, scale, kind, language) as drawn:
        drawn.open(experiment)
        drawn.show(view)
        return KINDS[kind](drawn.window)


def render_cue(
    state: State, size: tuple[int, int], theme: str, scale: float = 1.0, kind: str = "png", language: str = SOURCE
) -> bytes:
    """What the audience sees of a cue: its network, a twin's two, a seed sheet's many, or a text.

    Args:
        state: Of the cue.
        size: Width and height in pixels.
        theme: ``light``, ``dark`` or ``projector``.
        scale: Of the type.
        kind: One of ``KINDS``.
        language: What is spoken; also that of the title and the caption.

    Raises:
        PlaceError: It cannot be there.
    """
    with Drawn(size, theme, scale, kind, language) as drawn:
        drawn.give(state, language)
        return KINDS[kind](drawn.window)


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

    def open(self, what: Experiment | Session) -> None:
        """Begin a run, or take one up."""
        if isinstance(what, Session):
            self.window.sessions.begin(what)
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
        self._complete()

    def show(self, view: View) -> None:
        """Put a view on screen, whole.

        Raises:
            PlaceError: The run has not what it names.
        """
        self.window.show_view(view)
        self._complete()

    def _complete(self) -> None:
        for _ in range(ROUNDS):
            self._settle()
            self.window.complete()
            self._application.processEvents()
        if self._faults:
            raise NnvizError(self._faults[0])

    def _settle(self) -> None:
        while not (self.controller.idle and self.window.explainer.idle) and not self._failures:
            self._loop.exec()
        while not (self.window.lecturing.idle or self._failures or self._faults):
            # The right side of a twin has a model of its own.
            self._application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        if self._failures:
            failure = self._failures[0]
            raise PlaceError(failure.text) if failure.refused else NnvizError(failure.text)


def _png(window: QWidget) -> bytes:
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    window.grab().save(buffer, "PNG")
    return bytes(content.data())


def _svg(window: QWidget) -> bytes:
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(window.size())
    generator.setViewBox(window.rect())
    generator.setTitle(window.windowTitle())
    with QPainter(generator) as painter:
        window.render(painter, QPoint())
    return bytes(content.data())


def _pdf(window: QWidget) -> bytes:
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(window.windowTitle())
    writer.setResolution(PIXELS_AN_INCH)
    points = QSizeF(window.size()) * (POINTS_AN_INCH / PIXELS_AN_INCH)
    page = QPageSize(points, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch)
    writer.setPageLayout(QPageLayout(page, QPageLayout.Orientation.Portrait, QMarginsF()))
    with QPainter(writer) as painter:
        window.render(painter, QPoint())
    return bytes(content.data())


KINDS: MappingProxyType[str, Callable[[QWidget], bytes]] = MappingProxyType({"png": _png, "svg": _svg, "pdf": _pdf})
"""The kinds of pictures, by the ending of their files. Text stays text in the latter two."""
