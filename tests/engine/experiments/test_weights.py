"""An experiment that names a file of weights."""

import numpy as np
import pytest
import safetensors.numpy as reference

from nnviz.engine import Experiment, ExperimentError, Trainer
from nnviz.engine.experiments.experiment_files import problems
from nnviz.engine.weights.files import weights_bytes

EXPERIMENT = """
title = "Mine"
[data]
source = "circle"
[network]
weights = "w.safetensors"
"""


def write(path, widths, activations=None, ending=".safetensors"):
    generator = np.random.default_rng(7)
    layers = [(generator.normal(size=(out, into)), generator.normal(size=out)) for into, out in widths]
    path.write_bytes(weights_bytes(ending, layers, activations or ["tanh"] * len(layers)))
    return layers


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "mine.toml").write_text(EXPERIMENT)
    return tmp_path


def complaint(folder, extra="", **overrides):
    (folder / "mine.toml").write_text(EXPERIMENT + extra)
    with pytest.raises(ExperimentError) as refused:
        Experiment.load(folder / "mine.toml", {field.replace("__", "."): value for field, value in overrides.items()})
    assert refused.value.field == "network.weights"
    return str(refused.value.reason)


def test_its_shapes_give_the_architecture_and_its_numbers_the_parameters_to_the_bit(folder):
    layers = write(folder / "w.safetensors", [(2, 5), (5, 3), (3, 1)])
    experiment = Experiment.load(folder / "mine.toml")
    assert experiment.network.hidden == (5, 3)
    for (W, b), (weights, bias) in zip(Trainer(experiment).parameters(), layers, strict=True):
        assert W.tobytes() == weights.tobytes() and b.tobytes() == bias.tobytes()


def test_a_complete_experiment_needs_the_file_no_more(folder):
    write(folder / "w.safetensors", [(2, 5), (5, 1)])
    experiment = Experiment.load(folder / "mine.toml")
    (folder / "w.safetensors").unlink()
    assert experiment.network.weights is None
    again = Experiment.parse(experiment.to_toml())
    assert again == experiment and again.with_fields({"training.learning_rate": 0.5}).network == experiment.network
    assert np.array_equal(Trainer(again).theta(), Trainer(experiment).theta())


def test_a_file_of_pytorch_is_read_by_any_names(folder):
    tensors = {
        "net.2.weight": np.ones((1, 3), np.float32),
        "net.0.weight": np.full((3, 2), 0.1, np.float32),
        "net.0.bias": np.zeros(3, np.float32),
    }
    (folder / "w.safetensors").write_bytes(reference.save(tensors, {"format": "pt"}))
    (W, _), (_, b) = Trainer(Experiment.load(folder / "mine.toml")).parameters()
    assert W[0, 0] == np.float32(0.1) and b.tolist() == [0.0]


def test_onnx_says_the_activations_too(folder):
    write(folder / "w.onnx", [(2, 4), (4, 3), (3, 1)], ["relu", "silu", "tanh"], ".onnx")
    experiment = Experiment.load(folder / "mine.toml", {"network.weights": str(folder / "w.onnx")})
    assert experiment.network.activation == ("relu", "silu") and experiment.network.output == "tanh"


def test_an_onnx_that_ends_in_z_has_the_output_of_the_task(folder):
    write(folder / "w.onnx", [(2, 4), (4, 1)], ["relu", "linear"], ".onnx")
    experiment = Experiment.load(folder / "mine.toml", {"network.weights": str(folder / "w.onnx")})
    assert experiment.network.output == "sigmoid"


def test_what_does_not_agree_is_said_with_file_and_tensor(folder):
    write(folder / "w.safetensors", [(3, 5), (5, 1)])
    assert complaint(folder) == "w.safetensors: 0.weight: takes 3 inputs, but this data has 2"
    write(folder / "w.safetensors", [(2, 5), (5, 2)])
    assert complaint(folder) == "w.safetensors: 1.weight: expected the shape (1, 5), got (2, 5)"
    write(folder / "w.safetensors", [(2, 5), (5, 1)])
    assert complaint(folder, "hidden = [4]") == "w.safetensors: 0.weight: expected the shape (4, 2), got (5, 2)"
    reason = "w.safetensors: 2 layers in it, but with network.hidden this network has 3"
    assert complaint(folder, "hidden = [5, 5]") == reason
    write(folder / "w.onnx", [(2, 5), (5, 1)], ["relu", "sigmoid"], ".onnx")
    both = {"network__weights": str(folder / "w.onnx")}
    assert complaint(folder, 'activation = "tanh"', **both) == "w.onnx: layer 1 is relu there, and tanh here"
    assert complaint(folder, 'output = "tanh"', **both) == "w.onnx: layer 2 is sigmoid there, and tanh here"
    given = complaint(folder, "parameters = []")
    assert given == "give either weights or parameters, not both (--set network.parameters= takes one of them out)"


def test_what_is_wrong_with_the_file_is_said_with_its_name(folder):
    assert complaint(folder) == "w.safetensors: no such file or directory"
    assert complaint(folder, network__weights="") == "expected the name of a file"
    (folder / "w.safetensors").write_bytes(b"")
    assert complaint(folder) == "w.safetensors: not a safetensors file: too short"
    (folder / "w.safetensors").unlink()
    (folder / "w.safetensors").mkdir()
    assert complaint(folder) == "w.safetensors: this is a folder, not a file"


def test_a_file_larger_than_any_network_is_not_read(folder):
    with (folder / "w.safetensors").open("wb") as file:
        file.truncate(2**40)  # a hole: it takes no room
    assert complaint(folder) == (
        "w.safetensors: 1,099,511,627,776 bytes are more than nnviz reads of weights (at most 10,000,000)"
    )


def test_where_the_file_is_wrong_other_problems_are_still_found_and_none_made_up(folder):
    (folder / "mine.toml").write_text(EXPERIMENT + 'frozen = ["W7"]\n[training]\nloss = "x"')
    found = [problem.field for problem in problems(str(folder / "mine.toml"))]
    assert found == ["network.weights", "training.loss"]


def test_weights_given_as_an_experiment_say_how_they_become_part_of_one(folder):
    write(folder / "w.safetensors", [(2, 5), (5, 1)])
    with pytest.raises(ExperimentError, match=r"these are weights, not an experiment: .* with network\.weights"):
        Experiment.load(folder / "w.safetensors")
