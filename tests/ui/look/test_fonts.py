import pytest
from PySide6.QtGui import QFont, QFontDatabase, QTextLayout

from nnviz.ui.look.fonts import MONO_FAMILY, SYMBOL_FAMILY, TEXT_FAMILY, load_fonts
from nnviz.ui.look.look import TYPE_STYLES

# What formulas, units and keys are written with.
SIGNS = "₀₁₂₃₄₅₆₇₈₉⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁽⁾ᵀŷδ∇∂ηλσμεβθρα←→↑↓▶◀▸◂▾×⊙·′−±≈≤≥≠Σ∑½∞√∈ℝ✓✗…⋮—–“”’○●"


def families_used(font, text):
    layout = QTextLayout(text, font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    runs = layout.glyphRuns()
    assert not any(0 in run.glyphIndexes() for run in runs), "a glyph is missing"
    return {run.rawFont().familyName() for run in runs}


def test_the_bundled_families_are_known(fonts):
    assert {TEXT_FAMILY, MONO_FAMILY, SYMBOL_FAMILY} <= set(QFontDatabase.families())


@pytest.mark.parametrize("role", TYPE_STYLES)
def test_every_sign_comes_from_a_bundled_font(look, role):
    assert families_used(look.font(role), SIGNS) <= {TEXT_FAMILY, MONO_FAMILY, SYMBOL_FAMILY}


@pytest.mark.parametrize("family", [TEXT_FAMILY, MONO_FAMILY])
def test_a_font_asked_for_by_its_family_alone_has_every_sign_too(fonts, family):
    assert families_used(QFont(family), SIGNS) <= {TEXT_FAMILY, MONO_FAMILY, SYMBOL_FAMILY}


def test_digits_have_one_width_in_every_role(look, qapp):
    for role in TYPE_STYLES:
        layouts = [QTextLayout(digit * 20, look.font(role)) for digit in "0148"]
        widths = set()
        for layout in layouts:
            layout.beginLayout()
            widths.add(round(layout.createLine().naturalTextWidth(), 2))
            layout.endLayout()
        assert len(widths) == 1, role


def test_loading_twice_adds_nothing(fonts):
    before = QFont.substitutes(TEXT_FAMILY)
    load_fonts()
    assert QFont.substitutes(TEXT_FAMILY) == before
