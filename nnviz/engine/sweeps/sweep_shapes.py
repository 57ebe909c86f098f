"""Which members of a sweep train together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from math import ceil

from nnviz.engine.data.examples import part_sizes
from nnviz.engine.data.task_shape import task_shape_of
from nnviz.engine.experiment import Experiment
from nnviz.engine.networks.network import Architecture
from nnviz.engine.settings import Optimizer
from nnviz.engine.sweeps.sweep_members import Member

FEWEST, MOST = 4, 64
"""Networks in a stack. With fewer it gains nothing over one after the other; with more, little."""
FEWEST_TO_SHARE_OUT = 32
"""A stack is not cut into smaller ones than this, however many processes could work on them."""
WIDEST = 100
"""Units in a layer. From there on the arithmetic itself takes the time."""
MOST_NUMBERS = 10_000_000
"""Numbers that a stack may need to hold the data of all of its networks, 80 MB."""


@dataclass(frozen=True)
class Shape:
    """What networks that train together have in common. They may differ in all else: data, rates, penalties, the end.

    Attributes:
        parts: How many examples each part of the data has.
    """

    architecture: Architecture
    task: str
    parts: tuple[int, int, int]
    batch_size: int | str
    shuffle: bool
    optimizer: str | Optimizer
    clip_norm: float | None

    @classmethod
    def of(cls, experiment: Experiment) -> Shape:
        """The shape of a complete experiment."""
        training = experiment.training
        assert experiment.data.examples is not None, "a complete experiment"
        return cls(
            architecture=Architecture.of(experiment),
            task=task_shape_of(experiment.data).task,
            parts=part_sizes(experiment.data.examples, experiment.data.split),
            batch_size=training.batch_size,
            shuffle=training.shuffle,
            optimizer=training.optimizer,
            clip_norm=training.clip_norm,
        )

    def most_at_once(self) -> int:
        """How many networks of this shape may be in a stack."""
        widths = self.architecture.widths
        if max(widths) > WIDEST:
            return 1
        train, validation, _ = self.parts
        # Training holds its examples as they are, shuffled, and cut into batches; scoring once more.
        numbers = (widths[0] + 1 + widths[-1]) * (4 * train + validation)
        return min(MOST, MOST_NUMBERS // numbers)


def stacks_of(members: Sequence[Member], processes: int) -> list[tuple[Member, ...]]:
    """The members in groups: stacks, and those on their own that nothing is gained with; in their order."""
    by_shape: dict[Shape, list[Member]] = {}
    # Seeds change nothing about a shape.
    for _, alike in groupby(members, key=lambda member: member.combination):
        first, *others = alike
        by_shape.setdefault(Shape.of(first.experiment), []).extend((first, *others))
    groups = [group for shape, alike in by_shape.items() for group in _cut(alike, shape.most_at_once(), processes)]
    return sorted(groups, key=lambda group: group[0].place)


def _cut(alike: list[Member], most: int, processes: int) -> list[tuple[Member, ...]]:
    """Groups of about one size."""
    most = min(most, max(FEWEST_TO_SHARE_OUT, ceil(len(alike) / processes)))
    if min(most, len(alike)) < FEWEST:
        return [(member,) for member in alike]
    count = ceil(len(alike) / most)
    edges = [len(alike) * edge // count for edge in range(count + 1)]
    return [tuple(alike[start:end]) for start, end in pairwise(edges)]
