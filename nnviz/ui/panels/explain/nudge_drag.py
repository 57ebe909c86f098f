"""Whether what is on screen still belongs to a curve along which a weight is dragged."""

from __future__ import annotations

import numpy as np

from nnviz.engine.training.record.iteration import Iteration
from nnviz.ui.session.moment import Moment
from nnviz.worker.questions import WhatIfNudged


class Drag:
    """Knows the network that a curve was asked of, and the values that its weight was given since.

    Args:
        question: What the curve answers.
        moment: Where it was asked.
    """

    def __init__(self, question: WhatIfNudged, moment: Moment) -> None:
        self._question = question
        self._moment = moment
        self._expected = [self.value_in(question.record)]

    def gives(self, value: float) -> None:
        """The weight is to have another value."""
        self._expected.append(value)

    def gives_back(self) -> None:
        """The weight is to have the value again that it had when the curve was asked for."""
        self._expected.append(self.value_in(self._question.record))

    def goes_on_in(self, moment: Moment) -> bool:
        """Whether a moment is about the same update, example and weight, and the network is as the drag has made it.

        The model may leave values out, but it does not go back to earlier ones: only undoing does.
        """
        before = self._moment
        if moment.training or (moment.selection, moment.shown_example) != (before.selection, before.shown_example):
            return False
        if not self._is_same_update(moment):
            return False
        record = moment.explained[0]
        value = self.value_in(record)
        if value not in self._expected:
            return False
        del self._expected[: self._expected.index(value)]
        return record is self._question.record or self._are_others_same(record)

    def value_in(self, record: Iteration) -> float:
        """What the weight is in a record."""
        question = self._question
        layer = record.layers[question.layer - 1]
        return float(layer.b[question.unit] if question.source is None else layer.W[question.unit, question.source])

    def _is_same_update(self, moment: Moment) -> bool:
        here, there = moment.record, self._moment.record
        return here is there or (
            here.iteration == there.iteration
            and here.architecture == there.architecture
            and np.array_equal(here.examples, there.examples)
        )

    def _are_others_same(self, record: Iteration) -> bool:
        """Whether all parameters but this one are what they were, and the loss is that of the same example."""
        question, theta = self._question, record.theta.copy()
        weights, biases = record.architecture.weights_and_biases(theta)[question.layer - 1]
        value = self.value_in(question.record)
        if question.source is None:
            biases[question.unit] = value
        else:
            weights[question.unit, question.source] = value
        return np.array_equal(record.examples, question.record.examples) and np.array_equal(
            theta, question.record.theta, equal_nan=True
        )
