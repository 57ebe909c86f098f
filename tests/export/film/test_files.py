"""The files of films."""

import io
import os
import stat
from fractions import Fraction

import pytest
from PIL import Image

from nnviz.export.film.files import KINDS, Gif, Stills
from nnviz.export.film.frames import Frame
from nnviz.export.film.video import WAITING, EncoderError, FFmpeg, MissingEncoderError, PyAV, video

FPS = Fraction(10)
WHITE, BLACK = b"\xff\xff\xff\0", b"\0\0\0\0"


def flat(colour: bytes, ticks: int = 1, size: tuple[int, int] = (8, 6)) -> Frame:
    return Frame(colour * (size[0] * size[1]), ticks)


# ---- files -------------------------------------------------------------------------------------------------------


def test_what_does_not_change_is_shown_longer() -> None:
    stills = Stills((8, 6), FPS)
    for frame in (flat(WHITE), flat(WHITE, 2), flat(BLACK), flat(WHITE)):
        stills.add(frame)
    assert stills.count == 3
    assert stills.durations(100) == [30, 10, 10]


def test_what_is_rounded_off_adds_up_to_nothing() -> None:
    stills = Stills((8, 6), Fraction(12))
    for place in range(12):
        stills.add(flat(WHITE if place % 2 else BLACK))
    assert sum(stills.durations(100)) == 100
    assert set(stills.durations(100)) == {8, 9}


def test_frames_of_a_gif_share_one_palette() -> None:
    gif = Gif((8, 6), FPS)
    for colour in (WHITE, BLACK, b"\x10\x20\xf0\0"):
        gif.add(flat(colour))
    content = gif.content()
    assert content == gif.content()
    image = Image.open(io.BytesIO(content))
    assert image.n_frames == 3
    assert _palette_bits(content) == [True, False, False, False], "the file has one, its frames have none"
    image.seek(2)
    assert image.convert("RGB").getpixel((3, 3)) == (0xF0, 0x20, 0x10)


def _palette_bits(content: bytes) -> list[bool]:
    """Whether the file has a palette, and each of its frames, read off its blocks."""
    bits = [bool(content[10] & 0x80)]
    place = 13 + 3 * 2 ** ((content[10] & 7) + 1) * bits[0]
    while content[place : place + 1] != b";":
        if content[place] == 0x21:
            place += 2
        else:
            packed = content[place + 9]
            bits.append(bool(packed & 0x80))
            place += 11 + 3 * 2 ** ((packed & 7) + 1) * bits[-1]
        while content[place]:
            place += content[place] + 1
        place += 1
    return bits


@pytest.mark.parametrize("kind", ["gif", "webp"])
def test_what_is_hardly_another_colour_is_left_as_it_is_where_it_passes_by(kind: str) -> None:
    grey, light, lighter = b"\x80\x80\x80\0", b"\x88\x88\x88\0", b"\x90\x90\x90\0"
    with KINDS[kind]((8, 6), FPS) as film:
        for colour, passes in ((grey, True), (light, True), (lighter, True), (light, False)):
            film.add(Frame(colour * 47 + WHITE, 1, passes))
        image = Image.open(io.BytesIO(film.content()))
    shown = []
    for number in range(image.n_frames):
        image.seek(number)
        image.load()
        shown.append((image.convert("RGB").getpixel((0, 0))[0], image.info["duration"]))
    assert shown == [(0x80, 200), (0x90, 100), (0x88, 100)]


def test_a_webp_has_every_pixel_as_it_was_drawn() -> None:
    with KINDS["webp"]((8, 6), FPS) as webp:
        webp.add(flat(b"\x11\x22\x33\0", 5))
        webp.add(flat(BLACK))
        image = Image.open(io.BytesIO(webp.content()))
    assert image.n_frames == 2
    image.load()
    assert image.info["duration"] == 500
    assert image.convert("RGB").getpixel((0, 0)) == (0x33, 0x22, 0x11)


@pytest.mark.parametrize("kind", ["mp4", "webm"])
def test_a_video_has_every_frame_and_even_sides(kind: str) -> None:
    import av

    size = (65, 49)
    with PyAV(kind, size, FPS) as film:
        for colour in (WHITE, BLACK, WHITE):
            film.add(flat(colour, 2, size))
        content = film.content()
    with av.open(io.BytesIO(content)) as container:
        pictures = [frame.to_ndarray(format="rgb24") for frame in container.decode(video=0)]
        assert container.streams.video[0].average_rate == 10
    assert [int(picture.mean()) // 128 for picture in pictures] == [1, 1, 0, 0, 1, 1]
    assert pictures[0].shape == (50, 66, 3)


PROGRAM = """#!/bin/sh
for last; do :; done
echo "$@" > "$last"
wc -c >> "$last"
"""


@pytest.fixture
def program(tmp_path, monkeypatch):
    """A program called ffmpeg on a path that has nothing else of its kind."""
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")

    def write(script: str) -> None:
        file = tmp_path / "ffmpeg"
        file.write_text(script)
        file.chmod(file.stat().st_mode | stat.S_IXUSR)

    return write


def test_ffmpeg_is_given_raw_frames_as_long_as_they_are_shown(program) -> None:
    program(PROGRAM)
    with video("mp4", (7, 5), Fraction(25, 2)) as film:
        assert isinstance(film, FFmpeg)
        film.add(flat(WHITE, 3, (7, 5)))
        words, count = film.content().decode().splitlines()
    assert "-f rawvideo -pix_fmt bgr0 -s 8x6 -r 25/2 -i -" in words
    assert "-c:v libx264" in words
    assert int(count) == 3 * 8 * 6 * 4


def fill(film: FFmpeg) -> None:
    """Give it so many frames that it is heard of at once where they go nowhere."""
    for _ in range(WAITING + 3):
        film.add(flat(WHITE, 100, (640, 480)))


def test_what_ffmpeg_complains_of_is_told(program) -> None:
    program("#!/bin/sh\necho first >&2\necho no such codec >&2\nexit 1\n")
    with video("webm", (640, 480), FPS) as film:
        with pytest.raises(EncoderError, match=r"^ffmpeg has failed: no such codec$"):
            fill(film)
        with pytest.raises(EncoderError, match="no such codec"):
            film.content()


def test_what_it_complains_of_is_told_though_it_calls_that_a_success(program) -> None:
    """As it does where the disk is full just as it closes the file."""
    program('#!/bin/sh\nfor last; do :; done\necho half > "$last"\ncat > /dev/null\necho the disk is full >&2\n')
    with video("mp4", (8, 6), FPS) as film:
        film.add(flat(WHITE, 3, (8, 6)))
        with pytest.raises(EncoderError, match=r"^ffmpeg has failed: the disk is full$"):
            film.content()


def test_ffmpeg_that_is_killed_is_said_to_have_ended(program) -> None:
    program("#!/bin/sh\nkill -9 $$\n")
    with video("mp4", (8, 6), FPS) as film, pytest.raises(EncoderError, match="failed: it ended without a word"):
        film.content()


def test_without_ffmpeg_and_pyav_what_is_missing_is_named(tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("nnviz.export.film.video.find_spec", lambda name: None)
    with pytest.raises(MissingEncoderError, match=r"ffmpeg.*PyAV.*nnviz-desktop\[film\]"):
        KINDS["mp4"]((8, 6), FPS)
