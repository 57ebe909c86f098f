"""What a formula says: by examples, against its parts worked out one by one; and any text is read or refused."""

import math
import operator

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from nnviz.engine import ExperimentError
from nnviz.engine.data.feature_grammar import DEEPEST, LONGEST, read_formula
from nnviz.engine.data.features import make_features, read_features
from tests.characters import WRITABLE

COLUMNS = ("x1", "x2", "e", "bill length (mm)", "island=Biscoe")
RAW = np.array([[2.0, 0.5, 10.0, 39.1, 1.0], [-3.0, 1.5, 20.0, 46.5, 0.0]])
NAMES = {"x1": 0, "x2": 1, "`bill length (mm)`": 3, '"island=Biscoe"': 4}


def values(text, raw=RAW, columns=COLUMNS):
    return make_features([text], columns, raw)[:, 0].tolist()


def refusal(text):
    with pytest.raises(ExperimentError) as caught:
        read_formula(text, COLUMNS, "data.inputs[2]")
    assert caught.value.field == "data.inputs[2]"
    return caught.value.reason


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("x1", [2.0, -3.0]),
        ("x1^2", [4.0, 9.0]),
        ("x1*x2", [1.0, -4.5]),
        ("-x1^2", [-4.0, -9.0]),
        ("(-x1)^2", [4.0, 9.0]),
        ("2^3^2", [512.0, 512.0]),
        ("(2^3)^2", [64.0, 64.0]),
        ("2^-x1", [0.25, 8.0]),
        ("1-2-3", [-4.0, -4.0]),
        ("8/4/2", [1.0, 1.0]),
        ("2*x1^2", [8.0, 18.0]),
        ("1+2*x1", [5.0, -5.0]),
        ("x1*-x2", [-1.0, 4.5]),
        ("--x1", [2.0, -3.0]),
        ("+x1 - +x2", [1.5, -4.5]),
        ("1.5e1 + .5 + 2. + 3E-1", [17.8, 17.8]),
        (" x1\t*\n x2 ", [1.0, -4.5]),
        ("max(0, x1)", [2.0, 0.0]),
        ("min(x1, min(x2, 1))", [0.5, -3.0]),
        ("abs(x1) + sign(x1)", [3.0, 2.0]),
        ("`bill length (mm)` / 10", [3.91, 4.65]),
        ('"bill length (mm)" / 10', [3.91, 4.65]),
        ("`island=Biscoe` * x1", [2.0, 0.0]),
        ("sqrt(4)", [2.0, 2.0]),
        ("cos(pi)", [-1.0, -1.0]),
        ("3", [3.0, 3.0]),
    ],
)
def test_a_formula_means_what_it_does_in_mathematics(text, expected):
    assert values(text) == pytest.approx(expected, rel=1e-15)


@pytest.mark.parametrize("name", ["sin", "cos", "tan", "exp", "tanh"])
def test_functions_are_those_of_their_name(name):
    assert values(f"{name}(x1)") == pytest.approx([getattr(math, name)(2.0), getattr(math, name)(-3.0)], rel=1e-14)


def test_logarithms_and_roots_are_the_natural_and_the_square_ones():
    assert values("log(x2) + sqrt(x2)") == pytest.approx([math.log(x) + math.sqrt(x) for x in (0.5, 1.5)], rel=1e-15)


def test_the_name_of_a_column_as_it_stands_needs_no_quotes():
    assert values("bill length (mm)") == [39.1, 46.5]
    assert values("a-b", np.array([[5.0, 2.0, 1.0]]), ("a-b", "a", "b")) == [5.0]
    assert values("a - b", np.array([[5.0, 2.0, 1.0]]), ("a-b", "a", "b")) == [1.0]


def test_a_column_comes_before_a_constant_of_its_name():
    assert values("e") == [10.0, 20.0]
    assert values("2*e") == [20.0, 40.0]
    assert values("2*e", RAW[:, :1], ("x1",)) == pytest.approx([2.0 * math.e] * 2)


