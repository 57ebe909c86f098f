"""``nnviz render``: draws the window's picture at a place in time into a file, without a display."""

import argparse
import re

from nnviz.cli.arguments import STANDARD_OUTPUT, add_experiment, add_output, whole_number
from nnviz.cli.outcome import DONE, BadInputError
from nnviz.cli.outputs import refuse_outputs, write_output

THEMES = ("light", "dark", "projector")
LARGEST_SIDE = 7680
"""Pixels: twice as wide as a 4K screen."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe what ``render`` takes."""
    add_experiment(parser)
    parser.add_argument(
        "--iteration", metavar="K", type=whole_number(0), default=0, help="which iteration (default: 0)"
    )
    parser.add_argument(
        "--phase",
        metavar="LABEL",
        help="which phase of it: x, z1, a1, ..., L, delta2, dW2, ..., update (default: update, the whole iteration)",
        default="update",
    )
    parser.add_argument(
        "--size", metavar="WxH", type=size, default=(1920, 1080), help="width and height in pixels (default: 1920x1080)"
    )
    parser.add_argument("--theme", choices=THEMES, default="light", help="the theme (default: light)")
    add_output(parser, "--out", "write the picture, a PNG", required=True)


def run(arguments: argparse.Namespace) -> int:
    """Draw."""
    if arguments.out != STANDARD_OUTPUT and arguments.out.suffix.lower() not in (".png", ""):
        raise BadInputError(f'{arguments.out}: pictures are PNG files, not "{arguments.out.suffix}"')
    refuse_outputs(arguments.experiment, arguments.out)
    from nnviz.cli.experiments import experiment_of, source_of
    from nnviz.engine.errors import PlaceError
    from nnviz.preflight import problem_with_offscreen

    experiment = experiment_of(arguments)
    if problem := problem_with_offscreen():
        raise BadInputError(problem)
    from nnviz.export.picture import render

    try:
        picture = render(experiment, arguments.iteration, arguments.phase, arguments.size, arguments.theme)
    except PlaceError as error:
        raise BadInputError(f"{source_of(arguments)}: {error}") from None
    write_output(arguments.out, [picture])
    return DONE


def size(text: str) -> tuple[int, int]:
    """``WxH`` as width and height in pixels."""
    match = re.fullmatch(r"(\d{1,9})[x×](\d{1,9})", text.lower())
    sides = (int(match[1]), int(match[2])) if match else (0, 0)
    if not all(1 <= side <= LARGEST_SIDE for side in sides):
        raise argparse.ArgumentTypeError(
            f'expected WIDTHxHEIGHT, for example 1280x720, at most {LARGEST_SIDE} pixels a side, got "{text}"'
        )
    return sides
