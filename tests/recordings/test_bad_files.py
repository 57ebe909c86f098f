"""Files that are no recordings, or are made to do harm: refused with a reason, soon, and in little memory."""

import json
import math
import os
import tracemalloc

import msgspec
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nnviz.engine.errors import NnvizError
from nnviz.engine.weights.safetensors import header_bytes
from nnviz.recordings.layout import COUNTS, FORMAT, METADATA, NUMBER_KINDS, STEPPED, About, shapes
from nnviz.recordings.problem import RecordingError
from nnviz.recordings.reading import Numbered, open_recording
from nnviz.recordings.replay import Replay
from tests.recordings.own import own_recording

MEMORY = 40_000_000


@pytest.fixture(scope="module")
def good(tmp_path_factory):
    path = tmp_path_factory.mktemp("good") / "a.nnviz-run"
    own_recording(path, **{"training.optimizer": "adam"})
    return path.read_bytes()


def taken_apart(content):
    length = int.from_bytes(content[:8], "little")
    return json.loads(content[8 : 8 + length]), content[8 + length :]


def put_together(header, numbers):
    text = json.dumps(header).encode()
    return len(text).to_bytes(8, "little") + text + numbers


def with_header(content, change):
    header, numbers = taken_apart(content)
    change(header)
    return put_together(header, numbers)


def with_about(content, change):
    def changed(header):
        about = json.loads(header["__metadata__"]["nnviz"])
        change(about)
        header["__metadata__"]["nnviz"] = json.dumps(about)

    return with_header(content, changed)


def with_numbers(content, name, change):
    """The file with other numbers in a tensor."""
    header, numbers = taken_apart(content)
    start, stop = header[name]["data_offsets"]
    kind = {"F64": "<f8", "I32": "<i4"}[header[name]["dtype"]]
    values = np.frombuffer(numbers[start:stop], kind).copy()
    change(values)
    return put_together(header, numbers[:start] + values.tobytes() + numbers[stop:])


def opened(path, content):
    path.write_bytes(content)
    return open_recording(path)


def refused(path, content):
    path.write_bytes(content)
    tracemalloc.start()
    try:
        with pytest.raises(RecordingError) as caught:
            open_recording(path)
        assert tracemalloc.get_traced_memory()[1] < MEMORY
    finally:
        tracemalloc.stop()
    text = caught.value.text
    assert text.startswith("a.nnviz-run: ") and "\n" not in text and len(text) < 600
    return text


def put(place, value):
    def change(values):
        values[place] = value

    return change


ABOUT = [
    (lambda about: about.update(format="nnviz-run/2"), "another version"),
    (lambda about: about.update(more=1), "unknown field"),
    (lambda about: about.update(every=0), "every"),
    (lambda about: about.update(layers=[]), "layers"),
    (lambda about: about.update(layers=["a"] * 40), "W4"),
    (lambda about: about.update(memory=["m"]), "v.W1"),
    (lambda about: about["experiment"].update(data={"file": "/etc/passwd"}), "experiment"),
    (lambda about: about["experiment"]["network"].update(weights="/etc/passwd"), "experiment"),
    (lambda about: about["experiment"]["network"].update(activation="sine"), "sine"),
    (lambda about: about["experiment"]["network"].update(output="sine"), "sine"),
    (lambda about: about["experiment"]["network"].update(output=["sigmoid"]), "network.output"),
    (lambda about: about["experiment"]["network"].update(hidden=[4, 4]), "network"),
    (lambda about: about["experiment"]["training"].update(loss="hinge"), "hinge"),
    (lambda about: about["experiment"]["training"].update(dropout=0.5), "experiment"),
    (lambda about: about["experiment"]["training"].update(optimizer={"name": "sgd"}), "memory"),
    (lambda about: about["experiment"].update(network=[]), "experiment"),
]


@pytest.mark.parametrize(("change", "reason"), ABOUT)
def test_what_it_says_of_itself_is_checked(change, reason, good, tmp_path):
    assert reason in refused(tmp_path / "a.nnviz-run", with_about(good, change))


NUMBERS = [
    ("rows", put(0, 0), "rows"),
    ("rows", put(0, -5), "rows"),
    ("rows", put(0, 2**30), "rows"),
    ("before", put(3, 31), "before"),
    ("after", put(3, -1), "after"),
    ("updates", put(0, 0), "updates"),
    ("learning_rate", put(2, np.nan), "learning_rate"),
    ("x", put(0, np.inf), "data.x"),
    ("y", put(0, 0.25), "compares classes"),
    ("W1", put(0, np.nan), "network.parameters"),
]


@pytest.mark.parametrize(("name", "change", "reason"), NUMBERS)
def test_its_numbers_are_checked(name, change, reason, good, tmp_path):
    assert reason in refused(tmp_path / "a.nnviz-run", with_numbers(good, name, change))


