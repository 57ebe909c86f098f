import numpy as np
import pytest
from PySide6.QtGui import QColor

from nnviz.ui.diagram.ink import GapInk, InkColours
from nnviz.ui.diagram.layout import diagram_layout

COLOURS = InkColours("#0000FF", "#FF0000", 0.2, 0.9)


@pytest.fixture
def gap():
    return diagram_layout((2, 4, 3, 1), 1020, 690).gap(1)


def painted(gap, strengths, negative=None, dashed=False, ratio=1.0):
    ink = GapInk(gap, ratio)
    edges = len(gap)
    negative = np.zeros(edges, dtype=bool) if negative is None else negative
    ink.paint(COLOURS, np.asarray(strengths, dtype=float), negative, dashed)
    return ink


def amount(ink):
    """All the opacity there is on the picture."""
    image = ink.image
    return sum(QColor.fromRgba(image.pixel(x, y)).alphaF() for x in range(image.width()) for y in range(image.height()))


def colour_at_end(ink, gap, edge):
    """Where an edge arrives, a few pixels before its unit."""
    x, y = gap.x1 - 4 - ink.position.x(), gap.y1[edge] - ink.position.y()
    return ink.image.pixelColor(int(x), int(y))


def test_a_stronger_edge_takes_more_ink(gap):
    weak, strong = np.full(len(gap), 0.1), np.full(len(gap), 0.1)
    strong[3] = 1.0
    assert amount(painted(gap, strong)) > 1.1 * amount(painted(gap, weak))


def test_positive_and_negative_edges_have_their_own_ink(gap):
    strengths = np.ones(len(gap))
    blue = colour_at_end(painted(gap, strengths), gap, 0)
    red = colour_at_end(painted(gap, strengths, negative=strengths > 0), gap, 0)
    assert blue.blue() > 200 and blue.red() < 30
    assert red.red() > 200 and red.blue() < 30


def test_dashes_leave_ink_out_on_negative_edges_only(gap):
    strengths, negative = np.ones(len(gap)), np.arange(len(gap)) % 2 == 0
    solid, dashed = painted(gap, strengths, negative), painted(gap, strengths, negative, dashed=True)
    assert amount(dashed) < 0.95 * amount(solid)
    none = np.zeros(len(gap), dtype=bool)
    assert amount(painted(gap, strengths, none, dashed=True)) == amount(painted(gap, strengths, none))


def test_painting_anew_leaves_nothing_of_what_was_there(gap):
    ink = painted(gap, np.ones(len(gap)))
    faint = np.zeros(len(gap))
    ink.paint(COLOURS, faint, np.zeros(len(gap), dtype=bool), dashed=False)
    assert amount(ink) == amount(painted(gap, faint))


def test_more_device_pixels_show_the_same_picture_more_finely(gap):
    ink = painted(gap, np.ones(len(gap)), ratio=2.0)
    assert ink.image.devicePixelRatio() == 2.0
    single = painted(gap, np.ones(len(gap)))
    assert abs(amount(ink) / 4.0 - amount(single)) < 0.1 * amount(single)


def test_an_edge_runs_where_its_ends_are(gap):
    one = np.zeros(len(gap))
    ink = painted(gap, one)
    for edge in range(len(gap)):
        assert colour_at_end(ink, gap, edge).alpha() > 0
