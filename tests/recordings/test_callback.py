"""A recording by callback. Lightning is not installed: a stand-in calls the hooks in the order of its Trainer."""

import pytest

torch = pytest.importorskip("torch", reason="PyTorch is not installed")

from nnviz.recordings.callback import RecordCallback
from nnviz.recordings.checking import Check, check_of
from nnviz.recordings.problem import RecordingError
from nnviz.recordings.reading import open_recording

nn = torch.nn
X, Y = torch.randn(12, 2), torch.rand(12, 1)


class StandInForLightningsTrainer:
    """Its loop with automatic optimisation: forward, zeroing and the way back are a closure of the optimiser's step."""

    def __init__(self, callbacks, optimizers, break_off_at=None):
        self.callbacks, self.optimizers, self.break_off_at = callbacks, optimizers, break_off_at

    def call(self, hook, *given):
        for callback in self.callbacks:
            getattr(callback, hook)(self, *given)

    def fit(self, model):
        try:
            self.call("on_train_start", model)
            for batch in range(6):
                self.step(model, batch)
            self.call("on_train_end", model)
        except BaseException as error:
            self.call("on_exception", model, error)
            raise

    def step(self, model, batch):
        optimizer = self.optimizers[0]
        rows = slice(2 * batch, 2 * batch + 2)

        def closure():
            loss = nn.functional.mse_loss(model(X[rows]), Y[rows])
            optimizer.zero_grad()
            loss.backward()
            return loss

        if batch == self.break_off_at:
            raise KeyboardInterrupt
        optimizer.step(closure)


def small():
    torch.manual_seed(2)
    model = nn.Sequential(nn.Linear(2, 3), nn.Tanh(), nn.Linear(3, 1))
    return model, torch.optim.AdamW(model.parameters(), lr=0.01)


def test_a_trainer_s_run_is_recorded(tmp_path):
    path, (model, optimizer) = tmp_path / "a.nnviz-run", small()
    StandInForLightningsTrainer([RecordCallback(path)], [optimizer]).fit(model)
    assert check_of(open_recording(path)) == Check(6, "")


def test_what_is_recorded_before_ctrl_c_is_written(tmp_path):
    path, (model, optimizer) = tmp_path / "a.nnviz-run", small()
    trainer = StandInForLightningsTrainer([RecordCallback(path, every=2)], [optimizer], break_off_at=5)
    with pytest.raises(KeyboardInterrupt):
        trainer.fit(model)
    assert len(open_recording(path)) == 3
    assert not optimizer._optimizer_step_pre_hooks


def test_several_optimisers_are_refused_before_training(tmp_path):
    path, (model, optimizer) = tmp_path / "a.nnviz-run", small()
    before = model[0].weight.clone()
    with pytest.raises(RecordingError, match="not several"):
        StandInForLightningsTrainer([RecordCallback(path)], [optimizer, optimizer]).fit(model)
    assert torch.equal(model[0].weight, before) and not path.exists()
