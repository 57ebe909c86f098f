"""Pictures of lines and text: what scrolls stays within its frame, and lines are as wide as it is said."""

import re
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QLineF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPaintEvent, QPen, QTransform
from PySide6.QtWidgets import QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from nnviz.ui.look.look import Look
from nnviz.ui.pictures.kinds import KINDS, Sitter, image_of
from nnviz.ui.pictures.recorded import Recorded

RED = "#ff0000"
SVG = "{http://www.w3.org/2000/svg}"


class Tall(QWidget):
    """Red from top to bottom, with a line across that is three wide however large it is painted."""

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(RED))
            painter.scale(10.0, 4.0)
            pen = QPen(QColor("#0000ff"), 3.0)
            pen.setCosmetic(True)
            painter.setPen(pen)
            painter.drawLine(QLineF(1.0, 2.0, 9.0, 2.0))


@pytest.fixture
def scrolled(qtbot: QtBot, look: Look) -> Sitter:
    """A window of 200 × 160 with a frame of 100 × 60 in it, whose content is twice as large."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(200, 160)
    area = QScrollArea(window)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    for policy in (area.setVerticalScrollBarPolicy, area.setHorizontalScrollBarPolicy):
        policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setGeometry(40, 30, 100, 60)
    content = Tall()
    content.setFixedSize(200, 120)
    area.setWidget(content)
    window.show()
    return Sitter(window, look)


@pytest.mark.parametrize("recorded", [False, True], ids=["painted", "recorded"])
def test_of_what_scrolls_an_svg_shows_what_is_seen(scrolled: Sitter, recorded: bool) -> None:
    sitter = Recorded(scrolled.widget, scrolled.look) if recorded else scrolled
    root = ElementTree.fromstring(KINDS["svg"](sitter, 1.0))
    frames = {
        clip.get("id"): tuple(float(clip[0].get(side, "")) for side in ("x", "y", "width", "height"))
        for clip in root.iter(f"{SVG}clipPath")
    }
    parents = {child: parent for parent in root.iter() for child in parent}
    (red,) = (group for group in root.iter(f"{SVG}g") if group.get("fill") == RED)
    around = []
    while red in parents:
        red = parents[red]
        if found := re.fullmatch(r"url\(#(\w+)\)", red.get("clip-path", "")):
            around.append(frames[found[1]])
    assert around == [(40.0, 30.0, 100.0, 60.0)]
    assert b"#f0e0" not in KINDS["svg"](sitter, 1.0)


def test_nobody_sees_where_frames_begin_and_end(scrolled: Sitter) -> None:
    recorded, painted = (image_of(each) for each in (Recorded(scrolled.widget, scrolled.look), scrolled))
    for x, y in ((40, 30), (41, 30), (40, 31), (0, 0), (1, 0)):
        assert recorded.pixelColor(x, y) == painted.pixelColor(x, y)


def test_lines_of_an_svg_are_as_wide_as_they_are_for_every_reader(scrolled: Sitter) -> None:
    root = ElementTree.fromstring(KINDS["svg"](scrolled, 1.0))
    assert not [each for each in root.iter() if each.get("vector-effect")]
    (group,) = (each for each in root.iter(f"{SVG}g") if each.get("stroke") == "#0000ff" and len(each))
    assert float(group.get("stroke-width", "")) == 3.0
    to_paper = QTransform()
    for element in (group, group[0]):
        to_paper = QTransform(*map(float, element.get("transform", "")[7:-1].split(","))) * to_paper
    assert [round(to_paper.m11(), 9), round(to_paper.m22(), 9)] == [1.0, 1.0]
    points = [tuple(map(float, pair.split(","))) for pair in group[0].get("points", "").split()]
    assert [to_paper.map(*point) for point in points] == [(50.0, 38.0), (130.0, 38.0)]


class Pointless(QWidget):
    """Strokes a path without a point."""

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setPen(QColor(RED))
            painter.drawPath(QPainterPath())


def test_an_svg_has_no_path_without_a_point(qtbot: QtBot, look: Look) -> None:
    window = Pointless()
    qtbot.addWidget(window)
    written = KINDS["svg"](Sitter(window, look), 1.0)
    assert RED.encode() in written and b"<path" not in written


def test_text_of_an_svg_has_letters_where_none_of_its_fonts_are(qtbot: QtBot, look: Look) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.setFont(look.font("body"))
    families = re.findall(rb'font-family="([^"]*)"', KINDS["svg"](Sitter(window, look), 1.0))
    assert families and {family.rpartition(b",")[2] for family in families} == {b"sans-serif"}


@pytest.mark.skipif(shutil.which("pdftoppm") is None, reason="pdftoppm (poppler-utils) is not there")
def test_of_what_scrolls_a_pdf_shows_what_is_seen(scrolled: Sitter, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(KINDS["pdf"](scrolled, 1.0))
    words = ["pdftoppm", "-r", "96", "-png", "-singlefile", "a.pdf", "a"]
    subprocess.run(words, cwd=tmp_path, check=True, timeout=60)
    image = QImage(str(tmp_path / "a.png"))
    red = {(x, y) for x in range(image.width()) for y in range(image.height()) if image.pixelColor(x, y) == QColor(RED)}
    assert {(42, 32), (137, 87)} <= red
    assert not {(x, y) for x, y in red if not (39 <= x <= 140 and 29 <= y <= 90)}
