"""What can be wrong with a scene beyond the types of its fields. Adding a check is adding a row to ``CHECKS``.

Each takes a scene and yields the problems that it finds.
"""

from __future__ import annotations

import math
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeAlias

from nnviz.engine.errors import ExperimentError
from nnviz.engine.experiments.field_errors import is_field
from nnviz.engine.names import counted, name_problems, shown, suggestion
from nnviz.lecture.errors import LectureError
from nnviz.lecture.metrics import METRICS, refusal
from nnviz.lecture.states import claimed_state, states_of
from nnviz.lecture.values import ALL_CONTROLS, Claim, Scene
from nnviz.said import said

Problems: TypeAlias = Iterator[LectureError]
FEWEST_ANSWERS, MOST_ANSWERS = 2, 5
ONE_SIDE = said("Lecture", "expected a name for each side, got 1")


def _kind(scene: Scene) -> Problems:
    if not scene.cues:
        yield LectureError(said("Lecture", "expected at least one cue"), "cue")
    if scene.twin is not None and scene.seeds is not None:
        yield LectureError(said("Lecture", "a scene has a twin or a seed sheet, not both"), "seeds")
    if scene.seeds is not None and scene.seeds.rows and scene.seeds.grid:
        yield LectureError(said("Lecture", "a seed sheet has rows or a grid, not both"), "seeds.rows")
    if scene.twin is not None and len(scene.twin.sides) == 1:
        yield LectureError(ONE_SIDE, "twin.sides")
    if scene.experiment is None:
        if not (scene.text.text("en") or scene.pictures):
            yield LectureError(said("Lecture", "is missing; only a scene with a text has none"), "experiment")
        for field, given in (("set", scene.set), ("twin", scene.twin), ("seeds", scene.seeds), ("claim", scene.claims)):
            if given:
                yield LectureError(said("Lecture", "needs an experiment"), field)
    for number, cue in enumerate(scene.cues, start=1):
        if scene.twin is None and cue.right:
            yield LectureError(said("Lecture", "there is no right side without a twin"), "right", number)
        if scene.twin is None and cue.sides:
            yield LectureError(said("Lecture", "there are no sides without a twin"), "sides", number)
        if len(cue.sides) == 1:
            yield LectureError(ONE_SIDE, "sides", number)
        if scene.experiment is None and (cue.set or cue.train or cue.restart):
            yield LectureError(said("Lecture", "a text has no network to change or to train"), cue=number)
        if cue.train is not None and (cue.train.epochs is None) == (cue.train.iterations is None):
            yield LectureError(said("Lecture", "expected epochs or iterations"), "train", number)


def _texts(scene: Scene) -> Problems:
    if not scene.title.text("en"):
        yield LectureError(said("Lecture", "is missing"), "title")
    for number, cue in enumerate(scene.cues, start=1):
        if not cue.say.text("en"):
            yield LectureError(said("Lecture", "is missing"), "say", number)


def _states(scene: Scene) -> Problems:
    try:
        states_of(scene)
    except LectureError as error:
        yield error


def _asks(scene: Scene) -> Problems:
    for place, ask in enumerate(scene.asks):
        field = "ask" if len(scene.asks) == 1 else f"ask[{place}]"
        if ask.before > len(scene.cues):
            yield LectureError(_beyond("cues", len(scene.cues), ask.before), f"{field}.before")
        if not FEWEST_ANSWERS <= len(ask.answers) <= MOST_ANSWERS:
            expected = said("Lecture", "expected {fewest_answers} to {most_answers} answers").format(
                fewest_answers=FEWEST_ANSWERS, most_answers=MOST_ANSWERS
            )
            yield LectureError(
                said("Lecture", "{expected}, got {answers}").format(expected=expected, answers=len(ask.answers)),
                f"{field}.answers",
            )
        elif ask.right > len(ask.answers):
            yield LectureError(_beyond("answers", len(ask.answers), ask.right), f"{field}.right")


