"""Recording where somebody else's trainer has the loop: the hooks of a Lightning callback."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from nnviz.recordings.watching.recorder import Recorder


class RecordCallback:
    """Records what a Lightning ``Trainer`` trains. nnviz does not know Lightning: who does makes it a callback.

    >>> class Record(RecordCallback, lightning.pytorch.Callback):
    ...     pass
    >>> lightning.pytorch.Trainer(callbacks=[Record("run.nnviz-run")]).fit(model, batches)

    Args:
        file: Where to.
        settings: As ``nnviz.record`` has them: ``every``, ``first``, ``last``, ``limit``.
    """

    def __init__(self, file: str | Path, **settings: Any) -> None:
        super().__init__()
        self._file, self._settings = file, settings
        self._recorder: Recorder | None = None

    def on_train_start(self, trainer: Any, pl_module: Any) -> None:
        """Optimisers are there; the first batch comes next.

        Raises:
            RecordingError: It cannot be recorded.
        """
        from nnviz import record

        optimizers = trainer.optimizers
        optimizer = optimizers[0] if len(optimizers) == 1 else optimizers
        self._recorder = record(pl_module, optimizer, self._file, **self._settings).__enter__()

    def on_train_end(self, trainer: Any, pl_module: Any) -> None:
        """The last batch is done: the file is written."""
        self._leave(None)

    def on_exception(self, trainer: Any, pl_module: Any, exception: BaseException) -> None:
        """It broke off, by Ctrl-C for example: what is recorded is written all the same."""
        self._leave(exception)

    def _leave(self, exception: BaseException | None) -> None:
        recorder, self._recorder = self._recorder, None
        if recorder is not None:
            recorder.__exit__(None if exception is None else type(exception), exception, None)
