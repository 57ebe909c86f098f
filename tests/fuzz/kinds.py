"""Every kind of file that nnviz opens: good ones to begin with, and how one is opened."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np

from nnviz.engine import Experiment, Trainer
from nnviz.engine.data.examples import make_examples
from nnviz.engine.data.tables.preview import effect_of, preview_table
from nnviz.engine.experiments.experiment_files import named_experiments, problems
from nnviz.engine.weights.files import read_weights, weights_bytes
from nnviz.lecture.files import named_lectures, read
from nnviz.recordings.reading import open_recording
from nnviz.recordings.replay import Replay
from nnviz.resources import resource
from nnviz.sessions.opening import open_session
from nnviz.sessions.session import Session
from nnviz.sessions.writing import session_bytes
from nnviz.ui.window.preferences.old_settings import plain_values
from nnviz.ui.window.preferences.preferences import Preferences, from_json, to_json, understood
from nnviz.view import View
from tests.engine.walks import small
from tests.fuzz.mutations import behind_a_header, in_a_zip, mutated
from tests.recordings.own import own_recording

Mutate = Callable[[Random, bytes, Sequence[bytes]], bytes]


@dataclass(frozen=True)
class Kind:
    """A kind of file.

    Attributes:
        ending: What its name ends in.
        good: Makes files of it that open.
        open: Opens one, as far as the window and the commands do before anything is trained.
        mutate: Makes a bad one of a good one.
        refusals: What opening may raise beside nnviz's own errors.
    """

    ending: str
    good: Callable[[], list[bytes]]
    open: Callable[[Path], Any]
    mutate: Mutate = mutated
    refusals: tuple[type[Exception], ...] = ()


def _experiments() -> list[bytes]:
    files = [resource("experiments", f"{name}.toml").read_bytes() for name in named_experiments()]
    whole = [Experiment.named(name).to_toml().encode() for name in ("worked-example", "circle")]
    return files + whole


def _open_experiment(path: Path) -> None:
    problems(str(path))
    experiment = Experiment.load(path)
    make_examples(experiment)
    Experiment.parse(experiment.to_toml())


TABLES = (
    "a,b,y\n" + "".join(f"{row / 7:.3f},{row % 5},{'pq'[row % 2]}\n" for row in range(40)),
    "a;b;y\n" + "".join(f"{row // 7},{row % 10};{row} %;{row % 3}\n" for row in range(40)),
    "# a remark\nsep=\t\nname\twhen\ty\n" + "".join(f"n{row}\t2024-01-{row + 1:02}\t€ {row}.50\n" for row in range(28)),
    "@relation r\n@attribute a numeric\n@attribute y {p,q}\n@data\n" + "1,p\n2,q\n3,p\n" * 5,
    '"long ""name""",b,,\n' + '1,"x\ny",NA,\n2,z,,\n' * 9 + "total,,,\n",
    "  1.0  2.5   3\n" * 12,
)


def _workbook() -> bytes:
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    sheet.append(["a", "when", "y"])
    for row in range(12):
        sheet.append([row / 3, row % 2 == 0, "pq"[row % 2]])
    book.create_sheet("other").append(["=1+1", None, 3.5])
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def _open_table(path: Path) -> None:
    preview = preview_table(path)
    effect_of(preview, preview.suggested)


def _sessions() -> list[bytes]:
    trainer = Trainer(small(dropout=0.3, optimizer="adam"))
    examples = trainer.examples
    trainer.run(20)
    trainer.fork()
    trainer.set_weight(1, 0, 0, 1.0)
    trainer.run(30)
    return [session_bytes(Session.of(trainer, View(), examples))]


def _recordings() -> list[bytes]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.nnviz-run"
        own_recording(path, **{"training.optimizer": "adam"})
        return [path.read_bytes()]


def _open_recording(path: Path) -> None:
    recording = open_recording(path)
    if len(recording):
        Replay(recording)


def _weights() -> list[bytes]:
    random = np.random.default_rng(1)
    layers = [(random.normal(size=(3, 2)), np.zeros(3)), (random.normal(size=(1, 3)), np.zeros(1))]
    return [weights_bytes(".safetensors", layers, ["tanh", "sigmoid"])]


def _onnx() -> list[bytes]:
    random = np.random.default_rng(1)
    layers = [(random.normal(size=(3, 2)), np.zeros(3)), (random.normal(size=(1, 3)), np.zeros(1))]
    return [weights_bytes(".onnx", layers, ["tanh", "sigmoid"])]


KINDS = {
    "experiment": Kind(".toml", _experiments, _open_experiment),
    "table": Kind(".csv", lambda: [table.encode() for table in TABLES], _open_table),
    "workbook": Kind(".xlsx", lambda: [_workbook()], _open_table, in_a_zip),
    "lecture": Kind(
        ".toml", lambda: [resource("lectures", f"{name}.toml").read_bytes() for name in named_lectures()][-1:], read
    ),
    "session": Kind(".nnviz", _sessions, open_session, in_a_zip),
    "recording": Kind(".nnviz-run", _recordings, _open_recording, behind_a_header),
    "weights": Kind(".safetensors", _weights, read_weights, behind_a_header),
    "onnx": Kind(".onnx", _onnx, read_weights),
    "preferences": Kind(
        ".json",
        lambda: [b"".join(to_json(Preferences(), {}))],
        lambda path: understood(from_json(path.read_bytes())),
        refusals=(ValueError,),
    ),
    "old preferences": Kind(
        ".conf",
        lambda: [b"[General]\ndigits=3\ntheme=dark\nrecent=a\\nb\nscale=1.5\nwindow=@ByteArray(\\0\\x1)\n"],
        lambda path: understood(plain_values(path.read_bytes()), strict=False),
    ),
}
