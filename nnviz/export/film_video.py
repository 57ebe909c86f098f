"""Films as video, squeezed by ffmpeg or by PyAV: neither is nnviz's own, and one of them has to be there."""

from __future__ import annotations

import shutil
import subprocess
from fractions import Fraction
from importlib import import_module
from importlib.util import find_spec
from types import MappingProxyType
from typing import Any, Self, TypeAlias

import numpy as np
from numpy.typing import NDArray

from nnviz.export.frames import Frame
from nnviz.said import said
from nnviz.temporary import TemporaryFolder

Size: TypeAlias = tuple[int, int]

CODECS = MappingProxyType(
    {
        "mp4": ("libx264", {"crf": "20", "preset": "medium"}),
        "webm": ("libvpx-vp9", {"crf": "32", "b": "0", "cpu-used": "4", "row-mt": "1"}),
    }
)
"""What squeezes each kind, and how."""

FILES: MappingProxyType[str, dict[str, str]] = MappingProxyType(
    {"mp4": {"fflags": "+bitexact", "movflags": "+faststart"}, "webm": {"fflags": "+bitexact"}}
)
"""How each kind of file is written: the same frames give the same bytes."""


class MissingEncoderError(Exception):
    """There is nothing that makes a video; its text says what would."""


class EncoderError(Exception):
    """What makes the video has failed; its text is one line."""


class Canvas:
    """The pixels of frames as both codecs want them: with even sides, by a row or a column more, like the last one."""

    def __init__(self, size: Size) -> None:
        self._size = size
        self.even = size[0] + size[0] % 2, size[1] + size[1] % 2

    def pixels(self, frame: Frame) -> NDArray[np.uint8]:
        """A frame, shape (height, width, 4)."""
        (width, height), (wide, high) = self._size, self.even
        pixels = np.frombuffer(frame.pixels, np.uint8).reshape(height, width, 4)
        return np.pad(pixels, ((0, high - height), (0, wide - width), (0, 0)), mode="edge")


class FFmpeg:
    """The program: it is given raw frames as they are drawn, and writes into a folder that goes again."""

    def __init__(self, program: str, kind: str, size: Size, fps: Fraction) -> None:
        self._folder = TemporaryFolder()
        self._made = self._folder.path / f"film.{kind}"
        self._complaints = self._folder.path / "complaints"
        self._canvas = Canvas(size)
        codec, settings = CODECS[kind]
        wide, high = self._canvas.even
        words = ["-hide_banner", "-loglevel", "error", "-f", "rawvideo", "-pix_fmt", "bgr0", "-s", f"{wide}x{high}"]
        words += ["-r", str(fps), "-i", "-", "-an", "-c:v", codec, "-pix_fmt", "yuv420p"]
        words += [word for name, value in settings.items() for word in (f"-{name}:v", value)]
        words += ["-flags:v", "+bitexact"]
        words += [word for name, value in FILES[kind].items() for word in (f"-{name}", value)]
        words.append(str(self._made))
        with self._complaints.open("wb") as complaints:
            # A session of its own: Ctrl-C is for whoever draws the frames.
            self._process = subprocess.Popen(
                [program, *words],
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=complaints,
                start_new_session=True,
            )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.communicate()
        self._folder.close()

    def add(self, frame: Frame) -> None:
        """The next frame.

        Raises:
            EncoderError: The program takes no more.
        """
        pixels = self._canvas.pixels(frame).tobytes()
        assert self._process.stdin is not None, "it is a pipe"
        try:
            for _ in range(frame.ticks):
                self._process.stdin.write(pixels)
        except OSError:
            raise self._failure() from None

    def content(self) -> bytes:
        """The whole file.

        Raises:
            EncoderError: The program has failed.
        """
        self._process.communicate()
        if self._process.returncode != 0 or not self._made.exists():
            raise self._failure()
        return self._made.read_bytes()

    def _failure(self) -> EncoderError:
        self._process.wait()
        complaints = self._complaints.read_text(errors="replace").strip().splitlines() or [""]
        return EncoderError(said("Film", "ffmpeg has failed: {complaint}").format(complaint=complaints[-1]))


class PyAV:
    """The library, which brings its own ffmpeg."""

    def __init__(self, kind: str, size: Size, fps: Fraction) -> None:
        # Where it is not installed, there is nothing to check its types by.
        av: Any = import_module("av")
        self._frame_of = av.VideoFrame.from_ndarray
        self._canvas = Canvas(size)
        self._folder = TemporaryFolder()
        self._made = self._folder.path / f"film.{kind}"
        codec, settings = CODECS[kind]
        self._container = av.open(str(self._made), "w", options=FILES[kind])
        stream = self._container.add_stream(codec, rate=fps, options={**settings, "flags": "+bitexact"})
        stream.width, stream.height = self._canvas.even
        stream.pix_fmt = "yuv420p"
        self._stream = stream

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._container.close()
        self._folder.close()

    def add(self, frame: Frame) -> None:
        """The next frame."""
        pixels = self._canvas.pixels(frame)
        for _ in range(frame.ticks):
            # It keeps what it is given: one of its own each time, and its place in time comes from their order.
            self._container.mux(self._stream.encode(self._frame_of(pixels, format="bgra")))

    def content(self) -> bytes:
        """The whole file."""
        self._container.mux(self._stream.encode(None))
        self._container.close()
        return self._made.read_bytes()


def video(kind: str, size: Size, fps: Fraction) -> FFmpeg | PyAV:
    """What makes a video here.

    Raises:
        MissingEncoderError: Nothing does.
    """
    if program := shutil.which("ffmpeg"):
        return FFmpeg(program, kind, size, fps)
    if find_spec("av") is not None:
        return PyAV(kind, size, fps)
    raise MissingEncoderError(
        said(
            "Film",
            "videos are made by ffmpeg, which is not on the PATH, or by PyAV, which is not installed: "
            "install ffmpeg, or pip install 'nnviz[film]'; .gif and .webp need neither",
        )
    )
