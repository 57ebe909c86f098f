"""Explanations: the chain rule of one weight as JSON, path by path."""

from __future__ import annotations

from typing import Any

import msgspec

from nnviz.engine.analysis.chain_rule import Path, chain_rule
from nnviz.engine.analysis.nudge import finite_difference
from nnviz.engine.reports.plain import plain_number
from nnviz.engine.training.record.iteration import Iteration

FORMAT = "nnviz-explanation/1"


def explanation(record: Iteration, layer: int, unit: int, source: int, example: int | None) -> dict[str, Any]:
    """The chain rule of one weight as plain tables, lists and numbers.

    Raises:
        PlaceError: There is no such weight or example.
    """
    rule = chain_rule(record, layer, unit, source, example)
    fields: dict[str, Any] = {
        "format": FORMAT,
        "iteration": record.iteration,
        "example": example,
        "weight": [layer, unit, source],
        "gradient": plain_number(rule.gradient),
        "penalty": plain_number(rule.penalty),
        "finite_difference": plain_number(finite_difference(record, layer, unit, source, example)),
        "paths": [_path(path, layer) for path in rule.paths],
    }
    if rule.rest:
        fields["rest"] = plain_number(rule.rest)
    if record.clip is not None:
        fields["clipping"] = plain_number(record.clip[1])
    return fields


def explanation_json(record: Iteration, layer: int, unit: int, source: int, example: int | None) -> bytes:
    """The same as JSON, a path on each line."""
    fields = explanation(record, layer, unit, source, example)
    paths = fields.pop("paths")
    lines = b",\n  ".join(msgspec.json.encode(path) for path in paths)
    return msgspec.json.encode(fields)[:-1] + b',\n "paths": [\n  ' + lines + b"]}\n"


def _path(path: Path, layer: int) -> dict[str, Any]:
    return {
        "units": [[layer + place, unit] for place, unit in enumerate(path.units)],
        "product": plain_number(path.product),
        "factors": [
            {"name": factor.name, "at": [factor.layer, factor.unit], "value": plain_number(factor.value)}
            for factor in path.factors
        ],
    }
