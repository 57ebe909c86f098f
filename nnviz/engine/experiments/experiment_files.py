"""The files that hold experiments: where they are, and TOML text as plain tables."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from nnviz import content
from nnviz.content import ContentError, content_of
from nnviz.engine.data.tables.reading import TABLE_ENDINGS
from nnviz.engine.errors import ExperimentError
from nnviz.engine.experiments.building import build, overridden, problems_of
from nnviz.engine.experiments.completion import Kind
from nnviz.engine.names import shown, suggestion
from nnviz.engine.weights import ENDINGS as WEIGHTS_ENDINGS
from nnviz.resources import resource
from nnviz.said import said
from nnviz.shortened import LONGEST_NAME, called, shortened
from nnviz.toml import TomlError, toml_tables

KIND = said("Engine", "an experiment file")
LARGEST_FILE = 1_000_000
"""Bytes. An experiment is a page of text; anything near this size is something else."""

PATHS = (("data", "file"), ("network", "weights"))
"""The fields that hold paths, each as its table and its name."""

WEIGHTS_GIVEN = said(
    "Engine", "these are weights, not an experiment: an experiment file names them with network.weights"
)
TABLE_GIVEN = said(
    "Engine",
    "this is a table, not an experiment: an experiment file names it with data.file, and the window makes one of it "
    "(nnviz FILE)",
)


class Place(NamedTuple):
    """Where an experiment is.

    Attributes:
        source: What errors call it: the built-in name, or that of the file without folders.
    """

    path: Path
    source: str


def named_experiments() -> tuple[str, ...]:
    """The names of the built-in experiments."""
    return tuple(sorted(path.stem for path in resource("experiments").glob("*.toml")))


def titles() -> dict[str, str]:
    """The titles of the built-in experiments, by name."""
    files = {name: resource("experiments", f"{name}.toml") for name in named_experiments()}
    return {name: toml_tables(path.read_text("utf-8"))["title"] for name, path in files.items()}


def own_file(path: Path) -> Place:
    """The place of a file by its path."""
    return Place(path, called(path))


def built_in(name: str) -> Place:
    """The place of a built-in experiment.

    Raises:
        ExperimentError: There is none of that name.
    """
    names = named_experiments()
    if name not in names:
        raise ExperimentError(
            said("Engine", "no built-in experiment {name}{suggestion}").format(
                name=shown(name), suggestion=suggestion(name, names)
            )
        )
    return Place(resource("experiments", f"{name}.toml"), name)


def place_of(text: str) -> Place:
    """The place of what a user named on the command line: a built-in experiment, or a file by its path.

    Raises:
        ExperimentError: It is neither.
    """
    names = named_experiments()
    if text in names:
        return built_in(text)
    path = Path(text)
    if path.suffix != ".toml" and not os.path.lexists(text):
        raise ExperimentError(
            said("Engine", "no file and no built-in experiment of that name{suggestion}").format(
                suggestion=suggestion(text, names)
            ),
            "",
            shortened(text, LONGEST_NAME),
        )
    return Place(path, called(text))


def table_named(text: str) -> Path | None:
    """The table that a user named on the command line in place of an experiment; ``None`` where it is no table."""
    if text in named_experiments() or not _is_named_as_table(path := Path(text)):
        return None
    try:
        tables_of(text_of(path))
    except ExperimentError:
        return path
    return None


def load(kind: type[Kind], place: Place, overrides: Mapping[str, Any] | None = None) -> Kind:
    """The complete experiment of a file, with some fields replaced before it is checked.

    Raises:
        ExperimentError: The file cannot be read or is not a valid experiment.
    """
    try:
        return build(kind, overridden(_located(place.path), overrides or {}))
    except ExperimentError as error:
        raise error.within(place.source) from None


def problems(text: str, overrides: Mapping[str, Any] | None = None) -> list[ExperimentError]:
    """Every problem, up to ``MOST_PROBLEMS``, of what a user named on the command line; none if it is valid."""
    source = shortened(text, LONGEST_NAME)
    try:
        path, source = place_of(text)
        found = problems_of(overridden(_located(path), overrides or {}))
    except ExperimentError as error:
        found = [error]
    return [problem.within(source) for problem in found]


def file_in(text: str) -> str | None:
    """A table or weights that are read with an experiment, as its text names them; ``None`` where it names none."""
    try:
        tables = tables_of(text)
    except ExperimentError:
        return None
    for name, field in PATHS:
        table = tables.get(name)
        if isinstance(table, dict) and isinstance(file := table.get(field), str) and file:
            return file
    return None


def tables_of(text: str) -> dict[str, Any]:
    """The tables of TOML text.

    Raises:
        ExperimentError: It is not TOML.
    """
    try:
        return toml_tables(text)
    except TomlError as error:
        raise ExperimentError(error.text) from None


_NUMBERS = re.compile(r"\[\n((?: *[-+.\w]+,\n)+) *\]")
"""A list of plain values that stand on lines of their own. In a quoted text there is no end of a line."""


def toml_of(tables: Mapping[str, Any]) -> str:
    """Tables as TOML text. A row of numbers is a line: a file that was written so becomes no longer."""
    import tomli_w  # most runs write none

    return _NUMBERS.sub(lambda found: f"[{', '.join(found[1].replace(',', '').split())}]", tomli_w.dumps(tables))


def text_of(path: Path, kind: str = KIND) -> str:
    """The text of a file.

    Args:
        path: Where it is.
        kind: What it should hold, for what errors say.

    Raises:
        ExperimentError: It cannot be read, or cannot be that.
    """
    try:
        text = content_of(path, LARGEST_FILE, kind).decode("utf-8-sig")
    except ContentError as error:
        raise ExperimentError(error.text) from None
    except UnicodeDecodeError:
        raise ExperimentError(said("Engine", "not a text file in UTF-8")) from None
    if not text.strip():
        raise ExperimentError(said("Engine", "the file is empty"))
    return text


def check_size(size: int, kind: str = KIND) -> None:
    """Refuse so many bytes as a file, to be written: what is written can be read again.

    Raises:
        ExperimentError: There are too many.
    """
    try:
        content.check_size(size, LARGEST_FILE, kind)
    except ContentError as error:
        raise ExperimentError(error.text) from None


def _located(path: Path) -> dict[str, Any]:
    """The tables of a file; paths in it count from the folder of the file."""
    try:
        tables = tables_of(text_of(path))
    except ExperimentError:
        if _is_named_as_table(path):
            raise ExperimentError(TABLE_GIVEN) from None
        if path.suffix.lower() in WEIGHTS_ENDINGS and os.path.isfile(path):
            raise ExperimentError(WEIGHTS_GIVEN) from None
        raise
    for name, field in PATHS:
        table = tables.get(name)
        if isinstance(table, dict) and isinstance(file := table.get(field), str) and file:
            tables[name] = {**table, field: os.path.abspath(path.parent / file)}
    return tables


def _is_named_as_table(path: Path) -> bool:
    # Unlike ``Path.is_file``, this refuses no name, however long.
    return path.suffix.lower() in TABLE_ENDINGS and os.path.isfile(path)
