"""Every malformed experiment gives one line that names file, field and reason, and exit status 2."""

import os

import pytest

TRAINING = "[training]\n"
NETWORK = "[network]\n"
DATA = '[data]\nsource = "circle"\n'
GIVEN = "[data]\n"

WRONG_VALUES = {
    "title = 3": "title: expected a text, got 3",
    "title = 2026-01-01": "title: expected a text, got 2026-01-01",
    "data = 3": "data: expected a table, got 3",
    "[[network]]\nhidden = [3]": "network: expected a table, got a list of tables",
    TRAINING + 'learning_rate = "fast"': 'training.learning_rate: expected a number > 0, got "fast"',
    TRAINING + "learning_rate = true": "training.learning_rate: expected a number > 0, got true",
    TRAINING + "learning_rate = 0": "training.learning_rate: expected a number > 0, got 0",
    TRAINING + "learning_rate = nan": "training.learning_rate: expected a number > 0, got nan",
    TRAINING + "learning_rate = inf": "training.learning_rate: expected a finite number, got inf",
    TRAINING + "learning_rate = 1e400": "training.learning_rate: expected a finite number, got inf",
    TRAINING + "learning_rate = 1e200": "training.learning_rate: expected at most 1e+100, got 1e+200",
    TRAINING + "learning_rate = " + "9" * 400: "training.learning_rate: the number is too large: " + "9" * 39 + "…",
    TRAINING + "epochs = 2.5": "training.epochs: expected a whole number from 1 to 10,000,000, got 2.5",
    TRAINING + "epochs = " + "9" * 30: "training.epochs: expected a whole number from 1 to 10,000,000, got " + "9" * 30,
    TRAINING + "epochs = " + "9" * 5000: "not valid TOML: a number of thousands of digits",
    TRAINING + 'batch_size = "ful"': 'training.batch_size: expected a whole number ≥ 1 or "full", got "ful"',
    TRAINING + "optimizer = 3": "training.optimizer: expected a text or a table, got 3",
    TRAINING
    + 'optimizer = {nam = "x"}': "training.optimizer.nam: no such field; did you mean training.optimizer.name?",
    TRAINING + "early_stopping = true": "training.early_stopping: expected a table, got true",
    TRAINING + 'loss = "squared"': 'training.loss: no loss "squared"; did you mean "squared_error"?',
    TRAINING + 'loss = "cross_entropy"': "training.loss: cross_entropy does not go with a sigmoid output: "
    "it takes the logarithm of probabilities that sum to 1, which only a softmax output gives",
    NETWORK + "hidden = 3": "network.hidden: expected a list of whole numbers, got 3",
    NETWORK + "hidden = [0]": "network.hidden[0]: expected a whole number from 1 to 1,024, got 0",
    NETWORK + "hidden = [1025]": "network.hidden[0]: expected a whole number from 1 to 1,024, got 1025",
    NETWORK + "hidden = [4.0]": "network.hidden[0]: expected a whole number from 1 to 1,024, got 4.0",
    NETWORK + "hidden = [1024, 1024]": "network.hidden: this network has 1,053,697 parameters; "
    "nnviz holds at most 1,000,000",
    NETWORK + f"hidden = {[1] * 33}": "network.hidden: at most 32 hidden layers, got 33",
    NETWORK + f"hidden = {[1, 1024] * 16}\n{DATA}examples = 100000": "network.hidden: this network needs "
    "3,942,240,000 numbers for 60,000 examples; nnviz holds at most 50,000,000",
    NETWORK + "activation = []": "network.activation: expected one name, or one for each hidden layer (1), got 0",
    NETWORK + 'activation = "relo"': 'network.activation: no activation "relo"; did you mean "relu"?',
    NETWORK + 'init = "he"': 'network.init: no initialisation "he"; did you mean "he_uniform"?',
    NETWORK + "seed = -1": "network.seed: expected a whole number from 0 to 2^63 - 1, got -1",
    NETWORK + "parameters = [{}]": "network.parameters[0].W: is missing",
    NETWORK + "parameters = [{W = [[1]], b = [1], c = 2}]": "network.parameters[0].c: no such field; known here: W, b",
    NETWORK + 'parameters = [{W = [["a"]], b = [1]}]': 'network.parameters[0].W[0][0]: expected a number, got "a"',
    NETWORK + "parameters = [{W = [[1]], b = [1]}]": "network.parameters: expected 2 blocks, one for each layer, got 1",
    NETWORK + 'frozen = ["W9"]': 'network.frozen[0]: "W9": layers count from 1 to 2',
    NETWORK + 'frozen = ["b1[0,1]"]': 'network.frozen[0]: "b1[0,1]": a weight is W[to,from], a bias is b[unit]',
    DATA + "split = [0.5, 0.5]": "data.split: expected a list of 3 numbers, got [0.5, 0.5]",
    DATA + "split = [0.5, 0.5, 0.5]": "data.split: the three shares must sum to 1, got 1.5",
    DATA + "split = [0, 0.5, 0.5]": "data.split: the training part cannot be empty",
    DATA + "split = [0.5, 2, 0]": "data.split[1]: expected a number from 0 to 1, got 2",
    DATA + "x = [[1]]": "data.source: give either source or the examples x and y, not both",
    DATA + "learning_rate = 1": "data.learning_rate: no such field; did you mean training.learning_rate?",
    DATA + "inputs = []": "data.inputs: name at least one feature; left out, the raw columns are the inputs",
    DATA + 'inputs = ["x1", "sine(x2)"]': 'data.inputs[1]: "sine(x2)", character 1: no function "sine"; '
    'did you mean "sin"?',
    DATA + 'faults = {scaled_input = "x3"}': 'data.faults.scaled_input: no raw input "x3"; known: x1, x2',
    DATA + "faults = {mislabelled = {centre = [0, 0]}}": "data.faults.mislabelled.radius: is missing",
    DATA + "faults = {mislabeled = 1}": "data.faults.mislabeled: no such field; did you mean data.faults.mislabelled?",
    DATA + "faults = {leaked_duplicates = 2}": "data.faults.leaked_duplicates: expected a number from 0 to 1, got 2",
    GIVEN: "data.source: no data: name a source or a file, or give the examples as x and y",
    GIVEN + "x = [[1, 2], [3]]\ny = [1, 0]": "data.x[1]: expected 2 numbers, got 1",
    GIVEN + "x = [[1], [2]]\ny = [1]": "data.y: 2 examples in x but 1 in y",
    GIVEN + "x = [[1], [2]]\ny = [true, false]": "data.y[0]: expected a list of numbers or a whole number, got true",
    GIVEN + "x = [[1], [2]]\ny = [1, [0.5]]": "data.y: expected either whole numbers (classes) or rows of numbers "
    "throughout",
    GIVEN + "x = [[1], [2]]\ny = [-1, 0]": "data.y[0]: classes count from 0, got -1",
    GIVEN + "x = []\ny = []": "data.x: x and y come together, with at least one example each",
    GIVEN + "x = [[]]\ny = [0]": "data.x[0]: expected 1 number, got 0",
    GIVEN + "x = [[nan]]\ny = [0]": "data.x[0][0]: expected a finite number, got nan",
    "lr = 1": "lr: no such field; known here: title, data, network, training",
    '"" = 1': '"": no such field; known here: title, data, network, training',
    '"a\\nb" = 1': '"a\\nb": no such field; known here: title, data, network, training',
    '"x - at `$.training`" = 1': '"x - at `$.training`": no such field; known here: title, data, network, training',
    "a" + ".a" * 3000 + " = 1": "not valid TOML: nested too deeply",
    "title" + ".a" * 3000 + " = 1": "not valid TOML: nested too deeply",
    "title = " + "[" * 100_000: "not valid TOML: nested too deeply",
    "title = 1\ntitle = 2": "not valid TOML: cannot overwrite a value (at end of document)",
    'title = "open': "not valid TOML: unterminated string (at end of document)",
}

