"""What a program is about: an experiment, with what its code has to know of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from nnviz.engine.data.examples import Examples
from nnviz.engine.experiment import Experiment
from nnviz.engine.experiments.checks import FROZEN_NAME
from nnviz.engine.functions.optimisers import Optimiser, OptimiserSettings, chosen_optimiser
from nnviz.engine.networks.network import Architecture, initial_parameters
from nnviz.engine.settings import EarlyStopping
from nnviz.engine.training.timeline.batches import batch_size


@dataclass(frozen=True)
class Subject:
    """A complete experiment, its network and its examples.

    Attributes:
        experiment: Complete, every default filled in.
    """

    experiment: Experiment
    architecture: Architecture
    examples: Examples

    @classmethod
    def of(cls, experiment: Experiment, examples: Examples) -> Subject:
        """That of a complete experiment and its examples."""
        return cls(experiment, Architecture.of(experiment), examples)

    @property
    def layers(self) -> range:
        """The numbers of the layers with parameters."""
        return range(1, self.architecture.layers + 1)

    @property
    def last(self) -> int:
        """The number of the output layer."""
        return self.architecture.layers

    def below(self, layer: int) -> str:
        """What goes into a layer."""
        return f"h{layer - 1}" if layer > 1 else "x"

    def above(self, layer: int) -> str:
        """What comes out of a layer."""
        return f"h{layer}" if layer < self.last else "y_hat"

    @property
    def dropped(self) -> list[int]:
        """The hidden layers whose units an update silences at random."""
        return [layer for layer in self.layers if self.architecture.drops(layer)]

    # ---- what trains ---------------------------------------------------------------------------------------------

    @property
    def parameters(self) -> list[str]:
        """The names of all parameters."""
        return [name for layer in self.layers for name in (f"W{layer}", f"b{layer}")]

    @property
    def trained(self) -> list[str]:
        """Those of which some train."""
        whole = {matrix for matrix, place in self._frozen if not place}
        return [name for name in self.parameters if name not in whole]

    @cached_property
    def held(self) -> list[tuple[str, float]]:
        """Single parameters that are frozen while others beside them train, ``W1[0, 2]``, and the value they keep."""
        theta = initial_parameters(self.experiment.network, self.architecture)
        views = self.architecture.weights_and_biases(theta)
        held = []
        for matrix, place in self._frozen:
            if place and matrix in self.trained:
                part = views[int(matrix[1:]) - 1]["Wb".index(matrix[0])]
                held.append((f"{matrix}[{', '.join(map(str, place))}]", float(part[place])))
        return held

    @cached_property
    def _frozen(self) -> list[tuple[str, tuple[int, ...]]]:
        """What is frozen: each a name, and a place in it or ``()`` for all of it."""
        matches = [FROZEN_NAME.fullmatch(name) for name in self.experiment.network.frozen]
        return [
            (f"{match[1]}{int(match[2])}", tuple(int(place) for place in match.group(3, 4) if place is not None))
            for match in matches
            if match is not None
        ]

    # ---- how it trains -------------------------------------------------------------------------------------------

    @property
    def optimiser(self) -> tuple[Optimiser, OptimiserSettings]:
        """The optimiser, and its settings."""
        return chosen_optimiser(self.experiment.training)

    @property
    def batch_size(self) -> int | None:
        """Examples in a batch; ``None`` where all are in one."""
        total = len(self.examples.train)
        size = batch_size(self.experiment.training, total)
        return size if size < total else None

    @property
    def validated(self) -> bool:
        """Whether there is a validation part."""
        return len(self.examples.validation) > 0

    @property
    def early_stopping(self) -> EarlyStopping | None:
        """What stops it early; nothing can without a validation part."""
        return self.experiment.training.early_stopping if self.validated else None

    @property
    def scores_in_own_unit(self) -> bool:
        """Whether early stopping watches an RMSE of targets that are standardised."""
        stopping = self.early_stopping
        watches_score = stopping is not None and stopping.monitor == "score"
        return watches_score and self.experiment.data.standardize_target
