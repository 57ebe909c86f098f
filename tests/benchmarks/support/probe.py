"""Opens nnviz's own window in this process and measures it while it trains. Prints JSON and ends.

Usage: probe.py EXPERIMENT SECONDS KEYS SAMPLES. Keys are pressed by xdotool, through the screen's server.
"""

import json
import random
import subprocess
import sys
from time import perf_counter

import psutil
from PySide6.QtCore import QEventLoop, QTimer

from nnviz.engine import Experiment, Trainer
from nnviz.ui.app import App, make_application
from nnviz.ui.controller import State
from nnviz.ui.memory import Memory
from nnviz.ui.stats import Stats

SETTLE_SECONDS = 1.5
ALONE_SECONDS = 2.0
LONGEST_WAIT_SECONDS = 2.0


class Probe:
    """One window, driven through events only."""

    def __init__(self, name: str) -> None:
        self.application = make_application()
        self.app = App(self.application, Memory(), "light", 1.0)
        self.window, self.controller = self.app.window, self.app.controller
        self._keyboard = subprocess.Popen(["xdotool", "-"], stdin=subprocess.PIPE, text=True)
        self.painted = 0
        self.window.frame_painted.connect(self._count)
        self.experiment = Experiment.load(name) if name.endswith(".toml") else Experiment.named(name)
        self.window.open(self.experiment)
        self.window.show_where_it_was()
        self.wait_until(lambda: self.controller.moment is not None and self.painted > 0)
        self.pass_time(SETTLE_SECONDS)

    def _count(self, _: float) -> None:
        self.painted += 1

    def pass_time(self, seconds: float) -> None:
        """Let the application live for a while."""
        loop = QEventLoop()
        QTimer.singleShot(round(seconds * 1e3), loop.quit)
        loop.exec()

    def wait_until(self, condition) -> float:
        """Seconds until something holds, looked at after every event."""
        start = perf_counter()
        while not condition():
            self.application.processEvents()
            if perf_counter() - start > LONGEST_WAIT_SECONDS:
                return perf_counter() - start
        return perf_counter() - start

    def train(self, seconds: float, samples: int) -> dict:
        """What the app measures of itself while it trains, and its memory on the way."""
        stats, answers = Stats(), []
        self.window.frame_painted.connect(stats.frame_painted)
        self.controller.snapshot_arrived.connect(lambda each: stats.iterations_made(each.iterations_made))
        self.controller.snapshot_arrived.connect(lambda each: answers.append(each.seconds))
        self.controller.state_changed.connect(lambda state: stats.training_changed(state is State.TRAINING))
        self.controller.stopped.connect(self._go_on)
        self.controller.toggle_training()
        memory = []
        for _ in range(samples):
            self.pass_time(seconds / samples)
            memory.append(round(psutil.Process().memory_full_info().uss / 1e6, 1))
        self.controller.pause()
        report = stats.report()
        return {**report, "uss_mb_on_the_way": memory, "answers_per_s": len(answers) / report["training_s"]}

    def _go_on(self, _: str) -> None:
        QTimer.singleShot(0, self.controller.toggle_training)

    def press(self, key: str) -> None:
        """Press a key as a finger does."""
        assert self._keyboard.stdin is not None
        self._keyboard.stdin.write(f"key --delay 0 {key}\n")
        self._keyboard.stdin.flush()

    def key_to_paint(self, key: str, arrived) -> float:
        """Milliseconds from a key press to the first frame that shows what it did."""
        seen = []
        connection = self.window.frame_painted.connect(lambda _: seen.append(perf_counter()) if arrived() else None)
        start = perf_counter()
        self.press(key)
        self.wait_until(lambda: seen)
        self.window.frame_painted.disconnect(connection)
        return (seen[0] - start) * 1e3 if seen else float("inf")

    def keys_while_training(self, count: int) -> list[float]:
        """T while training: from the key to the first frame of the paused window."""
        times = []
        for _ in range(count):
            self.press("t")
            self.pass_time(0.2 + 0.1 * random.random())
            times.append(self.key_to_paint("t", lambda: self.controller.state is State.PAUSED))
            self.pass_time(0.2)
        return times

    def keys_while_paused(self, count: int) -> list[float]:
        """→ while paused: from the key to the first frame of the next phase."""
        times = []
        for _ in range(count):
            before = self.controller.moment
            times.append(self.key_to_paint("Right", lambda before=before: self.controller.moment is not before))
            self.pass_time(0.3)
        return times

    def alone(self) -> float:
        """Updates a second that ``Trainer.run`` reaches here with nothing beside it."""
        trainer = Trainer(self.experiment.with_fields({"training.early_stopping": None, "training.epochs": 10_000_000}))
        trainer.run(1000)
        before, start = trainer.iteration, perf_counter()
        trainer.run(deadline=start + ALONE_SECONDS)
        return (trainer.iteration - before) / (perf_counter() - start)

    def close(self) -> None:
        """Close the window, the thread and the keyboard."""
        self.window.close()
        self.app.close()
        self._keyboard.communicate()


def main() -> None:
    name, seconds, keys, samples = sys.argv[1], float(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
    probe = Probe(name)
    report = probe.train(seconds, samples)
    report["alone_per_s"] = probe.alone()
    report["batches_per_epoch"] = probe.controller.run.batches_per_epoch
    report["size"] = [probe.window.width(), probe.window.height()]
    report["keys_while_training_ms"] = probe.keys_while_training(keys)
    phases = len(probe.controller.moment.record.phases)
    report["keys_to_new_ms"] = probe.keys_while_paused(min(keys, phases))
    report["keys_while_paused_ms"] = probe.keys_while_paused(keys)
    probe.close()
    print(json.dumps(report))


if __name__ == "__main__":
    main()
