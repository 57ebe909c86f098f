import pytest

from nnviz.ui.formula.formula_label import FormulaLabel
from nnviz.ui.formula.typeset import Typesetter

DELTA = r"\delta^{(2)} = (W^{(3)\mathsf{T}} \delta^{(3)}) \odot g'(z^{(2)})"
TALL = r"L = \frac{1}{2}\sum_k (\hat y_k - y_k)^2"
BROKEN = r"\broken{{"


@pytest.fixture
def typesetter(look):
    return Typesetter(look)


@pytest.fixture
def label(qtbot, look, typesetter):
    label = FormulaLabel(look, typesetter)
    qtbot.addWidget(label)
    label.resize(600, label.sizeHint().height())
    return label


def ink(image):
    """The colours in a picture that are nearly opaque."""
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {colour.name() for colour in pixels if colour.alpha() > 250}


def test_a_formula_is_typeset_around_its_baseline(typesetter):
    drawing = typesetter.typeset(DELTA)
    assert drawing.width > 5
    assert drawing.ascent > 0.7
    assert 0 < drawing.descent < drawing.ascent
    assert typesetter.typeset(TALL).descent > drawing.descent


def test_when_it_is_closed_no_thread_begins_that_could_outlive_it(look):
    typesetter = Typesetter(look)
    typesetter.close()
    typesetter.load_soon()
    assert typesetter._importing is None
    typesetter.load()
    assert not typesetter.typeset_soon(DELTA)
    assert typesetter._drawing is None
    assert typesetter.typeset(DELTA) is not None, "at once it still is"


def test_a_picture_has_the_size_asked_for(typesetter):
    drawing = typesetter.typeset(DELTA)
    small, large = typesetter.pixmap(DELTA, 20), typesetter.pixmap(DELTA, 40)
    assert small.width() == pytest.approx(drawing.width * 20, abs=1)
    assert large.height() == pytest.approx(2 * small.height(), abs=1)
    dense = typesetter.pixmap(DELTA, 20, device_ratio=2.0)
    assert dense.width() == large.width()
    assert dense.deviceIndependentSize().width() == large.width() / 2


def test_it_is_written_in_the_colour_of_a_role(typesetter, look):
    assert ink(typesetter.pixmap("x", 40, "backward").toImage()) == {look.colour("backward").name()}


def test_a_symbol_can_have_a_colour_of_its_own_that_follows_the_theme(typesetter, look):
    latex = r"\textcolor{forward}{z} + b"
    for theme in ("light", "dark"):
        look.set_theme(theme)
        expected = {look.colour("forward").name(), look.colour("text").name()}
        assert expected <= ink(typesetter.pixmap(latex, 60).toImage())


def test_the_same_formula_is_typeset_once(typesetter):
    assert typesetter.typeset(DELTA) is typesetter.typeset(DELTA)
    assert typesetter.pixmap(DELTA, 20) is typesetter.pixmap(DELTA, 20)


def test_a_formula_is_typeset_while_the_window_goes_on(typesetter, qtbot, monkeypatch):
    assert not typesetter.typeset_soon(DELTA), "the library is not there"
    typesetter.load()
    assert typesetter.typeset_soon(DELTA)
    assert not typesetter.is_typeset(DELTA) and not typesetter.typeset_soon(TALL), "one at a time"
    qtbot.waitUntil(lambda: typesetter.is_typeset(DELTA))
    apart = typesetter.typeset(DELTA)
    assert apart == Typesetter(typesetter._look).typeset(DELTA)
    assert typesetter.typeset_soon(DELTA)
    assert typesetter._drawing is None, "what is known is not drawn again"


def test_another_theme_typesets_nothing_anew(typesetter, look):
    light = typesetter.typeset(DELTA)
    typesetter._library = None
    typesetter.load = lambda: pytest.fail("typeset anew")
    look.set_theme("dark")
    assert typesetter.typeset(DELTA).svg != light.svg


def test_the_memory_is_bounded(typesetter):
    first = typesetter.typeset("x_0")
    for number in range(1, 300):
        typesetter.typeset(f"x_{number}")
    assert typesetter.typeset("x_0") is not first


@pytest.mark.parametrize("latex", [BROKEN, r"\frac{1}", "", r"\begin{matrix}"])
def test_what_cannot_be_typeset_is_nothing(typesetter, latex):
    typesetter.typeset(latex)
    assert typesetter.typeset(BROKEN) is None
    assert typesetter.pixmap(BROKEN, 20) is None


def test_a_label_shows_plain_text_until_formulas_can_be_typeset(label, typesetter, qtbot):
    label.set_formula(DELTA, "δ² = …")
    assert not label.is_typeset()
    with qtbot.waitSignal(typesetter.loaded, timeout=5000):
        label.show()
    assert label.is_typeset()


def test_a_label_shows_plain_text_where_a_formula_cannot_be_typeset(label, typesetter):
    typesetter.load()
    label.set_formula(BROKEN, "W ← W")
    assert not label.is_typeset()
    assert len(ink(label.grab().toImage())) > 1


def test_a_label_makes_a_formula_smaller_where_it_would_not_fit(label, typesetter):
    typesetter.load()
    label.set_formula(DELTA)
    assert label.shown_pixels() == 26
    label.resize(150, label.height())
    assert label.shown_pixels() < 26
    assert label.shown_pixels() * typesetter.typeset(DELTA).width <= 150


def test_a_tall_formula_fits_at_full_size(label, typesetter):
    typesetter.load()
    label.set_formula(TALL)
    assert label.shown_pixels() == 26


def test_every_formula_stands_on_the_same_line(label, typesetter):
    typesetter.load()
    heights = set()
    for latex in (DELTA, TALL, "x"):
        label.set_formula(latex)
        heights.add(label.sizeHint().height())
    assert len(heights) == 1


def test_a_label_says_its_formula(label):
    label.set_formula(DELTA, "δ² = (W³ᵀ δ³) ⊙ g′(z²)")
    assert label.accessibleName() == "δ² = (W³ᵀ δ³) ⊙ g′(z²)"
