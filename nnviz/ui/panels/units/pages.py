"""Which picture of its units a network gets, which layers there are to choose from, and what means are taken over."""

from __future__ import annotations

from enum import Enum

from PySide6.QtGui import QColor

from nnviz.engine.analysis.collapse import linear_runs
from nnviz.ui.examples.points import View, view_of
from nnviz.ui.look.look import Look
from nnviz.ui.names.translation import translate
from nnviz.worker.messages import RunInfo


class Page(Enum):
    """How the units of a layer are shown."""

    MAPS = "over the plane of two raw inputs"
    CURVES = "over one raw input"
    WEIGHTS = "weights as pictures, where the inputs are pixels"
    MEANS = "the mean for each class"
    MATRIX = "layers that are linear, as the one matrix they are"


def page_of(run: RunInfo, layer: int) -> Page:
    """How a layer's units are shown: it depends on how many raw inputs there are, and what they are."""
    view = view_of(run)
    if view is View.PLANE:
        return Page.MAPS
    if view is View.CURVE:
        return Page.CURVES
    return Page.WEIGHTS if layer == 1 and has_pixels(run) else Page.MEANS


def has_pixels(run: RunInfo) -> bool:
    """Whether what goes into the network are the pixels of a picture."""
    return view_of(run) is View.IMAGES and run.experiment.data.inputs is None


def layers_of(run: RunInfo) -> list[int]:
    """The layers to choose from: the hidden ones, and the output where it is not shown beside them anyway."""
    last = run.architecture.layers
    hidden = list(range(1, last))
    if not hidden or view_of(run) in (View.IMAGES, View.PAIR):
        return [*hidden, last]
    return hidden


def runs_of(run: RunInfo) -> list[tuple[int, int]]:
    """The runs of layers that are one matrix, as (first, last)."""
    return linear_runs(run.architecture)


def run_name(first: int, last: int) -> str:
    """A run of layers."""
    return translate("UnitsPanel", "layers {}–{}").format(first, last)


def groups_of(run: RunInfo, look: Look) -> list[tuple[str, QColor]]:
    """What means are taken over, with their colours: classes, or thirds of the targets."""
    if run.examples.classes:
        names = run.examples.class_names[: run.examples.classes]
        return [(name, look.theme.class_colour(label)) for label, name in enumerate(names)]
    thirds = (
        (translate("UnitsPanel", "low y"), "map_negative"),
        (translate("UnitsPanel", "middle y"), "axis"),
        (translate("UnitsPanel", "high y"), "map_positive"),
    )
    return [(word, look.colour(role)) for word, role in thirds]
