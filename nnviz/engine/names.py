"""Names that users type, and the nearest known one where they mistype."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from nnviz.engine.errors import ExperimentError


def check_name(name: str, known: Iterable[str], field: str, kind: str) -> None:
    """Refuse a name that is not among the known ones.

    Raises:
        ExperimentError: With the nearest known name, or all of them where none is near.
    """
    names = list(known)
    if name not in names:
        raise ExperimentError(f'no {kind} "{name}"{suggestion(name, names)}', field)


def suggestion(name: str, known: Iterable[str]) -> str:
    """A clause that helps: ``; did you mean "tanh"?`` or ``; known: …``."""
    names = list(known)
    near = get_close_matches(name.lower(), names, n=1, cutoff=0.6)
    return f'; did you mean "{near[0]}"?' if near else f"; known: {', '.join(names)}"
