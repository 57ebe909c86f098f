"""Moments of real runs of networks of any shape, for the tests beside it."""

import numpy as np

from nnviz.engine import Experiment, Trainer
from nnviz.engine.analysis.responses import ResponseMaps, Responses
from nnviz.engine.training.record.iteration import Iteration
from nnviz.engine.training.record.phases import phase_index
from nnviz.ui.diagram.layout import diagram_layout
from nnviz.ui.diagram.places import Layout
from nnviz.ui.session.moment import Moment, Selection
from nnviz.worker.messages import RunInfo

LARGE = (1020.0, 690.0)
SMALL = (640.0, 330.0)


def experiment(widths: tuple[int, ...], **fields: object) -> Experiment:
    """A regression with these many inputs, hidden units and outputs."""
    numbers = np.random.default_rng(5)
    data = {
        "data.examples": None,
        "data.x": numbers.normal(size=(12, widths[0])).tolist(),
        "data.y": numbers.normal(size=(12, widths[-1])).tolist(),
        "data.split": [1.0, 0.0, 0.0],
        "network.hidden": list(widths[1:-1]),
        "training.batch_size": 4,
    }
    text = "[data]\nx = [[0.0]]\ny = [[0.0]]\nsplit = [1.0, 0.0, 0.0]\n"
    return Experiment.parse(text).with_fields({**data, **fields})


def trainer_of(widths: tuple[int, ...] = (2, 4, 3, 1), **fields: object) -> Trainer:
    return Trainer(experiment(widths, **fields))


def run_of(trainer: Trainer) -> RunInfo:
    return RunInfo(1, trainer.experiment, trainer.architecture, trainer.examples, trainer.batches_per_epoch)


def moment_at(
    record: Iteration,
    phase: str,
    example: int = 0,
    maps: ResponseMaps | None = None,
    training: bool = False,
    selection: Selection | None = None,
) -> Moment:
    index = phase_index(phase, record.architecture.layers)
    return Moment(record, index, example, maps, training, selection)


def maps_of(trainer: Trainer, record: Iteration, resolution: int = 40) -> ResponseMaps:
    return Responses.of(trainer.architecture, trainer.examples, trainer.experiment.data, resolution)(record.theta)


def layout_of(record: Iteration, size: tuple[float, float] = LARGE) -> Layout:
    return diagram_layout(record.architecture.widths, *size)
