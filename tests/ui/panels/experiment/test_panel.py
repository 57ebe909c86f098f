import math

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from nnviz.engine import Experiment
from nnviz.engine.data.datasets import DATASETS
from nnviz.engine.experiments.experiment_files import named_experiments
from nnviz.engine.functions.activations import ACTIVATIONS
from nnviz.engine.functions.initialisers import INITIALISERS
from nnviz.engine.functions.optimisers import OPTIMISERS
from nnviz.engine.functions.schedules import SCHEDULES
from nnviz.ui.names.functions import shown_name
from nnviz.ui.panels.experiment.panel import ExperimentPanel
from nnviz.ui.panels.experiment.settings.choice import AS_GIVEN
from nnviz.ui.session.settings.data_table import WORKED_EXAMPLE
from tests.ui.panels.experiment.hands import (
    Heard,
    control,
    drag,
    grab,
    groove,
    let_go,
    move,
    offered,
    part,
    pick,
    section_of,
    type_value,
)

EVERYTHING = {
    "data.noise": 0.2,
    "data.label_noise": 0.05,
    "data.examples": 137,
    "data.seed": 2**62,
    "data.split": [0.5, 0.3, 0.2],
    "data.standardize": False,
    "network.hidden": [5, 2, 7],
    "network.activation": "relu",
    "network.output": "tanh",
    "network.init": "he_normal",
    "network.seed": 9,
    "training.loss": "squared_error",
    "training.learning_rate": 0.037,
    "training.l2": 0.002,
    "training.l1": 0.003,
    "training.dropout": 0.25,
    "training.clip_norm": 2.0,
    "training.schedule": "cosine",
    "training.shuffle": False,
    "training.batch_size": 25,
    "training.epochs": 1234,
    "training.seed": 6,
    "training.early_stopping": {"patience": 33, "min_delta": 0.01, "restore_best": False},
}


@pytest.fixture
def panel(qtbot, look):
    panel = ExperimentPanel(look)
    qtbot.addWidget(panel)
    panel.show_experiment(Experiment.named("circle"))
    return panel


@pytest.fixture
def heard(panel):
    return Heard(panel)


@pytest.fixture
def shown(qtbot, panel):
    """The panel as a window that has the keyboard."""
    panel.resize(290, 990)
    panel.show()
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    return panel


def circle(fields=None):
    return Experiment.named("circle").with_fields(fields or {})


# ---- showing -----------------------------------------------------------------------------------------------------


def test_showing_an_experiment_sets_every_control_and_says_nothing(panel, heard):
    panel.show_experiment(circle(EVERYTHING))
    assert control(panel, "data.noise").value() == 0.2
    assert control(panel, "data.split").shown_split() == "50/30/20"
    assert control(panel, "training.batch_size").shown_value() == "25"
    assert part(panel, "data.label_noise", "data.label_noise").shown_value() == "5\u00a0%"
    assert control(panel, "data.examples").shown_value() == "137"
    assert control(panel, "data.seed").value() == 2**62
    assert not control(panel, "data.standardize").isChecked()
    assert [row.value() for row in control(panel, "network.hidden").rows] == [5, 2, 7]
    assert control(panel, "network.activation").key() == "relu"
    assert control(panel, "network.init").key() == "he_normal"
    assert control(panel, "network.output").key() == "tanh"
    assert control(panel, "network.seed").value() == 9
    assert control(panel, "training.optimizer").key() == "sgd"
    assert control(panel, "training.learning_rate").value() == 0.037
    assert control(panel, "training.l2").value() == 0.002
    assert control(panel, "training.early_stopping").key() == "33"
    assert control(panel, "training.loss").key() == "squared_error"
    assert control(panel, "training.schedule").key() == "cosine"
    assert control(panel, "training.dropout").shown_value() == "25\u00a0%"
    assert control(panel, "training.l1").value() == 0.003
    assert control(panel, "training.clip_norm").shown_value() == "2"
    assert not control(panel, "training.shuffle").isChecked()
    assert control(panel, "training.epochs").shown_value() == "1234"
    assert control(panel, "training.early_stopping.min_delta").value() == 0.01
    assert not control(panel, "training.early_stopping.restore_best").isChecked()
    assert control(panel, "training.seed").value() == 6
    assert heard.all == []


