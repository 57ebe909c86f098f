"""Panels are read when they are first seen: the first picture does not wait for the others."""

import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from nnviz.ui.window.docks.docks import PanelDock

IMPORTED = """
import sys

def panels():
    return sorted(name for name in sys.modules if name.startswith("nnviz.ui.panels.") and name.count(".") == 4
                  and name.endswith(".panel"))
"""

WITHOUT_A_WINDOW = f"""{IMPORTED}
import nnviz.ui.app
print(*panels())
"""

WITH_A_WINDOW = f"""{IMPORTED}
from pathlib import Path
from nnviz.engine.experiment import Experiment
from nnviz.ui.app import App, make_application
from nnviz.ui.window.preferences.preference_store import PreferenceStore

application = make_application()
app = App(application, PreferenceStore(Path(sys.argv[1])), "light", 0.75)

def end(_):
    app.window.frame_painted.disconnect(end)
    app.window.complete()
    print(*panels())
    application.quit()

app.window.frame_painted.connect(end)
app.window.open(Experiment.named("circle"))
app.window.resize(1280, 720)
app.window.show()
application.exec()
app.close()
"""


def panels_read(program: str, *arguments: str) -> list[str]:
    """The panels whose modules a program of its own has read at the end."""
    ran = subprocess.run([sys.executable, "-c", program, *arguments], capture_output=True, text=True, timeout=120)
    assert ran.returncode == 0, ran.stderr
    return ran.stdout.split()


def test_the_application_reads_no_panel_before_there_is_a_window() -> None:
    assert panels_read(WITHOUT_A_WINDOW) == []


def test_the_window_reads_the_panels_in_front_and_no_others(tmp_path: Path) -> None:
    in_front = ["experiment", "explain", "loss", "saturation"]
    assert panels_read(WITH_A_WINDOW, str(tmp_path / "none.json")) == [
        f"nnviz.ui.panels.{name}.panel" for name in in_front
    ]


def test_a_panel_is_made_in_one_turn_and_put_in_its_place_in_the_next(qtbot: QtBot) -> None:
    window, made = QMainWindow(), list[QWidget]()
    qtbot.addWidget(window)

    def make() -> QWidget:
        made.append(QWidget())
        return made[-1]

    dock = PanelDock("loss", "Loss", make, window)  # type: ignore[arg-type]  # any widget will do
    window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, dock)
    window.show()
    qtbot.waitUntil(lambda: dock.is_in_front)
    assert dock.begin() and len(made) == 1 and dock.panel is None
    assert dock.begin() and dock.panel is made[0] and made[0].isVisible()
    assert not dock.begin() and len(made) == 1
