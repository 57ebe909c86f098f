"""A seed sheet on the stage: each of its networks is brought to the cue, and what is solved shows."""

from pathlib import Path

import numpy as np
import pytest

from nnviz.lecture.files import load
from nnviz.lecture.runs import Runs
from nnviz.lecture.states import state_of
from nnviz.lecture.values import Lecture
from nnviz.ui.examples.small_maps import SmallMaps
from nnviz.ui.stage import sheet as sheet_module
from nnviz.ui.stage.sheet import lattice
from nnviz.ui.windows.seeds.multiples import Multiple
from tests.ui.window.desk import Desk

LECTURE = """
format = "nnviz-lecture/1"
title = {en = "Many networks"}

[[scene]]
id = "sheet"
title = {en = "Many starts"}
view = {panels = ["data"]}
[scene.seeds]
count = 3
rows = [
    {name = {en = "a line"}, set = {"network.hidden" = []}},
    {set = {"network.hidden" = [4]}},
]
[scene.experiment]
data = {source = "xor4", split = [1.0, 0.0, 0.0], standardize = false}
training = {learning_rate = 0.5, batch_size = "full", epochs = 1000}
[[scene.cue]]
say = {en = "Nothing is learned yet."}
[[scene.cue]]
say = {en = "After some training."}
train = {epochs = 1000, seconds = SECONDS}

[[scene]]
id = "after"
title = {en = "Another one"}
experiment = "xor4"
[[scene.cue]]
say = {en = "One network."}
"""


def lecture_of(tmp_path: Path, seconds: float) -> Lecture:
    file = tmp_path / "sheet.toml"
    file.write_text(LECTURE.replace("SECONDS", str(seconds)), encoding="utf-8")
    return load(file)


@pytest.fixture
def giving(desk: Desk, tmp_path: Path) -> Desk:
    desk.window.presenting.present(True)
    desk.window.lecturing.begin(lecture_of(tmp_path, 0))
    there(desk)
    return desk


def there(desk: Desk) -> None:
    desk.wait()
    desk.qtbot.waitUntil(lambda: desk.window.lecturing.idle, timeout=20_000)


def is_of_the_cue(desk: Desk) -> bool:
    """Whether each network of the sheet has the parameters that a run of its own comes to."""
    script = desk.window.lecturing.script
    assert script is not None
    trainers = Runs().bring_to(state_of(script.here.scene, script.here.cue)).trainers
    known = [multiple.news for multiple in desk.window.stage.sheet.multiples]
    thetas = [news.result.theta for news in known if news is not None and news.result is not None]
    return len(thetas) == len(trainers) and all(
        np.array_equal(trainer.theta(), theta) for trainer, theta in zip(trainers, thetas, strict=True)
    )


def test_the_sheet_stands_in_the_networks_place_with_every_network_as_it_begins(giving: Desk) -> None:
    sheet = giving.window.stage.sheet
    assert sheet.isVisible() and not giving.window.diagram.isVisible()
    assert sheet.names == ("a line", "2-4-1") and sheet.count == 3
    assert [sheet.verdict(row) for row in (0, 1)] == ["3 starts", "3 starts"]
    assert all(multiple.map is not None for multiple in sheet.multiples)
    assert is_of_the_cue(giving)
    assert not giving.window.panels.shown()


def test_trained_it_says_how_many_of_each_row_have_solved_the_task(giving: Desk) -> None:
    giving.press("PgDown")
    there(giving)
    sheet = giving.window.stage.sheet
    assert [sheet.verdict(row) for row in (0, 1)] == ["0 of 3 solved", "3 of 3 solved"]
    assert "2-4-1: 3 of 3 solved" in sheet.accessibleName()
    assert is_of_the_cue(giving)


def test_a_network_that_is_undecided_everywhere_is_seen_by_its_frame(giving: Desk) -> None:
    giving.press("PgDown")
    there(giving)
    picture = giving.window.stage.sheet.grab().toImage()
    ground = picture.pixelColor(2, 2).lightness()
    upper, middle = range(round(0.4 * picture.height())), picture.width() // 2
    across = range(middle - 9, middle + 9)
    lines = [y for y in upper if all(abs(picture.pixelColor(x, y).lightness() - ground) > 20 for x in across)]
    assert lines, "the upper edge of a map, or its lower one"


def test_back_and_on_again_are_the_same_to_the_bit(giving: Desk) -> None:
    for key in ("PgDown", "PgUp", "PgDown"):
        giving.press(key)
        there(giving)
        assert is_of_the_cue(giving)
    first, end, again, end_again = giving.window.lecturing.shown
    assert end["digest"] == end_again["digest"] != first["digest"] == again["digest"]


def test_what_is_watched_is_cut_short_by_the_next_click(desk: Desk, tmp_path: Path) -> None:
    desk.window.lecturing.begin(lecture_of(tmp_path, 600))
    there(desk)
    desk.window.lecturing.go_on()
    desk.wait()
    assert not desk.window.lecturing.idle
    desk.window.lecturing.go_on()
    there(desk)
    assert is_of_the_cue(desk) and desk.window.lecturing.shown[-1]["cue"] == 2


def test_in_another_language_the_same_networks_are_called_otherwise(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "sheet.toml"
    text = LECTURE.replace('"a line"', '"a line", zh = "一条直线"').replace("SECONDS", "0")
    file.write_text(text, encoding="utf-8")
    desk.window.presenting.present(True)
    desk.window.lecturing.begin(load(file))
    there(desk)
    sheet = desk.window.stage.sheet
    maps = [multiple.map for multiple in sheet.multiples]
    desk.window.lecturing.begin(load(file), "zh")
    there(desk)
    assert sheet.names == ("一条直线", "2-4-1") and [multiple.map for multiple in sheet.multiples] == maps


def test_the_next_scene_has_the_diagram_again(giving: Desk) -> None:
    giving.press("Shift+PgDown")
    there(giving)
    assert giving.window.diagram.isVisible() and not giving.window.stage.sheet.isVisible()


@pytest.mark.parametrize(("rows", "count", "room"), [(1, 20, (1500, 300)), (4, 20, (1400, 700)), (3, 5, (400, 900))])
def test_maps_fill_the_room_and_do_not_leave_it(rows: int, count: int, room: tuple[float, float]) -> None:
    found = lattice(rows, count, room, gap=5, row_gap=18, most=400)
    assert found.columns * found.lines >= count
    wide = found.columns * (found.side + 5) - 5
    high = rows * (found.lines * (found.side + 5) - 5) + (rows - 1) * 18
    assert wide <= room[0] + 1e-6 and high <= room[1] + 1e-6
    assert wide > 0.6 * room[0] or high > 0.9 * room[1]


def test_while_networks_train_few_maps_are_made_anew_in_a_frame_and_each_has_its_turn(
    giving: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sheet_module, "MOST_NEW", 2)
    sheet = giving.window.stage.sheet
    made: list[int] = []
    picture = SmallMaps._make
    monkeypatch.setattr(SmallMaps, "_make", lambda maps, *given: made.append(id(given[0])) or picture(maps, *given))
    sheet.grab()
    assert not made
    known = sheet.multiples
    sheet.multiples = [Multiple(each.member, None, each.map + 0.0) for each in known if each.map is not None]
    for count in (2, 4, 6, 6):
        sheet.grab()
        assert len(made) == len(set(made)) == count
    sheet.multiples = [each.with_news(before.news) for each, before in zip(sheet.multiples, known, strict=True)]
    made.clear()
    sheet.grab()
    assert len(made) == len(known), "at the end all are as they are"