def test_further_rows_that_were_open_follow_the_experiment(panel):
    for section in panel.pages.sections:
        section.set_open(True)
    panel.show_experiment(circle(EVERYTHING))
    assert control(panel, "data.examples").value() == 137
    assert control(panel, "network.output").key() == "tanh"
    assert control(panel, "training.epochs").value() == 1234


@pytest.mark.parametrize("name", named_experiments())
def test_every_built_in_experiment_is_shown_and_named(panel, heard, name):
    experiment = Experiment.named(name)
    panel.show_experiment(experiment)
    assert panel.experiment == experiment
    assert panel.names.key() == name
    marked = [source for source, tile in control(panel, "data.source").tiles.items() if tile.isChecked()]
    assert marked == [name]
    assert heard.all == []


def test_a_changed_experiment_has_a_star(panel):
    panel.show_experiment(circle({"data.noise": 0.3}))
    assert panel.names.key() == AS_GIVEN
    assert panel.names.box.currentText() == "Circle*"
    panel.show_experiment(circle())
    assert panel.names.box.currentText() == "Circle"
    assert AS_GIVEN not in offered(panel.names)


def test_a_long_title_of_a_file_does_not_widen_the_panel(panel):
    before = panel.minimumSizeHint().width()
    panel.show_experiment(circle({"title": "The experiment that everybody talks about, second edition"}))
    assert panel.names.box.currentText().endswith("…")
    assert panel.minimumSizeHint().width() <= before


def test_explicit_weights_and_frozen_ones_are_named(panel):
    panel.show_experiment(Experiment.named(WORKED_EXAMPLE))
    assert control(panel, "network.init").box.currentText() == "explicit"
    assert "Explicit weights" in section_of(panel, "network").notes["network.init"].text()
    assert "b1, b2" in section_of(panel, "network").notes["network.init"].text()
    assert section_of(panel, "data").notes["data.source"].text() == "Given: 1 example, 2 inputs, 2 targets"
    assert control(panel, "training.batch_size").shown_value() == "full"


def test_data_that_stands_in_a_file_marks_no_picture(panel):
    given = Experiment.parse("[data]\nx = [[0.0, 1.0], [1.0, 0.0], [1.0, 1.0]]\ny = [0, 1, 2]\nsplit = [1, 0, 0]")
    panel.show_experiment(given)
    assert not any(tile.isChecked() for tile in control(panel, "data.source").tiles.values())
    assert section_of(panel, "data").notes["data.source"].text() == "Given: 3 examples, 2 inputs, 3 classes"
    assert not control(panel, "data.examples").isEnabled()


def test_what_the_data_does_not_have_cannot_be_changed(panel):
    panel.show_experiment(Experiment.named("sine"))
    assert not part(panel, "data.label_noise", "data.label_noise").isEnabled()
    panel.show_experiment(Experiment.named("xor4"))
    assert not control(panel, "data.examples").isEnabled()
    assert part(panel, "data.label_noise", "data.label_noise").isEnabled()


def test_mixed_activations_are_shown_as_such(panel):
    panel.show_experiment(circle({"network.activation": ["tanh", "relu"]}))
    assert control(panel, "network.activation").box.currentText() == "mixed"
    assert "tanh, ReLU" in section_of(panel, "network").notes["network.init"].text()


def test_every_choice_lists_what_the_engine_has(panel):
    assert offered(control(panel, "network.activation")) == list(ACTIVATIONS)
    assert offered(control(panel, "network.init")) == list(INITIALISERS)
    assert offered(control(panel, "training.optimizer")) == list(OPTIMISERS)
    assert offered(panel.names) == list(named_experiments())


