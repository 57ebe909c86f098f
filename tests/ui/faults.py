"""Run on its own: the whole app, with a fault in one method that Qt calls after the other, and elsewhere.

Prints a line of JSON for each: the method, whether it was reached, and what the window said.
"""

import json
import os
import sys
from threading import Thread
from types import FunctionType

from PySide6.QtCore import QEvent, QEventLoop, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import (
    QContextMenuEvent,
    QEnterEvent,
    QFocusEvent,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QDockWidget,
    QGraphicsItem,
    QGraphicsView,
    QWidget,
)
from shiboken6 import isValid

from nnviz.engine import Experiment
from nnviz.ui import app as nnviz_app
from nnviz.ui.overrides import is_virtual
from nnviz.worker.run import Run

LEFT, NONE, PLAIN = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
HERE = QPointF(5.0, 5.0)


SAID = []
"""Every message that was shown: the next run may put one away."""


def mouse(kind, button=LEFT):
    return lambda widget: QMouseEvent(kind, HERE, widget.mapToGlobal(HERE), button, button, PLAIN)


EVENTS = {
    "resizeEvent": lambda widget: QResizeEvent(widget.size(), widget.size()),
    "keyPressEvent": lambda widget: QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Down, PLAIN),
    "keyReleaseEvent": lambda widget: QKeyEvent(QEvent.Type.KeyRelease, Qt.Key.Key_Down, PLAIN),
    "mousePressEvent": mouse(QEvent.Type.MouseButtonPress),
    "mouseReleaseEvent": mouse(QEvent.Type.MouseButtonRelease),
    "mouseDoubleClickEvent": mouse(QEvent.Type.MouseButtonDblClick),
    "mouseMoveEvent": mouse(QEvent.Type.MouseMove),
    "enterEvent": lambda widget: QEnterEvent(HERE, HERE, widget.mapToGlobal(HERE)),
    "leaveEvent": lambda widget: QEvent(QEvent.Type.Leave),
    "focusInEvent": lambda widget: QFocusEvent(QEvent.Type.FocusIn),
    "focusOutEvent": lambda widget: QFocusEvent(QEvent.Type.FocusOut),
    "changeEvent": lambda widget: QEvent(QEvent.Type.LanguageChange),
    "wheelEvent": lambda widget: QWheelEvent(
        HERE, widget.mapToGlobal(HERE), QPoint(), QPoint(0, 120), NONE, PLAIN, Qt.ScrollPhase.NoScrollPhase, False
    ),
    "contextMenuEvent": lambda widget: QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, HERE.toPoint(), widget.mapToGlobal(HERE.toPoint())
    ),
    "event": lambda widget: QHelpEvent(QEvent.Type.ToolTip, HERE.toPoint(), widget.mapToGlobal(HERE.toPoint())),
}
BY_VIEWPORT = {name for name in EVENTS if name.startswith("mouse")} | {"resizeEvent", "wheelEvent", "contextMenuEvent"}
NOT_HERE = {"dragEnterEvent", "dropEvent", "closeEvent", "dragMoveEvent", "dragLeaveEvent", "timerEvent"}
"""What takes more than an event of its own; and the window is still needed."""


def provoke(thing, name):
    """Let Qt call a method of a widget or of an item, from Python."""
    if isinstance(thing, QGraphicsItem):
        for view in thing.scene().views():
            view.grab()
    elif name in ("showEvent", "hideEvent"):
        thing.hide()
        thing.show()
    elif name in EVENTS:
        # A scroll area hears of these by its viewport.
        target = thing.viewport() if isinstance(thing, QAbstractScrollArea) and name in BY_VIEWPORT else thing
        QApplication.sendEvent(target, EVENTS[name](target))
    elif name in ("sizeHint", "minimumSizeHint"):
        thing.updateGeometry()
        thing.adjustSize()
        getattr(thing, name)()
    elif name == "focusNextPrevChild":
        QApplication.sendEvent(thing, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Tab, PLAIN))
    elif name == "eventFilter":
        for widget in QApplication.allWidgets():
            QApplication.sendEvent(widget, QEvent(QEvent.Type.User))
    elif name == "nextCheckState":
        thing.click()
    elif name == "checkStateSet":
        thing.setChecked(not thing.isChecked())
    else:
        thing.grab()


