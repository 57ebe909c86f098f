"""A scene can hide controls: a lab shows only what it is about."""

from pathlib import Path

import pytest

from nnviz.lecture.files import load
from nnviz.lecture.values import Cue, Scene, Words
from nnviz.ui.panels.experiment.panel import ExperimentPanel
from nnviz.ui.session.settings.offer import EVERYTHING, offer_of
from nnviz.ui.session.settings.table import SETTINGS
from tests.ui.window.desk import Desk

LAB = """
format = "nnviz-lecture/1"
title = {en = "A lab"}
[[scene]]
id = "rate"
title = {en = "How large a step?"}
experiment = "circle"
view = {panels = ["experiment", "loss"]}
hide = ["controls"]
keep = ["training.learning_rate", "training.l2"]
[[scene.cue]]
say = {en = "Try the learning rate."}
[[scene]]
id = "network"
title = {en = "Not the data"}
experiment = "circle"
view = {panels = ["experiment"]}
hide = ["data", "training.optimizer"]
[[scene.cue]]
say = {en = "Try the network."}
"""


def scene(hide: tuple[str, ...], keep: tuple[str, ...] = ()) -> Scene:
    words = Words(en="x")
    return Scene(id="x", title=words, experiment="circle", hide=hide, keep=keep, cues=(Cue(say=words),))


@pytest.fixture
def lab(desk: Desk, tmp_path: Path) -> Desk:
    file = tmp_path / "lab.toml"
    file.write_text(LAB, encoding="utf-8")
    desk.window.lectures.open(file)
    desk.wait()
    desk.until(lambda: desk.in_front("experiment"))
    return desk


def seen(desk: Desk) -> set[str]:
    """The settings that can be changed."""
    desk.wait()
    sections = desk.the(ExperimentPanel).pages.sections
    groups = [*sections, *(section._more for section in sections if section._more is not None)]
    return {key for group in groups for key, row in group.setting_rows.items() if row.isVisible()}


def test_what_is_hidden_and_what_is_kept() -> None:
    assert offer_of(scene(())) == EVERYTHING
    one = offer_of(scene(("controls",), ("training.learning_rate",)))
    assert one.only == {"training.learning_rate"} and one.withheld == set(SETTINGS) - one.only
    table = offer_of(scene(("training",), ("training.epochs",)))
    assert table.only is None and "training.learning_rate" in table.withheld
    assert "training.epochs" not in table.withheld and "network.hidden" not in table.withheld
    assert offer_of(scene(("training.l",))) == EVERYTHING, "a part of a name is no name"


def test_a_lab_shows_only_what_it_is_about(lab: Desk) -> None:
    assert seen(lab) == {"training.learning_rate", "training.l2"}
    panel = lab.the(ExperimentPanel)
    assert not panel.names.isVisible() and not panel.search.isVisible() and not panel.files.isVisible()
    assert [section._title.isVisible() for section in panel.pages.sections] == [False, False, True, False]
    assert panel.reset.isVisible()


def test_the_next_scene_and_the_end_show_what_they_show(lab: Desk) -> None:
    lab.press("PgDown")
    now = seen(lab)
    assert {"network.hidden", "training.learning_rate"} <= now
    assert not any(key.startswith("data.") for key in now) and "training.optimizer" not in now
    panel = lab.the(ExperimentPanel)
    assert panel.search.isVisible()
    panel.search.setText("optimi")
    assert "training.optimizer" not in seen(lab), "a search does not find it either"
    lab.do("end_lecture")
    lab.until(lambda: {"data.noise", "training.optimizer"} <= seen(lab))


def test_a_panel_that_is_made_later_is_told(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "lab.toml"
    file.write_text(LAB, encoding="utf-8")
    desk.window.panels.toggle("experiment", False)
    assert load(file).scenes[0].hides_controls
    again = desk.reopened()
    again.window.lectures.open(file)
    again.wait()
    again.until(lambda: again.in_front("experiment"))
    again.until(lambda: seen(again) == {"training.learning_rate", "training.l2"})
