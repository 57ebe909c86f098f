"""Paints units: map or bar, border, bias, numbers, and what is wrong with them."""

from __future__ import annotations

from math import isfinite, sqrt

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF

from nnviz.engine.training.record.phases import Kind
from nnviz.ui.diagram.column_fit import CHARACTER, LINE, Numbers
from nnviz.ui.diagram.edge_painter import GRADIENT_ROLES
from nnviz.ui.diagram.layout import characters_in
from nnviz.ui.diagram.lettering import CENTRE, LEFT, RIGHT, compact
from nnviz.ui.diagram.marks import corner
from nnviz.ui.diagram.painting import Painting
from nnviz.ui.diagram.places import Column, UnitPlace
from nnviz.ui.diagram.state import UnitsState
from nnviz.ui.diagram.unit_curve import paint_curve
from nnviz.ui.names.symbols import Names
from nnviz.ui.toolkit.plots.layer import pixel_ratio

RING_GAP, RING_WIDTH = 2.0, 2.5
"""Between a unit and the ring around it: near enough to leave the numbers above and below alone."""
_DIM = 0.38
_SILENCED = 0.18
_SMALLEST_BADGE = 22.0
_SIGN_FROM = 0.3
"""A signal that is a smaller share of the largest one is too pale for its sign to be seen."""


def paint_units(painter: QPainter, painting: Painting) -> None:
    """Paint every unit that is shown, with its numbers."""
    for column, state in zip(painting.layout.columns, painting.state.units, strict=True):
        if painting.images is not None:
            # Maps are asked for in the size of the hidden units; those of another size are scaled.
            points = painting.images[column.layer][0].width()
            ratio = pixel_ratio(painter)
            smooth = points != round(column.places[0].square.width() * ratio)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth)
        for number, place in enumerate(column.places):
            _paint_body(painter, painting, state, number, place)
            if number == state.current and state.sum_done:
                _paint_sum_done(painter, painting, place.square, state.sum_done)
        if column.ellipsis is not None:
            _paint_ellipsis(painter, painting, column)
    for column, state in zip(painting.layout.columns, painting.state.units, strict=True):
        for number, place in enumerate(column.places):
            if place.knob is not None and state.biases is not None:
                _paint_knob(painter, painting, column, state, number, place)
            _paint_numbers(painter, painting, column, state, number, place)


def paint_picked_unit(painter: QPainter, painting: Painting, place: UnitPlace) -> None:
    """A ring around the unit that is picked, with its bias on top of it."""
    paint_ring(painter, painting, place, "text", RING_WIDTH)
    column, state = painting.layout.columns[place.layer], painting.state.units[place.layer]
    if place.knob is not None and state.biases is not None:
        _paint_knob(painter, painting, column, state, column.places.index(place), place)


def _paint_body(painter: QPainter, painting: Painting, state: UnitsState, number: int, place: UnitPlace) -> None:
    square, known = place.square, bool(state.known[number])
    if painting.look.bare:
        # What is beyond the round corners is not painted over.
        painter.save()
        painter.setClipPath(_rounded(square), Qt.ClipOperation.IntersectClip)
        paint_content(painter, painting, state, number, place)
        painter.restore()
    else:
        paint_content(painter, painting, state, number, place)
    in_play = state.is_in_play(number)
    border = painting.colour(painting.work_role) if in_play else painting.colour("axis", 0.75 if known else 0.45)
    width = max(1.5, min(3.5, 0.045 * square.width())) if in_play else 1.0
    painting.marks.frame(painter, square, painting.look.ground(), border, width)
    paint_ailment(painter, painting, state, number, place)


def paint_ailment(painter: QPainter, painting: Painting, state: UnitsState, number: int, place: UnitPlace) -> None:
    """What keeps a unit from answering, over what it shows."""
    if state.silenced[number]:
        _strike_out(painter, painting, place.square)
    if state.dead[number] or state.saturated[number]:
        _paint_badge(painter, painting, place.square, dead=bool(state.dead[number]))


