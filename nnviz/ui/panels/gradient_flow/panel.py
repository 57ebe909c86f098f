"""Signal health: how the error signal fares on its way back, now and over time, and how layers' numbers are spread."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nnviz.engine.analysis.diagnostics import FLAT_BELOW
from nnviz.engine.analysis.gradient_flow import fate_of
from nnviz.engine.analysis.gradient_noise import GradientFan
from nnviz.ui.look.look import Look
from nnviz.ui.look.numbers import percent, whole, written
from nnviz.ui.names.translation import in_words
from nnviz.ui.panels.gradient_flow.bars import SignalBars
from nnviz.ui.panels.gradient_flow.fan import FanPlot
from nnviz.ui.panels.gradient_flow.histograms import LayerHistograms
from nnviz.ui.panels.gradient_flow.map import SignalMap
from nnviz.ui.panels.gradient_flow.signal_history import Measure, SignalHistory
from nnviz.ui.panels.gradient_flow.watched import Watched
from nnviz.ui.panels.gradient_flow.words import FATE_ROLES, fate_words, measure_name
from nnviz.ui.panels.live_panel import LivePanel
from nnviz.ui.panels.panel import PanelHost
from nnviz.ui.session.moment import Moment, Selection
from nnviz.ui.toolkit.controls import Segmented
from nnviz.ui.toolkit.controls.menu_button import MenuButton
from nnviz.ui.toolkit.fitting_label import FittingLabel
from nnviz.view import FlowMeasure, FlowPage, GradientFlowPart
from nnviz.worker.messages import RunInfo
from nnviz.worker.queries.query import NoAnswer, Query
from nnviz.worker.queries.signal_health import FanOfGradients, HistogramsOf, SignalHealth, SignalNow, SpreadOfLayers

PAGES: tuple[FlowPage, ...] = ("now", "time", "spread", "noise")
MEASURES: dict[FlowMeasure, Measure] = {
    "signal": Measure.SIGNAL,
    "gradient": Measure.GRADIENT,
    "ratio": Measure.RATIO,
    "saturation": Measure.SATURATION,
}
"""What a page over time can show, as views call it."""


class GradientFlowPanel(LivePanel[GradientFlowPart]):
    """Four pages: the signals now, over time, histograms of weights and activations, where batches' gradients point.

    What is shown over time is what was seen while the panel was.

    Signals:
        layer_clicked(int): The user picked a layer, 1 being the first hidden one.
    """

    layer_clicked = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, self.tr("Gradient flow"), parent)
        self.page: FlowPage = PAGES[0]
        self._watched = Watched()
        self._spread: SpreadOfLayers | None = None
        self._fan: GradientFan | None = None
        self._trouble = ""
        self._flat_below = FLAT_BELOW
        names = self._page_names()
        self.tabs = Segmented(look, [(page, names[page]) for page in PAGES], name=self.tr("Gradient flow"))
        self.menu = MenuButton(look, self.tr("Which page is shown"))
        self.menu.set_choices([(place, names[page]) for place, page in enumerate(PAGES)])
        self.measure_choice = MenuButton(look, self.tr("What is shown of each layer over time"))
        self.measure_choice.set_choices([(measure.value, measure_name(measure)) for measure in Measure])
        self.caption = FittingLabel(look, align=Qt.AlignmentFlag.AlignRight)
        self.bars = SignalBars(look)
        self.map = SignalMap(look)
        self.histograms = LayerHistograms(look)
        self.fan = FanPlot(look)
        self.words = FittingLabel(look, "strong", "text")
        self._lay_out()
        self.tabs.picked.connect(self.set_page)
        self.menu.picked.connect(lambda place: self.set_page(PAGES[place]))
        self.measure_choice.picked.connect(lambda value: self.set_measure(Measure(value)))
        for plot in self._plots():
            plot.layer_clicked.connect(self.layer_clicked)
        self._start(offset=1 / 3)
        self._show_page()
        self._bring_up_to_date()

    def _lay_out(self) -> None:
        # The menu takes over where there is too little room for them.
        self.tabs.setMinimumWidth(1)
        self.header.addStretch(1)
        self.header.addWidget(self.tabs)
        self.header.addWidget(self.menu)
        self._caption_row = QHBoxLayout()
        self._caption_row.addWidget(self.measure_choice)
        self._caption_row.addWidget(self.caption, 1)
        self._stack = QVBoxLayout()
        self._stack.addLayout(self._caption_row)
        for plot in (*self._plots(), self.fan):
            self._stack.addWidget(plot, 1)
        self._stack.addWidget(self.words)
        self._stack.addWidget(self.empty, 1)
        self.body.addLayout(self._stack, 1)

    def _plots(self) -> tuple[SignalBars, SignalMap, LayerHistograms]:
        """One for each page that tells of layers."""
        return self.bars, self.map, self.histograms

    def _page_names(self) -> dict[str, str]:
        return {
            "now": self.tr("Now"),
            "time": self.tr("Over time"),
            "spread": self.tr("Histograms"),
            "noise": self.tr("Batches"),
        }

    def connect_to(self, host: PanelHost) -> None:
        self.layer_clicked.connect(lambda layer: host.select(Selection(layer, 0)))

    def part(self) -> GradientFlowPart:
        return GradientFlowPart(
            page=self.page, measure=next(name for name, each in MEASURES.items() if each is self.map.measure)
        )

    def show_part(self, part: GradientFlowPart) -> None:
        self.set_page(part.page)
        self.set_measure(MEASURES[part.measure])

    # ---- what it wants to know -----------------------------------------------------------------------------------

    def wanted(self) -> frozenset[Query]:
        """The signals on every page, so that their history has no holes; what a page has besides, on that one."""
        signals = SignalNow(self._flat_below)
        of_page: dict[FlowPage, Query] = {"spread": HistogramsOf(), "noise": FanOfGradients()}
        return frozenset({signals, of_page.get(self.page, signals)})

    # ---- what it is told -----------------------------------------------------------------------------------------

    def set_run(self, info: RunInfo) -> None:
        """A new run: nothing of it is known yet."""
        self._spread, self._fan, self._trouble = None, None, ""
        self._watched.begin()
        layers = info.architecture.layers
        self.bars.set_layers(layers)
        self.map.set_run(layers, info.batches_per_epoch)
        self.histograms.set_layers(layers)
        super().set_run(info)

    def show_moment(self, moment: Moment) -> None:
        """Which layer is selected, and what counts as flat."""
        self._moment = moment
        for plot in self._plots():
            plot.set_selected(moment.selection.layer if moment.selection is not None else None)
        if moment.flat_below != self._flat_below:
            self._flat_below = moment.flat_below
            self._watched.forget(Measure.SATURATION)
            self.wants_changed.emit()
        if not moment.training:
            self._refresh.flush()

    def _take(self, news: Mapping[Query, object]) -> None:
        health, spread = news.get(SignalNow(self._flat_below)), news.get(HistogramsOf())
        fan = news.get(FanOfGradients())
        if isinstance(health, SignalHealth) and self._run is not None:
            self._watched.see(health, self._run, self._is_training)
        if isinstance(spread, SpreadOfLayers):
            self._spread = spread
        if isinstance(fan, GradientFan):
            self._fan = fan
        self._trouble = next((each.reason for each in (health, spread, fan) if isinstance(each, NoAnswer)), "")

    @property
    def history(self) -> SignalHistory:
        """What has been seen of the line through time that the model is on."""
        return self._watched.history

    # ---- what the user does --------------------------------------------------------------------------------------

    def set_page(self, page: FlowPage) -> None:
        """Show another page: one of ``PAGES``."""
        if page != self.page:
            self.page = page
            self._show_page()
            self.wants_changed.emit()

    def set_measure(self, measure: Measure) -> None:
        """Show another measure over time."""
        self.map.set_measure(measure)
        self._refresh.now()

    # ---- bringing it up to date ----------------------------------------------------------------------------------

    def _show_page(self) -> None:
        self.tabs.set_key(self.page)
        self.menu.show_choice(PAGES.index(self.page), self._page_names()[self.page])
        self._refresh.now()

    def _bring_up_to_date(self) -> None:
        health, spread, fan = self._watched.last, self._spread, self._fan
        missing = (spread if self.page == "spread" else fan if self.page == "noise" else health) is None
        missing |= self.page == "time" and not self._watched.is_enough
        self._show_empty(self._empty_words() if missing or self._trouble else "")
        if self.page == "now" and health is not None:
            self.bars.show_health(health)
        if health is not None:
            role = FATE_ROLES.get(fate_of(health.signals), "text")
            self.words.set_texts(*fate_words(health.signals, self._look.numbers), colour=role)
        if self.page == "time" and health is not None:
            self.map.show_history(self.history, health.iteration)
            self.measure_choice.show_choice(self.map.measure.value, measure_name(self.map.measure))
            self.caption.set_texts(*self._notes_on_map())
        elif self.page == "noise" and fan is not None:
            self.fan.show_fan(fan)
            self.caption.set_texts(*self._notes_on_fan(fan))
            if len(fan.angles):
                cosine = written(fan.mean_cosine, self._look.numbers)
                self.words.set_texts(
                    self.tr("mean cosine with the whole gradient: {}").format(cosine),
                    self.tr("mean cosine: {}").format(cosine),
                )
        elif self.page == "spread" and spread is not None:
            self.histograms.show_spread(spread)
            examples = whole(spread.examples)
            self.caption.set_texts(
                self.tr("after the update, for {} training examples").format(examples),
                self.tr("for {} training examples").format(examples),
                self.tr("{} examples").format(examples),
            )

    def _notes_on_fan(self, fan: GradientFan) -> tuple[str, ...]:
        count, size = whole(len(fan.angles)), whole(fan.size)
        return (
            self.tr("{} batches of {}, each turned by as much as its gradient is off").format(count, size),
            self.tr("{} batches of {}, turned as they are off").format(count, size),
            self.tr("{} batches of {}").format(count, size),
        )

    def _notes_on_map(self) -> tuple[str, ...]:
        """What a viewer has to know of the map; what is hatched comes first."""
        hatched = [
            *([self.tr("hatched: 0")] if self.map.has_hatched(finite=True) else []),
            *([self.tr("crosses: not finite")] if self.map.has_hatched(finite=False) else []),
        ]
        if self.map.measure is Measure.SATURATION:
            kind = self.tr("flat: g′ < {} of its maximum").format(percent(self._flat_below, style=self._look.numbers))
        else:
            kind = self.tr("logarithmic colours")
        watched = self.tr("only what was recorded")
        short = " · ".join(hatched)
        return " · ".join([*hatched, kind, watched]), " · ".join([*hatched, kind]), short or kind, short

    def _empty_words(self) -> str:
        if self._trouble:
            return in_words(self._trouble)
        return {
            "now": self.tr(
                "Each layer's error signal δ, gradient and update appear here as bars: "
                "they show at a glance whether δ vanishes or explodes on its way back."
            ),
            "time": self.tr(
                "Each layer's signal is painted here epoch by epoch, as a row of colours. "
                "It is recorded from now on: press T with this page open."
            ),
            "spread": self.tr("Each layer's weights and activations appear here as histograms."),
            "noise": self.tr(
                "The gradients of single batches appear here as arrows: they show how far each points where the "
                "gradient of all examples does."
            ),
        }[self.page]

    def _show_empty(self, text: str) -> None:
        self.empty.setText(text)
        self.empty.setVisible(bool(text))
        of_pages: tuple[QWidget, ...] = (*self._plots(), self.fan)
        for page, plot in zip(PAGES, of_pages, strict=True):
            plot.setVisible(page == self.page and not text)
        self.words.setVisible(self.page in ("now", "noise") and not text)
        self.measure_choice.setVisible(self.page == "time" and not text)
        self.caption.setVisible(self.page != "now" and not text)

    # ---- room ----------------------------------------------------------------------------------------------------

    def _fold(self) -> None:
        """Pages as buttons where they fit, else in a menu."""
        margins = self._column.contentsMargins()
        free = self.width() - margins.left() - margins.right() - self._title.sizeHint().width()
        fits = self.tabs.sizeHint().width() + 2 * self.header.spacing() <= free
        self.tabs.setVisible(fits)
        self.menu.setVisible(not fits)

    def _space_out(self) -> None:
        px = self._look.px
        self._stack.setSpacing(px(3))
        self._caption_row.setSpacing(px(8))

    # ---- Qt ------------------------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fold()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._watched.look_away()
