from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QImage
from PySide6.QtWidgets import QLineEdit, QMainWindow, QVBoxLayout, QWidget

from nnviz.engine import Experiment, Trainer
from nnviz.ui.diagram import stage
from nnviz.ui.diagram.edge_painter import point_on
from nnviz.ui.diagram.ink import GapInk
from nnviz.ui.diagram.layout import diagram_layout
from nnviz.ui.diagram.places import has_as_many_numbers
from nnviz.ui.diagram.unit_names import SMALLEST_NAME
from nnviz.ui.diagram.value_editor import ValueEditor
from nnviz.ui.diagram.view import DiagramView
from nnviz.ui.examples.images import picture_of
from nnviz.ui.names.units import UnitNames
from nnviz.ui.session.moment import Selection
from tests.ui.diagram.networks import maps_of, moment_at, run_of, trainer_of

LEFT = Qt.MouseButton.LeftButton
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture(scope="module")
def trainer():
    trainer = trainer_of((2, 4, 3, 1))
    trainer.run(30)
    return trainer


@pytest.fixture(scope="module")
def record(trainer):
    return trainer.iterate()


@pytest.fixture
def view(look, qtbot, trainer):
    view = DiagramView(look)
    qtbot.addWidget(view)
    view.resize(1020, 690)
    view.set_run(run_of(trainer))
    return view


def spot(point: QPointF) -> QPoint:
    return point.toPoint()


def knob(view, layer, unit):
    return spot(view.layout_shown.place(layer, unit).knob)


def middle(view, layer, unit):
    return spot(view.layout_shown.place(layer, unit).square.center())


def on_edge(view, layer, unit, source, along=0.42):
    gap = view.layout_shown.gap(layer)
    return spot(point_on(*gap.ends(gap.index_of(unit, source)), along))


def editor_of(view) -> ValueEditor:
    return view.findChild(ValueEditor)


def test_before_the_first_moment_there_is_nothing_to_pick(view, qtbot):
    assert view.layout_shown is None
    with qtbot.assertNotEmitted(view.selection_changed):
        qtbot.mouseClick(view, LEFT, pos=QPoint(300, 300))
    view.grab()


@pytest.mark.parametrize("layer", [0, 1, 2, 3])
def test_a_click_picks_a_unit(view, qtbot, record, layer):
    view.show_moment(moment_at(record, "a2"))
    with qtbot.waitSignal(view.selection_changed) as signal:
        qtbot.mouseClick(view, LEFT, pos=middle(view, layer, 0))
    assert signal.args == [Selection(layer, 0)]


def test_a_click_picks_a_weight(view, qtbot, record):
    view.show_moment(moment_at(record, "a2"))
    with qtbot.waitSignal(view.selection_changed) as signal:
        qtbot.mouseClick(view, LEFT, pos=on_edge(view, 3, 0, 2))
    assert signal.args == [Selection(3, 0, source=2)]


def test_a_click_on_a_knob_picks_the_bias(view, qtbot, record):
    view.show_moment(moment_at(record, "a2"))
    with qtbot.waitSignal(view.selection_changed) as signal:
        qtbot.mouseClick(view, LEFT, pos=knob(view, 1, 2))
    assert signal.args == [Selection(1, 2, bias=True)]


def test_a_click_on_empty_space_picks_nothing(view, qtbot, record):
    view.show_moment(moment_at(record, "a2", selection=Selection(1, 1)))
    with qtbot.waitSignal(view.selection_changed) as signal:
        qtbot.mouseClick(view, LEFT, pos=QPoint(4, 60))
    assert signal.args == [None]


def test_picking_what_is_picked_says_nothing(view, qtbot, record):
    view.show_moment(moment_at(record, "a2", selection=Selection(1, 1)))
    with qtbot.assertNotEmitted(view.selection_changed):
        qtbot.mouseClick(view, LEFT, pos=middle(view, 1, 1))


