"""Lectures: toured, written, and left."""

from __future__ import annotations

from nnviz.ui.actions.spec import ActionGroup, ActionSpec, Command
from nnviz.ui.names.translation import QT_TRANSLATE_NOOP
from nnviz.ui.window.actions.target import Window

TOURS = {
    "hidden-layers": QT_TRANSLATE_NOOP("Actions", "Tour: hidden layers and backpropagation"),
    "backprop-by-hand": QT_TRANSLATE_NOOP("Actions", "Tour: backpropagation by hand"),
}
"""The built-in lectures."""


def _tour(name: str, title: str) -> ActionSpec[Window]:
    return Command(
        id=f"tour_{name}",
        title=title,
        tip=QT_TRANSLATE_NOOP("Actions", "Open a lecture beside the window; F5 gives it"),
        slot=lambda window: window.lectures.open_named(name),
    )


LECTURE_ACTIONS: ActionGroup[Window] = ActionGroup(
    QT_TRANSLATE_NOOP("Actions", "Lecture"),
    (
        *(_tour(name, title) for name, title in TOURS.items()),
        Command(
            id="save_scene",
            title=QT_TRANSLATE_NOOP("Actions", "Save as scene…"),
            tip=QT_TRANSLATE_NOOP("Actions", "Write what is on screen into a lecture, as a scene of its own"),
            slot=lambda window: window.authoring.save_scene(),
        ),
        Command(
            id="add_cue",
            title=QT_TRANSLATE_NOOP("Actions", "Add as cue…"),
            tip=QT_TRANSLATE_NOOP("Actions", "Write what is on screen into the lecture, as the scene's next cue"),
            slot=lambda window: window.authoring.add_cue(),
        ),
        Command(
            id="end_lecture",
            title=QT_TRANSLATE_NOOP("Actions", "End the lecture"),
            tip=QT_TRANSLATE_NOOP("Actions", "Leave the lecture; what is on screen stays"),
            slot=lambda window: window.lecturing.end(),
        ),
    ),
)
