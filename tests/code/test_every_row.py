"""Whatever the engine's tables have, a program has too: it is run, and prints the numbers of the training."""

import contextlib
import io
from collections.abc import Iterator
from importlib.util import find_spec

import nbformat
import numpy as np
import pytest

from nnviz.code.files import write_code
from nnviz.engine import Experiment, ExperimentError, Trainer
from nnviz.engine.functions.activations import ACTIVATIONS
from nnviz.engine.functions.initialisers import INITIALISERS
from nnviz.engine.functions.losses import LOSSES
from nnviz.engine.functions.optimisers import OPTIMISERS
from nnviz.engine.functions.outputs import OUTPUTS
from nnviz.engine.functions.schedules import SCHEDULES

SMALL = {"data.examples": 40, "training.batch_size": 7, "training.epochs": 3, "training.learning_rate": 0.02}
NEEDS_TORCH = pytest.mark.skipif(find_spec("torch") is None, reason="PyTorch is not installed")
FRAMEWORKS = ["numpy", pytest.param("pytorch", marks=NEEDS_TORCH)]
REGULAR = (
    {"training.l1": 0.01},
    {"training.l2": 0.02},
    {"training.l1": 0.01, "training.l2": 0.02, "training.optimizer": "adam"},
    {"training.dropout": 0.3},
    {"training.clip_norm": 0.05},
    {"network.frozen": ("W1", "b2", "W2[0,1]")},
    {"network.gain": 0.5, "network.bias": 0.3},
    {"training.early_stopping": {"patience": 1, "min_delta": 10.0}},
)


def of_the_tables() -> Iterator[tuple[str, Experiment]]:
    """An experiment for each row, and what it is about."""
    rows = [("activation", ("network.activation", name)) for name in ACTIVATIONS]
    rows += [("initialiser", ("network.init", name)) for name in INITIALISERS]
    rows += [("optimiser", ("training.optimizer", name)) for name in OPTIMISERS]
    rows += [("schedule", ("training.schedule", name)) for name in SCHEDULES]
    for kind, (field, name) in rows:
        yield f"{kind} {name}", Experiment.named("moons", {**SMALL, field: name})
    for fields in REGULAR:
        yield f"with {fields}", Experiment.named("moons", {**SMALL, **fields})
    for source in ("moons", "blobs3", "plane"):
        for output in OUTPUTS:
            for loss in LOSSES:
                with contextlib.suppress(ExperimentError):  # not every loss goes with every output
                    fields = {**SMALL, "network.output": output, "training.loss": loss}
                    experiment = Experiment.named(source, fields)
                    yield f"{source}: output {output}, loss {loss}", experiment


CASES = list(of_the_tables())


def printed_by(source: str) -> list[list[float]]:
    """The numbers that a program prints, by line."""
    with contextlib.redirect_stdout(io.StringIO()) as out:
        exec(compile(source, "program", "exec"), {"__name__": "__main__"})
    return [[float(cell or "nan") for cell in line.split(",")] for line in out.getvalue().splitlines()]


@pytest.fixture
def settings():
    """What a program sets in PyTorch does not outlast it."""
    if find_spec("torch") is None:
        yield
        return
    import torch

    before = torch.get_default_dtype(), torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_default_dtype(before[0])
    torch.set_num_threads(before[1])


def test_every_output_and_every_loss_is_among_them() -> None:
    told = " ".join(name for name, _ in CASES)
    assert all(f"output {output}," in told for output in OUTPUTS)
    assert all(f"loss {loss}" in told for loss in LOSSES)


@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_every_row_prints_the_losses_of_its_training(framework, settings) -> None:
    for about, experiment in CASES:
        trainer = Trainer(experiment)
        lines = printed_by(write_code(experiment, trainer.examples, framework, "py").decode())
        trainer.run()
        expected = trainer.history.rows[1:, 2:4]
        np.testing.assert_allclose(lines, expected, rtol=1e-9, atol=1e-9, err_msg=about)


@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_a_notebook_runs_cell_by_cell(framework, settings) -> None:
    experiment = Experiment.named("moons", SMALL)
    trainer = Trainer(experiment)
    text = write_code(experiment, trainer.examples, framework, "ipynb").decode()
    notebook = nbformat.reads(text, as_version=4)
    nbformat.validate(notebook)
    names: dict[str, object] = {"__name__": "__main__"}
    with contextlib.redirect_stdout(io.StringIO()) as out:
        for cell in notebook.cells:
            if cell.cell_type == "code":
                exec(compile(cell.source, cell.id, "exec"), names)
    trainer.run()
    lines = [[float(cell) for cell in line.split(",")] for line in out.getvalue().splitlines()]
    np.testing.assert_allclose(lines, trainer.history.rows[1:, 2:4], rtol=1e-9, atol=1e-9)
