"""The list of keys."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from nnviz.ui.actions.actions import group_title, shown_keys, tip_of, title_of
from nnviz.ui.actions.spec import ActionGroup
from nnviz.ui.look.look import Look
from nnviz.ui.look.plain import plain_tip
from nnviz.ui.names.translation import QT_TRANSLATE_NOOP, translate
from nnviz.ui.toolkit.controls import Section, Text
from nnviz.ui.window.actions.changes import CHANGE_ACTIONS
from nnviz.ui.window.actions.compare import COMPARE_ACTIONS
from nnviz.ui.window.actions.experiment import EXPERIMENT_ACTIONS
from nnviz.ui.window.actions.help import HELP_ACTIONS
from nnviz.ui.window.actions.panels import PANEL_ACTIONS
from nnviz.ui.window.actions.share import SHARE_ACTIONS
from nnviz.ui.window.actions.stage import STAGE_ACTIONS
from nnviz.ui.window.actions.table import GROUPS
from nnviz.ui.window.actions.target import Window
from nnviz.ui.window.actions.time import TIME_ACTIONS
from nnviz.ui.window.actions.tour import TOUR_ACTIONS
from nnviz.ui.window.actions.training import TRAINING_ACTIONS
from nnviz.ui.window.actions.view import VIEW_ACTIONS

Row = tuple[str, str, list[str]]
"""What it is called, what it does, its keys."""


class Part(NamedTuple):
    """A part of the list."""

    title: str
    rows: list[Row]


_OF_SCREEN = 0.95
_SMALLEST = 0.8
"""Of the type of a window that does not present."""
_FRAME = 40
"""Pixels for the window's own frame, which the screen must hold too."""

_DIAGRAM = QT_TRANSLATE_NOOP("KeysDialog", "Diagram")
_IN_DIAGRAM = (
    (QT_TRANSLATE_NOOP("KeysDialog", "The keyboard comes here"), ("Esc",)),
    (QT_TRANSLATE_NOOP("KeysDialog", "Pick another unit"), ("Alt+↑", "Alt+→")),
    (QT_TRANSLATE_NOOP("KeysDialog", "Its weights, and back"), ("Alt+W",)),
    (QT_TRANSLATE_NOOP("KeysDialog", "Edit what is picked"), ("Enter",)),
)
"""How the diagram gets the keyboard, and what it listens to itself while it has it."""


