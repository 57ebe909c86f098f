"""Saves what an Xvfb with ``-fbdir`` shows, once it shows something: ``python picture.py SCREEN OUT.png``."""

import struct
import sys
import time
from pathlib import Path

from PIL import Image

COLOURS = 300
"""How many a window that is drawn has at least; an empty screen has one."""
SECONDS = 120


def picture(dump: bytes) -> Image.Image:
    """The picture in an X window dump of 32 bits a pixel."""
    header = struct.unpack(">25I", dump[:100])
    size, width, height, line, colours = header[0], header[4], header[5], header[12], header[19]
    return Image.frombuffer("RGB", (width, height), dump[size + 12 * colours :], "raw", "BGRX", line, 1)


def main(screen: Path, out: Path) -> None:
    """Wait, and save it."""
    until = time.monotonic() + SECONDS
    while time.monotonic() < until:
        seen = picture(screen.read_bytes())
        if len(seen.getcolors(seen.width * seen.height) or ()) >= COLOURS:
            seen.save(out)
            return
        time.sleep(0.2)
    raise SystemExit(f"{out}: nothing appeared in {SECONDS} s")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
