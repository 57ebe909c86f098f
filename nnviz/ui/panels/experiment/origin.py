"""Where the experiment on screen came from: a built-in one, or what was opened."""

from __future__ import annotations

from nnviz.engine.experiment import Experiment
from nnviz.engine.experiments.experiment_files import named_experiments
from nnviz.ui.session.settings.data_table import WORKED_EXAMPLE


class Origin:
    """Follows the experiments that are shown one after another.

    Attributes:
        experiment: What the latest one is compared with; ``None`` before there was any.
        names: The built-in experiments.
    """

    def __init__(self) -> None:
        self.experiment: Experiment | None = None
        self.names = named_experiments()
        self._latest: Experiment | None = None
        self._built_in: dict[str, Experiment] = {}

    def named(self, name: str) -> Experiment:
        """A built-in experiment, read once."""
        if name not in self._built_in:
            self._built_in[name] = Experiment.named(name)
        return self._built_in[name]

    def built_in(self, experiment: Experiment) -> str | None:
        """The name of the built-in experiment that has this one's data and its title, if there is one."""
        name = experiment.data.source or WORKED_EXAMPLE
        known = name in self.names and self.named(name).title == experiment.title
        return name if known else None

    def follow(self, experiment: Experiment, *, changed: bool) -> None:
        """Take the next one; ``changed`` where it is the latest one with a change.

        A built-in experiment stays the origin of all that has its title and its data. Else it is what was opened.
        """
        name = self.built_in(experiment)
        if name is not None:
            self.experiment = self.named(name)
        elif not changed and (self._latest is None or self._latest.title != experiment.title):
            self.experiment = experiment
        self._latest = experiment

    def start_from(self, experiment: Experiment) -> None:
        """This was opened: it is its own origin."""
        self.experiment = self._latest = experiment
