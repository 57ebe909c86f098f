"""The real window at several sizes, in three themes, with few and many panels, in usual and in large type.

Nothing in it may be cut, covered or too faint to read. A test walks one size of the window, for the window is shared.
"""

import re
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nnviz.ui.app import App
from nnviz.ui.look.look import LEAST_PIXELS, usual_scale
from nnviz.ui.look.theme import themes
from nnviz.ui.panels.table import PANELS as PANEL_TABLE
from nnviz.ui.session.moment import Selection
from nnviz.view import PanelName, View
from tests.ui.walk.painted import recording
from tests.ui.walk.walker import faults

Open = Callable[..., App]

SIZES = ((1920, 1080), (1366, 768), (1280, 720), (1024, 768))
ONE: tuple[PanelName, ...] = ("explain",)
SIX: tuple[PanelName, ...] = ("experiment", "loss", "data", "explain", "gradient_flow", "results")
PANELS = (ONE, View().panels, SIX)
PHASES = (9, 3, 14)
"""Where one stands with these panels: at a gradient, in the middle of the forward pass, at the update."""

LAYOUTS = 5


def settle(qtbot: QtBot, app: App) -> None:
    """Until all is made and laid out: what is laid out may ask for another layout around it."""
    qtbot.waitUntil(lambda: app.link.idle and app.controller.idle)
    app.window.complete()
    for _ in range(LAYOUTS):
        QApplication.processEvents()


class LongerWords(QTranslator):
    """A language whose words are a third longer than English ones, as German ones are; a symbol is no word."""

    WORD = re.compile(r"(?<![\w{%])[A-Za-z]{4,}(?![\w}])")

    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str:
        return self.WORD.sub(lambda word: word[0] + "e" * round(len(word[0]) / 3), text)


@pytest.fixture
def longer_words(qapp: QApplication) -> Iterator[LongerWords]:
    translator = LongerWords()
    qapp.installTranslator(translator)
    yield translator
    qapp.removeTranslator(translator)


def test_nothing_is_cut_in_a_language_with_longer_words(
    qtbot: QtBot, longer_words: LongerWords, open_app: Open
) -> None:
    walk(qtbot, open_app(), (1280, 720), factors=(1.0,))


def test_nothing_is_cut_in_chinese(qtbot: QtBot, open_app: Open) -> None:
    app = open_app()
    app.speak("zh")
    walk(qtbot, app, (1280, 720))


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_nothing_is_cut_covered_or_faint(qtbot: QtBot, open_app: Open, size: tuple[int, int]) -> None:
    walk(qtbot, open_app(), size)


def walk(qtbot: QtBot, app: App, size: tuple[int, int], factors: tuple[float, ...] = (1.0, 2.0)) -> None:
    window, controller = app.window, app.controller
    window.actions_["step_epoch"].trigger()
    settle(qtbot, app)
    controller.viewing.select(Selection(2, 0, 1))
    found = []
    for place, (panels, phase) in enumerate(zip(PANELS, PHASES, strict=True)):
        for factor in factors:
            theme = themes()[(place + SIZES.index(size)) % len(themes())].name
            app.look.set_theme(theme)
            app.look.set_scale(usual_scale(size[1]) * factor)
            window.resize(*size)
            window.panels.show(panels)
            controller.stepping.pick_phase(phase)
            settle(qtbot, app)
            where = f"{len(panels)} panels, type {factor:.0%}, {theme}, phase {phase}"
            found += [f"{where}: {fault}" for fault in faults(window, window.choose_options)]
    assert not found, "\n".join(found)


def test_in_large_type_every_panel_is_whole_by_itself(qtbot: QtBot, open_app: Open) -> None:
    app = open_app()
    app.window.actions_["step_epoch"].trigger()
    settle(qtbot, app)
    app.controller.viewing.select(Selection(1, 0, 0))
    app.look.set_scale(1.5)
    found = []
    for row in PANEL_TABLE:
        app.window.panels.show((row.id,))
        settle(qtbot, app)
        found += [f"{row.id}: {fault}" for fault in faults(app.window, app.window.choose_options)]
    assert not found, "\n".join(found)


def test_nearly_every_edge_in_play_has_its_number_on_a_small_screen_too(qtbot: QtBot, open_app: Open) -> None:
    app = open_app()
    app.window.actions_["step_epoch"].trigger()
    app.controller.stepping.pick_phase(11)
    settle(qtbot, app)
    assert app.controller.moment is not None and app.controller.moment.phase.name == "dW2"
    diagram = app.window.diagram
    qtbot.waitUntil(lambda: not diagram.animating)
    with recording(app.window) as written:
        app.window.choose_options()
        diagram.grab()
    roles = {app.look.colour(role).name() for role in ("grad_positive", "grad_negative")}
    numbers = [each for each in written if each.widget is diagram and each.colour.name() in roles]
    assert len(numbers) >= 8, [each.text for each in numbers]
    # The output's error signals are written in another colour.
    assert all(each.pixels >= LEAST_PIXELS for each in numbers)
