"""The colours of a data plot: of its points by class or target, and of what the network answers over the plane."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QColor, QImage

from nnviz.engine.functions.outputs import Output
from nnviz.engine.types import Array, Indices
from nnviz.ui.examples.boundary import leads
from nnviz.ui.look.theme import Theme
from nnviz.ui.toolkit.tints import COLOURS, colour_table
from nnviz.worker.messages import RunInfo

STEPS = 32
"""So many colours are told apart in the points of a regression."""
TINT = 0.6
"""How much of a class's colour is in the map where the network is sure of it: its points still stand out."""


@dataclass(frozen=True)
class Scale:
    """From which answer of the output to which the colours go, from the most negative one to the most positive one."""

    low: float
    high: float

    @classmethod
    def of(cls, run: RunInfo) -> Scale:
        """That of a run: its two targets in a classification, all targets in a regression, with 0 in the middle."""
        output = run.architecture.output
        if run.examples.classes:
            return cls(*output.targets)
        if np.isfinite(output.limits).all():
            return cls(*output.limits)
        reach = float(np.abs(run.examples.y[:, 0]).max(initial=0.0))
        return cls(-reach, reach) if reach > 0.0 else cls(-1.0, 1.0)

    def shares(self, values: npt.ArrayLike) -> Array:
        """Where values lie on the scale, 0 to 1; in its middle what is not a number."""
        with np.errstate(all="ignore"):
            shares = (np.asarray(values, dtype=np.float64) - self.low) / (self.high - self.low)
        return np.clip(np.where(np.isnan(shares), 0.5, shares), 0.0, 1.0)


def middle_of(output: Output) -> float:
    """The answer of a single output unit that is as far from one class as from the other."""
    return sum(output.targets) / 2.0


def point_colours(run: RunInfo, theme: Theme) -> tuple[list[QColor], Indices]:
    """Colours, and for each example which of them is its own: its class's, or that of its (first) target."""
    examples = run.examples
    if examples.classes:
        return [theme.class_colour(label) for label in range(examples.classes)], examples.labels
    table = colour_table(theme)[np.linspace(0, COLOURS - 1, STEPS).astype(int)]
    places = np.rint(Scale.of(run).shares(examples.y[:, 0]) * (STEPS - 1)).astype(np.int64)
    return [QColor.fromRgb(int(pixel)) for pixel in table], places


def map_image(answers: npt.NDArray[np.float32], run: RunInfo, theme: Theme) -> QImage:
    """What the output answers over the plane, from answers of shape (units, rows, columns).

    One unit has the colours of the unit maps, but pale, since points lie on them; of several classes each point shows
    the one with the largest output, the stronger the farther it is ahead of the next.
    """
    if run.examples.classes and len(answers) > 1:
        pixels = _tinted(answers.astype(np.float64), run, theme)
    else:
        pixels = colour_table(theme, TINT)[np.rint(Scale.of(run).shares(answers[0]) * (COLOURS - 1)).astype(np.uint8)]
    rows, columns = pixels.shape
    # A copy: the picture would otherwise live in memory that NumPy gives back.
    return QImage(np.ascontiguousarray(pixels).data, columns, rows, columns * 4, QImage.Format.Format_RGB32).copy()


def _tinted(answers: Array, run: RunInfo, theme: Theme) -> npt.NDArray[np.uint32]:
    no, yes = run.architecture.output.targets
    # A class that has no number there loses; where none has one, nobody is ahead.
    answers = np.nan_to_num(answers, nan=no)
    best = answers.argmax(axis=0)
    lead = np.take_along_axis(leads(answers), best[None], axis=0)[0] / (yes - no)
    share = TINT * np.clip(lead, 0.0, 1.0)[..., None] ** 0.8
    classes = np.array([_channels(theme.class_colour(label)) for label in range(len(answers))])
    zero = _channels(QColor(theme.map_zero))
    mixed = np.rint(zero + (classes[best] - zero) * share).astype(np.uint32)
    return (0xFF000000 | mixed[..., 0] << 16 | mixed[..., 1] << 8 | mixed[..., 2]).astype(np.uint32)


def _channels(colour: QColor) -> Array:
    return np.array([colour.red(), colour.green(), colour.blue()], dtype=np.float64)
