"""Long tables in text files: what is found out of their beginning holds for the rest, read piece by piece."""

from __future__ import annotations

import codecs
import warnings
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, AnyStr, BinaryIO

import numpy as np

from nnviz.engine.data.tables.cells import MOST_COLUMNS, MOST_ROWS, Cells, Mend, Texts, with_mends
from nnviz.engine.data.tables.columns import Column, Manner, Mask
from nnviz.engine.data.tables.dates import DayForm
from nnviz.engine.data.tables.encodings import ENCODINGS, LOOKED_AT, NO_TABLE, WIDE, codec_of
from nnviz.engine.data.tables.grid import Grid
from nnviz.engine.data.tables.lines import LINE_END
from nnviz.engine.data.tables.number_column import NumberColumn
from nnviz.engine.data.tables.problem import TableProblem
from nnviz.engine.data.tables.signs import composed
from nnviz.engine.data.tables.text import reason
from nnviz.engine.data.tables.values import is_missing
from nnviz.engine.types import Array
from nnviz.said import said

if TYPE_CHECKING:
    from pandas import DataFrame

COUNTED = 1_000_000
"""Bytes whose lines are counted in one go: a row is shorter."""
PIECE_ROWS = 20_000
PIECE_CELLS = 300_000
"""Of a piece: a fraction of a second to read."""
MOST_NUMBERS = 50_000_000
"""Cells of a long table."""
MOST_TEXTS = 10_000
"""Different texts of a column that are kept: far more than any column that can be used has."""
MOST_ODD = 100
FIRST_TEXTS = 1_000
"""Rows whose cells are kept as they are written."""
PIECE_BYTES = 256_000
"""Of a file, read in one go."""


def check_length(path: Path, cells: Cells, pause: Callable[[float], None]) -> int:
    """How many lines a file has.

    Raises:
        TableProblem: There are too many.
    """
    width = cells.cells.shape[1]
    lines, before = 0, b""
    wide = ENCODINGS[cells.encoding].codec in WIDE
    with path.open("rb") as file:
        while piece := file.read(COUNTED):
            feeds, returns = piece.count(b"\n"), piece.count(b"\r")
            if b"\0" in piece and not wide:
                raise TableProblem(NO_TABLE)
            if not feeds + returns and len(piece) == COUNTED:
                raise TableProblem(said("Engine", "a row holds too much to be one of a table"))
            both = piece.count(b"\r\n") + (before + piece[:1] == b"\r\n")
            lines += max(feeds, returns) if wide else feeds + returns - both
            before = piece[-1:]
            pause(0.0)
    if width > MOST_COLUMNS or lines > MOST_ROWS or lines * width > MOST_NUMBERS:
        raise TableProblem(
            said("Engine", "{rows:,} rows of {columns:,} cells are too many (at most {most_cells:,} cells)").format(
                rows=lines, columns=width, most_cells=MOST_NUMBERS
            )
        )
    return lines


def long_grid(path: Path, lines: int, below: int, cells: Cells, head: Grid, pause: Callable[[float], None]) -> Grid:
    """All columns of a file, whose beginning has been read.

    Args:
        path: Where it is.
        lines: How many it has.
        below: How many of its last rows are none of the table.
        cells: Its beginning.
        head: The columns of that.
        pause: Told now and then how much has been read, from 0 to 1; what it raises ends the reading.

    Raises:
        TableProblem: A row does not fit.
    """
    width = cells.cells.shape[1]
    left_out = width - len(head.columns)
    numbers = [column for column in head.columns if column.kind == "numbers"]
    # One block for all of them: examples are rows of it, and need no room of their own.
    block = np.empty((lines + 1, len(numbers)))
    makers: list[_Numbers | _Categories] = [
        _Numbers(column, block[:, numbers.index(column)]) if column.kind == "numbers" else _Categories(column)
        for column in head.columns
    ]
    numbers_at = [place for place, maker in enumerate(makers, left_out) if isinstance(maker, _Numbers)]
    filled: list[Mask] = []
    for piece in _without_last(below, _pieces(path, cells, head.columns[0].first_row - 1, pause)):
        filled.append(np.any(piece != "", axis=1))
        done = _add_plain(piece, numbers_at, makers)
        for place, maker in enumerate(makers, left_out):
            if place not in done:
                maker.add(piece[:, place])
    columns = tuple(maker.column(head.manner) for maker in makers)
    return replace(head, columns=columns, rows=np.flatnonzero(np.concatenate(filled)))


