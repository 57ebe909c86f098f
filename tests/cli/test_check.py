import pytest

from nnviz.engine.experiments.experiment_files import named_experiments


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


TABLE = "weight;colour;kind\n" + "".join(
    f"{row if row != 4 else ''},5;{['red', 'blue'][row % 2]};{['owl', 'cat', 'ant'][row % 3]}\n" for row in range(10)
)


def test_of_a_table_it_is_said_what_was_read(nnviz, folder):
    (folder / "animals.csv").write_text(TABLE.replace(",5;red;cat", ";red;cat"), "utf-8")
    (folder / "mine.toml").write_text('[data]\nfile = "animals.csv"\ntarget = "kind"\n')
    outcome = nnviz("check", "mine.toml")
    assert (outcome.status, outcome.errors) == (0, "")
    assert outcome.output.splitlines() == [
        "mine.toml: valid: 3-4-3, 31 parameters, 5 examples to train on, 2 to validate, 2 to test",
        "animals.csv: 10 rows read, 1 dropped for missing values, 9 used",
        "  missing: weight (1)",
        "  format: columns separated by semicolons, decimal comma, UTF-8, header in the first row",
        "  target: kind, 3 classes: ant (3), cat (2), owl (4)",
        "  inputs: 3",
        "    weight  numbers, 1 missing",
        "    colour  categories: blue, red",
    ]


def test_a_table_is_found_beside_its_experiment(nnviz, folder):
    (folder / "lecture").mkdir()
    (folder / "lecture" / "animals.csv").write_text(TABLE, "utf-8")
    (folder / "lecture" / "mine.toml").write_text('[data]\nfile = "animals.csv"\ntarget = "kind"\n')
    assert nnviz("check", "lecture/mine.toml").status == 0


def test_a_table_takes_the_place_of_a_data_set_that_is_taken_out(nnviz, folder):
    (folder / "animals.csv").write_text(TABLE, "utf-8")
    table = ["--set", "data.file=animals.csv", "--set", "data.target=kind"]
    outcome = nnviz("check", "xor", *table)
    assert outcome.status == 2
    assert outcome.complaint == (
        "xor: data.source: give either source or file, not both (--set data.source= takes the source out)"
    )
    free = [*table, "--set", "data.source=", "--set", "data.examples="]
    outcome = nnviz("check", "xor", *free)
    assert outcome.status == 0 and "animals.csv: 10 rows read" in outcome.output
    assert nnviz("train", "xor", *free, "--epochs", "5").status == 0


def test_a_problem_of_a_table_is_said_with_file_field_and_reason(nnviz, folder):
    (folder / "animals.csv").write_text(TABLE, "utf-8")
    (folder / "mine.toml").write_text('[data]\nfile = "animals.csv"\ntarget = "kinds"\nnoise = -1\n')
    outcome = nnviz("check", "mine.toml")
    assert (outcome.status, outcome.output) == (2, "")
    assert outcome.errors.splitlines() == [
        "nnviz: error: mine.toml: data.noise: expected a number ≥ 0, got -1",
        'nnviz: error: mine.toml: data.target: animals.csv: no column "kinds"; did you mean "kind"?',
    ]


def test_faults_are_said(nnviz):
    words = ["--set", "data.faults.sorted_split=true", "--set", "data.label_noise=0.2"]
    said = "deliberate faults in the data: label_noise, sorted_split"
    assert said in nnviz("check", "moons", *words).output.splitlines()
    assert said in nnviz("train", "moons", *words, "--epochs", 1).output.splitlines()
    assert "fault" not in nnviz("check", "moons").output
