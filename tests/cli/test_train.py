import csv
import json
import math
import sys

import pytest
import tomli_w

from nnviz.engine import Experiment, Trainer


def rows_of(text):
    return list(csv.DictReader(text.splitlines()))


def test_the_summary_is_for_a_reader(nnviz):
    outcome = nnviz("train", "xor4", "--epochs", 3)
    assert outcome.status == 0 and outcome.errors == ""
    assert outcome.output.startswith("Four points: 2-3-1, 13 parameters\n3 epochs, 3 iterations: all 3 epochs")
    assert "validation           0             –             –\n" in outcome.output


def test_of_a_table_it_is_said_which_rows_and_columns_are_left_out(nnviz, folder):
    rows = [f"{row},{row * 7 % 10},{row % 4}" if row != 5 else f"{row},,1" for row in range(1, 13)]
    (folder / "sales.csv").write_text("no,price,sold\n" + "\n".join([*rows, "Total,52,18"]), "utf-8")
    (folder / "mine.toml").write_text('[data]\nfile = "sales.csv"\ntarget = "sold"\n')
    output = nnviz("train", "mine.toml", "--epochs", 1).output.splitlines()
    assert output[2 : output.index("")] == [
        "sales.csv: 12 rows read, 1 dropped for missing values, 11 used",
        "  missing: price (1)",
        "  left out: no",
        '  mind: row 14, "Total", adds up the others: left out',
        '  mind: "no" only counts the rows: left out',
    ]


def test_the_csv_has_a_row_for_each_epoch(nnviz):
    outcome = nnviz("train", "circle", "--epochs", 3, "--csv", "-")
    assert outcome.status == 0
    header, *lines = outcome.output.split("\n")
    assert header == "epoch,iteration,train_loss,validation_loss,train_accuracy,validation_accuracy"
    assert lines.pop() == ""
    assert [line.split(",")[:2] for line in lines] == [["1", "18"], ["2", "36"], ["3", "54"]]


def test_the_csv_has_the_engine_s_numbers_to_the_last_bit(nnviz):
    trainer = Trainer(Experiment.named("sine").with_fields({"training.epochs": 4}))
    trainer.run()
    rows = rows_of(nnviz("train", "sine", "--epochs", 4, "--csv", "-").output)
    for name, column in (
        ("train_loss", trainer.history.train_loss),
        ("validation_loss", trainer.history.validation_loss),
        ("train_rmse", trainer.history.train_score),
        ("validation_rmse", trainer.history.validation_score),
    ):
        assert [float(row[name]) for row in rows] == column[1:].tolist()


def test_without_a_validation_part_its_cells_are_empty(nnviz):
    rows = rows_of(nnviz("train", "xor4", "--epochs", 2, "--csv", "-").output)
    assert [(row["validation_loss"], row["validation_accuracy"]) for row in rows] == [("", ""), ("", "")]


def test_the_json_says_how_it_ended(nnviz):
    trainer = Trainer(Experiment.named("circle"))
    trainer.run()
    summary = json.loads(nnviz("train", "circle", "--json", "-").output)
    assert summary["format"] == "nnviz-training/1"
    assert (summary["stop_reason"], summary["message"]) == ("early_stopping", trainer.history.message)
    assert (summary["epochs"], summary["iterations"]) == (trainer.epoch, trainer.iteration)
    assert (summary["best_epoch"], summary["restored_best"]) == (trainer.history.best_epoch, True)
    assert summary["parameters"] == 31
    for part in ("train", "validation", "test"):
        figures = summary["final"][f"{part}_loss"], summary["final"][f"{part}_accuracy"]
        assert figures == trainer.score(part)


def test_the_final_figures_are_the_best_epoch_s_once_it_is_restored(nnviz):
    history = Trainer(Experiment.named("circle"))
    history.run()
    rows = history.history
    summary = json.loads(nnviz("train", "circle", "--json", "-").output)
    assert summary["final"]["validation_loss"] == rows.validation_loss[rows.best_epoch]
    assert "; the best parameters are back\n" in nnviz("train", "circle").output


def test_figures_of_an_empty_part_are_null(nnviz):
    summary = json.loads(nnviz("train", "xor4", "--epochs", 1, "--json", "-").output)
    assert summary["final"]["test_loss"] is None and summary["final"]["test_accuracy"] is None
    assert summary["examples"] == {"train": 4, "validation": 0, "test": 0}
    assert summary["best_epoch"] is None


