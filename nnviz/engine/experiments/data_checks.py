"""What must hold between the fields of an experiment's data: rows of ``CHECKS``."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from nnviz.engine.data.features import feature_problems
from nnviz.engine.errors import ExperimentError
from nnviz.engine.experiments.draft import Draft
from nnviz.engine.names import counted, name_problems
from nnviz.said import said

Problems: TypeAlias = Iterator[ExperimentError]
Check: TypeAlias = tuple[Callable[[Draft], Problems], tuple[str, ...]]

LARGEST_SCALE = 1e6


def _labels(draft: Draft) -> Problems:
    data = draft.data
    if draft.shape.task != "regression":
        return
    if data.label_noise > 0.0:
        yield ExperimentError(said("Engine", "only classes have labels; use noise for numbers"), "data.label_noise")
    if data.clean_test:
        yield ExperimentError(
            said("Engine", "only classes have labels, and this data has numbers to predict"), "data.clean_test"
        )


def _standardize_target(draft: Draft) -> Problems:
    if draft.data.standardize_target and draft.shape.task != "regression":
        yield ExperimentError(
            said("Engine", "only numbers have a unit, and this data has classes"), "data.standardize_target"
        )


def _split(draft: Draft) -> Problems:
    split = draft.data.split
    if abs(sum(split) - 1.0) > 1e-6:
        yield ExperimentError(
            said("Engine", "the three shares must sum to 1, got {split:g}").format(split=sum(split)), "data.split"
        )
    elif split[0] == 0.0:
        yield ExperimentError(said("Engine", "the training part cannot be empty"), "data.split")


def _inputs(draft: Draft) -> Problems:
    if draft.data.inputs is not None:
        yield from feature_problems(draft.data.inputs, draft.shape.columns)


def _mislabelled(draft: Draft) -> Problems:
    region, columns = draft.data.faults.mislabelled, len(draft.shape.columns)
    if region is None:
        return
    if draft.shape.task == "regression":
        reason = said("Engine", "only classes have labels, and this data has numbers to predict")
        yield ExperimentError(reason, "data.faults.mislabelled")
    elif len(region.centre) != columns:
        reason = said("Engine", "expected {numbers}, one for each raw input, got {centre}").format(
            numbers=counted(columns, "number"), centre=len(region.centre)
        )
        yield ExperimentError(reason, "data.faults.mislabelled.centre")


def _scaled_input(draft: Draft) -> Problems:
    faults = draft.data.faults
    if faults.scaled_input is not None:
        yield from name_problems(
            faults.scaled_input, draft.shape.columns, "data.faults.scaled_input", said("Engine", "raw input")
        )
    if faults.scale > LARGEST_SCALE:
        yield ExperimentError(
            said("Engine", "expected at most {largest_scale:,.0f}, got {scale:g}").format(
                largest_scale=LARGEST_SCALE, scale=faults.scale
            ),
            "data.faults.scale",
        )


def _unstandardized_test(draft: Draft) -> Problems:
    if draft.data.faults.unstandardized_test and not draft.data.standardize:
        reason = said("Engine", "with data.standardize = false there is no standardisation to forget")
        yield ExperimentError(reason, "data.faults.unstandardized_test")


TABLE = ("data.file", "data.reading", "data.target", "data.features", "data.task")
SHAPE = ("data.source", *TABLE, "data.x", "data.y", "data.classes", "data.examples")
DATA_CHECKS: tuple[Check, ...] = (
    (_labels, SHAPE),
    (_standardize_target, SHAPE),
    (_split, ("data.split",)),
    (_inputs, (*SHAPE, "data.inputs")),
    (_mislabelled, (*SHAPE, "data.faults.mislabelled")),
    (_scaled_input, (*SHAPE, "data.faults.scaled_input", "data.faults.scale")),
    (_unstandardized_test, ("data.standardize", "data.faults.unstandardized_test")),
)
