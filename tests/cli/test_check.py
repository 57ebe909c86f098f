import pytest

from nnviz.engine.experiment_files import named_experiments


@pytest.mark.parametrize("name", named_experiments())
def test_every_built_in_experiment_is_valid(nnviz, name):
    outcome = nnviz("check", name)
    assert outcome.status == 0
    assert outcome.output.startswith(f"{name}: valid: ")


def test_a_valid_file_is_described(nnviz, folder):
    (folder / "mine.toml").write_text('[data]\nsource = "moons"\nexamples = 100\n[network]\nhidden = [5]\n')
    outcome = nnviz("check", "mine.toml")
    assert outcome.output == (
        "mine.toml: valid: 2-5-1, 21 parameters, 60 examples to train on, 20 to validate, 20 to test\n"
    )


def test_each_problem_is_said_with_its_place(nnviz, folder):
    (folder / "bad.toml").write_text(
        """
        titel = "x"
        [data]
        source = "cirle"
        noise = -1
        split = [0.5, 0.2, 0.2]
        [network]
        hidden = [4, 0, "a"]
        activation = ["tanh", "rleu"]
        [training]
        learning_rate = "fast"
        optimizer = "sdg"
        """
    )
    outcome = nnviz("check", "bad.toml")
    assert (outcome.status, outcome.output) == (2, "")
    assert outcome.errors.splitlines() == [
        f"nnviz: error: bad.toml: {problem}"
        for problem in (
            "titel: no such field; did you mean title?",
            "data.noise: expected a number ≥ 0, got -1",
            "network.hidden[1]: expected a whole number from 1 to 1,024, got 0",
            'training.learning_rate: expected a number > 0, got "fast"',
            'data.source: no data set "cirle"; did you mean "circle"?',
            "data.split: the three shares must sum to 1, got 0.9",
            'network.activation[1]: no activation "rleu"; did you mean "relu"?',
            'training.optimizer: no optimizer "sdg"; did you mean "sgd"?',
        )
    ]


def test_overrides_are_checked_with_the_file(nnviz):
    outcome = nnviz("check", "circle", "--set", "data.noise=-1")
    assert (outcome.status, outcome.complaint) == (2, "circle: data.noise: expected a number ≥ 0, got -1")


def test_a_file_that_is_not_there_is_one_problem(nnviz, folder):
    outcome = nnviz("check", "nowhere.toml")
    assert (outcome.status, outcome.complaint) == (2, "nowhere.toml: no such file or directory")
