"""What the lecturer has and the audience does not: the console, and which window is on which screen."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QByteArray, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QImage, QPainter, QScreen
from PySide6.QtWidgets import QMainWindow, QWidget

from nnviz.lecture.values import Words
from nnviz.ui.console.measuring import Measure, claims_here, trained
from nnviz.ui.console.timing import Timing, planned
from nnviz.ui.console.window import Console
from nnviz.ui.look.look import Look
from nnviz.ui.names.functions import shown_title
from nnviz.ui.stage.curtain import Curtain, Still
from nnviz.ui.stage.scene_list import SceneList
from nnviz.ui.toolkit.soon import soon
from nnviz.ui.window.lecture.awake import Awake
from nnviz.ui.window.lecture.lecturing import Lecturing
from nnviz.ui.window.lecture.screens import fill, screens_now
from nnviz.worker.explainer import Explained, ExplainerLink

SETTLED_MILLISECONDS = 100
"""After screens have come or gone: window managers move windows then, too."""
LOOKS = 3
"""So often it is looked whether everything is where it belongs, and stays there."""
KEEPS_ITS_PICTURE = ("xcb", "windows", "offscreen")
"""Platforms where what was painted last can be read again; elsewhere it is painted once more."""
PLAIN = 0.75
"""Of the screen, for a console that is a plain window."""


class ConsoleKeys(Protocol):
    """The keys of the stage, which work in the console too."""

    def attach(self, console: Console) -> None:
        """Let them work there."""

    def told(self) -> list[str]:
        """What the console tells of them."""


class Backstage(QObject):
    """Opens the console beside the stage, and puts both where they belong, also when screens come and go.

    Its methods are short: what is asked of both windows, and what screens and the lecture say.

    Args:
        window: The stage.
    """

    def __init__(self, look: Look, lecturing: Lecturing, explainer: ExplainerLink, window: QMainWindow) -> None:
        super().__init__(window)
        self._look, self._lecturing, self._explainer, self._window = look, lecturing, explainer, window
        self.curtain, self.still = Curtain(window), Still(window)
        self.timing, self.awake = Timing(), Awake(self)
        self.console: Console | None = None
        self._keys: ConsoleKeys | None = None
        self._open = self._whole = self._swapped = False
        self._wanted: bool | None = None
        self._came_from = QByteArray()
        self._away = False
        self._looks = 0
        self._counted: Words | None = None
        self._measured: dict[str, dict[int, float]] = {}
        self._settled = QTimer(self, singleShot=True, interval=SETTLED_MILLISECONDS)
        self._settled.timeout.connect(self._arrange)
        lecturing.begun.connect(self._count_lecture)
        lecturing.moved.connect(self._show_spot)
        lecturing.departure.changed.connect(self.show_marks)
        lecturing.controllers[0].run_changed.connect(self._show_spot)
        lecturing.arrived.connect(self._measure)
        explainer.answered.connect(self._hear)
        window.installEventFilter(self)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.screenRemoved.connect(self._screens_changed)
        application.primaryScreenChanged.connect(self._screens_changed)
        application.screenAdded.connect(self._watch_screen)
        for screen in QGuiApplication.screens():
            self._watch_screen(screen)

    def take_keys(self, keys: ConsoleKeys) -> None:
        """The keys that are to work in the console, too."""
        self._keys = keys

    # ---- the two windows -----------------------------------------------------------------------------------------

    def height(self, whole_screen: bool) -> int:
        """How many pixels high the stage will be."""
        return screens_now(self._swapped).stage.geometry().height() if whole_screen else self._window.height()

    def open(self, whole_screen: bool) -> None:
        """The stage begins: on a whole screen, the audience's, or as a plain window among others."""
        self._open, self._whole, self._wanted = True, whole_screen, None
        self.awake.hold(self.tr("a lecture is given"))
        self._came_from, self._away = self._window.saveGeometry(), False
        if not self.timing.begun:
            self.timing.begin()
        self._count_lecture()
        if whole_screen:
            self._place_stage()
        # The audience first.
        soon(self, self._arrange)

    def close(self) -> None:
        """It is over."""
        self._open = False
        self.awake.let_go()
        self._settled.stop()
        self.curtain.hide()
        self.still.hide()
        if self.console is not None:
            self.console.hide()

    def _let_go(self) -> None:
        """The stage is closed, and the console with it."""
        if self._open:
            self.close()
        if self.console is not None:
            self.console.deleteLater()
            self.console = None

    def bring_home(self, maximised: bool) -> None:
        """Let the window be as it was, on the screen that it came from."""
        if self._away:
            # What fills a screen, or is as large as one can be, stays on that screen.
            self._window.showNormal()
            self._window.restoreGeometry(self._came_from)
        elif maximised:
            self._window.showMaximized()
        else:
            self._window.showNormal()

    @property
    def scene_list(self) -> SceneList | None:
        """The list of scenes in the console, where it is there: the audience need not see it."""
        return self.console.list if self.console is not None and self.console.isVisible() else None

    def swap(self) -> None:
        """Each window to the other screen."""
        self._swapped, self._looks = not self._swapped, LOOKS
        self._arrange()

    def toggle_console(self) -> None:
        """Show the console, beside other windows where there is no screen for it, or put it away."""
        self._wanted = self.console is None or not self.console.isVisible()
        self._arrange()

    def count_from_here(self) -> None:
        """The time of the lecture begins now, wherever in it one is."""
        script = self._lecturing.script
        self.timing.begin(planned(script.lecture, script.here)[0] if script is not None else 0.0)
        if self.console is not None:
            self.console.time.read()

    def _count_lecture(self) -> None:
        """The time of a lecture begins when it is first on the stage; back from the window, it has gone on."""
        script = self._lecturing.script
        if self._open and script is not None and script.lecture.title != self._counted:
            self._counted = script.lecture.title
            self.count_from_here()

    def _watch_screen(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._screens_changed)
        self._screens_changed()

    def _screens_changed(self) -> None:
        self._looks = LOOKS
        if self._open:
            self._settled.start()

    def _place_stage(self) -> None:
        screen = screens_now(self._swapped).stage
        self._away |= screen is not self._window.screen()
        fill(self._window, screen)

    def _arrange(self) -> None:
        if not self._open:
            return
        screens = screens_now(self._swapped)
        two = self._whole and screens.two
        if self._whole:
            self._place_stage()
        if self._looks > 0:
            self._looks -= 1
            self._settled.start()
        if not (two if self._wanted is None else self._wanted):
            if self.console is not None:
                self.console.hide()
            return
        console = self._made()
        if two:
            fill(console, screens.console)
        elif console.isFullScreen() or not console.isVisible():
            console.showNormal()
            console.resize(console.screen().availableSize() * PLAIN)
            console.raise_()
            console.activateWindow()
        console.look.follow()
        where = self.tr("Stage: {0} ({1} × {2})")
        place = screens.stage if self._whole else self._window.screen()
        size = place.geometry().size()
        told = [where.format(place.name() or self.tr("the screen"), size.width(), size.height())]
        console.show_keys(" · ".join([*told, *(self._keys.told() if self._keys is not None else ())]))
        self.show_marks()
        self._show_spot()
        if self._lecturing.idle:
            self._measure()

    def _made(self) -> Console:
        if self.console is None:
            self.console = Console(self._look, self._window, self.picture, self.timing, self._lecturing.hands)
            self.console.scene_picked.connect(self._lecturing.go_to_scene)
            self.console.restarted.connect(self.count_from_here)
            self.console.closed.connect(self._put_away)
            # A window in whose place another comes may have been asked for it once more, after it was closed.
            # Hidden, it takes no picture of a stage that is gone.
            self._window.destroyed.connect(self.console.hide)
            self._window.destroyed.connect(self.console.deleteLater)
            if self._keys is not None:
                self._keys.attach(self.console)
        return self.console

    def _put_away(self) -> None:
        self._wanted = False
        # Where the keys go on working.
        self._window.activateWindow()

    # ---- what the console says -----------------------------------------------------------------------------------

    def show_marks(self) -> None:
        """Say whether the audience sees something else than what is on the stage, and that than the cue."""
        if self.console is not None:
            departed = self._lecturing.departure.left
            self.console.show_marks(not self.curtain.isHidden(), not self.still.isHidden(), departed)
            self.console.picture.stage_painted()

    def picture(self) -> QImage | None:
        """What is on the stage, whatever lies over it."""
        covered = not (self.curtain.isHidden() and self.still.isHidden())
        if not covered and QGuiApplication.platformName() in KEEPS_ITS_PICTURE:
            store = self._window.backingStore()
            painted = store.paintDevice() if store is not None else None
            if isinstance(painted, QImage) and not painted.isNull():
                return painted
        return self.beneath()

    def beneath(self) -> QImage:
        """The stage painted once more, without what lies over it."""
        window, ratio = self._window, self._window.devicePixelRatioF()
        image = QImage(window.size() * ratio, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(ratio)
        image.fill(self._look.colour("card"))
        with QPainter(image) as painter:
            for child in window.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
                if child.isVisible() and not child.isWindow() and child not in (self.curtain, self.still):
                    child.render(painter, child.pos(), renderFlags=QWidget.RenderFlag.DrawChildren)
        return image

    def _show_spot(self) -> None:
        console, script = self.console, self._lecturing.script
        if console is None or not console.isVisible():
            return
        if script is None:
            run = self._lecturing.controllers[0].run
            console.show_title(shown_title(run.experiment.title) if run is not None else "")
            return
        console.show_spot(script, self._lecturing.language)
        self._show_claims()

    def _show_claims(self) -> None:
        script = self._lecturing.script
        if self.console is not None and script is not None:
            scene = script.here.scene
            self.console.claims.show_claims(scene, self._measured.get(scene.id, {}))

    def _measure(self) -> None:
        """Ask what the claims are that are about the networks on the stage."""
        script = self._lecturing.script
        if self.console is None or not self.console.isVisible() or script is None or script.here.ask is not None:
            return
        scene, networks = script.here.scene, [trained(each) for each in self._lecturing.controllers]
        claims = claims_here(scene, script.here.cue)
        known = tuple(network for network in networks if network is not None)
        if claims and len(known) == len(networks) == (2 if scene.kind == "twin" else 1):
            self._explainer.ask(Measure(scene, claims, known))

    def _hear(self, explained: Explained) -> None:
        if isinstance(explained.question, Measure) and isinstance(explained.result, dict):
            self._measured.setdefault(explained.question.scene.id, {}).update(explained.result)
            self._show_claims()

    # ---- Qt ------------------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.UpdateRequest and watched is self._window and self.console is not None:
            self.console.picture.stage_painted()
        elif event.type() == QEvent.Type.Close and watched is self._window:
            self._let_go()
        return super().eventFilter(watched, event)
