"""The computation graph: what is known of it phase by phase, and what a click picks."""

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from nnviz.engine.analysis.scalar_graph import scalar_graph
from nnviz.engine.training.record.phases import phase_index
from nnviz.ui.look.look import Look
from nnviz.ui.look.numbers import NumberStyle, written
from nnviz.ui.panels.graph.layout import laid_out
from nnviz.ui.panels.graph.panel import GraphPanel
from nnviz.ui.session.moment import Moment, Selection
from tests.ui.panels.host import NotingHost
from tests.ui.panels.runs import THEMES, colours_in, run_info, trainer
from tests.ui.put_up import put_up


class Shown:
    """A panel with a run in it."""

    def __init__(self, panel, **fields):
        self.panel = panel
        self.run = trainer("circle", **{"network__hidden": (2,), **fields})
        self.record = self.run.iterate()
        panel.set_run(run_info(self.run))
        self.at("x")

    def at(self, phase, **fields):
        self.panel.show_moment(
            Moment(self.record, phase_index(phase, self.run.architecture.layers), **{"example": 2, **fields})
        )
        return self.panel.picture

    def find(self, kind, layer=0, unit=0, source=None):
        """The place of a node."""
        wanted = (kind, layer, unit, source)
        nodes = self.panel.picture.nodes
        return next(i for i, each in enumerate(nodes) if (each.kind, each.layer, each.unit, each.source) == wanted)

    def lit(self):
        return {
            node.kind for node, each in zip(self.panel.picture.nodes, self.panel.picture.shown, strict=True) if each.lit
        }


@pytest.fixture
def host(qtbot):
    return NotingHost()


@pytest.fixture
def panel(qtbot, look, host):
    widget = put_up(qtbot, GraphPanel(look), 560, 480)
    widget.connect_to(host)
    return widget


@pytest.fixture
def shown(panel):
    return Shown(panel)


def test_before_anything_it_says_what_will_appear(panel):
    assert panel.empty.isVisible() and "graph of single numbers" in panel.empty.text()


def test_going_forward_values_appear_and_what_is_computed_is_lit(panel, shown):
    total, answer = shown.find("sum", 1, 1), shown.find("function", 1, 1)
    assert shown.at("x").shown[total].value == "" and shown.lit() == {"input"}
    assert shown.at("z1").shown[total].value == written(shown.record.layers[0].z[2, 1], NumberStyle())
    assert panel.picture.shown[answer].value == ""
    assert shown.lit() == {"weight", "bias", "product", "sum"}
    shown.at("a1")
    assert panel.picture.shown[answer].value and shown.lit() == {"function"}
    shown.at("L")
    assert shown.lit() == {"target", "loss"} and not panel.picture.shown[total].derivative


def test_going_backward_derivatives_appear_from_the_loss_on(panel, shown):
    weight, total = shown.find("weight", 1, 1, 0), shown.find("sum", 1, 1)
    shown.at("delta2")
    assert panel.picture.shown[shown.find("loss", 2)].derivative == "+1.000"
    assert panel.picture.shown[total].derivative == ""
    shown.at("delta1")
    assert panel.picture.shown[total].derivative == written(
        shown.record.layers[0].delta[2, 1], NumberStyle(), plus=True
    )
    assert panel.picture.shown[weight].derivative == "" and shown.lit() == {"product", "sum", "function"}
    shown.at("dW1")
    assert panel.picture.shown[weight].derivative and "weight" in shown.lit()


def test_unit_by_unit_only_the_unit_in_play_is_lit_and_known(panel, shown):
    shown.at("z1", unit=0)
    first, second = shown.find("sum", 1, 0), shown.find("sum", 1, 1)
    assert panel.picture.shown[first].lit and panel.picture.shown[first].value
    assert not panel.picture.shown[second].lit and not panel.picture.shown[second].value


def test_a_click_and_enter_pick_what_a_node_is_of(panel, shown, host):
    for place, selection in (
        (shown.find("product", 1, 1, 0), Selection(1, 1, 0)),
        (shown.find("bias", 2, 0), Selection(2, 0, bias=True)),
        (shown.find("function", 1, 0), Selection(1, 0)),
    ):
        QTest.mouseClick(panel.picture, Qt.MouseButton.LeftButton, pos=panel.picture.box_of(place).center().toPoint())
        assert host.what("select")[-1] == [selection]
    count = len(host.what("select"))
    panel.picture.setFocus(Qt.FocusReason.TabFocusReason)
    panel.picture._point_at(0)
    QTest.keyClick(panel.picture, Qt.Key.Key_Return)
    assert host.what("select")[-1] == [Selection(0, 0)]
    panel.picture._pick(len(panel.picture.nodes) - 1)
    assert len(host.what("select")) == count + 1, "the loss is nothing that can be picked"


def test_what_is_picked_in_the_diagram_is_marked(panel, shown):
    shown.at("x", selection=Selection(1, 1, 0))
    marked = [node.kind for node, each in zip(panel.picture.nodes, panel.picture.shown, strict=True) if each.picked]
    assert marked == ["weight", "product"]


