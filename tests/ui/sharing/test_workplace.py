import os
from pathlib import Path

import pytest

from nnviz.files import WriteError
from nnviz.temporary import clear
from nnviz.ui.sharing.workplace import Workplace


def test_what_was_made_is_put_in_place_and_nothing_else_stays(tmp_path: Path) -> None:
    place = Workplace(tmp_path / "it.pdf")
    (place.folder / "session.nnviz").write_bytes(b"on the way")
    place.out.write_bytes(b"sheet")
    place.out.with_name("it-key.csv").write_bytes(b"key")
    assert place.put_in_place() == [tmp_path / "it.pdf", tmp_path / "it-key.csv"]
    place.clear()
    assert sorted(file.name for file in tmp_path.iterdir()) == ["it-key.csv", "it.pdf"]


def test_what_only_belongs_to_it_writes_over_nothing_that_nobody_was_asked_about(tmp_path: Path) -> None:
    (tmp_path / "it-key.csv").write_bytes(b"another")
    place = Workplace(tmp_path / "it.pdf")
    place.out.write_bytes(b"sheet")
    place.out.with_name("it-key.csv").write_bytes(b"key")
    assert place.put_in_place()[1] == tmp_path / "it-key-2.csv"
    assert (tmp_path / "it-key.csv").read_bytes() == b"another"
    # Made once more, it is written over with what belongs to it.
    again = Workplace(tmp_path / "it.pdf")
    again.out.write_bytes(b"sheet")
    again.out.with_name("it-key.csv").write_bytes(b"key")
    assert again.put_in_place()[1] == tmp_path / "it-key.csv"


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(WriteError, match="there is no folder"):
        Workplace(tmp_path / "nowhere" / "it.pdf")


def test_its_folder_is_not_spoken_of(tmp_path: Path) -> None:
    place = Workplace(tmp_path / "it.pdf")
    assert place.named(f"{place.out}: no; {place.folder / 'session.nnviz'}: no") == "it.pdf: no; session.nnviz: no"


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX's")
def test_what_it_replaces_keeps_its_mode(tmp_path: Path) -> None:
    (tmp_path / "it.pdf").write_bytes(b"mine alone")
    (tmp_path / "it.pdf").chmod(0o600)
    place = Workplace(tmp_path / "it.pdf")
    place.out.write_bytes(b"sheet")
    place.put_in_place()
    assert (tmp_path / "it.pdf").read_bytes() == b"sheet"
    assert (tmp_path / "it.pdf").stat().st_mode & 0o777 == 0o600


@pytest.mark.skipif(os.name != "posix", reason="what is open cannot be removed elsewhere")
def test_nobody_clears_it_away_while_a_long_film_is_made(tmp_path: Path) -> None:
    place = Workplace(tmp_path / "it.gif")
    os.utime(place.folder, (0, 0))
    clear(tmp_path)
    assert place.out.parent.is_dir()
    place.clear()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name != "posix", reason="links are POSIX's")
def test_where_a_link_leads_it_is_made_beside(tmp_path: Path) -> None:
    (tmp_path / "disk").mkdir()
    (tmp_path / "it.gif").symlink_to(tmp_path / "disk" / "real.gif")
    place = Workplace(tmp_path / "it.gif")
    assert place.folder.parent == tmp_path / "disk"
    place.out.write_bytes(b"film")
    assert place.put_in_place() == [tmp_path / "it.gif"]
    assert (tmp_path / "disk" / "real.gif").read_bytes() == b"film" and (tmp_path / "it.gif").is_symlink()


@pytest.mark.skipif(os.name != "posix", reason="pipes with names are POSIX's")
def test_a_device_is_not_replaced_by_a_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "it.gif")
    place = Workplace(tmp_path / "it.gif")
    place.out.write_bytes(b"film")
    with pytest.raises(WriteError, match="this is a device, not a file"):
        place.put_in_place()
    assert (tmp_path / "it.gif").is_fifo()
