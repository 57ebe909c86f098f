"""Whose parameters a panel shows: those of the best epoch, or those of now."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnviz.ui.look.look import Look
from nnviz.ui.look.numbers import whole
from nnviz.ui.names.translation import translate
from nnviz.ui.toolkit.controls import Segmented

BEST, NOW = "best", "now"


class BestSwitch(Segmented):
    """Two small buttons; which one is pressed in says which is shown.

    Signals:
        best_shown(bool): The user wants the best epoch's, or no longer.
    """

    best_shown = Signal(bool)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        choices = ((BEST, translate("BestSwitch", "best epoch")), (NOW, translate("BestSwitch", "now")))
        super().__init__(look, choices, NOW, translate("BestSwitch", "Whose parameters are shown"), parent)
        self._epoch: int | None = None
        self._short = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.button(BEST).setToolTip(
            translate("BestSwitch", "Show what the network does with the parameters of the best epoch on held-out data")
        )
        self.button(NOW).setToolTip(
            translate("BestSwitch", "Show what the network does with the parameters after the update on screen")
        )
        self.picked.connect(lambda key: self.best_shown.emit(key == BEST))

    @property
    def best(self) -> bool:
        """Whether the best epoch's are shown."""
        return self.key() == BEST

    def set_best(self, best: bool) -> None:
        """Show which it is; no signal is sent."""
        self.set_key(BEST if best else NOW)

    def set_epoch(self, epoch: int | None) -> None:
        """Say which epoch is the best one; ``None`` where that is not known yet."""
        self._epoch = epoch
        self._write()

    def set_short(self, short: bool) -> None:
        """Say it in few words."""
        self._short = short
        self._write()

    def _write(self) -> None:
        word = translate("BestSwitch", "best") if self._short else translate("BestSwitch", "best epoch")
        text = word if self._epoch is None else f"{word} {whole(self._epoch)}"
        if text != self.button(BEST).text():
            self.set_text(BEST, text)
