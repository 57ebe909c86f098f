"""What the user does in a panel reaches the model and everything else in the window: by hand, on the real widgets."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from nnviz.engine import Experiment
from nnviz.ui.panels.code.panel import CodePanel
from nnviz.ui.panels.data.panel import DataPanel
from nnviz.ui.panels.experiment.panel import ExperimentPanel
from nnviz.ui.panels.gradient_flow.panel import GradientFlowPanel
from nnviz.ui.panels.graph.panel import GraphPanel
from nnviz.ui.panels.hidden_space.panel import HiddenSpacePanel
from nnviz.ui.panels.landscape.panel import LandscapePanel
from nnviz.ui.panels.loss.panel import LossPanel
from nnviz.ui.panels.results.panel import ResultsPanel
from nnviz.ui.panels.saturation.panel import SaturationPanel
from nnviz.ui.panels.units.panel import UnitsPanel
from nnviz.ui.session.moment import Selection
from tests.ui.panels.experiment.hands import control, pick, type_value
from tests.ui.window.desk import Desk

# ---- what is picked ------------------------------------------------------------------------------------------------


def test_a_unit_picked_in_the_saturation_panel_is_picked(desk: Desk) -> None:
    bars = desk.bring(SaturationPanel).bars
    desk.click(bars, bars.box_of(2).center().toPoint())
    assert desk.moment.selection == Selection(1, 2)


def test_a_unit_picked_among_the_units_is_picked(desk: Desk) -> None:
    maps = desk.bring(UnitsPanel).maps
    desk.click(maps, maps.boxes()[3].center().toPoint())
    assert desk.moment.selection == Selection(1, 3)


def test_a_layer_picked_in_the_gradient_flow_is_picked_by_its_first_unit(desk: Desk) -> None:
    bars = desk.bring(GradientFlowPanel).bars
    desk.click(bars.viewport(), bars.row_of(2).center().toPoint())
    assert desk.moment.selection == Selection(2, 0)


def test_what_a_factor_of_the_chain_rule_is_of_is_picked(desk: Desk) -> None:
    desk.pick(1, 0, 0)
    tiles = desk.explaining("chain").tiles
    desk.until(lambda: tiles.tiles)
    desk.click(tiles, tiles.box_of(0).center().toPoint())
    assert desk.moment.selection not in (None, Selection(1, 0, 0))


# ---- which example -------------------------------------------------------------------------------------------------


def test_an_example_picked_in_the_data_is_followed_until_it_is_not(desk: Desk) -> None:
    panel = desk.bring(DataPanel)
    plot = panel.stage.plot
    desk.click(plot.viewport(), plot.place_of(17).toPoint())
    assert desk.moment.pinned is not None
    desk.click(panel.pin_button)
    assert desk.moment.pinned is None


def test_an_example_picked_in_the_hidden_space_is_followed(desk: Desk) -> None:
    plot = desk.bring(HiddenSpacePanel).plot
    desk.until(lambda: plot.spaces is not None)
    desk.click(plot.viewport(), plot.place_of(17).toPoint())
    assert desk.moment.pinned is not None


# ---- the network's weights -----------------------------------------------------------------------------------------


def test_a_bias_pushed_in_the_saturation_panel_is_the_networks(desk: Desk) -> None:
    panel = desk.bring(SaturationPanel)
    desk.pick(1, 1, bias=True)
    before = float(desk.record.layers[0].b[1])
    desk.qtbot.keyClick(panel.bias.slider, Qt.Key.Key_Up)
    desk.wait()
    assert float(desk.record.layers[0].b[1]) > before


def test_the_point_of_the_landscape_moves_the_network_and_is_undone_as_one_change(desk: Desk) -> None:
    panel = desk.bring(LandscapePanel)
    desk.until(lambda: panel.plot.landscape is not None and panel.plot.ready)
    before = desk.record.theta.copy()
    panel.plot.setFocus()
    for _ in range(3):
        desk.qtbot.keyClick(panel.plot, Qt.Key.Key_Right)
    desk.until(lambda: panel.plot.told is not None)
    told = panel.plot.told[1]
    desk.qtbot.keyClick(panel.plot, Qt.Key.Key_Return)
    desk.wait()
    assert desk.record.layers[0].W[0, 0] > before[0]
    desk.until(lambda: panel.plot.landscape.loss == pytest.approx(told, rel=1e-9))
    desk.action("undo").trigger()
    desk.wait()
    assert (desk.record.theta == before).all()


def test_along_the_path_of_training_all_weights_move_together(desk: Desk) -> None:
    panel = desk.bring(LandscapePanel)
    for _ in range(4):
        desk.action("step_iteration").trigger()
        desk.wait()
    panel.direction_choice.pick(2)
    desk.until(lambda: panel.plot.landscape is not None and len(panel.plot.names[0]) > 4 and panel.plot.ready)
    before = desk.record.theta.copy()
    panel.plot.setFocus()
    desk.qtbot.keyClick(panel.plot, Qt.Key.Key_Up)
    desk.qtbot.keyClick(panel.plot, Qt.Key.Key_Return)
    desk.wait()
    assert (desk.record.theta != before).sum() > len(before) / 2


def test_what_counts_as_flat_is_chosen_in_the_saturation_panel_and_remembered(desk: Desk) -> None:
    desk.bring(SaturationPanel).flat_choice.pick(20)
    assert desk.moment.flat_below == 0.2
    desk.window.close()
    assert desk.reopened().moment.flat_below == 0.2


def test_the_best_weights_are_put_back_by_the_button_of_the_loss_panel(desk: Desk) -> None:
    desk.do("step_epoch", "step_epoch")
    desk.click(desk.bring(LossPanel).best_button)
    assert "Restored the weights of epoch" in desk.said()


@pytest.mark.parametrize(("here", "there"), [(DataPanel, ResultsPanel), (ResultsPanel, DataPanel)])
def test_the_best_network_is_shown_in_both_panels_that_can(
    desk: Desk, here: type[DataPanel | ResultsPanel], there: type[DataPanel | ResultsPanel]
) -> None:
    desk.do("step_epoch", "step_epoch")
    desk.bring(there)
    panel = desk.bring(here)
    for best in (True, False):
        desk.click(panel.best_switch.button("best" if best else "now"))
        shown = {desk.the(kind).best_switch.key() for kind in (here, there)}
        assert shown == {"best" if best else "now"}


# ---- explanations --------------------------------------------------------------------------------------------------


def test_a_question_of_a_page_is_answered(desk: Desk) -> None:
    desk.pick(1, 0, 0)
    page = desk.explaining("chain")
    desk.until(lambda: page.bars.rows)


def test_what_a_page_points_at_is_lit_in_the_diagram_until_another_is_opened(desk: Desk) -> None:
    desk.pick(1, 0, 0)
    tiles = desk.explaining("chain").tiles
    desk.until(lambda: tiles.tiles)
    plain = desk.diagram.grab().toImage()
    tiles.setFocus(Qt.FocusReason.TabFocusReason)
    desk.qtbot.keyClick(tiles, Qt.Key.Key_Right)
    assert desk.diagram.grab().toImage() != plain


def test_a_share_of_the_blame_is_lit_in_the_diagram_and_leads_to_the_unit_ahead(desk: Desk) -> None:
    desk.pick(1, 1)
    page = desk.explaining("blame")
    desk.until(lambda: page.blame is not None)
    plain = desk.diagram.grab().toImage()
    page.shares.setFocus(Qt.FocusReason.TabFocusReason)
    desk.qtbot.keyClick(page.shares, Qt.Key.Key_Down)
    assert desk.diagram.grab().toImage() != plain
    desk.qtbot.keyClick(page.shares, Qt.Key.Key_Return)
    desk.wait()
    assert desk.moment.selection is not None and desk.moment.selection.layer == 2


def test_a_unit_is_knocked_out_on_the_page_of_blame(desk: Desk) -> None:
    desk.pick(1, 1)
    page = desk.explaining("blame")
    desk.until(lambda: page.blame is not None)
    desk.click(page.knock_out)
    assert set(desk.record.architecture.silenced) == {(1, 1)}
    desk.until(lambda: "back" in page.knock_out.text().lower())


def test_a_weight_is_frozen_on_the_page_of_the_update(desk: Desk) -> None:
    desk.pick(1, 0, 0)
    desk.click(desk.explaining("update").freeze)
    assert desk.record.trainable is not None and not all(desk.record.trainable)


def test_a_nudge_is_one_change_that_undo_takes_back(desk: Desk) -> None:
    desk.pick(2, 0, 0)
    page = desk.explaining("nudge")
    desk.until(lambda: page.plot.nudge is not None)
    before = desk.weight(2)
    page.choice.button("keep").click()
    page.plot.setFocus()
    for _ in range(3):
        desk.qtbot.keyClick(page.plot, Qt.Key.Key_Right)
        desk.wait()
    assert desk.weight(2) != before
    desk.qtbot.keyClick(page.plot, Qt.Key.Key_Return)
    desk.wait()
    assert desk.weight(2) != before
    assert desk.undone() == 1
    assert desk.weight(2) == before


def test_a_nudge_that_is_not_kept_is_as_if_it_had_not_been(desk: Desk) -> None:
    desk.pick(2, 0, 0)
    page = desk.explaining("nudge")
    desk.until(lambda: page.plot.nudge is not None)
    before = desk.weight(2)
    desk.qtbot.keyClick(page.plot, Qt.Key.Key_Right)
    desk.wait()
    desk.qtbot.keyClick(page.plot, Qt.Key.Key_Escape)
    desk.wait()
    assert desk.weight(2) == before
    assert desk.undone() == 0


# ---- the experiment ------------------------------------------------------------------------------------------------


def test_a_setting_that_is_changed_starts_a_run_with_it(desk: Desk) -> None:
    control(desk.bring(ExperimentPanel), "network.hidden").rows[0].plus.click()
    desk.wait()
    assert desk.run.experiment.network.hidden[0] == 5


def test_a_rate_that_is_set_keeps_the_run(desk: Desk) -> None:
    desk.do("step_iteration")
    type_value(control(desk.bring(ExperimentPanel), "training.learning_rate"), "0.7")
    desk.wait()
    assert desk.record.learning_rate == 0.7
    assert desk.record.iteration == 1


def test_a_built_in_experiment_is_picked_by_its_name(desk: Desk) -> None:
    pick(desk.bring(ExperimentPanel).names, "spiral")
    desk.until(lambda: desk.run.experiment.title == "Spiral")


def test_the_buttons_at_the_foot_begin_again(desk: Desk) -> None:
    panel = desk.bring(ExperimentPanel)
    desk.do("step_iteration")
    desk.click(panel.reset)
    assert desk.place == (0, "x")
    desk.click(panel.new_weights)
    assert desk.run.experiment.network.seed == Experiment.named("circle").network.seed + 1


def test_files_are_opened_saved_and_opened_again_from_the_menu_of_the_panel(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    files = desk.bring(ExperimentPanel).files
    folder = tmp_path_factory.mktemp("files")
    kept, other = folder / "kept.toml", folder / "other.toml"
    other.write_text(Experiment.named("moons").with_fields({"title": "Other"}).to_toml())
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *arguments: (str(kept), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *arguments: (str(other), ""))
    ask, save = files.fresh_menu().actions()[:2]
    save.trigger()
    assert Experiment.load(kept) == desk.run.experiment
    ask.trigger()
    desk.until(lambda: desk.run.experiment.title == "Other")
    recent = {action.text(): action for action in files.fresh_menu().actions()}
    recent["kept.toml"].trigger()
    desk.until(lambda: desk.run.experiment.title == "Circle")


def test_what_is_opened_and_saved_is_what_changes_are_counted_from(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    panel, path = desk.bring(ExperimentPanel), tmp_path_factory.mktemp("files") / "kept.toml"
    control(panel, "network.hidden").rows[0].plus.click()
    desk.wait()
    assert panel.names.box.currentText().endswith("*")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *arguments: (str(path), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *arguments: (str(path), ""))
    desk.do("save")
    assert not panel.names.box.currentText().endswith("*")
    path.write_text(Experiment.named("moons").with_fields({"title": "Mine"}).to_toml())
    desk.do("open")
    desk.until(lambda: panel.names.box.currentText() == "Mine")
    # Another one of the same name is not the first one changed.
    path.write_text(Experiment.named("moons").with_fields({"title": "Mine", "network.hidden": [6]}).to_toml())
    desk.do("open")
    desk.until(lambda: panel.experiment is not None and panel.experiment.network.hidden == (6,))
    assert panel.names.box.currentText() == "Mine"


def test_a_setting_that_is_refused_is_said(desk: Desk) -> None:
    panel = desk.bring(ExperimentPanel)
    control(panel, "data.split").slider.move_handle(1, 0.6)
    control(panel, "data.split").slider.released.emit()
    assert "validation" in desk.said()


# ---- where one is --------------------------------------------------------------------------------------------------


def test_a_line_of_the_code_goes_to_its_phase(desk: Desk) -> None:
    lines = desk.bring(CodePanel).lines
    line = next(place for place, each in enumerate(lines.lines) if each.phases == ("a1",))
    desk.click(lines, lines.box_of_line(line).center().toPoint())
    assert desk.moment.phase.name == "a1"


def test_a_node_of_the_graph_picks_what_it_is_of(desk: Desk) -> None:
    desk.app.controller.load(Experiment.named("circle").with_fields({"network.hidden": [2]}))
    desk.wait()
    picture = desk.bring(GraphPanel).picture
    desk.until(lambda: picture.nodes)
    place = next(place for place, node in enumerate(picture.nodes) if (node.kind, node.source) == ("weight", 1))
    desk.click(picture, picture.box_of(place).center().toPoint())
    assert desk.moment.selection == Selection(1, 0, 1)
