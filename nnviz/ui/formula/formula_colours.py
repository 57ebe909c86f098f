r"""Lights the symbols of a formula in the colours of the numbers: ``z`` as ``\textcolor{forward}{z}``."""

from __future__ import annotations

import re

_ALONE = r"(?<![A-Za-z\\]){0}(?![A-Za-z])"
_ROLES = (
    # What an update makes of a parameter; the g of a function is no gradient.
    ("update", _ALONE.format("[Wbw]") + r"(?= \\leftarrow)"),
    ("backward", r"\\nabla [Wb]|\\delta(?![A-Za-z])|" + _ALONE.format("g") + r"(?![('])"),
    ("forward", r"\\hat\{y\}|" + _ALONE.format("[xhz]")),
    ("loss", _ALONE.format("[yL]")),
)
_RAISED_AND_LOWERED = r"(?:[_^](?:\{(?:[^{}]|\{[^{}]*\})*\}|[A-Za-z0-9]))*"
_SYMBOL = re.compile(
    f"(?P<script>[_^])?(?:{'|'.join(f'(?P<{role}>(?:{symbol}){_RAISED_AND_LOWERED})' for role, symbol in _ROLES)})"
)


def in_colours(latex: str) -> str:
    """A formula with its symbols in the colours of roles of the theme; weights and the rest stay as they are."""
    # WORKAROUND: ziamath loses the colour of a single letter before \\ln, not before an operator's name.
    return _SYMBOL.sub(_coloured, latex).replace(r"}\ln", r"}\,\operatorname{ln}\,")


def _coloured(match: re.Match[str]) -> str:
    role = match.lastgroup or ""
    text = rf"\textcolor{{{role}}}{{{match[role]}}}"
    script = match["script"]
    return f"{script}{{{text}}}" if script else text
