"""Pictures of parts of the window: a panel, a plot, the diagram alone, with or without what they lie on."""

import re

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from nnviz.engine import Experiment, PlaceError
from nnviz.export.picture import Framing, render, render_cue
from nnviz.lecture.states import state_of
from nnviz.lecture.values import Cue, Scene, Words
from nnviz.parts import PANELS, PARTS, PLOT, is_part, panel_of
from nnviz.ui.look.theme import PROJECTOR
from nnviz.view import At, View

SIZE = (1000, 700)
THERE = View(panels=("data",), at=At(iteration=2, phase="delta1"))


def content(framing: Framing, kind: str = "png", view: View = THERE, theme: str = "light") -> bytes:
    return render(Experiment.named("xor4"), view, SIZE, theme, 1.0, kind, "en", framing)


def image(framing: Framing, view: View = THERE, theme: str = "light") -> QImage:
    found = QImage.fromData(content(framing, view=view, theme=theme))
    assert not found.isNull()
    return found


def test_parts_are_the_window_the_diagram_the_formula_and_every_panel() -> None:
    assert set(PARTS) == {"window", "diagram", "formula", *PANELS}
    assert all(map(is_part, PARTS)) and is_part("loss.plot") and not is_part("los") and not is_part("window.plot")
    assert panel_of("loss" + PLOT) == panel_of("loss") == "loss" and panel_of("diagram") is None


def test_a_part_is_as_large_as_in_the_window_or_as_asked_for_and_enlarged(qtbot: QtBot) -> None:
    whole = image(Framing())
    usual = image(Framing("diagram"))
    assert usual.width() < whole.width() and usual.height() < whole.height()
    twice = image(Framing("diagram", zoom=2.0))
    assert (twice.width(), twice.height()) == (2 * usual.width(), 2 * usual.height())
    asked = image(Framing("diagram", (640, 400)))
    assert (asked.width(), asked.height()) == (640, 400)


@pytest.mark.parametrize(
    ("part", "theme"), [("diagram", "light"), ("data", "dark"), ("data.plot", "projector"), ("formula", "dark")]
)
def test_a_transparent_part_lies_on_nothing(qtbot: QtBot, part: str, theme: str) -> None:
    solid, clear = image(Framing(part), theme=theme), image(Framing(part, transparent=True), theme=theme)
    assert not solid.hasAlphaChannel() or solid.pixelColor(0, 0).alpha() == 255
    corners = [(1, 1), (clear.width() - 2, 1), (1, clear.height() - 2), (clear.width() - 2, clear.height() - 2)]
    assert all(clear.pixelColor(*corner).alpha() == 0 for corner in corners)
    shown = [clear.pixelColor(x, y).alpha() for x in range(clear.width()) for y in range(0, clear.height(), 7)]
    assert max(shown) == 255 and shown.count(0) > 0.02 * len(shown)


def test_all_that_the_diagram_writes_is_text_where_it_can_be(qtbot: QtBot) -> None:
    drawn = content(Framing("diagram"), "svg").decode()
    texts = {text.strip() for text in re.findall(r">([^<>]+)</text>", drawn)}
    assert {"Backward", "input", "L"} <= texts
    assert any(re.fullmatch(r"h\u2081 = [+\u2212]\d\.\d+", text) for text in texts)
    assert drawn.count("<image") <= 6, "only what units show is a picture"
    assert content(Framing("diagram"), "pdf").count(b"/ToUnicode") >= 3


def test_a_panel_that_cannot_be_seen_has_no_picture(qtbot: QtBot) -> None:
    with pytest.raises(PlaceError, match="loss: there is none on screen"):
        image(Framing("loss"))
    with pytest.raises(PlaceError, match=r"explain\.plot: there is none on screen"):
        image(Framing("explain.plot"), View(panels=("explain",)))


def test_the_part_of_a_cue_is_as_the_audience_sees_it(qtbot: QtBot) -> None:
    scene = Scene(
        id="this",
        slide=1,
        title=Words(en="XOR"),
        experiment="xor4",
        view={"panels": ["loss"], "at": {"phase": "L"}},
        cues=(Cue(say=Words(en="Before.")),),
    )
    found = {
        part: QImage.fromData(render_cue(state_of(scene, 1), SIZE, "light", framing=Framing(part)))
        for part in ("window", "diagram", "loss")
    }
    assert found["window"].width() == SIZE[0]
    assert found["diagram"].width() + found["loss"].width() <= SIZE[0]
    with pytest.raises(PlaceError, match="formula: there is none"):
        render_cue(state_of(scene, 1), SIZE, "light", framing=Framing("formula"))


def test_no_ring_in_a_part_of_its_own_size_says_where_the_keyboard_is(qtbot: QtBot) -> None:
    found = image(Framing("data", (500, 320)), theme="projector")
    ring = QColor(PROJECTOR.focus).rgb()
    assert all(found.pixel(x, y) != ring for x in range(found.width()) for y in range(found.height()))
