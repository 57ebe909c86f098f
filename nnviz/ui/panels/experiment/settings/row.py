"""A setting with its control, and what can be said about it: that it was changed, what it does, what is wrong."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from nnviz.ui.look.look import Look
from nnviz.ui.look.plain import plain_tip
from nnviz.ui.session.settings.setting import Setting
from nnviz.ui.toolkit.controls import Text
from nnviz.ui.toolkit.controls.check import Check
from nnviz.ui.toolkit.controls.painted_button import PaintedButton
from nnviz.ui.toolkit.plots.layer import pixel_ratio

GUTTER = 12
"""At the left of every row, where the dot goes; pixels at scale 1."""
DOT = 7
ARROW = 11


class SetBackDot(PaintedButton):
    """A dot that becomes an arrow back under the pointer, or with the keyboard on it."""

    def __init__(self, look: Look, title: str, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.setAccessibleName(self.tr("Reset: {name}").format(name=title))
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(14), self._look.px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
            if self.underMouse() or self.hasFocus():
                side = self._look.px(ARROW)
                role = "focus" if self.hasFocus() else "accent"
                place = QRect(0, 0, side, side)
                place.moveCenter(self.rect().center() - QPoint(self._look.px(1), 0))
                painter.drawPixmap(place, self._look.pixmap("reset", role, ARROW, pixel_ratio(painter)))
                return
            side = self._look.px(DOT)
            dot = QRectF(0, 0, side, side)
            dot.moveCenter(QRectF(self.rect()).center())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.colour("accent"))
            painter.drawEllipse(dot)


class SettingRow(QWidget):
    """Holds the control of a setting. All else is made when it is first wanted.

    Signals:
        set_back_wanted(str): The user wants the setting, by its key, as it was.
    """

    set_back_wanted = Signal(str)

    def __init__(self, look: Look, setting: Setting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setting = setting
        self._control: QWidget | None = None
        self.dot: SetBackDot | None = None
        self.explanation: Text | None = None
        self.problem: Text | None = None
        self._tells_itself = False
        self._reason = ""
        self._is_folded = False
        self._found: bool | None = None
        self._withheld = False
        self._column = QVBoxLayout(self)
        look.changed.connect(self._space)
        self._space()

    def hold(self, control: QWidget, *, tells_itself: bool = False) -> None:
        """Take the control, a child of this; ``tells_itself`` where it has the explanation printed already."""
        self._control = control
        self._tells_itself = tells_itself
        self._column.insertWidget(0, control)
        control.setToolTip(plain_tip(self.setting.explanation))

    def set_use(self, reason: str = "", *, folded: bool = False, tip: str = "") -> None:
        """Say why the setting means nothing here, "" where it does; ``folded`` shows it to a search only.

        ``tip`` is told of it instead of what it does.
        """
        self._reason, self._is_folded = reason, folded
        if self._control is not None:
            self._control.setEnabled(not reason)
            self._control.setToolTip(plain_tip(reason or tip or self.setting.explanation))
        if self._found is not None:
            self._explain()
        self._appear()

    def show_only_if(self, found: bool | None) -> None:
        """Show the row and its explanation if a search found it; ``None`` where nothing is searched for."""
        self._found = found
        if found:
            self._explain()
        elif self.explanation is not None:
            self.explanation.hide()
        self._space()
        self._appear()

    def withhold(self, withheld: bool) -> None:
        """Hide the row whatever else would show it, or not any more."""
        self._withheld = withheld
        self._appear()

    def show_changed(self, tip: str | None) -> None:
        """Mark the setting as changed, with what a click on the dot does; ``None`` takes the mark away."""
        if tip is None and self.dot is None:
            return
        if self.dot is None:
            self.dot = SetBackDot(self._look, self.setting.title, self)
            self.dot.clicked.connect(lambda: self.set_back_wanted.emit(self.setting.key))
            self._place_dot()
            *_, last = keyboard_stops(self._column)
            self.setTabOrder(last, self.dot)
        self.dot.setVisible(tip is not None)
        self.dot.setToolTip(plain_tip(tip or ""))
        self._write_title(strong=tip is not None)

    def say_problem(self, text: str) -> None:
        """Say under the control what is wrong with what was typed; "" where nothing is."""
        if text and self.problem is None:
            self.problem = Text(self._look, role="tiny", tone="error", parent=self)
            self.problem.setWordWrap(True)
            self._column.insertWidget(1, self.problem)
        if self.problem is not None:
            self.problem.setText(text)
            self.problem.setVisible(bool(text))

    def _explain(self) -> None:
        if self._tells_itself and not self._reason:
            return
        if self.explanation is None:
            self.explanation = Text(self._look, role="tiny", tone="muted", parent=self)
            self.explanation.setWordWrap(True)
            self._column.addWidget(self.explanation)
        texts = [] if self._tells_itself else [self.setting.explanation]
        self.explanation.setText("\n".join([*texts, *([self._reason] if self._reason else [])]))
        self.explanation.show()

    def _appear(self) -> None:
        wanted = (not self._is_folded if self._found is None else self._found) and not self._withheld
        if wanted != (not self.isHidden()):
            self.setVisible(wanted)

    def _titles(self) -> list[Text | Check]:
        """What the title is written with."""
        if self._control is None:
            return []
        checks = [self._control] if isinstance(self._control, Check) else self._control.findChildren(Check)
        titles: list[Text | Check] = [*checks, *self._control.findChildren(Text)]
        return [title for title in titles if title.text() == self.setting.title][:1]

    def _write_title(self, *, strong: bool) -> None:
        for label in self._titles():
            if isinstance(label, Check):
                label.set_strong(strong)
            else:
                label.set_role("strong" if strong else "body")

    def _place_dot(self) -> None:
        """Before the title of the setting, or the first line of what has none."""
        if self.dot is None:
            return
        size, middle = self.dot.sizeHint(), self._look.px(18)
        for label in self._titles():
            middle = label.mapTo(self, label.rect().center()).y()
        self.dot.setGeometry(0, max(0, middle - size.height() // 2), self._look.px(GUTTER), size.height())

    def _space(self) -> None:
        px = self._look.px
        self._column.setContentsMargins(px(GUTTER), 0, 0, px(8) if self._found else 0)
        self._column.setSpacing(px(1))
        self._place_dot()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_dot()


def keyboard_stops(layout: QLayout) -> Iterator[QWidget]:
    """What Tab stops at in a layout, from top to bottom, in sight or not; a dot comes after its control."""
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        widget = item.widget()
        if widget is not None and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield widget
        inner = item.layout() if widget is None else widget.layout()
        if inner is not None:
            yield from keyboard_stops(inner)
        if isinstance(widget, SettingRow) and widget.dot is not None:
            yield widget.dot