def test_a_network_whose_graph_is_too_large_says_so_and_which_is_not(panel):
    Shown(panel, network__hidden=(8, 8))
    assert panel.picture.isHidden() and "nodes" in panel.empty.text() and "2-2-1" in panel.empty.text()
    Shown(panel)
    assert panel.picture.isVisible() and panel.empty.isHidden()


@pytest.mark.parametrize("stacked", [False, True])
@pytest.mark.parametrize("hidden", [(), (2,), (4,), (2, 2)])
def test_no_two_nodes_stand_in_one_place_and_the_work_goes_to_the_right(stacked, hidden):
    record = trainer("circle", network__hidden=hidden).iterate()
    nodes, widths = scalar_graph(record, 0), record.architecture.widths
    layout = laid_out(nodes, widths, stacked)
    assert len(set(layout.places)) == len(nodes)
    for node, (x, y) in zip(nodes, layout.places, strict=True):
        assert 0.0 < x < 1.0 and 0.0 < y < 1.0
        assert all(layout.places[parent][0] <= x for parent in node.parents)


def test_boxes_do_not_lie_on_each_other_and_larger_room_has_larger_numbers(panel, shown):
    boxes = [panel.picture.box_of(place) for place in range(len(panel.picture.nodes))]
    assert not any(a.intersects(b) for at, a in enumerate(boxes) for b in boxes[at + 1 :])
    small = panel.picture._pixels
    panel.resize(900, 900)
    assert panel.picture._pixels > small


def texts_fit(picture):
    """Whether every text of every node has room in its box."""
    metrics = QFontMetricsF(picture._font(bold=True))
    return all(
        metrics.horizontalAdvance(text) <= picture.box_of(place).width()
        for place, each in enumerate(picture.shown)
        for text in (each.label, each.value, each.derivative)
    )


@pytest.mark.parametrize("hidden", [(2,), (4,), (2, 2)])
@pytest.mark.parametrize("size", [(300, 260), (390, 570), (1000, 700)])
def test_no_text_is_cut_however_small_the_room(panel, size, hidden, look):
    look.set_numbers(NumberStyle(form="scientific"))
    panel.resize(*size)
    shown = Shown(panel, network__hidden=hidden)
    picture = shown.at("update")
    assert any("×10" in each.derivative for each in picture.shown) and texts_fit(picture)
    assert picture._font().pixelSize() >= look.font("mono_small").pixelSize()
    boxes = [picture.box_of(place) for place in range(len(picture.nodes))]
    assert not any(a.intersects(b) for at, a in enumerate(boxes) for b in boxes[at + 1 :])
    assert all(QRectF(picture.rect()).contains(box) for box in boxes)


def test_numbers_that_appear_find_their_room_there_already(panel, shown):
    before = [shown.at("x").box_of(place) for place in range(len(panel.picture.nodes))]
    assert [shown.at("update").box_of(place) for place in range(len(before))] == before


def test_what_is_computed_comes_into_sight_until_one_looks_elsewhere(panel, qtbot):
    panel.resize(260, 700)
    shown = Shown(panel, network__hidden=(2, 2))
    room, picture = panel.room, panel.picture

    def sees(kind, layer, unit=0):
        box = picture.box_of(shown.find(kind, layer, unit)).center().toPoint()
        return room.viewport().rect().contains(picture.mapTo(room.viewport(), box))

    shown.at("L")
    qtbot.waitUntil(lambda: sees("loss", 3))
    shown.at("a1")
    qtbot.waitUntil(lambda: sees("function", 1))
    assert not sees("loss", 3)
    room.horizontalScrollBar().setValue(room.horizontalScrollBar().maximum())
    shown.at("a1")
    assert not sees("function", 1), "the same phase again moves nothing"


def test_the_wheel_with_ctrl_makes_it_larger_where_the_pointer_is(panel, shown, qtbot):
    room, picture = panel.room, panel.picture
    shown.at("L")
    size, place = picture.width(), shown.find("loss", 2)
    at = QPointF(picture.mapTo(room.viewport(), picture.box_of(place).center().toPoint()))

    def turn(notches):
        event = QWheelEvent(
            at,
            QPointF(room.viewport().mapToGlobal(at.toPoint())),
            QPoint(),
            QPoint(0, 120 * notches),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.ControlModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(room.viewport(), event)

    turn(4)
    qtbot.waitUntil(lambda: picture.width() > 1.5 * size)
    qtbot.waitUntil(
        lambda: picture.place_at(QPointF(picture.mapFrom(room.viewport(), at.toPoint()))) == place, timeout=5000
    )
    turn(-9)
    qtbot.waitUntil(lambda: picture.width() == size)


@pytest.mark.parametrize("theme", THEMES)
def test_it_is_painted_in_every_theme(qtbot, theme):
    panel = put_up(qtbot, GraphPanel(Look(theme)), 560, 480)
    Shown(panel).at("delta1")
    assert colours_in(panel.picture) > 10
