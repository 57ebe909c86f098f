"""Files that hold tables in a format that is not read here: known by how they begin, and told by their name."""

from __future__ import annotations

import re

from nnviz.engine.data.tables.problem import TableProblem
from nnviz.said import said

PACKED = said("Engine", "a compressed file: unpack it first")
SIGNATURES = (
    (b"\x1f\x8b", ""),
    (b"BZh", ""),
    (b"7z\xbc\xaf\x27\x1c", ""),
    (b"\xfd7zXZ", ""),
    (b"\x28\xb5\x2f\xfd", ""),
    (b"\x04\x22\x4d\x18", ""),
    (b"Rar!\x1a", ""),
    (b"PAR1", "Parquet"),
    (b"ARROW1", "Feather"),
    (b"FEA1", "Feather"),
    (b"\x80\x03", "pickle"),
    (b"\x80\x04\x95", "pickle"),
    (b"\x80\x05\x95", "pickle"),
    (b"{\\rtf", "RTF"),
    (b"$FL2", "SPSS"),
    (b"$FL3", "SPSS"),
    (b"<stata_dta", "Stata"),
    (b"MATLAB 5.0", "MATLAB"),
    (b"\x89HDF", "HDF5"),
    (b"\x93NUMPY", "NumPy"),
    (b"SQLite format 3", "SQLite"),
    (b"RDX", "R"),
    (b"%PDF", "PDF"),
    (b"HEADER RECORD*******", "SAS"),
    (b"ASCII SPSS PORT FILE", "SPSS"),
)
"""How a file begins, and whose it is; nothing where it is compressed."""
TEXTS = (
    (re.compile(r"\s*<(?:!doctype html|html|table|head|body)\b", re.IGNORECASE), "HTML"),
    (re.compile(r"\s*<\?xml\b"), "XML"),
    (re.compile(r"\s*(?:\[\s*)?\{\s*\""), "JSON"),
    (re.compile(r"\s*\[\s*\["), "JSON"),
    (re.compile(r"ID;P(?:WXL|S?CALC)"), "SYLK"),
    (re.compile(r"TABLE\n0,1\n"), "DIF"),
)
POINTER = re.compile(r"version https://git-lfs\.github\.com/spec/")
"""What Git keeps in place of a large file."""
SPARSE = re.compile(r"[-+0-9.]+(?: [0-9]+:[-+0-9.eE]+)+\s*(?:#.*)?")
"""A row of LIBSVM: its label, and places with what stands there."""


def check_format(content: bytes) -> None:
    """Refuse a format that is not read here, by its name.

    Raises:
        TableProblem: It is one.
    """
    for start, name in SIGNATURES:
        if content.startswith(start):
            raise TableProblem(saved_as(name) if name else PACKED)


def check_text(lines: list[str]) -> None:
    """Refuse a text that is no table, or one in a format that is not read here, by its name.

    Raises:
        TableProblem: It is one.
    """
    start = "\n".join(lines[:3])[:200]
    for pattern, name in TEXTS:
        if pattern.match(start):
            raise TableProblem(saved_as(name))
    if POINTER.match(start):
        raise TableProblem(said("Engine", 'a pointer of Git LFS and not the table: "git lfs pull" fetches that'))
    if lines and all(SPARSE.fullmatch(line) for line in lines[:20] if line.strip()):
        raise TableProblem(saved_as("LIBSVM"))


def saved_as(name: str) -> str:
    """How a file of another format is refused."""
    return said("Engine", "a file of the format {name}: save it as CSV or as Excel (.xlsx)").format(name=name)
