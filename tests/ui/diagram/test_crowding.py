"""In a diagram nothing is cut at the card's edge, and nothing that lies over the network covers words or pictures."""

import pytest
from PySide6.QtCore import QRectF, QSizeF

from nnviz.engine import Experiment, Trainer
from nnviz.ui.diagram.column_fit import BOX, Numbers
from nnviz.ui.diagram.frame_painter import CAPTION_EDGE, LARGEST_LETTER
from nnviz.ui.diagram.label_painter import labels_of
from nnviz.ui.diagram.layout import diagram_layout
from nnviz.ui.diagram.overlays import locks_of
from nnviz.ui.diagram.pulses import core_of, glow_of, resting_pulses
from nnviz.ui.diagram.stage import Stage
from nnviz.ui.diagram.unit_names import names_of
from nnviz.ui.diagram.unit_painter import RING_GAP, RING_WIDTH
from nnviz.ui.diagram.view import DiagramView
from nnviz.ui.look.look import LEAST_PIXELS
from nnviz.ui.session.moment import Moment
from tests.ui.diagram.networks import moment_at, run_of, trainer_of
from tests.ui.put_up import put_up
from tests.ui.walk.painted import recording


def scene(look, trainer, phase, size=(600.0, 400.0)):
    stage = Stage(look)
    stage.set_size(QSizeF(*size), 1.0)
    stage.set_run(run_of(trainer))
    return stage.painting(moment_at(trainer.iterate(), phase), 1.0)


def shown(look, qtbot, trainer, size, phase):
    """The diagram, and what is written into it."""
    view = put_up(qtbot, DiagramView(look), *size)
    view.set_run(run_of(trainer))
    view.show_moment(moment_at(trainer.iterate(), phase))
    with recording(view) as written:
        look.changed.emit()
        view.grab()
    return view, written


@pytest.mark.parametrize("widths", [(2, 1), (2, 4, 1), (2, 8, 8, 3, 1)])
@pytest.mark.parametrize("wide", [110, 158, 300])
def test_names_of_layers_keep_off_the_edge_of_a_slender_card(look, qtbot, widths, wide):
    look.set_scale(0.75)
    view, written = shown(look, qtbot, trainer_of(widths), (wide, 390), "L")
    names = [each for each in written if each.ink.top() > view.height() - 30.0]
    assert names
    for one in names:
        assert one.ink.left() >= CAPTION_EDGE - 2.0, one.text
        assert one.ink.right() <= view.width() - CAPTION_EDGE + 2.0, one.text


def test_the_place_in_time_is_written_so_that_it_can_be_read_or_not_at_all(look, qtbot):
    look.set_scale(0.75)
    _, written = shown(look, qtbot, trainer_of((2, 1)), (170, 390), "L")
    assert all(each.pixels >= LEAST_PIXELS for each in written if each.text.startswith("ep"))


@pytest.mark.parametrize("size", [(158.0, 390.0), (480.0, 130.0), (600.0, 400.0)])
@pytest.mark.parametrize("frozen", [("W1", "b1", "W2", "b2"), ("W1", "b2", "W3[0,1]", "b1")])
def test_locks_cover_nothing_that_units_show(look, size, frozen):
    trainer = trainer_of((2, 8, 8, 1), **{"network.frozen": list(frozen)})
    painting = scene(look, trainer, "L", size)
    squares = [place.square for column in painting.layout.columns for place in column.places]
    locks = list(locks_of(painting))
    assert locks
    assert not [lock for lock in locks if any(lock.intersects(square) for square in squares)]


def test_a_layer_of_which_nothing_trains_has_one_lock(look):
    painting = scene(look, trainer_of((2, 4, 1), **{"network.frozen": ["W1", "b1", "W2[0,1]"]}), "L")
    layers = [sum(gap.x0 < lock.center().x() < gap.x1 for lock in locks_of(painting)) for gap in painting.layout.gaps]
    assert layers == [1, 1]


@pytest.mark.parametrize("name", ["circle", "xor", "spiral3", "penguins"])
@pytest.mark.parametrize("scale", [0.75, 1.0, 1.5])
def test_no_pulse_rests_on_what_an_output_stands_for(look, name, scale):
    look.set_scale(scale)
    painting = scene(look, Trainer(Experiment.named(name)), "L", (610.0 * scale / 0.75, 400.0 * scale / 0.75))
    pulses = [glow_of(pulse) for pulse in resting_pulses(painting)]
    names = [each.box for each in names_of(painting) if each.place.layer and not each.within]
    assert pulses
    assert not [name for name in names if any(name.intersects(pulse) for pulse in pulses)]


