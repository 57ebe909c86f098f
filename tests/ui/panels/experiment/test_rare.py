"""What the experiment panel has folded: every setting of the engine, and the faults."""

import pytest

from nnviz.engine import Experiment
from nnviz.engine.data.examples import make_examples
from nnviz.engine.data.faults import FAULTS, faults_of, inside
from nnviz.engine.experiments.experiment_files import named_experiments
from nnviz.ui.panels.experiment.panel import ExperimentPanel
from nnviz.ui.panels.experiment.settings.features_row import suggested_features
from nnviz.ui.session.settings.fault_table import usual_region
from nnviz.ui.session.settings.lists import joined, numbers, split_list
from nnviz.ui.session.settings.table import SETTINGS
from tests.ui.panels.experiment.hands import Heard, control, part, pick, section_of, type_value


@pytest.fixture
def panel(qtbot, look):
    panel = ExperimentPanel(look)
    qtbot.addWidget(panel)
    panel.show_experiment(circle())
    return panel


@pytest.fixture
def heard(panel):
    return Heard(panel)


def circle(fields=None):
    """Circles without wrong labels."""
    return Experiment.named("circle").with_fields({"data.label_noise": None, **(fields or {})})


def write(row, text):
    row.field.setText(text)
    row.field.setModified(True)
    row.field.take()


def open_all(panel):
    for section in panel.pages.sections:
        section.set_open(True)


@pytest.mark.parametrize("name", named_experiments())
def test_every_setting_has_its_control_in_every_built_in_experiment(panel, heard, name):
    open_all(panel)
    panel.show_experiment(Experiment.named(name))
    keys = {key for each in panel.pages.sections for key in (*each.setting_rows, *each.more().setting_rows)}
    assert keys == set(SETTINGS)
    assert heard.all == []


ADAM = {"training.optimizer": "adam"}
CHANGES = [
    ({}, lambda panel: write(control(panel, "data.inputs"), "x1, max(x1, x2)"), {"data.inputs": ["x1", "max(x1, x2)"]}),
    ({}, lambda panel: control(panel, "data.inputs").switches["x1^2"].click(), {"data.inputs": ["x1", "x2", "x1^2"]}),
    ({"data.inputs": ["x1"]}, lambda panel: write(control(panel, "data.inputs"), ""), {}),
    ({}, lambda panel: control(panel, "data.clean_test").click(), {"data.clean_test": True}),
    ({}, lambda panel: type_value(control(panel, "network.gain"), "4"), {"network.gain": 4.0}),
    ({}, lambda panel: write(control(panel, "network.bias"), "4, 4, -1.5"), {"network.bias": [4.0, 4.0, -1.5]}),
    ({}, lambda panel: write(control(panel, "network.bias"), "0.5"), {"network.bias": 0.5}),
    ({}, lambda panel: write(control(panel, "network.frozen"), "W1[0,1], b2"), {"network.frozen": ["W1[0,1]", "b2"]}),
    (
        {},
        lambda panel: write(control(panel, "network.activation.layers"), "relu, tanh"),
        {"network.activation": ["relu", "tanh"]},
    ),
    (
        {"network.init": "normal"},
        lambda panel: type_value(control(panel, "network.sigma"), "5"),
        {"network.sigma": 5.0},
    ),
    (
        ADAM,
        lambda panel: type_value(control(panel, "training.optimizer.beta1"), "0.5"),
        {"training.optimizer.beta1": 0.5},
    ),
    (
        ADAM,
        lambda panel: type_value(control(panel, "training.optimizer.epsilon"), "0.001"),
        {"training.optimizer.epsilon": 0.001},
    ),
    (
        {"training.schedule": "step"},
        lambda panel: type_value(control(panel, "training.schedule.every"), "33"),
        {"training.schedule.every": 33},
    ),
    (
        {"training.schedule": "cosine"},
        lambda panel: type_value(control(panel, "training.schedule.epochs"), "120"),
        {"training.schedule.epochs": 120},
    ),
    (
        {"training.schedule": {"name": "cosine", "epochs": 120}},
        lambda panel: type_value(control(panel, "training.schedule.epochs"), "inf"),
        {"training.schedule.epochs": None},
    ),
    ({}, lambda panel: type_value(control(panel, "training.schedule.warmup"), "7"), {"training.schedule.warmup": 7}),
    ({}, lambda panel: write(control(panel, "training.dropout.layers"), "0.2, 0.5"), {"training.dropout": [0.2, 0.5]}),
    (
        {},
        lambda panel: type_value(control(panel, "training.early_stopping.patience"), "33"),
        {"training.early_stopping.patience": 33},
    ),
    (
        {},
        lambda panel: pick(control(panel, "training.early_stopping.monitor"), "score"),
        {"training.early_stopping.monitor": "score"},
    ),
    ({}, lambda panel: control(panel, "data.label_noise").check.click(), {"data.label_noise": 0.2}),
    ({}, lambda panel: control(panel, "data.faults.scaled_input").check.click(), {"data.faults.scaled_input": "x1"}),
    (
        {"data.faults.scaled_input": "x1"},
        lambda panel: type_value(part(panel, "data.faults.scaled_input", "data.faults.scale"), "50"),
        {"data.faults.scale": 50.0},
    ),
    ({}, lambda panel: control(panel, "faults.not_standardized").check.click(), {"data.standardize": False}),
    (
        {},
        lambda panel: control(panel, "data.faults.unstandardized_test").check.click(),
        {"data.faults.unstandardized_test": True},
    ),
    ({}, lambda panel: control(panel, "data.faults.sorted_split").check.click(), {"data.faults.sorted_split": True}),
    (
        {},
        lambda panel: control(panel, "data.faults.leaked_duplicates").check.click(),
        {"data.faults.leaked_duplicates": 0.3},
    ),
]


