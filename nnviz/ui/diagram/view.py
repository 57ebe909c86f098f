"""The diagram as a widget: it shows a moment, and says what the user picks or edits in it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnviz.engine.phases import Kind
from nnviz.ui.diagram import words
from nnviz.ui.diagram.compact import characters_of
from nnviz.ui.diagram.edge_painter import paint_edges, paint_loss_edges, paint_picked_edge
from nnviz.ui.diagram.frame_painter import paint_captions, paint_empty, paint_ground, paint_loss, paint_title
from nnviz.ui.diagram.hits import hit
from nnviz.ui.diagram.hover_card import paint_card
from nnviz.ui.diagram.images import MapImages
from nnviz.ui.diagram.ink import GapInk
from nnviz.ui.diagram.label_painter import paint_labels
from nnviz.ui.diagram.layout import Layout, diagram_layout
from nnviz.ui.diagram.lettering import Lettering
from nnviz.ui.diagram.marks import Marks
from nnviz.ui.diagram.moves import into, moved
from nnviz.ui.diagram.pulses import ARRIVAL, arrival_share, eased, moving_pulses, paint_pulses, resting_pulses
from nnviz.ui.diagram.scene import Scene
from nnviz.ui.diagram.state import diagram_state
from nnviz.ui.diagram.unit_painter import paint_arrival, paint_ring, paint_units
from nnviz.ui.diagram.value_editor import ValueEditor
from nnviz.ui.look import Look
from nnviz.ui.moment import Moment, Selection
from nnviz.worker.messages import RunInfo

MOST_MAP_POINTS = 96
LEAST_MAP_POINTS = 8


class DiagramView(QWidget):
    """The network with the numbers of one moment.

    Signals:
        selection_changed(object): The user picked a unit, a weight or a bias (``Selection``), or nothing (``None``).
        edit_requested(object, float): The user gave a weight or a bias (``Selection``) another value.
        animation_finished(): The animation of the phase came to its end; not sent when it was cut short.
    """

    selection_changed = Signal(object)
    edit_requested = Signal(object, float)
    animation_finished = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._lettering = Lettering(look)
        self._marks = Marks()
        self._map_images = MapImages()
        self._run: RunInfo | None = None
        self._moment: Moment | None = None
        self._layout: Layout | None = None
        self._inks: list[GapInk] = []
        self._still: QPixmap | None = None
        self._scene: Scene | None = None
        self._show_maps = True
        self._show_weights = True
        self._hovered: Selection | None = None
        self._pointer = QPointF()
        self.reduced_motion = False
        self._animation = QVariantAnimation(self)
        self._animation.setStartValue(0.0)
        self._animation.setEndValue(1.0)
        self._animation.valueChanged.connect(self._advance)
        self._animation.finished.connect(self._finish)
        self._share = 1.0
        self._key_focus = False
        self._editor = ValueEditor(look, self)
        self._editor.committed.connect(self.edit_requested)
        self._editor.left.connect(self._take_focus_back)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(160, 120)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(self.tr("Network diagram"))
        look.changed.connect(self._restyle)

    # ---- what it shows -------------------------------------------------------------------------------------------

    def set_run(self, info: RunInfo) -> None:
        """A new run: another network, other data or other weights. What is known of the old one goes."""
        self._run = info
        self._moment = None
        self._hovered = None
        self._animation.stop()
        self._editor.leave()
        self._lay_out_again()

    def show_moment(self, moment: Moment) -> None:
        """Show a place in time at once; an animation that is under way ends here."""
        self._animation.stop()
        self._share = 1.0
        changed_shape = self._moment is None or self._widths(self._moment) != self._widths(moment)
        self._moment = moment
        if changed_shape:
            self._layout = None
            self._hovered = None
        if not moment.training:
            self._describe(moment)
        self._repaint()

    def set_options(self, show_maps: bool, show_weights: bool) -> None:
        """Whether units show their maps (where there are two inputs), and edges in play their numbers."""
        self._show_maps, self._show_weights = show_maps, show_weights
        self._repaint()

    def play(self, duration_ms: int) -> None:
        """Animate the phase that is shown. Without motion, or while training, it is over at once."""
        self._animation.stop()
        if duration_ms <= 0 or self.reduced_motion or self._moment is None or self._moment.training:
            self._finish()
            return
        self._share = 0.0
        self._repaint()
        self._animation.setDuration(duration_ms)
        self._animation.start()

    @property
    def animating(self) -> bool:
        """Whether an animation is under way."""
        return self._animation.state() == QVariantAnimation.State.Running

    @property
    def map_resolution(self) -> int:
        """How many points along each side unit maps should have for this size; 0 where none are shown."""
        run = self._run
        if not self._show_maps or run is None or run.architecture.widths[0] != 2:
            return 0
        layout = self._laid_out(run.architecture.widths)
        hidden = layout.columns[1:-1] or layout.columns[-1:]
        side = max(column.fit.side for column in hidden) * self.devicePixelRatioF()
        return int(min(max(side, LEAST_MAP_POINTS), MOST_MAP_POINTS))

    @property
    def layout_shown(self) -> Layout | None:
        """Where everything stands."""
        return self._laid_out(self._widths(self._moment)) if self._moment is not None else None

    # ---- geometry ------------------------------------------------------------------------------------------------

    @staticmethod
    def _widths(moment: Moment) -> tuple[int, ...]:
        return moment.record.architecture.widths

    def _laid_out(self, widths: tuple[int, ...]) -> Layout:
        if self._layout is None or tuple(column.layer for column in self._layout.columns) != tuple(range(len(widths))):
            characters = characters_of(self._look.numbers)
            self._layout = diagram_layout(widths, self.width(), self.height(), self._look.factor, characters)
            self._inks = []
        return self._layout

    def _lay_out_again(self) -> None:
        self._layout = None
        self._inks = []
        self._repaint()

    def _restyle(self) -> None:
        self._lettering.forget()
        self._lay_out_again()

    def _repaint(self) -> None:
        self._still = None
        self._scene = None
        self.update()

    # ---- painting ------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._moment is None:
            size = (float(self.width()), float(self.height()))
            paint_ground(painter, self._look, size, False)
            paint_empty(painter, self._look, self._lettering, size)
            return
        if self._scene is None:
            self._scene = self._make_scene(self._moment)
        scene = self._scene
        if self._moment.training or (self.animating and self._moment.phase.kind is Kind.UPDATE):
            self._paint_scene(painter, scene)
        else:
            if self._still is None:
                self._still = self._make_still(scene)
            painter.drawPixmap(0, 0, self._still)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self._moment.training:
            pulses = moving_pulses(scene, self._share) if self.animating else resting_pulses(scene)
            paint_pulses(painter, scene, pulses)
        if self.animating:
            self._paint_arrival(painter, scene)
        self._paint_hover(painter, scene)

    def _make_scene(self, moment: Moment) -> Scene:
        ratio = self.devicePixelRatioF()
        self._marks.use_ratio(ratio)
        layout = self._laid_out(self._widths(moment))
        if not self._inks:
            self._inks = [GapInk(gap, ratio) for gap in layout.gaps]
        images = None
        if self._show_maps and moment.maps is not None:
            images = self._map_images.make(moment.maps, moment.record.architecture, self._look.theme)
        state = diagram_state(moment, layout, arrived=self._share >= ARRIVAL)
        return Scene(
            self._look,
            self._lettering,
            self._marks,
            layout,
            moment,
            state,
            self._inks,
            images,
            self._show_weights,
            eased(self._share / ARRIVAL),
        )

    def _make_still(self, scene: Scene) -> QPixmap:
        ratio = self.devicePixelRatioF()
        still = QPixmap(QSize(max(1, round(self.width() * ratio)), max(1, round(self.height() * ratio))))
        still.setDevicePixelRatio(ratio)
        painter = QPainter(still)
        self._paint_scene(painter, scene)
        painter.end()
        return still

    def _paint_scene(self, painter: QPainter, scene: Scene) -> None:
        paint_ground(painter, self._look, (float(self.width()), float(self.height())), self._key_focus)
        selection = scene.moment.selection
        if selection is not None:
            paint_picked_edge(painter, scene, selection, "focus", 0.35)
        paint_edges(painter, scene)
        paint_loss_edges(painter, scene)
        paint_units(painter, scene)
        paint_loss(painter, scene)
        paint_labels(painter, scene)
        place = scene.layout.place(selection.layer, selection.unit) if selection is not None else None
        if selection is not None and place is not None and selection.source is None:
            paint_ring(painter, scene, place, "focus", 2.0)
        paint_captions(painter, scene)
        paint_title(painter, scene)

    def _paint_arrival(self, painter: QPainter, scene: Scene) -> None:
        share = arrival_share(scene, self._share)
        if 0.0 < share < 1.0:
            paint_arrival(painter, scene, share)

    def _paint_hover(self, painter: QPainter, scene: Scene) -> None:
        hovered = self._hovered
        if hovered is None or self._editor.isVisible():
            return
        place = scene.layout.place(hovered.layer, hovered.unit)
        if hovered.source is not None:
            paint_picked_edge(painter, scene, hovered, "text", 0.22)
        elif place is not None and hovered != scene.moment.selection:
            paint_ring(painter, scene, place, "text_faint", 1.5, 3.0)
        paint_card(painter, scene, hovered, self._pointer)

    # ---- animation -----------------------------------------------------------------------------------------------

    def _advance(self, share: float) -> None:
        if not self.animating:
            return
        before, self._share = self._share, share
        moving_edges = self._moment is not None and self._moment.phase.kind is Kind.UPDATE
        if moving_edges or (before < ARRIVAL <= share):
            self._repaint()
        else:
            self.update()

    def _finish(self) -> None:
        self._share = 1.0
        self._repaint()
        self.animation_finished.emit()

    # ---- the user ------------------------------------------------------------------------------------------------

    def _pick(self, selection: Selection | None) -> None:
        if self._moment is not None and selection != self._moment.selection:
            self.selection_changed.emit(selection)

    def _edit(self, selection: Selection | None) -> None:
        """Open the field over a weight, or over a unit's bias."""
        if selection is None or selection.layer == 0 or self._moment is None or self.layout_shown is None:
            return
        moment, layout = self._moment, self.layout_shown
        layer = moment.record.layers[selection.layer - 1]
        after = moment.training or moment.phase.kind is Kind.UPDATE
        if selection.source is not None:
            gap = layout.gap(selection.layer)
            index = gap.index_of(selection.unit, selection.source)
            if index is None:
                return
            start, end = gap.ends(index)
            value = (layer.W_after if after else layer.W)[selection.unit, selection.source]
            self._editor.open(selection, float(value), (start + end) / 2.0)
            return
        place = layout.place(selection.layer, selection.unit)
        if place is not None:
            value = (layer.b_after if after else layer.b)[selection.unit]
            bias = Selection(selection.layer, selection.unit, bias=True)
            self._editor.open(bias, float(value), place.knob or place.square.center())

    def _take_focus_back(self) -> None:
        if self.isVisible():
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _describe(self, moment: Moment) -> None:
        text = f"{words.work_title(moment)}: {words.sentence(moment)}"
        if text != self.accessibleDescription():
            self.setAccessibleDescription(text)

    # ---- Qt ------------------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(760), self._look.px(460))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._editor.leave()
        self._lay_out_again()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._repaint()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._lay_out_again()
        return super().event(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        layout = self.layout_shown
        hovered = hit(layout, event.position()) if layout is not None else None
        if hovered is not None or self._hovered is not None:
            self._hovered, self._pointer = hovered, event.position()
            self.setCursor(Qt.CursorShape.PointingHandCursor if hovered is not None else Qt.CursorShape.ArrowCursor)
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hovered = None
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        layout = self.layout_shown
        if event.button() is Qt.MouseButton.LeftButton and layout is not None:
            self._pick(hit(layout, event.position()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        layout = self.layout_shown
        if event.button() is Qt.MouseButton.LeftButton and layout is not None:
            self._edit(hit(layout, event.position()))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        by_key = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        if by_key != self._key_focus:
            self._key_focus = by_key
            self._repaint()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._key_focus:
            self._key_focus = False
            self._repaint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        layout, moment = self.layout_shown, self._moment
        steps = {
            Qt.Key.Key_Left: (-1, 0),
            Qt.Key.Key_Right: (1, 0),
            Qt.Key.Key_Up: (0, -1),
            Qt.Key.Key_Down: (0, 1),
        }
        if layout is None or moment is None:
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in steps:
            self._pick(moved(layout, moment.selection, *steps[Qt.Key(event.key())]))
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() == Qt.Key.Key_W:
            self._pick(into(layout, moment.selection) or moment.selection)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self._edit(moment.selection)
        else:
            super().keyPressEvent(event)
