"""``make fuzz``: 100,000 bad files of every kind that nnviz opens. None may end it, hang it or take its memory.

    make fuzz ARGS="--count 1000 --kind table"

Exit status 1 where one did harm; those files are kept in ``build/fuzz``.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

from tests.fuzz.kinds import KINDS
from tests.fuzz.run import Found, fuzz

ROUND = 250
"""Files of a kind, before the next kind has its turn."""


def main() -> int:
    parser = argparse.ArgumentParser(prog="make fuzz", description=__doc__.partition("\n")[0])
    parser.add_argument("--count", type=int, default=100_000, help="how many files, of all kinds together")
    parser.add_argument("--first", type=int, default=0, help="the number of the first of each kind")
    parser.add_argument("--kind", choices=sorted(KINDS), action="append", help="only of this kind")
    parser.add_argument("--keep", type=Path, default=Path("build", "fuzz"), help="where files that do harm are kept")
    asked = parser.parse_args()
    kinds = asked.kind or list(KINDS)
    each = -(-asked.count // len(kinds))
    found = {name: Found() for name in kinds}
    start = monotonic()
    with TemporaryDirectory() as folder:
        for first in range(asked.first, asked.first + each, ROUND):
            for name in kinds:
                said = len(found[name].harm)
                fuzz(name, range(first, min(first + ROUND, asked.first + each)), Path(folder), asked.keep, found[name])
                for number, harm in found[name].harm[said:]:
                    print(f"{name} {number}: {harm}", flush=True)
    for name, result in found.items():
        print(
            f"{name:16} {result.tried:7,} tried, {result.opened:7,} opened, "
            f"slowest {result.slowest:.2f} s, {len(result.harm)} did harm"
        )
    print(f"{sum(each.tried for each in found.values()):,} files in {monotonic() - start:,.0f} s")
    return 1 if any(result.harm for result in found.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
