"""Files that somebody may open: good ones of every kind, bad ones, and ones that are none."""

from __future__ import annotations

from pathlib import Path
from random import Random

from nnviz.engine import Experiment
from tests.fuzz.kinds import KINDS

BAD = 12
"""Of each kind."""


def written_files(folder: Path) -> list[Path]:
    """Write them, and give their names."""
    files = []
    for name, kind in KINDS.items():
        if kind.ending in (".toml", ".csv", ".xlsx", ".nnviz", ".nnviz-run"):
            good = kind.good()
            for place, content in enumerate(good):
                files.append(_written(folder / f"{name}-{place}{kind.ending}", content))
            for place in range(BAD):
                random = Random(place)
                content = kind.mutate(random, random.choice(good), good)
                files.append(_written(folder / f"bad-{name}-{place}{kind.ending}", content))
    wide = {"network.hidden": [64, 64, 64], "data.examples": 2000}
    files.append(_written(folder / "wide.toml", Experiment.named("spiral", wide).to_toml().encode()))
    files.append(_written(folder / "nothing.xyz", b""))
    files.append(folder / "not there.toml")
    return files


def _written(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path
