"""Searching the experiment panel, what is changed in it, and its files."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from nnviz.engine import Experiment
from nnviz.ui.panels.experiment.files_button import FilesButton
from nnviz.ui.panels.experiment.panel import ExperimentPanel
from nnviz.ui.session.settings.table import SECTIONS, SETTINGS
from tests.ui.panels.experiment.hands import Heard, control, groove, pick, section_of, type_value


@pytest.fixture
def panel(qtbot, look):
    panel = ExperimentPanel(look)
    qtbot.addWidget(panel)
    panel.show_experiment(circle())
    panel.resize(304, 990)
    panel.show()
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    return panel


@pytest.fixture
def heard(panel):
    return Heard(panel)


def circle(fields=None):
    return Experiment.named("circle").with_fields(fields or {})


def rows(panel):
    """All rows that have been made, by key."""
    groups = [*panel.pages.sections, *(each._more for each in panel.pages.sections if each._more is not None)]
    return {key: row for group in groups for key, row in group.setting_rows.items()}


def in_sight(panel):
    return {key for key, row in rows(panel).items() if row.isVisible()}


def marked(panel):
    """The keys of the rows that have a dot."""
    return {key for key, row in rows(panel).items() if row.dot is not None and not row.dot.isHidden()}


# ---- searching ---------------------------------------------------------------------------------------------------


def test_rare_settings_are_not_even_made_before_they_are_wanted(panel):
    assert in_sight(panel) == {setting.key for section in SECTIONS for setting in section.first}
    panel.search.setText("clip")
    assert "training.clip_norm" in rows(panel)
    assert "network.gain" not in rows(panel), "the search found nothing there"


def test_a_search_leaves_what_it_finds_with_its_explanation(panel):
    panel.search.setText("clip")
    assert in_sight(panel) == {"training.clip_norm"}
    row = rows(panel)["training.clip_norm"]
    assert row.explanation.isVisible()
    assert row.explanation.text() == SETTINGS["training.clip_norm"].explanation
    assert not section_of(panel, "training").more_button.isVisible()


def test_emptying_the_search_shows_what_there_was(panel):
    section_of(panel, "network").set_open(True)
    before = in_sight(panel)
    panel.search.setText("seed")
    panel.search.setText("")
    assert in_sight(panel) == before
    assert section_of(panel, "network").is_open and not section_of(panel, "data").is_open
    assert not any(row.explanation.isVisible() for row in rows(panel).values() if row.explanation is not None)


def test_one_letter_finds_nothing_yet(panel):
    before = in_sight(panel)
    panel.search.setText("c")
    assert in_sight(panel) == before
    panel.search.setText("cl")
    assert "training.clip_norm" in in_sight(panel)


def test_what_is_not_found_is_said(panel):
    panel.search.setText("giraffe")
    assert in_sight(panel) == set()
    assert panel.pages.nothing.isVisible() and "giraffe" in panel.pages.nothing.text()


def test_a_setting_that_means_nothing_here_is_found_with_the_reason(panel):
    panel.search.setText("momentum")
    row = rows(panel)["training.optimizer.momentum"]
    assert row.isVisible() and not control(panel, "training.optimizer.momentum").isEnabled()
    assert "Only with momentum, Nesterov" in row.explanation.text()
    pick(control(panel, "training.optimizer"), "momentum")
    assert control(panel, "training.optimizer.momentum").isEnabled()
    assert "Only with" not in row.explanation.text()


def test_what_is_found_can_be_changed(panel, heard):
    panel.search.setText("clip")
    type_value(control(panel, "training.clip_norm"), "2")
    assert heard.only_experiment() == circle({"training.clip_norm": 2.0})
    assert in_sight(panel) == {"training.clip_norm"}


def test_the_search_is_left_by_keys(panel):
    panel.focus_search()
    QTest.keyClicks(panel.search, "clip")
    QTest.keyClick(panel.search, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is groove(control(panel, "training.clip_norm"))
    panel.focus_search()
    assert panel.search.selectedText() == "clip"
    QTest.keyClick(panel.search, Qt.Key.Key_Escape)
    assert panel.search.text() == "" and not panel.search.hasFocus()


# ---- what is changed ---------------------------------------------------------------------------------------------


def test_what_is_changed_has_a_dot_and_a_bold_name(panel, look):
    panel.show_experiment(circle({"data.noise": 0.5, "network.activation": "relu"}))
    assert marked(panel) == {"data.noise", "network.activation"}
    assert control(panel, "data.noise")._label.font() == look.font("strong")
    assert control(panel, "training.batch_size")._label.font() == look.font("body")
    assert panel.foot.changes.isVisible() and panel.foot.changes.text.text == "2 changed"
    panel.show_experiment(circle())
    assert marked(panel) == set()
    assert not panel.foot.changes.isVisible()
    assert control(panel, "data.noise")._label.font() == look.font("body")


def test_a_fold_tells_that_something_behind_it_is_changed(panel):
    panel.show_experiment(circle({"training.clip_norm": 1.0}))
    assert section_of(panel, "training").more_button.text() == "• More"
    assert section_of(panel, "training").more_button.toolTip().endswith("changed: 1")
    assert section_of(panel, "data").more_button.text() == "More"
    section_of(panel, "training").set_open(True)
    assert section_of(panel, "training").more_button.text() == "Less"
    assert marked(panel) == {"training.clip_norm"}


def test_a_click_on_the_dot_sets_one_setting_back(panel, heard):
    panel.show_experiment(circle({"data.noise": 0.5, "network.activation": "relu"}))
    rows(panel)["data.noise"].dot.click()
    assert heard.only_experiment() == circle({"network.activation": "relu"})
    assert marked(panel) == {"network.activation"}


def test_the_learning_rate_is_set_back_in_the_run_that_is_on(panel, heard):
    type_value(control(panel, "training.learning_rate"), "0.5")
    rows(panel)["training.learning_rate"].dot.click()
    assert heard.all == [("learning_rate_changed", 0.5), ("learning_rate_changed", circle().training.learning_rate)]
    assert marked(panel) == set()


def test_all_is_set_back_at_once(panel, heard):
    panel.show_experiment(circle({"data.noise": 0.5, "network.hidden": [2], "training.optimizer": "adam"}))
    panel.foot.changes.button.click()
    assert heard.only_experiment() == circle()
    assert marked(panel) == set()


def test_setting_all_back_keeps_the_run_where_only_the_rate_is_changed(panel, heard):
    type_value(control(panel, "training.learning_rate"), "0.5")
    panel.foot.changes.button.click()
    assert heard.names == ["learning_rate_changed", "learning_rate_changed"]
    assert panel.experiment == circle()


def test_other_data_is_compared_with_the_experiment_that_it_came_with(panel):
    control(panel, "data.source").tiles["moons"].click()
    moons = Experiment.named("moons")
    assert panel.experiment.data == moons.data
    assert "data.source" not in marked(panel)
    assert ("network.hidden" in marked(panel)) == (circle().network.hidden != moons.network.hidden)


def test_a_file_is_compared_with_what_was_opened(panel):
    mine = circle({"title": "Mine", "data.noise": 0.4})
    panel.show_experiment(mine)
    assert marked(panel) == set()
    type_value(control(panel, "data.noise"), "0.6")
    assert marked(panel) == {"data.noise"}
    assert panel.names.box.currentText() == "Mine*"
    panel.show_experiment(panel.experiment.with_fields({"network.seed": 9}))
    assert "data.noise" in marked(panel), "new weights are no new file"
    panel.set_origin(panel.experiment)
    assert marked(panel) == set(), "it has been saved"


def test_another_title_does_not_change_where_it_came_from(panel, heard):
    field = control(panel, "title").field
    field.setText("Mine")
    field.setModified(True)
    field.take()
    assert heard.only_experiment().title == "Mine"
    assert marked(panel) == {"title"}


def test_a_dot_is_reached_and_used_by_keys(panel, heard):
    panel.show_experiment(circle({"data.noise": 0.5}))
    groove(control(panel, "data.noise")).setFocus()
    QTest.keyClick(groove(control(panel, "data.noise")), Qt.Key.Key_Tab)
    dot = rows(panel)["data.noise"].dot
    assert dot.hasFocus()
    QTest.keyClick(dot, Qt.Key.Key_Return)
    assert heard.only_experiment() == circle()


# ---- files -------------------------------------------------------------------------------------------------------


def test_recent_files_are_offered_by_name(panel, heard):
    panel.set_recent([Path("/talks/one.toml"), Path("/talks/two.toml"), Path("/old/two.toml")])
    texts = [action.text() for action in panel.files.fresh_menu().actions() if action.text()]
    assert texts == ["Open…", "Save as…", "one.toml", "talks/two.toml", "old/two.toml"]
    panel.files.fresh_menu().actions()[-1].trigger()
    assert heard.all == [("recent_requested", Path("/old/two.toml"))]


def test_esc_in_the_search_is_not_the_windows_esc_and_gives_the_keys_back(panel):
    left = []
    action = QAction(panel)
    action.setShortcut("Esc")
    action.triggered.connect(lambda: left.append(True))
    panel.addAction(action)
    panel.search.setFocus()
    panel.search.setText("rate")
    QTest.keyClick(panel.search, Qt.Key.Key_Escape)
    assert panel.search.text() == "" and not panel.search.hasFocus()
    assert left == []
    QTest.keyClick(panel, Qt.Key.Key_Escape)
    assert left == [True]


def test_a_click_anywhere_else_gives_the_keys_back(panel):
    panel.search.setFocus()
    QTest.mouseClick(panel.search, Qt.MouseButton.LeftButton)
    assert panel.search.hasFocus()
    QTest.mouseClick(panel, Qt.MouseButton.LeftButton, pos=panel.rect().bottomLeft())
    assert not panel.search.hasFocus()


def test_the_cross_in_the_search_shows_everything_again(panel, qtbot):
    panel.search.setText("momentum")
    panel.search.clear_button.click()
    assert panel.search.text() == "" and not panel.search.clear_button.isVisible()
    assert all(section.more_button.isVisible() for section in panel.pages.sections if section.more_button.text())


def test_what_a_section_unfolds_comes_into_sight(panel, qtbot):
    panel.resize(304, 420)
    section = section_of(panel, "training")
    bar = panel.pages.verticalScrollBar()
    assert bar.value() == 0
    section.more_button.click()
    assert section.is_open
    qtbot.waitUntil(lambda: bar.value() > 0)
    top = section.heading_place() - bar.value()
    assert 0 <= top < panel.pages.viewport().height()


def test_the_files_button_opens_its_menu(panel, qtbot):
    button = panel.findChild(FilesButton)
    button.click()
    menu = button.findChild(QMenu)
    assert menu.isVisible() and len(menu.actions()) >= 2
    menu.close()


def test_tab_goes_through_layers_that_were_added_too(panel):
    layers = control(panel, "network.hidden")
    layers.show_units((4, 3))
    layers.show_units((4, 3, 2))
    section = next(each for each in panel.pages.sections if "network.hidden" in each.keys)
    stops = [stop for stop in section.keyboard_stops() if stop.isVisible()]
    order, widget = [], stops[0]
    while widget not in order:
        order.append(widget)
        widget = widget.nextInFocusChain()
    places = [order.index(stop) for stop in stops]
    assert places == sorted(places)
