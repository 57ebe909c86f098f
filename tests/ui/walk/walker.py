"""Walks a window as it stands and finds what nobody should see: cut and covered text, covered widgets, faint text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QFontInfo, QFontMetricsF, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QScrollBar,
    QSizeGrip,
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
    QWidget,
)

from nnviz.ui.toolkit.fitting import DOTS
from tests.ui.walk.painted import Written, recording

SLACK = 1.5
"""Pixels that ink may reach beyond its box: rounding, and what a letter leans over its width."""

BAR_HEIGHT = 0.08
"""By what share of its type's size a vertical bar may reach beyond a line."""

OVERLAP = 2.0
"""Pixels by which the ink of two texts may touch in both directions."""

SHADES = np.uint32(0xF0F0F0)
"""What shades of one colour have in common."""

AROUND = 2
"""Pixels around a text that belong to its ground."""


@dataclass(frozen=True)
class Asked:
    """What is asked of the text of a window.

    Attributes:
        contrast: To what it stands on; WCAG AA asks 4.5.
        pixels: The least size of its type.
        whole: Whether none of it may be shortened.
    """

    contrast: float = 4.5
    pixels: float = 0.0
    whole: bool = False


USUAL = Asked()


def faults(window: QWidget, paint_anew: Callable[[], None] | None = None, asked: Asked = USUAL) -> list[str]:
    """All that is wrong with what a window shows, a line each.

    Args:
        window: The window.
        paint_anew: Lets go of pictures that are kept, so that what is in them is seen too.
        asked: What its text is to be like.
    """
    with recording(window) as written:
        if paint_anew is not None:
            paint_anew()
        image = window.grab().toImage()
    widgets = [window, *window.findChildren(QWidget)]
    shown = [each for each in widgets if each.isVisible() and not isinstance(each, (QMenu, QSizeGrip))]
    found = [
        *cut_widgets(window, shown),
        *covering_widgets(shown),
        *cut_words(shown),
        *cut_ink(written),
        *ink_over_ink(written),
        *small_ink(written, asked),
        *small_words(shown, asked),
        *faint_ink(window, written, image, asked),
        *faint_words(window, shown, image, asked),
    ]
    return list(dict.fromkeys(found))


# ---- what has too little room ----------------------------------------------------------------------------------------


def cut_widgets(window: QWidget, shown: list[QWidget]) -> Iterator[str]:
    """Widgets that others cover, or that reach out of what they are in; what scrolls may do the latter."""
    for widget in shown:
        if widget is window or widget.rect().isEmpty() or _scrolls(widget) or _is_ground(widget):
            continue
        if not window.rect().intersects(QRect(widget.mapTo(window, QPoint()), widget.size())):
            # Where Qt puts docks that are behind others.
            continue
        seen = QRegionBox(widget)
        if seen.lost > SLACK:
            yield f"{_name(widget)}: {seen.lost:.0f} px of {_words(widget)!r} cannot be seen"


def covering_widgets(shown: list[QWidget]) -> Iterator[str]:
    """Widgets side by side in one place that lie over each other."""
    families: dict[QWidget | None, list[QWidget]] = defaultdict(list)
    for widget in shown:
        if not widget.visibleRegion().isEmpty() and not _is_ground(widget):
            families[widget.parentWidget()].append(widget)
    for family in families.values():
        for one, other in combinations(family, 2):
            shared = one.geometry() & other.geometry()
            if shared.width() > OVERLAP and shared.height() > OVERLAP:
                yield f"{_name(other)}: {_words(other)!r} covers {_name(one)}: {_words(one)!r}"


class QRegionBox:
    """How much of a widget is hidden at its sides, by what it stands in or by what stands over it."""

    def __init__(self, widget: QWidget) -> None:
        seen, whole = widget.visibleRegion(), widget.rect()
        box = seen.boundingRect()
        for child in widget.findChildren(QWidget):
            if child.isVisible():
                box |= child.visibleRegion().boundingRect().translated(child.mapTo(widget, QPoint()))
        self.lost = max(
            box.left() - whole.left(),
            box.top() - whole.top(),
            whole.right() - box.right(),
            whole.bottom() - box.bottom(),
        )


