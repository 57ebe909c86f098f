"""Films of a run without a display."""

from fractions import Fraction

import pytest
from msgspec.structs import replace
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from nnviz.engine import Experiment, PlaceError
from nnviz.engine.training.record.phases import phases_of
from nnviz.engine.training.record.steps import Grain
from nnviz.export.film.courses import Course, Epochs, Updates
from nnviz.export.film.frames import Frame
from nnviz.export.film.run import END_SECONDS, REST_SECONDS, Filming
from nnviz.export.picture import Drawn, render
from nnviz.language import SOURCE
from nnviz.ui.session.pace import PHASE_MILLISECONDS
from nnviz.view import At, View

SIZE = (480, 300)
FPS = Fraction(10)


def filmed(course: Course, experiment: str = "xor4") -> list[Frame]:
    view = View(panels=(), grain=course.grain.value)
    with Drawn(SIZE, "light", 1.0, "png", SOURCE) as drawn:
        filming = Filming(drawn, Experiment.named(experiment), view, course, FPS)
        frames = list(filming.frames())
        assert filming.shown == filming.count
        return frames


# ---- what it goes through ----------------------------------------------------------------------------------------


def test_updates_go_through_every_step_of_every_iteration() -> None:
    places = Updates(first=3, count=2, grain=Grain.PHASE).places((2, 2, 1), batches=1)
    assert [place.phase for place in places if place.iteration == 3] == [
        "x", "z1", "a1", "z2", "a2", "L", "delta2", "dW2", "delta1", "dW1", "update",
    ]  # fmt: skip
    assert [place.iteration for place in places] == [3] * 11 + [4] * 11
    terms = Updates(first=0, count=1, grain=Grain.TERM).places((2, 2, 1), batches=1)
    assert terms[2] == At(phase="z1", unit=0, term=0)
    assert [place.term for place in terms if place.phase == "z1"] == [0, 1, 2] * 2
    assert Updates(first=5, count=1, grain=Grain.ITERATION).places((2, 1), batches=1) == [
        At(iteration=5, phase="update")
    ]


def test_training_has_a_frame_for_the_end_of_each_epoch() -> None:
    assert Epochs(first=0, last=2).places((2, 1), batches=3) == [
        At(),
        At(iteration=2, phase="update"),
        At(iteration=5, phase="update"),
    ]
    every = Epochs(first=1, last=6, every=2).places((2, 1), batches=10)
    assert [place.iteration for place in every] == [9, 29, 49, 59], "the last one in any case"


# ---- frames ------------------------------------------------------------------------------------------------------


def test_a_step_moves_and_then_rests(qtbot: QtBot) -> None:
    frames = filmed(Updates(first=0, count=1, grain=Grain.PHASE), "worked-example")
    phases = phases_of(layers=2)
    moving = [round(PHASE_MILLISECONDS[phase.kind] / 1000 * 10) for phase in phases]
    rests = [*[round(REST_SECONDS * 10)] * (len(phases) - 1), round(END_SECONDS * 10)]
    expected = [ticks for count, rest in zip(moving, rests, strict=True) for ticks in (*[1] * count, rest)]
    assert [frame.ticks for frame in frames] == expected
    first = moving[0] + 1
    pulses = [frame.pixels for frame in frames[first : first + moving[1]]]
    assert len(set(pulses)) == moving[1] == 6, "what is passed on is in another place in each frame"
    assert {len(frame.pixels) for frame in frames} == {SIZE[0] * SIZE[1] * 4}


def test_the_same_input_gives_the_same_frames(qtbot: QtBot) -> None:
    course = Epochs(first=0, last=3)
    frames = filmed(course)
    assert frames == filmed(course)
    assert [frame.ticks for frame in frames] == [1, 1, 1, 15]
    assert len({frame.pixels for frame in frames}) == 4


def test_what_passes_by_is_seen_as_while_training_and_the_last_picture_as_a_step(qtbot: QtBot) -> None:
    until_two, until_three = filmed(Epochs(first=1, last=2)), filmed(Epochs(first=1, last=3))
    assert until_two[0] == until_three[0]
    assert until_two[1].pixels != until_three[1].pixels, "the end of the second epoch, at rest and passed by"
    step = filmed(Updates(first=2, count=1, grain=Grain.ITERATION), experiment="xor4")
    assert until_three[-1].pixels == step[-1].pixels


def test_each_frame_is_as_its_picture_is_though_only_what_changes_is_painted(qtbot: QtBot) -> None:
    experiment, view, size = Experiment.named("xor4"), View(panels=("loss", "data"), grain="iteration"), (900, 600)
    with Drawn(size, "light", 1.0, "png", SOURCE) as drawn:
        *_, last = Filming(drawn, experiment, view, Epochs(first=0, last=3), FPS).frames()
    picture = QImage.fromData(render(experiment, replace(view, at=At(iteration=2, phase="update")), size, "light"))
    assert QImage(last.pixels, *size, QImage.Format.Format_RGB32) == picture.convertToFormat(QImage.Format.Format_RGB32)


def test_a_film_beyond_the_end_of_the_run_is_refused(qtbot: QtBot) -> None:
    with pytest.raises(PlaceError, match="the run ends"):
        filmed(Updates(first=2001, count=1, grain=Grain.ITERATION))
