"""All that can be said of a network's answers on one part of the data, as a pure function.

The test part is one like the others, and is looked at only by whoever asks for it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from nnviz.engine.data.examples import Examples
from nnviz.engine.networks.network import Architecture
from nnviz.engine.training.run.scores import Scorer, predicted_classes
from nnviz.engine.types import Array, Indices, frozen


@dataclass(frozen=True, eq=False)
class ClassScores:
    """How well classes are told apart.

    Attributes:
        predicted: The class that each prediction says, shape (examples,).
        accuracy: The share that is right.
        confusion: How many examples of each class (row) were taken for each class (column), whole numbers, shape
            (classes, classes).
        precision: Of what was taken for a class, the share that is of it, shape (classes,); nan if nothing was.
        recall: Of what is of a class, the share that was taken for it, shape (classes,); nan if nothing is.
    """

    predicted: Indices
    accuracy: float
    confusion: Indices
    precision: Array
    recall: Array


@dataclass(frozen=True, eq=False)
class NumberScores:
    """How well numbers are predicted, in the target's own unit; over all outputs where there are several.

    Attributes:
        rmse: The root of the mean squared residual.
        mae: The mean absolute residual.
        r2: As ``r_squared`` says.
        residuals: Target − prediction, so that what is predicted too low has a positive one, shape (examples, outputs).
    """

    rmse: float
    mae: float
    r2: float
    residuals: Array


@dataclass(frozen=True, eq=False)
class Evaluation:
    """A network's answers on one part of the data, and how good they are.

    Attributes:
        part: ``"train"``, ``"validation"`` or ``"test"``.
        examples: Which examples it holds, as places in the data set, shape (examples,).
        loss: The mean loss, penalty left out, as training knows it.
        predictions: ŷ, shape (examples, outputs); numbers in the target's own unit.
        classes: Where classes are predicted.
        numbers: Where numbers are.
    """

    part: str
    examples: Indices
    loss: float
    predictions: Array
    classes: ClassScores | None
    numbers: NumberScores | None


def evaluate(architecture: Architecture, theta: Array, examples: Examples, part: str) -> Evaluation | None:
    """Evaluate a network on one part of the data; ``None`` if the part is empty.

    Args:
        architecture: The network's.
        theta: Its parameters, laid out as ``Architecture`` says.
        examples: The data.
        part: ``"train"``, ``"validation"`` or ``"test"``.
    """
    places = examples.part(part)
    if len(places) == 0:
        return None
    with np.errstate(all="ignore"):
        scorer = Scorer(architecture, examples, theta, places)
        loss, score = scorer()
        if examples.task == "regression":
            predictions = examples.in_own_unit(scorer.predictions.T)
            numbers = _number_scores(examples.in_own_unit(examples.y[places]), predictions, score)
            return Evaluation(part, places, loss, frozen(predictions), None, numbers)
        predicted = predicted_classes(scorer.predictions, architecture)
        classes = _class_scores(examples.labels[places], predicted, examples.classes, score)
        return Evaluation(part, places, loss, frozen(scorer.predictions.T.copy()), classes, None)


def r_squared(targets: Array, predictions: Array) -> float:
    """``R² = 1 − Σ (y − ŷ)² / Σ (y − ȳ)²``: 1 is perfect, 0 no better than always to predict the mean.

    The mean over the outputs where there are several, as is usual; nan where a target never changes.

    Args:
        targets: y, shape (examples, outputs).
        predictions: ŷ, of the same shape.
    """
    if len(targets) == 0:
        return float("nan")
    with np.errstate(all="ignore"):
        left = np.square(targets - predictions).sum(axis=0)
        total = np.square(targets - targets.mean(axis=0)).sum(axis=0)
        shares = np.where(np.ptp(targets, axis=0) > 0.0, 1.0 - left / total, np.nan)
        return float(shares.mean())


def _number_scores(targets: Array, predictions: Array, rmse: float) -> NumberScores:
    residuals = targets - predictions
    return NumberScores(
        rmse=rmse, mae=float(np.abs(residuals).mean()), r2=r_squared(targets, predictions), residuals=frozen(residuals)
    )


def _class_scores(labels: Indices, predicted: Indices, classes: int, accuracy: float) -> ClassScores:
    confusion = np.bincount(labels * classes + predicted, minlength=classes * classes).reshape(classes, classes)
    right = confusion.diagonal()
    # 0 / 0 is nan, which is what is meant.
    precision, recall = right / confusion.sum(axis=0), right / confusion.sum(axis=1)
    confusion.setflags(write=False)
    predicted.setflags(write=False)
    return ClassScores(predicted, accuracy, confusion, frozen(precision), frozen(recall))
