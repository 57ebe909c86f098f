"""What paints itself is painted anew when the look changes, also where no style sheet changes with it."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from nnviz.ui.look.look import Look
from nnviz.ui.panels.data.table import ExampleTable
from nnviz.ui.panels.experiment.settings.row import SetBackDot
from nnviz.ui.panels.experiment.settings.split import SplitSlider
from nnviz.ui.toolkit.controls.slider import Slider
from nnviz.ui.windows.seeds.legend import Legend
from tests.ui.followers import Painted, settle

PARTS: dict[str, Callable[[Look], QWidget]] = {
    "slider": Slider,
    "example table": ExampleTable,
    "dot of a changed setting": lambda look: SetBackDot(look, "rate"),
    "split": SplitSlider,
    "legend of seeds": Legend,
}


@pytest.mark.parametrize("name", PARTS)
def test_it_is(qtbot: QtBot, look: Look, name: str) -> None:
    part = PARTS[name](look)
    qtbot.addWidget(part)
    part.resize(300, 60)
    part.show()
    inner = [each for each in (part, *part.findChildren(QWidget)) if type(each).paintEvent is not QWidget.paintEvent]
    painted = Painted(*inner)
    qtbot.waitUntil(lambda: painted.counts[part] > 0)
    settle()
    before = dict(painted.counts)
    look.set_theme("dark")
    qtbot.waitUntil(lambda: all(painted.counts[each] > before[each] for each in inner if each.isVisible()))
