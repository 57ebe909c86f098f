"""What is on screen, as a value: everything a user can set that is neither the experiment, nor the run, nor a taste.

Scenes, sessions, pictures, films and the window itself use the same one, and there is no other way to say it. Themes,
the size of type and the language are tastes: they are no part of it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Any, Literal, TypeAlias

import msgspec
from msgspec import Meta, Struct
from msgspec.structs import replace

from nnviz.engine.analysis.collapse import linear_runs
from nnviz.engine.analysis.diagnostics import FLAT_BELOW
from nnviz.engine.errors import PlaceError, check_counted
from nnviz.engine.experiments.field_errors import explain, wrong_value
from nnviz.engine.networks.network import Architecture
from nnviz.engine.training.record.phases import phases_of
from nnviz.engine.training.record.steps import Step, step_at
from nnviz.said import joined, said

PanelName = Literal[
    "experiment",
    "loss",
    "saturation",
    "data",
    "units",
    "explain",
    "hidden_space",
    "gradient_flow",
    "results",
    "landscape",
    "code",
    "graph",
]
PageName = Literal["chain", "nudge", "update", "blame", "curve", "matrix"]
GrainName = Literal["iteration", "phase", "unit", "term"]
FlowPage = Literal["now", "time", "spread", "noise"]
FlowMeasure = Literal["signal", "gradient", "ratio", "saturation"]
JudgedPart = Literal["train", "validation"]
DataPartName = Literal["train", "validation", "test"]
LandscapeDirections = Literal["weights", "weight", "path", "random"]
LandscapePartName = Literal["train", "validation", "batch"]
CodeLanguage = Literal["numpy", "pytorch", "mathematics"]

PICK = re.compile(
    r"W(?P<W>[1-9]\d{0,3})\[(?P<to>0|[1-9]\d{0,3}),(?P<from>0|[1-9]\d{0,3})\]"
    r"|b(?P<b>[1-9]\d{0,3})\[(?P<of>0|[1-9]\d{0,3})\]"
    r"|h(?P<h>[1-9]\d{0,3})\[(?P<hidden>0|[1-9]\d{0,3})\]"
    r"|(?P<end>[xy])\[(?P<unit>0|[1-9]\d{0,3})\]"
)
BATCH = re.compile(r"batch:(?P<place>0|[1-9]\d{0,5})")
PICKED = rf"^(?:{re.sub(r'[?]P<[a-zA-Z]+>', '', PICK.pattern)})?$"
PICK_WORDS = 'a weight such as "W1[0,1]", a bias "b2[0]", a unit "h1[2]", "x[0]" or "y[0]"'
PARAMETER = r"^(?:W[1-9]\d{0,3}\[(?:0|[1-9]\d{0,3}),(?:0|[1-9]\d{0,3})\]|b[1-9]\d{0,3}\[(?:0|[1-9]\d{0,3})\])$"
PARAMETER_WORDS = 'a weight such as "W1[0,1]", or a bias "b2[0]"'
EXAMPLE_WORDS = '"batch:0" or "mean"'
EXAMPLE = r"^(?:mean|batch:(?:0|[1-9]\d{0,5}))$"

LOWEST_FLAT_BELOW, HIGHEST_FLAT_BELOW = 0.01, 0.2
"""Shares of the largest slope, between which lies the one that counts as flat."""

OF_THE_RUN = ("pick", "example", "at")
"""The fields that belong to the run that is seen, and end with it."""

OF_THE_HOUR = (*OF_THE_RUN, "grain")
"""The fields that are not remembered: who comes back steps by phases again, wherever one had looked closer."""

FARTHEST = 12
"""Steps of the landscape's zoom, either way."""

Place = Annotated[int, Meta(ge=0)]
PickedParameter = Annotated[str, Meta(pattern=PARAMETER, description=PARAMETER_WORDS)]
LayerChoice: TypeAlias = Annotated[int, Meta(ge=0)] | None