def overrides(things):
    """Every guarded method of a class of nnviz, with one thing that has it."""
    found = {}
    for thing in things:
        for cls in type(thing).__mro__:
            for name, method in vars(cls).items():
                if cls.__module__.startswith("nnviz") and isinstance(method, FunctionType) and is_virtual(name):
                    if getattr(type(thing), name) is not method:
                        continue  # a class between has it again
                    found.setdefault((cls, name), (thing, method))
    return found


class Planted:
    """A fault in the override under the guard."""

    def __init__(self, method, name):
        self.reached = False
        self._cell = next(cell for cell in method.__closure__ if cell.cell_contents is method.__wrapped__)
        self._before = method.__wrapped__
        # Of a place of its own; raised by Python itself, which has not made an object of it yet.
        code = compile("def fault(*given, **named):\n    reached()\n    [].pop()", f"planted in {name}", "exec")
        space = {"reached": self._reach}
        exec(code, space)
        self._cell.cell_contents = space["fault"]

    def _reach(self):
        self.reached = True

    def pull(self):
        self._cell.cell_contents = self._before


def everything(window):
    """What can be seen first: the rest hears of nothing but what it is sent."""
    for widget in sorted(window.findChildren(QWidget), key=QWidget.isVisible, reverse=True):
        yield widget
        if isinstance(widget, QGraphicsView) and widget.scene() is not None:
            yield from widget.scene().items()
    yield window


def said(window):
    """What the window has said since this was asked last."""
    QApplication.processEvents()
    lines = list(SAID)
    SAID.clear()
    window.messages.clear()
    return " ".join(lines)


def plant_everywhere(window):
    for dock in window.findChildren(QDockWidget):
        # A panel is made when it is first seen.
        dock.show()
        dock.raise_()
        QApplication.processEvents()
    found = overrides(everything(window))
    for (cls, name), (thing, method) in found.items():
        if name in NOT_HERE or not isValid(thing):
            continue
        said(window)
        fault = Planted(method, f"{cls.__name__}.{name}")
        try:
            provoke(thing, name)
            text = said(window)
        finally:
            fault.pull()
        tell(f"{cls.__module__}.{cls.__qualname__}.{name}", fault.reached, text)


def tell(place, reached, text):
    print(json.dumps({"place": place, "reached": reached, "said": text}), flush=True)


def plant_elsewhere(app):
    """In a slot, in a timer, in a thread of Python's, in the model thread: each raises in its own words."""
    window, controller = app.window, app.controller

    def fail(_=None):
        [].index("slot")

    controller.snapshot_arrived.connect(fail)
    controller.stepping.visit(1)
    wait_for(controller)
    controller.snapshot_arrived.disconnect(fail)
    tell("a slot", True, said(window))
    loop = QEventLoop()
    QTimer.singleShot(0, lambda: [].index("timer"))
    QTimer.singleShot(0, loop.quit)
    loop.exec()
    tell("a timer", True, said(window))
    thread = Thread(target=lambda: [].index("thread"))
    thread.start()
    thread.join()
    tell("a thread", True, said(window))
    visit, Run.visit = Run.visit, lambda *_: [].index("model")
    controller.stepping.visit(2)
    wait_for(controller)
    Run.visit = visit
    tell("the model", True, said(window))
    controller.stepping.visit(3)
    wait_for(controller)
    tell("after all that", controller.moment.record.iteration == 3, said(window))


def wait_for(controller):
    """Until nothing is under way."""
    while not controller.idle:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def main():
    window_of = nnviz_app.App.__init__

    def begin(app, *given):
        window_of(app, *given)
        show = app.window.messages._show
        app.window.messages._show = lambda kind, word, text: (SAID.append(text), show(kind, word, text))

        def work(_):
            app.controller.snapshot_arrived.disconnect(work)
            QTimer.singleShot(0, plant)

        def plant():
            try:
                plant_everywhere(app.window)
                plant_elsewhere(app)
            finally:
                app.window.close()

        app.controller.snapshot_arrived.connect(work)

    nnviz_app.App.__init__ = begin
    return nnviz_app.run_window(Experiment.named("circle"), None, None, False)


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    assert QGuiApplication.instance() is None
    sys.exit(main())
