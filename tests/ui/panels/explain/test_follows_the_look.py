"""What a page showed before the look changed has the lengths and the type of a page that is made afterwards."""

import pytest

from nnviz.ui.panels.explain.table import PAGES
from nnviz.ui.session.moment import Selection
from tests.ui.followers import another_look, measures, settle
from tests.ui.panels.explain.explained import explain, shown
from tests.ui.panels.runs import trainer


@pytest.mark.parametrize("row", PAGES, ids=lambda row: row.id)
def test_it_does(qapp, qtbot, look, row):
    look.dress(qapp)
    run = trainer("worked-example")
    record = run.iterate()

    def made():
        page = shown(qtbot, row.make(look), (700, 560))
        explain(page, run, Selection(1, 0, 0), record)
        settle()
        return page

    old = made()
    with another_look(look, 1.6):
        fresh = made()
        settle()
        differing = [pair for pair in zip(measures(old), measures(fresh), strict=True) if pair[0] != pair[1]]
        assert differing == []
