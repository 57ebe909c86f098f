"""Files written whole or not at all: what stood there before stays until the new content is complete, and its mode."""

import errno
import os
import stat
from collections.abc import Iterable
from contextlib import suppress
from io import BufferedWriter
from pathlib import Path

from nnviz.said import joined, said
from nnviz.shortened import shortened
from nnviz.temporary import clear, hold, temporary_name

LONGEST_PATH = 300
"""Characters of a file's name with its folders in a message: where it goes has to be seen."""


class WriteError(Exception):
    """A file that cannot be written; its text is one line that names the file and the reason."""

    def __init__(self, path: Path, error: OSError) -> None:
        reason = reason_of(error) or said("Engine", "cannot be written")
        if isinstance(error, FileNotFoundError) and not path.parent.exists():
            parent = shortened(str(path.parent), LONGEST_PATH)
            reason = said("Engine", "there is no folder {parent}").format(parent=parent)
        self.text = joined(": ", shortened(str(path), LONGEST_PATH), reason)
        super().__init__(self.text)


REASONS = {
    errno.ENOENT: said("Engine", "no such file or directory"),
    errno.EACCES: said("Engine", "permission denied"),
    errno.EPERM: said("Engine", "operation not permitted"),
    errno.EISDIR: said("Engine", "this is a folder, not a file"),
    errno.ENOTDIR: said("Engine", "not a directory"),
    errno.ENOSPC: said("Engine", "no space left on device"),
    errno.EROFS: said("Engine", "read-only file system"),
    errno.ELOOP: said("Engine", "too many levels of symbolic links"),
    errno.ENAMETOOLONG: said("Engine", "file name too long"),
    errno.EFBIG: said("Engine", "file too large"),
    errno.EIO: said("Engine", "input/output error"),
}
"""What a system says of a file that it does not give or take: the usual things."""


def reason_of(error: OSError) -> str:
    """What the system says is wrong with a file, as the end of a sentence; empty where it says nothing."""
    if error.errno in REASONS:
        return REASONS[error.errno]
    reason = error.strerror or str(error)
    return f"{reason[:1].lower()}{reason[1:]}"


def home() -> Path:
    """The user's own folder; where the system knows none, as of a user whom only a number names, the topmost."""
    try:
        return Path.home()
    except RuntimeError:
        return Path(os.sep)


def refuse_unwritable(path: Path) -> None:
    """Find out before the work begins whether its result can be written; leaves nothing behind.

    What killed processes have left beside it goes.

    Raises:
        WriteError: It cannot.
    """
    try:
        if not _is_device(path):
            beside = _beside(_target(path))
            clear(beside.parent)
            _create(beside).close()
            beside.unlink()
    except OSError as error:
        raise WriteError(path, error) from None


def write_whole(path: Path, chunks: Iterable[bytes | memoryview]) -> None:
    """Write a file from chunks, which may be made while it is written.

    Raises:
        WriteError: The file cannot be written. Whatever else the chunks raise passes through; no half file is left.
    """
    try:
        if _is_device(path):
            with path.open("wb") as device:
                device.writelines(chunks)
        else:
            _write_beside_and_replace(_target(path), chunks)
    except OSError as error:
        raise WriteError(path, error) from None


def put_in_place(made: Path, path: Path) -> None:
    """Put a file that is whole where it goes, in one step of the file system.

    Raises:
        WriteError: It cannot be put there.
    """
    try:
        target = _target(path)
        if _is_device(target):
            raise OSError(errno.EINVAL, said("Engine", "this is a device, not a file"))
        _take_mode(made, target)
        os.replace(made, target)
    except OSError as error:
        raise WriteError(path, error) from None


def _is_device(path: Path) -> bool:
    """Devices and pipes are written to, never replaced."""
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError):
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


def _target(path: Path) -> Path:
    """The file that is replaced: what a link leads to; refused where it cannot be."""
    try:
        target = path.resolve()
    except ValueError:  # a zero byte in the name
        raise OSError(errno.EINVAL, said("Engine", "this is not the name of a file")) from None
    except RuntimeError:  # links in a circle; from Python 3.13 on, they are left unresolved instead
        raise _links_in_a_circle() from None
    if target.is_symlink():
        raise _links_in_a_circle()
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, said("Engine", "this is a folder, not a file"))
    if target.exists() and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    return target


def _links_in_a_circle() -> OSError:
    return OSError(errno.ELOOP, os.strerror(errno.ELOOP))


def _beside(target: Path) -> Path:
    """A new name in the same folder, so that replacing is one step of the file system."""
    return target.with_name(temporary_name())


def _create(path: Path) -> BufferedWriter:
    # Readable by others as any file is, unlike those of tempfile.
    return path.open("xb")


def _take_mode(made: Path, target: Path) -> None:
    """Let a file be read by those who may read the one in whose place it comes."""
    with suppress(FileNotFoundError):
        os.chmod(made, stat.S_IMODE(target.stat().st_mode))


def _write_beside_and_replace(target: Path, chunks: Iterable[bytes | memoryview]) -> None:
    beside = _beside(target)
    file = _create(beside)
    try:
        with file:
            with suppress(OSError):
                hold(file.fileno())
            # Before anything is in it: what only its owner may read stays so.
            _take_mode(beside, target)
            file.writelines(chunks)
            file.flush()
            os.fsync(file.fileno())
        os.replace(beside, target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
