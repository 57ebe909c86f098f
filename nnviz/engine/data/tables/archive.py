"""What an Excel file is made of, looked at before any of it is read: it is an archive, and may unpack to anything."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Callable
from typing import NamedTuple
from xml.etree import ElementTree

from nnviz.engine.data.tables.other_formats import PACKED
from nnviz.engine.data.tables.problem import TableProblem
from nnviz.said import said

MOST_PARTS = 250
"""Sheets of a file: each costs time before a cell is read."""
LARGEST_UNPACKED = 500_000_000
"""Bytes. A small file can unpack to anything."""
LARGEST_SHARED = 64_000_000
"""Bytes of the texts that cells share, which are all read before the first cell is."""
MOST_TIMES, ANY_TIMES = 100, 5_000_000
"""How often its own size a part may unpack to, where that is more than so many bytes."""
PIECE = 1_000_000
"""Bytes of a part that are looked at in one go."""
MOST_BETWEEN_ROWS = 200_000
"""Elements of a sheet between one row and the next: a cell has up to three."""
NOT_EXCEL = said("Engine", "not an Excel file (.xlsx), though packed like one: save it as .xlsx or as CSV")
BINARY = said("Engine", "a binary Excel file (.xlsb): save it as .xlsx or as CSV")
STRICT = said("Engine", 'an Excel file of the kind "Strict Open XML": save it as an ordinary .xlsx')
OPEN_DOCUMENT = said("Engine", "an OpenDocument file (.ods): save it as Excel (.xlsx) or as CSV")
MERGED = re.compile(rb'<mergeCell ref="(?P<column>[A-Z]{1,3})(?P<first>[0-9]{1,7}):[A-Z]{1,3}(?P<last>[0-9]{1,7})"')
UNCALCULATED = re.compile(
    rb'<c r="(?P<column>[A-Z]{1,3})[0-9]{1,7}"[^<>]*><f[^<>]*>[^<>]*</f>(?:<v>\s*</v>|<v\s*/>)?</c>'
)
"""A formula that a program wrote and no spreadsheet has reckoned."""
MOST_MERGED = 10_000
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


class Merged(NamedTuple):
    """Cells of a column that show as one, from one row to another, counted from 1."""

    column: str
    first: int
    last: int


class Sheet(NamedTuple):
    """What a reader of cells does not see of a sheet.

    Attributes:
        merged: The cells that are merged over several rows.
        formulas: The columns with formulas that were saved without their value.
    """

    merged: list[Merged]
    formulas: set[str]


def check_archive(content: bytes, pause: Callable[[], None]) -> dict[str, Sheet]:
    """Refuse what would take more room or time than a table has, before it is read.

    Returns:
        What its cells do not tell, by the names of the sheets.

    Raises:
        TableProblem: It is no Excel file, or too large once it is unpacked.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
            names = {entry.filename for entry in entries}
            if "content.xml" in names and "mimetype" in names:
                raise TableProblem(OPEN_DOCUMENT)
            if "xl/workbook.bin" in names:
                raise TableProblem(BINARY)
            if "xl/workbook.xml" not in names:
                raise TableProblem(
                    PACKED if any(name.endswith((".csv", ".txt", ".tsv")) for name in names) else NOT_EXCEL
                )
            _check_sizes(entries)
            found = {}
            for entry in entries:
                if entry.filename.startswith("xl/") and entry.filename.endswith((".xml", ".rels")):
                    found[entry.filename] = _check_part(archive, entry, pause)
            parts = _parts_of_sheets(archive)
            _check_sheets(len(parts))
            return {sheet: found[part] for sheet, part in parts if part in found}
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, RuntimeError, ValueError):
        raise TableProblem(said("Engine", "a damaged Excel file: it cannot be unpacked")) from None


def _check_sizes(entries: list[zipfile.ZipInfo]) -> None:
    _check_sheets(sum(entry.filename.startswith("xl/worksheets/") for entry in entries))
    shared = sum(entry.file_size for entry in entries if not entry.filename.startswith("xl/worksheets/"))
    for unpacked, largest in ((sum(entry.file_size for entry in entries), LARGEST_UNPACKED), (shared, LARGEST_SHARED)):
        if unpacked > largest:
            raise TableProblem(
                said(
                    "Engine", "{unpacked:,} bytes once it is unpacked: too many (at most {largest_unpacked:,})"
                ).format(unpacked=unpacked, largest_unpacked=largest)
            )
    for entry in entries:
        if entry.file_size > ANY_TIMES and entry.file_size > MOST_TIMES * max(1, entry.compress_size):
            raise TableProblem(
                said("Engine", "{packed:,} bytes in it unpack to {unpacked:,}: that is no table").format(
                    packed=entry.compress_size, unpacked=entry.file_size
                )
            )


def _check_sheets(sheets: int) -> None:
    if sheets > MOST_PARTS:
        raise TableProblem(
            said("Engine", "{sheets:,} sheets are too many (at most {most:,})").format(sheets=sheets, most=MOST_PARTS)
        )


def _parts_of_sheets(archive: zipfile.ZipFile) -> list[tuple[str, str]]:
    """Each sheet's name and the part that holds it; none where that cannot be found out."""
    try:
        parts = {
            str(one.get("Id")): str(one.get("Target")).removeprefix("/xl/")
            for one in ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))
        }
        book = ElementTree.fromstring(archive.read("xl/workbook.xml"))
        if book.tag != f"{{{MAIN}}}workbook":
            raise TableProblem(STRICT if "purl.oclc.org" in book.tag else NOT_EXCEL)
    except (KeyError, ElementTree.ParseError):
        return []
    return [
        (str(sheet.get("name")), f"xl/{parts.get(str(sheet.get(RELATION)), '')}")
        for sheet in book.iter(f"{{{MAIN}}}sheet")
    ]


def _check_part(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, pause: Callable[[], None]) -> Sheet:
    """Count what a part is made of: between two rows no more than cells can be, and nothing that stands for more.

    Returns:
        What its cells do not tell.
    """
    since, last_bytes = 0, b""
    merged: list[Merged] = []
    formulas: set[str] = set()
    with archive.open(entry) as part:
        while piece := part.read(PIECE):
            pause()
            before, row, after = piece.partition(b"row")
            since += before.count(b"<")
            if b"<!ENTITY" in last_bytes + piece or (
                since > MOST_BETWEEN_ROWS and entry.filename.startswith("xl/worksheets/")
            ):
                raise TableProblem(said("Engine", "a row of this Excel file holds too much to be one of a table"))
            for match in MERGED.finditer(piece):
                column, first, last = match["column"].decode(), int(match["first"]), int(match["last"])
                if first < last and len(merged) < MOST_MERGED:
                    merged.append(Merged(column, first, last))
            formulas.update(match["column"].decode() for match in UNCALCULATED.finditer(piece))
            last_bytes = piece[-16:]
            if row:
                since = after.rpartition(b"row")[2].count(b"<")
    return Sheet(merged, formulas)
