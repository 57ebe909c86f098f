"""What is wrong with a field, in the user's words: what was expected, and what stands there."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import msgspec
from msgspec import inspect as kinds

from nnviz.engine.errors import ExperimentError
from nnviz.engine.names import shown
from nnviz.engine.settings import Settings
from nnviz.said import said

PLACE = r"(?: - at `\$\.?(?P<place>[^`]*)`)?"
UNKNOWN = re.compile(rf"Object contains unknown field `(?P<name>.*?)`{PLACE}", re.DOTALL)
MISSING = re.compile(rf"Object missing required field `(?P<name>\w+)`{PLACE}")
OTHER = re.compile(rf".*?{PLACE}", re.DOTALL)
"""What msgspec says, and where; a name may hold anything."""


def explain(
    error: msgspec.ValidationError, tables: dict[str, Any], root: type[msgspec.Struct] = Settings
) -> ExperimentError:
    """The error of a conversion to ``root``, with its place in dots, what was expected there and what was found."""
    text = str(error)
    if match := UNKNOWN.fullmatch(text):
        return unknown_field(match["place"] or "", match["name"], root)
    if match := MISSING.fullmatch(text):
        return ExperimentError(said("Engine", "is missing"), _joined(match["place"] or "", match["name"]))
    match = OTHER.fullmatch(text)
    place = match["place"] or "" if match else ""
    return wrong_value(place, _value_at(tables, place), root)


def unknown_field(place: str, name: str, root: type[msgspec.Struct] = Settings) -> ExperimentError:
    """The error of a field that does not exist; names the nearest one that does."""
    from difflib import get_close_matches  # only a mistake needs it

    siblings = [known for kind in _types_at(place, root) for known in _names(kind)]
    if not siblings:
        help_ = said("Engine", "{place} is not a table").format(place=place)
    elif best := _namesake(name, root, cutoff=1.0):
        help_ = said("Engine", "did you mean {best}?").format(best=best)
    elif near := get_close_matches(name, siblings, n=1, cutoff=0.6):
        help_ = said("Engine", "did you mean {joined}?").format(joined=_joined(place, near[0]))
    elif best := _namesake(name, root, cutoff=0.75):
        help_ = said("Engine", "did you mean {best}?").format(best=best)
    else:
        help_ = said("Engine", "known here: {names}").format(names=", ".join(siblings))
    key = name if re.fullmatch(r"[\w-]{1,60}", name) else shown(name)
    return ExperimentError(said("Engine", "no such field; {help}").format(help=help_), _joined(place, key))


def wrong_value(place: str, value: Any, root: type[msgspec.Struct] = Settings) -> ExperimentError:
    """The error of a value that does not belong at its place."""
    options = [kind for kind in _types_at(place, root) if not isinstance(kind, kinds.NoneType)]
    if isinstance(value, int) and abs(value) >= 2**63 and not any(getattr(kind, "le", None) for kind in options):
        return ExperimentError(said("Engine", "the number is too large: {value}").format(value=shown(value)), place)
    expected = said("Engine", " or ").join(dict.fromkeys(_words(kind) for kind in options))
    return ExperimentError(
        said("Engine", "expected {expected}, got {shown_table}").format(
            expected=expected, shown_table=_shown_table(value)
        ),
        place,
    )


def is_field(field: str) -> bool:
    """Whether an experiment has a field of that name, in dots."""
    place, _, name = field.rpartition(".")
    return any(name in _names(kind) for kind in _types_at(place, Settings))


@cache
def _structure(root: type[msgspec.Struct]) -> kinds.Type:
    """What stands in a table, all the way down; to find it out takes a while."""
    return kinds.type_info(root)


def _namesake(name: str, root: type[msgspec.Struct], cutoff: float) -> str | None:
    """The field that has that name (a cutoff of 1), or nearly, somewhere else."""
    from difflib import get_close_matches  # only a mistake needs it

    endings: dict[str, str] = {}
    for field in _fields(_structure(root), ""):
        endings.setdefault(field.rpartition(".")[2], field)
    near = get_close_matches(name, endings, n=1, cutoff=cutoff)
    return endings[near[0]] if near else None


def _joined(place: str, name: str) -> str:
    return f"{place}.{name}" if place else name


def _names(kind: kinds.Type) -> list[str]:
    """The names of a table's fields; none for what is not a table."""
    return [field.encode_name for field in kind.fields] if isinstance(kind, kinds.StructType) else []


