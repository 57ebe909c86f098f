"""``make soak``: an hour of keys, clicks, wheels, files, screens and languages at random, in the real window.

    make soak ARGS="--minutes 5 --seed 7"

Said are: what the window could not do and should have, numbers on screen that are not the engine's, stalls of more than
100 ms of processor time by what was asked for, and memory as it goes. Exit status 1 for the first two, or where memory
grows on and on. A crash says where it was, with what was asked for before it.
"""

from __future__ import annotations

import argparse
import faulthandler
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.soak.soak import Soak

GROWTH = 60.0
"""Megabytes that the second half of the time may add to the first."""


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
    return 1 if found.faults or found.differences or found.growth > GROWTH else 0


if __name__ == "__main__":
    sys.exit(main())
