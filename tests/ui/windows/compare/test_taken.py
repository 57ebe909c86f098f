"""A comparison is taken away as a scene of two networks, which comes out where both stand."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from nnviz.engine import Experiment
from nnviz.lecture.files import load
from nnviz.lecture.runs import Runs
from nnviz.lecture.states import states_of
from nnviz.ui.sharing.copying import SVG
from nnviz.ui.sharing.forms import KIND, form_named
from nnviz.ui.sharing.job import Order
from nnviz.ui.windows.compare.taken import twin_lecture
from nnviz.ui.windows.compare.twin import TwinWindow
from tests.ui.sharing.conftest import LONG

LEFT = Experiment.named("xor4")
RIGHT = LEFT.with_fields({"training.learning_rate": 0.01})
SMALLER_BATCHES = LEFT.with_fields({"training.batch_size": 1})


def go(qtbot: QtBot, twin: TwinWindow, right: Experiment, epochs: int) -> None:
    twin.open(LEFT, right)
    qtbot.waitUntil(lambda: twin.lockstep.idle and all(half.works for half in twin.lockstep.halves))
    for _ in range(epochs):
        twin.lockstep.step_epoch()
        qtbot.waitUntil(lambda: twin.lockstep.idle)


@pytest.mark.parametrize("right", [RIGHT, SMALLER_BATCHES], ids=["in step", "epoch by epoch"])
def test_the_scene_comes_out_where_both_stand(qtbot: QtBot, twin: TwinWindow, right: Experiment) -> None:
    go(qtbot, twin, right, 2)
    lecture = twin_lecture(LEFT, right, twin.lockstep)
    *_, last = states_of(lecture.scenes[0])
    reached = Runs().bring_to(last)
    for half, side, trainer in zip(twin.lockstep.halves, last.sides, reached.trainers, strict=True):
        assert side.iteration == half.updates > 0
        assert half.snapshot is not None
        assert trainer.theta().tobytes() == half.snapshot.record.theta_after.tobytes()


def test_before_anything_is_trained_there_is_one_cue(qtbot: QtBot, twin: TwinWindow) -> None:
    go(qtbot, twin, RIGHT, 0)
    assert len(twin_lecture(LEFT, RIGHT, twin.lockstep).scenes[0].cues) == 1


def test_it_is_made_by_a_real_process(qtbot: QtBot, twin: TwinWindow, tmp_path: Path) -> None:
    go(qtbot, twin, RIGHT, 1)
    source = twin.sharing._source
    subject = next(each for each in source.subjects() if each.kind == "scene")
    order = Order(form_named("page"), subject, {KIND: "html"}, source.screen(), tmp_path / "both.html")
    job = twin.sharing.make(order)
    with qtbot.waitSignal(job.done, timeout=LONG):
        pass
    assert [file.name for file in tmp_path.iterdir()] == ["both.html"]
    assert b"After update 1" in order.target.read_bytes()


def test_a_cue_is_what_a_command_can_find(qtbot: QtBot, twin: TwinWindow, tmp_path: Path) -> None:
    go(qtbot, twin, RIGHT, 1)
    subject = next(each for each in twin.sharing._source.subjects() if each.kind == "cue")
    heard: list[tuple[str, ...]] = []
    subject.give(tmp_path, lambda words, problem: heard.append((*words, problem)))
    qtbot.waitUntil(lambda: bool(heard))
    file, *options = heard[0]
    assert options == ["--scene", "twin", "--cue", "2", ""]
    assert len(load(Path(file)).scenes[0].cues) == 2


def test_keys_copy_it_and_open_what_there_is(qtbot: QtBot, twin: TwinWindow) -> None:
    go(qtbot, twin, RIGHT, 0)
    with qtbot.waitSignal(twin.sharing.copying.copied):
        qtbot.keyClick(twin, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().mimeData().hasFormat(SVG)
    qtbot.keyClick(twin, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    (menu,) = (each for each in QApplication.topLevelWidgets() if isinstance(each, QMenu) and each.isVisible())
    # Of two networks there is no worksheet.
    assert [action.objectName() for action in menu.actions()] == [
        "copy_picture",
        "share_picture",
        "share_film",
        "share_slides",
        "share_page",
    ]
    menu.close()
