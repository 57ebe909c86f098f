"""SVGs as every reader knows them: Qt says things in words that some do not, and forgets what of something is seen."""

from __future__ import annotations

import re

from PySide6.QtCore import QPointF
from PySide6.QtGui import QTransform
from PySide6.QtSvg import QSvgGenerator

from nnviz.ui.look.fonts import MONO_FAMILY
from nnviz.ui.pictures.frames import END, Frames

_MARKED = re.compile(r'<g [^>]*?stroke="#f0e0([0-9a-f]{2})" stroke-opacity="0"[^>]*>.*?</g>', re.DOTALL)
_GROUP = re.compile(r'<g [^>]*?transform="matrix\(([^)]*)\)"[^>]*>.*?</g>', re.DOTALL)
_KEPT_WIDTH = re.compile(r'<[^<>]*? vector-effect="non-scaling-stroke"[^<>]*>')
_SHAPE = re.compile(r'( (?:d|points)=")([^"]*)')
_PAIR = re.compile(r"(-?[\d.]+(?:e[-+]?\d+)?),(-?[\d.]+(?:e[-+]?\d+)?)")
_NOTHING = re.compile(r'<path[^>]* d=""\s*/>\n?')
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_FAMILIES = re.compile(r'font-family="([^"]*)"')


class Svg(QSvgGenerator):
    """Writes an SVG; ``common`` puts it in words that all readers know."""

    def __init__(self) -> None:
        super().__init__()
        self.frames = Frames()

    def common(self, written: str) -> str:
        """What it has written, for readers that know no ``vector-effect``, have none of the fonts, or want a point.

        A plot that has no value yet strokes a path without one.
        """
        written = _GROUP.sub(_with_real_widths, written).replace(' vector-effect="none"', "")
        written = _NOTHING.sub("", _MARKED.sub(_framed, written))
        seen = "".join(
            f'<clipPath id="seen{number}"><rect x="{frame.x():g}" y="{frame.y():g}" '
            f'width="{frame.width():g}" height="{frame.height():g}"/></clipPath>\n'
            for number, frame in enumerate(self.frames.boxes, 1)
        )
        # Qt writes what a title has; in XML no control character can stand.
        written = _CONTROLS.sub(" ", written)
        return _FAMILIES.sub(_with_common_family, written.replace("<defs>\n", f"<defs>\n{seen}", 1))


def _framed(mark: re.Match[str]) -> str:
    number = int(mark[1], 16)
    return "</g>" if number == END else f'<g clip-path="url(#seen{number})">'


def _with_real_widths(group: re.Match[str]) -> str:
    to_paper = QTransform(*map(float, group[1].split(",")))
    back, _ = to_paper.inverted()
    undo = ",".join(f"{part:.12g}" for part in (back.m11(), back.m12(), back.m21(), back.m22(), back.dx(), back.dy()))

    def moved(pair: re.Match[str]) -> str:
        point = to_paper.map(QPointF(float(pair[1]), float(pair[2])))
        return f"{point.x():.6g},{point.y():.6g}"

    def drawn(element: re.Match[str]) -> str:
        plain = element[0].replace(' vector-effect="non-scaling-stroke"', "")
        if not (to_paper.isScaling() or to_paper.isRotating()):
            return plain
        # Drawn where it comes to stand, as wide as it is said.
        placed = _SHAPE.sub(lambda shape: shape[1] + _PAIR.sub(moved, shape[2]), plain)
        name, rest = placed.split(" ", 1)
        return f'{name} transform="matrix({undo})" {rest}'

    return _KEPT_WIDTH.sub(drawn, group[0])


def _with_common_family(families: re.Match[str]) -> str:
    common = "monospace" if families[1].startswith(MONO_FAMILY) else "sans-serif"
    return f'font-family="{families[1]},{common}"'
