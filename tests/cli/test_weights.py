"""``nnviz weights``: parameters for other tools, and back."""

import os

import onnx
import pytest
import safetensors.numpy as reference

from nnviz.engine import Experiment, Trainer


def same_bits(tensors, trainer):
    names = [f"{layer}.{kind}" for layer in range(len(trainer.parameters())) for kind in ("weight", "bias")]
    arrays = [array for layer in trainer.parameters() for array in layer]
    assert set(tensors) == set(names)
    return all(tensors[name].tobytes() == array.tobytes() for name, array in zip(names, arrays, strict=True))


def test_the_weights_that_training_starts_from_are_written(nnviz, folder):
    assert nnviz("weights", "circle", "--out", "w.safetensors").status == 0
    assert same_bits(reference.load_file("w.safetensors"), Trainer(Experiment.named("circle")))


def test_those_before_an_iteration_and_those_that_came_out(nnviz, folder):
    trainer = Trainer(Experiment.named("xor"))
    trainer.seek(17)
    assert nnviz("weights", "xor", "--iteration", 17, "--out", "w.safetensors").status == 0
    assert same_bits(reference.load_file("w.safetensors"), trainer)
    trainer = Trainer(Experiment.named("xor", {"training.epochs": 30}))
    trainer.run()
    words = ("weights", "xor", "--set", "training.epochs=30", "--trained", "--out", "w.safetensors")
    assert nnviz(*words).status == 0
    assert same_bits(reference.load_file("w.safetensors"), trainer)


@pytest.mark.parametrize("ending", ["safetensors", "onnx"])
def test_written_read_and_written_again_they_are_the_same_bytes(nnviz, folder, ending):
    assert nnviz("weights", "spiral3", "--iteration", 5, "--out", f"one.{ending}").status == 0
    (folder / "mine.toml").write_text(
        f'title = "Mine"\n[data]\nsource = "spiral3"\n[network]\nweights = "one.{ending}"\nactivation = "tanh"'
    )
    outcome = nnviz("weights", "mine.toml", "--out", f"two.{ending}")
    assert outcome.status == 0, outcome.errors
    assert (folder / f"one.{ending}").read_bytes() == (folder / f"two.{ending}").read_bytes()


def test_onnx_has_the_activations(nnviz, folder):
    assert nnviz("weights", "circle", "--out", "w.onnx").status == 0
    kinds = [node.op_type for node in onnx.load("w.onnx").graph.node]
    assert kinds == ["Gemm", "Tanh", "Gemm", "Tanh", "Gemm", "Sigmoid"]


def test_a_path_counts_from_the_folder_of_the_experiment(nnviz, folder, monkeypatch):
    assert nnviz("weights", "xor", "--out", "w.safetensors").status == 0
    (folder / "mine.toml").write_text('title = "M"\n[data]\nsource = "xor"\n[network]\nweights = "w.safetensors"')
    (folder / "elsewhere").mkdir()
    monkeypatch.chdir(folder / "elsewhere")
    outcome = nnviz("check", "../mine.toml")
    assert outcome.status == 0, outcome.errors


def test_what_is_wrong_is_one_line_with_file_field_and_reason(nnviz, folder):
    (folder / "mine.toml").write_text('title = "M"\n[data]\nsource = "xor"\n[network]\nweights = "w.safetensors"')
    outcome = nnviz("train", "mine.toml")
    assert outcome.status == 2
    assert outcome.complaint == "mine.toml: network.weights: w.safetensors: no such file or directory"


def test_other_endings_are_refused_and_nothing_is_written(nnviz, folder):
    outcome = nnviz("weights", "circle", "--out", "w.pt")
    assert outcome.status == 2 and list(folder.iterdir()) == []
    assert outcome.complaint == 'w.pt: weights are .safetensors or .onnx files, not ".pt"'


def test_an_iteration_after_the_end_is_refused(nnviz, folder):
    outcome = nnviz("weights", "xor", "--set", "training.epochs=2", "--iteration", 10**6, "--out", "w.onnx")
    assert outcome.status == 2 and list(folder.iterdir()) == []
    assert outcome.complaint.startswith("xor: --iteration 1000000: ")


def test_one_place_in_time_only(nnviz, folder):
    outcome = nnviz("weights", "xor", "--trained", "--iteration", 3, "--out", "w.onnx")
    assert outcome.status == 2
    assert outcome.complaint == '--iteration: not allowed with --trained (see "nnviz weights --help")'


def test_a_run_that_diverged_says_so_and_writes_what_it_has(nnviz, diverging):
    outcome = nnviz("weights", diverging, "--trained", "--out", "w.safetensors")
    assert outcome.status == 1 and outcome.complaint.startswith("diverging.toml: ")
    assert reference.load_file("w.safetensors")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with a name here")
def test_a_pipe_is_no_file_of_weights_and_is_not_waited_for(nnviz, folder):
    os.mkfifo("w.safetensors")
    outcome = nnviz("check", "circle", "--set", "network.weights=w.safetensors")
    assert outcome.complaint == "circle: network.weights: w.safetensors: this is not a file"
