"""Undo and redo of drawings; a stroke is one change."""

import numpy as np

from nnviz.ui.windows.data_editor.drawing import Drawing
from nnviz.ui.windows.data_editor.history import History


def with_points(count):
    return Drawing.empty(2, 2, "").added(np.zeros((count, 2)), 0.0)


def test_a_change_is_undone_and_redone_exactly(qapp):
    first, second = with_points(1), with_points(2)
    history = History(first)
    history.keep("add", second)
    assert history.drawing is second
    history.stack.undo()
    assert history.drawing is first
    history.stack.redo()
    assert history.drawing is second


def test_a_stroke_is_one_change_however_often_it_was_shown(qapp, qtbot):
    first = with_points(1)
    history = History(first)
    for count in (2, 3, 4):
        with qtbot.waitSignal(history.changed):
            history.show(with_points(count))
    assert history.stack.count() == 0 and history.before_stroke is first
    history.keep("spray")
    assert history.stack.count() == 1 and len(history.drawing) == 4
    history.stack.undo()
    assert history.drawing is first


def test_a_stroke_that_is_dropped_leaves_nothing(qapp):
    first = with_points(1)
    history = History(first)
    history.show(with_points(2))
    history.drop()
    assert history.drawing is first and history.stack.count() == 0


def test_nothing_that_changed_nothing_can_be_undone(qapp):
    history = History(with_points(1))
    history.keep("nothing")
    assert not history.stack.canUndo()


def test_steps_of_one_point_are_one_change_and_those_of_another_are_not(qapp):
    first = with_points(2)
    history = History(first)
    for step in range(1, 4):
        history.keep("move", history.drawing.moved(0, (float(step), 0.0)), 0)
    assert history.stack.count() == 1 and history.drawing.x[0, 0] == 3.0
    history.keep("move", history.drawing.moved(1, (5.0, 0.0)), 1)
    assert history.stack.count() == 2
    history.stack.undo()
    history.stack.undo()
    assert history.drawing is first
