"""``nnviz render``: draws the window's picture at a place in time into a file, without a display."""

import argparse
from collections.abc import Callable
from typing import Any, TypeAlias

from nnviz.cli.arguments import STANDARD_OUTPUT, add_iteration, add_output, whole_number
from nnviz.cli.inputs import inputs_of
from nnviz.cli.looks import add_look, add_viewed, take_view
from nnviz.cli.outcome import DONE, BadInputError
from nnviz.cli.outputs import refuse_outputs, write_output
from nnviz.said import joined, said

KINDS = ("png", "svg", "pdf")
Drawing: TypeAlias = Callable[..., bytes]
"""Draws, told of size, theme, scale and kind."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe what ``render`` takes."""
    add_viewed(parser)
    add_iteration(parser, said("Command", "which iteration (default: 0; of a session, where it stands)"))
    parser.add_argument(
        "--phase",
        metavar="LABEL",
        help=said(
            "Command",
            "which phase of it: x, z1, a1, ..., L, delta2, dW2, ..., update (default: update, the whole iteration; "
            "of a session, the one on screen)",
        ),
    )
    parser.add_argument("--scene", metavar="ID", help=said("Command", "EXPERIMENT is a lecture: which of its scenes"))
    parser.add_argument(
        "--cue", metavar="N", type=whole_number(1), help=said("Command", "which cue of the scene (default: 1)")
    )
    add_look(parser)
    add_output(
        parser,
        "--out",
        said("Command", "write the picture, a PNG, or by the file's ending an SVG or a PDF"),
        required=True,
    )


def run(arguments: argparse.Namespace) -> int:
    """Draw."""
    kind = "png" if arguments.out == STANDARD_OUTPUT else arguments.out.suffix.lower().removeprefix(".") or "png"
    if kind not in KINDS:
        raise BadInputError(
            said("Command", '{out}: pictures are PNG, SVG or PDF files, not "{suffix}"').format(
                out=arguments.out, suffix=arguments.out.suffix
            )
        )
    refuse_outputs(inputs_of(arguments.experiment, arguments.overrides), arguments.out)
    from nnviz.preflight import problem_with_offscreen

    draw = _of_experiment(arguments) if arguments.scene is None else _of_cue(arguments)
    if problem := problem_with_offscreen():
        raise BadInputError(problem)
    write_output(arguments.out, [draw(arguments.size, arguments.theme, arguments.scale, kind, arguments.language)])
    return DONE


def _of_experiment(arguments: argparse.Namespace) -> Drawing:
    """What draws an experiment at a place in time."""
    if arguments.cue is not None:
        raise BadInputError(said("Command", "--cue is one of a lecture's --scene, and none is given"))
    from nnviz.cli.experiments import source_of, start_of
    from nnviz.engine.errors import PlaceError
    from nnviz.engine.networks.network import Architecture
    from nnviz.engine.training.record.phases import phase_index, phases_of
    from nnviz.lecture.files import is_lecture

    if is_lecture(arguments.experiment):
        raise BadInputError(
            said("Command", "{source} is a lecture: --scene says what of it is drawn").format(
                source=source_of(arguments)
            )
        )
    views = take_view(arguments)
    start = start_of(arguments)
    phase, at = "update", {}
    try:
        if arguments.phase is not None:
            layers = Architecture.of(start.experiment).layers
            phase = phases_of(layers)[phase_index(arguments.phase, layers)].name
    except PlaceError as error:
        raise BadInputError(joined(": ", start.source, error.text)) from None
    if start.session is None or arguments.iteration is not None or arguments.phase is not None:
        at["at"] = {"iteration": start.iteration(arguments.iteration), "phase": phase}
    view = start.view({**at, **views})

    def draw(*look: Any) -> bytes:
        from nnviz.export.picture import render

        try:
            return render(start.opened, view, *look)
        except PlaceError as error:
            raise BadInputError(joined(": ", start.source, error.text)) from None

    return draw


def _of_cue(arguments: argparse.Namespace) -> Drawing:
    """What draws a cue of a lecture, as the audience sees it."""
    for option in ("iteration", "phase", "overrides"):
        if getattr(arguments, option):
            name = "set" if option == "overrides" else option
            raise BadInputError(
                said("Command", "--{name} is about an experiment; the state of a cue is what its scene says").format(
                    name=name
                )
            )
    from nnviz.engine.errors import PlaceError
    from nnviz.lecture.errors import LectureError
    from nnviz.lecture.files import find, scene_of
    from nnviz.lecture.states import state_of

    path = find(arguments.experiment)
    scene = scene_of(path, arguments.scene)
    try:
        state = state_of(scene, arguments.cue or 1)
    except LectureError as error:
        raise error.within(path.name) from None

    def draw(*look: Any) -> bytes:
        from nnviz.export.picture import render_cue

        try:
            return render_cue(state, *look)
        except PlaceError as error:
            raise BadInputError(joined(": ", path.name, error.text)) from None

    return draw
