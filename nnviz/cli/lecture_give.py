"""``nnviz lecture``: give a lecture."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from nnviz.cli.arguments import seconds
from nnviz.cli.inputs import inputs_of
from nnviz.cli.lectures import reading_of
from nnviz.cli.outcome import BadInputError
from nnviz.cli.outputs import refuse_outputs
from nnviz.said import said
from nnviz.signals import hold_back

if TYPE_CHECKING:
    from nnviz.lecture.files import Reading

USUAL = "hidden-layers"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe what ``lecture`` takes."""
    parser.add_argument(
        "lecture",
        metavar="LECTURE",
        nargs="?",
        default=USUAL,
        help=said("Command", "a file, or a built-in lecture; usually {usual}").format(usual=USUAL),
    )
    parser.add_argument("--scene", metavar="ID", help=said("Command", "begin with this scene"))
    parser.add_argument(
        "--tour", action="store_true", help=said("Command", "for students: beside the window, every control live")
    )
    parser.add_argument(
        "--windowed", action="store_true", help=said("Command", "in a window, for a call that shares one")
    )
    parser.add_argument(
        "--stats",
        metavar="FILE",
        type=Path,
        help=said("Command", "on closing, write what was shown, and how long each cue took"),
    )
    parser.add_argument(
        "--quit-after", metavar="SECONDS", type=seconds, help=said("Command", "close by itself after so long")
    )
    parser.epilog = said(
        "Command",
        "Page Down goes on, Page Up goes back, Shift with them from scene to scene; . is black, Esc "
        "leaves.\nWith a second screen, notes and time are on this one; N shows them in a window, S swaps.\n\n"
        '"nnviz lecture list", "lecture check" and "lecture metrics" tell of lectures without giving '
        "them.",
    )


def run(arguments: argparse.Namespace) -> int:
    """Give it, and come back when the window is closed; scenes that cannot be given are said, the others are given."""
    if arguments.stats is not None:
        refuse_outputs(inputs_of(arguments.lecture), arguments.stats)
    reading = reading_of(arguments)
    lecture = reading.lecture
    if arguments.scene is not None and lecture.scene(arguments.scene) is None:
        known = ", ".join(scene.id for scene in lecture.scenes)
        raise BadInputError(
            said("Command", '--scene: there is no scene "{scene}"; known: {known}').format(
                scene=arguments.scene, known=known
            )
        )
    return give(reading, arguments, arguments.tour, arguments.scene, arguments.windowed)


def give(
    reading: "Reading",
    arguments: argparse.Namespace,
    tour: bool,
    scene: str | None = None,
    windowed: bool = False,
) -> int:
    """Give a lecture, or open it as a tour, as far as it can be given."""
    if not reading.lecture.scenes:
        raise BadInputError(said("Command", "no scene of it can be given"))
    from nnviz.preflight import problem_with_window

    if problem := problem_with_window():
        raise BadInputError(problem)
    hold_back()
    from nnviz.ui.app import run_window
    from nnviz.ui.stage.script import Mark
    from nnviz.ui.window.lecture.giving import Giving

    giving = Giving(reading, Mark(scene), arguments.language, windowed, tour)
    return run_window(giving, arguments.stats, arguments.quit_after, train=False, language=arguments.language)
