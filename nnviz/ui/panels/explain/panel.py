"""Why a number is what it is: the pages of explanations, one of them open at a time."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLayout, QStackedWidget, QWidget

from nnviz.ui.diagram.highlight import NO_HIGHLIGHT
from nnviz.ui.look.look import Look
from nnviz.ui.names.translation import translate
from nnviz.ui.panels.explain.page import Page
from nnviz.ui.panels.explain.table import PAGES
from nnviz.ui.panels.panel import Panel, PanelHost
from nnviz.ui.session.moment import Moment, Selection
from nnviz.ui.toolkit.controls import Segmented
from nnviz.ui.toolkit.controls.menu_button import MenuButton
from nnviz.view import PageName
from nnviz.worker.explainer import Explained
from nnviz.worker.messages import Failure, RunInfo

ROWS = {row.id: row for row in PAGES}


class ExplainPanel(Panel[PageName]):
    """The explanations of what is picked. Picking a unit where a weight was explained opens a page about units.

    A page is made when it is first opened, and hears of nothing while it is not seen.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self.setAccessibleName(self.tr("Explanations"))
        self._run: RunInfo | None = None
        self._moment: Moment | None = None
        self._host: PanelHost | None = None
        self._pages: dict[PageName, Page] = {}
        self._key: PageName = PAGES[0].id
        self._last: dict[str, PageName] = {row.about: row.id for row in reversed(PAGES)}
        self._picked: Selection | None = None
        self.tabs = Segmented(look, list(self._names().items()), name=self.tr("Explanation"))
        self.menu = MenuButton(look, self.tr("Which explanation is shown"))
        self.menu.set_choices(list(enumerate(self._names().values())))
        self._show_key()
        self._stack = QStackedWidget()
        # The tabs are exchanged for a list where they have no room; they must not hold the panel open.
        self._column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.header.insertWidget(0, self.tabs)
        self.header.insertWidget(1, self.menu)
        self.header.addStretch(1)
        self.body.addWidget(self._stack, 1)
        self.tabs.picked.connect(self.open)
        self.menu.picked.connect(lambda place: self.open(PAGES[place].id))
        look.changed.connect(self._fit_tabs)
        self._fit_tabs()

    @staticmethod
    def _names() -> dict[PageName, str]:
        return {row.id: translate("ExplainPanel", str(row.title)) for row in PAGES}

    def connect_to(self, host: PanelHost) -> None:
        self._host = host
        host.answered.connect(self._on_answer)

    def part(self) -> PageName:
        return self._key

    def show_part(self, part: PageName) -> None:
        self.open(part)

    # ---- what it is told -----------------------------------------------------------------------------------------

    def set_run(self, info: RunInfo) -> None:
        """A new run: nothing of it is known yet."""
        self._run, self._moment = info, None
        for page in self._pages.values():
            page.set_run(info)

    def show_moment(self, moment: Moment) -> None:
        """Explain this moment."""
        self._moment = moment
        if moment.selection != self._picked:
            self._picked = moment.selection
            self._follow(moment.selection)
        if self.isVisible():
            self.page.show_moment(moment)

    def open(self, key: PageName) -> None:
        """Open a page."""
        self._key = key
        self._last[ROWS[key].about] = key
        self._show_key()
        if self._host is not None:
            self._host.highlight(NO_HIGHLIGHT)
        if self.isVisible():
            self._bring_page()

    @property
    def key(self) -> PageName:
        """The name of the page that is open."""
        return self._key

    @property
    def page(self) -> Page:
        """The page that is open."""
        if self._key not in self._pages:
            self._pages[self._key] = self._made(self._key)
            self._stack.addWidget(self._pages[self._key])
        return self._pages[self._key]

    def _show_key(self) -> None:
        names = self._names()
        self.tabs.set_key(self._key)
        self.menu.show_choice(list(names).index(self._key), names[self._key])

    def _on_answer(self, explained: Explained) -> None:
        """The page that is open is the one that may have asked; what was refused, the window says."""
        if self._key in self._pages and not isinstance(explained.result, Failure):
            self.page.show_answer(explained.question, explained.result)

    # ---- pages ---------------------------------------------------------------------------------------------------

    def _follow(self, selection: Selection | None) -> None:
        """Open a page that has something to say about what is picked."""
        if selection is None or selection.layer == 0:
            return
        kind = "unit" if selection.source is None and not selection.bias else "weight"
        if ROWS[self._key].about not in (kind, "either"):
            self.open(self._last[kind])

    def _bring_page(self) -> None:
        page = self.page
        self._stack.setCurrentWidget(page)
        if self._moment is not None:
            page.show_moment(self._moment)

    def _made(self, key: PageName) -> Page:
        page = ROWS[key].make(self._look)
        if self._host is not None:
            page.connect_to(self._host)
        if self._run is not None:
            page.set_run(self._run)
        return page

    # ---- room ----------------------------------------------------------------------------------------------------

    def _fit_tabs(self) -> None:
        """All tabs where they fit, else one that drops down."""
        fits = self.tabs.sizeHint().width() <= self.contentsRect().width() - self._look.px(32)
        self.tabs.setVisible(fits)
        self.menu.setVisible(not fits)

    # ---- Qt ------------------------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit_tabs()
        self._bring_page()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_tabs()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(220), self._look.px(160))
