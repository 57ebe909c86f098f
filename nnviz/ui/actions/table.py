"""Everything the user can ask of the window, in one table. Menus, tool tips, shortcuts and the list of keys read it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:

    def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
        """Mark a text for translation; Qt declares it as returning just any object."""

else:
    from PySide6.QtCore import QT_TRANSLATE_NOOP


@dataclass(frozen=True)
class ActionSpec:
    """One thing the user can ask for.

    Attributes:
        id: Its name in the program.
        title: What menus and the list of keys call it, before translation.
        group: The part of the menu and of the list that it stands in, one of ``GROUPS``.
        tip: What it does, before translation.
        keys: Shortcuts as ``QKeySequence`` reads them, the first one shown in menus and tool tips.
        icon: The name of its icon, "" for none.
        checkable: It is on or off.
        repeats: Holding the key down repeats it.
    """

    id: str
    title: str
    group: str
    tip: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    checkable: bool = False
    repeats: bool = False


GROUPS: dict[str, str] = {
    "time": QT_TRANSLATE_NOOP("Actions", "Time"),
    "training": QT_TRANSLATE_NOOP("Actions", "Training"),
    "edit": QT_TRANSLATE_NOOP("Actions", "Changes"),
    "view": QT_TRANSLATE_NOOP("Actions", "View"),
    "panels": QT_TRANSLATE_NOOP("Actions", "Panels"),
    "compare": QT_TRANSLATE_NOOP("Actions", "Compare"),
    "file": QT_TRANSLATE_NOOP("Actions", "Experiment"),
    "help": QT_TRANSLATE_NOOP("Actions", "Help"),
}

ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec(
        id="play",
        title=QT_TRANSLATE_NOOP("Actions", "Play or pause"),
        group="time",
        tip=QT_TRANSLATE_NOOP("Actions", "Go through the iteration by itself, or stop"),
        keys=("Space",),
        icon="play",
    ),
    ActionSpec(
        id="step",
        title=QT_TRANSLATE_NOOP("Actions", "One step"),
        group="time",
        tip=QT_TRANSLATE_NOOP("Actions", "Go one step forward"),
        keys=("Right", "PgDown"),
        icon="step-forward",
        repeats=True,
    ),
    ActionSpec(
        id="step_back",
        title=QT_TRANSLATE_NOOP("Actions", "One step back"),
        group="time",
        tip=QT_TRANSLATE_NOOP("Actions", "Go one step back"),
        keys=("Left", "PgUp"),
        icon="step-back",
        repeats=True,
    ),
    ActionSpec(
        id="step_iteration",
        title=QT_TRANSLATE_NOOP("Actions", "One iteration"),
        group="time",
        tip=QT_TRANSLATE_NOOP("Actions", "Go on by one parameter update"),
        keys=("Shift+Right",),
        icon="iteration",
        repeats=True,
    ),
    ActionSpec(
        id="step_iteration_back",
        title=QT_TRANSLATE_NOOP("Actions", "One iteration back"),
        group="time",
        tip=QT_TRANSLATE_NOOP("Actions", "Go back by one parameter update"),
        keys=("Shift+Left",),
        icon="iteration-back",
        repeats=True,
    ),
    ActionSpec(
        id="step_epoch",
        title=QT_TRANSLATE_NOOP("Actions", "One epoch"),
        group="time",
        tip=QT_TRANSLATE_NOOP("Actions", "Go on until every training example was used once more"),
        keys=("Ctrl+Right",),
        icon="epoch",
        repeats=True,
    ),
    ActionSpec(
        id="home",
        title=QT_TRANSLATE_NOOP("Actions", "Start of the iteration"),
        group="time",
        tip=QT_TRANSLATE_NOOP("Actions", "Go back to where this iteration begins"),
        keys=("Home",),
        icon="to-start",
    ),
    ActionSpec(
        id="next_example",
        title=QT_TRANSLATE_NOOP("Actions", "Next example"),
        group="time",
        tip=QT_TRANSLATE_NOOP("Actions", "Follow another example of the batch through the network"),
        keys=("E",),
        icon="chevron-down",
        repeats=True,
    ),
    ActionSpec(
        id="previous_example",
        title=QT_TRANSLATE_NOOP("Actions", "Example before"),
        group="time",
        tip=QT_TRANSLATE_NOOP("Actions", "Follow the example before it"),
        keys=("Shift+E",),
        icon="chevron-up",
        repeats=True,
    ),
    ActionSpec(
        id="mean_example",
        title=QT_TRANSLATE_NOOP("Actions", "Mean of the batch"),
        group="time",
        tip=QT_TRANSLATE_NOOP("Actions", "Show the batch's mean in place of an example, or an example again"),
        keys=("A",),
    ),
    ActionSpec(
        id="pin_example",
        title=QT_TRANSLATE_NOOP("Actions", "Pin the example"),
        group="time",
        tip=QT_TRANSLATE_NOOP(
            "Actions", "Follow the example that is shown from iteration to iteration, or not any more"
        ),
        keys=("P",),
        icon="pin",
    ),
    ActionSpec(
        id="grain_iteration",
        title=QT_TRANSLATE_NOOP("Actions", "Step by iterations"),
        group="time",
        tip=QT_TRANSLATE_NOOP("Actions", "One step is a whole iteration"),
        keys=("1",),
    ),
    ActionSpec(
        id="grain_phase",
        title=QT_TRANSLATE_NOOP("Actions", "Step by phases"),
        group="time",
        tip=QT_TRANSLATE_NOOP("Actions", "One step is a phase: one formula for a layer"),
        keys=("2",),
    ),
    ActionSpec(
        id="grain_unit",
        title=QT_TRANSLATE_NOOP("Actions", "Step by units"),
        group="time",
        tip=QT_TRANSLATE_NOOP("Actions", "One step is one unit of the layer"),
        keys=("3",),
    ),
    ActionSpec(
        id="grain_term",
        title=QT_TRANSLATE_NOOP("Actions", "Step by terms"),
        group="time",
        tip=QT_TRANSLATE_NOOP("Actions", "One step is one term of a unit's sum"),
        keys=("4",),
    ),
    ActionSpec(
        id="slower",
        title=QT_TRANSLATE_NOOP("Actions", "Slower"),
        group="time",
        tip=QT_TRANSLATE_NOOP("Actions", "Play more slowly"),
        keys=("[",),
        icon="slower",
    ),
    ActionSpec(
        id="faster",
        title=QT_TRANSLATE_NOOP("Actions", "Faster"),
        group="time",
        tip=QT_TRANSLATE_NOOP("Actions", "Play faster"),
        keys=("]",),
        icon="faster",
    ),
    ActionSpec(
        id="train",
        title=QT_TRANSLATE_NOOP("Actions", "Train"),
        group="training",
        tip=QT_TRANSLATE_NOOP("Actions", "Train without stopping at each step, or stop training"),
        keys=("T",),
        icon="train",
    ),
    ActionSpec(
        id="reset",
        title=QT_TRANSLATE_NOOP("Actions", "Reset weights"),
        group="training",
        tip=QT_TRANSLATE_NOOP("Actions", "Start again from the same weights"),
        keys=("R",),
        icon="reset",
    ),
    ActionSpec(
        id="new_weights",
        title=QT_TRANSLATE_NOOP("Actions", "New weights"),
        group="training",
        tip=QT_TRANSLATE_NOOP("Actions", "Start again from other random weights"),
        keys=("Shift+R",),
        icon="dice",
    ),
    ActionSpec(
        id="restore_best",
        title=QT_TRANSLATE_NOOP("Actions", "Put the best weights back"),
        group="training",
        tip=QT_TRANSLATE_NOOP("Actions", "Take the parameters of the epoch with the lowest validation loss"),
        keys=("B",),
        icon="restore",
    ),
    ActionSpec(
        id="undo",
        title=QT_TRANSLATE_NOOP("Actions", "Undo"),
        group="edit",
        tip=QT_TRANSLATE_NOOP("Actions", "Take the last change back, and go to where it was made"),
        keys=("Ctrl+Z",),
        icon="reset",
        repeats=True,
    ),
    ActionSpec(
        id="redo",
        title=QT_TRANSLATE_NOOP("Actions", "Redo"),
        group="edit",
        tip=QT_TRANSLATE_NOOP("Actions", "Make the change again that was taken back last"),
        keys=(
            "Ctrl+Shift+Z",
            "Ctrl+Y",
        ),
        repeats=True,
    ),
    ActionSpec(
        id="edit_value",
        title=QT_TRANSLATE_NOOP("Actions", "Change the value…"),
        group="edit",
        tip=QT_TRANSLATE_NOOP("Actions", "Type another value for the weight or bias that is picked"),
        keys=("F2",),
    ),
    ActionSpec(
        id="freeze",
        title=QT_TRANSLATE_NOOP("Actions", "Freeze, or train again"),
        group="edit",
        tip=QT_TRANSLATE_NOOP("Actions", "Keep the weight or bias that is picked from training"),
        keys=("F",),
    ),
    ActionSpec(
        id="silence",
        title=QT_TRANSLATE_NOOP("Actions", "Knock out, or bring back"),
        group="edit",
        tip=QT_TRANSLATE_NOOP("Actions", "Let the hidden unit that is picked answer nothing"),
        keys=("X",),
    ),
    ActionSpec(
        id="present",
        title=QT_TRANSLATE_NOOP("Actions", "Present"),
        group="view",
        tip=QT_TRANSLATE_NOOP("Actions", "Full screen, large type, panels out of the way"),
        keys=("F5",),
        icon="present",
        checkable=True,
    ),
    ActionSpec(
        id="leave",
        title=QT_TRANSLATE_NOOP("Actions", "Leave"),
        group="view",
        tip=QT_TRANSLATE_NOOP("Actions", "Put the message away, or leave full screen"),
        keys=("Esc",),
        icon="leave",
    ),
    ActionSpec(
        id="theme",
        title=QT_TRANSLATE_NOOP("Actions", "Next theme"),
        group="view",
        tip=QT_TRANSLATE_NOOP("Actions", "Light, dark, projector"),
        keys=("Ctrl+T",),
        icon="contrast",
    ),
    ActionSpec(
        id="larger",
        title=QT_TRANSLATE_NOOP("Actions", "Larger"),
        group="view",
        tip=QT_TRANSLATE_NOOP("Actions", "Make everything larger"),
        keys=("Ctrl++", "Ctrl+="),
        icon="zoom-in",
        repeats=True,
    ),
    ActionSpec(
        id="smaller",
        title=QT_TRANSLATE_NOOP("Actions", "Smaller"),
        group="view",
        tip=QT_TRANSLATE_NOOP("Actions", "Make everything smaller"),
        keys=("Ctrl+-",),
        icon="zoom-out",
        repeats=True,
    ),
    ActionSpec(
        id="normal_size",
        title=QT_TRANSLATE_NOOP("Actions", "Normal size"),
        group="view",
        tip=QT_TRANSLATE_NOOP("Actions", "Go back to the normal type size"),
        keys=("Ctrl+0",),
        icon="text-size",
    ),
    ActionSpec(
        id="more_digits",
        title=QT_TRANSLATE_NOOP("Actions", "More digits"),
        group="view",
        tip=QT_TRANSLATE_NOOP("Actions", "Show numbers with one digit more"),
        keys=("Ctrl+.",),
        icon="plus",
        repeats=True,
    ),
    ActionSpec(
        id="fewer_digits",
        title=QT_TRANSLATE_NOOP("Actions", "Fewer digits"),
        group="view",
        tip=QT_TRANSLATE_NOOP("Actions", "Show numbers with one digit less"),
        keys=("Ctrl+,",),
        icon="minus",
        repeats=True,
    ),
    ActionSpec(
        id="decimal_comma",
        title=QT_TRANSLATE_NOOP("Actions", "Decimal comma"),
        group="view",
        tip=QT_TRANSLATE_NOOP("Actions", "Write 0,5 instead of 0.5"),
        checkable=True,
    ),
    ActionSpec(
        id="unit_maps",
        title=QT_TRANSLATE_NOOP("Actions", "Unit maps"),
        group="view",
        tip=QT_TRANSLATE_NOOP("Actions", "Show in each unit how it responds over the input plane"),
        keys=("M",),
        icon="grid",
        checkable=True,
    ),
    ActionSpec(
        id="weight_values",
        title=QT_TRANSLATE_NOOP("Actions", "Values of the weights"),
        group="view",
        tip=QT_TRANSLATE_NOOP("Actions", "Print every weight on its edge"),
        keys=("W",),
        icon="hash",
        checkable=True,
    ),
    ActionSpec(
        id="reduced_motion",
        title=QT_TRANSLATE_NOOP("Actions", "Reduced motion"),
        group="view",
        tip=QT_TRANSLATE_NOOP("Actions", "Show each step at once, without movement"),
        checkable=True,
    ),
    ActionSpec(
        id="panel_experiment",
        title=QT_TRANSLATE_NOOP("Actions", "Experiment panel"),
        group="panels",
        tip=QT_TRANSLATE_NOOP("Actions", "Show or hide the data, the network and the training settings"),
        keys=("Ctrl+1",),
        icon="settings",
        checkable=True,
    ),
    ActionSpec(
        id="panel_loss",
        title=QT_TRANSLATE_NOOP("Actions", "Loss panel"),
        group="panels",
        tip=QT_TRANSLATE_NOOP("Actions", "Show or hide the loss curves"),
        keys=("Ctrl+2",),
        icon="panel",
        checkable=True,
    ),
    ActionSpec(
        id="panel_saturation",
        title=QT_TRANSLATE_NOOP("Actions", "Saturation panel"),
        group="panels",
        tip=QT_TRANSLATE_NOOP("Actions", "Show or hide where on their curve the units work"),
        keys=("Ctrl+3",),
        icon="panel",
        checkable=True,
    ),
    ActionSpec(
        id="panel_explain",
        title=QT_TRANSLATE_NOOP("Actions", "Explanations"),
        group="panels",
        tip=QT_TRANSLATE_NOOP("Actions", "Show or hide why a number is what it is: chain rule, blame, update"),
        keys=(
            "C",
            "Ctrl+4",
        ),
        icon="help",
        checkable=True,
    ),
    ActionSpec(
        id="panel_data",
        title=QT_TRANSLATE_NOOP("Actions", "Data panel"),
        group="panels",
        tip=QT_TRANSLATE_NOOP("Actions", "Show or hide the data and what the network makes of it"),
        keys=(
            "D",
            "Ctrl+5",
        ),
        icon="grid",
        checkable=True,
    ),
    ActionSpec(
        id="panel_hidden_space",
        title=QT_TRANSLATE_NOOP("Actions", "Hidden space"),
        group="panels",
        tip=QT_TRANSLATE_NOOP(
            "Actions", "Show or hide the examples as each layer sees them, and how well a straight line does there"
        ),
        keys=(
            "H",
            "Ctrl+6",
        ),
        icon="grid",
        checkable=True,
    ),
    ActionSpec(
        id="panel_gradient_flow",
        title=QT_TRANSLATE_NOOP("Actions", "Gradient flow"),
        group="panels",
        tip=QT_TRANSLATE_NOOP("Actions", "Show or hide how the signals fare from layer to layer"),
        keys=(
            "G",
            "Ctrl+7",
        ),
        icon="panel",
        checkable=True,
    ),
    ActionSpec(
        id="panel_units",
        title=QT_TRANSLATE_NOOP("Actions", "Units"),
        group="panels",
        tip=QT_TRANSLATE_NOOP(
            "Actions", "Show or hide what each unit has learned, large, and the one matrix that linear layers are"
        ),
        keys=(
            "U",
            "Ctrl+8",
        ),
        icon="grid",
        checkable=True,
    ),
    ActionSpec(
        id="panel_results",
        title=QT_TRANSLATE_NOOP("Actions", "Results"),
        group="panels",
        tip=QT_TRANSLATE_NOOP("Actions", "Show or hide how good the network is on each part of the data"),
        keys=("Y", "Ctrl+9"),
        icon="panel",
        checkable=True,
    ),
    ActionSpec(
        id="arrange",
        title=QT_TRANSLATE_NOOP("Actions", "Arrange the panels"),
        group="panels",
        tip=QT_TRANSLATE_NOOP("Actions", "Show the panels' title bars, to move, float or close them by"),
        checkable=True,
    ),
    ActionSpec(
        id="seeds",
        title=QT_TRANSLATE_NOOP("Actions", "Seeds and rates…"),
        group="compare",
        tip=QT_TRANSLATE_NOOP("Actions", "Train the experiment with many seeds or learning rates, side by side"),
        keys=("Ctrl+Shift+S",),
        icon="grid",
    ),
    ActionSpec(
        id="twin",
        title=QT_TRANSLATE_NOOP("Actions", "Compare two…"),
        group="compare",
        tip=QT_TRANSLATE_NOOP("Actions", "Train two experiments side by side that differ in one thing"),
        keys=("Ctrl+Shift+C",),
        icon="panel",
    ),
    ActionSpec(
        id="open",
        title=QT_TRANSLATE_NOOP("Actions", "Open…"),
        group="file",
        tip=QT_TRANSLATE_NOOP("Actions", "Open an experiment file or a table"),
        keys=("Ctrl+O",),
        icon="folder-open",
    ),
    ActionSpec(
        id="save",
        title=QT_TRANSLATE_NOOP("Actions", "Save as…"),
        group="file",
        tip=QT_TRANSLATE_NOOP("Actions", "Write the experiment into a file"),
        keys=("Ctrl+S",),
    ),
    ActionSpec(
        id="edit_data",
        title=QT_TRANSLATE_NOOP("Actions", "Edit the data…"),
        group="file",
        tip=QT_TRANSLATE_NOOP("Actions", "Draw the examples by hand"),
        keys=("Ctrl+E",),
    ),
    ActionSpec(
        id="search_settings",
        title=QT_TRANSLATE_NOOP("Actions", "Find a setting"),
        group="file",
        tip=QT_TRANSLATE_NOOP("Actions", "Search all settings of the experiment"),
        keys=(
            "Ctrl+F",
            "/",
        ),
    ),
    ActionSpec(
        id="quit",
        title=QT_TRANSLATE_NOOP("Actions", "Quit"),
        group="file",
        tip=QT_TRANSLATE_NOOP("Actions", "Close the window"),
        keys=("Ctrl+Q",),
        icon="quit",
    ),
    ActionSpec(
        id="keys",
        title=QT_TRANSLATE_NOOP("Actions", "Keys"),
        group="help",
        tip=QT_TRANSLATE_NOOP("Actions", "List every key"),
        keys=("F1",),
        icon="keyboard",
    ),
)
