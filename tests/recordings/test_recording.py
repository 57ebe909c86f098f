"""What is recorded of a PyTorch loop is what autograd says of it, and what nnviz's own training comes to."""

import random
import subprocess
import sys

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="PyTorch is not installed")

import nnviz
from nnviz.engine import Experiment, Trainer
from nnviz.recordings.checking import Check, check_of
from nnviz.recordings.continuing import continued
from nnviz.recordings.problem import RecordingError
from nnviz.recordings.reading import open_recording
from nnviz.recordings.replay import Replay
from nnviz.recordings.watching.writer import Writer
from nnviz.sessions.opening import trainer_of
from tests.recordings.loops import ACTIVATIONS, OPTIMISERS, batches, mlp, recorded, train, watched

nn = torch.nn


def some_data(inputs, outputs, task, kind=torch.float64, examples=14):
    x = torch.randn(examples, inputs, dtype=kind)
    if task == "classes":
        return x, torch.arange(examples) % outputs
    if task == "one-hot":
        return x, torch.eye(outputs, dtype=kind)[torch.arange(examples) % outputs]
    if task == "numbers":
        return x, torch.randn(examples, outputs, dtype=kind)
    return x, (x[:, :1] > 0).to(kind)


def hand_written(prediction, target):
    return 0.5 * ((prediction - target) ** 2).mean()


LOSSES = {
    "bce_with_logits": ("yes or no", nn.BCEWithLogitsLoss(), None),
    "bce": ("yes or no", nn.BCELoss(), nn.Sigmoid()),
    "mse": ("numbers", nn.MSELoss(), None),
    "mse_tanh": ("numbers", nn.MSELoss(), nn.Tanh()),
    "cross_entropy": ("classes", nn.CrossEntropyLoss(), None),
    "one_hot": ("one-hot", nn.CrossEntropyLoss(), None),
    "nll": ("classes", nn.NLLLoss(), nn.LogSoftmax(dim=1)),
    "by_hand": ("yes or no", hand_written, nn.Sigmoid()),
}


