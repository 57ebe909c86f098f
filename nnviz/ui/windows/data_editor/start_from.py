"""What a drawing starts from: the run's data, a built-in set, or nothing."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from nnviz.engine.data.datasets import DATASETS
from nnviz.engine.data.examples import Examples, make_examples
from nnviz.engine.data.task_shape import task_shape_of
from nnviz.engine.experiment import Experiment
from nnviz.engine.settings import Data
from nnviz.ui.look.look import Look
from nnviz.ui.look.numbers import whole
from nnviz.ui.names.functions import shown_name
from nnviz.ui.names.translation import translate
from nnviz.ui.toolkit.controls import Button, Choice, LabelledSlider, SliderRange
from nnviz.ui.windows.data_editor.drawing import Drawing

CURRENT = "current"
FIRST = "circle"
"""What is offered first where the data of the run cannot be edited."""
EMPTY = {"empty classes": (2, 2), "empty curve": (1, 0), "empty numbers": (2, 0)}
"""Inputs and classes of an empty drawing."""
EXAMPLES = SliderRange(10, 1000, 10)
NOISE = SliderRange(0.0, 1.0, 0.01)
BY_HAND = tuple(name for name, row in DATASETS.items() if row.inputs <= 2)
"""The built-in sets that have room on a board."""


def started(source: str, examples: int | None, noise: float, seed: int) -> Drawing:
    """The drawing of a built-in set, noise included."""
    data = Data(source=source, examples=examples, noise=noise, seed=seed, standardize=False)
    return Drawing.of(make_examples(Experiment(data=data)), DATASETS[source].columns, shown_name(source))


def current(experiment: Experiment, examples: Examples) -> Drawing:
    """The drawing of a run's examples."""
    return Drawing.of(examples, task_shape_of(experiment.data).columns, experiment.title)


class StartFrom(QWidget):
    """A choice, how many examples and how much noise, and a button that puts it on the board.

    Signals:
        started(Drawing): This is to be on the board.
    """

    started = Signal(object)

    def __init__(
        self, look: Look, experiment: Experiment, examples: Examples | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._experiment, self._examples = experiment, examples
        self.choice = Choice(look, "", self._choices(), "" if examples is not None else FIRST, parent=self)
        # Its longest entry must not make the column wider.
        self.choice.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.choice.set_spoken_name(self.tr("Start from"))
        self.examples = LabelledSlider(
            look, self.tr("Examples"), EXAMPLES, 200, lambda value: whole(round(value)), parent=self
        )
        self.noise = LabelledSlider(look, self.tr("Noise"), NOISE, experiment.data.noise, parent=self)
        self.noise.setToolTip(self.tr("How far examples are moved at random: the standard deviation"))
        self.button = Button(look, self.tr("Load"), parent=self)
        self.button.setToolTip(self.tr("Replaces what is on the board; undo brings that back"))
        self._column = QVBoxLayout(self)
        for widget in (self.choice, self.examples, self.noise, self.button):
            self._column.addWidget(widget)
        self.choice.picked.connect(self._on_picked)
        self.button.clicked.connect(self.start)
        look.changed.connect(self._restyle)
        self._on_picked(self.choice.key())
        self._restyle()

    def start(self) -> None:
        """Put what is chosen on the board."""
        self.started.emit(self.drawing())

    def drawing(self) -> Drawing:
        """What is chosen."""
        key = self.choice.key()
        if key == CURRENT:
            assert self._examples is not None
            return current(self._experiment, self._examples)
        if key in EMPTY:
            return Drawing.empty(*EMPTY[key], "")
        count = None if DATASETS[key].fixed else round(self.examples.value())
        return started(key, count, self.noise.value(), self._experiment.data.seed)

    def _choices(self) -> list[tuple[str, str]]:
        own = [(CURRENT, translate("StartFrom", "Current data"))] if self._examples is not None else []
        sets = [(name, shown_name(name)) for name in BY_HAND]
        empty = [
            ("empty classes", translate("StartFrom", "Empty: classes")),
            ("empty curve", translate("StartFrom", "Empty: a curve to predict")),
            ("empty numbers", translate("StartFrom", "Empty: numbers over a plane")),
        ]
        return [*own, *sets, *empty]

    def _on_picked(self, key: str) -> None:
        row = DATASETS.get(key)
        self.examples.setVisible(row is not None and not row.fixed)
        self.noise.setVisible(row is not None)
        if row is not None:
            self.examples.set_value(row.examples)

    def _restyle(self) -> None:
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(self._look.px(8))