def _fields(kind: kinds.Type, prefix: str) -> Iterator[str]:
    """Every field below a type, in dots."""
    for option in _options(kind):
        if isinstance(option, kinds.StructType):
            for field in option.fields:
                name = _joined(prefix, field.encode_name)
                yield name
                yield from _fields(field.type, name)


def _steps(place: str) -> list[str]:
    """``a.b[0][1]`` as ``["a", "b", "0", "1"]``."""
    return [step for step in re.split(r"[.\[\]]+", place) if step]


def _value_at(tables: Any, place: str) -> Any:
    value = tables
    for step in _steps(place):
        value = value[int(step)] if isinstance(value, list) else value[step]
    return value


def _types_at(place: str, root: type[msgspec.Struct]) -> list[kinds.Type]:
    """What can stand at a place."""
    options: list[kinds.Type] = [_structure(root)]
    for step in _steps(place):
        options = [inner for option in options for inner in _inside(option, step)]
    return options


def _inside(kind: kinds.Type, step: str) -> list[kinds.Type]:
    """The types that can stand one step further in."""
    if isinstance(kind, kinds.StructType):
        found = [field.type for field in kind.fields if field.encode_name == step]
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
        case kinds.Metadata(extra_json_schema={"description": str(words)}):
            return words
        case kinds.IntType():
            return said("Engine", "a whole number") + _range(kind)
        case kinds.FloatType():
            return said("Engine", "a number") + _range(kind)
        case kinds.StrType():
            return said("Engine", "a text")
        case kinds.BoolType():
            return said("Engine", "true or false")
        case kinds.LiteralType():
            return said("Engine", " or ").join(json.dumps(value) for value in kind.values)
        case kinds.TupleType():
            return said("Engine", "a list of {item_types} numbers").format(item_types=len(kind.item_types))
        case kinds.VarTupleType():
            return said("Engine", "a list of {plural}").format(plural=_plural(kind.item_type))
        case _:
            return said("Engine", "a table")


def _plural(kind: kinds.Type) -> str:
    """What a list holds."""
    words = []
    for option in _options(kind):
        match option:
            case kinds.IntType():
                words.append(said("Engine", "whole numbers"))
            case kinds.FloatType():
                words.append(said("Engine", "numbers"))
            case kinds.StrType() | kinds.LiteralType():
                words.append(said("Engine", "texts"))
            case kinds.VarTupleType():
                words.append(said("Engine", "lists of {plural}").format(plural=_plural(option.item_type)))
            case _:
                words.append(said("Engine", "tables"))
    return said("Engine", " or ").join(words)


def _range(kind: kinds.IntType | kinds.FloatType) -> str:
    if kind.ge is not None and kind.le is not None:
        return said("Engine", " from {ge:g} to {bound}").format(ge=kind.ge, bound=_bound(kind.le))
    bounds = [("≥", kind.ge), (">", kind.gt), ("≤", kind.le), ("<", kind.lt)]
    return said("Engine", " and").join(f" {sign} {_bound(bound)}" for sign, bound in bounds if bound is not None)


def _bound(number: float) -> str:
    if number == 2**63 - 1:
        return "2^63 - 1"
    return f"{number:,}" if isinstance(number, int) else f"{number:g}"


def _shown_table(value: Any) -> str:
    """A wrong value; the two kinds of brackets that TOML has for tables are easily mistaken."""
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return said("Engine", "a list of tables")
    return said("Engine", "a table") if isinstance(value, dict) else shown(value)