@pytest.mark.parametrize(("before", "act", "fields"), CHANGES)
def test_each_control_makes_the_experiment_it_stands_for(panel, heard, before, act, fields):
    panel.show_experiment(circle(before))
    act(panel)
    lost = {name: None for name in before if name not in fields} if not fields else {}
    assert heard.only_experiment() == circle(before).with_fields({**lost, **fields})


def test_a_rare_setting_goes_beyond_its_slider_by_typing(panel, heard):
    type_value(control(panel, "training.learning_rate"), "100")
    assert heard.all == [("learning_rate_changed", 100.0)]


@pytest.mark.parametrize(
    ("key", "typed", "words"),
    [
        ("data.inputs", "x1^^2", "expected a number"),
        ("network.bias", "1, two", "“two” is not a number"),
        ("network.bias", "1, 2", "one for each layer"),
        ("network.frozen", "W9", "layers count from 1 to 3"),
        ("network.activation.layers", "rleu, tanh", "relu"),
    ],
)
def test_what_cannot_be_stays_written_with_the_reason_under_it(panel, heard, key, typed, words):
    line = control(panel, key)
    said = line.parentWidget()
    write(line, typed)
    assert heard.all == []
    assert line.field.text() == typed
    assert words in said.problem.text() and not said.problem.isHidden()
    write(line, line.value())
    assert said.problem.isHidden()


def test_only_the_settings_of_what_is_chosen_are_there(panel):
    rows = section_of(panel, "training").more().setting_rows
    assert rows["training.optimizer.beta1"].isHidden()
    assert rows["training.schedule.factor"].isHidden()
    panel.show_experiment(circle({"training.optimizer": "adam", "training.schedule": "step"}))
    assert not rows["training.optimizer.beta1"].isHidden()
    assert not rows["training.schedule.factor"].isHidden()
    assert rows["training.optimizer.momentum"].isHidden()


# ---- faults ------------------------------------------------------------------------------------------------------


def test_all_faults_of_the_engine_have_a_switch_and_a_sentence(panel):
    switches = section_of(panel, "faults").more()
    assert len(switches.setting_rows) == len(FAULTS)
    for row in switches.setting_rows.values():
        assert row.setting.explanation.endswith(".")
        row._control.check.click()
    assert set(faults_of(panel.experiment.data)) == set(FAULTS) - {"unstandardized_test"}, "nothing to forget"


def test_the_folded_section_says_which_faults_are_on(panel):
    assert section_of(panel, "faults").warning.isHidden()
    panel.show_experiment(circle({"data.faults.sorted_split": True}))
    assert "sorted" in section_of(panel, "faults").warning.text() and not section_of(panel, "faults").warning.isHidden()
    section_of(panel, "faults").set_open(True)
    assert section_of(panel, "faults").warning.isHidden(), "the switches say it"


def test_how_bad_a_fault_is_can_be_set_while_it_is_on(panel):
    assert part(panel, "data.faults.leaked_duplicates", "data.faults.leaked_duplicates").isHidden()
    control(panel, "data.faults.leaked_duplicates").check.click()
    assert not part(panel, "data.faults.leaked_duplicates", "data.faults.leaked_duplicates").isHidden()
    control(panel, "data.faults.leaked_duplicates").check.click()
    assert part(panel, "data.faults.leaked_duplicates", "data.faults.leaked_duplicates").isHidden()


@pytest.mark.parametrize("name", ["circle", "moons", "spiral3", "digits", "penguins", "xor4"])
def test_the_region_to_begin_with_has_some_examples_in_it(name):
    experiment = Experiment.named(name)
    wrong = experiment.with_fields({"data.faults.mislabelled": usual_region(experiment)})
    share = inside(make_examples(experiment).raw, wrong.data.faults.mislabelled).mean()
    assert 0.02 < share < 0.5


def test_without_classes_there_are_no_labels_to_be_wrong(panel):
    panel.show_experiment(Experiment.named("sine"))
    assert (
        not control(panel, "data.label_noise").isEnabled() and not control(panel, "data.faults.mislabelled").isEnabled()
    )
    assert "classes" in control(panel, "data.label_noise").toolTip()


# ---- lists -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("", []),
        ("x1", ["x1"]),
        (" x1 ,x2,, ", ["x1", "x2"]),
        ("max(x1, x2), sin(x1)", ["max(x1, x2)", "sin(x1)"]),
        ("W1[0,2]; b2", ["W1[0,2]", "b2"]),
        ('"bill, mm", `a,b`', ['"bill, mm"', "`a,b`"]),
        ("x1), x2", ["x1)", "x2"]),
    ],
)
def test_commas_divide_what_is_not_in_brackets_or_quotes(text, items):
    assert split_list(text) == items
    assert split_list(joined(items)) == items


def test_numbers_may_have_any_minus():
    assert numbers("1, -2.5, \N{MINUS SIGN}3e-2") == [1.0, -2.5, -0.03]


def test_features_suggest_themselves_for_one_or_two_columns():
    assert "x^2" in suggested_features(["x"])
    assert "x1*x2" in suggested_features(["x1", "x2"])
    assert suggested_features(["a", "b", "c"]) == []
    assert suggested_features(["bill length", "b"]) == []


def test_the_last_feature_cannot_be_switched_off(panel, heard):
    panel.show_experiment(circle({"data.inputs": ["x1"]}))
    switch = control(panel, "data.inputs").switches["x1"]
    switch.click()
    assert heard.all == [] and switch.isChecked()
