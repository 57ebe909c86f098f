"""Where results go: files, written whole or not at all, and standard output."""

import os
import sys
from collections.abc import Iterable
from pathlib import Path

from nnviz.cli.arguments import STANDARD_OUTPUT
from nnviz.cli.outcome import BadInputError, RunFailedError
from nnviz.files import WriteError, refuse_unwritable, write_whole
from nnviz.said import said


def refuse_outputs(experiment: str, *outputs: Path | None) -> None:
    """Find out before the work begins whether its results can be written where they should go.

    Args:
        experiment: What the results are about; its own file is not overwritten.
        outputs: Files, ``-`` or nothing.

    Raises:
        BadInputError: Two results would go to one place, or one over the experiment.
        WriteError: A file cannot be written.
    """
    wanted = [output for output in outputs if output is not None]
    if len({output.absolute() for output in wanted}) < len(wanted):
        raise BadInputError(said("Command", "{wanted}: only one result can go there").format(wanted=wanted[0]))
    for output in wanted:
        if output != STANDARD_OUTPUT:
            refuse_unwritable(output)
            if _same_file(output, experiment):
                raise BadInputError(
                    said("Command", "{output}: the result would overwrite the experiment").format(output=output)
                )


def _same_file(output: Path, experiment: str) -> bool:
    try:
        return os.path.samefile(output, experiment)
    except (OSError, ValueError):  # one of them is not there
        return False


def write_output(output: Path, chunks: Iterable[bytes]) -> None:
    """Write a result to a file or to standard output, as it is made.

    Raises:
        RunFailedError: It could be written before the work began, and now it cannot: a full disk.
    """
    if output == STANDARD_OUTPUT:
        sys.stdout.flush()
        for chunk in chunks:
            sys.stdout.buffer.write(chunk)
        return
    try:
        write_whole(output, chunks)
    except WriteError as error:
        raise RunFailedError(str(error)) from None
