"""A network as native shapes of a slide, which keep their names from slide to slide."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import numpy as np
from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_LINE
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Emu, Pt
from PySide6.QtCore import QBuffer, QByteArray, QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap

from nnviz.export.slides.leaves import Network
from nnviz.ui.diagram import words
from nnviz.ui.diagram.edge_painter import GRADIENT_ROLES, ink_colours
from nnviz.ui.diagram.edge_state import EdgesState, Quantity, weight_strengths
from nnviz.ui.diagram.frame_painter import target_lines
from nnviz.ui.diagram.ink import widths_of
from nnviz.ui.diagram.label_painter import labels_of
from nnviz.ui.diagram.layout import characters_in
from nnviz.ui.diagram.lettering import CENTRE, LEFT, RIGHT, compact
from nnviz.ui.diagram.painting import Painting
from nnviz.ui.diagram.places import Column, Gap, UnitPlace
from nnviz.ui.diagram.state import UnitsState
from nnviz.ui.diagram.unit_names import names_of
from nnviz.ui.diagram.unit_painter import paint_ailment, paint_content, unit_texts

EMU_A_PIXEL = 9525
POINTS_A_PIXEL = 0.75
MORPHED = "!!"
"""What the names of shapes begin with that PowerPoint is to take for the same on the next slide, whatever they are."""
LEFT_SIDE, RIGHT_SIDE = 1, 3
"""Where connectors meet a rectangle."""
ELLIPSE_LEFT = 2
ALIGNED = {LEFT: PP_ALIGN.LEFT, CENTRE: PP_ALIGN.CENTER, RIGHT: PP_ALIGN.RIGHT}
MONO = "Consolas"
WIDE = 0.6
"""How wide a letter is at most, on the average, in sizes of type, whatever font there is."""
SHARPER = 2.0
"""How much finer pictures are than the window."""


class Shapes:
    """Puts shapes on a slide, in pixels of the window."""

    def __init__(self, slide: Any) -> None:
        self._slide = slide
        self._tree = slide.shapes

    def text(
        self,
        name: str,
        box: QRectF,
        text: str,
        pixels: float,
        colour: QColor,
        *,
        mono: bool = False,
        bold: bool = False,
        align: PP_ALIGN = PP_ALIGN.CENTER,
        ground: QColor | None = None,
        wrap: bool = False,
    ) -> None:
        """A text in a box, on a ground of its own where something lies under it."""
        shape = self._tree.add_textbox(*_box(box))
        if ground is not None:
            shape.fill.solid()
            shape.fill.fore_color.rgb = rgb(ground)
        fill_text(shape, name, text, pixels, colour, mono=mono, bold=bold, align=align, wrap=wrap)

    def letter(self, name: str, box: QRectF, text: str, pixels: float, colour: QColor) -> None:
        """A letter in a box with round corners."""
        shape = self._plain(self._tree.add_shape(MSO_SHAPE.ROUNDED_RECTANGLE, *_box(box)))
        shape.adjustments[0] = 0.22
        shape.fill.background()
        _outline(shape.line, colour, 2.0)
        fill_text(shape, name, text, pixels, colour, bold=True)

    def picture(self, name: str, picture: QPixmap, box: QRectF, told: str) -> None:
        """A picture, with what it shows in words."""
        shape = self._tree.add_picture(BytesIO(png(picture)), *_box(box))
        shape.name = name
        shape._element.nvPicPr.cNvPr.set("descr", told)

    def network(self, network: Network) -> None:
        """Units, edges and loss, with their numbers."""
        painting, offset = network.painting, QPointF(network.area.topLeft())
        units: dict[tuple[int, int], Any] = {}
        for column, state in zip(painting.layout.columns, painting.state.units, strict=True):
            for number, place in enumerate(column.places):
                name = unit_name(painting, place.layer, place.unit)
                in_play = state.is_in_play(number)
                border = painting.colour(painting.work_role if in_play else "axis")
                image = unit_image(painting, state, number, place)
                shape = self._unit(name, place.square.translated(offset), image, border, 3.0 if in_play else 1.0)
                units[place.layer, place.unit] = shape
                if state.biases is not None and place.bias is not None:
                    self._bias(painting, column, float(state.biases[number]), f"{name} bias", place.bias, offset)
                value, delta = unit_texts(painting, column, state, number)
                for part, box, text, role in (
                    ("value", place.value, value, "text" if state.known[number] else "text_muted"),
                    ("delta", place.delta, delta, _delta_role(state.deltas, number)),
                ):
                    if text and box is not None and not (part == "value" and delta and box == place.delta):
                        where = box.translated(offset)
                        colour, ground = painting.colour(role), None
                        if box.left() >= place.square.right():
                            # Edges go past here.
                            ground = painting.colour("card")
                        self.text(f"{name} {part}", where, text, column.fit.pixels, colour, mono=True, ground=ground)
            if column.ellipsis is not None:
                name, size = f"{MORPHED}layer{column.layer} more", max(column.fit.least, min(15.0, column.fit.pixels))
                where, text = column.ellipsis.translated(offset), f"⋮ +{column.strip.hidden}"
                self.text(name, where, text, size, painting.colour("text_muted"), mono=True)
            pixels = max(float(painting.look.least_pixels), 15.0 * painting.layout.scale)
            captions = words.captions(column.layer, painting.moment.record.architecture)
            room = painting.layout.pitch / (WIDE * pixels)
            text = next((text for text in captions if len(text) <= room), captions[-1])
            role = painting.work_role if state.in_play else "text_muted"
            caption = column.caption.translated(offset)
            self.text(f"{MORPHED}layer{column.layer}", caption, text, pixels, painting.colour(role))
        for written in names_of(painting):
            name = f"{unit_name(painting, written.place.layer, written.place.unit)} name"
            colour, ground = painting.colour("text_muted"), painting.colour("card") if written.within else None
            where, align = written.box.translated(offset), ALIGNED[written.align]
            self.text(name, where, written.text, written.pixels, colour, ground=ground, align=align)
        for label in labels_of(painting):
            gap, where = painting.layout.gap(label.layer), label.box.translated(offset)
            name = f"{edge_name(gap, label.edge)} value"
            colour, ground = painting.colour(label.role), painting.colour("card")
            self.text(name, where, label.text, label.pixels, colour, mono=True, ground=ground)
        loss = self._loss(painting, offset)
        lines = [line for gap, state in zip(painting.layout.gaps, painting.state.edges, strict=True)
                 for line in self._edges(painting, gap, state, units)]  # fmt: skip
        lines += self._loss_edges(painting, units, loss)
        # Behind the units, in the order in which they were made.
        for order, line in enumerate(lines):
            self._tree._spTree.insert(2 + order, line._element)

    def _plain(self, shape: Any) -> Any:
        """Without what the theme of the slides gives: shadows, above all."""
        style = shape._element.find(qn("p:style"))
        if style is not None:
            shape._element.remove(style)
        return shape

    def _unit(self, name: str, square: QRectF, image: QPixmap, border: QColor, width: float) -> Any:
        shape = self._plain(self._tree.add_shape(MSO_SHAPE.ROUNDED_RECTANGLE, *_box(square)))
        shape.name = name
        shape.adjustments[0] = 0.12
        _outline(shape.line, border, width)
        shape.fill.solid()
        _, relation = self._slide.part.get_or_add_image_part(BytesIO(png(image)))
        fill = parse_xml(
            f'<a:blipFill {nsdecls("a", "r")} rotWithShape="1"><a:blip r:embed="{relation}"/>'
            "<a:stretch><a:fillRect/></a:stretch></a:blipFill>"
        )
        solid = shape._element.spPr.find(qn("a:solidFill"))
        solid.getparent().replace(solid, fill)
        return shape

    def _bias(self, painting: Painting, column: Column, bias: float, name: str, box: QRectF, offset: QPointF) -> None:
        text = compact(bias, painting.look.numbers, characters_in(box))
        colour = painting.colour("positive" if bias > 0.0 else "negative" if bias < 0.0 else "text_muted")
        where, ground = box.translated(offset), painting.colour("card")
        self.text(name, where, text, column.fit.bias_pixels, colour, mono=True, ground=ground)

    def _edges(self, painting: Painting, gap: Gap, state: EdgesState, units: dict[tuple[int, int], Any]) -> list[Any]:
        inks = ink_colours(painting, state)
        strengths, negative = state.strengths, state.negative
        if state.quantity is Quantity.STEP:
            strengths, negative = weight_strengths(state.weights_after), np.less(state.weights_after, 0.0)
        widths = widths_of(gap.widest, strengths)
        lines = []
        for edge in range(len(gap)):
            source, target = int(gap.source[edge]), int(gap.target[edge])
            line = self._connected(
                units[gap.layer - 1, source], RIGHT_SIDE, units[gap.layer, target], LEFT_SIDE,
            )  # fmt: skip
            line.name = edge_name(gap, edge)
            below = bool(negative[edge])
            opacity = inks.faintest + (inks.strongest - inks.faintest) * float(strengths[edge])
            _outline(line.line, QColor(inks.negative if below else inks.positive), float(widths[edge]), opacity)
            if below and state.in_play:
                line.line.dash_style = MSO_LINE.DASH
            lines.append(line)
        return lines

    def _loss(self, painting: Painting, offset: QPointF) -> Any:
        place, state, style = painting.layout.loss, painting.state.loss, painting.look.numbers
        centre, radius = place.centre + offset, place.radius
        disc = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
        colour = painting.colour("loss")
        shape = self._plain(self._tree.add_shape(MSO_SHAPE.OVAL, *_box(disc)))
        shape.fill.solid()
        shape.fill.fore_color.rgb = rgb(painting.colour("card"))
        _outline(shape.line, colour, 3.0 if state.in_play else 1.5)
        fill_text(shape, f"{MORPHED}L", "L", 0.72 * radius, colour, bold=True)
        size, targets = target_lines(painting)
        for row, (box, text) in enumerate(targets):
            name = f"{MORPHED}target_{row}"
            self.text(name, box.translated(offset), text, size, painting.colour("text_muted"), mono=True)
        if state.value is not None:
            text = compact(state.value, style, painting.layout.characters).lstrip("+")
            line = QRectF(place.value.topLeft() + offset, place.value.size())
            line.setHeight(1.4 * place.pixels)
            self.text(f"{MORPHED}L value", line, text, place.pixels, painting.colour("text"), mono=True)
        return shape

    def _loss_edges(self, painting: Painting, units: dict[tuple[int, int], Any], loss: Any) -> list[Any]:
        lines = []
        for place in painting.layout.columns[-1].places:
            line = self._connected(units[place.layer, place.unit], RIGHT_SIDE, loss, ELLIPSE_LEFT)
            line.name = f"{MORPHED}loss_{place.unit}"
            _outline(line.line, painting.colour("backward" if painting.state.loss.backwards else "loss"), 2.0)
            line.line.dash_style = MSO_LINE.DASH
            lines.append(line)
        return lines

    def _connected(self, source: Any, side: int, target: Any, other: int) -> Any:
        line = self._plain(self._tree.add_connector(MSO_CONNECTOR.CURVE, Emu(0), Emu(0), Emu(0), Emu(0)))
        line.begin_connect(source, side)
        line.end_connect(target, other)
        if other == ELLIPSE_LEFT:
            # What places the end knows of the four sides of a rectangle alone.
            line.end_x, line.end_y = target.left, target.top + target.height // 2
        return line


def fill_text(
    shape: Any,
    name: str,
    text: str,
    pixels: float,
    colour: QColor,
    *,
    mono: bool = False,
    bold: bool = False,
    align: PP_ALIGN = PP_ALIGN.CENTER,
    wrap: bool = False,
) -> None:
    """Write into a shape, and give it its name; ``wrap`` where it may take several lines."""
    shape.name = name
    frame = shape.text_frame
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    frame.word_wrap = wrap
    frame.text = text
    for paragraph in frame.paragraphs:
        paragraph.alignment = align
        for run in paragraph.runs:
            run.font.size, run.font.bold = Pt(round(pixels * POINTS_A_PIXEL, 1)), bold
            run.font.color.rgb = rgb(colour)
            if mono:
                run.font.name = MONO


def unit_name(painting: Painting, layer: int, unit: int) -> str:
    """``!!x_0``, ``!!h1_2``, ``!!y_0``."""
    last = len(painting.layout.columns) - 1
    return f"{MORPHED}{'x' if layer == 0 else 'y' if layer == last else f'h{layer}'}_{unit}"


def edge_name(gap: Gap, edge: int) -> str:
    """``!!w1_0_2``: to, from."""
    return f"{MORPHED}w{gap.layer}_{gap.target[edge]}_{gap.source[edge]}"


def unit_image(painting: Painting, state: UnitsState, number: int, place: UnitPlace) -> QPixmap:
    """What a unit shows within its frame: its map, its curve, how full it is."""
    square = place.square
    image = QImage(square.size().toSize() * SHARPER, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(painting.colour("card"))
    with QPainter(image) as painter:
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.scale(SHARPER, SHARPER)
        painter.translate(-square.topLeft())
        paint_content(painter, painting, state, number, place)
        paint_ailment(painter, painting, state, number, place)
    return QPixmap.fromImage(image)


def png(picture: QPixmap) -> bytes:
    """A picture as PNG."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")
    return bytes(content.data())


def _delta_role(deltas: Any, number: int) -> str:
    positive, negative = GRADIENT_ROLES
    return positive if deltas is None or deltas[number] >= 0.0 else negative


def _box(box: QRectF) -> tuple[Emu, Emu, Emu, Emu]:
    left, top, width, height = (
        Emu(round(side * EMU_A_PIXEL)) for side in (box.x(), box.y(), box.width(), box.height())
    )
    return left, top, width, height


def rgb(colour: QColor) -> RGBColor:
    """A colour as slides have it."""
    return RGBColor(colour.red(), colour.green(), colour.blue())


def _outline(line: Any, colour: QColor, pixels: float, opacity: float = 1.0) -> None:
    line.color.rgb = rgb(colour)
    line.width = Pt(max(0.25, pixels * POINTS_A_PIXEL))
    if opacity < 1.0:
        value = line._ln.find(qn("a:solidFill")).find(qn("a:srgbClr"))
        value.append(parse_xml(f'<a:alpha {nsdecls("a")} val="{round(opacity * 100_000)}"/>'))
