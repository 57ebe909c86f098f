"""The frames of a film."""

from typing import NamedTuple


class Frame(NamedTuple):
    """A picture of a film.

    Attributes:
        pixels: Four bytes each, blue, green, red and nothing, row by row from the top.
        ticks: How long it is shown, in frames of the film.
        passes: Whether it is one of many that pass by, none of which is looked at closely.
    """

    pixels: bytes
    ticks: int
    passes: bool = False
