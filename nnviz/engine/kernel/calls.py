"""Bound calls: what a plan is made of. Everything a call needs is already in it.

``partial(np.subtract, a, y, d)`` is ``d = a − y``, said now and done later, as often as the plan runs: the operation,
what goes in, and last where the result goes. Where it takes several calls, a comment behind each says what is then in
its place, so that the formula can be read down the right-hand side. ``textbook`` has each of them in one line.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, TypeAlias

import numpy as np

from nnviz.engine.types import Array, Numbers

Call: TypeAlias = Callable[[], Any]
"""A bound NumPy call."""


def number(value: float, like: Numbers) -> Numbers:
    """A constant as an array of one number: quicker in a call than a float, and of the same precision as ``like``."""
    return np.full((), value, dtype=like.dtype)


def product(left: Numbers, right: Numbers, out: Numbers) -> Call:
    """The call that writes a matrix product into ``out``: of two matrices, or of each pair in stacks of them."""
    # The bound method takes half the time of matmul, but knows no stacks. Both give the same bits.
    return partial(left.dot, right, out) if out.ndim == 2 else partial(np.matmul, left, right, out)


def bringing(source: Array, place: Array) -> Call:
    """The call that copies a batch into its place: both contiguous, of one shape. Bytes are quicker than numbers."""
    return partial(place.data.cast("B").__setitem__, slice(None), source.data.cast("B"))
