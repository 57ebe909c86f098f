"""The files that a command reads: none of its results goes over one of them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from nnviz.language import PREFERENCES, config_folder
from nnviz.said import said
from nnviz.shortened import called


def inputs_of(named: str | None, overrides: Iterable[tuple[str, Any]] = ()) -> dict[Path, str]:
    """Every file that is there and is read, with what it is called: what a user named, what is named in it, and so on.

    Args:
        named: EXPERIMENT or LECTURE, where there is one.
        overrides: Fields and their values, which may name files too.
    """
    found: dict[str, Path] = {}
    waiting = [config_folder() / PREFERENCES, *map(Path, _files_in(dict(overrides)))]
    # Also where it is called like something built in: some commands know experiments by that name, others lectures.
    first = Path(named) if named is not None else None
    if first is not None:
        waiting.append(first)
    while waiting:
        path = waiting.pop()
        # Unlike ``Path.is_file``, this refuses no name, however long.
        if os.path.isfile(path) and (target := os.path.realpath(path)) not in found:
            found[target] = path
            # They count from the folder of the file; those of a scene's settings, from where one is.
            waiting += [folder / name for name in _named_in(path) for folder in (path.parent, Path())]
    return {
        path: said("Command", "the experiment")
        if path is first
        else said("Command", "{name}, which is read").format(name=called(path))
        for path in found.values()
    }


def _named_in(path: Path) -> Iterator[str]:
    """What is named in an experiment, a scene or a lecture; whatever is wrong with it is said when it is read."""
    from nnviz.engine.errors import ExperimentError
    from nnviz.engine.experiments.experiment_files import tables_of, text_of

    try:
        tables = tables_of(text_of(path))
    except ExperimentError:
        return
    yield from _files_in(tables)


def _files_in(tables: Any) -> Iterator[str]:
    from nnviz.engine.experiments.experiment_files import PATHS
    from nnviz.lecture.files import EXPERIMENT, SCENE_FILE

    names = {SCENE_FILE, EXPERIMENT, *(field for _, field in PATHS)}
    waiting = [tables]
    while waiting:
        inner = waiting.pop()
        if isinstance(inner, dict):
            for field, value in inner.items():
                # A setting names its field in dots, and a sweep may have several values of it.
                if field.rpartition(".")[2] in names:
                    yield from (
                        text for text in (value if isinstance(value, list) else [value]) if isinstance(text, str)
                    )
            waiting += inner.values()
        elif isinstance(inner, list):
            waiting += inner
