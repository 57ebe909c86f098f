from dataclasses import fields
from itertools import combinations

import pytest
from PySide6.QtGui import QColor, QPalette

from nnviz.ui.look.stylesheet import stylesheet
from nnviz.ui.look.theme import palette, theme_named, themes
from tests.ui.colour_vision import SIMULATIONS, contrast, distance

# A just noticeable difference of two large patches is about 2.3 (Mahy et al. 1994); of lines a few pixels wide, up to
# about 10 (Szafir 2018). Twice that, because a projector takes half of it.
DISTINCT = 20.0

EVERY_THEME = pytest.mark.parametrize("theme", themes(), ids=lambda theme: theme.name)
TEXT_ROLES = (
    *("text", "text_muted", "text_faint", "accent", "error", "warning", "info"),
    *("forward", "loss", "backward", "update", "positive", "negative", "grad_positive", "grad_negative"),
    *("training", "validation", "test", "best_marker"),
)
TEXT_ON = (
    ("accent_text", "accent"),
    ("accent_text", "accent_hover"),
    ("accent", "accent_soft"),
    ("card", "text"),
    *((f"{work}_on", work) for work in ("forward", "loss", "backward", "update")),
    *(("text", f"{work}_{shade}") for work in ("forward", "loss", "backward", "update") for shade in ("soft", "faint")),
    *((kind, f"{kind}_soft") for kind in ("error", "warning", "info")),
    *(("text", f"{kind}_soft") for kind in ("error", "warning", "info")),
    ("text", "control"),
    ("text", "control_hover"),
    ("text", "control_pressed"),
    ("text_faint", "control_disabled"),
)
PAIRS = (
    ("positive", "negative"),
    ("grad_positive", "grad_negative"),
    ("training", "validation"),
    ("training", "test"),
    ("validation", "test"),
    ("forward", "backward"),
    ("forward", "update"),
    ("backward", "update"),
    ("backward", "loss"),
    ("map_positive", "map_zero"),
    ("map_negative", "map_zero"),
    ("map_positive", "map_negative"),
)


def enough(theme):
    return 7.0 if theme.name == "projector" else 4.5


@EVERY_THEME
def test_every_role_is_a_colour(theme):
    for field in fields(theme):
        if field.name not in ("name", "dark", "classes"):
            assert QColor.isValidColorName(getattr(theme, field.name)), field.name
    assert all(QColor.isValidColorName(colour) for colour in theme.classes)
    assert len(set(theme.classes)) == 10


@EVERY_THEME
@pytest.mark.parametrize("ground", ["card", "window"])
def test_text_can_be_read_on_cards_and_on_the_window(theme, ground):
    weak = {role: contrast(getattr(theme, role), getattr(theme, ground)) for role in TEXT_ROLES}
    assert {role: value for role, value in weak.items() if value < enough(theme)} == {}


@EVERY_THEME
def test_text_can_be_read_on_every_other_ground(theme):
    found = {pair: contrast(getattr(theme, pair[0]), getattr(theme, pair[1])) for pair in TEXT_ON}
    assert {pair: value for pair, value in found.items() if value < enough(theme)} == {}


@EVERY_THEME
def test_axes_and_the_frames_of_nodes_stand_out_from_the_card(theme):
    assert contrast(theme.axis, theme.card) >= 2.9


@EVERY_THEME
def test_points_of_every_class_stand_out_from_the_card(theme):
    weak = [colour for colour in theme.classes if contrast(colour, theme.card) < 2.9]
    assert weak == []


@EVERY_THEME
@pytest.mark.parametrize("vision", SIMULATIONS)
@pytest.mark.parametrize("pair", PAIRS, ids="-".join)
def test_what_must_be_told_apart_can_be_by_everybody(theme, vision, pair):
    assert distance(*(getattr(theme, role) for role in pair), vision) >= DISTINCT


@EVERY_THEME
@pytest.mark.parametrize("vision", SIMULATIONS)
def test_the_first_three_classes_can_be_told_apart_by_everybody(theme, vision):
    for one, other in combinations(theme.classes[:3], 2):
        assert distance(one, other, vision) >= DISTINCT


@EVERY_THEME
def test_zero_is_near_the_ground_and_far_from_both_signs(theme):
    zero = distance(theme.map_zero, theme.card, "full colour vision")
    for sign in (theme.map_positive, theme.map_negative):
        assert distance(sign, theme.card, "full colour vision") > 2 * zero


@EVERY_THEME
def test_a_theme_is_found_by_its_name(theme):
    assert theme_named(theme.name) is theme


def test_an_unknown_theme_is_an_error():
    with pytest.raises(KeyError):
        theme_named("sepia")


def test_opacity_is_part_of_a_colour():
    assert theme_named("light").colour("positive", 0.5).alphaF() == pytest.approx(0.5, abs=0.01)


def test_the_eleventh_class_is_painted_as_the_first():
    theme = theme_named("dark")
    assert theme.class_colour(10) == theme.class_colour(0)


@EVERY_THEME
def test_the_palette_follows_the_theme(theme):
    colours = palette(theme)
    assert colours.color(QPalette.ColorRole.WindowText) == QColor(theme.text)
    assert colours.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text) == QColor(theme.text_faint)


@EVERY_THEME
@pytest.mark.parametrize("scale", [0.6, 1.0, 3.0])
def test_the_style_sheet_is_whole(theme, scale):
    sheet = stylesheet(theme, scale)
    assert "$" not in sheet
    assert sheet.count("{") == sheet.count("}")
    assert theme.accent in sheet