def test_the_ring_of_a_picked_unit_leaves_its_numbers_alone(look, qtbot):
    look.set_scale(0.75)
    view, written = shown(look, qtbot, trainer_of((2, 4, 3, 1)), (610, 400), "delta2")
    reach = RING_GAP + RING_WIDTH / 2.0
    assert view.layout_shown.columns[2].fit.numbers is Numbers.STACKED
    for column in view.layout_shown.columns:
        rings = [place.square.adjusted(-reach, -reach, reach, reach) for place in column.places]
        numbers = [each for each in written if " = " in each.text or each.text.startswith("δ ")]
        assert numbers
        touched = [each.text for each in numbers if any(_crosses(ring, each.ink) for ring in rings)]
        assert not touched


def _crosses(ring: QRectF, ink: QRectF) -> bool:
    return ring.intersects(ink) and not ring.contains(ink)


def test_in_large_type_the_numbers_of_edges_are_as_large_as_there_is_room_for(look):
    look.set_scale(1.5)
    painting = scene(look, trainer_of((2, 4, 3, 1)), "delta2", (1240.0, 308.0))
    labels = [label for label in labels_of(painting) if label.layer == 3]
    assert len(labels) == 3
    assert all(label.pixels > LEAST_PIXELS for label in labels)


def test_names_before_values_do_not_make_large_type_small():
    layout = diagram_layout((2, 4, 3, 1), 620.0, 600.0, scale=1.5)
    assert layout.columns[0].fit.pixels >= 18.0 and not layout.columns[0].fit.named
    usual = diagram_layout((2, 4, 3, 1), 610.0, 400.0, scale=0.75)
    assert all(column.fit.named for column in usual.columns)


def test_a_moment_of_training_has_locks_too(look):
    trainer = trainer_of((2, 4, 1), **{"network.frozen": ["W1", "b1"]})
    stage = Stage(look)
    stage.set_size(QSizeF(600.0, 400.0), 1.0)
    moment = Moment(trainer.iterate(), 0, training=True)
    assert len(list(locks_of(stage.painting(moment, 1.0)))) == 1


def test_a_name_alone_stands_at_its_unit_and_not_where_edges_begin(look, qtbot):
    look.set_presenting(True)
    view, written = shown(look, qtbot, trainer_of((2, 4, 3, 1)), (1900, 500), "x")
    beside = [column for column in view.layout_shown.columns if column.fit.numbers is Numbers.BESIDE]
    assert beside
    for column in beside:
        for place in column.places:
            names = [each.ink for each in written if each.text.startswith("h") and place.value.intersects(each.ink)]
            assert names and names[0].left() <= place.square.right() + 3.0 * BOX


def test_on_a_stage_the_loss_has_its_letter_wherever_it_can_be_read_in_it(look, qtbot):
    look.set_presenting(True)
    small = 0
    for size in ((700, 500), (800, 560), (900, 620), (1000, 700)):
        view, written = shown(look, qtbot, trainer_of((2, 8, 8, 2, 1)), size, "L")
        radius = view.layout_shown.loss.radius
        if LARGEST_LETTER * radius >= look.least_pixels:
            small += 0.72 * radius < look.least_pixels
            assert [each.pixels for each in written if each.text == "L"], size
    assert small


@pytest.mark.parametrize("size", [(610, 400), (1000, 640)])
def test_no_dot_rests_half_under_a_number(look, size):
    painting = scene(look, trainer_of((2, 4, 3, 1)), "delta2", tuple(map(float, size)))
    numbers = [label.box for label in labels_of(painting)]
    dots = [core_of(pulse) for pulse in resting_pulses(painting)]
    seen = [core_of(pulse) for pulse in resting_pulses(painting, numbers)]
    assert any(box.intersects(dot) for box in numbers for dot in dots)
    assert not any(box.intersects(dot) for box in numbers for dot in seen)


def test_no_dot_lies_over_a_number_of_a_unit(look):
    look.set_scale(1.5)
    painting = scene(look, trainer_of((2, 4, 3, 1)), "delta2", (700.0, 270.0))
    passing = [column for column in painting.layout.columns if column.fit.numbers is Numbers.PASSING]
    boxes = [place.value for column in passing for place in column.places]
    assert boxes
    assert not any(box.intersects(core_of(pulse)) for box in boxes for pulse in resting_pulses(painting))
