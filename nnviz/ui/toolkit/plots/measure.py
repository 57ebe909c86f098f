"""What a curve over the epochs can be of: the loss, or the score that the task is judged by."""

from __future__ import annotations

from enum import Enum

from nnviz.engine.training.timeline.history import ScoreName
from nnviz.ui.look.numbers import NumberStyle, percent, written
from nnviz.ui.names.translation import translate
from nnviz.ui.toolkit.plots.ticks import Tick, linear_ticks


class Measure(Enum):
    """Something that every epoch has a number of, on the training and on the validation part."""

    LOSS = "loss"
    ACCURACY = "accuracy"
    RMSE = "rmse"

    @classmethod
    def of_score(cls, score: ScoreName) -> Measure:
        """The score's."""
        return cls(score)

    @property
    def columns(self) -> tuple[str, str]:
        """Those of the history that have it."""
        kind = "loss" if self is Measure.LOSS else "score"
        return f"train_{kind}", f"validation_{kind}"

    @property
    def word(self) -> str:
        """In the user's words."""
        return {
            Measure.LOSS: translate("LossPanel", "loss"),
            Measure.ACCURACY: translate("LossPanel", "accuracy"),
            Measure.RMSE: translate("LossPanel", "RMSE"),
        }[self]

    def text(self, value: float, style: NumberStyle) -> str:
        """A value of it."""
        return percent(value, 1, style) if self is Measure.ACCURACY else written(value, style)

    def gap(self, training: float, validation: float) -> float:
        """By how much held-out data fares worse than the training part; negative where it fares better."""
        return training - validation if self is Measure.ACCURACY else validation - training

    def gap_text(self, gap: float, style: NumberStyle) -> str:
        """Such a difference, with its sign; of accuracies in points of a hundred."""
        if self is not Measure.ACCURACY:
            return translate("LossPanel", "gap {}").format(written(gap, style, plus=True))
        points = f"{abs(100.0 * gap):.1f}".replace(".", style.decimal_sign)
        sign = "" if float(f"{100.0 * gap:.1f}") == 0.0 else "+" if gap > 0.0 else "−"
        return translate("LossPanel", "gap {} pt").format(sign + points)

    def ticks(self, low: float, high: float, most: int, style: NumberStyle) -> list[Tick]:
        """The marks of an axis of it."""
        if self is not Measure.ACCURACY:
            return linear_ticks(low, high, most, style)
        ticks = linear_ticks(100.0 * low, 100.0 * high, most, style)
        return [Tick(tick.place / 100.0, f"{tick.text}\u00a0%") for tick in ticks if tick.place <= 100.0 + 1e-9]
