from dataclasses import replace
from functools import cache

import numpy as np
import pytest
from PySide6.QtCore import Qt

from nnviz.ui.look.look import Look
from nnviz.ui.panels.results.panel import ResultsPanel
from nnviz.ui.session.moment import Moment
from nnviz.view import ResultsPart, View, lasting
from nnviz.worker.queries.evaluation import EvaluationOf
from nnviz.worker.queries.query import NoAnswer, Queries
from tests.ui.panels.runs import THEMES, colours_in, run_info, trainer
from tests.worker.queries.states import state_after

DATA = ("circle", "spiral3", "digits", "penguins", "sine", "diabetes", "worked-example")


@cache
def trained(name):
    """A run that nobody trains on, and the model as a query sees it, after an epoch."""
    return made(name, 1)


def made(name="circle", epochs=5, **fields):
    """A run and the model as a query sees it, after so many epochs."""
    run = trainer(name, **fields)
    run.run(epochs * run.batches_per_epoch)
    return run, state_after(run)


def answer(panel, seen):
    """What the window does with a snapshot."""
    panel.show_answers(Queries().answers(panel.wanted(), seen, in_a_hurry=False))


def show(panel, run, seen, part="validation"):
    panel.set_run(run_info(run))
    panel.choose_part(part)
    answer(panel, seen)


@pytest.fixture(scope="module")
def circle():
    return made("circle", 40, data__label_noise=0.2, network__hidden=[16])


@pytest.fixture(scope="module")
def sine():
    return made("sine", 20)


@pytest.fixture
def dressed(qapp, fonts):
    """Dresses the application in a look, and undresses it."""
    font, palette = qapp.font(), qapp.palette()

    def dress(look):
        look.dress(qapp)
        return look

    yield dress
    qapp.setStyleSheet("")
    qapp.setFont(font)
    qapp.setPalette(palette)


@pytest.fixture
def make(qtbot):
    """Makes a panel of a size, and keeps it until it has been painted for the last time."""
    kept = []

    def panel(look, width=540, height=330):
        widget = ResultsPanel(look)
        qtbot.addWidget(widget)
        widget.resize(width, height)
        widget.show()
        kept.append(widget)
        return widget

    yield panel
    kept.clear()


@pytest.fixture
def panel(make, look):
    return make(look)


# ---- before there is anything --------------------------------------------------------------------------------------


def test_before_a_run_it_says_what_will_appear_and_asks_for_nothing(panel):
    assert "results appear here" in panel.empty.text() and panel.empty.isVisible()
    assert panel.wanted() == frozenset()
    for part in (panel.parts, panel.best_switch, panel.figures, panel.matrix, panel.plots, panel.cover):
        assert part.isHidden()


def test_before_the_answer_it_says_that_it_is_on_its_way(panel, circle):
    panel.set_run(run_info(circle[0]))
    assert "being computed" in panel.empty.text()
    answer(panel, circle[1])
    assert panel.empty.isHidden() and panel.matrix.isVisible()


def test_where_there_is_no_answer_it_says_why(panel, circle):
    panel.set_run(run_info(circle[0]))
    panel.show_answers({query: NoAnswer("the model is away") for query in panel.wanted()})
    assert panel.empty.text() == "the model is away"


@pytest.mark.parametrize(("part", "split"), [("validation", [0.8, 0.0, 0.2]), ("test", [0.8, 0.2, 0.0])])
def test_a_part_without_examples_is_not_asked_for_and_says_so(panel, part, split):
    run = trainer("circle", data__split=split, training__early_stopping=None)
    panel.set_run(run_info(run))
    panel.choose_part(part)
    assert panel.wanted() == frozenset()
    assert f"no {part} part" in panel.empty.text()
    assert panel.cover.isHidden() and panel.matrix.isHidden()


# ---- figures -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("part", ["train", "validation"])
def test_the_figures_of_classes_are_the_engines(panel, circle, part):
    run, seen = circle
    show(panel, run, seen, part)
    evaluation = run.evaluate(part)
    now = {figure.name: figure.value for figure in panel.figures.figures}
    assert now == {
        "accuracy": f"{100 * evaluation.classes.accuracy:.1f}\u00a0%",
        "loss": f"{evaluation.loss:.3f}",
    }
    assert (panel.matrix.scores.confusion == evaluation.classes.confusion).all()
    assert panel.headline.text == f"{len(evaluation.examples)} examples"


def test_the_figures_of_numbers_are_the_engines(panel, sine):
    run, seen = sine
    show(panel, run, seen)
    numbers = run.evaluate("validation").numbers
    now = {figure.name: figure.value for figure in panel.figures.figures}
    assert now["RMSE"] == f"{numbers.rmse:.3f}"
    assert now["MAE"] == f"{numbers.mae:.3f}"
    assert now["R²"] == f"{numbers.r2:.3f}"
    assert panel.plots.isVisible() and panel.matrix.isHidden()


