"""The tables that were read last, for as long as their files stay as they are."""

from __future__ import annotations

from collections import OrderedDict
from pathlib import Path
from typing import Generic, NamedTuple, Protocol, TypeVar

from nnviz.engine.data.tables.choice import TableChoice
from nnviz.engine.data.tables.problem import TableProblem
from nnviz.engine.types import Array
from nnviz.files import reason_of
from nnviz.said import said

MOST_TABLES = 4
MOST_ROOM = 100_000_000
"""Bytes of them; the last one is kept whatever its size."""


class State(NamedTuple):
    """What changes when a file does: where it is, the time of its last change, and its size."""

    path: str
    modified: int
    size: int


def state_of(path: Path) -> State:
    """The state of a file.

    Raises:
        TableProblem: There is none.
    """
    try:
        status = path.stat()
    except ValueError:  # a zero byte in the name
        raise TableProblem(said("Engine", "this is not the name of a file")) from None
    except OSError as error:
        raise TableProblem(reason_of(error) or said("Engine", "cannot be read")) from None
    return State(str(path.absolute()), status.st_mtime_ns, status.st_size)


class Examples(Protocol):
    """What takes room in a table."""

    @property
    def x(self) -> Array:
        """Its inputs."""


Kept = TypeVar("Kept", bound=Examples)


class Shelf(Generic[Kept]):
    """A few tables, by the state of their files and what was made of them."""

    def __init__(self) -> None:
        self._tables: OrderedDict[tuple[State, TableChoice], Kept] = OrderedDict()

    def get(self, state: State, choice: TableChoice) -> Kept | None:
        """A table that is kept; ``None`` where it is not."""
        found = self._tables.pop((state, choice), None)
        if found is not None:
            self._tables[state, choice] = found
        return found

    def put(self, state: State, choice: TableChoice, table: Kept) -> None:
        """Keep a table, in the place of those that were asked for longest ago."""
        self._tables.pop((state, choice), None)
        self._tables[state, choice] = table
        while len(self._tables) > 1 and (len(self._tables) > MOST_TABLES or self._room() > MOST_ROOM):
            self._tables.popitem(last=False)

    def _room(self) -> int:
        return sum(table.x.nbytes for table in self._tables.values())
