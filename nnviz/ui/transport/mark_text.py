"""When and what was done in the middle of a run, in words."""

from __future__ import annotations

from collections.abc import Sequence

from nnviz.ui.look.numbers import NumberStyle, whole
from nnviz.ui.names.events import event_text
from nnviz.ui.names.symbols import Names
from nnviz.ui.names.translation import translate
from nnviz.worker.messages import Mark


def mark_text(mark: Mark, names: Names, style: NumberStyle) -> str:
    """When and what, in one line: ``iteration 120: w¹₂₁ = 0.5``. Iterations and examples count from 1 on screen."""
    return translate("Marks", "iteration {0}: {1}").format(
        whole(mark.iteration + 1), event_text(mark.event, names, style)
    )


def mark_lines(marks: Sequence[Mark], names: Names, style: NumberStyle, most: int = 6) -> list[str]:
    """Some marks, a line each; of many the last ones."""
    lines = [mark_text(mark, names, style) for mark in marks[-most:]]
    if len(marks) > most:
        lines.insert(0, translate("Marks", "{0} more before").format(whole(len(marks) - most)))
    return lines
