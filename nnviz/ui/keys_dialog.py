"""The list of keys."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from nnviz.ui.action_table import ACTIONS, GROUPS, ActionSpec
from nnviz.ui.actions import group_title, shown_keys, tip_of, title_of
from nnviz.ui.controls import Section, Text
from nnviz.ui.look import Look

_COLUMNS = (("time", "training"), ("view",), ("panels", "file", "help"))


class KeyCap(Text):
    """A key as it looks on the keyboard."""

    def __init__(self, look: Look, key: str) -> None:
        super().__init__(look, key, role="mono_small")
        self.setProperty("surface", "key")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)


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
        self._grids: list[QGridLayout] = []
        for groups in _COLUMNS:
            self._columns.addLayout(self._column(groups))
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

    def listed(self) -> list[tuple[str, str]]:
        """Every row, as the title of the action and its keys."""
        return [(title_of(spec), "  ".join(shown_keys(spec))) for spec in _with_keys()]

    def _column(self, groups: tuple[str, ...]) -> QVBoxLayout:
        column = QVBoxLayout()
        for group in groups:
            column.addWidget(Section(self._look, group_title(group)))
            grid = QGridLayout()
            for row, spec in enumerate(spec for spec in _with_keys() if spec.group == group):
                grid.addLayout(self._caps(spec), row, 0)
                name = Text(self._look, title_of(spec))
                name.setToolTip(tip_of(spec))
                grid.addWidget(name, row, 1)
            grid.setColumnStretch(1, 1)
            self._grids.append(grid)
            column.addLayout(grid)
        column.addStretch(1)
        return column

    def _caps(self, spec: ActionSpec) -> QHBoxLayout:
        caps = QHBoxLayout()
        caps.setSpacing(self._look.px(4))
        for key in shown_keys(spec):
            caps.addWidget(KeyCap(self._look, key))
        caps.addStretch(1)
        return caps

    def _restyle(self) -> None:
        px = self._look.px
        self._whole.setContentsMargins(px(28), px(22), px(28), px(22))
        self._whole.setSpacing(px(12))
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(px(36))
        for grid in self._grids:
            grid.setHorizontalSpacing(px(14))
            grid.setVerticalSpacing(px(7))
        self._fit()

    def _fit(self) -> None:
        """As large as the list, but not larger than the screen; then it scrolls."""
        wanted = self._page.sizeHint()
        room = self.screen().availableSize()
        width = wanted.width() + self._look.px(56) + self._look.px(16)
        height = wanted.height() + self._look.px(44) + self._title.sizeHint().height() + self._look.px(20)
        self.resize(min(width, round(room.width() * 0.95)), min(height, round(room.height() * 0.95)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F1:
            self.accept()
        else:
            super().keyPressEvent(event)


def _with_keys() -> list[ActionSpec]:
    return [spec for group in GROUPS for spec in ACTIONS if spec.group == group and spec.keys]
