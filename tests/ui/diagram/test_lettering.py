import pytest

from nnviz.ui.diagram.lettering import characters_of, column_of, compact
from nnviz.ui.look.numbers import NumberStyle

STYLE = NumberStyle(digits=3)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.5, "+0.500"),
        (-0.0354, "−0.035"),
        (0.0, "0.000"),
        (123.456, "+123.46"),
        (-12345.6, "−12346"),
        (1.6e-4, "+2×10⁻⁴"),
        (float("nan"), "NaN"),
        (float("-inf"), "−∞"),
    ],
)
def test_as_many_digits_as_fit(value, text):
    assert compact(value, STYLE, characters_of(STYLE)) == text


@pytest.mark.parametrize("digits", range(16))
def test_ordinary_numbers_fit_whatever_digits_the_user_wants(digits):
    style = NumberStyle(digits=digits)
    room = characters_of(style)
    for value in (0.0, 0.123456789, -9.87654321, 99.5, -432.1):
        assert len(compact(value, style, room)) <= room


@pytest.mark.parametrize(
    ("column", "texts"),
    [
        ((-0.0012, 7e-4), ["−0.0012", "+0.0007"]),
        ((0.953, 6e-7), ["+0.953", "+0.000"]),
        ((12.3, 4e-4), ["+12.300", "+0.0004"]),
        ((3e-5, -7e-4), ["+3×10⁻⁵", "−7×10⁻⁴"]),
    ],
)
def test_the_numbers_of_a_column_have_one_form_and_the_room_they_had(column, texts):
    room = characters_of(STYLE)
    style = column_of(column, STYLE, room)
    assert [compact(value, style, room) for value in column] == texts
    assert all(len(text) <= room for text in texts)
