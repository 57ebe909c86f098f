"""Controls with less room in them than they usually have."""

from __future__ import annotations

from nnviz.ui.look.look import Look
from nnviz.ui.look.stylesheet import border_width, ring_width

NO_INDICATOR = "QPushButton::menu-indicator { image: none; width: 0px; }"
"""For a button that opens a menu and says so in its words."""


def tight(look: Look, side: int, upright: int = 0, least: int = 20, kind: str = "QPushButton") -> str:
    """A style sheet that leaves so much room around words; it gives way where the keyboard's ring is, so nothing moves.

    Args:
        look: How the window looks.
        side: At the left and the right, in pixels at scale 1, as what follows.
        upright: Above and below.
        least: How high the words' room is at least.
        kind: Of Qt's classes.
    """
    px = look.px
    thicker = ring_width(look.theme, look.factor) - border_width(look.theme, look.factor)
    given = min(thicker, px(upright))
    outside = thicker - given
    height = f"min-height: {px(least) - 2 * outside}px;"
    return (
        f"{kind} {{ padding: {px(upright)}px {px(side)}px; margin: {outside}px 0px; {height} }}"
        f"{kind}:focus {{ padding: {px(upright) - given}px {max(0, px(side) - thicker)}px; margin: 0px; {height} }}"
    )
