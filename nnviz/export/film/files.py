"""The files of films: frames go in as they are drawn, and the whole file comes out."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable, Iterator
from fractions import Fraction
from functools import partial
from types import MappingProxyType
from typing import Protocol, Self

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from nnviz.export.film.frames import Frame
from nnviz.export.film.video import Size, video

COLOURS = 255
"""Of a palette; one more says that a pixel stays as it was."""
PALETTE_FRAMES = 24
"""How many frames are looked at for the colours that all share."""
NEAR = 12
"""By how many of 255 steps of red, green or blue a pixel that stays as it was may be off."""
CENTISECONDS = 100
NEVER = 2**31 - 1
"""After so many frames a WebP has a whole one again."""


class FilmFile(Protocol):
    """Takes frames, and is at last a file."""

    def __enter__(self) -> Self:
        """Ready."""

    def __exit__(self, *_: object) -> None:
        """Whatever was needed on the way is gone."""

    def add(self, frame: Frame) -> None:
        """The next frame."""

    def content(self) -> bytes:
        """The whole file."""


class Stills:
    """Keeps what changes, packed, until the whole film is known.

    Args:
        size: Width and height in pixels.
        fps: Frames a second.
    """

    def __init__(self, size: Size, fps: Fraction) -> None:
        self.size, self._fps = size, fps
        self._last = b""
        self._packed: list[bytes] = []
        self._ticks: list[int] = []
        self._passing: list[bool] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._packed.clear()

    def add(self, frame: Frame) -> None:
        """The next frame; like the one before, that one is shown longer."""
        if frame.pixels == self._last:
            self._ticks[-1] += frame.ticks
            self._passing[-1] &= frame.passes
            return
        self._last = frame.pixels
        self._packed.append(zlib.compress(frame.pixels, 1))
        self._ticks.append(frame.ticks)
        self._passing.append(frame.passes)

    def images(self, step: int = 1) -> Iterator[Image.Image]:
        """The pictures that differ from the one before, or some of them."""
        for packed in self._packed[::step]:
            yield Image.frombytes("RGB", self.size, zlib.decompress(packed), "raw", "BGRX")

    def durations(self, unit: int) -> list[int]:
        """How long each picture is shown, in so many units a second; what is rounded off adds up to nothing."""
        ends = [round(Fraction(int(end)) * unit / self._fps) for end in np.cumsum(self._ticks)]
        return [end - start for start, end in zip([0, *ends], ends, strict=False)]

    @property
    def count(self) -> int:
        """How many pictures there are."""
        return len(self._packed)


class Shared(Stills):
    """The same palette for all frames; in those that pass by, what is hardly another colour stays as it was."""

    def _palette(self) -> list[int]:
        """The colours that suit all frames, found in some of them that lie evenly through the film."""
        width, height = self.size
        looked_at = list(self.images(-(-self.count // PALETTE_FRAMES)))
        sheet = Image.new("RGB", (width, height * len(looked_at)))
        for place, image in enumerate(looked_at):
            sheet.paste(image, (0, height * place))
        found = sheet.quantize(COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).getpalette() or []
        # Each colour once: there are as many places for them as the file has.
        each = dict.fromkeys(zip(found[::3], found[1::3], found[2::3], strict=True))
        return [part for colour in each for part in colour]

    def _painted(self, colours: list[int]) -> Iterator[Image.Image]:
        """The pictures in these colours."""
        palette = Image.new("P", (1, 1))
        palette.putpalette(colours)
        table = np.array(colours, np.int16).reshape(-1, 3)
        shown: NDArray[np.uint8] | None = None
        for image, passes in zip(self.images(), self._passing, strict=True):
            drawn = np.asarray(image.quantize(palette=palette, dither=Image.Dither.NONE))
            if shown is None or not passes:
                shown = drawn
            else:
                off = np.abs(table[shown] - np.asarray(image)).max(axis=2)
                shown = np.where(off > NEAR, drawn, shown)
            painted = Image.fromarray(shown)
            painted.putpalette(colours)
            yield painted


class Gif(Shared):
    """Of each frame the pixels that change."""

    def content(self) -> bytes:
        """The whole file."""
        colours = self._palette()
        frames = self._painted(colours)
        durations = [10 * centiseconds for centiseconds in self.durations(CENTISECONDS)]
        file = io.BytesIO()
        # The palette is named, or each frame brings it again; optimised, what does not change is a colour of its own.
        next(frames).save(
            file,
            "GIF",
            save_all=True,
            append_images=frames,
            duration=durations,
            loop=0,
            palette=bytes(colours),
            optimize=True,
        )
        return file.getvalue()


class WebP(Shared):
    """The same, packed more tightly."""

    def content(self) -> bytes:
        """The whole file."""
        frames = (image.convert("RGB") for image in self._painted(self._palette()))
        file = io.BytesIO()
        # No frame but the first is whole.
        next(frames).save(
            file, "WEBP", save_all=True, append_images=frames, duration=self.durations(1000), loop=0, lossless=True,
            quality=50, method=2, kmin=NEVER - 1, kmax=NEVER,
        )  # fmt: skip
        return file.getvalue()


KINDS: MappingProxyType[str, Callable[[Size, Fraction], FilmFile]] = MappingProxyType(
    {"gif": Gif, "webp": WebP, "mp4": partial(video, "mp4"), "webm": partial(video, "webm")}
)
"""The kinds of films, by the ending of their files."""
