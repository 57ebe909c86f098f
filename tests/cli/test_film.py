import os
import signal

import pytest
from PIL import Image

SMALL = ("--size", "480x300", "--set", "view.panels=[]", "--fps", "5")


def pictures(file):
    with Image.open(file) as film:
        return film.n_frames


def test_a_film_of_training_has_a_frame_for_each_epoch(nnviz, folder, qapp):
    assert nnviz("film", "xor4", "--epochs", "0..3", "--out", "a.gif", *SMALL).status == 0
    with Image.open(folder / "a.gif") as film:
        assert (film.size, film.n_frames) == ((480, 300), 4)
    assert nnviz("film", "xor4", "--epochs", "0..3", "--out", "b.gif", *SMALL).status == 0
    assert (folder / "a.gif").read_bytes() == (folder / "b.gif").read_bytes()
    assert nnviz("film", "xor4", "--epochs", "0..3", "--every", "2", "--out", "c.webp", *SMALL).status == 0
    assert pictures(folder / "c.webp") == 3


def test_a_film_of_an_update_goes_through_its_phases(nnviz, folder, qapp):
    assert nnviz("film", "xor4", "--iteration", "7", "--out", "a.gif", *SMALL).status == 0
    phases = pictures(folder / "a.gif")
    words = ("--iteration", "7", "--iterations", "2", "--grain", "iteration")
    assert nnviz("film", "xor4", *words, "--out", "b.gif", *SMALL).status == 0
    assert 11 < pictures(folder / "b.gif") * 2 < phases


def test_a_scene_of_a_lecture_is_filmed(nnviz, folder, qapp):
    words = ("--size", "320x200", "--fps", "1")
    assert nnviz("film", "hidden-layers", "--scene", "forward", "--out", "a.gif", *words).status == 0
    assert pictures(folder / "a.gif") >= 6


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["hidden-layers"], "hidden-layers is a lecture: --scene says what of it is filmed"),
        (["hidden-layers", "--scene", "xor", "--grain", "unit"], "--grain is about an experiment; the state of a cue"),
        (["hidden-layers", "--scene", "no"], "hidden-layers.toml: no scene"),
        (["xor4", "--scene", "xor"], "xor4 is an experiment: only a lecture has a --scene"),
    ],
)
def test_a_scene_that_cannot_be_filmed_is_refused(nnviz, folder, qapp, words, complaint):
    outcome = nnviz("film", *words, "--out", "a.gif")
    assert outcome.status == 2
    assert outcome.complaint.startswith(complaint)
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["--out", "a.avi"], 'a.avi: films are GIF, WebP, MP4 or WebM files, not ".avi"'),
        (["--out", "a.gif", "--epochs", "3..3"], "--epochs: expected A..B with A before B, for example 0..100, got"),
        (["--out", "a.gif", "--epochs", "0..3", "--grain", "unit"], "--grain is about single updates, --epochs about"),
        (["--out", "a.gif", "--every", "3"], "--every is about --epochs, and none are given"),
        (["--out", "a.gif", "--fps", "61"], '--fps: expected frames a second from 1 to 60, got "61"'),
        (["--out", "a.gif", "--set", "view.at.unit=1"], "view.at.unit: a film goes its own way"),
        (["--out", "a.gif", "--iteration", "2001"], "xor4: the run ends after 2000 iterations"),
        (["--out", "no/a.gif"], "no/a.gif: there is no folder no"),
    ],
)
def test_a_film_that_cannot_be_is_refused(nnviz, folder, qapp, words, complaint):
    outcome = nnviz("film", "xor4", *words)
    assert outcome.status == 2
    assert outcome.complaint.startswith(complaint)
    assert list(folder.iterdir()) == []


def test_a_missing_encoder_is_named(nnviz, folder, qapp, monkeypatch):
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setattr("nnviz.export.film.video.find_spec", lambda name: None)
    outcome = nnviz("film", "xor4", "--out", "a.mp4", *SMALL)
    assert outcome.status == 2
    assert outcome.complaint.startswith("a.mp4: videos are made by ffmpeg, which is not on the PATH")


def test_an_encoder_that_fails_has_failed(nnviz, folder, qapp, monkeypatch):
    program = folder / "ffmpeg"
    program.write_text("#!/bin/sh\necho broken >&2\nexit 1\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    outcome = nnviz("film", "xor4", "--epochs", "0..2", "--out", "a.mp4", *SMALL)
    assert (outcome.status, outcome.complaint) == (1, "a.mp4: ffmpeg has failed: broken")
    assert list(folder.iterdir()) == [program]


def test_what_is_interrupted_leaves_no_file(nnviz, folder, qapp, monkeypatch):
    from nnviz.export.film.files import Gif

    monkeypatch.setattr(Gif, "add", lambda *given: os.kill(os.getpid(), signal.SIGINT))
    before = signal.getsignal(signal.SIGINT)
    assert nnviz("film", "xor4", "--epochs", "0..9", "--out", "a.gif", *SMALL).status == 130
    assert list(folder.iterdir()) == []
    assert signal.getsignal(signal.SIGINT) is before
