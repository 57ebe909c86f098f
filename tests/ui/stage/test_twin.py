"""Two networks side by side on the stage."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nnviz.ui.look.look import Look
from nnviz.ui.panels.loss.panel import LossPanel
from nnviz.ui.stage.twin import StagedTwin
from tests.ui.panels.runs import run_info, snapshot, trainer
from tests.ui.put_up import put_up

LEFT = ("activation: sigmoid · optimiser: SGD", "sigmoid · SGD", "sigmoid")
RIGHT = ("activation: a rather long name of one · optimiser: Adam", "a rather long name of one · Adam", "a rather long")


def test_both_sides_are_told_in_the_same_words_and_in_type_as_large(qtbot: QtBot, look: Look) -> None:
    twin = StagedTwin(look)
    qtbot.addWidget(twin)
    twin.set_names(LEFT, RIGHT)
    twin.show()
    seen = []
    width = 2400
    while LEFT[-1] not in seen:
        width -= 40
        twin.resize(width, 600)
        left, right = (side.name.shown() for side in twin.sides)
        assert LEFT.index(left) == RIGHT.index(right)
        assert len({side.name.font().pixelSize() for side in twin.sides}) == 1
        seen.append(left)
    assert list(dict.fromkeys(seen)) == list(LEFT)


def test_where_there_is_no_other_picture_the_networks_are_large(qtbot: QtBot, look: Look) -> None:
    twin = put_up(qtbot, StagedTwin(look), 1600, 600)
    side = twin.sides[0]
    side.set_picture(panel := LossPanel(look))
    QApplication.processEvents()
    small = side.diagram.width()
    assert panel.width() > 2 * small
    side.set_picture(None)
    QApplication.processEvents()
    assert side.diagram.width() > 2 * small


def test_curves_of_both_sides_are_seen_on_one_scale(qtbot: QtBot, look: Look) -> None:
    twin = put_up(qtbot, StagedTwin(look), 1600, 600)
    panels = LossPanel(look), LossPanel(look)
    for side, panel, rate, updates in zip(twin.sides, panels, (0.5, 0.01), (40, 400), strict=True):
        side.set_picture(panel)
        run = trainer("circle", training__learning_rate=rate)
        run.run(updates)
        panel.set_run(run_info(run))
        panel.show_snapshot(snapshot(run))
        panel.flush()
    one, other = (panel.plot for panel in panels)
    alone = one.x_range, other.x_range
    assert alone[0] != alone[1]
    twin.pair_pictures()
    assert (one.x_range, one.y_range) == (other.x_range, other.y_range)
    assert one.x_range == max(alone)
    one.set_log(True)
    assert one.y_range != other.y_range, "a logarithm is no loss"


def test_where_a_side_is_not_wide_its_network_stands_under_the_picture(qtbot: QtBot, look: Look) -> None:
    twin = StagedTwin(look)
    qtbot.addWidget(twin)
    twin.show()
    side = twin.sides[0]
    side.set_picture(panel := LossPanel(look))
    for size, under in (((1600, 600), False), ((1024, 640), True), ((1600, 600), False)):
        twin.resize(*size)
        QApplication.processEvents()
        assert (side.diagram.geometry().top() > panel.geometry().bottom()) is under


def test_in_a_tour_the_sides_stand_in_line_with_what_is_under_them(qtbot: QtBot, look: Look) -> None:
    twin = put_up(qtbot, StagedTwin(look), 1600, 600)
    one, other = twin.sides
    for side in twin.sides:
        side.set_picture(LossPanel(look))
    QApplication.processEvents()
    assert one.diagram.geometry().left() == 0 and one.diagram.geometry().top() == 0
    assert other.diagram.geometry().right() == other.width() - 1
    assert other.x() - one.geometry().right() > look.px(20)
    look.set_presenting(True)
    QApplication.processEvents()
    assert one.diagram.geometry().left() == look.px(22)