WRONG_FILES = {
    b"": "the file is empty",
    b" \n\t\n": "the file is empty",
    b"\xef\xbb\xbf": "the file is empty",
    b"\xff\xfe\x00": "not a text file in UTF-8",
    b"\x00\x01\x02": "not valid TOML: invalid statement (at line 1, column 1)",
    b"\x89PNG\r\n\x1a\n": "not a text file in UTF-8",
    b"x" * 10_000_000: "10,000,000 bytes are too many for an experiment file (at most 1,000,000)",
    b"\x00" * 10_000_000: "10,000,000 bytes are too many for an experiment file (at most 1,000,000)",
}


@pytest.mark.parametrize("text", WRONG_VALUES, ids=lambda text: text[:60])
def test_a_wrong_value_is_named_with_its_place(nnviz, folder, text):
    (folder / "bad.toml").write_text(text)
    outcome = nnviz("train", "bad.toml")
    assert (outcome.status, outcome.output) == (2, "")
    assert outcome.complaint == f"bad.toml: {WRONG_VALUES[text]}"


@pytest.mark.parametrize("verb", ["check", "train", "trace"])
def test_a_feature_without_a_value_is_named_with_the_example(nnviz, folder, verb):
    (folder / "bad.toml").write_text(GIVEN + 'x = [[1], [-2]]\ny = [0, 1]\ninputs = ["x1", "log(x1)"]')
    outcome = nnviz(verb, "bad.toml", *(["--json", "out.json"] if verb == "trace" else []))
    assert (outcome.status, outcome.output) == (2, "")
    reason = '"log(x1)", character 1: log is not defined for example 1, where x1 = -2'
    assert outcome.complaint == f"bad.toml: data.inputs[1]: {reason}"


