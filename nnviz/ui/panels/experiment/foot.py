"""The foot of the experiment panel: what is changed, what the last change cost, and how to begin again."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nnviz.ui.look.look import Look
from nnviz.ui.look.plain import plain_tip
from nnviz.ui.panels.experiment.settings.row import DOT
from nnviz.ui.toolkit.controls import Button
from nnviz.ui.toolkit.fitting_label import FittingLabel


class ExperimentFoot(QWidget):
    """Stays in sight while the settings above it scroll."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.changes = ChangesLine(look, self)
        self.remark = FittingLabel(look, parent=self)
        self.reset = Button(look, self.tr("Reset"), parent=self)
        self.reset.setToolTip(self.tr("Start again from the same weights (R)"))
        self.new_weights = Button(look, self.tr("New weights"), parent=self)
        self.new_weights.setToolTip(self.tr("Start again from new random weights (Shift+R)"))
        self._buttons = QHBoxLayout()
        self._buttons.addWidget(self.reset, 1)
        self._buttons.addWidget(self.new_weights, 1)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.changes)
        self._column.addWidget(self.remark)
        self._column.addLayout(self._buttons)
        look.changed.connect(self._space)
        self._space()

    def say(self, text: str, colour: str = "text_muted") -> None:
        """Say what the network is, or what a change cost."""
        self.remark.set_texts(text, colour=colour)

    def _space(self) -> None:
        px = self._look.px
        self._column.setContentsMargins(px(12), 0, px(12), 0)
        self._column.setSpacing(px(6))
        self._buttons.setSpacing(px(8))


class ChangesLine(QWidget):
    """Hidden while nothing is changed."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.text = FittingLabel(look, colour="text", parent=self)
        self.button = Button(look, self.tr("Set all back"), icon="reset", kind="segment", parent=self)
        self._row = QHBoxLayout(self)
        self._dot = _Dot(look, self)
        self._row.addWidget(self._dot)
        self._row.addWidget(self.text, 1)
        self._row.addWidget(self.button)
        self.hide()
        look.changed.connect(self._space)
        self._space()

    def show_count(self, count: int, origin: str) -> None:
        """Say how many settings are changed, and since what."""
        self.setVisible(count > 0)
        if count:
            text = self.tr("1 changed") if count == 1 else self.tr("{count} changed").format(count=count)
            self.text.set_texts(text)
            told = self.tr("Settings that differ from “{origin}” have a dot and a bold name")
            self.setToolTip(plain_tip(told.format(origin=origin)))
            self.button.setToolTip(plain_tip(self.tr("Go back to “{origin}”, in a new run").format(origin=origin)))

    def _space(self) -> None:
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(self._look.px(6))
        side = self._look.px(DOT + 1)
        self._dot.setFixedSize(side, side)


class _Dot(QWidget):
    """The dot that changed settings have."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look

    def paintEvent(self, event: QPaintEvent) -> None:
        side = self._look.px(DOT)
        dot = QRectF(0, 0, side, side)
        dot.moveCenter(QRectF(self.rect()).center())
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.colour("accent"))
            painter.drawEllipse(dot)
