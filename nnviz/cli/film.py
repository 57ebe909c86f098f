"""``nnviz film``: draws a film of some updates, of training, or of a lecture's scene, without a display."""

import argparse
import re
from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import TYPE_CHECKING, TypeAlias

from nnviz.cli.arguments import add_iteration, add_output, whole_number
from nnviz.cli.inputs import inputs_of
from nnviz.cli.lectures import refuse_of_experiment, refuse_scene
from nnviz.cli.looks import add_look, add_viewed, refuse_undrawable, take_view
from nnviz.cli.outcome import DONE, BadInputError, RunFailedError
from nnviz.cli.outputs import kind_of, refuse_outputs, write_output
from nnviz.cli.progress import stoppable, watch
from nnviz.said import joined, said
from nnviz.shortened import called

if TYPE_CHECKING:
    from nnviz.export.film.courses import Course
    from nnviz.export.film.files import FilmFile
    from nnviz.export.film.run import Filming
    from nnviz.export.film.scene import SceneFilming
    from nnviz.export.picture import Drawn

KINDS = ("gif", "webp", "mp4", "webm")
GRAINS = ("iteration", "phase", "unit", "term")
FPS = {"gif": 12, "webp": 12}
"""Frames a second, where it is not said; the others have ``VIDEO_FPS``."""
VIDEO_FPS = 30
MOST_FPS = 60


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe what ``film`` takes."""
    add_viewed(parser)
    add_iteration(parser, said("Command", "with which iteration it begins (default: 0; of a session, where it stands)"))
    parser.add_argument(
        "--iterations",
        metavar="N",
        type=whole_number(1),
        help=said("Command", "so many iterations (default: 1)"),
    )
    parser.add_argument(
        "--grain",
        choices=GRAINS,
        help=said("Command", "how finely it steps through them (default: phase)"),
    )
    parser.add_argument(
        "--epochs",
        metavar="A..B",
        type=epochs,
        help=said("Command", "training instead, from A epochs to B: a frame for each; 0 is before the first update"),
    )
    parser.add_argument(
        "--every",
        metavar="N",
        type=whole_number(1),
        help=said("Command", "with --epochs: a frame for every Nth (default: 1)"),
    )
    parser.add_argument("--scene", metavar="ID", help=said("Command", "EXPERIMENT is a lecture: which of its scenes"))
    parser.add_argument(
        "--fps",
        metavar="F",
        type=rate,
        help=said("Command", "frames a second, 1 to {most} (default: {stills} for GIF and WebP, {video} else)").format(
            most=MOST_FPS, stills=FPS["gif"], video=VIDEO_FPS
        ),
    )
    add_look(parser, usual=(1280, 720))
    add_output(
        parser,
        "--out",
        said(
            "Command",
            "write the film, by the file's ending a GIF, a WebP, an MP4 or a WebM; the latter two need ffmpeg",
        ),
        required=True,
    )


def run(arguments: argparse.Namespace) -> int:
    """Film."""
    refusal = said("Command", '{out}: films are GIF, WebP, MP4 or WebM files, not "{suffix}"')
    kind = kind_of(arguments.out, KINDS, "gif", refusal)
    refuse_outputs(inputs_of(arguments.experiment, arguments.overrides), arguments.out)
    from nnviz.engine.errors import PlaceError
    from nnviz.lecture.files import is_lecture

    source, make = (_of_scene if is_lecture(arguments.experiment) else _of_run)(arguments)
    refuse_undrawable()
    from nnviz.export.film.files import KINDS as FILES
    from nnviz.export.film.video import EncoderError, MissingEncoderError
    from nnviz.export.picture import Drawn

    fps = arguments.fps or Fraction(FPS.get(kind, VIDEO_FPS))
    try:
        with (
            FILES[kind](arguments.size, fps) as file,
            Drawn(arguments.size, arguments.theme, arguments.scale, "png", arguments.language) as drawn,
        ):
            _shoot(make(drawn, fps), file)
            write_output(arguments.out, [file.content()])
    except PlaceError as error:
        raise BadInputError(joined(": ", source, error.text)) from None
    except MissingEncoderError as error:
        raise BadInputError(joined(": ", str(arguments.out), error.args[0])) from None
    except EncoderError as error:
        raise RunFailedError(joined(": ", str(arguments.out), error.args[0])) from None
    return DONE


Made: TypeAlias = "tuple[str, Callable[[Drawn, Fraction], Filming | SceneFilming]]"
"""What a film is of, in a word, and what makes it in a window, at so many frames a second."""


def _of_run(arguments: argparse.Namespace) -> Made:
    if arguments.scene is not None:
        refuse_scene(arguments.experiment)
    from nnviz.cli.experiments import start_of

    views = take_view(arguments)
    for field in views:
        if field.split(".")[0] == "at":
            raise BadInputError(
                said("Command", "view.{field}: a film goes its own way; --iteration or --epochs say where").format(
                    field=field
                )
            )
    start = start_of(arguments)
    course = _course_of(arguments, start.iteration(arguments.iteration))
    view = start.view({**views, "grain": course.grain.value})

    def make(drawn: "Drawn", fps: Fraction) -> "Filming":
        from nnviz.export.film.run import Filming

        return Filming(drawn, start.opened, view, course, fps)

    return start.source, make


def _of_scene(arguments: argparse.Namespace) -> Made:
    if arguments.scene is None:
        raise BadInputError(
            said("Command", "{source} is a lecture: --scene says what of it is filmed").format(
                source=arguments.experiment
            )
        )
    refuse_of_experiment(arguments, "iteration", "iterations", "grain", "epochs", "every", "overrides")
    from nnviz.lecture.files import find, scene_of

    path = find(arguments.experiment)
    scene = scene_of(path, arguments.scene)

    def make(drawn: "Drawn", fps: Fraction) -> "SceneFilming":
        from nnviz.export.film.scene import SceneFilming

        return SceneFilming(drawn, scene, fps, arguments.language)

    return called(path), make


def _course_of(arguments: argparse.Namespace, first: int) -> "Course":
    """What the film goes through: training, or updates from this one on."""
    of_updates = [name for name in ("iteration", "iterations", "grain") if getattr(arguments, name) is not None]
    if arguments.epochs is not None and of_updates:
        raise BadInputError(
            said("Command", "--{name} is about single updates, --epochs about training: one of them").format(
                name=of_updates[0]
            )
        )
    if arguments.epochs is None and arguments.every is not None:
        raise BadInputError(said("Command", "--every is about --epochs, and none are given"))
    from nnviz.engine.training.record.steps import Grain
    from nnviz.export.film.courses import Epochs, Updates

    if arguments.epochs is not None:
        begin, end = arguments.epochs
        return Epochs(begin, end, arguments.every or 1)
    return Updates(first, arguments.iterations or 1, Grain(arguments.grain or "phase"))


def _shoot(filming: "Filming | SceneFilming", file: "FilmFile") -> None:
    """Draw every frame, with a progress bar where somebody is watching."""

    def frames() -> Iterator[None]:
        with stoppable() as stop:
            for frame in filming.frames():
                file.add(frame)
                stop()
                yield

    watch(frames(), filming.count, lambda: (filming.shown, ""), unit="pictures")


def epochs(text: str) -> tuple[int, int]:
    """``A..B`` as the first and the last."""
    match = re.fullmatch(r"(\d{1,9})\.\.(\d{1,9})", text)
    first, last = (int(match[1]), int(match[2])) if match else (1, 0)
    if first >= last:
        raise argparse.ArgumentTypeError(
            said("Command", 'expected A..B with A before B, for example 0..100, got "{text}"').format(text=text)
        )
    return first, last


def rate(text: str) -> Fraction:
    """Frames a second."""
    try:
        number = Fraction(text)
    except (ValueError, ZeroDivisionError):
        number = Fraction(0)
    if not 1 <= number <= MOST_FPS or number.denominator > 1001:
        raise argparse.ArgumentTypeError(
            said("Command", 'expected frames a second from 1 to {most}, got "{text}"').format(most=MOST_FPS, text=text)
        )
    return number