def test_more_layers_and_units_than_the_panel_gives_are_shown(panel, heard):
    panel.show_experiment(circle({"network.hidden": [200] + [3] * 15}))
    assert [row.value() for row in control(panel, "network.hidden").rows] == [200] + [3] * 15
    assert not control(panel, "network.hidden").add.isEnabled()
    assert heard.all == []


def test_a_network_without_hidden_layers_is_shown_as_one(panel):
    panel.show_experiment(circle({"network.hidden": []}))
    assert control(panel, "network.hidden").rows == []
    assert not control(panel, "network.hidden")._none.isHidden()
    assert not control(panel, "network.activation").isEnabled()


def test_the_line_at_the_foot_says_what_network_it_is(panel):
    assert panel.remark.text == "Network 2-4-3-1, 31 parameters"


# ---- changing ----------------------------------------------------------------------------------------------------


def units(panel):
    control(panel, "network.hidden").rows[0].plus.click()


def remove_layer(panel):
    control(panel, "network.hidden").rows[1].cross.click()


def add_layer(panel):
    control(panel, "network.hidden").add.click()


def seed_of(panel, part, seed):
    control(panel, f"{part}.seed").field.pick(seed)


CHANGES = [
    (lambda panel: move(control(panel, "data.noise"), 30), {"data.noise": 0.3}),
    (lambda panel: type_value(control(panel, "data.noise"), "0.123"), {"data.noise": 0.123}),
    (lambda panel: move(part(panel, "data.label_noise", "data.label_noise"), 9), {"data.label_noise": 0.1}),
    (lambda panel: move(control(panel, "data.examples"), 2), {"data.examples": 50}),
    (lambda panel: type_value(control(panel, "data.examples"), "137"), {"data.examples": 137}),
    (lambda panel: seed_of(panel, "data", 2**62), {"data.seed": 2**62}),
    (lambda panel: control(panel, "data.seed").dice.click(), {"data.seed": 2}),
    (lambda panel: control(panel, "data.standardize").click(), {"data.standardize": False}),
    (lambda panel: move(control(panel, "training.batch_size"), 4), {"training.batch_size": 20}),
    (lambda panel: move(control(panel, "training.batch_size"), 7), {"training.batch_size": "full"}),
    (lambda panel: type_value(control(panel, "training.batch_size"), "16"), {"training.batch_size": 16}),
    (units, {"network.hidden": [5, 3]}),
    (remove_layer, {"network.hidden": [4]}),
    (add_layer, {"network.hidden": [4, 3, 3]}),
    (lambda panel: pick(control(panel, "network.activation"), "relu"), {"network.activation": "relu"}),
    (lambda panel: pick(control(panel, "network.init"), "he_uniform"), {"network.init": "he_uniform"}),
    (lambda panel: seed_of(panel, "network", 4), {"network.seed": 4}),
    (
        lambda panel: pick(control(panel, "network.output"), "linear"),
        {"network.output": "linear", "training.loss": "squared_error"},
    ),
    (lambda panel: move(control(panel, "training.l2"), 0), None),
    (lambda panel: type_value(control(panel, "training.l2"), "0.01"), {"training.l2": 0.01}),
    (lambda panel: pick(control(panel, "training.early_stopping"), "off"), {"training.early_stopping": None}),
    (lambda panel: pick(control(panel, "training.early_stopping"), "50"), {"training.early_stopping.patience": 50}),
    (lambda panel: pick(control(panel, "training.loss"), "squared_error"), {"training.loss": "squared_error"}),
    (lambda panel: type_value(control(panel, "training.epochs"), "3000"), {"training.epochs": 3000}),
    (
        lambda panel: type_value(control(panel, "training.early_stopping.min_delta"), "0.01"),
        {"training.early_stopping.min_delta": 0.01},
    ),
    (
        lambda panel: control(panel, "training.early_stopping.restore_best").click(),
        {"training.early_stopping.restore_best": False},
    ),
    (lambda panel: seed_of(panel, "training", 8), {"training.seed": 8}),
    (lambda panel: pick(control(panel, "training.optimizer"), "sgd"), None),
]


