"""The controls that only the experiment panel has: split, listed values, seeds, pictures."""

import math

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from nnviz.engine.data.datasets import DATASETS
from nnviz.ui.look.theme import themes
from nnviz.ui.panels.experiment.panel import ExperimentPanel
from nnviz.ui.panels.experiment.settings.seed_row import SeedRow
from nnviz.ui.panels.experiment.settings.split import SplitSlider
from nnviz.ui.panels.experiment.settings.thumbnails import (
    DARKEST,
    IMAGE_SOURCE,
    Thumbnail,
    first_images,
    most_telling,
    sample,
)
from nnviz.ui.toolkit.controls.slider_range import ListedRange
from nnviz.ui.toolkit.tints import colour_table
from tests.ui.panels.experiment.hands import control

SIZE = QSize(80, 44)
LARGEST_SEED = 2**63 - 1

# ---- pictures ----------------------------------------------------------------------------------------------------


def colours(pixmap):
    image = pixmap.toImage()
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {pixel.name() for pixel in pixels if pixel.alpha() == 255}


@pytest.mark.parametrize("theme", themes(), ids=lambda theme: theme.name)
@pytest.mark.parametrize("source", DATASETS)
def test_a_picture_shows_the_points_in_the_colours_of_their_classes(qapp, source, theme):
    thumbnail = Thumbnail(source)
    thumbnail.prepare()
    found = colours(thumbnail.picture(theme, SIZE))
    row = DATASETS[source]
    if row.task == "regression" and row.inputs == 2:
        assert {QColor.fromRgb(int(colour_table(theme)[end])).name() for end in (0, -1)} <= found
    elif row.task == "regression":
        assert theme.colour("training").name() in found
    elif source == IMAGE_SOURCE:
        assert theme.colour("text").name() in found
    else:
        assert {theme.class_colour(0).name(), theme.class_colour(1).name()} <= found


def test_three_classes_have_three_colours(qapp):
    theme = themes()[0]
    for source in ("blobs3", "spiral3", "penguins"):
        thumbnail = Thumbnail(source)
        thumbnail.prepare()
        assert {theme.class_colour(label).name() for label in range(3)} <= colours(thumbnail.picture(theme, SIZE))


def test_of_the_digits_only_a_few_are_read(qapp, monkeypatch):
    monkeypatch.setattr("nnviz.engine.data.shipped.digits", lambda: pytest.fail("all of them"))
    images = first_images()
    assert images.shape == (8, 8, 8)
    assert images.min() == 0 and images.max() == DARKEST


def test_of_many_inputs_the_most_telling_one_stands_for_them():
    examples = sample("diabetes")
    both = np.corrcoef(examples.x[:, most_telling(examples)], examples.y[:, 0])[0, 1]
    for column in examples.x.T:
        assert abs(np.corrcoef(column, examples.y[:, 0])[0, 1]) <= abs(both) + 1e-12


def test_the_worked_example_is_a_network(qapp):
    thumbnail = Thumbnail(None)
    thumbnail.prepare()
    assert len(colours(thumbnail.picture(themes()[0], SIZE))) > 2


def test_the_points_are_those_of_the_data_set():
    for source in DATASETS:
        examples = sample(source)
        assert len(examples.x) <= 200
        assert examples.x.shape[1] == DATASETS[source].inputs


def test_pictures_come_after_the_window_has_shown(qtbot, look):
    panel = ExperimentPanel(look)
    qtbot.addWidget(panel)
    tile = control(panel, "data.source").tiles["circle"]
    tile.resize(SIZE)
    blue = look.theme.class_colour(1).name()
    assert blue not in colours(tile.grab())
    panel.show()
    qtbot.waitUntil(lambda: not control(panel, "data.source")._preparing.isActive())
    assert blue in colours(tile.grab())


def test_a_picture_is_painted_once_for_each_theme(qtbot, look, monkeypatch):
    panel = ExperimentPanel(look)
    qtbot.addWidget(panel)
    painted = []
    picture = Thumbnail.picture
    monkeypatch.setattr(
        Thumbnail, "picture", lambda self, theme, *rest: painted.append(theme.name) or picture(self, theme, *rest)
    )
    panel.resize(400, 2000)  # all pictures in sight
    panel.show()
    qtbot.waitUntil(lambda: not control(panel, "data.source")._preparing.isActive())
    panel.grab()
    panel.grab()
    assert painted == ["light"] * len(control(panel, "data.source").tiles)
    look.set_theme("dark")
    panel.grab()
    assert painted.count("dark") == len(control(panel, "data.source").tiles)
    look.set_theme("light")
    panel.grab()
    assert painted.count("light") == len(control(panel, "data.source").tiles)


# ---- the split ---------------------------------------------------------------------------------------------------


@pytest.fixture
def slider(qtbot, look):
    slider = SplitSlider(look)
    qtbot.addWidget(slider)
    slider.resize(215, 24)
    slider.set_split((0.6, 0.2, 0.2))
    slider.show()
    slider.activateWindow()
    qtbot.waitUntil(slider.isActiveWindow)
    return slider


@pytest.fixture
def splits(slider):
    splits = []
    slider.split_changed.connect(splits.append)
    return splits


def at(slider, share):
    """The point of the slider that stands for a share."""
    track = slider._track()
    return QPoint(round(track.left() + share * track.width()), 12)