def test_alt_and_arrows_move_what_is_picked(view, qtbot, record):
    view.show_moment(moment_at(record, "a2", selection=Selection(1, 1)))
    for key, wanted in ((Qt.Key.Key_Down, Selection(1, 2)), (Qt.Key.Key_Right, Selection(2, 1))):
        with qtbot.waitSignal(view.selection_changed) as signal:
            qtbot.keyClick(view, key, ALT)
        assert signal.args == [wanted]
    with qtbot.assertNotEmitted(view.selection_changed):
        qtbot.keyClick(view, Qt.Key.Key_Right)


@pytest.mark.parametrize(
    ("where", "selection", "value"),
    [
        (lambda view: on_edge(view, 3, 0, 2), Selection(3, 0, source=2), lambda record: record.layers[2].W[0, 2]),
        (lambda view: middle(view, 2, 1), Selection(2, 1, bias=True), lambda record: record.layers[1].b[1]),
    ],
)
def test_a_double_click_edits_a_weight_or_a_bias(view, qtbot, record, where, selection, value):
    view.show_moment(moment_at(record, "a2"))
    view.show()
    qtbot.mouseDClick(view, LEFT, pos=where(view))
    editor = editor_of(view)
    assert editor.isVisible()
    assert editor.value() == pytest.approx(value(record), abs=1e-6)
    editor.lineEdit().selectAll()
    qtbot.keyClicks(editor, "0.75")
    with qtbot.waitSignal(view.edit_requested) as signal:
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert signal.args == [selection, 0.75]
    assert not editor.isVisible()


def test_escape_leaves_a_value_as_it_is(view, qtbot, record):
    view.show_moment(moment_at(record, "a2"))
    view.show()
    qtbot.mouseDClick(view, LEFT, pos=middle(view, 2, 1))
    with qtbot.assertNotEmitted(view.edit_requested):
        qtbot.keyClick(editor_of(view), Qt.Key.Key_Escape)
    assert not editor_of(view).isVisible()


def test_inputs_have_nothing_to_edit(view, qtbot, record):
    view.show_moment(moment_at(record, "a2"))
    view.show()
    qtbot.mouseDClick(view, LEFT, pos=middle(view, 0, 1))
    assert not editor_of(view).isVisible()


def test_an_animation_says_when_it_is_over(view, qtbot, record):
    view.show_moment(moment_at(record, "z1"))
    with qtbot.waitSignal(view.animation_finished):
        view.play(40)
        assert view.animating
    assert not view.animating


def test_the_next_moment_cuts_an_animation_short_without_a_word(view, qtbot, record):
    view.show_moment(moment_at(record, "z1"))
    view.play(10_000)
    with qtbot.assertNotEmitted(view.animation_finished):
        view.show_moment(moment_at(record, "a1"))
    assert not view.animating


def test_with_reduced_motion_a_phase_is_over_at_once(view, qtbot, record):
    view._look.set_reduced_motion(True)
    view.show_moment(moment_at(record, "z1"))
    with qtbot.waitSignal(view.animation_finished):
        view.play(10_000)
    assert not view.animating


def test_maps_are_wanted_in_the_size_of_the_units_and_only_if_shown(view, look, qtbot):
    assert 40 <= view.map_resolution <= 96
    view.set_options(show_maps=False, show_weights=True)
    assert view.map_resolution == 0
    three = trainer_of((3, 4, 1))
    view.set_options(show_maps=True, show_weights=True)
    view.set_run(run_of(three))
    assert view.map_resolution == 0


def test_units_are_coloured_by_their_error_signals_as_far_as_those_are_known(view, look, trainer, record):
    maps = maps_of(trainer, record)
    view.set_options(show_maps=True, show_weights=False, show_signals=True)

    def colour(phase, layer, unit):
        view.show_moment(moment_at(record, phase, maps=maps))
        square = view.layout_shown.place(layer, unit).square
        where = square.topLeft() + QPointF(0.3 * square.width(), 0.25 * square.height())
        return view.grab().toImage().pixelColor(spot(where))

    deltas = record.layers[1].delta[0]
    largest = int(abs(deltas).argmax())
    role = "grad_positive" if deltas[largest] > 0.0 else "grad_negative"

    def far(one, other):
        return max(abs(one.red() - other.red()), abs(one.green() - other.green()), abs(one.blue() - other.blue()))

    shares = abs(deltas) / max(abs(deltas).max(), abs(record.layers[2].delta[0]).max())
    assert shares[largest] > 0.05, "it is to be seen"
    before, there = colour("L", 2, largest), colour("delta2", 2, largest)
    assert far(there, look.colour(role)) < far(look.colour("card"), look.colour(role))
    assert there != before and colour("delta2", 1, 0) == colour("L", 1, 0), "the first layer's are not known yet"
    view.set_options(show_maps=True, show_weights=False)
    assert far(colour("delta2", 2, largest), before) <= 3


