"""Gives a lecture in this process and measures the stage. Prints JSON and ends.

Usage: stage_probe.py LECTURE LAPS. Keys are the actions of presenting; a lap goes through all cues and back.
"""

import json
import sys
from statistics import mean
from time import perf_counter

import psutil
from PySide6.QtCore import QEventLoop, QTimer

from nnviz.lecture.files import find, read
from nnviz.ui.app import App, make_application
from nnviz.ui.stage.script import Mark
from nnviz.ui.stats import Stats
from nnviz.ui.window.lecture.giving import Giving
from nnviz.ui.window.preferences.preference_store import users_store

LONGEST_WAIT_SECONDS = 60.0
PRESENTED = 7
"""How often the stage is entered and left."""
FAR = 20_000
"""Iterations that a run has gone on before one goes back."""
WATCHED_SECONDS = 1.5
ENDING = ("stage_next", "stage_back")
"""Keys that do nothing at an end of the lecture."""
JUMPS = ("stage_far_on", "stage_far_back", "stage_again")


class StageProbe:
    """One window with a lecture, driven by the actions of presenting."""

    def __init__(self, lecture: str) -> None:
        self.application = make_application()
        self.app = App(self.application, users_store(), "projector", 1.0)
        self.window = self.app.window
        self.lecturing = self.window.lecturing
        self.painted: list[float] = []
        self.window.frame_painted.connect(lambda _: self.painted.append(perf_counter()))
        reading = read(find(lecture))
        scenes = reading.lecture.scenes
        # Frames are counted from the first network on: a lecture may begin with something else.
        alone = next(scene.id for scene in scenes if scene.kind == "network")
        self.app.open(Giving(reading, Mark(alone)))
        self.wait_until(lambda: self.painted)
        self.settle()
        self.lecturing.go_to_scene(scenes[0].id)
        self.settle()

    def wait_until(self, holds) -> None:
        """Live until something holds."""
        loop, until = QEventLoop(), perf_counter() + LONGEST_WAIT_SECONDS
        look = QTimer(interval=1)
        look.timeout.connect(lambda: loop.quit() if holds() or perf_counter() > until else None)
        look.start()
        loop.exec()
        look.stop()

    def pass_time(self, seconds: float) -> None:
        loop = QEventLoop()
        QTimer.singleShot(round(seconds * 1e3), loop.quit)
        loop.exec()

    def settle(self) -> None:
        """Until everything is where it is to be, and painted; what is watched is watched to its end."""
        self.wait_until(lambda: self.lecturing.idle and self.window.controller.idle)
        self.pass_time(0.05)

    def trigger(self, action: str) -> tuple[float, float]:
        """Milliseconds from a key to the first frame after it, and to the frame in which the cue is there."""
        there = []
        connection = self.lecturing.arrived.connect(lambda: there.append(perf_counter()))
        before, count, start = self.spot, len(self.painted), perf_counter()
        self.window.stage_keys.stage[action].trigger()
        if self.spot is before and action in ENDING:
            self.lecturing.arrived.disconnect(connection)
            return float("nan"), float("nan")
        self.wait_until(lambda: len(self.painted) > count)
        first = self.painted[count] if len(self.painted) > count else perf_counter()
        if self.is_watched:
            self.lecturing.arrived.disconnect(connection)
            return (first - start) * 1e3, float("nan")
        self.wait_until(lambda: there and self.painted[-1] > there[0])
        self.lecturing.arrived.disconnect(connection)
        return (first - start) * 1e3, (perf_counter() - start) * 1e3

    @property
    def is_watched(self) -> bool:
        """Whether training goes on that leads to the cue."""
        return not self.lecturing.idle and self.lecturing.is_watching

    @property
    def spot(self):
        return self.lecturing.script.here

    def presented(self) -> dict[str, list[float]]:
        """From F5 to the stage's first frame, and from Esc to the window's."""
        times: dict[str, list[float]] = {"esc": [], "f5": []}
        for _ in range(PRESENTED):
            for name, presenting in (("esc", False), ("f5", True)):
                count, start = len(self.painted), perf_counter()
                self.window.presenting.present(presenting)
                self.wait_until(lambda count=count: len(self.painted) > count)
                times[name].append((self.painted[count] - start) * 1e3)
                self.settle()
                self.pass_time(0.4)
        return times

    def forward(self) -> tuple[list[float], list[float], list[float]]:
        """Through all cues: to the first frames, to cues that are not watched, and frames a second of the others."""
        first, there, frames = [], [], []
        while True:
            before = self.spot
            shown, arrived = self.trigger("stage_next")
            if self.spot is before:
                return first, there, frames
            first.append(shown)
            if self.is_watched:
                count, start = len(self.painted), perf_counter()
                self.pass_time(WATCHED_SECONDS)
                if self.is_watched:
                    frames.append((len(self.painted) - count) / (perf_counter() - start))
                    self.window.stage_keys.stage["stage_next"].trigger()
                self.settle()
            else:
                there.append(arrived)

    def back(self) -> list[float]:
        """Back through all cues, to each as it is at its end."""
        times = []
        while True:
            before = self.spot
            times.append(self.trigger("stage_back")[1])
            if self.spot is before:
                return times[:-1]

    def jumps(self) -> list[float]:
        """To the next scene, back to this one and to its beginning, of every fourth scene."""
        times = []
        scenes = self.lecturing.script.lecture.scenes
        for scene in scenes[: len(scenes) - 1 : 4]:
            self.lecturing.go_to_scene(scene.id)
            self.settle()
            times += [self.trigger(action)[1] for action in JUMPS]
        return times

    def far(self) -> list[float]:
        """Back to the cue after a run has gone on for long."""
        times = []
        for scene in [scene for scene in self.lecturing.script.lecture.scenes if scene.kind == "network"][::3]:
            self.lecturing.go_to_scene(scene.id)
            self.settle()
            self.window.controller.stepping.visit(FAR, or_end=True)
            self.settle()
            times.append(self.trigger("stage_again")[1])
        return times

    def close(self) -> None:
        self.window.close()
        self.app.close()


def uss() -> float:
    return round(psutil.Process().memory_full_info().uss / 1e6, 1)


def main() -> None:
    probe = StageProbe(sys.argv[1])
    report = {"presented_ms": probe.presented(), "uss_mb": [], "first_ms": [], "there_ms": [], "back_ms": []}
    stats = Stats()
    probe.window.frame_painted.connect(stats.frame_painted)
    frames: list[float] = []
    for _ in range(int(sys.argv[2])):
        first, there, watched = probe.forward()
        report["first_ms"] += first
        report["there_ms"] += there
        frames += watched
        report["back_ms"] += probe.back()
        report["uss_mb"].append(uss())
    report["ui_stall_ms"] = stats.report()["ui_stall_ms"]
    report["frames_per_s"] = {"mean": mean(frames), "least": min(frames)} if frames else {}
    report["jump_ms"] = probe.jumps()
    report["far_ms"] = probe.far()
    report["size"] = [probe.window.width(), probe.window.height()]
    report["cues"] = len({(each["scene"], each["cue"]) for each in probe.lecturing.shown})
    probe.close()
    print(json.dumps(report))


if __name__ == "__main__":
    main()
