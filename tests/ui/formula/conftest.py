"""What tests of the strip share: formulas take long to typeset, and are the same in each of them."""

from collections.abc import Iterator

import pytest

from nnviz.ui.formula.typeset import Typesetter
from nnviz.ui.look.look import Look


@pytest.fixture(scope="session")
def loaded_typesetter(fonts: None) -> Iterator[Typesetter]:
    """One that has its library, and keeps what it has typeset in the light theme for the next test."""
    typesetter = Typesetter(Look())
    typesetter.load()
    yield typesetter
    typesetter.close()
