"""The sheets of paper that something is printed on."""

from dataclasses import dataclass
from types import MappingProxyType

MILLIMETRES_AN_INCH = 25.4
POINTS_AN_INCH = 72


@dataclass(frozen=True)
class Paper:
    """A sheet, upright.

    Attributes:
        name: In the program, and in a style sheet.
        width, height: In millimetres.
    """

    name: str
    width: float
    height: float

    @property
    def points(self) -> tuple[int, int]:
        """Width and height in whole points."""
        across, down = (round(side / MILLIMETRES_AN_INCH * POINTS_AN_INCH) for side in (self.width, self.height))
        return across, down


A4 = Paper("a4", 210.0, 297.0)
LETTER = Paper("letter", 215.9, 279.4)

PAPERS = MappingProxyType({paper.name: paper for paper in (A4, LETTER)})
"""Them all, by their names."""

LETTER_TERRITORIES = frozenset(["BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"])
"""Where printers hold letter paper, by their codes (Unicode's CLDR, ``paperSize``)."""


def paper_in(territory: str) -> Paper:
    """What is printed on in a territory, by its code of two letters."""
    return LETTER if territory in LETTER_TERRITORIES else A4
