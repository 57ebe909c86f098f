"""Over one raw input: what each unit answers, and beside it how the last hidden layer's answers add up to ŷ."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QResizeEvent
from PySide6.QtWidgets import QWidget

from nnviz.engine.analysis.unit_curves import UnitCurves
from nnviz.ui.examples.points import column_names, values_of
from nnviz.ui.look.look import Look
from nnviz.ui.names.symbols import Names
from nnviz.ui.names.units import UnitNames, target_in_words
from nnviz.ui.panels.units.curves_plot import Curve, CurvesPlot
from nnviz.ui.session.moment import Selection
from nnviz.ui.toolkit.fitting_label import FittingLabel
from nnviz.worker.messages import RunInfo

MOST_POINTS = 400
MOST_KINKS = 60
"""Of more kinks, their number is said but no ring is drawn."""
MOST_LETTERS = 12
"""Of the target's name at the axis; a longer one is y."""
WIDE = 1.15
GAP = 14


class UnitCurvesView(QWidget):
    """Two plots, side by side where there is room.

    Signals:
        picked(Selection): The user clicked on a unit's curve.
    """

    picked = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self._run: RunInfo | None = None
        self.answers = CurvesPlot(look, self.tr("Each unit's output"), self)
        self.sum = CurvesPlot(look, self.tr("How the outputs add up to the prediction"), self)
        self.answers_title = FittingLabel(look, parent=self)
        self.sum_title = FittingLabel(look, parent=self)
        self.answers.picked.connect(self.picked)
        self.sum.picked.connect(self.picked)
        look.changed.connect(self._arrange)

    @property
    def plots(self) -> tuple[CurvesPlot, CurvesPlot]:
        """Both."""
        return self.answers, self.sum

    def set_run(self, run: RunInfo) -> None:
        """Other data, and no curves yet."""
        self._run = run
        train = run.examples.train
        if len(train) > MOST_POINTS:
            train = train[np.linspace(0, len(train) - 1, MOST_POINTS).round().astype(np.int64)]
        heights = values_of(run.examples.y[train], run)
        name = column_names(run)[0]
        # Of several outputs that tell classes apart each has a curve of its own: a class is no height among them.
        several = run.examples.classes > 0 and run.architecture.widths[-1] > 1
        points = np.zeros((0, 2)) if several else np.column_stack([run.examples.raw[train, 0], heights])
        self.answers.set_points(np.zeros((0, 2)), (name, "h"))
        target = "y" if run.examples.classes else target_in_words(run.experiment.data, MOST_LETTERS)
        self.sum.set_points(points, (name, "" if several else target))
        self._arrange()

    def show_curves(self, found: UnitCurves, layer: int, selected: Selection | None) -> None:
        """Show the curves of a hidden layer, and the sum."""
        run = self._run
        if run is None:
            return
        architecture = run.architecture
        if found.hidden:
            values = found.hidden[min(layer, len(found.hidden)) - 1]
            curves = [
                Curve(
                    values[:, unit],
                    Names(architecture).unit(layer, unit),
                    self._unit_colour(unit),
                    Selection(layer, unit),
                )
                for unit in range(values.shape[1])
            ]
            self.answers.show_curves(found.x, curves, selected)
            raised = "" if architecture.layers == 2 else f" · {layer}"
            self.answers_title.set_texts(self.tr("each unit's output: h(x)") + raised, "h(x)" + raised)
        self._show_sum(found, selected)

    def _show_sum(self, found: UnitCurves, selected: Selection | None) -> None:
        assert self._run is not None
        architecture = self._run.architecture
        last, outputs, names = architecture.layers, architecture.widths[-1], Names(architecture)
        own = UnitNames.of_examples(self._run.examples)
        kinks = found.kinks if found.kinks is not None and len(found.kinks) <= MOST_KINKS else None
        if not len(found.terms):
            curves = [
                Curve(
                    found.output[:, unit],
                    own.beside(names.unit(last, unit), last, unit, last),
                    self._class_colour(unit),
                    Selection(last, unit),
                    bold=True,
                )
                for unit in range(outputs)
            ]
            self.sum.show_curves(found.x, curves, selected)
            self.sum_title.set_texts(self.tr("the output: ŷ(x)"), "ŷ(x)")
            return
        chosen = selected.unit if selected is not None and selected.layer == last and outputs > 1 else 0
        terms = found.terms[chosen]
        below = "h" if found.hidden else "x"
        curves = [
            Curve(
                terms[:, unit],
                f"{names.parameter(last, chosen, unit)} {names.unit(last - 1, unit)}",
                self._unit_colour(unit),
                Selection(last - 1, unit),
            )
            for unit in range(terms.shape[1])
        ]
        constant = np.full(len(found.x), found.constant[chosen])
        curves.append(Curve(constant, "b", self.look.colour("text_muted"), dashed=True))
        name = names.unit(last, chosen)
        curves.append(
            Curve(found.output[:, chosen], name, self.look.colour("text"), Selection(last, chosen), bold=True)
        )
        self.sum.show_curves(found.x, curves, selected, kinks)
        self.sum_title.set_texts(
            self.tr("each unit's part: w {}(x); their sum plus b: {}").format(below, name),
            f"Σ w {below}(x) + b = {name}",
        )

    def _unit_colour(self, unit: int) -> QColor:
        return self.look.theme.class_colour(unit)

    def _class_colour(self, unit: int) -> QColor:
        several = self._run is not None and self._run.architecture.widths[-1] > 1
        return self.look.theme.class_colour(unit) if several else self.look.colour("text")

    # ---- room ----------------------------------------------------------------------------------------------------

    def _arrange(self) -> None:
        width, height, px = self.width(), self.height(), self.look.px
        title = self.sum_title.sizeHint().height()
        both = self._run is not None and self._run.architecture.layers > 1
        self.answers.setVisible(both)
        self.answers_title.setVisible(both)
        if not both:
            self.sum_title.setGeometry(0, 0, width, title)
            self.sum.setGeometry(0, title, width, height - title)
        elif width >= WIDE * height:
            left = round(0.44 * (width - px(GAP)))
            start = left + px(GAP)
            for label, plot, x, wide in (
                (self.answers_title, self.answers, 0, left),
                (self.sum_title, self.sum, start, width - start),
            ):
                label.setGeometry(x, 0, wide, title)
                plot.setGeometry(x, title, wide, height - title)
        else:
            top = round(0.44 * (height - px(6)))
            start = top + px(6)
            for label, plot, y, high in (
                (self.answers_title, self.answers, 0, top),
                (self.sum_title, self.sum, start, height - start),
            ):
                label.setGeometry(0, y, width, title)
                plot.setGeometry(0, y + title, width, high - title)

    # ---- Qt ------------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()
