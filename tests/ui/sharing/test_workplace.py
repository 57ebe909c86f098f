from pathlib import Path

import pytest

from nnviz.files import WriteError
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