def test_a_screen_reader_hears_what_is_going_on(view, record):
    assert view.accessibleName()
    view.show_moment(moment_at(record, "delta2"))
    assert "δ" in view.accessibleDescription() and "hidden layer 2" in view.accessibleDescription()


@pytest.mark.parametrize("theme", ["light", "dark", "projector"])
@pytest.mark.parametrize("phase", ["x", "z2", "L", "delta2", "dW1", "update"])
def test_the_picture_is_not_blank_in_any_theme(view, look, trainer, record, theme, phase):
    look.set_theme(theme)
    view.show_moment(moment_at(record, phase, maps=maps_of(trainer, record)))
    image = view.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    colours = {image.pixel(x, y) for x in range(0, 1020, 3) for y in range(0, 690, 3)}
    assert len(colours) > 200
    work = look.theme.colour({"L": "loss", "update": "update"}.get(phase, "forward" if phase in "xz2" else "backward"))
    assert any(image.pixelColor(x, y) == work for x in range(10, 140) for y in range(10, 45))


def test_pulses_move_over_the_rest_of_the_picture(view, record):
    view.show_moment(moment_at(record, "z2"))
    still = view.grab().toImage()
    view.play(10_000)
    assert view.grab().toImage() != still
    view.show_moment(moment_at(record, "z2"))
    assert view.grab().toImage() == still


@pytest.mark.parametrize("size", [(0, 0), (1, 1), (200, 150), (40, 900), (1900, 30)])
def test_any_size_can_be_painted(view, trainer, record, size):
    view.setMinimumSize(0, 0)
    view.resize(*size)
    for phase in ("z1", "L", "delta2", "update"):
        view.show_moment(moment_at(record, phase, maps=maps_of(trainer, record), selection=Selection(1, 1, source=0)))
        view.grab()


@pytest.mark.parametrize("widths", [(1, 1), (1, 1, 1), (64, 32, 16, 10), (2, *[3] * 31, 1), (3, 1024, 20)])
def test_any_network_can_be_painted(view, qtbot, widths):
    trainer = trainer_of(widths)
    record = trainer.iterate()
    view.set_run(run_of(trainer))
    for phase in ("x", "z1", "a1", "L", "delta1", "dW1", "update"):
        view.show_moment(moment_at(record, phase))
        view.grab()
    view.show_moment(moment_at(record, "update", training=True))
    assert len(view.layout_shown.columns) == len(widths)
    view.grab()


def test_a_diverged_run_can_be_painted(view):
    trainer = trainer_of((2, 4, 3, 1), **{"network.activation": "relu", "training.learning_rate": 1e30})
    for _ in range(5):
        record = trainer.iterate()
        for phase in ("z3", "L", "delta1", "dW2", "update"):
            view.show_moment(moment_at(record, phase, maps=maps_of(trainer, record)))
            view.grab()


def test_larger_type_lays_the_diagram_out_again(view, look, record):
    view.show_moment(moment_at(record, "a2"))
    before = view.layout_shown.columns[1].fit
    look.set_scale(1.5)
    assert view.layout_shown.columns[1].fit != before
    view.grab()


def test_while_a_value_is_typed_no_key_of_the_windows_is_meant(view, qtbot, record):
    window = QMainWindow()
    qtbot.addWidget(window)
    window.setCentralWidget(view)
    step = QAction(window, shortcut="Right")
    play = QAction(window, shortcut="Space")
    window.addActions([step, play])
    pressed = []
    step.triggered.connect(lambda: pressed.append("step"))
    play.triggered.connect(lambda: pressed.append("play"))
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    view.show_moment(moment_at(record, "a2"))
    qtbot.mouseDClick(view, LEFT, pos=middle(view, 2, 1))
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Space):
        qtbot.keyClick(editor_of(view), key)
    assert not pressed
    qtbot.keyClick(editor_of(view), Qt.Key.Key_Escape)
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert pressed == ["step"]
    view.setParent(None)


