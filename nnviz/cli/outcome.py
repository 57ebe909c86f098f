"""How a command ends: its exit status, and one line on standard error where it did not do what was asked."""

import os
import signal
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from io import TextIOWrapper

from nnviz.cli.words import in_words
from nnviz.files import WriteError, reason_of
from nnviz.said import said
from nnviz.shortened import LONGEST_NAME, shortened
from nnviz.signals import heard_by, leave, never_dropped

DONE, FAILED, BAD_INPUT = 0, 1, 2
INTERRUPTED, PIPE_CLOSED = 130, 141
"""As a shell says of a process that a signal ended: 128 and its number."""


CLOSED = said("Command", "standard output: it is closed")


class BadInputError(Exception):
    """What was asked cannot be done as it was asked; its text is one line for the user."""


class RunFailedError(Exception):
    """It ran and failed; its text is one line for the user."""


def exit_status(command: Callable[[], int]) -> int:
    """Run a command, say in one line what went wrong, and return the exit status. Nothing is raised."""
    try:
        _never_fail_on_characters()
        # An interrupt Python itself raises.
        with never_dropped(), heard_by(leave, signal.SIGINT), standard_output():
            return command()
    except SystemExit as leaving:  # argparse, after --help and --version; or a signal
        return leaving.code if isinstance(leaving.code, int) else DONE
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        return PIPE_CLOSED
    except (BadInputError, WriteError) as error:
        return complain(error, BAD_INPUT)
    except RunFailedError as error:
        return complain(error, FAILED)
    except Exception as error:
        if _is_about_input(error):
            return complain(error, BAD_INPUT)
        if os.environ.get("NNVIZ_DEBUG") == "1":
            import traceback

            traceback.print_exc()
        return complain(_unexpected(error), FAILED)


def _unexpected(error: Exception) -> str:
    """What nobody has foreseen, in a line: of a package that has gone, what to do about it."""
    if isinstance(error, ModuleNotFoundError) and error.name:
        missing = said("Command", "the Python package {name} is missing here: install nnviz again, with what it needs")
        return missing.format(name=error.name.partition(".")[0])
    internal = said("Command", "internal: {name}: {error} (NNVIZ_DEBUG=1 shows where)")
    return internal.format(name=type(error).__name__, error=str(error))


def complain(what: object, status: int) -> int:
    """Say in one line on standard error what went wrong, and return the status."""
    text = what.args[0] if isinstance(what, Exception) and what.args else what
    say(said("Command", "error: {what}").format(what=text if isinstance(text, str) else str(text)))
    return status


def say(what: str) -> None:
    """Write one line of nnviz's own on standard error, if there is one."""
    if sys.stderr is not None:
        print(f"nnviz: {one_line(in_words(what))}", file=sys.stderr)


def tell(lines: Iterable[str]) -> None:
    """Write lines on standard output; nothing in a title or a name moves the cursor or rings a bell."""
    # A windowed program on Windows has none, and nobody who could miss it.
    if sys.stdout is None and sys.platform != "win32":
        raise RunFailedError(CLOSED)
    print("\n".join(one_line(in_words(line)) for line in lines))


def short(name: str) -> str:
    """A title or a name from a file, cut to what a line has room for."""
    return shortened(name, LONGEST_NAME)


def one_line(text: str) -> str:
    """A text with whatever would break or hide a line, a file's name for example, written as an escape."""
    return "".join(
        character if character.isprintable() else character.encode("unicode_escape").decode() for character in text
    )


@contextmanager
def standard_output() -> Iterator[None]:
    """Around what writes on standard output: all of it has arrived at the end.

    Raises:
        BrokenPipeError: Whoever read it has gone, as ``head`` does.
        RunFailedError: It could not be written; the disk is full.
    """
    try:
        yield
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError as error:
        _forget_standard_output()
        if isinstance(error, BrokenPipeError):
            raise
        raise RunFailedError(said("Command", "standard output: {reason}").format(reason=reason_of(error))) from None


def _is_about_input(error: Exception) -> bool:
    """Whether the engine refused something. An engine that was never imported has refused nothing."""
    errors = sys.modules.get("nnviz.engine.errors")
    return errors is not None and isinstance(error, errors.NnvizError)


def _never_fail_on_characters() -> None:
    """A terminal that cannot show ≥ or a file's odd name gets an escape in its place."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _forget_standard_output() -> None:
    """Python would complain once more when it flushes at exit what cannot be written."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError, AttributeError):
        sys.stdout = None  # not a file of the system
