"""Experiments in and out of files: TOML text to a complete experiment, and every problem named with its place."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec

from nnviz.engine.errors import ExperimentError
from nnviz.engine.experiment import Experiment
from nnviz.engine.experiments.completion import complete
from nnviz.engine.experiments.completion import problems as completion_problems
from nnviz.engine.experiments.field_errors import explain, is_field, unknown_field, wrong_value
from nnviz.engine.names import shown, suggestion
from nnviz.resources import resource

LARGEST_FILE = 1_000_000
"""Bytes. An experiment is a page of text; anything near this size is something else."""
MOST_PROBLEMS = 20
"""Where a file has more, it is something else."""


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
    return _load(path, path.name or str(path), overrides)


def named(name: str, overrides: Mapping[str, Any] | None = None) -> Experiment:
    """A built-in experiment, with some fields replaced before it is checked.

    Raises:
        ExperimentError: There is none of that name.
    """
    names = named_experiments()
    if name not in names:
        raise ExperimentError(f"no built-in experiment {shown(name)}{suggestion(name, names)}")
    return _load(resource("experiments", f"{name}.toml"), name, overrides)


def find(text: str, overrides: Mapping[str, Any] | None = None) -> Experiment:
    """What a user named on the command line: a built-in experiment or a file.

    Raises:
        ExperimentError: It is neither, or it is not valid.
    """
    return _load(*_place(text), overrides)


def problems(text: str, overrides: Mapping[str, Any] | None = None) -> list[ExperimentError]:
    """Every problem, up to ``MOST_PROBLEMS``, of what a user named on the command line; none if it is valid."""
    source = text
    try:
        path, source = _place(text)
        found = _problems(_overridden(_located(path), overrides or {}))
    except ExperimentError as error:
        found = [error]
    return [problem.within(source) for problem in found]


def parse(text: str, overrides: Mapping[str, Any] | None = None) -> Experiment:
    """A complete experiment from TOML text, with some fields replaced before it is checked.

    Raises:
        ExperimentError: The text is not a valid experiment.
    """
    return _build(_overridden(_tables(text), overrides or {}))


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
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ExperimentError("not a text file in UTF-8") from None
    if not text.strip():
        raise ExperimentError("the file is empty")
    return text


def _load(path: Path, source: str, overrides: Mapping[str, Any] | None) -> Experiment:
    try:
        return _build(_overridden(_located(path), overrides or {}))
    except ExperimentError as error:
        raise error.within(source) from None


def _located(path: Path) -> dict[str, Any]:
    """The tables of a file; the path of the data in it counts from the folder of the file."""
    tables = _tables(_read(path))
    data = tables.get("data")
    if isinstance(data, dict) and isinstance(file := data.get("file"), str) and file:
        tables["data"] = {**data, "file": os.path.abspath(path.parent / file)}
    return tables


def _place(text: str) -> tuple[Path, str]:
    """The file of what a user named, a built-in experiment or a file by its path, and what errors call it."""
    names = named_experiments()
    if text in names:
        return resource("experiments", f"{text}.toml"), text
    path = Path(text)
    if path.suffix != ".toml" and not os.path.lexists(text):
        raise ExperimentError(f"no file and no built-in experiment of that name{suggestion(text, names)}", "", text)
    return path, path.name or text


def _tables(text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ExperimentError(f"not valid TOML: {_lower(str(error))}") from None
    except RecursionError:
        raise ExperimentError("not valid TOML: nested too deeply") from None
    except ValueError:
        # Python reads no whole number of thousands of digits.
        raise ExperimentError("not valid TOML: a number of thousands of digits") from None


def _build(tables: dict[str, Any]) -> Experiment:
    try:
        experiment = msgspec.convert(tables, Experiment)
    except msgspec.ValidationError as error:
        raise explain(error, tables) from None
    return complete(experiment)


def _problems(tables: dict[str, Any]) -> list[ExperimentError]:
    """What is wrong with fields alone, each taken out in turn to see the next; then what is wrong between them."""
    found: list[ExperimentError] = []
    while len(found) < MOST_PROBLEMS:
        try:
            experiment = msgspec.convert(tables, Experiment)
        except msgspec.ValidationError as error:
            problem = explain(error, tables)
            if found and str(problem) == str(found[-1]):
                break  # its name is too odd to take it out
            found.append(problem)
        else:
            return [*found, *completion_problems(experiment, [problem.field for problem in found])][:MOST_PROBLEMS]
        # A list goes as a whole: without one of its items it would mean something else.
        field = found[-1].field.partition("[")[0]
        tables = _overridden(tables, {field: None})
    return found


def _overridden(tables: dict[str, Any], fields: Mapping[str, Any]) -> dict[str, Any]:
    """A copy of nested tables with fields, named in dots, replaced or (``None``) taken out."""
    for field, value in fields.items():
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


def _lower(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]
