"""Saves what an Xvfb with ``-fbdir`` showed before a process ended: ``python picture.py SCREEN PROCESS OUT.png``."""

import struct
import sys
import time
from pathlib import Path

from PIL import Image

COLOURS = 300
"""How many a window that is drawn has at least; an empty screen has one."""
EVERY = 0.3
"""Seconds between two looks."""


def picture(dump: bytes) -> Image.Image:
    """The picture in an X window dump of 32 bits a pixel."""
    header = struct.unpack(">25I", dump[:100])
    size, width, height, line, colours = header[0], header[4], header[5], header[12], header[19]
    return Image.frombytes("RGB", (width, height), dump[size + 12 * colours :], "raw", "BGRX", line, 1)


def is_running(process: int) -> bool:
    """Tell whether a process is there; one that has ended and is not waited for yet is not."""
    try:
        state = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state != "Z"


def main(screen: Path, process: int, out: Path) -> None:
    """Look until it ends, and save it."""
    last = None
    while is_running(process):
        seen = picture(screen.read_bytes())
        if len(seen.getcolors(seen.width * seen.height) or ()) >= COLOURS:
            last = seen
        time.sleep(EVERY)
    if last is None:
        raise SystemExit(f"{out}: nothing appeared")
    last.save(out)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]))
