import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from nnviz.ui.toolkit.controls import Stepper


@pytest.fixture
def stepper(qtbot, look):
    stepper = Stepper(look, "Hidden 1", 1, 3, 2, removable=True)
    qtbot.addWidget(stepper)
    return stepper


def test_plus_and_minus_step_to_the_limits_and_stop_there(stepper, qtbot):
    told = []
    stepper.changed.connect(told.append)
    stepper.plus.click()
    assert not stepper.plus.isEnabled()
    stepper.minus.click()
    stepper.minus.click()
    assert not stepper.minus.isEnabled()
    assert told == [3, 2, 1]


def test_the_keyboard_steps_too(stepper, qtbot):
    with qtbot.waitSignal(stepper.changed, timeout=1000) as told:
        qtbot.keyClick(stepper, Qt.Key.Key_Up)
    assert told.args == [3]
    qtbot.keyClick(stepper, Qt.Key.Key_Minus)
    assert stepper.value() == 2


def test_a_value_is_kept_within_the_limits_without_a_signal(stepper, qtbot):
    with qtbot.assertNotEmitted(stepper.changed):
        stepper.set_value(99)
        assert stepper.value() == 3
        stepper.set_limits(1, 2)
        assert stepper.value() == 2


def test_the_cross_asks_for_removal(stepper, qtbot):
    with qtbot.waitSignal(stepper.removed, timeout=1000):
        stepper.cross.click()


def test_only_a_removable_row_has_a_cross(stepper, look, qtbot):
    fixed = Stepper(look, "Output", 1, 3, 2)
    qtbot.addWidget(fixed)
    assert fixed.cross.isHidden()
    assert not stepper.cross.isHidden()


def test_the_buttons_say_what_they_do(stepper):
    assert {button.accessibleName() for button in (stepper.minus, stepper.plus, stepper.cross)} == {
        "Less: Hidden 1",
        "More: Hidden 1",
        "Remove: Hidden 1",
    }


def test_a_button_that_is_held_stops_where_another_window_comes_in_between(look, qtbot):
    stepper = Stepper(look, "Hidden 1", 1, 60, 3)
    qtbot.addWidget(stepper)
    stepper.show()
    stepper.activateWindow()
    qtbot.waitUntil(stepper.isActiveWindow)
    qtbot.mousePress(stepper.plus, Qt.MouseButton.LeftButton)
    assert stepper.plus.isDown()
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(lambda: not stepper.isActiveWindow())
    assert not stepper.plus.isDown()
