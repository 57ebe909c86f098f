"""Programs are run, and their numbers are the engine's."""

import ast
import os
import runpy
import subprocess
import sys
from importlib.util import find_spec

import nbformat
import numpy as np
import pytest

from nnviz.code import forward, functions, numpy_code, pytorch_code, start, training
from nnviz.code.files import write_code
from nnviz.code.literals import UNPACKED, array, number, rows
from nnviz.engine import Experiment, ExperimentError, Trainer
from nnviz.engine.functions.activations import ACTIVATIONS
from nnviz.engine.functions.initialisers import INITIALISERS
from nnviz.engine.functions.losses import LOSSES
from nnviz.engine.functions.optimisers import OPTIMISERS
from nnviz.engine.functions.outputs import OUTPUTS
from nnviz.engine.functions.schedules import SCHEDULES

needs_torch = pytest.mark.skipif(find_spec("torch") is None, reason="PyTorch is not installed")
BUILT_IN = (
    "blobs3 bumps circle diabetes digits gaussians moons penguins plane sawtooth sine spiral spiral3 worked-example "
    "xor xor4"
)
VARIANTS = [
    ("circle", {"network.activation": "gelu", "training.dropout": 0.25, "training.batch_size": 7}),
    ("circle", {"network.activation": ("elu", "softplus"), "training.shuffle": False}),
    ("circle", {"network.frozen": ("W1", "b2", "W2[0,2]"), "training.clip_norm": 0.1, "training.optimizer": "adamw"}),
    ("moons", {"network.activation": "silu", "training.optimizer": "rmsprop", "training.learning_rate": 0.01}),
    ("moons", {"network.output": "tanh", "training.schedule": {"name": "cosine", "warmup": 3}}),
    ("moons", {"data.inputs": ("x1", "x2", "x1^2"), "training.optimizer": "nesterov", "training.schedule": "step"}),
    ("blobs3", {"training.loss": "squared_error", "training.l1": 1e-3, "training.l2": 0.01}),
    (
        "diabetes",
        {
            "training.early_stopping": {"monitor": "score", "patience": 2, "min_delta": 1.5},
            "training.optimizer": "adam",
        },
    ),
    ("blobs3", {"training.early_stopping": {"monitor": "score", "patience": 2, "min_delta": 0.01}}),
    ("sine", {"network.hidden": (8,) * 9, "network.activation": "relu", "network.bias": 1.0, "network.gain": 0.5}),
]


def program(experiment, framework="numpy", kind="py"):
    return write_code(experiment, Trainer(experiment).examples, framework, kind).decode()


