"""What a killed process has left goes, and what a living one holds stays."""

import os
import signal
import time

import pytest

from nnviz import temporary
from nnviz.files import refuse_unwritable, write_whole
from nnviz.temporary import TemporaryFolder, clear, temporary_name
from tests.endless import endless_trace

pytestmark = pytest.mark.skipif(os.name != "posix", reason="locks are POSIX's")


@pytest.fixture
def old(monkeypatch):
    """All that is there has been there for long."""
    monkeypatch.setattr(temporary, "FRESH", -1.0)


def test_what_nobody_holds_goes(tmp_path, old):
    (tmp_path / temporary_name()).write_bytes(b"half")
    (tmp_path / temporary_name() / "inside").mkdir(parents=True)
    clear(tmp_path, tmp_path / "nowhere")
    assert list(tmp_path.iterdir()) == []


def test_what_is_not_nnvizs_stays(tmp_path, old):
    names = [".nnviz-mine.tmp", "nnviz-0123456789abcdef.tmp", ".nnviz-0123456789abcdef.tmp.txt"]
    for name in names:
        (tmp_path / name).write_bytes(b"")
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept" / "inside").write_bytes(b"")
    (tmp_path / temporary_name()).symlink_to("kept")
    clear(tmp_path)
    assert {file.name for file in tmp_path.iterdir()} >= {*names, "kept"}
    assert (tmp_path / "kept" / "inside").exists()


def test_what_has_just_been_made_stays(tmp_path):
    (tmp_path / temporary_name()).write_bytes(b"")
    clear(tmp_path)
    assert len(list(tmp_path.iterdir())) == 1


def test_what_is_being_written_stays(tmp_path, old):
    def chunks():
        yield b"a"
        refuse_unwritable(tmp_path / "other")
        yield b"b"

    write_whole(tmp_path / "out", chunks())
    assert (tmp_path / "out").read_bytes() == b"ab"


def test_a_folder_that_is_used_stays_and_goes_when_it_is_closed(tmp_path, old, monkeypatch):
    monkeypatch.setattr(temporary, "gettempdir", lambda: str(tmp_path))
    folder = TemporaryFolder()
    (folder.path / "inside").write_bytes(b"")
    clear(tmp_path)
    assert (folder.path / "inside").exists()
    folder.close()
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_command_has_left_goes_with_the_next_one(tmp_path):
    with endless_trace(tmp_path) as process:
        process.send_signal(signal.SIGKILL)
        process.wait()
    (left,) = tmp_path.iterdir()
    before = time.time() - 3600
    os.utime(left, (before, before))
    refuse_unwritable(tmp_path / "out.json")
    assert list(tmp_path.iterdir()) == []


def test_what_a_drag_of_a_killed_window_has_left_goes_when_the_next_one_is_there(tmp_path, old, monkeypatch):
    from nnviz.ui.app import clear_leftovers

    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    (tmp_path / temporary_name()).mkdir()
    clear_leftovers("").join(30)
    assert list(tmp_path.iterdir()) == []


def test_without_a_place_for_what_is_only_there_for_a_while_nothing_is_cleared(monkeypatch):
    def nowhere():
        raise FileNotFoundError("no usable temporary directory")

    monkeypatch.setattr(temporary, "gettempdir", nowhere)
    assert temporary.temporary_folders() == []
