import numpy as np
import pytest
from PySide6.QtCore import QBuffer, QPointF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QApplication

from nnviz.engine.analysis.probe import Probe
from nnviz.ui.look.look import Look
from nnviz.ui.panels.hidden_space.marks import RimmedStamps, dividing_line, finite_stretches


def test_on_the_dividing_line_both_classes_are_equally_likely():
    probe = Probe(np.array([[1.0, -2.0], [0.5, 3.0]]), np.array([0.7, -0.2]))
    ends = dividing_line(probe, 10.0)
    assert np.diff(probe(ends), axis=1)[:, 0] == pytest.approx([0.0, 0.0], abs=1e-12)
    assert np.linalg.norm(ends[1] - ends[0]) >= 20.0


def test_a_probe_that_prefers_one_class_everywhere_has_none():
    assert dividing_line(Probe(np.ones((2, 2)), np.array([0.0, 1.0])), 10.0) is None


def test_a_line_breaks_where_it_has_no_place():
    line = np.arange(14.0).reshape(7, 2)
    assert len(finite_stretches(line)) == 1
    line[3] = np.nan
    assert [len(piece) for piece in finite_stretches(line)] == [3, 3]
    line[[0, 1]] = np.nan
    assert [len(piece) for piece in finite_stretches(line)] == [3]


def test_rims_of_marks_along_a_scale_are_there_also_where_lines_stay_lines(qapp: QApplication) -> None:
    look = Look()
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    drawing = QSvgGenerator()
    drawing.setOutputDevice(buffer)
    with QPainter(drawing) as painter:
        RimmedStamps(look).put(painter, QPointF(15.0, 15.0), 0, QColor("white"), in_batch=False)
    assert look.colour("axis").name() in bytes(buffer.data().data()).decode()
