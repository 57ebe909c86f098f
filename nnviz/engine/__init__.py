"""The engine: networks, data, training and the record of an iteration. NumPy only; a library of its own.

>>> from nnviz.engine import Experiment, Trainer
>>> trainer = Trainer(Experiment.named("circle"))
>>> record = trainer.iterate()  # one update; every number of it, frozen
>>> reason = trainer.run(iterations=1000)  # many updates, no records
"""

from nnviz.engine.data.examples import Examples, make_examples
from nnviz.engine.errors import ExperimentError, NnvizError, PlaceError
from nnviz.engine.experiment import (
    Data,
    EarlyStopping,
    Experiment,
    LayerParameters,
    Network,
    Optimizer,
    Training,
)
from nnviz.engine.training.evaluation import ClassScores, Evaluation, NumberScores, evaluate
from nnviz.engine.training.history import History
from nnviz.engine.training.iteration import Iteration, LayerRecord, LossParts
from nnviz.engine.training.phases import Kind, Phase, Work, phase_index, phases_of
from nnviz.engine.training.trainer import Trainer

__all__ = [
    "ClassScores",
    "Data",
    "EarlyStopping",
    "Evaluation",
    "Examples",
    "Experiment",
    "ExperimentError",
    "History",
    "Iteration",
    "Kind",
    "LayerParameters",
    "LayerRecord",
    "LossParts",
    "Network",
    "NnvizError",
    "NumberScores",
    "Optimizer",
    "Phase",
    "PlaceError",
    "Trainer",
    "Training",
    "Work",
    "evaluate",
    "make_examples",
    "phase_index",
    "phases_of",
]
