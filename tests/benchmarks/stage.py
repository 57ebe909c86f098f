"""How the stage keeps up while a lecture is given: F5 and Esc, keys, going back, frames, stalls, memory. Needs Xvfb."""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import numpy as np

from tests.virtual_screen import virtual_screen

PROBE = Path(__file__).resolve().parent / "support" / "stage_probe.py"
TIMES = {
    "first_ms": "key to the first frame of the next cue",
    "there_ms": "key to the next cue itself, where nothing is watched",
    "back_ms": "Page Up to the cue before",
    "jump_ms": "another scene, back, and its beginning",
    "far_ms": "back to the beginning after 20,000 iterations",
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("lecture", nargs="?", default="hidden-layers")
    parser.add_argument("--size", default="1920x1080", help="the screen, WIDTHxHEIGHT")
    parser.add_argument("--laps", type=int, default=2, help="how often it is given, forward and back")
    chosen = parser.parse_args()
    if not shutil.which("Xvfb"):
        sys.exit("stage.py: needs a virtual screen: apt-get install -y xvfb openbox")
    with TemporaryDirectory() as folder, virtual_screen(Path(folder), chosen.size) as environment:
        print(f"{chosen.size}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
        command = [sys.executable, str(PROBE), chosen.lecture, str(chosen.laps)]
        output = subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE, text=True).stdout
    report = json.loads(output.splitlines()[-1])
    print(f"{chosen.lecture}: {report['cues']} cues, {chosen.laps} laps, window of {report['size']}")
    for key, words in (("f5", "F5 to the first frame of the stage"), ("esc", "Esc to the first frame of the window")):
        show(words, report["presented_ms"][key])
    for key, words in TIMES.items():
        show(words, report[key])
    frames, stall, memory = report["frames_per_s"], report["ui_stall_ms"], report["uss_mb"]
    if frames:
        print(f"frames a second while a cue moves: mean {frames['mean']:.0f}, least {frames['least']:.0f}")
    print("UI stall, ms: " + ", ".join(f"{name} {stall[name]:.1f}" for name in ("p50", "p95", "p99", "max")))
    print(f"memory of its own (USS) after each lap, MB: {memory}, last to first × {memory[-1] / memory[0]:.2f}")


def show(what: str, times: list[float]) -> None:
    known = [time for time in times if time == time]
    if known:
        print(f"{what}, ms: p50 {median(known):.0f}, p95 {np.percentile(known, 95):.0f}, max {max(known):.0f}")


if __name__ == "__main__":
    main()
