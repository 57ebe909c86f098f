"""Work that takes a while: on all processors, with a bar where somebody is watching, and told where a program does."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from time import perf_counter
from typing import TYPE_CHECKING

from nnviz.progress import LINES, VARIABLE, progress_line
from nnviz.signals import heard_by, leave

if TYPE_CHECKING:
    from nnviz.engine import Trainer
    from nnviz.recordings.replay import Replay

SECONDS_BETWEEN_LOOKS = 0.1


def processors() -> int:
    """How many processors this process may use."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def watch(pieces: Iterable[object], total: int, progress: Callable[[], tuple[int, str]], unit: str = "epochs") -> None:
    """Do work piece by piece, with a progress bar on a terminal, or lines for a program that listens.

    Args:
        pieces: Doing it, a few times a second one.
        total: How much there is to do.
        progress: How much is done by now, and a word on it.
        unit: In what that is counted.
    """
    if sys.stderr is not None and os.environ.get(VARIABLE) == LINES:
        _tell(pieces, total, progress)
        return
    if sys.stderr is None or not sys.stderr.isatty():
        for _ in pieces:
            pass
        return
    from tqdm import tqdm

    with tqdm(total=total, unit=f" {unit}", unit_scale=True, leave=False, file=sys.stderr) as bar:
        for _ in pieces:
            done, word = progress()
            bar.set_postfix_str(word, refresh=False)
            bar.update(done - bar.n)


def _tell(pieces: Iterable[object], total: int, progress: Callable[[], tuple[int, str]]) -> None:
    """Say how far it is, a few times a second."""
    told = 0.0
    for _ in pieces:
        if perf_counter() - told >= SECONDS_BETWEEN_LOOKS:
            told = perf_counter()
            print(progress_line(progress()[0], total), file=sys.stderr, flush=True)


def train_to_the_end(trainer: "Trainer | Replay") -> None:
    """Train until the run stops by itself."""

    def pieces() -> Iterator[None]:
        while trainer.run(deadline=perf_counter() + SECONDS_BETWEEN_LOOKS) is None:
            yield

    watch(pieces(), trainer.experiment.training.epochs, lambda: (trainer.epoch, ""))


@contextmanager
def stoppable() -> Iterator[Callable[[], None]]:
    """Where Ctrl-C and the like end nothing within whatever is being painted, but when what is given here is called."""
    came: list[int] = []

    def stop() -> None:
        if came:
            leave(came[0], None)

    with heard_by(lambda number, _: came.append(number)):
        yield stop
