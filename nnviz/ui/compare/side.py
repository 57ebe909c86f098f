"""One side of a comparison: what is special about it, its network, its data with what the network answers there."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from nnviz.ui.compare.half import Half
from nnviz.ui.controls import Card, ElidedText, Text
from nnviz.ui.diagram.view import DiagramView
from nnviz.ui.look import Look
from nnviz.ui.numbers import percent, whole, written
from nnviz.ui.panels.data import DataPanel
from nnviz.ui.panels.fitting_label import FittingLabel

DATA_MAP_POINTS = 80
"""Points along each side of the map over the data."""

_WATCHED = (
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.Wheel,
    QEvent.Type.ContextMenu,
)


class LineSign(QWidget):
    """A short stroke as the side's curves are drawn: solid, or dashed."""

    def __init__(self, look: Look, dashed: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._dashed = dashed
        look.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        self.setFixedSize(self._look.px(30), self._look.px(16))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        pen = QPen(self._look.colour("text"), 2.6 * self._look.factor)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if self._dashed:
            pen.setDashPattern([2.6, 1.7])
        painter.setPen(pen)
        middle = self.height() / 2
        painter.drawLine(0, round(middle), self.width(), round(middle))


class OnlyWatched(QObject):
    """Keeps clicks and the wheel from a diagram that is only to be looked at."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        return event.type() in _WATCHED


class SideHead(QWidget):
    """Over a side: which it is, what is special about it, how it does, and what has become of it."""

    def __init__(self, look: Look, name: str, dashed: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.sign = LineSign(look, dashed)
        self.name = Text(look, name, tone="muted")
        self.special = ElidedText(look, role="title")
        self.figures = FittingLabel(look, "small")
        self.status = FittingLabel(look, "small_strong", "text", Qt.AlignmentFlag.AlignRight, tight=True)
        self._first, self._second = QHBoxLayout(), QHBoxLayout()
        self._first.addWidget(self.sign)
        self._first.addWidget(self.name)
        self._first.addWidget(self.special, 1)
        self._second.addWidget(self.figures, 1)
        self._second.addWidget(self.status)
        self._rows = QVBoxLayout(self)
        self._rows.addLayout(self._first)
        self._rows.addLayout(self._second)
        look.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        px = self._look.px
        self._first.setSpacing(px(8))
        self._second.setSpacing(px(12))
        self._rows.setContentsMargins(px(4), 0, px(4), px(2))
        self._rows.setSpacing(px(2))


class TwinSide(QObject):
    """What is shown of one of two runs.

    Attributes:
        top: The head and the network.
        bottom: The data.
    """

    def __init__(self, look: Look, half: Half, name: str, dashed: bool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.half = half
        self.head = SideHead(look, name, dashed)
        self.diagram = DiagramView(look)
        self.diagram.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.diagram.installEventFilter(OnlyWatched(self))
        self.refusal = Card(look, self.tr("There is no network here"))
        self._reason = Text(look, tone="error")
        self._reason.setWordWrap(True)
        self._reason.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.refusal.body.addWidget(self._reason, 1)
        self.data = DataPanel(look)
        self.no_data = Card(look)
        self._network, self.bottom = QStackedWidget(), QStackedWidget()
        self._network.addWidget(self.diagram)
        self._network.addWidget(self.refusal)
        self.bottom.addWidget(self.data)
        self.bottom.addWidget(self.no_data)
        for stack in (self._network, self.bottom):
            stack.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.top = QWidget()
        self._column = QVBoxLayout(self.top)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.head)
        self._column.addWidget(self._network, 1)
        look.changed.connect(self._restyle)
        self._restyle()

    @property
    def map_points(self) -> int:
        """Points along each side that its maps need."""
        return max(self.diagram.map_resolution, DATA_MAP_POINTS)

    @property
    def refused(self) -> bool:
        """Whether there is no run to show."""
        return self.half.run is None and self.half.failure is not None

    def show_special(self, texts: Sequence[str]) -> None:
        """What is special about it, one difference after the other."""
        self.head.special.setText(" · ".join(texts) if texts else self.tr("the same on both sides"))

    def set_run(self) -> None:
        """Another run, or none where it was refused."""
        half = self.half
        self._network.setCurrentIndex(int(self.refused))
        self.bottom.setCurrentIndex(int(self.refused))
        if half.run is not None:
            self.diagram.set_run(half.run)
            self.data.set_run(half.run)

    def show_now(self, training: bool, example: int | None, other_goes_on: bool) -> None:
        """Show where the run is now."""
        moment = self.half.moment(training, example)
        if moment is not None:
            self.diagram.show_moment(moment)
            self.data.show_moment(moment)
        self._reason.setText(self.half.failure.text if self.half.failure is not None else "")
        self.head.figures.set_texts(*self.figures())
        self._say_status(other_goes_on)

    # ---- words ---------------------------------------------------------------------------------------------------

    def figures(self) -> tuple[str, ...]:
        """Loss and score of the last epoch that was scored, in more and in fewer words."""
        half = self.half
        if half.snapshot is None or not len(half.rows):
            return ("",)
        loss, score = self._texts("train")
        if math.isnan(float(half.rows.column("validation_loss")[-1])):
            return (
                self.tr("training loss {}, {}").format(loss, self._scored(score)),
                self.tr("loss {} · {}").format(loss, score),
            )
        held_loss, held_score = self._texts("validation")
        return (
            self.tr("training loss {}, {} · validation loss {}, {}").format(
                loss, self._scored(score), held_loss, self._scored(held_score)
            ),
            self.tr("training loss {}, {} · validation {}, {}").format(loss, score, held_loss, held_score),
            self.tr("train {}, {} · val. {}, {}").format(loss, score, held_loss, held_score),
            self.tr("train {} · val. {}").format(loss, held_loss),
            loss,
        )

    def _texts(self, part: str) -> tuple[str, str]:
        half, style = self.half, self._look.numbers
        assert half.snapshot is not None
        loss = float(half.rows.column(f"{part}_loss")[-1])
        score = float(half.rows.column(f"{part}_score")[-1])
        accuracy = half.snapshot.history.score == "accuracy"
        return written(loss, style), percent(score, 1, style) if accuracy else written(score, style)

    def _scored(self, score: str) -> str:
        assert self.half.snapshot is not None
        if self.half.snapshot.history.score == "accuracy":
            return self.tr("accuracy {}").format(score)
        return self.tr("RMSE {}").format(score)

    def _say_status(self, other_goes_on: bool) -> None:
        half, status = self.half, self.head.status
        if half.failure is not None:
            refused = self.refused
            word = self.tr("refused") if refused else self.tr("stopped working: {}").format(half.failure.text)
            status.set_texts(word, self.tr("refused") if refused else self.tr("stopped working"), colour="error")
            status.setToolTip(half.failure.text)
        elif half.snapshot is not None and half.ended and not half.untouched:
            history = half.snapshot.history
            epoch = whole(history.stopped_epoch or 0)
            texts = [
                self.tr("stopped at epoch {}: {}").format(epoch, history.message),
                self.tr("stopped at epoch {}").format(epoch),
                self.tr("stopped"),
            ]
            if other_goes_on:
                texts.insert(0, self.tr("{}; the other goes on").format(texts[0]))
            status.set_texts(*texts, colour="error" if history.stop_reason == "diverged" else "text")
        else:
            status.set_texts("")

    def _restyle(self) -> None:
        self._column.setSpacing(self._look.px(4))
        if self.half.snapshot is not None:
            self.head.figures.set_texts(*self.figures())
