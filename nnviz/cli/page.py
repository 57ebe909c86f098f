"""``nnviz page``: one HTML file with a network that trains in any browser, offline."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING

from nnviz.cli.arguments import add_experiment, add_output
from nnviz.cli.inputs import inputs_of
from nnviz.cli.outcome import DONE, BadInputError
from nnviz.cli.outputs import refuse_ending, refuse_outputs, write_output
from nnviz.language import SOURCE, languages, translations_into
from nnviz.said import Translate, joined, said
from nnviz.shortened import called

if TYPE_CHECKING:
    from nnviz.export.page.scenes import Contents


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe what ``page`` takes."""
    add_experiment(parser)
    parser.add_argument(
        "--scene", metavar="ID", help=said("Command", "EXPERIMENT is a lecture: one of its scenes alone")
    )
    add_output(parser, "--out", said("Command", "write the page, an HTML file"), required=True)


def run(arguments: argparse.Namespace) -> int:
    """Make the page."""
    refuse_ending(arguments.out, ".html", ".htm")
    refuse_outputs(inputs_of(arguments.experiment, arguments.overrides), arguments.out)
    from nnviz.cli.experiments import source_of
    from nnviz.export.page.errors import PageError
    from nnviz.export.page.page import html
    from nnviz.lecture.files import is_lecture

    try:
        contents, title = (_lecture if is_lecture(arguments.experiment) else _experiment)(arguments)
    except PageError as error:
        raise BadInputError(joined(": ", source_of(arguments), error.text)) from None
    translations = _translations()
    language = arguments.language if arguments.language in translations else SOURCE
    write_output(arguments.out, [html(contents, title, language, translations)])
    return DONE


def _experiment(arguments: argparse.Namespace) -> tuple[Contents, dict[str, str]]:
    if arguments.scene is not None:
        raise BadInputError(said("Command", "--scene is one of a lecture, and EXPERIMENT is none"))
    from nnviz.cli.experiments import start_of
    from nnviz.export.page.scenes import experiment_contents

    start = start_of(arguments)
    trainer = start.trainer()
    trainer.seek(start.iteration(None))
    return experiment_contents(trainer, start.view({})), {SOURCE: trainer.experiment.title}


def _lecture(arguments: argparse.Namespace) -> tuple[Contents, dict[str, str]]:
    if arguments.overrides:
        raise BadInputError(said("Command", "--set is about an experiment; the state of a cue is what its scene says"))
    from nnviz.cli.progress import watch
    from nnviz.export.page.scenes import Contents, lecture_contents
    from nnviz.lecture.errors import LectureError
    from nnviz.lecture.files import find, load, scene_of

    path = find(arguments.experiment)
    if arguments.scene is not None:
        scene = scene_of(path, arguments.scene)
        scenes, title = [scene], scene.title
    else:
        lecture = load(path)
        scenes, title = [*lecture.scenes], lecture.title
    contents = Contents()

    def pieces() -> Iterator[None]:
        nonlocal contents
        for grown in lecture_contents(scenes):
            contents = grown
            yield

    try:
        watch(pieces(), len(scenes), lambda: (len(contents.scenes), ""), unit="scenes")
    except LectureError as error:
        raise error.within(called(path)) from None
    return contents, {"en": title.text("en"), "zh": title.text("zh")}


def _translations() -> dict[str, Translate]:
    """What translates into each language; where Qt is not installed, which reads translations, there is English."""
    translations: dict[str, Translate] = {SOURCE: lambda _context, text: text}
    with suppress(ImportError):
        from PySide6.QtCore import QTranslator

        for language in languages():
            if language != SOURCE:
                translator = QTranslator()
                translator.load(str(translations_into(language)))
                translations[language] = _translating(translator)
    return translations


def _translating(translator: object) -> Translate:
    return lambda context, text: translator.translate(context, text) or text  # type: ignore[attr-defined]
