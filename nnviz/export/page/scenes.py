"""What a page goes through: an experiment alone, or the scenes of a lecture with their cues and questions."""

from __future__ import annotations

from base64 import b64encode
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from nnviz.engine.networks.network import Architecture
from nnviz.engine.training.record.phases import phase_index
from nnviz.engine.training.run.trainer import Trainer
from nnviz.export.page.errors import PageError
from nnviz.export.page.networks import CURVE_POINTS, experiment_fields, refuse_unfit, start_fields
from nnviz.lecture.runs import Runs
from nnviz.lecture.states import State, states_of
from nnviz.lecture.values import Ask, Picture, Row, Scene, Words
from nnviz.view import View

POINTS_OF_MANY = 24
"""Of the loss of each network of a sheet: there may be a hundred of them."""
SOLVED_ACCURACY, SOLVED_LOSS = 0.99, 0.01
KINDS = {".png": "png", ".jpg": "jpeg", ".jpeg": "jpeg", ".gif": "gif", ".webp": "webp", ".svg": "svg+xml"}
"""Pictures that a browser shows, by the ending of their files."""


class Contents:
    """The runs and scenes of a page. An experiment of several cues is there once.

    Attributes:
        runs: What stays as it is in each run.
        scenes: What is gone through.
    """

    def __init__(self) -> None:
        self.runs: list[dict[str, Any]] = []
        self.scenes: list[dict[str, Any]] = []

    def add_experiment(self, trainer: Trainer, view: View | None = None) -> None:
        """A scene of one experiment, from where its run stands, and seen so; left out, from its first phase.

        Raises:
            PageError: It does not fit a page.
        """
        refuse_unfit(trainer.experiment)
        title = trainer.experiment.title
        cue: dict[str, Any] = {"say": {}, "more": {}, "asks": [], "sides": [self._side(trainer)]}
        if view is not None:
            cue |= _view(view, trainer.architecture.layers)
        self.scenes.append({"id": "", "title": {"en": title}, "text": {}, "cues": [cue]})

    def add_scene(self, scene: Scene) -> Iterator[None]:
        """A scene of a lecture, network by network. Where they do not fit a page it is told without them, and why.

        Raises:
            LectureError: A cue cannot be, or cannot be reached.
        """
        cues: list[dict[str, Any]] = []
        told = {"id": scene.id, "title": _words(scene.title), "text": _words(scene.text)}
        self.scenes.append({**told, "pictures": [_picture(each) for each in scene.pictures], "cues": cues})
        runs: defaultdict[int, Runs] = defaultdict(Runs)
        for state in states_of(scene):
            cue = _cue(state)
            cues.append(cue)
            if "unfit" not in cue:
                for place, side in enumerate(state.sides):
                    alone = State(scene, state.number, (side,), state.view)
                    (trainer,) = runs[place].bring_to(alone).trainers
                    cue["sides"].append(
                        {**self._side(trainer, scene.kind == "seeds"), "name": _side_name(state, place)}
                    )
                    yield
            yield

    def _side(self, trainer: Trainer, of_many: bool = False) -> dict[str, Any]:
        """A network where it stands; of many with few points of its loss, and whether it has solved its task."""
        fields = experiment_fields(trainer)
        if fields not in self.runs:
            self.runs.append(fields)
        solved = {"solved": _has_solved(trainer)} if of_many else {}
        start = start_fields(trainer, POINTS_OF_MANY if of_many else CURVE_POINTS)
        return {"run": self.runs.index(fields), "start": start, **solved}


def experiment_contents(trainer: Trainer, view: View | None = None) -> Contents:
    """The contents of the page of an experiment, from where its run stands, and seen so where a view is given.

    Raises:
        PageError: It does not fit a page.
    """
    contents = Contents()
    contents.add_experiment(trainer, view)
    return contents


def lecture_contents(scenes: Iterable[Scene]) -> Iterator[Contents]:
    """The contents of the page of a lecture, as they grow network by network; the last has all.

    Raises:
        LectureError: A cue cannot be, or cannot be reached.
    """
    contents = Contents()
    for scene in scenes:
        for _ in contents.add_scene(scene):
            yield contents


def _cue(state: State) -> dict[str, Any]:
    """A cue without its networks."""
    scene, cue = state.scene, state.cue
    fields: dict[str, Any] = {
        "say": _words(cue.say),
        "more": _words(cue.more),
        "asks": [_ask(ask) for ask in scene.asked_before(state.number)],
        "sides": [],
    }
    if not state.sides:
        return fields
    try:
        for side in state.sides:
            refuse_unfit(side.experiment)
    except PageError as error:
        return {**fields, "unfit": error.text}
    if scene.seeds is not None:
        fields["rows"] = [{"name": _row_name(row), "count": scene.seeds.count} for row in scene.seeds.combinations]
    return {**fields, **_view(state.view, Architecture.of(state.sides[0].experiment).layers)}


def _row_name(row: Row) -> dict[str, str]:
    """What a row of a sheet is called: as the lecture says, else what is set in it."""
    return _words(row.name) or {"en": " · ".join(_plain(value) for value in row.set.values())}


def _plain(value: Any) -> str:
    return (
        "-".join(map(str, value)) or "–" if isinstance(value, Sequence) and not isinstance(value, str) else str(value)
    )


def _side_name(state: State, place: int) -> dict[str, str]:
    scene = state.scene
    names = state.cue.sides or (scene.twin.sides if scene.twin is not None else ())
    return _words(names[place]) if place < len(names) else {}


def _has_solved(trainer: Trainer) -> bool:
    """Whether a network of a sheet counts as one that has solved its task, as the stage counts."""
    loss, score = trainer.score("train")
    return score >= SOLVED_ACCURACY if trainer.examples.classes else loss <= SOLVED_LOSS


def _picture(picture: Picture) -> dict[str, Any]:
    """A picture in a text, within the page where it has a file."""
    image = None
    if picture.file is not None and (kind := KINDS.get(Path(picture.file).suffix.lower())):
        image = f"data:image/{kind};base64,{b64encode(Path(picture.file).read_bytes()).decode()}"
    return {"scene": picture.scene, "say": _words(picture.say), "image": image}


def _view(view: View, layers: int) -> dict[str, Any]:
    return {
        "phase": phase_index(view.at.phase, layers),
        "pick": view.pick,
        "example": view.example,
        "panels": view.panels,
        "hidden": view.hidden_space.layer,
    }


def _ask(ask: Ask) -> dict[str, Any]:
    return {
        "text": _words(ask.text),
        "answers": [_words(answer) for answer in ask.answers],
        "right": ask.right,
        "why": _words(ask.why),
    }


def _words(words: Words) -> dict[str, str]:
    """A text in the languages that there are."""
    return {language: text for language, text in (("en", words.en), ("zh", words.zh)) if text}
