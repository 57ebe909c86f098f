import pytest
from numpy.testing import assert_allclose

from nnviz.engine import Experiment, Trainer
from nnviz.engine.analysis.response_lines import LineResponses, has_line
from nnviz.engine.analysis.unit_curves import unit_curves


@pytest.mark.parametrize("fields", [{}, {"data.inputs": ["x1", "x1^2"]}, {"network.hidden": []}])
def test_they_are_the_curves_of_every_unit(fields):
    run = Trainer(Experiment.named("sine").with_fields(fields))
    run.run(30)
    data, theta = run.experiment.data, run.iterate().theta
    lines = LineResponses(run.architecture, run.examples, data, 21)(theta)
    curves = unit_curves(run.architecture, theta, run.examples, data, 21)
    assert [layer.shape for layer in lines.layers] == [(width, 21) for width in run.architecture.widths]
    assert_allclose(lines.x, curves.x)
    for line, curve in zip(lines.layers[1:-1], curves.hidden, strict=True):
        assert_allclose(line, curve.T)
    assert_allclose(run.examples.in_own_unit(lines.layers[-1].T), curves.output)
    assert not any(layer.flags.writeable for layer in lines.layers)


def test_only_one_raw_input_is_a_line():
    found = {
        name: has_line(Trainer(Experiment.named(name)).examples) for name in ("sine", "sawtooth", "circle", "digits")
    }
    assert found == {"sine": True, "sawtooth": True, "circle": False, "digits": False}
