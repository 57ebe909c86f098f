"""A bare PySide6 + pyqtgraph window: what nnviz's start-up and memory are held against. Prints JSON and ends."""

import sys
from time import time

import psutil
import pyqtgraph
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow


class Plot(pyqtgraph.PlotWidget):
    """An empty plot that knows whether it has been painted."""

    painted = False

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.painted = True


class BareWindow(QMainWindow):
    """A window with one empty plot."""

    def __init__(self) -> None:
        super().__init__()
        self.plot = Plot()
        self.setCentralWidget(self.plot)
        self.startup_ms = 0.0

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.UpdateRequest and self.plot.painted and not self.startup_ms:
            self.startup_ms = (time() - psutil.Process().create_time()) * 1e3
            QTimer.singleShot(1000, self.close)
        return done


application = QApplication(sys.argv)
window = BareWindow()
window.showMaximized()
application.exec()
pss = psutil.Process().memory_full_info().pss / 1e6
print(f'{{"startup_ms": {window.startup_ms:.1f}, "pss_mb": {pss:.1f}}}')
