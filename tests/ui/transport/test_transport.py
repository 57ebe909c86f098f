import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QTest

from nnviz.engine import Experiment, Trainer
from nnviz.engine.training.record.steps import Grain
from nnviz.ui.look.look import Look
from nnviz.ui.look.numbers import whole
from nnviz.ui.session.moment import Moment
from nnviz.ui.session.pace import PACES
from nnviz.ui.transport import Transport
from nnviz.ui.transport.readout import Readout, Words
from nnviz.ui.transport.transport import Density
from tests.ui.actions.idle import idle_actions
from tests.ui.panels.runs import run_info, snapshot, trainer


@pytest.fixture(scope="module")
def record():
    return Trainer(Experiment.named("circle")).iterate()


@pytest.fixture
def dressed(qapp, fonts):
    """Dresses the application in a look, and undresses it."""

    def dress(look):
        look.dress(qapp)
        return look

    yield dress
    qapp.setStyleSheet("")


@pytest.fixture
def make(qtbot, dressed, record):
    def made(width=1020, look=None):
        look = dressed(look or Look())
        actions = idle_actions(look)
        transport = Transport(look, actions)
        qtbot.addWidget(transport)
        transport.resize(width, transport.sizeHint().height())
        transport.show_moment(Moment(record, 2))
        transport.show()
        return transport, actions

    return made


@pytest.mark.parametrize("name", ["home", "step_back", "play", "step", "step_iteration", "step_epoch", "train"])
def test_each_button_does_what_its_action_does(make, qtbot, name):
    transport, actions = make()
    button = transport.buttons[name]
    with qtbot.waitSignal(actions[name].triggered):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert button.toolTip() == actions[name].toolTip()
    actions[name].setEnabled(False)
    assert not button.isEnabled()


def test_play_turns_into_pause_and_nothing_moves(make):
    transport, _ = make()
    before = [button.geometry() for button in transport.buttons.values()]
    assert transport.buttons["play"].text() == "Play"
    transport.set_playing(True)
    assert transport.buttons["play"].text() == "Pause"
    transport.set_training(True)
    assert transport.buttons["train"].text() == "Stop  T"
    assert [button.geometry() for button in transport.buttons.values()] == before
    transport.set_playing(False)
    assert transport.buttons["play"].text() == "Play"


def test_the_strip_says_which_phase_was_picked(make, qtbot):
    transport, _ = make()
    cell = transport.strip.picture.cells[5].center().toPoint()
    with qtbot.waitSignal(transport.phase_picked) as picked:
        QTest.mouseClick(transport.strip, Qt.MouseButton.LeftButton, pos=cell)
    assert picked.args == [5]


def test_speed_and_pace_can_be_picked(make):
    transport, _ = make()
    speeds, paces = [], []
    transport.speed_changed.connect(speeds.append)
    transport.pace_changed.connect(paces.append)
    for box in (transport.speed.box, transport.pace.box):
        for place in range(box.count()):
            box.activated.emit(place)
    assert speeds == [0.25, 0.5, 1.0, 2.0, 4.0, 8.0]
    assert paces == [pace.name for pace in PACES]


def test_speed_and_pace_are_shown_without_a_signal(make):
    transport, _ = make()
    transport.speed_changed.connect(lambda _: pytest.fail("nobody picked anything"))
    transport.pace_changed.connect(lambda _: pytest.fail("nobody picked anything"))
    transport.set_speed(0.5)
    transport.set_pace("epochs_10")
    assert transport.speed.box.currentText() == "×0.5"
    assert transport.pace.key() == "epochs_10"


def test_a_change_of_width_keeps_the_pace(make):
    transport, _ = make(1020)
    transport.set_pace("epochs_1")
    for width in (1900, 640, 1900):
        transport.resize(width, transport.height())
        assert transport.pace.key() == "epochs_1"


def test_the_readout_counts_from_one_and_shows_the_rate_or_the_speed_while_training(make, record):
    transport, _ = make(1600)
    assert transport.readout.lines() == ("iteration 1 · epoch 1", "η 0.01")
    transport.set_training(True)
    transport.show_speed(9812.3, 544.2)
    assert transport.readout.lines() == ("iteration 1 · epoch 1", "9810 iterations/s")
    transport.set_training(False)
    assert transport.readout.lines()[1] == "η 0.01"


def test_figures_move_nothing(make):
    transport, _ = make(1600)
    before = [transport.readout.geometry(), transport.pace.geometry()]
    transport.readout.show_place(1_234_566, 12_344, 0.000123456)
    transport.set_training(True)
    transport.show_speed(123_456.0, 5_000.0)
    assert [transport.readout.geometry(), transport.pace.geometry()] == before
    assert "123" in transport.readout.lines()[1]


@pytest.mark.parametrize(
    ("width", "density"),
    [(1900, Density.FULL), (1020, Density.SHORT), (800, Density.ICONS), (640, Density.ALL_ICONS)],
)
def test_narrow_windows_get_fewer_letters(make, width, density):
    transport, _ = make(width)
    assert transport.density() is density


@pytest.mark.parametrize(("theme", "scale"), [("light", 0.75), ("light", 1.0), ("projector", 1.0), ("dark", 1.7)])
def test_nothing_overlaps_and_nothing_is_cut(make, qapp, theme, scale):
    transport, _ = make(1900, Look(theme, scale))
    for width in (1900, 1280, 1020, 860, 700, 640):
        transport.resize(width, transport.height())
        qapp.processEvents()
        row = [widget for widget in row_of(transport) if widget.isVisible()]
        assert set(transport.buttons.values()) <= set(row)
        right = 0
        for widget in row:
            corner = widget.mapTo(transport, widget.rect().topLeft())
            assert corner.x() >= right, widget
            assert corner.y() >= transport.strip.geometry().bottom()
            assert widget.width() in (widget.sizeHint().width(), widget.maximumWidth())
            right = corner.x() + widget.width()
        assert right <= width


