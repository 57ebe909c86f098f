"""What was there before the look changed is painted anew, and looks like what is made afterwards."""

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLayout, QMenu, QWidget

from nnviz.ui.look.look import Look
from nnviz.ui.session.moment import Moment
from nnviz.ui.toolkit.controls import Segmented
from nnviz.ui.transport import Transport
from nnviz.ui.transport.example_dots import ExampleDots
from nnviz.ui.transport.example_row import ExampleRow
from nnviz.ui.transport.futures_button import FuturesButton
from nnviz.ui.transport.phase_strip import PhaseStrip
from nnviz.ui.transport.readout import Readout
from nnviz.ui.transport.run_track import RunTrack
from nnviz.ui.transport.step_button import Face, StepButton
from tests.ui.actions.idle import idle_actions
from tests.ui.followers import Painted, another_look, settle
from tests.ui.panels.runs import run_info, snapshot, trainer


@pytest.fixture
def make(qtbot, look):
    run = trainer()
    run.run(40)
    record = run.iterate()
    told = snapshot(run, record)

    def made():
        transport = Transport(look, idle_actions(look))
        qtbot.addWidget(transport)
        transport.resize(1500, 200)
        transport.set_run(run_info(run))
        transport.show_snapshot(told)
        transport.show_moment(Moment(record, 2))
        transport.show()
        settle()
        return transport

    return made


@pytest.mark.parametrize("kind", [PhaseStrip, ExampleDots, Readout, RunTrack])
def test_what_paints_itself_paints_anew(qtbot, look, make, kind):
    widget = make().findChild(kind)
    qtbot.waitUntil(widget.isVisible)
    painted = Painted(widget)
    look.set_theme("dark")
    qtbot.waitUntil(lambda: painted.counts[widget] > 0)


def spacings(widget: QWidget) -> list[tuple[int, ...]]:
    return [
        (layout.spacing(), layout.contentsMargins().left(), layout.contentsMargins().right())
        for layout in widget.findChildren(QLayout)
    ]


def test_rows_have_the_lengths_of_those_made_later(look, make):
    old = make()
    with another_look(look):
        settle()
        assert spacings(old) == spacings(make())


def test_segments_stand_as_far_apart_as_those_made_later(qtbot, look):
    def made():
        choice = Segmented(look, [("a", "a"), ("b", "b")])
        qtbot.addWidget(choice)
        return choice

    old = made()
    with another_look(look):
        look.set_scale(2.0)
        assert spacings(old) == spacings(made())


def test_larger_type_leaves_fewer_words_at_once(qtbot, look):
    run = trainer()
    row = ExampleRow(look, idle_actions(look))
    qtbot.addWidget(row)
    row.resize(700, 40)
    row.set_run(run_info(run))
    row.show_moment(Moment(run.iterate(), 0))
    row.show()
    before = row.words()
    look.set_scale(1.6)
    assert row.words() > before


def test_the_list_of_futures_has_the_type_of_one_made_later(qtbot, look):
    def made():
        button = FuturesButton(look)
        qtbot.addWidget(button)
        return button

    old = made()
    with another_look(look):
        fresh = made()
        assert old.findChild(QMenu).font() == fresh.findChild(QMenu).font()
        assert old.styleSheet() == fresh.styleSheet()


def test_a_button_that_shows_only_its_icon_still_does(qtbot, look: Look):
    button = StepButton(look, QAction("Step"), (Face("Step", "play"),))
    qtbot.addWidget(button)
    before = button.icon().pixmap(18).toImage()
    look.set_theme("dark")
    after = button.icon().pixmap(18).toImage()
    assert not after.isNull() and after != before
