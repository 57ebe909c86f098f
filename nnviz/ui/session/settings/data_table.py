"""The settings of the data."""

from __future__ import annotations

import math

from nnviz.engine.data.datasets import DATASETS
from nnviz.engine.experiment import Experiment
from nnviz.ui.names.translation import QT_TRANSLATE_NOOP, translate
from nnviz.ui.session.experiment_fields import (
    can_choose_examples,
    data_fields,
    example_count,
    split_fields,
    standardize_fields,
    task_fields,
    task_shape,
)
from nnviz.ui.session.settings.lists import LIST, ONE_OR_SEVERAL, WORD, joined
from nnviz.ui.session.settings.notes import data_note
from nnviz.ui.session.settings.setting import (
    Choice,
    End,
    Features,
    Pictures,
    Section,
    Seed,
    Setting,
    Slider,
    Split,
    Switch,
    Written,
)

WORKED_EXAMPLE = "worked-example"
"""The built-in experiment whose data stands in it."""
AS_IT_LOOKS = "automatic"
_TASKS = {
    "classes": QT_TRANSLATE_NOOP("Settings", "classes"),
    "numbers": QT_TRANSLATE_NOOP("Settings", "numbers"),
}


def _always_the_same(experiment: Experiment) -> str:
    return "" if can_choose_examples(experiment) else translate("Settings", "These examples are always the same")


def _no_numbers(experiment: Experiment) -> str:
    return (
        "" if task_shape(experiment).task == "regression" else translate("Settings", "Only where numbers are predicted")
    )


def no_classes(experiment: Experiment) -> str:
    """Why what is about classes has nothing to do here; "" where it has."""
    return (
        translate("Settings", "Only where classes are predicted") if task_shape(experiment).task == "regression" else ""
    )


def _no_table(experiment: Experiment) -> str:
    return (
        "" if experiment.data.file is not None else translate("Settings", "Only where the data is a table from a file")
    )


def _columns(experiment: Experiment) -> str:
    return joined(task_shape(experiment).columns)


def _all_but_the_target(experiment: Experiment) -> str:
    return translate("Settings", "all but the target")


_FIRST = (
    Setting(
        "data.source",
        QT_TRANSLATE_NOOP("Settings", "Data set"),
        Pictures((*DATASETS, WORKED_EXAMPLE)),
        QT_TRANSLATE_NOOP("Settings", "Where the examples come from; the network and the training stay as they are"),
        beside=QT_TRANSLATE_NOOP("Settings", "data"),
        also=(
            ("data.file", QT_TRANSLATE_NOOP("Settings", "table")),
            ("data.x", QT_TRANSLATE_NOOP("Settings", "inputs of the examples")),
            ("data.y", QT_TRANSLATE_NOOP("Settings", "targets of the examples")),
            ("data.classes", QT_TRANSLATE_NOOP("Settings", "number of classes")),
        ),
        back=data_fields,
        untold=True,
        note=data_note,
    ),
    Setting(
        "data.noise",
        QT_TRANSLATE_NOOP("Settings", "Noise"),
        Slider(high=1.0, step=0.01, highest=1000.0),
        QT_TRANSLATE_NOOP("Settings", "How far examples are moved at random: the standard deviation"),
        beside=QT_TRANSLATE_NOOP("Settings", "noise"),
    ),
    Setting(
        "data.split",
        QT_TRANSLATE_NOOP("Settings", "Train / validation / test"),
        Split(),
        QT_TRANSLATE_NOOP("Settings", "Percentage to learn from, to decide when to stop, and to test on at the end"),
        beside=QT_TRANSLATE_NOOP("Settings", "split"),
        write=lambda experiment, split: split_fields(split[0], split[1]),
    ),
    Setting(
        "training.batch_size",
        QT_TRANSLATE_NOOP("Settings", "Batch size"),
        Slider(
            stops=(1, 2, 5, 10, 20, 50, 100, math.inf),
            highest=math.inf,
            end=End(math.inf, "full", QT_TRANSLATE_NOOP("Settings", "full")),
        ),
        QT_TRANSLATE_NOOP("Settings", "Examples that each update of the weights looks at"),
        beside=QT_TRANSLATE_NOOP("Settings", "batch size"),
    ),
)