def drag(slider, start, *shares):
    QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=at(slider, start))
    for share in shares:
        QTest.mouseMove(slider, at(slider, share))
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=at(slider, shares[-1] if shares else start))


def test_showing_a_split_says_nothing(slider, splits):
    slider.set_split((0.3, 0.3, 0.4))
    assert slider.split == (0.3, 0.3, 0.4)
    assert splits == []


def test_the_nearer_handle_is_dragged_in_steps_of_five_per_cent(slider, splits, qtbot):
    with qtbot.waitSignal(slider.released):
        drag(slider, 0.62, 0.52, 0.41)
    assert slider.split == (0.4, 0.4, 0.2)
    drag(slider, 0.8, 0.91)
    assert slider.split == (0.4, 0.5, 0.1)
    assert splits[-1] == slider.split


def test_a_handle_stops_at_the_other_and_training_keeps_a_part(slider):
    drag(slider, 0.6, 0.95)
    assert slider.split == (0.8, 0.0, 0.2)
    drag(slider, 0.8, 0.6, 0.0)
    assert slider.split[0] == 0.05


@pytest.mark.parametrize(("to", "split"), [(0.5, (0.5, 0.3, 0.2)), (0.9, (0.8, 0.1, 0.1))])
def test_of_two_handles_on_each_other_the_way_decides(slider, to, split):
    slider.set_split((0.8, 0.0, 0.2))
    drag(slider, 0.8, 0.8 + (to - 0.8) / 2, to)
    assert slider.split == split


def test_keys_move_the_handle_that_tab_has_reached(slider, splits):
    slider.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(slider, Qt.Key.Key_Up)
    assert slider.split == (0.61, 0.19, 0.2)
    QTest.keyClick(slider, Qt.Key.Key_Tab)
    QTest.keyClick(slider, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert slider.split == (0.61, 0.09, 0.3)
    assert len(splits) == 2


def test_the_other_keys_are_left_to_the_window(slider, splits):
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_Space):
        QTest.keyClick(slider, key)
    assert splits == []


def test_the_three_parts_have_the_colours_of_their_losses(slider, look):
    found = colours(slider.grab())
    assert {look.theme.colour(part).name() for part in ("training", "validation", "test")} <= found


def test_a_reader_hears_the_split(slider):
    assert slider.accessibleDescription() == "60% / 20% / 20%"


# ---- listed values -----------------------------------------------------------------------------------------------

LISTED = ListedRange.of(1, 2, 5, 10, 20, 50, 100, math.inf)


def test_a_slider_goes_through_the_list():
    assert [LISTED.value_at(position) for position in range(LISTED.last + 1)] == [1, 2, 5, 10, 20, 50, 100, math.inf]


@pytest.mark.parametrize(("value", "position"), [(1, 0), (10, 3), (13, 3), (16, 4), (5000, 6), (math.inf, 7)])
def test_a_value_between_two_of_the_list_lies_at_the_nearer(value, position):
    assert LISTED.position_of(value) == position


@pytest.mark.parametrize(("typed", "taken"), [(16, 16), (2.6, 3), (0, 1), (-4, 1), (math.inf, math.inf), (1e6, 1e6)])
def test_a_typed_value_is_a_whole_number_within_the_limits(typed, taken):
    assert LISTED.nearest(typed) == taken
    assert ListedRange.of(10, 20, highest=1000).nearest(5000) == 1000


# ---- seeds -------------------------------------------------------------------------------------------------------


@pytest.fixture
def seed(qtbot, look):
    row = SeedRow(look, "Data seed", 0, LARGEST_SEED)
    qtbot.addWidget(row)
    row.set_value(7)
    row.show()
    row.activateWindow()
    qtbot.waitUntil(row.isActiveWindow)
    return row


@pytest.fixture
def seeds(seed):
    seeds = []
    seed.changed.connect(seeds.append)
    return seeds


def write(seed, text):
    seed.field.setFocus()
    seed.field.selectAll()
    QTest.keyClicks(seed.field, text)


def test_a_seed_is_typed_and_taken_by_enter(seed, seeds):
    write(seed, "42")
    assert seeds == []
    QTest.keyClick(seed.field, Qt.Key.Key_Return)
    assert seeds == [42]
    assert not seed.field.hasFocus(), "the keys belong to the window again"


def test_escape_puts_the_seed_back(seed, seeds):
    write(seed, "42")
    QTest.keyClick(seed.field, Qt.Key.Key_Escape)
    assert seeds == []
    assert seed.field.text() == "7"


def test_dice_and_arrows_take_the_next_seed(seed, seeds):
    seed.dice.click()
    seed.field.setFocus()
    QTest.keyClick(seed.field, Qt.Key.Key_Up)
    QTest.keyClick(seed.field, Qt.Key.Key_Down)
    assert seeds == [8, 9, 8]


def test_the_largest_seed_is_kept_to_the_last_digit(seed, seeds):
    seed.set_value(LARGEST_SEED)
    assert seed.field.text() == "9223372036854775807"
    seed.dice.click()
    assert seeds == []
    write(seed, "9999999999999999999")
    QTest.keyClick(seed.field, Qt.Key.Key_Return)
    assert seed.value() == LARGEST_SEED


def test_letters_and_an_empty_field_are_no_seed(seed, seeds):
    write(seed, "r")
    seed.field.clear()
    QTest.keyClick(seed.field, Qt.Key.Key_Return)
    assert seeds == []
    assert seed.field.text() == "7"
