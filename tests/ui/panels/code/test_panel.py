"""The code panel: what it shows runs, its lines are lit phase by phase, and a click goes to a phase."""

import math

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from nnviz.code.values import value_in
from nnviz.engine.training.record.phases import phase_index
from nnviz.ui.look.look import Look
from nnviz.ui.look.numbers import NumberStyle
from nnviz.ui.panels.code.panel import CodePanel
from nnviz.ui.panels.code.values import value_rows
from nnviz.ui.session.moment import Moment
from nnviz.view import CodePart
from tests.ui.panels.host import NotingHost
from tests.ui.panels.runs import THEMES, colours_in, run_info, trainer
from tests.ui.put_up import put_up


class Shown:
    """A panel with a run in it."""

    def __init__(self, panel, **fields):
        self.panel = panel
        self.run = trainer("circle", **fields)
        self.run.run(5)
        self.record = self.run.iterate()
        panel.set_run(run_info(self.run))
        self.at("z1")

    def moment(self, phase, **fields):
        return Moment(self.record, phase_index(phase, self.run.architecture.layers), **fields)

    def at(self, phase, **fields):
        self.panel.show_moment(self.moment(phase, **fields))
        return [self.panel.lines.lines[place].code for place in sorted(self.panel.lines.lit)]


@pytest.fixture
def host(qtbot):
    return NotingHost()


@pytest.fixture
def panel(qtbot, look, host):
    widget = put_up(qtbot, CodePanel(look), 560, 480)
    widget.connect_to(host)
    return widget


@pytest.fixture
def shown(panel):
    return Shown(panel)


def test_before_anything_it_says_what_will_appear(panel):
    assert panel.empty.isVisible() and "line by line" in panel.empty.text()


def test_the_text_that_is_shown_runs_and_gives_the_numbers_of_every_phase(panel, shown):
    record = shown.record
    names = {"np": np, "math": math, "learning_rate": record.learning_rate, "batch": slice(None)}
    names |= {"x_train": record.x, "y_train": record.y}
    for layer, (weights, bias) in enumerate(record.architecture.weights_and_biases(record.theta.copy()), 1):
        names[f"W{layer}"], names[f"b{layer}"] = weights, bias
    exec(panel.text(), names)
    told = set()
    for phase in record.phases:
        shown.at(phase.name)
        lit = [panel.lines.lines[place] for place in panel.lines.lit]
        assert lit, phase.name
        for name in (name for line in lit for name in line.names):
            assert np.asarray(names[name]) == pytest.approx(value_in(record, name), rel=1e-9, abs=1e-12)
            told.add(name)
    assert {"x", "y", "z1", "h2", "y_hat", "L", "delta1", "dW3", "db2", "W1", "b3"} <= told


def test_the_lines_of_the_phase_in_play_are_lit_and_in_sight(panel, shown):
    assert shown.at("z2") == ["z2 = h1 @ W2.T + b2"]
    assert shown.at("dW1") == ["dW1 = delta1.T @ x / n", "db1 = delta1.mean(axis=0)"]
    seen = panel._scroll.viewport().rect().translated(0, panel._scroll.verticalScrollBar().value())
    assert seen.contains(panel.lines.lit_box().toRect().adjusted(1, 1, -1, -1))


def test_the_lit_lines_stay_in_sight_where_there_is_less_room(panel, shown):
    shown.at("dW1")
    panel.resize(560, 300)
    seen = panel._scroll.viewport().rect().translated(0, panel._scroll.verticalScrollBar().value())
    assert seen.intersects(panel.lines.lit_box().toRect().adjusted(1, 1, -1, -1))


def test_beside_them_stand_what_their_variables_hold_and_their_shapes(panel, shown):
    shown.at("z1", example=3)
    (row,) = panel.values.rows
    z = shown.record.layers[0].z
    assert (row.name, row.shape) == ("z1[3]", "(10, 4)")
    assert row.numbers == tuple(f"{value:.3f}".replace("-", "−") for value in z[3])
    shown.at("dW3")
    assert [row.name for row in panel.values.rows] == ["dW3[0]", "db3"]


def test_the_mean_and_a_visitor_have_numbers_of_their_own(shown):
    style = NumberStyle()
    (row,) = value_rows(shown.moment("z1", mean=True), ["z1"], style, 3)
    assert row.name == "z1.mean(axis=0)"
    visitor = shown.moment("z1", visitor=shown.record)
    (row,) = value_rows(visitor, ["z1"], style, 3)
    assert row.name == "z1"
    assert len(value_rows(shown.moment("update"), ["W1", "b1", "W2"], style, 2)) == 2


