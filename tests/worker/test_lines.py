"""Changes in the middle of a run, as the model's thread makes them: each begins a line that one can return from."""

import numpy as np
import pytest

from nnviz.engine import Trainer
from nnviz.engine.training.timeline.events import SetFrozen, SetLearningRate, SetParameter, SetSilenced
from nnviz.worker.messages import Change, Load, Refresh, RestoreBest, Return, Train, Visit, Wanted
from tests.worker.test_model import CIRCLE, Desk, bits


@pytest.fixture
def desk(qapp):
    desk = Desk()
    desk.first = desk.ask(Load(CIRCLE))
    return desk


def test_a_run_begins_on_one_line(desk):
    timeline = desk.first.timeline
    assert (timeline.line, timeline.furthest, timeline.marks) == (0, 1, ())
    assert [line.number for line in timeline.lines] == [0]
    assert timeline.ahead.shape == (0, 6)


def test_a_change_in_the_past_keeps_the_old_future_which_can_be_returned_to(desk):
    far = desk.ask(Train(iterations=60))
    desk.ask(Visit(10))
    changed = desk.ask(Change(redo=True, events=(SetParameter(1, 0, 0, 2.0),)))
    assert changed.timeline.line != far.timeline.line
    assert changed.timeline.furthest == 11
    assert [(mark.iteration, mark.event.value) for mark in changed.timeline.marks] == [(10, 2.0)]
    desk.ask(Train(iterations=30))
    back = desk.ask(Return(far.timeline.line, 60))
    assert bits(back) == bits(far)
    assert back.timeline.furthest == 61 and back.timeline.marks == ()
    again = desk.ask(Return(changed.timeline.line, 10))
    assert bits(again) == bits(changed)


def test_a_drag_is_one_change(desk):
    desk.ask(Train(iterations=20))
    lines = set()
    for value in np.linspace(0.0, 1.0, 25):
        lines.add(desk.ask(Change(redo=True, events=(SetParameter(1, 0, 0, float(value)),), gesture=7)).timeline.line)
    assert len(lines) == 1
    last = desk.ask(Refresh())
    assert len(last.timeline.marks) == 1 and len(last.timeline.lines) == 2
    other = desk.ask(Change(redo=True, events=(SetParameter(1, 0, 0, 0.5),), gesture=8))
    assert other.timeline.line not in lines


def test_a_refused_change_leaves_no_line_behind(desk):
    before = desk.ask(Train(iterations=20))
    assert "finite number" in desk.refused(Change(redo=True, events=(SetLearningRate(float("nan")),)))
    after = desk.ask(Refresh())
    assert (after.timeline.line, len(after.timeline.lines)) == (before.timeline.line, 1)
    assert bits(after) == bits(before)


def test_returning_and_forgetting_takes_a_change_back_as_if_it_had_never_been(desk):
    before = desk.ask(Train(iterations=20))
    changed = desk.ask(Change(redo=True, events=(SetParameter(2, 0, None, 1.0),)))
    back = desk.ask(Return(before.timeline.line, 20, forget=changed.timeline.line))
    assert bits(back) == bits(before)
    assert [line.number for line in back.timeline.lines] == [before.timeline.line]


def test_an_unknown_line_is_refused(desk):
    assert "line" in desk.refused(Return(99, 0))


def test_the_rows_ahead_are_told_while_one_stands_in_the_past(desk):
    desk.ask(Train(iterations=29))
    past = desk.ask(Visit(4))
    trainer = Trainer(CIRCLE)
    trainer.run(30)
    told = past.history_from + len(past.history)
    assert past.timeline.ahead.tolist() == trainer.history.rows[told:].tolist()
    assert past.timeline.furthest == 30


def test_rows_of_another_line_are_told_anew(desk):
    far = desk.ask(Train(iterations=30))
    desk.ask(Visit(4))
    desk.ask(Change(redo=True, events=(SetLearningRate(1.0),)))
    desk.ask(Train(iterations=30))
    back = desk.ask(Return(far.timeline.line, 30))
    trainer = Trainer(CIRCLE)
    trainer.run(31)
    assert back.history_from == 0
    assert back.history.rows.tolist() == trainer.history.rows.tolist()


def test_freezing_and_silencing_are_changes_too(desk):
    desk.ask(Train(iterations=10))
    frozen = desk.ask(Change(redo=True, events=(SetFrozen(1, 0, 0, True),)))
    layer = frozen.record.layers[0]
    assert layer.W_after[0, 0] == layer.W[0, 0] and layer.W_after[0, 1] != layer.W[0, 1]
    silent = desk.ask(Change(redo=True, events=(SetSilenced(1, 2, True),)))
    assert silent.record.architecture.silenced == ((1, 2),)
    assert not silent.record.layers[0].a[:, 2].any()
    assert len(silent.timeline.marks) == 2


def test_maps_are_those_of_the_network_as_it_is_with_a_unit_knocked_out(desk):
    whole = desk.ask(Refresh(), Wanted(maps=8)).maps
    silent = desk.ask(Change(redo=True, events=(SetSilenced(2, 1, True),)), Wanted(maps=8)).maps
    assert whole is not None and silent is not None
    assert not silent.layers[2][1].any()
    assert whole.layers[2][1].any()


def test_putting_the_best_back_is_a_change(desk):
    desk.ask(Train(iterations=30))
    restored = desk.ask(RestoreBest())
    assert restored.timeline.line == 1 and len(restored.timeline.marks) == 1


def test_looking_again_moves_nothing(desk):
    before = desk.ask(Train(iterations=5))
    after = desk.ask(Refresh(), Wanted(maps=8, maps_before=True))
    assert after.record is before.record and after.iterations_made == 0
    assert after.maps is not None and after.maps_before is not None


def test_an_example_that_is_wanted_is_told_where_it_is_not_in_the_batch(desk):
    record = desk.ask(Train(iterations=5)).record
    inside = int(record.examples[0])
    outside = next(n for n in range(50) if n not in record.examples)
    assert desk.ask(Refresh(), Wanted(example=inside)).visitor is None
    visitor = desk.ask(Refresh(), Wanted(example=outside)).visitor
    assert visitor is not None and visitor.examples.tolist() == [outside]
    assert desk.ask(Refresh(), Wanted(example=10_000)).visitor is None
    assert desk.ask(Refresh()).visitor is None
