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
    add_iteration(parser, said("Command", "which iteration (default: 0)"))
    parser.add_argument(
        "--phase",
        metavar="LABEL",
        help=said(
            "Command",
            "which phase of it: x, z1, a1, ..., L, delta2, dW2, ..., update (default: update, the whole iteration)",
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
    from nnviz.cli.experiments import experiment_of, source_of, whole_session_of
    from nnviz.engine.errors import PlaceError
    from nnviz.engine.networks.network import Architecture
    from nnviz.engine.training.record.phases import phase_index, phases_of
    from nnviz.lecture.files import is_lecture
    from nnviz.view import view_of

    if is_lecture(arguments.experiment):
        raise BadInputError(
            said("Command", "{source} is a lecture: --scene says what of it is drawn").format(
                source=source_of(arguments)
            )
        )
    views = take_view(arguments)
    session = whole_session_of(arguments)
    experiment = session.experiment if session is not None else experiment_of(arguments)
    at: dict[str, Any] = {"at.iteration": arguments.iteration or 0, "at.phase": "update"}
    if session is not None:
        import msgspec

        # What is not said otherwise is as it was on screen.
        at = msgspec.to_builtins(session.view)
        if arguments.iteration is not None:
            at["at"] = {"iteration": arguments.iteration, "phase": "update"}
    try:
        layers = Architecture.of(experiment).layers
        if arguments.phase is not None:
            at["at.phase"] = phases_of(layers)[phase_index(arguments.phase, layers)].name
    except PlaceError as error:
        raise BadInputError(joined(": ", source_of(arguments), error.text)) from None
    view = view_of({**at, **views})

    def draw(*look: Any) -> bytes:
        from nnviz.export.picture import render

        try:
            return render(session or experiment, view, *look)
        except PlaceError as error:
            raise BadInputError(joined(": ", source_of(arguments), error.text)) from None

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
