"""Pictures of a lecture's cues, as the audience sees them."""

from msgspec.structs import replace
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from nnviz.export.picture import render, render_cue
from nnviz.lecture.states import state_of
from nnviz.lecture.values import Cue, Scene, Train, Twin, Words

SIZE = (900, 600)
SCENE = Scene(
    id="this",
    slide=6,
    title=Words(en="XOR"),
    experiment="xor4",
    view={"panels": [], "at": {"phase": "L"}},
    cues=(
        Cue(say=Words(en="Before."), train=Train(epochs=3)),
        Cue(say=Words(en="Before."), set={"W1[0,0]": 2.0, "h1[1]": "off"}),
    ),
)


def image(scene: Scene, cue: int, size: tuple[int, int] = SIZE) -> QImage:
    drawn = QImage.fromData(render_cue(state_of(scene, cue), size, "projector"))
    assert (drawn.width(), drawn.height()) == size
    return drawn


def test_a_cue_is_drawn_as_the_audience_sees_it(qtbot: QtBot) -> None:
    state = state_of(SCENE, 1)
    window = render(state.sides[0].experiment, state.view, SIZE, "projector")
    assert image(SCENE, 1) != QImage.fromData(window)
    assert image(SCENE, 1) == image(SCENE, 1)
    said = replace(SCENE, cues=(replace(SCENE.cues[0], say=Words(en="Something else.")),))
    assert image(said, 1) != image(SCENE, 1)


def test_what_a_cue_changes_is_in_its_picture(qtbot: QtBot) -> None:
    changed = image(SCENE, 2)
    assert changed != image(SCENE, 1)
    other = replace(SCENE, cues=(SCENE.cues[0], replace(SCENE.cues[1], set={"W1[0,0]": 2.0})))
    assert changed != image(other, 2)


def test_a_twin_is_drawn_side_by_side(qtbot: QtBot) -> None:
    both = image(replace(SCENE, twin=Twin(set={"network.hidden": [2]})), 1)
    other = image(replace(SCENE, twin=Twin(set={"network.hidden": [3]})), 1)
    half = SIZE[0] // 2, SIZE[1] // 2
    assert both != other and both != image(SCENE, 1)
    assert both.copy(half[0], 100, *half) != other.copy(half[0], 100, *half)


def test_a_text_is_drawn_as_the_audience_reads_it(qtbot: QtBot) -> None:
    def drawn(text: str) -> QImage:
        scene = Scene(id="end", title=Words(en="End"), text=Words(en=text), cues=(Cue(say=Words(en="So.")),))
        return image(scene, 1)

    assert drawn("So.") == drawn("So.") != drawn("So it is.")
