"""The experiment as it stands: whatever is changed, undone or begun again, it is the one that is begun again next."""

from collections.abc import Callable, Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from nnviz.ui.session.controller import Controller
from nnviz.ui.session.moment import Selection
from tests.ui.session.test_controller import SMALL, Harness

Operation = tuple[str, Callable[[Controller], None]]
RATES = st.sampled_from([0.001, 0.02, 0.3, 0.7])


def operations() -> st.SearchStrategy[Operation]:
    plain: dict[str, Callable[[Controller], None]] = {
        "undo": lambda controller: controller.editing.undo(),
        "redo": lambda controller: controller.editing.redo(),
        "another future": lambda controller: controller.editing.take_line(1),
        "the first line": lambda controller: controller.editing.take_line(0),
        "reset": lambda controller: controller.reset(),
        "new weights": lambda controller: controller.new_weights(),
        "step": lambda controller: controller.stepping.step_iteration(),
        "to the start": lambda controller: controller.stepping.visit(0),
        "weight": lambda controller: controller.editing.edit(Selection(1, 0, 1), 0.25),
        "silence": lambda controller: controller.editing.silence(1, 0, True),
    }
    rates = RATES.map(lambda rate: (f"rate {rate}", lambda controller: controller.editing.set_learning_rate(rate)))
    return st.one_of(rates, st.sampled_from(list(plain.items())))


@pytest.fixture(params=["constant", "exponential"])
def app(qtbot: QtBot, request: pytest.FixtureRequest) -> Iterator[Harness]:
    harness = Harness(qtbot, SMALL.with_fields({"training.schedule.name": request.param}))
    yield harness
    harness.link.close()


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(done=st.lists(st.tuples(operations(), st.booleans()), max_size=10))
def test_what_is_begun_again_is_the_experiment_as_it_stands(app: Harness, done: list[tuple[Operation, bool]]) -> None:
    for (_, operate), waits in done:
        operate(app.controller)
        if waits:
            app.settle()
    app.settle()
    experiment = app.controller.experiment
    assert experiment is not None
    app.controller.reset()
    app.settle()
    assert app.controller.run is not None
    assert app.controller.run.experiment == app.controller.experiment == experiment
    assert app.moment.record.learning_rate == experiment.training.learning_rate
    assert not app.failures


def test_new_weights_asked_for_twice_in_a_row_are_the_next_but_one(app: Harness) -> None:
    seed = SMALL.network.seed
    app.controller.new_weights()
    app.controller.new_weights()
    app.settle()
    assert app.controller.experiment is not None
    assert app.controller.experiment.network.seed == seed + 2


def test_begun_again_while_other_weights_are_on_their_way_it_has_those(app: Harness) -> None:
    app.controller.new_weights()
    app.controller.reset()
    app.settle()
    assert app.controller.experiment is not None
    assert app.controller.experiment.network.seed == SMALL.network.seed + 1


def test_a_rate_meant_for_a_network_that_is_just_being_exchanged_is_nobodys(app: Harness) -> None:
    app.controller.new_weights()
    app.controller.new_weights()
    app.controller.run_changed.connect(lambda _: app.controller.editing.set_learning_rate(0.9))
    app.settle()
    assert app.controller.experiment is not None
    assert app.controller.experiment.training.learning_rate == SMALL.training.learning_rate


def test_while_another_run_is_shown_first_the_experiment_is_its_own(app: Harness) -> None:
    app.controller.editing.set_learning_rate(0.7)
    app.settle()
    seen = []
    app.controller.run_changed.connect(lambda run: seen.append((app.controller.experiment, run.experiment)))
    app.controller.load(SMALL.with_fields({"network.hidden": [3]}))
    app.settle()
    assert len(seen) == 1
    assert seen[0][0] == seen[0][1]


def test_a_rate_that_is_undone_is_not_the_experiments_any_more(app: Harness) -> None:
    app.controller.stepping.step_iteration()
    app.settle()
    app.controller.editing.set_learning_rate(0.7)
    rates = []
    for operate in (app.controller.editing.undo, app.controller.editing.redo, app.controller.editing.undo):
        operate()
        app.settle()
        assert app.controller.experiment is not None
        rates.append(app.controller.experiment.training.learning_rate)
    assert rates == [SMALL.training.learning_rate, 0.7, SMALL.training.learning_rate]
