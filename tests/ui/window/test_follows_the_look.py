"""What was there before the look changed looks like what is made afterwards, in every part of the window."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QScrollArea, QWidget

from nnviz.ui.diagram.view import DiagramView
from nnviz.ui.formula.strip import FormulaStrip
from nnviz.ui.look.look import Look
from nnviz.ui.look.numbers import NumberStyle
from nnviz.ui.panels.panel import Panel
from nnviz.ui.panels.table import PANELS, PanelRow
from nnviz.ui.toolkit.message_bar import MessageBar
from nnviz.ui.transport import Transport
from nnviz.ui.window.header import HeaderBar
from tests.ui.window.desk import Desk

WIDTH, HEIGHT = 620, 560


@contextmanager
def another_look(look: Look) -> Iterator[None]:
    """Everything that a widget may have asked for is another for a while."""
    before = look.theme.name, look.scale, look.numbers
    look.set_theme("dark")
    look.set_scale(1.1)
    look.set_numbers(NumberStyle(digits=5, decimal_sign=","))
    yield
    look.set_theme(before[0])
    look.set_scale(before[1])
    look.set_numbers(before[2])


def settle() -> None:
    """Lay out what is to be laid out, and let go of what is to be let go of."""
    for _ in range(3):
        QCoreApplication.sendPostedEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()


def measures(widget: QWidget) -> list[tuple[object, ...]]:
    """How large everything in a widget is and wants to be, and in which type."""
    rows: list[tuple[object, ...]] = []
    for each in widget.findChildren(QWidget):
        if not each.isVisibleTo(widget):
            continue
        layout, margins = each.layout(), each.contentsMargins()
        # What is around something that scrolls wants to be as large as it once was.
        asks = not isinstance(each, QScrollArea) and not each.findChildren(QScrollArea)
        rows.append(
            (
                type(each).__name__,
                each.font().toString(),
                each.minimumSize().toTuple(),
                each.maximumSize().toTuple(),
                each.sizeHint().toTuple() if asks else None,
                (margins.left(), margins.top(), margins.right(), margins.bottom()),
                (layout.spacing(), layout.contentsMargins().left(), layout.contentsMargins().top()) if layout else None,
                each.text() if isinstance(each, QAbstractButton) else None,
            )
        )
    return rows


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


# What hidden space and units show is another layer where they are made later.
@pytest.mark.parametrize(
    "row", [row for row in PANELS if row.id not in ("hidden_space", "units")], ids=lambda row: row.id
)
def test_panels_do(desk: Desk, row: PanelRow) -> None:
    feed = desk.window.feed

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
    "header": lambda desk: HeaderBar(desk.look, desk.window.actions_, QMenu()),
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