def loop(seed, kind=torch.float64):
    """A random network, optimiser, loss and data, the same for the same seed."""
    choose = random.Random(seed)
    torch.manual_seed(seed)
    task, loss_function, output = LOSSES[list(LOSSES)[seed % len(LOSSES)]]
    outputs = {"classes": 3, "one-hot": 3, "numbers": choose.choice([1, 2]), "yes or no": 1}[task]
    hidden = [choose.randint(1, 6) for _ in range(choose.randint(0, 3))]
    activations = [choose.choice(list(ACTIVATIONS)) for _ in hidden]
    model = mlp([choose.randint(1, 4), *hidden, outputs], activations, kind, output)
    optimizer = OPTIMISERS[list(OPTIMISERS)[(seed // 2) % len(OPTIMISERS)]](model.parameters())
    clip = choose.choice([None, None, 0.05])
    x, y = some_data(model[0].in_features, outputs, task, kind)
    return model, optimizer, loss_function, list(batches(x, y, 4, epochs=2)), clip


@pytest.mark.parametrize("seed", range(16))
def test_a_recording_has_what_autograd_says(seed, tmp_path):
    expected = watched(*loop(seed))
    replay = Replay(recorded(tmp_path / "a.nnviz-run", *loop(seed)))
    assert replay.furthest == len(expected) == 8
    for step in expected:
        record = replay.iterate()
        assert np.array_equal(record.x, step.x.numpy())
        assert record.loss.total == pytest.approx(step.loss, rel=1e-9)
        for place, layer in enumerate(record.layers):
            weights, bias = 2 * place, 2 * place + 1
            pairs = [
                (layer.z, step.z[place]),
                (layer.delta, step.delta[place]),
                (layer.grad_W, step.gradients[weights]),
                (layer.grad_b, step.gradients[bias]),
                (layer.W_after, step.after[weights]),
                (layer.b_after, step.after[bias]),
            ]
            for mine, theirs in pairs:
                assert np.abs(mine - theirs.detach().numpy()).max() <= 1e-9
        assert record.clip is None or record.clip[1] <= 1.0
    assert replay.finished == "epochs"


@pytest.mark.parametrize("seed", range(3))
def test_a_recording_of_32_bits_is_what_the_loop_had_to_the_bit(seed, tmp_path):
    expected = watched(*loop(seed, torch.float32))
    recording = recorded(tmp_path / "a.nnviz-run", *loop(seed, torch.float32))
    assert recording.numbers.whole("W1").dtype == np.float32
    assert np.array_equal(recording.numbers.whole("z1"), np.concatenate([step.z[0].detach() for step in expected]))
    assert np.array_equal(recording.numbers.whole("dW1"), np.array([step.gradients[0].numpy() for step in expected]))


@pytest.mark.parametrize("optimizer", ["sgd", "momentum", "adam", "rmsprop"])
def test_a_recording_and_nnviz_s_own_training_of_the_same_experiment_agree(optimizer, tmp_path):
    rate, name = {
        "sgd": (0.1, "sgd"),
        "momentum": (0.05, "momentum"),
        "adam": (0.02, "adam"),
        "rmsprop": (0.01, optimizer),
    }[optimizer]
    settings = {"adam": {"beta1": 0.8, "beta2": 0.99}, "rmsprop": {"decay": 0.9}}.get(optimizer, {})
    own = Trainer(
        Experiment.named(
            "circle",
            {
                "data.examples": 40,
                "network.hidden": [4, 3],
                "training.optimizer": {"name": name, **settings},
                "training.learning_rate": rate,
            },
        )
    )
    model = mlp(own.architecture.widths, ["tanh", "tanh"])
    with torch.no_grad():
        for layer, (weights, bias) in zip(model[::2], own.parameters(), strict=True):
            layer.weight[...], layer.bias[...] = torch.tensor(weights), torch.tensor(bias)
    records = [own.iterate() for _ in range(12)]
    data = [(torch.tensor(np.array(record.x)), torch.tensor(np.array(record.y))) for record in records]
    optimiser = OPTIMISERS[optimizer](model.parameters())
    replay = Replay(recorded(tmp_path / "a.nnviz-run", model, optimiser, nn.BCEWithLogitsLoss(), data))
    assert replay.architecture == own.architecture
    assert replay.batches_per_epoch == own.batches_per_epoch
    for record in records:
        again = replay.iterate()
        assert (again.epoch, again.batch, again.updates) == (record.epoch, record.batch, record.updates)
        assert np.abs(again.arena - record.arena).max() <= 1e-9
        assert np.abs(again.before - record.before).max() <= 1e-9
        assert np.abs(again.after - record.after).max() <= 1e-9
    rows = replay.history.rows[:, :2]
    assert np.array_equal(rows, own.history.rows[: len(rows), :2])


@pytest.mark.parametrize("optimizer", ["nesterov", "adagrad", "adamw"])
def test_going_on_in_the_engine_is_going_on_in_the_loop(optimizer, tmp_path):
    torch.manual_seed(5)
    model = mlp([2, 3, 2], ["gelu"])
    x, y = some_data(2, 2, "numbers")
    optimiser = OPTIMISERS[optimizer](model.parameters())
    recording = recorded(tmp_path / "a.nnviz-run", model, optimiser, nn.MSELoss(), [(x, y)] * 5)
    steps = watched(model, optimiser, nn.MSELoss(), [(x, y)] * 4)
    trainer = trainer_of(continued(recording, 4))
    for count, step in enumerate(steps, start=6):
        record = trainer.iterate()
        # Only where the formula has a t does the optimiser count.
        assert record.updates == count or optimizer != "adamw"
        for layer, weights, bias in zip(record.layers, step.after[::2], step.after[1::2], strict=True):
            assert np.abs(layer.W_after - weights.numpy()).max() <= 1e-9
            assert np.abs(layer.b_after - bias.numpy()).max() <= 1e-9


def small_loop(kind=torch.float64, optimizer="adam", epochs=3):
    torch.manual_seed(3)
    model = mlp([2, 3, 1], ["tanh"], kind)
    x, y = some_data(2, 1, "yes or no", kind, examples=12)
    return model, OPTIMISERS[optimizer](model.parameters()), nn.BCEWithLogitsLoss(), list(batches(x, y, 5, epochs))


def test_examples_stand_in_it_once_and_epochs_are_made_out(tmp_path):
    replay = Replay(recorded(tmp_path / "a.nnviz-run", *small_loop()))
    assert len(replay.examples.x) == 12
    assert replay.batches_per_epoch == 3
    assert replay.experiment.training.batch_size == 5
    replay.seek(replay.furthest)
    assert replay.history.epochs.tolist() == [0, 1, 2, 3]


def test_where_no_epochs_can_be_made_out_each_step_is_one(tmp_path):
    model, optimizer, loss_function, _ = small_loop()
    data = [some_data(2, 1, "yes or no", examples=4) for _ in range(5)]
    replay = Replay(recorded(tmp_path / "a.nnviz-run", model, optimizer, loss_function, data))
    assert (replay.batches_per_epoch, len(replay.examples.x)) == (1, 20)


def test_some_steps_are_recorded(tmp_path):
    recording = recorded(tmp_path / "a.nnviz-run", *small_loop(), every=2, first=3, last=7)
    assert recording.steps["updates"].tolist() == [4, 6, 8]
    assert (recording.about.first, recording.about.every, recording.about.seen) == (3, 2, 9)


def test_a_recording_is_no_larger_than_its_limit(tmp_path):
    path = tmp_path / "a.nnviz-run"
    whole = len(recorded(path, *small_loop(epochs=40)))
    recording = recorded(path, *small_loop(epochs=40), limit=30_000)
    assert 0 < len(recording) < whole and path.stat().st_size < 40_000
    assert "as large as it may be" in recording.about.ended


@pytest.mark.parametrize("error", [KeyboardInterrupt, ValueError])
def test_it_is_written_whole_when_the_loop_breaks_off(error, tmp_path):
    path = tmp_path / "a.nnviz-run"
    model, optimizer, loss_function, data = small_loop()

    def loop():
        train(model, optimizer, loss_function, data[:4])
        raise error

    with pytest.raises(error), nnviz.record(model, optimizer, path):
        loop()
    assert len(open_recording(path)) == 4
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


def test_an_interrupt_within_a_step_leaves_the_steps_before(tmp_path, monkeypatch):
    path = tmp_path / "a.nnviz-run"
    model, optimizer, loss_function, data = small_loop()

    def interrupted(*_):
        raise KeyboardInterrupt

    def loop():
        train(model, optimizer, loss_function, data[:4])
        monkeypatch.setattr(Writer, "_numbered", interrupted)
        train(model, optimizer, loss_function, data[4:])

    with pytest.raises(KeyboardInterrupt), nnviz.record(model, optimizer, path):
        loop()
    assert len(open_recording(path)) == 4


def test_afterwards_the_loop_is_as_it_was(tmp_path):
    backward = torch.autograd.backward
    model, optimizer, loss_function, data = small_loop()
    recorded(tmp_path / "a.nnviz-run", model, optimizer, loss_function, data)
    assert torch.autograd.backward is backward
    assert not any(part._forward_hooks for part in model)
    assert not optimizer._optimizer_step_pre_hooks and not optimizer._optimizer_step_post_hooks


def test_recording_changes_nothing_in_training(tmp_path):
    plain, recorded_one = small_loop(), small_loop()
    train(*plain)
    recorded(tmp_path / "a.nnviz-run", *recorded_one)
    for one, other in zip(plain[0].parameters(), recorded_one[0].parameters(), strict=True):
        assert torch.equal(one, other)


def test_parameters_changed_by_hand_between_two_steps_are_seen(tmp_path):
    model, optimizer, loss_function, data = small_loop(optimizer="sgd")
    path = tmp_path / "a.nnviz-run"
    with nnviz.record(model, optimizer, path):
        train(model, optimizer, loss_function, data[:2])
        with torch.no_grad():
            model[0].weight[1, 0] = 5.0
        train(model, optimizer, loss_function, data[2:4])
    replay = Replay(open_recording(path))
    records = [replay.iterate() for _ in range(4)]
    assert np.array_equal(records[0].theta_after, records[1].theta)
    assert records[1].layers[0].W_after[1, 0] != records[2].layers[0].W[1, 0] == 5.0


def test_frozen_parameters_and_missing_biases_are_known(tmp_path):
    torch.manual_seed(1)
    model = nn.Sequential(nn.Linear(2, 3, bias=False), nn.Tanh(), nn.Linear(3, 1)).double()
    model[2].bias.requires_grad_(False)
    x, y = some_data(2, 1, "numbers")
    optimizer = torch.optim.SGD((each for each in model.parameters() if each.requires_grad), lr=0.1)
    recording = recorded(tmp_path / "a.nnviz-run", model, optimizer, nn.MSELoss(), [(x, y)] * 2)
    assert recording.experiment.network.frozen == ("b1", "b2")
    record = Replay(recording).iterate()
    assert np.allclose(record.layers[1].grad_b, record.layers[1].delta.mean(axis=0))
    assert record.trainable is not None and record.trainable.sum() == 9


def test_a_penalty_on_the_weights_is_part_of_the_gradient(tmp_path):
    torch.manual_seed(1)
    model = mlp([2, 3, 1], ["tanh"])
    x, y = some_data(2, 1, "numbers")
    weights = {"params": [model[0].weight, model[2].weight], "weight_decay": 0.1}
    optimizer = torch.optim.SGD([weights, {"params": [model[0].bias, model[2].bias]}], lr=0.1)
    recording = recorded(tmp_path / "a.nnviz-run", model, optimizer, nn.MSELoss(), [(x, y)] * 2)
    assert recording.experiment.training.l2 == 0.1
    record = Replay(recording).iterate()
    assert np.allclose(record.layers[0].W - 0.1 * record.layers[0].grad_W, record.layers[0].W_after, atol=1e-12)


def test_a_loop_that_diverges_is_recorded_to_its_end(tmp_path):
    torch.manual_seed(1)
    model = mlp([2, 3, 1], ["relu"])
    x, y = some_data(2, 1, "numbers")
    optimizer = torch.optim.SGD(model.parameters(), lr=1e30)
    recording = recorded(tmp_path / "a.nnviz-run", model, optimizer, nn.MSELoss(), [(x, y)] * 30)
    assert check_of(recording) == Check(30, "")
    replay = Replay(recording)
    replay.seek(29)
    assert replay.iterate().first_not_finite() is not None
    assert not np.isfinite(replay.history.rows[-1, 2])


def test_a_scheduled_rate_is_that_of_each_step(tmp_path):
    model, optimizer, loss_function, data = small_loop(optimizer="sgd")
    schedule = torch.optim.lr_scheduler.ExponentialLR(optimizer, gamma=0.5)
    path = tmp_path / "a.nnviz-run"
    with nnviz.record(model, optimizer, path):
        for batch in data[:3]:
            train(model, optimizer, loss_function, [batch])
            schedule.step()
    replay = Replay(open_recording(path))
    assert [replay.iterate().learning_rate for _ in range(3)] == [0.1, 0.05, 0.025]


def test_evaluation_in_between_is_not_recorded(tmp_path):
    model, optimizer, loss_function, data = small_loop()
    path = tmp_path / "a.nnviz-run"
    with nnviz.record(model, optimizer, path):
        for batch in data:
            model(data[0][0])
            train(model, optimizer, loss_function, [batch])
            with torch.no_grad():
                model(data[1][0])
    assert len(open_recording(path)) == len(data)


def test_a_file_that_cannot_be_written_is_refused_before_training(tmp_path):
    model, optimizer, *_ = small_loop()
    with (
        pytest.raises(RecordingError, match="no folder"),
        nnviz.record(model, optimizer, tmp_path / "no" / "a.nnviz-run"),
    ):
        pass


def test_nnviz_brings_neither_torch_nor_qt_where_it_is_imported():
    program = (
        "import nnviz, sys; nnviz.record; print(sorted(set(sys.modules) & {'torch', 'PySide6', 'numpy', 'msgspec'}))"
    )
    outcome = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert outcome.stdout == "[]\n"
    program = (
        "import torch, nnviz, sys; m = torch.nn.Linear(1, 1); o = torch.optim.SGD(m.parameters());"
        "nnviz.record(m, o, 'x'); print(sorted(set(sys.modules) & {'PySide6', 'shiboken6', 'pyqtgraph'}))"
    )
    outcome = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert outcome.stdout == "[]\n"