_MORE = (
    Setting(
        "data.examples",
        QT_TRANSLATE_NOOP("Settings", "Examples"),
        Slider(stops=(10, 20, 50, 100, 150, 200, 300, 400, 500, 700, 1000, 2000)),
        QT_TRANSLATE_NOOP("Settings", "How many examples there are in all three parts"),
        beside=QT_TRANSLATE_NOOP("Settings", "examples"),
        read=example_count,
        locks=_always_the_same,
    ),
    Setting(
        "data.seed",
        QT_TRANSLATE_NOOP("Settings", "Data seed"),
        Seed(),
        QT_TRANSLATE_NOOP("Settings", "The same seed draws the same examples"),
        beside=QT_TRANSLATE_NOOP("Settings", "seed of the data"),
    ),
    Setting(
        "data.inputs",
        QT_TRANSLATE_NOOP("Settings", "Inputs"),
        Features(text=LIST.text, value=LIST.value, hint=_columns),
        QT_TRANSLATE_NOOP("Settings", "What the network sees: hand-made features such as x1^2; if empty, raw columns"),
        beside=QT_TRANSLATE_NOOP("Settings", "inputs"),
    ),
    Setting(
        "data.standardize",
        QT_TRANSLATE_NOOP("Settings", "Standardise inputs"),
        Switch(),
        QT_TRANSLATE_NOOP("Settings", "Shift and scale inputs to mean 0 and deviation 1, by the training part"),
        beside=QT_TRANSLATE_NOOP("Settings", "inputs are standardised"),
        write=lambda experiment, on: standardize_fields(on),
    ),
    Setting(
        "data.standardize_target",
        QT_TRANSLATE_NOOP("Settings", "Standardise target"),
        Switch(),
        QT_TRANSLATE_NOOP("Settings", "The same for the numbers to predict; errors are shown in their own unit"),
        beside=QT_TRANSLATE_NOOP("Settings", "target is standardised"),
        folds=_no_numbers,
    ),
    Setting(
        "data.clean_test",
        QT_TRANSLATE_NOOP("Settings", "Keep test labels correct"),
        Switch(),
        QT_TRANSLATE_NOOP("Settings", "No wrong labels in the test part: it tells how good a network really is"),
        beside=QT_TRANSLATE_NOOP("Settings", "test labels are correct"),
        folds=no_classes,
    ),
    Setting(
        "data.target",
        QT_TRANSLATE_NOOP("Settings", "Target column"),
        ONE_OR_SEVERAL,
        QT_TRANSLATE_NOOP(
            "Settings", "The column of the table that is to be predicted, or several with semicolons between them"
        ),
        beside=QT_TRANSLATE_NOOP("Settings", "column to predict"),
        folds=_no_table,
    ),
    Setting(
        "data.features",
        QT_TRANSLATE_NOOP("Settings", "Input columns"),
        Written(text=LIST.text, value=LIST.value, hint=_all_but_the_target),
        QT_TRANSLATE_NOOP("Settings", "The columns of the table that are the raw inputs; if empty, all but the target"),
        beside=QT_TRANSLATE_NOOP("Settings", "columns to predict from"),
        folds=_no_table,
    ),
    Setting(
        "data.task",
        QT_TRANSLATE_NOOP("Settings", "Target is"),
        Choice(
            texts=lambda name: translate("Settings", _TASKS[name]),
            nothing=(AS_IT_LOOKS, QT_TRANSLATE_NOOP("Settings", "automatic")),
        ),
        QT_TRANSLATE_NOOP("Settings", "Whether the target of the table names classes or is a number to predict"),
        beside=QT_TRANSLATE_NOOP("Settings", "task"),
        write=lambda experiment, task: task_fields(task),
        folds=_no_table,
    ),
    Setting(
        "title",
        QT_TRANSLATE_NOOP("Settings", "Title"),
        WORD,
        QT_TRANSLATE_NOOP("Settings", "What the experiment is called, in the window and in its file"),
        untold=True,
    ),
)

DATA = Section(
    named=QT_TRANSLATE_NOOP("Settings", "Data"),
    first=_FIRST,
    more=_MORE,
    remark=QT_TRANSLATE_NOOP("Settings", "Each makes new data and starts a new run."),
)
