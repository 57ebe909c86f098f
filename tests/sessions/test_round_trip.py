"""A session that is kept and opened is the same: every line, every place, every number, to the bit."""

import os
import re
import subprocess
import sys
from dataclasses import replace

import msgspec
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nnviz.engine import Data, Experiment, Network, PlaceError, Trainer, Training
from nnviz.engine.training.timeline.checkpoints import Checkpoints
from nnviz.engine.training.timeline.events import MoveParameters
from nnviz.sessions import writing
from nnviz.sessions.on_stage import Counted, Drawing, Given, OnStage, Surface
from nnviz.sessions.opening import check_of, trainer_of
from nnviz.sessions.reading import load_session, read_session
from nnviz.sessions.session import EmbeddedTable, Session, SessionError
from nnviz.sessions.writing import session_bytes, write_session
from nnviz.view import At, View
from tests.engine.walks import CHOICES, OPERATIONS, next_record, small, state
from tests.sessions.machines import rounds_otherwise

EDITS = {
    "rate": lambda each, value: each.set_learning_rate(value),
    "weight": lambda each, value: each.set_weight(2, 1, 0, value),
    "bias": lambda each, value: each.set_bias(1, 2, value),
    "example": lambda each, value: each.set_example(value, x=(value / 9.0, -1.0, 0.5), target=(0.25, 0.75)),
    "freeze": lambda each, value: each.set_frozen(2, 1, 0, value),
    "silence": lambda each, value: each.silence(1, 2, value),
    "restore": lambda each, _: each.restore_best(),
    "move": lambda each, value: each.change([MoveParameters(np.full(each.architecture.parameter_count, value / 9.0))]),
    "go on": lambda each, _: each.go_on(),
    "run": lambda each, value: each.run(value),
    "iterate": lambda each, value: [each.iterate() for _ in range(value)],
    "fork": lambda each, _: each.fork(),
    "switch": lambda each, value: each.switch(each.lines[value % len(each.lines)].number),
}
TIMES = st.one_of(
    OPERATIONS,
    st.tuples(st.just("fork"), st.none()),
    st.tuples(st.just("switch"), st.integers(0, 63)),
    st.tuples(st.just("move"), st.integers(-9, 9)),
)


def do(trainer, name, value):
    if name == "seek":
        try:
            trainer.seek(value)
        except PlaceError:
            assert trainer.finished is not None
    else:
        EDITS[name](trainer, value)


def session_of(trainer, view=View()):  # noqa: B008 (frozen)
    return Session.of(trainer, view, Trainer(trainer.experiment).examples)


def again(trainer, view=View()):  # noqa: B008 (frozen)
    return trainer_of(read_session(session_bytes(session_of(trainer, view))))


def changed():
    """A run with three futures, changed in several ways."""
    trainer = Trainer(small(early_stopping=None, dropout=0.3, optimizer="adam"))
    trainer.run(40)
    trainer.seek(17)
    trainer.fork()
    trainer.silence(1, 2, True)
    trainer.set_example(3, x=(0.1, 0.2, 0.3), target=(0.5, 0.25))
    trainer.run(30)
    trainer.fork()
    trainer.restore_best()
    trainer.set_frozen(1, 0, None, True)
    trainer.run(8)
    return trainer


@settings(max_examples=15, deadline=None)
@given(CHOICES, st.lists(TIMES, max_size=12))
def test_a_session_is_the_run_it_was_made_of_whatever_has_happened(choices, walk):
    trainer = Trainer(small(**choices))
    for name, value in walk:
        do(trainer, name, value)
    content = session_bytes(session_of(trainer))
    session = read_session(content)
    assert session_bytes(session) == content
    other = trainer_of(session)
    assert session_bytes(session_of(other)) == content
    assert repr(other.lines) == repr(trainer.lines) and other.line == trainer.line
    assert repr(other.events) == repr(trainer.events)
    assert state(other) == state(trainer)
    for line in trainer.lines:
        for each in (trainer, other):
            each.switch(line.number)
        assert state(other) == state(trainer)
    assert next_record(other) == next_record(trainer)
    for each in (trainer, other):
        each.run(25)
        each.seek(0)
    assert state(other) == state(trainer)


def test_what_is_kept_does_not_change_with_the_run():
    trainer = changed()
    session = session_of(trainer)
    before = session_bytes(session)
    trainer.set_bias(1, 0, 4.0)
    trainer.run(30)
    trainer.switch(0)
    trainer.run(500)
    assert session_bytes(session) == before


def test_an_opened_session_is_kept_apart_from_the_run_of_it():
    session = read_session(session_bytes(session_of(changed())))
    before = session_bytes(session)
    trainer = trainer_of(session)
    trainer.run(300)
    trainer.switch(0)
    trainer.run(300)
    assert session_bytes(session) == before


