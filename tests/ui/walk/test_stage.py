"""A sample of what ``make stage`` walks: scenes of every kind, each in another size and theme."""

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QApplication

from nnviz.engine import Experiment
from nnviz.language import languages
from nnviz.lecture.files import find, load
from nnviz.ui.panels.table import PANELS
from nnviz.ui.session.moment import Selection
from tests.ui.walk.stage import SIZES, THEMES, Job, StageWalk, hurried, walked

SAMPLE = (
    ("hidden-layers", ("question", "backprop")),
    ("hidden-layers", ("features", "numbers")),
    ("backprop-by-hand", ("backward",)),
    ("hidden-layers", ("architecture", "summary")),
)


@pytest.mark.parametrize("place", range(len(SAMPLE)), ids=lambda place: "x".join(map(str, SIZES[place])))
def test_the_back_row_can_read_it(qapp: QApplication, place: int) -> None:
    lecture, scenes = SAMPLE[place]
    # Every second one in another language.
    language = languages()[place % len(languages())]
    found = walked(Job(lecture, SIZES[place], THEMES[(place + 2) % len(THEMES)], scenes, language=language))
    assert not found, "\n".join(f"{fault.where}: {fault.what}" for fault in found)


def test_every_panel_can_be_read_beside_the_network(qapp: QApplication) -> None:
    walk = StageWalk(qapp, (1280, 720), "projector")
    window = walk.window
    try:
        window.open(Experiment.named("circle"))
        walk.present()
        walk.settle()
        window.actions_["step_epoch"].trigger()
        walk.settle()
        window.controller.stepping.pick_phase(9)
        window.controller.viewing.select(Selection(2, 0, 1))
        for row in PANELS:
            window.panels.toggle(row.id, True)
            walk.settle()
            found = walk.faults()
            assert not found, f"{row.id}: " + "\n".join(found)
    finally:
        walk.close()


def test_a_network_that_is_too_small_is_found(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.ui.walk.stage.UNITS", {(2, 2, 2): 1000.0})
    monkeypatch.setattr("tests.ui.walk.stage.ALONE", 0.99)
    walk = StageWalk(qapp, (1280, 720), "light")
    lecture = load(find("backprop-by-hand"))
    try:
        found = [fault.what for fault in walk.walk(replace(lecture, scenes=lecture.scenes[:1]))]
    finally:
        walk.close()
    assert any("units of (2, 2, 2) are" in what for what in found)
    assert any("of the height" in what for what in found)


def test_no_training_is_watched() -> None:
    lecture = hurried(load(find("hidden-layers")))
    assert {cue.train.seconds for scene in lecture.scenes for cue in scene.cues if cue.train is not None} == {0.0}
