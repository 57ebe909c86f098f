"""Experiments in and out of files: TOML text to a complete experiment, and every problem named with its place."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec

from nnviz.engine.completion import complete
from nnviz.engine.errors import ExperimentError
from nnviz.engine.experiment import Experiment
from nnviz.engine.field_errors import explain, nearest_field
from nnviz.engine.names import suggestion
from nnviz.resources import resource

LARGEST_FILE = 1_000_000
"""Bytes. An experiment is a page of text; anything near this size is something else."""


def named_experiments() -> tuple[str, ...]:
    """The names of the built-in experiments."""
    return tuple(sorted(path.stem for path in resource("experiments").glob("*.toml")))


def titles() -> dict[str, str]:
    """The titles of the built-in experiments, by name."""
    files = {name: resource("experiments", f"{name}.toml") for name in named_experiments()}
    return {name: tomllib.loads(path.read_text("utf-8"))["title"] for name, path in files.items()}


def load(path: Path, overrides: Mapping[str, Any] | None = None) -> Experiment:
    """Read an experiment file, with some fields replaced before it is checked.

    Raises:
        ExperimentError: The file cannot be read or is not a valid experiment.
    """
    try:
        return parse(_read(path), overrides)
    except ExperimentError as error:
        raise error.within(path.name) from None


def named(name: str, overrides: Mapping[str, Any] | None = None) -> Experiment:
    """A built-in experiment, with some fields replaced before it is checked.

    Raises:
        ExperimentError: There is none of that name.
    """
    names = named_experiments()
    if name not in names:
        raise ExperimentError(f'no built-in experiment "{name}"{suggestion(name, names)}')
    try:
        return parse(resource("experiments", f"{name}.toml").read_text("utf-8"), overrides)
    except ExperimentError as error:
        raise error.within(name) from None


def find(text: str, overrides: Mapping[str, Any] | None = None) -> Experiment:
    """What a user named on the command line: a built-in experiment or a file.

    Raises:
        ExperimentError: It is neither, or it is not valid.
    """
    if text in named_experiments():
        return named(text, overrides)
    path = Path(text)
    if path.suffix != ".toml" and not path.exists():
        raise ExperimentError(
            f"no file and no built-in experiment of that name{suggestion(text, named_experiments())}", "", text
        )
    return load(path, overrides)


def parse(text: str, overrides: Mapping[str, Any] | None = None) -> Experiment:
    """A complete experiment from TOML text, with some fields replaced before it is checked.

    Raises:
        ExperimentError: The text is not a valid experiment.
    """
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ExperimentError(f"not valid TOML: {_lower(str(error))}") from None
    except RecursionError:
        raise ExperimentError("not valid TOML: nested too deeply") from None
    return _build(_overridden(tables, overrides or {}))


def to_dict(experiment: Experiment) -> dict[str, Any]:
    """Plain tables, lists, numbers and strings; fields that are left out stay out."""
    plain = msgspec.to_builtins(experiment)
    return {name: _without_none(value) for name, value in plain.items()}


def to_toml(experiment: Experiment) -> str:
    """TOML that parses to an equal experiment."""
    import tomli_w

    return tomli_w.dumps(to_dict(experiment))


def with_fields(experiment: Experiment, fields: Mapping[str, Any]) -> Experiment:
    """The experiment with fields replaced; ``None`` takes a field out.

    Raises:
        ExperimentError: The result would not be valid.
    """
    return _build(_overridden(to_dict(experiment), fields))


def _read(path: Path) -> str:
    try:
        size = path.stat().st_size
        if path.is_dir():
            raise ExperimentError("this is a folder, not an experiment file")
        if size > LARGEST_FILE:
            raise ExperimentError(f"{size:,} bytes are too many for an experiment file (at most {LARGEST_FILE:,})")
        with path.open("rb") as file:
            content = file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise ExperimentError(_lower(error.strerror or "cannot be read")) from None
    except ValueError:
        raise ExperimentError("this is not the name of a file") from None
    if len(content) > LARGEST_FILE:
        raise ExperimentError(f"too many bytes for an experiment file (at most {LARGEST_FILE:,})")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ExperimentError("not a text file in UTF-8") from None


def _build(tables: dict[str, Any]) -> Experiment:
    try:
        experiment = msgspec.convert(tables, Experiment)
    except msgspec.ValidationError as error:
        raise explain(error, tables) from None
    return complete(experiment)


def _overridden(tables: dict[str, Any], fields: Mapping[str, Any]) -> dict[str, Any]:
    """A copy of nested tables with fields, named in dots, replaced or (``None``) taken out."""
    result = dict(tables)
    for field, value in fields.items():
        first, _, rest = field.partition(".")
        if not rest:
            if value is None:
                result.pop(first, None)
            else:
                result[first] = value
            continue
        inner = result.get(first, {})
        if not isinstance(inner, dict):
            raise ExperimentError(f"no such field{nearest_field(field)}", field)
        result[first] = _overridden(inner, {rest: value})
    return result


def _without_none(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _without_none(inner) for name, inner in value.items() if inner is not None}
    if isinstance(value, (list, tuple)):
        return [_without_none(inner) for inner in value]
    return value


def _lower(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]
