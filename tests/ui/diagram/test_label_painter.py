from itertools import combinations

import pytest
from PySide6.QtCore import QRectF

from nnviz.ui.diagram.curve import rise
from nnviz.ui.diagram.label_painter import MOST_LABELS, label_places
from nnviz.ui.diagram.layout import diagram_layout


@pytest.mark.parametrize("widths", [(2, 4, 1), (4, 3, 1), (8, 8, 1), (3, 16, 1)])
def test_labels_stand_on_their_edge_and_never_on_each_other(widths):
    gap = diagram_layout(widths, 1020, 690).gap(1)
    places = label_places(gap, range(len(gap)), 52.0, 17.0)
    assert 0 < len(places) <= MOST_LABELS
    for one, other in combinations(places.values(), 2):
        assert not one.intersects(other)
    for edge, box in places.items():
        u = (box.center().x() - gap.x0) / (gap.x1 - gap.x0)
        assert abs(gap.y0[edge] + (gap.y1[edge] - gap.y0[edge]) * rise(u) - box.center().y()) < 0.5
        assert gap.x0 < box.left() and box.right() < gap.x1


def test_the_most_important_edges_come_first():
    gap = diagram_layout((8, 8, 1), 1020, 690).gap(1)
    assert next(iter(label_places(gap, [37, 2, 5], 52.0, 17.0))) == 37


def test_there_are_no_labels_where_there_is_no_room():
    gap = diagram_layout((8, 8, 8, 8, 8, 8, 8, 1), 300, 200).gap(1)
    assert label_places(gap, range(len(gap)), 52.0, 17.0) == {}


def test_boxes_that_are_taken_stay_free():
    gap = diagram_layout((1, 1), 1020, 690).gap(1)
    everything = QRectF(gap.x0, 0.0, gap.x1 - gap.x0, 690.0)
    assert label_places(gap, [0], 52.0, 17.0, [everything]) == {}
