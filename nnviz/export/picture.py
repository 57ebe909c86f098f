"""Pictures of the window, drawn by the same widgets that the window has, without a display."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from types import MappingProxyType
from typing import Self

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QEventLoop, QMarginsF, QPoint, QSize, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter, QPdfWriter, QPixmap
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QApplication, QWidget

from nnviz.engine.errors import NnvizError, PlaceError
from nnviz.engine.experiment import Experiment
from nnviz.engine.training.timeline.events import Event
from nnviz.lecture.runs import Runs
from nnviz.lecture.states import State
from nnviz.ui.app import App, make_application
from nnviz.ui.look.look import usual_scale
from nnviz.ui.session.place import Place
from nnviz.ui.toolkit.uncaught import Uncaught
from nnviz.ui.window.preference_store import PreferenceStore
from nnviz.view import View
from nnviz.worker.messages import Failure

PIXELS_AN_INCH = 96
POINTS_AN_INCH = 72
ROUNDS = 3
"""What comes into sight asks for what it shows; the answer changes what there is room for; then it stands."""


def render(
    experiment: Experiment, view: View, size: tuple[int, int], theme: str, scale: float = 1.0, kind: str = "png"
) -> bytes:
    """The window's picture.

    Args:
        experiment: A complete experiment.
        view: What is on screen.
        size: Width and height in pixels.
        theme: ``light``, ``dark`` or ``projector``.
        scale: Of the type: 1 is what suits a screen of that height.
        kind: One of ``KINDS``.

    Raises:
        PlaceError: The run has not what the view names.
    """
    with _Drawn(size, theme, scale, kind) as drawn:
        drawn.open(experiment)
        drawn.show(view)
        return KINDS[kind](drawn.window)


def render_cue(
    state: State, size: tuple[int, int], theme: str, scale: float = 1.0, kind: str = "png", language: str = "en"
) -> bytes:
    """What the audience sees of a cue: its network, or a twin's two side by side; of a seed sheet the first one.

    Args:
        state: Of the cue.
        size: Width and height in pixels.
        theme: ``light``, ``dark`` or ``projector``.
        scale: Of the type.
        kind: One of ``KINDS``.
        language: Of the title and the caption.

    Raises:
        PlaceError: There is no network.
    """
    shown = 2 if state.scene.twin is not None else 1
    sides = state.sides[:shown]
    if not sides:
        raise PlaceError(f"scene {state.scene.id} is a text, and has no network to draw")
    # A run may stop before it is as far as the cue says: where, only a run of it knows.
    views = Runs().bring_to(state).views[:shown]
    if len(sides) > 1 and kind != "png":
        raise PlaceError(f"scene {state.scene.id} is a twin, which is drawn as PNG only")
    pictures = []
    for side, view in zip(sides, views, strict=True):
        # One after the other: a window that is made anew dresses the whole application.
        with _Drawn((size[0] // len(sides), size[1]), theme, scale, kind) as drawn:
            drawn.open(side.experiment)
            for happening in side.happenings:
                drawn.change(happening.iteration, happening.events)
            drawn.present(state, language)
            drawn.show(view)
            pictures.append(KINDS[kind](drawn.window))
    return pictures[0] if len(pictures) == 1 else _side_by_side(pictures, QSize(*size))


class _Drawn:
    """A window that nobody sees, with what its picture is to show."""

    def __init__(self, size: tuple[int, int], theme: str, scale: float, kind: str) -> None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        instance = QApplication.instance()
        self._application = instance if isinstance(instance, QApplication) else make_application()
        # A picture depends on what it is asked for, not on how the user's window looks.
        self._app = App(self._application, PreferenceStore(), theme, scale * usual_scale(size[1]))
        self.window, self._controller = self._app.window, self._app.controller
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
        for news in (self._controller.snapshot_arrived, self.window.explainer.answered, self._controller.failed):
            news.connect(self._loop.quit)
        self._controller.failed.connect(self._failures.append)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._app.close()
        self._uncaught.close()
        self.window.hide()
        self.window.deleteLater()
        QApplication.sendPostedEvents(self.window, QEvent.Type.DeferredDelete)

    def open(self, experiment: Experiment) -> None:
        """Begin a run."""
        self.window.open(experiment)
        self._settle()

    def change(self, iteration: int, events: Sequence[Event]) -> None:
        """Let something happen before an iteration."""
        self._controller.go_to(Place(iteration))
        self._settle()
        self._controller.editing.let_happen(events)
        self._settle()

    def present(self, state: State, language: str) -> None:
        """Turn it to the audience, with the scene's title and the cue's caption."""
        scene, cue = state.scene, state.cue
        self.window.presenting.present(True)
        # Full screen is as large as the screen that there is not.
        self.window.showNormal()
        self.window.resize(self._size)
        number = "" if scene.slide is None else f"{scene.slide}  "
        self.window.stage_head.set_title(number + scene.title.text(language))
        self.window.stage_foot.set_caption((cue.say.text(language), cue.more.text(language)))

    def show(self, view: View) -> None:
        """Put a view on screen, whole.

        Raises:
            PlaceError: The run has not what it names.
        """
        self.window.show_view(view)
        for _ in range(ROUNDS):
            self._settle()
            self.window.complete()
            self._application.processEvents()
        if self._faults:
            raise NnvizError(self._faults[0])

    def _settle(self) -> None:
        while not (self._controller.idle and self.window.explainer.idle) and not self._failures:
            self._loop.exec()
        if self._failures:
            failure = self._failures[0]
            raise PlaceError(failure.text) if failure.refused else NnvizError(failure.text)


def _side_by_side(pictures: Sequence[bytes], size: QSize) -> bytes:
    """PNG pictures of one size, as one."""
    whole = QPixmap(size)
    whole.fill()
    with QPainter(whole) as painter:
        for place, each in enumerate(pictures):
            painter.drawImage(place * (size.width() // len(pictures)), 0, QImage.fromData(each))
    return _saved(whole)


def _png(window: QWidget) -> bytes:
    return _saved(window.grab())


def _saved(picture: QPixmap) -> bytes:
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")
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
