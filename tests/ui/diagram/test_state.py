import numpy as np
import pytest
from numpy.testing import assert_array_equal

from nnviz.engine.training.record.phases import Kind, phase_index, phases_of
from nnviz.engine.training.record.steps import Grain
from nnviz.ui.diagram.edge_state import Quantity, gap_in_play, weight_strengths
from nnviz.ui.diagram.state import diagram_state
from nnviz.ui.session.moment import Moment
from tests.ui.diagram.networks import layout_of, moment_at, trainer_of


@pytest.fixture(scope="module")
def record():
    trainer = trainer_of((2, 4, 3, 1))
    trainer.run(30)
    return trainer.iterate()


def state_at(record, phase, **kwargs):
    arrived = kwargs.pop("arrived", True)
    return diagram_state(moment_at(record, phase, **kwargs), layout_of(record), arrived)


def test_inputs_are_known_from_the_start_and_nothing_else_is(record):
    state = state_at(record, "x", example=2)
    assert_array_equal(state.units[0].values, record.x[2])
    assert all(units.values is None and units.deltas is None for units in state.units[1:])
    assert state.loss.value is None and state.loss.batch is None


def test_a_unit_shows_no_value_before_its_phase(record):
    for phase in phases_of(3)[: phase_index("z2", 3)]:
        assert state_at(record, phase.name).units[2].values is None


def test_a_unit_shows_z_in_its_z_phase_and_a_from_its_a_phase_on(record):
    layer = record.layers[1]
    state = state_at(record, "z2", example=1).units[2]
    assert state.symbols[0] == "z"
    assert_array_equal(state.values, layer.z[1])
    for phase in ("a2", "z3", "delta1", "update"):
        state = state_at(record, phase, example=1).units[2]
        assert state.symbols[0] == "h"
        assert_array_equal(state.values, layer.a[1])


def test_the_output_is_called_y_hat(record):
    assert state_at(record, "L").units[3].symbols[0] == "ŷ"


def test_delta_stands_above_a_unit_from_its_phase_until_the_update(record):
    shown = [state_at(record, phase.name).units[2].deltas is not None for phase in phases_of(3)]
    first = phase_index("delta2", 3)
    assert shown == [index >= first for index in range(len(shown))]
    assert_array_equal(state_at(record, "update", example=3).units[2].deltas, record.layers[1].delta[3])


@pytest.mark.parametrize("grain", list(Grain))
def test_the_output_keeps_the_mean_of_its_delta_from_its_phase_on(record, grain):
    start = Moment(record, phase_index("delta3", 3), mean=True, grain=grain)
    layout, step, walk = layout_of(record), start.walk.first(grain), start.walk
    seen = 0
    while step is not None:
        moment = start.at(step)
        state = diagram_state(moment, layout).units[3]
        if moment.known_units(Kind.DELTA, 3):
            assert_array_equal(state.deltas, record.layers[2].delta.mean(axis=0))
            assert state.delta_known.all()
            seen += 1
        step = walk.after(step, grain)
    assert seen


def test_the_loss_is_known_from_its_phase_on(record):
    assert state_at(record, "a3").loss.value is None
    state = state_at(record, "L", example=2).loss
    assert state.value == record.example_losses[2]
    assert state.batch == record.loss.total
    assert_array_equal(state.targets, record.y[2])


def test_while_its_work_is_under_way_a_phase_has_no_numbers_yet(record):
    assert state_at(record, "z1", arrived=False).units[1].values is None
    assert state_at(record, "a1", arrived=False).units[1].symbols[0] == "z"
    assert state_at(record, "delta2", arrived=False).units[2].deltas is None
    assert state_at(record, "L", arrived=False).loss.value is None


@pytest.mark.parametrize(
    ("phase", "gap"),
    [
        ("x", None),
        ("z1", 1),
        ("a1", None),
        ("z2", 2),
        ("L", None),
        ("delta3", None),
        ("dW3", 3),
        ("delta2", 3),
        ("dW2", 2),
        ("delta1", 2),
        ("dW1", 1),
    ],
)
def test_the_edges_in_play(record, phase, gap):
    moment = moment_at(record, phase)
    assert gap_in_play(moment) == gap
    state = diagram_state(moment, layout_of(record))
    assert [edges.in_play for edges in state.edges] == [layer == gap for layer in (1, 2, 3)]


def test_the_units_in_play_are_those_of_the_phase(record):
    for phase, layer in (("x", 0), ("z1", 1), ("a2", 2), ("delta3", 3), ("delta1", 1), ("dW2", 2)):
        state = state_at(record, phase)
        assert [units.in_play for units in state.units] == [number == layer for number in range(4)]


def test_the_loss_is_in_play_when_it_is_computed_and_when_delta_leaves_it(record):
    playing = {phase.name for phase in phases_of(3) if state_at(record, phase.name).loss.in_play}
    assert playing == {"L", "delta3"}
    assert state_at(record, "delta3").loss.backwards and not state_at(record, "L").loss.backwards


