"""Two networks side by side, for the audience: two large pictures, two large numbers, and the networks beside them."""

from __future__ import annotations

from itertools import product
from math import isnan
from typing import Any

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nnviz.engine.training.run.evaluation import Evaluation
from nnviz.lecture.values import FigurePart
from nnviz.ui.diagram.view import DiagramView
from nnviz.ui.look.look import Look
from nnviz.ui.look.numbers import percent, written
from nnviz.ui.panels.panel import Panel
from nnviz.ui.session.moment import Moment
from nnviz.ui.toolkit.fitting_label import FittingLabel
from nnviz.worker.messages import RunInfo, Snapshot
from nnviz.worker.queries.evaluation import Evaluated, EvaluationOf
from nnviz.worker.queries.query import Query

PICTURE, NETWORK = 7, 2
"""How a side's width is shared, or its height where it is not wide."""
APART = 28
"""Pixels at scale 1 between the sides in a window."""
NARROWEST = 100
"""Pixels at scale 1: a network that has less beside or under a picture is left out, as nobody could read it."""
WIDE = 1.0
"""From this ratio of width to height on, a side's network stands beside its picture; else under it."""


class StagedSide(QWidget):
    """One of two networks: what it is, a picture of what it does, how well, and the network itself.

    Args:
        mirrored: Whether the network stands at the right of the picture.
    """

    def __init__(self, look: Look, mirrored: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.name = FittingLabel(look, "heading", "text")
        self.figure = FittingLabel(look, "figure", "text", tight=True, kept=1.0)
        self.figure_of = FittingLabel(look, "body")
        self.diagram = DiagramView(look)
        self.picture: Panel[Any] | None = None
        self._arranged = self._narrow = False
        self._part: FigurePart = "train"
        self._column = QVBoxLayout()
        self._column.addWidget(self.name)
        self._figures = QHBoxLayout()
        self._figures.addWidget(self.figure, 0, Qt.AlignmentFlag.AlignBottom)
        self._figures.addWidget(self.figure_of, 1, Qt.AlignmentFlag.AlignBottom)
        self._column.addLayout(self._figures)
        self._row = QHBoxLayout(self)
        self._beside = QHBoxLayout.Direction.LeftToRight if mirrored else QHBoxLayout.Direction.RightToLeft
        self._row.setDirection(self._beside)
        self._row.addLayout(self._column, PICTURE)
        self._row.addWidget(self.diagram, NETWORK)
        look.changed.connect(self._restyle)
        self._restyle()

    def set_picture(self, picture: Panel[Any] | None) -> None:
        """Show this beside the network, or the network alone."""
        if self._arranged and self.picture is picture:
            return
        self._arranged = True
        if self.picture is not None and self.picture is not picture:
            self.picture.hide()
            self._column.removeWidget(self.picture)
        self.picture = picture
        for layout in (self._row, self._column):
            layout.removeWidget(self.diagram)
        if picture is not None:
            self._column.insertWidget(1, picture, 1)
            self._row.addWidget(self.diagram, NETWORK)
            picture.show()
        else:
            self._column.insertWidget(1, self.diagram, 1)
        self._share_out()

    def set_narrow(self, narrow: bool) -> None:
        """Whether a picture needs the room of the network, too."""
        self._narrow = narrow
        self._share_out()

    def _share_out(self) -> None:
        """The network stands beside its picture, or under it, or gives its room to it."""
        wide = self.width() >= WIDE * self.height() or self.picture is None
        self._row.setDirection(self._beside if wide else QHBoxLayout.Direction.TopToBottom)
        share = (self.width() if wide else self.height()) * NETWORK / (PICTURE + NETWORK)
        narrow = self._narrow or share < self._look.px(NARROWEST)
        self.diagram.setVisible(self.picture is None or not narrow)

    def set_part(self, part: FigurePart) -> None:
        """On which part of the data it is judged."""
        if part != self._part:
            self._part = part
            self._say(None)

    def wanted(self) -> frozenset[Query]:
        """What has to be found out for its number; the others come by themselves."""
        return frozenset({EvaluationOf(self._part)} if self._part == "test" else ())

    def set_run(self, run: RunInfo) -> None:
        """Another network."""
        self.diagram.set_run(run)
        self._say(None)

    def show_moment(self, moment: Moment) -> None:
        """Where it is in time."""
        self.diagram.show_moment(moment)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """How well it does."""
        history, found = snapshot.history, snapshot.answers.get(EvaluationOf(self._part))
        if self._part == "test" and snapshot.record.iteration == 0:
            # What is found out is of the parameters after the update on screen, and nothing has been learned yet.
            self._say(None)
        elif isinstance(found, Evaluated):
            self._say(_score_of(found.evaluation), history.score)
        elif self._part in ("train", "validation"):
            scores = history.train_score if self._part == "train" else history.validation_score
            if len(scores):
                self._say(float(scores[-1]), history.score)

    def _say(self, score: float | None, name: str = "") -> None:
        """The number, and what it is of."""
        known = score is not None and not isnan(score)
        self.figure.setVisible(self._part != "none")
        self.figure_of.setVisible(self._part != "none")
        if not known or score is None:
            texts: tuple[str, ...] = ("",)
            number = ""
        elif name == "accuracy":
            number = percent(score, style=self._look.numbers)
            points = {
                "train": self.tr("of the training points right"),
                "validation": self.tr("of the held-out points right"),
                "test": self.tr("of the new points right"),
            }
            texts = points[self._part], self.tr("right"), ""
        else:
            number = written(score, self._look.numbers)
            points = {
                "train": self.tr("off on the training points (RMSE)"),
                "validation": self.tr("off on the held-out points (RMSE)"),
                "test": self.tr("off on the new points (RMSE)"),
            }
            texts = points[self._part], self.tr("off"), ""
        self.figure.set_texts(number)
        self.figure_of.set_texts(*texts)

    def _restyle(self) -> None:
        px = self._look.px
        # In a tour it stands in line with the cards under it.
        side, top = (px(22), px(8)) if self._look.presenting else (0, 0)
        self._row.setContentsMargins(side, top, side, 0)
        self._row.setSpacing(px(8))
        self._column.setSpacing(px(6))
        self._figures.setSpacing(px(10))

    # ---- Qt ------------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_out()


class StagedTwin(QWidget):
    """Both sides."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._names: tuple[tuple[str, ...], ...] = ()
        self.sides = (StagedSide(look, mirrored=False), StagedSide(look, mirrored=True))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        for side in self.sides:
            self._row.addWidget(side, 1)
            side.diagram.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            side.name.installEventFilter(self)
        look.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        # On the stage each side has its own margins.
        self._row.setSpacing(self._look.px(6 if self._look.presenting else APART))

    def set_names(self, *names: tuple[str, ...]) -> None:
        """Say what each side is: as many wordings of one as of the other, the longest first; both are told alike."""
        self._names = names
        self._fit_names(self.sides[0].name.width())

    def pair_pictures(self) -> None:
        """Pictures of one kind are seen on one scale."""
        one, other = (side.picture for side in self.sides)
        if one is not None and other is not None:
            one.share_scale(other)
            other.share_scale(one)

    def _fit_names(self, width: int) -> None:
        """In as many words and in type as large on both sides."""
        ways = list(product(zip(*self._names, strict=True), ("heading", "title")))
        for texts, role in ways:
            metrics = QFontMetricsF(self._look.font(role))
            if (texts, role) == ways[-1] or all(metrics.horizontalAdvance(text) <= width for text in texts):
                for side, text in zip(self.sides, texts, strict=True):
                    side.name.set_role(role)
                    side.name.set_texts(text)
                return

    def set_narrow(self, narrow: bool) -> None:
        """Whether something stands beside them: then the networks give their room to what they do."""
        for side in self.sides:
            side.set_narrow(narrow)

    # ---- Qt ------------------------------------------------------------------------------------------------------

    def minimumSizeHint(self) -> QSize:
        # It must not hold the window open: what it shows takes what there is.
        return QSize(self._look.px(240), self._look.px(160))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QResizeEvent):
            self._fit_names(event.size().width())
        return super().eventFilter(watched, event)


def _score_of(evaluation: Evaluation) -> float | None:
    """The share that is right, or the RMSE."""
    if evaluation.classes is not None:
        return evaluation.classes.accuracy
    return evaluation.numbers.rmse if evaluation.numbers is not None else None
