"""Sweeps: which networks they are, that each comes to what it comes to alone, and that what is done is kept."""

import csv
import json
import math
import multiprocessing
from collections import deque

import numpy as np
import pytest

from nnviz.engine import EarlyStopping, Experiment, ExperimentError, Trainer
from nnviz.engine.sweeps.sweep import Sweep
from nnviz.engine.sweeps.sweep_crew import Crew
from nnviz.engine.sweeps.sweep_jobs import Job, Terms
from nnviz.engine.sweeps.sweep_members import MOST_MEMBERS
from nnviz.engine.sweeps.sweep_shapes import FEWEST, FEWEST_TO_SHARE_OUT, MOST, WIDEST, stacks_of
from nnviz.engine.sweeps.sweep_table import combinations, rows, to_csv, to_json
from tests.engine.networks import experiment

HALF = (0.5, 0.3, 0.2)
TERMS = Terms(longest_history=None, keeps_parameters=True)


def small(**fields):
    return experiment(**{"count": 20, "split": HALF, "epochs": 4, **fields})


def endless(**fields):
    return small(epochs=10_000_000, **fields)


def alone(member):
    trainer = Trainer(member.experiment)
    trainer.run()
    return trainer


def assert_came_to_the_same(result, trainer):
    assert result.history.message == trainer.history.message
    assert (result.epochs, result.iterations) == (trainer.epoch, trainer.iteration)
    np.testing.assert_allclose(result.history.rows, trainer.history.rows, rtol=1e-9)
    np.testing.assert_allclose(result.theta, trainer.theta(), rtol=1e-9, atol=1e-12)
    for part in ("train", "validation", "test"):
        expected = trainer.score(part)
        known = result.figures[f"{part}_loss"], result.figures[f"{part}_{trainer.history.score}"]
        assert known == pytest.approx(expected, rel=1e-9, nan_ok=True)


# ---- the members -----------------------------------------------------------------------------------------------------


def test_a_sweep_has_every_combination_with_every_seed():
    grid = {"training.learning_rate": [0.1, 1.0], "network.hidden": [[4], [2, 2]], "training.epochs": [3]}
    members = Sweep(small(), seeds=2, grid=grid).members
    settings = [(*each.settings.values(), each.seed) for each in members]
    assert settings == [(rate, hidden, seed) for rate in (0.1, 1.0) for hidden in ([4], [2, 2]) for seed in (1, 2)]
    assert all(list(each.settings) == ["training.learning_rate", "network.hidden"] for each in members)
    assert {each.experiment.training.epochs for each in members} == {3}
    assert [each.place for each in members] == list(range(8))
    assert [each.combination for each in members] == [0, 0, 1, 1, 2, 2, 3, 3]


def test_another_seed_means_other_weights_and_batches_on_the_same_data():
    base = small().with_fields({"network.seed": 5, "training.seed": 9, "data.seed": 3})
    own, *others = Sweep(base, seeds=3).members
    assert own.experiment == base
    for further, member in enumerate(others, start=1):
        chosen = member.experiment
        assert (chosen.network.seed, chosen.training.seed, chosen.data.seed) == (5 + further, 9 + further, 3)


def test_what_follows_from_a_field_follows_anew_where_the_experiment_is_named():
    grid = {"network.output": ["sigmoid", "tanh"], "training.epochs": [1]}
    losses = [each.experiment.training.loss for each in Sweep("moons", grid=grid).members]
    assert losses == ["binary_cross_entropy", "squared_error"]


@pytest.mark.parametrize(
    ("seeds", "grid", "complaint"),
    [
        (1, {"training.learning_rat": [1]}, "training.learning_rat: no such field"),
        (1, {"training.learning_rate": []}, "training.learning_rate: expected at least one value"),
        (0, {}, "expected at least one seed, got 0"),
        (2, {"network.seed": [1, 2]}, "network.seed: give it several values, or ask for 2 seeds, but not both"),
        (3, {"training.seed": [2**63 - 2]}, "training.seed: there are no more than 2 seeds from 9,223,372,036,854,775"),
        (
            1,
            {"training.learning_rate": [1, -1], "network.hidden": [[4], [5]]},
            r"training.learning_rate: expected a number > 0, got -1 \(where network.hidden = \[4\]\)",
        ),
        (101, {"training.learning_rate": [0.1] * 100}, "a sweep of 10,100 networks is too large"),
        (1000, {"network.hidden": [[150, 150]]}, "a sweep keeps at most 20,000,000"),
    ],
)
def test_what_cannot_be_swept_is_refused_before_anything_is_trained(seeds, grid, complaint):
    with pytest.raises(ExperimentError, match=complaint):
        Sweep(small(), seeds, grid)


def test_there_is_room_for_as_many_members_as_it_says():
    assert len(Sweep(small(), seeds=MOST_MEMBERS, keeps_parameters=False).members) == MOST_MEMBERS


