"""Every action, asked for by each of its keys on the real window, or in the menu, does what its row here says.

A key asks for what stands in the menu (``test_keys_reach.py``): one that has a key is not asked for there as well.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu

from nnviz.engine.training.record.steps import Grain
from nnviz.lecture.files import find, load, named_lectures
from nnviz.ui.actions.spec import ActionSpec
from nnviz.ui.diagram.value_editor import ValueEditor
from nnviz.ui.panels.experiment.settings.search import SettingsSearch
from nnviz.ui.session.clock import State
from nnviz.ui.session.pace import shifted
from nnviz.ui.session.place import Place
from nnviz.ui.sharing.copying import SVG
from nnviz.ui.sharing.dialog import ShareDialog
from nnviz.ui.sharing.forms import FORMS
from nnviz.ui.window.actions.lecture import TOURS
from nnviz.ui.window.actions.table import ACTIONS
from nnviz.ui.window.keys_dialog import KeysDialog
from nnviz.ui.windows.compare.twin import TwinWindow
from nnviz.ui.windows.data_editor.dialog import DataEditorDialog
from nnviz.ui.windows.seeds.window import SeedWindow
from tests.recordings.own import own_recording
from tests.ui.window.desk import Desk


@dataclass(frozen=True)
class Effect:
    """What one sees before and after an action.

    Attributes:
        see: Where one looks.
        ready: What is done first.
    """

    see: Callable[[Desk], Any]
    before: Any
    after: Any
    ready: Callable[[Desk], Any] = lambda desk: None


def spoken(desk: Desk) -> str:
    """A menu's text, in the window that comes when the key has been dealt with."""
    QApplication.processEvents()
    return desk.app.window.actions_["leave"].text()


def speed(desk: Desk) -> tuple[float, str]:
    return desk.controller.clock.speed, desk.transport.speed.box.currentText()


def pace(desk: Desk) -> tuple[str, str]:
    return desk.controller.clock.pace, desk.transport.pace.key()


def choose_pace(desk: Desk, by: int = 0) -> None:
    """Some places slower than full speed."""
    name = shifted("full_speed", by)
    desk.transport.set_pace(name)
    desk.window.set_pace(name)


def grain(desk: Desk) -> tuple[Grain, Grain | None]:
    return desk.controller.viewing.grain, desk.transport.choices.grain.grain()


def example(desk: Desk) -> int:
    return desk.moment.example


def pinned(desk: Desk) -> bool:
    return desk.moment.pinned is not None


def frozen(desk: Desk) -> bool:
    return desk.record.trainable is not None and not all(desk.record.trainable)


def edit(desk: Desk) -> None:
    desk.pick(1, 0, 0)
    desk.controller.editing.edit(desk.moment.selection, 7.5)
    desk.wait()


def weight_is_edited(desk: Desk) -> bool:
    return desk.weight() == 7.5


def restoring(desk: Desk) -> tuple[str, bool]:
    return desk.moment.phase.name, "Restored the weights of epoch" in desk.said()


def keep_picture(desk: Desk) -> None:
    desk.kept["picture"] = desk.diagram.grab().toImage()


def keep_picture_of_the_way_back(desk: Desk) -> None:
    desk.controller.go_to(Place(0, "delta1"))
    desk.wait()
    keep_picture(desk)


def looks_other(desk: Desk) -> bool:
    return bool(desk.diagram.grab().toImage() != desk.kept["picture"])


def reduced_motion(desk: Desk) -> bool:
    return desk.window.look.reduced_motion


def arranging(desk: Desk) -> bool:
    # None is Qt's own title bar, in place of the empty one.
    return desk.dock("loss").titleBarWidget() is None


def files_asked_for(desk: Desk) -> tuple[str, ...]:
    return tuple(desk.kept.get("asked", ()))


def open_recording(desk: Desk) -> None:
    with TemporaryDirectory() as folder:
        desk.window.recordings.begin(own_recording(Path(folder) / "a.nnviz-run"))
        desk.wait()


def is_recorded(desk: Desk) -> bool:
    desk.until(lambda: desk.window.opening.reading.idle)
    desk.wait()
    return desk.run.recording is not None


def tours(desk: Desk) -> str | None:
    """Which built-in lecture there is a tour of."""
    script = desk.window.lecturing.script
    if script is None or not desk.window.lectures.touring.on:
        return None
    return next(name for name in named_lectures() if load(find(name)).title == script.lecture.title)


