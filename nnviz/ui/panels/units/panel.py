"""The units panel: what each unit has learned, as large as it fits, and what layers without an activation come to."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from nnviz.engine.analysis.unit_answers import Exciting, MeanAnswers
from nnviz.engine.analysis.unit_curves import UnitCurves
from nnviz.ui.look.look import Look
from nnviz.ui.look.numbers import NumberStyle, short
from nnviz.ui.names.layers import layer_name
from nnviz.ui.names.symbols import Names
from nnviz.ui.names.translation import in_words
from nnviz.ui.panels.live_panel import FollowedLayer, LivePanel
from nnviz.ui.panels.panel import PanelHost
from nnviz.ui.panels.units.curves import UnitCurvesView
from nnviz.ui.panels.units.maps import UnitMaps, picked_unit
from nnviz.ui.panels.units.one_matrix import OneMatrixView
from nnviz.ui.panels.units.pages import Page, groups_of, has_pixels, layers_of, page_of, run_name, runs_of
from nnviz.ui.panels.units.pictures import UnitPictures
from nnviz.ui.session.moment import Moment, Selection
from nnviz.ui.toolkit.claimed_keys import claims_key, meaning
from nnviz.ui.toolkit.controls import Button
from nnviz.ui.toolkit.controls.menu_button import MenuButton
from nnviz.ui.toolkit.fitting_label import FittingLabel
from nnviz.ui.toolkit.plots.sign_legend import SignLegend
from nnviz.ui.toolkit.scrolling import scrolling
from nnviz.ui.toolkit.tints import colour_range
from nnviz.view import UnitsPart
from nnviz.worker.messages import RunInfo
from nnviz.worker.queries.query import NoAnswer, Query
from nnviz.worker.queries.units import CollapsedRuns, CurvesOf, MeansByGroup, MostExciting

POINTS = 161
EXAMPLES = 5
FINE_POINTS, COARSE_POINTS, FINE_UNITS = 80, 16, 64
"""Points along each side of a map: the diagram's may be few, where it is small; and of how many units so many."""
WIDTH_FOR_LEGEND = 380
"""Under this width (at scale 1) the legend gives its room to the choices."""
KEYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
"""What keys do where a picture has the keyboard: select the unit before or after."""