# ---- who trains with whom --------------------------------------------------------------------------------------------


def groups(seeds=1, processes=1, grid=None, **fields):
    return [len(group) for group in stacks_of(Sweep(small(**fields), seeds, grid or {}).members, processes)]


def test_networks_of_one_shape_train_together_whatever_their_rates_and_data():
    grid = {
        "training.learning_rate": [0.1, 1.0],
        "training.l2": [0.0, 0.1],
        "data.seed": [1, 2],
        "training.epochs": [1, 9],
    }
    assert groups(2, grid=grid) == [32]


@pytest.mark.parametrize(
    ("field", "values"),
    [
        ("network.hidden", [[4], [5]]),
        ("network.activation", ["tanh", "relu"]),
        ("network.output", ["sigmoid", "linear"]),
        ("training.batch_size", [4, 5]),
        ("training.optimizer", ["sgd", "adam"]),
        ("training.clip_norm", [None, 1.0]),
        ("training.dropout", [0.0, 0.5]),
        ("data.split", [[0.5, 0.3, 0.2], [0.6, 0.2, 0.2]]),
    ],
)
def test_networks_of_different_shapes_train_side_by_side(field, values):
    assert groups(5, grid={field: values}) == [5, 5]


def test_few_or_wide_networks_train_on_their_own():
    assert groups(FEWEST - 1) == [1] * (FEWEST - 1)
    assert groups(FEWEST, hidden=(WIDEST + 1,)) == [1] * FEWEST


def test_many_networks_are_cut_into_stacks_of_about_one_size():
    assert groups(2 * MOST + 1) == [43, 43, 43]
    assert groups(MOST, processes=2) == [FEWEST_TO_SHARE_OUT] * 2
    assert groups(20, processes=8) == [20]


# ---- training --------------------------------------------------------------------------------------------------------

GRID = {"training.learning_rate": [0.1, 1e100], "network.hidden": [[4], [3, 3], []]}


def test_every_result_is_that_of_a_trainer_of_its_own():
    sweep = Sweep(small(output="linear", activation="relu", epochs=9), seeds=4, grid=GRID)
    results = list(sweep.run())
    assert sweep.finished and len(results) == len(sweep.members) == 24
    assert {result.stop_reason for result in results} == {"epochs", "diverged"}
    for result in results:
        assert_came_to_the_same(result, alone(result.member))
    assert sweep.epochs_done == sweep.epochs


def test_early_stopping_puts_the_best_parameters_back_in_each():
    chosen = small(count=23, batch_size=2, learning_rate=2.0, epochs=200, early_stopping=EarlyStopping(patience=3))
    for result in Sweep(chosen, seeds=6).run():
        assert result.stop_reason == "early_stopping"
        assert result.figures["validation_loss"] == pytest.approx(result.history.validation_loss.min())


def test_results_of_pieces_are_those_of_the_whole():
    whole, pieces = (Sweep(small(), seeds=5, grid={"network.hidden": [[4], [5]]}) for _ in range(2))
    list(whole.run())
    while not pieces.finished:
        pieces.advance(1e-4)
    by_place = {result.member.place: result for result in pieces.results}
    for result in whole.results:
        assert by_place[result.member.place].theta.tobytes() == result.theta.tobytes()


def test_every_member_advances_and_can_be_watched():
    sweep = Sweep(endless(), seeds=4, grid={"network.hidden": [[4], [5]]})
    assert sweep.history(0) is None and sweep.theta(0) is None
    while not all(sweep.history(place) is not None and len(sweep.history(place)) > 1 for place in range(8)):
        assert sweep.advance(0.001) == []
    assert sweep.theta(7).shape == (5 * 4 + 2 * 6,)
    assert not sweep.theta(7).flags.writeable
    assert 0 < sweep.epochs_done < sweep.epochs


def test_one_on_its_own_can_be_watched_too():
    sweep = Sweep(endless())
    sweep.advance(0.001)
    assert sweep.history(0) is not None and sweep.theta(0) is not None


def test_what_is_done_is_kept_when_a_sweep_is_left_in_the_middle():
    sweep = Sweep(endless(), grid={"training.epochs": [1, 10_000_000]})
    running = sweep.run()
    first = next(running)
    running.close()
    assert sweep.results == [first] and not sweep.finished
    assert (first.epochs, first.stop_reason) == (1, "epochs")