def copied(desk: Desk) -> bool:
    """Whether there is a picture in the clipboard."""
    desk.until(lambda: not desk.window.sharing.copying.busy)
    data = QApplication.clipboard().mimeData()
    return data is not None and data.hasFormat(SVG)


def a_window(kind: type) -> Effect:
    return Effect(lambda desk: len(desk.opened(kind)), 0, 1)


EFFECTS: dict[str, Effect] = {
    "play": Effect(lambda desk: desk.controller.state, State.PAUSED, State.PLAYING),
    "step": Effect(lambda desk: desk.place, (0, "x"), (0, "z1")),
    "step_back": Effect(lambda desk: desk.place, (0, "a1"), (0, "z1"), lambda desk: desk.do("step", "step")),
    "step_iteration": Effect(lambda desk: desk.place, (0, "z1"), (1, "z1"), lambda desk: desk.do("step")),
    "step_iteration_back": Effect(lambda desk: desk.place, (1, "x"), (0, "x"), lambda desk: desk.do("step_iteration")),
    "step_epoch": Effect(
        lambda desk: (desk.record.epoch, desk.record.iteration + 1 == desk.run.batches_per_epoch),
        (0, False),
        (0, True),
    ),
    "home": Effect(lambda desk: desk.place, (1, "z1"), (1, "x"), lambda desk: desk.do("step", "step_iteration")),
    "next_example": Effect(example, 0, 1),
    "previous_example": Effect(example, 2, 1, lambda desk: desk.do("next_example", "next_example")),
    "mean_example": Effect(lambda desk: desk.moment.mean, False, True),
    "pin_example": Effect(pinned, False, True),
    "grain_iteration": Effect(grain, (Grain.PHASE,) * 2, (Grain.ITERATION,) * 2),
    "grain_phase": Effect(grain, (Grain.UNIT,) * 2, (Grain.PHASE,) * 2, lambda desk: desk.do("grain_unit")),
    "grain_unit": Effect(grain, (Grain.PHASE,) * 2, (Grain.UNIT,) * 2),
    "grain_term": Effect(grain, (Grain.PHASE,) * 2, (Grain.TERM,) * 2),
    "slower": Effect(speed, (1.0, "×1"), (0.5, "×0.5")),
    "faster": Effect(speed, (1.0, "×1"), (2.0, "×2")),
    "train": Effect(lambda desk: desk.controller.state, State.PAUSED, State.TRAINING),
    "train_slower": Effect(pace, ("full_speed",) * 2, ("run",) * 2, choose_pace),
    "train_faster": Effect(pace, ("epochs_10",) * 2, ("run",) * 2, lambda desk: choose_pace(desk, -2)),
    "reset": Effect(lambda desk: desk.place, (1, "x"), (0, "x"), lambda desk: desk.do("step_iteration")),
    "new_weights": Effect(lambda desk: desk.run.experiment.network.seed, 1, 2),
    "go_on_from_recording": Effect(is_recorded, True, False, open_recording),
    "restore_best": Effect(restoring, ("update", False), ("x", True), lambda desk: desk.do("step_epoch")),
    "undo": Effect(weight_is_edited, True, False, edit),
    "redo": Effect(weight_is_edited, False, True, lambda desk: (edit(desk), desk.do("undo"))),
    "edit_value": Effect(lambda desk: desk.the(ValueEditor).isVisible(), False, True, lambda desk: desk.pick(1, 0, 0)),
    "freeze": Effect(frozen, False, True, lambda desk: desk.pick(1, 0, 0)),
    "silence": Effect(
        lambda desk: set(desk.record.architecture.silenced), set(), {(1, 0)}, lambda desk: desk.pick(1, 0)
    ),
    "present": Effect(lambda desk: (desk.look.presenting, desk.window.isFullScreen()), (False,) * 2, (True,) * 2),
    "present_from_here": Effect(
        lambda desk: (desk.look.presenting, desk.window.presenting.backstage.timing.running), (False,) * 2, (True,) * 2
    ),
    "leave": Effect(lambda desk: desk.look.presenting, True, False, lambda desk: desk.do("present")),
    "language": Effect(spoken, "Leave", "退出"),
    "theme": Effect(lambda desk: desk.look.theme.name, "light", "dark"),
    "larger": Effect(lambda desk: desk.look.scale > 0.75, False, True),
    "smaller": Effect(lambda desk: desk.look.scale < 0.75, False, True),
    "normal_size": Effect(lambda desk: desk.look.scale > 0.75, True, False, lambda desk: desk.do("larger")),
    "more_digits": Effect(lambda desk: desk.look.numbers.digits, 3, 4),
    "fewer_digits": Effect(lambda desk: desk.look.numbers.digits, 3, 2),
    "decimal_comma": Effect(lambda desk: desk.look.numbers.decimal_sign, ".", ","),
    "unit_maps": Effect(lambda desk: desk.controller.wanted.maps > 0, True, False),
    "unit_signals": Effect(looks_other, False, True, keep_picture_of_the_way_back),
    "weight_values": Effect(looks_other, False, True, keep_picture),
    "reduced_motion": Effect(reduced_motion, False, True),
    "panel_experiment": Effect(lambda desk: desk.in_front("experiment"), True, False),
    "panel_loss": Effect(lambda desk: desk.in_front("loss"), True, False),
    "panel_saturation": Effect(lambda desk: desk.in_front("saturation"), True, False),
    "panel_explain": Effect(lambda desk: desk.in_front("explain"), True, False),
    "panel_data": Effect(lambda desk: desk.in_front("data"), False, True),
    "panel_hidden_space": Effect(lambda desk: desk.in_front("hidden_space"), False, True),
    "panel_gradient_flow": Effect(lambda desk: desk.in_front("gradient_flow"), False, True),
    "panel_units": Effect(lambda desk: desk.in_front("units"), False, True),
    "panel_results": Effect(lambda desk: desk.in_front("results"), False, True),
    "panel_landscape": Effect(lambda desk: desk.in_front("landscape"), False, True),
    "panel_code": Effect(lambda desk: desk.in_front("code"), False, True),
    "panel_graph": Effect(lambda desk: desk.in_front("graph"), False, True),
    "arrange": Effect(arranging, False, True),
    "seeds": a_window(SeedWindow),
    "twin": a_window(TwinWindow),
    "open": Effect(files_asked_for, (), ("open",)),
    "save": Effect(files_asked_for, (), ("save",)),
    "edit_data": a_window(DataEditorDialog),
    "search_settings": Effect(lambda desk: isinstance(QApplication.focusWidget(), SettingsSearch), False, True),
    "quit": Effect(lambda desk: desk.window.isVisible(), True, False),
    "share": Effect(lambda desk: len(desk.opened(QMenu)), 0, 1),
    "copy_picture": Effect(copied, False, True, lambda desk: QApplication.clipboard().clear()),
    "copy_diagram": Effect(copied, False, True, lambda desk: QApplication.clipboard().clear()),
    **{f"share_{form.id}": a_window(ShareDialog) for form in FORMS},
    "tour_hidden-layers": Effect(tours, None, "hidden-layers"),
    "tour_backprop-by-hand": Effect(tours, None, "backprop-by-hand"),
    "save_scene": Effect(files_asked_for, (), ("save",)),
    "add_cue": Effect(lambda desk: "save this as a scene first" in desk.said(), False, True),
    "end_lecture": Effect(tours, "backprop-by-hand", None, lambda desk: desk.do("tour_backprop-by-hand")),
    "keys": Effect(lambda desk: len(desk.window.findChildren(KeysDialog)), 0, 1),
}

MENU = "menu"
WAYS = [pytest.param(spec, way, id=f"{spec.id} by {way}") for spec in ACTIONS for way in spec.keys or (MENU,)]


def test_every_action_has_an_effect_and_every_effect_an_action() -> None:
    assert {spec.id for spec in ACTIONS} == set(EFFECTS)


@pytest.mark.parametrize(("spec", "way"), WAYS)
def test_it_does_what_it_is_for(desk: Desk, monkeypatch: pytest.MonkeyPatch, spec: ActionSpec[Any], way: str) -> None:
    asked: list[str] = []
    desk.kept["asked"] = asked
    for name, kind in (("getOpenFileName", "open"), ("getSaveFileName", "save")):
        monkeypatch.setattr(QFileDialog, name, lambda *arguments, kind=kind: (asked.append(kind), ("", ""))[1])
    effect = EFFECTS[spec.id]
    effect.ready(desk)
    assert effect.see(desk) == effect.before
    if way == MENU:
        desk.do(spec.id)
    else:
        desk.press(way)
    # A window of its own is seen some turns later.
    desk.until(lambda: effect.see(desk) == effect.after)


def test_every_built_in_lecture_can_be_toured_from_the_menu() -> None:
    assert set(TOURS) == set(named_lectures())
