"""Films of a lecture's scene without a display."""

from fractions import Fraction

from msgspec.structs import replace
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from nnviz.export.film.frames import Frame
from nnviz.export.film.scene import LEAST_SECONDS, THINKING_SECONDS, SceneFilming, reading_seconds
from nnviz.export.picture import Drawn, render_cue
from nnviz.language import SOURCE
from nnviz.lecture.states import state_of
from nnviz.lecture.values import Ask, Cue, Scene, Seeds, Train, Words

SIZE = (480, 300)
FPS = Fraction(4)
SCENE = Scene(
    id="this",
    slide=6,
    title=Words(en="XOR"),
    experiment="xor4",
    view={"panels": ["data"], "at": {"phase": "z1"}},
    cues=(
        Cue(say=Words(en="Before.")),
        Cue(say=Words(en="Then."), view={"at": {"phase": "a1"}}),
        Cue(say=Words(en="After."), train=Train(epochs=40, seconds=1.5)),
    ),
    asks=(Ask(before=3, text=Words(en="Does it?"), answers=(Words(en="No"), Words(en="Yes")), right=2),),
)


def filmed(scene: Scene) -> list[Frame]:
    with Drawn(SIZE, "dark", 1.0, "png", SOURCE) as drawn:
        filming = SceneFilming(drawn, scene, FPS)
        frames = list(filming.frames())
        assert filming.shown == filming.count == len(scene.cues) + len(scene.asks)
        return frames


def image(frame: Frame) -> QImage:
    return QImage(frame.pixels, *SIZE, QImage.Format.Format_RGB32)


def test_a_scene_is_filmed_as_it_is_given(qtbot: QtBot) -> None:
    frames = filmed(SCENE)
    assert frames == filmed(SCENE), "the same each time"
    assert len({len(frame.pixels) for frame in frames}) == 1
    least = LEAST_SECONDS * 4
    asked = round(4 * (THINKING_SECONDS + sum(map(reading_seconds, ("Does it?", "No", "Yes")))))
    # What is another step of the same update moves there; training is watched as long as the cue says.
    moving = round(0.35 * 4)
    assert [frame.ticks for frame in frames] == [least, *[1] * moving, least, asked, *[1] * 6, least]
    training = frames[3 + moving : -1]
    assert len({frame.pixels for frame in training}) == 6, "it learns from frame to frame"
    stands = {1: frames[0], 2: frames[1 + moving]}
    for number, frame in stands.items():
        drawn = QImage.fromData(render_cue(state_of(SCENE, number), SIZE, "dark"))
        assert image(frame) == drawn.convertToFormat(QImage.Format.Format_RGB32), "as its picture is"


def test_a_seed_sheet_stands_where_its_networks_end(qtbot: QtBot) -> None:
    cues = (Cue(say=Words(en="Before.")), Cue(say=Words(en="After."), train=Train(epochs=5, seconds=3.0)))
    frames = filmed(replace(SCENE, seeds=Seeds(count=3), view={}, cues=cues, asks=()))
    assert [frame.ticks for frame in frames] == [LEAST_SECONDS * 4] * 2
    assert frames[0].pixels != frames[1].pixels


def test_what_takes_longer_to_read_stands_longer() -> None:
    assert reading_seconds("a sentence of many words") > reading_seconds("few words") > 0.0
    assert reading_seconds("\u8bad\u7ec3") > reading_seconds("ab")
