"""How the C library keeps the memory that is given back to it: left to itself, more and more of it in pieces."""

from __future__ import annotations

import ctypes
import sys

# From malloc.h of the GNU C library.
_MMAP_THRESHOLD, _ARENA_MAX = -3, -8

LARGE = 1_000_000
"""Bytes. A block of this size is the system's again as soon as it is free: above all the pictures of windows."""

ARENAS = 2
"""Heaps that threads share, where each would get one of its own and leave it behind."""


def keep_little() -> bool:
    """Have free memory given back, from now on, before there are threads. Returns whether this library can be told."""
    if sys.platform != "linux":
        return False
    try:
        tell = ctypes.CDLL(None).mallopt
    except AttributeError:  # another library than GNU's
        return False
    return bool(tell(_MMAP_THRESHOLD, LARGE)) and bool(tell(_ARENA_MAX, ARENAS))
