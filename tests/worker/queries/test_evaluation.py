import numpy as np
import pytest

from nnviz.engine.errors import PlaceError
from nnviz.worker.queries.evaluation import EvaluationOf
from nnviz.worker.queries.query import NoAnswer, Queries
from tests.ui.panels.runs import trainer
from tests.worker.queries.states import state_after

PARTS = ("train", "validation", "test")
OVERFITTING = {
    "data__examples": 60,
    "data__noise": 0.35,
    "network__hidden": [16],
    "training__learning_rate": 0.3,
    "training__early_stopping": None,
}


@pytest.fixture(scope="module")
def overfitted():
    run = trainer("moons", **OVERFITTING)
    run.run(300 * run.batches_per_epoch)
    return run, state_after(run)


@pytest.mark.parametrize("part", PARTS)
def test_it_says_what_the_trainer_says_of_the_same_parameters(overfitted, part):
    run, state = overfitted
    found = EvaluationOf(part).answer(state).evaluation
    loss, score = run.score(part)
    assert (found.loss, found.classes.accuracy) == (loss, score)
    assert found.classes.confusion.sum() == len(run.examples.part(part))


def test_the_best_epoch_has_the_figures_that_the_history_has_of_it(overfitted):
    run, state = overfitted
    history = run.history
    found = EvaluationOf("validation", best=True).answer(state)
    assert found.best_epoch == history.best_epoch
    assert found.evaluation.loss == history.validation_loss[history.best_epoch] == np.nanmin(history.validation_loss)
    assert found.evaluation.loss < EvaluationOf("validation").answer(state).evaluation.loss


def test_looking_leaves_the_run_as_it_is(overfitted):
    run, state = overfitted
    before = run.theta()
    for part in PARTS:
        EvaluationOf(part, best=True).answer(state)
    assert (run.theta() == before).all()


def test_a_part_without_examples_has_no_figures():
    state = state_after(trainer("circle", data__split=[0.8, 0.0, 0.2], training__early_stopping=None))
    for query in (EvaluationOf("validation"), EvaluationOf("train", best=True)):
        with pytest.raises(PlaceError):
            query.answer(state)
        assert isinstance(Queries().answers([query], state, in_a_hurry=False)[query], NoAnswer)
    assert EvaluationOf("train").answer(state).best_epoch is None
