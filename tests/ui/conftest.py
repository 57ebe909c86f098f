"""What every test of the window starts from: the bundled fonts, and a look of its own."""

import pytest

from nnviz.ui.fonts import load_fonts
from nnviz.ui.look import Look


@pytest.fixture(scope="session")
def fonts(qapp):
    load_fonts()


@pytest.fixture
def look(fonts):
    return Look()