def test_an_example_that_is_not_there_is_refused_when_it_is_asked_for(good, tmp_path):
    for place in (-1, 25):
        content = with_numbers(good, "example", put(52, place))
        replay = Replay(opened(tmp_path / "a.nnviz-run", content))
        replay.seek(10)
        with pytest.raises(RecordingError, match="example"):
            replay.iterate()


HEADERS = [
    (lambda header: header.pop("z2"), "belong to no tensor|do not begin"),
    (lambda header: header["z2"].update(dtype="F32"), "does not fit"),
    (lambda header: header["z2"].update(dtype="BF16"), "no numbers"),
    (lambda header: header["z2"].update(shape=[2**40, 3]), "does not fit"),
    (lambda header: header["rows"].update(shape=[15, 2]), "damaged"),
    (lambda header: header.update(other=header.pop("z2")), "z2|other"),
    (lambda header: header["__metadata__"].pop("nnviz"), "no recording"),
    (lambda header: header["__metadata__"].update(nnviz="[" * 100_000), "damaged"),
    (lambda header: header["__metadata__"].update(nnviz="x" * 200_000), "damaged"),
    (lambda header: header.pop("__metadata__"), "no recording"),
    (lambda header: header.update({f"a{place}": header["z2"] for place in range(40_000)}), "too long"),
]


@pytest.mark.parametrize(("change", "reason"), HEADERS)
def test_its_header_is_checked(change, reason, good, tmp_path):
    text = refused(tmp_path / "a.nnviz-run", with_header(good, change))
    assert any(each in text for each in reason.split("|"))


def hollow(path, widths, examples):
    """A recording of one step, as its header says, with zeros for all numbers: large, and soon written."""
    counts = {"examples": examples, "rows": examples, "steps": 1, "states": 1}
    tensors = {"example": (COUNTS, (examples,))}
    tensors |= {name: (kind, (1, *shape)) for name, kind, shape in STEPPED}
    tensors |= {name: ("F64", (counts[of], *shape)) for name, of, shape in shapes(widths, ())}
    experiment = {"network": {"hidden": widths[1:-1]}, "training": {"optimizer": "sgd"}}
    layers = tuple(map(str, range(len(widths) - 1)))
    about = msgspec.json.encode(About(format=FORMAT, layers=layers, experiment=experiment)).decode()
    header = header_bytes(tensors, {METADATA: about}, NUMBER_KINDS)
    size = sum(math.prod(shape) * np.dtype(NUMBER_KINDS[kind]).itemsize for kind, shape in tensors.values())
    path.write_bytes(header)
    os.truncate(path, len(header) + size)


@pytest.mark.parametrize(
    ("widths", "examples", "reason"),
    [
        ((1_000_000, 1), 1, "1,000,001 parameters"),
        ((1, 1000, 1000, 1), 1, "1,004,001 parameters"),
        ((1, 1024, 1), 20_000, "numbers for 20,000 examples"),
        ((1, 1), 200_001, "damaged: examples"),
        ((1999, 1), 1_000, "damaged: examples"),
    ],
)
def test_what_there_is_no_room_for_is_refused_before_its_numbers_are_read(
    widths, examples, reason, tmp_path, monkeypatch
):
    path = tmp_path / "a.nnviz-run"
    hollow(path, widths, examples)
    monkeypatch.setattr(Numbered, "rows", lambda *_: pytest.fail("its numbers were read"))
    with pytest.raises(RecordingError, match=reason):
        open_recording(path)


def test_what_is_no_file_of_numbers_is_refused(good, tmp_path):
    path = tmp_path / "a.nnviz-run"
    for content in (b"", b"PK\x03\x04" * 100, b"\x80\x04\x95" + b"K" * 500, good[:-1], good + b"\0", good[:5000]):
        refused(path, content)
    assert "header" in refused(path, (2**63).to_bytes(8, "little") + b"{}" * 20)


def test_a_pipe_and_a_folder_are_refused_without_waiting(tmp_path):
    pipe, folder = tmp_path / "pipe.nnviz-run", tmp_path / "folder.nnviz-run"
    folder.mkdir()
    os.mkfifo(pipe)
    for path in (pipe, folder, tmp_path / "none.nnviz-run", tmp_path / "a\0b"):
        with pytest.raises(RecordingError):
            open_recording(path)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_damaged_file_is_refused_or_can_be_shown(data, good, tmp_path):
    content = bytearray(good)
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(good) - 1))] = data.draw(st.integers(0, 255))
    try:
        replay = Replay(opened(tmp_path / "a.nnviz-run", bytes(content)))
        for step in (0, 13, 29):
            replay.seek(step)
            assert replay.iterate().loss is not None
    except NnvizError:
        pass