def test_a_sweep_that_was_interrupted_can_go_on_and_comes_to_the_same(monkeypatch):
    sweep = Sweep(small(), seeds=4)
    sweep.advance(0.0001)

    def interrupt(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("nnviz.engine.sweeps.stack.Stack.advance", interrupt)
        with pytest.raises(KeyboardInterrupt):
            list(sweep.run())
    for result in sweep.run():
        assert_came_to_the_same(result, alone(result.member))
    assert sweep.finished


def test_parameters_are_kept_only_where_they_are_wanted():
    (result,) = Sweep(small(), keeps_parameters=False).run()
    assert result.theta is None


# ---- other processes -------------------------------------------------------------------------------------------------


def jobs_of(sweep):
    return deque(Job(members, TERMS) for members in stacks_of(sweep.members, processes=2))


def work_off(crew, jobs):
    crew.take_from(jobs)
    assert crew.busy
    while crew.busy:
        crew.collect(1.0, jobs)


def test_another_process_comes_to_the_same():
    jobs = jobs_of(Sweep(small(), seeds=4, grid={"network.hidden": [[4], [3, 3]]}))
    _, elsewhere = jobs
    with Crew(1, TERMS) as crew:
        work_off(crew, jobs)
    assert len(jobs) == 1
    results = elsewhere.take_results()
    assert len(results) == 4 and elsewhere.finished
    for result in results:
        assert_came_to_the_same(result, alone(result.member))
        assert not result.theta.flags.writeable and not result.history.rows.flags.writeable
    assert multiprocessing.active_children() == []


def test_what_a_killed_process_had_to_do_is_given_back_and_nothing_is_left_running():
    jobs = jobs_of(Sweep(endless(), grid={"network.hidden": [[4], [5], [6]]}))
    with Crew(2, TERMS) as crew:
        crew.take_from(jobs)
        assert len(jobs) == 1
        one, _ = multiprocessing.active_children()
        one.kill()
        while len(jobs) == 1:
            crew.collect(1.0, jobs)
        assert len(jobs) == 2 and not jobs[-1].begun
    assert multiprocessing.active_children() == []


def test_what_goes_wrong_elsewhere_is_raised_here(tmp_path):
    table = tmp_path / "table.csv"
    table.write_text("a,b,y\n" + "".join(f"{place},{place % 3},{place % 2}\n" for place in range(20)))
    chosen = Experiment.parse(f"[data]\nfile = '{table}'\ntarget = 'y'\n")
    jobs = jobs_of(Sweep(chosen, grid={"network.hidden": [[4], [5]]}))
    table.unlink()
    with Crew(1, TERMS) as crew, pytest.raises(ExperimentError, match="no such file"):
        work_off(crew, jobs)


# ---- the table -------------------------------------------------------------------------------------------------------


def test_the_rows_say_what_was_set_and_what_came_of_it():
    sweep = Sweep(small(), seeds=2, grid={"training.learning_rate": [0.1, 0.2]})
    list(sweep.run())
    table = rows(sweep)
    assert list(table[0]) == [
        *("training.learning_rate", "seed", "train_loss", "validation_loss", "test_loss"),
        *("train_rmse", "validation_rmse", "test_rmse", "epochs", "best_epoch", "stop_reason"),
    ]
    assert [(row["training.learning_rate"], row["seed"]) for row in table] == [(0.1, 1), (0.1, 2), (0.2, 1), (0.2, 2)]
    read = list(csv.DictReader(to_csv(sweep).splitlines()))
    assert [float(row["test_loss"]) for row in read] == [row["test_loss"] for row in table]


def test_an_empty_part_and_another_kind_of_score_leave_cells_empty():
    sweep = Sweep(
        "circle",
        grid={
            "data.source": ["xor4", "sine"],
            "data.examples": [None],
            "data.label_noise": [None],
            "training.epochs": [1],
            "training.early_stopping": [None],
        },
    )
    list(sweep.run())
    first, second = csv.DictReader(to_csv(sweep).splitlines())
    assert first["train_rmse"] == "" and first["train_accuracy"] != ""
    assert second["train_accuracy"] == "" and second["train_rmse"] != ""


def test_json_writes_what_is_not_finite_as_text():
    sweep = Sweep(small(output="linear", activation="relu"), grid={"training.learning_rate": [0.1, 1e100]})
    list(sweep.run())
    table = json.loads(to_json(sweep), parse_constant=pytest.fail)
    assert table["format"] == "nnviz-sweep/1" and (table["networks"], table["done"]) == (2, 2)
    fine, diverged = table["rows"]
    assert fine["settings"] == {"training.learning_rate": 0.1} and fine["stop_reason"] == "epochs"
    assert diverged["stop_reason"] == "diverged" and diverged["message"].startswith("diverged at iteration ")
    assert math.isnan(float(diverged["train_loss"]))


def test_a_combination_says_how_its_seeds_did():
    sweep = Sweep("xor4", seeds=5, grid={"network.hidden": [[1], [4]], "training.epochs": [400]})
    list(sweep.run())
    poor, good = combinations(sweep)
    assert (poor.networks, poor.score, poor.solved, poor.diverged) == (5, "train_accuracy", 0.0, 0)
    assert poor.highest < 1.0
    assert (good.median, good.highest, good.solved) == (1.0, 1.0, 1.0)
    assert good.settings == {"network.hidden": [4]}
