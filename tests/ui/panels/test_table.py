"""The tables of the panels and of the explanations: every row is whole, and a view knows each of them."""

from typing import get_args

import pytest

from nnviz.ui.panels.explain.page import Page
from nnviz.ui.panels.explain.table import PAGES
from nnviz.ui.panels.panel import Panel
from nnviz.ui.panels.table import PANELS, Spot
from nnviz.view import PageName, PanelName, View


def test_a_view_knows_every_panel_and_every_explanation_by_its_name() -> None:
    assert sorted(row.id for row in PANELS) == sorted(get_args(PanelName))
    assert [row.id for row in PAGES] == list(get_args(PageName))


def test_every_spot_has_panels_and_the_usual_view_shows_the_first_of_each() -> None:
    first = {row.spot: row.id for row in reversed(PANELS)}
    assert set(first) == set(Spot)
    assert set(View().panels) == set(first.values())


@pytest.mark.parametrize("row", PANELS, ids=lambda row: row.id)
def test_a_panel_stands_at_first_as_the_usual_view_has_it(look, qtbot, row) -> None:
    panel = row.make(look)
    qtbot.addWidget(panel)
    assert isinstance(panel, Panel)
    assert panel.part() == getattr(View(), row.id, None)


@pytest.mark.parametrize("row", PAGES, ids=lambda row: row.id)
def test_an_explanation_says_how_to_fill_it(look, qtbot, row) -> None:
    page = row.make(look)
    qtbot.addWidget(page)
    assert isinstance(page, Page)
    page.resize(500, 300)
    page.show()
    assert any(label.text() for label in page.findChildren(type(page.empty)) if label.isVisible())
