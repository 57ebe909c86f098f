"""Code, line by line: those of the phase in play are lit, and a click on a line goes to its phase."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnviz.code.step import StepLine
from nnviz.ui.look.look import Look
from nnviz.ui.panels.code.wrapping import wrapped
from nnviz.ui.toolkit.claimed_keys import ENTER, claims_key, meaning
from nnviz.ui.toolkit.focus_ring import paint_focus
from nnviz.ui.toolkit.lettering import LEFT, RIGHT
from nnviz.ui.toolkit.pointed_parts import PointedParts

FONT = "mono"
GUTTER = 20
"""Pixels at scale 1 to the left of the code, for the mark of a line that is lit."""
SPACING = 1.28
"""A row's height, in lines of its type."""
COMMENT = "#"
KEYS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


@dataclass(frozen=True)
class Row:
    """A row of the picture: a line of code, or a part of one.

    Attributes:
        line: The place of its line.
        text: What stands in it.
        first: Whether the line begins here.
    """

    line: int
    text: str
    first: bool


class CodeLines(PointedParts):
    """Lines of code. A lit one has a ground in the colour of its work, a mark at its left, and bold type.

    Attributes:
        lines: What is shown.
        lit: The places of the lines of the phase in play.
    """

    steps = KEYS

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.lines: tuple[StepLine, ...] = ()
        self.lit: frozenset[int] = frozenset()
        self._roles: Mapping[str, str] = {}
        self._shapes: Mapping[int, str] = {}
        self._rows: list[Row] = []
        self.setProperty("surface", "plain")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._restyle()

    def show_lines(self, lines: Sequence[StepLine], roles: Mapping[str, str], shapes: Mapping[int, str]) -> None:
        """Show these.

        Args:
            lines: The code.
            roles: The colour of each phase's work, by the phase's name.
            shapes: What is written at the right end of a line, by its place.
        """
        if tuple(lines) != self.lines or shapes != self._shapes:
            self.lines, self._roles, self._shapes = tuple(lines), roles, shapes
            self.setAccessibleName("\n".join(line.code for line in lines))
            self._lay_out()

    def show_phase(self, phase: str) -> None:
        """Light the lines of a phase."""
        lit = frozenset(place for place, line in enumerate(self.lines) if phase in line.phases)
        if lit != self.lit:
            self.lit = lit
            self.update()

    # ---- where things are ----------------------------------------------------------------------------------------

    @property
    def _row_height(self) -> float:
        return self._lettering.line(FONT) * SPACING

    @property
    def _pickable_lines(self) -> list[int]:
        return [place for place, line in enumerate(self.lines) if line.phases]

    @property
    def _count(self) -> int:
        return len(self._pickable_lines)

    def box_of_line(self, line: int) -> QRectF:
        """Where a line is, all its rows."""
        rows = [place for place, row in enumerate(self._rows) if row.line == line]
        height = self._row_height
        return QRectF(0.0, rows[0] * height, self.width(), len(rows) * height) if rows else QRectF()

    def lit_box(self) -> QRectF | None:
        """Where the lit lines are; ``None`` if there is none."""
        box = QRectF()
        for line in sorted(self.lit):
            box = box.united(self.box_of_line(line))
        return box if self.lit else None

    def edges(self) -> list[tuple[float, float]]:
        """Where the rows begin and end."""
        return [(place * self._row_height, (place + 1) * self._row_height) for place in range(len(self._rows))]

    def place_at(self, at: QPointF) -> int:
        row = int(at.y() // self._row_height)
        if not 0 <= row < len(self._rows) or not self.lines[self._rows[row].line].phases:
            return -1
        return self._pickable_lines.index(self._rows[row].line)

    def line_at(self, place: int) -> StepLine:
        """The line of a place that can be pointed at."""
        return self.lines[self._pickable_lines[place]]

    def _tip(self, place: int) -> str:
        return "" if self._look.presenting else self.tr("Go to this line's phase")

    def _lay_out(self) -> None:
        character = self._lettering.width("0", FONT)
        room = max(20, int((self.width() - self._look.px(GUTTER) - self._look.px(4)) / character))
        self._rows = [
            Row(place, text, not part)
            for place, line in enumerate(self.lines)
            for part, text in enumerate(wrapped(line.code, room))
        ]
        self.setMinimumHeight(round(len(self._rows) * self._row_height))
        self.updateGeometry()
        self.update()

    def _restyle(self) -> None:
        self._lay_out()

    # ---- painting ------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            pointed = self._pickable_lines[self.current] if self.current >= 0 else -1
            for line in {*self.lit, pointed} - {-1}:
                self._paint_ground(painter, line)
            height = self._row_height
            seen = QRectF(event.rect())
            for place, row in enumerate(self._rows):
                box = QRectF(self._look.px(GUTTER), place * height, self.width() - self._look.px(GUTTER), height)
                if box.intersects(seen):
                    self._paint_row(painter, box, row)
            if self.hasFocus() and pointed >= 0:
                paint_focus(painter, self._look, self.box_of_line(pointed).adjusted(1, 1, -1, -1))

    def _paint_ground(self, painter: QPainter, line: int) -> None:
        look, box, px = self._look, self.box_of_line(line), self._look.px
        painter.setPen(Qt.PenStyle.NoPen)
        role = self._role(line)
        painter.setBrush(look.colour(f"{role}_soft" if line in self.lit and role else "control_hover"))
        painter.drawRoundedRect(box.adjusted(0, 0.5, 0, -0.5), px(4), px(4))
        if line in self.lit:
            painter.setBrush(look.colour(role or "text"))
            middle, size = self._row_height / 2 + box.top(), px(5)
            left = px(6)
            painter.drawPolygon(
                QPolygonF(
                    [
                        QPointF(left, middle - size),
                        QPointF(left + 1.5 * size, middle),
                        QPointF(left, middle + size),
                    ]
                )
            )

    def _role(self, line: int) -> str:
        phases = self.lines[line].phases
        return self._roles.get(phases[0], "") if phases else ""

    def _paint_row(self, painter: QPainter, box: QRectF, row: Row) -> None:
        look, line = self._look, self.lines[row.line]
        font = FONT + ("_bold" if row.line in self.lit else "")
        text, hash_at = row.text, _comment_at(line.code, row)
        code, comment = (text[:hash_at], text[hash_at:]) if hash_at >= 0 else (text, "")
        name = _assigned(code) if row.first else ""
        # On the lit ground muted words would be too faint.
        quiet = "text" if row.line in self.lit else "text_muted"
        pieces = [(name, self._role(row.line) or "text"), (code[len(name) :], "text"), (comment, quiet)]
        x = box.left()
        for piece, role in pieces:
            if piece:
                self._lettering.write(
                    painter, QRectF(x, box.top(), 0, box.height()), piece, font, look.colour(role), LEFT
                )
                x += self._lettering.width(piece, font)
        shape = self._shapes.get(row.line, "")
        if shape and row.first and x + self._lettering.width(shape, "tiny") + look.px(12) <= box.right():
            end = box.adjusted(0, 0, -look.px(6), 0)
            self._lettering.write(painter, end, shape, "tiny", look.colour(quiet), RIGHT)

    # ---- Qt ------------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._lay_out()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.current < 0 and self._count:
            first = min(self.lit, default=-1)
            self._point_at(self._pickable_lines.index(first) if first >= 0 else 0)

    def event(self, event: QEvent) -> bool:
        return claims_key(event, self._wants) or super().event(event)

    def _wants(self, event: QKeyEvent) -> bool:
        return meaning(event, KEYS) is not None or (self.current >= 0 and event.key() in ENTER)


def _comment_at(code: str, row: Row) -> int:
    """Where in a row the comment begins; −1 where it has none."""
    if COMMENT not in code:
        return -1
    if COMMENT in row.text:
        return row.text.index(COMMENT)
    # Of a comment that goes on in another row.
    rest = row.text.strip()
    return 0 if not row.first and code.find(COMMENT) < code.find(rest) else -1


def _assigned(code: str) -> str:
    """What a line gives a value: the names before its ``=``, ``+=`` or ``-=``."""
    for sign in (" = ", " += ", " -= ", " *= "):
        name, found, _ = code.partition(sign)
        if found and "(" not in name and not name.lstrip().startswith(("for ", "def ", "if ")):
            return name
    return ""
