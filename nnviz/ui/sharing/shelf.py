"""The corner of a window in which what leaves it can be seen: on its way, there, or why not."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget
from shiboken6 import isValid

from nnviz.ui.look.look import Look
from nnviz.ui.look.plain import plain_tip
from nnviz.ui.toolkit.controls import Button, Text
from nnviz.ui.toolkit.controls.thin_bar import ThinBar
from nnviz.ui.toolkit.fitting_label import FittingLabel

WIDTH = 560
AROUND = 16
GAP = 8
ICON = 20
MOVED = (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.ShowToParent, QEvent.Type.HideToParent)
NOTED_MILLISECONDS = 4_000
"""How long something is said that asks for nothing."""


class ShelfRow(QWidget):
    """One thing that leaves: what it is, which file, how far it is, and what one can do about it.

    Signals:
        left(): The user stops it, or has seen how it ended.
    """

    left = Signal()

    def __init__(self, look: Look, title: str, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._title = look, title
        self._kind = "info"
        self.files: list[Path] = []
        self._icon = QLabel()
        self.word = Text(look, title, role="strong")
        self.text = FittingLabel(look, "body", "text")
        self.text.set_texts(text)
        self.problem = Text(look)
        self.problem.setWordWrap(True)
        self.problem.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.bar = ThinBar(look)
        self.count = Text(look, role="small", tone="muted")
        self.stop = Button(look, self.tr("Stop"), icon="close")
        self.open = Button(look, self.tr("Open"))
        self.show_folder = Button(look, icon="folder-open")
        self.show_folder.setToolTip(self.tr("Show in folder"))
        self.show_folder.setAccessibleName(self.tr("Show in folder"))
        self.cross = Button(look, icon="close", kind="segment")
        self.cross.setToolTip(self.tr("Close (Esc)"))
        self.cross.setAccessibleName(self.tr("Close the message"))
        self._row = QHBoxLayout()
        self._row.addWidget(self._icon)
        self._row.addWidget(self.word)
        self._row.addWidget(self.text, 1)
        for widget in (self.bar, self.count, self.stop, self.open, self.show_folder, self.cross):
            self._row.addWidget(widget)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._row)
        self._column.addWidget(self.problem)
        self.stop.clicked.connect(self.left)
        self.cross.clicked.connect(self.left)
        self.open.clicked.connect(lambda: _open(self.files[0]))
        self.show_folder.clicked.connect(lambda: _open(self.files[0].parent))
        look.changed.connect(self._restyle)
        self._show_only(self.cross)
        self._restyle()

    def show_progress(self, done: int, total: int) -> None:
        """It is on its way; how far is not known where ``total`` is 0."""
        self.count.setText(f"{done} / {total}" if total else self.tr("on its way …"))
        self.bar.set_share(done / total if total else 0.0)
        self._show_only(*([self.bar] if total else []), self.count, self.stop)

    def show_files(self, files: list[Path]) -> None:
        """It is there."""
        self.files = files
        self.word.setText(self.tr("{}: saved").format(self._title))
        names = " · ".join(file.name for file in files)
        self.text.set_texts(names, files[0].name)
        self.text.setToolTip(plain_tip("\n".join(map(str, files))))
        self._show_only(self.open, self.show_folder, self.cross)

    def show_problem(self, problem: str) -> None:
        """It failed."""
        self._kind = "error"
        self.word.setText(self.tr("{}: error").format(self._title))
        self.text.set_texts("")
        self.problem.setText(problem)
        self._show_only(self.problem, self.cross)
        self._restyle()

    def _show_only(self, *shown: QWidget) -> None:
        every = (self.problem, self.bar, self.count, self.open, self.show_folder, self.stop, self.cross)
        for widget in every:
            if widget not in shown:
                widget.hide()
        for each in shown:
            each.show()
        self.setAccessibleName(" ".join(filter(None, (self.word.text(), self.text.text, self.problem.text()))))

    def _restyle(self) -> None:
        px = self._look.px
        self.word.set_tone("error" if self._kind == "error" else "")
        self._icon.setPixmap(self._look.pixmap(self._kind, self._kind, ICON, self.devicePixelRatioF()))
        self._column.setContentsMargins(px(14), px(8), px(10), px(8))
        self._column.setSpacing(px(4))
        self._row.setSpacing(px(10))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        # A card of its own also where what lies under it has no cards, on a stage.
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            line, rounding = self._look.px(1), self._look.px(10)
            painter.setPen(QPen(self._look.colour("error" if self._kind == "error" else "control_border"), line))
            painter.setBrush(self._look.colour("card"))
            inside = QRectF(self.rect()).adjusted(line / 2, line / 2, -line / 2, -line / 2)
            painter.drawRoundedRect(inside, rounding, rounding)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.cross.isVisible():
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _open(path: Path) -> None:
    """With what the system opens such files with."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


