"""The saturation inspector: where a layer's units stand on their curve, and what that does to the error signal."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nnviz.engine.analysis.diagnostics import FLAT_BELOW
from nnviz.engine.training.record.iteration import Iteration, LayerRecord
from nnviz.ui.look.look import Look
from nnviz.ui.look.numbers import percent, written
from nnviz.ui.names.layers import layer_name
from nnviz.ui.names.symbols import Names
from nnviz.ui.panels.live_panel import FollowedLayer, LivePanel
from nnviz.ui.panels.panel import PanelHost
from nnviz.ui.panels.saturation.bias_row import BiasRow
from nnviz.ui.panels.saturation.plot import SaturationPlot, UnitPoints
from nnviz.ui.panels.saturation.unit_bars import UnitBars, UnitRow
from nnviz.ui.session.moment import Moment, Selection
from nnviz.ui.session.unit_health import UnitHealth, activation_of, has_two_flat_ends, inspected_layers
from nnviz.ui.toolkit.controls.menu_button import MenuButton
from nnviz.ui.toolkit.fitting_label import FittingLabel
from nnviz.ui.toolkit.scrolling import scrolling
from nnviz.view import HIGHEST_FLAT_BELOW, LOWEST_FLAT_BELOW, SaturationPart
from nnviz.worker.messages import RunInfo

HEIGHT_FOR_SLIDER = 165
"""Under this height (at scale 1) the slider gives its room to the curve; under the next one, the readings do."""
HEIGHT_FOR_READINGS = 205
PERCENTAGES = (1, 2, 5, 10, 20)


class SaturationPanel(LivePanel[SaturationPart]):
    """A layer's curve with its units on it, the saturated share of each, and the selected unit's bias on a slider.

    Signals:
        selection_changed(Selection): The user picked a unit.
        bias_edited(int, int, float): The user gives a bias a value: layer, unit, value. Sent all along a drag.
        flat_below_changed(float): The share of the largest slope below which a slope counts as flat.
    """

    selection_changed = Signal(object)
    bias_edited = Signal(int, int, float)
    flat_below_changed = Signal(float)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, self.tr("Saturation"), parent)
        self._followed = FollowedLayer()
        self.flat_below = FLAT_BELOW
        self._drawn: tuple[object, ...] = ()
        self._in_view: tuple[int, int | None] = (0, None)
        self.layer_choice = MenuButton(look, self.tr("Which layer is shown"))
        self.headline = FittingLabel(look, "small", tight=True)
        self.flat_choice = MenuButton(look, self.tr("A slope below this share of its maximum counts as flat"))
        self.caption = FittingLabel(look)
        self.plot = SaturationPlot(look)
        self.bars = UnitBars(look)
        self.bias = BiasRow(look)
        self.readings = FittingLabel(look)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._lay_out()
        self.layer_choice.picked.connect(self._on_layer)
        self.flat_choice.set_choices([(each, percent(each / 100, style=look.numbers)) for each in PERCENTAGES])
        self.flat_choice.picked.connect(lambda key: self.set_flat_below(key / 100))
        self.plot.unit_picked.connect(self._on_unit)
        self.bars.picked.connect(self._on_unit)
        self.bias.edited.connect(self._on_bias)
        self._start(offset=1 / 2)
        self._show_setting()
        self._show_empty(self.tr("Each unit appears here on the curve of its activation, once there is a network."))

    def _lay_out(self) -> None:
        self.header.addStretch(1)
        self.header.addWidget(self.layer_choice)
        self.header.addWidget(self.headline)
        self._scroll = scrolling(self.bars, self.bars.edges)
        self._caption_row = QHBoxLayout()
        self._caption_row.addWidget(self.caption, 1)
        self._caption_row.addWidget(self.flat_choice)
        self._side = QVBoxLayout()
        self._side.addLayout(self._caption_row)
        self._side.addWidget(self._scroll, 1)
        self._middle = QHBoxLayout()
        self._middle.addWidget(self.plot, 4)
        self._middle.addLayout(self._side, 3)
        self._stack = QVBoxLayout()
        self._stack.addWidget(self.empty, 1)
        self._stack.addLayout(self._middle, 1)
        self._stack.addWidget(self.bias)
        self._stack.addWidget(self.readings)
        self.body.addLayout(self._stack, 1)
        self._show_caption(two_flat_ends=True)

    def connect_to(self, host: PanelHost) -> None:
        self.selection_changed.connect(host.select)
        self.bias_edited.connect(lambda layer, unit, value: host.edit(Selection(layer, unit, bias=True), value))
        self.flat_below_changed.connect(host.set_flat_below)

    def part(self) -> SaturationPart:
        return SaturationPart(layer=self._followed.chosen)

    def show_part(self, part: SaturationPart) -> None:
        self._on_layer(part.layer)

    @property
    def layer(self) -> int:
        """The layer that is shown."""
        return self._followed.layer

    # ---- what it is told -----------------------------------------------------------------------------------------

    def set_run(self, info: RunInfo) -> None:
        """A new run: maybe other layers, and no units yet."""
        self._drawn, layers = (), inspected_layers(info.architecture)
        self._followed.set_layers(layers)
        self.layer_choice.set_choices([(layer, layer_name(layer, info.architecture.layers)) for layer in layers])
        super().set_run(info)

    def show_moment(self, moment: Moment) -> None:
        """Show the units of this moment; while training, a few times a second."""
        self._followed.follow(moment.selection)
        if moment.flat_below != self.flat_below:
            self.flat_below = moment.flat_below
            self._show_setting()
        super().show_moment(moment)

    def set_flat_below(self, share: float) -> None:
        """Set the share of the largest slope below which a slope counts as flat, kept between 1 and 20 %."""
        share = min(max(share, LOWEST_FLAT_BELOW), HIGHEST_FLAT_BELOW)
        if share != self.flat_below:
            self.flat_below = share
            self._show_setting()
            self._refresh.now()
            self.flat_below_changed.emit(share)

    @property
    def selected(self) -> int | None:
        """The selected unit of the layer that is shown."""
        selection = self._moment.selection if self._moment is not None else None
        return selection.unit if selection is not None and selection.layer == self.layer else None

    # ---- bringing it up to date ----------------------------------------------------------------------------------

    def _bring_up_to_date(self) -> None:
        run = self._run
        if run is None:
            return
        if not self.layer_choice.choices():
            self._show_empty(self.tr("This network has no hidden layer, and its output does not saturate."))
            return
        self._show_empty("")
        record = self._moment.record if self._moment is not None else None
        state = (run, self.layer, record, self.selected, self.flat_below)
        if state == self._drawn:
            return
        if state[:2] != self._drawn[:2] or record is None:
            activation = activation_of(run.architecture, self.layer)
            self.plot.show_curve(activation, self.flat_below)
            self._show_caption(has_two_flat_ends(activation))
        self._drawn = state
        self._fold()
        self.layer_choice.show_choice(self.layer, layer_name(self.layer, run.architecture.layers))
        if record is not None:
            self._show_layer(run, record)

    def _show_layer(self, run: RunInfo, record: Iteration) -> None:
        architecture, layer = run.architecture, record.layers[self.layer - 1]
        activation = activation_of(architecture, self.layer)
        health = UnitHealth.of(layer, activation, self.flat_below)
        units = health.shown
        if self.selected is not None and self.selected not in units:
            units = sorted([*units[:-1], self.selected])
        names = [Names(architecture).unit(self.layer, unit) for unit in range(architecture.widths[self.layer])]
        slope = layer.slope if layer.slope is not None else activation.slope_at(layer.z)
        # With dropout a is more, or less, than the curve says.
        value = layer.a if layer.mask is None else activation.of(layer.z)
        points = UnitPoints.of(layer.z, value, slope, units)
        self.plot.show_units(points, names, self.selected, self.flat_below)
        rows = [UnitRow(unit, names[unit], float(health.saturated[unit]), bool(health.dead[unit])) for unit in units]
        self.bars.show_rows(rows, self.selected)
        self._bring_row_into_view()
        self.headline.set_texts(*self._headlines(health, has_two_flat_ends(activation)))
        self._show_selected(names, layer, health)

    def _bring_row_into_view(self) -> None:
        """When another row is selected; where the user has scrolled to since is left alone."""
        if (self.layer, self.selected) != self._in_view:
            self._in_view = (self.layer, self.selected)
            box = self.bars.selected_box()
            if box is not None:
                self._scroll.ensureVisible(0, round(box.center().y()), 0, round(box.height()))

    def _show_selected(self, names: list[str], layer: LayerRecord, health: UnitHealth) -> None:
        unit, style = self.selected, self._look.numbers
        if unit is None:
            hints = (self.tr("Click a unit to see its bias; push it, and watch δ fade."), self.tr("Click a unit."))
            # An audience clicks nothing.
            self.readings.set_texts(*hints if not self._look.presenting else ("",))
            return
        self.bias.set_unit(names[unit])
        self.bias.set_value(float(layer.b[unit]))
        delta = self.tr("mean |δ| {}").format(written(float(health.mean_delta[unit]), style))
        slope = self.tr("mean g′ {}").format(written(float(health.mean_slope[unit]), style))
        texts = [f"{delta} · {slope}", delta]
        if health.dead[unit]:
            texts.insert(0, " · ".join([delta, slope, self.tr("dead: no example passes")]))
        self.readings.set_texts(*texts)

    def _show_caption(self, two_flat_ends: bool) -> None:
        if two_flat_ends:
            self.caption.set_texts(self.tr("saturated share"), self.tr("saturated"), "")
        else:
            self.caption.set_texts(self.tr("share where flat"), self.tr("flat"), "")

    def _headlines(self, health: UnitHealth, two_flat_ends: bool) -> tuple[str, ...]:
        count = len(health.saturated)
        units = self.tr("1 unit") if count == 1 else self.tr("{} units").format(count)
        share = percent(float(health.saturated.mean()), style=self._look.numbers)
        flat = (self.tr("{} saturated") if two_flat_ends else self.tr("{} flat")).format(share)
        texts = [f"· {units} · {flat}", f"· {flat}", f"· {share}"]
        dead = int(health.dead.sum())
        if dead:
            texts.insert(0, texts[0] + " · " + self.tr("{} dead").format(dead))
        return tuple(texts)

    def _show_setting(self) -> None:
        text = percent(self.flat_below, style=self._look.numbers)
        self.flat_choice.show_choice(round(self.flat_below * 100), self.tr("g′ < {}").format(text))

    def _show_empty(self, text: str) -> None:
        if text == self.empty.text():
            return
        self.empty.setText(text)
        self.empty.setVisible(bool(text))
        for widget in (self.layer_choice, self.headline, self.plot, self.caption, self.flat_choice, self._scroll):
            widget.setVisible(not text)
        self._fold()

    # ---- what the user does --------------------------------------------------------------------------------------

    def _on_layer(self, layer: int | None) -> None:
        self._followed.chosen = layer
        self._refresh.now()

    def _on_unit(self, unit: int) -> None:
        self.selection_changed.emit(Selection(self.layer, unit))

    def _on_bias(self, value: float) -> None:
        if self.selected is not None:
            self.bias_edited.emit(self.layer, self.selected, value)

    # ---- room ----------------------------------------------------------------------------------------------------

    def _fold(self) -> None:
        height, px, empty = self.height(), self._look.px, bool(self.empty.text())
        self.bias.setVisible(not empty and self.selected is not None and height >= px(HEIGHT_FOR_SLIDER))
        self.readings.setVisible(not empty and height >= px(HEIGHT_FOR_READINGS))

    def _space_out(self) -> None:
        px = self._look.px
        self._stack.setSpacing(px(3))
        self._middle.setSpacing(px(12))
        self._side.setSpacing(px(2))
        self._scroll.setMinimumSize(px(96), px(34))
        self._caption_row.setSpacing(px(4))
        self.header.setSpacing(px(4))

    def _on_look(self) -> None:
        self._show_setting()
        self._drawn = ()
        super()._on_look()
