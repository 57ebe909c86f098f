"""What is seen large: the place that is pointed at stays where it is, and nothing beside the stage is seen."""

import pytest
from PySide6.QtCore import QPointF, QSizeF

from nnviz.ui.stage.lens import LARGEST, Lens

SIZE = QSizeF(1000.0, 500.0)


def test_what_is_pointed_at_stays_under_the_pointer() -> None:
    at = QPointF(300.0, 200.0)
    lens = Lens()
    for _ in range(3):
        lens = lens.zoomed(1.5, at, SIZE)
        assert lens.on_stage(at) == at and lens.transform.map(at) == at
    elsewhere = QPointF(640.0, 90.0)
    seen = lens.on_stage(elsewhere)
    lens = lens.zoomed(0.8, elsewhere, SIZE)
    assert lens.on_stage(elsewhere).x() == pytest.approx(seen.x())


def test_as_small_again_it_is_the_whole_stage() -> None:
    lens = Lens().zoomed(1.25, QPointF(10.0, 10.0), SIZE).zoomed(1.25, QPointF(990.0, 490.0), SIZE)
    for _ in range(2):
        lens = lens.zoomed(1 / 1.25, QPointF(500.0, 250.0), SIZE)
    assert lens.is_plain and lens == Lens()
    assert lens.zoomed(0.5, QPointF(), SIZE).is_plain


def test_it_enlarges_so_far_and_no_further() -> None:
    assert Lens().zoomed(100.0, QPointF(), SIZE).factor == LARGEST


def test_nothing_beside_the_stage_is_seen_however_far_it_is_dragged() -> None:
    lens = Lens().zoomed(2.0, QPointF(500.0, 250.0), SIZE)
    assert lens.moved(QPointF(100.0, 20.0), SIZE).corner == QPointF(200.0, 115.0)
    assert lens.moved(QPointF(9000.0, 9000.0), SIZE).corner == QPointF(0.0, 0.0)
    assert lens.moved(QPointF(-9000.0, -9000.0), SIZE).corner == QPointF(500.0, 250.0)
    assert lens.within(QSizeF(400.0, 200.0)).corner == QPointF(200.0, 100.0)