@pytest.mark.parametrize("content", WRONG_FILES, ids=lambda content: repr(content[:20]))
@pytest.mark.parametrize("verb", ["check", "train"])
def test_a_file_that_is_no_experiment_is_refused(nnviz, folder, verb, content):
    (folder / "bad.toml").write_bytes(content)
    outcome = nnviz(verb, "bad.toml")
    assert (outcome.status, outcome.output) == (2, "")
    assert outcome.complaint == f"bad.toml: {WRONG_FILES[content]}"


def test_a_byte_order_mark_is_not_in_the_way(nnviz, folder):
    (folder / "good.toml").write_bytes(b'\xef\xbb\xbftitle = "x"\n')
    assert nnviz("check", "good.toml").status == 0


def test_a_file_that_is_just_small_enough_is_answered_in_time(nnviz, folder):
    (folder / "bad.toml").write_text("\n".join(f"k{number} = 1" for number in range(80_000)))
    outcome = nnviz("check", "bad.toml")
    assert outcome.status == 2
    assert len(outcome.errors.splitlines()) == 20


@pytest.mark.parametrize(
    ("experiment", "complaint"),
    [
        ("nowhere.toml", "nowhere.toml: no such file or directory"),
        ("no/where.toml", "where.toml: no such file or directory"),
        ("circl", 'circl: no file and no built-in experiment of that name; did you mean "circle"?'),
        (".", ".: this is a folder, not an experiment file"),
        ("folder.toml", "folder.toml: this is a folder, not an experiment file"),
        ("odd\nname.toml", "odd\\nname.toml: no such file or directory"),
        ("x" * 300 + ".toml", "x" * 79 + "…: file name too long"),
        ("/dev/zero", "zero: this is a device, not an experiment file"),
        ("..", "..: this is a folder, not an experiment file"),
    ],
)
def test_an_experiment_that_is_not_there_is_bad_input(nnviz, folder, experiment, complaint):
    (folder / "folder.toml").mkdir()
    outcome = nnviz("check", experiment)
    assert outcome.status == 2
    assert outcome.complaint == complaint


@pytest.mark.skipif(getattr(os, "geteuid", lambda: 0)() == 0, reason="the superuser may read everything")
def test_a_file_that_may_not_be_read_is_bad_input(nnviz, folder):
    (folder / "secret.toml").write_text("title = 'x'")
    (folder / "secret.toml").chmod(0)
    assert nnviz("check", "secret.toml").complaint == "secret.toml: permission denied"


@pytest.mark.parametrize("verb", ["train", "trace", "render", "check"])
def test_every_command_refuses_the_same_way(nnviz, folder, verb):
    (folder / "circle.toml").write_text('[training]\nlearning_rate = "fast"\n')
    outputs = {"trace": ["--json", "out"], "render": ["--out", "out"], "train": ["--csv", "out"], "check": []}
    outcome = nnviz(verb, "circle.toml", *outputs[verb])
    assert outcome.status == 2
    assert outcome.complaint == 'circle.toml: training.learning_rate: expected a number > 0, got "fast"'
    assert [file.name for file in folder.iterdir()] == ["circle.toml"]


@pytest.mark.parametrize("verb", ["check", "train", "render", "trace"])
def test_a_command_that_is_given_a_table_says_what_to_do_with_it(nnviz, folder, verb):
    outputs = {"trace": ["--json", "out"], "render": ["--out", "out.png"]}
    (folder / "animals.csv").write_text("a,y\n1,2\n")
    outcome = nnviz(verb, "animals.csv", *outputs.get(verb, []))
    assert outcome.status == 2
    assert outcome.complaint == (
        "animals.csv: this is a table, not an experiment: an experiment file names it with data.file, "
        "and the window makes one of it (nnviz FILE)"
    )


def test_a_field_of_thousands_of_dots_is_no_field(nnviz):
    outcome = nnviz("check", "circle", "--set", "a." * 30_000 + "a=1")
    assert outcome.status == 2 and "no such field" in outcome.complaint and len(outcome.complaint) < 200


@pytest.mark.parametrize(
    "ending", [".toml", ".csv", ".xlsx", ".safetensors", ".onnx", ".pt", ".nnviz", ".nnviz-run", ""]
)
def test_a_long_name_of_a_file_is_cut(nnviz, folder, ending):
    name = "n" * 200 + ending
    (folder / name).write_bytes(b"nothing of the kind")
    assert nnviz("check", name).complaint.startswith("n" * 79 + "…: ")
    (folder / "mine.toml").write_text(f'[data]\nsource = "xor4"\n[network]\nweights = "{name}"\n')
    assert "n" * 80 not in nnviz("check", "mine.toml").complaint


def test_so_is_that_of_a_lecture_and_of_one_that_is_not_there(nnviz, folder):
    name = "n" * 200 + ".toml"
    (folder / name).write_text('format = "nnviz-lecture/9"\n')
    assert nnviz("lecture", "list", name).complaint.startswith("n" * 79 + "…: format: ")
    assert nnviz("train", "n" * 5000).complaint.startswith("n" * 79 + "…: no file")
    assert nnviz("train", "xor4", "--csv", "n" * 5000).complaint.startswith("n" * 299 + "…: ")
