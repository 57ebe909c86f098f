"""What was there before the look changed looks like what is made afterwards, in every part of the window."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
from PySide6.QtWidgets import QMenu, QWidget

from nnviz.ui.diagram.view import DiagramView
from nnviz.ui.formula.strip import FormulaStrip
from nnviz.ui.panels.panel import Panel
from nnviz.ui.panels.table import PANELS, PanelRow
from nnviz.ui.toolkit.message_bar import MessageBar
from nnviz.ui.transport import Transport
from nnviz.ui.window.header import HeaderBar
from tests.ui.followers import another_look, measures, settle
from tests.ui.window.desk import Desk

WIDTH, HEIGHT = 620, 560


def same(desk: Desk, old: QWidget, fresh: QWidget) -> None:
    """Beside each other, without the keyboard, they come to be the same."""
    for widget in (old, fresh):
        widget.resize(WIDTH, HEIGHT)
        widget.show()
    desk.window.activateWindow()
    desk.until(lambda: desk.window.isActiveWindow())
    settle()
    for widget in (old, fresh):
        # The small pictures of the data sets are painted one by one while the user looks.
        if isinstance(widget, Panel):
            widget.complete()
    with suppress(desk.qtbot.TimeoutError):
        desk.qtbot.waitUntil(lambda: old.grab().toImage() == fresh.grab().toImage(), timeout=10_000)
    differing = [pair for pair in zip(measures(old), measures(fresh), strict=True) if pair[0] != pair[1]]
    assert differing == []
    assert old.grab().toImage() == fresh.grab().toImage()


# What hidden space and units show is another layer where they are made later; a landscape keeps the stretch of weights
# that it was first drawn over.
@pytest.mark.parametrize(
    "row", [row for row in PANELS if row.id not in ("hidden_space", "landscape", "units")], ids=lambda row: row.id
)
def test_panels_do(desk: Desk, row: PanelRow) -> None:
    feed = desk.window.feed
    # So that the experiment's foot has something to say, and a row its dot.
    desk.controller.editing.set_learning_rate(0.7)
    desk.wait()

    def made() -> Any:
        panel = feed.make(row)
        panel.resize(WIDTH, HEIGHT)
        panel.show()
        desk.qtbot.addWidget(panel)
        settle()
        desk.wait()
        panel.complete()
        return panel

    old = made()
    with another_look(desk.look):
        desk.wait()
        fresh = made()
        if old.part() is not None:
            fresh.show_part(old.part())
        old.complete()
        same(desk, old, fresh)


PARTS: dict[str, Callable[[Desk], QWidget]] = {
    "header": lambda desk: HeaderBar(desk.look, desk.window.actions_, QMenu(desk.window)),
    "transport": lambda desk: Transport(desk.look, desk.window.actions_),
    "formula": lambda desk: FormulaStrip(desk.look, desk.window.typesetter),
    "diagram": lambda desk: DiagramView(desk.look),
    "message bar": lambda desk: MessageBar(desk.look),
}


@pytest.mark.parametrize("name", PARTS)
def test_other_parts_of_the_window_do(desk: Desk, name: str) -> None:
    def made() -> Any:
        part = PARTS[name](desk)
        desk.qtbot.addWidget(part)
        part.resize(WIDTH, HEIGHT)
        part.show()
        if isinstance(part, Transport | FormulaStrip | DiagramView):
            part.set_run(desk.run)
            part.show_moment(desk.moment)
        settle()
        return part

    old = made()
    with another_look(desk.look):
        same(desk, old, made())