class KeyCap(QWidget):
    """A key as it looks on the keyboard."""

    def __init__(self, look: Look, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._key = key
        self.setAccessibleName(key)
        look.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        px = self._look.px
        self.setFont(self._look.font("mono_small"))
        width = max(px(28), self.fontMetrics().horizontalAdvance(self._key) + px(16))
        self.setFixedSize(QSize(width, self.fontMetrics().height() + px(10)))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        px, colour = self._look.px, self._look.colour
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            line, depth = px(1), px(3)
            whole = QRectF(self.rect()).adjusted(line / 2, line / 2, -line / 2, -line / 2)
            painter.setPen(QPen(colour("control_border"), line))
            painter.setBrush(colour("control_border"))
            painter.drawRoundedRect(whole, px(5), px(5))
            top = whole.adjusted(0, 0, 0, -depth)
            painter.setBrush(colour("control"))
            painter.drawRoundedRect(top, px(5), px(5))
            painter.setPen(colour("text"))
            painter.drawText(top, Qt.AlignmentFlag.AlignCenter, self._key)


class KeysDialog(QDialog):
    """Every action that has a key, in the groups of the table. Esc or F1 closes it.

    Its type is the window's, or a little smaller where the whole list is on the screen then. Where that is not enough,
    the list stands in fewer columns and scrolls: who wants large type has it here, too.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._window_look = look
        self._look = Look(look.theme.name, look.factor, look.numbers, self)
        self.setWindowTitle(self.tr("Keys"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._title = Text(self._look, self.tr("Keys"), role="heading")
        self._hint = Text(self._look, self.tr("Esc closes this list"), role="small", tone="muted")
        self._page = QWidget()
        self._page.setProperty("surface", "plain")
        self._columns = QGridLayout(self._page)
        self._stacks = [self._stack(parts) for parts in _columns()]
        self._across = 0
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(self._page)
        self._scroll.setProperty("kind", "reached")
        self._scroll.setAccessibleName(self.tr("Keys"))
        top = QHBoxLayout()
        top.addWidget(self._title)
        top.addStretch(1)
        top.addWidget(self._hint)
        self._whole = QVBoxLayout(self)
        self._whole.addLayout(top)
        self._whole.addWidget(self._scroll, 1)
        look.changed.connect(self._restyle)
        self._restyle()

    def listed(self) -> list[tuple[str, list[str]]]:
        """Every row: what a key does, or two."""
        return [
            (title, keys)
            for part in (*map(_part, (*GROUPS, STAGE_ACTIONS, TOUR_ACTIONS)), _diagram())
            for title, _, keys in part.rows
        ]

    def _stack(self, parts: tuple[Part, ...]) -> QWidget:
        """Groups under each other."""
        stack = QWidget(self._page)
        grid = QGridLayout(stack)
        grid.setContentsMargins(0, 0, 0, 0)
        for part in parts:
            grid.addWidget(Section(self._look, part.title), grid.rowCount(), 0, 1, 2)
            for title, tip, keys in part.rows:
                row = grid.rowCount()
                grid.addWidget(self._caps(keys), row, 0)
                name = Text(self._look, title)
                name.setToolTip(plain_tip(tip))
                grid.addWidget(name, row, 1)
        grid.setRowStretch(grid.rowCount(), 1)
        grid.setColumnStretch(1, 1)
        return stack

    def _caps(self, keys: list[str]) -> QWidget:
        caps = QWidget()
        row = QHBoxLayout(caps)
        row.setContentsMargins(0, 0, 0, 0)
        for key in keys:
            row.addWidget(KeyCap(self._look, key))
        row.addStretch(1)
        return caps

    def _restyle(self) -> None:
        look = self._window_look
        self._look.set_theme(look.theme.name)
        self._look.set_scale(look.factor)
        self._stand(len(self._stacks))
        needed, room = self._needed(), self._room()
        over = max(needed.width() / room.width(), needed.height() / room.height())
        # On a stage nobody scrolls.
        if over > 1.0 and (look.presenting or over <= 0.98 / _SMALLEST):
            self._look.set_scale(0.98 * look.factor / over)
            self._space()
        elif over > 1.0:
            across = len(self._stacks)
            bar = self._scroll.verticalScrollBar().sizeHint().width()
            while across > 1 and self._needed().width() + bar > room.width():
                across -= 1
                self._stand(across)
        if self.isVisible():
            self._fit()

    def _stand(self, across: int) -> None:
        """So many columns."""
        if across != self._across:
            self._across = across
            for place, stack in enumerate(self._stacks):
                self._columns.removeWidget(stack)
                self._columns.addWidget(stack, place // across, place % across)
        self._space()

    def _space(self) -> None:
        px = self._look.px
        self._whole.setContentsMargins(px(28), px(22), px(28), px(22))
        self._whole.setSpacing(px(8))
        self._columns.setContentsMargins(0, 0, px(8), 0)
        self._columns.setHorizontalSpacing(px(40))
        self._columns.setVerticalSpacing(px(14))
        for stack in self._stacks:
            grid = stack.layout()
            assert isinstance(grid, QGridLayout)
            grid.setHorizontalSpacing(px(14))
            grid.setVerticalSpacing(px(7))

    def _needed(self) -> QSize:
        """What the whole list takes."""
        # Widgets in widgets tell of another type size later, by an event; it is asked for now.
        self._columns.invalidate()
        self._columns.activate()
        px, page = self._look.px, self._page.sizeHint()
        return QSize(page.width() + px(56) + px(4), page.height() + px(44 + 8 + 4) + self._title.sizeHint().height())

    def _room(self) -> QSize:
        """What there is on the screen."""
        room = self.screen().availableSize()
        return QSize(int(room.width() * _OF_SCREEN), int(room.height() * _OF_SCREEN) - _FRAME)

    def _fit(self) -> None:
        """As large as the list, but not larger than the screen; then it scrolls."""
        needed, room = self._needed(), self._room()
        if needed.height() > room.height():
            needed.setWidth(needed.width() + self._scroll.verticalScrollBar().sizeHint().width())
        self.resize(needed.boundedTo(room))

    def showEvent(self, event: QShowEvent) -> None:
        self._fit()
        super().showEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F1:
            self.accept()
        else:
            super().keyPressEvent(event)


def _columns() -> tuple[tuple[Part, ...], ...]:
    """What stands under each other: one column about as high as another."""
    return (
        (_part(STAGE_ACTIONS), _part(HELP_ACTIONS)),
        (_part(TIME_ACTIONS), _part(TOUR_ACTIONS), _part(COMPARE_ACTIONS)),
        (
            _part(TRAINING_ACTIONS),
            _part(CHANGE_ACTIONS),
            _diagram(),
            _part(EXPERIMENT_ACTIONS),
            _part(SHARE_ACTIONS),
        ),
        (_part(VIEW_ACTIONS), _part(PANEL_ACTIONS)),
    )


def _part(group: ActionGroup[Window]) -> Part:
    """The actions of a group that have keys."""
    rows = [(title_of(spec), tip_of(spec), shown_keys(spec)) for spec in group.rows if spec.keys]
    return Part(group_title(group), rows)


def _diagram() -> Part:
    return Part(
        translate("KeysDialog", _DIAGRAM),
        [(translate("KeysDialog", title), "", list(keys)) for title, keys in _IN_DIAGRAM],
    )
