"""One side of a comparison: what is special about it, its network, its data with what the network answers there."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from nnviz.ui.diagram.view import DiagramView
from nnviz.ui.look.look import Look
from nnviz.ui.look.numbers import percent, whole, written
from nnviz.ui.names.translation import in_words
from nnviz.ui.panels.data.panel import DataPanel
from nnviz.ui.toolkit.controls import Card, Text
from nnviz.ui.toolkit.fitting_label import FittingLabel
from nnviz.ui.windows.compare.half import Half

DATA_MAP_POINTS = 80
"""Points along each side of the map over the data."""

_WATCHED = (
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.Wheel,
    QEvent.Type.ContextMenu,
)


Range = tuple[float, float]


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
        with QPainter(self) as painter:
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
        self.special = FittingLabel(look, "title", "text", tight=True)
        self.figures = FittingLabel(look, "small")
        self.status = FittingLabel(look, "small_strong", "text", Qt.AlignmentFlag.AlignRight)
        self._first = QHBoxLayout()
        self._first.addWidget(self.sign)
        self._first.addWidget(self.name)
        self._first.addWidget(self.special)
        self._first.addWidget(self.status, 1)
        self._rows = QVBoxLayout(self)
        self._rows.addLayout(self._first)
        self._rows.addWidget(self.figures)
        look.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        px = self._look.px
        self._first.setSpacing(px(8))
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
        self.refusal.body.addWidget(self._reason)
        self.data = DataPanel(look)
        self._hint = Text(look, self.tr("The other side stays, and can be trained."), role="small", tone="muted")
        self.refusal.body.addWidget(self._hint)
        self.refusal.body.addStretch(1)
        self.no_data = Card(look)
        no_data = Text(
            look,
            self.tr("No network, so no predictions to show over the data."),
            role="small",
            tone="muted",
        )
        no_data.setWordWrap(True)
        no_data.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.no_data.body.addWidget(no_data, 1)
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
        self.head.special.set_texts(" · ".join(texts) if texts else self.tr("the same on both sides"))

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
        self._reason.setText(in_words(self.half.failure.text) if self.half.failure is not None else "")
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
        status, (texts, colour) = self.head.status, self.status(other_goes_on)
        status.set_texts(*texts, colour=colour)
        # However long it takes to say what is special about the side, this much is always said.
        status.setMinimumWidth(status.fontMetrics().horizontalAdvance(texts[-1]) + 1)

    def status(self, other_goes_on: bool) -> tuple[list[str], str]:
        """What has become of the run, in more and in fewer words, and the role of their colour."""
        half = self.half
        if half.failure is not None:
            short = self.tr("refused") if self.refused else self.tr("stopped working")
            return [f"{short}: {in_words(half.failure.text)}", short], "error"
        if half.snapshot is None or not half.ended or half.untouched:
            return [""], "text"
        history = half.snapshot.history
        short = self.tr("stopped at epoch {}").format(whole(history.stopped_epoch or 0))
        texts = [f"{short}: {in_words(history.message)}", short, self.tr("stopped")]
        if other_goes_on:
            texts[:1] = [self.tr("{}; the other continues").format(text) for text in texts[:2]]
        return texts, "error" if history.stop_reason == "diverged" else "text"

    def _restyle(self) -> None:
        self._column.setSpacing(self._look.px(4))
        if self.half.snapshot is not None:
            self.head.figures.set_texts(*self.figures())


def joined(ranges: Sequence[Range]) -> Range:
    """The smallest range that holds all of them."""
    return min(low for low, _ in ranges), max(high for _, high in ranges)


def share_scales(panels: Sequence[DataPanel]) -> None:
    """Let plots that show the same kind of thing reach as far as the widest of them."""
    plots = [panel.stage.plot for panel in panels]
    points = [plot.points for plot in plots]
    if any(each is None for each in points):
        return
    known = [each for each in points if each is not None]
    if len({each.view for each in known}) > 1:
        return
    x, y = joined([each.x_range for each in known]), joined([each.y_range for each in known])
    for plot in plots:
        if (plot.x_range, plot.y_range) != (x, y):
            plot.set_range(x, y)
            plot.restyle()