@pytest.mark.parametrize(("act", "fields"), CHANGES)
def test_each_control_makes_the_experiment_it_stands_for(panel, heard, act, fields):
    act(panel)
    if fields is None:
        assert heard.all == []
    else:
        assert heard.only_experiment() == circle(fields)
        assert panel.experiment == circle(fields)


def test_moving_a_border_of_the_split_changes_it(panel, heard):
    control(panel, "data.split").slider.move_handle(0, 0.5)
    control(panel, "data.split").slider.released.emit()
    assert heard.only_experiment().data.split == (0.5, 0.3, 0.2)
    assert control(panel, "data.split").shown_split() == "50/30/20"


def test_a_picture_brings_the_data_and_leaves_network_and_training(panel, heard):
    control(panel, "data.source").tiles["spiral"].click()
    experiment = heard.only_experiment()
    assert experiment.data == Experiment.named("spiral").data
    assert experiment.network == circle().network
    assert experiment.training == circle().training
    assert control(panel, "data.source").tiles["spiral"].isChecked()
    assert not control(panel, "data.source").tiles["circle"].isChecked()


def test_sine_brings_a_linear_output_and_the_squared_error(panel, heard):
    control(panel, "data.source").tiles["sine"].click()
    experiment = heard.only_experiment()
    assert (experiment.network.output, experiment.training.loss) == ("linear", "squared_error")
    assert control(panel, "network.output").key() == "linear"
    assert offered(control(panel, "training.loss")) == ["squared_error"]


def test_the_picture_of_the_data_at_hand_changes_nothing(panel, heard):
    control(panel, "data.source").tiles["circle"].click()
    assert heard.all == []
    assert control(panel, "data.source").tiles["circle"].isChecked()


def test_the_worked_example_is_asked_for_whole(panel, heard):
    control(panel, "data.source").tiles[WORKED_EXAMPLE].click()
    assert heard.all == [("named_requested", WORKED_EXAMPLE)]
    assert control(panel, "data.source").tiles["circle"].isChecked()
    assert not control(panel, "data.source").tiles[WORKED_EXAMPLE].isChecked()


def test_a_name_in_the_list_asks_for_the_whole_experiment(panel, heard):
    pick(panel.names, "moons")
    assert heard.all == [("named_requested", "moons")]
    assert panel.names.key() == "circle", "until it is shown"


def test_the_buttons_ask_for_what_they_say(panel, heard):
    panel.reset.click()
    panel.new_weights.click()
    for action in panel.files.fresh_menu().actions():
        action.trigger()
    assert heard.names == ["reset_requested", "new_weights_requested", "open_requested", "save_requested"]


def test_the_learning_rate_goes_into_the_run_and_makes_no_experiment(panel, heard):
    type_value(control(panel, "training.learning_rate"), "0.25")
    assert heard.all == [("learning_rate_changed", 0.25)]


def test_the_next_experiment_has_the_learning_rate_that_was_set(panel, heard):
    type_value(control(panel, "training.learning_rate"), "0.25")
    units(panel)
    assert heard.names == ["learning_rate_changed", "experiment_changed"]
    assert heard.all[1][1].training.learning_rate == 0.25


def test_a_learning_rate_changed_elsewhere_is_shown(panel, heard):
    panel.show_learning_rate(0.5)
    assert control(panel, "training.learning_rate").value() == 0.5
    assert heard.all == []
    units(panel)
    assert heard.only_experiment().training.learning_rate == 0.5


@pytest.mark.parametrize("old", OPTIMISERS)
@pytest.mark.parametrize("new", OPTIMISERS)
def test_another_optimiser_comes_with_its_own_settings(panel, heard, old, new):
    panel.show_experiment(circle({"training.optimizer": old}))
    pick(control(panel, "training.optimizer"), new)
    if new != old:
        assert heard.only_experiment() == circle({"training.optimizer": new})


