"""How fast the engine is, beside NumPy's floor, the textbook and (where it is installed) PyTorch, in one run.

A step is forward, backward and update on one mini-batch. Everything runs in turn on one core; figures are medians of
processor time.
"""

# ruff: noqa: E402 (the threads of linear algebra are fixed when NumPy is imported)
from __future__ import annotations

import os

for library in ("OMP", "OPENBLAS", "MKL"):
    os.environ.setdefault(f"{library}_NUM_THREADS", "1")

import argparse
import subprocess
import sys
from collections.abc import Callable
from statistics import median
from time import perf_counter

import numpy as np

from nnviz.engine import Trainer, make_examples
from nnviz.engine.analysis.responses import Responses
from nnviz.engine.experiments.completion import complete
from nnviz.engine.sweeps.sweep import Sweep
from tests.benchmarks.support.floor import Floor
from tests.benchmarks.support.networks import CASES, Case
from tests.benchmarks.support.textbook import Textbook
from tests.benchmarks.support.timing import in_turn, on_every_core, ratio, stay_on_one_core

AGREE = 1e-10
IMPORT_ROUNDS = 7
SWEEP_NETWORKS, SWEEP_EPOCHS, LONG_SWEEP_EPOCHS = 64, 200, 1000


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--rounds", type=int, default=41, help="how often everything takes its turn")
    arguments.add_argument("--all-cores", action="store_true", help="do not stay on one core")
    chosen = arguments.parse_args()
    if not chosen.all_cores:
        stay_on_one_core()
    for case in CASES:
        print(f"{case.name}: {case.words}")
    header = ["", "µs a step", "× floor", "textbook ×", "PyTorch ×"]
    print("\n{:<2}{:<28}{:>12}{:>12}{:>14}{:>14}".format("", *header))
    for case in CASES:
        measure_steps(case, chosen.rounds)
    measure_sweep(chosen.rounds)
    measure_maps(chosen.rounds)
    measure_imports()


def measure_steps(case: Case, rounds: int) -> None:
    works, steps = contestants(case)
    seconds = in_turn(works, rounds)
    for name in works:
        cells = [f"{median(seconds[name]) / steps * 1e6:.2f}", f"{ratio(seconds, name, 'floor'):.2f}"]
        for peer in ("textbook", "PyTorch"):
            faster = f"{ratio(seconds, peer, name):.1f} faster" if peer in works and name.startswith("run") else ""
            cells.append(faster)
        print("{:<2}{:<28}{:>12}{:>12}{:>14}{:>14}".format(case.name, name, *cells))
    scored, bare = (ratio(seconds, "iterate", base) for base in ("run, scores each epoch", "run(score=False)"))
    print(f"{case.name}   iterate (scores too) is {scored:.2f} × a step of run, {bare:.2f} × one of run(score=False)\n")


