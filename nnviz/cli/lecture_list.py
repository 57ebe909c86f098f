"""``nnviz lecture list``: the scenes of a lecture."""

import argparse
from typing import TYPE_CHECKING

from nnviz.cli.arguments import STANDARD_OUTPUT, add_output
from nnviz.cli.inputs import inputs_of
from nnviz.cli.lectures import add_lecture, reading_of
from nnviz.cli.outcome import BAD_INPUT, DONE, short, tell
from nnviz.cli.outputs import refuse_outputs, write_output
from nnviz.cli.tables import aligned
from nnviz.said import said

if TYPE_CHECKING:
    from nnviz.lecture.values import Lecture, Scene

FORMAT = "nnviz-lecture-list/1"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe what ``lecture list`` takes."""
    add_lecture(parser)
    add_output(parser, "--json", said("Command", "write the list as JSON"), nargs="?", const=STANDARD_OUTPUT)


def run(arguments: argparse.Namespace) -> int:
    """List; exit status 2 if there is something wrong with the lecture."""
    refuse_outputs(inputs_of(arguments.lecture), arguments.json)
    reading = reading_of(arguments)
    if arguments.json is None:
        tell(_table(reading.lecture, arguments.language))
    else:
        import json

        scenes = [_row(scene) for scene in reading.lecture.scenes]
        fields = {"format": FORMAT, "title": reading.lecture.title.text("en"), "scenes": scenes}
        write_output(arguments.json, [json.dumps(fields, indent=1, ensure_ascii=False).encode(), b"\n"])
    return BAD_INPUT if reading.problems else DONE


def _row(scene: "Scene") -> dict[str, object]:
    return {
        "id": scene.id,
        "slide": scene.slide,
        "title": scene.title.text("en"),
        "titles": {"en": scene.title.en, "zh": scene.title.zh},
        "kind": scene.kind,
        "minutes": scene.minutes,
        "cues": len(scene.cues),
        "claims": len(scene.claims),
        "asks": len(scene.asks),
    }


def _table(lecture: "Lecture", language: str) -> list[str]:
    names = (
        said("Command", "scene"),
        said("Command", "title"),
        said("Command", "slide"),
        said("Command", "minutes"),
        said("Command", "cues"),
        said("Command", "asks"),
        said("Command", "claims"),
    )
    rows = [
        [
            scene.id,
            scene.title.text(language),
            "–" if scene.slide is None else str(scene.slide),
            f"{scene.minutes:g}",
            *(str(len(things)) for things in (scene.cues, scene.asks, scene.claims)),
        ]
        for scene in lecture.scenes
    ]
    return [
        said("Command", "{title}: {minutes:g} minutes").format(
            title=short(lecture.title.text(language)), minutes=lecture.minutes
        ),
        "",
        *aligned([names, *rows], texts=2),
    ]
