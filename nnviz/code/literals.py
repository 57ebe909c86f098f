"""Numbers as Python writes them: as short as can be, and read back to the same bits."""

from __future__ import annotations

import base64
import textwrap
import zlib

import numpy as np

from nnviz.code.sections import WIDTH
from nnviz.engine.types import Array

MOST_CHARACTERS = 40_000
"""Of numbers that are written out; more of them are packed."""
LARGEST_WHOLE = 1e15
"""Beyond it, a whole number is shorter with an exponent."""
KINDS = ("u1", "i2", "i4", "f8")
"""How numbers can be packed: the first of these that keeps them is taken."""
UNPACKED = (
    "def unpacked(text, kind, columns):",
    '    """Numbers that were too many to write out: their bytes, compressed, as text."""',
    "    numbers = np.frombuffer(zlib.decompress(base64.b64decode(text)), kind)",
    "    return numbers.astype(float).reshape(-1, columns)",
)
"""What reads packed numbers, in the program; it needs ``base64`` and ``zlib``."""


def number(value: float) -> str:
    """The shortest text that reads back to the same bits; a whole number has no point."""
    value = float(value)
    negative_zero = value == 0.0 and np.signbit(value)
    if value.is_integer() and abs(value) < LARGEST_WHOLE and not negative_zero:
        return str(int(value))
    return repr(value)


def array(values: Array) -> str:
    """A vector or a matrix as an expression, over as many lines as it needs."""
    body = _listed(values)
    kind = ", dtype=float" if "." not in body and "e" not in body else ""
    if len(body) + len(kind) + 30 <= WIDTH:
        return f"np.array({body}{kind})"
    return f"np.array([\n{_wrapped(body[1:-1])}\n]{kind})"


def column(values: Array) -> str:
    """Numbers, one under the other: shape (any number, 1)."""
    return f"{array(values)}.reshape(-1, 1)"


def rows(values: Array) -> tuple[str, bool]:
    """A matrix as an expression, and whether it had to be packed."""
    plain = column(values[:, 0]) if values.shape[1] == 1 else array(values)
    if len(plain) <= MOST_CHARACTERS:
        return plain, False
    kind = next(kind for kind in KINDS if _keeps(values, kind))
    packed = base64.b64encode(zlib.compress(values.astype(f"<{kind}").tobytes(), 9)).decode()
    text = "\n".join(textwrap.wrap(packed, WIDTH))
    return f'unpacked("""\n{text}\n""", "<{kind}", {values.shape[1]})', True


def one_hot(values: Array) -> str | None:
    """A matrix with a single 1 in each row, as rows of the identity matrix; ``None`` where it is no such matrix."""
    places = values.argmax(axis=1)
    if values.shape[1] < 2 or not np.array_equal(np.eye(values.shape[1])[places], values):
        return None
    listed = str(places.tolist())
    if len(listed) + 30 > WIDTH:
        listed = f"[\n{_wrapped(listed[1:-1])}\n]"
    return f"np.eye({values.shape[1]})[{listed}]"


def _listed(values: Array) -> str:
    if values.ndim == 1:
        return f"[{', '.join(map(number, values))}]"
    return f"[{', '.join(map(_listed, values))}]"


def _wrapped(text: str) -> str:
    return textwrap.fill(
        text, WIDTH, initial_indent="    ", subsequent_indent="    ", break_on_hyphens=False, break_long_words=False
    )


def _keeps(values: Array, kind: str) -> bool:
    with np.errstate(all="ignore"):
        there_and_back = values.astype(kind).astype(np.float64)
    return there_and_back.tobytes() == np.ascontiguousarray(values).tobytes()
