import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QApplication

from nnviz.ui.toolkit.controls import Choice, Segmented

ACTIVATIONS = [("tanh", "tanh"), ("relu", "ReLU"), ("sigmoid", "Sigmoid")]


@pytest.fixture
def choice(qtbot, look):
    choice = Choice(look, "Activation", ACTIVATIONS, "relu")
    qtbot.addWidget(choice)
    choice.show()
    return choice


@pytest.fixture
def segmented(qtbot, look):
    segmented = Segmented(look, ACTIVATIONS, name="Activation")
    qtbot.addWidget(segmented)
    return segmented


def test_a_choice_shows_the_text_and_knows_the_key(choice):
    assert choice.key() == "relu"
    assert choice.box.currentText() == "ReLU"
    assert choice.box.accessibleName() == "Activation"


def test_the_program_chooses_without_a_signal(choice, qtbot):
    with qtbot.assertNotEmitted(choice.picked):
        choice.set_key("sigmoid")
    assert choice.key() == "sigmoid"
    choice.set_key("unknown")
    assert choice.key() == ""


def test_the_user_picks_with_one(choice, qtbot):
    with qtbot.waitSignal(choice.picked, timeout=1000) as told:
        qtbot.keyClick(choice.box, Qt.Key.Key_Down)
    assert told.args == ["sigmoid"]


def test_other_choices_keep_what_was_chosen_where_they_can(choice):
    choice.set_choices([("linear", "Linear"), ("relu", "ReLU")])
    assert choice.key() == "relu"
    choice.set_choices([("linear", "Linear")])
    assert choice.key() == "linear"
    choice.set_choices([])
    assert choice.key() == ""


def test_the_wheel_does_not_change_a_choice_without_the_keyboard(choice):
    choice.box.clearFocus()
    turn = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(choice.box, turn)
    assert choice.key() == "relu"
    assert not turn.isAccepted()


def test_one_segment_is_always_pressed_in(segmented, qtbot):
    assert segmented.key() == "tanh"
    with qtbot.assertNotEmitted(segmented.picked):
        segmented.set_key("relu")
    with qtbot.waitSignal(segmented.picked, timeout=1000) as told:
        segmented.button("sigmoid").click()
    assert told.args == ["sigmoid"]
    assert not segmented.button("relu").isChecked()


def test_enter_presses_a_segment(segmented, qtbot):
    qtbot.keyClick(segmented.button("relu"), Qt.Key.Key_Return)
    assert segmented.key() == "relu"


def test_an_unknown_segment_is_an_error(segmented):
    with pytest.raises(KeyError):
        segmented.set_key("unknown")


def test_a_list_is_as_high_as_its_type_needs_whatever_it_was_before(choice, look):
    look.set_scale(2.0)
    large = choice.box.minimumSizeHint().height()
    choice.box.setFont(look.font("small"))
    assert choice.box.minimumSizeHint().height() == choice.box.sizeHint().height() < large


def test_no_style_leaves_anything_in_a_list(choice, look, qapp):
    look.dress(qapp)

    def painters() -> int:
        return len(choice.box.findChildren(QAbstractItemDelegate))

    before = painters()
    for _ in range(6):
        look.next_theme()
    assert painters() == before
