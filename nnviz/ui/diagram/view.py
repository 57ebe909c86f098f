"""The diagram as a widget: it shows a moment, and says what the user picks or edits in it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QSize, QSizeF, Qt, QVariantAnimation, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QSinglePointEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnviz.engine.analysis.response_lines import has_line
from nnviz.engine.analysis.responses import has_plane
from nnviz.engine.training.record.phases import Kind
from nnviz.ui.diagram.highlight import Highlight
from nnviz.ui.diagram.hover import Hover
from nnviz.ui.diagram.picking import MOVES, hit, led_to
from nnviz.ui.diagram.places import Layout
from nnviz.ui.diagram.pulses import ARRIVAL
from nnviz.ui.diagram.spoken import spoken
from nnviz.ui.diagram.stage import Stage
from nnviz.ui.diagram.value_hand import ValueHand
from nnviz.ui.look.look import Look
from nnviz.ui.session.moment import Moment, Selection
from nnviz.ui.toolkit.claimed_keys import ENTER
from nnviz.worker.messages import RunInfo

MOST_MAP_POINTS = 96
LEAST_MAP_POINTS = 8

LINE_POINTS = 49
"""Along a curve over a single input."""


class DiagramView(QWidget):
    """The network with the numbers of one moment.

    A click picks a unit, a weight or a bias; a double click opens a field over a weight or a bias, dragging up and down
    or the wheel changes it. With the keyboard, Alt and the arrows move what is picked, Alt+W goes from a unit to its
    weights and back, Enter edits.

    ``Stage`` does the painting and ``ValueHand`` the changing: this joins them, and fifteen of its methods are Qt's.

    Signals:
        selection_changed(object): The user picked something (``Selection``), or nothing (``None``).
        edit_requested(object, float): The user gave a weight or a bias (``Selection``) another value.
        drag_begun(): The values that follow are one change, until ``drag_ended``.
        drag_ended(): The user let go.
        menu_requested(QPoint): The user wants to see what can be done with what is picked; a place on the screen.
        animation_finished(): The animation of the phase came to its end; not sent when it was cut short.
    """

    selection_changed = Signal(object)
    edit_requested = Signal(object, float)
    drag_begun = Signal()
    drag_ended = Signal()
    menu_requested = Signal(QPoint)
    animation_finished = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._stage = Stage(look)
        self._run: RunInfo | None = None
        self.has_shown_network = False
        self._moment: Moment | None = None
        self._hover = Hover(self)
        self._hover.came_to_rest.connect(self.update)
        self._hand = ValueHand(look, self)
        self._hand.edit_requested.connect(self.edit_requested)
        self._hand.drag_begun.connect(self.drag_begun)
        self._hand.drag_ended.connect(self.drag_ended)
        self._hand.editor.left.connect(self._take_focus_back)
        self._share = 1.0
        self._animation = QVariantAnimation(self)
        self._animation.setStartValue(0.0)
        self._animation.setEndValue(1.0)
        self._animation.valueChanged.connect(self._advance)
        self._animation.finished.connect(self._finish)
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
        self._stage.set_run(info)
        self._moment = self._hand.moment = None
        self._hover.on = None
        self._animation.stop()
        self._hand.forget()
        self._repaint()

    def show_moment(self, moment: Moment) -> None:
        """Show a place in time at once; an animation that is under way ends here."""
        self._animation.stop()
        self._share = 1.0
        before = self._moment
        self._moment = self._hand.moment = moment
        if before is not None and before.record.architecture.widths != moment.record.architecture.widths:
            self._hover.on = None
        if before is not None and self._look.presenting and not _same_place(before, moment):
            # A pointer that was left lying there is not to keep a card over what is presented.
            self._hover.on = None
        if not moment.training:
            self._describe(moment)
        if before is None or not _same_place(before, moment):
            self._hover.put_card_away()
        self._repaint()

    def set_options(self, show_maps: bool, show_weights: bool, show_signals: bool = False) -> None:
        """What units and edges show.

        Args:
            show_maps: Units show their maps, where there are two inputs.
            show_weights: All edges show their weights; those in play do in any case.
            show_signals: Units show their error signals as colours in place of their maps, as far as they are known.
        """
        self._stage.show_maps, self._stage.show_weights = show_maps, show_weights
        self._stage.show_signals = show_signals
        self._repaint()

    def set_highlight(self, highlight: Highlight) -> None:
        """Let units and edges stand out that something elsewhere in the window points at."""
        if highlight != self._stage.highlight:
            self._stage.highlight = highlight
            self.update()

    def play(self, duration_ms: int) -> None:
        """Animate the phase that is shown. Without motion, or while training, it is over at once."""
        self._animation.stop()
        if duration_ms <= 0 or self._look.reduced_motion or self._moment is None or self._moment.training:
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
    def shows_card(self) -> bool:
        """Whether the numbers of what the pointer rests on are shown beside it."""
        return self._hover.on is not None and self._hover.rested and not self._hand.holds

    @property
    def map_resolution(self) -> int:
        """How many points along each side unit maps should have for this size, or curves; 0 where none are shown."""
        run = self._run
        if run is not None and self._stage.show_maps and has_line(run.examples):
            return LINE_POINTS
        if not self._stage.show_maps or run is None or not has_plane(run.examples):
            return 0
        layout = self._laid_out(run.architecture.widths)
        hidden = layout.columns[1:-1] or layout.columns[-1:]
        side = max(column.fit.side for column in hidden) * self.devicePixelRatioF()
        return int(min(max(side, LEAST_MAP_POINTS), MOST_MAP_POINTS))

    @property
    def layout_shown(self) -> Layout | None:
        """Where everything stands; ``None`` in the empty state."""
        return self._laid_out(self._moment.record.architecture.widths) if self._moment is not None else None

    def _laid_out(self, widths: tuple[int, ...]) -> Layout:
        self._stage.set_size(QSizeF(self.size()), self.devicePixelRatioF())
        return self._stage.layout(widths)

    def _describe(self, moment: Moment) -> None:
        text = spoken(moment, self._look.numbers)
        if text != self.accessibleDescription():
            self.setAccessibleDescription(text)
            if QAccessible.isActive():
                QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def _restyle(self) -> None:
        if self._look.reduced_motion and self.animating:
            self._animation.stop()
            self._finish()
        self._stage.restyle()
        self._repaint()

    def _repaint(self) -> None:
        self._stage.forget()
        self.update()

    # ---- animation -----------------------------------------------------------------------------------------------

    @property
    def _edges_move(self) -> bool:
        """Whether the animation changes the edges themselves."""
        return self._share < 1.0 and self._moment is not None and self._moment.phase.kind is Kind.UPDATE

    def show_share(self, share: float) -> None:
        """Show the phase as it is after this share of its animation, 0 to 1."""
        if (self._share < ARRIVAL) is not (share < ARRIVAL) or self._edges_move:
            self._stage.forget()
        self._share = share
        self.update()

    def _advance(self, share: float) -> None:
        if self.animating:
            self.show_share(share)

    def _finish(self) -> None:
        self.show_share(1.0)
        self.animation_finished.emit()

    # ---- the user ------------------------------------------------------------------------------------------------

    def _pick(self, selection: Selection | None) -> None:
        if self._moment is not None and selection != self._moment.selection:
            self.selection_changed.emit(selection)

    def edit_picked(self) -> None:
        """Open the field over the weight or the bias that is picked."""
        if self._moment is not None:
            self._edit(self._moment.selection)

    def _edit(self, selection: Selection | None) -> None:
        if self.layout_shown is not None:
            self._hand.edit(selection, self.layout_shown)

    def _take_focus_back(self) -> None:
        if self.isVisible():
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _hit(self, event: QSinglePointEvent) -> Selection | None:
        layout = self.layout_shown
        return hit(layout, event.position()) if layout is not None else None

    # ---- Qt ------------------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(760), self._look.px(460))

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            self._stage.set_size(QSizeF(self.size()), self.devicePixelRatioF())
            self._stage.set_zoom(painter.deviceTransform().m11() / self.devicePixelRatioF())
            moment = self._moment
            if moment is None:
                self._stage.paint_nothing(painter)
                return
            self.has_shown_network = True
            self._stage.paint(painter, moment, self._share, kept=not (moment.training or self._edges_move))
            hover = self._hover
            if hover.on is not None and not self._hand.editor.isVisible():
                self._stage.paint_hovered(painter, hover.on, hover.pointer if self.shows_card else None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._hand.editor.leave()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._repaint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._hand.holds and not event.buttons() & Qt.MouseButton.LeftButton:
            # It was let go where nobody told of it, over another window.
            self._hand.let_go()
        if self._hand.holds:
            if self._hand.drag(event.position(), event.modifiers()):
                self._hover.pointer = event.position()
            return
        if self._hover.move(self._hit(event), event.position()):
            over = self._hover.on is not None
            self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover.on = None
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() not in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton):
            return
        selection = self._hit(event)
        self._hover.put_card_away()
        if selection is None and self._look.presenting:
            # Beside the network it is a click on the stage.
            event.ignore()
            return
        self._pick(selection)
        if event.button() is Qt.MouseButton.LeftButton:
            self._hand.take(selection, event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._hand.let_go()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self._hand.let_go()
        if self._moment is not None and self._moment.selection is not None:
            self.menu_requested.emit(event.globalPos())
        else:
            event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        selection, turn = self._hit(event), event.angleDelta().y()
        value = self._hand.value_of(selection)
        large = self._look.presenting and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if selection is None or value is None or not turn or large:
            event.ignore()
            return
        self._pick(selection)
        self._hover.put_card_away()
        self._hand.turn(selection, value, turn, event.modifiers())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._look.presenting and self._hit(event) is None:
            event.ignore()
        elif event.button() is Qt.MouseButton.LeftButton:
            self._edit(self._hit(event))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        by_key = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        self._show_focus(by_key)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._show_focus(False)

    def _show_focus(self, focused: bool) -> None:
        if focused != self._stage.focused:
            self._stage.focused = focused
            self._repaint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        layout, moment, key = self.layout_shown, self._moment, event.key()
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if layout is None or moment is None:
            super().keyPressEvent(event)
        elif alt and key in (*MOVES, Qt.Key.Key_W):
            self._pick(led_to(layout, moment.selection, key))
        elif not alt and key in ENTER:
            self._edit(moment.selection)
        else:
            super().keyPressEvent(event)


def _same_place(one: Moment, other: Moment) -> bool:
    """Whether both show the same phase of the same update."""
    return one.record is other.record and one.phase_index == other.phase_index
