"""Run on its own: the app with every thread that it has at work, left in one of many ways."""

import os
import signal
import sys
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication
from shiboken6 import Shiboken

from nnviz.engine import Experiment
from nnviz.ui import app as nnviz_app
from nnviz.ui.window.main_window import MainWindow


def interrupt(app):
    os.kill(os.getpid(), signal.SIGINT)


def quit_at_once(app):
    QApplication.quit()


def close(app):
    app.window.close()


def leave_python(app):
    sys.exit(0)


def destroy(app):
    Shiboken.delete(app.window)
    QApplication.quit()


def destroy_and_leave(app):
    Shiboken.delete(app.window)
    sys.exit(0)


WAYS = {way.__name__: way for way in (close, interrupt, quit_at_once, leave_python, destroy, destroy_and_leave)}


def put_everything_to_work(app):
    """Training, an explanation, two halves of a twin, a sweep and a table: each on its thread."""
    window = app.window
    window.comparisons.open_seeds()
    window.comparisons.open_twin()
    window.opening.open_file(Path(sys.argv[2]))
    for _ in range(20):
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
    app.controller.toggle_training()


def main():
    way = sys.argv[1]
    if way == "construction":
        MainWindow._restyle = lambda window: [].pop()
        return nnviz_app.run_window(Experiment.named("circle"), None, None, False)
    build = nnviz_app.App.__init__

    def begin(app, *given):
        build(app, *given)

        def work(_):
            app.controller.snapshot_arrived.disconnect(work)
            QTimer.singleShot(0, lambda: put_everything_to_work(app))
            QTimer.singleShot(0, lambda: WAYS[way](app))

        app.controller.snapshot_arrived.connect(work)

    nnviz_app.App.__init__ = begin
    return nnviz_app.run_window(Experiment.named("circle"), None, None, False)


if __name__ == "__main__":
    sys.exit(main())
