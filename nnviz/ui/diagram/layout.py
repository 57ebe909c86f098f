"""Where everything stands: pure geometry from the widths of the layers, a size and a type scale."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from PySide6.QtCore import QPointF, QRectF

from nnviz.ui.diagram.column_fit import (
    BOX,
    CHARACTER,
    LEAST_SHARE,
    LINE,
    NAME_CHARACTERS,
    SMALLEST_PIXELS,
    VALUE_PIXELS,
    ColumnFit,
    Numbers,
    fit_column,
)
from nnviz.ui.diagram.places import Column, Gap, Layout, LossPlace, Strip, UnitPlace, strip_of

FEWEST_CHARACTERS = 7
"""Of a bias or a weight: shorter numbers would tell too little of it."""

PREDICTION_SHARE = 0.5
"""How far the outputs' units may shrink to have their numbers beside them."""

LOSS_PITCH = 0.66
"""How far the loss stands from the output, in pitches of the columns."""


def diagram_layout(
    widths: tuple[int, ...], width: float, height: float, scale: float = 1.0, characters: int = 7
) -> Layout:
    """Lay a network out.

    Args:
        widths: Inputs, hidden units, output units.
        width: Of the whole diagram.
        height: Of the whole diagram.
        scale: Type size, 1 for 16 px body text.
        characters: The longest number.
    """
    width, height = max(width, 40.0), max(height, 40.0)
    frame = max(0.5, min(scale, width / 560.0, height / 300.0))
    top = 50.0 * frame if height >= 190.0 else 6.0
    bottom = height - (36.0 * frame if height >= 190.0 else 6.0)
    room = bottom - top
    pad = min(18.0 * frame, width * 0.03)
    pitch = (width - 2.0 * pad) / (len(widths) - 1 + LOSS_PITCH + 0.75)
    # Large type in a low diagram: a unit is not to look lost beside its own number.
    share = max(0.15 * room, min(2.6 * LINE * VALUE_PIXELS * scale, 0.25 * room))
    largest = max(2.0, min(0.4 * pitch, share, 120.0 * scale))
    fitted = _fitted(widths, room, pitch, largest, scale, characters)
    strips = [strip for strip, _ in fitted]
    columns = [fit for _, fit in fitted]

    loss_radius = max(3.0, min(0.44 * largest, 0.2 * pitch, 0.2 * room))
    loss_pixels = max(SMALLEST_PIXELS, min(VALUE_PIXELS * scale, 0.16 * pitch))
    left = pad + _overhang(columns[0], characters)
    wanted = (characters + NAME_CHARACTERS) * CHARACTER * loss_pixels / 2.0
    right = pad + max(loss_radius, min(wanted, 0.3 * pitch))
    steps = len(widths) - 1 + LOSS_PITCH
    # Numbers beside the outputs push the loss on.
    beyond = columns[-1].text if columns[-1].numbers is Numbers.BESIDE else 0.0
    right += beyond
    pitch = max(1.0, min((width - left - right) / steps, max(3.4 * largest, 250.0 * scale)))
    start = left + max(0.0, (width - left - right - pitch * steps) / 2.0)
    middle = top + room / 2.0

    placed = tuple(
        _column(layer, strip, fit, start + layer * pitch, middle, room, pitch, bottom, height, characters)
        for layer, (strip, fit) in enumerate(zip(strips, columns, strict=True))
    )
    centre = QPointF(round(start + pitch * steps + beyond), round(middle))
    line = LINE * loss_pixels
    stem = min(18.0, max(4.0, 0.4 * loss_radius))
    half = max(1.0, min(wanted, 0.48 * LOSS_PITCH * pitch + beyond, width - centre.x() - 4.0))
    loss = LossPlace(
        centre=centre,
        radius=loss_radius,
        value=QRectF(centre.x() - half, centre.y() + loss_radius + 4.0, 2.0 * half, 2.0 * line),
        targets=QRectF(centre.x() - half, top, 2.0 * half, max(0.0, centre.y() - loss_radius - stem - top)),
        pixels=loss_pixels,
    )
    return Layout(
        size=(width, height),
        scale=frame,
        title=QRectF(pad, 8.0 * frame, width - 2.0 * pad, 36.0 * frame) if height >= 190.0 else QRectF(),
        columns=placed,
        gaps=tuple(_gap(before, after) for before, after in pairwise(placed)),
        loss=loss,
        pitch=pitch,
        characters=characters,
    )


