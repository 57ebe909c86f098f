"""Puts a moment on a surface: keeps what does not change from frame to frame, and paints the rest."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial

from PySide6.QtCore import QPointF, QSize, QSizeF, Qt
from PySide6.QtGui import QPainter, QPixmap

from nnviz.engine.types import Array
from nnviz.ui.diagram.edge_painter import paint_edges, paint_loss_edges, paint_picked_edge
from nnviz.ui.diagram.frame_painter import paint_captions, paint_empty, paint_ground, paint_loss, paint_title
from nnviz.ui.diagram.highlight import NO_HIGHLIGHT
from nnviz.ui.diagram.hover_card import paint_card
from nnviz.ui.diagram.ink import GapInk
from nnviz.ui.diagram.input_picture import InputPicture
from nnviz.ui.diagram.label_painter import labels_of, paint_labels
from nnviz.ui.diagram.layout import diagram_layout
from nnviz.ui.diagram.lettering import MOST_DIGITS, Lettering, characters_of
from nnviz.ui.diagram.marks import Marks
from nnviz.ui.diagram.overlays import paint_highlight, paint_locks
from nnviz.ui.diagram.painting import Painting
from nnviz.ui.diagram.places import Layout, as_roomy, has_as_many_numbers
from nnviz.ui.diagram.pulses import ARRIVAL, arrival_share, eased, moving_pulses, paint_pulses, resting_pulses
from nnviz.ui.diagram.state import diagram_state
from nnviz.ui.diagram.unit_names import paint_names, rooms
from nnviz.ui.diagram.unit_painter import paint_arrival, paint_picked_unit, paint_ring, paint_units
from nnviz.ui.look.look import Look
from nnviz.ui.names.units import NO_NAMES, UnitNames
from nnviz.ui.session.moment import Moment, Selection
from nnviz.ui.toolkit.plots.layer import paints_vectors
from nnviz.ui.toolkit.tints import MapImages
from nnviz.worker.messages import RunInfo

MOST_SET_UPS = 4
MOST_INK = 2.0
"""How much finer edges are made, at most, where they are seen larger: the time that takes grows with the square."""


class SetUp:
    """Where everything stands, and the ink of the edges there, which is made when something is first painted."""

    def __init__(self, layout: Layout, make_inks: Callable[[], list[GapInk]]) -> None:
        self.layout = layout
        self._make_inks = make_inks

    @cached_property
    def inks(self) -> list[GapInk]:
        """Of each gap."""
        return self._make_inks()


class Stage:
    """Paints moments of one size, device ratio and look at a time.

    Attributes:
        show_maps: Whether units show their maps.
        show_weights: Whether edges show their numbers even when they are not in play.
        show_signals: Whether units show their error signals as colours.
        focused: Whether the diagram has been reached by the keyboard.
        highlight: What an explanation points at.
    """

    def __init__(self, look: Look) -> None:
        self._look = look
        self._lettering = Lettering(look)
        self._marks = Marks()
        self._map_images = MapImages()
        self._size = QSizeF(1.0, 1.0)
        self._ratio, self._zoom = 1.0, 1.0
        self._set_ups: dict[object, SetUp] = {}
        self._scene: Painting | None = None
        self._still: QPixmap | None = None
        self._bare = False
        self._kept_ground: tuple[object, QPixmap] | None = None
        self.show_maps = True
        self.show_weights = False
        self.show_signals = False
        self.focused = False
        self._names = NO_NAMES
        self._picture = InputPicture()
        self._raw: Array | None = None
        self.highlight = NO_HIGHLIGHT

    def set_size(self, size: QSizeF, ratio: float) -> None:
        """Paint on a surface of this size from now on."""
        if size != self._size or ratio != self._ratio:
            self._size, self._ratio = size, ratio
            self._marks.use_ratio(ratio * self._zoom)
            self._kept_ground = None
            self.forget()

    def set_zoom(self, zoom: float) -> None:
        """What is painted is seen so much larger from now on: nothing is to be made coarser than that."""
        zoom = max(1.0, zoom)
        if zoom != self._zoom:
            self._zoom = zoom
            self._marks.use_ratio(self._ratio * zoom)
            self.forget()

    def set_run(self, run: RunInfo) -> None:
        """Inputs and outputs stand for those of this run from now on."""
        names = UnitNames.of_examples(run.examples)
        picture = InputPicture(run)
        if names != self._names:
            self._set_ups.clear()
        self._names, self._picture, self._raw = names, picture, run.examples.raw
        self.forget()

    def restyle(self) -> None:
        """The look has changed; where everything stands is remembered by what it depends on of that."""
        self._lettering.forget()
        self._kept_ground = None
        self.forget()

    def forget(self) -> None:
        """What is to be painted has changed."""
        self._scene = None
        self._still = None

    def layout(self, widths: tuple[int, ...]) -> Layout:
        """Where the units and edges of a network of these widths stand."""
        return self._set_up(widths).layout

    def _set_up(self, widths: tuple[int, ...]) -> SetUp:
        """What is worked out once for a network and a size; what comes again, also on the stage, is remembered."""
        surface = self._size.width(), self._size.height(), self._ratio, self._zoom
        look = self._look.factor, self._look.presenting, self._look.numbers, self._look.line_digits
        key = (widths, *surface, bool(self._picture), *look)
        known = self._set_ups.get(key)
        if known is None:
            layout = self._laid_out(widths)
            ratio = self._ratio * min(self._zoom, MOST_INK)
            known = SetUp(layout, lambda: [GapInk(gap, ratio) for gap in layout.gaps])
            if len(self._set_ups) >= MOST_SET_UPS:
                del self._set_ups[next(iter(self._set_ups))]
            self._set_ups[key] = known
        return known

    def _laid_out(self, widths: tuple[int, ...]) -> Layout:
        """With all the user's digits where they cost nothing else, some of them otherwise; names cost no numbers."""
        width, height, style = self._size.width(), self._size.height(), self._look.numbers
        sure, most = characters_of(style), characters_of(style, MOST_DIGITS)
        lay_out = partial(diagram_layout, widths, width, height, self._look.factor, stage=self._look.presenting)
        layout, pictured = lay_out(characters=sure), bool(self._picture)
        for room in rooms(self._names, widths, self._lettering, width, self._look, pictured):
            named = lay_out(characters=sure, names=room)
            if has_as_many_numbers(named, layout):
                layout = named
                break
        if most > sure:
            wide = lay_out(characters=most, names=room)
            return wide if as_roomy(wide, layout) else layout
        return layout

    def paint_nothing(self, painter: QPainter) -> None:
        """The empty state."""
        paint_ground(painter, self._look, self._size, self.focused)
        paint_empty(painter, self._look, self._lettering, self._size)

    def paint(self, painter: QPainter, moment: Moment, share: float, kept: bool) -> None:
        """Paint a moment.

        Args:
            painter: On the surface.
            moment: What to show.
            share: How much of the animation of its phase is over; 1 at rest.
            kept: Whether all but the pulses stays as it is for some frames, so that it is worth keeping as a picture.
        """
        if self._look.bare != self._bare:
            self._bare = self._look.bare
            self.forget()
        painting = self._scene = self._scene or self.painting(moment, share)
        if kept and self._zoom == 1.0 and not paints_vectors(painter):
            self._still = self._still or self._make_still(painting, share)
            painter.drawPixmap(0, 0, self._still)
        else:
            self._paint_scene(painter, painting, share)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_highlight(painter, painting, self.highlight)
        if moment.training:
            return
        if share < 1.0:
            paint_pulses(painter, painting, moving_pulses(painting, share))
            arrived = arrival_share(painting, share)
            if arrived > 0.0:
                paint_arrival(painter, painting, arrived)

    def paint_hovered(self, painter: QPainter, hovered: Selection, pointer: QPointF | None) -> None:
        """Mark what the pointer is on over the moment that was painted last; where it rests, with a card beside it."""
        painting = self._scene
        if painting is None:
            return
        place = painting.layout.place(hovered.layer, hovered.unit)
        if hovered.source is not None:
            paint_picked_edge(painter, painting, hovered, "text", 0.2)
        elif place is not None and hovered != painting.moment.selection:
            paint_ring(painter, painting, place, "text_faint", 1.5)
        if pointer is not None:
            paint_card(painter, painting, hovered, pointer)

    def painting(self, moment: Moment, share: float) -> Painting:
        """Everything that painting a moment needs."""
        set_up = self._set_up(moment.record.architecture.widths)
        layout = set_up.layout
        images = None
        if self.show_maps and moment.maps is not None:
            images = self._map_images.make(moment.maps, moment.record.architecture, self._look.theme)
        return Painting(
            look=self._look,
            lettering=self._lettering,
            marks=self._marks,
            layout=layout,
            moment=moment,
            state=diagram_state(moment, layout, arrived=share >= ARRIVAL),
            inks=set_up.inks,
            images=images,
            show_weights=self.show_weights,
            show_signals=self.show_signals,
            progress=eased(share / ARRIVAL),
            names=self._names,
            lines=moment.lines if self.show_maps else None,
            example_share=self._example_share(moment),
            picture=None if moment.is_passing else self._picture.of(moment, self._look.theme),
        )

    def _example_share(self, moment: Moment) -> float | None:
        """Where the example that is shown stands along the single raw input."""
        lines, example = moment.lines, moment.told_example
        if lines is None or example is None or self._raw is None or example >= len(self._raw):
            return None
        first, last = float(lines.x[0]), float(lines.x[-1])
        return min(max((float(self._raw[example, 0]) - first) / (last - first), 0.0), 1.0)

    def _make_still(self, painting: Painting, share: float) -> QPixmap:
        return self._pixmap(lambda painter: self._paint_scene(painter, painting, share))

    def _ground(self) -> QPixmap:
        key = (self._look.theme.name, self._look.factor, self._look.bare, self.focused)
        if self._kept_ground is None or self._kept_ground[0] != key:
            ground = self._pixmap(lambda painter: paint_ground(painter, self._look, self._size, self.focused))
            self._kept_ground = (key, ground)
        return self._kept_ground[1]

    def _pixmap(self, paint: Callable[[QPainter], None]) -> QPixmap:
        pixmap = QPixmap((self._size * self._ratio).toSize().expandedTo(QSize(1, 1)))
        pixmap.setDevicePixelRatio(self._ratio)
        if self._look.bare:
            pixmap.fill(Qt.GlobalColor.transparent)
        with QPainter(pixmap) as painter:
            paint(painter)
        return pixmap

    def _paint_scene(self, painter: QPainter, painting: Painting, share: float) -> None:
        if self._zoom == 1.0 and not paints_vectors(painter):
            painter.drawPixmap(0, 0, self._ground())
        else:
            paint_ground(painter, self._look, self._size, self.focused)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selection = painting.moment.selection
        if selection is not None:
            paint_picked_edge(painter, painting, selection, "text", 0.32)
        paint_edges(painter, painting)
        paint_loss_edges(painter, painting)
        paint_units(painter, painting)
        paint_names(painter, painting)
        paint_locks(painter, painting)
        paint_loss(painter, painting)
        if share >= ARRIVAL:
            labels = tuple(labels_of(painting))
            if not painting.moment.training:
                paint_pulses(painter, painting, resting_pulses(painting, [label.box for label in labels]))
            paint_labels(painter, painting, labels)
        if selection is not None and selection.source is None:
            place = painting.layout.place(selection.layer, selection.unit)
            if place is not None:
                paint_picked_unit(painter, painting, place)
        paint_captions(painter, painting)
        paint_title(painter, painting)
