"""Pictures of the window, drawn by the same widgets that the window has, without a display."""

from __future__ import annotations

import os
from collections.abc import Callable
from types import MappingProxyType

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QEventLoop, QMarginsF, QPoint, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QApplication, QWidget

from nnviz.engine.errors import NnvizError, PlaceError
from nnviz.engine.experiment import Experiment
from nnviz.ui.app import App, make_application
from nnviz.ui.look.look import usual_scale
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
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    instance = QApplication.instance()
    application = instance if isinstance(instance, QApplication) else make_application()
    # A picture depends on what it is asked for, not on how the user's window looks.
    app = App(application, PreferenceStore(), theme, scale * usual_scale(size[1]))
    window, controller = app.window, app.controller
    uncaught = Uncaught()
    try:
        failures: list[Failure] = []
        faults: list[str] = []
        uncaught.happened.connect(faults.append)
        app.look.set_reduced_motion(True)
        if kind != "png":
            app.look.set_line_digits(False)
        window.setFixedSize(*size)
        window.show()
        loop = QEventLoop()
        controller.snapshot_arrived.connect(loop.quit)
        window.explainer.answered.connect(loop.quit)
        controller.failed.connect(failures.append)
        controller.failed.connect(loop.quit)

        def settle() -> None:
            while not (controller.idle and window.explainer.idle) and not failures:
                loop.exec()
            if failures:
                raise PlaceError(failures[0].text) if failures[0].refused else NnvizError(failures[0].text)

        window.open(experiment)
        settle()
        window.show_view(view)
        for _ in range(ROUNDS):
            settle()
            window.complete()
            application.processEvents()
        picture = KINDS[kind](window)
        if faults:
            raise NnvizError(faults[0])
        return picture
    finally:
        app.close()
        uncaught.close()
        window.hide()
        window.deleteLater()
        QApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)


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
