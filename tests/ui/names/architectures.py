"""Networks by their widths alone: names depend on nothing else."""

from nnviz.engine.functions.activations import ACTIVATIONS
from nnviz.engine.functions.losses import LOSSES
from nnviz.engine.functions.outputs import OUTPUTS
from nnviz.engine.networks.network import Architecture


def architecture(*widths: int) -> Architecture:
    hidden = (ACTIVATIONS["tanh"],) * (len(widths) - 2)
    return Architecture(widths, hidden, OUTPUTS["linear"], LOSSES["squared_error"])
