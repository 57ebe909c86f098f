"""The network of a worksheet, drawn with the numbers that are given."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from nnviz.export.worksheet.content import Content, shown
from nnviz.export.worksheet.exercise import DECIMALS
from nnviz.export.worksheet.svg import FAINT, INK, SOFT, box, line, text

UNIT = 30.0
"""The side of a unit."""

LABEL = 8.0
"""The type size of a weight."""

ROW, LOWEST, HIGHEST = 46.0, 110.0, 270.0


def height_of(content: Content) -> float:
    """How high the picture is: as the widest layer asks for."""
    return min(max(LOWEST, ROW * max(content.record.architecture.widths)), HIGHEST)


def diagram(content: Content, left: float, top: float, width: float) -> Iterator[str]:
    """The marks of the picture.

    Args:
        content: The worksheet that it is for.
        left: Where it begins.
        top: Where it begins.
        width: How wide it is; the height follows.
    """
    widths, height = content.record.architecture.widths, height_of(content)
    gap = (width - 120.0) / (len(widths) - 1)
    places = [
        [(left + 60.0 + column * gap, top + height * (unit + 0.5) / units) for unit in range(units)]
        for column, units in enumerate(widths)
    ]
    for layer, (sources, targets) in enumerate(pairwise(places)):
        yield from _edges(content, layer, sources, targets, height)
    for column, units in enumerate(places):
        for unit, (x, y) in enumerate(units):
            yield from _unit(content, column, unit, x, y, height / len(units))


def _edges(
    content: Content,
    layer: int,
    sources: list[tuple[float, float]],
    targets: list[tuple[float, float]],
    height: float,
) -> Iterator[str]:
    weights = content.record.layers[layer].W
    labels = []
    # At this share of the way the labels of all edges stand one under the other, those of each source together.
    share = 1.0 / (len(sources) + 1)
    written = height / (len(targets) * (len(sources) + 1)) >= LABEL + 1.5
    for source, (x1, y1) in enumerate(sources):
        for target, (x2, y2) in enumerate(targets):
            yield line(x1 + UNIT / 2, y1, x2 - UNIT / 2, y2, FAINT, 0.9)
            if written:
                x, y = x1 + UNIT / 2 + share * (x2 - x1 - UNIT), y1 + share * (y2 - y1)
                number = shown(weights[target, source], DECIMALS)
                wide = 0.6 * LABEL * len(number) + 3.0
                labels.append(box(x - wide / 2, y - LABEL / 2 - 0.6, wide, LABEL + 1.2, "#ffffff", "#ffffff"))
                labels.append(text(x, y + LABEL * 0.36, number, LABEL, INK, "middle"))
    yield from labels


def _unit(content: Content, column: int, unit: int, x: float, y: float, room: float) -> Iterator[str]:
    record, names = content.record, content.names
    # Where units stand close together they are smaller, and a bias has room beside its unit only.
    side = min(UNIT, room - 6.0)
    yield box(x - side / 2, y - side / 2, side, side, SOFT, "#ffffff")
    yield text(x, y + 3.5, names.unit(column, unit), 10.0, INK, "middle")
    if column == 0:
        yield text(x - side / 2 - 5.0, y + 3.0, shown(record.x[0, unit], DECIMALS), 9.0, INK, "end")
    else:
        bias = f"b {shown(record.layers[column - 1].b[unit], DECIMALS)}"
        if room >= side + 2 * LABEL:
            yield text(x, y + side / 2 + LABEL + 1.0, bias, LABEL, SOFT, "middle")
    if column == len(record.layers):
        target = f"{names.target(unit)} = {shown(record.y[0, unit], DECIMALS)}"
        yield text(x + side / 2 + 5.0, y + 3.0, target, 9.0)
