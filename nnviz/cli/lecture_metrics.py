"""``nnviz lecture metrics``: what the claims of a lecture can speak of."""

import argparse

from nnviz.cli.outcome import DONE, tell
from nnviz.cli.tables import aligned
from nnviz.said import said


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe what ``lecture metrics`` takes."""
    parser.epilog = said(
        "Command",
        "A claim is of the left or the right network, or of right/left or right-left, after a cue. What "
        "a metric is\n"
        'about, the claim names: pick = "W1[0,1]", layer = 1 (0 is the inputs) or batch = 10.',
    )


def run(arguments: argparse.Namespace) -> int:
    """List the metrics."""
    from nnviz.lecture.metrics import METRICS

    heads = [
        said("Command", "metric"),
        said("Command", "about a"),
        said("Command", "data with"),
        said("Command", "measures"),
    ]
    rows = [
        [row.name, row.about or "", said("Command", " or ").join(row.tasks), row.measures] for row in METRICS.values()
    ]
    tell(aligned([heads, *rows], texts=4))
    return DONE
