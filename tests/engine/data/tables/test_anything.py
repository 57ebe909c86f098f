"""Whatever is in a file, it is a table or it is refused; nothing else happens."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from nnviz.engine import ExperimentError
from tests.characters import WRITABLE
from tests.engine.data.tables.files import read

CELL = st.sampled_from(
    ["", "NA", "1", "0", "-2.5", "1,5", "1.234", "u", "v", '"', '"a;b"', "2026-01-01", "inf", "ß", " "]
)
LINE = st.lists(CELL, min_size=1, max_size=5)
TABLE = st.tuples(st.sampled_from([",", ";", "\t", "|", " "]), st.lists(LINE, max_size=12)).map(
    lambda parts: "\n".join(parts[0].join(line) for line in parts[1])
)
TARGETS = st.sampled_from([None, "x1", "x2", "u", "1"])


def read_or_refused(folder, content, target):
    file = folder / "table.csv"
    file.write_bytes(content)
    table = refusal = None
    try:
        table = read(file, target)
    except ExperimentError as error:
        refusal = error
    if table is None:
        assert refusal.field.startswith("data.") and "\n" not in str(refusal)
        return
    assert np.isfinite(table.x).all() and np.isfinite(table.y).all()
    assert table.x.shape == (table.report.used, len(table.columns)) and len(table.y) == len(table.x) >= 4
    assert table.report.lines()


@given(content=st.binary(max_size=300), target=TARGETS)
def test_any_bytes(tmp_path_factory, content, target):
    read_or_refused(tmp_path_factory.getbasetemp(), content, target)


@given(text=st.text(WRITABLE, max_size=200), target=TARGETS)
def test_any_text(tmp_path_factory, text, target):
    read_or_refused(tmp_path_factory.getbasetemp(), text.encode(), target)


@given(text=TABLE, encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "latin-1"]), target=TARGETS)
def test_anything_like_a_table(tmp_path_factory, text, encoding, target):
    read_or_refused(tmp_path_factory.getbasetemp(), text.encode(encoding), target)
