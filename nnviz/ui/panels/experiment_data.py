"""The data part of the experiment panel."""

from __future__ import annotations

import math
from functools import partial

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from nnviz.engine.data.datasets import DATASETS
from nnviz.engine.experiment import Experiment
from nnviz.ui.controls import Button, LabelledSlider, SliderRange, Text, ThumbnailButton
from nnviz.ui.look import Look
from nnviz.ui.numbers import whole
from nnviz.ui.panels.experiment_fields import split_fields
from nnviz.ui.panels.experiment_more import MoreData
from nnviz.ui.panels.experiment_notes import data_note
from nnviz.ui.panels.listed_range import ListedRange
from nnviz.ui.panels.settings_section import SettingsSection
from nnviz.ui.panels.split_row import SplitRow
from nnviz.ui.panels.thumbnails import Thumbnail
from nnviz.ui.setting_names import shown_name

WORKED_EXAMPLE = "worked-example"
COLUMNS = 4
BATCH_SIZES = ListedRange.of(1, 2, 5, 10, 20, 50, 100, math.inf)
NOISE = SliderRange(0.0, 1.0, 0.01)


class DataSection(SettingsSection):
    """Which data, how many examples, how noisy, how split and how cut into batches.

    Signals:
        data_picked(str): The data of a built-in experiment is wanted.
        named_requested(str): A whole built-in experiment is wanted.
        open_requested(): A file is wanted.
    """

    data_picked = Signal(str)
    named_requested = Signal(str)
    open_requested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, self.tr("Data"), MoreData, parent)
        self._pictures = {name: Thumbnail(name) for name in DATASETS} | {WORKED_EXAMPLE: Thumbnail(None)}
        self.thumbnails = {
            name: _Tile(look, shown_name(name), picture, self) for name, picture in self._pictures.items()
        }
        self.file = Button(look, self.tr("File…"), icon="folder-open", kind="segment", parent=self)
        self._grid = QGridLayout()
        self.note = Text(look, role="tiny", tone="muted", parent=self)
        self.note.setWordWrap(True)
        self.noise = LabelledSlider(look, self.tr("Noise"), NOISE, 0.0, parent=self)
        self.split = SplitRow(look, self.tr("Train / validation / test"), self)
        self.batch_size = LabelledSlider(look, self.tr("Batch size"), BATCH_SIZES, 10, self._batch_text, self)
        self._explain()
        self._lay_out()
        self._connect()
        self._unprepared = list(self._pictures)
        self._preparing = QTimer(self, interval=0)
        self._preparing.timeout.connect(self._prepare_next)
        look.changed.connect(self._restyle)
        self._restyle()

    def show_experiment(self, experiment: Experiment) -> None:
        super().show_experiment(experiment)
        data = experiment.data
        self.show_source(data.source)
        self.note.setText(data_note(experiment))
        self.note.setVisible(bool(self.note.text()))
        self.noise.set_value(data.noise)
        self.split.set_split(data.split)
        size = experiment.training.batch_size
        self.batch_size.set_value(math.inf if size == "full" else size)

    def show_source(self, source: str | None) -> None:
        """Mark the thumbnail of a data set; ``None`` marks none."""
        for name, tile in self.thumbnails.items():
            tile.setChecked(name == source)

    # ---- making it -----------------------------------------------------------------------------------------------

    def _explain(self) -> None:
        for name, tile in self.thumbnails.items():
            tile.setToolTip(self.tr("Take this data; the network and the training stay as they are"))
            if name == WORKED_EXAMPLE:
                tile.setToolTip(self.tr("Load the worked example: one example, two hidden units, known weights"))
        self.file.setToolTip(self.tr("Open an experiment from a file"))
        self.noise.setToolTip(self.tr("How far examples are moved at random: the standard deviation"))
        self.split.setToolTip(self.tr("Per cent to learn from, to decide when to stop, and to judge by at the end"))
        self.batch_size.setToolTip(self.tr("Examples that each update of the weights looks at"))

    def _lay_out(self) -> None:
        self.heading.insertWidget(1, self.file)
        for place, tile in enumerate(self.thumbnails.values()):
            self._grid.addWidget(tile, place // COLUMNS, place % COLUMNS)
        self.rows.addLayout(self._grid)
        self.add_rows(self.note, self.noise, self.split, self.batch_size)

    def _connect(self) -> None:
        for name, tile in self.thumbnails.items():
            tile.clicked.connect(partial(self._on_tile, name))
        self.file.clicked.connect(self.open_requested)
        self.connect_slider(self.noise, lambda value: {"data.noise": value})
        self.connect_slider(self.batch_size, lambda value: {"training.batch_size": _batch(value)})
        self.split.changed.connect(lambda split: self.dragged.emit(split_fields(split[0], split[1])))
        self.split.settled.connect(self.settled)

    # ---- what the user did ---------------------------------------------------------------------------------------

    def _on_tile(self, name: str) -> None:
        # The click has checked the tile; which one is marked is the experiment's to say.
        self.show_source(self.experiment.data.source)
        if name == WORKED_EXAMPLE:
            self.named_requested.emit(name)
        else:
            self.data_picked.emit(name)

    # ---- pictures ------------------------------------------------------------------------------------------------

    def prepare_all(self) -> None:
        """Draw the pictures that are not there yet."""
        while self._unprepared:
            self._prepare_next()

    def _prepare_next(self) -> None:
        if not self._unprepared:
            self._preparing.stop()
            return
        name = self._unprepared.pop(0)
        self._pictures[name].prepare()
        self.thumbnails[name].update()

    def _batch_text(self, value: float) -> str:
        return self.tr("full") if math.isinf(value) else whole(int(value))

    def _restyle(self) -> None:
        self._grid.setHorizontalSpacing(self._look.px(4))
        self._grid.setVerticalSpacing(self._look.px(2))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._unprepared:
            self._preparing.start()


class _Tile(ThumbnailButton):
    """A thumbnail small enough for four rows of four."""

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(60), self._look.px(40) + self._caption_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(48), self.sizeHint().height())

    def _restyle(self) -> None:
        super()._restyle()
        # Bold would be too wide for the longest names; the frame says which one is chosen.
        self.setFont(self._look.font("tiny"))


def _batch(value: float) -> int | str:
    return "full" if math.isinf(value) else int(value)
