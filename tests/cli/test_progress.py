import pytest

from nnviz.cli.progress import watch
from nnviz.progress import LINES, VARIABLE, progress_in, progress_line


def test_a_program_that_listens_hears_how_far_it_is(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(VARIABLE, LINES)
    watch(iter(range(3)), 3, lambda: (1, ""))
    assert progress_in(capsys.readouterr().err.splitlines()[0]) == (1, 3)


def test_nobody_else_does(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    watch(iter(range(3)), 3, lambda: (1, ""))
    assert capsys.readouterr().err == ""


def test_what_is_told_is_what_is_heard() -> None:
    assert progress_in(progress_line(12, 60)) == (12, 60)
    assert progress_in("nnviz: error: no") is None
