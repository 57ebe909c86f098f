"""Which parameters do not train, as far as the words about an update need to know."""

from enum import Enum, auto

from nnviz.engine.networks.network import Architecture
from nnviz.engine.training.record.iteration import Iteration
from nnviz.engine.types import Array


class Frozen(Enum):
    """What stays as it is in an update."""

    NOTHING = auto()
    BIASES = auto()
    """All biases, and nothing else."""
    WEIGHTS = auto()
    """All weights, and nothing else."""
    ALL = auto()
    SOME = auto()

    @classmethod
    def in_update(cls, record: Iteration) -> "Frozen":
        """What did not train in an update."""
        return cls.of(record.architecture, record.trainable)

    @classmethod
    def of(cls, architecture: Architecture, trainable: Array | None) -> "Frozen":
        """Read it off the mask of what trains, as long as θ; ``None`` where all do."""
        if trainable is None or trainable.all():
            return cls.NOTHING
        layers = architecture.weights_and_biases(trainable)
        weights_train = [bool(part.all()) for part, _ in layers]
        biases_train = [bool(part.all()) for _, part in layers]
        if not trainable.any():
            return cls.ALL
        if all(weights_train) and not any(part.any() for _, part in layers):
            return cls.BIASES
        if all(biases_train) and not any(part.any() for part, _ in layers):
            return cls.WEIGHTS
        return cls.SOME
