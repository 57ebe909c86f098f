"""Walks lectures on the stage, every cue and every question, and measures what the back row would see.

``python -m tests.ui.walk.stage`` walks all of them in every size, theme and language, a process for each core.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from itertools import product
from multiprocessing import get_context
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QEventLoop, QMessageLogContext, QSize, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from nnviz.language import SOURCE, languages
from nnviz.lecture.files import find, load
from nnviz.lecture.values import Lecture, Scene
from nnviz.ui.app import App, make_application
from nnviz.ui.diagram.layout import diagram_layout
from nnviz.ui.diagram.view import DiagramView
from nnviz.ui.look.look import usual_scale
from nnviz.ui.window.preferences.preference_store import PreferenceStore
from tests.ui.walk.walker import Asked, faults

LECTURES = ("hidden-layers", "backprop-by-hand")
SIZES = ((1920, 1080), (1280, 720), (1024, 768), (2560, 1440))
THEMES = ("light", "dark", "projector")
CONTRAST = {"light": 4.5, "dark": 4.5, "projector": 7.0}

HEIGHT, WIDTH = 1080.0, 1920.0
"""The screen that sizes are asked for; on another one they are in proportion."""
TYPE = 24.0
"""The least size of type, in pixels there."""
UNITS = {(2, 4, 1): 110.0, (2, 4, 3, 1): 110.0, (2, 8, 8, 2, 1): 64.0}
"""The least side of a unit of some networks, in pixels there, where nothing stands beside them."""
ALONE, BESIDE = 0.6, 0.45
"""The least share of the screen's height that a network has alone, and of its width with a panel beside it."""
WINDOW = (0.4, 0.62)
"""What of the window's width and height is the diagram's, with the usual panels, at most."""
SCENES_A_JOB = 8
ROUNDS = 3


@dataclass(frozen=True)
class Job:
    """Some scenes of a lecture, in one size and theme."""

    lecture: str
    size: tuple[int, int]
    theme: str
    scenes: tuple[str, ...]
    pictures: Path | None = None
    language: str = SOURCE


@dataclass(frozen=True)
class Fault:
    """What is wrong, and where: scene and cue, or the question before a cue."""

    what: str
    where: str


class StageWalk:
    """The stage in one size and theme. Nobody watches: what trains is at its end at once, and nothing moves."""

    def __init__(self, application: QApplication, size: tuple[int, int], theme: str, language: str = SOURCE) -> None:
        self._application, self._size, self._theme, self._language = application, size, theme, language
        self._app = App(application, PreferenceStore(), theme, usual_scale(size[1]), language)
        self._app.look.set_usual(usual_scale(size[1]))
        self._app.look.set_reduced_motion(True)
        self.window = self._app.window
        self._failures: list[str] = []
        self.window.lecturing.failed.connect(self._failures.append)
        self._app.controller.failed.connect(lambda failure: self._failures.append(failure.text))

    def close(self) -> None:
        """End it."""
        self._app.close()
        self.window.hide()
        self.window.deleteLater()
        QApplication.sendPostedEvents(self.window, QEvent.Type.DeferredDelete)

    def walk(self, lecture: Lecture, keep: Callable[[str], None] | None = None) -> Iterator[Fault]:
        """Give a lecture from its beginning to its end; ``keep`` is told of each place, to make a picture of it."""
        lecturing = self.window.lecturing
        lecturing.begin(hurried(lecture), self._language)
        self.present()
        while True:
            self.settle()
            script = lecturing.script
            assert script is not None
            here = script.here
            where = f"{here.scene.id} {here.cue}" if here.ask is None else f"{here.scene.id} {here.cue + 1}?"
            if keep is not None:
                keep(where)
            yield from (Fault(what, where) for what in self.faults())
            lecturing.go_on()
            if script.here is here:
                return

    def present(self) -> None:
        """Be the stage."""
        self.window.setFixedSize(QSize(*self._size))
        self.window.show()
        self.window.presenting.present(True, whole_screen=False)

    def faults(self) -> list[str]:
        """All that is wrong with what the stage shows."""
        asked = Asked(CONTRAST[self._theme], round(TYPE * self._size[1] / HEIGHT), whole=True)
        found = [*self._failures, *faults(self.window, self._paint_anew, asked), *self._small_network()]
        self._failures.clear()
        return found

    def settle(self) -> None:
        """Until all is made and laid out: what comes into sight asks for what it shows, and may move the rest."""
        window = self.window
        for _ in range(ROUNDS):
            while not (window.lecturing.idle and self._app.controller.idle and window.explainer.idle):
                self._application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 20)
            window.complete()
            self._application.processEvents()

    def _paint_anew(self) -> None:
        """Let every diagram forget the pictures that it keeps."""
        for diagram in self.window.findChildren(DiagramView):
            QApplication.sendEvent(diagram, QEvent(QEvent.Type.LanguageChange))

    def _small_network(self) -> Iterator[str]:
        """What a network has less of than it is to have."""
        diagram = self.window.diagram
        layout = diagram.layout_shown
        if not diagram.isVisible() or layout is None:
            return
        (width, height), widths = self._size, tuple(len(column.strip.units) for column in layout.columns)
        if diagram.width() < BESIDE * width:
            yield f"the network has {diagram.width() / width:.0%} of the width"
        if diagram.width() < 0.9 * width:
            return
        if diagram.height() < ALONE * height:
            yield f"the network has {diagram.height() / height:.0%} of the height"
        side = min(column.fit.side for column in layout.columns[1:])
        scale = min(width / WIDTH, height / HEIGHT)
        if side < UNITS.get(widths, 0.0) * scale:
            yield f"units of {widths} are {side:.0f} px large"
        small = diagram_layout(widths, WINDOW[0] * width, WINDOW[1] * height, usual_scale(height))
        if side < min(column.fit.side for column in small.columns[1:]):
            yield f"units of {widths} are {side:.0f} px large, less than in the window"


