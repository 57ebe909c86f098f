"""The panels, a row for each. Adding one is a folder and a row."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any

from nnviz.ui.look.look import Look
from nnviz.ui.names.translation import QT_TRANSLATE_NOOP
from nnviz.view import PanelName

if TYPE_CHECKING:
    from nnviz.ui.panels.panel import Panel

# A panel is read when it is first seen: most of them are not needed for the first picture.


def _experiment(look: Look) -> Panel[Any]:
    from nnviz.ui.panels.experiment.panel import ExperimentPanel

    return ExperimentPanel(look)


def _loss(look: Look) -> Panel[Any]:
    from nnviz.ui.panels.loss.panel import LossPanel

    return LossPanel(look)


def _saturation(look: Look) -> Panel[Any]:
    from nnviz.ui.panels.saturation.panel import SaturationPanel

    return SaturationPanel(look)


def _data(look: Look) -> Panel[Any]:
    from nnviz.ui.panels.data.panel import DataPanel

    return DataPanel(look)


def _units(look: Look) -> Panel[Any]:
    from nnviz.ui.panels.units.panel import UnitsPanel

    return UnitsPanel(look)


def _explain(look: Look) -> Panel[Any]:
    from nnviz.ui.panels.explain.panel import ExplainPanel

    return ExplainPanel(look)


def _hidden_space(look: Look) -> Panel[Any]:
    from nnviz.ui.panels.hidden_space.panel import HiddenSpacePanel

    return HiddenSpacePanel(look)


def _gradient_flow(look: Look) -> Panel[Any]:
    from nnviz.ui.panels.gradient_flow.panel import GradientFlowPanel

    return GradientFlowPanel(look)


def _results(look: Look) -> Panel[Any]:
    from nnviz.ui.panels.results.panel import ResultsPanel

    return ResultsPanel(look)


def _landscape(look: Look) -> Panel[Any]:
    from nnviz.ui.panels.landscape.panel import LandscapePanel

    return LandscapePanel(look)


def _code(look: Look) -> Panel[Any]:
    from nnviz.ui.panels.code.panel import CodePanel

    return CodePanel(look)


def _graph(look: Look) -> Panel[Any]:
    from nnviz.ui.panels.graph.panel import GraphPanel

    return GraphPanel(look)


class Spot(Enum):
    """Where panels stand at first, those of one spot as tabs; the value is how high it is, in pixels at scale 1."""

    LEFT = 1000
    TOP = 285
    MIDDLE = 300
    BOTTOM = 400


@dataclass(frozen=True)
class PanelRow:
    """A panel.

    Attributes:
        id: What views, the action ``panel_<id>`` and layouts call it; the field of a view that is its part, if it has
            one.
        title: What its tab says, before translation.
        spot: Where it stands at first; the first of a spot is in front.
        make: Makes it.
        action: What the action that shows or hides it is called, before translation.
        tip: What that does.
        keys: That action's; each of the first nine panels also has Ctrl with its number in the table.
        icon: That action's.
    """

    id: PanelName
    title: str
    spot: Spot
    make: Callable[[Look], Panel[Any]]
    action: str
    tip: str
    keys: tuple[str, ...] = ()
    icon: str = "panel"


PANELS: tuple[PanelRow, ...] = (
    PanelRow(
        id="experiment",
        title=QT_TRANSLATE_NOOP("Panels", "Experiment"),
        spot=Spot.LEFT,
        make=_experiment,
        action=QT_TRANSLATE_NOOP("Actions", "Experiment panel"),
        tip=QT_TRANSLATE_NOOP("Actions", "Show or hide the data, the network and the training settings"),
        icon="settings",
    ),
    PanelRow(
        id="loss",
        title=QT_TRANSLATE_NOOP("Panels", "Loss"),
        spot=Spot.TOP,
        make=_loss,
        action=QT_TRANSLATE_NOOP("Actions", "Loss panel"),
        tip=QT_TRANSLATE_NOOP("Actions", "Show or hide the loss curves"),
    ),
    PanelRow(
        id="saturation",
        title=QT_TRANSLATE_NOOP("Panels", "Saturation"),
        spot=Spot.MIDDLE,
        make=_saturation,
        action=QT_TRANSLATE_NOOP("Actions", "Saturation panel"),
        tip=QT_TRANSLATE_NOOP("Actions", "Show or hide where on its curve each unit works"),
    ),
    PanelRow(
        id="explain",
        title=QT_TRANSLATE_NOOP("Panels", "Explanations"),
        spot=Spot.BOTTOM,
        make=_explain,
        action=QT_TRANSLATE_NOOP("Actions", "Explanations"),
        tip=QT_TRANSLATE_NOOP("Actions", "Show or hide why a number is what it is: chain rule, blame, update"),
        keys=("C",),
        icon="help",
    ),
    PanelRow(
        id="data",
        title=QT_TRANSLATE_NOOP("Panels", "Data"),
        spot=Spot.MIDDLE,
        make=_data,
        action=QT_TRANSLATE_NOOP("Actions", "Data panel"),
        tip=QT_TRANSLATE_NOOP("Actions", "Show or hide the data and what the network predicts"),
        keys=("D",),
        icon="grid",
    ),
    PanelRow(
        id="hidden_space",
        title=QT_TRANSLATE_NOOP("Panels", "Hidden space"),
        spot=Spot.BOTTOM,
        make=_hidden_space,
        action=QT_TRANSLATE_NOOP("Actions", "Hidden space"),
        tip=QT_TRANSLATE_NOOP(
            "Actions", "Show or hide the examples as each layer sees them, and how well a straight line does there"
        ),
        keys=("H",),
        icon="grid",
    ),
    PanelRow(
        id="gradient_flow",
        title=QT_TRANSLATE_NOOP("Panels", "Gradient flow"),
        spot=Spot.BOTTOM,
        make=_gradient_flow,
        action=QT_TRANSLATE_NOOP("Actions", "Gradient flow"),
        tip=QT_TRANSLATE_NOOP("Actions", "Show or hide how the signals grow or shrink from layer to layer"),
        keys=("G",),
    ),
    PanelRow(
        id="units",
        title=QT_TRANSLATE_NOOP("Panels", "Units"),
        spot=Spot.MIDDLE,
        make=_units,
        action=QT_TRANSLATE_NOOP("Actions", "Units"),
        tip=QT_TRANSLATE_NOOP(
            "Actions", "Show or hide what each unit has learned, and the one matrix that linear layers amount to"
        ),
        keys=("U",),
        icon="grid",
    ),
    PanelRow(
        id="results",
        title=QT_TRANSLATE_NOOP("Panels", "Results"),
        spot=Spot.BOTTOM,
        make=_results,
        action=QT_TRANSLATE_NOOP("Actions", "Results"),
        tip=QT_TRANSLATE_NOOP("Actions", "Show or hide how good the network is on each part of the data"),
        keys=("Y",),
    ),
    PanelRow(
        id="landscape",
        title=QT_TRANSLATE_NOOP("Panels", "Landscape"),
        spot=Spot.MIDDLE,
        make=_landscape,
        action=QT_TRANSLATE_NOOP("Actions", "Landscape of the loss"),
        tip=QT_TRANSLATE_NOOP(
            "Actions", "Show or hide the loss as a map over two weights, and the path of training on it"
        ),
        keys=("V",),
    ),
    PanelRow(
        id="code",
        title=QT_TRANSLATE_NOOP("Panels", "Code"),
        spot=Spot.MIDDLE,
        make=_code,
        action=QT_TRANSLATE_NOOP("Actions", "Code of the training step"),
        tip=QT_TRANSLATE_NOOP(
            "Actions", "Show or hide the training step as code, with the lines of the phase in play lit"
        ),
        keys=("K",),
    ),
    PanelRow(
        id="graph",
        title=QT_TRANSLATE_NOOP("Panels", "Graph"),
        spot=Spot.TOP,
        make=_graph,
        action=QT_TRANSLATE_NOOP("Actions", "Computation graph"),
        tip=QT_TRANSLATE_NOOP("Actions", "Show or hide one example's loss as a graph of single numbers"),
        keys=("N",),
    ),
)
"""In the order of their numbers."""
