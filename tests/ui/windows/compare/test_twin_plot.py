"""The curves of both sides: on one scale, told apart by more than colour, each named at its end."""

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from pytestqt.qtbot import QtBot

from nnviz.ui.look.look import Look
from nnviz.ui.session.history_rows import HistoryRows
from nnviz.ui.windows.compare.twin_plot import TwinPlot


def rows(losses: list[float], validation: bool = True, scores: float = 0.75) -> HistoryRows:
    made = HistoryRows()
    epochs = np.arange(len(losses), dtype=np.float64)
    loss = np.array(losses)
    held = loss + 0.5 if validation else np.full(len(losses), np.nan)
    score = np.full(len(losses), scores)
    made.replace_from(0, np.column_stack((epochs, 10 * epochs, loss, held, score, score)))
    return made


@pytest.fixture
def plot(qtbot: QtBot, look: Look) -> TwinPlot:
    plot = TwinPlot(look)
    qtbot.addWidget(plot)
    plot.resize(640, 260)
    return plot


def test_both_sides_share_one_scale(plot: TwinPlot) -> None:
    plot.show_rows(rows([1.0] * 30), rows([4.0] * 50), ("tanh", "linear"), "accuracy")
    assert plot.x_range == (0.0, 49.0)
    assert plot.y_range[0] == 0.0
    assert plot.y_range[1] == pytest.approx(4.5 * 1.04)


def test_each_curve_ends_where_its_run_is(plot: TwinPlot) -> None:
    plot.show_rows(rows([1.0] * 30), rows([4.0] * 50), ("tanh", "linear"), "accuracy")
    assert [(end.side, end.role, end.x) for end in plot.ends] == [
        (0, "training", 29.0),
        (0, "validation", 29.0),
        (1, "training", 49.0),
        (1, "validation", 49.0),
    ]


def test_without_a_validation_part_there_is_one_curve_a_side(plot: TwinPlot) -> None:
    plot.show_rows(rows([1.0], validation=False), rows([2.0], validation=False), ("tanh", "linear"), "accuracy")
    assert [plot.end_names(end)[0] for end in plot.ends] == ["tanh · training", "linear · training"]


def test_the_right_side_is_dashed_and_the_left_is_not(plot: TwinPlot) -> None:
    styles = {side: curve.opts["pen"].style() for (side, _), curve in plot._curves.items()}
    assert styles == {0: Qt.PenStyle.SolidLine, 1: Qt.PenStyle.CustomDashLine}


def test_scores_share_a_scale_up_to_all(plot: TwinPlot) -> None:
    plot.set_measure("score")
    plot.show_rows(rows([1.0] * 5), rows([2.0] * 5, scores=0.25), ("tanh", "linear"), "accuracy")
    assert plot.y_range == (0.25, 1.02)
    assert plot.axis_name == "accuracy"


def test_a_logarithmic_axis_leaves_out_what_has_no_logarithm(plot: TwinPlot) -> None:
    plot.set_log(True)
    plot.show_rows(rows([1.0, 0.1, 0.0]), rows([1.0, 1.0]), ("tanh", "linear"), "accuracy")
    assert plot.ends[0].x == 1.0
    assert plot.ends[0].y == pytest.approx(-1.0)


def test_the_pointer_reads_all_curves(plot: TwinPlot) -> None:
    plot.show_rows(rows([1.0] * 21), rows([2.0] * 21), ("tanh", "linear"), "accuracy")
    plot.pointer = QPointF(plot.x_pixel(10.0), plot.frame.center().y())
    assert plot.readout() == [
        ("epoch", "10"),
        ("tanh · training", "1.000"),
        ("tanh · validation", "1.500"),
        ("linear · training", "2.000"),
        ("linear · validation", "2.500"),
    ]


def test_a_run_that_has_stopped_says_nothing_of_later_epochs(plot: TwinPlot) -> None:
    plot.show_rows(rows([1.0] * 11), rows([2.0] * 41), ("tanh", "linear"), "accuracy")
    plot.pointer = QPointF(plot.x_pixel(30.0), plot.frame.center().y())
    assert [name for name, _ in plot.readout()] == ["epoch", "linear · training", "linear · validation"]


def test_before_there_is_anything_it_says_what_will_be_there(plot: TwinPlot) -> None:
    assert plot.ends == []
    assert plot.readout() == []
    assert not plot.grab().isNull()


def test_names_are_shortened_where_they_would_leave_no_room(plot: TwinPlot) -> None:
    plot.resize(260, 160)
    long = ("binary cross-entropy", "squared error")
    plot.show_rows(rows([1.0] * 20), rows([2.0] * 20), long, "accuracy")
    assert plot._shown_names() == ["left · train", "left · val.", "right · train", "right · val."]
    assert not plot.grab().isNull()


def test_the_name_of_a_run_that_stopped_keeps_clear_of_the_line_that_goes_on(plot: TwinPlot) -> None:
    going_on, stopped = rows([0.28] * 580), rows([0.27] * 150)
    plot.show_rows(going_on, stopped, ("2-5-1", "2-1"), "accuracy")
    lines = [plot.y_pixel(y) for y in (0.28, 0.78)]
    for box in plot.name_boxes:
        if box.left() < plot.x_pixel(579.0):
            assert not any(box.top() <= line <= box.bottom() for line in lines)
    for place, box in enumerate(plot.name_boxes):
        assert not any(box.intersects(other) for other in plot.name_boxes[place + 1 :])
    assert not plot.grab().isNull()


def test_a_name_without_a_free_place_stands_outside_of_the_frame(plot: TwinPlot) -> None:
    restless = rows([0.0, 4.0] * 300)
    plot.show_rows(restless, rows([2.0] * 150), ("2-5-1", "2-1"), "accuracy")
    assert all(box.left() > plot.frame.right() for box in plot.name_boxes)
