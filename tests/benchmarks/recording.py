"""What ``nnviz.record`` costs: a step of a PyTorch loop with it and without, and how large a recorded step is.

Everything runs in turn on one core; figures are medians of processor time.
"""

# ruff: noqa: E402 (the threads of linear algebra are fixed when NumPy is imported)
from __future__ import annotations

import os

for library in ("OMP", "OPENBLAS", "MKL"):
    os.environ.setdefault(f"{library}_NUM_THREADS", "1")

import argparse
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

import nnviz
from tests.benchmarks.support.timing import in_turn, ratio, stay_on_one_core

STEPS = 50
EXAMPLES = 200
BATCHES = (10, 32)


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--rounds", type=int, default=21, help="how often everything takes its turn")
    rounds = arguments.parse_args().rounds
    stay_on_one_core()
    try:
        import torch
    except ImportError:
        print("PyTorch is not installed: what it costs to record its loops is not measured")
        sys.exit()
    torch.set_num_threads(1)
    print(f"{'2-8-8-1 tanh, Adam':<28}{'µs a step':>12}{'recorded':>12}{'×':>8}{'1 in 10 ×':>12}{'bytes a step':>14}")
    for kind in (torch.float32, torch.float64):
        for batch in BATCHES:
            measure(torch, kind, batch, rounds)


def measure(torch: Any, kind: Any, batch: int, rounds: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "a.nnviz-run"
        plain, _, _ = loop(torch, kind, batch)
        every, *watched = loop(torch, kind, batch)
        some, *now_and_then = loop(torch, kind, batch)
        with nnviz.record(*watched, file) as recorder, nnviz.record(*now_and_then, f"{folder}/b.nnviz-run", every=10):
            seconds = in_turn({"plain": plain, "every": every, "some": some}, rounds)
        size = file.stat().st_size / recorder.steps
    each = [median(seconds[name]) / STEPS * 1e6 for name in ("plain", "every")]
    times = [ratio(seconds, name, "plain") for name in ("every", "some")]
    name = f"{str(kind).removeprefix('torch.')}, batches of {batch}"
    print(f"{name:<28}{each[0]:>12.0f}{each[1]:>12.0f}{times[0]:>8.2f}{times[1]:>12.2f}{size:>14.0f}")


def loop(torch: Any, kind: Any, batch: int) -> tuple[Callable[[], None], Any, Any]:
    """So many steps, as they are usually written; the model, and its optimiser."""
    nn = torch.nn
    torch.manual_seed(1)
    model = nn.Sequential(nn.Linear(2, 8), nn.Tanh(), nn.Linear(8, 8), nn.Tanh(), nn.Linear(8, 1)).to(kind)
    optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
    loss_function = nn.BCEWithLogitsLoss()
    x = torch.randn(EXAMPLES, 2, dtype=kind)
    y = (x[:, :1] * x[:, 1:] > 0).to(kind)

    def steps() -> None:
        for step in range(STEPS):
            rows = slice(step * batch % (EXAMPLES - batch), None)
            optimizer.zero_grad()
            loss_function(model(x[rows][:batch]), y[rows][:batch]).backward()
            optimizer.step()

    return steps, model, optimizer


if __name__ == "__main__":
    main()
