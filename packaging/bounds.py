"""Prints constraints for an installation that proves a bound: ``python bounds.py oldest``, or ``newest``.

What nnviz depends on comes in the oldest version that nnviz says it works with, or in the newest that there is; the
tools that check nnviz come in their pinned versions, either way.
"""

import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

CHECKOUT = Path(__file__).parents[1]
TOOLS = "dev"


def name_of(requirement: str) -> str:
    """The name in a line of requirements, in the one form that all of its spellings have."""
    return re.sub(r"[-_.]+", "-", re.match(r"[\w.-]+", requirement)[0]).lower()


def oldest(requirements: list[str]) -> Iterator[str]:
    """The lowest version of each."""
    for requirement in requirements:
        found = re.match(r"([\w.-]+)>=([\d.]+)[^;]*(;.*)?", requirement)
        if found is not None:
            yield f"{found[1]}=={found[2]}{found[3] or ''}"


def main(which: str) -> None:
    """Print them."""
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    used = project["dependencies"] + [line for name, lines in extras.items() if name != TOOLS for line in lines]
    tools = {name_of(line) for line in extras[TOOLS]} - {name_of(line) for line in used}
    pinned = (CHECKOUT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    lines = [line for line in pinned if not line.startswith("#") and name_of(line) in tools]
    print(*lines, *(oldest(used) if which == "oldest" else ()), sep="\n")


if __name__ == "__main__":
    main(sys.argv[1])
