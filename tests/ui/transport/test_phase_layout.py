from itertools import combinations, pairwise

import pytest
from PySide6.QtCore import QRectF

from nnviz.ui.transport.phase_layout import captions_under, cells_in, cursor_in, label_area, labels_for

LEAST = 10 / 16


@pytest.mark.parametrize("width", [240, 640, 1020, 1900])
@pytest.mark.parametrize("count", [5, 10, 34, 135])
def test_cells_lie_side_by_side_within_the_strip(width, count):
    area = QRectF(6, 6, width - 12, 36)
    cells = cells_in(area, count)
    assert len(cells) == count
    assert cells[0].left() == area.left()
    assert abs(cells[-1].right() - area.right()) <= 1
    for left, right in pairwise(cells):
        assert left.right() < right.left() or width / count < 3
        assert left.left() < right.left()


@pytest.mark.parametrize("width", [240, 640, 1020])
@pytest.mark.parametrize("count", [5, 34, 135])
def test_labels_overlap_neither_each_other_nor_the_cursor(width, count):
    area = QRectF(6, 6, width - 12, 36)
    cells = cells_in(area, count)
    widths = [9.0 if place % 2 else 33.0 for place in range(count)]
    for current in (0, count // 2, count - 1):
        cursor = cursor_in(area, cells[current], widths[current] + 12, 2)
        labels = labels_for(cells, widths, cursor, 4, LEAST)
        assert 0 < labels.shrink <= 1
        areas = [label_area(cells[place], widths[place] * labels.shrink) for place in sorted(labels.shown)]
        assert not any(one.intersects(other) for one, other in combinations([*areas, cursor], 2))


def test_labels_thin_out_when_cells_get_narrow():
    area = QRectF(0, 0, 628, 36)

    def shown(count):
        cells = cells_in(area, count)
        return labels_for(cells, [30.0] * count, QRectF(), 4, LEAST)

    assert shown(10).shown == frozenset(range(10)) and shown(10).shrink == 1
    assert shown(22).shown == frozenset(range(22)) and shown(22).shrink < 1
    assert shown(34).shown == frozenset(range(0, 34, 2))
    assert shown(135).shown == frozenset()


def test_the_cursor_stays_within_the_strip_at_both_ends():
    area = QRectF(6, 6, 628, 36)
    cells = cells_in(area, 135)
    for cell in (cells[0], cells[-1]):
        cursor = cursor_in(area, cell, 60, 3)
        assert area.left() - 3 <= cursor.left() and cursor.right() <= area.right() + 3
        assert cursor.width() == 60


def test_captions_stand_under_what_they_name():
    assert captions_under([(0, 400), (405, 455), (460, 900), (905, 955)], [80, 30, 90, 50], 10) == [0, 415, 460, 905]


def test_the_caption_of_the_loss_gives_way_to_the_left():
    lefts = captions_under([(0, 300), (302, 306), (308, 600), (602, 606)], [80, 40, 90, 50], 10)
    assert lefts == [0, 258, 308, 556]


def test_captions_without_room_are_left_out():
    lefts = captions_under([(0, 60), (62, 66), (68, 120), (122, 126)], [80, 40, 90, 50], 10)
    assert lefts[0] == 0 and lefts[1] is None and lefts[2] is None


def test_a_short_label_stands_between_two_long_ones():
    cells = cells_in(QRectF(0, 0, 33 * 28, 36), 33)
    widths = [36.0 if place % 2 else 10.0 for place in range(33)]
    short = [9.0] * 33
    cursor = QRectF(-100, 0, 10, 36)
    assert len(labels_for(cells, short, cursor, 4, LEAST).shown) == 33
    thinned = labels_for(cells, [*widths[:16], 9.0, 9.0, *widths[18:]], cursor, 4, LEAST)
    assert {16, 17} <= thinned.shown


@pytest.mark.parametrize("width", [200, 300, 400, 640])
def test_cells_of_long_labels_take_room_from_those_of_short_ones(width):
    needs = [20.0, 10.0, 10.0, 60.0, 30.0]
    cells = cells_in(QRectF(0, 0, width, 36), 5, 1.0, needs)
    assert abs(cells[-1].right() - width) <= 1
    assert all(cell.width() >= need - 1 for cell, need in zip(cells, needs, strict=True))
    equal = [cell.width() for cell, need in zip(cells, needs, strict=True) if need < cells[1].width()]
    assert max(equal) - min(equal) <= 1
