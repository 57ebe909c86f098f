"""The members of a sweep: every combination of a grid with every seed, each a complete experiment."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from math import prod
from typing import Any, TypeAlias

import msgspec

from nnviz.engine.errors import ExperimentError
from nnviz.engine.experiment import Experiment
from nnviz.engine.experiments.completion import complete
from nnviz.engine.names import counted, shown
from nnviz.said import joined, said

MOST_MEMBERS = 10_000
SEEDS = ("network.seed", "training.seed")
"""What another seed changes: the weights at the start and the batches. The data stays the same."""
LARGEST_SEED = 2**63 - 1
Grid: TypeAlias = Mapping[str, Sequence[Any]]


@dataclass(frozen=True)
class Member:
    """One network of a sweep.

    Attributes:
        place: Its place in the sweep, from 0: combination by combination, and in each seed by seed.
        combination: The place of its combination.
        settings: The fields that the grid gives several values, and the value of each here.
        experiment: Complete.
    """

    place: int
    combination: int
    settings: Mapping[str, Any]
    experiment: Experiment

    @property
    def seed(self) -> int:
        """The seed of its weights."""
        return self.experiment.network.seed


def members_of(make: Callable[[Mapping[str, Any]], Experiment], seeds: int, grid: Grid) -> tuple[Member, ...]:
    """Every combination of a grid with every seed.

    The first seed of a combination is its experiment's own; each further one adds 1 to ``network.seed`` and to
    ``training.seed``, and leaves ``data.seed`` alone: other weights and batches on the same data.

    Args:
        make: Gives the experiment in which some fields have been replaced.
        seeds: How many of each combination, at least 1.
        grid: Fields, named in dots, and the values that each is to have in turn.

    Raises:
        ExperimentError: A combination is not valid, or they are too many.
    """
    _check_grid(seeds, grid)
    members: list[Member] = []
    for combination, values in enumerate(_combinations(grid)):
        settings = {field: value for field, value in values.items() if len(grid[field]) > 1}
        try:
            first = complete(make(values))
            for seed in range(seeds):
                members.append(Member(len(members), combination, settings, _with_seed(first, seed)))
        except ExperimentError as error:
            raise _in_combination(error, settings) from None
    return tuple(members)


def _check_grid(seeds: int, grid: Grid) -> None:
    if seeds < 1:
        raise ExperimentError(said("Engine", "expected at least one seed, got {seeds}").format(seeds=seeds))
    for field, values in grid.items():
        if len(values) == 0:
            raise ExperimentError(said("Engine", "expected at least one value"), field)
        if len(values) > 1 and seeds > 1 and field in SEEDS:
            raise ExperimentError(
                said("Engine", "give it several values, or ask for {seeds}, but not both").format(
                    seeds=counted(seeds, "seed")
                ),
                field,
            )
    count = seeds * prod(len(values) for values in grid.values())
    if count > MOST_MEMBERS:
        raise ExperimentError(
            said("Engine", "a sweep of {count:,} networks is too large (at most {most_members:,})").format(
                count=count, most_members=MOST_MEMBERS
            )
        )


def _combinations(grid: Grid) -> Iterator[dict[str, Any]]:
    """The last field changes first."""
    for values in product(*grid.values()):
        yield dict(zip(grid, values, strict=True))


def _with_seed(experiment: Experiment, seed: int) -> Experiment:
    if seed == 0:
        return experiment
    network, training = experiment.network, experiment.training
    for field, own in zip(SEEDS, (network.seed, training.seed), strict=True):
        if own + seed > LARGEST_SEED:
            raise ExperimentError(
                said("Engine", "there are no more than {largest_seed:,} seeds from {own:,} on").format(
                    largest_seed=LARGEST_SEED - own + 1, own=own
                ),
                field,
            )
    return msgspec.structs.replace(
        experiment,
        network=msgspec.structs.replace(network, seed=network.seed + seed),
        training=msgspec.structs.replace(training, seed=training.seed + seed),
    )


def _in_combination(error: ExperimentError, settings: Mapping[str, Any]) -> ExperimentError:
    """The error with the settings that it came with, where its own field does not say it all."""
    others = [f"{field} = {shown(value)}" for field, value in settings.items() if field != error.field]
    within = said("Engine", " (where {names})").format(names=", ".join(others)) if others else ""
    return ExperimentError(joined("", error.reason, within), error.field, error.source)
