"""Where everything stands: pure geometry from the widths of the layers, a size and a type scale."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import numpy as np
from PySide6.QtCore import QPointF, QRectF

from nnviz.ui.diagram.column_fit import (
    BOX,
    CHARACTER,
    LEAST_SHARE,
    LINE,
    NAME_CHARACTERS,
    VALUE_PIXELS,
    ColumnFit,
    Numbers,
    fit_column,
    least_type,
)
from nnviz.ui.diagram.places import (
    NO_NAME_ROOM,
    Column,
    Gap,
    Layout,
    LossPlace,
    NameRoom,
    Strip,
    UnitPlace,
    strip_of,
)

FEWEST_CHARACTERS = 7
"""Of a bias or a weight: shorter numbers would tell too little of it."""

NUMBERS_SHARE = 0.5
"""How far the outputs' units may shrink to have their numbers beside them; and all units where names take room."""

PICTURE_SLOTS = 3
"""How many places of units the picture takes that the inputs are the pixels of."""

STAGE_SHARE = 0.3
"""Of the height, the largest side of a unit that is seen from far away."""

NARROW = 7.0
"""On a stage, layers closer together than so many sizes of type have no numbers between them: units have the room."""

SLENDER = 0.6
"""Of the height: a diagram that is narrower has its units close together, or its edges would all run up and down."""

LOSS_PITCH = 0.66
"""How far the loss stands from the output, in pitches of the columns."""


def diagram_layout(
    widths: tuple[int, ...],
    width: float,
    height: float,
    scale: float = 1.0,
    characters: int = 7,
    names: NameRoom = NO_NAME_ROOM,
    stage: bool = False,
) -> Layout:
    """Lay a network out.

    Args:
        widths: Inputs, hidden units, output units.
        width: Of the whole diagram.
        height: Of the whole diagram.
        scale: Type size, 1 for 16 px body text.
        characters: The longest number.
        names: The room to keep for what inputs and outputs stand for.
        stage: Whether it is all there is to see, from far away: units as large as can be, and no title over them.
    """
    width, height = max(width, 40.0), max(height, 40.0)
    frame = max(0.5, min(scale, width / 560.0, height / 300.0))
    titled = height >= 190.0 and not stage
    top = 50.0 * frame if titled else 6.0
    bottom = height - (36.0 * frame if height >= 190.0 else 6.0)
    room = bottom - top
    pad = min(18.0 * frame, width * 0.03)
    pitch = (width - 2.0 * pad - names.inputs - names.outputs) / (len(widths) - 1 + LOSS_PITCH + 0.75)
    # Large type in a low diagram: a unit is not to look lost beside its own number.
    share = max(0.15 * room, min(2.6 * LINE * VALUE_PIXELS * scale, 0.25 * room))
    across = 0.55 if stage and pitch < NARROW * least_type(scale, stage) else 0.4
    largest = max(2.0, min(across * pitch, STAGE_SHARE * room if stage else min(share, 120.0 * scale)))
    fitted = _fitted(widths, room, pitch, largest, scale, characters, names, stage)
    strips = [strip for strip, _ in fitted]
    columns = [fit for _, fit in fitted]

    loss_radius = max(3.0, min(0.44 * largest, 0.2 * pitch, 0.2 * room))
    loss_pixels = max(least_type(scale, stage), min(VALUE_PIXELS * scale, 0.16 * pitch))
    if names.outputs and columns[-1].numbers is Numbers.BESIDE:
        columns[-1] = replace(columns[-1], text=columns[-1].text + names.outputs + BOX)
    left = pad + max(_overhang(columns[0], characters), columns[0].side / 2.0 + _with_gap(names.inputs))
    wanted = (characters + NAME_CHARACTERS) * CHARACTER * loss_pixels / 2.0
    right = pad + max(loss_radius, min(wanted, 0.3 * pitch))
    steps = len(widths) - 1 + LOSS_PITCH
    # Numbers beside the outputs push the loss on.
    beyond = columns[-1].text if columns[-1].numbers is Numbers.BESIDE else 0.0
    farthest = max(3.4 * largest, 250.0 * scale)
    if columns[-1].numbers is Numbers.STACKED and names.outputs:
        # So does a name that is longer than the edge beside it, up to the numbers at the loss.
        needed = _with_gap(names.outputs) + BOX + columns[-1].side / 2.0 + max(wanted, loss_radius)
        narrow = LOSS_PITCH / steps
        beyond = max(0.0, (needed - narrow * (width - left - right)) / (1.0 - narrow), needed - LOSS_PITCH * farthest)
    right += beyond
    pitch = max(1.0, min((width - left - right) / steps, farthest))
    start = left + max(0.0, (width - left - right - pitch * steps) / 2.0)
    middle = top + room / 2.0
    spread = 0.27 * room if width >= SLENDER * room else 0.0

    placed = [
        _column(layer, strip, fit, start + layer * pitch, middle, room, spread, pitch, bottom, height, characters)
        for layer, (strip, fit) in enumerate(zip(strips, columns, strict=True))
    ]
    if names.inputs:
        placed[0] = _with_names(placed[0], names.inputs, names.input_pixels, middle)
    if names.outputs or names.within:
        placed[-1] = _with_names(placed[-1], names.outputs, names.output_pixels, middle)
    centre = QPointF(round(start + pitch * steps + beyond), round(middle))
    line = LINE * loss_pixels
    stem = min(18.0, max(4.0, 0.4 * loss_radius))
    half = max(1.0, min(wanted, 0.48 * LOSS_PITCH * pitch + beyond, width - centre.x() - 2.0 * BOX))
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
        title=QRectF(pad, 8.0 * frame, width - 2.0 * pad, 36.0 * frame) if titled else QRectF(),
        columns=tuple(placed),
        gaps=tuple(_gap(before, after) for before, after in pairwise(placed)),
        loss=loss,
        pitch=pitch,
        characters=characters,
        name_pixels=(names.input_pixels, names.output_pixels),
        picture=_picture_box(placed[0]) if names.pictured else None,
    )


