"""The strip: what its cells show, the keyboard, the pointer, and that it paints only what has changed."""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QScrollArea

from nnviz.ui.windows.seeds.multiples import Criterion, State
from nnviz.ui.windows.seeds.strip import SeedStrip
from tests.ui.panels.runs import THEMES, colours_in
from tests.ui.windows.seeds.sweeps import complete, course


@pytest.fixture(scope="module")
def xor():
    return complete(seeds=8, epochs=500, fields={"network.hidden": [2]})


@pytest.fixture
def strip(look, qtbot):
    strip = SeedStrip(look)
    qtbot.addWidget(strip)
    strip.arrange((700, 420))
    strip.show()
    return strip


def show(strip, plan, progress):
    strip.set_plan(plan)
    strip.show_progress(progress)
    strip.flush()


def test_every_network_has_its_cell_with_its_seed_and_how_it_ended(strip, xor):
    show(strip, *xor)
    assert strip.cells.count == 8 and strip.networks.order == list(range(8))
    for place, multiple in enumerate(strip.networks.multiples):
        solved = multiple.news.result.figures["train_accuracy"] >= 0.99
        assert strip.networks.state(place) is (State.SOLVED if solved else State.UNSOLVED)
        assert str(multiple.member.seed) in strip._pictures.words_of(place).name


@pytest.mark.parametrize("theme", THEMES)
def test_maps_and_curves_are_painted_in_every_theme(strip, look, xor, theme):
    look.set_theme(theme)
    show(strip, *xor)
    assert colours_in(strip) > 100


def test_the_painted_pictures_are_kept_until_something_changes(strip, xor):
    show(strip, *xor)
    before = {place: picture for place, (_, picture) in strip._pictures.kept.items()}
    strip.flush()
    assert all(strip._pictures.kept[place][1] is picture for place, picture in before.items())
    strip.set_criterion(Criterion("loss", 1e-9))
    strip.flush()
    changed = [place for place, picture in before.items() if strip._pictures.kept[place][1] is not picture]
    assert len(changed) == 8


def test_a_hidden_strip_paints_nothing(look, qtbot, xor):
    strip = SeedStrip(look)
    qtbot.addWidget(strip)
    strip.set_plan(xor[0])
    strip.show_progress(xor[1])
    assert strip._pictures.kept == {} and strip.networks.multiples[3].ended


def test_arrows_move_and_enter_opens(strip, xor, qtbot):
    show(strip, *xor)
    opened = []
    strip.picked.connect(opened.append)
    columns = strip.cells.columns
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Down, Qt.Key.Key_Return):
        qtbot.keyClick(strip, key)
    assert opened == [1 + columns]
    qtbot.keyClick(strip, Qt.Key.Key_End)
    qtbot.keyClick(strip, Qt.Key.Key_Right)
    qtbot.keyClick(strip, Qt.Key.Key_Enter)
    qtbot.keyClick(strip, Qt.Key.Key_Home)
    qtbot.keyClick(strip, Qt.Key.Key_Up)
    assert opened[-1] == 7 and strip.current == 0


def test_a_click_opens_and_the_pointer_is_told_about(strip, xor, qtbot):
    show(strip, *xor)
    opened, seen = [], []
    strip.picked.connect(opened.append)
    strip.looked_at.connect(seen.append)
    middle = strip.cells.cell(4).center().toPoint()
    qtbot.mouseMove(strip, middle)
    qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=middle)
    assert opened == [4]
    assert strip.place_at(QPointF(middle)) == 4 and strip.place_at(QPointF(-3, -3)) is None
    strip._hover(4)
    assert seen[-1] == 4 and strip.looked_at_place == 4
    assert "training loss" in strip._tip(4)


def test_sorted_by_loss_the_keyboard_stays_on_its_network(strip, xor):
    show(strip, *xor)
    strip.go_to(3)
    strip.set_sorted_by_loss(True)
    assert strip.networks.order[strip.current] == 3
    losses = [strip.networks.multiples[place].figure("train", "loss") for place in strip.networks.order]
    assert losses == sorted(losses)


def test_rates_are_rows_and_seeds_are_columns_that_stay(strip):
    show(strip, *complete(seeds=2, rates=(0.1, 1.0, 10.0), epochs=20))
    strip.set_sorted_by_loss(True)
    assert (
        strip.networks.is_matrix
        and (strip.cells.columns, strip.cells.rows) == (2, 3)
        and strip.networks.order == list(range(6))
    )
    assert colours_in(strip) > 50


def test_one_seed_of_each_rate_is_named_by_its_rate(strip):
    show(strip, *complete(seeds=1, rates=(0.1, 1.0), epochs=5))
    assert not strip.networks.is_matrix
    assert (
        strip.networks.words_of(0, brevity=0).name == "rate 0.1" and strip.networks.words_of(0, brevity=1).name == "0.1"
    )


def test_what_diverged_says_so(strip):
    show(strip, *complete("sine", seeds=1, rates=(0.1, 1e6), epochs=20))
    assert strip.networks.state(1) is State.DIVERGED and strip._pictures.words_of(1).score == "diverged"
    assert not strip.cells.has_maps


def test_a_strip_under_way_shows_what_there_is(strip):
    sweep = course("moons", epochs=100_000)
    strip.set_running(True)
    strip.set_plan(sweep.plan)
    assert {strip.networks.state(place) for place in range(5)} == {State.WAITING}
    sweep.advance(0.02)
    strip.show_progress(sweep.news())
    strip.flush()
    assert {strip.networks.state(place) for place in range(5)} == {State.TRAINING}
    strip.set_running(False)
    assert {strip.networks.state(place) for place in range(5)} == {State.STOPPED}


def test_all_cells_word_their_names_alike_in_little_room(strip, xor):
    show(strip, *xor)
    strip.arrange((300, 100))
    names = [strip._pictures.words_of(place).name for place in range(8)]
    assert names == [str(multiple.member.seed) for multiple in strip.networks.multiples]


def test_it_grows_with_the_type_and_scrolls(look, qtbot, xor):
    area = QScrollArea()
    qtbot.addWidget(area)
    strip = SeedStrip(look)
    area.setWidget(strip)
    area.show()
    strip.arrange((400, 300))
    show(strip, *xor)
    look.set_presenting(True)
    strip.arrange((400, 300))
    assert strip.height() > 300 and strip.width() <= 400


def test_a_cell_says_that_its_network_is_no_better_than_chance(strip):
    show(strip, *complete("moons", seeds=1, rates=(1e-9, 0.3), epochs=100))
    notes = [strip._pictures.words_of(place).note for place in range(2)]
    assert notes == ["no better than chance" if strip.networks.at_chance(place) else "" for place in range(2)]
    assert not strip.networks.at_chance(1) and colours_in(strip) > 50
