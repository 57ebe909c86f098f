"""Files that nnviz does not open, and the line that turns each into one that it does."""

import shlex
import sys
from pathlib import Path

import numpy as np
import pytest

from nnviz.engine.weights.files import CONVERSIONS, read_weights
from nnviz.engine.weights.problem import WeightsError


def line_for(path):
    with pytest.raises(WeightsError) as refused:
        read_weights(path)
    assert "\n" not in refused.value.text
    return refused.value.text


@pytest.mark.parametrize("ending", CONVERSIONS)
def test_a_file_that_could_execute_code_is_not_opened_but_its_conversion_is_said(ending):
    line = line_for(Path(f"net{ending}"))
    assert line.startswith(f'net{ending}: such files are not opened, this makes one of it that is: python -c "')
    assert line.endswith(f'" net{ending} net.safetensors')


def test_a_name_that_a_shell_would_take_apart_is_not_repeated_in_the_line():
    assert line_for(Path("$(rm x).PT")).endswith('" FILE.PT FILE.safetensors')


@pytest.fixture
def converted(tmp_path, monkeypatch):
    """What the line that is said for a file makes of it."""

    def convert(name):
        line = line_for(tmp_path / name)
        _, _, script, *arguments = shlex.split(line[line.index("python -c") :])
        monkeypatch.chdir(tmp_path)
        monkeypatch.setattr(sys, "argv", ["-c", *arguments])
        exec(script, {})
        return read_weights(tmp_path / arguments[1])

    return convert


def test_the_line_for_pytorch_works(tmp_path, converted):
    torch = pytest.importorskip("torch")
    net = torch.nn.Sequential(torch.nn.Linear(2, 3), torch.nn.Tanh(), torch.nn.Linear(3, 1)).double()
    torch.save(net.state_dict(), tmp_path / "net.pt")
    first, second = converted("net.pt")
    assert first.name == "0.weight" and first.W.tolist() == net[0].weight.tolist()
    assert second.name == "2.weight" and second.b.tolist() == net[2].bias.tolist()


def test_the_line_for_a_checkpoint_of_a_trainer_works(tmp_path, converted):
    torch = pytest.importorskip("torch", reason="PyTorch is not installed")
    network = torch.nn.Linear(2, 1)
    torch.save({"epoch": 3, "state_dict": network.state_dict()}, tmp_path / "net.ckpt")
    (layer,) = converted("net.ckpt")
    assert layer.W.tolist() == network.weight.tolist()


def test_the_line_for_numpy_works(tmp_path, converted):
    np.savez(tmp_path / "net.npz", **{"0.weight": np.ones((1, 2)), "0.bias": np.zeros(1)})
    (layer,) = converted("net.npz")
    assert layer.W.tolist() == [[1.0, 1.0]]


def test_any_other_ending_is_refused():
    assert line_for(Path("net.txt")) == "net.txt: weights are read from .safetensors or .onnx"
