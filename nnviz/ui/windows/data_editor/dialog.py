"""The data editor: points put down, moved, sprayed and relabelled by hand, for a new run."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nnviz.engine.data.examples import Examples, part_sizes
from nnviz.engine.data.task_shape import task_shape_of
from nnviz.engine.errors import ExperimentError
from nnviz.engine.experiment import Experiment
from nnviz.ui.look.look import Look
from nnviz.ui.look.numbers import percent, whole
from nnviz.ui.look.plain import plain_tip
from nnviz.ui.names.translation import in_words
from nnviz.ui.toolkit.controls import Button, Card, LabelledSlider, Section, SliderRange, Text
from nnviz.ui.toolkit.fitting_label import FittingLabel
from nnviz.ui.toolkit.message_bar import MessageBar
from nnviz.ui.toolkit.scrolling import scrolling
from nnviz.ui.windows.data_editor.board import Board
from nnviz.ui.windows.data_editor.class_palette import ClassPalette
from nnviz.ui.windows.data_editor.drawing import Drawing
from nnviz.ui.windows.data_editor.explicit import explicit, left_out, refusal, worth_knowing
from nnviz.ui.windows.data_editor.history import History
from nnviz.ui.windows.data_editor.point_marks import reach_of
from nnviz.ui.windows.data_editor.start_from import EMPTY, StartFrom, current
from nnviz.ui.windows.data_editor.tool_box import ToolBox
from nnviz.ui.windows.data_editor.tools import TOOLS, Hand, Tool

SIZE = QSize(1120, 800)
OF_SCREEN = 0.92
ZOOM = 1.25
SIDE = 310
"""Width of the column of tools."""


class DataEditorDialog(QWidget):
    """A window of its own to draw data in. What is drawn is not used until the user says so.

    Signals:
        accepted(Experiment): The user wants a new run with these points: a complete experiment that holds them.
    """

    accepted = Signal(object)

    def __init__(self, look: Look, experiment: Experiment, examples: Examples, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._look = look
        self._experiment = experiment
        self._shape = task_shape_of(experiment.data)
        self._asked = False
        self.setWindowTitle(self.tr("Edit the data"))
        self.setProperty("surface", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.refusal = refusal(examples)
        empty = Drawing.empty(*EMPTY["empty classes"], "")
        first = empty if self.refusal else current(experiment, examples)
        self.history = History(first, self)
        self.hand = Hand()
        self.board = Board(look, self.history, self.hand)
        self.palette_of_classes = ClassPalette(look)
        self.value = LabelledSlider(look, self.tr("y of new points"), _values(first), 1.0)
        self.value_hint = Text(look, role="small", tone="muted")
        self.tools = ToolBox(look, self.hand.radius)
        self.start_from = StartFrom(look, experiment, None if self.refusal else examples)
        self.messages = MessageBar(look)
        self.count = FittingLabel(look, "small", align=Qt.AlignmentFlag.AlignRight)
        self.keys = FittingLabel(look, "small", align=Qt.AlignmentFlag.AlignHCenter)
        self.headline = FittingLabel(look, "strong", colour="text")
        self.parts = FittingLabel(look, "small")
        self.cancel = Button(look, self.tr("Cancel"))
        self.use = Button(look, self.tr("Use this data"), icon="check", kind="primary")
        self.undo, self.redo, self.zoom_out, self.zoom_in, self.fit = (
            Button(look, icon=icon, kind="segment") for icon in ("undo", "redo", "zoom-out", "zoom-in", "fit")
        )
        self._lay_out()
        self._connect()
        self._add_keys()
        self._show_kind()
        self._show_drawing()
        self._restyle()
        if self.refusal:
            self.messages.show_warning(self.tr("{} Here is an empty board.").format(self.refusal))

    # ---- making it -----------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        look = self._look
        self._page = QWidget()
        self._page.setProperty("surface", "plain")
        self._side = QVBoxLayout(self._page)
        self._target_title = Section(look, "")
        for widget in (
            self._target_title,
            self.palette_of_classes,
            self.value,
            self.value_hint,
            Section(look, self.tr("Tool")),
            self.tools,
            Section(look, self.tr("Start from")),
            self.start_from,
        ):
            self._side.addWidget(widget)
        self._side.addStretch(1)
        self.value_hint.setWordWrap(True)
        self._scroll = scrolling(self._page)
        self._tool_card = Card(look)
        self._tool_card.body.addWidget(self._scroll)
        self._board_card = Card(look, self.tr("Drawing board"))
        self._board_card.header.addWidget(self.count, 1)
        for button in (self.undo, self.redo, self.zoom_out, self.zoom_in, self.fit):
            self._board_card.header.addWidget(button)
        self._board_card.body.addWidget(self.board, 1)
        self._board_card.body.addWidget(self.keys)
        self._middle, self._bottom, self._whole = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        self._middle.addWidget(self._tool_card)
        self._middle.addWidget(self._board_card, 1)
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(self.headline)
        said.addWidget(self.parts)
        self._bottom.addLayout(said, 1)
        self._bottom.addWidget(self.cancel)
        self._bottom.addWidget(self.use)
        self._whole.addWidget(self.messages)
        self._whole.addLayout(self._middle, 1)
        self._whole.addLayout(self._bottom)
        order: list[QWidget] = [
            self.board,
            *self.palette_of_classes.rows,
            self.palette_of_classes.more,
            self.value,
            *self.tools.buttons.values(),
            self.tools.brush_size,
            self.start_from.choice,
            self.start_from.examples,
            self.start_from.noise,
            self.start_from.button,
            self.undo,
            self.redo,
            self.zoom_out,
            self.zoom_in,
            self.fit,
            self.cancel,
            self.use,
        ]
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

        self.keys.set_texts(
            self.tr(
                "Arrows move a crosshair (Ctrl: with the point there) · Enter uses the tool · Delete removes · "
                "1–9 choose the class"
            ),
            self.tr("Arrows move a crosshair · Enter uses the tool · Delete removes · 1–9 choose the class"),
            self.tr("Arrows: crosshair · Enter: tool · Delete: remove"),
            "",
        )

    def _connect(self) -> None:
        stack = self.history.stack
        self.history.changed.connect(self._show_drawing)
        stack.indexChanged.connect(self._show_undo)
        self.board.brush_turned.connect(self.tools.resize_brush)
        self.board.spoken.connect(self.messages.show_info)
        self.palette_of_classes.picked.connect(self.choose_class)
        self.palette_of_classes.class_wanted.connect(self._add_class)
        self.value.changed.connect(self._choose_value)
        self.tools.picked.connect(self.choose_tool)
        self.tools.resized.connect(self._resize_brush)
        self.start_from.started.connect(self._start)
        for button, slot, name in (
            (self.undo, stack.undo, self.tr("Undo")),
            (self.redo, stack.redo, self.tr("Redo")),
            (self.zoom_out, self.zoom_farther, self.tr("Show more around the points (−)")),
            (self.zoom_in, self.zoom_nearer, self.tr("Show less, larger (+)")),
            (self.fit, self.board.fit, self.tr("Show all points (F)")),
        ):
            button.clicked.connect(slot)
            button.setToolTip(plain_tip(name))
            button.setAccessibleName(name)
        self.cancel.clicked.connect(self.close)
        self.use.clicked.connect(self.accept)
        self.use.setToolTip(self.tr("Starts a new run with these points (Ctrl+Enter)"))
        self._look.changed.connect(self._restyle)

    def _add_keys(self) -> None:
        stack = self.history.stack
        keys: dict[str, Callable[[], object]] = {
            "Ctrl+Z": stack.undo,
            "Ctrl+Shift+Z": stack.redo,
            "Ctrl+Y": stack.redo,
            "Ctrl+Return": self.accept,
            "[": partial(self.tools.resize_brush, larger=False),
            "]": partial(self.tools.resize_brush, larger=True),
            "-": self.zoom_farther,
            "+": self.zoom_nearer,
            "F": self.board.fit,
            **{row.key: partial(self.choose_tool, row.tool) for row in TOOLS},
            **{str((label + 1) % 10): partial(self.choose_class, label) for label in range(10)},
        }
        for key, slot in keys.items():
            QShortcut(QKeySequence(key), self).activated.connect(slot)

    # ---- what is in the hand -------------------------------------------------------------------------------------

    def choose_tool(self, tool: Tool) -> None:
        """Take another tool in hand."""
        if tool is Tool.WRONG and not self.history.drawing.classes:
            return
        self.hand.tool = tool
        self.tools.choose(tool)
        self.board.take_hand()

    def choose_class(self, label: int) -> None:
        """The class of the next points; nothing changes where there is none of that number."""
        if label < self.history.drawing.classes:
            self.hand.label = label
            self.palette_of_classes.choose(label)
            self.board.take_hand()

    def zoom_farther(self) -> None:
        """Show more around the points."""
        self.board.zoom(ZOOM)

    def zoom_nearer(self) -> None:
        """Show less, larger."""
        self.board.zoom(1.0 / ZOOM)

    def _choose_value(self, value: float) -> None:
        self.hand.value = value
        self.board.take_hand()

    def _resize_brush(self, radius: float) -> None:
        self.hand.radius = radius
        self.board.take_hand()

    def _add_class(self) -> None:
        drawing = self.history.drawing.with_class()
        self.history.keep(self.tr("add class"), drawing)
        self.choose_class(drawing.classes - 1)

    def _start(self, drawing: Drawing) -> None:
        self.messages.clear()
        self.history.keep(self.tr("start from {}").format(self.start_from.choice.box.currentText()), drawing)
        self.board.fit()

    # ---- what is shown -------------------------------------------------------------------------------------------

    def _show_drawing(self) -> None:
        drawing = self.history.drawing
        self._asked = False
        if (drawing.inputs, drawing.classes, drawing.class_names) != self._kind:
            self._show_kind()
        self.palette_of_classes.show_drawing(drawing)
        count, wrong = len(drawing), int(drawing.wrong.sum())
        points = self.tr("1 point") if count == 1 else self.tr("{} points").format(whole(count))
        noise = self.tr("{} labels painted wrong ({})").format(whole(wrong), percent(wrong / max(count, 1)))
        if wrong == 1:
            noise = self.tr("1 label painted wrong ({})").format(percent(1 / count))
        self.count.set_texts(*((f"{points} · {noise}", noise, "") if wrong else (points, "")))
        self._say_parts(drawing)
        self.use.setEnabled(count > 0)

    def _say_parts(self, drawing: Drawing) -> None:
        count = len(drawing)
        if not count:
            self.headline.set_texts(self.tr("Starts a new run once there are points"))
            self.parts.hide()
            return
        self.parts.show()
        points = self.tr("1 point") if count == 1 else self.tr("{} points").format(whole(count))
        self.headline.set_texts(self.tr("Starts a new run with {}").format(points))
        train, validation, test = map(whole, part_sizes(count, self._experiment.data.split))
        parts = self.tr("{} to train on, {} to validate, {} to test").format(train, validation, test)
        drawn = (
            self.tr("sorted, not drawn at random")
            if self._experiment.data.faults.sorted_split
            else self.tr("drawn at random by the data's seed {}").format(self._experiment.data.seed)
        )
        left = left_out(self._experiment, self._shape, drawing).sentences(self._experiment)
        odd = " ".join(filter(None, (worth_knowing(drawing), *left)))
        self.parts.set_texts(
            " · ".join(filter(None, (odd, parts, drawn))), " · ".join(filter(None, (odd, parts))), odd or parts
        )

    _kind: tuple[int, int, tuple[str, ...]] = (0, 0, ())

    def _show_kind(self) -> None:
        """Show what belongs to classes, or to numbers to predict."""
        drawing = self.history.drawing
        board_changes = (drawing.inputs, bool(drawing.classes)) != (self._kind[0], bool(self._kind[1]))
        self._kind = drawing.inputs, drawing.classes, drawing.class_names
        classes = drawing.classes > 0
        self._target_title.setText(self.tr("Class") if classes else self.tr("Number to predict"))
        self.palette_of_classes.setVisible(classes)
        self.value.setVisible(not classes and drawing.inputs == 2)
        self.value_hint.setVisible(drawing.inputs == 1)
        self.value_hint.setText(
            self.tr("A point's height is its class: each class has a lane.")
            if classes
            else self.tr("A point's height is the number to predict.")
        )
        self.tools.offer_wrong_labels(classes)
        self.tools.buttons[Tool.PAINT].setEnabled(classes or drawing.inputs == 2)
        if not classes:
            values = _values(drawing)
            self.value.set_range(values)
            self.hand.value = self.value.value()
        if not self.tools.buttons[self.hand.tool].isEnabled():
            self.choose_tool(Tool.POINT)
        self.choose_class(min(self.hand.label, max(drawing.classes - 1, 0)))
        if board_changes or drawing.inputs == 1:
            self.board.fit()

    def _show_undo(self) -> None:
        stack = self.history.stack
        for button, can, text, word, key in (
            (self.undo, stack.canUndo(), stack.undoText(), self.tr("Undo"), "Ctrl+Z"),
            (self.redo, stack.canRedo(), stack.redoText(), self.tr("Redo"), "Ctrl+Shift+Z"),
        ):
            button.setEnabled(can)
            button.setToolTip(plain_tip(f"{word}: {text} ({key})" if text else f"{word} ({key})"))

    # ---- the end -------------------------------------------------------------------------------------------------

    def accept(self) -> None:
        """Use the points, if the engine can; what is wrong with them is said, and they stay."""
        try:
            result = explicit(self._experiment, self.history.drawing)
        except ExperimentError as error:
            self.messages.show_error(self.tr("These points cannot be used: {}").format(in_words(error.text)))
            return
        self.history.stack.setClean()
        self.accepted.emit(result)
        self.close()

    def _may_close(self) -> bool:
        """Whether nothing would be lost; the first time, it is only said."""
        if self.history.stack.isClean() or self._asked:
            return True
        self._asked = True
        self.messages.show_warning(self.tr("Your drawing would be lost. Close again to discard it."))
        return False

    # ---- Qt ------------------------------------------------------------------------------------------------------

    def _restyle(self) -> None:
        px = self._look.px
        self._whole.setContentsMargins(px(16), px(14), px(16), px(14))
        self._whole.setSpacing(px(12))
        self._middle.setSpacing(px(12))
        self._bottom.setSpacing(px(10))
        self._side.setContentsMargins(0, 0, px(6), 0)
        self._side.setSpacing(px(8))
        self._tool_card.setFixedWidth(px(SIDE))
        for button in (self.undo, self.redo, self.zoom_out, self.zoom_in, self.fit):
            button.setFixedWidth(px(36))
        self._show_undo()

    def sizeHint(self) -> QSize:
        px = self._look.px
        screen = QGuiApplication.primaryScreen().availableSize() * OF_SCREEN
        return QSize(px(SIZE.width()), px(SIZE.height())).boundedTo(screen)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.board.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._may_close():
            super().closeEvent(event)
        else:
            event.ignore()


def _values(drawing: Drawing) -> SliderRange:
    """The numbers that can be chosen: somewhat farther than those that there are."""
    reach = reach_of(drawing)
    step = 10.0 ** math.floor(math.log10(reach / 20.0))
    most = round(1.5 * reach / step) * step
    return SliderRange(-most, most, step)