def test_the_view_is_part_of_it_and_its_place_is_that_of_the_run():
    trainer = changed()
    view = View(panels=("data",), pick="W1[0,1]", at=At(iteration=trainer.iteration, phase="delta1", unit=1))
    assert read_session(session_bytes(session_of(trainer, view))).view == view
    elsewhere = msgspec.structs.replace(view, at=At(iteration=3, phase="a1"))
    assert read_session(session_bytes(session_of(trainer, elsewhere))).view.at == At(iteration=trainer.iteration)


def test_what_stands_on_the_stage_is_part_of_it():
    stage = OnStage(
        given=Given(lecture="short.toml", scene="first", cue=2, asking=True, language="zh", tour=True, left=True),
        drawings=(
            Drawing(on=Surface(scene="first", cue=1), strokes=(((0.1, 0.25), (0.5, 1.0)), ((0.0, 0.0),))),
            Drawing(on=Surface(at=At(iteration=3, phase="a1", unit=1)), strokes=(((0.3, 0.7),),)),
        ),
        counted=(Counted(question="Why?\nBecause.\nNot.", hands=(12, 0)),),
    )
    session = replace(session_of(changed()), stage=stage)
    content = session_bytes(session)
    assert read_session(content).stage == stage and session_bytes(read_session(content)) == content


@pytest.mark.parametrize("name", ["../short.toml", "/etc/passwd", "a\\b.toml", "C:x.toml", "..", "a\0b"])
def test_a_lecture_is_named_and_never_where_it_lies(name):
    stage = OnStage(given=Given(lecture=name, scene="first", cue=1))
    with pytest.raises(SessionError, match=r"stage\.given\.lecture"):
        read_session(session_bytes(replace(session_of(changed()), stage=stage)))


def test_it_is_known_what_was_replayed_and_what_was_read():
    session = session_of(changed())
    check = check_of(session)
    assert check.iteration == session.run.iteration and not check.differs and not check.examples_differ
    assert check.replayed == ((0, session.run.iteration),)
    # As a machine with another arithmetic would have made it.
    line = session.run.present
    kept = line.known.checkpoints.kept
    last = replace(kept[-1], numbers=np.nextafter(kept[-1].numbers, 9.0))
    other = Checkpoints(last.numbers.nbytes).holding([*kept[:-1], last], 64)
    known = replace(line.known, checkpoints=other)
    strange = replace(session, run=replace(session.run, present=replace(line, known=known)))
    assert check_of(strange).differs == (last.iteration,)
    assert str(last.iteration) in check_of(strange).text
    shown = trainer_of(read_session(session_bytes(strange)))
    shown.seek(last.iteration)
    assert shown.theta().tobytes() == last.numbers[-1].tobytes()


def test_on_a_machine_that_rounds_otherwise_the_numbers_are_those_of_the_file(monkeypatch):
    trainer = changed()
    content, here = session_bytes(session_of(trainer)), trainer.iteration
    other_line = state_on(trainer, 0)
    rounds_otherwise(monkeypatch)
    session = read_session(content)
    check = check_of(session)
    assert check.differs and here in check.differs and not check.replayed
    assert f"the numbers at iteration {here} are those of the file" in check.text
    opened = trainer_of(session)
    theta = session.run.present.known.checkpoints.before(here).numbers[-1]
    assert opened.iteration == here and opened.theta().tobytes() == trainer.theta().tobytes() == theta.tobytes()
    # Also when one has been elsewhere, and kept again.
    opened.seek(here + 9)
    opened.seek(3)
    opened.seek(here)
    assert opened.theta().tobytes() == theta.tobytes()
    again = trainer_of(read_session(session_bytes(session_of(opened))))
    assert again.theta().tobytes() == theta.tobytes()
    # What lies between two checkpoints is made again, from what the file has.
    assert np.allclose(state_on(opened, 0), other_line, rtol=1e-9)


def state_on(trainer, line):
    """The parameters at the end of another line; it comes back."""
    own, place = trainer.line, trainer.iteration
    trainer.switch(line)
    theta = trainer.theta()
    trainer.switch(own)
    trainer.seek(place)
    return theta


def test_examples_are_those_of_the_file():
    session = session_of(changed())
    moved = replace(session, examples=replace(session.examples, x=np.nextafter(session.examples.x, 9.0)))
    opened = read_session(session_bytes(moved))
    assert opened.examples.x.tobytes() == moved.examples.x.tobytes()
    assert check_of(opened).examples_differ


