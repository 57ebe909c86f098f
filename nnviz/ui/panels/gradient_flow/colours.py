"""The colour scale of a measure: from next to the background to the colour of its kind of work."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt

from nnviz.engine.types import Array
from nnviz.ui.look.look import Look
from nnviz.ui.panels.gradient_flow.signal_history import Measure

SHADES = 256
FEWEST_DECADES = 2.0
_ROLES = {
    Measure.SIGNAL: ("backward_faint", "backward_soft", "backward"),
    Measure.GRADIENT: ("backward_faint", "backward_soft", "backward"),
    Measure.RATIO: ("update_faint", "update_soft", "update"),
    Measure.SATURATION: ("zero", "map_negative", "negative"),
}


def is_logarithmic(measure: Measure) -> bool:
    """Whether its scale has powers of ten; a share has not."""
    return measure is not Measure.SATURATION


def scale_of(measure: Measure, values: Array) -> tuple[float, float]:
    """Where the scale begins and ends: whole powers of ten, as exponents, around all that is shown; or 0 and 1."""
    if not is_logarithmic(measure):
        return 0.0, 1.0
    shown = values[np.isfinite(values) & (values > 0.0)]
    if not len(shown):
        return -FEWEST_DECADES, 0.0
    low, high = math.floor(math.log10(float(shown.min()))), math.ceil(math.log10(float(shown.max())))
    return min(float(low), high - FEWEST_DECADES), float(high)


def shades_of(measure: Measure, values: Array, scale: tuple[float, float]) -> npt.NDArray[np.int64]:
    """Which shade of the scale each value has, from 0 to ``SHADES`` − 1; −1 where it has none: zero, or not finite."""
    with np.errstate(all="ignore"):
        places = np.log10(values) if is_logarithmic(measure) else values
        shade = np.nan_to_num((places - scale[0]) / (scale[1] - scale[0]) * (SHADES - 1), nan=-1.0)
    known = np.isfinite(values) & ((values > 0.0) | (not is_logarithmic(measure)))
    return np.where(known, np.clip(np.rint(shade), 0, SHADES - 1), -1).astype(np.int64)


def palette_of(measure: Measure, look: Look) -> npt.NDArray[np.uint32]:
    """The shades, faint to strong, as 0xAARRGGBB."""
    colours = [look.colour(role) for role in _ROLES[measure]]
    stops = np.array([(colour.red(), colour.green(), colour.blue()) for colour in colours], dtype=np.float64)
    at = np.linspace(0.0, 1.0, SHADES)
    red, green, blue = (
        np.interp(at, np.linspace(0.0, 1.0, len(stops)), stops[:, each]).round().astype(np.uint32) for each in range(3)
    )
    result: npt.NDArray[np.uint32] = (np.uint32(0xFF000000) | (red << 16) | (green << 8) | blue).astype(np.uint32)
    return result