class UnitsPanel(LivePanel[UnitsPart]):
    """A layer's units: maps over two inputs, curves over one, weights of pixels, or else means by class.

    Signals:
        selection_changed(Selection): The user picked a unit.
    """

    selection_changed = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, self.tr("Units"), parent)
        self._followed = FollowedLayer()
        self.matrix_run = 0
        self.matrix_button = Button(look, self.tr("One matrix"), kind="segment")
        self.matrix_button.setCheckable(True)
        self.matrix_button.setToolTip(self.tr("Linear layers in a row, multiplied into one matrix"))
        self.layer_choice = MenuButton(look, self.tr("Which layer is shown"))
        self.headline = FittingLabel(look, "small", align=Qt.AlignmentFlag.AlignRight)
        self.legend = SignLegend(look)
        self.maps = UnitMaps(look)
        self.curves = UnitCurvesView(look)
        self.pictures = UnitPictures(look)
        self.matrix = OneMatrixView(look)
        self._stack = QStackedWidget()
        self._scroll = scrolling(self.maps)
        for widget in (self.empty, self._scroll, self.curves, self.pictures, self.matrix):
            self._stack.addWidget(widget)
        self.header.addWidget(self.layer_choice)
        self.header.addWidget(self.headline, 1)
        self.header.addWidget(self.legend)
        self.header.addWidget(self.matrix_button)
        self.body.addWidget(self._stack, 1)
        self.layer_choice.picked.connect(self._on_layer)
        self.matrix_button.toggled.connect(self._on_page)
        for view in (self.maps, self.curves, self.pictures):
            view.picked.connect(self.selection_changed)
        self._start(offset=0.6)
        self._pictures = (self.maps, *self.curves.plots, self.pictures.weights, self.pictures.means)
        for picture in self._pictures:
            picture.installEventFilter(self)
        self._show_empty(self.tr("Each unit shows here what it has learned, once there is a network."))

    def connect_to(self, host: PanelHost) -> None:
        self.selection_changed.connect(host.select)

    def part(self) -> UnitsPart:
        return UnitsPart(layer=self._followed.chosen, matrix=self.matrix_button.isChecked(), run=self.matrix_run)

    def show_part(self, part: UnitsPart) -> None:
        self._followed.chosen, self.matrix_run = part.layer, part.run
        if self._run is not None:
            self.matrix_run = min(self.matrix_run, max(len(runs_of(self._run)) - 1, 0))
        self.matrix_button.setChecked(part.matrix)
        self._on_page()

    @property
    def layer(self) -> int:
        """The layer that is shown."""
        return self._followed.layer

    # ---- what it wants to know -----------------------------------------------------------------------------------

    def wanted(self) -> frozenset[Query]:
        if self._run is None:
            return frozenset()
        match self.page:
            case Page.MAPS:
                return frozenset()
            case Page.CURVES:
                return frozenset({CurvesOf(POINTS)})
            case Page.MATRIX:
                return frozenset({CollapsedRuns()})
            case page:
                findings: set[Query] = set()
                if page is Page.MEANS:
                    findings.add(MeansByGroup(self.layer))
                if has_pixels(self._run):
                    findings.add(self._exciting)
                return frozenset(findings)

    @property
    def page(self) -> Page:
        """What is shown."""
        assert self._run is not None
        if self.matrix_button.isChecked() and runs_of(self._run):
            return Page.MATRIX
        return page_of(self._run, self.layer)

    @property
    def selected(self) -> Selection | None:
        """The unit that is selected, of whatever layer."""
        return picked_unit(self._moment.selection) if self._moment is not None else None

    @property
    def chosen(self) -> int:
        """The unit of the layer that more is said about: the selected one, or else the first."""
        selected = self.selected
        return selected.unit if selected is not None and selected.layer == self.layer else 0

    @property
    def _exciting(self) -> MostExciting:
        return MostExciting(self.layer, self.chosen, EXAMPLES)

    # ---- what it is told -----------------------------------------------------------------------------------------

    def set_run(self, info: RunInfo) -> None:
        self._followed.follow(None)
        self._followed.set_layers(layers_of(info))
        self.matrix_run = min(self.matrix_run, max(len(runs_of(info)) - 1, 0))
        self.maps.set_run(info)
        self.curves.set_run(info)
        self.pictures.set_run(info)
        self.matrix.set_run(info)
        super().set_run(info)
        units = sum(info.architecture.widths[1:])
        self.map_points = FINE_POINTS if units <= FINE_UNITS else COARSE_POINTS

    def show_moment(self, moment: Moment) -> None:
        before = self.wanted()
        self._moment = moment
        self._followed.follow(moment.selection)
        if self.wanted() != before:
            self.wants_changed.emit()
        self._draw_soon()

    # ---- bringing it up to date ----------------------------------------------------------------------------------

    def _bring_up_to_date(self) -> None:
        run = self._run
        if run is None:
            return
        page = self.page
        self._show_header(run, page)
        answers = (self._found.get(finding) for finding in self.wanted())
        problem = next((each for each in answers if isinstance(each, NoAnswer)), None)
        if problem is not None:
            self._show_empty(self.tr("Nothing to show here: {}").format(in_words(problem.reason)))
            return
        shown = {
            Page.MAPS: self._show_maps,
            Page.CURVES: self._show_curves,
            Page.MATRIX: self._show_matrix,
        }.get(page, self._show_pictures)(run)
        if not shown:
            self._show_empty(self.tr("Computing …"))

    def _show_maps(self, run: RunInfo) -> bool:
        moment = self._moment
        if moment is None or moment.maps is None:
            return False
        self.maps.show_layer(moment, self.layer)
        style = NumberStyle(2, self._look.numbers.decimal_sign)
        low, high = colour_range(moment.maps, moment.record.architecture, self.layer)
        self.legend.set_ends(short(low, style), short(high, style))
        if self.selected is None:
            self.headline.set_texts(self.tr("click a unit to see the data over it"), "")
        else:
            self.headline.set_texts(self.tr("training data over the selected unit"), "")
        self._stack.setCurrentWidget(self._scroll)
        return True

    def _show_curves(self, run: RunInfo) -> bool:
        found = self._found.get(CurvesOf(POINTS))
        if not isinstance(found, UnitCurves):
            return False
        self.curves.show_curves(found, self.layer, self.selected)
        pieces = found.pieces
        if pieces is None:
            self.headline.set_texts("")
        elif pieces == 1:
            self.headline.set_texts(self.tr("ŷ is 1 straight piece"), self.tr("1 piece"))
        else:
            self.headline.set_texts(
                self.tr("ŷ has {} straight pieces").format(pieces), self.tr("{} pieces").format(pieces)
            )
        self._stack.setCurrentWidget(self.curves)
        return True

    def _show_pictures(self, run: RunInfo) -> bool:
        moment, architecture = self._moment, run.architecture
        if moment is None:
            return False
        if self.page is Page.WEIGHTS:
            self.pictures.show_weights(moment)
            style = NumberStyle(2, self._look.numbers.decimal_sign)
            largest = self.pictures.weights.largest
            self.legend.set_ends(f"− {short(largest, style)}", f"+ {short(largest, style)}")
            self.headline.set_texts(self.tr("each unit's weights, pixel by pixel"), self.tr("weights"))
        else:
            means = self._found.get(MeansByGroup(self.layer))
            if not isinstance(means, MeanAnswers):
                return False
            names = [Names(architecture).unit(self.layer, unit) for unit in range(architecture.widths[self.layer])]
            chosen = self.selected
            marked = chosen.unit if chosen is not None and chosen.layer == self.layer else None
            self.pictures.show_means(means.means.T, self.layer, names, groups_of(run, self._look), marked)
            if run.examples.classes:
                self.headline.set_texts(self.tr("mean activation for each class"), self.tr("mean by class"))
            else:
                self.headline.set_texts(
                    self.tr("mean activation for each third of the targets"), self.tr("mean by third")
                )
        found = self._found.get(self._exciting)
        name = Names(architecture).unit(self.layer, self.chosen)
        self.pictures.show_exciting(found if isinstance(found, Exciting) else None, name, has_pixels(run))
        self._stack.setCurrentWidget(self.pictures)
        return True

    def _show_matrix(self, run: RunInfo) -> bool:
        found = self._found.get(CollapsedRuns())
        if not isinstance(found, tuple) or not found:
            return False
        self.matrix.show_matrix(found[min(self.matrix_run, len(found) - 1)], self._moment)
        count = self.matrix.collapsed_layers
        self.headline.set_texts(
            self.tr("{} linear layers do what one does").format(count), self.tr("{} layers are one").format(count), ""
        )
        self._stack.setCurrentWidget(self.matrix)
        return True

    def _show_header(self, run: RunInfo, page: Page) -> None:
        runs = runs_of(run)
        self.matrix_button.setVisible(bool(runs))
        has_room = self.width() >= self._look.px(WIDTH_FOR_LEGEND)
        self.legend.setVisible(page in (Page.MAPS, Page.WEIGHTS) and has_room)
        if page is Page.MATRIX:
            choices = [(place, run_name(*each)) for place, each in enumerate(runs)]
            key = self.matrix_run
        else:
            choices = [(layer, layer_name(layer, run.architecture.layers)) for layer in layers_of(run)]
            key = self.layer
        if [each for each, _ in choices] != self.layer_choice.choices() or page is Page.MATRIX:
            self.layer_choice.set_choices(choices)
        self.layer_choice.show_choice(key, dict(choices)[key])
        self.layer_choice.setVisible(len(choices) > 1)
        self.headline.show()

    def _show_empty(self, text: str) -> None:
        self.empty.setText(text)
        self._stack.setCurrentWidget(self.empty)
        if self._run is None:
            for widget in (self.layer_choice, self.headline, self.legend, self.matrix_button):
                widget.hide()

    def _fold(self) -> None:
        # What there is room for is decided with what is shown.
        self._refresh.now()

    # ---- what the user does --------------------------------------------------------------------------------------

    def _on_layer(self, key: int) -> None:
        if self._run is not None and self.page is Page.MATRIX:
            self.matrix_run = key
        else:
            self._followed.chosen = key
        self._on_page()

    def _on_page(self) -> None:
        self.wants_changed.emit()
        self._refresh.now()

    def _units(self) -> list[Selection]:
        """The units on screen, in their order."""
        if self._run is None or self.page is Page.MATRIX:
            return []
        if self.page is Page.MAPS:
            return [cell.place for cell in self.maps.cells]
        widths = self._run.architecture.widths
        return [Selection(self.layer, unit) for unit in range(widths[self.layer])]

    def _step(self, by: int) -> None:
        units = self._units()
        if units:
            at = units.index(self.selected) if self.selected in units else (-1 if by > 0 else 0)
            self.selection_changed.emit(units[(at + by) % len(units)])

    # ---- Qt ------------------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrow keys where a picture has the keyboard: before an area that scrolls takes them."""
        if isinstance(event, QKeyEvent) and watched in self._pictures:
            by = meaning(event, KEYS)
            if claims_key(event, lambda key: by is not None):
                return True
            if by is not None and event.type() == QEvent.Type.KeyPress:
                if watched is self.maps and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
                    by *= self.maps.columns
                self._step(by)
                return True
        return super().eventFilter(watched, event)
