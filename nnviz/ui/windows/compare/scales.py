"""One scale for two data plots, so that the same place is the same point in both."""

from __future__ import annotations

from collections.abc import Sequence

from nnviz.ui.panels.data.panel import DataPanel

Range = tuple[float, float]


def joined(ranges: Sequence[Range]) -> Range:
    """The smallest range that holds all of them."""
    return min(low for low, _ in ranges), max(high for _, high in ranges)


def share_scales(panels: Sequence[DataPanel]) -> None:
    """Let plots that show the same kind of thing reach as far as the widest of them."""
    plots = [panel.stage.plot for panel in panels]
    points = [plot.points for plot in plots]
    if any(each is None for each in points):
        return
    known = [each for each in points if each is not None]
    if len({each.view for each in known}) > 1:
        return
    x, y = joined([each.x_range for each in known]), joined([each.y_range for each in known])
    for plot in plots:
        if (plot.x_range, plot.y_range) != (x, y):
            plot.set_range(x, y)
            plot.restyle()
