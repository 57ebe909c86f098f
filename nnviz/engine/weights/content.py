"""The bytes of a file of weights: never more than a network that nnviz holds can need."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from nnviz.engine.weights.problem import WeightsError
from nnviz.files import reason_of
from nnviz.said import said

LARGEST_FILE = 10_000_000
"""Bytes: a million numbers of eight bytes each, and what is written about them."""


def content_of(path: Path) -> bytes:
    """All that is in a file.

    Raises:
        WeightsError: It cannot be read, or is larger than any that can be used.
    """
    try:
        status = os.stat(path)
        if stat.S_ISDIR(status.st_mode):
            raise WeightsError(said("Engine", "this is a folder, not a file"))
        if not stat.S_ISREG(status.st_mode):
            raise WeightsError(said("Engine", "this is not a file"))
        _check_size(status.st_size)
        with path.open("rb") as file:
            content = file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise WeightsError(reason_of(error) or said("Engine", "cannot be read")) from None
    except ValueError:  # a zero byte in the name
        raise WeightsError(said("Engine", "this is not the name of a file")) from None
    _check_size(len(content))
    return content


def _check_size(size: int) -> None:
    if size > LARGEST_FILE:
        raise WeightsError(
            said("Engine", "{size:,} bytes are more than nnviz reads of weights (at most {largest_file:,})").format(
                size=size, largest_file=LARGEST_FILE
            )
        )