def test_a_schedule_leaves_the_rate_that_the_next_run_starts_from(panel, heard):
    panel.show_experiment(circle({"training.schedule": "exponential"}))
    panel.show_learning_rate(0.002)
    assert control(panel, "training.learning_rate").value() == 0.002, "what the run is at"
    assert "holds from then on" in control(panel, "training.learning_rate").toolTip()
    units(panel)
    assert heard.only_experiment().training.learning_rate == circle().training.learning_rate


def test_with_a_schedule_the_experiments_own_rate_can_be_set_by_hand_too(panel, heard):
    panel.show_experiment(circle({"training.schedule": "exponential"}))
    panel.show_learning_rate(0.002)
    type_value(control(panel, "training.learning_rate"), "0.01")
    assert circle().training.learning_rate == 0.01
    assert heard.all == [("learning_rate_changed", 0.01)]


def test_a_table_that_is_gone_is_a_reason_to_refuse(panel, heard, tmp_path):
    table = tmp_path / "mine.csv"
    rows = "\n".join(f"{a},{a % 3},{'yes' if a % 2 else 'no'}" for a in range(20))
    table.write_text(f"a,b,c\n{rows}\n,1,yes\n")
    file = tmp_path / "mine.toml"
    file.write_text('[data]\nfile = "mine.csv"\ntarget = "c"\n')
    panel.show_experiment(Experiment.load(file))
    assert (
        section_of(panel, "data")
        .notes["data.source"]
        .text()
        .startswith("mine.csv: 20 examples, 2 inputs, 2 classes; 1 row")
    )
    table.unlink()
    before = [row.value() for row in control(panel, "network.hidden").rows]
    units(panel)
    assert heard.names == ["rejected"]
    assert [row.value() for row in control(panel, "network.hidden").rows] == before


def test_every_schedule_is_offered_and_taken(panel, heard):
    assert offered(control(panel, "training.schedule")) == list(SCHEDULES)
    for name in SCHEDULES:
        pick(control(panel, "training.schedule"), name)
        assert panel.experiment.training.schedule.name == name
    assert "rejected" not in heard.names


def test_clipping_can_be_switched_off_again(panel, heard):
    panel.show_experiment(circle({"training.clip_norm": 1.0}))
    type_value(control(panel, "training.clip_norm"), "0")
    assert heard.only_experiment().training.clip_norm is None
    assert control(panel, "training.clip_norm").shown_value() == "off"


def test_what_differs_from_layer_to_layer_is_said_and_left_alone(panel):
    panel.show_experiment(circle({"training.dropout": [0.1, 0.4], "network.bias": [0.5, 0.0, -1.0]}))
    dropout = control(panel, "training.dropout")
    assert not dropout.isEnabled() and dropout.shown_value() == "per layer"
    assert "Biases start at 0.5, 0, -1" in section_of(panel, "network").notes["network.init"].text()
    panel.show_experiment(circle())
    assert dropout.isEnabled() and dropout.shown_value() == "0\u00a0%"


def test_only_numbers_to_predict_can_be_standardised(panel, heard):
    rows = section_of(panel, "data").more().setting_rows
    assert rows["data.standardize_target"].isHidden()
    panel.show_experiment(Experiment.named("sine"))
    assert not rows["data.standardize_target"].isHidden()
    control(panel, "data.standardize_target").click()
    assert heard.only_experiment().data.standardize_target


def test_no_name_in_a_list_is_written_as_in_files(panel):
    for names in (ACTIVATIONS, INITIALISERS, OPTIMISERS, SCHEDULES, DATASETS):
        assert not [name for name in names if "_" in shown_name(name)]


