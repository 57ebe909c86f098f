"""What the console says of a lecture: what a cue does, how the time is, what a scene claims."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

from nnviz.engine.networks.network import Architecture
from nnviz.engine.training.record.phases import phases_of
from nnviz.lecture.changes import changes_of
from nnviz.lecture.errors import LectureError
from nnviz.lecture.states import State, differing, state_of
from nnviz.lecture.values import Claim, Fields, Scene
from nnviz.ui.console.timing import ON_TIME
from nnviz.ui.formula.phase_words import phase_name
from nnviz.ui.look.numbers import NumberStyle, percent, short, whole
from nnviz.ui.names.events import events_text
from nnviz.ui.names.metrics import metric_name
from nnviz.ui.names.symbols import Names
from nnviz.ui.names.translation import in_words, translate
from nnviz.ui.panels.table import PANELS
from nnviz.ui.session.difference_words import field_name, value_text
from nnviz.view import Pick

SIGNS = {"<": "<", "<=": "≤", ">": ">", ">=": "≥", "==": "="}
"""How a comparison is written."""


# ---- what a cue does -------------------------------------------------------------------------------------------------


def deeds(scene: Scene, number: int, style: NumberStyle) -> list[str]:
    """What comes with a cue, each in a few words: what is changed, how far it trains, what is brought on screen."""
    try:
        state = state_of(scene, number)
    except LectureError as error:
        return [in_words(error.text)]
    cue = state.cue
    done = [*_changed(cue.set, state, style)]
    done += [translate("Console", "right: {0}").format(text) for text in _changed(cue.right, state, style, side=-1)]
    if cue.restart:
        done.append(translate("Console", "from the beginning, the same weights"))
    if cue.train is not None and cue.train.epochs is not None:
        done.append(translate("Console", "trains {0} epochs").format(whole(cue.train.epochs)))
    elif cue.train is not None and cue.train.iterations is not None:
        done.append(translate("Console", "{0} updates").format(whole(cue.train.iterations)))
    return [*done, *_shown(cue.view if number > 1 else differing(scene.view, cue.view), state)]


def _changed(fields: Fields, state: State, style: NumberStyle, side: int = 0) -> Iterator[str]:
    changes, experiment = changes_of(fields), state.sides[side].experiment if state.sides else None
    if experiment is None:
        return
    if changes.events:
        yield events_text(tuple(changes.events.values()), Names(Architecture.of(experiment)), style)
    for name, value in changes.fields.items():
        if name not in changes.events:
            yield f"{field_name(name)}: {value_text(name, value, experiment, style)}"


def _shown(view: Fields, state: State) -> Iterator[str]:
    titles: dict[Any, str] = {row.id: translate("Panels", row.title) for row in PANELS}
    if "panels" in view and state.view.panels:
        yield ", ".join(titles[name] for name in state.view.panels)
    if "at" in view and state.sides:
        layers = Architecture.of(state.sides[0].experiment).layers
        yield from (phase_name(phase, layers) for phase in phases_of(layers) if phase.name == state.view.at.phase)


# ---- time ------------------------------------------------------------------------------------------------------------


def clock_text(seconds: float) -> str:
    """``31:40``, and ``1:31:40`` after an hour."""
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def behind_text(minutes: float) -> str:
    """How far ahead or behind one is, in whole minutes."""
    if abs(minutes) < ON_TIME:
        return translate("Console", "on time")
    text = translate("Console", "{0} min behind") if minutes > 0 else translate("Console", "{0} min ahead")
    return text.format(math.floor(abs(minutes) + 0.5))


# ---- claims ----------------------------------------------------------------------------------------------------------


def claim_text(scene: Scene, claim: Claim, style: NumberStyle) -> str:
    """``right: training loss ≤ 0.01, in 90 % of 20 seeds``."""
    about = _about(scene, claim)
    name = metric_name(claim.metric) + (f" {about}" if about else "")
    bound = f"{SIGNS[claim.is_]} {short(claim.bound, style)}"
    if claim.tolerance:
        bound += f" ± {short(claim.tolerance, style)}"
    text = f"{name} {bound}"
    if claim.of != "left":
        text = f"{_of_text(claim)}: {text}"
    if claim.set:
        text += f" ({', '.join(f'{field_name(name)}: {_plain(value)}' for name, value in claim.set.items())})"
    if claim.seeds == 1:
        return text
    if claim.share == 1.0:
        return f"{text}, " + translate("Console", "for all {0} seeds").format(claim.seeds)
    share = percent(claim.share, style=style)
    return f"{text}, " + translate("Console", "for {0} of {1} seeds").format(share, claim.seeds)


def _about(scene: Scene, claim: Claim) -> str:
    """The unit, weight, layer or batch that a metric is about."""
    if claim.layer is not None:
        return translate("Console", "of layer {0}").format(claim.layer)
    if claim.batch is not None:
        return translate("Console", "in batches of {0}").format(claim.batch)
    if not claim.pick:
        return ""
    try:
        architecture = Architecture.of(state_of(scene, claim.after or len(scene.cues)).sides[0].experiment)
    except LectureError:
        return claim.pick
    pick, names = Pick.read(claim.pick, architecture.layers), Names(architecture)
    assert pick is not None, "the claim was checked"
    if pick.source is None and not pick.bias:
        return names.unit(pick.layer, pick.unit)
    return names.parameter(pick.layer, pick.unit, pick.source)


def _of_text(claim: Claim) -> str:
    return {
        "right": translate("Console", "right"),
        "right/left": translate("Console", "right / left"),
        "right-left": translate("Console", "right − left"),
    }[claim.of]


def _plain(value: Any) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
