"""What somebody names is read whole, or refused at once: never waited for, and never more than can be used."""

import os
from pathlib import Path

import pytest

from nnviz.content import AbsentError, ContentError, content_of
from nnviz.engine import Experiment, ExperimentError
from nnviz.lecture.errors import LectureError
from nnviz.lecture.files import is_lecture, read
from nnviz.sessions.reading import load_session
from nnviz.sessions.session import SessionError

posix = pytest.mark.skipif(os.name != "posix", reason="pipes with names are POSIX's")


def refusal(path, most=100):
    with pytest.raises(ContentError) as caught:
        content_of(Path(path), most)
    return caught.value.text


def test_all_of_a_file_is_read(tmp_path):
    (tmp_path / "a").write_bytes(b"x" * 100)
    assert content_of(tmp_path / "a", 100) == b"x" * 100


def test_what_is_no_plain_file_is_refused(tmp_path):
    assert refusal(tmp_path) == "this is a folder, not a file"
    assert refusal("a\0b") == "this is not the name of a file"
    (tmp_path / "a").write_bytes(b"x" * 101)
    assert refusal(tmp_path / "a") == "101 bytes are too many for a file (at most 100)"
    with pytest.raises(AbsentError):
        content_of(tmp_path / "none", 100)


@posix
def test_nobody_waits_for_the_other_end_of_a_pipe(tmp_path):
    os.mkfifo(tmp_path / "pipe.toml")
    os.mkfifo(tmp_path / "pipe.nnviz")
    device = "this is a device, not"
    assert refusal(tmp_path / "pipe.toml") == f"{device} a file"
    with pytest.raises(ExperimentError, match=f"{device} an experiment file"):
        Experiment.load(tmp_path / "pipe.toml")
    with pytest.raises(LectureError, match=f"{device} a lecture file"):
        read(tmp_path / "pipe.toml")
    assert not is_lecture(str(tmp_path / "pipe.toml"))
    with pytest.raises(SessionError, match=f"{device} a session"):
        load_session(tmp_path / "pipe.nnviz")


@posix
@pytest.mark.skipif(not os.path.exists("/proc/kmsg"), reason="Linux has it")
def test_what_only_says_that_it_is_empty_is_taken_at_its_word():
    assert content_of(Path("/proc/kmsg"), 100) == b""
