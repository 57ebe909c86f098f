"""What several commands are told of how something is to look: its size, the theme, the type, the view."""

import argparse
import re
from typing import Any

from nnviz.cli.arguments import add_experiment
from nnviz.cli.outcome import BadInputError
from nnviz.said import said

THEMES = ("light", "dark", "projector")
VIEW = "view."
LARGEST_SIDE = 7680
"""Pixels: twice as wide as a 4K screen."""


def refuse_undrawable() -> None:
    """Find out before the work begins whether pictures can be drawn here.

    Raises:
        BadInputError: They cannot, and why.
    """
    from nnviz.preflight import problem_with_offscreen

    if problem := problem_with_offscreen():
        raise BadInputError(problem)


def add_viewed(parser: argparse.ArgumentParser) -> None:
    """Add EXPERIMENT, and the option that overrides its fields and those of what is seen of it."""
    add_experiment(
        parser, more=said("Command", '; and of the view, for example view.panels=["data"] or view.pick=W1[0,1]')
    )


def add_look(parser: argparse.ArgumentParser, usual: tuple[int, int]) -> None:
    """Add the options that say how large it is, in which theme, and how large its type is."""
    parser.add_argument(
        "--size",
        metavar="WxH",
        type=size,
        default=usual,
        help=said("Command", "width and height in pixels (default: {width}x{height})").format(
            width=usual[0], height=usual[1]
        ),
    )
    parser.add_argument("--theme", choices=THEMES, default="light", help=said("Command", "the theme (default: light)"))
    parser.add_argument(
        "--scale",
        metavar="F",
        type=scale,
        default=1.0,
        help=said("Command", "how large the type is, 0.5 to 3 (default: 1)"),
    )


def take_view(arguments: argparse.Namespace) -> dict[str, Any]:
    """The fields of the view that ``--set`` names, by their names in it; the experiment's own stay."""
    fields = dict(arguments.overrides)
    views = {field.removeprefix(VIEW): fields.pop(field) for field in list(fields) if field.startswith(VIEW)}
    arguments.overrides = list(fields.items())
    return views


def scale(text: str) -> float:
    """A factor on the size of type."""
    try:
        factor = float(text)
    except ValueError:
        factor = 0.0
    if not 0.5 <= factor <= 3.0:
        raise argparse.ArgumentTypeError(
            said("Command", 'expected a number from 0.5 to 3, got "{text}"').format(text=text)
        )
    return factor


def size(text: str) -> tuple[int, int]:
    """``WxH`` as width and height in pixels."""
    match = re.fullmatch(r"(\d{1,9})[x×](\d{1,9})", text.lower())
    sides = (int(match[1]), int(match[2])) if match else (0, 0)
    if not all(1 <= side <= LARGEST_SIDE for side in sides):
        raise argparse.ArgumentTypeError(
            said(
                "Command",
                'expected WIDTHxHEIGHT, for example 1280x720, at most {largest_side} pixels a side, got "{text}"',
            ).format(largest_side=LARGEST_SIDE, text=text)
        )
    return sides
