"""Lines of code that are too long for the panel."""

from hypothesis import example, given
from hypothesis import strategies as st

from nnviz.ui.panels.code.wrapping import wrapped


def test_a_line_that_fits_stays_whole():
    assert wrapped("z1 = x @ W1.T + b1", 40) == ["z1 = x @ W1.T + b1"]
    assert wrapped("", 40) == [""]


def test_a_longer_one_goes_on_further_to_the_right():
    assert wrapped("    y_hat = one_thing + another_thing + a_third", 30) == [
        "    y_hat = one_thing +",
        "            another_thing +",
        "            a_third",
    ]


def test_a_short_row_is_better_than_one_that_is_too_long():
    assert wrapped("x========== ========= ", 20)[:1] == ["x=========="]
    assert wrapped(f"x {'=' * 25} a", 20) == ["x", f"        {'=' * 25}", "        a"]


@given(st.text("ab ()=", min_size=1, max_size=80), st.integers(20, 60))
def test_nothing_is_lost_but_spaces_and_rows_are_short_where_there_are_spaces(line, room):
    line = f"x{line}"
    rows = wrapped(line, room)
    assert "".join("".join(rows).split()) == "".join(line.split())
    assert all(len(row) <= room or " " not in row.strip() for row in rows[:-1])


@given(st.text("ab ()=", min_size=1, max_size=80), st.integers(0, 20), st.integers(20, 60))
@example("aaa bbb " * 9, 12, 31)
def test_more_room_never_takes_more_rows(line, indent, room):
    line = f"{' ' * indent}x{line}"
    assert len(wrapped(line, room)) >= len(wrapped(line, room + 1))
