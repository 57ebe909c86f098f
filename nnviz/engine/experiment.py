"""An experiment is a value: data, network, training and seeds in one frozen, validated object."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Self

from nnviz.engine.experiments import experiment_files
from nnviz.engine.experiments.building import build, overridden, plain_tables
from nnviz.engine.settings import Settings


class Experiment(Settings, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Everything that determines a run. Equal experiments give equal runs, to the bit, on one machine.

    ``load``, ``named``, ``find`` and ``parse`` give *complete* experiments: validated, every default filled in. Each
    can be told of ``overrides``: fields, named in dots, that are replaced before anything is checked.
    """

    @classmethod
    def load(cls, path: str | Path, overrides: Mapping[str, Any] | None = None) -> Self:
        """Read an experiment file.

        Raises:
            ExperimentError: The file cannot be read or is not a valid experiment.
        """
        return experiment_files.load(cls, experiment_files.own_file(Path(path)), overrides)

    @classmethod
    def named(cls, name: str, overrides: Mapping[str, Any] | None = None) -> Self:
        """A built-in experiment.

        Raises:
            ExperimentError: There is none of that name.
        """
        return experiment_files.load(cls, experiment_files.built_in(name), overrides)

    @classmethod
    def find(cls, text: str, overrides: Mapping[str, Any] | None = None) -> Self:
        """What a user named on the command line: a built-in experiment or a file.

        Raises:
            ExperimentError: It is neither, or it is not valid.
        """
        return experiment_files.load(cls, experiment_files.place_of(text), overrides)

    @classmethod
    def parse(cls, text: str, overrides: Mapping[str, Any] | None = None) -> Self:
        """An experiment from TOML text.

        Raises:
            ExperimentError: The text is not a valid experiment.
        """
        return build(cls, overridden(experiment_files.tables_of(text), overrides or {}))

    def to_toml(self) -> str:
        """The experiment as TOML, every default filled in; parsing it gives an equal experiment."""
        return experiment_files.toml_of(self.to_dict())

    def to_dict(self) -> dict[str, Any]:
        """Plain tables, lists, numbers and strings; what is left out stays out."""
        return plain_tables(self)

    def with_fields(self, fields: Mapping[str, Any]) -> Self:
        """The experiment with some fields replaced, each named in dots, for example ``training.learning_rate``.

        A value of ``None`` takes a field out, so that its default comes back.

        Raises:
            ExperimentError: The result would not be valid.
        """
        return build(type(self), overridden(self.to_dict(), fields))
