"""The hidden layers in one line: what one may write, what is refused in words, and the arrow keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from nnviz.engine import Experiment
from nnviz.ui.panels.experiment.panel import ExperimentPanel
from nnviz.ui.session.experiment_fields import layers_fields
from nnviz.ui.session.settings.lists import layers, layers_text
from tests.ui.panels.experiment.hands import Heard, control

CIRCLE = Experiment.named("circle")


@pytest.fixture
def panel(qtbot, look):
    widget = ExperimentPanel(look)
    qtbot.addWidget(widget)
    widget.resize(340, 900)
    widget.show_experiment(CIRCLE)
    widget.show()
    return widget


@pytest.fixture
def field(panel):
    return control(panel, "network.hidden").line.field


def enter(field, text):
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


@pytest.mark.parametrize(
    "text",
    ["8-8-2", "8,8,2", "8, 8, 2", "8 8 2", "8 - 8 - 2", "8–8–2", "8;8;2", "8x8x2", "[8, 8, 2]", "(8,8,2)"],
)
def test_layers_are_read_as_people_write_them(text):
    assert layers(text) == [8, 8, 2]
    assert layers(layers_text([8, 8, 2])) == [8, 8, 2]


def test_nothing_and_zero_are_no_hidden_layer():
    assert layers("") == layers(" ") == layers("0") == []
    assert layers_text([]) == ""


@pytest.mark.parametrize("text", ["eight", "8-", "-8", "8--8", "8.5", "8-8-a", "9999999"])
def test_what_is_no_list_of_units_is_refused(text):
    with pytest.raises(ValueError, match="as in 8-8-2"):
        layers(text)


def test_what_is_said_layer_by_layer_goes_with_the_layers():
    two = CIRCLE.with_fields(
        {"network.activation": ["tanh", "relu"], "network.bias": [0.1, 0.2, 0.3], "training.dropout": [0.1, 0.2]}
    )
    more = two.with_fields(layers_fields(two, [8, 8, 2]))
    assert more.network.hidden == (8, 8, 2)
    assert more.network.activation == ("tanh", "relu", "relu")
    assert more.network.bias == (0.1, 0.2, 0.2, 0.3) and more.training.dropout == (0.1, 0.2, 0.2)
    fewer = two.with_fields(layers_fields(two, [5]))
    assert (fewer.network.activation, fewer.network.bias, fewer.training.dropout) == (("tanh",), (0.1, 0.3), (0.1,))
    assert two.with_fields(layers_fields(two, [])).network.hidden == ()


def test_the_line_shows_the_layers_and_takes_others(panel, field):
    assert field.text() == "4-3"
    heard = Heard(panel)
    enter(field, "8-8-2")
    assert heard.only_experiment().network.hidden == (8, 8, 2)


def test_a_paste_is_taken(panel, field):
    heard = Heard(panel)
    QGuiApplication.clipboard().setText("[16, 8]")
    field.setFocus()
    field.selectAll()
    field.paste()
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert heard.only_experiment().network.hidden == (16, 8)


@pytest.mark.parametrize(
    ("text", "said"),
    [("two", "as in 8-8-2"), ("8-0-2", "from 1 to 1,024"), ("4000", "1,024"), ("-".join("2" * 99), "at most")],
)
def test_what_is_not_valid_is_refused_in_words_and_stays(panel, field, text, said):
    heard = Heard(panel)
    enter(field, text)
    assert heard.all == [] and field.text() == text
    problem = control(panel, "network.hidden").parentWidget().problem
    assert said in problem.text() and not problem.isHidden()
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == "4-3" and problem.isHidden()


def test_arrow_keys_change_the_number_at_the_caret(panel, field):
    heard = Heard(panel)
    panel.experiment_changed.connect(panel.show_experiment)
    field.setCursorPosition(1)
    QTest.keyClick(field, Qt.Key.Key_Up)
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert field.text() == "6-3" and heard.all[-1][1].network.hidden == (6, 3)
    field.setCursorPosition(3)
    for _ in range(5):
        QTest.keyClick(field, Qt.Key.Key_Down)
    assert field.text() == "6-1" and heard.all[-1][1].network.hidden == (6, 1)


def test_the_keyboard_reaches_it_and_it_has_a_name(field):
    assert field.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert field.accessibleName() == "Units of the hidden layers"
    assert "without inputs and outputs" in field.toolTip() == field.accessibleDescription()
