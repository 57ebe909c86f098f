"""The data part of the experiment panel."""

from __future__ import annotations

import math
from functools import partial

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from nnviz.engine.data.datasets import DATASETS
from nnviz.engine.experiment import Experiment
from nnviz.ui.look.look import Look
from nnviz.ui.look.numbers import whole
from nnviz.ui.names.functions import shown_name
from nnviz.ui.panels.experiment.more_data import MoreData
from nnviz.ui.panels.experiment.notes import data_note
from nnviz.ui.panels.experiment.origin import WORKED_EXAMPLE
from nnviz.ui.panels.experiment.settings.section import SettingsSection
from nnviz.ui.panels.experiment.settings.split_row import SplitRow
from nnviz.ui.panels.experiment.settings.table import DATA
from nnviz.ui.panels.experiment.thumbnails import Thumbnail
from nnviz.ui.session.experiment_fields import split_fields
from nnviz.ui.toolkit.controls import LabelledSlider, ThumbnailButton
from nnviz.ui.toolkit.controls.listed_range import ListedRange
from nnviz.ui.toolkit.controls.open_range import OpenRange

COLUMNS = 4
BATCH_SIZES = ListedRange.of(1, 2, 5, 10, 20, 50, 100, math.inf)
NOISE = OpenRange(0.0, 1.0, 0.01, highest=1000.0)


class DataSection(SettingsSection):
    """Which data, how many examples, how noisy, how split and how cut into batches.

    Signals:
        data_picked(str): The data of a built-in experiment is wanted.
        named_requested(str): A whole built-in experiment is wanted.
    """

    data_picked = Signal(str)
    named_requested = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, DATA, MoreData, parent)
        self._pictures = {name: Thumbnail(name) for name in DATASETS} | {WORKED_EXAMPLE: Thumbnail(None)}
        self._tiles = self.add("data.source", lambda title, parent: _Tiles(look, self._pictures, parent))
        self.thumbnails = self._tiles.tiles
        self.note = self.add_aside()
        self.noise = self.add(
            "data.noise", lambda title, parent: LabelledSlider(look, title, NOISE, 0.0, parent=parent)
        )
        self.split = self.add("data.split", lambda title, parent: SplitRow(look, title, parent))
        self.batch_size = self.add(
            "training.batch_size",
            lambda title, parent: LabelledSlider(look, title, BATCH_SIZES, 10, self._batch_text, parent),
        )
        self._connect()
        self._unprepared = list(self._pictures)
        self._preparing = QTimer(self, interval=0)
        self._preparing.timeout.connect(self._prepare_next)

    def _fill(self, experiment: Experiment) -> None:
        data = experiment.data
        self.show_source(data.source)
        self.note.setText(data_note(experiment))
        self.noise.set_value(data.noise)
        self.split.set_split(data.split)
        size = experiment.training.batch_size
        self.batch_size.set_value(math.inf if size == "full" else size)

    def show_source(self, source: str | None) -> None:
        """Mark the thumbnail of a data set; ``None`` marks none."""
        for name, tile in self.thumbnails.items():
            tile.setChecked(name == source)

    def _connect(self) -> None:
        for name, tile in self.thumbnails.items():
            tile.clicked.connect(partial(self._on_tile, name))
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

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._unprepared:
            self._preparing.start()


class _Tiles(QWidget):
    """The data sets as pictures."""

    def __init__(self, look: Look, pictures: dict[str, Thumbnail], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.tiles = {name: _Tile(look, shown_name(name), picture, self) for name, picture in pictures.items()}
        self._grid = QGridLayout(self)
        for place, (name, tile) in enumerate(self.tiles.items()):
            tile.setToolTip(self.tr("Take this data; the network and the training stay as they are"))
            if name == WORKED_EXAMPLE:
                tile.setToolTip(self.tr("Load the worked example: one example, two hidden units, known weights"))
            self._grid.addWidget(tile, place // COLUMNS, place % COLUMNS)
        look.changed.connect(self._space)
        self._space()

    def _space(self) -> None:
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(self._look.px(4))
        self._grid.setVerticalSpacing(self._look.px(1))


class _Tile(ThumbnailButton):
    """A thumbnail small enough for four rows of four."""

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(60), self._look.px(36) + self._caption_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(48), self.sizeHint().height())

    def _caption_height(self) -> int:
        return self._look.px(18)

    def _restyle(self) -> None:
        super()._restyle()
        # Bold would be too wide for the longest names; the frame says which one is chosen.
        self.setFont(self._look.font("tiny"))


def _batch(value: float) -> int | str:
    return "full" if math.isinf(value) else int(value)