class At(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A place in time: an iteration, and a step in it."""

    iteration: Annotated[int, Meta(ge=0, le=2**53)] = 0
    phase: str = "x"
    """``x``, ``z1``, ``a1``, …, ``L``, ``delta1``, ``dW1``, …, ``update``."""
    unit: Place | None = None
    """The unit in play, by its place among those of the phase; left out: all at once."""
    term: Place | None = None
    """The term of its sum that has just been added; left out: all at once."""


class LossPart(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What can be set in the loss panel."""

    log: bool = False
    score: bool = False
    """The score in place of the loss."""


class SaturationPart(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What can be set in the saturation inspector."""

    layer: LayerChoice = None
    """Left out: that of what is picked, else the first."""


class DataPart(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What can be set in the data panel."""

    best: bool = False
    """What the best epoch's parameters answer, in place of those of now."""
    axes: Annotated[tuple[str, ...], Meta(max_length=2)] = ()
    """Of more than two inputs, the columns across and up; what the data has not, or left out: those that tell most."""


class UnitsPart(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What can be set in the units panel."""

    layer: LayerChoice = None
    """Left out: that of what is picked, else the first."""
    matrix: bool = False
    """Linear layers in a row as the one matrix that they are."""
    run: Place = 0
    """Which of such rows of layers."""


class HiddenSpacePart(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What can be set in the hidden space panel."""

    layer: LayerChoice = None
    """Left out: it follows the diagram."""
    part: JudgedPart = "validation"
    """On which part of the data a straight line is judged."""
    apart: bool = False
    """More than two units are seen along the straight line that tells two classes apart."""


class GradientFlowPart(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What can be set in the gradient flow panel."""

    page: FlowPage = "now"
    measure: FlowMeasure = "signal"
    """What the page over time shows."""


class ResultsPart(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What can be set in the results panel."""

    part: DataPartName = "validation"
    best: bool = False
    """The results of the best epoch's parameters, in place of those of now."""
    uncovered: bool = False
    """The figures of the test part are shown, which are kept for the end."""


class LandscapePart(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What can be set in the landscape panel."""

    directions: LandscapeDirections = "weights"
    """Two weights, one (a curve), the two in which training went most, or random ones."""
    weights: Annotated[tuple[PickedParameter, ...], Meta(max_length=2)] = ()
    """The weights or biases across and up; what is left out: the one that is picked, and those of the first unit."""
    part: LandscapePartName = "train"
    """The examples that the loss is the mean of."""
    zoom: Annotated[int, Meta(ge=-FARTHEST, le=FARTHEST)] = 0
    """So many halves of a doubling closer; but for 0, around where training is."""


class CodePart(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What can be set in the code panel."""

    language: CodeLanguage = "numpy"


Part: TypeAlias = (
    PageName
    | LossPart
    | SaturationPart
    | DataPart
    | UnitsPart
    | HiddenSpacePart
    | GradientFlowPart
    | ResultsPart
    | LandscapePart
    | CodePart
)
"""What one panel contributes to a view."""

LayeredPart: TypeAlias = SaturationPart | UnitsPart | HiddenSpacePart
"""The parts that say which layer is shown."""


class View(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What stands on screen. A file says only what differs from the default."""

    panels: tuple[PanelName, ...] = ("experiment", "loss", "saturation", "explain")
    """The panels beside the diagram that can be seen, in their order."""
    explain: PageName = "chain"
    """The open explanation."""
    pick: Annotated[str, Meta(pattern=PICKED, description=PICK_WORDS)] = ""
    """A weight ``W1[0,1]`` (to, from), a bias ``b2[0]``, a hidden unit ``h1[2]``, ``x[0]``, ``y[0]``; or nothing."""
    example: Place | Annotated[str, Meta(pattern=EXAMPLE, description=EXAMPLE_WORDS)] = "batch:0"
    """A pinned example by its place in the data; ``batch:0``, the first of the batch; or ``mean``."""
    grain: GrainName = "phase"
    at: At = At()
    maps: bool = True
    signals: bool = False
    """The units' error signals as colours, in the backward pass."""
    values: bool = False
    """The values of all weights."""
    flat_below: Annotated[float, Meta(ge=LOWEST_FLAT_BELOW, le=HIGHEST_FLAT_BELOW)] = FLAT_BELOW
    """A slope below this share of its maximum counts as flat."""
    loss: LossPart = LossPart()
    saturation: SaturationPart = SaturationPart()
    data: DataPart = DataPart()
    units: UnitsPart = UnitsPart()
    hidden_space: HiddenSpacePart = HiddenSpacePart()
    gradient_flow: GradientFlowPart = GradientFlowPart()
    results: ResultsPart = ResultsPart()
    landscape: LandscapePart = LandscapePart()
    code: CodePart = CodePart()

    @property
    def batch_place(self) -> int | None:
        """The place in the batch of the example that is shown; ``None`` where one is pinned, or the mean is shown."""
        match = BATCH.fullmatch(self.example) if isinstance(self.example, str) else None
        return int(match["place"]) if match else None


def lasting(view: View) -> View:
    """What of a view is remembered: all but the place, the pick, whose numbers are shown, and how finely one steps.

    The test figures are covered again.
    """
    results = replace(view.results, uncovered=False)
    return replace(view, results=results, **{name: getattr(View(), name) for name in OF_THE_HOUR})


class _File(Struct, frozen=True):
    """What a view stands in, so that what is wrong with it is named as a user writes it."""

    view: View


def view_of(fields: Mapping[str, Any]) -> View:
    """A view from fields that are named in dots: ``{"pick": "W1[0,1]", "at.phase": "delta1"}``.

    Raises:
        ExperimentError: Naming the field, what was expected there and what was found.
    """
    tables: dict[str, Any] = {}
    for field, value in fields.items():
        *outer, name = field.split(".")
        table = tables
        for place, each in enumerate(outer):
            table = table.setdefault(each, {})
            if not isinstance(table, dict):
                raise wrong_value(".".join(["view", *outer[: place + 1]]), table, _File)
        if value is None:
            table.pop(name, None)
        else:
            table[name] = value
    try:
        return msgspec.convert({"view": tables}, _File).view
    except msgspec.ValidationError as error:
        raise explain(error, {"view": tables}, _File) from None


class Pick(Struct, frozen=True):
    """What a view picks, as numbers.

    Attributes:
        layer: 0 is the inputs, 1 the first hidden layer.
        source: The unit of the layer before, for a weight.
    """

    layer: int
    unit: int
    source: int | None = None
    bias: bool = False

    @classmethod
    def read(cls, text: str, layers: int) -> Pick | None:
        """``W1[0,1]`` and the like in a network of so many layers; ``None`` where nothing is picked."""
        match = PICK.fullmatch(text)
        if match is None:
            return None
        if match["W"]:
            return cls(int(match["W"]), int(match["to"]), int(match["from"]))
        if match["b"]:
            return cls(int(match["b"]), int(match["of"]), bias=True)
        if match["h"]:
            return cls(int(match["h"]), int(match["hidden"]))
        return cls(0 if match["end"] == "x" else layers, int(match["unit"]))

    def text(self, layers: int) -> str:
        """What ``read`` reads."""
        if self.source is not None:
            return f"W{self.layer}[{self.unit},{self.source}]"
        if self.bias:
            return f"b{self.layer}[{self.unit}]"
        if self.layer in (0, layers):
            return f"{'y' if self.layer else 'x'}[{self.unit}]"
        return f"h{self.layer}[{self.unit}]"


def check_view(view: View, architecture: Architecture, examples: int, batch: int) -> None:
    """Refuse what a run has not: a unit, an example, a phase, a layer.

    Args:
        view: The view.
        architecture: The network's.
        examples: How many there are in the data.
        batch: How many a whole batch holds; in a smaller one, at an epoch's end, the last example is shown.

    Raises:
        PlaceError: Naming the field, and what is wrong with it.
    """
    widths, layers = architecture.widths, architecture.layers
    _check_pick("pick", view.pick, widths)
    for weight in view.landscape.weights:
        _check_pick("landscape.weights", weight, widths)
    if isinstance(view.example, int):
        check_counted(said("Engine", "view.example: examples"), view.example, examples)
    if view.batch_place is not None:
        check_counted(said("Engine", "view.example: examples of a batch"), view.batch_place, batch)
    _check_place(view.at, widths)
    if len(set(view.panels)) < len(view.panels):
        raise PlaceError(said("Engine", "view.panels: a panel can stand there once"))
    for field, part in (("saturation", view.saturation), ("units", view.units), ("hidden_space", view.hidden_space)):
        lowest, highest = _layer_range(part, layers)
        if part.layer is not None and not lowest <= part.layer <= highest:
            raise PlaceError(
                said("Engine", "view.{field}.layer: layers count from {lowest} to {highest} here, got {layer}").format(
                    field=field, lowest=lowest, highest=highest, layer=part.layer
                )
            )
    if view.units.run and view.units.run >= (runs := len(linear_runs(architecture))):
        counted = (
            said("Engine", "count from 0 to {highest}").format(highest=runs - 1) if runs else said("Engine", "are none")
        )
        raise PlaceError(
            said("Engine", "view.units.run: rows of linear layers {counted} here, got {run}").format(
                counted=counted, run=view.units.run
            )
        )


def fitted(part: Part, layers: int) -> Part:
    """A part of a view as it can be seen in a network of so many layers: without what stands in a layer beyond."""
    if isinstance(part, LayeredPart) and part.layer is not None:
        lowest, highest = _layer_range(part, layers)
        return part if lowest <= part.layer <= highest else replace(part, layer=None)
    if isinstance(part, LandscapePart) and part.weights:
        picks = [Pick.read(weight, layers) for weight in part.weights]
        return part if all(pick is not None and pick.layer <= layers for pick in picks) else replace(part, weights=())
    return part


def _layer_range(part: LayeredPart, layers: int) -> tuple[int, int]:
    """The first and the last layer that a panel can show."""
    return (0, layers - 1) if isinstance(part, HiddenSpacePart) else (1, layers)


def _check_pick(field: str, text: str, widths: tuple[int, ...]) -> None:
    layers = len(widths) - 1
    pick = Pick.read(text, layers)
    if pick is None:
        return
    if pick.layer > layers or (text.startswith("h") and pick.layer == layers):
        last = layers - 1 if text.startswith("h") else layers
        raise PlaceError(
            said("Engine", "view.{field}: {text}: layers count from 1 to {last} here").format(
                field=field, text=text, last=last
            )
        )
    for unit, layer in ((pick.unit, pick.layer), (pick.source, pick.layer - 1)):
        if unit is not None:
            check_counted(
                said("Engine", "view.{field}: {text}: units of this layer").format(field=field, text=text),
                unit,
                widths[layer],
            )


def _check_place(at: At, widths: tuple[int, ...]) -> None:
    try:
        step_at(widths, at.phase, at.unit, at.term)
    except PlaceError as error:
        raise PlaceError(joined(": ", f"view.at.{error.part}", error.text)) from None


def place_of(iteration: int, step: Step, layers: int) -> At:
    """The place of a step in an iteration."""
    return At(iteration=iteration, phase=phases_of(layers)[step.phase].name, unit=step.unit, term=step.term)
