"""What a user's hands do to the controls of the experiment panel, and what the panel says."""

from nnviz.engine import Experiment
from nnviz.ui.panels.experiment.panel import ExperimentPanel
from nnviz.ui.toolkit.controls.slider import Slider
from nnviz.ui.toolkit.controls.value_field import ValueField

SIGNALS = (
    "experiment_changed",
    "learning_rate_changed",
    "named_requested",
    "reset_requested",
    "new_weights_requested",
    "open_requested",
    "save_requested",
    "recent_requested",
    "rejected",
)


class Heard:
    """Everything that a panel emits, in order, as (signal, argument)."""

    def __init__(self, panel: ExperimentPanel) -> None:
        self.all: list[tuple[str, object]] = []
        for name in SIGNALS:
            getattr(panel, name).connect(lambda *arguments, name=name: self._hear(name, arguments))

    def _hear(self, name, arguments):
        assert len(arguments) <= 1
        self.all.append((name, arguments[0] if arguments else None))

    @property
    def names(self) -> list[str]:
        return [name for name, _ in self.all]

    def only_experiment(self) -> Experiment:
        """The one thing that was emitted, which is an experiment."""
        assert self.names == ["experiment_changed"]
        return self.all[0][1]


PARTS = ("data", "network", "training", "faults")


def section_of(panel, name):
    """A part of the panel."""
    return panel.pages.sections[PARTS.index(name)]


def control(panel, key):
    """The control of a setting."""
    return panel.pages.control(key)


def part(panel, key, field):
    """The control of what more there is to set of a fault."""
    return control(panel, key).details[field]


def pick(choice, key):
    """Take an entry of a list that drops down."""
    index = choice.box.findData(key)
    assert index >= 0, f"{key} is not offered"
    choice.box.setCurrentIndex(index)
    choice.box.activated.emit(index)


def offered(choice) -> list[str]:
    return [choice.box.itemData(index) for index in range(choice.box.count())]


def groove(labelled_slider) -> Slider:
    return labelled_slider.findChild(Slider)


def grab(labelled_slider):
    """Press the handle of a slider."""
    groove(labelled_slider).setSliderDown(True)


def drag(labelled_slider, position):
    """Move a handle that is pressed."""
    groove(labelled_slider).setSliderPosition(position)


def let_go(labelled_slider):
    groove(labelled_slider).setSliderDown(False)


def move(labelled_slider, position):
    """Press, move, and let go."""
    grab(labelled_slider)
    drag(labelled_slider, position)
    let_go(labelled_slider)


def type_value(labelled_slider, text):
    """Type a value over the one that is printed."""
    labelled_slider.findChild(ValueField).entered.emit(text)
