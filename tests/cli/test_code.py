import json

import pytest

from nnviz.engine import Experiment, Trainer
from nnviz.sessions.session import Session
from nnviz.sessions.writing import write_session
from nnviz.view import View


def test_a_program_is_a_script_or_by_its_ending_a_notebook(nnviz, folder):
    assert nnviz("code", "xor4", "--out", "a.py").status == 0
    assert nnviz("code", "xor4", "--for", "pytorch", "--out", "a.IPYNB").status == 0
    assert "import torch" not in (folder / "a.py").read_text(encoding="utf-8")
    assert json.loads((folder / "a.IPYNB").read_bytes())["nbformat"] == 4
    assert "import torch" in (folder / "a.IPYNB").read_text(encoding="utf-8")


def test_standard_output_takes_the_script(nnviz, folder):
    outcome = nnviz("code", "xor4", "--set", "training.learning_rate=0.25", "--out", "-")
    assert outcome.status == 0
    assert "\nlearning_rate = 0.25\n" in outcome.output


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["--out", "a.txt"], 'a.txt: programs are .py or .ipynb files, not ".txt"'),
        (["--out", "a"], 'a: programs are .py or .ipynb files, not ""'),
        (
            ["--for", "pytorch", "--set", 'network.frozen=["W1","b1","W2","b2"]', "--out", "a.py"],
            "xor4: network.frozen: all parameters are frozen, and PyTorch's optimisers want one that trains",
        ),
    ],
)
def test_what_cannot_be_written_is_refused_in_one_line(nnviz, folder, words, complaint):
    outcome = nnviz("code", "xor4", *words)
    assert outcome.status == 2
    assert outcome.complaint == complaint
    assert list(folder.iterdir()) == []


def test_a_session_is_written_as_its_experiment_unless_its_run_was_changed(nnviz, folder):
    trainer = Trainer(Experiment.named("xor4", {"training.epochs": 5}))
    examples = trainer.examples
    trainer.run()
    write_session(folder / "x.nnviz", Session.of(trainer, View(), examples))
    assert nnviz("code", "x.nnviz", "--out", "a.py").status == 0
    assert nnviz("code", "xor4", "--set", "training.epochs=5", "--out", "b.py").status == 0
    assert (folder / "a.py").read_bytes() == (folder / "b.py").read_bytes()
    trainer.seek(3)
    trainer.set_weight(1, 0, 0, 0.5)
    write_session(folder / "x.nnviz", Session.of(trainer, View(), examples))
    outcome = nnviz("code", "x.nnviz", "--out", "c.py")
    assert outcome.status == 2
    assert outcome.complaint == "x.nnviz: its run was changed on the way, and a program only knows the experiment"