def contestants(case: Case) -> tuple[dict[str, Callable[[], object]], int]:
    """What takes its turn on a network, and how many steps each makes in one: whole epochs."""
    experiment = case.experiment()
    plain, scoring, iterating = Trainer(experiment), Trainer(experiment), Trainer(experiment)
    architecture, training = plain.architecture, plain.experiment.training
    names = [architecture.activation_name(layer) for layer in range(1, architecture.layers + 1)]
    rows = plain.examples.x[plain.examples.train], plain.examples.y[plain.examples.train]
    settings = rows, case.batch, training.learning_rate, training.seed
    floor = Floor(architecture.widths, case.activation, case.output, plain.theta(), *settings)
    textbook = Textbook(plain.parameters(), names, *settings)
    count = plain.batches_per_epoch
    for each in (floor, textbook, plain):
        each.run(4 * count)
    check_agreement(plain, floor, textbook)
    steps = max(1, 500 // count) * count

    def iterate() -> None:
        for _ in range(steps):
            iterating.iterate()

    works: dict[str, Callable[[], object]] = {
        "floor": lambda: floor.run(steps),
        "textbook": lambda: textbook.run(steps),
        "run(score=False)": lambda: plain.run(steps, score=False),
        "run, scores each epoch": lambda: scoring.run(steps),
        "iterate": iterate,
    }
    return works | pytorch(architecture.widths, names, case, rows, training.learning_rate, steps), steps


def check_agreement(trainer: Trainer, floor: Floor, textbook: Textbook) -> None:
    """All must have come to the same parameters, or they are not doing the same work."""
    ours = trainer.theta()
    assert np.abs(floor.theta - ours).max() < AGREE, "the floor trains differently"
    for (weights, _), (others, _) in zip(trainer.parameters(), textbook.parameters, strict=True):
        assert np.abs(weights - others).max() < AGREE, "the textbook trains differently"


def pytorch(widths, names, case: Case, rows, rate: float, steps: int) -> dict[str, Callable[[], object]]:
    """PyTorch eager, where it is installed."""
    try:
        import torch
    except ImportError:
        return {}
    torch.set_num_threads(1)
    torch.set_default_dtype(torch.float64)
    kinds = {"tanh": torch.nn.Tanh, "sigmoid": torch.nn.Sigmoid, "relu": torch.nn.ReLU}
    layers = []
    for place, name in enumerate(names):
        layers.append(torch.nn.Linear(widths[place], widths[place + 1]))
        if name != "softmax":
            layers.append(kinds[name]())
    model = torch.nn.Sequential(*layers)
    optimiser = torch.optim.SGD(model.parameters(), lr=rate)
    x, y = torch.tensor(rows[0]), torch.tensor(rows[1])

    def loss(prediction, target):
        if case.output == "softmax":
            return torch.nn.functional.cross_entropy(prediction, target)
        return 0.5 * ((prediction - target) ** 2).sum(dim=1).mean()

    def run() -> None:
        for _ in range(steps * case.batch // len(x)):
            order = torch.randperm(len(x))
            for start in range(0, len(x), case.batch):
                chosen = order[start : start + case.batch]
                optimiser.zero_grad()
                loss(model(x[chosen]), y[chosen]).backward()
                optimiser.step()

    return {"PyTorch": run}


def measure_sweep(rounds: int) -> None:
    """Many networks of one shape, trained together and one after the other, each epoch scored in both."""
    experiment = CASES[1].experiment(SWEEP_EPOCHS)
    sweeps: list[Sweep] = []

    def together() -> None:
        sweeps.append(Sweep(experiment, seeds=SWEEP_NETWORKS))
        for _ in sweeps[-1].run():
            pass

    def one_after_the_other() -> None:
        examples = make_examples(complete(experiment))
        for member in sweeps[-1].members:
            Trainer(member.experiment, examples).run()

    seconds = in_turn({"together": together, "alone": one_after_the_other}, max(3, rounds // 10))
    alone = Trainer(sweeps[-1].members[-1].experiment)
    alone.run()
    last = max(sweeps[-1].results, key=lambda result: result.member.place)
    assert np.abs(last.theta - alone.theta()).max() < AGREE, "networks that train together train differently"
    epochs = SWEEP_NETWORKS * SWEEP_EPOCHS
    each = {name: median(times) / epochs * 1e6 for name, times in seconds.items()}
    print(
        f"sweep of {SWEEP_NETWORKS} networks of 2-8-8-8-1: {each['together']:.0f} µs a network and epoch, scores too; "
        f"one after the other {each['alone']:.0f} µs: {ratio(seconds, 'alone', 'together'):.1f} × faster"
    )
    with on_every_core() as cores:
        start = perf_counter()
        for _ in Sweep(CASES[1].experiment(LONG_SWEEP_EPOCHS), seeds=SWEEP_NETWORKS).run(processes=cores):
            pass
        passed = (perf_counter() - start) / (SWEEP_NETWORKS * LONG_SWEEP_EPOCHS) * 1e6
    print(
        f"the same for {LONG_SWEEP_EPOCHS:,} epochs with {cores} processes: {passed:.0f} µs by the clock: "
        f"{each['alone'] / passed:.1f} × faster than one after the other\n"
    )


def measure_maps(rounds: int) -> None:
    trainer = Trainer(CASES[1].experiment())
    theta = trainer.theta()
    for resolution in (40, 100):
        responses = Responses.of(trainer.architecture, trainer.examples, trainer.experiment.data, resolution)
        times = in_turn({"maps": lambda responses=responses: responses(theta)}, 20 * rounds)["maps"]
        print(f"response maps of 2-8-8-8-1 at {resolution} × {resolution}: {median(times) * 1e3:.3f} ms")


def measure_imports() -> None:
    def seconds(module: str) -> float:
        before = os.times()
        subprocess.run([sys.executable, "-c", f"import {module}"], check=True)
        after = os.times()
        return after.children_user + after.children_system - before.children_user - before.children_system

    pairs = [(seconds("numpy"), seconds("nnviz.engine")) for _ in range(IMPORT_ROUNDS)]
    base, whole = median(pair[0] for pair in pairs), median(pair[1] for pair in pairs)
    print(f"import numpy: {base:.3f} s; import nnviz.engine: {whole:.3f} s, {whole - base:.3f} s over numpy")


if __name__ == "__main__":
    main()
