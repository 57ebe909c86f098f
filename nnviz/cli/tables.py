"""Tables for a reader: aligned columns of text."""

from collections.abc import Sequence


def aligned(rows: Sequence[Sequence[str]], texts: int = 0) -> list[str]:
    """Lines with the columns of rows under each other: the first so many to the left, the others to the right."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return [
        "  ".join(
            cell.ljust(width) if place < texts else cell.rjust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]


def shown_figure(figure: float | str | None) -> str:
    """A loss or a score; a dash where there is none."""
    if figure is None:
        return "–"
    return f"{float(figure):.6f}" if abs(float(figure)) < 1e6 else f"{float(figure):.6g}"


def faults_line(faults: Sequence[str]) -> list[str]:
    """The line that says what is wrong with the data on purpose; none where nothing is."""
    fault = "deliberate fault" if len(faults) == 1 else "deliberate faults"
    return [f"{fault} in the data: {', '.join(faults)}"] if faults else []
