import re
from itertools import product

import pytest
from PySide6.QtGui import QFontMetricsF

from nnviz.ui.look.look import LEAST_PIXELS, TYPE_STYLES
from nnviz.ui.toolkit.fitting import DOTS, LITTLE_SMALLER, first_words, fit, sized
from nnviz.ui.toolkit.fitting_label import FittingLabel

WORDINGS = (
    "With a deliberate fault: 5\u00a0% of the labels are wrong",
    "5\u00a0% of the labels are wrong",
    "wrong labels",
)


def width(fitted):
    return QFontMetricsF(fitted.font).horizontalAdvance(fitted.text)


@pytest.mark.parametrize("scale", [0.6, 0.75, 1.0, 2.0])
@pytest.mark.parametrize("role", TYPE_STYLES)
def test_nothing_is_ever_wider_than_its_room_nor_cut_within_a_word(look, scale, role):
    look.set_scale(scale)
    font = look.font(role)
    whole = {word for wording in WORDINGS for word in wording.split(" ")}
    for room in range(0, 700, 13):
        fitted = fit(font, room, *WORDINGS)
        assert width(fitted) <= room
        assert fitted.font.pixelSize() >= min(LEAST_PIXELS, font.pixelSize())
        words = fitted.text.removesuffix(DOTS).split(" ")
        assert fitted.text == "" or whole.issuperset({*words} - {"fault"})


def test_with_more_room_more_is_said(look):
    said = [fit(look.font("body"), room, *WORDINGS) for room in range(0, 700, 5)]
    ranks = [WORDINGS.index(each.text) if each.text in WORDINGS else len(WORDINGS) for each in said]
    assert ranks == sorted(ranks, reverse=True) and set(ranks) == {0, 1, 2, 3}


def test_a_little_smaller_comes_before_fewer_words(look):
    font = look.font("body")
    metrics = QFontMetricsF(sized(font, int(font.pixelSize() * LITTLE_SMALLER)))
    fitted = fit(font, metrics.horizontalAdvance(WORDINGS[0]) + 1, *WORDINGS)
    assert fitted.text == WORDINGS[0] and fitted.font.pixelSize() == int(font.pixelSize() * LITTLE_SMALLER)


def test_the_last_wording_becomes_as_small_as_can_be_read(look):
    font = look.font("heading")
    least = sized(font, LEAST_PIXELS)
    room = QFontMetricsF(least).horizontalAdvance(WORDINGS[-1]) + 1
    assert fit(font, room, *WORDINGS) == (WORDINGS[-1], least)


def test_where_there_is_no_room_for_a_word_nothing_is_shown(look):
    assert fit(look.font("body"), 20, "incomprehensibilities").text == ""


def test_what_is_small_already_does_not_shrink(look):
    look.set_scale(0.6)
    font = look.font("tiny")
    assert font.pixelSize() < LEAST_PIXELS
    assert fit(font, 30, "hidden layer").font.pixelSize() == font.pixelSize()


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("bill length", "bill…"),
        ("bill_length_mm", "bill…"),
        ("raw → input", "raw…"),
        ("2-4-3-1", ""),
        ("5\u00a0%", ""),
        ("it 393\u00a0675", "it…"),
    ],
)
def test_text_ends_after_a_word_and_numbers_stay_whole(look, text, left):
    metrics = QFontMetricsF(look.font("body"))
    room = metrics.horizontalAdvance(text) - 1
    assert first_words(text, metrics, min(room, metrics.horizontalAdvance(left or "x") + 1)) == left


@pytest.mark.parametrize(("scale", "room"), list(product([0.75, 1.0, 2.0], [40, 120, 300, 900])))
def test_a_label_shows_what_fits_and_has_the_rest_in_its_tip(qtbot, look, scale, room):
    look.set_scale(scale)
    label = FittingLabel(look, "body")
    qtbot.addWidget(label)
    label.set_texts(*WORDINGS)
    label.resize(room, 40)
    label.ensurePolished()
    label.grab()
    assert label.shown() == fit(look.font("body"), room, *WORDINGS).text
    assert label.toolTip() == ("" if label.shown() == WORDINGS[0] else WORDINGS[0])
    assert re.sub(r"\s", " ", label.accessibleName()) == re.sub(r"\s", " ", WORDINGS[0])
