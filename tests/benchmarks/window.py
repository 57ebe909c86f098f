"""How the window keeps up: start-up, memory, frames, stalls, training beside painting, keys. Needs Xvfb.

Start-up and memory are set beside a bare PySide6 + pyqtgraph window in the same run, training beside ``Trainer.run``
alone in the same process.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np

from tests.virtual_screen import virtual_screen

SUPPORT = Path(__file__).resolve().parent / "support"
KEYS = {"startup_ms": ("start to first frame", "ms"), "pss_mb": ("memory (PSS), just opened", "MB")}
KEY_TIMES = {
    "keys_while_training_ms": "T while training",
    "keys_to_new_ms": "→ to a formula not shown before",
    "keys_while_paused_ms": "→ while paused",
}
NETWORKS = {
    "circle, 2-4-3-1": ("circle", [4, 3]),
    "circle, 2-8-8-8-1": ("circle", [8, 8, 8]),
    "digits, 64-32-16-10": ("digits", [32, 16]),
    "circle, 2-16-16-16-16-1": ("circle", [16] * 4),
    "images, 784-128-64-10": ("images", [128, 64]),
}
IMAGES = 1000
SIDE = 28
CLASSES = 10


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", default="1920x1080", help="the screen, WIDTHxHEIGHT")
    parser.add_argument("--seconds", type=float, default=15.0, help="how long each network trains")
    parser.add_argument("--rounds", type=int, default=7, help="how often windows are opened")
    parser.add_argument("--keys", type=int, default=25, help="how often each key is pressed")
    parser.add_argument("--flat", type=float, default=0.0, metavar="MINUTES", help="train so long and watch the memory")
    parser.add_argument("--only", default="", metavar="WORDS", help="the networks whose line has these words")
    chosen = parser.parse_args()
    if not (shutil.which("Xvfb") and shutil.which("xdotool")):
        sys.exit("window.py: needs a virtual screen: apt-get install -y xvfb openbox xdotool")
    with TemporaryDirectory() as folder, virtual_screen(Path(folder), chosen.size) as environment:
        keep_bytecode(environment, Path(folder))
        chosen_networks = [words for words in NETWORKS if chosen.only in words]
        experiments = {words: written(*NETWORKS[words], Path(folder)) for words in chosen_networks}
        print(f"{chosen.size}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}\n")
        bare = measure_opening(experiments, chosen.rounds, environment, Path(folder))
        for words, file in experiments.items():
            show_training(words, probe(file, chosen.seconds, chosen.keys, 1, environment), bare)
        if chosen.flat:
            watch_memory(next(iter(experiments.values())), chosen.flat, environment)


def keep_bytecode(environment: dict[str, str], folder: Path) -> None:
    """Let Python keep what it compiles, beside the experiments, whatever the machine's own setting is."""
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment["PYTHONPYCACHEPREFIX"] = str(folder / "bytecode")


def written(source: str, hidden: list[int], folder: Path) -> Path:
    """An experiment file: half of the examples are trained on, in batches of 10, and every epoch is scored."""
    data = {
        "circle": 'source = "circle"\nexamples = 500\nnoise = 0.1',
        "digits": 'source = "digits"',
        "images": f'file = "{images(folder).name}"\ntarget = "class"',
    }[source]
    file = folder / f"{source}-{'-'.join(map(str, hidden))}.toml"
    file.write_text(
        f"""title = "{source}"
[data]
{data}
split = [0.5, 0.25, 0.25]
[network]
hidden = {hidden}
[training]
learning_rate = 0.03
batch_size = 10
epochs = 1000000
[training.early_stopping]
patience = 1000000
"""
    )
    return file


def images(folder: Path) -> Path:
    """A table of grey images, a row of pixels and a class each, whose brightest stripe says the class."""
    file = folder / "images.csv"
    if not file.exists():
        generator = np.random.default_rng(1)
        classes = generator.integers(0, CLASSES, IMAGES)
        pixels = generator.integers(0, 128, (IMAGES, SIDE, SIDE))
        pixels[np.arange(IMAGES), 2 * classes] += 127
        table = np.column_stack([pixels.reshape(IMAGES, -1), classes])
        names = ",".join([*(f"p{place}" for place in range(SIDE * SIDE)), "class"])
        np.savetxt(file, table, fmt="%d", delimiter=",", header=names, comments="")
    return file