@pytest.mark.parametrize("name", ["circle", "sine", "worked-example", "xor4"])
def test_the_echo_as_a_file_gives_the_same_numbers(nnviz, folder, name):
    first = nnviz("train", name, "--epochs", 5, "--json", "first.json", "--csv", "first.csv")
    echo = json.loads((folder / "first.json").read_text())["experiment"]
    (folder / "echo.toml").write_text(tomli_w.dumps(echo))
    second = nnviz("train", "echo.toml", "--json", "second.json", "--csv", "second.csv")
    assert first.status == second.status == 0
    assert (folder / "second.json").read_bytes() == (folder / "first.json").read_bytes()
    assert (folder / "second.csv").read_bytes() == (folder / "first.csv").read_bytes()


def test_a_diverged_training_says_so_and_writes_what_it_has(nnviz, diverging, folder):
    outcome = nnviz("train", diverging, "--json", "out.json", "--csv", "out.csv")
    assert outcome.status == 1
    assert outcome.complaint.startswith("diverging.toml: diverged at iteration ")
    summary = json.loads((folder / "out.json").read_text(), parse_constant=pytest.fail)
    assert summary["stop_reason"] == "diverged"
    assert math.isnan(float(summary["final"]["train_loss"]))
    assert (folder / "out.csv").read_text().startswith("epoch,iteration,train_loss,validation_loss,train_rmse")


def test_a_progress_bar_is_shown_on_a_terminal(nnviz, monkeypatch):
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    outcome = nnviz("train", "xor4", "--epochs", 3)
    assert outcome.status == 0
    assert "/3.00" in outcome.errors
    assert outcome.output.startswith("Four points")


def test_no_progress_bar_is_shown_elsewhere(nnviz):
    assert nnviz("train", "xor4", "--epochs", 3).errors == ""


def test_epochs_are_checked_like_the_field(nnviz):
    outcome = nnviz("train", "circle", "--epochs", "many")
    assert outcome.status == 2
    assert outcome.complaint == ('circle: training.epochs: expected a whole number from 1 to 10,000,000, got "many"')


def test_numbers_are_summed_up_by_their_errors_and_r_squared(nnviz):
    output = nnviz("train", "sine", "--epochs", 3).output
    header, train, *_ = output.split("\n\n")[1].split("\n")
    assert header.split() == ["examples", "loss", "rmse", "mae", "r2"]
    final = json.loads(nnviz("train", "sine", "--epochs", 3, "--json", "-").output)["final"]
    assert train.split()[2:] == [f"{final[f'train_{name}']:.6f}" for name in ("loss", "rmse", "mae", "r2")]


def test_classes_are_summed_up_by_what_those_of_the_test_part_were_taken_for(nnviz):
    table = nnviz("train", "circle", "--epochs", 3).output.split("\n\n")[2].split("\n")
    assert table[0] == "test, how often each class (row) was taken for each (column):"
    assert table[1].split() == ["0", "1"]
    rows = [[int(cell) for cell in line.split()] for line in table[2:4]]
    final = json.loads(nnviz("train", "circle", "--epochs", 3, "--json", "-").output)["final"]
    assert [row[1:] for row in rows] == final["test_confusion"]
    assert [row[0] for row in rows] == [0, 1]


def test_the_table_of_classes_stays_readable(nnviz, folder, monkeypatch):
    many = {"data": {"x": [[float(n)] for n in range(22)], "y": [n % 11 for n in range(22)], "split": [0.5, 0.0, 0.5]}}
    (folder / "many.toml").write_text(tomli_w.dumps(many))
    assert "how often" not in nnviz("train", "many.toml", "--epochs", 1).output
    penguins = {"data": {"source": "penguins"}}
    (folder / "penguins.toml").write_text(tomli_w.dumps(penguins))
    monkeypatch.setattr("nnviz.cli.train.LONGEST_NAME", 6)
    lines = nnviz("train", "penguins.toml", "--epochs", 1).output.splitlines()
    assert lines[-4].split() == ["Adelie", "Chins…", "Gentoo"]
    assert len({len(line) for line in lines[-4:]}) == 1


@pytest.mark.parametrize("command", ["train", "sweep"])
def test_a_title_does_nothing_to_the_terminal(nnviz, folder, command):
    (folder / "bell.toml").write_text('title = "\\u001b[2J\\u0007x"\n[training]\nepochs = 1\n')
    output = nnviz(command, "bell.toml").output
    assert output.startswith("\\x1b[2J\\x07x: ")
    assert all(character.isprintable() or character == "\n" for character in output)


def test_a_title_is_cut_to_what_a_line_has_room_for_and_moves_no_cursor(nnviz, folder):
    (folder / "long.toml").write_text(f'title = "\\u001b[2J\\u202e{"long " * 900}"\n[data]\nsource = "xor4"\n')
    first = nnviz("train", "long.toml", "--epochs", 1).output.splitlines()[0]
    assert first.startswith("\\x1b[2J\\u202elong long") and len(first) < 140 and "…: 2-4-1" in first
