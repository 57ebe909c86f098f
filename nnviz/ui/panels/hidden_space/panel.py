"""The hidden space: the examples as each layer sees them, and how easy it has made the task."""

from __future__ import annotations

import math
from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from nnviz.engine.training.record.phases import Kind
from nnviz.ui.examples.legend import DataLegend, marks_of
from nnviz.ui.examples.points import neighbour
from nnviz.ui.look.look import Look
from nnviz.ui.look.tight import tight
from nnviz.ui.names.layers import layer_name
from nnviz.ui.names.translation import in_words
from nnviz.ui.panels.hidden_space.plot import SpacePlot
from nnviz.ui.panels.hidden_space.probe_bars import ProbeBars, ProbeRow
from nnviz.ui.panels.hidden_space.words import (
    headlines,
    part_text,
    probe_caption,
    probe_tip,
    score_on,
    score_text,
    sentences,
)
from nnviz.ui.panels.live_panel import LivePanel
from nnviz.ui.panels.panel import PanelHost
from nnviz.ui.session.moment import Moment, Selection
from nnviz.ui.toolkit.claimed_keys import claims_key, meaning
from nnviz.ui.toolkit.controls import Button
from nnviz.ui.toolkit.controls.menu_button import MenuButton
from nnviz.ui.toolkit.fitting_label import FittingLabel
from nnviz.view import HiddenSpacePart, JudgedPart
from nnviz.worker.messages import RunInfo
from nnviz.worker.queries.hidden_space import HiddenSpace, Kept, Probes, ProbeScores, Spaces
from nnviz.worker.queries.query import NoAnswer, Query

WIDE = 1.1
"""From this ratio of width to height on, the bars stand beside the plot."""
SIDE = 214
LEGEND_ROWS = 2
ROOM_FOR_LEGEND = 7
"""So many times the legend's height there must be under the header, or the legend has fewer rows."""
LARGEST = 16777215
"""What Qt takes for no bound."""
PARTS: tuple[JudgedPart, ...] = ("validation", "train")
KEYS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, 1), Qt.Key.Key_Down: (0, -1)}
"""What keys do where the plot has the keyboard: go to another (example, layer)."""