def _without_last(below: int, pieces: Iterator[Texts]) -> Iterator[Texts]:
    """Pieces without so many rows at their end."""
    held: Texts | None = None
    for piece in pieces:
        held = piece if held is None else np.vstack([held, piece])
        yield held[: max(0, len(held) - below)]
        held = held[max(0, len(held) - below) :] if below else None


def _add_plain(piece: Texts, places: list[int], makers: list[_Numbers | _Categories]) -> Collection[int]:
    """Take all numbers of a piece at once, where nothing but plain ones is among them; which columns that were."""
    gatherers = [maker for maker in makers if isinstance(maker, _Numbers)]
    if not gatherers or not all(maker.has_points for maker in gatherers):
        return ()
    texts = piece[:, places]
    try:
        values = texts.astype(np.float64)
    except ValueError:
        return ()
    # Python reads more as numbers than people write: 1_000 and nan.
    if not np.all(np.isfinite(values)) or any("_" in "".join(row) for row in texts.tolist()):
        return ()
    for place, maker in enumerate(gatherers):
        maker.take(values[:, place], np.zeros(len(piece), dtype=bool))
    return frozenset(places)


def _pieces(path: Path, cells: Cells, skipped: int, pause: Callable[[float], None]) -> Iterator[Texts]:
    """The cells of a file, some thousand rows at a time."""
    import pandas

    width = cells.cells.shape[1]
    size = max(1, path.stat().st_size)
    with path.open("rb") as raw:
        codec = codec_of(raw.read(LOOKED_AT), cells.encoding)
        raw.seek(0)
        try:
            frames = pandas.read_csv(
                _Pieces(_texts(raw, codec, cells.mends)),
                sep=cells.parsed_by,
                header=None,
                names=range(width),
                index_col=False,
                dtype=object,
                na_filter=False,
                skip_blank_lines=False,
                skipinitialspace=True,
                skiprows=skipped,
                chunksize=max(1, min(PIECE_ROWS, PIECE_CELLS // width)),
            )
            with frames:
                while (frame := _next(frames)) is not None:
                    pause(min(1.0, raw.tell() / size))
                    texts = frame.to_numpy(dtype=object)
                    if any(not isinstance(text, str) for text in texts[:, -1]):
                        texts[texts != texts] = ""  # rows that are shorter: what is not there is not a number
                    yield texts
        except pandas.errors.ParserError as error:
            raise TableProblem(reason(str(error), 0)) from None


def _next(frames: Iterator[DataFrame]) -> DataFrame | None:
    """The next rows; ``None`` after the last.

    Raises:
        TableProblem: All of them are longer than those at the beginning of the file, which the parser would cut.
    """
    import pandas

    with warnings.catch_warnings():
        warnings.simplefilter("error", pandas.errors.ParserWarning)
        try:
            return next(frames, None)
        except pandas.errors.ParserWarning:
            raise TableProblem(reason("", 0)) from None


class _Pieces:
    """Pieces of a text as parsers read a file."""

    def __init__(self, pieces: Iterator[str]) -> None:
        self._pieces = pieces

    def read(self, size: int = -1) -> str:
        """The next of them, however long it is; an empty one after the last."""
        del size
        return next(self._pieces, "")

    def __iter__(self) -> Iterator[str]:
        """All of them."""
        return self._pieces


def _texts(raw: BinaryIO, codec: str, mends: tuple[Mend, ...]) -> Iterator[str]:
    """The lines of a file, many at a time, as they are mended; in UTF-8 any that is something else as Windows-1252."""
    if codec == "utf-8":
        pieces: Iterator[str] = map(_decoded, _whole_lines(raw.read, b"\n", b"\r"))
    else:
        decoder = codecs.getincrementaldecoder(codec)(errors="replace")
        pieces = _whole_lines(lambda size: decoder.decode(raw.read(size)), "\n", "\r")
    if not mends:
        return iter(pieces)
    return ("\n".join(with_mends(LINE_END.split(piece), mends)) for piece in pieces)


def _whole_lines(read: Callable[[int], AnyStr], feed: AnyStr, carriage: AnyStr) -> Iterator[AnyStr]:
    """Pieces that end where lines do."""
    rest = read(0)
    while piece := read(PIECE_BYTES):
        text = rest + piece
        # A carriage return at the end may be half of what ends a line.
        end = max(text.rfind(feed), text.rfind(carriage, 0, -1)) + 1
        rest = text[end:]
        if end:
            yield text[:end]
    if rest:
        yield rest


def _decoded(piece: bytes) -> str:
    try:
        return piece.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError:
        return "".join(map(_line, piece.removeprefix(codecs.BOM_UTF8).splitlines(keepends=True)))


def _line(line: bytes) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode("cp1252", errors="replace")


@dataclass
class _Numbers:
    """Gathers the numbers of a column."""

    head: Column
    values: Array
    gaps: list[Mask] = field(default_factory=list)
    odd: list[tuple[int, str]] = field(default_factory=list)
    rows: int = 0

    def add(self, texts: Texts) -> None:
        """Take some rows more."""
        values, gaps = self._plain(texts)
        if values is None:
            import pandas

            places, different = pandas.factorize(texts)
            found = [self._number(str(text).strip()) for text in different]
            values = np.array([np.nan if value is None else value for value in found])[places]
            gaps = np.array([is_missing(str(text).strip(), self.head.marks) for text in different], dtype=bool)[places]
            values[gaps] = np.nan
            for place in np.flatnonzero(np.isnan(values) & ~gaps)[: MOST_ODD - len(self.odd)].tolist():
                self.odd.append((self.rows + place, str(texts[place]).strip()))
        self.take(values, gaps)

    @property
    def has_points(self) -> bool:
        """Whether numbers are written as programs write them."""
        return self.head.form.decimal == "." and not isinstance(self.head.form, DayForm)

    def take(self, values: Array, gaps: Mask) -> None:
        """Take the numbers of some rows more, and which of them lack one."""
        self.values[self.rows : self.rows + len(values)] = values
        self.gaps.append(gaps)
        self.rows += len(values)

    def _plain(self, texts: Texts) -> tuple[Array | None, Mask]:
        """The numbers of texts that are plain ones or nothing, and which are nothing; ``None`` where one is neither."""
        gaps: Mask = np.asarray(texts == "", dtype=bool)
        if not self.has_points:
            return None, gaps
        try:
            values = np.where(gaps, "nan", texts).astype(np.float64)
        except ValueError:
            return None, gaps
        # Python reads more as numbers than people write: 1_000 and nan.
        plain = bool(np.all(np.isfinite(values) | gaps)) and not any("_" in text for text in texts)
        return (values if plain else None), gaps

    def _number(self, text: str) -> float | None:
        return self.head.form.number(text)

    def column(self, manner: Manner) -> Column:
        """All of it."""
        del manner  # the form of numbers is known
        head = self.head
        first = head.texts_of(np.arange(min(FIRST_TEXTS, len(head.places), self.rows)))
        return NumberColumn(
            head.name,
            (),
            np.zeros(0, dtype=np.int64),
            head.first_row,
            head.form,
            head.marks,
            row_values=self.values[: self.rows],
            gaps=np.concatenate(self.gaps),
            odd=tuple(self.odd),
            first_texts=tuple(first),
        )


@dataclass
class _Categories:
    """Gathers the texts of a column: each different one once."""

    head: Column
    known: dict[str, int] = field(default_factory=dict)
    places: list[Any] = field(default_factory=list)

    def add(self, texts: Texts) -> None:
        """Take some rows more."""
        import pandas

        places, different = pandas.factorize(texts)
        codes = [self._code(composed(str(text)).strip()) for text in different]
        self.places.append(np.array(codes, dtype=np.int32)[places])

    def _code(self, text: str) -> int:
        """The place of a text among those that are known; of too many, that of the last."""
        if len(self.known) < MOST_TEXTS:
            return self.known.setdefault(text, len(self.known))
        return self.known.get(text, len(self.known) - 1)

    def column(self, manner: Manner) -> Column:
        """All of it."""
        head, texts = self.head, tuple(self.known)
        places = np.concatenate(self.places)
        return Column(head.name, texts, places, head.first_row, manner.form_of(texts), head.marks)
