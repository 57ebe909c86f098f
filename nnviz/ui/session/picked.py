"""What can be done with what is picked: which parameters and which unit a selection means."""

from __future__ import annotations

from nnviz.engine.training.record.iteration import Iteration
from nnviz.ui.session.moment import Selection
from nnviz.worker.messages import WeightPlace


def parameters_of(selection: Selection | None, record: Iteration) -> tuple[WeightPlace, ...]:
    """The weight or the bias that is picked; of a unit all that lead into it. None for inputs and for nothing."""
    if selection is None or selection.layer == 0:
        return ()
    if selection.source is not None or selection.bias:
        return ((selection.layer, selection.unit, selection.source),)
    sources = record.architecture.widths[selection.layer - 1]
    return tuple((selection.layer, selection.unit, source) for source in (*range(sources), None))


def are_frozen(places: tuple[WeightPlace, ...], record: Iteration) -> bool:
    """Whether none of these parameters trains."""
    if record.trainable is None:
        return False
    blocks = record.architecture.blocks(record.trainable)
    return all(blocks[layer - 1][-1 if source is None else source, unit] == 0.0 for layer, unit, source in places)


def hidden_unit_of(selection: Selection | None, record: Iteration) -> tuple[int, int] | None:
    """The hidden unit that is picked, or that what is picked leads to; ``None`` for inputs and outputs."""
    if selection is None or not 1 <= selection.layer < record.architecture.layers:
        return None
    return selection.layer, selection.unit
