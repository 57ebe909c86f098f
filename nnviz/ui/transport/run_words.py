"""What the scrubber says of a place in the run, and of what was done there."""

from __future__ import annotations

import math
from collections.abc import Sequence

from nnviz.engine.training.timeline.history import COLUMNS
from nnviz.ui.look.numbers import NumberStyle, whole, written
from nnviz.ui.names.events import event_text
from nnviz.ui.names.symbols import Names
from nnviz.ui.names.translation import translate
from nnviz.ui.transport.other_lines import OtherFuture
from nnviz.ui.transport.run_view import RunView
from nnviz.worker.messages import Mark


def place_text(view: RunView, iteration: int) -> str:
    """An iteration and its epoch, both counted from 1."""
    epoch = iteration // view.batches_per_epoch + 1
    return translate("Scrubber", "iteration {0} · epoch {1}").format(whole(iteration + 1), whole(epoch))


def loss_text(view: RunView, iteration: int, style: NumberStyle) -> str:
    """The losses as they were last scored before an iteration; empty where they are not known."""
    row = view.row_by(iteration)
    if row is None:
        return ""
    training, validation = (float(row[COLUMNS.index(name)]) for name in ("train_loss", "validation_loss"))
    text = translate("Scrubber", "training loss {0}").format(written(training, style))
    if not math.isnan(validation):
        text += " · " + translate("Scrubber", "validation loss {0}").format(written(validation, style))
    return text


def future_text(future: OtherFuture, names: Names, style: NumberStyle) -> str:
    """Another line: what was changed, from where on it is another one, and how far it is known."""
    what = translate("Scrubber", "as it began") if future.change is None else event_text(future.change, names, style)
    until = translate("Scrubber", "up to iteration {0}").format(whole(future.furthest))
    if future.parts_at is None:
        return f"{what}: {until}"
    return translate("Scrubber", "{0}: from iteration {1} on, {2}").format(what, whole(future.parts_at + 1), until)


def tip(view: RunView, iteration: int, reach: float, style: NumberStyle) -> str:
    """All there is to say of a place; ``reach`` is how many updates around it are as good as there."""
    lines = [place_text(view, iteration), loss_text(view, iteration, style)]

    def is_near(updates: float | None) -> bool:
        return updates is not None and abs(updates - iteration) <= reach

    if is_near(view.best) and view.best is not None:
        lines.append(
            translate("Scrubber", "best on held-out data: epoch {0}").format(whole(view.best // view.batches_per_epoch))
        )
    if view.stop and is_near(view.known):
        lines.append(translate("Scrubber", "stopped: {0}").format(view.stop))
    if view.names is not None:
        lines += mark_lines([mark for mark in view.marks if is_near(mark.iteration)], view.names, style)
        futures = [future_text(future, view.names, style) for future in view.futures if is_near(future.parts_at)]
        lines += [translate("Scrubber", "another run: {0}").format(text) for text in futures]
    return "\n".join(line for line in lines if line)


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
