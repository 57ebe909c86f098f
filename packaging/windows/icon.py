"""Draws nnviz's icon as Windows wants it: ``python icon.py OUT.ico``."""

import sys
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QImageReader


def main(out: Path) -> None:
    """Draw it at the largest size, from which Windows makes the others."""
    reader = QImageReader(str(Path(__file__).parents[1] / "org.nnviz.nnviz.svg"))
    reader.setScaledSize(QSize(256, 256))
    picture = reader.read()
    if picture.isNull() or not picture.save(str(out)):
        raise SystemExit(f"{out}: the icon could not be written")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