class Shelf(QWidget):
    """The rows, over the lower right corner of a window: nothing else in it moves when one comes or goes."""

    def __init__(self, look: Look, window: QWidget) -> None:
        super().__init__(window)
        self._look, self._window = look, window
        self._uncovered: tuple[QWidget, ...] = ()
        self._column = QVBoxLayout(self)
        self._note: ShelfRow | None = None
        self._noted = QTimer(self, singleShot=True, interval=NOTED_MILLISECONDS)
        self._noted.timeout.connect(self._forget_note)
        self._column.setContentsMargins(0, 0, 0, 0)
        window.installEventFilter(self)
        look.changed.connect(self._restyle)
        self._restyle()
        self.hide()

    def keep_off(self, *widgets: QWidget) -> None:
        """Stand above these, which are at the foot of the window, rather than over them."""
        self._uncovered = widgets
        for widget in widgets:
            widget.installEventFilter(self)

    def add(self, title: str, text: str = "") -> ShelfRow:
        """Another row."""
        row = ShelfRow(self._look, title, text)
        self._column.addWidget(row)
        self.show()
        row.show()
        self._place()
        return row

    def remove(self, row: ShelfRow) -> None:
        """It has been seen."""
        # Qt would leave the keyboard with whatever comes next, a field perhaps.
        if row.isAncestorOf(self._window.focusWidget() or self._window):
            self._window.setFocus()
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()
        self.setVisible(bool(self._column.count()))
        self._place()

    def note(self, text: str) -> None:
        """Say something that is gone again by itself."""
        self._forget_note()
        self._note = row = self.add(text)
        row.left.connect(self._forget_note)
        self._noted.start()

    @contextmanager
    def away(self) -> Iterator[None]:
        """For as long as the window is painted without it."""
        shown = self.isVisible()
        self.hide()
        try:
            yield
        finally:
            self.setVisible(shown)

    def rows(self) -> list[ShelfRow]:
        """What is on it."""
        return [row for row in self.findChildren(ShelfRow) if self._column.indexOf(row) >= 0]

    def _forget_note(self) -> None:
        if self._note is not None:
            note, self._note = self._note, None
            self.remove(note)

    def _restyle(self) -> None:
        self._column.setSpacing(self._look.px(8))
        self._place()

    def _place(self) -> None:
        # Nothing here may ask for a layout, which is what asks for this.
        px, room = self._look.px, self._window.size()
        width = min(px(WIDTH), room.width() - 2 * px(AROUND))
        self._column.activate()
        height = (
            self._column.totalHeightForWidth(width) if self._column.hasHeightForWidth() else self.sizeHint().height()
        )
        box = QRect(room.width() - width - px(AROUND), room.height() - height - px(AROUND), width, height)
        for widget in self._uncovered:
            over = QRect(widget.mapTo(self._window, QPoint()), widget.size())
            if widget.isVisible() and over.intersects(box) and over.top() - px(GAP) > height:
                box.moveBottom(over.top() - px(GAP))
        self.setGeometry(box)
        self.raise_()

    # ---- Qt ------------------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            # A row has come, or needs another height.
            self._place()
        return done

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # The window's own parts outlive it by a moment.
        if event.type() in MOVED and isValid(self._window):
            self._place()
        return super().eventFilter(watched, event)
