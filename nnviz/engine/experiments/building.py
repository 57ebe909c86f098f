"""From plain tables to a complete experiment and back, and every problem on the way named with its place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from nnviz.engine.errors import ExperimentError
from nnviz.engine.experiments.completion import Kind, complete
from nnviz.engine.experiments.completion import problems as completion_problems
from nnviz.engine.experiments.field_errors import explain, is_field, unknown_field, wrong_value
from nnviz.engine.experiments.weights import with_architecture
from nnviz.engine.settings import Settings
from nnviz.toml import DEEPEST

MOST_PROBLEMS = 20
"""Where a file has more, it is something else."""


def build(kind: type[Kind], tables: dict[str, Any]) -> Kind:
    """A complete experiment of plain tables.

    Raises:
        ExperimentError: They are not a valid experiment.
    """
    tables = with_architecture(tables)
    try:
        settings = msgspec.convert(tables, kind)
    except msgspec.ValidationError as error:
        raise explain(error, tables) from None
    return complete(settings)


def problems_of(tables: dict[str, Any]) -> list[ExperimentError]:
    """What is wrong with fields alone, each taken out in turn to see the next; then what is wrong between them."""
    found: list[ExperimentError] = []
    try:
        tables = with_architecture(tables)
    except ExperimentError as error:
        found.append(error)
        tables = overridden(tables, {error.field: None})
    while len(found) < MOST_PROBLEMS:
        try:
            settings = msgspec.convert(tables, Settings)
        except msgspec.ValidationError as error:
            problem = explain(error, tables)
            if found and str(problem) == str(found[-1]):
                break  # its name is too odd to take it out
            found.append(problem)
        else:
            return [*found, *completion_problems(settings, [problem.field for problem in found])][:MOST_PROBLEMS]
        # A list goes as a whole: without one of its items it would mean something else.
        field = found[-1].field.partition("[")[0]
        tables = overridden(tables, {field: None})
    return found


def plain_tables(settings: Settings) -> dict[str, Any]:
    """Plain tables, lists, numbers and strings; fields that are left out stay out."""
    plain = msgspec.to_builtins(settings)
    return {name: _without_none(value) for name, value in plain.items()}


def overridden(tables: dict[str, Any], fields: Mapping[str, Any]) -> dict[str, Any]:
    """A copy of nested tables with fields, named in dots, replaced or (``None``) taken out."""
    for field, value in fields.items():
        if field.count(".") > DEEPEST:
            raise unknown_field("", field)
        tables = _replaced(tables, field, value, "")
    return tables


def _replaced(tables: dict[str, Any], field: str, value: Any, within: str) -> dict[str, Any]:
    first, dot, rest = field.partition(".")
    result = dict(tables)
    if dot:
        place = f"{within}.{first}" if within else first
        inner = result.get(first, {})
        if isinstance(inner, str) and place in ("training.optimizer", "training.schedule"):
            inner = {"name": inner}
        if not isinstance(inner, dict):
            raise wrong_value(place, inner) if is_field(f"{place}.{rest}") else unknown_field(place, rest)
        result[first] = _replaced(inner, rest, value, place)
    elif value is None:
        result.pop(first, None)
    else:
        result[first] = value
    return result


def _without_none(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _without_none(inner) for name, inner in value.items() if inner is not None}
    if isinstance(value, (list, tuple)):
        return [_without_none(inner) for inner in value]
    return value
