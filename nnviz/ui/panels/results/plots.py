"""Predicted against true and the residuals, side by side or one above the other."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from nnviz.engine.training.run.evaluation import Evaluation
from nnviz.ui.look.look import Look
from nnviz.ui.panels.results.prediction_plot import PredictionPlot
from nnviz.ui.panels.results.residual_plot import ResidualPlot

WIDE = 1.15
"""From this ratio of width to height on, the plots stand side by side."""
GAP = 14
UPPER = 0.6
"""How much of the height the upper one has otherwise."""


class ResultPlots(QWidget):
    """Holds both plots of a regression and gives each its place.

    Attributes:
        predictions, residuals: The plots.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.predictions = PredictionPlot(look, self)
        self.residuals = ResidualPlot(look, self)
        look.changed.connect(self._arrange)

    def show_evaluation(self, evaluation: Evaluation, output: int, role: str, names: tuple[str, str]) -> None:
        """Show one output's predictions; ``names`` are those of target and prediction."""
        assert evaluation.numbers is not None
        self.predictions.show_evaluation(evaluation, output, role, names)
        self.residuals.show_residuals(evaluation.numbers.residuals[:, output], f"{names[0]} − {names[1]}")
        self._arrange()

    def _arrange(self) -> None:
        width, height, gap = self.width(), self.height(), self.look.px(GAP)
        if width >= WIDE * height:
            left = min(round(self.predictions.width_for(height)), round(0.58 * width))
            self.predictions.setGeometry(0, 0, left, height)
            self.residuals.setGeometry(left + gap, 0, width - left - gap, height)
        else:
            upper = round(UPPER * height)
            self.predictions.setGeometry(0, 0, width, upper)
            self.residuals.setGeometry(0, upper + gap // 2, width, height - upper - gap // 2)

    # ---- Qt ------------------------------------------------------------------------------------------------------

    def minimumSizeHint(self) -> QSize:
        return QSize(self.look.px(150), self.look.px(90))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()
