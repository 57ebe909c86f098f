import numpy as np
import pytest

from nnviz.engine.analysis.unit_curves import stretch_of, unit_curves
from nnviz.engine.errors import PlaceError
from nnviz.engine.experiment import Experiment
from nnviz.engine.training.run.trainer import Trainer


def curves(name="sine", points=41, epochs=2, **fields):
    run = Trainer(Experiment.named(name).with_fields({key.replace("__", "."): each for key, each in fields.items()}))
    run.run(epochs * run.batches_per_epoch)
    record = run.iterate()
    return run, record, unit_curves(run.architecture, record.theta_after, run.examples, run.experiment.data, points)


@pytest.mark.parametrize("standardised", [False, True])
@pytest.mark.parametrize("hidden", [(3,), (4, 2), ()])
def test_the_terms_and_the_bias_add_up_to_the_prediction_in_the_targets_own_unit(hidden, standardised):
    found = curves(network__hidden=hidden, data__standardize_target=standardised)[2]
    total = found.terms[0].sum(axis=1) + found.constant[0]
    assert total == pytest.approx(found.output[:, 0], abs=1e-12)
    assert [values.shape for values in found.hidden] == [(41, units) for units in hidden]


def test_the_curves_pass_through_what_the_record_predicts():
    run, record, _ = curves()
    found = unit_curves(run.architecture, record.theta, run.examples, run.experiment.data, 20001)
    raw = run.examples.raw[record.examples, 0]
    heights = np.interp(raw, found.x, found.output[:, 0])
    assert heights == pytest.approx(run.examples.in_own_unit(record.prediction)[:, 0], abs=1e-6)


def test_the_curves_reach_a_little_beyond_the_examples():
    run, _, found = curves()
    raw = run.examples.raw[:, 0]
    assert (found.x[0], found.x[-1]) == stretch_of(run.examples)
    assert found.x[0] < raw.min() < raw.max() < found.x[-1]


def test_relu_networks_count_their_pieces_and_tanh_ones_have_none():
    assert curves("sine")[2].pieces is None
    found = curves("sawtooth", network__hidden=(6,))[2]
    assert found.kinks is not None
    assert found.pieces == len(found.kinks) + 1 <= 7
    assert ((found.kinks > found.x[0]) & (found.kinks < found.x[-1])).all()


def test_features_of_the_input_are_not_counted_over():
    assert curves("sawtooth", network__hidden=(6,), data__inputs=("x1", "x1^2"))[2].pieces is None


def test_an_output_that_is_not_linear_has_no_terms():
    found = curves("sine", network__output="tanh")[2]
    assert len(found.terms) == len(found.constant) == 0
    assert found.output.shape == (41, 1)


def test_there_are_no_curves_over_two_inputs():
    with pytest.raises(PlaceError, match="this data has 2"):
        curves("circle")