def test_edges_in_the_z_phase_are_weights_and_carry_weight_times_input(record):
    state = state_at(record, "z2", example=1).gap(2)
    assert state.quantity is Quantity.WEIGHT
    assert_array_equal(state.values, record.layers[1].W.ravel())
    carried = (record.layers[1].W * record.layers[0].a[1]).ravel()
    assert np.argmax(np.abs(state.carried)) == np.argmax(np.abs(carried)) and np.abs(state.carried).max() == 1.0
    assert_array_equal(np.sign(state.carried), np.sign(carried))


def test_edges_in_the_delta_phase_are_what_flows_back(record):
    state = state_at(record, "delta1", example=2).gap(2)
    assert state.quantity is Quantity.CONTRIBUTION
    assert_array_equal(state.values, (record.layers[1].W * record.layers[1].delta[2][:, None]).ravel())


def test_edges_in_the_gradient_phase_are_the_gradient_of_the_batch(record):
    state = state_at(record, "dW2").gap(2)
    assert state.quantity is Quantity.GRADIENT
    assert_array_equal(state.values, record.layers[1].grad_W.ravel())


def test_in_the_update_every_edge_is_the_step_of_its_weight(record):
    for edges, layer in zip(state_at(record, "update").edges, record.layers, strict=True):
        assert edges.quantity is Quantity.STEP and edges.in_play
        assert_array_equal(edges.values, (layer.W_after - layer.W).ravel())
        assert_array_equal(edges.negative, (layer.W < 0).ravel())


def test_while_training_edges_are_the_weights_after_the_update_and_none_is_in_play(record):
    state = state_at(record, "update", training=True)
    for edges, layer in zip(state.edges, record.layers, strict=True):
        assert_array_equal(edges.values, layer.W_after.ravel())
        assert not edges.in_play
    assert all(units.deltas is None and not units.in_play for units in state.units)
    assert state.loss.batch == record.loss.total


def test_a_larger_weight_is_drawn_more_strongly_whatever_the_others_are():
    strengths = weight_strengths(np.array([0.0, -0.1, 0.5, -2.0, 1e9, np.nan, -np.inf]))
    assert strengths[0] == 0.0
    assert (np.diff(strengths[:5]) > 0).all() and (strengths[4:] == 1.0).all()


def test_a_signal_that_fades_on_its_way_back_is_drawn_more_weakly():
    trainer = trainer_of((2, 6, 6, 6, 6, 1), **{"network.activation": "sigmoid"})
    record = trainer.iterate()
    state = {layer: state_at(record, f"delta{layer}").gap(layer + 1) for layer in (1, 4)}
    assert state[1].strengths.max() < 0.5 * state[4].strengths.max()


def test_saturated_and_dead_units_are_marked():
    flat = trainer_of((2, 3, 1), **{"network.activation": "sigmoid", "network.bias": 40.0}).iterate()
    assert state_at(flat, "x").units[1].saturated.all()
    dead = trainer_of((2, 3, 1), **{"network.activation": "relu", "network.bias": -90.0}).iterate()
    state = state_at(dead, "x").units[1]
    assert state.dead.all() and not state.saturated.any()


def test_biases_after_the_update_are_the_new_ones(record):
    assert_array_equal(state_at(record, "dW1").units[1].biases, record.layers[0].b)
    assert_array_equal(state_at(record, "update").units[1].biases, record.layers[0].b_after)


def test_a_strip_shows_the_numbers_of_the_units_that_are_shown():
    trainer = trainer_of((64, 32, 3))
    record = trainer.iterate()
    layout = layout_of(record)
    state = diagram_state(moment_at(record, "update"), layout)
    shown = [place.unit for place in layout.columns[1].places]
    assert len(shown) < 32 and shown[-1] == 31
    assert_array_equal(state.units[1].values, record.layers[0].a[0, shown])
    assert_array_equal(state.gap(2).weights, record.layers[1].W[:, shown].ravel())


def test_a_diverged_record_still_has_a_state():
    trainer = trainer_of((2, 4, 3, 1), **{"network.activation": "relu", "training.learning_rate": 1e30})
    for _ in range(6):
        record = trainer.iterate()
        for index in range(len(record.phases)):
            state = diagram_state(Moment(record, index), layout_of(record))
            for edges in state.edges:
                assert np.isfinite(edges.strengths).all() and np.isfinite(edges.carried).all()
            assert all(np.isfinite(units.shares).all() for units in state.units)
    assert record.first_not_finite() is not None


def test_a_silenced_unit_is_one_from_its_activation_on_and_not_while_training():
    record = trainer_of((2, 6, 3, 1), **{"training.dropout": 0.5}).iterate()
    off = record.layers[0].mask[1] == 0.0
    assert off.any()
    assert not state_at(record, "z1", example=1).units[1].silenced.any()
    assert_array_equal(state_at(record, "a1", example=1).units[1].silenced, off)
    assert_array_equal(state_at(record, "update", example=1).units[1].silenced, off)
    assert not state_at(record, "update", example=1, training=True).units[1].silenced.any()
    assert not state_at(record, "update", example=1).units[3].silenced.any()
