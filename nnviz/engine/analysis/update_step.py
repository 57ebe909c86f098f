"""The update of one weight or bias: old and new, the gradient it came from, and what the optimiser made of it."""

from __future__ import annotations

from dataclasses import dataclass

from nnviz.engine.analysis.places import check_place, gradient_parts, parameter_in
from nnviz.engine.functions.optimisers import chosen_optimiser
from nnviz.engine.settings import Training
from nnviz.engine.training.record.iteration import Iteration
from nnviz.engine.types import Array


@dataclass(frozen=True)
class UpdateStep:
    """One parameter in one update.

    Attributes:
        layer, unit, source: Which one; source ``None`` is the bias.
        old, new: Before and after.
        step: ``new − old``.
        gradient: What the optimiser gets: ``(loss_gradient + penalty_gradient) × clipping``.
        loss_gradient: The batch's mean of ∂L/∂w, without penalty.
        penalty_gradient: The penalty's part, before clipping.
        clipping: What the whole gradient was multiplied by; ``None`` where gradients are not clipped.
        learning_rate: η in this update.
        plain_step: ``−η × gradient``: what plain gradient descent would have done.
        optimiser: Its name.
        settings: The optimiser's settings by their names.
        memory: What the optimiser remembers of this parameter: (letter, before, after) each.
        frozen: Whether the parameter does not train, so that the step is exactly 0 whatever the gradient says.
    """

    layer: int
    unit: int
    source: int | None
    old: float
    new: float
    step: float
    gradient: float
    loss_gradient: float
    penalty_gradient: float
    clipping: float | None
    learning_rate: float
    plain_step: float
    optimiser: str
    settings: tuple[tuple[str, float], ...]
    memory: tuple[tuple[str, float, float], ...]
    frozen: bool


def update_step(record: Iteration, training: Training, layer: int, unit: int, source: int | None) -> UpdateStep:
    """What an update did to one weight, or to one bias where ``source`` is ``None``.

    Args:
        record: The iteration.
        training: Of the complete experiment that it belongs to.
        layer: 1 is the first hidden layer.
        unit: The unit that the weight leads to.
        source: The unit or input that it comes from.

    Raises:
        PlaceError: There is no such parameter.
    """
    check_place(record, layer, unit, source, None)

    def held_by(vector: Array) -> float:
        return parameter_in(record, vector, layer, unit, source)

    optimiser, settings = chosen_optimiser(training)
    through_loss, penalty = gradient_parts(record, layer, unit, source)
    old, new, gradient = held_by(record.theta), held_by(record.theta_after), held_by(record.gradient)
    return UpdateStep(
        layer=layer,
        unit=unit,
        source=source,
        old=old,
        new=new,
        step=new - old,
        gradient=gradient,
        loss_gradient=through_loss,
        penalty_gradient=penalty,
        clipping=None if record.clip is None else record.clip[1],
        learning_rate=record.learning_rate,
        plain_step=-record.learning_rate * gradient,
        optimiser=optimiser.name,
        settings=tuple(settings.items()),
        memory=tuple(
            (letter, held_by(before), held_by(after))
            for letter, before, after in zip(record.memory, record.state, record.state_after, strict=True)
        ),
        frozen=record.trainable is not None and held_by(record.trainable) == 0.0,
    )
