"""Worksheets as pages of paper: where everything stands, for a browser and for a PDF alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from nnviz.engine.training.record.phases import Kind
from nnviz.export.worksheet.content import Content, Item, Section, answer, sign_of
from nnviz.export.worksheet.diagram import diagram, height_of
from nnviz.export.worksheet.svg import ANSWER, FAINT, SOFT, box, line, text, typeset, width_of, wrapped
from nnviz.paper import A4, Paper
from nnviz.ui.look.fonts import TEXT_FAMILY
from nnviz.ui.names.translation import translate

WIDTH = 595.0
"""Of the pages that everything stands on, in points: on wider paper it stands in the middle."""

LEFT, RIGHT, TOP = 50.0, 545.0, 48.0
LOWER = 42.0
"""What is left free below."""
FORMULA = 11.0
WIDEST_CELL = 110.0
GIVEN_CELL = 76.0


@dataclass
class _Pages:
    """Pages that fill up from the top; what does not fit begins the next one."""

    paper: Paper
    pages: list[list[str]] = field(default_factory=lambda: [[]])
    y: float = TOP

    def room(self, height: float) -> float:
        """Where something so high goes; what stands there moves on below it."""
        if self.y + height > self.paper.points[1] - LOWER and self.y > TOP:
            self.pages.append([])
            self.y = TOP
        top = self.y
        self.y += height
        return top

    def draw(self, marks: Iterable[str]) -> None:
        """Put marks on the page."""
        self.pages[-1].extend(marks)


def pages_of(content: Content, key: bool = False, paper: Paper = A4) -> list[str]:
    """The pages of a worksheet, each one an SVG picture of a sheet of paper.

    Args:
        content: What stands on it.
        key: Whether the blanks are filled in.
        paper: What it is printed on.
    """
    pages = _Pages(paper)
    _head(pages, content, key)
    _given(pages, content)
    for number, section in enumerate(content.sections, start=1):
        _section(pages, section, number, key)
    count = len(pages.pages)
    return [_page(content, paper, marks, place, count) for place, marks in enumerate(pages.pages, start=1)]


def heading_of(content: Content, key: bool) -> str:
    """What stands at the top of a worksheet, or of the key to it."""
    what = translate("Worksheet", "Key") if key else translate("Worksheet", "Worksheet")
    return translate("Worksheet", "{what}: {how}").format(what=what, how=content.title)


def picture_of(content: Content) -> str:
    """The network with the numbers that are given, as a picture of its own."""
    return _svg("", 0.0, RIGHT - LEFT, height_of(content), diagram(content, 0.0, 0.0, RIGHT - LEFT))


def _page(content: Content, paper: Paper, marks: list[str], place: int, count: int) -> str:
    width, height = paper.points
    foot = height - 24.0
    name, numbers = text(LEFT, foot, content.name, 8.0, SOFT), text(RIGHT, foot, f"{place} / {count}", 8.0, SOFT, "end")
    return _svg("page", (WIDTH - width) / 2, width, height, [*marks, name, numbers])


def _svg(kind: str, left: float, width: float, height: float, marks: Iterable[str]) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="{kind}" viewBox="{left:g} 0 {width:g} {height:g}" '
        f'width="{width:g}" height="{height:g}" font-family="{TEXT_FAMILY}">\n' + "\n".join(marks) + "\n</svg>\n"
    )


def _head(pages: _Pages, content: Content, key: bool) -> None:
    y = pages.room(58.0)
    number = translate("Worksheet", "No. {student}").format(student=content.student)
    pages.draw([text(LEFT, y + 14.0, heading_of(content, key), 17.0, bold=True)])
    pages.draw([text(RIGHT, y + 14.0, number, 12.0, anchor="end", bold=True)])
    if not key:
        name, date = translate("Worksheet", "Name"), translate("Worksheet", "Date")
        middle = 380.0
        pages.draw([text(LEFT, y + 42.0, name, 10.0, SOFT), text(middle, y + 42.0, date, 10.0, SOFT)])
        pages.draw(
            line(start + width_of(words, 10.0) + 10.0, y + 44.0, end, y + 44.0)
            for start, words, end in ((LEFT, name, middle - 16.0), (middle, date, RIGHT))
        )
    for sentence in content.task:
        for words in wrapped(sentence, 10.0, RIGHT - LEFT):
            pages.draw([text(LEFT, pages.room(14.0) + 10.0, words, 10.0)])
    pages.room(8.0)


def _given(pages: _Pages, content: Content) -> None:
    high = height_of(content)
    top = pages.room(high + 8.0)
    pages.draw(diagram(content, LEFT, top, RIGHT - LEFT))
    _heading(pages, translate("Worksheet", "Given"))
    for words in wrapped(content.rules, 10.0, RIGHT - LEFT):
        pages.draw([text(LEFT, pages.room(15.0) + 10.0, words)])
    most = max(map(len, content.given))
    cell = min(GIVEN_CELL, (RIGHT - LEFT) / most)
    columns = max(1, int((RIGHT - LEFT) / (most * GIVEN_CELL)))
    for place, row in enumerate(content.given):
        if place % columns == 0:
            y = pages.room(15.0)
        x = LEFT + (place % columns) * (RIGHT - LEFT) / columns
        pages.draw(text(x + at * cell, y + 10.0, words, min(10.0, cell / 6.6)) for at, words in enumerate(row))
    pages.room(12.0)


def _heading(pages: _Pages, words: str) -> None:
    y = pages.room(20.0)
    pages.draw([text(LEFT, y + 11.0, words, 11.0, bold=True)])


def _section(pages: _Pages, section: Section, number: int, key: bool) -> None:
    """A heading, the formula and the numbers, all on one page."""
    working = section.asked and not key and section.rows[0][0].field.kind not in (Kind.GRADIENT, Kind.UPDATE)
    blocks = list(_lines(section) if working else _cells(section, key))
    drawing = typeset(section.formula.latex) if section.formula is not None else None
    size = FORMULA if drawing is None else min(FORMULA, (RIGHT - LEFT - 12.0) / drawing.width)
    high = 0.0 if drawing is None else (drawing.ascent + drawing.descent) * size + 10.0
    y = pages.room(20.0 + high + sum(height for height, _ in blocks) + 12.0)
    pages.draw([text(LEFT, y + 11.0, f"{number}.  {section.heading}", 11.0, bold=True)])
    y += 20.0
    if drawing is not None:
        pages.draw([drawing.at(LEFT + 12.0, y + drawing.ascent * size + 1.0, size)])
        y += high
    for height, marks in blocks:
        pages.draw([f'<g transform="translate(0 {y:.1f})">{"".join(marks)}</g>'])
        y += height


def _lines(section: Section) -> Iterator[tuple[float, list[str]]]:
    """A line to work on for each number, with a box for the result at its end."""
    for row in section.rows:
        for item in row:
            symbol = f"{item.symbol} {sign_of(item.field)}"
            marks = [
                text(LEFT + 12.0, 20.0, symbol, 11.0),
                line(LEFT + 54.0, 23.0, RIGHT - 112.0, 23.0, FAINT, 0.75, "1.5 2.5"),
                text(RIGHT - 104.0, 20.0, "=", 11.0, SOFT),
                *_result(item, RIGHT - 92.0, 3.0, 92.0, 22.0, key=False),
            ]
            yield 30.0, marks


def _cells(section: Section, key: bool) -> Iterator[tuple[float, list[str]]]:
    """A box for each number, those of a unit's weights and bias in a row."""
    rows = section.rows
    if rows and all(len(row) == 1 for row in rows):
        rows = (tuple(row[0] for row in rows),)
    for row in rows:
        wide = min(WIDEST_CELL, (RIGHT - LEFT - 12.0) / len(row))
        marks = []
        for place, item in enumerate(row):
            x = LEFT + 12.0 + place * wide
            marks.append(text(x + 1.0, 8.0, f"{item.symbol} {sign_of(item.field)}", 8.0, SOFT))
            marks += _result(item, x, 11.0, wide - 6.0, 22.0, key)
        yield 38.0, marks


def _result(item: Item, x: float, y: float, width: float, height: float, key: bool) -> Iterator[str]:
    """A number where it is given, else a box for it; in the key the box with its number."""
    number = answer(item.field)
    size = min(10.0, (width - 6.0) / (0.62 * len(number)))
    if not item.asked:
        yield text(x + 1.0, y + height - 7.0, number, size)
        return
    yield box(x, y, width, height)
    if key:
        yield text(x + width / 2, y + height - 7.0, number, size, ANSWER, "middle", bold=True)
