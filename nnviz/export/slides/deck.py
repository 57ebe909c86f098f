"""Slides for PowerPoint, which moves what has the same name on two of them from one to the other."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from pptx import Presentation
from pptx.enum.text import PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Emu
from PySide6.QtCore import QRectF, QSizeF

from nnviz.export.slides.leaves import Leaf, Question
from nnviz.export.slides.shapes import EMU_A_PIXEL, MORPHED, WIDE, Shapes, fill_text, rgb
from nnviz.shortened import printable, shortened
from nnviz.ui.look.look import Look
from nnviz.ui.stage.question import LETTERS

TITLE_ONLY = 5
"""The layout of the usual template that has a title and nothing else."""

MORPH = f"""
<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" {nsdecls("p")}>
  <mc:Choice xmlns:p159="http://schemas.microsoft.com/office/powerpoint/2015/09/main" Requires="p159">
    <p:transition spd="slow"><p159:morph option="byObject"/></p:transition>
  </mc:Choice>
  <mc:Fallback><p:transition spd="slow"><p:fade/></p:transition></mc:Fallback>
</mc:AlternateContent>
"""
"""The transition, and for programs that do not know it another one."""


LONGEST_PROPERTY = 255
"""Characters of a title among the properties of a file for PowerPoint."""


class Deck:
    """A slide for each leaf.

    Args:
        size: Of the window in pixels.
    """

    def __init__(self, title: str, size: tuple[int, int], look: Look) -> None:
        self._look, self._size = look, size
        self._deck: Any = Presentation()
        self._deck.core_properties.title = shortened(printable(title), LONGEST_PROPERTY)
        self._deck.slide_width, self._deck.slide_height = (Emu(side * EMU_A_PIXEL) for side in size)

    def add(self, leaf: Leaf) -> None:
        """The next slide."""
        slide = self._deck.slides.add_slide(self._deck.slide_layouts[TITLE_ONLY])
        colour = self._look.colour
        ground = slide.background.fill
        ground.solid()
        ground.fore_color.rgb = rgb(colour("card"))
        self._write(slide, leaf)
        shapes = Shapes(slide)
        if leaf.picture is not None:
            picture, box = leaf.picture
            shapes.picture(f"{MORPHED}beside", picture, QRectF(box), leaf.caption or leaf.title)
        if leaf.network is not None:
            shapes.network(leaf.network)
        if leaf.question is not None:
            self._ask(shapes, leaf.question)
        if leaf.notes:
            slide.notes_slide.notes_text_frame.text = leaf.notes
        slide._element.find(qn("p:clrMapOvr")).addnext(parse_xml(MORPH))

    def _write(self, slide: Any, leaf: Leaf) -> None:
        px, colour, width = self._look.px, self._look.colour, self._size[0]
        head, base = leaf.window.stage.head, leaf.window.stage.base
        margin = px(22)
        title = slide.shapes.title
        title.left, title.top, title.width, title.height = (
            Emu(side * EMU_A_PIXEL) for side in (margin, 0, width - 2 * margin, head.height())
        )
        left = PP_ALIGN.LEFT
        fill_text(title, "title", leaf.title, px(28), colour("text"), bold=True, align=left, wrap=True)
        top, room = base.y(), base.height()
        share = 0.45 if leaf.softer else 1.0
        shapes = Shapes(slide)
        caption = QRectF(margin, top, width - 2 * margin, room * share)
        shapes.text(
            f"{MORPHED}caption", caption, leaf.caption, px(28), colour("text"), bold=True, align=left, wrap=True
        )
        if leaf.softer:
            softer = QRectF(margin, top + room * share, width - 2 * margin, room * (1.0 - share))
            shapes.text(f"{MORPHED}softer", softer, leaf.softer, px(19), colour("text_muted"), align=left, wrap=True)

    def _ask(self, shapes: Shapes, question: Question) -> None:
        px, text = self._look.px, self._look.colour("text")
        room = QRectF(question.area).adjusted(px(12), px(24), -px(22), 0)
        lines = 1 + int(len(question.text) * WIDE * px(24) / room.width())
        box = QRectF(room.topLeft(), QSizeF(room.width(), 1.3 * px(24) * lines))
        left = PP_ALIGN.LEFT
        shapes.text(f"{MORPHED}question", box, question.text, px(24), text, bold=True, align=left, wrap=True)
        for place, (letter, answer) in enumerate(zip(LETTERS, question.answers, strict=False)):
            lines = 1 + int(len(answer) * WIDE * px(22) / (room.width() - px(52)))
            box = QRectF(room.left(), box.bottom() + px(18), px(36), px(36))
            shapes.letter(f"{MORPHED}letter_{place}", box, letter, px(18), text)
            box = QRectF(room.left() + px(52), box.top(), room.width() - px(52), max(px(36), 1.3 * px(22) * lines))
            shapes.text(f"{MORPHED}answer_{place}", box, answer, px(22), text, align=left, wrap=True)

    def content(self) -> bytes:
        """The whole file."""
        file = BytesIO()
        self._deck.save(file)
        return file.getvalue()
