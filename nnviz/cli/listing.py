"""``nnviz list``: what an experiment can be made of."""

import argparse
import json

from nnviz.cli.arguments import STANDARD_OUTPUT, add_output
from nnviz.cli.inputs import inputs_of
from nnviz.cli.outcome import DONE, tell
from nnviz.cli.outputs import refuse_outputs, write_output
from nnviz.cli.words import in_words
from nnviz.said import said

FORMAT = "nnviz-list/1"
Row = dict[str, object]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe what ``list`` takes."""
    add_output(parser, "--json", said("Command", "write the lists as JSON"), nargs="?", const=STANDARD_OUTPUT)


def run(arguments: argparse.Namespace) -> int:
    """List."""
    refuse_outputs(inputs_of(None), arguments.json)
    lists = _lists()
    if arguments.json is None:
        tell(line for title, rows in lists.items() for line in (*_table(title, rows), ""))
    else:
        fields = {"format": FORMAT, **{title.replace(" ", "_"): rows for title, rows in lists.items()}}
        write_output(arguments.json, [json.dumps(fields, indent=1, ensure_ascii=False).encode(), b"\n"])
    return DONE


HEADINGS = {
    "experiments": said("Command", "Experiments"),
    "data sets": said("Command", "Data sets"),
    "activations": said("Command", "Activations"),
    "output activations": said("Command", "Output activations"),
    "losses": said("Command", "Losses"),
    "loss scales": said("Command", "Loss scales"),
    "optimisers": said("Command", "Optimisers"),
    "schedules": said("Command", "Schedules"),
    "initialisers": said("Command", "Initialisers"),
    "faults": said("Command", "Faults"),
}


def _lists() -> dict[str, list[Row]]:
    from nnviz.engine.data.datasets import DATASETS
    from nnviz.engine.data.faults import FAULTS
    from nnviz.engine.experiments.experiment_files import titles
    from nnviz.engine.functions.activations import ACTIVATIONS
    from nnviz.engine.functions.initialisers import INITIALISERS
    from nnviz.engine.functions.losses import LOSS_SCALES, LOSSES
    from nnviz.engine.functions.optimisers import OPTIMISERS
    from nnviz.engine.functions.outputs import OUTPUTS
    from nnviz.engine.functions.schedules import SCHEDULES

    return {
        "experiments": [{"name": name, "title": title} for name, title in titles().items()],
        "data sets": [
            {"name": row.name, "title": row.title, "task": row.task, "inputs": row.inputs, "examples": row.examples}
            for row in DATASETS.values()
        ],
        "activations": [{"name": name} for name in ACTIVATIONS],
        "output activations": [{"name": name} for name in OUTPUTS],
        "losses": [{"name": row.name, "outputs": list(row.outputs)} for row in LOSSES.values()],
        "loss scales": [{"name": name} for name in LOSS_SCALES],
        "optimisers": [{"name": row.name, "settings": dict(row.settings)} for row in OPTIMISERS.values()],
        "schedules": [{"name": row.name, "settings": dict(row.settings)} for row in SCHEDULES.values()],
        "initialisers": [{"name": name} for name in INITIALISERS],
        "faults": [{"name": name} for name in FAULTS],
    }


def _table(title: str, rows: list[Row]) -> list[str]:
    """A title and aligned columns under it; names alone go on one line."""
    heading = in_words(HEADINGS[title])
    if all(list(row) == ["name"] for row in rows):
        return [heading, "  " + ", ".join(str(row["name"]) for row in rows)]
    cells = [[_cell(name, value) for name, value in row.items()] for row in rows]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    return [heading, *("  " + "  ".join(map(str.ljust, line, widths)).rstrip() for line in cells)]


def _cell(name: str, value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(setting if number is None else f"{setting} {number:g}" for setting, number in value.items())
    if isinstance(value, list):
        return f"{name}: {', '.join(value)}"
    if isinstance(value, int):
        return f"{value} {name if value != 1 else name.removesuffix('s')}"
    return str(value)
