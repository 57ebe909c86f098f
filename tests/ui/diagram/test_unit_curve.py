"""Over a single input a unit shows its answers as a curve, with a point where the example stands."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QRectF

from nnviz.engine import Experiment, Trainer
from nnviz.engine.analysis.response_lines import LineResponses
from nnviz.ui.diagram.unit_curve import ROOM, heights_of
from nnviz.ui.diagram.view import LINE_POINTS, DiagramView
from tests.ui.diagram.networks import moment_at, run_of


@pytest.fixture
def sine(look, qtbot):
    trainer = Trainer(Experiment.named("sine"))
    trainer.run(600)
    record = trainer.iterate()
    view = DiagramView(look)
    qtbot.addWidget(view)
    view.resize(900, 600)
    view.set_run(run_of(trainer))
    lines = LineResponses(trainer.architecture, trainer.examples, trainer.experiment.data, LINE_POINTS)(record.theta)
    return view, replace(moment_at(record, "L"), lines=lines)


def square(view, layer, unit):
    return view.layout_shown.place(layer, unit).square


def test_heights_are_shares_of_the_unit_with_room_above_and_below():
    assert heights_of(np.array([-2.0, 0.0, 2.0]), -2.0, 2.0) == pytest.approx([ROOM, 0.5, 1.0 - ROOM])
    assert heights_of(np.array([np.nan, np.inf, -np.inf]), -1.0, 1.0) == pytest.approx([0.5, 1.0 - ROOM, ROOM])


def test_curves_are_asked_for_where_there_is_one_input_and_units_show_what_they_have_learned(sine):
    view, _ = sine
    assert view.map_resolution == LINE_POINTS
    view.set_options(show_maps=False, show_weights=False)
    assert view.map_resolution == 0


def test_the_output_is_orange_below_its_zero_line_and_blue_above_as_the_sine_is(sine, look):
    view, moment = sine
    view.show_moment(moment)
    box, image = square(view, 2, 0), view.grab().toImage()

    def tint(x, y):
        colour = image.pixelColor(round(box.x() + x * box.width()), round(box.y() + y * box.height()))
        return colour.blue() - colour.red()

    ground = look.colour("map_zero").blue() - look.colour("map_zero").red()
    assert tint(0.72, 0.4) > ground + 20 > ground - 20 > tint(0.42, 0.6)
    assert abs(tint(0.3, 0.1) - ground) <= 2


def test_the_example_stands_on_the_curve(sine):
    view, moment = sine
    view.show_moment(moment)
    painting = view._stage.painting(moment, 1.0)
    x, raw = moment.lines.x, view._run.examples.raw[moment.shown_example, 0]
    assert x[0] + painting.example_share * (x[-1] - x[0]) == pytest.approx(raw)
    at = np.interp(raw, x, moment.lines.layers[-1][0])
    assert at == pytest.approx(moment.record.prediction[moment.row, 0], abs=0.02)
    shown = view.grab(square(view, 2, 0).toRect()).toImage()
    view.show_moment(replace(moment, mean=True))
    assert view._stage.painting(replace(moment, mean=True), 1.0).example_share is None
    assert view.grab(QRectF(square(view, 2, 0)).toRect()).toImage() != shown