def test_explicit_weights_are_let_go_with_a_word(panel, heard):
    panel.show_experiment(Experiment.named(WORKED_EXAMPLE))
    units(panel)
    experiment = heard.only_experiment()
    assert experiment.network.parameters is None
    assert experiment.network.frozen == ()
    assert "the file's weights are gone" in panel.remark.text
    assert section_of(panel, "network").notes["network.init"].text() == ""


@pytest.mark.parametrize(
    ("act", "words"),
    [
        (add_layer, "New network 2-4-3-3-1, new weights"),
        (lambda panel: seed_of(panel, "network", 4), "New random weights"),
        (lambda panel: move(control(panel, "data.noise"), 30), "New data, a new run from the same weights"),
        (lambda panel: pick(control(panel, "network.activation"), "relu"), "A new run from the same weights"),
    ],
)
def test_a_change_says_what_it_costs(panel, act, words):
    act(panel)
    assert panel.remark.text == words
    panel.show_experiment(panel.experiment)
    assert panel.remark.text == words, "the run that it made does not wipe it out"


# ---- dragging ----------------------------------------------------------------------------------------------------


def test_a_drag_makes_few_experiments_and_ends_on_the_last_value(qtbot, panel, heard):
    grab(control(panel, "data.noise"))
    for position in range(6, 20):
        drag(control(panel, "data.noise"), position)
    assert heard.all == [], "nothing before the first pause"
    with qtbot.waitSignal(panel.experiment_changed):
        pass
    drag(control(panel, "data.noise"), 40)
    let_go(control(panel, "data.noise"))
    assert [experiment.data.noise for _, experiment in heard.all] == [0.19, 0.4]


def test_letting_go_where_the_value_was_makes_no_experiment(panel, heard):
    before = groove(control(panel, "data.noise")).value()
    grab(control(panel, "data.noise"))
    drag(control(panel, "data.noise"), 40)
    drag(control(panel, "data.noise"), before)
    let_go(control(panel, "data.noise"))
    assert heard.all == []


def test_an_older_change_that_comes_back_does_not_undo_a_newer_one(panel):
    control(panel, "data.noise").setFocus()
    move(control(panel, "data.noise"), 15)
    first = panel.experiment
    move(control(panel, "data.noise"), 20)
    second = panel.experiment
    panel.show_experiment(first)
    assert control(panel, "data.noise").value() == 0.2
    panel.show_experiment(second)
    assert control(panel, "data.noise").value() == 0.2
    panel.show_experiment(first)
    assert control(panel, "data.noise").value() == 0.15, "the newer one was refused"


def test_an_experiment_from_outside_ends_a_drag(panel, heard):
    grab(control(panel, "data.noise"))
    drag(control(panel, "data.noise"), 40)
    panel.show_experiment(Experiment.named("moons"))
    let_go(control(panel, "data.noise"))
    assert heard.all == []
    assert panel.experiment == Experiment.named("moons")


# ---- what is refused ---------------------------------------------------------------------------------------------


def test_a_split_without_validation_is_refused_while_early_stopping_needs_one(panel, heard):
    control(panel, "data.split").slider.move_handle(1, 0.6)
    control(panel, "data.split").slider.released.emit()
    assert heard.names == ["rejected"]
    assert "validation" in heard.all[0][1]
    assert "\n" not in heard.all[0][1]
    assert control(panel, "data.split").shown_split() == "60/20/20"
    assert panel.experiment == circle()


def test_early_stopping_is_refused_where_there_is_no_validation_part(panel, heard):
    panel.show_experiment(Experiment.named("xor4"))
    pick(control(panel, "training.early_stopping"), "20")
    assert heard.names == ["rejected"]
    assert control(panel, "training.early_stopping").key() == "off"


def test_nothing_is_refused_in_the_middle_of_a_drag(qtbot, panel, heard):
    slider = control(panel, "data.split").slider
    slider.move_handle(1, 0.6)
    qtbot.waitUntil(lambda: not panel._coalescing.isActive())
    assert heard.all == []
    slider.move_handle(1, 0.7)
    slider.released.emit()
    assert heard.only_experiment().data.split == (0.6, 0.1, 0.3)


