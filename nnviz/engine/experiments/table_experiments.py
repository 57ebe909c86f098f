"""An experiment for a table that was just opened: a small network, and settings that suit its task."""

from __future__ import annotations

from pathlib import Path

from nnviz.engine.data.examples import part_sizes
from nnviz.engine.data.tables.choice import TableChoice
from nnviz.engine.data.tables.table import Table
from nnviz.engine.experiments.completion import Kind, complete
from nnviz.engine.settings import FOUND_OUT, Data, EarlyStopping, Network, Training

BATCH_SIZES = ((1_000, 10), (10_000, 32))
"""Up to so many examples, batches of so many."""
LARGE_BATCH = 100


def experiment_of_table(kind: type[Kind], path: Path, choice: TableChoice, table: Table) -> Kind:
    """The experiment that learns from a table what was chosen, complete.

    Raises:
        ExperimentError: The file has changed in the meantime, and nothing can be learned from it any more.
    """
    numbers = table.task == "regression"
    examples = len(table.x)
    data = Data(
        file=str(path.absolute()),
        reading=choice.reading if choice.reading != FOUND_OUT else None,
        target=choice.targets[0] if len(choice.targets) == 1 else choice.targets,
        features=choice.features,
        task=choice.task,
        standardize_target=numbers,
    )
    validation = part_sizes(examples, data.split)[1]
    training = Training(
        learning_rate=0.01 if numbers else 0.1,
        batch_size=next((size for most, size in BATCH_SIZES if examples <= most), LARGE_BATCH),
        early_stopping=EarlyStopping(patience=50 if numbers else 30) if validation else None,
    )
    network = Network(hidden=(8,) if numbers else (6,))
    return complete(kind(title=path.stem, data=data, network=network, training=training))
