"""``nnviz render``: draws the window's picture at a place in time into a file, without a display."""

import argparse
from collections.abc import Callable
from typing import Any, TypeAlias

from nnviz.cli.arguments import add_iteration, add_output, whole_number
from nnviz.cli.inputs import inputs_of
from nnviz.cli.lectures import refuse_of_experiment
from nnviz.cli.looks import LARGEST_SIDE, add_look, add_viewed, refuse_undrawable, take_view
from nnviz.cli.outcome import DONE, BadInputError
from nnviz.cli.outputs import kind_of, refuse_outputs, write_output
from nnviz.said import joined, said
from nnviz.shortened import called

KINDS = ("png", "svg", "pdf")
USUAL_SIZE = 1920, 1080
WINDOW = "window"
MOST_ZOOM = 8
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
    add_look(parser, usual=USUAL_SIZE)
    parser.set_defaults(size=None)
    parser.add_argument(
        "--part",
        metavar="NAME",
        help=said(
            "Command",
            'a part alone: "diagram", "formula", a panel by its name in a view, or its plot, "loss.plot" for example; '
            "--size is then that of the part (default: as it is in the window)",
        ),
    )
    parser.add_argument(
        "--zoom",
        metavar="F",
        type=zoom,
        default=1.0,
        help=said("Command", "so many pixels for each of the size, 0.1 to {most} (default: 1)").format(most=MOST_ZOOM),
    )
    parser.add_argument(
        "--transparent", action="store_true", help=said("Command", "with --part: without the ground that it lies on")
    )
    add_output(
        parser,
        "--out",
        said("Command", "write the picture, a PNG, or by the file's ending an SVG or a PDF"),
        required=True,
    )


def run(arguments: argparse.Namespace) -> int:
    """Draw."""
    refusal = said("Command", '{out}: pictures are PNG, SVG or PDF files, not "{suffix}"')
    kind = kind_of(arguments.out, ("", *KINDS), "png", refusal) or "png"
    refuse_outputs(inputs_of(arguments.experiment, arguments.overrides), arguments.out)

    size = _framed(arguments)
    draw = _of_experiment(arguments) if arguments.scene is None else _of_cue(arguments)
    refuse_undrawable()
    from nnviz.export.picture import Framing

    part = arguments.part or WINDOW
    framing = Framing(part, arguments.size if part != WINDOW else None, arguments.zoom, arguments.transparent)
    look = size, arguments.theme, arguments.scale, kind, arguments.language
    write_output(arguments.out, [draw(*look, framing)])
    return DONE


def _framed(arguments: argparse.Namespace) -> tuple[int, int]:
    """How large the window is; what is asked for of a part of it makes sense."""
    from nnviz.parts import PARTS, PLOT, is_part

    part = arguments.part
    if part is not None and not is_part(part):
        raise BadInputError(
            said(
                "Command", '--part: there is no part "{part}"; known: {known}, and a panel\'s name with {plot}'
            ).format(part=part, known=", ".join(PARTS), plot=PLOT)
        )
    whole = part in (None, WINDOW)
    if whole and arguments.transparent:
        raise BadInputError(said("Command", "--transparent is about a --part; the window has no ground to leave out"))
    size: tuple[int, int] = arguments.size if whole and arguments.size is not None else USUAL_SIZE
    if max(arguments.size or size) * arguments.zoom > LARGEST_SIDE:
        raise BadInputError(
            said("Command", "--zoom: a picture has at most {largest} pixels a side").format(largest=LARGEST_SIDE)
        )
    return size


def _of_experiment(arguments: argparse.Namespace) -> Drawing:
    """What draws an experiment at a place in time."""
    if arguments.cue is not None:
        raise BadInputError(said("Command", "--cue is one of a lecture's --scene, and none is given"))
    from msgspec.structs import replace

    from nnviz.cli.experiments import source_of, start_of
    from nnviz.engine.errors import PlaceError
    from nnviz.engine.networks.network import Architecture
    from nnviz.engine.training.record.phases import phase_index, phases_of
    from nnviz.lecture.files import is_lecture
    from nnviz.parts import panel_of

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
    panel = panel_of(arguments.part or WINDOW)
    if panel is not None and panel not in view.panels and "panels" not in views:
        view = replace(view, panels=(panel,))

    def draw(*look: Any) -> bytes:
        from nnviz.export.picture import render

        try:
            return render(start.opened, view, *look)
        except PlaceError as error:
            raise BadInputError(joined(": ", start.source, error.text)) from None

    return draw


def zoom(text: str) -> float:
    """How much larger than its size a picture is."""
    try:
        factor = float(text)
    except ValueError:
        factor = 0.0
    if not 0.1 <= factor <= MOST_ZOOM:
        raise argparse.ArgumentTypeError(
            said("Command", 'expected a number from 0.1 to {most}, got "{text}"').format(most=MOST_ZOOM, text=text)
        )
    return factor


def _of_cue(arguments: argparse.Namespace) -> Drawing:
    """What draws a cue of a lecture, as the audience sees it."""
    refuse_of_experiment(arguments, "iteration", "phase", "overrides")
    from nnviz.engine.errors import PlaceError
    from nnviz.lecture.errors import LectureError
    from nnviz.lecture.files import find, scene_of
    from nnviz.lecture.states import state_of

    path = find(arguments.experiment)
    scene = scene_of(path, arguments.scene)
    try:
        state = state_of(scene, arguments.cue or 1)
    except LectureError as error:
        raise error.within(called(path)) from None

    def draw(*look: Any) -> bytes:
        from nnviz.export.picture import render_cue

        try:
            return render_cue(state, *look)
        except PlaceError as error:
            raise BadInputError(joined(": ", called(path), error.text)) from None

    return draw