def test_when_presenting_a_step_puts_the_card_of_a_resting_pointer_away(view, qtbot, look, record):
    view.show()
    view.show_moment(moment_at(record, "a2"))
    plain = view.grab().toImage()
    qtbot.mouseMove(view, middle(view, 1, 0))
    assert view.grab().toImage() != plain
    look.set_presenting(True)
    view.show_moment(moment_at(record, "z3"))
    view.show_moment(moment_at(record, "a2"))
    stepped = view.grab().toImage()
    qtbot.mouseMove(view, middle(view, 1, 1))
    assert view.grab().toImage() != stepped


def test_a_silenced_unit_is_struck_out(view, look, qtbot):
    trainer = trainer_of((2, 6, 3, 1), **{"training.dropout": 0.5})
    record = trainer.iterate()
    view.set_run(run_of(trainer))
    view.show_moment(moment_at(record, "a1"))
    image = view.grab().toImage()
    struck = look.colour("text_muted").name()
    for unit, factor in enumerate(record.layers[0].mask[0]):
        assert (image.pixelColor(middle(view, 1, unit)).name() == struck) is bool(factor == 0.0)


def test_the_true_class_is_named_among_the_targets(view):
    trainer = Trainer(Experiment.named("penguins"))
    view.set_run(run_of(trainer))
    view.show_moment(moment_at(trainer.iterate(), "update"))
    plain = view.grab().toImage()
    view._stage._names = UnitNames()
    view._repaint()
    assert view.grab().toImage() != plain


@pytest.mark.parametrize("size", [(820, 520), (1140, 620)])
@pytest.mark.parametrize("name", ["penguins", "diabetes"])
def test_every_input_and_output_with_a_name_has_room_for_it(view, name, size):
    trainer = Trainer(Experiment.named(name))
    view.resize(*size)
    view.set_run(run_of(trainer))
    view.show_moment(moment_at(trainer.iterate(), "update"))
    layout, lettering = view.layout_shown, view._stage._lettering
    last = len(layout.columns) - 1
    for layer in (0, last):
        for place in layout.columns[layer].places:
            text = view._stage._names.of(layer, place.unit, last)
            if text:
                width = lettering.width(text, "body", layout.name_pixels[bool(layer)])
                assert place.name is not None and width <= place.name.width() + 0.5


def written_in(view, monkeypatch):
    """The texts of the next painting, with the size of their type."""
    texts, lettering = {}, view._stage._lettering
    write = lettering.write

    def note(painter, box, text, role, pixels, *more, **named):
        texts[text] = pixels
        write(painter, box, text, role, pixels, *more, **named)

    monkeypatch.setattr(lettering, "write", note)
    view.grab()
    return texts


@pytest.mark.parametrize(("name", "alone"), [("digits", True), ("penguins", False)])
def test_the_class_stands_alone_where_its_targets_are_many(view, monkeypatch, name, alone):
    trainer = Trainer(Experiment.named(name))
    view.set_run(run_of(trainer))
    record = trainer.iterate()
    view.show_moment(moment_at(record, "L"))
    texts = written_in(view, monkeypatch)
    assert view._stage._names.target(record.y[0]) in texts
    assert any(text.startswith("y₁ = ") for text in texts) is not alone


def test_names_in_their_units_are_as_large_as_units_have_room(view, look, monkeypatch):
    trainer = Trainer(Experiment.named("penguins"))
    look.set_scale(1.5)
    view.resize(1000, 620)
    view.set_run(run_of(trainer))
    record = trainer.iterate()
    view.show_moment(moment_at(record, "L"))
    place = view.layout_shown.columns[-1].places[0]
    assert place.square.contains(place.name)
    texts = written_in(view, monkeypatch)
    # The true class stands at the loss as well.
    sizes = {texts[name] for name in set(trainer.examples.class_names) - {view._stage._names.target(record.y[0])}}
    assert len(sizes) == 1 and sizes.pop() > SMALLEST_NAME


