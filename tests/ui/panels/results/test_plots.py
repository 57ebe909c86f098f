import numpy as np
import pytest

from nnviz.engine.training.run.evaluation import evaluate
from nnviz.ui.panels.results.figures import Figure, ResultFigures
from nnviz.ui.panels.results.plots import ResultPlots
from nnviz.ui.panels.results.residual_plot import histogram
from tests.ui.panels.runs import trainer


@pytest.fixture(scope="module")
def evaluation():
    run = trainer("sine")
    run.run(10 * run.batches_per_epoch)
    return evaluate(run.architecture, run.theta(), run.examples, "train")


@pytest.fixture
def plots(qtbot, look, evaluation):
    widget = ResultPlots(look)
    qtbot.addWidget(widget)
    widget.resize(500, 220)
    widget.show_evaluation(evaluation, 0, "training", ("y", "ŷ"))
    widget.show()
    return widget


@pytest.mark.parametrize("seed", range(6))
def test_no_bar_has_residuals_of_both_signs_and_none_is_left_out(seed):
    generator = np.random.default_rng(seed)
    residuals = generator.normal(generator.normal(), 10.0 ** generator.uniform(-4, 4), 200)
    edges, counts = histogram(residuals)
    assert counts.sum() == 200
    assert 0.0 in edges
    assert counts[edges[1:] <= 0.0].sum() == (residuals < 0.0).sum()
    assert edges[0] <= residuals.min() and residuals.max() <= edges[-1]
    assert len(counts) <= 20


@pytest.mark.parametrize("residuals", [[], [0.0, 0.0], [np.nan, np.inf], [1e-320], [3.0]])
def test_odd_residuals_have_a_histogram_too(residuals):
    edges, counts = histogram(np.array(residuals))
    assert len(edges) == len(counts) + 1 >= 3
    assert counts.sum() == np.isfinite(residuals).sum()


def test_the_pointer_reads_an_example_with_its_residual(plots, evaluation):
    plot = plots.predictions
    for point in range(0, len(plot.examples), 17):
        plot.pointer = None
        x, y = plot.x_pixel(plot.targets[point]), plot.y_pixel(plot.predictions[point])
        plot.pointer = plot.mapFromGlobal(plot.mapToGlobal(plot.rect().topLeft())).toPointF()
        plot.pointer.setX(x)
        plot.pointer.setY(y)
        said = dict(plot.readout())
        read = plot.hovered
        assert said["y − ŷ"] == f"{evaluation.numbers.residuals[read, 0]:+.3f}".replace("-", "−")
        assert f"example {evaluation.examples[read] + 1}" in said


def test_the_pointer_reads_a_bar(plots):
    plot = plots.residuals
    bar = int(plot.counts.argmax())
    plot.pointer = plot.frame.center()
    plot.pointer.setX(plot.x_pixel(float(plot.edges[bar : bar + 2].mean())))
    assert plot.hovered == bar
    assert dict(plot.readout())["examples"] == str(plot.counts[bar])


def test_the_diagonal_is_one(plots):
    for size in ((500, 220), (250, 400), (330, 160)):
        plots.resize(*size)
        frame = plots.predictions.frame
        assert frame.width() == pytest.approx(frame.height(), abs=1.5)
        assert plots.predictions.x_range == plots.predictions.y_range


def test_points_follow_a_change_of_size(plots):
    plot = plots.predictions
    plots.resize(300, 500)
    assert plot._places == pytest.approx(plot.pixels(plot.targets, plot.predictions))


def test_where_it_is_narrow_comparisons_go_first_and_then_figures(qtbot, look):
    figures = ResultFigures(look)
    qtbot.addWidget(figures)
    all_of_them = [Figure("RMSE", "0.123", "now 0.150"), Figure("MAE", "0.100", "now 0.120"), Figure("R²", "0.900")]
    figures.show_figures(all_of_them)
    figures.resize(600, 24)
    assert figures.shown() == all_of_them
    figures.resize(380, 24)
    assert [each.other for each in figures.shown()] == ["now 0.150", "", ""]
    figures.resize(280, 24)
    assert [each.name for each in figures.shown()] == ["RMSE", "MAE"]
    figures.resize(90, 24)
    assert figures.shown() == [Figure("RMSE", "0.123")]
    assert "MAE 0.100 now 0.120" in figures.toolTip()
