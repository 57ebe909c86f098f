"""Where results go: files, written whole or not at all, and standard output."""

import os
import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from nnviz.cli.arguments import STANDARD_OUTPUT
from nnviz.cli.outcome import CLOSED, BadInputError, RunFailedError
from nnviz.files import WriteError, refuse_unwritable, write_whole
from nnviz.said import Said, said


def kind_of(output: Path, kinds: Iterable[str], usual: str, refusal: Said) -> str:
    """What kind of file is wanted, by its ending; the usual one on standard output.

    Args:
        output: The file, or ``-``.
        kinds: Those that there are.
        usual: One of them.
        refusal: Says what there is, with ``{out}`` and ``{suffix}``.

    Raises:
        BadInputError: There is no such kind.
    """
    kind = usual if output == STANDARD_OUTPUT else output.suffix.lower().removeprefix(".")
    if kind not in kinds:
        raise BadInputError(refusal.format(out=output, suffix=output.suffix))
    return kind


def refuse_ending(output: Path | None, *endings: str) -> None:
    """Raise what is to be said where the name of a result says that it is something else."""
    if output not in (None, STANDARD_OUTPUT) and output.suffix.lower() not in endings:
        raise BadInputError(
            said("Command", '{out}: expected a file that ends in {endings}, got "{suffix}"').format(
                out=output, endings=", ".join(endings), suffix=output.suffix
            )
        )


def refuse_outputs(inputs: Mapping[Path, str], *outputs: Path | None) -> None:
    """Find out before the work begins whether its results can be written where they should go.

    Args:
        inputs: The files that are read, and what they are called; see ``inputs_of``.
        outputs: Files, ``-`` or nothing.

    Raises:
        BadInputError: Two results would go to one place, or one over what is read.
        WriteError: A file cannot be written.
    """
    wanted = [output for output in outputs if output is not None]
    for place, output in enumerate(wanted):
        for other in wanted[:place]:
            if _same_file(output, other):
                raise BadInputError(said("Command", "{wanted}: only one result can go there").format(wanted=other))
    for output in wanted:
        if output != STANDARD_OUTPUT:
            refuse_unwritable(output)
        for read, what in inputs.items():
            if _same_file(output, read):
                raise BadInputError(
                    said("Command", "{output}: the result would overwrite {what}").format(output=output, what=what)
                )


def _same_file(one: Path, other: Path) -> bool:
    """Whether both names lead to one file, which may not be there yet."""
    if one == other:
        return True
    with suppress(OSError, ValueError):  # one of them is not there
        if os.path.samestat(_status(one), _status(other)):
            return True
    if STANDARD_OUTPUT in (one, other):
        return False
    with suppress(OSError, ValueError):  # links in a circle, a zero byte
        return os.path.normcase(os.path.realpath(one)) == os.path.normcase(os.path.realpath(other))
    return False


def _status(output: Path) -> os.stat_result:
    """What the system says of it; standard output may be a file, too."""
    if output != STANDARD_OUTPUT:
        return os.stat(output)
    if sys.stdout is None:
        raise OSError
    return os.fstat(sys.stdout.fileno())


def write_output(output: Path, chunks: Iterable[bytes]) -> None:
    """Write a result to a file or to standard output, as it is made.

    Raises:
        RunFailedError: It could be written before the work began, and now it cannot: a full disk.
    """
    if output == STANDARD_OUTPUT:
        if sys.stdout is None:
            raise RunFailedError(CLOSED)
        sys.stdout.flush()
        for chunk in chunks:
            sys.stdout.buffer.write(chunk)
        return
    try:
        write_whole(output, chunks)
    except WriteError as error:
        raise RunFailedError(str(error)) from None