def measure_opening(
    experiments: Mapping[str, Path], rounds: int, environment: dict[str, str], folder: Path
) -> dict[str, float]:
    """Start-up and memory of a bare window and of nnviz, one after the other."""
    file, stats = next(iter(experiments.values())), folder / "stats.json"
    ours = [sys.executable, "-m", "nnviz", str(file), "--stats", str(stats), "--quit-after", "1"]
    seen: dict[str, list[dict[str, float]]] = {"bare": [], "nnviz": []}
    # The first round is not counted: it compiles.
    for counted in range(-1, rounds):
        opened = answer([sys.executable, str(SUPPORT / "bare_window.py")], environment)
        subprocess.run(ours, env=environment, check=True)
        if counted >= 0:
            seen["bare"].append(opened)
            seen["nnviz"].append(json.loads(stats.read_text()))
    kept = sum(1 for _ in Path(environment["PYTHONPYCACHEPREFIX"]).rglob("*.pyc"))
    print(f"bytecode cached on both sides: {kept} files")
    bare, nnviz = ({key: median(each[key] for each in rows) for key in KEYS} for rows in seen.values())
    for key, (words, unit) in KEYS.items():
        print(f"{words}: bare {bare[key]:.0f} {unit}, nnviz {nnviz[key]:.0f} {unit}, × {nnviz[key] / bare[key]:.2f}")
    print()
    return bare


def show_training(words: str, report: dict[str, Any], bare: Mapping[str, float]) -> None:
    stall, rate, alone = report["ui_stall_ms"], report["iterations_per_s"], report["alone_per_s"]
    print(f"{words}, window of {report['size'][0]} × {report['size'][1]}, {report['seconds']:.0f} s of training")
    print(f"  frames a second      {report['frames_per_s']:.1f}")
    print(f"  answers a second     {report['answers_per_s']:.1f}: frames that show something new everywhere")
    print(f"  frame to frame, ms   {quantiles(report['frame_ms'])}")
    print(f"  painting, ms         {quantiles(report['paint_ms'])}")
    print(f"  UI stall, ms         {quantiles(stall)}")
    print(f"  iterations a second  {rate:,.0f}, alone {alone:,.0f}: {rate / alone:.0%}")
    print(f"  epochs a second      {rate / report['batches_per_epoch']:,.0f}")
    print(f"  memory (PSS)         {report['pss_mb']:.0f} MB, × {report['pss_mb'] / bare['pss_mb']:.2f}")
    for name, title in KEY_TIMES.items():
        show_times(f"{title} to paint", report[name])
    for grain, times in report["steps_ms"].items():
        show_times(f"→ and ← by {grain}s to paint", times)
    show_times("10,000 iterations away to paint", report["seek_ms"])
    for page, times in report["explanations_ms"].items():
        show_times(f"picked to explained, {page}", times)
    for action, times in report["stalls_ms"].items():
        show_times(f"UI stall, {action}", times)
    if report["walk_stall_ms"]:
        print(f"  UI stall while keys come in any order, ms  {quantiles(report['walk_stall_ms'])}")
    print()


def show_times(what: str, times: list[float]) -> None:
    if times:
        print(f"  {what}, ms  p50 {median(times):.1f}, p95 {np.percentile(times, 95):.1f}, max {max(times):.1f}")


def watch_memory(file: Path, minutes: float, environment: dict[str, str]) -> None:
    samples = max(2, round(minutes * 4))
    memory = probe(file, minutes * 60.0, 0, samples, environment)["uss_mb_on_the_way"]
    every = minutes * 60 / samples
    print(f"memory of its own (USS) every {every:.0f} s over {minutes:g} minutes of training, MB: {memory}")
    settled = memory[samples // 5 :]
    print(f"from {settled[0]:.1f} to {settled[-1]:.1f} MB after the first fifth")


def probe(file: Path, seconds: float, keys: int, samples: int, environment: dict[str, str]) -> dict[str, Any]:
    command = [sys.executable, str(SUPPORT / "probe.py"), str(file), str(seconds), str(keys), str(samples)]
    return answer(command, environment)


def answer(command: list[str], environment: dict[str, str]) -> dict[str, Any]:
    """What a process prints in its last line, read as JSON."""
    output = subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE, text=True).stdout
    result: dict[str, Any] = json.loads(output.splitlines()[-1])
    return result


def quantiles(values: Mapping[str, float]) -> str:
    return ", ".join(f"{name} {values[name]:.1f}" for name in ("p50", "p95", "p99", "max"))


if __name__ == "__main__":
    main()
