"""Differences of two experiments in words: ``activation: tanh`` over one side, ``activation: linear`` over another."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from nnviz.engine.errors import ExperimentError
from nnviz.engine.experiment import Experiment
from nnviz.ui.look.numbers import NumberStyle, short, whole
from nnviz.ui.names.functions import shown_value
from nnviz.ui.names.translation import translate
from nnviz.ui.session.differences import Difference
from nnviz.ui.session.experiment_fields import architecture_text
from nnviz.ui.session.settings.table import NAMES_BESIDE

_TOO_LONG = ("network.parameters", "data.x", "data.y", "training.early_stopping")
"""Values that nobody would read: it is only said whether they are there."""

LONGEST_NAME = 20
"""Letters of a value that can stand for its side, at the end of a curve for example."""


def field_name(field: str) -> str:
    """What a field is called over a side: as its setting says, or else what experiment files call it."""
    # A table with a name of its own, an optimiser, goes by the setting that chooses it.
    return translate("Settings", NAMES_BESIDE.get(field.removesuffix(".name")) or field)


def value_text(field: str, value: object, experiment: Experiment, style: NumberStyle) -> str:
    """A value of a field as it is read; ``experiment`` is the one that has it."""
    if field == "network.hidden":
        return _network_text(experiment, value, style)
    if field == "network.parameters":
        return translate("Settings", "from the file") if value is not None else translate("Settings", "drawn")
    if value is None:
        return translate("Settings", "none")
    if field == "data.file":
        return Path(str(value)).name
    if field in _TOO_LONG:
        return translate("Settings", "other ones") if field.startswith("data.") else translate("Settings", "on")
    return _plain(value, style)


def _network_text(experiment: Experiment, hidden: object, style: NumberStyle) -> str:
    try:
        return architecture_text(experiment)
    except ExperimentError:
        # The table with its data has gone meanwhile.
        return _plain(hidden, style)


def _plain(value: object, style: NumberStyle) -> str:
    if isinstance(value, bool):
        return translate("Settings", "yes") if value else translate("Settings", "no")
    if isinstance(value, int):
        return whole(value)
    if isinstance(value, float):
        return short(value, style)
    if isinstance(value, list | tuple):
        return ", ".join(_plain(each, style) for each in value) or translate("Settings", "none")
    return shown_value(str(value)) if value != "full" else translate("Settings", "full")


def side_values(found: Sequence[Difference], place: int, experiment: Experiment, style: NumberStyle) -> tuple[str, ...]:
    """The same in fewer words: the values alone."""
    return tuple(value_text(each.field, (each.left, each.right)[place], experiment, style) for each in found)


def side_texts(found: Sequence[Difference], place: int, experiment: Experiment, style: NumberStyle) -> tuple[str, ...]:
    """What is special about a side (``place`` 0 is the left one), each difference ``field: value``."""
    values = side_values(found, place, experiment, style)
    return tuple(f"{field_name(each.field)}: {value}" for each, value in zip(found, values, strict=True))


def side_names(found: Sequence[Difference], pair: tuple[Experiment, Experiment], style: NumberStyle) -> tuple[str, str]:
    """Short names of both sides: the values of the one difference where they are short, else ``left`` and ``right``."""
    if len(found) == 1 and not found[0].field.endswith((".seed", ".parameters")):
        left = value_text(found[0].field, found[0].left, pair[0], style)
        right = value_text(found[0].field, found[0].right, pair[1], style)
        if max(len(left), len(right)) <= LONGEST_NAME:
            return left, right
    return plain_names()


def plain_names() -> tuple[str, str]:
    """What the sides are called where there is no room for more."""
    return translate("Settings", "left"), translate("Settings", "right")


def count_text(found: Sequence[Difference]) -> str:
    """How many differences there are, said plainly."""
    if not found:
        return translate("Settings", "no difference: both are the same")
    if len(found) == 1:
        return translate("Settings", "one difference, all else equal")
    names = ", ".join(field_name(each.field) for each in found)
    return translate("Settings", "{count} differences: {names}").format(count=len(found), names=names)
