"""The defaults that follow from other fields, and every problem that the types of the fields cannot see."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import TypeVar

import msgspec

from nnviz.engine.errors import ExperimentError
from nnviz.engine.experiments.checks import CHECKS
from nnviz.engine.experiments.draft import Draft
from nnviz.engine.settings import LayerParameters, Settings

Kind = TypeVar("Kind", bound=Settings)
"""What is completed stays of its kind."""


def complete(experiment: Kind) -> Kind:
    """Fill in the defaults that follow from other fields, and check what the types alone cannot.

    Raises:
        ExperimentError: The first problem, with its field.
    """
    draft = Draft(experiment)
    for problem in _problems(draft, ()):
        raise problem
    return msgspec.structs.replace(
        experiment,
        data=msgspec.structs.replace(draft.data, examples=draft.shape.examples, file=_absolute(draft.data.file)),
        network=msgspec.structs.replace(
            draft.network, output=draft.output, weights=None, parameters=_parameters(draft)
        ),
        training=msgspec.structs.replace(
            draft.training, loss=draft.loss, optimizer=draft.optimizer, schedule=draft.schedule
        ),
    )


def problems(experiment: Settings, wrong: Iterable[str]) -> list[ExperimentError]:
    """Every problem that the types alone cannot see.

    Args:
        experiment: What to check.
        wrong: Fields already known to be wrong: what hangs on them cannot be judged.
    """
    return list(_problems(Draft(experiment), wrong))


def _absolute(file: str | None) -> str | None:
    """The path of a table, such that it is found from any folder."""
    return None if file is None else os.path.abspath(file)


def _parameters(draft: Draft) -> tuple[LayerParameters, ...] | None:
    """The explicit values: those of the file, where one is named."""
    chain = draft.chain
    return draft.network.parameters if chain is None else tuple(layer.parameters() for layer in chain)


def layer_widths(experiment: Settings) -> tuple[int, ...]:
    """Inputs, hidden units, output units of a complete experiment."""
    return Draft(experiment).widths


def _problems(draft: Draft, wrong: Iterable[str]) -> Iterator[ExperimentError]:
    known = list(wrong)
    for check, needs in CHECKS:
        if any(_touch(field, need) for field in known for need in needs):
            continue
        try:
            for problem in check(draft):
                known.append(problem.field)
                yield problem
        except ExperimentError as error:
            known.append(error.field)
            yield error


def _touch(field: str, other: str) -> bool:
    """Whether two fields are the same, or one is inside the other."""
    shorter, longer = sorted((field, other), key=len)
    return longer == shorter or longer.startswith((f"{shorter}.", f"{shorter}["))
