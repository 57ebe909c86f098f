"""What is wrong with a field, in the user's words: what was expected, and what stands there."""

from __future__ import annotations

import json
import re
from difflib import get_close_matches
from typing import Any

import msgspec
from msgspec import inspect as kinds

from nnviz.engine.errors import ExperimentError
from nnviz.engine.experiment import Experiment

LONGEST_VALUE = 40
"""Characters of a wrong value that an error message repeats."""


def explain(error: msgspec.ValidationError, tables: dict[str, Any]) -> ExperimentError:
    """The error of a conversion, with its place in dots, what was expected there and what was found."""
    message, _, path = str(error).partition(" - at `")
    place = path.rstrip("`").removeprefix("$").removeprefix(".")
    unknown = re.search(r"unknown field `(.*)`", message)
    if unknown:
        field = f"{place}.{unknown[1]}" if place else unknown[1]
        return ExperimentError(f"no such field{nearest_field(field)}", field)
    missing = re.search(r"missing required field `(.*)`", message)
    if missing:
        return ExperimentError("is missing", f"{place}.{missing[1]}" if place else missing[1])
    expected, value = _expected(place), _value_at(tables, place)
    return ExperimentError(f"expected {expected}, got {_shown(value)}", place)


def nearest_field(field: str) -> str:
    """A clause that names the nearest known field: ``; did you mean training.epochs?``."""
    known = list(_fields(kinds.type_info(Experiment), ""))
    near = get_close_matches(field, known, n=1, cutoff=0.5)
    last = field.rpartition(".")[2]
    same_ending = [name for name in known if name.rpartition(".")[2] == last]
    best = same_ending[:1] or near
    return f"; did you mean {best[0]}?" if best else ""


def _fields(kind: kinds.Type, prefix: str) -> list[str]:
    """Every field below a type, in dots."""
    names: list[str] = []
    for option in kind.types if isinstance(kind, kinds.UnionType) else (kind,):
        if isinstance(option, kinds.StructType):
            for field in option.fields:
                name = f"{prefix}.{field.name}" if prefix else field.name
                names += [name, *_fields(field.type, name)]
    return names


def _steps(place: str) -> list[str]:
    """``a.b[0][1]`` as ``["a", "b", "0", "1"]``."""
    return [step for step in re.split(r"[.\[\]]+", place) if step]


def _value_at(tables: Any, place: str) -> Any:
    value = tables
    for step in _steps(place):
        value = value[int(step)] if isinstance(value, list) else value[step]
    return value


def _expected(place: str) -> str:
    """The words for what belongs at a place."""
    options: list[kinds.Type] = [kinds.type_info(Experiment)]
    for step in _steps(place):
        options = [inner for option in options for inner in _inside(option, step)]
    words = [_words(option) for option in options if not isinstance(option, kinds.NoneType)]
    return " or ".join(dict.fromkeys(words))


def _inside(kind: kinds.Type, step: str) -> list[kinds.Type]:
    """The types that can stand one step further in."""
    if isinstance(kind, kinds.StructType):
        found = [field.type for field in kind.fields if field.name == step]
    elif isinstance(kind, kinds.VarTupleType):
        found = [kind.item_type]
    elif isinstance(kind, kinds.TupleType):
        found = list(kind.item_types[:1])
    else:
        found = []
    return [option for inner in found for option in _options(inner)]


def _options(kind: kinds.Type) -> list[kinds.Type]:
    return list(kind.types) if isinstance(kind, kinds.UnionType) else [kind]


def _words(kind: kinds.Type) -> str:
    match kind:
        case kinds.IntType():
            return "a whole number" + _range(kind)
        case kinds.FloatType():
            return "a number" + _range(kind)
        case kinds.StrType():
            return "a text"
        case kinds.BoolType():
            return "true or false"
        case kinds.LiteralType():
            return " or ".join(json.dumps(value) for value in kind.values)
        case kinds.TupleType():
            return f"a list of {len(kind.item_types)} numbers"
        case kinds.VarTupleType():
            return "a list"
        case _:
            return "a table"


def _range(kind: kinds.IntType | kinds.FloatType) -> str:
    lower = f"> {kind.gt:g}" if kind.gt is not None else f"≥ {kind.ge:g}" if kind.ge is not None else ""
    upper = f"≤ {kind.le:,}" if kind.le is not None and kind.le < 2**62 else ""
    both = " and ".join(part for part in (lower, upper) if part)
    return f" {both}" if both else ""


def _shown(value: Any) -> str:
    """A wrong value as it may stand in one line."""
    try:
        text = json.dumps(value, ensure_ascii=False, default=str)
    except ValueError:
        text = str(value)
    text = " ".join(text.split())
    return text if len(text) <= LONGEST_VALUE else text[: LONGEST_VALUE - 1] + "…"