def test_predictions_stand_over_their_targets(panel, sine):
    run, seen = sine
    show(panel, run, seen)
    examples, plot = run.examples, panel.plots.predictions
    assert plot.targets == pytest.approx(examples.y[examples.validation, 0])
    assert (plot.predictions == run.evaluate("validation").predictions[:, 0]).all()
    assert plot.frame.width() == pytest.approx(plot.frame.height(), abs=1.5)
    assert panel.plots.residuals.counts.sum() == len(examples.validation)


def test_of_several_numbers_it_says_which_is_drawn(panel):
    run, seen = made("worked-example", 1)
    show(panel, run, seen, "train")
    assert panel.headline.text == "1 example · drawn: y₁ of 2"
    assert panel.plots.predictions.names == ("y₁", "ŷ₁")


def test_the_parts_are_picked_by_a_click(qtbot, panel, circle):
    run, seen = circle
    show(panel, run, seen)
    with qtbot.waitSignal(panel.wants_changed):
        qtbot.mouseClick(panel.parts.button("train"), Qt.MouseButton.LeftButton)
    assert {query.part for query in panel.wanted()} == {"train"}
    assert panel.evaluation is None
    answer(panel, seen)
    assert panel.evaluation.part == "train"


def test_answers_to_others_are_left_alone(panel, circle):
    run, seen = circle
    show(panel, run, seen)
    before = panel.evaluation
    panel.show_answers({EvaluationOf("train"): EvaluationOf("train").answer(seen), "another": 1})
    assert panel.evaluation is before


# ---- the test part -------------------------------------------------------------------------------------------------


def test_the_test_part_is_covered_and_not_even_worked_out(panel, circle):
    run, seen = circle
    show(panel, run, seen, "test")
    assert panel.cover.isVisible() and panel.covered
    assert panel.wanted() == frozenset()
    for part in (panel.matrix, panel.figures, panel.best_switch, panel.empty):
        assert part.isHidden()
    assert panel.headline.text == ""


def test_it_is_shown_when_asked_for_and_the_look_is_counted(qtbot, panel, circle):
    run, seen = circle
    show(panel, run, seen, "test")
    with qtbot.waitSignal(panel.wants_changed):
        qtbot.mouseClick(panel.cover.button, Qt.MouseButton.LeftButton)
    answer(panel, seen)
    assert panel.cover.isHidden() and panel.matrix.isVisible()
    assert panel.evaluation.loss == run.evaluate("test").loss
    assert panel.headline.text == f"{len(run.examples.test)} examples · looked at once"


def test_the_same_figures_again_are_no_other_look_but_those_of_other_parameters_are(panel):
    run, seen = made("circle")
    show(panel, run, seen, "test")
    panel.uncover()
    answer(panel, seen)
    panel.choose_part("train")
    panel.choose_part("test")
    answer(panel, seen)
    panel.show_best(True)
    assert panel.looks == 1
    run.run(3)
    answer(panel, state_after(run))
    assert panel.looks == 2 and panel.headline.text.endswith("looked at 2 times")


def test_the_other_parts_do_not_count_as_looks(panel, circle):
    run, seen = circle
    for part in ("train", "validation"):
        show(panel, run, seen, part)
    assert panel.looks == 0


def test_a_new_run_covers_it_again(panel, circle):
    run, seen = circle
    show(panel, run, seen, "test")
    panel.uncover()
    answer(panel, seen)
    panel.set_run(run_info(run, number=2))
    assert panel.covered and panel.cover.isVisible() and panel.looks == 0


def test_a_view_may_uncover_it_and_cover_it_again(qtbot, panel, circle):
    run, seen = circle
    show(panel, run, seen, "test")
    with qtbot.waitSignal(panel.wants_changed):
        panel.show_part(ResultsPart(part="test", uncovered=True))
    answer(panel, seen)
    assert not panel.covered and panel.evaluation is not None
    panel.show_part(ResultsPart(part="test"))
    assert panel.covered and panel.cover.isVisible()


def test_no_later_start_remembers_that_it_was_uncovered():
    assert not lasting(View(results=ResultsPart(uncovered=True))).results.uncovered


# ---- the best epoch ------------------------------------------------------------------------------------------------


def test_the_best_epochs_figures_stand_against_those_of_now(qtbot, panel, circle):
    run, seen = circle
    show(panel, run, seen)
    history = run.history
    best, now = f"{history.validation_loss[history.best_epoch]:.3f}", f"{run.score('validation')[0]:.3f}"
    assert panel.best_switch.button("best").text() == f"best epoch {history.best_epoch}"
    loss = panel.figures.figures[1]
    assert (loss.value, loss.other) == (now, f"best {best}")
    with qtbot.waitSignal(panel.best_shown) as caught:
        qtbot.mouseClick(panel.best_switch.button("best"), Qt.MouseButton.LeftButton)
    assert caught.args == [True] and panel.show_best
    loss = panel.figures.figures[1]
    assert (loss.value, loss.other) == (best, f"now {now}")


