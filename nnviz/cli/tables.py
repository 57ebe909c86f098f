"""Tables for a reader: aligned columns of text."""

from collections.abc import Sequence
from unicodedata import east_asian_width

from nnviz.cli.outcome import short
from nnviz.cli.words import in_words
from nnviz.said import said


def aligned(rows: Sequence[Sequence[str]], texts: int = 0) -> list[str]:
    """Lines with the columns of rows under each other: the first so many to the left, the others to the right."""
    rows = [[short(cell) for cell in row] for row in rows]
    widths = [max(width_of(in_words(cell)) for cell in column) for column in zip(*rows, strict=True)]
    signed = [width if place < texts else -width for place, width in enumerate(widths)]
    return ["  ".join(map(filled, row, signed)).rstrip() for row in rows]


def filled(text: str, width: int) -> str:
    """A text in the language that is spoken, filled up with spaces; before it where the width is less than 0."""
    spoken = in_words(text)
    gap = " " * (abs(width) - width_of(spoken))
    return spoken + gap if width > 0 else gap + spoken


def width_of(text: str) -> int:
    """How many columns of a terminal it takes: a Chinese character two."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)


def shown_figure(figure: float | str | None) -> str:
    """A loss or a score; a dash where there is none."""
    if figure is None:
        return "–"
    return f"{float(figure):.6f}" if abs(float(figure)) < 1e6 else f"{float(figure):.6g}"


def faults_line(faults: Sequence[str]) -> list[str]:
    """The line that says what is wrong with the data on purpose; none where nothing is."""
    if not faults:
        return []
    one = said("Command", "deliberate fault in the data: {names}")
    several = said("Command", "deliberate faults in the data: {names}")
    return [(one if len(faults) == 1 else several).format(names=", ".join(faults))]