def test_names_cost_no_numbers(view):
    trainer = Trainer(Experiment.named("penguins"))
    view.resize(608, 400)
    view.set_run(run_of(trainer))
    view.show_moment(moment_at(trainer.iterate(), "update"))
    plain = diagram_layout((9, 6, 3), 608.0, 400.0, view._look.factor, view.layout_shown.characters)
    assert has_as_many_numbers(view.layout_shown, plain)


def test_a_digit_is_shown_at_the_input_as_the_picture_that_it_is(view):
    trainer = Trainer(Experiment.named("digits"))
    view.resize(900, 600)
    view.set_run(run_of(trainer))
    moment = moment_at(trainer.iterate(), "x")
    view.show_moment(moment)
    box = view.layout_shown.picture.toRect()
    first = view.grab(box).toImage()
    expected = picture_of(
        trainer.examples.raw[moment.shown_example] / trainer.examples.raw.max(),
        view._look.colour("card"),
        view._look.colour("text"),
    )
    cell = box.width() / 8.0
    for row, column in ((0, 3), (4, 2), (7, 7), (5, 4)):
        pixel = first.pixelColor(round((column + 0.5) * cell), round((row + 0.5) * cell))
        assert pixel.name() == expected.pixelColor(column, row).name()
    view.show_moment(replace(moment, example=1))
    assert view.grab(box).toImage() != first


def test_an_animation_passes_through_what_is_between(view, qtbot, record):
    view.show_moment(moment_at(record, "z1"))
    end = view.grab().toImage()
    view.play(2_000)
    start = view.grab().toImage()
    qtbot.waitUntil(lambda: view.animating and view.grab().toImage() not in (start, end))


def test_the_keyboard_comes_back_to_the_diagram_when_a_value_has_been_typed(qtbot, look, trainer, record):
    window = QWidget()
    column = QVBoxLayout(window)
    view, beside = DiagramView(look), QLineEdit()
    column.addWidget(beside)
    column.addWidget(view)
    qtbot.addWidget(window)
    window.resize(900, 700)
    view.set_run(run_of(trainer))
    view.show_moment(moment_at(record, "z1"))
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.mouseDClick(view, LEFT, pos=knob(view, 1, 0))
    assert editor_of(view).hasFocus()
    beside.setFocus()
    editor_of(view).setFocus()
    qtbot.keyClick(editor_of(view), Qt.Key.Key_Escape)
    assert view.hasFocus()


def test_a_size_that_comes_again_is_laid_out_once(view, record, look):
    view.show_moment(moment_at(record, "z1"))
    first = view.layout_shown
    view.resize(700, 690)
    beside = view.layout_shown
    view.resize(1020, 690)
    assert view.layout_shown is first is not beside
    look.set_scale(1.5)
    assert view.layout_shown is not first


def test_in_another_look_nothing_is_inked_twice_and_the_picture_is_as_if_it_were(
    view, look, qtbot, trainer, record, monkeypatch
):
    inked = []

    class Counted(GapInk):
        def __init__(self, *given):
            inked.append(given)
            super().__init__(*given)

    monkeypatch.setattr(stage, "GapInk", Counted)
    view.show_moment(moment_at(record, "z1"))
    view.grab()
    once = len(inked)
    for change in (
        lambda: look.set_theme("dark"),
        lambda: look.set_presenting(True),
        lambda: look.set_presenting(False),
        lambda: look.set_scale(1.2),
        lambda: look.set_scale(1.0),
    ):
        change()
        kept = view.grab().toImage()
        anew = DiagramView(look)
        qtbot.addWidget(anew)
        monkeypatch.setattr(stage, "GapInk", GapInk)
        anew.resize(view.size())
        anew.set_run(run_of(trainer))
        anew.show_moment(moment_at(record, "z1"))
        assert anew.grab().toImage() == kept
        monkeypatch.setattr(stage, "GapInk", Counted)
    assert once > 0
    assert len(inked) == 3 * once, "as it was, on the stage, and in larger type"
