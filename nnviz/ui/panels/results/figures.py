"""A row of figures: each with its name, and beside it what it would be otherwise."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnviz.engine.training.run.evaluation import Evaluation
from nnviz.ui.look.look import Look
from nnviz.ui.look.numbers import NumberStyle, percent, whole, written
from nnviz.ui.look.plain import plain_tip
from nnviz.ui.names.translation import translate
from nnviz.ui.toolkit.lettering import LEFT, Lettering

NAME, VALUE, OTHER = "small", "strong", "small"


@dataclass(frozen=True)
class Figure:
    """A number in words.

    Attributes:
        other: What it is compared with, ``now 91.7 %``; empty for nothing.
    """

    name: str
    value: str
    other: str = ""


class ResultFigures(QWidget):
    """Figures side by side, the most important one first; where it is narrow, first comparisons go, then figures."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.figures: list[Figure] = []
        self.lettering = Lettering(look)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._restyle)

    def show_figures(self, figures: list[Figure]) -> None:
        """Show these."""
        if figures != self.figures:
            self.figures = figures
            text = " · ".join(" ".join(filter(None, (each.name, each.value, each.other))) for each in figures)
            self.setAccessibleName(text)
            self.setToolTip(plain_tip(text))
            self.update()

    def shown(self) -> list[Figure]:
        """The figures, with as much of them as there is room for."""
        figures = list(self.figures)
        for place in reversed(range(1, len(figures))):
            if self._width(figures) > self.width():
                figures[place] = Figure(figures[place].name, figures[place].value)
        while len(figures) > 1 and self._width(figures) > self.width():
            figures.pop()
        if figures and self._width(figures) > self.width():
            figures[0] = Figure(figures[0].name, figures[0].value)
        return figures

    def _parts(self, figure: Figure) -> tuple[tuple[str, str, str], ...]:
        """Text, type and colour of what a figure is made of."""
        parts = ((figure.name, NAME, "text_muted"), (figure.value, VALUE, "text"), (figure.other, OTHER, "text_muted"))
        return tuple(part for part in parts if part[0])

    def _width(self, figures: list[Figure]) -> float:
        inner, outer = self.look.px(6), self.look.px(18)
        widths = [
            sum(self.lettering.width(text, role) + inner for text, role, _ in self._parts(figure)) - inner
            for figure in figures
        ]
        return sum(widths) + outer * (len(widths) - 1)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    # ---- Qt ------------------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(self.look.px(200), round(self.lettering.line(VALUE)))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.look.px(60), round(self.lettering.line(VALUE)))

    def paintEvent(self, event: QPaintEvent) -> None:
        x = 0.0
        with QPainter(self) as painter:
            for figure in self.shown():
                for text, role, colour in self._parts(figure):
                    width = self.lettering.width(text, role)
                    box = QRectF(x, 0.0, width, self.height())
                    self.lettering.write(painter, box, text, role, self.look.colour(colour), LEFT)
                    x += width + self.look.px(6)
                x += self.look.px(12)


def headlines(evaluation: Evaluation | None, part: str, looks: int) -> tuple[str, ...]:
    """What the figures are of, and of the test part how often it was looked at; from the longest wording on."""
    if evaluation is None:
        return ("",)
    count = len(evaluation.examples)
    examples = (
        translate("ResultsPanel", "1 example")
        if count == 1
        else translate("ResultsPanel", "{} examples").format(whole(count))
    )
    words = [examples]
    if evaluation.numbers is not None and evaluation.predictions.shape[1] > 1:
        words.append(translate("ResultsPanel", "drawn: y₁ of {}").format(evaluation.predictions.shape[1]))
    if part != "test":
        return " · ".join(words), examples
    looked = (
        translate("ResultsPanel", "looked at once")
        if looks == 1
        else translate("ResultsPanel", "looked at {} times").format(whole(looks))
    )
    return " · ".join([*words, looked]), looked


def figures_of(
    evaluation: Evaluation, other: Evaluation | None, best: bool, style: NumberStyle, part: str = ""
) -> list[Figure]:
    """The figures of what is shown, which are those of the best epoch or of now, beside those of the other.

    ``part`` names the part of the data before the first of them, where nothing else does.
    """
    word = translate("ResultsPanel", "now {}") if best else translate("ResultsPanel", "best {}")
    beside = [word.format(value) for _, value in _values(other, style)] if other is not None else None
    return [
        Figure(f"{part}: {name}" if part and not place else name, value, beside[place] if beside is not None else "")
        for place, (name, value) in enumerate(_values(evaluation, style))
    ]


def _values(evaluation: Evaluation, style: NumberStyle) -> list[tuple[str, str]]:
    loss = (translate("ResultsPanel", "loss"), written(evaluation.loss, style))
    if evaluation.classes is not None:
        return [(translate("ResultsPanel", "accuracy"), percent(evaluation.classes.accuracy, 1, style)), loss]
    numbers = evaluation.numbers
    assert numbers is not None
    return [
        (translate("ResultsPanel", "RMSE"), written(numbers.rmse, style)),
        (translate("ResultsPanel", "MAE"), written(numbers.mae, style)),
        (translate("ResultsPanel", "R²"), written(numbers.r2, style)),
        loss,
    ]
