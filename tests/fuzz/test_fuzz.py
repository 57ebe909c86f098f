"""A few of the bad files of ``make fuzz``: none ends nnviz, and what is said of each is a line."""

from pathlib import Path

import pytest

from tests.fuzz import run
from tests.fuzz.kinds import KINDS, Kind
from tests.fuzz.run import Found, fuzz

pytestmark = pytest.mark.filterwarnings("ignore::RuntimeWarning")


@pytest.mark.parametrize("name", KINDS)
def test_a_bad_file_does_no_harm(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if KINDS[name].ending == ".onnx":
        pytest.importorskip("onnx")
    # How long it takes here depends on what else there is to do.
    monkeypatch.setattr(run, "HANG", 60.0)
    found = fuzz(name, range(40), tmp_path, tmp_path / "kept", Found())
    assert found.tried == 40 and found.harm == []


@pytest.mark.parametrize("name", KINDS)
def test_what_it_begins_with_opens(name: str, tmp_path: Path) -> None:
    kind = KINDS[name]
    if kind.ending == ".onnx":
        pytest.importorskip("onnx")
    for content in kind.good():
        path = tmp_path / f"good{kind.ending}"
        path.write_bytes(content)
        kind.open(path)


def test_what_does_harm_is_found_and_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(path: Path) -> None:
        raise ZeroDivisionError("on purpose")

    monkeypatch.setitem(KINDS, "broken", Kind(".bad", lambda: [b"good"], fails))
    found = fuzz("broken", range(3), tmp_path, tmp_path / "kept", Found())
    assert [number for number, _ in found.harm] == [0, 1, 2]
    assert "ZeroDivisionError: on purpose (test_fuzz.py:" in found.harm[0][1]
    assert len(list((tmp_path / "kept").iterdir())) == 3


def test_the_same_number_is_the_same_file(tmp_path: Path) -> None:
    contents = []
    for _ in range(2):
        fuzz("table", range(7, 8), tmp_path, None, Found())
        contents.append((tmp_path / "bad.csv").read_bytes())
    assert contents[0] == contents[1]