class HiddenSpacePanel(LivePanel[HiddenSpacePart]):
    """A layer's picture of the examples with the warped grid, and a straight line's score in every layer.

    The layer follows the diagram (the phase that one steps to, or the unit that is selected) until the user chooses
    one.

    Half of its methods are those of any panel; the others follow the layer and share out the room.

    Signals:
        example_picked(int): The user wants to see an example: its place in the data set.
    """

    example_picked = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, self.tr("Hidden space"), parent)
        self.layer = 0
        self.part_judged: JudgedPart = PARTS[0]
        self.scores: ProbeScores | None = None
        self._followed: tuple[int, Selection | None] | None = None
        self._spaces: Spaces | NoAnswer | None = None
        self._in_view = (0, 0)
        self._kept, self._probes = Kept(), Probes()
        self.layer_choice = MenuButton(look, self.tr("Which layer is shown"))
        self.follow_button = Button(look, self.tr("follow"), kind="segment")
        self.follow_button.setCheckable(True)
        self.follow_button.setChecked(True)
        self.follow_button.setToolTip(self.tr("Show the layer that is active or selected in the diagram"))
        self.apart_button = Button(look, self.tr("apart"), kind="segment")
        self.apart_button.setCheckable(True)
        self.apart_button.setToolTip(
            self.tr("Look at more than two units along the straight line that tells the classes apart")
        )
        self.headline = FittingLabel(look, "small", align=Qt.AlignmentFlag.AlignRight)
        self.plot = SpacePlot(look)
        self.legend = DataLegend(look, items=marks_of)
        self.caption = FittingLabel(look)
        self.part_choice = MenuButton(look, self.tr("The part of the data on which the line is judged"))
        self.bars = ProbeBars(look)
        self.sentence = FittingLabel(look, "small", "text")
        self._lay_out()
        self.layer_choice.picked.connect(self._choose)
        self.bars.picked.connect(self._choose)
        self.follow_button.clicked.connect(self._on_follow)
        self.apart_button.toggled.connect(self.wants_changed)
        self.part_choice.picked.connect(self._on_part)
        self.plot.example_picked.connect(self.example_picked)
        self._start(offset=1 / 3)
        self._show_parts()

    def _lay_out(self) -> None:
        self.header.addWidget(self.layer_choice)
        self.header.addWidget(self.follow_button)
        self.header.addWidget(self.headline, 1)
        self._scroll = QScrollArea()
        self._scroll.setAccessibleName(self.tr("Layers"))
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setProperty("kind", "reached")
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(self.bars)
        self._caption_row = QHBoxLayout()
        self._caption_row.addWidget(self.caption, 1)
        self._caption_row.addWidget(self.apart_button)
        self._caption_row.addWidget(self.part_choice)
        self._side = QWidget()
        column = QVBoxLayout(self._side)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._caption_row)
        column.addWidget(self._scroll, 1)
        self._stage = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._picture = QVBoxLayout()
        self._picture.addWidget(self.plot, 1)
        self._picture.addWidget(self.legend)
        self._stage.addLayout(self._picture, 1)
        self._stage.addWidget(self.empty, 1)
        self._stage.addWidget(self._side)
        self.body.addLayout(self._stage, 1)
        self.body.addWidget(self.sentence)

    def connect_to(self, host: PanelHost) -> None:
        self.example_picked.connect(host.pin_example)

    def part(self) -> HiddenSpacePart:
        layer = None if self.follow_button.isChecked() else self.layer
        return HiddenSpacePart(layer=layer, part=self.part_judged, apart=self.apart_button.isChecked())

    def show_part(self, part: HiddenSpacePart) -> None:
        self.part_judged = part.part
        self.apart_button.setChecked(part.apart)
        followed = self.follow_button.isChecked()
        self.follow_button.setChecked(part.layer is None)
        if part.layer is not None:
            self.go_to(part.layer)
        elif not followed:
            # Where it follows already it stays until the diagram goes somewhere.
            self._on_follow(following=True)
        self._refresh.now()

    # ---- what it is told -----------------------------------------------------------------------------------------

    def wanted(self) -> frozenset[Query]:
        if self._run is None:
            return frozenset()
        return frozenset((self._picture_wanted, self._probes))

    @property
    def _picture_wanted(self) -> HiddenSpace:
        return HiddenSpace(self.layer, self._kept, apart=self.apart_button.isChecked())

    def set_run(self, info: RunInfo) -> None:
        hidden = info.architecture.layers - 1
        other = self._run is None or self._run.architecture.widths != info.architecture.widths
        self._followed = self._spaces = self.scores = None
        if other:
            self.layer = hidden
        self.layer_choice.set_choices([(layer, layer_name(layer, hidden + 1)) for layer in range(hidden + 1)])
        self.plot.set_run(info)
        self.legend.set_run(info)
        super().set_run(info)

    def show_moment(self, moment: Moment) -> None:
        self._moment = moment
        if self.follow_button.isChecked():
            self._follow(moment)
        self._draw_soon()

    def _take(self, news: Mapping[Query, object]) -> None:
        # The picture of the layer before stays until that of this one has come.
        spaces, scores = news.get(self._picture_wanted), news.get(self._probes)
        if isinstance(spaces, Spaces | NoAnswer):
            self._spaces = spaces
        if isinstance(scores, ProbeScores):
            self.scores = scores

    # ---- which layer ---------------------------------------------------------------------------------------------

    def go_to(self, layer: int) -> None:
        """Show a layer."""
        if layer != self.layer:
            self.layer = layer
            self._refresh.now()
            self.wants_changed.emit()

    def _choose(self, layer: int) -> None:
        self.follow_button.setChecked(False)
        self.go_to(layer)

    def _on_follow(self, following: bool) -> None:
        if following and self._moment is not None:
            self._go_along(self._moment)

    def _follow(self, moment: Moment) -> None:
        """Go where the diagram went, once it goes somewhere."""
        followed, self._followed = self._followed, (moment.phase_index, moment.selection)
        if followed is None or followed == self._followed:
            return
        if moment.selection is not None and moment.selection != followed[1]:
            self._go_along(moment, moment.selection.layer)
        elif moment.phase_index != followed[0] and not moment.training:
            self._go_along(moment)

    def _go_along(self, moment: Moment, layer: int | None = None) -> None:
        last = moment.record.architecture.layers - 1
        if layer is None:
            kind = moment.phase.kind
            if kind is Kind.UPDATE:
                return
            layer = last if kind is Kind.LOSS else moment.phase.layer
        # The output has no space of its own here: it reads that of the last hidden layer.
        self.go_to(min(layer, last))

    # ---- bringing it up to date ----------------------------------------------------------------------------------

    def _bring_up_to_date(self) -> None:
        run, spaces, style = self._run, self._spaces, self._look.numbers
        known = run is not None and isinstance(spaces, Spaces)
        self._show_parts()
        if run is None:
            return
        self.layer_choice.show_choice(self.layer, layer_name(self.layer, run.architecture.layers))
        if known:
            assert isinstance(spaces, Spaces)
            shown = self.plot.spaces
            if spaces is not shown:
                moving = shown is not None and shown.here.layer != spaces.here.layer
                self.plot.show_spaces(spaces, moving and not self._look.reduced_motion and self.isVisible())
            if self._moment is not None:
                self.plot.show_moment(self._moment)
            self.headline.set_texts(*headlines(run, spaces.here, len(spaces.examples), style))
        else:
            self.headline.set_texts("")
        if self.scores is not None:
            self._show_scores(run, self.scores)

    def _show_scores(self, run: RunInfo, scores: ProbeScores) -> None:
        part, style = self._judged_on(run), self._look.numbers
        tips = [probe_tip(run, scores, layer, part, style) for layer in range(len(scores.trained))]
        rows = []
        for layer, (now, first) in enumerate(zip(scores.trained, scores.untrained, strict=True)):
            both = (score_on(now, part), score_on(first, part))
            texts = (score_text(run, both[0], style), score_text(run, both[1], style))
            rows.append(ProbeRow(layer, layer_name(layer, run.architecture.layers), *both, texts, tips[layer]))
        guess = score_on(scores.guess, part)
        self.bars.show_rows(rows, self.layer, guess)
        self._bring_row_into_view()
        trained = [row.trained for row in rows]
        self.sentence.set_texts(*sentences(run, self.layer, trained, style))
        self.caption.set_texts(*probe_caption(run))
        spaces = self._spaces
        plane = isinstance(spaces, Spaces) and spaces.here.units == 2 and spaces.here.layer == self.layer
        two = run.examples.classes == 2
        seen = spaces.here.line if isinstance(spaces, Spaces) else None
        self.plot.show_line(scores.probes[self.layer] if plane and two else seen)

    def _bring_row_into_view(self) -> None:
        """When another row is selected; where the user has scrolled to since is left alone."""
        in_view = (self.layer, len(self.bars.rows))
        if in_view != self._in_view:
            self._in_view = in_view
            self._fold()
            box = self.bars.selected_box()
            if box is not None:
                self._scroll.ensureVisible(0, round(box.center().y()), 0, math.ceil(box.height() / 2))

    def _judged_on(self, run: RunInfo) -> str:
        return self.part_judged if len(run.examples.validation) else "train"

    def _show_parts(self) -> None:
        """Show what there is something to say of, and words in place of the rest."""
        run, spaces = self._run, self._spaces
        text = ""
        if run is None:
            text = self.tr(
                "The examples appear here as each layer sees them, with the grid of the input bent along with them."
            )
        elif isinstance(spaces, NoAnswer):
            text = self.tr("No picture: {}.").format(in_words(spaces.reason))
        elif spaces is None:
            text = self.tr("The layer's picture is being computed.")
        self.empty.setText(text)
        self.empty.setVisible(bool(text))
        self.plot.setVisible(not text)
        self.legend.setVisible(not text)
        self.layer_choice.setVisible(run is not None)
        self.follow_button.setVisible(run is not None)
        many = run is not None and run.architecture.widths[self.layer] > 2
        self.apart_button.setVisible(many and run is not None and run.examples.classes == 2)
        self._side.setVisible(self.scores is not None)
        self._fold()
        self.sentence.setVisible(self.scores is not None)
        if run is not None:
            parts = [place for place, name in enumerate(PARTS) if len(run.examples.part(name))]
            if self.part_choice.choices() != parts:
                self.part_choice.set_choices([(place, part_text(PARTS[place])) for place in parts])
            self._name_part()
            self.part_choice.setVisible(len(parts) > 1)

    def _name_part(self) -> None:
        """The part that is judged on, in a shorter word where the bars beside the plot are narrow."""
        if self._run is not None:
            judged = self._judged_on(self._run)
            narrow = self._is_wide and self._width_beside < self._look.px(SIDE)
            self.part_choice.show_choice(PARTS.index(judged), part_text(judged, narrow))

    def _on_part(self, place: int) -> None:
        self.part_judged = PARTS[place]
        self._refresh.now()

    # ---- room ----------------------------------------------------------------------------------------------------

    @property
    def _is_wide(self) -> bool:
        """Whether the bars stand beside the plot."""
        return self.width() >= WIDE * self.height()

    @property
    def _width_beside(self) -> int:
        """How wide they are there."""
        return min(self._look.px(SIDE), round(0.38 * self.width()))

    def _fold(self) -> None:
        """The bars beside the plot, or under it where the panel is high and narrow."""
        direction = QBoxLayout.Direction.LeftToRight if self._is_wide else QBoxLayout.Direction.TopToBottom
        self._stage.setDirection(direction)
        self._name_part()
        if self._is_wide:
            self._side.setMinimumHeight(0)
            self._side.setMaximumHeight(LARGEST)
            self._side.setFixedWidth(self._width_beside)
        else:
            self._side.setMinimumWidth(0)
            self._side.setMaximumWidth(LARGEST)
            row, column = self._caption_row, self._side.layout()
            assert column is not None
            frame = 2 * self._scroll.frameWidth()
            needed = row.sizeHint().height() + column.spacing() + frame + self.bars.minimumHeight()
            self._side.setFixedHeight(min(needed, round(0.42 * self.height())))

        self._give_legend_room()

    def _give_legend_room(self) -> None:
        """As many of its rows as leave the plot enough height."""
        margins = self._column.contentsMargins()
        width = self.width() - margins.left() - margins.right()
        if self._stage.direction() == QBoxLayout.Direction.LeftToRight and not self._side.isHidden():
            width -= self._side.maximumWidth() + self._stage.spacing()
        most = min(LEGEND_ROWS * self.legend.row, self.height() / ROOM_FOR_LEGEND)
        self.legend.setFixedHeight(self.legend.height_within(width, math.ceil(most)))

    def _space_out(self) -> None:
        px = self._look.px
        self._picture.setSpacing(px(4))
        self._stage.setSpacing(px(14))
        self.header.setSpacing(px(6))
        # As low as the menu beside it.
        self.follow_button.setStyleSheet(tight(self._look, 6, least=18))
        self._caption_row.setSpacing(px(4))
        self._caption_row.setContentsMargins(px(7), 0, 0, 0)
        column = self._side.layout()
        assert column is not None
        column.setSpacing(px(2))

    # ---- Qt ------------------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        claimed = claims_key(event, lambda key: self.plot.hasFocus() and meaning(key, KEYS) is not None)
        return claimed or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        run, step = self._run, meaning(event, KEYS)
        if step is None or run is None or not self.plot.hasFocus():
            super().keyPressEvent(event)
            return
        examples, layers = step
        if layers:
            self._choose(min(max(self.layer + layers, 0), run.architecture.layers - 1))
            return
        shown = self._moment.shown_example if self._moment is not None else None
        self.example_picked.emit(neighbour(run.examples.train, shown, examples))