def test_it_can_be_told_which_to_show_without_saying_so_itself(qtbot, panel, circle):
    show(panel, *circle)
    with qtbot.assertNotEmitted(panel.best_shown):
        panel.show_best(True)
    assert panel.evaluation.loss == np.nanmin(circle[0].history.validation_loss)


def test_without_a_validation_part_there_is_no_best_epoch(panel):
    run, seen = made("circle", data__split=[0.8, 0.0, 0.2], training__early_stopping=None)
    show(panel, run, seen, "train")
    panel.show_best(True)
    assert panel.best_switch.isHidden() and not panel.shows_best
    assert panel.wanted() == {EvaluationOf("train")}
    assert panel.evaluation.loss == run.score("train")[0]
    assert panel.figures.figures[0].other == ""


# ---- time and looks ------------------------------------------------------------------------------------------------


def test_it_asks_when_it_is_shown_and_forgets_when_it_is_hidden(qtbot, panel, circle):
    run, seen = circle
    show(panel, run, seen)
    panel.hide()
    assert panel.evaluation is None
    with qtbot.waitSignal(panel.wants_changed):
        panel.show()
    answer(panel, seen)
    assert panel.matrix.isVisible()


def test_while_training_the_last_figures_always_end_up_on_screen(qtbot, panel):
    run, seen = made("circle")
    show(panel, run, seen)
    for _ in range(20):
        record = run.iterate()
        panel.show_moment(Moment(record, len(record.phases) - 1, training=True))
        answer(panel, state_after(run, record))
    last = run.evaluate("validation").classes.confusion
    qtbot.waitUntil(lambda: (panel.matrix.scores.confusion == last).all())


def test_a_run_that_diverged_has_its_results_too(panel, sine):
    run, seen = sine
    show(panel, run, replace(seen, theta=np.full_like(seen.theta, np.nan)), "train")
    assert panel.figures.figures[0].value == "NaN"
    assert len(panel.plots.predictions.targets) == 0 and panel.plots.residuals.counts.sum() == 0
    panel.grab()


@pytest.mark.parametrize("name", DATA)
@pytest.mark.parametrize("theme", THEMES)
def test_all_results_are_painted_in_every_theme(make, fonts, name, theme):
    panel = make(Look(theme))
    show(panel, *trained(name), "train")
    for page in (panel.matrix, panel.plots):
        assert page.isHidden() or colours_in(page) > 20
    assert colours_in(panel.figures) > 5


@pytest.mark.parametrize(("name", "part"), [("digits", "validation"), ("sine", "validation"), ("circle", "test")])
@pytest.mark.parametrize(("width", "height", "scale"), [(380, 230, 0.75), (420, 560, 1.5), (810, 500, 1.5)])
def test_it_fits_any_room(qtbot, dressed, make, name, part, width, height, scale):
    panel = make(dressed(Look("light", scale)), width, height)
    show(panel, *trained(name), part)
    qtbot.waitUntil(lambda: panel.parts.y() > 0)
    assert (panel.width(), panel.height()) == (width, height)
    for widget in (panel.parts, panel.best_switch, panel.figures, panel.matrix, panel.plots, panel.cover):
        assert widget.isHidden() or panel.rect().contains(widget.geometry())
    assert panel.cover.isHidden() or panel.cover.rect().contains(panel.cover.button.geometry())


@pytest.mark.parametrize(("width", "beside"), [(400, True), (200, False)])
def test_what_can_be_chosen_stands_in_one_row_where_short_words_fit_it(qtbot, dressed, make, circle, width, beside):
    panel = make(dressed(Look("light", 1.0)), width)
    show(panel, *circle)
    qtbot.waitUntil(lambda: panel.parts.y() > 0)
    qtbot.waitUntil(lambda: (panel.best_switch.y() < panel.parts.geometry().bottom()) == beside)
    assert panel.rect().contains(panel.best_switch.geometry())
    assert panel.parts.button("train").text() == "train"


def test_it_follows_the_look(panel, circle, look):
    show(panel, *circle)
    before = panel.matrix.grab().toImage().pixelColor(1, 1)
    look.set_theme("dark")
    assert panel.matrix.grab().toImage().pixelColor(1, 1) != before
    assert panel.figures.figures[1].value == f"{panel.evaluation.loss:.3f}"
    look.set_digits(5)
    assert panel.figures.figures[1].value == f"{panel.evaluation.loss:.5f}"
