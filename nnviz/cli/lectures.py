"""The lecture that the words on the command line name."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from nnviz.cli.outcome import BAD_INPUT, BadInputError, complain
from nnviz.said import said

if TYPE_CHECKING:
    from nnviz.lecture.files import Reading


def add_lecture(parser: argparse.ArgumentParser) -> None:
    """Add LECTURE."""
    parser.add_argument("lecture", metavar="LECTURE", help=said("Command", "a file, or a built-in lecture"))


def reading_of(arguments: argparse.Namespace) -> Reading:
    """What was read of the lecture that LECTURE names; see ``reading_named``."""
    return reading_named(arguments.lecture)


def reading_named(name: str) -> Reading:
    """What was read of a lecture by its name or its file; what is wrong with its scenes is said.

    Raises:
        LectureError: There is none, or nothing of it can be read.
    """
    from nnviz.lecture.files import find, read

    reading = read(find(name))
    for problem in reading.problems:
        complain(problem, BAD_INPUT)
    return reading


def refuse_of_experiment(arguments: argparse.Namespace, *options: str) -> None:
    """Refuse options that are about an experiment, where the command is about a lecture.

    Raises:
        BadInputError: One is given.
    """
    for option in options:
        if getattr(arguments, option) not in (None, []):
            name = "set" if option == "overrides" else option
            raise BadInputError(
                said("Command", "--{name} is about an experiment; the state of a cue is what its scene says").format(
                    name=name
                )
            )


def refuse_scene(source: str) -> None:
    """Refuse a scene of what is no lecture.

    Raises:
        BadInputError: In any case.
    """
    raise BadInputError(
        said("Command", "{source} is an experiment: only a lecture has a --scene").format(source=source)
    )
