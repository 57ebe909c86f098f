"""Tables as users have them, written for a test."""

from pathlib import Path

from openpyxl import Workbook

from nnviz.engine.data.tables import Table, read_table
from nnviz.engine.settings import Data


def write(folder: Path, text: str | bytes, name: str = "table.csv", encoding: str = "utf-8") -> Path:
    """A file with a text in it."""
    file = folder / name
    file.write_bytes(text if isinstance(text, bytes) else text.encode(encoding))
    return file


def write_excel(folder: Path, *sheets: list[list[object]], name: str = "table.xlsx") -> Path:
    """An Excel file with sheets of rows of cells."""
    book = Workbook()
    book.remove(book.active)
    for rows in sheets:
        sheet = book.create_sheet()
        for row in rows:
            sheet.append(row)
    book.save(folder / name)
    return folder / name


def read(file: Path, target: str | None = "y", **fields: object) -> Table:
    """What is made of a file."""
    return read_table(Data(file=str(file), target=target, **fields))


def rows(*columns: object, count: int = 12, separator: str = ",") -> str:
    """Lines of a table, its cells given as functions of the row's number, from 0, or as texts."""
    lines = [separator.join(str(cell(row) if callable(cell) else cell) for cell in columns) for row in range(count)]
    return "\n".join(lines) + "\n"
