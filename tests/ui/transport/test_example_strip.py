import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from nnviz.engine.training.record.views import Visits
from nnviz.ui.examples.marks import class_shape
from nnviz.ui.look.look import Look
from nnviz.ui.session.moment import Moment
from nnviz.ui.transport.example_marks import ExamplePlaces
from nnviz.ui.transport.example_strip import ExampleStrip
from tests.ui.panels.runs import THEMES, colours_in, run_info, trainer


@pytest.fixture
def make(qtbot, fonts):
    def made(run, theme="light", width=600):
        strip = ExampleStrip(Look(theme), "the mean (A)", "pin it (P)")
        qtbot.addWidget(strip)
        strip.resize(width, strip.sizeHint().height())
        strip.set_run(run_info(run))
        strip.show()
        return strip

    return made


def visited(run, record):
    """An example that is not in the batch, and the record of it."""
    example = next(int(example) for example in run.examples.train if example not in record.examples)
    return example, Visits()(record, run.examples, example)


def dot(strip, place):
    return strip.dots.centre(place).toPoint()


@pytest.mark.parametrize(
    ("count", "dots"), [(1, True), (10, True), (60, True), (119, True), (121, False), (5000, False)]
)
@pytest.mark.parametrize("unit", [0.75, 1.0, 1.5])
def test_many_examples_become_a_groove(count, dots, unit):
    places = ExamplePlaces.within(count, 8.0, 600.0 * unit, unit)
    assert places.dots is dots
    assert places.width <= 600.0 * unit + 1e-6
    for place in range(count):
        assert places.at(places.x_of(place)) == place


def test_every_example_can_be_picked_by_a_click(make):
    run = trainer()
    record = run.iterate()
    strip = make(run)
    strip.show_moment(Moment(record, 0, example=3))
    picked = []
    strip.example_picked.connect(picked.append)
    for place in range(10):
        QTest.mouseClick(strip.dots, Qt.MouseButton.LeftButton, pos=dot(strip, place))
    assert picked == list(range(10))


def test_dragging_picks_each_example_on_the_way_once(make):
    run = trainer(data__examples=2000, training__batch_size=1000)
    strip = make(run)
    strip.show_moment(Moment(run.iterate(), 0))
    picked = []
    strip.example_picked.connect(picked.append)
    QTest.mousePress(strip.dots, Qt.MouseButton.LeftButton, pos=dot(strip, 100))
    for x in (dot(strip, 100), dot(strip, 500), QPoint(5000, 9)):
        QTest.mouseMove(strip.dots, x)
    QTest.mouseRelease(strip.dots, Qt.MouseButton.LeftButton)
    assert len(picked) == 3 and abs(picked[0] - 100) < 5 and abs(picked[1] - 500) < 5 and picked[2] == 999


def test_the_keys_go_through_the_batch(make):
    run = trainer()
    strip = make(run)
    strip.show_moment(Moment(run.iterate(), 0, example=3))
    picked = []
    strip.example_picked.connect(picked.append)
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End):
        QTest.keyClick(strip.dots, key)
    assert picked == [2, 4, 0, 9]


def test_the_shown_example_is_named_by_its_number_in_the_data_set(make):
    run = trainer()
    record = run.iterate()
    strip = make(run)
    strip.show_moment(Moment(record, 0, example=3))
    assert strip.name.text() == f"example {record.examples[3] + 1}"
    strip.set_short(True)
    assert strip.name.text() == str(record.examples[3] + 1)


def test_another_example_moves_nothing(make):
    run = trainer()
    record = run.iterate()
    strip = make(run)
    strip.show_moment(Moment(record, 0))
    before = strip.dots.geometry(), strip.mean.geometry(), strip.pin.geometry()
    for place in range(10):
        strip.show_moment(Moment(record, 0, example=place))
        assert (strip.dots.geometry(), strip.mean.geometry(), strip.pin.geometry()) == before


def test_the_mean_is_picked_and_shown(make, qtbot):
    run = trainer()
    record = run.iterate()
    strip = make(run)
    strip.show_moment(Moment(record, 0))
    with qtbot.waitSignal(strip.mean_picked):
        QTest.mouseClick(strip.mean, Qt.MouseButton.LeftButton)
    assert not strip.mean.isChecked()
    strip.show_moment(Moment(record, 0, mean=True))
    assert strip.mean.isChecked() and strip.dots.place is None
    assert strip.name.text() == "mean of 10"
    assert not strip.pin.isEnabled()


def test_the_pin_follows_what_is_shown(make, qtbot):
    run = trainer()
    record = run.iterate()
    strip = make(run)
    strip.show_moment(Moment(record, 0, example=2))
    with qtbot.waitSignal(strip.pin_toggled) as toggled:
        QTest.mouseClick(strip.pin, Qt.MouseButton.LeftButton)
    assert toggled.args == [True] and not strip.pin.isChecked()
    strip.show_moment(Moment(record, 0, example=2, pinned=int(record.examples[2])))
    assert strip.pin.isChecked() and strip.dots.guest is None
    with qtbot.waitSignal(strip.pin_toggled) as toggled:
        QTest.mouseClick(strip.pin, Qt.MouseButton.LeftButton)
    assert toggled.args == [False]


def test_a_pinned_example_that_is_not_in_the_batch_stands_apart(make):
    run = trainer()
    record = run.iterate()
    example, visitor = visited(run, record)
    strip = make(run)
    strip.show_moment(Moment(record, 0, visitor=visitor, pinned=example))
    assert strip.dots.guest == example and strip.dots.place is None
    assert strip.name.text() == f"example {example + 1}" and strip.pin.isChecked()
    assert strip.dots.guest_centre().x() > strip.dots.centre(9).x() + 20
    strip.example_picked.connect(lambda _: pytest.fail("it is not in the batch"))
    QTest.mouseClick(strip.dots, Qt.MouseButton.LeftButton, pos=strip.dots.guest_centre().toPoint())


def test_the_tool_tip_has_inputs_and_target(make):
    run = trainer()
    record = run.iterate()
    strip = make(run)
    strip.show_moment(Moment(record, 0))
    place = dot(strip, 4)
    QApplication.sendEvent(strip.dots, QHelpEvent(QHelpEvent.Type.ToolTip, place, strip.dots.mapToGlobal(place)))
    first, second, third = QToolTip.text().split("\n")
    QToolTip.hideText()
    assert first == f"example {record.examples[4] + 1}"
    assert second.startswith("x₁ = ") and ", x₂ = " in second
    assert third.startswith("y = ") and "class" in third


def test_each_class_has_a_shape_of_its_own(qapp):
    shapes = [class_shape(label, QPointF(0, 0), 5.0) for label in range(10)]
    for place, shape in enumerate(shapes):
        assert all(shape != other for other in shapes[:place])
        assert shape.boundingRect().width() < 15


def test_nothing_is_painted_anew_when_nothing_changes(make, monkeypatch):
    run = trainer()
    record = run.iterate()
    strip = make(run)
    strip.show_moment(Moment(record, 0))
    calls = []
    monkeypatch.setattr(strip.dots, "update", lambda: calls.append(1))
    strip.show_moment(Moment(record, 5))
    assert not calls
    strip.show_moment(Moment(record, 5, example=1))
    assert calls


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("name", "fields"), [("circle", {}), ("digits", {}), ("sine", {})])
def test_it_paints_every_kind_of_data(make, theme, name, fields):
    run = trainer(name, **fields)
    strip = make(run, theme)
    strip.show_moment(Moment(run.iterate(), 0))
    assert colours_in(strip) > 5
    assert np.isfinite(strip.dots.centre(0).x())
