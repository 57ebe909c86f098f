"""A scene or a cue made from what stands on screen: only what differs from the experiment, or from the cue before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import msgspec
from msgspec.structs import replace

from nnviz.engine.experiment import Experiment
from nnviz.engine.experiments.experiment_files import named_experiments
from nnviz.engine.training.run.ways import Happening
from nnviz.engine.training.timeline.events import Event, SetFrozen, SetLearningRate, SetParameter, SetSilenced
from nnviz.lecture.changes import RATE
from nnviz.lecture.errors import LectureError
from nnviz.lecture.sources import DEFAULT
from nnviz.lecture.states import PLACE, Side, State, states_of
from nnviz.lecture.values import Cue, Fields, Scene, Train, Words
from nnviz.said import said
from nnviz.view import Pick, View

MOST_FIELDS = 12
"""An experiment that differs in more fields from every built-in one is written out."""


@dataclass(frozen=True)
class Standing:
    """What is on screen.

    Attributes:
        experiment: Complete; that which the run began with.
        happenings: What has happened to the run, up to where it stands.
        iteration: Where it stands.
        view: The rest.
    """

    experiment: Experiment
    happenings: tuple[Happening, ...]
    iteration: int
    view: View


def scene_of(standing: Standing, title: Words, taken: frozenset[str] = frozenset()) -> Scene:
    """A scene of one cue that shows this.

    Args:
        standing: What is on screen.
        title: The scene's, and what its cue says until somebody writes it better.
        taken: The ids of other scenes.

    Raises:
        LectureError: What has happened to the run cannot be written.
    """
    standing = _folded(standing)
    experiment, fields = _nearest(standing.experiment)
    bare = Scene(
        id=_id_of(title, taken),
        title=title,
        experiment=experiment,
        set=fields,
        view=view_fields(View(), standing.view),
        cues=(Cue(say=title),),
    )
    cue = next_cue(bare, standing, title) if standing.happenings or standing.iteration else bare.cues[0]
    return replace(bare, cues=(replace(cue, view={}, restart=False),))


def next_cue(scene: Scene, standing: Standing, say: Words) -> Cue:
    """The cue that leads from a scene's last to this.

    Raises:
        LectureError: There is none.
    """
    if scene.kind not in ("network", "twin"):
        raise LectureError(said("Lecture", "the cues of a text or a seed sheet are written by hand"), scene=scene.id)
    before = states_of(scene)[-1]
    wanted = replace(standing.view, panels=_panels(before.view, standing.view, twin=scene.twin is not None))
    standing = _folded(Standing(standing.experiment, standing.happenings, standing.iteration, wanted))
    for cue in _ways(before, standing):
        cue = replace(cue, say=say)
        state = states_of(replace(scene, cues=(*scene.cues, cue)))[-1]
        if _is_there(state, standing):
            return cue
    reason = said("Lecture", "one cue cannot lead here: changes made at several times are a cue each")
    raise LectureError(reason, scene=scene.id)


def view_fields(before: View, after: View) -> Fields:
    """What a view says that differs from another one; the iteration is said by what is trained."""
    fields = _differing(msgspec.to_builtins(before), msgspec.to_builtins(after))
    fields.pop(PLACE, None)
    place = {name: value for name, value in msgspec.to_builtins(after.at).items() if value is not None}
    place.pop("iteration")
    if replace(before.at, iteration=0) != replace(after.at, iteration=0):
        fields[PLACE] = place
    return fields


def experiment_fields(before: Experiment, after: Experiment) -> Fields:
    """The fields, named in dots, in which an experiment differs from another one; its title is none of them."""
    one, other = before.to_dict(), after.to_dict()
    one.pop("title", None)
    other.pop("title", None)
    return dict(_dotted(one, other, ""))


# ---- ways to a state -------------------------------------------------------------------------------------------------


def _ways(before: State, standing: Standing) -> Iterator[Cue]:
    """Cues that may lead there, the shortest first."""
    side, view = before.sides[0], view_fields(before.view, standing.view)
    there = _folded(Standing(side.experiment, side.happenings, side.iteration, before.view))
    fields = experiment_fields(there.experiment, standing.experiment)
    trained = standing.iteration - side.iteration
    if not fields and trained >= 0:
        known = _happened(there.happenings)
        changed = (event for key, event in _happened(standing.happenings).items() if known.get(key) != event)
        yield _cue({}, (), trained, side, view)
        yield _cue({}, tuple(changed), trained, side, view)
    elif not fields:
        place = {**msgspec.to_builtins(standing.view.at), "iteration": standing.iteration}
        yield Cue(view={**view, PLACE: {name: value for name, value in place.items() if value is not None}})
    fields = experiment_fields(side.experiment, standing.experiment)
    events = standing.happenings[-1].events if standing.happenings else ()
    restart, new = not fields.keys() - {RATE}, Side(standing.experiment)
    # A rate that was set in the middle of a run is that of the next one, unless it is said.
    for each in (fields, {**fields, RATE: standing.experiment.training.learning_rate}):
        yield replace(_cue(each, (), standing.iteration, new, view), restart=restart)
        yield replace(_cue(each, events, standing.iteration, new, view), restart=restart)


def _cue(fields: Fields, events: tuple[Event, ...], trained: int, side: Side, view: Fields) -> Cue:
    train = None
    if trained:
        epochs, rest = divmod(trained, side.batches)
        train = Train(iterations=trained) if rest else Train(epochs=epochs)
    return Cue(set={**fields, **_names(events)}, train=train, view=view)


def _names(events: tuple[Event, ...]) -> Fields:
    """Events as a ``set`` names them.

    Raises:
        LectureError: One has no name.
    """
    named: Fields = {}
    for event in events:
        name, value = _named(event)
        if name in named:
            reason = said("Lecture", "{name} is set and frozen at the same time: that is two cues")
            raise LectureError(reason.format(name=name))
        named[name] = value
    return named


def _named(event: Event) -> tuple[str, Any]:
    if isinstance(event, SetLearningRate):
        return RATE, event.rate
    if isinstance(event, SetSilenced):
        return f"h{event.layer}[{event.unit}]", "off" if event.silenced else "on"
    if isinstance(event, (SetParameter, SetFrozen)):
        pick = Pick(event.layer, event.unit, event.source, bias=event.source is None).text(event.layer + 1)
        return pick, event.value if isinstance(event, SetParameter) else "frozen" if event.frozen else "trains"
    raise LectureError(said("Lecture", "a cue can set weights, biases, units and the rate, and nothing else in a run"))


def _is_there(state: State, standing: Standing) -> bool:
    """Whether a state is what stands on screen."""
    side = state.sides[0]
    reached, wanted = _folded(Standing(side.experiment, side.happenings, side.iteration, state.view)), standing
    return (
        not experiment_fields(reached.experiment, wanted.experiment)
        and reached.iteration == wanted.iteration
        and _happened(reached.happenings) == _happened(wanted.happenings)
        and _placeless(reached.view) == _placeless(wanted.view)
    )


def _placeless(view: View) -> View:
    """A view wherever the run stands."""
    return replace(view, at=replace(view.at, iteration=0))


def _folded(standing: Standing) -> Standing:
    """The same with a rate that was set before the first update as the experiment's own: the run is the same."""
    rates = [
        event.rate
        for each in standing.happenings
        for event in each.events
        if each.iteration == 0 and isinstance(event, SetLearningRate)
    ]
    if not rates:
        return standing
    kept = []
    for each in standing.happenings:
        events = tuple(event for event in each.events if each.iteration or not isinstance(event, SetLearningRate))
        kept += [Happening(each.iteration, events)] if events else []
    experiment = standing.experiment.with_fields({RATE: rates[-1]})
    return Standing(experiment, tuple(kept), standing.iteration, standing.view)


