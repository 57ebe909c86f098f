"""The data sets as pictures to choose by."""

from __future__ import annotations

from functools import cached_property, partial

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from nnviz.engine.experiment import Experiment
from nnviz.ui.look.look import Look
from nnviz.ui.names.functions import shown_name
from nnviz.ui.panels.experiment.settings.edits import PanelEdits
from nnviz.ui.panels.experiment.settings.thumbnails import Thumbnail
from nnviz.ui.session.experiment_fields import data_fields
from nnviz.ui.session.settings.data_table import WORKED_EXAMPLE
from nnviz.ui.toolkit.controls import ThumbnailButton

COLUMNS = 4


class DataPictures(QWidget):
    """A picture for each data set, and one for the worked example. They are drawn while the user already looks.

    A data set brings its data alone; the worked example, whose data is nothing without its weights, comes whole.
    """

    def __init__(self, look: Look, edits: PanelEdits, names: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._edits = edits
        self._pictures = {name: Thumbnail(None if name == WORKED_EXAMPLE else name) for name in names}
        self.tiles = {name: _Tile(look, shown_name(name), picture, self) for name, picture in self._pictures.items()}
        self._grid = QGridLayout(self)
        for place, (name, tile) in enumerate(self.tiles.items()):
            tile.setToolTip(self.tr("Use this data; the network and the training stay as they are"))
            if name == WORKED_EXAMPLE:
                tile.setToolTip(self.tr("Load the worked example: one example, two hidden units, known weights"))
            tile.clicked.connect(partial(self._on_tile, name))
            self._grid.addWidget(tile, place // COLUMNS, place % COLUMNS)
        self._unprepared = list(self._pictures)
        self._preparing = QTimer(self, interval=0)
        self._preparing.timeout.connect(self._prepare_next)
        look.changed.connect(self._space)
        self._space()

    def show_experiment(self, experiment: Experiment) -> None:
        """Mark the picture of an experiment's data, if there is one."""
        data = experiment.data
        source = data.source
        if source is None and data == self._worked_example.data:
            source = WORKED_EXAMPLE
        for name, tile in self.tiles.items():
            tile.setChecked(name == source)

    @cached_property
    def _worked_example(self) -> Experiment:
        return Experiment.named(WORKED_EXAMPLE)

    def prepare_all(self) -> None:
        """Draw the pictures that are not there yet."""
        while self._unprepared:
            self._prepare_next()

    def _on_tile(self, name: str) -> None:
        # The click has checked the tile; which one is marked is the experiment's to say.
        self.show_experiment(self._edits.experiment)
        if name == WORKED_EXAMPLE:
            self._edits.named_requested.emit(name)
        else:
            self._edits.edited.emit(data_fields(self._edits.experiment, Experiment.named(name)))

    def _prepare_next(self) -> None:
        if not self._unprepared:
            self._preparing.stop()
            return
        name = self._unprepared.pop(0)
        self._pictures[name].prepare()
        self.tiles[name].update()

    def _space(self) -> None:
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(self._look.px(4))
        self._grid.setVerticalSpacing(self._look.px(1))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._unprepared:
            self._preparing.start()


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
