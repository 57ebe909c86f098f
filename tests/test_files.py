import os

import pytest

from nnviz.files import WriteError, refuse_unwritable, write_whole


def test_a_file_holds_all_chunks(tmp_path):
    write_whole(tmp_path / "out", [b"a", b"b", b""])
    assert (tmp_path / "out").read_bytes() == b"ab"


def test_others_may_read_a_file_as_they_may_any_other(tmp_path):
    (tmp_path / "usual").write_bytes(b"")
    write_whole(tmp_path / "out", [b"a"])
    assert (tmp_path / "out").stat().st_mode == (tmp_path / "usual").stat().st_mode


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX's")
def test_a_file_keeps_its_mode_before_anything_is_in_it(tmp_path):
    file = tmp_path / "out"
    file.write_bytes(b"before")
    file.chmod(0o600)

    def chunks():
        (beside,) = (each for each in tmp_path.iterdir() if each != file)
        assert beside.stat().st_mode & 0o777 == 0o600
        yield b"after"

    write_whole(file, chunks())
    assert file.read_bytes() == b"after" and file.stat().st_mode & 0o777 == 0o600


def test_what_stood_there_stays_when_the_content_fails(tmp_path):
    file = tmp_path / "out"
    file.write_bytes(b"before")

    def chunks():
        yield b"half"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_whole(file, chunks())
    assert list(tmp_path.iterdir()) == [file]
    assert file.read_bytes() == b"before"


def test_a_link_stays_a_link(tmp_path):
    (tmp_path / "real").write_bytes(b"before")
    (tmp_path / "link").symlink_to("real")
    write_whole(tmp_path / "link", [b"after"])
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"after"


@pytest.mark.skipif(os.name != "posix", reason="pipes with names are POSIX's")
def test_a_device_is_written_to_and_stays(tmp_path):
    device = tmp_path / "pipe"
    os.mkfifo(device)
    reader = os.open(device, os.O_RDONLY | os.O_NONBLOCK)
    try:
        refuse_unwritable(device)
        write_whole(device, [b"a"])
        assert os.read(reader, 10) == b"a"
    finally:
        os.close(reader)
    assert device.is_fifo()


def test_looking_whether_a_file_can_be_written_leaves_nothing(tmp_path):
    refuse_unwritable(tmp_path / "out")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("action", [refuse_unwritable, lambda file: write_whole(file, [b"a"])])
@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("nowhere/out", "there is no folder {}/nowhere"),
        ("folder", "this is a folder, not a file"),
        ("file/out", "not a directory"),
        ("circle", "too many levels of symbolic links"),
        ("circle/out", "too many levels of symbolic links"),
        ("zero\0byte", "this is not the name of a file"),
    ],
)
def test_a_place_that_cannot_be_written_is_named_with_the_reason(tmp_path, action, name, reason):
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_bytes(b"")
    (tmp_path / "circle").symlink_to("circle")
    before = sorted(tmp_path.iterdir())
    with pytest.raises(WriteError) as caught:
        action(tmp_path / name)
    assert str(caught.value) == f"{tmp_path / name}: {reason.format(tmp_path)}"
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.skipif(getattr(os, "geteuid", lambda: 0)() == 0, reason="the superuser may write everything")
def test_a_file_that_may_not_be_written_is_not_replaced(tmp_path):
    file = tmp_path / "out"
    file.write_bytes(b"before")
    file.chmod(0o444)
    with pytest.raises(WriteError, match="permission denied"):
        write_whole(file, [b"after"])
    assert file.read_bytes() == b"before"
