"""``nnviz lecture``: it is given in a window, and what was shown is written at the end."""

import json
import os
import subprocess
import sys

import pytest


@pytest.mark.parametrize(
    "lecture",
    [["backprop-by-hand"], ["hidden-layers"], ["hidden-layers", "--scene", "xor"]],
    ids=["with a network", "with two", "with a sheet of seeds"],
)
def test_what_was_shown_is_in_the_stats(tmp_path, lecture):
    """Whatever it begins with, it closes by itself in the time that it was given, and its frames are counted."""
    file = tmp_path / "stats.json"
    command = ["lecture", *lecture, "--windowed", "--stats", str(file), "--quit-after", "1"]
    home = {"XDG_CONFIG_HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-m", "nnviz", *command], env={**os.environ, **home}, timeout=180, check=False
    )
    assert done.returncode == 0
    stats = json.loads(file.read_text())
    assert stats["startup_ms"] > 0 and stats["frames"] > 0
    (shown, *_) = stats["cues"]
    assert shown["cue"] == 1 and len(shown["digest"]) == 64 and shown["ms"] > 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["backprop-by-hand", "--scene", "nowhere"], 'there is no scene "nowhere"'),
        (["no-such-lecture"], "no file and no built-in lecture"),
        (["backprop-by-hand", "--language", "fr"], "invalid choice"),
    ],
)
def test_what_cannot_be_given_is_refused_in_a_line(nnviz, words, said):
    outcome = nnviz("lecture", *words)
    assert outcome.status == 2 and said in outcome.complaint
