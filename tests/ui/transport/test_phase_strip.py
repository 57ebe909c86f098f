from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from nnviz.engine import Experiment, Trainer
from nnviz.engine.training.record.phases import Work
from nnviz.engine.training.record.steps import Grain
from nnviz.ui.look.look import Look
from nnviz.ui.look.theme import themes
from nnviz.ui.session.moment import Moment
from nnviz.ui.transport.phase_strip import PhaseStrip


def record_of(hidden="[4, 3]"):
    return Trainer(
        Experiment.parse(f'[data]\nsource = "circle"\nexamples = 60\n[network]\nhidden = {hidden}')
    ).iterate()


@pytest.fixture
def strip(qtbot, fonts):
    widget = PhaseStrip(Look())
    qtbot.addWidget(widget)
    widget.resize(640, widget.sizeHint().height())
    widget.show_moment(Moment(record_of(), 4))
    widget.show()
    return widget


def middle(strip, index):
    return strip.picture.cells[index].center().toPoint()


def wheel(widget, notches):
    place = QPointF(30, 20)
    event = QWheelEvent(
        place,
        widget.mapToGlobal(place),
        QPoint(),
        QPoint(0, notches),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


def test_there_is_a_cell_for_each_phase_and_the_cursor_is_on_the_one_shown(strip):
    assert len(strip.picture.cells) == 15
    assert strip.picture.index == 4
    assert strip.picture.cursor_area().contains(strip.picture.cells[4])


@pytest.mark.parametrize("scale", [0.75, 1.0, 1.6, 2.0])
@pytest.mark.parametrize("width", [330, 400, 640, 1200])
def test_every_phase_has_its_label_within_its_own_cell(strip, width, scale):
    strip._look.set_scale(scale)
    strip.resize(width, strip.sizeHint().height())
    for index in range(15):
        strip.show_moment(Moment(record_of(), index))
        picture = strip.picture
        labels = picture.labels()
        assert labels.shown >= {*range(15)} - {index}
        for place, cell in enumerate(picture.cells):
            metrics = QFontMetricsF(picture.label_font("strong" if place == index else "body"))
            room = picture.cursor_area() if place == index else cell
            assert metrics.horizontalAdvance(picture.phases[place].label) <= room.width()
            assert picture.label_font("body").pixelSize() >= 10


def test_a_click_picks_the_phase_under_it(strip, qtbot):
    with qtbot.waitSignal(strip.phase_picked) as picked:
        QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=middle(strip, 9))
    assert picked.args == [9]


def test_dragging_the_cursor_picks_every_phase_on_the_way_once(strip):
    picked = []
    strip.phase_picked.connect(picked.append)
    QTest.mousePress(strip, Qt.MouseButton.LeftButton, pos=middle(strip, 4))
    for index in (5, 6, 6, 7, 3):
        QTest.mouseMove(strip, middle(strip, index))
    QTest.mouseMove(strip, QPoint(-50, 10))
    QTest.mouseRelease(strip, Qt.MouseButton.LeftButton, pos=QPoint(-50, 10))
    QTest.mouseMove(strip, middle(strip, 11))
    assert picked == [4, 5, 6, 7, 3, 0]


def test_the_wheel_steps_a_notch_at_a_time_and_stops_at_the_ends(strip):
    picked = []
    strip.phase_picked.connect(picked.append)
    wheel(strip, -120)
    wheel(strip, -60)
    assert picked == [5]
    strip.show_moment(Moment(record_of(), 0))
    wheel(strip, 240)
    assert picked == [5]


def test_the_keys_step_too(strip):
    picked = []
    strip.phase_picked.connect(picked.append)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Home, Qt.Key.Key_End):
        QTest.keyClick(strip, key)
    assert picked == [5, 3, 0, 14]


def test_each_cell_says_in_words_what_it_is(strip):
    place = middle(strip, 9)
    QApplication.sendEvent(strip, QHelpEvent(QHelpEvent.Type.ToolTip, place, strip.mapToGlobal(place)))
    assert QToolTip.text() == "Gradient ∇W, ∇b of the output layer"
    QToolTip.hideText()
    assert strip.name_of(0) == "Inputs x and target y"
    assert strip.accessibleDescription() == "Activation h of hidden layer 2"


@pytest.mark.parametrize("hidden", ["[]", "[4, 3]", str([2] * 7), str([2] * 32)])
@pytest.mark.parametrize("width", [640, 1020])
@pytest.mark.parametrize("scale", [0.75, 1.0, 1.7])
def test_captions_never_overlap_and_stay_inside(qtbot, fonts, hidden, width, scale):
    strip = PhaseStrip(Look(scale=scale))
    qtbot.addWidget(strip)
    strip.resize(width, strip.sizeHint().height())
    strip.show_moment(Moment(record_of(hidden), 1))
    captions = strip.picture.captions()
    assert {work for work, _ in captions} == set(Work)
    assert not any(one.intersects(other) for (_, one), (_, other) in combinations(captions, 2))
    for _, area in captions:
        assert area.left() >= 0 and area.right() <= width and area.bottom() <= strip.height() + 1
        assert area.top() >= strip.picture.cursor_area().bottom()


def luminance(colour):
    parts = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.getRgbF()[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


@pytest.mark.parametrize("theme", [theme.name for theme in themes()])
@pytest.mark.parametrize("work", list(Work))
def test_labels_can_be_read_on_every_cell(qapp, theme, work):
    look = Look(theme)
    for text, ground in (("text", "soft"), ("text", "faint"), (f"{work.value}_on", "")):
        pair = (look.colour(text), look.colour(f"{work.value}_{ground}".removesuffix("_")))
        darker, lighter = sorted(map(luminance, pair))
        assert (lighter + 0.05) / (darker + 0.05) >= 4.5


def test_nothing_is_repainted_when_nothing_changes(strip, monkeypatch):
    calls = []
    record = record_of()
    strip.show_moment(Moment(record, 14, training=True))
    monkeypatch.setattr(strip, "update", lambda: calls.append(1))
    strip.show_moment(Moment(record_of(), 14, training=True))
    assert not calls
    strip.show_moment(Moment(record, 3))
    assert calls


def test_from_iteration_to_iteration_what_is_still_to_come_is_not_said_to_be_done(strip):
    record = record_of()

    def shades(index):
        strip.show_moment(Moment(record, index, grain=Grain.ITERATION))
        picture = strip.grab().toImage()
        corners = [(round(cell.left()) + 4, round(cell.bottom()) - 4) for cell in strip.picture.cells]
        return [picture.pixelColor(*corner) for corner in corners]

    look = strip._look
    soft, faint = look.colour("update_soft"), look.colour("update_faint")
    assert shades(12)[-1] == faint and shades(12)[0] == look.colour("forward_soft")
    assert soft != faint and all(colour != look.colour("backward_faint") for colour in shades(14)[8:14])


@pytest.mark.parametrize("theme", [theme.name for theme in themes()])
def test_the_cursor_is_painted_in_the_colour_of_the_work(qtbot, fonts, theme):
    look = Look(theme)
    strip = PhaseStrip(look)
    qtbot.addWidget(strip)
    strip.resize(1020, strip.sizeHint().height())
    for index, role in ((2, "forward"), (7, "loss"), (10, "backward"), (14, "update")):
        strip.show_moment(Moment(record_of(), index))
        area = strip.picture.cursor_area()
        picture = strip.grab().toImage()
        assert picture.pixelColor(round(area.left()) + 8, round(area.center().y())) == look.colour(role)