@pytest.mark.parametrize("text", ["fast", "", "1e", "nan"])
def test_a_typed_value_that_is_no_number_changes_nothing(panel, heard, text):
    type_value(control(panel, "training.learning_rate"), text)
    type_value(control(panel, "training.batch_size"), text)
    assert heard.all == []
    assert control(panel, "training.learning_rate").value() == circle().training.learning_rate
    assert control(panel, "training.batch_size").value() == 10


def test_a_batch_of_all_examples_is_typed_as_infinity(panel, heard):
    type_value(control(panel, "training.batch_size"), "inf")
    assert heard.only_experiment().training.batch_size == "full"
    assert math.isinf(control(panel, "training.batch_size").value())


# ---- keyboard and looks ------------------------------------------------------------------------------------------


def test_tab_goes_from_top_to_bottom_through_everything(qtbot, shown):
    for section in shown.pages.sections:
        section.set_open(True)
    content = shown.pages.widget()
    qtbot.waitUntil(lambda: content.height() >= content.minimumSizeHint().height())
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    shown.names.box.setFocus()
    stops = []
    while QApplication.focusWidget() not in stops or QApplication.focusWidget() is control(shown, "data.split").slider:
        stops.append(QApplication.focusWidget())
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert stops.count(control(shown, "data.split").slider) == 2, "one for each handle"
    heights = [stop.mapTo(content, stop.rect().center()).y() for stop in stops if content.isAncestorOf(stop)]
    assert heights == sorted(heights)
    assert stops[-2:] == [shown.reset, shown.new_weights]
    assert len(stops) > 40


def test_whatever_takes_the_keyboard_has_a_name_and_a_tool_tip(shown):
    for section in shown.pages.sections:
        section.set_open(True)
    stops = [each for each in shown.findChildren(QWidget) if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
    stops = [each for each in stops if each.isVisible()]
    assert len(stops) > 40
    for stop in stops:
        assert stop.accessibleName() or stop.text()
        around = stop
        while not around.toolTip() and around is not shown:
            around = around.parentWidget()
        assert around.toolTip(), stop.accessibleName()
        assert "\n" not in around.toolTip()


@pytest.mark.parametrize("theme", ["light", "dark", "projector"])
def test_nothing_is_wider_than_the_panel(qtbot, look, theme):
    app = QApplication.instance()
    look.set_theme(theme)
    sheet, font, palette = app.styleSheet(), app.font(), app.palette()
    look.dress(app)
    panel = ExperimentPanel(look)
    qtbot.addWidget(panel)
    panel.show_experiment(circle(EVERYTHING))
    for section in panel.pages.sections:
        section.set_open(True)
    panel.resize(290, 660)
    panel.show()
    qtbot.waitExposed(panel)
    content = panel.pages.widget()
    assert panel.width() == 290
    assert content.minimumSizeHint().width() <= panel.pages.viewport().width()
    assert panel.pages.verticalScrollBar().maximum() > 0
    app.setStyleSheet(sheet)
    app.setFont(font)
    app.setPalette(palette)


def test_a_larger_scale_makes_the_panel_wider(panel, look):
    look.set_scale(1.5)
    assert panel.minimumWidth() == look.px(290)


def test_reset_and_new_weights_stay_in_sight_on_a_low_screen(shown):
    shown.resize(290, 400)
    for button in (shown.reset, shown.new_weights):
        assert shown.rect().contains(button.geometry())


def test_a_slider_without_the_mouse_is_moved_by_keys(shown, qtbot):
    heard = Heard(shown)
    control(shown, "data.noise").setFocus()
    QTest.keyClick(groove(control(shown, "data.noise")), Qt.Key.Key_Up)
    assert heard.only_experiment().data.noise == pytest.approx(circle().data.noise + 0.01)
