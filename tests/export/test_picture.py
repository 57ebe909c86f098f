"""Pictures of the window without a display."""

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nnviz.engine import Experiment, PlaceError
from nnviz.engine.errors import NnvizError
from nnviz.export.picture import render
from nnviz.ui.diagram.stage import Stage
from nnviz.view import At, View


def at(iteration: int, phase: str) -> View:
    return View(at=At(iteration=iteration, phase=phase))


def picture(experiment: str, iteration: int, phase: str, theme: str = "light") -> QImage:
    image = QImage.fromData(render(Experiment.named(experiment), at(iteration, phase), (1280, 720), theme))
    assert not image.isNull()
    return image


def test_a_picture_has_the_size_asked_for_and_is_not_blank(qtbot: QtBot) -> None:
    image = picture("circle", 0, "L")
    assert (image.width(), image.height()) == (1280, 720)
    assert len({image.pixel(x, y) for x in range(0, 1280, 5) for y in range(0, 720, 5)}) > 50


def test_the_same_place_gives_the_same_picture(qtbot: QtBot) -> None:
    assert picture("circle", 3, "delta2") == picture("circle", 3, "delta2")


@pytest.mark.parametrize(
    "view",
    [
        View(panels=("hidden_space", "results"), at=At(iteration=60, phase="update")),
        View(panels=("loss", "data", "explain"), pick="W1[0,1]", at=At(iteration=60, phase="delta1")),
    ],
)
def test_the_same_view_gives_the_same_picture(qtbot: QtBot, view: View) -> None:
    pictures = {render(Experiment.named("circle"), view, (1280, 720), "light") for _ in range(4)}
    assert len(pictures) == 1


def test_a_picture_leaves_no_window_behind(qtbot: QtBot) -> None:
    before = set(QApplication.topLevelWidgets())
    picture("xor4", 0, "L")
    assert set(QApplication.topLevelWidgets()) <= before


def test_another_phase_another_iteration_and_another_theme_look_different(qtbot: QtBot) -> None:
    here = picture("circle", 3, "z1")
    assert here != picture("circle", 3, "z2")
    assert here != picture("circle", 40, "z1")
    assert here != picture("circle", 3, "z1", "dark")


def test_a_phase_that_the_network_does_not_have_is_refused(qtbot: QtBot) -> None:
    with pytest.raises(PlaceError, match="no phase"):
        render(Experiment.named("circle"), at(0, "z9"), (640, 480), "light")


def test_an_iteration_beyond_the_end_of_the_run_is_refused(qtbot: QtBot) -> None:
    with pytest.raises(PlaceError, match="the run ends"):
        render(Experiment.named("circle").with_fields({"training.epochs": 1}), at(10_000, "x"), (640, 480), "light")


def test_a_fault_while_painting_makes_no_picture(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, capsys) -> None:
    monkeypatch.setattr(Stage, "paint", lambda *given, **named: [].pop())
    with pytest.raises(NnvizError, match="IndexError: pop from empty list"):
        picture("xor4", 0, "L")
    assert "in paintEvent" in capsys.readouterr().err
