"""What is wrong with an experiment's data on purpose, in words."""

from __future__ import annotations

from collections.abc import Sequence
from types import MappingProxyType
from typing import Any

from nnviz.engine.experiment import Experiment
from nnviz.ui.look.numbers import percent
from nnviz.ui.names.translation import QT_TRANSLATE_NOOP, translate

_FAULTS: MappingProxyType[str, Any] = MappingProxyType(
    {
        "label_noise": QT_TRANSLATE_NOOP("Faults", "{labels} of the labels are wrong"),
        "mislabelled": QT_TRANSLATE_NOOP("Faults", "one region has wrong labels"),
        "scaled_input": QT_TRANSLATE_NOOP("Faults", "{input} is {scale:g} times too large"),
        "not_standardized": QT_TRANSLATE_NOOP("Faults", "inputs are not standardised"),
        "unstandardized_test": QT_TRANSLATE_NOOP("Faults", "the test part is not standardised"),
        "sorted_split": QT_TRANSLATE_NOOP("Faults", "the split is sorted, not shuffled"),
        "leaked_duplicates": QT_TRANSLATE_NOOP("Faults", "{leaked} of the held-out examples are copies"),
    }
)


def fault_note(experiment: Experiment, faults: Sequence[str]) -> str:
    """What is wrong with the data on purpose, by the names in ``Examples.faults``; nothing where nothing is."""
    if not faults:
        return ""
    data = experiment.data
    texts = [
        translate("Faults", str(_FAULTS.get(name, name))).format(
            labels=percent(data.label_noise),
            input=data.faults.scaled_input,
            scale=data.faults.scale,
            leaked=percent(data.faults.leaked_duplicates),
        )
        for name in faults
    ]
    told = (
        translate("Faults", "Deliberate fault: {faults}")
        if len(texts) == 1
        else translate("Faults", "Deliberate faults: {faults}")
    )
    return told.format(faults="; ".join(texts))
