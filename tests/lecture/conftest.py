import pytest

from nnviz.engine import Experiment


@pytest.fixture
def xor4():
    return Experiment.named("xor4")


@pytest.fixture
def diverging():
    """The tables of an experiment whose training diverges after a few iterations."""
    return {
        "data": {"source": "sine", "examples": 20},
        "network": {"activation": "relu"},
        "training": {"learning_rate": 1000.0},
    }
