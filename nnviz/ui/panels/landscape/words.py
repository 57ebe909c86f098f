"""What the landscape panel says: which directions these are, which loss, where training is."""

from __future__ import annotations

from nnviz.engine.analysis.landscape.landscape import Landscape
from nnviz.ui.look.numbers import NumberStyle, percent, whole, written
from nnviz.ui.names.symbols import Names
from nnviz.ui.names.translation import translate
from nnviz.view import LandscapeDirections, LandscapePartName
from nnviz.worker.messages import WeightPlace


def direction_name(directions: LandscapeDirections) -> str:
    """Which directions a map has, in the menu."""
    return {
        "weights": translate("Landscape", "two weights"),
        "weight": translate("Landscape", "one weight"),
        "path": translate("Landscape", "path of training"),
        "random": translate("Landscape", "random directions"),
    }[directions]


def part_name(part: LandscapePartName) -> str:
    """Whose loss it is, in the menu."""
    return {
        "train": translate("Landscape", "training loss"),
        "validation": translate("Landscape", "validation loss"),
        "batch": translate("Landscape", "this batch's loss"),
    }[part]


def axis_names(directions: LandscapeDirections, weights: tuple[WeightPlace, ...], names: Names) -> tuple[str, ...]:
    """What stands at the axes."""
    if directions in ("weights", "weight"):
        return tuple(names.parameter(*place) for place in weights)
    if directions == "path":
        return translate("Landscape", "1st direction"), translate("Landscape", "2nd direction")
    return translate("Landscape", "random 1"), translate("Landscape", "random 2")


def headline(landscape: Landscape, style: NumberStyle) -> tuple[str, ...]:
    """The loss before the update, and what the update changes in it, exactly."""
    loss = f"L {written(landscape.loss, style)}"
    change = written(landscape.loss_after - landscape.loss, style, plus=True)
    return f"{loss} · ΔL {change}", loss


def captions(directions: LandscapeDirections, landscape: Landscape, style: NumberStyle) -> tuple[str, ...]:
    """Which directions these are, in one line, and what else one has to know; shorter ones after it."""
    if directions == "path":
        share = percent(landscape.slice.share, style=style)
        texts = [
            translate("Landscape", "the two directions in which training went most: {} of its path").format(share),
            translate("Landscape", "principal directions: {} of the path").format(share),
            translate("Landscape", "{} of the path").format(share),
        ]
    elif directions == "random":
        texts = [
            translate("Landscape", "random directions, each unit's as long as its weights (Li et al. 2018)"),
            translate("Landscape", "random, filter-normalised (Li et al. 2018)"),
            translate("Landscape", "filter-normalised"),
        ]
    else:
        texts = [
            translate("Landscape", "all other weights stay as they are"),
            translate("Landscape", "all others stay"),
        ]
    total = len(landscape.loss_of.x)
    if landscape.examples < total:
        note = translate("Landscape", "map of {} of {} examples").format(whole(landscape.examples), whole(total))
        texts = [f"{texts[0]} · {note}", *texts]
    return tuple(texts)
