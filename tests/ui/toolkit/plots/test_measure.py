import pytest

from nnviz.ui.look.numbers import NumberStyle
from nnviz.ui.toolkit.plots.measure import Measure


def test_a_score_is_the_measure_of_its_name():
    assert Measure.of_score("accuracy") is Measure.ACCURACY
    assert Measure.of_score("rmse") is Measure.RMSE


@pytest.mark.parametrize(
    ("measure", "training", "validation", "text"),
    [
        (Measure.LOSS, 0.2, 0.231, "gap +0.031"),
        (Measure.RMSE, 0.25, 0.125, "gap −0.125"),
        (Measure.ACCURACY, 0.95, 0.912, "gap +3.8 pt"),
        (Measure.ACCURACY, 0.5, 0.75, "gap −25.0 pt"),
        (Measure.ACCURACY, 0.75, 0.75, "gap 0.0 pt"),
    ],
)
def test_a_gap_is_positive_where_held_out_data_fares_worse(measure, training, validation, text):
    assert measure.gap_text(measure.gap(training, validation), NumberStyle()) == text


def test_the_decimal_sign_is_the_users():
    assert Measure.ACCURACY.gap_text(0.038, NumberStyle(decimal_sign=",")) == "gap +3,8 pt"


def test_an_axis_of_accuracies_ends_at_all():
    ticks = Measure.ACCURACY.ticks(0.48, 1.02, 5, NumberStyle())
    assert [tick.text for tick in ticks] == ["60\u00a0%", "80\u00a0%", "100\u00a0%"]
    assert ticks[-1].place == pytest.approx(1.0)
