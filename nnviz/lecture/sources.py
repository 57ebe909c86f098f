"""Where the experiment of a scene comes from: a built-in name, a file, or the tables in the scene itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from nnviz.engine.experiment import Experiment
from nnviz.engine.experiments.building import build, overridden
from nnviz.lecture.values import Fields

DEFAULT = "default"
"""In place of a value: the field is taken out, and what it is without it comes back."""


def experiment_from(source: str | Fields, fields: Mapping[str, Any]) -> Experiment:
    """The complete experiment, some fields replaced or taken out before anything is checked.

    Raises:
        ExperimentError: There is none, or it is not valid.
    """
    fields = {name: None if value == DEFAULT else value for name, value in fields.items()}
    if isinstance(source, str):
        return Experiment.find(source, fields)
    return build(Experiment, overridden(source, fields))
