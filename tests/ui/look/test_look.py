import pytest
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QComboBox, QScrollArea, QVBoxLayout, QWidget

from nnviz.ui.look.look import LARGEST_SCALE, SMALLEST_SCALE, TYPE_STYLES, Look
from nnviz.ui.look.numbers import NumberStyle
from nnviz.ui.look.stylesheet import stylesheet
from nnviz.ui.look.theme import LIGHT, themes


@pytest.mark.parametrize(
    "change",
    [
        lambda look: look.set_theme("dark"),
        lambda look: look.set_scale(1.4),
        lambda look: look.set_presenting(True),
        lambda look: look.set_digits(5),
        lambda look: look.set_decimal_sign(","),
    ],
)
def test_each_change_is_told_once_and_only_if_it_is_one(look, change):
    heard = []
    look.changed.connect(lambda: heard.append(look.theme))
    change(look)
    assert len(heard) == 1
    change(look)
    assert len(heard) == 1


def test_body_text_is_sixteen_pixels_and_at_least_twenty_four_when_presenting(look):
    assert look.font("body").pixelSize() == 16
    look.set_presenting(True)
    assert look.font("body").pixelSize() == 24
    look.set_scale(0.6)
    assert look.font("body").pixelSize() == 24
    look.set_scale(2)
    assert look.font("body").pixelSize() == 48


@pytest.mark.parametrize("height", [720, 1080, 2160])
def test_on_a_stage_type_is_in_proportion_to_its_height_and_never_smaller_than_the_back_row_can_read(look, height):
    look.set_scale(2.0)
    look.set_usual(2.0)
    look.set_presenting(True, height)
    least = 24 * height // 1080
    assert look.least_pixels == least
    assert {look.font(role).pixelSize() >= least for role in TYPE_STYLES} == {True}
    assert look.font("body").pixelSize() == least
    # The user's own factor counts, but for a smaller one.
    look.set_scale(3.0)
    assert look.font("body").pixelSize() == 1.5 * least
    look.set_scale(1.0)
    assert look.font("body").pixelSize() == least
    look.set_stage_height(2 * height)
    assert look.font("body").pixelSize() == 2 * least
    look.set_presenting(False)
    assert look.font("tiny").pixelSize() == 13


def test_larger_and_smaller_undo_each_other_and_stop_at_the_limits(look):
    look.larger()
    look.smaller()
    assert look.scale == pytest.approx(1.0)
    for _ in range(30):
        look.larger()
    assert look.scale == LARGEST_SCALE
    for _ in range(60):
        look.smaller()
    assert look.scale == SMALLEST_SCALE


def test_themes_follow_each_other_round(look):
    seen = []
    for _ in themes():
        seen.append(look.theme.name)
        look.next_theme()
    assert seen == ["light", "dark", "projector"]
    assert look.theme.name == "light"


def test_lengths_scale_and_do_not_vanish(look):
    look.set_scale(0.6)
    assert (look.px(0), look.px(0.5), look.px(10)) == (0, 1, 6)


def test_digits_stay_within_what_a_number_has(look):
    look.set_digits(99)
    assert look.numbers == NumberStyle(15)
    look.set_digits(-1)
    assert look.numbers == NumberStyle(0)


def test_an_unknown_theme_or_type_style_is_an_error(look):
    with pytest.raises(KeyError):
        Look("sepia")
    with pytest.raises(KeyError):
        look.font("gothic")


@pytest.mark.parametrize("role", TYPE_STYLES)
def test_every_type_style_finds_its_own_font(look, role):
    style, info = TYPE_STYLES[role], QFontInfo(look.font(role))
    assert info.family() == ("JetBrains Mono" if style.mono else "Inter")
    assert info.weight() == style.weight


def test_the_application_is_dressed_and_stays_so(look, qapp):
    look.dress(qapp)
    assert look.theme.accent in qapp.styleSheet()
    assert qapp.font().pixelSize() == 16
    look.set_theme("dark")
    look.set_scale(2)
    assert look.theme.accent in qapp.styleSheet()
    assert qapp.font().pixelSize() == 32
    qapp.setStyleSheet("")


def test_dressing_again_does_nothing(look, qapp):
    look.dress(qapp)
    qapp.setStyleSheet("")
    look.dress(qapp)
    assert qapp.styleSheet() == ""


def test_a_window_grows_for_no_look_in_between(look, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    column, parts = QVBoxLayout(window), (QWidget(), QWidget())
    column.setSpacing(0)
    heights = {1.0: (300, 100), 2.0: (100, 300)}
    for part, height in zip(parts, heights[look.scale], strict=True):
        column.addWidget(part)
        part.setFixedHeight(height)

    def follow(index):
        parts[index].setFixedHeight(heights[look.scale][index])
        column.activate()

    # The one that becomes higher hears of it first.
    for index in (1, 0):
        look.changed.connect(lambda index=index: follow(index))
    window.resize(300, 400)
    window.show()
    before = window.height()
    look.set_scale(2.0)
    assert window.height() == before
    assert window.minimumSizeHint().height() == before


def test_the_look_changes_while_a_list_is_open_over_a_window(look, qtbot):
    box = QComboBox()
    qtbot.addWidget(box)
    box.addItem("tanh")
    box.show()
    box.showPopup()
    heard = []
    look.changed.connect(lambda: heard.append(look.theme.name))
    look.set_theme("dark")
    assert heard == ["dark"] and box.view().isVisible()


def test_between_two_scroll_bars_there_is_nothing(qtbot):
    area, inside = QScrollArea(), QWidget()
    qtbot.addWidget(area)
    inside.setFixedSize(500, 500)
    area.setWidget(inside)
    area.setStyleSheet(stylesheet(LIGHT, 1.0, False))
    area.resize(200, 200)
    area.show()
    qtbot.waitUntil(lambda: area.horizontalScrollBar().isVisible() and area.verticalScrollBar().isVisible())
    image, corner = area.grab().toImage(), area.viewport().geometry().bottomRight()
    assert corner.x() < area.width() - 4 and corner.y() < area.height() - 4
    shown = {
        image.pixel(x, y)
        for x in range(corner.x() + 1, area.width() - 2)
        for y in range(corner.y() + 1, area.height() - 2)
    }
    assert len(shown) == 1
