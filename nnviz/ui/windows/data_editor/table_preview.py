"""The table preview: what will be read from a file, and what is to be learned from it, before it is opened."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QFontMetrics, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from nnviz.engine.data.tables.choice import TableChoice
from nnviz.engine.data.tables.preview import Effect
from nnviz.engine.data.tables.preview import TablePreview as Read
from nnviz.engine.experiment import Experiment
from nnviz.engine.settings import Reading
from nnviz.shortened import called
from nnviz.ui.look.look import Look
from nnviz.ui.look.numbers import whole
from nnviz.ui.look.plain import plain_title
from nnviz.ui.names.translation import in_words
from nnviz.ui.toolkit.claimed_keys import ENTER
from nnviz.ui.toolkit.controls import Button, Card, Choice, Section, Segmented, Text
from nnviz.ui.toolkit.fitting_label import FittingLabel
from nnviz.ui.toolkit.scrolling import scrolling
from nnviz.ui.windows.data_editor import table_words as words
from nnviz.ui.windows.data_editor.columns_model import NAME, PREDICT, ColumnsModel
from nnviz.ui.windows.data_editor.quiet_table import quiet_table, table_style
from nnviz.ui.windows.data_editor.reading_card import ReadingCard
from nnviz.ui.windows.data_editor.rows_model import RowsModel
from nnviz.worker.messages import Failure
from nnviz.worker.table_reader import TableLink

SIZE = QSize(1180, 780)
OF_SCREEN = 0.92
SEVERAL = "\n"
"""The key of the entry for several targets: no column is called so."""
SIDE = 420
"""Width of the column of choices."""
WIDEST_CELL = 220
LEAST_HEIGHT = 150
"""Pixels at scale 1 that the tables have at the least."""
MOST_MEASURED = 60
"""Columns that are as wide as what is in them; of more, the others have one width."""
MEGABYTE = 1_000_000


class TablePreview(QWidget):
    """A window of its own that shows a table before it is opened. Reading it does not hold the window up.

    Signals:
        accepted(Experiment): The user wants to learn from the table: a complete experiment that does.
    """

    accepted = Signal(object)

    def __init__(self, look: Look, path: Path | str, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._look = look
        self.path = Path(path)
        self.read: Read | None = None
        self.effect: Effect | None = None
        self.link = TableLink(self)
        self.setWindowTitle(plain_title(self.tr("Open a table: {}").format(called(self.path))))
        self.setProperty("surface", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title = FittingLabel(look, "heading", colour="text", tight=True)
        self.format = FittingLabel(look, "small", align=Qt.AlignmentFlag.AlignRight)
        self.state = Text(look, tone="muted")
        self.icon = QLabel()
        self.hint = Text(
            look,
            self.tr(
                "A table is a CSV, TSV or Excel file (.xlsx): a row for each example, and columns of numbers or of "
                "categories, one of which is to be predicted."
            ),
            role="small",
            tone="muted",
        )
        self.target = Choice(look, self.tr("Predict"), [])
        self.task_label = Text(look, self.tr("as"))
        self.task = Segmented(
            look,
            [("", self.tr("automatic")), ("classes", self.tr("classes")), ("numbers", self.tr("numbers"))],
            name=self.tr("Predict as"),
        )
        self.all_button = Button(look, self.tr("all"), kind="segment")
        self.none_button = Button(look, self.tr("none"), kind="segment")
        self.all_button.setAccessibleName(self.tr("all columns"))
        self.none_button.setAccessibleName(self.tr("no columns"))
        self.reading = ReadingCard(look)
        self.columns_model = ColumnsModel(look)
        self.rows_model = RowsModel(look)
        self.columns = quiet_table(self.columns_model, self.tr("Columns"))
        self.rows = quiet_table(self.rows_model, self.tr("First rows"))
        self.headline = Text(look, role="strong")
        self.details = Text(look, role="small", tone="muted")
        self.starts = FittingLabel(look, "small")
        self.cancel = Button(look, self.tr("Cancel"))
        self.open = Button(look, self.tr("Open"), icon="check", kind="primary")
        self._lay_out()
        self._connect()
        self._restyle()
        self._show_reading()
        self.link.open(self.path)

    # ---- making it -----------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        look = self._look
        self._choices = Card(look, self.tr("What to learn"))
        # Alone in its row the title would stand in the middle.
        self._choices.header.addStretch(0)
        self._task_row, self._from_row = QHBoxLayout(), QHBoxLayout()
        self._task_row.addWidget(self.task_label)
        self._task_row.addStretch(1)
        self._task_row.addWidget(self.task)
        self._from_row.addWidget(Section(look, self.tr("From these columns")), 1)
        self._from_row.addWidget(self.all_button)
        self._from_row.addWidget(self.none_button)
        self._choices.body.addWidget(self.target)
        self._choices.body.addLayout(self._task_row)
        self._choices.body.addLayout(self._from_row)
        self._choices.body.addWidget(self.columns, 1)
        # Long names must not make the column wider.
        self.target.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._first_rows = Card(look, self.tr("First rows"))
        self._first_rows.body.addWidget(self.rows, 1)
        self._result = Card(look)
        self._result.body.addWidget(self.headline)
        self._result.body.addWidget(self.details)
        for text in (self.headline, self.details, self.state, self.hint):
            text.setWordWrap(True)
        self._result.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        for label in (self.icon, self.state, self.hint):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._sentence = QWidget()
        self._sentence.setProperty("surface", "plain")
        self._sentences = QVBoxLayout(self._sentence)
        self._sentences.addStretch(1)
        for label in (self.icon, self.state, self.hint):
            self._sentences.addWidget(label)
        self._sentences.addStretch(1)
        self.columns.horizontalHeader().hide()
        self.columns.horizontalHeader().setResizeContentsPrecision(MOST_MEASURED)
        self.columns.verticalHeader().hide()
        self.columns.setShowGrid(False)
        self.columns.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.columns.horizontalHeader().setStretchLastSection(True)
        self.columns.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rows.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.rows.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self._right, self._middle, self._bottom = QVBoxLayout(), QHBoxLayout(), QHBoxLayout()
        self._right.addWidget(self._first_rows, 1)
        self._right.addWidget(self._result)
        self._middle.addWidget(self._choices)
        self._middle.addLayout(self._right, 1)
        self._bottom.addWidget(self.starts, 1)
        self._bottom.addWidget(self.cancel)
        self._bottom.addWidget(self.open)
        self._whole = QVBoxLayout(self)
        self._head = QHBoxLayout()
        self._head.addWidget(self.title)
        self._head.addWidget(self.format, 1)
        self._head.addStretch(0)
        page = QWidget()
        page.setProperty("surface", "plain")
        self._page = QVBoxLayout(page)
        self._page.setContentsMargins(0, 0, 0, 0)
        self._page.addWidget(self.reading)
        self._page.addWidget(self._sentence, 1)
        self._page.addLayout(self._middle, 1)
        self._whole.addLayout(self._head)
        # Where type is large, all this is higher than a screen.
        scroll = scrolling(page)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._whole.addWidget(scroll, 1)
        self._whole.addLayout(self._bottom)

    def _connect(self) -> None:
        self.target.picked.connect(self._on_target)
        self.task.picked.connect(self._try)
        self.reading.changed.connect(self._read_anew)
        self.columns_model.toggled.connect(self._try)
        self.all_button.clicked.connect(lambda: self.columns_model.tick_all(True))
        self.none_button.clicked.connect(lambda: self.columns_model.tick_all(False))
        self.cancel.clicked.connect(self.close)
        self.open.clicked.connect(self._make)
        self.link.opened.connect(self._on_opened)
        self.link.tried.connect(self._on_tried)
        self.link.made.connect(self._on_made)
        self.link.failed.connect(self._on_failed)
        self.link.progressed.connect(self._on_progressed)
        self._look.changed.connect(self._restyle)

    # ---- states --------------------------------------------------------------------------------------------------

    def _show_parts(self, table: bool) -> None:
        """Show either the table or a sentence in its place."""
        self._sentence.setVisible(not table)
        for card in (self._choices, self._first_rows, self._result):
            card.setVisible(table)
        self.format.setVisible(table)
        self.reading.setVisible(table)
        self.open.setVisible(table)

    def _show_reading(self) -> None:
        self.title.set_texts(called(self.path))
        self._show_parts(False)
        self.icon.hide()
        self.hint.hide()
        size = self._size_text()
        reading = self.tr("Reading {}, {} …").format(called(self.path), size) if size else self.tr("Reading …")
        self.state.setText(reading)
        self.starts.set_texts("")

    def _on_progressed(self, done: float) -> None:
        if self.read is None and 0.0 < done < 1.0:
            share = self.tr("Reading {}: {} % …").format(called(self.path), round(100.0 * done))
            self.state.setText(share)

    def _size_text(self) -> str:
        try:
            size = self.path.stat().st_size
        except (OSError, ValueError):
            return ""
        if size >= MEGABYTE:
            return self.tr("{} MB").format(f"{size / MEGABYTE:.1f}".replace(".", self._look.numbers.decimal_sign))
        return self.tr("{} kB").format(max(1, round(size / 1000)))

    def _on_opened(self, read: Read) -> None:
        self.read = read
        self.title.set_texts(called(self.path))
        self.cancel.setText(self.tr("Cancel"))
        self._show_parts(True)
        self.reading.show_found(read)
        self.format.set_texts(words.format_text(read))
        first, rows = len(read.first_rows), read.rows
        of_all = self.tr("{} of {}").format(whole(first), whole(rows))
        self._first_rows.set_note(of_all if first < rows else self.tr("all {}").format(whole(rows)))
        targets = read.suggested.targets
        names = [column.name for column in read.columns if column.kind != "empty"]
        choices = [(name, name) for name in names]
        if len(names) > 2:
            choices.append((SEVERAL, self.tr("several columns")))
        self.target.set_choices(choices, targets[0] if len(targets) == 1 else SEVERAL)
        self.columns_model.show_columns(read.columns, read.suggested.features or (), targets)
        self.columns.setColumnHidden(PREDICT, len(targets) < 2)
        self.rows_model.show_preview(read)
        self._measure()
        self.target.box.setFocus(Qt.FocusReason.OtherFocusReason)
        self._try()

    def _on_failed(self, failure: Failure) -> None:
        text = in_words(failure.text) if failure.refused else f"{in_words(failure.text)} ({failure.details})"
        if self.read is None:
            self._show_parts(False)
            # What was found out or told of it may be what is wrong.
            self.reading.show_failed(self.path)
            self.reading.show()
            self.title.set_texts(self.tr("This table cannot be read"))
            self.icon.show()
            self.hint.show()
            self.state.set_tone("error")
            self.state.setText(text)
            self.cancel.setText(self.tr("Close"))
            self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._say(self.tr("It cannot be opened"), text, wrong=True)

    def _on_tried(self, effect: Effect) -> None:
        self.effect = effect
        self.rows_model.show_effect(effect)
        self._say(words.headline(effect), "\n".join(words.effect_lines(effect)), wrong=effect.table is None)

    def _say(self, headline: str, details: str, wrong: bool) -> None:
        self.headline.setText(headline)
        self.headline.set_tone("error" if wrong else "")
        self.details.setText(details)
        self.details.setVisible(bool(details))
        self.open.setEnabled(not wrong)
        self.starts.set_texts("" if wrong else self.tr("Starts a new run, with a small network to begin with"))

    # ---- what the user does --------------------------------------------------------------------------------------

    @property
    def choice(self) -> TableChoice:
        """What is chosen right now."""
        key = self.task.key()
        return TableChoice(
            self.columns_model.targets,
            self.columns_model.features,
            "classes" if key == "classes" else "numbers" if key == "numbers" else None,
            self.reading.told,
        )

    def _on_target(self, name: str) -> None:
        self.columns.setColumnHidden(PREDICT, name != SEVERAL)
        if name != SEVERAL:
            self.columns_model.set_targets((name,))
        self._measure()
        self._try()

    def _read_anew(self, told: Reading) -> None:
        self.read = self.effect = None
        self._say(self.tr("Reading …"), "", wrong=False)
        self.open.setEnabled(False)
        self.link.open(self.path, told)

    def _try(self) -> None:
        self.link.try_choice(self.choice)

    def _make(self) -> None:
        self.open.setEnabled(False)
        self.starts.set_texts(self.tr("Opening …"))
        self.link.make(self.choice)

    def _on_made(self, experiment: Experiment) -> None:
        self.accepted.emit(experiment)
        self.close()

    # ---- room ----------------------------------------------------------------------------------------------------

    def _measure(self) -> None:
        """Give rows and columns their size in this look."""
        px = self._look.px
        for view in (self.columns, self.rows):
            view.verticalHeader().setMinimumSectionSize(px(10))
            view.verticalHeader().setDefaultSectionSize(px(28))
            view.setIconSize(QSize(px(16), px(16)))
        self.rows.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.rows.horizontalHeader().setFont(self._look.font("small"))
        # Measured here: Qt would ask for everything about every cell, and a table may have hundreds of columns.
        names, cells = QFontMetrics(self._look.font("small_strong")), QFontMetrics(self._look.font("mono_small"))
        self.rows.horizontalHeader().setDefaultSectionSize(px(WIDEST_CELL) // 2)
        for column in range(min(MOST_MEASURED, self.rows_model.columnCount())):
            name = self.rows_model.headerData(column, Qt.Orientation.Horizontal)
            over = max(map(names.horizontalAdvance, name.splitlines()))
            under = cells.horizontalAdvance(self.rows_model.longest_text(column))
            self.rows.setColumnWidth(column, min(max(over, under) + px(30), px(WIDEST_CELL)))
        self.columns.setColumnWidth(PREDICT, names.horizontalAdvance(self.tr("predict")) + px(52))
        self.columns.resizeColumnToContents(NAME)
        self.columns.setColumnWidth(NAME, min(self.columns.columnWidth(NAME) + px(24), px(SIDE) // 2))

    def _restyle(self) -> None:
        px = self._look.px
        self._whole.setContentsMargins(px(16), px(14), px(16), px(14))
        for column in (self._whole, self._page):
            column.setSpacing(px(10))
        self.columns.setMinimumHeight(px(LEAST_HEIGHT))
        self.rows.setMinimumHeight(px(LEAST_HEIGHT))
        self._middle.setSpacing(px(12))
        self._right.setSpacing(px(12))
        self._bottom.setSpacing(px(10))
        self._head.setSpacing(px(16))
        self._sentences.setSpacing(px(10))
        self._sentences.setContentsMargins(px(40), 0, px(40), 0)
        self.icon.setPixmap(self._look.pixmap("error", "error", 40, self.devicePixelRatioF()))
        for view in (self.columns, self.rows):
            view.setStyleSheet(table_style(self._look))
        self._task_row.setSpacing(px(10))
        self._from_row.setSpacing(px(4))
        self._choices.setFixedWidth(px(SIDE))
        self._measure()

    def sizeHint(self) -> QSize:
        px = self._look.px
        screen = QGuiApplication.primaryScreen().availableSize() * OF_SCREEN
        return QSize(px(SIZE.width()), px(SIZE.height())).boundedTo(screen)

    # ---- Qt ------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif event.key() in ENTER and self.open.isVisible() and self.open.isEnabled():
            self.open.click()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.link.close()
        super().closeEvent(event)