def test_columns_may_have_names_in_any_script():
    assert values("größe * 长度", np.array([[2.0, 3.0]]), ("größe", "长度")) == [6.0]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("x3", '"x3", character 1: no column "x3"; known: x1, x2, e, "bill length (mm)", island=Biscoe, pi, e'),
        ("x1 + bil", 'character 6: no column "bil"; did you mean "bill length (mm)"?'),
        ("`bill length`", 'character 1: no column "bill length"; did you mean "bill length (mm)"?'),
        ("2*sine(x1)", 'character 3: no function "sine"; did you mean "sin"?'),
        ("x1**2", "character 3: a power is written ^"),
        ("2 x1", 'character 3: expected +, -, *, / or ^, got "x1"'),
        ("x1)", 'character 3: expected +, -, *, / or ^, got ")"'),
        ("x1, x2", 'character 3: expected +, -, *, / or ^, got ","'),
        ("(x1", 'character 4: expected ")", but the text ends'),
        ("x1 +", "character 5: expected a number, a column or a function, but the text ends"),
        ("", "character 1: expected a number, a column or a function, but the text ends"),
        ("x1 * )", 'character 6: expected a number, a column or a function, got ")"'),
        ("x1 $ 2", 'character 4: expected +, -, *, / or ^, got "$"'),
        ("sin", "character 1: sin needs what it is of, in parentheses"),
        ("sin()", 'character 5: expected a number, a column or a function, got ")"'),
        ("1 + max(x1)", "character 5: max takes 2 numbers, got 1"),
        ("sin(x1, x2)", "character 1: sin takes 1 number, got 2"),
        ("`x1", "character 1: the name after ` has no end"),
        ('x1 * "x2', 'character 6: the name after " has no end'),
        ("1e999", "character 1: this number is too large"),
        ("__import__('os')", 'no function "__import__"'),
        ("x1.real", 'character 3: expected +, -, *, / or ^, got ".'),
    ],
)
def test_what_is_no_formula_is_refused_with_its_place_and_the_reason(text, reason):
    assert reason in refusal(text)


@pytest.mark.parametrize("text", ["(" * 200 + "x1" + ")" * 200, "-" * 200 + "x1", "^".join(["x1"] * 100), "abs(" * 80])
def test_what_is_nested_too_deeply_is_refused(text):
    assert f"nested too deeply (at most {DEEPEST} levels)" in refusal(text)


def test_what_is_just_not_nested_too_deeply_is_read():
    levels = DEEPEST - 1
    assert values("(" * levels + "x1" + ")" * levels) == [2.0, -3.0]
    assert values("x1" + "+x1" * 160) == [322.0, -483.0]


def test_what_is_too_long_is_refused():
    assert refusal("1" + "+1" * LONGEST) == "1,001 characters are too many for a feature (at most 500)"


@given(st.text(WRITABLE, max_size=60) | st.text('x12`" .e+-*/^(),sinmaxpi', max_size=60))
def test_any_text_is_read_or_refused_in_one_line(text):
    (found,) = read_features([text], COLUMNS)
    if isinstance(found, ExperimentError):
        assert found.field == "data.inputs[0]" and len(str(found).splitlines()) == 1
    else:
        assert found.steps


# A formula as a tree, for a second opinion: its text has as few parentheses as it needs, its value is worked out here.
# Only of what is rounded the same way everywhere: a difference in the last digit can grow to anything.
INFIX = {"+": 1, "-": 1, "*": 2, "/": 2}
ONE = {"sqrt": math.sqrt, "abs": abs}
TWO = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
    "^": lambda base, exponent: base * base if exponent == 2 else base**exponent,
    "min": min,
    "max": max,
}
LEAVES = st.sampled_from([("number", text) for text in ("0.5", "1", "2", "3", "1e1")]) | st.sampled_from(
    [("column", name) for name in NAMES]
)
TREES = st.recursive(
    LEAVES,
    lambda inner: (
        st.tuples(st.sampled_from(list(TWO)), inner, inner) | st.tuples(st.sampled_from([*ONE, "negative"]), inner)
    ),
    max_leaves=12,
)


def text_of(tree, above=0):
    """The text of a tree; ``above`` says how tightly what is around it binds."""
    match tree:
        case ("number" | "column", text):
            return text
        case ("negative", inner):
            binds, text = 3, f"-{text_of(inner, 3)}"
        case ("^", base, exponent):
            binds, text = 4, f"{text_of(base, 5)}^{text_of(exponent, 3)}"
        case (name, left, right) if name in INFIX:
            binds = INFIX[name]
            text = f"{text_of(left, binds)} {name} {text_of(right, binds + 1)}"
        case (name, *arguments):
            return f"{name}({', '.join(map(text_of, arguments))})"
    return text if binds >= above else f"({text})"


def value_of(tree, row):
    """What Python's own functions make of a tree; an ``ArithmeticError`` or ``ValueError`` where it has no value."""
    match tree:
        case ("number", text):
            return float(text)
        case ("column", name):
            return row[NAMES[name]]
        case ("negative", inner):
            return -value_of(inner, row)
        case (name, inner):
            value = ONE[name](value_of(inner, row))
        case (name, left, right):
            value = TWO[name](value_of(left, row), value_of(right, row))
    if isinstance(value, complex) or abs(value) > 1e100:
        raise ArithmeticError
    return value


@given(TREES)
def test_any_formula_has_the_value_that_its_parts_have_when_worked_out_one_by_one(tree):
    text = text_of(tree)
    assume(len(text) <= LONGEST)
    try:
        expected = [value_of(tree, row) for row in RAW.tolist()]
    except (ArithmeticError, ValueError):
        with pytest.raises(ExperimentError, match=r"is not defined|gives"):
            values(text)
    else:
        assert values(text) == pytest.approx(expected, rel=1e-6, abs=1e-9)
