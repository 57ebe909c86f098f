import pytest
from PySide6.QtCore import QRectF

from nnviz.engine.training.record.steps import Grain
from nnviz.ui.look.look import Look
from nnviz.ui.session.moment import Moment
from nnviz.ui.transport.inside_phase import Inside, ticks_in
from nnviz.ui.transport.phase_strip import PhaseStrip
from tests.ui.panels.runs import trainer


@pytest.fixture(scope="module")
def record():
    return trainer().iterate()


@pytest.fixture
def strip(qtbot, fonts):
    widget = PhaseStrip(Look())
    qtbot.addWidget(widget)
    widget.resize(1000, widget.sizeHint().height())
    return widget


def test_units_and_terms_are_counted_as_the_steps_go(record):
    widths = record.architecture.widths
    assert Inside.of(Moment(record, 1)) is None
    assert Inside.of(Moment(record, 1, unit=1)) == Inside(1, widths[1], None, widths[0] + 1)
    assert Inside.of(Moment(record, 1, unit=1, term=2)) == Inside(1, widths[1], 2, widths[0] + 1)
    assert Inside.of(Moment(record, 1, unit=1, training=True)) is None


@pytest.mark.parametrize("count", [1, 4, 9])
def test_ticks_lie_within_their_cell(count):
    cell = QRectF(10, 5, 60, 41)
    ticks = ticks_in(cell, count, 1.0)
    assert len(ticks) == count
    assert all(cell.contains(tick) for tick in ticks)


def test_too_many_units_have_no_ticks():
    assert ticks_in(QRectF(0, 0, 60, 41), 40, 1.0) == []


def test_the_strip_says_where_one_is_in_the_phase(strip, record):
    strip.show_moment(Moment(record, 1, grain=Grain.TERM, unit=1, term=0))
    units, terms = record.architecture.widths[1], record.architecture.widths[0] + 1
    assert strip.accessibleDescription().endswith(f", unit 2 of {units}, term 1 of {terms}")


def test_a_step_within_a_phase_is_painted(strip, record):
    pictures = []
    for term in (0, 1, 2):
        strip.show_moment(Moment(record, 1, grain=Grain.TERM, unit=1, term=term))
        pictures.append(strip.grab().toImage())
    assert pictures[0] != pictures[1] != pictures[2]


def test_at_the_grain_of_iterations_so_much_counts_as_done_as_the_picture_shows(strip, record):
    look = Look()
    for phase, colour in ((1, "loss_faint"), (len(record.phases) - 1, "loss_soft")):
        strip.show_moment(Moment(record, phase, grain=Grain.ITERATION))
        cell = strip.picture.cells[[each.name for each in record.phases].index("L")]
        picture = strip.grab().toImage()
        assert picture.pixelColor(round(cell.left()) + 6, round(cell.center().y())) == look.colour(colour)
