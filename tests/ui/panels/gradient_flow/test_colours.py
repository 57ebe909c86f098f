import numpy as np
import pytest

from nnviz.ui.look.look import Look
from nnviz.ui.panels.gradient_flow.colours import SHADES, palette_of, scale_of, shades_of
from nnviz.ui.panels.gradient_flow.signal_history import Measure
from tests.ui.panels.runs import THEMES


def test_the_scale_reaches_to_whole_powers_of_ten_around_what_is_shown():
    assert scale_of(Measure.SIGNAL, np.array([3e-5, 0.2, 0.0, np.nan, np.inf])) == (-5.0, 0.0)


def test_it_has_two_powers_at_the_least():
    assert scale_of(Measure.SIGNAL, np.array([0.5])) == (-2.0, 0.0)
    assert scale_of(Measure.SIGNAL, np.array([0.0, np.nan])) == (-2.0, 0.0)


def test_a_share_goes_from_nothing_to_all():
    assert scale_of(Measure.SATURATION, np.array([0.2])) == (0.0, 1.0)
    assert shades_of(Measure.SATURATION, np.array([0.0, 1.0, np.nan]), (0.0, 1.0)).tolist() == [0, SHADES - 1, -1]


def test_equal_ratios_are_equal_distances():
    shades = shades_of(Measure.SIGNAL, np.array([1e-4, 1e-2, 1.0]), (-4.0, 0.0))
    assert shades.tolist() == [0, round((SHADES - 1) / 2), SHADES - 1]


def test_zero_and_what_is_not_finite_have_no_shade():
    assert shades_of(Measure.SIGNAL, np.array([0.0, np.nan, np.inf]), (-2.0, 0.0)).tolist() == [-1, -1, -1]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("measure", Measure)
def test_lightness_alone_tells_shades_apart(fonts, theme, measure):
    palette = palette_of(measure, Look(theme)).astype(np.int64)
    red, green, blue = (palette >> 16) & 255, (palette >> 8) & 255, palette & 255
    luma = 0.299 * red + 0.587 * green + 0.114 * blue
    steps = np.diff(luma[::16])
    assert (steps > 0).all() or (steps < 0).all()
    assert abs(luma[-1] - luma[0]) > 80
