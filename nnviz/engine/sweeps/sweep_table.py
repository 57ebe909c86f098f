"""A sweep as a table: a row for each network that is done, as CSV, as JSON, or by combination."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from statistics import median
from typing import Any

import msgspec

from nnviz.engine.reports.plain import plain_number
from nnviz.engine.reports.report import PARTS
from nnviz.engine.sweeps.sweep import Sweep
from nnviz.engine.sweeps.sweep_results import Result

FORMAT = "nnviz-sweep/1"
SCORES = ("accuracy", "rmse")
FORMULAS = frozenset("=+-@\t\r")
"""What a cell begins with that a spreadsheet would reckon, or run."""
SOLVED = 0.99
"""The accuracy from which on a network counts as one that has solved its task."""


@dataclass(frozen=True)
class Combination:
    """What the seeds of one combination have come to.

    Attributes:
        settings: The fields that the grid gives several values.
        networks: How many are done.
        score: The name of the score that they are judged by: ``validation_accuracy`` for example.
        median, lowest, highest: Of that score.
        solved: The share that has an accuracy of at least ``SOLVED``; ``None`` where numbers are predicted.
        diverged: How many have.
    """

    settings: Mapping[str, Any]
    networks: int
    score: str
    median: float
    lowest: float
    highest: float
    solved: float | None
    diverged: int


def in_order(sweep: Sweep) -> list[Result]:
    """What is done, in the order of the members."""
    return sorted(sweep.results, key=lambda result: result.member.place)


def rows(sweep: Sweep) -> list[dict[str, Any]]:
    """A row for each network that is done: the settings, the seed, losses and scores, and how it ended.

    A figure is ``None`` where its part of the data is empty, and where another row has another kind of score.
    """
    done = in_order(sweep)
    scores = [score for score in SCORES if any(result.history.score == score for result in done)]
    figures = [f"{part}_{name}" for name in ("loss", *scores) for part in PARTS]
    return [
        {
            **result.member.settings,
            "seed": result.member.seed,
            **{name: result.figures.get(name) for name in figures},
            "epochs": result.epochs,
            "best_epoch": result.history.best_epoch,
            "stop_reason": result.stop_reason,
        }
        for result in done
    ]


def to_csv(sweep: Sweep) -> str:
    """The rows as CSV, with a line of names; cells that know nothing are empty, lists are written as in a file."""
    text = io.StringIO()
    table = rows(sweep)
    writer = csv.DictWriter(text, list(table[0]) if table else [], lineterminator="\n")
    writer.writeheader()
    writer.writerows({name: _harmless(written(value)) for name, value in row.items()} for row in table)
    return text.getvalue()


def _harmless(cell: Any) -> Any:
    """A cell of which a spreadsheet makes no formula: a text that would be one stands behind a quotation mark."""
    return f"'{cell}" if isinstance(cell, str) and cell[:1] in FORMULAS and not _is_number(cell) else cell


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def to_json(sweep: Sweep) -> bytes:
    """The rows as JSON with what was swept and the experiment of the first network, a row on each line."""
    head = {
        "format": FORMAT,
        "experiment": sweep.members[0].experiment.to_dict(),
        "networks": len(sweep.members),
        "done": len(sweep.results),
    }
    lines = [msgspec.json.encode({name: value})[1:-1] for name, value in head.items()]
    encoded = (msgspec.json.encode(_row(result)) for result in in_order(sweep))
    return b"{" + b",\n ".join([*lines, b'"rows": [\n  ' + b",\n  ".join(encoded) + b"]"]) + b"}\n"


def combinations(sweep: Sweep) -> list[Combination]:
    """What the seeds of each combination have come to."""
    return [
        _combination(list(alike)) for _, alike in groupby(in_order(sweep), key=lambda result: result.member.combination)
    ]


def written(value: Any) -> str:
    """A value of a field, or a figure to its last bit, as a cell of a table."""
    if value is None:
        return ""
    if isinstance(value, float):
        return repr(float(value))
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)


def _row(result: Result) -> dict[str, Any]:
    figures = result.figures.items()
    return {
        "settings": result.member.settings,
        "seed": result.member.seed,
        **{name: plain_number(figure) if figure is not None else None for name, figure in figures},
        "epochs": result.epochs,
        "iterations": result.iterations,
        "best_epoch": result.history.best_epoch,
        "stop_reason": result.stop_reason,
        "message": str(result.history.message),
    }


def _combination(results: Sequence[Result]) -> Combination:
    name, _ = results[0].score
    known = [float("nan") if score is None else score for _, score in (result.score for result in results)]
    finite = sorted(score for score in known if score == score) or [float("nan")]
    return Combination(
        settings=results[0].member.settings,
        networks=len(results),
        score=name,
        median=median(finite),
        lowest=finite[0],
        highest=finite[-1],
        solved=sum(score >= SOLVED for score in known) / len(known) if name.endswith("accuracy") else None,
        diverged=sum(result.stop_reason == "diverged" for result in results),
    )
