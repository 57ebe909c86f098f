"""A batch's examples as dots in a row, or as places along a groove where they are many."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from nnviz.ui.look.look import Look
from nnviz.ui.look.plain import plain_tip
from nnviz.ui.session.moment import Moment
from nnviz.ui.transport.example_marks import LARGEST_RADIUS, RADIUS_SHARE, WIDEST_PITCH, ExampleMarks, ExamplePlaces
from nnviz.ui.transport.example_words import example_name, example_tip
from nnviz.worker.messages import RunInfo

HEIGHT = 31
"""In pixels at scale 1, as all lengths here."""

GUEST_ROOM = 40
"""At the right, for an example that is not in the batch."""

SIDE = 8
"""At the left and right end, for the shown dot and its ring."""


class ExampleDots(QWidget):
    """One dot for each example, in the colour and shape of its class; the shown one is filled and larger.

    An example that is not in the batch, because it is pinned or visited, stands apart from the others at the right.

    Signals:
        example_picked(int): The user picked an example of the batch, by its place in it.
    """

    example_picked = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._run: RunInfo | None = None
        self._marks = ExampleMarks(look)
        self._moment: Moment | None = None
        self._state: tuple[object, ...] = ()
        self._most = 1
        self._has_room_for_guest = False
        self._dragging = False
        self._wanted: int | None = None
        # A click leaves the keyboard where it was: the arrows there are the steps through time.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("Examples of the batch"))
        look.changed.connect(self._restyle)

    # ---- what it shows -------------------------------------------------------------------------------------------

    def set_run(self, run: RunInfo) -> None:
        """A new run: other examples, or others in the batch."""
        self._run = self._marks.run = run
        self._moment, self._state = None, ()
        self._most = math.ceil(len(run.examples.train) / run.batches_per_epoch)
        self.updateGeometry()
        self.update()

    def show_moment(self, moment: Moment) -> None:
        """Show the batch of a moment, and which of its examples is shown."""
        self._moment = moment
        # What a frame of training changes is not looked at one by one: the batch's examples, as bytes.
        state = (moment.record.examples.tobytes(), self.place, self.guest, moment.visitor is not None, moment.pinned)
        if state != self._state:
            self._state = state
            self._tell(moment)
            self.update()
        if (moment.pinned is not None or moment.visitor is not None) is not self._has_room_for_guest:
            self._has_room_for_guest = not self._has_room_for_guest
            self.updateGeometry()

    def _tell(self, moment: Moment) -> None:
        """Say which example is shown to those who do not see it."""
        place = self.place
        self.setAccessibleDescription("" if place is None else example_name(int(moment.record.examples[place])))

    @property
    def place(self) -> int | None:
        """The place in the batch of the shown example; ``None`` where it is not in it, passes, or the mean is shown."""
        moment = self._moment
        if moment is None or moment.mean or moment.visitor is not None or moment.is_passing:
            return None
        return moment.example

    @property
    def guest(self) -> int | None:
        """The example beside the batch, as a place in the data set: the visited one, else a pinned one."""
        moment = self._moment
        if moment is None:
            return None
        if moment.visitor is not None:
            return int(moment.visitor.examples[0])
        return moment.pinned if moment.pinned is not None and moment.pinned not in moment.record.examples else None

    # ---- where things are ----------------------------------------------------------------------------------------

    def places(self) -> ExamplePlaces:
        """Where the batch's examples are."""
        side = self._look.px(SIDE)
        # Kept free while an example is pinned, whether it is in this batch or not: nothing jumps from batch to batch.
        guest = self._look.px(GUEST_ROOM) if self._has_room_for_guest else 0
        count = len(self._moment.record.examples) if self._moment is not None else 0
        return ExamplePlaces.within(count, side, max(1.0, self.width() - 2 * side - guest), self._look.factor)

    def guest_centre(self) -> QPointF:
        """Where the example is that is not in the batch."""
        places = self.places()
        return QPointF(places.left + places.width + self._look.px(GUEST_ROOM - SIDE), self._middle())

    def centre(self, place: int) -> QPointF:
        """Where an example of the batch is."""
        return QPointF(self.places().x_of(place), self._middle())

    def _middle(self) -> float:
        return self.height() / 2 + 0.5 * self._look.factor

    def _is_guest_at(self, x: float) -> bool:
        return self.guest is not None and x > self.guest_centre().x() - self._look.px(GUEST_ROOM / 2)

    # ---- painting ------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        moment = self._moment
        if moment is None or self._run is None:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            places = self.places()
            if places.dots:
                radius = min(LARGEST_RADIUS * self._look.factor, RADIUS_SHARE * places.pitch)
                for place, example in enumerate(moment.record.examples):
                    if place != self.place:
                        self._marks.paint_dot(painter, self.centre(place), int(example), radius)
            else:
                self._marks.paint_groove(painter, places, self._middle())
            if self.place is not None:
                shown = int(moment.record.examples[self.place])
                self._marks.paint_shown(painter, self.centre(self.place), shown, self.hasFocus())
            self._paint_guest(painter, moment)
            self._paint_pin(painter, moment)

    def _paint_guest(self, painter: QPainter, moment: Moment) -> None:
        guest = self.guest
        if guest is None:
            return
        px, centre = self._look.px, self.guest_centre()
        x, half = centre.x() - px(GUEST_ROOM / 2 - 2), px(8)
        painter.setPen(QPen(self._look.colour("axis"), px(1)))
        painter.drawLine(QPointF(x, centre.y() - half), QPointF(x, centre.y() + half))
        if moment.visitor is not None and not moment.mean:
            self._marks.paint_shown(painter, centre, guest, self.hasFocus())
        else:
            self._marks.paint_dot(painter, centre, guest, LARGEST_RADIUS * self._look.factor)

    def _paint_pin(self, painter: QPainter, moment: Moment) -> None:
        """The pin above the pinned example, in the batch or beside it."""
        if moment.pinned is None:
            return
        if moment.pinned == self.guest:
            centre = self.guest_centre()
        else:
            rows = (moment.record.examples == moment.pinned).nonzero()[0]
            if not len(rows):
                return
            centre = self.centre(int(rows[0]))
        self._marks.paint_pin(painter, centre)

    # ---- the user ------------------------------------------------------------------------------------------------

    def _pick(self, place: int, again: bool = False) -> None:
        if again or place != self._wanted:
            self._wanted = place
            self.example_picked.emit(place)

    def _tip_at(self, x: float) -> str:
        """The tip of what is at a place."""
        moment, run = self._moment, self._run
        if moment is None or run is None:
            return ""
        style = self._look.numbers
        if not self._is_guest_at(x):
            return example_tip(run, moment.record, self.places().at(x), style)
        words = self.tr("not in this batch")
        if moment.visitor is not None:
            return f"{example_tip(run, moment.visitor, 0, style)}\n{words}"
        return self.tr("the pinned example: {}").format(words)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    # ---- Qt ------------------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        guest = GUEST_ROOM if self._has_room_for_guest else 0
        dots = math.ceil(WIDEST_PITCH * self._look.factor * max(self._most, 1))
        return QSize(dots + self._look.px(2 * SIDE) + self._look.px(guest), self._look.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(60), self._look.px(HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        x = event.position().x()
        if event.button() is Qt.MouseButton.LeftButton and self._moment is not None and not self._is_guest_at(x):
            self._dragging = True
            self._pick(self.places().at(x), again=True)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dragging:
            self._pick(self.places().at(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._dragging = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        target = self._target(event)
        if target is None:
            super().keyPressEvent(event)
        else:
            self._pick(target, again=True)

    def _target(self, event: QKeyEvent) -> int | None:
        """Where a key leads to."""
        if self._moment is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return None
        last, here = len(self._moment.record.examples) - 1, self.place if self.place is not None else -1
        return {
            Qt.Key.Key_Left: max(here - 1, 0),
            Qt.Key.Key_Right: min(here + 1, last),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }.get(Qt.Key(event.key()))

    def event(self, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.ShortcutOverride
            and self._target(event) is not None
        ):
            # While it has the keyboard these keys are its own, not the steps through time.
            event.accept()
            return True
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            tip = self._tip_at(event.pos().x())
            if tip:
                # Another place has another tip.
                around = QRect(event.pos().x() - 2, 0, 5, self.height())
                QToolTip.showText(event.globalPos(), plain_tip(tip), self, around)
            return True
        return super().event(event)
