from nnviz.engine.training.timeline.events import SetLearningRate
from nnviz.engine.training.timeline.lines import Line
from nnviz.ui.transport.other_lines import OtherFuture, other_futures
from nnviz.worker.messages import Timeline
from tests.ui.panels.runs import timeline, trainer


def seen_from(line, *lines):
    return other_futures(Timeline(line, 0, (), (), lines))


def test_a_run_with_one_line_has_no_other_future():
    run = trainer()
    run.run(50)
    assert other_futures(timeline(run)) == ()


def test_the_first_future_parts_where_the_change_was_made():
    run = trainer()
    run.run(100)
    run.seek(40)
    run.fork()
    run.set_learning_rate(0.5)
    run.run(5)
    assert other_futures(timeline(run)) == (OtherFuture(0, 40, 100, None),)
    run.switch(0)
    assert other_futures(timeline(run)) == (OtherFuture(1, 40, 45, SetLearningRate(0.5)),)


def test_a_future_of_one_update_is_nothing_to_go_back_for():
    first, second = Line(0, None, 0, 41, 4), Line(1, 0, 40, 80, 8)
    assert seen_from(1, first, second) == ()
    assert [future.line for future in seen_from(0, first, second)] == [1]


def test_cousins_part_where_the_first_of_them_left():
    lines = Line(0, None, 0, 100, 10), Line(1, 0, 30, 90, 9), Line(2, 0, 60, 95, 9), Line(3, 2, 80, 99, 9)
    assert {future.line: future.parts_at for future in seen_from(3, *lines)} == {0: 60, 1: 30, 2: 80}
    assert [future.line for future in seen_from(3, *lines)] == [1, 0, 2]


def test_where_the_common_line_is_forgotten_its_children_still_know_of_it():
    siblings = Line(1, 0, 30, 90, 9), Line(2, 0, 60, 95, 9)
    assert [future.parts_at for future in seen_from(2, *siblings)] == [30]
    strangers = Line(4, 3, 30, 90, 9), Line(0, None, 0, 95, 9)
    assert [future.parts_at for future in seen_from(4, *strangers)] == [None]
