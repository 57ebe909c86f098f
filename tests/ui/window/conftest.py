"""The window with hands before it."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from nnviz.ui.app import App
from tests.ui.window.desk import Desk


@pytest.fixture
def desk(qtbot: QtBot, open_app: Callable[..., App]) -> Desk:
    """The window of today, with the circle in it."""
    return Desk(qtbot, open_app(), open_app)
