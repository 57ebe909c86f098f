"""The ``nnviz`` command: the window, and verbs that need no display.

One file a verb; what a verb needs is imported when it runs, so that ``nnviz --help`` answers at once.
"""

import sys
from collections.abc import Sequence

from nnviz import single_thread as single_thread
from nnviz.cli.outcome import exit_status


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command and return its exit status: 0 done, 1 it ran and failed, 2 bad input.

    Args:
        argv: The words after ``nnviz``; left out: those of this process.
    """
    if getattr(sys, "frozen", False):
        from multiprocessing import freeze_support

        # The processes of a sweep are this program again, which then is not the command.
        freeze_support()
    from nnviz.cli.commands import run

    return exit_status(lambda: run(argv))
