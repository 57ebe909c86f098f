"""Makes a document of each kind that nnviz opens, for a try of the package: ``python documents.py FOLDER``."""

import sys
from pathlib import Path

import pandas as pd

from nnviz.engine import Experiment, Trainer
from nnviz.sessions.session import Session
from nnviz.sessions.writing import write_session
from nnviz.view import View
from tests.recordings.own import own_training, write

CARS = pd.DataFrame(
    {
        "weight": [1100.5, 1400.0, 900.2, 1720.1, 1250.0, 1010.4, 1600.0, 980.8] * 5,
        "power": [55, 90, 45, 140, 75, 50, 120, 48] * 5,
        "fast": ["no", "yes", "no", "yes", "no", "no", "yes", "no"] * 5,
    }
)


def main(folder: Path) -> None:
    """Make them."""
    trainer = Trainer(Experiment.named("circle", {"training.epochs": 5}))
    examples = trainer.examples
    trainer.run(50)
    write_session(folder / "my run.nnviz", Session.of(trainer, View(), examples))
    write(folder / "my run.nnviz-run", *own_training())
    CARS.to_csv(folder / "cars.csv", index=False)
    CARS.to_excel(folder / "cars.xlsx", index=False)
    for ending in ("csv", "xlsx"):
        (folder / f"{ending}.toml").write_text(f'[data]\nfile = "cars.{ending}"\ntarget = "fast"\n', encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
