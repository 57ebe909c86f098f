"""The unit maps of a layer, large: what each unit answers over the plane of the two raw inputs, the output's last."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from nnviz.engine.analysis.responses import Map, ResponseMaps
from nnviz.engine.networks.network import Architecture
from nnviz.ui.examples.marks import paint_ring
from nnviz.ui.examples.plane_picture import PlanePicture
from nnviz.ui.examples.points import column_names
from nnviz.ui.look.look import Look
from nnviz.ui.look.numbers import NumberStyle, written
from nnviz.ui.names.symbols import Names
from nnviz.ui.names.units import NO_NAMES, UnitNames
from nnviz.ui.panels.units.grid import UnitCell, UnitGrid
from nnviz.ui.session.moment import Moment, Selection
from nnviz.ui.toolkit.brief import brief
from nnviz.ui.toolkit.tints import MapImages
from nnviz.worker.messages import RunInfo


class UnitMaps(UnitGrid):
    """A grid of maps; the training points lie over the selected one, and a place in one is marked in all of them."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._run: RunInfo | None = None
        self._moment: Moment | None = None
        self._maps: ResponseMaps | None = None
        self._makes = MapImages()
        self._picture = PlanePicture(look)

    def set_run(self, run: RunInfo) -> None:
        """Another plane, and no maps yet."""
        self._run, self._moment, self._maps = run, None, None
        self._picture.set_run(run)
        self.show_cells((), (), None)

    def show_layer(self, moment: Moment, layer: int) -> None:
        """Show the maps of a layer's units and of the output, where the moment has maps."""
        self._moment, maps = moment, moment.maps
        if maps is None:
            return
        architecture = moment.record.architecture
        images = self._makes.make(maps, architecture, self.look.theme)
        own = UnitNames.of_examples(self._run.examples) if self._run is not None else NO_NAMES
        self._maps = maps
        cells, pictures = [], []
        for each in layers_shown(layer, architecture):
            for unit in range(architecture.widths[each]):
                values = maps.layers[each][unit]
                notes = range_notes(values, self.look.numbers)
                name = own.beside(Names(architecture).unit(each, unit), each, unit, architecture.layers)
                cells.append(UnitCell(Selection(each, unit), name, notes))
                pictures.append(images[each][unit])
        self.show_cells(cells, pictures, picked_unit(moment.selection))

    def value_at(self, place: int, share_x: float, share_y: float) -> float:
        """What a unit answers at a place of its map: the nearest of the answers that the map is made of."""
        assert self._maps is not None
        cell = self.cells[place].place
        values = self._maps.layers[cell.layer][cell.unit]
        row, column = (round(share * (len(values) - 1)) for share in (share_y, share_x))
        return float(values[row, column])

    def pointed(self) -> tuple[int, float, float] | None:
        """The map under the pointer, and where in it the nearest answer is."""
        at = self.shares_at(self.pointer) if self.pointer is not None and self._maps is not None else None
        if at is None or self._maps is None:
            return None
        steps = self._maps.layers[self.cells[at[0]].place.layer].shape[-1] - 1
        return at[0], round(at[1] * steps) / steps, round(at[2] * steps) / steps

    def readout(self) -> list[tuple[str, str]]:
        """The two raw inputs at the pointer, and what the unit there answers to them."""
        at = self.pointed()
        if at is None or self._run is None:
            return []
        place, share_x, share_y = at
        style, raw = self.look.numbers, self._picture.raw_at(share_x, share_y)
        lines = [(name, written(value, style)) for name, value in zip(column_names(self._run), raw, strict=True)]
        cell = self.cells[place]
        lines.append((cell.name, written(self.value_at(*at), style)))
        return lines if self.notes_shown else [*lines, (self.tr("from … to"), cell.notes[0])]

    def paint_picture(self, painter: QPainter, place: int, box: QRectF) -> None:
        self._picture.paint_map(painter, box, self.images[place])
        if self.cells[place].place == self.selected:
            self._picture.paint_points(painter, box)
            self._paint_example(painter, box)
        at = self.pointed()
        if at is not None:
            self._picture.paint_mark(painter, box, at[1], at[2])

    def _paint_example(self, painter: QPainter, box: QRectF) -> None:
        """A ring around the example whose numbers the diagram shows."""
        example = self._moment.shown_example if self._moment is not None else None
        if example is None or self._run is None or (self._moment is not None and self._moment.training):
            return
        ((x, y),) = self._picture.shares(self._run.examples.raw[[example]]).tolist()
        paint_ring(painter, self.look, QPointF(box.left() + x * box.width(), box.top() + y * box.height()), 5.0)

    def restyle(self) -> None:
        self._picture.forget()
        super().restyle()


def layers_shown(layer: int, architecture: Architecture) -> list[int]:
    """A layer, and the output after it."""
    return [layer] if layer == architecture.layers else [layer, architecture.layers]


def range_notes(values: Map, style: NumberStyle) -> tuple[str, ...]:
    """From which value to which a map goes, from the longest wording to the shortest."""
    low, high = float(np.min(values)), float(np.max(values))
    ways = ((2, " … "), (1, " … "), (1, "…"))
    return tuple(f"{brief(low, digits, style)}{dots}{brief(high, digits, style)}" for digits, dots in ways)


def picked_unit(selection: Selection | None) -> Selection | None:
    """The unit that is selected, or to which a selected weight leads."""
    return None if selection is None else Selection(selection.layer, selection.unit)
