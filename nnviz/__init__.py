"""nnviz: one training iteration of a neural network, stepped forward and backward, with true numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    from nnviz.recordings.watching.recorder import Recorder

__version__ = "1.0.0"


def record(
    model: Any,
    optimizer: Any,
    file: str | Path,
    *,
    every: int = 1,
    first: int = 0,
    last: int | None = None,
    limit: int = 200_000_000,
) -> Recorder:
    """Record a PyTorch loop while it trains, so that ``nnviz FILE`` shows every number of it.

    >>> with nnviz.record(model, optimizer, "run.nnviz-run"):
    ...     for x, y in batches:
    ...         optimizer.zero_grad()
    ...         loss_function(model(x), y).backward()
    ...         optimizer.step()

    The loop stays as it is. What cannot be recorded is refused with its reason: when the context is entered, or in the
    first step. The file is written whole when it is left, however the loop ends.

    Args:
        model: A ``torch.nn.Module``: a chain of Linear layers with activations between them.
        optimizer: The one that trains it.
        file: Where to; ``.nnviz-run`` is the usual ending.
        every: Record one step in so many.
        first: The first step to be recorded, counted from 0.
        last: The last one; left out: no bound.
        limit: Bytes at most; recording ends before there would be more, and the loop goes on.

    Raises:
        RecordingError: It cannot be recorded.
    """
    from nnviz.recordings.watching.recorder import Recorder

    return Recorder(model, optimizer, file, every, first, last, limit)
