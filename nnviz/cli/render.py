"""``nnviz render``: draws the window's picture at a place in time into a file, without a display."""

import argparse
import re

from nnviz.cli.arguments import STANDARD_OUTPUT, add_experiment, add_output, whole_number
from nnviz.cli.outcome import DONE, BadInputError
from nnviz.cli.outputs import refuse_outputs, write_output

THEMES = ("light", "dark", "projector")
KINDS = ("png", "svg", "pdf")
VIEW = "view."
LARGEST_SIDE = 7680
"""Pixels: twice as wide as a 4K screen."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe what ``render`` takes."""
    add_experiment(parser, more='; and of the view, for example view.panels=["data"] or view.pick=W1[0,1]')
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
    parser.add_argument(
        "--scale", metavar="F", type=scale, default=1.0, help="how large the type is, 0.5 to 3 (default: 1)"
    )
    add_output(parser, "--out", "write the picture, a PNG, or by the file's ending an SVG or a PDF", required=True)


def run(arguments: argparse.Namespace) -> int:
    """Draw."""
    kind = "png" if arguments.out == STANDARD_OUTPUT else arguments.out.suffix.lower().removeprefix(".") or "png"
    if kind not in KINDS:
        raise BadInputError(f'{arguments.out}: pictures are PNG, SVG or PDF files, not "{arguments.out.suffix}"')
    refuse_outputs(arguments.experiment, arguments.out)
    from nnviz.cli.experiments import experiment_of, source_of
    from nnviz.engine.errors import PlaceError
    from nnviz.engine.networks.network import Architecture
    from nnviz.engine.training.record.phases import phase_index, phases_of
    from nnviz.preflight import problem_with_offscreen
    from nnviz.view import view_of

    fields = dict(arguments.overrides)
    views = {field.removeprefix(VIEW): fields.pop(field) for field in list(fields) if field.startswith(VIEW)}
    arguments.overrides = list(fields.items())
    experiment = experiment_of(arguments)
    try:
        layers = Architecture.of(experiment).layers
        phase = phases_of(layers)[phase_index(arguments.phase, layers)].name
        view = view_of({"at.iteration": arguments.iteration, "at.phase": phase, **views})
        if problem := problem_with_offscreen():
            raise BadInputError(problem)
        from nnviz.export.picture import render

        picture = render(experiment, view, arguments.size, arguments.theme, arguments.scale, kind)
    except PlaceError as error:
        raise BadInputError(f"{source_of(arguments)}: {error}") from None
    write_output(arguments.out, [picture])
    return DONE


def scale(text: str) -> float:
    """A factor on the size of type."""
    try:
        factor = float(text)
    except ValueError:
        factor = 0.0
    if not 0.5 <= factor <= 3.0:
        raise argparse.ArgumentTypeError(f'expected a number from 0.5 to 3, got "{text}"')
    return factor


def size(text: str) -> tuple[int, int]:
    """``WxH`` as width and height in pixels."""
    match = re.fullmatch(r"(\d{1,9})[x×](\d{1,9})", text.lower())
    sides = (int(match[1]), int(match[2])) if match else (0, 0)
    if not all(1 <= side <= LARGEST_SIDE for side in sides):
        raise argparse.ArgumentTypeError(
            f'expected WIDTHxHEIGHT, for example 1280x720, at most {LARGEST_SIDE} pixels a side, got "{text}"'
        )
    return sides
