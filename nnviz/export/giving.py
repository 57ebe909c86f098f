"""A lecture given in a window that nobody sees: from cue to cue and question to question, as a lecturer goes."""

from __future__ import annotations

from collections.abc import Iterator

from nnviz.export.picture import Drawn
from nnviz.lecture.values import Lecture
from nnviz.ui.stage.script import Mark, Script


def given(drawn: Drawn, lecture: Lecture, language: str) -> Iterator[Script]:
    """The script at each of its spots, with that on screen; training that can be watched on the way has not begun.

    Raises:
        PlaceError: A cue cannot be there.
    """
    lecturing = drawn.window.lecturing
    lecturing.by_hand = True
    drawn.bring(lecture, Mark(cue=0, asking=True), language)
    script = lecturing.script
    assert script is not None, "it has just begun"
    yield script
    while not script.at_end:
        drawn.go_on()
        yield script
