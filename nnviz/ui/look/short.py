"""Something done for many, in turns of the loop so short that nobody notices."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from time import perf_counter
from typing import TypeVar

LONG_SECONDS = 0.025
"""A turn that has taken so long goes on in the next one."""

Each = TypeVar("Each")


def in_short_turns(many: Iterable[Each], do: Callable[[Each], object]) -> Generator[None]:
    """Do it for one after the other; ``None`` comes whenever a turn has been long enough."""
    begun = perf_counter()
    for each in many:
        do(each)
        if perf_counter() - begun >= LONG_SECONDS:
            yield
            begun = perf_counter()
