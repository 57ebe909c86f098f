"""Why is this gradient what it is? The chain rule of a weight or bias, factor by factor and path by path."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nnviz.engine.analysis.chain_rule import ChainRule, Path
from nnviz.ui.diagram.highlight import NO_HIGHLIGHT, Highlight
from nnviz.ui.look.look import Look
from nnviz.ui.look.numbers import written
from nnviz.ui.panels.explain.asking import AskingPage
from nnviz.ui.panels.explain.factor_tiles import MOST_LINES, FactorTiles
from nnviz.ui.panels.explain.factor_words import FactorWords, factor_words, highlight_of_path
from nnviz.ui.panels.explain.path_bars import PathBars
from nnviz.ui.panels.explain.path_sum import gradient_symbol, notes_on, rows_of, sentence_at_rest, tiles_of
from nnviz.ui.panels.explain.roomy_look import RoomyLook
from nnviz.ui.panels.panel import PanelHost
from nnviz.ui.session.moment import Moment, Selection
from nnviz.ui.toolkit.controls import Text
from nnviz.ui.toolkit.fitting_label import FittingLabel
from nnviz.ui.toolkit.scrolling import scrolling
from nnviz.worker.questions import Question, WhyGradient

WIDE = 430
"""From this width on, at scale 1, there is room for a sentence."""
UPRIGHT = 1.1
MOST_LINES_UPRIGHT = 4
"""A page that is higher than this share of its width has room for so many lines of whole tiles."""


class ChainRulePage(AskingPage):
    """The gradient of the selected weight, or of a selected unit's bias, as a product along each path to the loss.

    Half of its methods find the largest type with which tiles, paths and notes have room; all of them are one page.

    Signals:
        selection_changed(Selection): The user clicked on a factor: its unit or weight.
        highlight_changed(Highlight): What is pointed at: it is to stand out in the diagram, or nothing any more.
    """

    kind = WhyGradient

    selection_changed = Signal(object)
    highlight_changed = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        self._roomy = look = RoomyLook(look)
        super().__init__(look, parent)
        look.setParent(self)
        self._shown: tuple[WhyGradient, ChainRule, Moment] | None = None
        self._path: tuple[int, ...] = ()
        self._grown: object = None
        self._highlight = NO_HIGHLIGHT
        self.tiles = FactorTiles(look)
        self.sentence = FittingLabel(look, "small")
        self.bars = PathBars(look)
        self.total = PathBars(look)
        self.legend = Text(look, role="small", tone="muted")
        self.notes = Text(look, role="small", tone="muted")
        self._lay_out()
        self.tiles.pointed.connect(self._on_factor_pointed)
        self.tiles.picked.connect(self._on_factor_picked)
        self.bars.pointed.connect(self._on_path_pointed)
        self.bars.picked.connect(self._on_path_picked)
        look.changed.connect(self._on_look)
        self._on_look()
        self._show_empty()

    def _lay_out(self) -> None:
        self._content = content = QWidget()
        content.setProperty("surface", "plain")
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.tiles, self.bars, self.legend):
            self._column.addWidget(widget)
        self._column.addStretch(1)
        self.scroll_area = scrolling(content, self._edges)
        self.scroll_area.viewport().installEventFilter(self)
        # The sum stays in view however many paths there are.
        self.total.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._total_row = QHBoxLayout()
        self._total_row.addWidget(self.total)
        self._sum = QVBoxLayout()
        self._sum.setSpacing(0)
        self._sum.addWidget(self.scroll_area, 1)
        self._sum.addLayout(self._total_row)
        self._sum.addWidget(self.notes)
        self._sum.addStretch(0)
        for text in (self.legend, self.notes):
            text.setWordWrap(True)
        self._page.addLayout(self._sum, 1)
        self._page.addWidget(self.sentence)
        self._page.addWidget(self.empty, 1)

    def connect_to(self, host: PanelHost) -> None:
        super().connect_to(host)
        self.selection_changed.connect(host.select)
        self.highlight_changed.connect(host.highlight)

    # ---- what it is told -----------------------------------------------------------------------------------------

    def show_answer(self, question: Question, answer: object) -> None:
        """Show the answer, if it is to the latest question."""
        if not self._is_latest(question) or self._moment is None:
            return
        if isinstance(question, WhyGradient) and isinstance(answer, ChainRule):
            self._shown = question, answer, self._moment
            self._show()

    @property
    def path(self) -> Path | None:
        """The path that is spelled out."""
        if self._shown is None:
            return None
        rule = self._shown[1]
        return next((path for path in rule.paths if path.units == self._path), rule.paths[0])

    @property
    def highlight(self) -> Highlight:
        """What is pointed at."""
        return self._highlight

    # ---- bringing it up to date ----------------------------------------------------------------------------------

    def _show_empty(self) -> None:
        self._shown = None
        selection = self._moment.selection if self._moment is not None else None
        if selection is not None and selection.layer == 0:
            text = self.tr("Nothing leads to an input, so it has no weight of its own. Click a line that leaves it.")
        else:
            text = self.tr(
                "Click a weight in the diagram, a line between two units, to see its gradient taken apart, factor by "
                "factor from the loss back to it. Click a unit to see its bias."
            )
        self.empty.setText(text)
        self._show_parts(full=False)
        self._show_highlight(NO_HIGHLIGHT)

    def _show_parts(self, full: bool) -> None:
        self.empty.setVisible(not full)
        # An empty sum takes no room beside the sentence that stands for it.
        self._page.setStretchFactor(self._sum, int(full))
        for widget in (self.title, self.place, self.scroll_area):
            widget.setVisible(full)
        self.total.setVisible(full and bool(self.total.rows))
        self.notes.setVisible(full and bool(self.notes.text()))
        self._fold()

    def _show(self) -> None:
        shown, path = self._shown, self.path
        if shown is None or path is None:
            return
        question, rule, moment = shown
        record, style = question.record, self._look.numbers
        self._path = path.units
        symbol = gradient_symbol(record, rule)
        gradient = f"{symbol} = {written(rule.gradient, style, plus=True)}"
        self.title.set_texts(self.tr("Why is {}?").format(gradient), gradient, symbol)
        self._show_place()
        self.tiles.show_tiles(*tiles_of(record, rule, path, style, self._names))
        rows = rows_of(record, rule, style, self._names)
        paths, total = (rows[:-1], rows[-1:]) if len(rows) > 1 else ([], [])
        self.bars.show_rows(paths, rule.paths.index(path), beside=total)
        self.total.show_rows(total, beside=paths)
        self.bars.setVisible(bool(paths))
        words = [factor_words(record, rule, path, factor, self._names) for factor in path.factors]
        self.legend.setText("\n".join(f"{each.name}   {each.sentence}" for each in words))
        self.legend.setVisible(len(rows) == 1)
        self._show_sentence()
        notes = notes_on(rule, moment, style)
        self.notes.setText("\n".join(notes))
        self._show_parts(full=True)
        self._fill((len(path.factors), len(rows), len(notes)))

    def _show_place(self) -> None:
        if self._shown is not None:
            self._say_place(self._shown[2], self.width() >= self._look.px(WIDE))

    def _show_sentence(self) -> None:
        """About the factor that is pointed at; else how the product and the gradient hang together."""
        words, path = self._words(self.tiles.current), self.path
        if words is not None:
            self.sentence.set_texts(words.sentence)
        elif self._shown is not None and path is not None:
            self.sentence.set_texts(*sentence_at_rest(self._shown[0].record, self._shown[1], path))
        else:
            self.sentence.set_texts("")

    def _words(self, factor: int) -> FactorWords | None:
        path = self.path
        if self._shown is None or path is None or not 0 <= factor < len(path.factors):
            return None
        question, rule, _ = self._shown
        return factor_words(question.record, rule, path, path.factors[factor], self._names)

    # ---- what the user does --------------------------------------------------------------------------------------

    def _on_factor_pointed(self, place: int) -> None:
        words = self._words(place)
        self._show_sentence()
        self._show_highlight(words.highlight if words is not None else NO_HIGHLIGHT)

    def _on_factor_picked(self, place: int) -> None:
        words = self._words(place)
        if words is None or len(words.highlight.units) + len(words.highlight.edges) != 1:
            return
        if words.highlight.edges:
            self.selection_changed.emit(Selection(*words.highlight.edges[0]))
        elif words.highlight.units[0][0] > 0:
            self.selection_changed.emit(Selection(*words.highlight.units[0]))

    def _on_path_pointed(self, place: int) -> None:
        if self._shown is not None and 0 <= place < len(self._shown[1].paths):
            rule = self._shown[1]
            self._show_highlight(highlight_of_path(rule, rule.paths[place]))
        else:
            self._show_highlight(NO_HIGHLIGHT)

    def _on_path_picked(self, place: int) -> None:
        if self._shown is not None:
            self._path = self._shown[1].paths[place].units
            self._show()
            box = self.bars.box_of(place)
            centre = self.bars.mapTo(self._content, box.center().toPoint())
            self.scroll_area.ensureVisible(0, centre.y(), 0, round(box.height()))

    def _show_highlight(self, highlight: Highlight) -> None:
        if highlight != self._highlight:
            self._highlight = highlight
            self.highlight_changed.emit(highlight)

    # ---- room ----------------------------------------------------------------------------------------------------

    def _on_look(self) -> None:
        px = self._look.px
        self._space_out()
        self._column.setSpacing(px(8))
        self.notes.setContentsMargins(0, px(8), 0, 0)
        self._fold()
        if not self._roomy.growing:
            self._grown = None
            self._show()

    def _fold(self) -> None:
        """The sentence is for where there is room; tool tips say the same."""
        upright = self.height() > UPRIGHT * self.width()
        self.tiles.set_most_lines(MOST_LINES_UPRIGHT if upright else MOST_LINES)
        told = self.empty.isVisibleTo(self) or self.legend.isVisibleTo(self._content)
        self.sentence.setVisible(not told)
        wide = self.width() * self._roomy.growth >= self._look.px(WIDE)
        self.sentence.setVisible(not told and wide and self._wanted_height() <= self.height())
        self._show_place()
        # The sum is right under the last path.
        self.scroll_area.setMaximumHeight(max(self._content_height(self.width()), 1))
        # Left to itself, a scroll bar that makes text take one more line would be needed only because it is there.
        is_whole = self._wanted_height() <= self.height()
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if is_whole else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.scroll_area.setVerticalScrollBarPolicy(policy)

    def _edges(self) -> list[tuple[float, float]]:
        """Where paths begin and end, and what is above and below them."""
        top, boxes = self.bars.y(), map(self.bars.box_of, range(len(self.bars.rows)))
        others = (each.geometry() for each in (self.tiles, self.legend) if each.isVisibleTo(self._content))
        return [
            *((top + box.top(), top + box.bottom()) for box in boxes),
            *((float(place.top()), float(place.bottom() + 1)) for place in others),
        ]

    @property
    def _room(self) -> int:
        return max(self.scroll_area.viewport().width(), 1)

    def _content_height(self, width: int) -> int:
        # Type may be another since the layout was last asked.
        self._column.invalidate()
        return self._column.totalHeightForWidth(width)

    def _wanted_height(self) -> int:
        """What everything takes together."""
        notes = self.notes.heightForWidth(self.width()) if self.notes.isVisibleTo(self) else 0
        total = self.total.sizeHint().height() if self.total.isVisibleTo(self) else 0
        parts = [
            self.title.sizeHint().height(),
            self._content_height(self.width()) + total + notes,
            self.sentence.sizeHint().height() if self.sentence.isVisibleTo(self) else 0,
        ]
        return sum(parts) + (sum(map(bool, parts)) - 1) * self._page.spacing()

    def _fill(self, shape: tuple[int, ...]) -> None:
        """Take larger type where there is room to spare: anew where more or less is shown, else only smaller."""
        grown = (*shape, self.size().toTuple(), self._look.numbers)
        if grown != self._grown or (self._roomy.growth > 1.0 and not self._fits()):
            self._grown = grown
            self._roomy.fill(self._fits)
            self._fold()

    def _fits(self) -> bool:
        cut = self.tiles.is_brief(self.width()) or self.bars.is_cut or self.total.is_cut
        return not cut and self._wanted_height() <= self.height()

    # ---- Qt ------------------------------------------------------------------------------------------------------

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._show_highlight(NO_HIGHLIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()
        if self._look.presenting:
            self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.scroll_area.viewport() and event.type() is QEvent.Type.Resize:
            # In line with the paths, whether they have a scroll bar or not.
            self._total_row.setContentsMargins(0, 0, self.scroll_area.width() - self._room, 0)
        return super().eventFilter(watched, event)
