"""Going through time: playing, stepping, which example, how finely and how fast."""

from __future__ import annotations

from nnviz.engine.training.record.steps import Grain
from nnviz.ui.actions.spec import ActionGroup, Command
from nnviz.ui.names.translation import QT_TRANSLATE_NOOP
from nnviz.ui.session.pace import SPEEDS
from nnviz.ui.window.actions.target import Window


def _toggle_mean(window: Window) -> None:
    moment = window.controller.moment
    window.controller.viewing.show_mean(moment is not None and not moment.mean)


def _toggle_pin(window: Window) -> None:
    moment = window.controller.moment
    window.controller.viewing.pin_shown(moment is not None and moment.pinned is None)


def _shift_speed(window: Window, by: int) -> None:
    nearest = min(range(len(SPEEDS)), key=lambda place: abs(SPEEDS[place] - window.controller.clock.speed))
    speed = SPEEDS[max(0, min(len(SPEEDS) - 1, nearest + by))]
    window.transport.set_speed(speed)
    window.set_speed(speed)


TIME_ACTIONS: ActionGroup[Window] = ActionGroup(
    QT_TRANSLATE_NOOP("Actions", "Time"),
    (
        Command(
            id="play",
            title=QT_TRANSLATE_NOOP("Actions", "Play or pause"),
            tip=QT_TRANSLATE_NOOP("Actions", "Play through the iteration, or pause"),
            keys=("Space",),
            icon="play",
            slot=lambda window: window.controller.toggle_play(),
        ),
        Command(
            id="step",
            title=QT_TRANSLATE_NOOP("Actions", "One step"),
            tip=QT_TRANSLATE_NOOP("Actions", "Go one step forward"),
            keys=("Right", "PgDown"),
            icon="step-forward",
            repeats=True,
            slot=lambda window: window.controller.stepping.step(),
        ),
        Command(
            id="step_back",
            title=QT_TRANSLATE_NOOP("Actions", "One step back"),
            tip=QT_TRANSLATE_NOOP("Actions", "Go one step back"),
            keys=("Left", "PgUp"),
            icon="step-back",
            repeats=True,
            slot=lambda window: window.controller.stepping.step_back(),
        ),
        Command(
            id="step_iteration",
            title=QT_TRANSLATE_NOOP("Actions", "One iteration"),
            tip=QT_TRANSLATE_NOOP("Actions", "Go forward by one parameter update"),
            keys=("Shift+Right",),
            icon="iteration",
            repeats=True,
            slot=lambda window: window.controller.stepping.step_iteration(),
        ),
        Command(
            id="step_iteration_back",
            title=QT_TRANSLATE_NOOP("Actions", "One iteration back"),
            tip=QT_TRANSLATE_NOOP("Actions", "Go back by one parameter update"),
            keys=("Shift+Left",),
            icon="iteration-back",
            repeats=True,
            slot=lambda window: window.controller.stepping.step_iteration_back(),
        ),
        Command(
            id="step_epoch",
            title=QT_TRANSLATE_NOOP("Actions", "One epoch"),
            tip=QT_TRANSLATE_NOOP("Actions", "Go forward until every training example has been used once more"),
            keys=("Ctrl+Right",),
            icon="epoch",
            repeats=True,
            slot=lambda window: window.controller.stepping.step_epoch(),
        ),
        Command(
            id="home",
            title=QT_TRANSLATE_NOOP("Actions", "Start of the iteration"),
            tip=QT_TRANSLATE_NOOP("Actions", "Go back to where this iteration begins"),
            keys=("Home",),
            icon="to-start",
            slot=lambda window: window.controller.stepping.home(),
        ),
        Command(
            id="next_example",
            title=QT_TRANSLATE_NOOP("Actions", "Next example"),
            tip=QT_TRANSLATE_NOOP("Actions", "Follow another example of the batch through the network"),
            keys=("E",),
            icon="chevron-down",
            repeats=True,
            slot=lambda window: window.controller.viewing.shift_example(+1),
        ),
        Command(
            id="previous_example",
            title=QT_TRANSLATE_NOOP("Actions", "Previous example"),
            tip=QT_TRANSLATE_NOOP("Actions", "Follow the previous example of the batch"),
            keys=("Shift+E",),
            icon="chevron-up",
            repeats=True,
            slot=lambda window: window.controller.viewing.shift_example(-1),
        ),
        Command(
            id="mean_example",
            title=QT_TRANSLATE_NOOP("Actions", "Mean of the batch"),
            tip=QT_TRANSLATE_NOOP("Actions", "Show the batch's mean in place of an example, or an example again"),
            keys=("A",),
            slot=_toggle_mean,
        ),
        Command(
            id="pin_example",
            title=QT_TRANSLATE_NOOP("Actions", "Pin the example"),
            tip=QT_TRANSLATE_NOOP(
                "Actions", "Follow the example on screen from iteration to iteration, or stop following it"
            ),
            keys=("P",),
            icon="pin",
            slot=_toggle_pin,
        ),
        Command(
            id="grain_iteration",
            title=QT_TRANSLATE_NOOP("Actions", "Step by iterations"),
            tip=QT_TRANSLATE_NOOP("Actions", "One step is a whole iteration"),
            keys=("1",),
            slot=lambda window: window.set_grain(Grain.ITERATION),
        ),
        Command(
            id="grain_phase",
            title=QT_TRANSLATE_NOOP("Actions", "Step by phases"),
            tip=QT_TRANSLATE_NOOP("Actions", "One step is a phase: one formula for a layer"),
            keys=("2",),
            slot=lambda window: window.set_grain(Grain.PHASE),
        ),
        Command(
            id="grain_unit",
            title=QT_TRANSLATE_NOOP("Actions", "Step by units"),
            tip=QT_TRANSLATE_NOOP("Actions", "One step is one unit of the layer"),
            keys=("3",),
            slot=lambda window: window.set_grain(Grain.UNIT),
        ),
        Command(
            id="grain_term",
            title=QT_TRANSLATE_NOOP("Actions", "Step by terms"),
            tip=QT_TRANSLATE_NOOP("Actions", "One step is one term of a unit's sum"),
            keys=("4",),
            slot=lambda window: window.set_grain(Grain.TERM),
        ),
        Command(
            id="slower",
            title=QT_TRANSLATE_NOOP("Actions", "Slower"),
            tip=QT_TRANSLATE_NOOP("Actions", "Play more slowly"),
            keys=("[",),
            icon="slower",
            slot=lambda window: _shift_speed(window, -1),
        ),
        Command(
            id="faster",
            title=QT_TRANSLATE_NOOP("Actions", "Faster"),
            tip=QT_TRANSLATE_NOOP("Actions", "Play faster"),
            keys=("]",),
            icon="faster",
            slot=lambda window: _shift_speed(window, +1),
        ),
    ),
)
