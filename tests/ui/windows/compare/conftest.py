"""The window of two experiments."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from nnviz.ui.look.look import Look
from nnviz.ui.windows.compare.twin import TwinWindow
from tests.ui.put_up import put_up


@pytest.fixture
def twin(qtbot: QtBot, look: Look) -> Iterator[TwinWindow]:
    window = put_up(qtbot, TwinWindow(look), 1280, 720)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield window
    window.close()