def _rounded(square: QRectF) -> QPainterPath:
    radius = corner(square.width())
    path = QPainterPath()
    path.addRoundedRect(square.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    return path


def paint_content(painter: QPainter, painting: Painting, state: UnitsState, number: int, place: UnitPlace) -> None:
    """What a unit shows within its frame: its signal, its map, its curve, or how full it is."""
    square = place.square
    painter.setOpacity(_SILENCED if state.silenced[number] else 1.0 if state.known[number] else _DIM)
    if painting.largest_signal > 0.0 and state.deltas is not None and state.delta_known[number]:
        _paint_signal(painter, painting, square, float(state.deltas[number]))
    elif painting.images is not None:
        painter.drawImage(square, painting.images[place.layer][place.unit])
    elif painting.lines is not None:
        paint_curve(painter, painting, square, place.layer, place.unit)
    else:
        coupled = painting.moment.record.architecture.output.is_coupled and state.symbols[number] == "ŷ"
        label = place.unit if coupled else None
        _paint_bar(painter, painting, square, float(state.shares[number]), state.symbols[number], label)
    painter.setOpacity(1.0)


def _paint_signal(painter: QPainter, painting: Painting, square: QRectF, delta: float) -> None:
    """How large δ is beside the largest one, in the colour of its sign; the sign itself where there is room for it."""
    # By the root: what is a hundredth of the largest is still to be seen, a millionth not.
    share = sqrt(min(1.0, abs(delta) / painting.largest_signal)) if isfinite(delta) else 1.0
    painter.fillRect(square, painting.colour("card"))
    painter.setOpacity(share)
    painter.fillRect(square, painting.colour(GRADIENT_ROLES[0] if delta > 0.0 else GRADIENT_ROLES[1]))
    if square.width() >= _SMALLEST_BADGE and share >= _SIGN_FROM:
        arm, middle = 0.16 * square.width(), square.center()
        painter.setPen(QPen(painting.colour("card"), max(1.5, 0.05 * square.width())))
        painter.drawLine(middle - QPointF(arm, 0.0), middle + QPointF(arm, 0.0))
        if delta > 0.0:
            painter.drawLine(middle - QPointF(0.0, arm), middle + QPointF(0.0, arm))


def _paint_sum_done(painter: QPainter, painting: Painting, square: QRectF, done: float) -> None:
    """How much of the sum has been added up, as a bar along the unit's lower edge."""
    height = max(3.0, 0.07 * square.height())
    bar = QRectF(square.left(), square.bottom() - height, square.width(), height)
    painter.fillRect(bar, painting.colour("card", 0.8))
    bar.setWidth(square.width() * done)
    painter.fillRect(bar, painting.colour(painting.work_role))


def _strike_out(painter: QPainter, painting: Painting, square: QRectF) -> None:
    """Two lines across a unit that answers nothing: dropout silences it, or it has been knocked out."""
    inset = 0.14 * square.width()
    inner = square.adjusted(inset, inset, -inset, -inset)
    width = max(1.2, min(3.0, 0.05 * square.width()))
    painter.setPen(QPen(painting.colour("text_muted"), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawLine(inner.topLeft(), inner.bottomRight())
    painter.drawLine(inner.bottomLeft(), inner.topRight())


def _paint_bar(
    painter: QPainter, painting: Painting, square: QRectF, share: float, symbol: str, label: int | None
) -> None:
    """A unit without a map: filled from its zero line up or down as far as its value goes, in its class's colour."""
    painter.fillRect(square, painting.colour("map_zero"))
    limits_signed = symbol in ("x", "z") or _reaches_below_zero(painting, symbol)
    zero = square.center().y() if limits_signed else square.bottom()
    full = square.height() / 2.0 if limits_signed else square.height()
    height = share * full
    if height:
        bar = QRectF(square.left(), zero - max(height, 0.0), square.width(), abs(height))
        colour = painting.colour("map_positive" if height > 0 else "map_negative")
        painter.fillRect(bar, colour if label is None else painting.look.theme.class_colour(label))
    if limits_signed:
        painter.fillRect(QRectF(square.left(), zero - 0.5, square.width(), 1.0), painting.colour("axis", 0.8))


def _reaches_below_zero(painting: Painting, symbol: str) -> bool:
    architecture = painting.moment.record.architecture
    if symbol == "ŷ":
        return architecture.output.limits[0] < 0.0
    return any(activation.limits[0] < 0.0 for activation in architecture.hidden)


def _paint_badge(painter: QPainter, painting: Painting, square: QRectF, dead: bool) -> None:
    """A saturated unit carries a small flat curve, a dead one a flat line with a cross; tiny units a dot."""
    colour = painting.colour("warning")
    side = max(12.0, min(24.0, 0.3 * square.width()))
    painter.setPen(Qt.PenStyle.NoPen)
    if square.width() < _SMALLEST_BADGE:
        painter.setBrush(colour)
        reach = max(1.5, min(3.0, 0.16 * square.width()))
        painter.drawEllipse(square.topRight() + QPointF(-reach, reach), reach, reach)
        return
    inset = max(2.0, 0.05 * square.width())
    box = QRectF(square.right() - side - inset, square.top() + inset, side, side * 0.8)
    painter.setBrush(painting.colour("warning_soft"))
    painter.setPen(QPen(colour, 1.0))
    painter.drawRoundedRect(box, 3.0, 3.0)
    painter.setPen(QPen(colour, 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    shape = ((0.16, 0.72), (0.84, 0.72)) if dead else ((0.16, 0.76), (0.34, 0.76), (0.66, 0.26), (0.84, 0.26))
    painter.drawPolyline(QPolygonF([QPointF(box.x() + x * box.width(), box.y() + y * box.height()) for x, y in shape]))
    if dead:
        middle, arm = QPointF(box.center().x(), box.y() + 0.36 * box.height()), 0.16 * box.height()
        painter.drawLine(middle - QPointF(arm, arm), middle + QPointF(arm, arm))
        painter.drawLine(middle - QPointF(arm, -arm), middle + QPointF(arm, -arm))


def _paint_knob(
    painter: QPainter, painting: Painting, column: Column, state: UnitsState, number: int, place: UnitPlace
) -> None:
    assert place.knob is not None and state.biases is not None
    bias = float(state.biases[number])
    sign = int(bias > 0.0) - int(bias < 0.0)
    role = "positive" if sign > 0 else "negative" if sign < 0 else "axis"
    painting.marks.knob(painter, place.knob, column.knob_radius, painting.colour(role), painting.colour("card"), sign)
    if state.frozen_biases is not None and state.frozen_biases[number] and not is_frozen(painting, column.layer):
        side = lock_side(1.7 * column.knob_radius)
        # Outside of the unit, whose content it does not cover.
        paint_lock(painter, painting, place.knob - QPointF(side / 2.0 + 1.0, 1.25 * column.knob_radius), side)
    if painting.moment.training:
        return
    longest = painting.layout.characters if place.bias is None else characters_in(place.bias)
    text = compact(bias, painting.look.numbers, longest)
    colour, pixels = painting.colour(role if sign else "text_muted"), column.fit.bias_pixels
    if place.bias is not None:
        ground = painting.colour("card", 0.95)
        painting.lettering.write(painter, place.bias, text, "mono", pixels, colour, LEFT, ground, within=True)
    elif _is_picked(painting, place) and not _lies_over_numbers(painting, column, place.knob):
        painting.lettering.write(
            painter,
            beside_knob(painting, column, place.knob),
            f"b {text}",
            "mono",
            pixels,
            colour,
            RIGHT,
            painting.colour("card", 0.94),
        )


def _lies_over_numbers(painting: Painting, column: Column, knob: QPointF) -> bool:
    """Whether the bias beside a knob would cover numbers of the units before it, or has no room at all."""
    box, before = beside_knob(painting, column, knob), painting.layout.columns[column.layer - 1]
    if box.left() < 0.0 or (painting.look.presenting and box.width() > painting.layout.pitch):
        return True
    numbers = [room for each in before.places for room in (each.value, each.delta) if room is not None]
    return any(box.intersects(room) for room in numbers)


def beside_knob(painting: Painting, column: Column, knob: QPointF) -> QRectF:
    """Where the bias of a unit that is picked stands if there is no room for it in the unit."""
    pixels = column.fit.bias_pixels
    right, width = knob.x() - column.knob_radius - 6.0, (painting.layout.characters + 2) * CHARACTER * pixels
    return QRectF(right - width, knob.y() - LINE * pixels / 2.0, width, LINE * pixels)


def picked_bias_box(painting: Painting, layer: int) -> QRectF | None:
    """What such a bias covers of the gap before its layer, if there is one."""
    column, selection = painting.layout.columns[layer], painting.moment.selection
    if selection is None or selection.layer != layer:
        return None
    place = next((place for place in column.places if place.unit == selection.unit), None)
    if place is None or place.knob is None or place.bias is not None:
        return None
    return beside_knob(painting, column, place.knob)


def _paint_numbers(
    painter: QPainter, painting: Painting, column: Column, state: UnitsState, number: int, place: UnitPlace
) -> None:
    value, delta = unit_texts(painting, column, state, number)
    fit, ground = column.fit, painting.colour("card", 0.95)
    known = bool(state.known[number]) or (number == state.current and state.sum_so_far is not None)
    value_colour = painting.colour("text" if known else "text_faint")
    write = painting.lettering.write
    if fit.numbers is Numbers.NONE:
        if _is_picked(painting, place):
            _paint_picked_numbers(painter, painting, place, value, delta)
        return
    if fit.numbers is Numbers.PASSING and not (state.is_in_play(number) or _is_picked(painting, place)):
        return
    beside = fit.numbers is not Numbers.STACKED
    # A name alone stands at its unit: apart from it, where the edges begin, it would look like one itself.
    align = (RIGHT if known and not painting.moment.training else LEFT) if beside else CENTRE
    # Very small numbers are longer than the rest; beside a unit they shrink rather than cover it.
    longest = painting.layout.characters
    pixels = max(fit.least, fit.pixels * min(1.0, longest / max(1, len(value), len(delta)))) if beside else fit.pixels
    if value and place.value is not None and not (beside and delta and place.value == place.delta):
        alone = beside and not delta and place.delta is not None
        box = place.value.united(place.delta) if alone and place.delta is not None else place.value
        write(painter, box, value, "mono", pixels, value_colour, align, ground)
    if delta and place.delta is not None:
        colour = painting.colour(_delta_role(state, number))
        write(painter, place.delta, delta, "mono_strong", pixels, colour, align, ground)


def _delta_role(state: UnitsState, number: int) -> str:
    """The colour of an error signal's sign, which gradients have as well: it is one."""
    if number == state.current and state.sum_so_far is not None:
        return GRADIENT_ROLES[state.sum_so_far < 0.0]
    return GRADIENT_ROLES[state.deltas is not None and bool(state.deltas[number] < 0.0)]


def unit_texts(painting: Painting, column: Column, state: UnitsState, number: int) -> tuple[str, str]:
    """What is written at a unit: its value, or only its name before that can be read; and its δ, or nothing."""
    place, style = column.places[number], painting.look.numbers
    characters = painting.layout.characters
    names = Names(painting.moment.record.architecture)
    is_sum = state.symbols[number] == "z"
    name = (names.pre_activation if is_sum else names.unit)(place.layer, place.unit)
    delta = ""
    if number == state.current and state.sum_so_far is not None:
        # While it is being added up, the sum stands where its result will.
        so_far = f"Σ {compact(state.sum_so_far, style, characters)}"
        if painting.moment.phase.kind is not Kind.DELTA:
            return so_far, delta
        delta = so_far
    elif state.deltas is not None and state.delta_known[number] and not painting.moment.training:
        sign = "δ " if column.fit.numbers is Numbers.STACKED else ""
        delta = sign + compact(float(state.deltas[number]), painting.column_styles(place.layer)[1], characters)
    if state.values is None or not state.known[number] or painting.moment.is_passing:
        return name, delta
    text = compact(float(state.values[number]), painting.column_styles(place.layer)[0], characters)
    return (f"{name} = {text}" if column.fit.named else text), delta


def _is_picked(painting: Painting, place: UnitPlace) -> bool:
    selection = painting.moment.selection
    return selection is not None and (selection.layer, selection.unit) == (place.layer, place.unit)


def _paint_picked_numbers(painter: QPainter, painting: Painting, place: UnitPlace, value: str, delta: str) -> None:
    """Where numbers have no room of their own, the unit that is picked shows its own over what lies beside it."""
    pixels = max(12.0, float(painting.look.least_pixels))
    text = f"{value}  δ {delta}" if delta else value
    width = len(text) * CHARACTER * pixels + 8.0
    if painting.look.presenting and width > painting.layout.pitch:
        return
    x = min(place.square.right() + 6.0, painting.layout.size[0] - width - 4.0)
    box = QRectF(x, place.square.center().y() - LINE * pixels / 2.0, width, LINE * pixels)
    painting.lettering.write(
        painter, box, text, "mono", pixels, painting.colour("text"), ground=painting.colour("card", 0.94)
    )


def _paint_ellipsis(painter: QPainter, painting: Painting, column: Column) -> None:
    """Three dots and how many units are left out."""
    box = column.ellipsis
    assert box is not None
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(painting.colour("text_faint"))
    radius = max(1.2, min(3.0, 0.07 * box.height()))
    for step in (-1, 0, 1):
        painter.drawEllipse(box.center() + QPointF(0.0, step * min(9.0, 0.3 * box.height())), radius, radius)
    pixels = max(column.fit.least, min(15.0, column.fit.pixels))
    text = f"+{column.strip.hidden}"
    width = len(text) * CHARACTER * pixels
    label = QRectF(box.center().x() + radius + 6.0, box.center().y() - pixels / 2.0, width, pixels)
    painting.lettering.write(painter, label, text, "mono", pixels, painting.colour("text_muted"), 0.0)


def paint_arrival(painter: QPainter, painting: Painting, share: float) -> None:
    """A ring that leaves the units in play and fades while their numbers arrive."""
    for column, state in zip(painting.layout.columns, painting.state.units, strict=True):
        if state.in_play:
            gap = 2.0 + 0.12 * column.fit.side * share
            painter.setOpacity(0.8 * (1.0 - share))
            for number, place in enumerate(column.places):
                if state.is_in_play(number):
                    paint_ring(painter, painting, place, painting.work_role, 2.0, gap)
    painter.setOpacity(1.0)


def paint_ring(
    painter: QPainter, painting: Painting, place: UnitPlace, role: str, width: float, gap: float = RING_GAP
) -> None:
    """A ring around a unit."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(painting.colour(role), width))
    radius = corner(place.square.width()) + gap
    painter.drawRoundedRect(place.square.adjusted(-gap, -gap, gap, gap), radius, radius)


def is_frozen(painting: Painting, layer: int) -> bool:
    """Whether nothing of a layer trains, of what is shown of it."""
    edges, biases = painting.state.gap(layer).frozen, painting.state.units[layer].frozen_biases
    return edges is not None and biases is not None and bool(edges.all() and biases.all())


def lock_side(side: float) -> float:
    """How large a lock is that is to be so large: a smaller one could not be told from a dot."""
    return max(9.0, side)


def paint_lock(painter: QPainter, painting: Painting, centre: QPointF, side: float) -> None:
    """The mark of what does not train."""
    painting.marks.lock(painter, centre, side, painting.colour("text_muted"), painting.colour("card"))
