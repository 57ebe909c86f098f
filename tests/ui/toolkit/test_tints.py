import numpy as np
import pytest
from PySide6.QtGui import QColor

from nnviz.engine import Experiment, Trainer
from nnviz.engine.analysis.responses import Plane, ResponseMaps
from nnviz.ui.look.theme import themes
from nnviz.ui.toolkit.tints import COLOURS, MapImages, colour_table
from tests.ui.diagram.networks import maps_of, trainer_of


@pytest.fixture
def trainer():
    return trainer_of((2, 4, 3, 1))


def near(colour: QColor, name: str) -> bool:
    wanted = QColor(name)
    return max(abs(a - b) for a, b in zip(colour.getRgb(), wanted.getRgb(), strict=True)) <= 3


def test_every_unit_has_a_picture_of_the_maps_size(trainer, look):
    maps = maps_of(trainer, trainer.iterate(), 24)
    images = MapImages().make(maps, trainer.architecture, look.theme)
    assert [len(layer) for layer in images] == [2, 4, 3, 1]
    assert all(image.width() == image.height() == 24 for layer in images for image in layer)


def test_inputs_go_from_negative_to_positive_along_their_axis(trainer, look):
    x1, x2 = MapImages().make(maps_of(trainer, trainer.iterate(), 33), trainer.architecture, look.theme)[0]
    assert near(x1.pixelColor(0, 16), look.theme.map_negative) and near(x1.pixelColor(32, 16), look.theme.map_positive)
    assert near(x2.pixelColor(16, 0), look.theme.map_positive) and near(x2.pixelColor(16, 32), look.theme.map_negative)


def test_answers_that_are_no_numbers_have_a_colour_too(trainer, look):
    layers = tuple(np.full((units, 8, 8), np.nan, dtype=np.float32) for units in (2, 4, 3, 1))
    images = MapImages().make(ResponseMaps(Plane(1.0), layers), trainer.architecture, look.theme)
    assert all(image.pixelColor(3, 3).alpha() == 255 for layer in images for image in layer)


@pytest.mark.parametrize("theme", themes(), ids=lambda theme: theme.name)
def test_the_table_goes_from_negative_over_zero_to_positive(theme):
    table = colour_table(theme)
    ends = [QColor.fromRgba(int(table[index])) for index in (0, 127, 255)]
    for colour, name in zip(ends, (theme.map_negative, theme.map_zero, theme.map_positive), strict=True):
        assert near(colour, name)


@pytest.mark.parametrize("theme", themes(), ids=lambda theme: theme.name)
def test_each_class_has_its_own_colour_at_the_output(theme):
    trainer = Trainer(Experiment.named("blobs3"))
    maps = maps_of(trainer, trainer.iterate(), 24)
    last = MapImages().make(maps, trainer.architecture, theme)[-1]
    for label, (answers, image) in enumerate(zip(maps.layers[-1], last, strict=True)):
        row, column = np.unravel_index(answers.argmax(), answers.shape)
        seen, wanted = image.pixelColor(int(column), int(row)), theme.class_colour(label)
        zero, share = QColor(theme.map_zero), float(answers.max()) ** 0.9
        for channel in (QColor.red, QColor.green, QColor.blue):
            mixed = channel(zero) + share * (channel(wanted) - channel(zero))
            assert abs(channel(seen) - mixed) <= 3


@pytest.mark.parametrize("theme", themes(), ids=lambda theme: theme.name)
def test_a_pale_table_has_the_same_middle_and_less_of_each_end(theme):
    full, pale = colour_table(theme), colour_table(theme, 0.6)
    middles = [QColor(int(table[COLOURS // 2])) for table in (full, pale)]
    assert all(near(middle, theme.map_zero) for middle in middles)
    zero = QColor(theme.map_zero).lightnessF()
    for end in (0, -1):
        little, much = (abs(QColor(int(table[end])).lightnessF() - zero) for table in (pale, full))
        assert little < much
