"""The window as somebody sits before it: what there is to see, and what hands can do. It finds things by what they are.

Where in the window something is kept is written here and nowhere else.
"""

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from nnviz.engine.training.record.iteration import Iteration
from nnviz.ui.app import App
from nnviz.ui.diagram.view import DiagramView
from nnviz.ui.panels.explain.panel import ExplainPanel
from nnviz.ui.session.moment import Moment, Selection
from nnviz.ui.toolkit.message_bar import MessageBar
from nnviz.ui.transport import Transport
from nnviz.ui.window.docks.docks import PanelDock
from nnviz.ui.window.header import HeaderBar
from nnviz.worker.messages import RunInfo

Kind = TypeVar("Kind", bound=QObject)
Panel = TypeVar("Panel", bound=QWidget)


PATIENCE = 20_000
"""Milliseconds: where others work on the same machine it takes its time."""


class Desk:
    """The open window and the hands before it."""

    def __init__(self, qtbot: QtBot, app: App, open_app: Callable[..., App]) -> None:
        self.qtbot, self.app, self._open_app = qtbot, app, open_app
        self.window, self.controller, self.look = app.window, app.controller, app.look
        self.kept: dict[str, Any] = {}

    # ---- what there is -------------------------------------------------------------------------------------------

    def the(self, kind: type[Kind], name: str = "") -> Kind:
        """The one thing of a kind in the window, or the one of that name."""
        (found,) = self.window.findChildren(kind, name) if name else self.window.findChildren(kind)
        return found

    def action(self, name: str) -> QAction:
        return self.the(QAction, name)

    @property
    def diagram(self) -> DiagramView:
        return self.the(DiagramView)

    @property
    def transport(self) -> Transport:
        return self.the(Transport)

    @property
    def header(self) -> HeaderBar:
        return self.the(HeaderBar)

    def dock(self, name: str) -> PanelDock:
        return self.the(PanelDock, name)

    def in_front(self, panel: str) -> bool:
        """Whether one can see a panel."""
        shown = self.dock(panel).panel
        return shown is not None and shown.isVisible()

    def said(self) -> str:
        """What the message bar says."""
        return self.the(MessageBar).text()

    @staticmethod
    def opened(kind: type[Panel]) -> list[Panel]:
        """The windows of a kind that are open."""
        return [each for each in QApplication.topLevelWidgets() if isinstance(each, kind) and each.isVisible()]

    @property
    def run(self) -> RunInfo:
        assert self.controller.run is not None
        return self.controller.run

    # ---- the place in time ---------------------------------------------------------------------------------------

    @property
    def moment(self) -> Moment:
        assert self.controller.moment is not None
        return self.controller.moment

    @property
    def record(self) -> Iteration:
        return self.moment.record

    @property
    def place(self) -> tuple[int, str]:
        """Which update, and which phase of it."""
        return self.record.iteration, self.moment.phase.name

    def weight(self, layer: int = 1, unit: int = 0, source: int = 0) -> float:
        """A weight, as it is before the update on screen."""
        return float(self.record.layers[layer - 1].W[unit, source])

    def undone(self) -> int:
        """Take everything back; how many changes that was."""
        count = 0
        while self.action("undo").isEnabled():
            self.do("undo")
            count += 1
        return count

    # ---- hands ---------------------------------------------------------------------------------------------------

    def wait(self) -> None:
        """Until all that was asked for has been done."""
        self.until(
            lambda: (
                self.window.opening.reading.idle
                and self.app.link.idle
                and self.controller.idle
                and self.controller.moment is not None
            )
        )

    def until(self, seen: Callable[[], Any]) -> None:
        self.qtbot.waitUntil(lambda: bool(seen()), timeout=PATIENCE)

    def strike(self, key: str, widget: QWidget) -> None:
        """Press a key, as a table of actions writes it, on a widget."""
        combination = QKeySequence(key)[0]
        self.qtbot.keyClick(widget, combination.key(), combination.keyboardModifiers())

    def press(self, key: str) -> None:
        """Press a key where the keyboard is, and wait for what comes of it."""
        self.strike(key, QApplication.focusWidget() or self.window)
        self.wait()

    def do(self, *actions: str) -> None:
        """Ask for actions as a menu does."""
        for action in actions:
            self.action(action).trigger()
            self.wait()

    def pick(self, layer: int, unit: int, source: int | None = None, bias: bool = False) -> None:
        """Pick a unit, a weight or a bias."""
        self.controller.viewing.select(Selection(layer, unit, source, bias))

    def click(self, widget: QWidget, at: Any = None) -> None:
        place = {} if at is None else {"pos": at}
        self.qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, **place)
        self.wait()

    def bring(self, kind: type[Panel]) -> Panel:
        """Bring a panel to the front."""
        # A panel's folder has the panel's name.
        self.dock(kind.__module__.split(".")[-2]).raise_()
        self.until(lambda: self.window.findChildren(kind))
        panel = self.the(kind)
        self.until(panel.isVisible)
        self.wait()
        return panel

    def explaining(self, page: str) -> Any:
        """Open a page of the explanations."""
        panel = self.bring(ExplainPanel)
        panel.tabs.button(page).click()
        self.wait()
        return panel.page

    def reopened(self, experiment: str = "circle") -> "Desk":
        """The window of the next time."""
        return Desk(self.qtbot, self._open_app(experiment), self._open_app)