def cut_words(shown: list[QWidget]) -> Iterator[str]:
    """Texts of Qt's own widgets that have too little room."""
    for widget in shown:
        if widget.rect().isEmpty() or _scrolled_away(widget):
            continue
        metrics = QFontMetricsF(widget.font())
        if isinstance(widget, QLabel) and widget.text() and not widget.pixmap():
            room = widget.contentsRect()
            if widget.wordWrap():
                high = widget.heightForWidth(widget.width())
                if high > widget.height() + SLACK:
                    yield f"{_name(widget)}: {high} px high, has {widget.height()}: {widget.text()!r}"
            elif metrics.horizontalAdvance(widget.text()) > room.width() + SLACK:
                yield f"{_name(widget)}: {widget.text()!r} has {room.width()} px"
            if metrics.tightBoundingRect(widget.text()).height() > room.height() + SLACK:
                yield f"{_name(widget)}: {widget.text()!r} is {room.height()} px high"
        elif isinstance(widget, QTabBar):
            # With a single tab it is not there, whatever Qt says.
            for place in range(widget.count()) if widget.count() > 1 else ():
                box = widget.tabRect(place)
                if not widget.rect().contains(box) or metrics.horizontalAdvance(widget.tabText(place)) > box.width():
                    yield f"{_name(widget)}: tab {widget.tabText(place)!r} is cut"
        elif isinstance(widget, QComboBox):
            option = QStyleOptionComboBox()
            widget.initStyleOption(option)
            field = widget.style().subControlRect(
                QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, widget
            )
            if metrics.horizontalAdvance(widget.currentText()) > field.width() + SLACK:
                yield f"{_name(widget)}: {widget.currentText()!r} has {field.width()} px"
        elif _is_plain_button(widget) and _words(widget) and widget.sizeHint().width() > widget.width() + SLACK:
            yield f"{_name(widget)}: {widget.text()!r} has {widget.width()} of {widget.sizeHint().width()} px"


def cut_ink(written: list[Written]) -> Iterator[str]:
    """Painted text that reaches out of its widget, or of what is being painted into."""
    for each in written:
        if _scrolled_away(each.widget):
            continue
        # A bar is higher than any letter.
        high = max(SLACK, BAR_HEIGHT * each.pixels)
        room = each.clip.adjusted(-SLACK, -high, SLACK, high)
        if each.ink.intersects(each.clip) and not room.contains(each.ink):
            yield f"{_name(each.widget)}: {each.text!r} is cut"


def ink_over_ink(written: list[Written]) -> Iterator[str]:
    """Texts over other texts in one widget."""
    by_widget: dict[QWidget, list[Written]] = defaultdict(list)
    for each in written:
        if each.ink.intersects(each.clip) and not each.turned:
            by_widget[each.widget].append(each)
    for widget, texts in by_widget.items():
        for one, other in combinations(texts, 2):
            shared = one.ink & other.ink
            if shared.width() > OVERLAP and shared.height() > OVERLAP and one.text != other.text:
                yield f"{_name(widget)}: {one.text!r} lies over {other.text!r}"


# ---- what is too small -----------------------------------------------------------------------------------------------


def small_ink(written: list[Written], asked: Asked) -> Iterator[str]:
    """Painted text that is smaller than asked, or shortened."""
    for each in written:
        if not each.ink.intersects(each.clip) or each.widget.visibleRegion().isEmpty():
            continue
        if each.pixels < asked.pixels:
            yield f"{_name(each.widget)}: {each.text!r} is {each.pixels:.0f} px large"
        if asked.whole and each.text.endswith(DOTS):
            yield f"{_name(each.widget)}: {each.text!r} is shortened"


def small_words(shown: list[QWidget], asked: Asked) -> Iterator[str]:
    """The same of texts of Qt's own widgets."""
    for widget in shown:
        pixels = QFontInfo(widget.font()).pixelSize()
        if _words(widget) and not widget.visibleRegion().isEmpty() and pixels < asked.pixels:
            yield f"{_name(widget)}: {_words(widget)!r} is {pixels} px large"


# ---- what is too faint -----------------------------------------------------------------------------------------------


