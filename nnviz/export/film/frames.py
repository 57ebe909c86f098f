"""The frames of a film."""

from typing import NamedTuple


class Frame(NamedTuple):
    """A picture of a film.

    Attributes:
        pixels: Four bytes each, blue, green, red and nothing, row by row from the top.
        ticks: How long it is shown, in frames of the film.
    """

    pixels: bytes
    ticks: int
