"""``make soak``: an hour of keys, clicks, wheels, files, screens and languages at random, in the real window.

    make soak ARGS="--minutes 5 --seed 7"

Said are: what the window could not do and should have, numbers on screen that are not the engine's, stalls of more than
100 ms of processor time by what was asked for, and memory as it goes. Exit status 1 for the first two, or where memory
grows on and on when everything has been used once. A crash says where it was, with what was asked for before it.
"""

from __future__ import annotations

import argparse
import faulthandler
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.soak.soak import Soak

GROWTH = 60.0
"""Megabytes an hour that memory may grow by once it is warm."""
SHORTEST = 10.0
"""Minutes of which the growth says something."""


def main() -> int:
    parser = argparse.ArgumentParser(prog="make soak", description=__doc__.partition("\n")[0])
    parser.add_argument("--minutes", type=float, default=60.0)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    faulthandler.enable()
    with TemporaryDirectory() as folder:
        soak = Soak(asked.seed, Path(folder), say=lambda text: print(text, flush=True))
        soak.run(60.0 * asked.minutes)
        found = soak.close()
    for line in found.lines():
        print(line)
    grows = asked.minutes >= SHORTEST and found.growth > GROWTH
    return 1 if found.faults or found.differences or grows else 0


if __name__ == "__main__":
    sys.exit(main())
