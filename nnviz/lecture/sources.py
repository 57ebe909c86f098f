"""Where the experiment of a scene comes from: a built-in name, a file, or the tables in the scene itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from nnviz.engine.experiment import Experiment
from nnviz.engine.experiments.building import build, overridden
from nnviz.lecture.values import Fields


def experiment_from(source: str | Fields, fields: Mapping[str, Any]) -> Experiment:
    """The complete experiment, some fields replaced before anything is checked.

    Raises:
        ExperimentError: There is none, or it is not valid.
    """
    if isinstance(source, str):
        return Experiment.find(source, fields)
    return build(Experiment, overridden(source, fields))
