"""The activation plot of the selected unit: the curve, its slope, and where the unit stands on it now."""

from __future__ import annotations

from collections.abc import Hashable

import numpy as np
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from nnviz.engine.functions.activations import ACTIVATIONS, Activation
from nnviz.engine.training.record.iteration import LayerRecord
from nnviz.ui.look.look import Look
from nnviz.ui.look.numbers import column_style, short, written
from nnviz.ui.names.symbols import Names
from nnviz.ui.panels.explain.bar_rows import BarRow, BarRows
from nnviz.ui.panels.explain.curve_plot import CurvePlot
from nnviz.ui.panels.explain.page import ExplanationPage, chosen_unit
from nnviz.ui.panels.explain.readings import Reading, Readings
from nnviz.ui.session.moment import Moment, Selection
from nnviz.ui.toolkit.controls import Text
from nnviz.worker.messages import RunInfo

NARROW = 400
UPRIGHT = 1.1
"""Under this width, at scale 1, or in a page that is so much higher than wide, the numbers stand above the plot."""


class CurvePage(ExplanationPage):
    """g and g′ over z with the selected unit's point; for a softmax, whose units are coupled, all outputs as bars."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.plot = CurvePlot(look)
        self.readings = Readings(look)
        self.note = Text(look, tone="muted")
        self.note.setWordWrap(True)
        self.outputs = BarRows(look, "positive", "negative", pickable=True)
        self._outputs_room = QScrollArea()
        self._outputs_room.setFrameShape(QFrame.Shape.NoFrame)
        self._outputs_room.setWidgetResizable(True)
        self._outputs_room.setWidget(self.outputs)
        self._side = QVBoxLayout()
        self._side.addWidget(self.readings)
        self._side.addWidget(self.note)
        self._side.addStretch(1)
        self._middle = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._middle.addWidget(self.plot, 3)
        self._middle.addWidget(self._outputs_room, 3)
        self._middle.addLayout(self._side, 2)
        self.body.addWidget(self.title)
        self.body.addLayout(self._middle, 1)
        self.outputs.picked.connect(self._on_output)
        self._arrange()

    def invitation(self) -> str:
        """What will appear here, and how."""
        return self.tr("Click a unit to see the curve of its activation, and where on it the unit stands.")

    def subject(self, run: RunInfo, moment: Moment) -> Hashable:
        """The unit, for the example that is shown."""
        unit = chosen_unit(moment)
        return None if unit is None else (unit, moment.record, moment.shown, moment.row, moment.flat_below)

    def show_subject(self, run: RunInfo, moment: Moment) -> None:
        """Show the unit."""
        chosen = chosen_unit(moment)
        assert chosen is not None
        layer, unit = chosen
        self.title.set_texts(*self.unit_title(moment, layer, unit))
        activation = ACTIVATIONS.get(moment.record.architecture.activation_name(layer))
        self.plot.setVisible(activation is not None)
        self._outputs_room.setVisible(activation is None)
        if activation is None:
            self._show_softmax(moment, layer, unit)
        else:
            self._show_unit(moment, activation, layer, unit)

    # ---- a unit with a curve of its own --------------------------------------------------------------------------

    def _show_unit(self, moment: Moment, activation: Activation, layer: int, unit: int) -> None:
        numbers, row = moment.shown.layers[layer - 1], moment.row
        z = float(numbers.z[row, unit])
        of_batch = moment.record.layers[layer - 1].z[:, unit]
        others = np.delete(of_batch, row) if moment.shown is moment.record else of_batch
        is_mean = moment.shown_example is None
        self.plot.show_unit(activation, moment.flat_below, None if is_mean else z, others)
        style = self._look.numbers
        # What dropout then does to it is told in words.
        whole = moment.record.layers[layer - 1]
        value = float(activation.of(whole.z[:, unit]).mean() if is_mean else activation.of(np.array([z]))[0])
        assert numbers.slope is not None, "it has a curve"
        slope = float(numbers.slope[row, unit])
        self.readings.show_rows(
            (
                Reading("z", written(z, style, plus=True)),
                Reading("g(z)", written(value, style, plus=True), "forward"),
                Reading("g′(z)", written(slope, style, plus=True), "backward"),
            )
        )
        self.note.setText(self._words(moment, numbers, unit, slope))

    def _words(self, moment: Moment, numbers: LayerRecord, unit: int, slope: float) -> str:
        style, row = self._look.numbers, moment.row
        if (numbers.number, unit) in moment.record.architecture.silenced:
            return self.tr("This unit is knocked out: it outputs 0 whatever z is.")
        if moment.shown_example is None:
            return self.tr("Means over the batch: the mean of g(z) is not g of the mean z.")
        if numbers.mask is not None and moment.record.architecture.drops(numbers.number):
            if not numbers.mask[row, unit]:
                return self.tr("Dropout silences this unit here: it outputs 0 whatever z is.")
            factor = short(float(numbers.mask[row, unit]), style)
            return self.tr("With dropout it outputs {0} × g(z), and passes back {0} × g′(z).").format(factor)
        return self.tr("An error on its way back is multiplied by {}.").format(written(slope, style))

    # ---- softmax -------------------------------------------------------------------------------------------------

    def _show_softmax(self, moment: Moment, layer: int, unit: int) -> None:
        architecture, style = moment.record.architecture, self._look.numbers
        numbers, row = moment.shown.layers[layer - 1], moment.row
        rows, names = [], Names(architecture)
        style = column_style(numbers.a[row].tolist(), style)
        for each, value in enumerate(numbers.a[row]):
            symbol = names.unit(layer, each)
            name = self._names.beside(symbol, layer, each, architecture.layers)
            rows.append(BarRow(name, float(value), written(float(value), style)))
        self.outputs.show_rows(rows, unit, one_sided=True)
        self.readings.show_rows(
            (
                Reading(
                    names.pre_activation(layer, unit),
                    written(float(numbers.z[row, unit]), style, plus=True),
                ),
                Reading(names.unit(layer, unit), rows[unit].text, "forward"),
            )
        )
        if moment.shown_example is None:
            self.note.setText(self.tr("Means over the batch: the mean of softmax(z) is not softmax of the mean z."))
        else:
            self.note.setText(
                self.tr("Softmax couples the outputs: they sum to 1, so a larger z of one takes from all the others.")
            )

    def _on_output(self, unit: int) -> None:
        if self.moment is not None:
            self.selection_changed.emit(Selection(self.moment.record.architecture.layers, unit))

    # ---- room ----------------------------------------------------------------------------------------------------

    def arrange(self) -> None:
        """Numbers beside the plot, or above it where the page is narrow."""
        px, narrow = self._look.px, self.is_narrow(NARROW) or self.height() > UPRIGHT * self.width()
        direction = QBoxLayout.Direction.BottomToTop if narrow else QBoxLayout.Direction.LeftToRight
        self._middle.setDirection(direction)
        self._middle.setSpacing(px(14))
        self._side.setSpacing(px(10))
