"""A push button."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QKeyEvent, QPaintDevice
from PySide6.QtWidgets import QPushButton, QWidget

from nnviz.ui.look.look import Look
from nnviz.ui.toolkit.claimed_keys import ENTER

_RATIOS = {
    QPaintDevice.PaintDeviceMetric.PdmDevicePixelRatio: 1.0,
    QPaintDevice.PaintDeviceMetric.PdmDevicePixelRatioScaled: QPaintDevice.devicePixelRatioFScale(),
}
_ICON_SIDE = 18
_ICON_GAP = 5
_ICON_ROLES = {"primary": "accent_text", "segment": "text_muted"}


class Button(QPushButton):
    """A push button with an icon in the colour of its text.

    A click leaves the keyboard where it was; Tab reaches the button and Enter presses it, because the space bar is
    play and pause. ``kind`` is "", "primary", "quiet", "segment" or "square" (as wide as it is high, icon only).
    """

    def __init__(
        self, look: Look, text: str = "", icon: str = "", kind: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self._look = look
        self._icon_name = icon
        self._kind = kind
        self.setProperty("kind", kind)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        look.changed.connect(self._restyle)
        self.toggled.connect(self._tint)
        self._restyle()

    def set_icon_name(self, name: str) -> None:
        """Show another icon, "" for none."""
        self._icon_name = name
        self._tint()

    def set_text(self, text: str) -> None:
        """Show another text, "" for the icon alone."""
        self.setText(text)
        self._tint()

    def _restyle(self) -> None:
        self.setFont(self._look.font("strong" if self._kind == "primary" else "body"))
        if self._kind == "segment":
            self.setFont(self._look.font("small"))
        self._tint()

    def _tint(self) -> None:
        role = "accent" if self.isChecked() else _ICON_ROLES.get(self._kind, "text")
        gap = _ICON_GAP if self.text() else 0
        side = self._look.px(_ICON_SIDE)
        self.setIconSize(QSize(side + self._look.px(gap), side))
        self.setIcon(self._look.icon(self._icon_name, role, _ICON_SIDE, gap) if self._icon_name else QIcon())

    def metric(self, metric: QPaintDevice.PaintDeviceMetric) -> int:
        # Qt takes an icon as fine as the button's own screen is, wherever it is painted.
        if metric in _RATIOS and (fineness := self._look.fineness) is not None:
            return round(fineness * _RATIOS[metric])
        return super().metric(metric)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self.click()
        else:
            super().keyPressEvent(event)
