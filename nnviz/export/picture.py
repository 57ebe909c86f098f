"""Pictures of the window, drawn by the same widgets that the window has, without a display."""

from __future__ import annotations

import os

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QEventLoop
from PySide6.QtWidgets import QApplication

from nnviz.engine.errors import NnvizError, PlaceError
from nnviz.engine.experiment import Experiment
from nnviz.engine.networks.network import Architecture
from nnviz.engine.training.record.phases import phase_index
from nnviz.ui.app import App, make_application
from nnviz.ui.look.look import usual_scale
from nnviz.ui.toolkit.uncaught import Uncaught
from nnviz.ui.window.preference_store import PreferenceStore
from nnviz.worker.messages import Failure


def render(experiment: Experiment, iteration: int, phase: str, size: tuple[int, int], theme: str) -> bytes:
    """The window's picture at a place in time, as PNG.

    Args:
        experiment: A complete experiment.
        iteration: Counts from 0.
        phase: A phase's name or label.
        size: Width and height in pixels.
        theme: ``light``, ``dark`` or ``projector``.

    Raises:
        PlaceError: There is no such iteration or phase.
    """
    place = phase_index(phase, Architecture.of(experiment).layers)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    instance = QApplication.instance()
    application = instance if isinstance(instance, QApplication) else make_application()
    # A picture depends on what it is asked for, not on how the user's window looks.
    app = App(application, PreferenceStore(), theme, usual_scale(size[1]))
    window, controller = app.window, app.controller
    uncaught = Uncaught()
    try:
        failures: list[Failure] = []
        faults: list[str] = []
        uncaught.happened.connect(faults.append)
        window.setFixedSize(*size)
        window.show()
        loop = QEventLoop()
        controller.snapshot_arrived.connect(loop.quit)
        controller.failed.connect(failures.append)
        controller.failed.connect(loop.quit)
        window.open(experiment)
        controller.stepping.visit(iteration)
        while not controller.idle and not failures:
            loop.exec()
        if failures:
            raise PlaceError(failures[0].text) if failures[0].refused else NnvizError(failures[0].text)
        controller.stepping.pick_phase(place)
        window.complete()
        application.processEvents()
        picture = window.grab()
        if faults:
            raise NnvizError(faults[0])
    finally:
        app.close()
        uncaught.close()
        window.hide()
        window.deleteLater()
        QApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")
    return bytes(content.data())
