"""The type suits the screen that the window is on, and what the user has set belongs to none."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

SCREENS = {
    "screens": [
        {"name": "laptop", "x": 0, "y": 0, "width": 2560, "height": 1440, "logicalDpi": 96, "dpr": 1},
        {"name": "projector", "x": 2560, "y": 0, "width": 1024, "height": 1080, "logicalDpi": 96, "dpr": 1},
    ]
}

SCRIPT = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from nnviz.ui.app import App
from nnviz.ui.window.preferences.preference_store import PreferenceStore

application = QApplication([])
store = PreferenceStore(Path(sys.argv[1]))
app = App(application, store, "light", 1.0)
laptop, projector = application.screens()

def on(screen):
    app.window.setGeometry(screen.geometry().adjusted(100, 100, -300, -300))
    application.processEvents()
    assert app.window.screen() is screen
    return round(app.look.scale, 3), round(store.now.scale, 3)

app.window.resize(800, 600)
app.window.show()
app.window.follow_screen()
print(on(laptop), on(projector))
app.look.set_scale(2.4)
print(on(projector), on(laptop), on(projector), on(laptop))
print(round(store.now.scale, 3))
app.look.smaller()
app.look.larger()
app.window.close()
app.close()
print(round(PreferenceStore(Path(sys.argv[1])).now.scale, 3))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there a path in the name of a platform has a colon")
def test_the_type_follows_the_window_and_one_factor_is_remembered(tmp_path: Path) -> None:
    screens = tmp_path / "screens.json"
    screens.write_text(json.dumps(SCREENS))
    environment = {**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={screens}"}
    command = [sys.executable, "-c", SCRIPT, str(tmp_path / "preferences.json")]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    moved, set_larger, kept, remembered = done.stdout.splitlines() or [done.stderr] * 4
    assert moved == "(1.333, 1.0) (1.0, 1.0)"
    # As large as there is on the laptop, and as it was on the projector again.
    assert set_larger == "(2.4, 2.4) (3.0, 2.4) (2.4, 2.4) (3.0, 2.4)"
    assert kept == "2.4"
    # From the largest, set by hand on the laptop.
    assert remembered == "2.25"
