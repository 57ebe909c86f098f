"""Opens nnviz's own window in this process and measures it while it trains. Prints JSON and ends.

Usage: probe.py EXPERIMENT SECONDS KEYS SAMPLES. Keys are pressed by xdotool, through the screen's server.
"""

import json
import random
import subprocess
import sys
from time import perf_counter

import psutil
from PySide6.QtCore import QEventLoop, Qt, QTimer

from nnviz.engine import Experiment, Trainer
from nnviz.engine.training.record.steps import Grain
from nnviz.ui.app import App, make_application
from nnviz.ui.session.clock import State
from nnviz.ui.session.moment import Selection
from nnviz.ui.session.pace import FULL_SPEED
from nnviz.ui.stats import Stats
from nnviz.ui.window.preferences.preference_store import users_store

SETTLE_SECONDS = 1.5
ALONE_SECONDS = 2.0
LONGEST_WAIT_SECONDS = 2.0
ACROSS = 10_000
"""Iterations that a seek goes across."""
STALL_SECONDS = 0.6
STALLING = ("theme", "larger", "smaller", "present", "leave", "twin")
"""Actions that concern every widget, or a whole window."""
GRAIN_KEYS = {Grain.ITERATION: "1", Grain.PHASE: "2", Grain.UNIT: "3", Grain.TERM: "4"}


class Probe:
    """One window, driven through events only."""

    def __init__(self, name: str) -> None:
        self.application = make_application()
        self.app = App(self.application, users_store(), "light", 1.0)
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
        self.controller.clock.set_pace(FULL_SPEED)
        self.controller.toggle_training()
        memory = []
        for _ in range(samples):
            self.pass_time(seconds / samples)
            memory.append(round(psutil.Process().memory_full_info().uss / 1e6, 1))
        self.controller.clock.pause()
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

    def steps_at(self, grain: Grain, count: int) -> list[float]:
        """→ and ← at a grain: from the key to the first frame of the other step."""
        self.press(GRAIN_KEYS[grain])
        self.wait_until(lambda: self.controller.viewing.grain is grain)
        times = []
        for number in range(count):
            before, key = self.controller.moment, "Left" if number % 5 == 4 else "Right"
            times.append(self.key_to_paint(key, lambda before=before: self.controller.moment is not before))
            self.pass_time(0.15)
        return times

    def seeks(self, count: int, across: int) -> list[float]:
        """From asking for an iteration so far away to the first frame that shows it."""
        self.controller.toggle_training(gather=False)
        while self.controller.moment.record.iteration < 2 * across:
            self.pass_time(0.1)
        self.controller.clock.pause()
        self.wait_until(lambda: self.controller.idle)
        times = []
        for number in range(count):
            here = self.controller.moment.record.iteration
            there = here - across if number % 2 == 0 else here + across
            times.append(self.act_to_paint(lambda there=there: self.controller.stepping.visit(there), there))
        return times

    def act_to_paint(self, act, iteration: int) -> float:
        """Milliseconds from a call to the first frame that shows an iteration."""
        seen = []
        connection = self.window.frame_painted.connect(
            lambda _: seen.append(perf_counter()) if self.controller.moment.record.iteration == iteration else None
        )
        start = perf_counter()
        act()
        self.wait_until(lambda: seen)
        self.window.frame_painted.disconnect(connection)
        self.pass_time(0.1)
        return (seen[0] - start) * 1e3 if seen else float("inf")

    def explanations(self, count: int) -> dict[str, list[float]]:
        """From picking a weight or a unit to the answer that its page has got."""
        times: dict[str, list[float]] = {"chain": [], "nudge": [], "blame": []}
        widths = self.controller.moment.record.architecture.widths
        self.window.panels.docks["explain"].show()
        for page, found in times.items():
            self.window.panels.panel("explain").open(page)
            for number in range(count):
                layer = 1 + number % (len(widths) - 2)
                unit = number % widths[layer]
                source = number % widths[layer - 1] if page != "blame" else None
                heard = []
                connection = self.window.explainer.answered.connect(heard.append)
                start = perf_counter()
                self.controller.viewing.select(Selection(layer, unit, source))
                self.wait_until(lambda heard=heard: heard)
                found.append((perf_counter() - start) * 1e3)
                self.window.explainer.answered.disconnect(connection)
                self.pass_time(0.05)
        return times

    def walk(self, count: int) -> dict[str, float]:
        """Keys in any order, faster than anybody types: how late the window's heartbeat was meanwhile."""
        keys = ["Right", "Left", "Right", "Left", "shift+Right", "shift+Left", "Home", "e", "a", "1", "2", "3", "4"]
        chance, stats = random.Random(1), Stats()
        # The heart begins to beat with the first frame.
        self.window.frame_painted.connect(stats.frame_painted)
        for _ in range(count):
            self.press(chance.choice(keys))
            self.pass_time(0.02)
        self.wait_until(lambda: self.controller.idle)
        self.window.frame_painted.disconnect(stats.frame_painted)
        stall: dict[str, float] = stats.report()["ui_stall_ms"]
        return stall

    def stalls(self, count: int) -> dict[str, list[float]]:
        """The longest time that the window heard nothing while it took another look, presented, or opened the twin."""
        times: dict[str, list[float]] = {}
        for _ in range(count):
            for action in STALLING:
                times.setdefault(action, []).append(self.stall_of(self.window.actions_[action]))
            # The window beside it is the one in front: it goes, and is made anew the next time.
            self.window.comparisons.close()
            self.pass_time(0.2)
        return times

    def stall_of(self, action) -> float:
        """The longest time, in milliseconds, between two turns of the event loop from an action on."""
        gaps, last = [], [perf_counter()]

        def beat() -> None:
            now = perf_counter()
            gaps.append(now - last[0])
            last[0] = now

        heart = QTimer(self.window, interval=1)
        heart.setTimerType(Qt.TimerType.PreciseTimer)
        heart.timeout.connect(beat)
        heart.start()
        action.trigger()
        self.pass_time(STALL_SECONDS)
        heart.deleteLater()
        return max(gaps) * 1e3

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
    report["steps_ms"] = {grain.value: probe.steps_at(grain, 2 * keys) for grain in Grain} if keys else {}
    report["seek_ms"] = probe.seeks(keys, ACROSS) if keys else []
    report["explanations_ms"] = probe.explanations(keys) if keys else {}
    report["stalls_ms"] = probe.stalls(max(1, keys // 3)) if keys else {}
    report["walk_stall_ms"] = probe.walk(20 * keys) if keys else None
    probe.close()
    print(json.dumps(report))


if __name__ == "__main__":
    main()
