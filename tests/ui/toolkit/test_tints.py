import numpy as np
import pytest
from PySide6.QtGui import QColor

from nnviz.engine.analysis.responses import Plane, ResponseMaps
from nnviz.ui.look.theme import themes
from nnviz.ui.toolkit.tints import MapImages, colour_table
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
