"""What keys do while presenting. A clicker sends a few of them: none of those may change the network."""

from __future__ import annotations

from nnviz.ui.actions.spec import ActionGroup, Command
from nnviz.ui.names.translation import QT_TRANSLATE_NOOP
from nnviz.ui.window.actions.target import Window

STAGE_ACTIONS: ActionGroup[Window] = ActionGroup(
    QT_TRANSLATE_NOOP("Actions", "Presenting"),
    (
        Command(
            id="stage_next",
            title=QT_TRANSLATE_NOOP("Actions", "Next"),
            tip=QT_TRANSLATE_NOOP("Actions", "The next cue of the lecture, or the next step"),
            keys=("PgDown", "Right", "Space", "Return", "Enter"),
            slot=lambda window: window.presenting.go_on(),
        ),
        Command(
            id="stage_back",
            title=QT_TRANSLATE_NOOP("Actions", "Back"),
            tip=QT_TRANSLATE_NOOP("Actions", "The cue before, or the step before"),
            keys=("PgUp", "Left"),
            slot=lambda window: window.presenting.go_back(),
        ),
        Command(
            id="stage_far_on",
            title=QT_TRANSLATE_NOOP("Actions", "Next scene"),
            tip=QT_TRANSLATE_NOOP("Actions", "The next scene of the lecture, or the next iteration"),
            keys=("Shift+PgDown", "Shift+Right"),
            slot=lambda window: window.presenting.go_far_on(),
        ),
        Command(
            id="stage_far_back",
            title=QT_TRANSLATE_NOOP("Actions", "Previous scene"),
            tip=QT_TRANSLATE_NOOP("Actions", "The scene before, or the iteration before"),
            keys=("Shift+PgUp", "Shift+Left"),
            slot=lambda window: window.presenting.go_far_back(),
        ),
        Command(
            id="stage_list",
            title=QT_TRANSLATE_NOOP("Actions", "Scenes"),
            tip=QT_TRANSLATE_NOOP("Actions", "List the scenes of the lecture, to go to one"),
            keys=("G",),
            slot=lambda window: window.presenting.list_scenes(),
        ),
        Command(
            id="stage_again",
            title=QT_TRANSLATE_NOOP("Actions", "Scene again"),
            tip=QT_TRANSLATE_NOOP("Actions", "This scene from its beginning"),
            keys=("R",),
            slot=lambda window: window.presenting.again(),
        ),
        Command(
            id="stage_blank",
            title=QT_TRANSLATE_NOOP("Actions", "Blank"),
            tip=QT_TRANSLATE_NOOP("Actions", "Black for the audience, and back"),
            keys=(".", "B"),
            slot=lambda window: window.presenting.blank(),
        ),
        Command(
            id="stage_stay",
            title=QT_TRANSLATE_NOOP("Actions", "Stay"),
            tip=QT_TRANSLATE_NOOP("Actions", "Already presenting: only Esc leaves"),
            keys=("F5",),
            slot=lambda window: window.presenting.present(True),
        ),
        Command(
            id="stage_leave",
            title=QT_TRANSLATE_NOOP("Actions", "Leave"),
            tip=QT_TRANSLATE_NOOP("Actions", "One layer at a time: the blank, the message, the panel, then presenting"),
            keys=("Esc",),
            slot=lambda window: window.presenting.leave(),
        ),
    ),
)
"""They hold while presenting, before whatever else a key means in the window."""
