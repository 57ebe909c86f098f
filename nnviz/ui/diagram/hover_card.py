"""The card beside the pointer: every number of a unit or an edge, in all the digits that the user wants."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

from nnviz.engine.analysis.diagnostics import saturated_share
from nnviz.engine.functions.activations import ACTIVATIONS
from nnviz.engine.training.record.phases import Kind
from nnviz.ui.diagram import words
from nnviz.ui.diagram.lettering import LEFT, RIGHT
from nnviz.ui.diagram.painting import Painting
from nnviz.ui.look.numbers import NumberStyle, percent, short, written
from nnviz.ui.names.symbols import Names
from nnviz.ui.names.translation import translate
from nnviz.ui.names.units import NO_NAMES, UnitNames
from nnviz.ui.session.moment import Moment, Selection

Row = tuple[str, str]
NOT_YET = "–"
"""In place of a number whose phase has not been reached."""


def card_rows(
    moment: Moment, selection: Selection, style: NumberStyle, names: UnitNames = NO_NAMES
) -> tuple[str, list[Row]]:
    """The card's title and its rows of name and number, for the example that is shown."""
    if selection.source is not None:
        return _edge_rows(moment, selection, selection.source, style)
    return _unit_rows(moment, selection, style, names)


def _unit_rows(moment: Moment, selection: Selection, style: NumberStyle, names: UnitNames) -> tuple[str, list[Row]]:
    record, example, unit = moment.shown, moment.row, selection.unit
    last = record.architecture.layers
    if selection.layer == 0:
        value = float(record.x[example, unit])
        return _unit_title(moment, 0, unit, names), [
            (Names(record.architecture).unit(0, unit), written(value, style, plus=True))
        ]
    layer = record.layers[selection.layer - 1]
    number = selection.layer
    rows: list[tuple[str, float, Kind]] = [
        ("z", layer.z[example, unit], Kind.PRE_ACTIVATION),
        ("ŷ" if number == last else "a", layer.a[example, unit], Kind.ACTIVATION),
        ("δ", layer.delta[example, unit], Kind.DELTA),
        ("∂L/∂b", layer.grad_b[unit], Kind.GRADIENT),
    ]
    if layer.slope is not None:
        rows.insert(2, ("g′(z)", layer.slope[example, unit], Kind.ACTIVATION))
    texts = [("b", written(float(layer.b[unit]), style, plus=True))]
    texts += [(name, _once_known(moment, kind, number, unit, float(value), style)) for name, value, kind in rows]
    if layer.mask is not None and texts[2][1] != NOT_YET:
        factor = float(layer.mask[example, unit])
        if (selection.layer, unit) in record.architecture.silenced:
            texts.insert(2, (translate("Diagram", "knocked out"), f"× {short(factor, style)}"))
        elif record.architecture.drops(selection.layer):
            texts.insert(
                2,
                (
                    translate("Diagram", "dropout"),
                    f"× {short(factor, style)}" if factor else translate("Diagram", "silenced"),
                ),
            )
    activation = ACTIVATIONS.get(layer.activation)
    if activation is not None and activation.saturates and texts[1][1] != NOT_YET:
        z = moment.record.layers[number - 1].z[:, unit : unit + 1]
        share = float(saturated_share(activation, z, moment.flat_below)[0])
        texts.append((words.flat(activation), percent(share)))
    return _unit_title(moment, selection.layer, unit, names), texts


def _edge_rows(moment: Moment, selection: Selection, source: int, style: NumberStyle) -> tuple[str, list[Row]]:
    example, unit = moment.row, selection.unit
    layer = moment.shown.layers[selection.layer - 1]
    weight, received = float(layer.W[unit, source]), float(layer.inputs[example, source])
    delta = float(layer.delta[example, unit])
    number = selection.layer
    made = moment.walk.place_of(moment.walk.last_phase, number, unit) or 0
    rows: list[tuple[str, float, Kind, int, int]] = [
        (translate("Diagram", "input"), received, *_arrives(number), source),
        (translate("Diagram", "w × input"), weight * received, Kind.PRE_ACTIVATION, number, unit),
        ("δ", delta, Kind.DELTA, number, unit),
        ("w × δ", weight * delta, Kind.DELTA, number, unit),
        ("∂L/∂w", float(layer.grad_W[unit, source]), Kind.GRADIENT, number, unit),
        (translate("Diagram", "step"), float(layer.W_after[unit, source]) - weight, Kind.UPDATE, 0, made),
    ]
    name = Names(moment.record.architecture).parameter(selection.layer, unit, source)
    title = translate("Diagram", "weight {name}").format(name=name)
    texts = [("w", written(weight, style, plus=True))]
    texts += [(name, _once_known(moment, kind, at, of, value, style)) for name, value, kind, at, of in rows]
    return title, texts


def _arrives(layer: int) -> tuple[Kind, int]:
    """The phase in which what a layer receives becomes known."""
    return (Kind.INPUT, 0) if layer == 1 else (Kind.ACTIVATION, layer - 1)


def _once_known(moment: Moment, kind: Kind, layer: int, unit: int, value: float, style: NumberStyle) -> str:
    if moment.training or moment.known_units(kind, layer) > unit:
        return written(value, style, plus=True)
    return NOT_YET


def _unit_title(moment: Moment, layer: int, unit: int, names: UnitNames) -> str:
    last = moment.record.architecture.layers
    name = Names(moment.record.architecture).unit(layer, unit)
    own = names.of(layer, unit, last)
    return " · ".join([name, *([own] if own else []), words.captions(layer, moment.record.architecture)[0]])


def paint_card(painter: QPainter, painting: Painting, selection: Selection, pointer: QPointF) -> None:
    """Paint the card beside the pointer, inside the diagram."""
    title, rows = card_rows(painting.moment, selection, painting.look.numbers, painting.names)
    factor = min(painting.look.factor, painting.layout.size[0] / 320.0, painting.layout.size[1] / 240.0)
    pixels, line, pad = 13.0 * factor, 19.0 * factor, 11.0 * factor
    width_of = painting.lettering.width
    names = max(width_of(name, "body", pixels) for name, _ in rows)
    numbers = max(width_of(number, "mono", pixels) for _, number in rows)
    inner = max(names + numbers + 18.0 * factor, width_of(title, "strong", pixels))
    box = card_box(
        painting.layout.size, pointer, inner + 2.0 * pad, line * (len(rows) + 1.15) + 2.0 * pad, 16.0 * factor
    )
    painter.setPen(QPen(painting.colour("control_border"), 1.0))
    painter.setBrush(painting.colour("card"))
    painter.drawRoundedRect(box, 8.0, 8.0)
    row = QRectF(box.x() + pad, box.y() + pad, inner, line)
    write = painting.lettering.write
    write(painter, row, title, "strong", pixels, painting.colour("text"), LEFT)
    row.translate(0.0, 1.15 * line)
    for name, number in rows:
        write(painter, row, name, "body", pixels, painting.colour("text_muted"), LEFT)
        write(painter, row, number, "mono", pixels, painting.colour("text"), RIGHT)
        row.translate(0.0, line)


def card_box(size: tuple[float, float], pointer: QPointF, width: float, height: float, away: float) -> QRectF:
    """Where a card stands: right below the pointer, or on its other side where there is no room."""
    x = pointer.x() + away
    if x + width > size[0] - 4.0:
        x = pointer.x() - away - width
    y = pointer.y() + away
    if y + height > size[1] - 4.0:
        y = size[1] - 4.0 - height
    return QRectF(max(4.0, x), max(4.0, y), width, height)
