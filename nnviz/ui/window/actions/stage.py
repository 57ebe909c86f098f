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
            keys=("PgDown", "Right", "Space"),
            slot=lambda window: window.presenting.go_on(),
        ),
        Command(
            id="stage_enter",
            title=QT_TRANSLATE_NOOP("Actions", "Open or next"),
            tip=QT_TRANSLATE_NOOP("Actions", "Open the picture that Tab has led to; else the next cue or step"),
            keys=("Return", "Enter"),
            slot=lambda window: window.presenting.enter(),
        ),
        Command(
            id="stage_reach",
            title=QT_TRANSLATE_NOOP("Actions", "Next picture"),
            tip=QT_TRANSLATE_NOOP("Actions", "On a text: the next picture that opens a scene again"),
            keys=("Tab",),
            slot=lambda window: window.presenting.reach(),
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
            id="stage_spotlight",
            title=QT_TRANSLATE_NOOP("Actions", "Spotlight"),
            tip=QT_TRANSLATE_NOOP("Actions", "Dim all but what the pointer is at; + − or the wheel change its size"),
            keys=("L",),
            slot=lambda window: window.pointing.toggle_light(),
        ),
        Command(
            id="stage_pen",
            title=QT_TRANSLATE_NOOP("Actions", "Pen"),
            tip=QT_TRANSLATE_NOOP("Actions", "Draw with the mouse; what is drawn stays with the cue"),
            keys=("D",),
            slot=lambda window: window.pointing.toggle_pen(),
        ),
        Command(
            id="stage_take_back",
            title=QT_TRANSLATE_NOOP("Actions", "Take the stroke back"),
            tip=QT_TRANSLATE_NOOP("Actions", "Wipe away what the pen has drawn last"),
            keys=("Backspace",),
            slot=lambda window: window.pointing.glass.take_back(),
        ),
        Command(
            id="stage_wipe",
            title=QT_TRANSLATE_NOOP("Actions", "Wipe"),
            tip=QT_TRANSLATE_NOOP("Actions", "Wipe away all that is drawn on this cue"),
            keys=("Delete",),
            slot=lambda window: window.pointing.glass.wipe(),
        ),
        Command(
            id="stage_zoom_in",
            title=QT_TRANSLATE_NOOP("Actions", "Zoom in"),
            tip=QT_TRANSLATE_NOOP("Actions", "See larger what the pointer is at; drag to see what is beside it"),
            keys=("+", "="),
            repeats=True,
            slot=lambda window: window.pointing.enlarge(+1),
        ),
        Command(
            id="stage_zoom_out",
            title=QT_TRANSLATE_NOOP("Actions", "Zoom out"),
            tip=QT_TRANSLATE_NOOP("Actions", "See more of the stage"),
            keys=("-",),
            repeats=True,
            slot=lambda window: window.pointing.enlarge(-1),
        ),
        Command(
            id="stage_zoom_none",
            title=QT_TRANSLATE_NOOP("Actions", "Whole stage"),
            tip=QT_TRANSLATE_NOOP("Actions", "See all of the stage again"),
            keys=("0",),
            slot=lambda window: window.pointing.see_all(),
        ),
        Command(
            id="stage_freeze",
            title=QT_TRANSLATE_NOOP("Actions", "Freeze"),
            tip=QT_TRANSLATE_NOOP("Actions", "The audience goes on seeing this while you go elsewhere, and all again"),
            keys=("Z",),
            slot=lambda window: window.presenting.freeze(),
        ),
        Command(
            id="stage_swap",
            title=QT_TRANSLATE_NOOP("Actions", "Swap screens"),
            tip=QT_TRANSLATE_NOOP("Actions", "The stage to the other screen, and the console to this one"),
            keys=("S",),
            slot=lambda window: window.presenting.backstage.swap(),
        ),
        Command(
            id="stage_console",
            title=QT_TRANSLATE_NOOP("Actions", "Console"),
            tip=QT_TRANSLATE_NOOP("Actions", "Notes, time and what comes next in a window of their own, or away again"),
            keys=("N",),
            slot=lambda window: window.presenting.backstage.toggle_console(),
        ),
        Command(
            id="stage_stay",
            title=QT_TRANSLATE_NOOP("Actions", "Stay"),
            tip=QT_TRANSLATE_NOOP("Actions", "Already presenting: only Esc leaves"),
            keys=("F5", "Shift+F5"),
            slot=lambda window: window.presenting.present(True),
        ),
        Command(
            id="stage_leave",
            title=QT_TRANSLATE_NOOP("Actions", "Leave"),
            tip=QT_TRANSLATE_NOOP(
                "Actions",
                "One layer at a time: black, pen, light, list, panel, back to the script, presenting",
            ),
            keys=("Esc",),
            slot=lambda window: window.presenting.leave(),
        ),
    ),
)
"""They hold while presenting, before whatever else a key means in the window."""
