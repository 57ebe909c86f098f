"""However the app is left, its threads end with it: nothing hangs, and nothing is destroyed while it runs."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

LONGEST = 120.0


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "table.csv"
    path.write_text("a,b,y\n" + "".join(f"{row % 7},{row % 5},{row % 2}\n" for row in range(200)))
    return path


def left(way, table):
    """How the process ended, and what it said on standard error."""
    process = subprocess.run(
        [sys.executable, "-X", "faulthandler", str(Path(__file__).with_name("endings.py")), way, str(table)],
        env={**os.environ, "XDG_CONFIG_HOME": str(table.parent)},
        capture_output=True,
        text=True,
        timeout=LONGEST,
        check=False,
    )
    return process.returncode, process.stderr


@pytest.mark.parametrize("way", ["close", "interrupt", "quit_at_once", "leave_python", "destroy", "destroy_and_leave"])
def test_left_while_everything_is_at_work(way, table):
    status, said = left(way, table)
    assert (status, "QThread" in said, "Traceback" in said) == (0, False, False), said[-3000:]


def test_a_window_that_cannot_be_made_is_an_error_and_no_more(table):
    status, said = left("construction", table)
    assert status == 1
    assert said.strip().endswith("IndexError: pop from empty list")
