"""The app lives through faults of its own: planted one by one in the real window, in a process of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

LONGEST = 180.0


@pytest.fixture(scope="module")
def process(tmp_path_factory):
    return subprocess.run(
        [sys.executable, "-X", "faulthandler", str(Path(__file__).with_name("faults.py"))],
        env={**os.environ, "XDG_CONFIG_HOME": str(tmp_path_factory.mktemp("config"))},
        capture_output=True,
        text=True,
        timeout=LONGEST,
        check=False,
    )


@pytest.fixture(scope="module")
def faults(process):
    """What was reached, and what the window said of it."""
    told = [json.loads(line) for line in process.stdout.splitlines()]
    return {fault["place"]: fault["said"] for fault in told if fault["reached"]}


def test_the_app_lives_until_it_is_closed(process):
    assert process.returncode == 0, process.stderr[-3000:]


def test_the_window_says_each_fault_in_what_qt_calls(faults):
    handlers = {place: text for place, text in faults.items() if place.startswith("nnviz.")}
    assert {place: text for place, text in handlers.items() if "IndexError: pop from empty list" not in text} == {}
    assert len(handlers) > 100
    assert sum(place.endswith(".paintEvent") for place in handlers) > 20


@pytest.mark.parametrize("where", ["slot", "timer", "thread", "model"])
def test_the_window_says_a_fault_anywhere_else(faults, where):
    place = "the model" if where == "model" else f"a {where}"
    assert f"ValueError: '{where}' is not in list" in faults[place]


def test_the_run_goes_on_afterwards(faults):
    assert faults["after all that"] == ""
