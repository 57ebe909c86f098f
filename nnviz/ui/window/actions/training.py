"""Training, and beginning again."""

from __future__ import annotations

from nnviz.ui.actions.spec import ActionGroup, Command
from nnviz.ui.names.translation import QT_TRANSLATE_NOOP
from nnviz.ui.session.pace import shifted
from nnviz.ui.window.actions.target import Window


def _toggle_training(window: Window) -> None:
    # Who presses the key just when the run has ended by itself meant to stop it.
    if not window.controller.clock.has_just_stopped:
        window.controller.toggle_training()


def _shift_pace(window: Window, by: int) -> None:
    name = shifted(window.controller.clock.pace, by)
    window.transport.set_pace(name)
    window.set_pace(name)


TRAINING_ACTIONS: ActionGroup[Window] = ActionGroup(
    QT_TRANSLATE_NOOP("Actions", "Training"),
    (
        Command(
            id="train",
            title=QT_TRANSLATE_NOOP("Actions", "Train"),
            tip=QT_TRANSLATE_NOOP("Actions", "Train without stopping at each step, or stop training"),
            keys=("T",),
            icon="train",
            slot=_toggle_training,
        ),
        Command(
            id="train_slower",
            title=QT_TRANSLATE_NOOP("Actions", "Train more slowly"),
            tip=QT_TRANSLATE_NOOP("Actions", "Lower the training speed, down to one iteration a second"),
            keys=("{",),
            icon="slower",
            slot=lambda window: _shift_pace(window, -1),
        ),
        Command(
            id="train_faster",
            title=QT_TRANSLATE_NOOP("Actions", "Train faster"),
            tip=QT_TRANSLATE_NOOP("Actions", "Raise the training speed, up to full speed"),
            keys=("}",),
            icon="faster",
            slot=lambda window: _shift_pace(window, +1),
        ),
        Command(
            id="reset",
            title=QT_TRANSLATE_NOOP("Actions", "Reset weights"),
            tip=QT_TRANSLATE_NOOP("Actions", "Start again from the same weights"),
            keys=("R",),
            icon="reset",
            slot=lambda window: window.controller.reset(),
        ),
        Command(
            id="new_weights",
            title=QT_TRANSLATE_NOOP("Actions", "New weights"),
            tip=QT_TRANSLATE_NOOP("Actions", "Start again from new random weights"),
            keys=("Shift+R",),
            icon="dice",
            slot=lambda window: window.controller.new_weights(),
        ),
        Command(
            id="go_on_from_recording",
            title=QT_TRANSLATE_NOOP("Actions", "Go on from the recording"),
            tip=QT_TRANSLATE_NOOP("Actions", "Train on in nnviz's own engine, from the update that is shown"),
            icon="fork",
            slot=lambda window: window.recordings.go_on(),
        ),
        Command(
            id="restore_best",
            title=QT_TRANSLATE_NOOP("Actions", "Restore best"),
            tip=QT_TRANSLATE_NOOP("Actions", "Restore the parameters of the epoch with the lowest validation loss"),
            keys=("B",),
            icon="restore",
            slot=lambda window: window.controller.editing.restore_best(),
        ),
    ),
)
