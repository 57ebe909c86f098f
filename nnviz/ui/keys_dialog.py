"""The list of keys."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from nnviz.ui.action_table import ACTIONS, GROUPS, ActionSpec
from nnviz.ui.actions import group_title, shown_keys, tip_of, title_of
from nnviz.ui.controls import Section, Text
from nnviz.ui.look import Look

_COLUMNS = (("time", "training"), ("view",), ("panels", "file", "help"))
_OF_SCREEN = 0.95


class KeyCap(QWidget):
    """A key as it looks on the keyboard."""

    def __init__(self, look: Look, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._key = key
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
        painter = QPainter(self)
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
    """Every action that has a key, in the groups of the table. Esc or F1 closes it."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setWindowTitle(self.tr("Keys"))
        self._title = Text(look, self.tr("Keys"), role="heading")
        self._hint = Text(look, self.tr("Esc closes this list"), role="small", tone="muted")
        self._page = QWidget()
        self._page.setProperty("surface", "plain")
        self._columns = QHBoxLayout(self._page)
        self._grids = [self._grid(groups) for groups in _COLUMNS]
        for grid in self._grids:
            self._columns.addLayout(grid)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(self._page)
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
        """Every row: the title of an action and its keys."""
        return [(title_of(spec), shown_keys(spec)) for group in GROUPS for spec in _with_keys(group)]

    def _grid(self, groups: tuple[str, ...]) -> QGridLayout:
        grid = QGridLayout()
        for group in groups:
            grid.addWidget(Section(self._look, group_title(group)), grid.rowCount(), 0, 1, 2)
            for spec in _with_keys(group):
                row = grid.rowCount()
                grid.addWidget(self._caps(spec), row, 0)
                name = Text(self._look, title_of(spec))
                name.setToolTip(tip_of(spec))
                grid.addWidget(name, row, 1)
        grid.setRowStretch(grid.rowCount(), 1)
        grid.setColumnStretch(1, 1)
        return grid

    def _caps(self, spec: ActionSpec) -> QWidget:
        caps = QWidget()
        row = QHBoxLayout(caps)
        row.setContentsMargins(0, 0, 0, 0)
        for key in shown_keys(spec):
            row.addWidget(KeyCap(self._look, key))
        row.addStretch(1)
        return caps

    def _restyle(self) -> None:
        px = self._look.px
        self._whole.setContentsMargins(px(28), px(22), px(28), px(22))
        self._whole.setSpacing(px(8))
        self._columns.setContentsMargins(0, 0, px(8), 0)
        self._columns.setSpacing(px(40))
        for grid in self._grids:
            grid.setHorizontalSpacing(px(14))
            grid.setVerticalSpacing(px(7))
        if self.isVisible():
            self._fit()

    def _fit(self) -> None:
        """As large as the list, but not larger than the screen; then it scrolls."""
        px, page, room = self._look.px, self._page.sizeHint(), self.screen().availableSize()
        width = page.width() + px(56) + px(4)
        height = page.height() + px(44 + 8 + 4) + self._title.sizeHint().height()
        self.resize(min(width, int(room.width() * _OF_SCREEN)), min(height, int(room.height() * _OF_SCREEN)))

    def showEvent(self, event: QShowEvent) -> None:
        self._fit()
        super().showEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F1:
            self.accept()
        else:
            super().keyPressEvent(event)


def _with_keys(group: str) -> list[ActionSpec]:
    return [spec for spec in ACTIONS if spec.group == group and spec.keys]
