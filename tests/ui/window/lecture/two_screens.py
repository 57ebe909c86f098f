"""Run on its own on a virtual screen: a lecture on two monitors, which come and go while it is given.

Prints a line of JSON for each step: what was done, and where everything is then.
"""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QCoreApplication, QEventLoop, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from nnviz.lecture.files import read
from nnviz.ui.app import App, Giving, make_application
from nnviz.ui.window.preferences.preference_store import PreferenceStore

LONGEST = 30.0
LAPTOP, PROJECTOR, SMALL = "1920/340x1080/190+0+0", "1024/340x768/255+1920+0", "800/340x600/255+1920+0"


def until(seen: Callable[[], bool], what: str) -> None:
    deadline = monotonic() + LONGEST
    while not seen():
        if monotonic() > deadline:
            print(f"never: {what}", file=sys.stderr, flush=True)
            sys.exit(1)
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)


def monitors(**wanted: str | None) -> None:
    """Plug monitors in, or out; the first one is that of the whole screen."""
    for name, size in wanted.items():
        name = name.replace("_", "-")
        words = (
            ["--setmonitor", name, size, "screen" if name == "eDP-1" else "none"] if size else ["--delmonitor", name]
        )
        subprocess.run(["xrandr", *words], check=True, capture_output=True)


class Given:
    """The lecture, and what is seen of it."""

    def __init__(self, folder: Path) -> None:
        self.app = App(make_application(), PreferenceStore(folder / "preferences.json"), "light", 0.8)
        self.window = self.app.window
        self.app.open(Giving(read(folder / "lecture.toml")))
        self.window.follow_screen()

    @property
    def console(self) -> QWidget | None:
        return self.window.presenting.backstage.console

    def fills(self, window: QWidget | None) -> str:
        """The name of the screen that a window fills; of none, ""."""
        if window is None or not window.isVisible() or not window.isFullScreen():
            return ""
        screen = window.screen()
        return screen.name() if window.geometry() == screen.geometry() else ""

    def are(self, stage: str, console: str) -> None:
        until(
            lambda: (self.fills(self.window), self.fills(self.console)) == (stage, console),
            f"stage on {stage} and console on {console or 'none'}",
        )

    def tell(self, step: str) -> None:
        lecturing, console = self.window.lecturing, self.console
        spot = lecturing.script.here
        print(
            json.dumps(
                {
                    "step": step,
                    "stage": self.fills(self.window),
                    "console": self.fills(console),
                    "cue": spot.cue,
                    "type": round(self.window.look.factor, 2),
                    "console_type": round(console.look.factor, 2) if console is not None else None,
                    "digests": {f"{each['scene']} {each['cue']}": each["digest"] for each in lecturing.shown},
                    "said": self.window.messages.text(),
                }
            ),
            flush=True,
        )

    def go_on(self) -> None:
        self.window.presenting.go_on()

    def rest(self) -> None:
        until(lambda: self.window.lecturing.idle, "rest")


def main() -> None:
    monitors(eDP_1=LAPTOP)
    given = Given(Path(sys.argv[1]))
    window, presenting = given.window, given.window.presenting
    given.are("eDP-1", "")
    given.rest()
    given.tell("one screen")

    monitors(HDMI_1=PROJECTOR)
    given.are("HDMI-1", "eDP-1")
    given.tell("plugged")

    # The cue's training is watched for minutes.
    given.go_on()
    until(lambda: 0 < window.controller.moment.record.iteration < 400, "training that is watched")
    QTest.keyClick(given.console, Qt.Key.Key_S)
    given.are("eDP-1", "HDMI-1")
    given.tell("swapped in the middle of a cue")
    QTest.keyClick(window, Qt.Key.Key_S)
    given.are("HDMI-1", "eDP-1")
    given.go_on()
    given.rest()
    given.tell("swapped back and cut short")

    presenting.go_back()
    given.rest()
    given.go_on()
    until(lambda: 0 < window.controller.moment.record.iteration < 400, "training that is watched")
    monitors(HDMI_1=None)
    given.are("eDP-1", "")
    given.tell("unplugged in the middle of a cue")
    monitors(HDMI_1=SMALL)
    given.are("HDMI-1", "eDP-1")
    given.go_on()
    given.rest()
    given.tell("plugged again, another one")

    given.console.close()
    given.are("HDMI-1", "")
    given.tell("console closed by hand")
    until(window.isActiveWindow, "a stage with the keyboard")
    QTest.keyClick(window, Qt.Key.Key_N)
    given.are("HDMI-1", "eDP-1")

    monitors(HDMI_1=None)
    given.are("eDP-1", "")
    monitors(HDMI_1=PROJECTOR)
    given.are("HDMI-1", "eDP-1")
    given.tell("another resolution")

    presenting.present(False)
    until(
        lambda: window.screen().name() == "eDP-1" and not window.isFullScreen(),
        lambda: f"at home: {window.geometry()} {window.windowState()}",
    )
    given.tell("left")
    presenting.present(True)
    given.are("HDMI-1", "eDP-1")
    window.close()
    until(lambda: not given.console, "no console")
    given.app.close()
    print(json.dumps({"step": "closed"}))


if __name__ == "__main__":
    main()
