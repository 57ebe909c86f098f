"""The way back to the other futures of a run."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from nnviz.ui.look.look import Look
from nnviz.ui.look.plain import plain_name
from nnviz.ui.look.tight import NO_INDICATOR, tight
from nnviz.ui.names.symbols import Names
from nnviz.ui.toolkit.controls import Button
from nnviz.ui.transport.other_lines import OtherFuture
from nnviz.ui.transport.run_words import future_text


class FuturesButton(Button):
    """A small button with a menu of the other lines; hidden while there are none.

    Signals:
        line_picked(int): The user picked a line by its number.
    """

    line_picked = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, kind="segment", parent=parent)
        self._futures: tuple[OtherFuture, ...] | None = None
        self._short = False
        self._list = QMenu(self)
        self._list.triggered.connect(lambda action: self.line_picked.emit(action.data()))
        self.setMenu(self._list)
        self.setAccessibleName(self.tr("Other runs"))
        self.setToolTip(self.tr("Other runs from the same start: what came next before something was changed"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._tighten)
        self.set_futures((), None)
        self._tighten()

    def set_futures(self, futures: tuple[OtherFuture, ...], names: Names | None) -> None:
        """Offer these."""
        if futures == self._futures:
            return
        self._futures = futures
        self._list.clear()
        if names is not None:
            for future in futures:
                text = plain_name(future_text(future, names, self._look.numbers))
                self._list.addAction(text).setData(future.line)
        self.setVisible(bool(futures))
        self._say()

    def set_short(self, short: bool) -> None:
        """Say only how many there are."""
        self._short = short
        self._say()

    def entries(self) -> list[str]:
        """What is offered."""
        return [action.text() for action in self._list.actions()]

    def pick(self, place: int) -> None:
        """As the user does it."""
        self._list.actions()[place].trigger()

    def _say(self) -> None:
        count = len(self._futures or ())
        if self._short:
            text = str(count)
        else:
            text = self.tr("1 other run") if count == 1 else self.tr("{0} other runs").format(count)
        self.setText(f"{text} ▾")
        # Only before a text does an icon leave room.
        self.set_icon_name("fork")

    def _tighten(self) -> None:
        self._list.setFont(self._look.font("body"))
        self.setStyleSheet(tight(self._look, 5) + NO_INDICATOR)
