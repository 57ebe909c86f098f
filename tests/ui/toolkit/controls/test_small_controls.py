import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPixmap

from nnviz.ui.toolkit.controls import Button, Card, Section, Text, ThumbnailButton
from nnviz.ui.toolkit.controls.thin_bar import ThinBar


def test_text_keeps_its_type_style_when_the_look_changes(qtbot, look, qapp):
    text = Text(look, "Backward", role="heading", tone="backward")
    qtbot.addWidget(text)
    look.dress(qapp)
    text.show()
    assert text.font().pixelSize() == 24
    assert text.palette().color(text.foregroundRole()) == look.colour("backward")
    look.set_theme("dark")
    look.set_scale(2)
    assert text.font().pixelSize() == 48
    assert text.palette().color(text.foregroundRole()) == look.colour("backward")
    qapp.setStyleSheet("")


def test_tones_are_roles_of_the_theme(qtbot, look):
    text = Text(look, "note")
    qtbot.addWidget(text)
    text.set_tone("muted")
    assert text.palette().color(text.foregroundRole()) == look.colour("text_muted")


def test_a_section_is_in_capitals_without_changing_its_text(qtbot, look):
    section = Section(look, "Data")
    qtbot.addWidget(section)
    assert section.text() == "Data"


def test_a_card_has_a_title_and_a_note(qtbot, look):
    card = Card(look, "Loss")
    qtbot.addWidget(card)
    card.set_note("best epoch 116")
    assert (card.title(), card.note(), card.accessibleName()) == ("Loss", "best epoch 116", "Loss")
    card.body.addWidget(Text(look, "body"))
    assert card.sizeHint().height() > 60


def test_enter_presses_a_button_and_a_click_does_not_take_the_keyboard(qtbot, look):
    button = Button(look, "Train", icon="train")
    qtbot.addWidget(button)
    with qtbot.waitSignal(button.clicked, timeout=1000):
        qtbot.keyClick(button, Qt.Key.Key_Return)
    assert button.focusPolicy() == Qt.FocusPolicy.TabFocus


def test_a_button_changes_its_icon(qtbot, look):
    button = Button(look, "Play", icon="play")
    qtbot.addWidget(button)
    before = button.icon().cacheKey()
    button.set_icon_name("pause")
    assert button.icon().cacheKey() != before
    button.set_icon_name("")
    assert button.icon().isNull()


def test_a_thumbnail_paints_its_picture_in_the_theme(qtbot, look):
    asked = []

    def picture(painter, area, theme):
        asked.append((theme.name, area.isValid()))
        painter.fillRect(QRectF(area), QColor("#FF0000"))

    button = ThumbnailButton(look, "Circle", picture)
    qtbot.addWidget(button)
    button.resize(button.sizeHint())
    image = button.grab().toImage()
    look.set_theme("dark")
    button.grab()
    assert asked == [("light", True), ("dark", True)]
    assert image.pixelColor(image.width() // 2, image.height() // 3) == QColor("#FF0000")


def test_a_thumbnail_shows_a_pixmap_and_is_checked_by_enter(qtbot, look):
    pixmap = QPixmap(40, 40)
    pixmap.fill(QColor("#00FF00"))
    button = ThumbnailButton(look, "Moons", pixmap)
    qtbot.addWidget(button)
    button.resize(button.sizeHint())
    qtbot.keyClick(button, Qt.Key.Key_Return)
    assert button.isChecked()
    assert button.font().weight() > 400
    image = button.grab().toImage()
    assert image.pixelColor(image.width() // 2, image.height() // 3) == QColor("#00FF00")
    button.setChecked(False)
    assert button.font().weight() == 400


def test_the_icon_of_a_button_that_is_pressed_in_has_another_colour(qtbot, look):
    button = Button(look, icon="pin", kind="segment")
    qtbot.addWidget(button)
    button.setCheckable(True)
    before = button.icon().pixmap(18).toImage()
    button.setChecked(True)
    assert button.icon().pixmap(18).toImage() != before
    button.setChecked(False)
    assert button.icon().pixmap(18).toImage() == before


def test_a_thin_bar_is_thin_before_a_layout_has_placed_it(qtbot, look):
    card = Card(look)
    qtbot.addWidget(card)
    assert ThinBar(look, parent=card).height() == look.px(6)


def test_a_picture_to_choose_by_has_the_beginning_of_its_name_where_it_is_narrow(qtbot, look):
    def nothing(*_: object) -> None:
        """No picture."""

    button = ThumbnailButton(look, "Gaussians", nothing)
    qtbot.addWidget(button)
    button.resize(36, button.sizeHint().height())
    shot = button.grab(button.rect().adjusted(0, button.height() - look.px(18), 0, 0)).toImage()
    ground = shot.pixelColor(0, 0)
    seen = sum(shot.pixelColor(x, y) != ground for x in range(shot.width()) for y in range(shot.height()))
    assert seen > 50


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("only the error ŷ − y is left.", "only the error ŷ_−_y is left."),
        ("(ŷ − y)² · 2", "(ŷ_−_y)² · 2"),
        ("the same: z = a · w² now", "the same: z_=_a_·_w² now"),
        ("outgoing weights × the errors", "outgoing weights × the errors"),
        ("0.61 × 0.64 = 0.39", "0.61 × 0.64 = 0.39"),
    ],
)
def test_a_short_formula_is_not_broken_into_two_lines(qtbot, look, said, kept):
    text = Text(look, said)
    qtbot.addWidget(text)
    assert text.text() == kept.replace("_", "\N{NO-BREAK SPACE}")
    text.setText("")
    text.setText(said)
    assert text.text() == kept.replace("_", "\N{NO-BREAK SPACE}")


def test_a_name_too_long_for_its_picture_is_said_in_less_words_as_large_as_others(qtbot, look):
    def nothing(*_: object) -> None:
        """No picture."""

    shots = []
    for name in ("Three clouds", "Clouds"):
        button = ThumbnailButton(look, name, nothing)
        qtbot.addWidget(button)
        button.resize(round(0.9 * button.fontMetrics().horizontalAdvance("Three clouds")), button.sizeHint().height())
        shots.append(button)
    one, other = shots
    other.resize(one.size())
    assert one.grab().toImage() == other.grab().toImage()


def test_a_name_a_little_too_long_for_its_picture_is_not_cut(qtbot, look):
    def nothing(*_: object) -> None:
        """No picture."""

    look.set_scale(0.5)
    button = ThumbnailButton(look, "Gaussians", nothing)
    qtbot.addWidget(button)
    wide = QFontMetricsF(button.font()).horizontalAdvance("Gaussians")
    button.resize(round(0.95 * wide), button.sizeHint().height())
    shown = button.caption()
    assert shown.text == "Gaussians"
    assert QFontMetricsF(shown.font).horizontalAdvance(shown.text) <= button.width()
    button.resize(round(0.7 * wide), button.sizeHint().height())
    assert button.caption().text.startswith("Ga") and button.caption().text != "Gaussians"
