"""The engine is a library of its own: it works where Qt is not installed."""

import subprocess
import sys

SCRIPT = """
import sys

class Refuse:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {"PySide6", "shiboken6", "pyqtgraph", "ziamath"}:
            raise ImportError(f"{name} is not to be imported")

sys.meta_path.insert(0, Refuse())
from nnviz.engine import Experiment, Trainer

trainer = Trainer(Experiment.named("circle"))
record = trainer.iterate()
trainer.run(iterations=100)
trainer.seek(iteration=17)
print(trainer.parameters()[0][0].shape, len(trainer.history), record.iteration)
assert not any(name.startswith(("PySide6", "pyqtgraph", "psutil", "pandas")) for name in sys.modules)
"""


def test_the_engine_imports_trains_and_travels_without_qt():
    result = subprocess.run([sys.executable, "-W", "error", "-c", SCRIPT], capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    assert result.stdout == "(4, 2) 1 0\n"


def test_sweeps_are_imported_when_they_are_asked_for():
    script = """
import sys
import nnviz.engine
assert "nnviz.engine.sweeps" not in sys.modules
from nnviz.engine import *
from nnviz.engine import Sweep
assert set(nnviz.engine.__all__) <= set(globals())
print(len(Sweep(Experiment.named("xor4"), seeds=3).members))
"""
    result = subprocess.run([sys.executable, "-W", "error", "-c", script], capture_output=True, text=True, check=False)
    assert (result.stdout, result.stderr) == ("3\n", "")
