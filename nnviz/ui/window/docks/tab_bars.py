"""The tabs of panels that share a place."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QMainWindow, QTabBar

from nnviz.ui.look.look import Look
from nnviz.ui.toolkit.fitting import fit

PADDING = 10
"""At each side of a tab's text, in pixels at the usual type size."""


class TabBars(QObject):
    """Lets the tabs of a window be read whole, and the keyboard come to those alone that can be seen."""

    def __init__(self, window: QMainWindow, look: Look) -> None:
        super().__init__(window)
        self._window, self._look = window, look
        self._restyled = QTimer(self, singleShot=True, interval=0)
        self._restyled.timeout.connect(self.fit)

    def fit(self) -> None:
        """Let the tabs be as small as they must be to be read whole."""
        full = self._look.font("body")
        for bar in self._window.findChildren(QTabBar):
            bar.setElideMode(Qt.TextElideMode.ElideNone)
            words = [bar.tabText(place) for place in range(bar.count())]
            room = bar.width() - len(words) * 2 * self._look.px(PADDING) - 2
            bar.setFont(fit(full, room, "".join(words)).font)
            bar.installEventFilter(self)
            self._follow(bar)

    def _follow(self, bar: QTabBar) -> None:
        # Qt puts a bar that it does not need beyond the window, and leaves it visible there.
        seen = self._window.rect().intersects(bar.geometry())
        bar.setFocusPolicy(Qt.FocusPolicy.TabFocus if seen else Qt.FocusPolicy.NoFocus)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, QTabBar) and event.type() == QEvent.Type.Move:
            self._follow(watched)
        elif event.type() == QEvent.Type.StyleChange:
            # Another theme brings type of the usual size, and frames of another width.
            self._restyled.start()
        return super().eventFilter(watched, event)
