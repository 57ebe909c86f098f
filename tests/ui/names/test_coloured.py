from nnviz.ui.formula.written import bracket, call, difference, gradient, number, product, quotient, total, weight
from nnviz.ui.look.numbers import NumberStyle
from nnviz.ui.names.coloured import Coloured, Span, joined
from nnviz.ui.names.symbols import coloured_symbol

TWO = NumberStyle(2)


def told(piece):
    return [(span.text, span.role) for span in piece.pieces.spans]


def test_text_keeps_its_colours_when_it_is_put_together():
    line = Coloured.of("a", "forward") + " + " + Coloured.of("b") + Coloured.of("")
    assert line.text == "a + b"
    assert line.spans == (Span("a", "forward"), Span(" + b"))
    assert "1" + Coloured.of("2") == Coloured.of("12")
    assert joined(", ", [Coloured.of("a", "loss"), Coloured.of("b", "loss")]).text == "a, b"


def test_a_part_of_a_line_keeps_its_colours_too():
    line = Coloured.of("abc", "forward") + Coloured.of("def", "loss")
    assert line.part(2, 5).spans == (Span("c", "forward"), Span("de", "loss"))
    assert line.part(3).text == "def" and line.part(0, 0).text == ""


def test_numbers_take_the_colours_of_what_they_are():
    assert told(weight(-0.5, TWO)) == [("−0.50", "negative")]
    assert told(weight(0.5, TWO, plus=True)) == [("+0.50", "positive")]
    assert told(gradient(-0.5, TWO)) == [("−0.50", "grad_negative")]
    assert told(gradient(0.0, TWO)) == [("0.00", "text")]


def test_products_and_sums_carry_the_colours_along():
    one = product(weight(0.5, TWO), number(2.0, TWO, role="forward"))
    other = product(weight(-0.5, TWO), number(1.0, TWO, role="forward"))
    assert told(total([one, other])) == [
        ("0.50", "positive"),
        (" × ", "text"),
        ("2.00", "forward"),
        (" ", "text"),
        ("− 0.50", "negative"),
        (" × ", "text"),
        ("1.00", "forward"),
    ]
    assert told(bracket(weight(-0.5, TWO))) == [("(", "text"), ("−0.50", "negative"), (")", "text")]
    assert told(call("g({0})", abs, weight(-0.5, TWO)))[1] == ("−0.50", "negative")
    assert told(difference(number(1, TWO, role="forward"), number(2, TWO, role="loss")))[-1] == ("2.00", "loss")
    assert told(quotient(number(1, TWO, role="loss"), number(2, TWO)))[0] == ("1.00", "loss")


def test_what_has_just_been_added_is_bold_and_underlined_from_its_sign_on():
    working = total([weight(0.5, TWO), weight(-0.5, TWO).emphasised()]).pieces
    assert [(span.text, span.bold, span.underlined) for span in working.spans] == [
        ("0.50", False, False),
        (" ", False, False),
        ("− 0.50", True, True),
    ]


def test_a_symbol_has_the_colours_of_its_letters():
    assert [(span.text, span.role) for span in coloured_symbol("δ₁ x₂").spans] == [
        ("δ₁", "backward"),
        (" ", "text"),
        ("x₂", "forward"),
    ]
    assert coloured_symbol("w²₁₁").spans[0].role == "update"
    assert coloured_symbol("m̂ / (√v̂ + ε)").spans == (Span("m̂ / (√v̂ + ε)"),)
