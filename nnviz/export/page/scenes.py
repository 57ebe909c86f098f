"""What a page goes through: an experiment alone, or the scenes of a lecture with their cues and questions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from nnviz.engine.training.record.phases import phase_index
from nnviz.engine.training.run.trainer import Trainer
from nnviz.export.page.errors import PageError
from nnviz.export.page.networks import experiment_fields, refuse_unfit, start_fields
from nnviz.lecture.runs import Runs
from nnviz.lecture.states import State, states_of
from nnviz.lecture.values import Ask, Scene, Words
from nnviz.view import View


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

    def add_scene(self, scene: Scene) -> None:
        """A scene of a lecture. Where its networks do not fit a page it is told without them.

        Raises:
            LectureError: A cue cannot be, or cannot be reached.
        """
        runs = Runs()
        cues = [self._cue(state, runs) for state in states_of(scene)]
        self.scenes.append({"id": scene.id, "title": _words(scene.title), "text": _words(scene.text), "cues": cues})

    def _cue(self, state: State, runs: Runs) -> dict[str, Any]:
        scene, cue, kind = state.scene, state.cue, state.scene.kind
        fields: dict[str, Any] = {
            "say": _words(cue.say),
            "more": _words(cue.more),
            "asks": [_ask(ask) for ask in scene.asked_before(state.number)],
            "sides": [],
        }
        # Of a sheet of seeds a page has the first network.
        shown = state.sides[:1] if kind == "seeds" else state.sides
        try:
            for side in shown:
                refuse_unfit(side.experiment)
        except PageError:
            return {**fields, "unfit": True}
        if not shown:
            return fields
        reached = runs.bring_to(State(scene, state.number, shown, state.view))
        names = cue.sides or (scene.twin.sides if scene.twin is not None else ())
        for place, trainer in enumerate(reached.trainers):
            name = _words(names[place]) if place < len(names) else {}
            fields["sides"].append({**self._side(trainer), "name": name})
        return {**fields, **_view(state.view, len(reached.trainers[0].architecture.widths) - 1)}

    def _side(self, trainer: Trainer) -> dict[str, Any]:
        fields = experiment_fields(trainer)
        if fields not in self.runs:
            self.runs.append(fields)
        return {"run": self.runs.index(fields), "start": start_fields(trainer)}


def experiment_contents(trainer: Trainer, view: View | None = None) -> Contents:
    """The contents of the page of an experiment, from where its run stands, and seen so where a view is given.

    Raises:
        PageError: It does not fit a page.
    """
    contents = Contents()
    contents.add_experiment(trainer, view)
    return contents


def lecture_contents(scenes: Iterable[Scene]) -> Iterator[Contents]:
    """The contents of the page of a lecture, as they grow scene by scene; the last has all.

    Raises:
        LectureError: A cue cannot be, or cannot be reached.
    """
    contents = Contents()
    for scene in scenes:
        contents.add_scene(scene)
        yield contents


def _view(view: View, layers: int) -> dict[str, Any]:
    return {"phase": phase_index(view.at.phase, layers), "pick": view.pick, "example": view.example}


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
