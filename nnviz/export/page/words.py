"""What a page says. Its names for phases are the window's, and so are their translations."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from nnviz.said import Said, Translate, said, spoken

WORDS: Mapping[str, Said] = MappingProxyType(
    {
        # ---- what is happening
        "forward": said("PhaseWords", "Forward"),
        "loss": said("PhaseWords", "Loss"),
        "backward": said("PhaseWords", "Backward"),
        "update": said("PhaseWords", "Update"),
        "input layer": said("Names", "input"),
        "output layer": said("Names", "output"),
        "hidden layer": said("Names", "hidden {0}"),
        "the output layer": said("Names", "the output layer"),
        "the hidden layer": said("Names", "hidden layer {0}"),
        "name x": said("PhaseWords", "Inputs x and target y"),
        "name z": said("PhaseWords", "Weighted sum z of {0}"),
        "name a": said("PhaseWords", "Activation h of {0}"),
        "name y": said("PhaseWords", "Prediction ŷ of {0}"),
        "name L": said("PhaseWords", "Loss L: prediction against target"),
        "name delta": said("PhaseWords", "Error signal δ of {0}"),
        "name dW": said("PhaseWords", "Gradient ∇W, ∇b of {0}"),
        "name update": said("PhaseWords", "Update of weights and biases"),
        "say x": said("PhaseWords", "A batch of {0} examples enters the network; you see the numbers of one of them."),
        "say visitor": said(
            "PhaseWords", "You see an example that is not in this batch: it passes through, but the update ignores it."
        ),
        "say z1": said("PhaseWords", "Each unit weights the inputs, sums them and adds its bias."),
        "say z": said("PhaseWords", "Each unit weights the previous layer's outputs, sums them and adds its bias."),
        "say a": said("Page", "Each unit bends its sum with its curve g."),
        "say linear": said("Page", "This layer hands its sums on as they are."),
        "say softmax": said("Page", "The sums become shares that are positive and add up to 1: one for each class."),
        "say y": said("Page", "The output's curve makes the prediction of the sum."),
        "say L": said("Page", "The loss says how far the prediction is from the target: 0 would be perfect."),
        "say delta cancels": said(
            "PhaseWords", "The error signal starts as prediction minus target: the slope of the output cancels out."
        ),
        "say delta softmax": said(
            "PhaseWords", "Softmax units share one sum, so the error of each one depends on all of them."
        ),
        "say delta output": said(
            "PhaseWords",
            "The error signal starts here: prediction minus target × how steep the output's curve is at z.",
        ),
        "say delta": said(
            "PhaseWords",
            "Each unit gets its share of the blame: outgoing weights × the errors they lead to × its own slope.",
        ),
        "say dW": said(
            "PhaseWords", "A weight's gradient: error at its end × value at its start, averaged over the batch."
        ),
        "say update": said("Page", "Every weight and every bias takes a small step against its gradient."),
        # ---- what can be done
        "to start": said("Page", "To the start of the iteration"),
        "step back": said("Page", "One step back"),
        "step": said("Page", "One step on"),
        "iteration back": said("Page", "One iteration back"),
        "iteration on": said("Page", "One iteration on"),
        "train": said("Page", "Train"),
        "pause": said("Page", "Pause"),
        "reset": said("Page", "Reset"),
        "undo": said("Page", "Undo the changes"),
        "phases": said("Page", "The phases of an iteration"),
        "cue back": said("Page", "Back"),
        "cue on": said("Page", "Next"),
        "scene": said("Page", "Scene"),
        "network": said("Page", "Network"),
        "language": said("Page", "Language"),
        "keys": said(
            "Page",
            "Keys: → and ← one step, Shift+→ and Shift+← one iteration, ↑ and ↓ another unit, E another example, Home "
            "the start, T train or pause, R reset.",
        ),
        # ---- what stands there
        "place": said("Page", "iteration {iteration} · epoch {epoch} · batch {batch} of {batches}"),
        "example of": said("Page", "example {place} of {count}"),
        "example back": said("Page", "The example before, of the batch"),
        "example on": said("Page", "The next example of the batch"),
        "pinned": said("Page", "example {place}, pinned"),
        "linear": said("SettingNames", "linear"),
        "batch": said("Page", "batch"),
        "picture": said("Page", "The network: {layers}. Below, every number stands in tables."),
        "picked": said("Page", "{name}, factor by factor"),
        "none picked": said("Page", "Weight …"),
        "pick": said("Page", "Weight or bias"),
        "hint": said("Page", "Tap a line or a unit: its number can be changed here."),
        "touch hint": said("Page", "Tap a line or a unit; swipe to step."),
        "value": said("Page", "Its value"),
        "mean gradient": said("Page", "mean over the batch"),
        "with penalty": said("Page", "mean over the batch, with the penalty"),
        "clipped": said("Page", "mean over the batch, shortened with the whole gradient"),
        "check": said("Page", "measured: L(w + ε) − L(w − ε), divided by 2 ε"),
        "frozen": said("Page", "It is frozen: updates leave it as it is."),
        "curve": said("Page", "Loss"),
        "rate": said("Page", "learning rate η"),
        "training part": said("Page", "training"),
        "validation part": said("Page", "validation"),
        "epoch": said("Page", "epoch"),
        "no curve": said("Page", "Train, and the loss of every epoch appears here."),
        "data": said("Page", "What it answers"),
        "data hint": said("Page", "Tap an example to follow its numbers."),
        "right share": said("Page", "{part}: {share} % right"),
        "best epoch": said("Page", "best epoch"),
        "space": said("Page", "As a hidden layer sees it"),
        "directions": said(
            "Page", "Along the two directions in which its {units} units tell the examples farthest apart."
        ),
        "signals": said("Page", "Signals from layer to layer"),
        "signals hint": said(
            "Page",
            "Means over batch and units; bars on a log scale. Flat: where the slope g′ is below 5 % of its largest.",
        ),
        "layer": said("Page", "layer"),
        "mean signal": said("Page", "mean |δ|"),
        "flat": said("Page", "flat"),
        "all numbers": said("Page", "All numbers of this example"),
        "unit": said("Page", "unit"),
        "bias": said("Page", "bias"),
        "target": said("Page", "target"),
        "example loss": said("Page", "of this example"),
        "batch loss": said("Page", "of the batch"),
        "question": said("Page", "A question first"),
        "right": said("Page", "Right."),
        "wrong": said("Page", "Not quite. Right is: {answer}"),
        "done": said("Page", "All {epochs} epochs are done."),
        "stopped": said("Page", "The validation loss has not got better for {epochs} epochs: it stops here."),
        "diverged": said("Page", "It has diverged: the numbers are no longer finite. Reset, and try a smaller rate."),
        "starts": said("Page", "{count} starts"),
        "solved": said("SeedWindow", "{solved} of {count} solved"),
        "start solved": said("Page", "start {start}, solved"),
        "start open": said("Page", "start {start}, not solved"),
        "about": said(
            "Page",
            "This page is one file. It was made by nnviz {version} and asks nothing of any network: your browser "
            "computes every number here, by the formulas that nnviz trains with.",
        ),
        "left": said("Page", "left"),
        "right side": said("Page", "right"),
    }
)
"""By what the page asks for. Names in braces are filled in there."""

NEEDS_SCRIPT = said("Page", "This page computes a network in your browser: it needs JavaScript to be switched on.")


def words_in(translate: Translate) -> dict[str, str]:
    """All that a page says, in a language."""
    return {name: spoken(text, translate) for name, text in WORDS.items()}
