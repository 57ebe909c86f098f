import pytest

from nnviz.ui.transport.run_scale import RunScale, scale_end


def test_every_iteration_can_be_hit_where_there_is_a_pixel_for_each():
    scale = RunScale(left=8.0, width=600.0, end=500, batches_per_epoch=10)
    for iteration in range(500):
        middle = (scale.x_of(iteration) + scale.x_of(iteration + 1)) / 2
        assert scale.iteration_at(middle, known=500) == iteration


def test_a_place_in_a_long_run_is_the_nearest_iteration():
    scale = RunScale(left=0.0, width=500.0, end=20_000, batches_per_epoch=10)
    assert abs(scale.iteration_at(250.0, known=20_000) - 10_000) <= 40


def test_beyond_what_is_known_the_last_known_iteration_is_meant():
    scale = RunScale(left=8.0, width=600.0, end=1000, batches_per_epoch=10)
    assert scale.iteration_at(600.0, known=120) == 119
    assert scale.iteration_at(-50.0, known=120) == 0
    assert scale.iteration_at(50.0, known=0) == 0


@pytest.mark.parametrize(
    ("known", "batches", "planned", "over", "end"),
    [
        (1, 18, 1800, False, 18),
        (19, 18, 1800, False, 36),
        (37, 18, 1800, False, 90),
        (1000, 18, 180_000, False, 1800),
        (1000, 18, 1260, False, 1260),
        (1300, 18, 1260, False, 1800),
        (1260, 18, 1260, True, 1260),
        (2448, 18, 3600, True, 2448),
        (1, 1, 500, False, 10),
        (1, 1, 3, False, 3),
    ],
)
def test_the_strip_grows_seldom_and_ends_where_the_run_is_to_end(known, batches, planned, over, end):
    assert scale_end(known, batches, planned, over) == end
