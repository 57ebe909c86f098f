"""``nnviz sweep``: the table, what is refused, and what an interrupt keeps."""

import csv
import json
import os
import select
import signal
import subprocess
import sys

import psutil
import pytest

from nnviz.cli.arguments import overrides
from nnviz.engine import Experiment, Trainer

NNVIZ = [sys.executable, "-m", "nnviz"]
posix = pytest.mark.skipif(os.name != "posix", reason="signals and terminals are POSIX's")
ENDLESS = ["--set", "training.early_stopping=", "--set", "data.examples=20"]


def rows_of(text):
    return list(csv.DictReader(text.splitlines()))


# ---- what it writes --------------------------------------------------------------------------------------------------


def test_the_csv_has_a_row_for_each_combination_and_seed(nnviz):
    words = ["--seeds", 2, "--set", "training.learning_rate=0.01,0.1,1", "--set", "training.epochs=3"]
    outcome = nnviz("sweep", "circle", *words, "--csv", "-")
    assert (outcome.status, outcome.errors) == (0, "")
    assert outcome.output.splitlines()[0] == (
        "training.learning_rate,seed,train_loss,validation_loss,test_loss,"
        "train_accuracy,validation_accuracy,test_accuracy,epochs,best_epoch,stop_reason"
    )
    rows = rows_of(outcome.output)
    assert [(row["training.learning_rate"], row["seed"]) for row in rows] == [
        (rate, seed) for rate in ("0.01", "0.1", "1") for seed in ("1", "2")
    ]
    assert {(row["epochs"], row["stop_reason"]) for row in rows} == {("3", "epochs")}


def test_a_row_has_the_numbers_of_a_training_of_its_own(nnviz):
    chosen = Experiment.named("sine").with_fields(
        {"training.epochs": 4, "training.learning_rate": 0.2, "network.seed": 3, "training.seed": 3}
    )
    trainer = Trainer(chosen)
    trainer.run()
    words = ["--seeds", 4, "--set", "training.learning_rate=0.1,0.2", "--set", "training.epochs=4"]
    rows = rows_of(nnviz("sweep", "sine", *words, "--csv", "-").output)
    (row,) = (row for row in rows if (row["training.learning_rate"], row["seed"]) == ("0.2", "3"))
    for part in ("train", "validation", "test"):
        figures = float(row[f"{part}_loss"]), float(row[f"{part}_rmse"])
        assert figures == pytest.approx(trainer.score(part), rel=1e-9)
    assert int(row["best_epoch"]) == trainer.history.best_epoch


def test_a_single_value_is_an_override_and_no_column(nnviz):
    rows = rows_of(nnviz("sweep", "xor4", "--set", "training.epochs=2", "--csv", "-").output)
    assert len(rows) == 1 and next(iter(rows[0])) == "seed"
    assert rows[0]["epochs"] == "2"


def test_lists_texts_and_tables_can_be_swept(nnviz):
    optimizers = 'training.optimizer=sgd,{name = "adam", beta1 = 0.8}'
    words = ["--set", "network.hidden=[4],[8,8]", "--set", optimizers, "--set", "training.epochs=1"]
    rows = rows_of(nnviz("sweep", "circle", *words, "--csv", "-").output)
    assert [(row["network.hidden"], row["training.optimizer"]) for row in rows] == [
        (hidden, optimizer) for hidden in ("[4]", "[8, 8]") for optimizer in ("sgd", '{"name": "adam", "beta1": 0.8}')
    ]


def test_no_value_among_several_is_the_default(nnviz):
    words = ["--set", "training.clip_norm=,0.1", "--set", "training.epochs=1", "--json", "-"]
    rows = json.loads(nnviz("sweep", "circle", *words).output)["rows"]
    assert [row["settings"]["training.clip_norm"] for row in rows] == [None, 0.1]


def test_the_json_and_the_csv_say_the_same(nnviz, folder):
    words = ["--seeds", 2, "--set", "training.epochs=2", "--csv", "out.csv", "--json", "out.json"]
    assert nnviz("sweep", "circle", *words).status == 0
    table = json.loads((folder / "out.json").read_text())
    assert table["format"] == "nnviz-sweep/1" and table["experiment"]["training"]["epochs"] == 2
    for row, line in zip(table["rows"], rows_of((folder / "out.csv").read_text()), strict=True):
        assert float(line["test_loss"]) == row["test_loss"] and int(line["seed"]) == row["seed"]


