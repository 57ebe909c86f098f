import json
import tempfile
from pathlib import Path

import msgspec
import tomli_w
from hypothesis import given, settings
from hypothesis import strategies as st

from nnviz.lecture.errors import LectureError
from nnviz.lecture.files import load, read, write
from nnviz.lecture.states import states_of
from tests.lecture.lectures import lectures


@settings(max_examples=40, deadline=None)
@given(lectures())
def test_a_written_lecture_reads_back(lecture):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "mine.toml")
        write(lecture, path)
        assert load(path) == lecture


ODD = st.sampled_from(
    [
        0,
        -1,
        2**63,
        1e308,
        float("nan"),
        float("inf"),
        "",
        "x",
        "W1[9,9]",
        "a.b",
        "$`",
        True,
        [],
        [[]],
        {},
        [{}],
        {"a": 1},
    ]
)


def places_of(value, way=()):
    """Every way to a value in nested tables."""
    if way:
        yield way
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in inner:
        yield from places_of(each, (*way, key))


@settings(max_examples=150, deadline=None)
@given(st.data(), lectures())
def test_whatever_stands_in_a_file_it_is_refused_in_one_line_or_read(data, lecture):
    tables = json.loads(msgspec.json.encode(lecture))
    way = data.draw(st.sampled_from(list(places_of(tables))))
    table = tables
    for key in way[:-1]:
        table = table[key]
    if isinstance(table, dict) and data.draw(st.booleans()):
        table[data.draw(st.sampled_from(["odd", "a.b", "", "network.hidden", "W1[0,0]", "at"]))] = data.draw(ODD)
    else:
        table[way[-1]] = data.draw(ODD)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "mine.toml")
        path.write_text(tomli_w.dumps(tables), "utf-8")
        try:
            reading = read(path)
        except LectureError as error:
            said = [error]
        else:
            said = reading.problems
            for scene in reading.lecture.scenes:
                assert states_of(scene)
        assert all("\n" not in str(error) and str(error).startswith("mine.toml: ") for error in said)
