"""What separates the cells of a text file, and what it is called."""

from __future__ import annotations

from types import MappingProxyType

from nnviz.engine.data.tables.problem import TableProblem
from nnviz.engine.names import shown
from nnviz.engine.settings import Reading
from nnviz.said import said

SEPARATORS = MappingProxyType(
    {
        "\t": said("Engine", "tabs"),
        ";": said("Engine", "semicolons"),
        "|": said("Engine", "bars"),
        ",": said("Engine", "commas"),
        "，": said("Engine", "wide commas"),
        "；": said("Engine", "wide semicolons"),
    }
)
"""In the order in which they are tried: a comma may also be a decimal comma."""
SPACES = r"\s+"
FIXED = "fixed"
"""None does: columns have a width."""
NAMES = MappingProxyType({"\t": "tab", SPACES: "spaces"})
"""What is written in an experiment for those that cannot be seen."""
ALSO = MappingProxyType(
    {
        "tab": "\t",
        "tabs": "\t",
        "\\t": "\t",
        "spaces": SPACES,
        "space": SPACES,
        " ": SPACES,
        SPACES: SPACES,
        FIXED: FIXED,
    }
)


def words_of(separator: str) -> str:
    """What a separator is called."""
    if separator == FIXED:
        return said("Engine", "their width")
    return SEPARATORS.get(separator, said("Engine", "spaces") if separator == SPACES else f'"{separator}"')


def told_separator(reading: Reading) -> str:
    """The separator that somebody names; empty where nobody does.

    Raises:
        TableProblem: It cannot be one.
    """
    told = reading.separator
    if told is None:
        return ""
    found = ALSO.get(told.casefold(), told)
    if found not in (SPACES, FIXED) and (len(found) != 1 or not found.isascii() or found.isalnum() or found in '"\r\n'):
        raise TableProblem(
            said("Engine", 'expected one character, "tab", "spaces" or "fixed", got {got}').format(got=shown(told)),
            "reading.separator",
        )
    return found
