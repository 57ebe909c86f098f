"""What the user changes in the network, and taking it back."""

from __future__ import annotations

from nnviz.ui.actions.spec import ActionGroup, Command
from nnviz.ui.names.translation import QT_TRANSLATE_NOOP
from nnviz.ui.window.actions.target import Window

CHANGE_ACTIONS: ActionGroup[Window] = ActionGroup(
    QT_TRANSLATE_NOOP("Actions", "Changes"),
    (
        Command(
            id="undo",
            title=QT_TRANSLATE_NOOP("Actions", "Undo"),
            tip=QT_TRANSLATE_NOOP("Actions", "Undo the last change, and go to where it was made"),
            keys=("Ctrl+Z",),
            icon="reset",
            repeats=True,
            slot=lambda window: window.controller.editing.undo(),
        ),
        Command(
            id="redo",
            title=QT_TRANSLATE_NOOP("Actions", "Redo"),
            tip=QT_TRANSLATE_NOOP("Actions", "Redo the change that was undone last"),
            keys=(
                "Ctrl+Shift+Z",
                "Ctrl+Y",
            ),
            repeats=True,
            slot=lambda window: window.controller.editing.redo(),
        ),
        Command(
            id="edit_value",
            title=QT_TRANSLATE_NOOP("Actions", "Change the value…"),
            tip=QT_TRANSLATE_NOOP("Actions", "Type a new value for the weight or bias that is picked"),
            keys=("F2",),
            slot=lambda window: window.diagram.edit_picked(),
        ),
        Command(
            id="freeze",
            title=QT_TRANSLATE_NOOP("Actions", "Freeze, or train again"),
            tip=QT_TRANSLATE_NOOP("Actions", "Freeze the weight or bias that is picked, or let it train again"),
            keys=("F",),
            slot=lambda window: window.controller.editing.in_turn(window.picked.toggle_frozen),
        ),
        Command(
            id="silence",
            title=QT_TRANSLATE_NOOP("Actions", "Knock out, or bring back"),
            tip=QT_TRANSLATE_NOOP("Actions", "Make the hidden unit that is picked output 0, or let it work again"),
            keys=("X",),
            slot=lambda window: window.controller.editing.in_turn(window.picked.toggle_silenced),
        ),
    ),
)
