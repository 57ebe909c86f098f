"""``nnviz train``: trains an experiment to its end and writes how it went."""

import argparse
from typing import TYPE_CHECKING

from nnviz.cli.arguments import STANDARD_OUTPUT, add_experiment, add_output
from nnviz.cli.inputs import inputs_of
from nnviz.cli.outcome import DONE, FAILED, complain, short, tell
from nnviz.cli.outputs import refuse_outputs, write_output
from nnviz.cli.progress import train_to_the_end
from nnviz.cli.tables import aligned, faults_line, filled, shown_figure
from nnviz.said import joined, said
from nnviz.shortened import shortened

if TYPE_CHECKING:
    from nnviz.engine import Experiment, Trainer

MOST_CLASSES_SHOWN = 10
LONGEST_NAME = 12
"""Of a class in a table: a longer one is cut short."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe what ``train`` takes."""
    add_experiment(parser)
    parser.add_argument(
        "--epochs",
        metavar="N",
        dest="overrides",
        action="append",
        type=_epochs,
        help=said("Command", "train at most so many epochs"),
    )
    add_output(parser, "--csv", said("Command", "write losses and scores, a row for each epoch"))
    add_output(
        parser,
        "--json",
        said("Command", "write the final figures, the best epoch, why it stopped, and the whole experiment"),
    )
    parser.epilog = said(
        "Command",
        "A training that diverges says so, writes what it has, and exits with status 1.\n"
        'In JSON, numbers that are not finite are the texts "NaN", "Infinity" and "-Infinity";\n'
        "figures of an empty part of the data are null there and empty cells in CSV.",
    )


def run(arguments: argparse.Namespace) -> int:
    """Train; exit status 1 if it diverged."""
    refuse_outputs(inputs_of(arguments.experiment, arguments.overrides), arguments.csv, arguments.json)
    from nnviz.cli.experiments import start_of
    from nnviz.engine.reports.report import epochs_csv, summary_json

    start = start_of(arguments)
    trainer = start.trainer()
    read = [] if start.session is not None else _of_table(start.experiment)
    train_to_the_end(trainer)
    if arguments.csv is not None:
        write_output(arguments.csv, [epochs_csv(trainer).encode()])
    if arguments.json is not None:
        write_output(arguments.json, [summary_json(trainer)])
    if STANDARD_OUTPUT not in (arguments.csv, arguments.json):
        tell(_summary(trainer, read))
    if trainer.finished == "diverged":
        return complain(joined(": ", start.source, trainer.history.message), FAILED)
    return DONE


def _epochs(text: str) -> tuple[str, object]:
    """``--epochs N`` is ``--set training.epochs=N``, and checked like it."""
    from nnviz.cli.arguments import toml_value

    return "training.epochs", toml_value(text) if text else text


_PARTS = {
    "train": said("Command", "train"),
    "validation": said("Command", "validation"),
    "test": said("Command", "test"),
}
_FIGURES = {
    "loss": said("Command", "loss"),
    "accuracy": said("Command", "accuracy"),
    "rmse": "rmse",
    "mae": "mae",
    "r2": "r2",
}


def _of_table(experiment: "Experiment") -> list[str]:
    """How much of a file's rows and columns is learned from; "nnviz check" tells more."""
    if experiment.data.file is None:
        return []
    from nnviz.engine.data.tables import read_table

    return read_table(experiment.data).report.brief()


def _summary(trainer: "Trainer", read: list[str]) -> list[str]:
    """How it went, for a reader, with what is to be said of the table that was read."""
    from nnviz.engine.reports.report import PARTS, final_figures, restored_best

    figures, names = final_figures(trainer), trainer.examples.class_names
    shown = ("loss", "accuracy") if names else ("loss", "rmse", "mae", "r2")
    widths = "-".join(str(units) for units in trainer.architecture.widths)
    back = said("Command", "; the best parameters are back") if restored_best(trainer) else ""
    lines = [
        said("Command", "{title}: {widths}, {parameter_count:,} parameters").format(
            title=short(trainer.experiment.title), widths=widths, parameter_count=trainer.architecture.parameter_count
        ),
        said("Command", "{epoch:,} epochs, {iteration:,} iterations: {message}{back}").format(
            epoch=trainer.epoch, iteration=trainer.iteration, message=trainer.history.message, back=back
        ),
        *faults_line(trainer.examples.faults),
        *read,
        "",
    ]
    lines.append(_row("", said("Command", "examples"), [_FIGURES[name] for name in shown]))
    for part in PARTS:
        cells = [shown_figure(figures[f"{part}_{name}"]) for name in shown]
        lines.append(_row(_PARTS[part], f"{len(trainer.examples.part(part)):,}", cells))
    if names and len(names) <= MOST_CLASSES_SHOWN and figures["test_confusion"] is not None:
        lines += ["", *_confusion(names, figures["test_confusion"])]
    return lines


def _row(part: str, examples: str, figures: list[str]) -> str:
    return filled(part, 12) + filled(examples, -10) + "".join(filled(figure, -14) for figure in figures)


def _confusion(names: tuple[str, ...], rows: list[list[int]]) -> list[str]:
    """What the classes of the test part were taken for, as a table."""
    short = [shortened(name, LONGEST_NAME) for name in names]
    cells = [["", *short], *([name, *(f"{count:,}" for count in row)] for name, row in zip(short, rows, strict=True))]
    table = [f"  {line}" for line in aligned(cells, texts=1)]
    return [said("Command", "test, how often each class (row) was taken for each (column):"), *table]