def losses_of(scripts, folder):
    """What programs print, one after the other in one process: most of the time goes into its start."""
    for place, script in enumerate(scripts):
        (folder / f"script{place}.py").write_text(script, encoding="utf-8")
    runs = "\n".join(f"runpy.run_path('script{place}.py'); print('end')" for place in range(len(scripts)))
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", f"import runpy\n{runs}"],
        cwd=folder,
        env={**os.environ, "OMP_NUM_THREADS": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    parts = done.stdout.split("end\n")[:-1]
    return [[[float(cell or "nan") for cell in line.split(",")] for line in part.splitlines()] for part in parts]


def trained(experiment):
    trainer = Trainer(experiment)
    trainer.run()
    return trainer


def assert_print_what_training_says(experiments, framework, folder):
    printed = losses_of([program(experiment, framework) for experiment in experiments], folder)
    assert len(printed) == len(experiments)
    for experiment, rows_printed in zip(experiments, printed, strict=True):
        expected = trained(experiment).history.rows[1:, 2:4]
        assert len(rows_printed) == len(expected)
        np.testing.assert_allclose(rows_printed, expected, rtol=1e-9, atol=1e-9)


def test_every_built_in_experiment_prints_the_losses_of_its_training(tmp_path):
    experiments = [Experiment.named(name, {"training.epochs": 12}) for name in BUILT_IN.split()]
    assert_print_what_training_says(experiments, "numpy", tmp_path)


def test_what_an_experiment_can_set_is_written(tmp_path):
    experiments = [Experiment.named(name, {"training.epochs": 12, **fields}) for name, fields in VARIANTS]
    assert_print_what_training_says(experiments, "numpy", tmp_path)


@needs_torch
def test_pytorch_prints_the_same(tmp_path):
    experiments = [Experiment.named(name, {"training.epochs": 3, **fields}) for name, fields in VARIANTS[::3]]
    assert_print_what_training_says(experiments, "pytorch", tmp_path)


def test_a_run_that_stops_early_has_its_best_parameters_back(tmp_path, capsys):
    experiment = Experiment.named("gaussians")
    (tmp_path / "script.py").write_text(program(experiment), encoding="utf-8")
    names = runpy.run_path(str(tmp_path / "script.py"))
    trainer = trained(experiment)
    assert len(capsys.readouterr().out.splitlines()) == trainer.epoch < experiment.training.epochs
    for layer, (weights, biases) in enumerate(trainer.parameters(), start=1):
        np.testing.assert_allclose(names[f"W{layer}"], weights, atol=1e-9)
        np.testing.assert_allclose(names[f"b{layer}"], biases, atol=1e-9)


def test_its_names_hold_the_numbers_of_the_trace(tmp_path, capsys):
    experiment = Experiment.named("blobs3", {"training.epochs": 1, "training.l2": 0.1})
    (tmp_path / "script.py").write_text(program(experiment), encoding="utf-8")
    names = runpy.run_path(str(tmp_path / "script.py"))
    trainer = Trainer(experiment)
    trainer.seek(trainer.batches_per_epoch - 1)
    record = trainer.iterate()
    for layer, numbers in enumerate(record.layers, start=1):
        for name, expected in (("z", numbers.z), ("delta", numbers.delta), ("dW", numbers.grad_W)):
            np.testing.assert_allclose(names[f"{name}{layer}"], expected, atol=1e-9)
    np.testing.assert_allclose(names["h1"], record.layers[0].a, atol=1e-9)
    np.testing.assert_allclose(names["y_hat"], record.layers[1].a, atol=1e-9)


def test_a_diverging_program_stops_where_training_does(tmp_path):
    fields = {"network.activation": "relu", "training.learning_rate": 1000.0}
    (tmp_path / "script.py").write_text(program(Experiment.named("sine", fields)), encoding="utf-8")
    done = subprocess.run([sys.executable, "script.py"], cwd=tmp_path, capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.splitlines()[-1].startswith("diverged")


@pytest.mark.parametrize("framework", ["numpy", "pytorch"])
def test_a_notebook_is_valid_and_holds_the_same_program(framework):
    experiment = Experiment.named("xor4", {"training.epochs": 3, "title": 'a "title" \\ \n"""'})
    notebook = nbformat.reads(program(experiment, framework, "ipynb"), as_version=4)
    nbformat.validate(notebook)
    cells = [cell.source for cell in notebook.cells if cell.cell_type == "code"]
    script = ast.parse(program(experiment, framework)).body[1:]  # without the text at its head
    assert ast.dump(ast.parse("\n".join(cells))) == ast.dump(ast.Module(script, []))


def test_only_what_is_used_appears_and_lines_are_short():
    script = program(Experiment.named("xor4"))
    assert max(map(len, script.splitlines())) <= 120
    assert len(script.splitlines()) <= 100
    for word in ("velocit", "patience", "rate =", "shuffling", "validation_loss", "softmax", "keep", "zlib", "frozen"):
        assert word not in script.replace("learning_rate =", "")


def test_numbers_read_back_to_the_same_bits():
    values = np.array([[0.1, -0.0], [1e-300, 1e22], [3.0, 1.0 / 3.0]])
    read = eval(array(values), {"np": np})
    assert read.tobytes() == values.tobytes()
    assert [number(value) for value in (3.0, -0.0, 0.25)] == ["3", "-0.0", "0.25"]


@pytest.mark.parametrize("top", [1, 17, 100_000, 0.3])
def test_many_numbers_are_packed_and_read_back_to_the_same_bits(top):
    values = np.arange(40_000.0).reshape(-1, 4) % 13.0 * top
    text, is_packed = rows(values)
    names = {}
    exec("import base64, zlib\nimport numpy as np\n" + "\n".join(UNPACKED), names)
    assert is_packed
    assert eval(text, names).tobytes() == values.tobytes()


def test_pytorch_refuses_a_network_that_is_all_frozen():
    experiment = Experiment.named("xor4", {"network.frozen": ("W1", "b1", "W2", "b2")})
    with pytest.raises(ExperimentError, match=r"network\.frozen: all parameters are frozen"):
        program(experiment, "pytorch")
    assert "-=" not in program(experiment)


def test_everything_in_the_engine_can_be_written():
    assert functions.ACTIVATIONS.keys() == ACTIVATIONS.keys()
    assert functions.OUTPUTS.keys() == OUTPUTS.keys()
    assert functions.LOSSES.keys() == LOSSES.keys()
    assert start.DRAWS.keys() == INITIALISERS.keys()
    assert training.SCHEDULES.keys() == SCHEDULES.keys()
    assert numpy_code.UPDATES.keys() == numpy_code.MEMORIES.keys() == OPTIMISERS.keys()
    assert pytorch_code.OPTIMISERS.keys() == OPTIMISERS.keys()
    assert forward.in_front(LOSSES["squared_error"].with_scale("mean", 3).error_factor) == "2 / 3 * "
