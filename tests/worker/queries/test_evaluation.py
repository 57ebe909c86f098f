import numpy as np
import pytest

from nnviz.engine.errors import PlaceError
from nnviz.worker.findings import Findings, NotFound
from nnviz.worker.queries.evaluation import EvaluationOf
from tests.ui.panels.runs import trainer
from tests.worker.queries.seen import seen_by

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
    return run, seen_by(run)


@pytest.mark.parametrize("part", PARTS)
def test_it_says_what_the_trainer_says_of_the_same_parameters(overfitted, part):
    run, seen = overfitted
    found = EvaluationOf(part).find(seen).evaluation
    loss, score = run.score(part)
    assert (found.loss, found.classes.accuracy) == (loss, score)
    assert found.classes.confusion.sum() == len(run.examples.part(part))


def test_the_best_epoch_has_the_figures_that_the_history_has_of_it(overfitted):
    run, seen = overfitted
    history = run.history
    found = EvaluationOf("validation", best=True).find(seen)
    assert found.best_epoch == history.best_epoch
    assert found.evaluation.loss == history.validation_loss[history.best_epoch] == np.nanmin(history.validation_loss)
    assert found.evaluation.loss < EvaluationOf("validation").find(seen).evaluation.loss


def test_looking_leaves_the_run_as_it_is(overfitted):
    run, seen = overfitted
    before = run.theta()
    for part in PARTS:
        EvaluationOf(part, best=True).find(seen)
    assert (run.theta() == before).all()


def test_a_part_without_examples_has_no_figures():
    seen = seen_by(trainer("circle", data__split=[0.8, 0.0, 0.2], training__early_stopping=None))
    for finding in (EvaluationOf("validation"), EvaluationOf("train", best=True)):
        with pytest.raises(PlaceError):
            finding.find(seen)
        assert isinstance(Findings().answers([finding], seen, in_a_hurry=False)[finding], NotFound)
    assert EvaluationOf("train").find(seen).best_epoch is None