def _claims(scene: Scene) -> Problems:
    for place, claim in enumerate(scene.claims):
        field = f"claim[{place}]"
        if claim.of != "left" and scene.twin is None:
            yield LectureError(said("Lecture", "there is no right side without a twin"), f"{field}.of")
        if claim.after is not None and claim.after > len(scene.cues):
            yield LectureError(_beyond("cues", len(scene.cues), claim.after), f"{field}.after")
        if not math.isfinite(claim.bound):
            yield LectureError(
                said("Lecture", "expected a finite number, got {bound}").format(bound=shown(claim.bound)),
                f"{field}.bound",
            )
        yield from (LectureError(problem.reason, f"{field}.metric") for problem in _unknown_metric(claim))


def _claimed(scene: Scene) -> Problems:
    """What is wrong between a claim and its networks; where all else is well."""
    for place, claim in enumerate(scene.claims):
        field = f"claim[{place}]"
        try:
            state = claimed_state(scene, claim)
        except LectureError as error:
            yield LectureError(error.reason, f"{field}: {error.field}" if error.field else field, error.cue)
            continue
        for side in state.sides[: 1 if claim.of == "left" else 2]:
            if (refused := refusal(claim, side.experiment)) is not None:
                yield LectureError(refused[1], ".".join(part for part in (field, refused[0]) if part))
                break


def _unknown_metric(claim: Claim) -> Iterator[ExperimentError]:
    return name_problems(claim.metric, METRICS, "metric", said("Engine", "metric"))


def _controls(scene: Scene) -> Problems:
    known = [ALL_CONTROLS, "data", "network", "training"]
    for field, names in (("hide", scene.hide), ("keep", scene.keep)):
        for place, name in enumerate(names):
            if name not in known and not is_field(name):
                yield LectureError(
                    said("Lecture", "no controls {name}{suggestion}").format(
                        name=shown(name), suggestion=suggestion(name, known)
                    ),
                    f"{field}[{place}]",
                )


def _pictures(scene: Scene) -> Problems:
    for place, picture in enumerate(scene.pictures):
        if picture.file is not None and not os.path.isfile(picture.file):
            yield LectureError(
                said("Lecture", "there is no picture {basename}").format(
                    basename=shown(os.path.basename(picture.file))
                ),
                f"picture[{place}].file",
            )


CHECKS: Sequence[Sequence[Callable[[Scene], Problems]]] = (
    (_kind,),
    (_texts, _controls, _asks, _claims, _pictures, _states),
    (_claimed,),
)
"""Each row of checks stands on those before it."""


def problems_of(scene: Scene) -> list[LectureError]:
    """What is wrong with a scene by itself."""
    found: list[LectureError] = []
    for checks in CHECKS:
        if not found:
            found = [problem.within(scene=scene.id) for check in checks for problem in check(scene)]
    return found


def problems_between(scenes: Sequence[Scene], named: Iterable[str]) -> list[LectureError]:
    """What is wrong where scenes speak of each other.

    Args:
        scenes: Those that are good by themselves.
        named: The ids of all; one that is spoiled itself spoils no other.
    """
    known = set(named)
    cues = {scene.id: len(scene.cues) for scene in scenes}
    found = []
    for scene in scenes:
        for place, picture in enumerate(scene.pictures):
            field = f"picture[{place}]"
            if picture.scene not in known:
                reason = said("Lecture", "no scene {scene}{suggestion}").format(
                    scene=shown(picture.scene), suggestion=suggestion(picture.scene, sorted(known))
                )
                found.append(LectureError(reason, f"{field}.scene", scene=scene.id))
            elif picture.cue is not None and picture.cue > cues.get(picture.scene, picture.cue):
                reason = said("Lecture", "{scene} has {cues}, got {cue}").format(
                    scene=picture.scene, cues=counted(cues[picture.scene], "cue"), cue=picture.cue
                )
                found.append(LectureError(reason, f"{field}.cue", scene=scene.id))
    return found


def _beyond(things: str, count: int, got: int) -> str:
    return f"{things} count from 1 to {count}, got {got}"
