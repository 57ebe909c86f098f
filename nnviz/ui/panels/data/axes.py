"""Which two of several inputs the examples are drawn over: a list for each axis, and the user's choice."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from nnviz.engine.data.task_shape import task_shape_of
from nnviz.ui.examples.points import DataPoints, View
from nnviz.ui.look.look import Look
from nnviz.ui.toolkit.controls.menu_button import MenuButton
from nnviz.worker.messages import RunInfo


class AxisChoices(QWidget):
    """The inputs across and up, each with a list of all; only where there are more than two.

    Attributes:
        chosen: The columns that the user has chosen, by the names that the data has for them; none for those that tell
            most. A run that has not both of them leaves them alone.

    Signals:
        picked(): The user has chosen others.
    """

    picked = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chosen: tuple[str, ...] = ()
        self.lists = (MenuButton(look, self.tr("Input across")), MenuButton(look, self.tr("Input up")))
        self._columns: tuple[str, ...] = ()
        self._axes: tuple[int, ...] = ()
        self._offered = False
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        for axis, choice in enumerate(self.lists):
            self._row.addWidget(choice)
            choice.picked.connect(partial(self._on_picked, axis))
        self.hide()

    def offer(self, run: RunInfo, points: DataPoints) -> None:
        """Show what the axes are, and what else they could be."""
        self._columns, self._axes = task_shape_of(run.experiment.data).columns, points.axes
        self._offered = points.view is View.PAIR
        if self._offered:
            for choice, column in zip(self.lists, points.axes, strict=True):
                choice.set_choices(list(enumerate(points.columns)))
                choice.show_choice(column, points.columns[column])

    def fold(self, room: int) -> None:
        """Be there where there is so much room; names of inputs can be long."""
        self.setVisible(self._offered and self._row.sizeHint().width() <= room)

    def _on_picked(self, axis: int, column: int) -> None:
        """The other axis stays as it is; picked for this one, it changes places with it."""
        across, up = self._axes
        axes = (up, across) if column in self._axes else (column, up) if axis == 0 else (across, column)
        if column != self._axes[axis]:
            self.chosen = tuple(self._columns[place] for place in axes)
            self.picked.emit()

    # ---- Qt ------------------------------------------------------------------------------------------------------

    def minimumSizeHint(self) -> QSize:
        # A narrow panel does without it.
        return QSize(0, super().minimumSizeHint().height())
