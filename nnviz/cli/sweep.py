"""``nnviz sweep``: trains every combination of some settings with some seeds, and writes how each went."""

import argparse
from typing import TYPE_CHECKING, Any

from nnviz.cli.arguments import (
    STANDARD_OUTPUT,
    add_experiment,
    add_output,
    overrides,
    whole_number,
)
from nnviz.cli.inputs import inputs_of
from nnviz.cli.outcome import DONE, RunFailedError, short, tell
from nnviz.cli.outputs import refuse_outputs, write_output
from nnviz.cli.progress import processors, watch
from nnviz.cli.tables import aligned, shown_figure
from nnviz.said import joined, said

if TYPE_CHECKING:
    from nnviz.engine import Experiment
    from nnviz.engine.sweeps.sweep import Sweep


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe what ``sweep`` takes."""
    add_experiment(
        parser,
        metavar="FIELD=VALUE,...",
        read=overrides,
        more=said(
            "Command",
            "; several values, with commas between them, are tried in turn, each with those of the other fields",
        ),
    )
    parser.add_argument(
        "--seeds",
        metavar="K",
        type=whole_number(1),
        default=1,
        help=said(
            "Command",
            "train each combination K times (default: 1): network.seed and training.seed as they are, and "
            "then each 1 more; the data stays the same",
        ),
    )
    parser.add_argument(
        "--on",
        metavar="ADDRESS",
        type=_address,
        help=said(
            "Command",
            "train on the workers of a Dask cluster, for example tcp://scheduler:8786, to the same numbers as here",
        ),
    )
    add_output(
        parser, "--csv", said("Command", "write a row for each network: settings, seed, losses, scores, how it ended")
    )
    add_output(parser, "--json", said("Command", "write the same as JSON"))
    parser.epilog = said(
        "Command",
        "For example: nnviz sweep circle --seeds 20 --set training.learning_rate=0.01,0.1,1 --csv "
        "out.csv\n             nnviz sweep circle --set network.hidden=[4],[8,8] --set "
        "training.optimizer=sgd,adam\n\n"
        'The column "seed" is network.seed. A network that diverges is a row like the others, with the '
        "stop reason\n"
        "diverged and its figures as they were; the exit status is 0. Ctrl-C keeps the networks that are "
        "done:\n"
        "their rows are written, and the exit status is 1.",
    )


def _address(text: str) -> str:
    """Where a cluster answers: nothing is no place, though without the option the sweep runs here."""
    if not text.strip():
        raise argparse.ArgumentTypeError(said("Command", 'expected an address, got "{text}"').format(text=text))
    return text


def run(arguments: argparse.Namespace) -> int:
    """Sweep; exit status 1 if it was interrupted."""
    refuse_outputs(inputs_of(arguments.experiment, arguments.overrides), arguments.csv, arguments.json)
    from nnviz.cli.experiments import source_of
    from nnviz.engine.sweeps.sweep import Sweep
    from nnviz.engine.sweeps.sweep_table import to_csv, to_json

    sweep = Sweep(_varied(arguments), arguments.seeds, dict(arguments.overrides), keeps_parameters=False)
    complete = _train(sweep, arguments.on or "")
    if sweep.results:
        if arguments.csv is not None:
            write_output(arguments.csv, [to_csv(sweep).encode()])
        if arguments.json is not None:
            write_output(arguments.json, [to_json(sweep)])
        if STANDARD_OUTPUT not in (arguments.csv, arguments.json):
            tell(_summary(sweep, arguments.seeds, arguments.csv is None and arguments.json is None))
    if not complete:
        done = said("Command", "{results:,} of {members:,} networks are done").format(
            results=len(sweep.results), members=len(sweep.members)
        )
        raise RunFailedError(
            said("Command", "{source}: interrupted: {done}").format(source=source_of(arguments), done=done)
        )
    return DONE


def _varied(arguments: argparse.Namespace) -> "Experiment | str":
    """What is varied; the sweep itself knows what is named, and what follows from its fields."""
    from nnviz.cli.experiments import names_recording, names_session, refuse_changed, refuse_recorded, start_of

    if not (names_session(arguments) or names_recording(arguments)):
        return str(arguments.experiment)
    start = start_of(argparse.Namespace(experiment=arguments.experiment, overrides=()))
    changed = said("Command", "{source}: its run was changed on the way, and a sweep trains each network anew")
    refuse_recorded(start)
    refuse_changed(start, changed.format(source=start.source))
    return start.experiment


def _train(sweep: "Sweep", on: str) -> bool:
    """Train to the end, with a progress bar where somebody is watching; false if it was interrupted."""

    def progress() -> tuple[int, str]:
        return sweep.epochs_done, said("Command", "{results:,}/{members:,} networks").format(
            results=len(sweep.results), members=len(sweep.members)
        )

    try:
        watch(sweep.pieces(processors(), on), sweep.epochs, progress)
    except KeyboardInterrupt:
        return False
    return True


def _summary(sweep: "Sweep", seeds: int, with_rows: bool) -> list[str]:
    """How it went, for a reader: every network where no file has them, and each combination of several seeds."""
    from nnviz.engine.names import counted

    count = len(sweep.members)
    title = joined(": ", short(sweep.members[0].experiment.title), counted(count, "network"))
    lines: list[str] = [title]
    if with_rows or seeds == 1:
        lines += ["", *_networks(sweep)]
    if seeds > 1:
        lines += ["", *_combinations(sweep)]
    return lines


def _networks(sweep: "Sweep") -> list[str]:
    from nnviz.engine.sweeps.sweep_table import rows

    table = rows(sweep)
    settings = list(sweep.members[0].settings)
    names = [name for name in table[0] if name not in settings]
    shown = [[*_settings(row, settings), *(_cell(name, row[name]) for name in names)] for row in table]
    return aligned([[*settings, *names], *shown], texts=len(settings))


def _combinations(sweep: "Sweep") -> list[str]:
    from nnviz.engine.sweeps.sweep_table import SOLVED, combinations

    table = combinations(sweep)
    settings = list(sweep.members[0].settings)
    names = ["networks", "score", "median", "lowest", "highest", f"accuracy ≥ {SOLVED:g}", "diverged"]
    shown = [
        [
            *_settings(row.settings, settings),
            f"{row.networks:,}",
            row.score,
            *(shown_figure(figure) for figure in (row.median, row.lowest, row.highest)),
            "–" if row.solved is None else f"{row.solved:.0%}",
            f"{row.diverged:,}",
        ]
        for row in table
    ]
    return aligned([[*settings, *names], *shown], texts=len(settings))


def _settings(row: Any, names: list[str]) -> list[str]:
    from nnviz.engine.sweeps.sweep_table import written

    return [written(row[name]) or "(default)" for name in names]


def _cell(name: str, value: Any) -> str:
    if isinstance(value, float):
        return shown_figure(value)
    return "–" if value is None else f"{value:,}" if name in ("epochs", "best_epoch") else str(value)
