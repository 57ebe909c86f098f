"""What was there before the look changed looks like what is made afterwards, in windows of their own."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from nnviz.engine import Experiment
from nnviz.resources import resource
from nnviz.ui.look.look import Look
from nnviz.ui.windows.compare.twin import TwinWindow
from nnviz.ui.windows.data_editor.table_preview import TablePreview
from nnviz.ui.windows.seeds.window import SeedWindow
from tests.ui.followers import another_look, measures, settle
from tests.ui.windows.data_editor.boards import dialog

WIDTH, HEIGHT = 1500, 1000
EXPERIMENT = Experiment.named("xor4").with_fields({"training.epochs": 3})


def seeds(look: Look, qtbot: QtBot) -> QWidget:
    window = SeedWindow(look)
    window.set_experiment(EXPERIMENT)
    window.resize(WIDTH, HEIGHT)
    window.show()
    window.settings.seeds.button("5").click()
    window.start()
    qtbot.waitUntil(lambda: not window.link.running)
    window.strip.flush()
    return window


def twin(look: Look, qtbot: QtBot) -> QWidget:
    window = TwinWindow(look)
    window.show()
    window.open(EXPERIMENT, EXPERIMENT.with_fields({"network.activation": "linear"}))
    qtbot.waitUntil(lambda: window.lockstep.idle)
    return window


def editor(look: Look, qtbot: QtBot) -> QWidget:
    return dialog(look)


def preview(look: Look, qtbot: QtBot) -> QWidget:
    window = TablePreview(look, resource("data", "penguins.csv"))
    qtbot.waitUntil(lambda: window.link.idle)
    return window


@pytest.mark.parametrize("make", [seeds, twin, editor, preview], ids=lambda make: make.__name__)
def test_it_does(qapp: QApplication, qtbot: QtBot, look: Look, make: Callable[[Look, QtBot], QWidget]) -> None:
    look.dress(qapp)

    def made() -> QWidget:
        window = make(look, qtbot)
        qtbot.addWidget(window)
        window.resize(WIDTH, HEIGHT)
        window.show()
        settle()
        return window

    old = made()
    with another_look(look, 1.6):
        fresh = made()
        settle()
        # How large they want to be depends on what they say, which two runs need not say alike.
        both = measures(old, wishes=False), measures(fresh, wishes=False)
        differing = [pair for pair in zip(*both, strict=True) if pair[0] != pair[1]]
        assert differing == []
    for window in (old, fresh):
        window.close()