def hurried(lecture: Lecture) -> Lecture:
    """The same lecture, but no training is watched."""
    return replace(lecture, scenes=tuple(_hurried(scene) for scene in lecture.scenes))


def _hurried(scene: Scene) -> Scene:
    cues = (cue if cue.train is None else replace(cue, train=replace(cue.train, seconds=0.0)) for cue in scene.cues)
    return replace(scene, cues=tuple(cues))


def walked(job: Job) -> list[Fault]:
    """What is wrong in a job's scenes."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    qInstallMessageHandler(_say)
    instance = QApplication.instance()
    application = instance if isinstance(instance, QApplication) else make_application()
    walk = StageWalk(application, job.size, job.theme, job.language)
    lecture = load(find(job.lecture))
    keep = None
    if job.pictures is not None:
        folder = job.pictures / job.lecture / f"{job.size[0]}x{job.size[1]}-{job.theme}-{job.language}"
        folder.mkdir(parents=True, exist_ok=True)

        def keep(where: str) -> None:
            name = where.replace(" ", "-").replace("?", "-ask")
            walk.window.grab().save(str(folder / f"{name}.png"))

    try:
        chosen = tuple(scene for scene in lecture.scenes if scene.id in job.scenes)
        return list(walk.walk(replace(lecture, scenes=chosen), keep))
    finally:
        walk.close()


def _say(_: QtMsgType, __: QMessageLogContext, text: str) -> None:
    """What Qt has to say, but for what its offscreen platform is no screen for."""
    if not text.startswith("This plugin "):
        print(text, file=sys.stderr)


def main() -> int:
    """Walk what is asked for, and say what is wrong as it is found: with all the places of a job that have it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lecture", action="append", help="one of the built-in ones (default: all of them)")
    parser.add_argument("--scene", action="append", help="only this scene of it")
    parser.add_argument("--size", action="append", help="WxH, one of the sizes (default: all of them)")
    parser.add_argument("--theme", action="append", choices=THEMES, help="default: all of them")
    parser.add_argument("--language", action="append", choices=languages(), help="default: all of them")
    parser.add_argument("--pictures", type=Path, help="a folder for a picture of every place")
    parser.add_argument("--processes", type=int, default=os.cpu_count())
    chosen = parser.parse_args()
    sizes = [tuple(int(side) for side in size.split("x")) for size in chosen.size or ()] or list(SIZES)
    jobs = []
    for name in chosen.lecture or LECTURES:
        ids = [scene.id for scene in load(find(name)).scenes if not chosen.scene or scene.id in chosen.scene]
        parts = [tuple(ids[first : first + SCENES_A_JOB]) for first in range(0, len(ids), SCENES_A_JOB)]
        looks = product(chosen.language or languages(), sizes, chosen.theme or THEMES, parts)
        jobs += [Job(name, size, theme, part, chosen.pictures, language) for language, size, theme, part in looks]
    count = 0
    with ProcessPoolExecutor(chosen.processes, mp_context=get_context("spawn")) as pool:
        running = {pool.submit(walked, job): job for job in jobs}
        for done in as_completed(running):
            job, places = running[done], defaultdict(list)
            for fault in done.result():
                places[fault.what].append(fault.where)
                count += 1
            for what, where in places.items():
                look = f"{job.size[0]}x{job.size[1]} {job.theme} {job.language}"
                print(f"{look}: {what} ({', '.join(where)})", flush=True)
    print(f"{count} faults")
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main())
