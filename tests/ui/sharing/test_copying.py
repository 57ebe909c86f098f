"""What is copied is there as pixels, as a drawing and as a page, of one and the same moment."""

import re
from io import BytesIO

from PIL import Image
from PySide6.QtCore import QByteArray, QMimeData
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from nnviz.ui.pictures.kinds import Sitter
from nnviz.ui.sharing.copying import PDF, PNG, SVG
from tests.ui.sharing.conftest import Hands


def copied(hands: Hands) -> QMimeData:
    with hands.qtbot.waitSignal(hands.sharing.copying.copied):
        hands.app.window.actions_["copy_picture"].trigger()
    return QApplication.clipboard().mimeData()


def test_it_is_there_in_every_kind(hands: Hands) -> None:
    data, size = copied(hands), hands.app.window.size()
    with Image.open(BytesIO(data.data(PNG).data())) as picture:
        assert picture.size == (2 * size.width(), 2 * size.height())
        # Twice as many pixels as on screen, and of the same.
        screen = hands.app.window.grab().toImage()
        small = picture.convert("RGB").resize((size.width(), size.height()))
        for x, y in ((5, 5), (200, 300), (900, 200), (700, 650)):
            colour = screen.pixelColor(x, y)
            assert all(
                abs(one - other) < 24
                for one, other in zip(
                    small.getpixel((x, y)), (colour.red(), colour.green(), colour.blue()), strict=True
                )
            )
    drawing = QSvgRenderer(QByteArray(data.data(SVG)))
    assert drawing.isValid() and drawing.viewBox().size() == size
    assert b"<text" in data.data(SVG).data()
    assert data.data(PDF).startsWith(b"%PDF")
    assert data.hasImage()
    assert [row.word.text() for row in hands.sharing.shelf.rows()] == ["The picture is copied: paste it anywhere."]


def words(data: QMimeData) -> list[str]:
    """What can be read in a drawing."""
    return re.findall(r"<text[^>]*>([^<]*)<", data.data(SVG).data().decode())


def iteration(data: QMimeData) -> str:
    """Which update can be read there."""
    return next(text for text in words(data) if re.match(r"it(eration)? \d", text))


def test_what_is_said_of_what_leaves_is_not_in_the_picture(hands: Hands) -> None:
    copied(hands)
    said = hands.row().word.text()
    assert hands.sharing.shelf.isVisible() and said not in words(copied(hands))
    assert hands.sharing.shelf.isVisible() and hands.row().word.text() == said


def test_what_is_copied_last_counts_and_it_is_of_when_it_was_asked_for(hands: Hands) -> None:
    first = iteration(copied(hands))
    with hands.qtbot.waitSignal(hands.sharing.copying.copied):
        hands.sharing.copy()
        hands.app.controller.stepping.step_iteration()
        hands.wait()
    assert iteration(QApplication.clipboard().mimeData()) == first
    with hands.qtbot.waitSignal(hands.sharing.copying.copied):
        hands.sharing.copying.copy(Sitter(hands.app.window.header, hands.app.look))
        hands.sharing.copy()
    assert iteration(QApplication.clipboard().mimeData()) != first
    assert not hands.sharing.copying.busy
