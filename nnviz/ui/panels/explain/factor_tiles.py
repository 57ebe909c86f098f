"""The product along a path: a row of tiles, each a factor with its name, its number and whose it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from types import MappingProxyType

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnviz.ui.look.look import Look
from nnviz.ui.toolkit.claimed_keys import claims_key, meaning
from nnviz.ui.toolkit.lettering import CENTRE, LEFT
from nnviz.ui.toolkit.pointed_parts import TAB, PointedParts

NAME, NUMBER, TAG = "small", "mono_large", "tiny"
PAD, GAP, LINE_GAP = 8, 4, 7
CORNER = 7
TAG_PAD = 5
MOST_LINES = 2
"""Where whole tiles take more lines, they keep to their names and numbers."""


@dataclass(frozen=True)
class Tile:
    """One factor as it is shown.

    Attributes:
        name: At the top: ``∂ŷ₁/∂z²₁``.
        number: In the middle, large.
        colour: The role that the number is painted with.
        tag: The unit or weight that it belongs to.
        note: Beside the tag: what it is, short; or empty.
        sentence: The same in a sentence.
    """

    name: str
    number: str
    colour: str
    tag: str
    note: str
    sentence: str


@dataclass(frozen=True)
class Ends:
    """What stands before the first tile and after the last: two words above, two numbers below.

    Attributes:
        symbol: What they are together, ``∂L/∂w²₁₁``; empty where they are one path of several.
        relation: ``=``, or ``≈`` where the shown factors do not quite give the shown product.
        result_name: Over the product: which path it is.
        result: The product.
        colour: Its role.
    """

    symbol: str = ""
    relation: str = "="
    result_name: str = ""
    result: str = ""
    colour: str = "text"


@dataclass(frozen=True)
class Places:
    """Where everything is: the tiles, what stands before and after them, the height; ``brief`` tiles have no tags."""

    boxes: tuple[QRectF, ...]
    first: QRectF
    last: QRectF
    height: float
    brief: bool


_NOWHERE = Places((), QRectF(), QRectF(), 0.0, brief=False)


class FactorTiles(PointedParts):
    """Tiles with × between them, in as many lines as the width asks for.

    Its many methods are small: how wide and high things are, the steps of one painting, and what Qt and
    ``PointedParts`` ask.
    """

    steps = MappingProxyType({Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1})
    wraps = True

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.tiles: tuple[Tile, ...] = ()
        self.ends = Ends()
        self._most_lines = MOST_LINES
        self._places = _NOWHERE
        # A click leaves the keyboard where it was: the arrow keys step through the iteration.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_tiles(self, tiles: Sequence[Tile], ends: Ends) -> None:
        """Show this product."""
        if (tuple(tiles), ends) == (self.tiles, self.ends):
            return
        self.tiles, self.ends = tuple(tiles), ends
        self.setAccessibleName(self.text)
        if self.current >= len(self.tiles):
            self._point_at(-1)
        self._restyle()

    def set_most_lines(self, lines: int) -> None:
        """Keep tags up to so many lines of tiles."""
        if lines != self._most_lines:
            self._most_lines = lines
            self._restyle()

    def is_brief(self, width: int) -> bool:
        """Whether tiles keep to their names and numbers in a width."""
        return self._arrange(width).brief

    @property
    def text(self) -> str:
        """The whole line."""
        product = " × ".join(f"{tile.name} {tile.number}" for tile in self.tiles)
        return f"{self.ends.symbol or self.ends.result_name} = {product} {self.ends.relation} {self.ends.result}"

    def box_of(self, place: int) -> QRectF:
        """Where a tile is."""
        return self._places.boxes[place]

    @property
    def _count(self) -> int:
        return len(self.tiles)

    def place_at(self, at: QPointF) -> int:
        return next((place for place, box in enumerate(self._places.boxes) if box.contains(at)), -1)

    def _tip(self, place: int) -> str:
        return self.tiles[place].sentence

    # ---- room ----------------------------------------------------------------------------------------------------

    def _tile_width(self, tile: Tile, brief: bool) -> float:
        widest = max(self._width(tile.name, NAME), self._width(tile.number, NUMBER))
        return (widest if brief else max(widest, self._bottom_width(tile))) + 2 * self._px(PAD)

    def _bottom_width(self, tile: Tile) -> float:
        note = self._width(tile.note, TAG) + self._px(GAP) if tile.note else 0.0
        return self._width(tile.tag, TAG) + 2 * self._px(TAG_PAD) + note

    def _tile_height(self, brief: bool) -> float:
        lines = sum(self._lettering.line(role) for role in ((NAME, NUMBER) if brief else (NAME, NUMBER, TAG)))
        return lines + 2 * self._px(PAD - 2) + (0 if brief else self._px(2))

    def _sign_width(self) -> float:
        return self._width("×", NUMBER) + 2 * self._px(GAP)

    def _end_widths(self) -> tuple[float, float]:
        equals = self._width("= ", NUMBER)
        first = self._width(self.ends.symbol, "strong") + 2 * self._px(GAP) + equals if self.ends.symbol else 0.0
        last = equals + max(self._width(self.ends.result, NUMBER), self._width(self.ends.result_name, NAME)) + 2
        return first, last

    def _arrange(self, width: float) -> Places:
        """Where everything goes in this width."""
        whole = self._arrange_in_lines(width, brief=False)
        lines = len({box.top() for box in (*whole.boxes, whole.last)})
        return whole if lines <= self._most_lines else self._arrange_in_lines(width, brief=True)

    def _arrange_in_lines(self, width: float, brief: bool) -> Places:
        height, sign, line_gap = self._tile_height(brief), self._sign_width(), self._px(LINE_GAP)
        first_width, last_width = self._end_widths()
        # Where room is short the sum is told of elsewhere.
        first = QRectF(0.0, 0.0, 0.0 if brief else first_width, height)
        x, y = first.width(), 0.0
        boxes: list[QRectF] = []
        for place, tile in enumerate(self.tiles):
            before, own = (sign if place else 0.0), self._tile_width(tile, brief)
            if x + before + own > width and x > 0.0:
                # The sign goes with its factor, so that no line ends in the middle of a thought.
                x, y = 0.0, y + height + line_gap
            boxes.append(QRectF(x + before, y, own, height))
            x += before + own
        gap = float(self._px(2 * GAP))
        if x + gap + last_width > width and x > 0.0:
            x, gap, y = 0.0, 0.0, y + height + line_gap
            height = self._px(PAD - 2) + self._lettering.line(NUMBER)
            if not brief:
                height += self._lettering.line(NAME)
        last = QRectF(x + gap, y, last_width, height)
        return Places(tuple(boxes), first, last, y + height, brief)

    def _width(self, text: str, role: str) -> float:
        return self._lettering.width(text, role)

    def _px(self, pixels: float) -> int:
        return self._look.px(pixels)

    def _restyle(self) -> None:
        self._places = self._arrange(self.width())
        self.setMinimumHeight(round(self._places.height) + 1)
        self.updateGeometry()
        self.update()

    # ---- painting ------------------------------------------------------------------------------------------------

    def _paint_tile(self, painter: QPainter, box: QRectF, tile: Tile, marked: bool) -> None:
        look, px, lettering = self._look, self._px, self._lettering
        edge = QPen(look.colour("accent" if marked else "control_border"), px(2) if marked else px(1))
        painter.setPen(edge)
        painter.setBrush(look.colour("accent_soft" if marked else "control_hover"))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), px(CORNER), px(CORNER))
        top, inside = box.top() + px(PAD - 2), box.adjusted(px(PAD), 0, -px(PAD), 0)
        for text, role, colour in ((tile.name, NAME, "text_muted"), (tile.number, NUMBER, tile.colour)):
            line = QRectF(inside.left(), top, inside.width(), lettering.line(role))
            lettering.write(
                painter, line, text, role, look.colour("text" if marked and role == NAME else colour), CENTRE
            )
            top = line.bottom()
        if self._places.brief:
            return
        self._paint_bottom(painter, QRectF(inside.left(), top + px(2), inside.width(), lettering.line(TAG)), tile)

    def _paint_bottom(self, painter: QPainter, line: QRectF, tile: Tile) -> None:
        """The tag in its pill, and the note to its right; both in the middle."""
        look, px, lettering = self._look, self._px, self._lettering
        left = line.center().x() - self._bottom_width(tile) / 2
        pill = QRectF(left, line.top(), self._width(tile.tag, TAG) + 2 * px(TAG_PAD), line.height())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("card"))
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
        lettering.write(painter, pill, tile.tag, TAG, look.colour("text"), CENTRE)
        if tile.note:
            box = QRectF(pill.right() + px(GAP), line.top(), line.width(), line.height())
            lettering.write(painter, box, tile.note, TAG, look.colour("text_muted"), LEFT)

    def _number_line(self, box: QRectF) -> QRectF:
        """Where the numbers are in a line of tiles: what stands between them is on the same height."""
        top = box.top() + self._px(PAD - 2) + self._lettering.line(NAME)
        return QRectF(box.left(), top, box.width(), self._lettering.line(NUMBER))

    def _paint_ends(self, painter: QPainter) -> None:
        look, lettering = self._look, self._lettering
        line, equals = self._number_line(self._places.first), self._width("= ", NUMBER)
        if line.width() > 0.0:
            lettering.write(painter, line, self.ends.symbol, "strong", look.colour("text"), LEFT)
            sign = QRectF(line.right() - equals - self._px(GAP), line.top(), equals, line.height())
            lettering.write(painter, sign, "=", NUMBER, look.colour("text_muted"), LEFT)
        line = self._number_line(self._places.last)
        alone = all(box.top() < self._places.last.top() for box in self._places.boxes)
        if self._places.brief and alone:
            line.moveTop(line.top() - lettering.line(NAME))
        lettering.write(painter, line, self.ends.relation, NUMBER, look.colour("text_muted"), LEFT)
        line.setLeft(line.left() + equals)
        lettering.write(painter, line, self.ends.result, NUMBER + "_bold", look.colour(self.ends.colour), LEFT)
        if self._places.brief and alone:
            return
        above = QRectF(line.left(), line.top() - lettering.line(NAME), line.width(), lettering.line(NAME))
        lettering.write(painter, above, self.ends.result_name, NAME, look.colour("text_muted"), LEFT)

    # ---- what the user does --------------------------------------------------------------------------------------

    def _point_at(self, place: int) -> None:
        self.setCursor(Qt.CursorShape.PointingHandCursor if place >= 0 else Qt.CursorShape.ArrowCursor)
        super()._point_at(place)

    # ---- Qt ------------------------------------------------------------------------------------------------------

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(self._arrange(width).height) + 1

    def sizeHint(self) -> QSize:
        width = max(self.width(), self._px(200))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._px(120), round(self._tile_height(brief=True)))

    def resizeEvent(self, event: QEvent) -> None:
        self._restyle()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.tiles:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_ends(painter)
            sign = self._sign_width()
            for place, (box, tile) in enumerate(zip(self._places.boxes, self.tiles, strict=True)):
                if place:
                    between = self._number_line(QRectF(box.left() - sign, box.top(), sign, box.height()))
                    self._lettering.write(painter, between, "×", NUMBER, self._look.colour("text_muted"), CENTRE)
                self._paint_tile(painter, box, tile, place == self.current)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() in TAB:
            back = event.reason() is Qt.FocusReason.BacktabFocusReason
            self._point_at(len(self.tiles) - 1 if back else min(0, len(self.tiles) - 1))

    def event(self, event: QEvent) -> bool:
        # While the keyboard is here the arrows go from tile to tile; Tab leaves.
        return claims_key(event, lambda key: meaning(key, self.steps) is not None) or super().event(event)
