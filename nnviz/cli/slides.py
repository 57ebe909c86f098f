"""``nnviz slides``: a slide for each phase of an experiment, or each cue and question of a lecture."""

import argparse
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from typing import TYPE_CHECKING, Protocol

from nnviz.cli.arguments import add_iteration, add_output, add_paper
from nnviz.cli.inputs import inputs_of
from nnviz.cli.lectures import refuse_of_experiment, refuse_scene
from nnviz.cli.looks import add_look, add_viewed, refuse_undrawable, take_view
from nnviz.cli.outcome import DONE, BadInputError
from nnviz.cli.outputs import kind_of, refuse_outputs, write_output
from nnviz.cli.progress import stoppable, watch
from nnviz.paper import PAPERS
from nnviz.said import joined, said

if TYPE_CHECKING:
    from nnviz.export.picture import Drawn
    from nnviz.export.slides.leaves import Leaf

KINDS = ("pptx", "pdf")


class File(Protocol):
    """Takes leaves, and is at last a file."""

    def add(self, leaf: "Leaf") -> None:
        """The next leaf."""

    def content(self) -> bytes:
        """The whole file."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe what ``slides`` takes."""
    add_viewed(parser)
    add_iteration(parser, said("Command", "which iteration (default: 0; of a session, where it stands)"))
    parser.add_argument("--scene", metavar="ID", help=said("Command", "of a lecture, one scene alone"))
    parser.add_argument(
        "--no-notes",
        action="store_true",
        help=said("Command", "of a lecture, the slides alone: a PDF has a page with notes for each otherwise"),
    )
    add_paper(parser)
    add_look(parser, usual=(1280, 720))
    add_output(
        parser,
        "--out",
        said("Command", "write the slides, by the file's ending for PowerPoint (.pptx) or a page each (.pdf)"),
        required=True,
    )


def run(arguments: argparse.Namespace) -> int:
    """Make slides."""
    refusal = said("Command", '{out}: slides are PPTX or PDF files, not "{suffix}"')
    kind = kind_of(arguments.out, KINDS, "pptx", refusal)
    if kind == "pptx" and find_spec("pptx") is None:
        raise BadInputError(
            said(
                "Command",
                "{out}: python-pptx makes slides for PowerPoint, and is not installed: pip install "
                "'nnviz-desktop[slides]'; .pdf does not need it",
            ).format(out=arguments.out)
        )
    refuse_outputs(inputs_of(arguments.experiment, arguments.overrides), arguments.out)
    from nnviz.engine.errors import PlaceError
    from nnviz.lecture.files import is_lecture

    of_lecture = is_lecture(arguments.experiment)
    title, count, leaves = (_of_lecture if of_lecture else _of_experiment)(arguments)
    refuse_undrawable()
    from nnviz.export.picture import Drawn

    try:
        with Drawn(arguments.size, arguments.theme, arguments.scale, kind, arguments.language) as drawn:
            file = _file(kind, title, arguments, drawn, notes=of_lecture and not arguments.no_notes)
            done = 0

            def pieces() -> Iterator[None]:
                nonlocal done
                with stoppable() as stop:
                    for leaf in leaves(drawn):
                        file.add(leaf)
                        done += 1
                        stop()
                        yield

            watch(pieces(), count, lambda: (done, ""), unit="slides")
            content = file.content()
    except PlaceError as error:
        raise BadInputError(joined(": ", arguments.experiment, error.text)) from None
    write_output(arguments.out, [content])
    return DONE


def _file(kind: str, title: str, arguments: argparse.Namespace, drawn: "Drawn", *, notes: bool) -> File:
    size: tuple[int, int] = arguments.size
    if kind == "pdf" and notes:
        from nnviz.export.slides.notes_pages import NotesPages
        from nnviz.ui.look.paper import usual_paper

        return NotesPages(title, drawn.look, PAPERS.get(arguments.paper) or usual_paper())
    if kind == "pdf":
        from nnviz.export.slides.pages import Pages

        return Pages(title, size)
    from nnviz.export.slides.deck import Deck

    return Deck(title, size, drawn.look)


Leaves = Callable[["Drawn"], Iterator["Leaf"]]


def _of_experiment(arguments: argparse.Namespace) -> tuple[str, int, Leaves]:
    """The title, how many slides there are, and what makes them."""
    if arguments.scene is not None:
        refuse_scene(arguments.experiment)
    from nnviz.cli.experiments import start_of
    from nnviz.engine.networks.network import Architecture
    from nnviz.engine.training.record.phases import phases_of

    views = take_view(arguments)
    start = start_of(arguments)
    iteration = start.iteration(arguments.iteration)
    view = start.view({"at.iteration": iteration, **views}, panels=[])

    def leaves(drawn: "Drawn") -> Iterator["Leaf"]:
        from nnviz.export.slides.leaves import of_experiment

        return of_experiment(drawn, start.opened, view)

    experiment = start.experiment
    return experiment.title, len(phases_of(Architecture.of(experiment).layers)), leaves


def _of_lecture(arguments: argparse.Namespace) -> tuple[str, int, Leaves]:
    refuse_of_experiment(arguments, "iteration", "overrides")
    from msgspec.structs import replace

    from nnviz.lecture.files import find, load, scene_of

    path = find(arguments.experiment)
    lecture = load(path)
    if arguments.scene is not None:
        lecture = replace(lecture, scenes=(scene_of(path, arguments.scene),))

    def leaves(drawn: "Drawn") -> Iterator["Leaf"]:
        from nnviz.export.slides.leaves import of_lecture

        return of_lecture(drawn, lecture, arguments.language, notes=not arguments.no_notes)

    return (
        lecture.title.text(arguments.language),
        sum(len(scene.cues) + len(scene.asks) for scene in lecture.scenes),
        leaves,
    )