def test_a_table_comes_with_it(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    table = tmp_path / "flowers.csv"
    table.write_text("a,b,kind\n" + "".join(f"{i / 7},{(i * 3) % 5},{'ab'[i % 2]}\n" for i in range(20)))
    trainer = Trainer(Experiment(data=Data(file=str(table), target="kind"), training=Training(epochs=3)))
    trainer.run(7)
    session = Session.of(trainer, View(), trainer.examples, EmbeddedTable.of(trainer.experiment))
    write_session(tmp_path / "x.nnviz", session)
    table.unlink()
    opened = load_session(tmp_path / "x.nnviz")
    other = trainer_of(opened)
    assert state(other) == state(trainer) and other.examples.class_names == ("a", "b")
    assert session_bytes(opened) == session_bytes(session)
    assert load_session(tmp_path / "x.nnviz").experiment == opened.experiment


def test_where_nothing_can_be_remembered_its_table_is_there_as_long_as_the_process(tmp_path):
    """A home that cannot be written: what was laid out goes at the end, or where that was abrupt, the next time."""
    table = tmp_path / "flowers.csv"
    table.write_text("a,b,kind\n" + "".join(f"{i / 7},{(i * 3) % 5},{'ab'[i % 2]}\n" for i in range(20)))
    trainer = Trainer(Experiment(data=Data(file=str(table), target="kind"), training=Training(epochs=3)))
    session = Session.of(trainer, View(), trainer.examples, EmbeddedTable.of(trainer.experiment))
    write_session(tmp_path / "x.nnviz", session)
    (tmp_path / "config").write_text("no folder")
    (tmp_path / "now").mkdir()
    program = (
        "import os, sys; from pathlib import Path; from nnviz.sessions.reading import load_session\n"
        "file = Path(load_session(Path(sys.argv[1])).experiment.data.file)\n"
        "print(file.read_text() == Path(sys.argv[2]).read_text(), file.parent.parent, file.parent.name)\n"
    )
    settings = {**os.environ, "XDG_CONFIG_HOME": str(tmp_path / "config"), "TMPDIR": str(tmp_path / "now")}
    words = [sys.executable, "-c", program, str(tmp_path / "x.nnviz"), str(table)]
    said = subprocess.run(words, env=settings, capture_output=True, text=True, check=True).stdout
    assert re.fullmatch(rf"True {re.escape(str(tmp_path / 'now'))} \.nnviz-\w+\.tmp\n", said)
    assert list((tmp_path / "now").iterdir()) == []


@pytest.mark.parametrize("small_room", [True, False])
def test_a_long_run_is_bounded_and_can_be_gone_to_anywhere(small_room, monkeypatch):
    if small_room:
        monkeypatch.setattr(writing, "MOST_BYTES", 20_000)
        monkeypatch.setattr(writing, "MOST_ROWS", 100)
        monkeypatch.setattr(writing, "FEWEST_ROWS", 50)
    trainer = Trainer(Experiment(network=Network(hidden=(3,)), training=Training(epochs=900)))
    trainer.run(6000)
    trainer.seek(3001)
    trainer.fork()
    trainer.set_weight(1, 0, 0, 1.0)
    trainer.run(4000)
    content = session_bytes(session_of(trainer))
    assert len(content) < (80_000 if small_room else 400_000)
    other = trainer_of(read_session(content))
    assert session_bytes(session_of(other)) == content
    for place in (trainer.iteration, 3001, 17):
        for each in (trainer, other):
            each.seek(place)
        assert other.theta().tobytes() == trainer.theta().tobytes()


def test_a_table_that_is_too_large_is_not_kept_and_refused_before_anything_is_packed(monkeypatch, tmp_path):
    monkeypatch.setattr("nnviz.sessions.session.LARGEST_TABLE", 10)
    file = tmp_path / "t.csv"
    file.write_text("a,y\n" + "1,2\n3,4\n" * 8)
    table = EmbeddedTable.of(
        Experiment().with_fields(
            {"data.source": None, "data.file": str(file), "data.inputs": ["a"], "data.target": "y"}
        )
    )
    assert table == EmbeddedTable("t.csv", b"", fits=False)
    monkeypatch.setattr("nnviz.sessions.writing.packed", lambda parts: pytest.fail("was packed"))
    with pytest.raises(SessionError, match="larger than one may be"):
        session_bytes(replace(session_of(changed()), table=table))


def test_the_numbers_of_a_session_are_not_copied_to_be_packed(monkeypatch):
    session = session_of(changed())
    seen = []
    monkeypatch.setattr("nnviz.sessions.writing.packed", lambda parts: seen.append(parts) or memoryview(b""))
    session_bytes(session)
    pieces = seen[0]["numbers.f64"]
    assert any(np.shares_memory(np.frombuffer(piece, dtype=np.uint8), session.examples.raw) for piece in pieces)
