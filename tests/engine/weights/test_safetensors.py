"""The safetensors format: held to the library of its makers, and against files that mean harm."""

import json
import tracemalloc

import numpy as np
import pytest
import safetensors.numpy as reference

from nnviz.engine.weights.problem import WeightsError
from nnviz.engine.weights.safetensors import LONGEST_HEADER, read_tensors, tensor_bytes


def file_of(header, numbers=b"", length=None):
    text = header if isinstance(header, bytes) else json.dumps(header).encode()
    return (len(text) if length is None else length).to_bytes(8, "little") + text + numbers


def entry(dtype="F64", shape=(1,), offsets=(0, 8)):
    return {"dtype": dtype, "shape": list(shape), "data_offsets": list(offsets)}


def test_what_is_written_the_library_reads_to_the_bit():
    tensors = {"0.weight": np.array([[0.1, -0.0], [5e-324, 1 / 3]]), "0.bias": np.array([1e100, -7.0])}
    read = reference.load(tensor_bytes(tensors, {"made": "by nnviz"}))
    assert set(read) == set(tensors)
    for name, array in tensors.items():
        assert read[name].dtype == np.float64 and read[name].tobytes() == array.tobytes()


@pytest.mark.parametrize("kind", [np.float64, np.float32, np.float16])
def test_what_the_library_writes_is_read_exactly(kind):
    values = np.random.default_rng(1).normal(size=(3, 5)).astype(kind)
    tensors = read_tensors(reference.save({"a": values, "b": values[0]}, {"format": "pt"}))
    assert set(tensors) == {"a", "b"}
    assert np.array_equal(tensors["a"].numbers(), values.astype(np.float64))
    assert tensors["b"].shape == (5,) and tensors["b"].numbers().dtype == np.float64


def test_bfloat16_is_the_upper_half_of_a_float32():
    values = np.array([1.0, -2.5, 0.0078125, 3.0e38], dtype=np.float32)
    upper = (values.view(np.uint32) >> 16).astype("<u2")
    expected = (upper.astype(np.uint32) << 16).view(np.float32).astype(np.float64)
    content = file_of({"w": entry("BF16", (4,), (0, 8))}, upper.tobytes())
    assert np.array_equal(read_tensors(content)["w"].numbers(), expected)
    assert expected[1] == -2.5


DEEP = b'{"a":' + b"[" * 400_000
HOSTILE = {
    "empty": (b"", "not a safetensors file: too short"),
    "short": (b"1234567", "not a safetensors file: too short"),
    "huge header": (file_of({}, length=2**63), "not a safetensors file: its header ends after the file"),
    "longest length": (b"\xff" * 8, "not a safetensors file: its header ends after the file"),
    "header longer than any": (
        file_of(b" " * (LONGEST_HEADER + 1)),
        "a header of 1,000,001 bytes is too long (at most 1,000,000)",
    ),
    "deep": (file_of(DEEP), "not a safetensors file: its header is nested too deeply"),
    "not JSON": (file_of(b"{'w': 1}"), "not a safetensors file: its header is not JSON"),
    "not UTF-8": (file_of(b'{"\xff": 1}'), "not a safetensors file: its header is not JSON"),
    "thousands of digits": (
        file_of(b'{"w": ' + b"9" * 100_000 + b"}"),
        "not a safetensors file: its header is not JSON",
    ),
    "a list": (file_of([]), "not a safetensors file: its header is not a table"),
    "twice": (
        file_of(b'{"w": %(e)s, "w": %(e)s}' % {b"e": json.dumps(entry()).encode()}, b"\0" * 8),
        "w: stands in the header twice",
    ),
    "no entry": (file_of({"w": 1}), "w: expected dtype, shape and data_offsets, and nothing else"),
    "more in an entry": (
        file_of({"w": {**entry(), "code": 1}}, b"\0" * 8),
        "w: expected dtype, shape and data_offsets, and nothing else",
    ),
    "integers": (
        file_of({"w": entry("I64")}, b"\0" * 8),
        "w: holds no numbers that can be read; known: F64, F32, F16, BF16",
    ),
    "no kind": (
        file_of({"w": entry(["F64"])}, b"\0" * 8),
        "w: holds no numbers that can be read; known: F64, F32, F16, BF16",
    ),
    "overflowing shape": (
        file_of({"w": entry(shape=(2**62, 2**62, 16))}, b"\0" * 8),
        f"w: its shape ({2**62}, {2**62}, 16) does not fit its 8 bytes",
    ),
    "shape that wraps to one": (
        file_of({"w": entry(shape=(2**32, 2**32))}, b""),
        "w: its numbers do not lie within the file",
    ),
    "negative shape": (
        file_of({"w": entry(shape=(-1, -1))}, b"\0" * 8),
        "w: its shape is not a list of a few whole numbers ≥ 0",
    ),
    "many dimensions": (
        file_of({"w": entry(shape=(1,) * 100_000)}, b"\0" * 8),
        "w: its shape is not a list of a few whole numbers ≥ 0",
    ),
    "true as a number": (
        file_of({"w": entry(shape=(True,))}, b"\0" * 8),
        "w: its shape is not a list of a few whole numbers ≥ 0",
    ),
    "beyond the file": (file_of({"w": entry(offsets=(0, 16))}, b"\0" * 8), "w: its numbers do not lie within the file"),
    "backwards": (file_of({"w": entry(offsets=(8, 0))}, b"\0" * 8), "w: its numbers do not lie within the file"),
    "shared": (
        file_of({"a": entry(), "b": entry()}, b"\0" * 8),
        "b: its numbers do not begin where those before end",
    ),
    "a hole": (
        file_of({"a": entry(), "b": entry(offsets=(16, 24))}, b"\0" * 24),
        "b: its numbers do not begin where those before end",
    ),
    "more at the end": (
        file_of({"a": entry()}, b"\0" * 9),
        "not a safetensors file: there are bytes that belong to no tensor",
    ),
    "a name that moves the cursor": (
        file_of({"\x1b[2J" + "x" * 99: 1}),
        '"\\u001b[2J' + "x" * 29 + "…: expected dtype, shape and data_offsets, and nothing else",
    ),
}


@pytest.mark.parametrize(("content", "reason"), HOSTILE.values(), ids=HOSTILE)
def test_a_file_that_means_harm_is_refused_in_a_line(content, reason):
    tracemalloc.start()
    try:
        with pytest.raises(WeightsError) as refused:
            read_tensors(content)
        assert tracemalloc.get_traced_memory()[1] < 50_000_000
    finally:
        tracemalloc.stop()
    assert refused.value.text == reason


def test_of_bytes_that_are_changed_at_random_nothing_but_a_refusal_comes():
    good = tensor_bytes({"0.weight": np.ones((4, 2)), "0.bias": np.ones(4)})
    generator = np.random.default_rng(1)
    refused = 0
    for _ in range(500):
        content = bytearray(good)
        for place in generator.integers(len(good) - 96, size=3):
            content[place] = generator.integers(256)
        try:
            read_tensors(bytes(content))
        except WeightsError:
            refused += 1
    assert refused > 400
