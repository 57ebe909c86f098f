"""Single parts of a window, each of which can be copied, or dragged out, alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QImage
from PySide6.QtWidgets import QMenu, QWidget

from nnviz.ui.look.look import Look
from nnviz.ui.pictures.kinds import Sitter
from nnviz.ui.sharing.copying import Copying, sharp_image_of
from nnviz.ui.sharing.dragging import Dragging
from nnviz.ui.toolkit.plots.plot import Plot

Found: TypeAlias = Callable[[QPoint], tuple[QWidget, str] | None]
"""Gives the part that is at a place in a widget, and its name in names of files; ``None`` where there is none."""


class Parts(QObject):
    """Offers in a menu what can be done with the picture of a part, where the part itself has no menu there.

    Args:
        name: Gives what files are named after.
    """

    def __init__(
        self, look: Look, copying: Copying, dragging: Dragging, name: Callable[[], str], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._look, self._copying, self._dragging, self._name = look, copying, dragging, name
        self._holders: dict[QObject, Found] = {}

    def offer_menu(self, holder: QWidget, found: Found) -> None:
        """Let parts be copied by a click of the other button, or by the menu key, that means nothing else there."""
        self._holders[holder] = found
        holder.installEventFilter(self)

    def offer_drag(
        self, holder: QWidget, found: Found, key: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Let parts be dragged out; see ``Dragging.watch``."""

        def taken(at: QPoint) -> tuple[QImage, str] | None:
            part = found(at)
            return (sharp_image_of(self._sitter(part[0])), f"{self._name()}-{part[1]}") if part is not None else None

        self._dragging.watch(holder, taken, key)

    def copy(self, part: QWidget, bare: bool = False) -> None:
        """Copy a part; ``bare`` without the ground that it lies on."""
        self._copying.copy(self._sitter(part, bare))

    def show_menu(self, part: QWidget, at: QPoint) -> None:
        """What can be done with a part; with its plot alone too, if there is one at that place on the screen."""
        menu = QMenu(part)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Copy as a picture"), lambda: self.copy(part))
        menu.addAction(self.tr("Copy without the ground"), lambda: self.copy(part, bare=True))
        plot = _plot_at(part, part.mapFromGlobal(at))
        if plot is not None:
            menu.addSeparator()
            menu.addAction(self.tr("Copy the plot alone"), lambda: self.copy(plot))
            menu.addAction(self.tr("Copy the plot without the ground"), lambda: self.copy(plot, bare=True))
        menu.popup(at)

    def _sitter(self, widget: QWidget, bare: bool = False) -> Sitter:
        return Sitter(widget, self._look, widget.accessibleName(), transparent=bare)

    # ---- Qt ------------------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        found = self._holders.get(watched)
        if found is None or not isinstance(event, QContextMenuEvent):
            return False
        part = found(event.pos())
        if part is not None:
            self.show_menu(part[0], event.globalPos())
        return part is not None


def _plot_at(part: QWidget, at: QPoint) -> Plot | None:
    """The plot of a part at a place in it."""
    found: QWidget | None = part.childAt(at)
    while found is not None and found is not part:
        if isinstance(found, Plot):
            return found
        found = found.parentWidget()
    return None