def _happened(happenings: tuple[Happening, ...]) -> dict[Any, Event]:
    """What stands of all that has happened: of two about the same thing at the same time, the later."""
    return {(each.iteration, event.about): event for each in happenings for event in each.events}


def _panels(before: View, after: View, twin: bool) -> Any:
    """The panels that are meant: in a twin they stand on its sides, and those of nobody's choice are not shown."""
    shown = before.panels != View().panels
    return before.panels if twin or (not after.panels and not shown) else after.panels


# ---- what differs ----------------------------------------------------------------------------------------------------


def _nearest(experiment: Experiment) -> tuple[str | Fields, Fields]:
    """The built-in experiment that it differs least from, and in what; or the experiment itself."""
    found = ((name, experiment_fields(Experiment.named(name), experiment)) for name in named_experiments())
    name, fields = min(found, key=lambda one: len(one[1]))
    return (name, fields) if len(fields) <= MOST_FIELDS else (experiment.to_dict(), {})


def _differing(before: Mapping[str, Any], after: Mapping[str, Any]) -> Fields:
    """What stands in tables otherwise than in others."""
    fields: Fields = {}
    for name, value in after.items():
        if isinstance(value, dict) and isinstance(before.get(name), dict):
            if inner := _differing(before[name], value):
                fields[name] = inner
        elif before.get(name) != value:
            fields[name] = DEFAULT if value is None else value
    return fields


def _dotted(before: Mapping[str, Any], after: Mapping[str, Any], place: str) -> Iterator[tuple[str, Any]]:
    for name in dict.fromkeys([*before, *after]):
        one, other, field = before.get(name), after.get(name), f"{place}{name}"
        if one == other:
            continue
        if isinstance(one, dict) and isinstance(other, dict) and one.get("name") == other.get("name"):
            yield from _dotted(one, other, f"{field}.")
        else:
            yield field, DEFAULT if name not in after else other


def _id_of(title: Words, taken: frozenset[str]) -> str:
    """An id made from a title, which no other scene has."""
    name = "-".join(re.findall(r"[a-z0-9]+", title.text("en").lower())) or "scene"
    ids = (name, *(f"{name}-{number}" for number in range(2, len(taken) + 3)))
    return next(each for each in ids if each not in taken)