def row_of(transport):
    return [*transport.buttons.values(), transport.speed, transport.pace, transport.readout]


def test_a_larger_type_size_finds_its_density_again(make, qapp):
    look = Look()
    transport, _ = make(1020, look)
    assert transport.density() is Density.SHORT
    look.set_scale(1.7)
    look.dress(qapp)
    qapp.processEvents()
    assert transport.density() > Density.SHORT
    assert transport.minimumSizeHint().width() <= 640


class Moving(QObject):
    """Whoever lays the transport out again as soon as something in it comes or goes."""

    def __init__(self, transport):
        super().__init__()
        self._transport = transport

    def eventFilter(self, watched, event):
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            wider = 1 if event.type() is QEvent.Type.ShowToParent else -1
            self._transport.resize(self._transport.width() + wider, self._transport.height())
        return False


def test_a_room_that_changes_while_densities_are_tried_misleads_nobody(make, qapp):
    look = Look()
    transport, _ = make(500, look)
    assert transport.density() is Density.BUTTONS
    moving = Moving(transport)
    transport.speed.installEventFilter(moving)
    look.set_scale(1.01)
    look.dress(qapp)
    qapp.processEvents()
    assert transport.density() is Density.BUTTONS
    assert transport.speed.isHidden() and transport.pace.isHidden() and transport.readout.isHidden()


def test_a_change_of_look_keeps_the_type_of_every_button(make, qapp):
    look = Look(scale=0.75)
    transport, _ = make(640, look)
    for presenting in (True, False, True):
        look.set_presenting(presenting)
        look.dress(qapp)
        transport.resize(1280 if presenting else 640, 200)
        qapp.processEvents()
        sizes = {button.font().pixelSize() for button in transport.buttons.values()}
        assert sizes == {24 if presenting else 12}


@pytest.fixture
def told(make):
    """A transport that has been told all there is of a run."""

    def made(width=1020, look=None, updates=200):
        run = trainer()
        run.run(updates)
        update = run.iterate()
        transport, actions = make(width, look)
        transport.set_run(run_info(run))
        transport.show_snapshot(snapshot(run, update))
        transport.show_moment(Moment(update, 4))
        transport.flush()
        return transport, actions

    return made


def test_every_way_of_moving_is_handed_on(told):
    transport, _ = told()
    heard = []
    for name in ("grain_picked", "example_picked", "mean_picked", "pin_toggled", "visited", "line_picked"):
        getattr(transport, name).connect(lambda *args, name=name: heard.append((name, *args)))
    examples, grain = transport.choices.examples, transport.choices.grain
    QTest.mouseClick(grain.choice.button("unit"), Qt.MouseButton.LeftButton)
    QTest.mouseClick(examples.dots, Qt.MouseButton.LeftButton, pos=examples.dots.centre(6).toPoint())
    QTest.mouseClick(examples.mean, Qt.MouseButton.LeftButton)
    QTest.mouseClick(examples.pin, Qt.MouseButton.LeftButton)
    QTest.keyClick(transport.scrubber.track, Qt.Key.Key_Home)
    transport.scrubber.futures.line_picked.emit(3)
    assert heard == [
        ("grain_picked", Grain.UNIT),
        ("example_picked", 6),
        ("mean_picked",),
        ("pin_toggled", True),
        ("visited", 0),
        ("line_picked", 3),
    ]


def test_the_grain_is_shown_without_a_signal(told):
    transport, _ = told()
    transport.grain_picked.connect(lambda _: pytest.fail("nobody picked anything"))
    transport.set_grain(Grain.TERM)
    assert transport.choices.grain.grain() is Grain.TERM


@pytest.mark.parametrize(("height", "low"), [(1080, False), (720, True)])
def test_a_low_window_has_a_lower_strip_of_the_run(told, qapp, height, low):
    look = Look()
    transport, _ = told(1280, look)
    transport.resize(1280, height)
    qapp.processEvents()
    assert (transport.scrubber.sizeHint().height() == look.px(24)) is low


@pytest.mark.parametrize("scale", [0.75, 1.0, 1.7])
def test_the_rows_lie_under_each_other_within_the_card(told, qapp, scale):
    transport, _ = told(1900, Look(scale=scale))
    for width in (1900, 1020, 640):
        transport.resize(width, transport.sizeHint().height())
        qapp.processEvents()
        bottom = 0
        for part in (transport.strip, transport.choices, transport.scrubber, transport.buttons["play"]):
            corner = part.mapTo(transport, part.rect().topLeft())
            assert corner.y() >= bottom
            bottom = corner.y() + part.height()
        assert bottom <= transport.height()
        assert transport.choices.examples.geometry().right() <= transport.choices.width()
        grain = transport.choices.grain
        assert grain.isHidden() or grain.geometry().right() <= transport.choices.width()


@pytest.mark.parametrize("iteration", [0, 99_999, 393_674, 9_999_999])
def test_however_far_the_run_the_readout_is_never_cut(qtbot, fonts, iteration):
    look = Look()
    readout = Readout(look)
    qtbot.addWidget(readout)
    for words in Words:
        readout.set_words(words)
        readout.resize(readout.sizeHint())
        readout.show_place(iteration, iteration // 10, 0.01)
        for shown in readout.shown():
            assert QFontMetricsF(shown.font).horizontalAdvance(shown.text) <= readout.width()
        assert whole(iteration + 1) in readout.shown()[0].text
