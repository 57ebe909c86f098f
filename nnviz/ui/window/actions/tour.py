"""What keys do in a tour, before whatever else they mean in the window. Everything else stays as it is."""

from __future__ import annotations

from nnviz.ui.actions.spec import ActionGroup, Command
from nnviz.ui.names.translation import QT_TRANSLATE_NOOP
from nnviz.ui.window.actions.target import Window

TOUR_ACTIONS: ActionGroup[Window] = ActionGroup(
    QT_TRANSLATE_NOOP("Actions", "Tour of a lecture"),
    (
        Command(
            id="tour_next",
            title=QT_TRANSLATE_NOOP("Actions", "Next cue"),
            tip=QT_TRANSLATE_NOOP("Actions", "The next cue or question of the lecture"),
            keys=("PgDown",),
            slot=lambda window: window.lecturing.go_on(),
        ),
        Command(
            id="tour_back",
            title=QT_TRANSLATE_NOOP("Actions", "Previous cue"),
            tip=QT_TRANSLATE_NOOP("Actions", "The cue or question before"),
            keys=("PgUp",),
            slot=lambda window: window.lecturing.go_back(),
        ),
        Command(
            id="tour_far_on",
            title=QT_TRANSLATE_NOOP("Actions", "Next scene"),
            tip=QT_TRANSLATE_NOOP("Actions", "The beginning of the next scene"),
            keys=("Shift+PgDown",),
            slot=lambda window: window.lecturing.next_scene(),
        ),
        Command(
            id="tour_far_back",
            title=QT_TRANSLATE_NOOP("Actions", "Previous scene"),
            tip=QT_TRANSLATE_NOOP("Actions", "The beginning of the scene before"),
            keys=("Shift+PgUp",),
            slot=lambda window: window.lecturing.previous_scene(),
        ),
        Command(
            id="tour_return",
            title=QT_TRANSLATE_NOOP("Actions", "Return to the script"),
            tip=QT_TRANSLATE_NOOP("Actions", "Back to what the cue had brought, whatever has been done since"),
            keys=("Backspace",),
            slot=lambda window: window.lecturing.return_to_script(),
        ),
    ),
)
