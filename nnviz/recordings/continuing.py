"""From a step of a recording on in the engine: with its parameters, and what the optimiser remembers."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from nnviz.engine.errors import ExperimentError, PlaceError
from nnviz.engine.functions.optimisers import chosen_optimiser
from nnviz.engine.training.run.trainer import Trainer
from nnviz.engine.training.timeline.checkpoints import Checkpoint
from nnviz.engine.training.timeline.lines import KeptLine
from nnviz.engine.types import Array
from nnviz.recordings.reading import Recording
from nnviz.sessions.session import Session
from nnviz.view import View

EPOCHS = 500
"""Of the experiment that goes on."""


def continued(recording: Recording, step: int) -> Session:
    """The session of a run of the engine that stands after a step of a recording, at its beginning.

    Its experiment has the parameters as they are there, and the examples that were seen; its batches are its own.

    Raises:
        PlaceError: The parameters are not numbers that can be trained on.
    """
    row = int(recording.steps["after"][step])
    theta = recording.vector("", row)
    fields = {
        "network.parameters": [
            {"W": weights.tolist(), "b": bias.tolist()}
            for weights, bias in recording.architecture.weights_and_biases(theta)
        ],
        "training.learning_rate": float(recording.steps["learning_rate"][step]),
        "training.epochs": EPOCHS,
    }
    try:
        experiment = recording.experiment.with_fields(fields)
    except ExperimentError as error:
        raise PlaceError(error.text) from None
    trainer = Trainer(experiment, recording.examples)
    run = trainer.kept()
    known = run.present.known
    first = known.checkpoints.kept[0]
    checkpoints = known.checkpoints.holding([_remembering(first, recording, step, theta)], known.checkpoints.stride)
    line = KeptLine(run.present.origin, replace(known, checkpoints=checkpoints), run.present.scored)
    return Session(experiment, recording.examples, None, replace(run, present=line), View())


def _remembering(checkpoint: Checkpoint, recording: Recording, step: int, theta: Array) -> Checkpoint:
    """The same with what the optimiser remembers after a step."""
    optimiser, settings = chosen_optimiser(recording.experiment.training)
    row, updates = int(recording.steps["after"][step]), int(recording.steps["updates"][step])
    memory = [recording.vector(f"{letter}.", row) for letter in optimiser.memory]
    powers = np.array([settings[name] ** updates for name in optimiser.powers])
    return replace(checkpoint, numbers=np.array([*memory, theta]), powers=powers)