def test_a_click_on_a_line_and_enter_go_to_its_phase(panel, shown, host):
    line = next(place for place, line in enumerate(panel.lines.lines) if line.code.startswith("delta2"))
    QTest.mouseClick(panel.lines, Qt.MouseButton.LeftButton, pos=panel.lines.box_of_line(line).center().toPoint())
    layers = shown.run.architecture.layers
    assert host.what("pick_phase") == [[phase_index("delta2", layers)]]
    panel.lines.setFocus(Qt.FocusReason.TabFocusReason)
    shown.at("z1")
    panel.lines._point_at(panel.lines._pickable_lines.index(min(panel.lines.lit)))
    QTest.keyClick(panel.lines, Qt.Key.Key_Down)
    QTest.keyClick(panel.lines, Qt.Key.Key_Return)
    assert host.what("pick_phase")[-1] == [phase_index("a1", layers)]


def test_a_comment_leads_nowhere(panel, shown, host):
    line = next(place for place, line in enumerate(panel.lines.lines) if line.code == "# Forward.")
    QTest.mouseClick(panel.lines, Qt.MouseButton.LeftButton, pos=panel.lines.box_of_line(line).center().toPoint())
    assert not host.what("pick_phase")


def test_it_is_pytorch_or_mathematics_as_one_likes(panel, shown):
    panel.show_part(CodePart(language="pytorch"))
    assert panel.part() == CodePart(language="pytorch") and "L.backward()" in panel.text()
    assert shown.at("delta1") == shown.at("dW2") == ["L.backward()"]
    assert [row.name for row in panel.values.rows] == ["W2.grad[0]", "W2.grad[1]", "W2.grad[2]", "b2.grad"][
        : len(panel.values.rows)
    ]
    panel.choice.button("mathematics").click()
    assert panel.part().language == "mathematics"
    assert len([line for line in panel.lines.lines if line.code]) == len(shown.record.phases)
    assert shown.at("delta2") == [line.code for line in panel.lines.lines if line.phases == ("delta2",)]


def test_in_little_room_a_menu_takes_the_place_of_the_buttons(panel, shown):
    assert panel.choice.isVisible() and panel.menu.isHidden()
    panel.resize(240, 480)
    assert panel.choice.isHidden() and panel.menu.isVisible()
    panel.menu.pick(1)
    assert panel.part() == CodePart(language="pytorch") and panel.choice.key() == "pytorch"


def test_where_nothing_trains_pytorch_says_why_there_is_no_code(panel):
    Shown(panel, network__hidden=(), network__frozen=("W1", "b1"))
    panel.set_language("pytorch")
    assert "frozen" in panel.empty.text() and not panel.lines.isVisible()
    panel.set_language("numpy")
    assert panel.empty.isHidden() and panel.lines.isVisible()


def test_what_was_changed_by_hand_is_said_not_to_be_in_it(panel, shown):
    assert panel.remark.isHidden()
    shown.run.silence(1, 0, True)
    shown.record = shown.run.iterate()
    shown.at("z1")
    assert panel.remark.isVisible() and "knocked out" in panel.remark.text


@pytest.mark.parametrize("theme", THEMES)
def test_it_is_painted_in_every_theme_and_follows_a_narrower_room(qtbot, theme):
    panel = put_up(qtbot, CodePanel(Look(theme)), 560, 480)
    shown = Shown(panel)
    shown.at("L")
    assert colours_in(panel) > 10
    rows = len(panel.lines.edges())
    panel.resize(300, 480)
    assert len(panel.lines.edges()) > rows


def test_another_look_comes_before_the_lines_of_another_network(shown, look):
    shown.at("z3")
    other = trainer("circle", **{"network.hidden": [2]})
    shown.run, shown.record = other, other.iterate()
    shown.panel.hide()
    shown.panel.set_run(run_info(other))
    shown.panel.show_moment(shown.moment("z2"))
    look.set_scale(1.5)
    shown.panel.show()
    assert shown.at("z2") == ["z2 = h1 @ W2.T + b2"]


def test_of_a_network_whose_first_moment_is_on_its_way_nothing_is_shown_yet(shown, look):
    before = shown.panel.lines.lines
    other = trainer("circle", **{"network.hidden": [3, 3, 3, 3]})
    shown.panel.set_run(run_info(other))
    shown.panel._bring_up_to_date()
    assert shown.panel.lines.lines == before
    shown.record, shown.run = other.iterate(), other
    assert shown.at("z5") and shown.panel.lines.lines != before
    # And back, to fewer layers than the moment on screen has.
    shown.panel.set_run(run_info(trainer("circle", **{"network.hidden": [2]})))
    shown.panel._bring_up_to_date()
