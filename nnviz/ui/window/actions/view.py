"""How the window looks."""

from __future__ import annotations

from PySide6.QtCore import Qt

from nnviz.ui.actions.spec import ActionGroup, Command, Switch
from nnviz.ui.look.look import Look
from nnviz.ui.names.translation import QT_TRANSLATE_NOOP
from nnviz.ui.window.actions.target import Window

_FEWEST_DIGITS, _MOST_DIGITS = 2, 6


def _shift_digits(look: Look, by: int) -> None:
    look.set_digits(min(max(look.numbers.digits + by, _FEWEST_DIGITS), _MOST_DIGITS))


def _leave(window: Window) -> None:
    if not window.presenting.leave():
        window.diagram.setFocus(Qt.FocusReason.TabFocusReason)


VIEW_ACTIONS: ActionGroup[Window] = ActionGroup(
    QT_TRANSLATE_NOOP("Actions", "View"),
    (
        Switch(
            id="present",
            title=QT_TRANSLATE_NOOP("Actions", "Present"),
            tip=QT_TRANSLATE_NOOP("Actions", "Full screen, large type, panels out of the way"),
            keys=("F5",),
            icon="present",
            slot=lambda window, presenting: window.presenting.present(presenting),
        ),
        Command(
            id="present_from_here",
            title=QT_TRANSLATE_NOOP("Actions", "Present from here"),
            tip=QT_TRANSLATE_NOOP("Actions", "Present what is on screen; the time of the lecture counts from here"),
            keys=("Shift+F5",),
            slot=lambda window: window.presenting.present_from_here(),
        ),
        Command(
            id="leave",
            title=QT_TRANSLATE_NOOP("Actions", "Leave"),
            tip=QT_TRANSLATE_NOOP(
                "Actions", "Close the message, leave full screen, or bring the keyboard to the network"
            ),
            keys=("Esc",),
            icon="leave",
            slot=_leave,
        ),
        Command(
            id="theme",
            title=QT_TRANSLATE_NOOP("Actions", "Next theme"),
            tip=QT_TRANSLATE_NOOP("Actions", "Light, dark, projector"),
            keys=("Ctrl+T",),
            icon="contrast",
            everywhere=True,
            slot=lambda window: window.look.next_theme(),
        ),
        Command(
            id="language",
            title=QT_TRANSLATE_NOOP("Actions", "Next language"),
            tip=QT_TRANSLATE_NOOP("Actions", "English, 简体中文"),
            keys=("Ctrl+L",),
            icon="language",
            slot=lambda window: window.ask_for_next_language(),
        ),
        Command(
            id="larger",
            title=QT_TRANSLATE_NOOP("Actions", "Larger"),
            tip=QT_TRANSLATE_NOOP("Actions", "Make everything larger"),
            keys=("Ctrl++", "Ctrl+="),
            icon="zoom-in",
            repeats=True,
            everywhere=True,
            slot=lambda window: window.look.larger(),
        ),
        Command(
            id="smaller",
            title=QT_TRANSLATE_NOOP("Actions", "Smaller"),
            tip=QT_TRANSLATE_NOOP("Actions", "Make everything smaller"),
            keys=("Ctrl+-",),
            icon="zoom-out",
            repeats=True,
            everywhere=True,
            slot=lambda window: window.look.smaller(),
        ),
        Command(
            id="normal_size",
            title=QT_TRANSLATE_NOOP("Actions", "Normal size"),
            tip=QT_TRANSLATE_NOOP("Actions", "Go back to the normal type size"),
            keys=("Ctrl+0",),
            icon="text-size",
            everywhere=True,
            slot=lambda window: window.look.set_scale(window.usual_scale()),
        ),
        Command(
            id="more_digits",
            title=QT_TRANSLATE_NOOP("Actions", "More digits"),
            tip=QT_TRANSLATE_NOOP("Actions", "Show numbers with one digit more"),
            keys=("Ctrl+.",),
            icon="plus",
            repeats=True,
            slot=lambda window: _shift_digits(window.look, +1),
        ),
        Command(
            id="fewer_digits",
            title=QT_TRANSLATE_NOOP("Actions", "Fewer digits"),
            tip=QT_TRANSLATE_NOOP("Actions", "Show numbers with one digit fewer"),
            keys=("Ctrl+,",),
            icon="minus",
            repeats=True,
            slot=lambda window: _shift_digits(window.look, -1),
        ),
        Switch(
            id="decimal_comma",
            title=QT_TRANSLATE_NOOP("Actions", "Decimal comma"),
            tip=QT_TRANSLATE_NOOP("Actions", "Write 0,5 instead of 0.5"),
            slot=lambda window, comma: window.look.set_decimal_sign("," if comma else "."),
        ),
        Switch(
            id="unit_maps",
            title=QT_TRANSLATE_NOOP("Actions", "Unit maps"),
            tip=QT_TRANSLATE_NOOP("Actions", "Show in each unit how it responds over the input plane"),
            keys=("M",),
            icon="grid",
            slot=lambda window, _: window.choose_options(),
        ),
        Switch(
            id="unit_signals",
            title=QT_TRANSLATE_NOOP("Actions", "Error signals as colours"),
            tip=QT_TRANSLATE_NOOP("Actions", "In the backward pass, colour each unit by its error signal"),
            slot=lambda window, _: window.choose_options(),
        ),
        Switch(
            id="weight_values",
            title=QT_TRANSLATE_NOOP("Actions", "Values of the weights"),
            tip=QT_TRANSLATE_NOOP("Actions", "Print every weight on its edge"),
            keys=("W",),
            icon="hash",
            slot=lambda window, _: window.choose_options(),
        ),
        Switch(
            id="reduced_motion",
            title=QT_TRANSLATE_NOOP("Actions", "Reduced motion"),
            tip=QT_TRANSLATE_NOOP("Actions", "Show each step at once, without movement"),
            slot=lambda window, reduced: window.look.set_reduced_motion(reduced),
        ),
    ),
)