def _fitted(
    widths: tuple[int, ...], room: float, pitch: float, largest: float, scale: float, characters: int
) -> list[tuple[Strip, ColumnFit]]:
    slots = int(max(5, min(13, room // (40.0 * scale))))
    last = len(widths) - 1
    result = []
    for layer, units in enumerate(widths):
        strip = strip_of(units, slots)
        share = 0.8 if layer == 0 else 1.14 if layer == last else 1.0
        # What a network predicts is worth smaller units.
        least = PREDICTION_SHARE if layer == last else LEAST_SHARE
        fit = fit_column(strip.slots, room, pitch, largest * share, scale, characters, layer > 0, least)
        result.append((strip, fit))
    return result


def _overhang(fit: ColumnFit, characters: int) -> float:
    """How far a column reaches to the left of its middle."""
    text = stacked_width(fit, characters) if fit.numbers is Numbers.STACKED else 0.0
    return max(fit.side, text) / 2.0


def stacked_width(fit: ColumnFit, characters: int) -> float:
    """How wide the numbers above and below a unit can be."""
    return (characters + (NAME_CHARACTERS if fit.named else 0)) * CHARACTER * fit.pixels


def _column(
    layer: int,
    strip: Strip,
    fit: ColumnFit,
    x: float,
    middle: float,
    room: float,
    pitch: float,
    bottom: float,
    height: float,
    characters: int,
) -> Column:
    slots = strip.slots
    line = LINE * fit.pixels
    tall = fit.side
    if fit.numbers is Numbers.STACKED:
        tall += 2.0 * (line + 3.0)
    elif fit.numbers is Numbers.BESIDE:
        tall = max(tall, fit.lines * line + 2.0)
    step = min(room / slots, max(2.1 * fit.side, tall, 0.27 * room))
    side = max(2.0, float(np.floor(fit.side)))
    left = round(x - side / 2.0)
    tops = [round(middle + (slot - (slots - 1) / 2.0) * step - side / 2.0) for slot in range(slots)]
    radius = knob_radius(side)
    places = tuple(
        _place(layer, unit, fit, QRectF(left, tops[slot], side, side), characters)
        for unit, slot in zip(strip.units, strip.slot_of_place, strict=True)
    )
    ellipsis = None
    if strip.ellipsis is not None:
        ellipsis = QRectF(left, tops[strip.ellipsis], side, side)
    caption = QRectF(x - pitch / 2.0, bottom, pitch, height - bottom)
    return Column(layer, strip, fit, places, ellipsis, caption, radius)


def _place(layer: int, unit: int, fit: ColumnFit, square: QRectF, characters: int) -> UnitPlace:
    line = LINE * fit.pixels
    centre = square.center()
    knob = QPointF(square.left(), square.bottom() - 0.17 * square.width())
    value = delta = None
    leaves = square.right()
    if fit.numbers is Numbers.STACKED:
        reach = stacked_width(fit, characters) / 2.0
        value = QRectF(centre.x() - reach, square.bottom() + 2.0, 2.0 * reach, line)
        delta = QRectF(centre.x() - reach, square.top() - line - 2.0, 2.0 * reach, line)
    elif fit.numbers is Numbers.BESIDE:
        leaves += fit.text
        top = centre.y() - line * fit.lines / 2.0
        value = QRectF(square.right() + BOX, top, fit.text - 2.0 * BOX, line)
        delta = value.translated(0.0, line) if fit.lines == 2 else value
    elif fit.numbers is Numbers.PASSING:
        value = delta = QRectF(square.right() + BOX, centre.y() - line / 2.0, fit.text - BOX, line)
    return UnitPlace(
        layer=layer,
        unit=unit,
        square=square,
        entry=QPointF(square.left(), centre.y()),
        exit=QPointF(round(leaves), centre.y()),
        value=value,
        delta=delta if layer > 0 else None,
        knob=knob if layer > 0 and square.width() >= 9.0 else None,
        bias=_bias_box(square, knob, fit, characters) if layer > 0 else None,
    )


def knob_radius(side: float) -> float:
    """The radius of a bias's knob."""
    return min(9.0, max(2.0, 0.1 * side))


def _bias_box(square: QRectF, knob: QPointF, fit: ColumnFit, characters: int) -> QRectF | None:
    pixels = max(SMALLEST_PIXELS, 0.76 * fit.pixels)
    left = knob.x() + knob_radius(square.width()) + 2.0
    fitting = int((square.right() - 2.0 - left) / (CHARACTER * pixels))
    if fitting < FEWEST_CHARACTERS:
        return None
    width = min(fitting, characters) * CHARACTER * pixels
    return QRectF(left, knob.y() - LINE * pixels / 2.0, width, LINE * pixels)


def characters_in(box: QRectF) -> int:
    """How long a number there is room for in the box of a bias."""
    return round(box.width() * LINE / (box.height() * CHARACTER))


def _gap(before: Column, after: Column) -> Gap:
    sources, targets = before.places, after.places
    return Gap(
        layer=after.layer,
        x0=sources[0].exit.x(),
        x1=max(targets[0].entry.x(), sources[0].exit.x() + 1.0),
        y0=np.tile([place.exit.y() for place in sources], len(targets)),
        y1=np.repeat([place.entry.y() for place in targets], len(sources)),
        source=np.tile(before.units, len(targets)),
        target=np.repeat(after.units, len(sources)),
        widest=max(1.4, min(9.0, 0.09 * min(before.fit.side, after.fit.side))),
    )
