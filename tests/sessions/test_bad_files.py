"""Files that are no sessions, or are made to do harm: refused with a reason, before anything large is made."""

import io
import json
import tracemalloc
import zipfile

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nnviz.engine import Trainer
from nnviz.sessions.container import CONTENT, NUMBERS, packed
from nnviz.sessions.opening import trainer_of
from nnviz.sessions.reading import ROW, load_session, read_session
from nnviz.sessions.session import Session, SessionError
from nnviz.sessions.writing import session_bytes
from nnviz.view import View
from tests.engine.walks import small

PARAMETERS = 26
MEMORY = 40_000_000


@pytest.fixture(scope="module")
def good():
    trainer = Trainer(small(dropout=0.3, optimizer="adam"))
    examples = trainer.examples
    trainer.run(20)
    trainer.fork()
    trainer.set_weight(1, 0, 0, 1.0)
    trainer.set_example(3, x=(0.1, 0.2, 0.3))
    trainer.run(70)
    return session_bytes(Session.of(trainer, View(), examples))


def parts_of(content):
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        return {name: file.read(name) for name in file.namelist()}


def packed_parts(parts):
    return bytes(packed({name: [part] for name, part in parts.items()}))


def with_content(content, change):
    """The file with something changed in what it says."""
    parts = parts_of(content)
    tables = json.loads(parts[CONTENT])
    change(tables)
    return packed_parts({**parts, CONTENT: json.dumps(tables).encode()})


def refused(content):
    tracemalloc.start()
    try:
        with pytest.raises(SessionError) as caught:
            read_session(content)
        assert tracemalloc.get_traced_memory()[1] < MEMORY
    finally:
        tracemalloc.stop()
    assert "\n" not in caught.value.text and len(caught.value.text) < 600
    return caught.value.text


CHANGES = {
    "another version": lambda tables: tables.update(format="nnviz-session/2"),
    "an unknown field": lambda tables: tables.update(code="print()"),
    "a file of this machine": lambda tables: tables["experiment"].update(data={"file": "/etc/passwd", "target": "x"}),
    "weights of this machine": lambda tables: tables["experiment"]["network"].update(weights="/etc/x.safetensors"),
    "a table that is not there": lambda tables: tables.update(table="x.csv"),
    "another network": lambda tables: tables["experiment"]["network"].update(hidden=[3, 3]),
    "a huge network": lambda tables: tables["experiment"]["network"].update(hidden=[1024] * 500),
    "a place that is not known": lambda tables: tables.update(iteration=2**52),
    "a place without a checkpoint": lambda tables: tables.update(iteration=tables["iteration"] - 1),
    "no lines": lambda tables: tables.update(lines=[]),
    "the same line twice": lambda tables: tables["lines"][0].update(number=tables["lines"][1]["number"]),
    "a line that never ends": lambda tables: tables["lines"][-1].update(furthest=2**53),
    "a checkpoint elsewhere": lambda tables: tables["checkpoints"][1].update(iteration=3),
    "a generator of too many bits": lambda tables: tables["checkpoints"][0]["generator"].update(state="9" * 39),
    "no first checkpoint": lambda tables: tables["lines"][-1]["checkpoints"].pop(0),
    "a checkpoint that is not there": lambda tables: tables["lines"][-1]["checkpoints"].append(999),
    "an unknown event": lambda tables: tables["lines"][-1]["events"].append({"at": 21, "kind": "shell"}),
    "an event without a kind": lambda tables: tables["lines"][-1]["events"].append({"at": 21}),
    "an event before its time": lambda tables: tables["lines"][-1]["events"].append(
        {"at": 3, "kind": "learning_rate", "rate": 0.5}
    ),
    "an event of another network": lambda tables: tables["lines"][-1]["events"].append(
        {"at": 90, "kind": "parameter", "layer": 9, "unit": 0, "source": None, "value": 1.0}
    ),
    "an example that is not there": lambda tables: tables["lines"][-1]["events"].append(
        {"at": 90, "kind": "example", "example": 99, "raw": None, "x": None, "y": None, "label": None}
    ),
    "more rows than there are": lambda tables: tables["lines"][-1].update(rows=1_000_000),
    "a view of another network": lambda tables: tables["view"].update(pick="W9[0,0]"),
    "a phase that is not there": lambda tables: tables["view"].update(at={"phase": "z9"}),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_what_cannot_be_is_refused(good, change):
    assert refused(with_content(good, change))


def test_unchanged_it_is_read(good):
    assert read_session(with_content(good, lambda tables: None)).run.iteration == 90


def test_what_is_no_session_is_refused(tmp_path):
    for content in (b"", b"PK\x03\x04", b"PK\x05\x06" + bytes(18), b"title = 'circle'", bytes(100_000)):
        assert refused(content) == "this is no nnviz session"
    with pytest.raises(SessionError, match=r"^nothing\.nnviz: no such file"):
        load_session(tmp_path / "nothing.nnviz")
    with pytest.raises(SessionError, match="folder"):
        load_session(tmp_path)


def test_a_bomb_does_not_go_off(good):
    for name in (CONTENT, NUMBERS):
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
            for each, content in {**parts_of(good), name: None}.items():
                if content is not None:
                    file.writestr(each, content)
            with file.open(name, "w", force_zip64=False) as entry:
                for _ in range(200):
                    entry.write(bytes(1_000_000))
        assert refused(buffer.getvalue())


def test_a_list_of_a_million_files_is_not_read(good):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        for number in range(2000):
            file.writestr(f"{number}", b"")
    assert refused(buffer.getvalue()) == "this is no nnviz session"


def test_nested_too_deeply(good):
    parts = parts_of(good)
    assert refused(packed_parts({**parts, CONTENT: b"[" * 1_000_000}))


def test_numbers_that_are_none_in_a_history_are_refused(good):
    parts = parts_of(good)
    numbers = np.frombuffer(parts[NUMBERS], dtype="<f8").copy()
    numbers[-PARAMETERS - 2 * ROW : -PARAMETERS] = np.nan
    assert refused(packed_parts({**parts, NUMBERS: numbers.tobytes()}))


@settings(max_examples=60, deadline=None)
@given(place=st.integers(0, 2**31), byte=st.integers(0, 255), cut=st.booleans())
def test_damage_is_refused_or_does_no_harm(good, place, byte, cut):
    place %= len(good)
    content = good[:place] if cut else good[:place] + bytes([byte]) + good[place + 1 :]
    try:
        session = read_session(content)
    except SessionError:
        return
    trainer_of(session).iterate()


@settings(max_examples=60, deadline=None)
@given(data=st.data(), value=st.sampled_from([None, -1, 0, 1, 7, 2**53, 1e308, "x", [], {}, True]))
def test_whatever_it_says_is_refused_or_can_be_run(good, data, value):
    def change(tables):
        while True:
            keys = list(tables) if isinstance(tables, dict) else list(range(len(tables)))
            key = data.draw(st.sampled_from(keys))
            if not isinstance(tables[key], dict | list) or not tables[key] or data.draw(st.booleans()):
                tables[key] = value
                return
            tables = tables[key]

    try:
        session = read_session(with_content(good, change))
    except SessionError:
        return
    trainer = trainer_of(session)
    trainer.iterate()
    for line in trainer.lines:
        trainer.switch(line.number)
        trainer.seek(min(trainer.furthest, 60))
        trainer.run(10)
    assert len(trainer.history)
