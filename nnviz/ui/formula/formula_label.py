"""A formula in the window."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnviz.ui.formula.typeset import Typeset, Typesetter
from nnviz.ui.look.look import Look
from nnviz.ui.toolkit.fitting import fit
from nnviz.ui.toolkit.plots.layer import paints_vectors, pixel_ratio
from nnviz.ui.toolkit.soon import soon

# Room above and below the baseline, in units of the type size: a sum with limits and a fraction fit.
_ASCENT = 1.4
_DESCENT = 1.15
_SMALLEST = 0.4


class FormulaLabel(QWidget):
    """One formula, at the left, its baseline always at the same height; smaller where it would not fit.

    Until formulas can be typeset, and where one cannot, it shows the same as plain text.
    """

    def __init__(
        self, look: Look, typesetter: Typesetter, pixels: float = 26, role: str = "text", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._typesetter = typesetter
        self._pixels = pixels
        self._role = role
        self._latex = ""
        self._plain = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._restyle)
        typesetter.loaded.connect(self._restyle)
        self._restyle()

    def set_formula(self, latex: str, plain: str = "") -> None:
        """Show a formula; ``plain`` says the same in one line of text."""
        if (latex, plain) != (self._latex, self._plain):
            self._latex, self._plain = latex, plain
            self.setAccessibleName(plain or latex)
            self.updateGeometry()
            self.update()

    def set_role(self, role: str) -> None:
        """Take the colour of another role of the theme."""
        self._role = role
        self.update()

    def role(self) -> str:
        return self._role

    def latex(self) -> str:
        return self._latex

    def shown_pixels(self) -> float:
        """The type size the formula is drawn at: the wanted one, or less where it would not fit."""
        drawing = self._drawing()
        wanted = float(self._look.px(self._pixels))
        if drawing is None:
            return wanted
        fits = (
            self.width() / (drawing.width * wanted),
            self._baseline() / (drawing.ascent * wanted),
            (self.height() - self._baseline()) / (max(drawing.descent, 0.01) * wanted),
        )
        return max(_SMALLEST, min(1.0, *fits)) * wanted

    def is_typeset(self) -> bool:
        """Whether a typeset formula is shown, and not the plain text."""
        return self._drawing() is not None

    def _drawing(self) -> Typeset | None:
        if not self._latex or not self._typesetter.is_loaded():
            return None
        return self._typesetter.typeset(self._latex, self._role)

    def _baseline(self) -> int:
        return round(self.height() * _ASCENT / (_ASCENT + _DESCENT))

    def _restyle(self) -> None:
        self.setFont(self._look.font("mono_large"))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        drawing = self._drawing()
        size = self._look.px(self._pixels)
        if drawing is None:
            width = self.fontMetrics().horizontalAdvance(self._plain or self._latex)
        else:
            width = round(drawing.width * size) + 1
        return QSize(width, round(size * (_ASCENT + _DESCENT)))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(80), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            drawing = self._drawing()
            if drawing is None:
                self._paint_plain(painter)
                return
            pixels = self.shown_pixels()
            top = self._baseline() - drawing.ascent * pixels
            if paints_vectors(painter):
                height = (drawing.ascent + drawing.descent) * pixels
                drawing.paint(painter, QRectF(0, top, drawing.width * pixels, height))
                return
            picture = self._typesetter.pixmap(self._latex, pixels, self._role, pixel_ratio(painter))
            if picture is not None:
                painter.drawPixmap(QPointF(0, round(top)), picture)

    def _paint_plain(self, painter: QPainter) -> None:
        if self._latex and not self._typesetter.is_loaded():
            # After this frame, so that the window's first one does not wait for the library.
            soon(self._typesetter, self._typesetter.load_soon)
        text, font = fit(painter.font(), self.width(), self._plain or self._latex, least=self._look.least_pixels)
        painter.setFont(font)
        metrics = painter.fontMetrics()
        painter.setPen(self._look.colour(self._role))
        painter.drawText(QRectF(0, self._baseline() - metrics.ascent(), self.width(), metrics.height()), text)
