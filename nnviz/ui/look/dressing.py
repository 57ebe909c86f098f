"""A style sheet for the whole application, put on in turns of the loop.

By itself Qt puts it on every widget there is, seen or not, before anything else is heard: a quarter of a second with a
few windows open. Here Qt changes the sheet without a word to the widgets, and they put it on some at a time.
"""

from __future__ import annotations

from collections.abc import Generator

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from nnviz.ui.look.short import in_short_turns

_DRESSED = Qt.WidgetAttribute.WA_WState_Polished
_OTHERWISE = Qt.WidgetAttribute.WA_SetStyle


def dress_in_turns(application: QApplication, sheet: str) -> Generator[None]:
    """Put this style sheet in the place of the one there is; until this is over, widgets wear either."""
    _change(application, sheet)
    yield
    yield from in_short_turns(_widgets(), _put_on)
    # Who is told asks those within how much room they need.
    yield from in_short_turns(reversed(_widgets()), _tell)


def _widgets() -> list[QWidget]:
    """All there are, each before those within it."""
    tops = QApplication.topLevelWidgets()
    return list(dict.fromkeys(each for top in tops for each in (top, *top.findChildren(QWidget))))


def _change(application: QApplication, sheet: str) -> None:
    """Change it while no widget seems to be concerned: Qt puts a style on those that wear one, and tells all others.

    What Qt remembers of the sheet before, of each widget, goes with it.
    """
    widgets = QApplication.allWidgets()
    dressed = [each for each in widgets if each.testAttribute(_DRESSED)]
    common = [each for each in widgets if not each.testAttribute(_OTHERWISE)]
    for each in dressed:
        each.setAttribute(_DRESSED, False)
    for each in common:
        each.setAttribute(_OTHERWISE, True)
    # Off first: where one is there already, Qt puts the other one on whatever has asked for it, seemingly or not.
    application.setStyleSheet("")
    application.setStyleSheet(sheet)
    for each in dressed:
        each.setAttribute(_DRESSED, True)
    for each in common:
        each.setAttribute(_OTHERWISE, False)


def _put_on(widget: QWidget) -> None:
    """Those that have not been seen yet put it on when they are."""
    if isValid(widget) and widget.testAttribute(_DRESSED):
        widget.style().polish(widget)


def _tell(widget: QWidget) -> None:
    if isValid(widget):
        QCoreApplication.sendEvent(widget, QEvent(QEvent.Type.StyleChange))
        widget.update()