def test_the_table_is_for_a_reader(nnviz):
    outcome = nnviz("sweep", "xor4", "--seeds", 3, "--set", "network.hidden=[1],[4]", "--set", "training.epochs=400")
    assert (outcome.status, outcome.errors) == (0, "")
    title, blank, header, *lines = outcome.output.splitlines()
    assert (title, blank) == ("Four points: 6 networks", "")
    assert header.split()[:4] == ["network.hidden", "seed", "train_loss", "validation_loss"]
    assert len({len(line) for line in (header, *lines[:6])}) == 1
    assert lines[7].split()[:5] == ["network.hidden", "networks", "score", "median", "lowest"]
    assert lines[9].split() == ["[4]", "3", "train_accuracy", "1.000000", "1.000000", "1.000000", "100%", "0"]


def test_what_a_file_has_is_not_said_again(nnviz, folder):
    outcome = nnviz("sweep", "xor4", "--seeds", 3, "--set", "training.epochs=2", "--csv", "out.csv")
    assert outcome.output.count("\n") == 4  # a title, and one line for the combination under its header
    assert "train_loss" not in outcome.output


def test_a_network_that_diverges_is_a_row_like_the_others(nnviz, diverging):
    rates = "training.learning_rate=0.01,1000000"
    outcome = nnviz("sweep", diverging, "--set", rates, "--set", "training.epochs=20", "--csv", "-")
    assert (outcome.status, outcome.errors) == (0, "")
    fine, diverged = rows_of(outcome.output)
    assert (fine["stop_reason"], diverged["stop_reason"]) == ("epochs", "diverged")
    assert diverged["train_loss"] == "nan"


def test_a_progress_bar_is_shown_on_a_terminal(nnviz, monkeypatch):
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    outcome = nnviz("sweep", "xor4", "--seeds", 2, "--set", "training.epochs=3")
    assert outcome.status == 0
    assert "/6.00" in outcome.errors
    assert outcome.output.startswith("Four points: 2 networks")


# ---- what it refuses -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["--set", "training.learning_rate=0.1,fast"], 'training.learning_rate: expected a number > 0, got "fast"'),
        (["--set", "network.hidden=[4],[0]"], "network.hidden[0]: expected a whole number from 1 to 1,024, got 0"),
        (["--set", "network.hiden=[4],[5]"], "network.hiden: no such field; did you mean network.hidden?"),
        (
            ["--set", "network.output=sigmoid,linear", "--set", "training.loss=binary_cross_entropy"],
            "training.loss: binary_cross_entropy does not go with a linear output",
        ),
        (["--seeds", "3", "--set", "network.seed=1,2"], "network.seed: give it several values, or ask for 3 seeds"),
        (["--seeds", "10001"], "a sweep of 10,001 networks is too large (at most 10,000)"),
    ],
)
def test_a_sweep_that_is_not_valid_is_refused_before_anything_is_trained(nnviz, folder, words, complaint):
    outcome = nnviz("sweep", "circle", *words, "--csv", "out.csv")
    assert outcome.status == 2
    assert complaint in outcome.complaint
    assert list(folder.iterdir()) == []


def test_the_combination_is_named_where_the_field_alone_does_not_say_it(nnviz):
    outcome = nnviz("sweep", "circle", "--set", "network.hidden=[4],[4,4]", "--set", 'network.activation=["tanh"],relu')
    assert outcome.complaint == (
        "circle: network.activation: expected one name, or one for each hidden layer (2), got 1 "
        "(where network.hidden = [4, 4])"
    )


@pytest.mark.parametrize("words", [["--seeds", "0"], ["--seeds", "many"]])
def test_seeds_are_whole_numbers_from_1(nnviz, words):
    outcome = nnviz("sweep", "circle", *words)
    assert outcome.status == 2 and "--seeds: expected a whole number ≥ 1" in outcome.complaint


def test_an_output_that_cannot_be_written_is_refused_first(nnviz, folder):
    assert nnviz("sweep", "xor4", "--csv", "nowhere/out").complaint == "nowhere/out: there is no folder nowhere"
    assert nnviz("sweep", "xor4", "--csv", "a", "--json", "a").complaint == "a: only one result can go there"


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("0.01,0.1, 1", [0.01, 0.1, 1]),
        ("[4],[8, 8]", [[4], [8, 8]]),
        ("[4, 3]", [[4, 3]]),
        ('["tanh", "relu"],tanh', [["tanh", "relu"], "tanh"]),
        ('"a,b",c', ["a,b", "c"]),
        ("it's,that's", ["it's", "that's"]),
        ("{name = 'sgd'},adam", [{"name": "sgd"}, "adam"]),
        ('["x1", "sin(x1, 2)"]', [["x1", "sin(x1, 2)"]]),
        ("", [None]),
        ("1,", [1, None]),
    ],
)
def test_values_are_cut_at_commas_outside_brackets_and_quotes(text, values):
    assert overrides(f"network.hidden={text}") == ("network.hidden", values)


