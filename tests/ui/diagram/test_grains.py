"""The diagram at the grains of units and terms: so much is known, lit and printed as one has stepped to."""

from dataclasses import replace

import numpy as np
import pytest
from numpy.testing import assert_array_equal

from nnviz.engine.training.record.phases import phase_index
from nnviz.engine.training.record.steps import Grain, Step
from nnviz.ui.diagram.edge_state import Quantity
from nnviz.ui.diagram.hover_card import NOT_YET, card_rows
from nnviz.ui.diagram.state import diagram_state
from nnviz.ui.diagram.words import sentence, step_prefix, whose_numbers
from nnviz.ui.look.numbers import NumberStyle
from nnviz.ui.session.moment import Moment, Selection
from tests.ui.diagram.networks import layout_of, trainer_of


@pytest.fixture(scope="module")
def record():
    trainer = trainer_of((2, 4, 3, 1))
    trainer.run(30)
    return trainer.iterate()


def at(record, phase, unit, term=None):
    index = phase_index(phase, record.architecture.layers)
    grain = Grain.UNIT if term is None else Grain.TERM
    return replace(Moment(record, 0), grain=grain).at(Step(index, unit, term))


def state_of(record, phase, unit, term=None, arrived=True):
    return diagram_state(at(record, phase, unit, term), layout_of(record), arrived)


def test_units_show_their_sums_one_after_another(record):
    units = state_of(record, "z2", 1).units[2]
    assert units.known.tolist() == [True, True, False]
    assert units.symbols[:2] == ("z", "z")
    assert_array_equal(units.values[:2], record.layers[1].z[0, :2])
    assert [units.is_in_play(number) for number in range(3)] == [False, True, False]


def test_a_unit_shows_its_number_only_once_it_has_arrived(record):
    assert state_of(record, "z2", 1, arrived=False).units[2].known.tolist() == [True, False, False]


def test_units_after_the_one_in_play_still_show_their_sums_while_others_bend_theirs(record):
    units = state_of(record, "a2", 1).units[2]
    assert units.symbols == ("h", "h", "z")
    expected = [*record.layers[1].a[0, :2], record.layers[1].z[0, 2]]
    assert_array_equal(units.values, expected)


def test_only_the_edges_into_the_unit_in_play_are_lit(record):
    edges, gap = state_of(record, "z2", 1).gap(2), layout_of(record).gap(2)
    assert_array_equal(edges.reached, gap.target == 1)
    assert not edges.carried[gap.target != 1].any()
    assert edges.strengths[gap.target != 1].max() < edges.strengths[gap.target == 1].min()


def test_going_back_the_edges_out_of_the_unit_are_lit(record):
    edges, gap = state_of(record, "delta1", 2).gap(2), layout_of(record).gap(2)
    assert_array_equal(edges.reached, gap.source == 2)


def test_term_by_term_products_are_printed_and_the_sum_fills_up(record):
    gap, layer = layout_of(record).gap(2), record.layers[1]
    products = layer.W[1] * layer.inputs[0]
    for term in range(4):
        state = state_of(record, "z2", 1, term)
        edges = state.gap(2)
        assert edges.quantity is Quantity.TERM
        assert_array_equal(edges.values[gap.target == 1], products)
        assert_array_equal(edges.reached, (gap.target == 1) & (gap.source <= term))
        assert np.count_nonzero(edges.carried) == 1
        assert state.units[2].sum_so_far == pytest.approx(products[: term + 1].sum(), rel=1e-12)
        assert state.units[2].sum_done == (term + 1) / 5
    done = state_of(record, "z2", 1, 4).units[2]
    assert done.sum_so_far is None and done.known.tolist() == [True, True, False]


def test_the_sum_waits_for_its_term(record):
    products = record.layers[1].W[1] * record.layers[1].inputs[0]
    state = state_of(record, "z2", 1, 2, arrived=False).units[2]
    assert state.sum_so_far == pytest.approx(products[:2].sum(), rel=1e-12)