def faint_ink(window: QWidget, written: list[Written], image: QImage, asked: Asked) -> Iterator[str]:
    """Painted text with too little contrast to what it stands on."""
    for each in written:
        place = each.ink.toAlignedRect().translated(each.widget.mapTo(window, QPoint()))
        if not image.rect().contains(place) or each.widget.visibleRegion().isEmpty() or not each.widget.isEnabled():
            continue
        # With what is around it: bold type has more ink than ground.
        ground = ground_of(image, place.adjusted(-AROUND, -AROUND, AROUND, AROUND))
        seen = contrast(blended(each.colour, ground), ground)
        if seen < asked.contrast - 0.05:
            yield f"{_name(each.widget)}: {each.text!r} {each.colour.name()} on {ground.name()} is {seen:.2f}:1"


def faint_words(window: QWidget, shown: list[QWidget], image: QImage, asked: Asked) -> Iterator[str]:
    """Texts of Qt's own widgets with too little contrast: their ink is what differs most from what they stand on."""
    for widget in shown:
        text = _words(widget)
        if not text or not widget.isEnabled() or widget.visibleRegion().isEmpty() or _scrolled_away(widget):
            continue
        inside = widget.rect() if not isinstance(widget, QLabel) else widget.contentsRect()
        # Without frames.
        place = inside.adjusted(4, 4, -4, -4).translated(widget.mapTo(window, QPoint()))
        if place.isEmpty() or not image.rect().contains(place):
            continue
        ground, found = ground_of(image, place), np.unique(pixels_in(image, place))
        seen = max(contrast(QColor(int(each)), ground) for each in found)
        if seen < asked.contrast - 0.35:
            # Thin letters are never quite as dark as their colour.
            yield f"{_name(widget)}: {text!r} on {ground.name()} is {seen:.2f}:1"


def pixels_in(image: QImage, place: QRect) -> NDArray[np.uint32]:
    """The pixels of a place, shape (height, width)."""
    part = image.copy(place).convertToFormat(QImage.Format.Format_RGB32)
    rows = np.frombuffer(part.constBits(), dtype=np.uint32).reshape(part.height(), part.bytesPerLine() // 4)
    return rows[:, : part.width()].copy()


def ground_of(image: QImage, place: QRect) -> QColor:
    """The colour that most of a place has, shades of it together: what shines through makes many of one."""
    colours, counts = np.unique(pixels_in(image, place), return_counts=True)
    _, kinds = np.unique(colours & SHADES, return_inverse=True)
    of_kind = counts * (kinds == np.bincount(kinds, counts).argmax())
    return QColor(int(colours[of_kind.argmax()]))


def blended(colour: QColor, ground: QColor) -> QColor:
    share = colour.alphaF()
    parts = zip(
        (colour.red(), colour.green(), colour.blue()), (ground.red(), ground.green(), ground.blue()), strict=True
    )
    return QColor(*(round(share * over + (1.0 - share) * under) for over, under in parts))


def contrast(one: QColor, other: QColor) -> float:
    """The ratio of WCAG 2."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF())


# ---- what widgets are ------------------------------------------------------------------------------------------------


def _words(widget: QWidget) -> str:
    if isinstance(widget, QLineEdit):
        return widget.text() or widget.placeholderText()
    if isinstance(widget, QComboBox):
        return widget.currentText()
    if isinstance(widget, QLabel):
        return "" if widget.pixmap() else widget.text()
    return widget.text() if isinstance(widget, QAbstractButton) and _is_plain_button(widget) else ""


def _is_plain_button(widget: QWidget) -> bool:
    """Whether Qt paints its text, not the button itself."""
    return isinstance(widget, QAbstractButton) and type(widget).paintEvent.__qualname__.startswith("Q")


def _above(widget: QWidget) -> Iterator[QWidget]:
    parent = widget.parentWidget()
    while parent is not None:
        yield parent
        parent = parent.parentWidget()


def _scrolls(widget: QWidget) -> bool:
    """Whether it is, or is in, something that scrolls."""
    return isinstance(widget, QScrollBar) or any(isinstance(each, QAbstractScrollArea) for each in _above(widget))


def _scrolled_away(widget: QWidget) -> bool:
    """Whether what scrolls shows only a part of it."""
    return _scrolls(widget) and not widget.visibleRegion().boundingRect().contains(widget.rect())


def _is_ground(widget: QWidget) -> bool:
    """Whether it only holds others."""
    return type(widget) in (QWidget, QTabBar)


def _name(widget: QWidget) -> str:
    names = [type(each).__name__ for each in (widget, *_above(widget)) if type(each).__module__.startswith("nnviz")]
    return " in ".join(names[:2]) or type(widget).__name__
