"""What must follow the look: another one for a while, and all that can be measured of a widget."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QAbstractButton, QApplication, QLayout, QScrollArea, QWidget

from nnviz.ui.look.look import Look
from nnviz.ui.look.numbers import NumberStyle
from nnviz.ui.toolkit.fitting_label import FittingLabel


@contextmanager
def another_look(look: Look, scale: float = 1.1) -> Iterator[None]:
    """Everything that a widget may have asked for is another for a while."""
    before = look.theme.name, look.scale, look.numbers
    look.set_theme("dark")
    look.set_scale(scale)
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


def spacings(layout: QLayout) -> tuple[int, ...]:
    """How far apart what a layout holds stands, and from its sides."""
    margins = layout.contentsMargins()
    return layout.spacing(), margins.left(), margins.top()


def measures(widget: QWidget, wishes: bool = True) -> list[tuple[object, ...]]:
    """How large everything in a widget is, in which type, and, with ``wishes``, how large it wants to be."""
    rows: list[tuple[object, ...]] = []
    for each in widget.findChildren(QWidget):
        # Qt's own frames of scroll bars write nothing, whatever their type.
        if not each.isVisibleTo(widget) or each.objectName().startswith("qt_scrollarea_"):
            continue
        layout, margins = each.layout(), each.contentsMargins()
        # What is around something that scrolls, or says less where there is less room, wants to be as it once was.
        giving_way = each.findChildren(QScrollArea) or each.findChildren(FittingLabel)
        asks = wishes and not isinstance(each, QScrollArea) and not giving_way
        rows.append(
            (
                type(each).__name__,
                each.font().toString(),
                each.minimumSize().toTuple(),
                each.maximumSize().toTuple(),
                each.sizeHint().toTuple() if asks else None,
                (margins.left(), margins.top(), margins.right(), margins.bottom()),
                [spacings(each) for each in (layout, *layout.findChildren(QLayout))] if layout else None,
                each.text() if isinstance(each, QAbstractButton) else None,
            )
        )
    return rows


class Painted(QObject):
    """Counts how often widgets are painted."""

    def __init__(self, *widgets: QWidget) -> None:
        super().__init__(widgets[0])
        self.counts = dict.fromkeys(widgets, 0)
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget):
            self.counts[watched] += 1
        return False
