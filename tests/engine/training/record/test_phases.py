"""The phases of an iteration, and finding one by any of its names."""

import re

import pytest

from nnviz.engine import Experiment, Kind, PlaceError, Trainer, Work, phase_index, phases_of


def test_an_iteration_goes_forward_through_the_loss_and_back():
    names = [phase.name for phase in phases_of(2)]
    assert names == ["x", "z1", "a1", "z2", "a2", "L", "delta2", "dW2", "delta1", "dW1", "update"]
    labels = [phase.label for phase in phases_of(2)]
    assert labels == ["x", "z¹", "h¹", "z²", "ŷ", "L", "δ²", "∇W²", "δ¹", "∇W¹", "W←"]


@pytest.mark.parametrize("layers", [1, 2, 9, 33])
def test_every_phase_has_a_name_of_its_own_and_is_found_by_it(layers):
    phases = phases_of(layers)
    assert len(phases) == 4 * layers + 3
    assert len({phase.name for phase in phases}) == len({phase.label for phase in phases}) == len(phases)
    for place, phase in enumerate(phases):
        assert phase_index(phase.name, layers) == phase_index(phase.label, layers) == place


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("h1", "a1"),
        ("h¹", "a1"),
        ("a²", "a2"),
        ("yhat", "a2"),
        ("ŷ", "a2"),
        ("h2", "a2"),
        ("δ1", "delta1"),
        ("Delta1", "delta1"),
        ("δ²", "delta2"),
        ("∇W1", "dW1"),
        ("dw2", "dW2"),
        ("gradW2", "dW2"),
        ("W←", "update"),
        ("UPDATE", "update"),
        ("l", "L"),
        ("X", "x"),
    ],
)
def test_a_phase_is_found_by_whatever_one_types(label, name):
    assert phases_of(2)[phase_index(label, 2)].name == name


@pytest.mark.parametrize("label", ["z3", "z0", "delta0", "", "q", "z", "h3", "a-1", "∇W3"])
def test_an_unknown_phase_is_refused(label):
    with pytest.raises(PlaceError, match=re.escape(f'no phase "{label}"')):
        phase_index(label, 2)


def test_a_near_miss_gets_a_suggestion():
    with pytest.raises(PlaceError, match=re.escape('did you mean "delta1"?')):
        phase_index("dleta1", 2)


def test_the_four_kinds_of_work_follow_one_another():
    works = [phase.work for phase in phases_of(3)]
    assert list(dict.fromkeys(works)) == [Work.FORWARD, Work.LOSS, Work.BACKWARD, Work.UPDATE]
    assert works == sorted(works, key=list(Work).index)


def test_the_plan_does_the_phases_in_their_order():
    trainer = Trainer(Experiment.named("circle").with_fields({"training.l2": 0.01}))
    record = trainer.iterate()
    done = list(dict.fromkeys(label for label, _ in trainer._course.plans[0].steps))
    computed = [phase.name for phase in record.phases if phase.kind not in (Kind.INPUT, Kind.LOSS)]
    assert sorted(done, key=computed.index) == computed
    assert done[-1] == "update" and done[:6] == ["z1", "a1", "z2", "a2", "z3", "a3"]