# ---- interrupts ------------------------------------------------------------------------------------------------------


def _hear_interrupts():
    """A job in the background is started deaf to Ctrl-C, and its children would be too."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


class Watched:
    """The command as a process of its own, with a terminal for its progress bar."""

    def __init__(self, folder, *words):
        import termios  # POSIX's

        self._terminal, slave = os.openpty()
        termios.tcsetwinsize(slave, (40, 120))
        self.process = subprocess.Popen(
            [*NNVIZ, "sweep", *words],
            cwd=folder,
            stdout=subprocess.PIPE,
            stderr=slave,
            preexec_fn=_hear_interrupts,
            start_new_session=True,
        )
        os.close(slave)
        self._seen = b""

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()
        self.process.stdout.close()
        os.close(self._terminal)

    def wait_for(self, text):
        """Until the progress bar says it."""
        while text not in self._seen:
            self.listen()

    def listen(self):
        """To the next thing that it says."""
        assert len(self._seen) < 100_000 and select.select([self._terminal], [], [], 60)[0], self._seen[-500:]
        self._seen += os.read(self._terminal, 4096)

    def interrupt(self):
        """Ctrl-C, which a terminal sends to every process; the exit status, and the last line said."""
        os.killpg(self.process.pid, signal.SIGINT)
        with self.process.stdout:
            self.process.stdout.read()
        status = self.process.wait(60)
        try:
            while chunk := os.read(self._terminal, 4096):
                self._seen += chunk
        except OSError:  # nobody is left at the other end
            pass
        return status, self._seen.decode().replace("\r", "\n").split("\n")


@posix
def test_an_interrupt_keeps_the_networks_that_are_done(tmp_path):
    words = ["--set", "training.epochs=1,10000000", *ENDLESS, "--csv", "out.csv"]
    with Watched(tmp_path, "circle", *words) as watched:
        watched.wait_for(b"1/2 networks")
        status, lines = watched.interrupt()
    assert status == 1
    assert "nnviz: error: circle: interrupted: 1 of 2 networks are done" in lines
    (row,) = rows_of((tmp_path / "out.csv").read_text())
    assert (row["training.epochs"], row["stop_reason"]) == ("1", "epochs")
    assert [file.name for file in tmp_path.iterdir()] == ["out.csv"]


@posix
def test_an_interrupt_before_anything_is_done_writes_nothing(tmp_path):
    words = ["--set", "training.epochs=10000000", *ENDLESS, "--csv", "out.csv"]
    with Watched(tmp_path, "circle", *words) as watched:
        watched.wait_for(b"0/1 networks")
        status, lines = watched.interrupt()
    assert status == 1
    assert "nnviz: error: circle: interrupted: 0 of 1 networks are done" in lines
    assert list(tmp_path.iterdir()) == []


@posix
@pytest.mark.skipif((os.cpu_count() or 1) < 2, reason="needs a second processor")
def test_an_interrupt_ends_the_other_processes_too(tmp_path):
    words = ["--set", "training.epochs=10000000", "--set", "network.hidden=[4],[5],[6],[7]", *ENDLESS]
    with Watched(tmp_path, "circle", *words) as watched:
        while not (others := psutil.Process(watched.process.pid).children(recursive=True)):
            watched.listen()
        status, lines = watched.interrupt()
    assert status == 1
    assert not [line for line in lines if "epochs/s" not in line and line.strip() and "nnviz: error" not in line]
    assert psutil.wait_procs(others, timeout=60)[1] == []


def test_no_cell_of_the_table_is_run_by_a_spreadsheet(nnviz, folder):
    values = "title==1+1,@x,plain,=cmd|' /C calc'!A0"
    nnviz("sweep", "xor4", "--set", values, "--set", "training.epochs=1", "--csv", "out.csv")
    with (folder / "out.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["title"] for row in rows] == ["'=1+1", "'@x", "plain", "'=cmd|' /C calc'!A0"]
    assert all(float(row["train_loss"]) for row in rows)


def test_no_address_is_no_cluster(nnviz):
    """An empty variable of a script, for example: it is not to run on this machine for hours instead."""
    outcome = nnviz("sweep", "xor4", "--on", "")
    assert outcome.status == 2
    assert outcome.complaint == '--on: expected an address, got "" (see "nnviz sweep --help")'
