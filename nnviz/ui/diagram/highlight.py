"""What an explanation points at in the diagram."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Highlight:
    """Units and edges that are to stand out for as long as something about them is pointed at.

    Attributes:
        units: As (layer, unit); layer 0 is the inputs, units count from 0.
        edges: As (layer, unit, source): the edge into that unit from a unit of the layer before.
    """

    units: tuple[tuple[int, int], ...] = ()
    edges: tuple[tuple[int, int, int], ...] = ()


NO_HIGHLIGHT = Highlight()
