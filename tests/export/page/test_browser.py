"""The page in a real browser: its policy lets its own script run, and the numbers are the engine's."""

import re
import shutil
import subprocess

import numpy as np
import pytest

from nnviz.engine import Experiment, Trainer
from nnviz.export.page.page import html
from nnviz.export.page.scenes import experiment_contents

CHROMIUM = shutil.which("chromium")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="there is no chromium that could open the page")


def opened(file, folder):
    """What a browser makes of a file."""
    options = ["--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}", "--virtual-time-budget=1000"]
    ended = subprocess.run(
        [CHROMIUM, *options, "--dump-dom", file.as_uri()], capture_output=True, text=True, check=True, timeout=60
    )
    return ended.stdout


def test_a_browser_computes_the_engines_numbers(tmp_path):
    trainer = Trainer(Experiment.named("circle"))
    trainer.seek(18)
    file = tmp_path / "circle.html"
    file.write_bytes(html(experiment_contents(trainer), {"en": "Circle"}, "en", {"en": lambda _context, text: text}))
    page = opened(file, tmp_path / "profile")
    trainer.seek(18)
    layers = trainer.iterate().layers
    rows = [
        [*layer.W[unit], layer.b[unit], layer.z[0, unit], layer.a[0, unit], layer.delta[0, unit]]
        for layer in layers
        for unit in range(len(layer.b))
    ]
    numbers = [float(each) for each in re.findall(r'data-value="([^"]+)"', page)]
    np.testing.assert_allclose(numbers, np.concatenate(rows), rtol=1e-12, atol=1e-12)
    assert "iteration 18 · epoch 1 · batch 1 of 18" in page
