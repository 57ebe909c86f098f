"""Linear probes: where a straight line is enough, where it is not, and against brute force."""

import numpy as np
import pytest

from nnviz.engine import Experiment, Trainer
from nnviz.engine.analysis.probe import class_probe, number_probe, probe_layers
from nnviz.engine.analysis.representations import representations
from tests.engine.networks import experiment


def share_right(probe, values, labels):
    return float(np.mean(probe(values).argmax(axis=1) == labels))


def probes(trainer):
    return probe_layers(trainer.architecture, trainer.theta(), trainer.examples)


def best_line(values, labels):
    """The accuracy of the best of very many straight lines in the plane."""
    best = 0.0
    for angle in np.linspace(0.0, np.pi, 181):
        along = values @ [np.cos(angle), np.sin(angle)]
        for threshold in along:
            share = np.mean((along > threshold) == labels)
            best = max(best, share, 1.0 - share)
    return best


@pytest.mark.parametrize("margin", [1e-3, 0.1, 10.0])
def test_two_classes_that_a_line_separates_are_told_apart(margin):
    generator = np.random.default_rng(1)
    values = generator.uniform(-1.0, 1.0, size=(300, 2))
    labels = (values @ [2.0, -1.0] > 0.3).astype(int)
    values += np.outer(2 * labels - 1, margin * np.array([2.0, -1.0]))
    assert share_right(class_probe(values, labels, 2), values, labels) >= (0.99 if margin < 0.1 else 1.0)


def test_the_four_points_of_xor_are_not():
    trainer = Trainer(Experiment.named("xor4"))
    assert probes(trainer)[0].train <= 0.75


def test_no_line_does_much_better_than_the_probe():
    generator = np.random.default_rng(5)
    for shift in (1.0, 2.0, 3.0):
        labels = generator.integers(0, 2, 100)
        values = generator.normal(size=(100, 2)) + shift * labels[:, None]
        found = share_right(class_probe(values, labels, 2), values, labels)
        assert found >= best_line(values, labels) - 0.06


def test_three_classes_around_a_centre_are_told_apart():
    generator = np.random.default_rng(1)
    labels = np.arange(90) % 3
    angles = 2.0 * np.pi * labels / 3.0 + generator.uniform(-0.9, 0.9, 90)
    values = np.column_stack([np.cos(angles), np.sin(angles)])
    assert share_right(class_probe(values, labels, 3), values, labels) == 1.0


def test_neither_the_unit_of_a_column_nor_a_silent_one_changes_what_is_read():
    generator = np.random.default_rng(2)
    labels = np.arange(80) % 3
    values = generator.normal(size=(80, 3)) + labels[:, None]
    plain = class_probe(values, labels, 3)
    scaled = values * [1.0, 1e6, 1e-6] + [0.0, 5e6, 1.0]
    np.testing.assert_allclose(class_probe(scaled, labels, 3)(scaled), plain(values), rtol=1e-4, atol=1e-4)
    silent = np.hstack([values, np.full((80, 1), 0.7), np.zeros((80, 1))])
    wider = class_probe(silent, labels, 3)
    np.testing.assert_allclose(wider(silent), plain(values), rtol=1e-9, atol=1e-9)
    assert wider.W[:, 3:].tolist() == [[0.0, 0.0]] * 3


def test_rounding_is_not_read():
    labels = np.arange(40) % 2
    values = np.where(labels == 1, 1.0, np.nextafter(1.0, 0.0))[:, None]
    assert class_probe(values, labels, 2).W.tolist() == [[0.0], [0.0]]


def test_numbers_are_read_by_least_squares():
    generator = np.random.default_rng(3)
    values, targets = generator.normal(size=(60, 4)) + 2.0, generator.normal(size=(60, 2))
    with_ones = np.hstack([values, np.ones((60, 1))])
    expected = with_ones @ np.linalg.solve(with_ones.T @ with_ones, with_ones.T @ targets)
    np.testing.assert_allclose(number_probe(values, targets)(values), expected, rtol=1e-9, atol=1e-12)


def test_equal_units_are_no_trouble_to_it():
    values = np.repeat(np.arange(5.0)[:, None], 3, axis=1)
    targets = 2.0 * values[:, :1] + 1.0
    probe = number_probe(values, targets)
    np.testing.assert_allclose(probe(values), targets, rtol=1e-12)
    np.testing.assert_allclose(probe.W, [[2 / 3] * 3], rtol=1e-12)


def test_what_a_plane_gives_is_linear_from_the_start():
    x = np.random.default_rng(1).normal(size=(40, 2))
    y = x @ [[2.0], [-1.0]] + 3.0
    chosen = Experiment.named("sine").with_fields(
        {"data.source": None, "data.x": x.tolist(), "data.y": y.tolist(), "data.examples": None, "data.noise": 0.0}
    )
    found = probes(Trainer(chosen))[0]
    assert found.train == pytest.approx(1.0, abs=1e-12) and found.validation == pytest.approx(1.0, abs=1e-12)


def test_a_trained_hidden_layer_makes_the_circle_easier_than_it_was():
    fields = {
        "data.noise": 0.0,
        "data.label_noise": 0.0,
        "network.hidden": [4],
        "training.learning_rate": 0.5,
        "training.epochs": 300,
        "training.early_stopping": None,
    }
    trainer = Trainer(Experiment.named("circle").with_fields(fields))
    before = probes(trainer)
    trainer.run()
    inputs, hidden = probes(trainer)
    assert inputs.train == before[0].train < 0.75
    assert hidden.train >= 0.98 and hidden.validation >= 0.9
    assert hidden.train > before[1].train + 0.15


def test_a_trained_hidden_layer_makes_the_sine_straighter():
    trainer = Trainer(Experiment.named("sine").with_fields({"training.epochs": 300, "data.noise": 0.0}))
    trainer.run()
    inputs, *_, last = probes(trainer)
    assert inputs.train < 0.8 and last.train > 0.98


def test_scores_are_those_of_the_probe_on_either_part():
    trainer = Trainer(experiment(output="softmax", loss="cross_entropy", count=60, split=(0.6, 0.4, 0.0)))
    trainer.run(10)
    examples = trainer.examples
    for place, layer in enumerate(probes(trainer)):
        for part, score in (("train", layer.train), ("validation", layer.validation)):
            places = examples.part(part)
            values = representations(trainer.architecture, trainer.theta(), examples.x[places])[place]
            assert score == share_right(layer.probe, values, examples.labels[places])


def test_an_empty_validation_part_has_no_score():
    assert all(np.isnan(layer.validation) for layer in probes(Trainer(experiment())))
    assert all(np.isnan(layer.validation) for layer in probes(Trainer(Experiment.named("xor4"))))


def test_probing_gives_the_same_bits_each_time_and_leaves_the_model_alone():
    trainer, other = Trainer(experiment()), Trainer(experiment())
    first, again = probes(trainer), probes(trainer)
    for one, two in zip(first, again, strict=True):
        assert one.probe.W.tobytes() == two.probe.W.tobytes() and one.probe.b.tobytes() == two.probe.b.tobytes()
    assert trainer.iterate().after.tobytes() == other.iterate().after.tobytes()


def test_a_diverged_network_is_probed_without_a_word():
    trainer = Trainer(experiment(hidden=(4, 3), activation="relu", output="linear"))
    trainer.set_learning_rate(1e300)
    trainer.run()
    assert trainer.finished == "diverged"
    inputs, *hidden = probes(trainer)
    assert np.isfinite(inputs.train)
    assert hidden[-1].probe is None and np.isnan(hidden[-1].train)
