import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from nnviz.ui.toolkit.controls import LabelledSlider, SliderRange
from nnviz.ui.toolkit.controls.slider import Slider
from nnviz.ui.toolkit.controls.value_field import ValueField
from tests.ui.put_up import put_up


@pytest.fixture
def slider(qtbot, look):
    slider = put_up(qtbot, LabelledSlider(look, "Learning rate", SliderRange(0, 1, 0.1), 0.3), 200, 60)
    slider.activateWindow()
    qtbot.waitUntil(slider.isActiveWindow)
    return slider


@pytest.fixture
def told(slider):
    told = []
    slider.changed.connect(lambda value: told.append(("changed", value)))
    slider.settled.connect(lambda value: told.append(("settled", value)))
    return told


def groove(slider):
    return slider.findChild(Slider)


def field(slider):
    return slider.findChild(ValueField)


def wheel(widget):
    event = QWheelEvent(
        QPointF(5, 5),
        QPointF(widget.mapToGlobal(QPoint(5, 5))),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)
    return event


def test_it_shows_what_it_is_told_without_a_signal(slider, told):
    slider.set_value(0.75)
    assert slider.value() == 0.75
    assert field(slider).text() == "0.75"
    assert told == []


def test_dragging_changes_all_along_and_settles_at_the_end(slider, told, qtbot):
    bar = groove(slider)
    end = QPoint(bar.width() - 1, bar.height() // 2)
    qtbot.mousePress(bar, Qt.MouseButton.LeftButton, pos=QPoint(1, bar.height() // 2))
    qtbot.mouseMove(bar, end)
    assert told == [("changed", 0.0), ("changed", 1.0)]
    qtbot.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=end)
    assert told[2:] == [("settled", 1.0)]


def test_up_and_down_move_it_and_settle(slider, told, qtbot):
    qtbot.keyClick(groove(slider), Qt.Key.Key_Up)
    assert told == [("changed", 0.4), ("settled", 0.4)]
    qtbot.keyClick(groove(slider), Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert slider.value() == 0.0


@pytest.mark.parametrize("key", [Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_PageUp])
def test_the_keys_of_stepping_leave_it_alone(slider, told, qtbot, key):
    qtbot.keyClick(groove(slider), key)
    assert told == []


def test_a_value_can_be_typed_after_enter(slider, told, qtbot):
    groove(slider).setFocus()
    qtbot.keyClick(groove(slider), Qt.Key.Key_Return)
    assert not field(slider).isReadOnly()
    qtbot.keyClicks(field(slider), "0,123")
    qtbot.keyClick(field(slider), Qt.Key.Key_Return)
    assert told == [("changed", 0.123), ("settled", 0.123)]
    assert field(slider).text() == "0.123"
    assert groove(slider).hasFocus()


def test_a_value_can_be_typed_after_a_double_click(slider, told, qtbot):
    qtbot.mouseDClick(field(slider), Qt.MouseButton.LeftButton)
    qtbot.keyClicks(field(slider), "5")
    qtbot.keyClick(field(slider), Qt.Key.Key_Return)
    assert slider.value() == 1.0


@pytest.mark.parametrize("typed", ["fast", "", "nan", "0.3"])
def test_what_is_no_new_number_changes_nothing(slider, told, qtbot, typed):
    field(slider).start_typing()
    field(slider).clear()
    qtbot.keyClicks(field(slider), typed)
    qtbot.keyClick(field(slider), Qt.Key.Key_Return)
    assert told == []
    assert field(slider).text() == "0.3"


def test_escape_puts_back_what_was_there(slider, told, qtbot):
    field(slider).start_typing()
    qtbot.keyClicks(field(slider), "0.9")
    qtbot.keyClick(field(slider), Qt.Key.Key_Escape)
    assert field(slider).text() == "0.3"
    assert told == []


def test_a_value_that_arrives_does_not_disturb_the_typing(slider, qtbot):
    field(slider).start_typing()
    qtbot.keyClicks(field(slider), "0.9")
    slider.set_value(0.5)
    assert field(slider).text() == "0.9"


def test_the_wheel_moves_it_only_while_it_has_the_keyboard(slider, told):
    groove(slider).clearFocus()
    assert not wheel(groove(slider)).isAccepted()
    assert told == []
    groove(slider).setFocus()
    wheel(groove(slider))
    assert slider.value() > 0.3


def test_another_range_brings_the_value_into_it(slider, told):
    slider.set_range(SliderRange(0.5, 2, 0.5))
    assert slider.value() == 0.5
    assert told == []


def test_the_decimal_sign_is_the_users(slider, look):
    look.set_decimal_sign(",")
    assert field(slider).text() == "0,3"


def test_the_value_can_be_worded(qtbot, look):
    slider = LabelledSlider(look, "Noise", SliderRange(0, 1, 0.01), 0.05, show=lambda value: f"{value:.0%}")
    qtbot.addWidget(slider)
    assert slider.shown_value() == "5%"


def test_it_says_its_name(slider):
    assert groove(slider).accessibleName() == "Learning rate"


def test_a_key_that_is_an_action_elsewhere_is_typed_while_typing(slider):
    field(slider).start_typing()
    escape = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(field(slider), escape)
    assert escape.isAccepted()


@pytest.mark.parametrize(("typed", "value"), [("30", 0.3), ("30 %", 0.3), ("0.3", 0.3), ("0,3 %", 0.003), ("1", 0.01)])
def test_beside_a_percentage_a_plain_number_is_one_too(qtbot, look, typed, value):
    slider = LabelledSlider(look, "Dropout", SliderRange(0, 0.95, 0.01), 0.05, show=lambda share: f"{share:.0%}")
    qtbot.addWidget(slider)
    slider._field.entered.emit(typed)
    assert slider.value() == pytest.approx(value)
