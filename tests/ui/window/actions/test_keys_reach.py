"""Every key reaches its action, wherever the keyboard is: no two actions want one, no widget keeps one in secret."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from nnviz.ui.diagram.view import DiagramView
from nnviz.ui.panels.code.lines import CodeLines
from nnviz.ui.panels.data.plot import DataPlot
from nnviz.ui.panels.experiment.files_button import FilesButton
from nnviz.ui.panels.experiment.settings.search import SettingsSearch
from nnviz.ui.panels.hidden_space.plot import SpacePlot
from nnviz.ui.panels.landscape.plot import LandscapePlot
from nnviz.ui.panels.results.confusion_matrix import ConfusionMatrix
from nnviz.ui.panels.units.maps import UnitMaps
from nnviz.ui.toolkit.controls import Button
from nnviz.ui.toolkit.controls.menu_button import MenuButton
from nnviz.ui.transport.example_dots import ExampleDots
from nnviz.ui.transport.phase_strip import PhaseStrip
from nnviz.ui.transport.run_track import RunTrack
from nnviz.ui.transport.step_button import StepButton
from nnviz.ui.window.actions.table import ACTIONS
from nnviz.ui.window.docks.docks import PanelDock
from tests.ui.window.desk import Desk

KEYS = sorted({(key, spec.id) for spec in ACTIONS for key in spec.keys})

SIDEWAYS = {"Left", "Right"}
KEPT: dict[type[QWidget], set[str]] = {
    ExampleDots: {*SIDEWAYS, "Home"},
    DataPlot: SIDEWAYS,
    SpacePlot: SIDEWAYS,
    UnitMaps: SIDEWAYS,
    ConfusionMatrix: SIDEWAYS,
    LandscapePlot: {*SIDEWAYS, "Shift+Right", "Shift+Left"},
    # What one types and corrects with; the rest works from a field of text too.
    QLineEdit: {
        *(key for key, _ in KEYS if len(key.removeprefix("Shift+")) == 1),
        *(*SIDEWAYS, "Shift+Right", "Shift+Left", "Ctrl+Right"),
        *("Space", "Home", "Esc", "Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+Y", "Ctrl+C"),
    },
}
"""What widgets mean for themselves while they have the keyboard."""


@pytest.fixture
def told(desk: Desk) -> list[str]:
    """Which actions were asked for; nothing is done."""
    asked: list[str] = []
    for spec in ACTIONS:
        action = desk.action(spec.id)
        action.triggered.disconnect()
        action.triggered.connect(lambda _, name=spec.id: asked.append(name))
        # Without anything to undo, undo is off.
        action.setEnabled(True)
    return asked


def keeps(widget: QWidget) -> set[str]:
    return next((keys for kind, keys in KEPT.items() if isinstance(widget, kind)), set())


def places(desk: Desk, within: QWidget) -> Iterator[QWidget]:
    """Everything that takes the keyboard now."""
    docks = desk.window.findChildren(PanelDock)
    for widget in within.findChildren(QWidget):
        in_a_panel = within is desk.window and any(dock.isAncestorOf(widget) for dock in docks)
        if widget.isVisible() and widget.focusPolicy() is not Qt.FocusPolicy.NoFocus and not in_a_panel:
            widget.setFocus()
            if QApplication.focusWidget() is widget:
                yield widget


@pytest.mark.parametrize(
    ("where", "among"),
    [
        ("window", {DiagramView, PhaseStrip, ExampleDots, RunTrack, StepButton}),
        ("experiment", {SettingsSearch, FilesButton}),
        ("loss", {Button}),
        ("saturation", {MenuButton}),
        ("explain", {Button}),
        ("data", {DataPlot, Button}),
        ("hidden_space", {SpacePlot, MenuButton}),
        ("gradient_flow", {Button}),
        ("units", {UnitMaps, MenuButton}),
        ("results", {ConfusionMatrix, Button}),
        ("landscape", {LandscapePlot, MenuButton}),
        ("code", {CodeLines, Button}),
    ],
)
def test_every_key_reaches_its_action_wherever_the_keyboard_is(
    desk: Desk, told: list[str], where: str, among: set[type[QWidget]]
) -> None:
    within: QWidget = desk.window
    if where != "window":
        within = desk.dock(where)
        within.raise_()
    desk.until(lambda: all(any(each.isVisible() for each in within.findChildren(kind)) for kind in among))
    visited = set()
    for widget in places(desk, within):
        visited |= {kind for kind in among if isinstance(widget, kind)}
        lost = set()
        for key, action in KEYS:
            told.clear()
            widget.setFocus()
            desk.strike(key, widget)
            if told != [action]:
                assert not told, (widget, key, told)
                lost.add(key)
        assert lost == keeps(widget), widget
    assert visited == among
