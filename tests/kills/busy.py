"""The window with somebody restless before it, who tells in lines what is there: until the process is killed.

``python -m tests.kills.busy SEED``: a line of JSON for each state that there was, with the time, and what was asked.
"""

from __future__ import annotations

import hashlib
import json
import random
import sys
from collections.abc import Callable
from time import monotonic
from typing import Any

import msgspec
from PySide6.QtCore import QPoint, QTimer

from nnviz.engine.experiment import Experiment
from nnviz.engine.training.timeline.example_changes import example_event
from nnviz.lecture.files import find, read
from nnviz.sessions.on_stage import OnStage
from nnviz.sessions.session import Session
from nnviz.ui.app import App, make_application
from nnviz.ui.session.moment import Selection
from nnviz.ui.session.pace import FULL_SPEED
from nnviz.ui.window.lecture.giving import Giving
from nnviz.ui.window.lecture.resume_dialog import ResumeDialog
from nnviz.ui.window.preferences.preference_store import users_store

EVERY_MILLISECONDS = 120
SMALL = {"data.examples": 60, "training.epochs": 100_000}


def stage_mark(stage: OnStage) -> str:
    """What stands on the stage, as a word."""
    return hashlib.sha256(msgspec.json.encode(stage)).hexdigest()[:16] if stage != OnStage() else ""


def mark_of(session: Session) -> dict[str, Any]:
    """What a session holds, to be compared with what there was."""
    run = session.run
    return {
        "title": session.experiment.title,
        "line": run.present.origin.number,
        "lines": sorted(line.origin.number for line in run.lines),
        "iteration": run.iteration,
        "stage": stage_mark(session.stage),
    }


class Restless:
    """Does one thing after the other, whatever comes to mind."""

    def __init__(self, app: App, seed: int) -> None:
        self._app, self._random = app, random.Random(seed)
        self._count = 0
        app.controller.moment_changed.connect(self._tell)
        app.window.sessions.staging.changed.connect(self._tell)
        self._timer = QTimer(interval=EVERY_MILLISECONDS)
        self._timer.timeout.connect(self._do)
        self._timer.start()

    def begin(self) -> None:
        """Open the window; where nothing is offered, something to work on, or a lecture."""
        self._app.open(None)
        if not self._asked():
            if self._random.random() < 0.3:
                lecture = Giving(read(find("hidden-layers")), windowed=True, tour=self._random.random() < 0.5)
                self._app.window.lectures.begin(lecture)
            else:
                self._app.window.open(Experiment.named(self._random.choice(["circle", "moons", "spiral3"]), SMALL))

    def _asked(self) -> list[ResumeDialog]:
        return [each for each in self._app.window.findChildren(ResumeDialog) if each.isVisible()]

    def _tell(self, _: object = None) -> None:
        controller, window = self._app.controller, self._app.window
        snapshot, moment = controller.snapshot, controller.moment
        if snapshot is None or moment is None:
            return
        timeline, stage = snapshot.timeline, window.sessions.staging.now
        say(
            title=controller.run.experiment.title if controller.run is not None else "",
            line=timeline.line,
            lines=[line.number for line in timeline.lines],
            iteration=moment.record.iteration,
            stage=stage_mark(stage),
            to_lose=bool(timeline.furthest > 1 or timeline.marks or len(timeline.lines) > 1 or stage != OnStage()),
        )

    def _do(self) -> None:
        for dialog in self._asked():
            say(offered=dialog.question.text())
            wanted = self._random.random() < 0.9
            say(wanted=wanted)
            (dialog.go_on if wanted else dialog.leave).click()
            return
        if self._app.controller.moment is not None:
            self._random.choice(self._acts())()

    def _acts(self) -> list[Callable[[], None]]:
        controller, window = self._app.controller, self._app.window
        stepping, editing = controller.stepping, controller.editing
        lecturing = window.lecturing
        acts = [
            lambda: controller.toggle_training(gather=False),
            stepping.step,
            stepping.step_back,
            lambda: stepping.visit(self._random.randrange(200), or_end=True),
            self._edit,
            self._knock_out,
            self._move_example,
            editing.undo,
            editing.redo,
            self._take_line,
            self._draw,
        ]
        if lecturing.giving:
            acts += [lecturing.go_on, lecturing.go_on, lecturing.go_back, lecturing.next_scene, self._count_hands]
        return acts

    def _edit(self) -> None:
        self._app.controller.editing.edit(Selection(1, 0, 0), self._random.uniform(-2.0, 2.0))

    def _take_line(self) -> None:
        snapshot = self._app.controller.snapshot
        if snapshot is not None:
            self._app.controller.editing.take_line(self._random.choice(snapshot.timeline.lines).number)

    def _knock_out(self) -> None:
        moment = self._app.controller.moment
        if moment is not None and len(moment.record.layers) > 1:
            out = (1, 0) in moment.record.architecture.silenced
            self._app.controller.editing.silence(1, 0, not out)

    def _move_example(self) -> None:
        run, controller = self._app.controller.run, self._app.controller
        if run is not None and run.examples.raw.shape[1] == 2:
            x = [self._random.uniform(-1.0, 1.0) for _ in range(2)]
            controller.editing.change(example_event(run.examples, run.experiment, 0, x, None, None))

    def _draw(self) -> None:
        glass = self._app.window.pointing.glass
        glass.ink.begin((round(self._random.random(), 5), round(self._random.random(), 5)))
        for _ in range(self._random.randrange(1, 20)):
            glass.ink.draw((round(self._random.random(), 5), round(self._random.random(), 5)))
        glass.drawn.emit()

    def _count_hands(self) -> None:
        hands = self._app.window.lecturing.hands
        if hands.asked is not None:
            hands.type(self._random.randrange(10))
            hands.step(1)


def say(**what: Any) -> None:
    """A line, which whoever kills the process has then."""
    print(json.dumps({"time": monotonic(), **what}), flush=True)


def main() -> None:
    """Be busy until the end."""
    application = make_application()
    app = App(application, users_store(), "light", 0.75)
    app.controller.clock.set_pace(FULL_SPEED)
    app.window.move(QPoint())
    restless = Restless(app, int(sys.argv[1]))
    restless.begin()
    say(open=True)
    application.exec()


if __name__ == "__main__":
    main()