def _picture_box(column: Column) -> QRectF:
    """The largest square among the inputs' units and numbers where those are that are left out."""
    first = column.strip.ellipsis or 0
    above, below = column.places[first - 1], column.places[first]
    left, right = above.square.left(), max(above.square.right(), above.exit.x() - BOX)
    top, bottom = above.square.bottom(), below.square.top()
    if above.value is not None and column.fit.numbers is Numbers.STACKED:
        left, right, top = above.value.left(), above.value.right(), above.value.bottom()
    side = max(1.0, float(np.floor(min(right - left, bottom - top - 2.0 * BOX))))
    x = left if column.fit.numbers is not Numbers.STACKED else (left + right - side) / 2.0
    return QRectF(round(x), round((top + bottom - side) / 2.0), side, side)


def _with_gap(room: float) -> float:
    """The room of a name with what keeps it apart from its unit."""
    return room + 2.0 * BOX if room else 0.0


def _with_names(column: Column, room: float, pixels: float, middle: float) -> Column:
    """A column with room for names: of inputs at the left, of outputs at the right, where no edge leaves, or within."""
    line = LINE * pixels
    return replace(column, places=tuple(_with_name(place, column.fit, room, line, middle) for place in column.places))


def _with_name(place: UnitPlace, fit: ColumnFit, room: float, line: float, middle: float) -> UnitPlace:
    square, y = place.square, place.square.center().y()
    if place.layer == 0:
        return replace(place, name=QRectF(square.left() - 2.0 * BOX - room, y - line / 2.0, room, line))
    if room and fit.numbers is Numbers.BESIDE and place.value is not None and place.delta is not None:
        name = QRectF(square.right() + BOX, y - line / 2.0, room, line)
        value, delta = (box.adjusted(room + BOX, 0.0, 0.0, 0.0) for box in (place.value, place.delta))
        return replace(place, name=name, value=value, delta=value if place.value == place.delta else delta)
    if fit.numbers is Numbers.STACKED and not room:
        return replace(place, name=QRectF(square.left() + 2.0, square.top() + 3.0, square.width() - 4.0, line))
    if fit.numbers is Numbers.STACKED and line <= square.height() / 2.0:
        # Edges bend towards the loss in the middle: the name is on their other side.
        gap = min(BOX, square.height() / 2.0 - line)
        top = y + gap if y > middle + 1.0 else y - gap - line
        return replace(place, name=QRectF(square.right() + 2.0 * BOX, top, room, line))
    return place


def _fitted(
    widths: tuple[int, ...],
    room: float,
    pitch: float,
    largest: float,
    scale: float,
    characters: int,
    names: NameRoom,
    stage: bool,
) -> list[tuple[Strip, ColumnFit]]:
    slots = int(max(5, min(13, room // (40.0 * scale))))
    last = len(widths) - 1
    result = []
    for layer, units in enumerate(widths):
        strip = strip_of(units, slots, PICTURE_SLOTS if names.pictured and layer == 0 else 1)
        share = 0.8 if layer == 0 else 1.14 if layer == last else 1.0
        # What a network predicts is worth smaller units, and so are names.
        least = NUMBERS_SHARE if layer == last or names != NO_NAME_ROOM else LEAST_SHARE
        fit = fit_column(strip.slots, room, pitch, largest * share, scale, characters, layer > 0, least, stage)
        result.append((strip, replace(fit, least=least_type(scale, stage))))
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
    spread: float,
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
    step = min(room / slots, max(2.1 * fit.side, tall, spread))
    side = max(2.0, float(np.floor(fit.side)))
    left = round(x - side / 2.0)
    tops = [round(middle + (slot - (slots - 1) / 2.0) * step - side / 2.0) for slot in range(slots)]
    radius = knob_radius(side)
    places = tuple(
        _place(layer, unit, fit, QRectF(left, tops[slot], side, side), characters)
        for unit, slot in zip(strip.units, strip.slot_of_place, strict=True)
    )
    ellipsis = None
    if strip.ellipsis is not None and strip.gap == 1:
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
    pixels = fit.bias_pixels
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
