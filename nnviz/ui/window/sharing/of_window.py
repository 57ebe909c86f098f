"""What can be taken away of the main window: the run on screen, and of a lecture the cue, the scene and all of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QSize

from nnviz.parts import DIAGRAM, FORMULA
from nnviz.sessions.session import ENDING
from nnviz.ui.actions.actions import Actions
from nnviz.ui.diagram.view import DiagramView
from nnviz.ui.formula import FormulaStrip
from nnviz.ui.look.look import Look
from nnviz.ui.names.functions import shown_title
from nnviz.ui.names.speaker import spoken_language
from nnviz.ui.names.translation import translate
from nnviz.ui.session.controller import Controller
from nnviz.ui.sharing.subjects import Hear, Kind, Screen, Subject, in_file
from nnviz.ui.transport import Transport
from nnviz.ui.window.docks.panel_docks import PanelDocks
from nnviz.ui.window.header import HeaderBar
from nnviz.ui.window.lecture.lectures import Lectures
from nnviz.ui.window.lecture.lecturing import Lecturing
from nnviz.ui.window.preferences.preference_store import PreferenceStore
from nnviz.ui.window.sessions.keeping import Keeping


class Shared(Protocol):
    """The main window, as far as it is taken away."""

    look: Look
    controller: Controller
    actions_: Actions
    header: HeaderBar
    diagram: DiagramView
    formula: FormulaStrip
    transport: Transport
    panels: PanelDocks
    lecturing: Lecturing
    lectures: Lectures

    def size(self) -> QSize:
        """How large it is."""


class OfWindow:
    """Says what there is; see ``Source``."""

    def __init__(self, window: Shared, keeping: Keeping, store: PreferenceStore) -> None:
        self._window, self._keeping, self._store = window, keeping, store

    def subjects(self) -> list[Subject]:
        given, run = self._of_lecture(), self._of_run()
        # Whoever has left the script wants what is on screen.
        return [*run, *given] if self._window.lecturing.departure.left else [*given, *run]

    def screen(self) -> Screen:
        size, moment = self._window.size(), self._window.controller.moment
        seen = ((name, self._window.panels.docks[name].windowTitle()) for name in self._window.panels.in_front())
        parts = (DIAGRAM, translate("Sharing", "the network")), (FORMULA, translate("Sharing", "the formula")), *seen
        screen = Screen((size.width(), size.height()), self._window.look.theme.name, parts=parts)
        if moment is None:
            return screen
        return replace(screen, iteration=moment.record.iteration, phase=moment.phase.name, epoch=moment.record.epoch)

    def folder(self) -> Path:
        return self._store.folder

    def note_folder(self, folder: Path) -> None:
        self._store.take(replace(self._store.now, folder=str(folder)))

    def _of_run(self) -> list[Subject]:
        run = self._window.controller.run
        if run is None or self._window.controller.moment is None or self._is_text():
            return []

        title = shown_title(run.experiment.title)
        if run.recording is not None:
            file, name = str(run.recording.path.resolve()), translate("Sharing", "the recording on screen")
            return [Subject("recording", name, title, spoken_language(), in_file(file))]

        def give(folder: Path, hear: Hear) -> None:
            file = folder / f"session{ENDING}"
            self._keeping.write(file, lambda problem: hear((str(file),), problem))

        name = translate("Sharing", "the network on screen")
        return [Subject("run", name, title, spoken_language(), give)]

    def _is_text(self) -> bool:
        """Whether a text of a lecture hides the network."""
        script = self._window.lecturing.script
        return script is not None and script.here.scene.kind == "text"

    def _of_lecture(self) -> list[Subject]:
        script, giving = self._window.lecturing.script, self._window.lectures.giving
        if script is None or giving is None:
            return []
        spot, language = script.here, self._window.lecturing.language
        scene = ("--scene", spot.scene.id)
        title, of_scene = script.lecture.title.text(language), spot.scene.title.text(language)
        rows: tuple[tuple[Kind, str, str, tuple[str, ...]], ...] = (
            (
                "cue",
                translate("Sharing", "this cue, as the audience sees it"),
                of_scene,
                (*scene, "--cue", str(max(spot.cue, 1))),
            ),
            ("scene", translate("Sharing", "this scene"), of_scene, scene),
            ("lecture", translate("Sharing", "the whole lecture"), title, ()),
        )
        return [
            Subject(kind, name, called, language, in_file(giving.file, *words)) for kind, name, called, words in rows
        ]
