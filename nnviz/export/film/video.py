"""Films as video, squeezed by ffmpeg or by PyAV: neither is nnviz's own, and one of them has to be there."""

from __future__ import annotations

import shutil
import subprocess
from contextlib import suppress
from fractions import Fraction
from importlib import import_module
from importlib.util import find_spec
from queue import Queue
from threading import Thread
from types import MappingProxyType
from typing import Any, Self, TypeAlias

import numpy as np
from numpy.typing import NDArray

from nnviz.export.film.frames import Frame
from nnviz.said import said
from nnviz.temporary import TemporaryFolder

Size: TypeAlias = tuple[int, int]

CODECS = MappingProxyType(
    {
        "mp4": ("libx264", {"crf": "20", "preset": "veryfast", "threads": "4", "x264-params": "cpu-independent=1"}),
        "webm": ("libvpx-vp9", {"crf": "32", "b": "0", "deadline": "realtime", "cpu-used": "6", "threads": "4"}),
    }
)
"""What squeezes each kind, and how: on every machine alike, whatever it has of processors."""

COLOURS = "bt709"
"""What is said of the colours in the file, and what they are turned into: nothing said, players guess."""
AVCOL_BT709, AVCOL_RANGE_MPEG = 1, 1
"""The same as the library has it."""
WAITING = 4
"""So many frames may wait for the encoder, which then has always one to go on with."""

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
        if self.even == self._size:
            return pixels
        return np.pad(pixels, ((0, high - height), (0, wide - width), (0, 0)), mode="edge")

    def content(self, frame: Frame) -> bytes:
        """The same as bytes."""
        return frame.pixels if self.even == self._size else self.pixels(frame).tobytes()


class FFmpeg:
    """The program: it is given raw frames as they are drawn, and writes into a folder that goes again."""

    def __init__(self, program: str, kind: str, size: Size, fps: Fraction) -> None:
        self._folder = TemporaryFolder()
        self._made = self._folder.path / f"film.{kind}"
        self._complaints: list[bytes] = []
        self._canvas = Canvas(size)
        codec, settings = CODECS[kind]
        wide, high = self._canvas.even
        words = ["-hide_banner", "-loglevel", "error", "-f", "rawvideo", "-pix_fmt", "bgr0", "-s", f"{wide}x{high}"]
        words += ["-r", str(fps), "-i", "-", "-an", "-c:v", codec, "-pix_fmt", "yuv420p"]
        words += ["-vf", f"scale=out_color_matrix={COLOURS}:out_range=tv", "-color_range", "tv"]
        words += [word for name in ("colorspace", "color_primaries", "color_trc") for word in (f"-{name}", COLOURS)]
        words += [word for name, value in settings.items() for word in (f"-{name}:v", value)]
        words += ["-flags:v", "+bitexact"]
        words += [word for name, value in FILES[kind].items() for word in (f"-{name}", value)]
        words.append(str(self._made))
        # A session of its own: Ctrl-C is for whoever draws the frames.
        self._process = subprocess.Popen(
            [program, *words],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
        self._listener = Thread(target=self._listen, name="complaints")
        self._listener.start()
        self._broken = False
        self._waiting: Queue[tuple[bytes, int] | None] = Queue(WAITING)
        self._writer = Thread(target=self._write, name="film")
        self._writer.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._end()
        self._wait()
        self._folder.close()

    def add(self, frame: Frame) -> None:
        """The next frame.

        Raises:
            EncoderError: The program takes no more.
        """
        self._waiting.put((self._canvas.content(frame), frame.ticks))
        if self._broken:
            raise self._failure()

    def content(self) -> bytes:
        """The whole file.

        Raises:
            EncoderError: The program has failed.
        """
        self._end()
        self._wait()
        # Where the disk is full just as it ends, it says so and calls it a success.
        if self._broken or self._complaints or self._process.returncode != 0 or not self._made.exists():
            raise self._failure()
        return self._made.read_bytes()

    def _write(self) -> None:
        """Hand the frames on, while others are drawn."""
        assert self._process.stdin is not None, "it is a pipe"
        while (waiting := self._waiting.get()) is not None:
            pixels, ticks = waiting
            with suppress(OSError):
                for _ in range(ticks if not self._broken else 0):
                    self._process.stdin.write(pixels)
                continue
            self._broken = True

    def _end(self) -> None:
        """Everything is handed on."""
        if self._writer.is_alive():
            self._waiting.put(None)
            self._writer.join()

    def _listen(self) -> None:
        """Hear what it complains of; on a full disk, no file could hold that."""
        assert self._process.stderr is not None, "it is a pipe"
        with self._process.stderr as complaints:
            self._complaints += [line for line in map(bytes.strip, complaints) if line]

    def _wait(self) -> None:
        """All that it does and says is over."""
        assert self._process.stdin is not None, "it is a pipe"
        with suppress(OSError):
            self._process.stdin.close()
        self._process.wait()
        self._listener.join()

    def _failure(self) -> EncoderError:
        self._wait()
        last = self._complaints[-1].decode(errors="replace") if self._complaints else ""
        complaint = last or said("Film", "it ended without a word")
        return EncoderError(said("Film", "ffmpeg has failed: {complaint}").format(complaint=complaint))


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
        context = stream.codec_context
        context.colorspace = context.color_primaries = context.color_trc = AVCOL_BT709
        context.color_range = AVCOL_RANGE_MPEG
        self._stream, self._shown = stream, 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._container.close()
        self._folder.close()

    def add(self, frame: Frame) -> None:
        """The next frame."""
        picture = self._frame_of(self._canvas.pixels(frame), format="bgra")
        picture = picture.reformat(format="yuv420p", dst_colorspace="ITU709", dst_color_range="MPEG")
        for _ in range(frame.ticks):
            picture.pts = self._shown
            self._shown += 1
            self._container.mux(self._stream.encode(picture))

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
            "install ffmpeg, or pip install 'nnviz-desktop[film]'; .gif and .webp need neither",
        )
    )
