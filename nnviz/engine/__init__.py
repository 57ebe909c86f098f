"""The engine: networks, data, training and the record of an iteration. NumPy only; a library of its own.

>>> from nnviz.engine import Experiment, Trainer
>>> trainer = Trainer(Experiment.named("circle"))
>>> record = trainer.iterate()  # one update; every number of it, frozen
>>> reason = trainer.run(iterations=1000)  # many updates, no records

To read how it works, begin with ``textbook``: backpropagation in one page, to which the tests hold all the rest.
"""

from typing import TYPE_CHECKING, Any

from nnviz import single_thread as single_thread
from nnviz.engine.data.examples import Examples, make_examples
from nnviz.engine.errors import ExperimentError, NnvizError, PlaceError
from nnviz.engine.experiment import Experiment
from nnviz.engine.settings import (
    Data,
    EarlyStopping,
    Faults,
    LayerParameters,
    Network,
    Optimizer,
    Region,
    Schedule,
    Training,
)
from nnviz.engine.training.record.iteration import Iteration, LayerRecord, LossParts
from nnviz.engine.training.record.phases import Kind, Phase, Work, phase_index, phases_of
from nnviz.engine.training.run.evaluation import ClassScores, Evaluation, NumberScores, evaluate
from nnviz.engine.training.run.trainer import Trainer
from nnviz.engine.training.timeline.history import History
from nnviz.engine.training.timeline.lines import Line

if TYPE_CHECKING:
    from nnviz.engine.sweeps.sweep import Sweep as Sweep

__all__ = [
    "ClassScores",
    "Data",
    "EarlyStopping",
    "Evaluation",
    "Examples",
    "Experiment",
    "ExperimentError",
    "Faults",
    "History",
    "Iteration",
    "Kind",
    "LayerParameters",
    "LayerRecord",
    "Line",
    "LossParts",
    "Network",
    "NnvizError",
    "NumberScores",
    "Optimizer",
    "Phase",
    "PlaceError",
    "Region",
    "Schedule",
    "Sweep",
    "Trainer",
    "Training",
    "Work",
    "evaluate",
    "make_examples",
    "phase_index",
    "phases_of",
]


def __getattr__(name: str) -> Any:
    """``Sweep`` is only imported where it is asked for: most uses need no more than one network."""
    if name == "Sweep":
        from nnviz.engine.sweeps.sweep import Sweep

        return Sweep
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
