"""Picking what the right side does otherwise."""

import pytest
from pytestqt.qtbot import QtBot

from nnviz.engine import Experiment
from nnviz.ui.look.look import Look
from nnviz.ui.windows.compare.picker import DifferencePicker

CIRCLE = Experiment.named("circle")


@pytest.fixture
def picker(qtbot: QtBot, look: Look) -> DifferencePicker:
    picker = DifferencePicker(look)
    qtbot.addWidget(picker)
    return picker


def shown(picker: DifferencePicker) -> dict[str, tuple[bool, bool]]:
    return {button.text(): (button.isEnabled(), button.isChecked()) for button in picker.buttons}


def test_it_shows_which_difference_there_is(picker: DifferencePicker) -> None:
    picker.show_pair(CIRCLE, CIRCLE.with_fields({"network.activation": "linear"}))
    assert picker.kind.key() == "activation"
    assert shown(picker) == {
        "linear": (True, True),
        "tanh": (False, False),
        "ReLU": (True, False),
        "sigmoid": (True, False),
    }


def test_what_cannot_be_is_greyed_out_and_says_why(picker: DifferencePicker) -> None:
    picker.show_pair(CIRCLE, CIRCLE.with_fields({"training.loss": "squared_error"}))
    refused = next(button for button in picker.buttons if button.text() == "cross-entropy")
    assert not refused.isEnabled()
    assert "softmax" in refused.toolTip()


def test_a_click_asks_for_the_other_experiment(qtbot: QtBot, picker: DifferencePicker) -> None:
    picker.show_pair(CIRCLE, CIRCLE.with_fields({"network.activation": "linear"}))
    relu = next(button for button in picker.buttons if button.text() == "ReLU")
    with qtbot.waitSignal(picker.picked) as picked:
        relu.click()
    assert picked.args == [CIRCLE.with_fields({"network.activation": "relu"})]


def test_another_kind_has_other_buttons(picker: DifferencePicker) -> None:
    picker.show_pair(CIRCLE, CIRCLE.with_fields({"network.activation": "linear"}))
    picker.kind.set_key("optimiser")
    picker.kind.picked.emit("optimiser")
    assert shown(picker) == {"SGD": (False, False), "Adam": (True, False)}


def test_a_kind_that_is_chosen_asks_for_its_first_change(qtbot: QtBot, picker: DifferencePicker) -> None:
    picker.show_pair(CIRCLE, CIRCLE.with_fields({"network.activation": "linear"}))
    picker.kind.set_key("optimiser")
    with qtbot.waitSignal(picker.picked) as picked:
        picker.kind.picked.emit("optimiser")
    assert picked.args == [CIRCLE.with_fields({"training.optimizer": {"name": "adam"}})]


def test_a_kind_that_the_right_one_differs_in_already_stays(qtbot: QtBot, picker: DifferencePicker) -> None:
    picker.show_pair(CIRCLE, CIRCLE.with_fields({"network.activation": "relu"}))
    with qtbot.assertNotEmitted(picker.picked):
        picker.kind.picked.emit("activation")
    assert shown(picker)["ReLU"] == (True, True)


def test_a_kind_without_a_possible_change_says_so(qtbot: QtBot, picker: DifferencePicker) -> None:
    alone = CIRCLE.with_fields({"network.hidden": []})
    picker.show_pair(alone, alone.with_fields({"network.seed": 99}))
    picker.kind.set_key("activation")
    with qtbot.assertNotEmitted(picker.picked):
        picker.kind.picked.emit("activation")
    assert "Cannot change" in picker.words.text()


def test_differences_of_another_making_mark_no_button(picker: DifferencePicker) -> None:
    picker.show_pair(CIRCLE, Experiment.named("moons"))
    assert not any(button.isChecked() for button in picker.buttons)