def test_the_update_reaches_unit_after_unit(record):
    # Units of hidden 1, then of hidden 2: the sixth is the second of hidden 2.
    state = state_of(record, "update", 5)
    first, second, last = state.edges
    assert_array_equal(state.units[1].biases, record.layers[0].b_after)
    assert_array_equal(state.units[2].biases, [*record.layers[1].b_after[:2], record.layers[1].b[2]])
    assert_array_equal(state.units[3].biases, record.layers[2].b)
    assert first.made is not None and first.made.all()
    assert last.made is not None and not last.made.any()
    assert second.quantity is Quantity.STEP and second.in_play
    assert_array_equal(second.made, layout_of(record).gap(2).target <= 1)


def test_the_loss_is_known_when_its_last_output_is():
    record = trainer_of((2, 3, 3)).iterate()
    assert state_of(record, "L", 1).loss.value is None
    assert state_of(record, "L", 2).loss.value == record.example_losses[0]
    assert state_of(record, "L", 1).loss.current == 1


def test_the_title_says_how_far_one_has_stepped(record):
    assert step_prefix(at(record, "z2", 1)) == "unit 2/3: "
    assert sentence(at(record, "z2", 1, 3)).startswith("unit 2/3, term 4/5: ")
    assert step_prefix(at(record, "a2", 1, 0)) == "unit 2/3: "
    assert step_prefix(Moment(record, 3)) == ""


def test_whose_numbers_are_shown_is_said(record):
    number = [int(example) + 1 for example in record.examples]
    assert whose_numbers(Moment(record, 0, example=2)) == f"example {number[2]} (3/4)"
    assert whose_numbers(Moment(record, 0, mean=True)) == "mean of 4 examples"
    pinned = Moment(record, 0, example=1, pinned=int(record.examples[1]))
    assert whose_numbers(pinned) == f"example {number[1]} (2/4), pinned"


def test_the_card_of_a_unit_tells_only_what_is_known(record):
    style = NumberStyle()
    rows = dict(card_rows(at(record, "z2", 1), Selection(2, 1), style)[1])
    later = dict(card_rows(at(record, "z2", 1), Selection(2, 2), style)[1])
    assert rows["z"] != NOT_YET and later["z"] == NOT_YET


def test_the_mean_of_the_batch_is_shown_in_place_of_an_example(record):
    moment = replace(Moment(record, phase_index("a2", 3)), mean=True)
    units = diagram_state(moment, layout_of(record)).units
    assert_array_equal(units[0].values, record.x.mean(axis=0))
    assert_array_equal(units[2].values, record.layers[1].a.mean(axis=0))


def test_what_does_not_train_is_marked():
    trainer = trainer_of((2, 4, 3, 1))
    trainer.set_frozen(2, 1, 3, True)
    trainer.set_frozen(2, 0, None, True)
    record = trainer.iterate()
    layout = layout_of(record)
    state = diagram_state(Moment(record, 0), layout)
    frozen = state.gap(2).frozen
    assert frozen is not None
    assert_array_equal(frozen, (layout.gap(2).target == 1) & (layout.gap(2).source == 3))
    assert state.units[2].frozen_biases.tolist() == [True, False, False]
    assert diagram_state(Moment(trainer_of().iterate(), 0), layout).gap(2).frozen is None


def test_a_unit_that_is_knocked_out_is_struck_out_from_the_start():
    trainer = trainer_of((2, 4, 3, 1))
    trainer.silence(1, 2, True)
    record = trainer.iterate()
    units = diagram_state(Moment(record, 0), layout_of(record)).units
    assert units[1].silenced.tolist() == [False, False, True, False]
    rows = dict(card_rows(Moment(record, 14), Selection(1, 2), NumberStyle())[1])
    assert rows["knocked out"] == "× 0" and "dropout" not in rows
