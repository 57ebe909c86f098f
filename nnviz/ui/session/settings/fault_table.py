"""What can be wrong with the data on purpose, all of it in one place."""

from __future__ import annotations

from typing import Any

import numpy as np

from nnviz.engine.data.examples import make_examples
from nnviz.engine.data.faults import faults_of
from nnviz.engine.experiment import Experiment
from nnviz.ui.look.numbers import percent
from nnviz.ui.names.faults import fault_note
from nnviz.ui.names.translation import QT_TRANSLATE_NOOP, translate
from nnviz.ui.session.experiment_fields import Fields, standardize_fields, task_shape, value_at
from nnviz.ui.session.settings.data_table import no_classes
from nnviz.ui.session.settings.lists import joined, number_text, numbers
from nnviz.ui.session.settings.setting import Choice, Fault, Part, Section, Setting, Slider, Written

NOT_STANDARDIZED = "faults.not_standardized"
"""The key of the switch that turns standardisation off as a fault."""
REGION, SCALED, SCALE = "data.faults.mislabelled", "data.faults.scaled_input", "data.faults.scale"
LABEL_NOISE, LEAKED = "data.label_noise", "data.faults.leaked_duplicates"
FORGOTTEN = "data.faults.unstandardized_test"
USUAL_LABEL_NOISE, USUAL_LEAK = 0.2, 0.3
SHARE_IN_REGION = 0.15
"""Of the examples, when the region is switched on."""


def usual_region(experiment: Experiment) -> dict[str, Any]:
    """A region to begin with: around the example nearest to the middle of class 0, with a fair share of all in it."""
    examples = make_examples(experiment)
    raw = examples.raw
    own = raw[examples.labels == 0] if np.any(examples.labels == 0) else raw
    centre = own[np.argmin(np.linalg.norm(own - own.mean(axis=0), axis=1))].round(2)
    distances = np.sort(np.linalg.norm(raw - centre, axis=1))
    radius = float(distances[int(SHARE_IN_REGION * (len(distances) - 1))])
    return {"centre": [float(value) for value in centre], "radius": max(round(radius, 2), 0.05)}


def _share(field: str, usual: float) -> Part:
    """How large a share of the examples has a fault, once it is on."""
    return Part(
        field,
        QT_TRANSLATE_NOOP("Settings", "Share"),
        Slider(low=0.01, high=0.5, step=0.01, printed=percent, unset=usual),
        read=lambda experiment: value_at(experiment, field) or None,
    )


def _columns(experiment: Experiment) -> list[str]:
    return list(task_shape(experiment).columns)


def _scaled_fields(experiment: Experiment, on: Any) -> Fields:
    return {SCALED: _columns(experiment)[0]} if on else {SCALED: None, SCALE: None}


def _nothing_to_forget(experiment: Experiment) -> str:
    data = experiment.data
    forgets = data.standardize or data.faults.unstandardized_test
    return "" if forgets else translate("Settings", "There is no standardisation to forget")


def _warning(experiment: Experiment) -> str:
    return fault_note(experiment, faults_of(experiment.data))


_FAULTS = (
    Setting(
        LABEL_NOISE,
        QT_TRANSLATE_NOOP("Settings", "Random wrong labels"),
        Fault((_share(LABEL_NOISE, USUAL_LABEL_NOISE),)),
        QT_TRANSLATE_NOOP("Settings", "Label noise: a share of the examples gets another class, drawn at random."),
        beside=QT_TRANSLATE_NOOP("Settings", "label noise"),
        write=lambda experiment, on: {LABEL_NOISE: USUAL_LABEL_NOISE if on else None},
        locks=no_classes,
    ),
    Setting(
        REGION,
        QT_TRANSLATE_NOOP("Settings", "Mislabelled region"),
        Fault(
            (
                Part(
                    f"{REGION}.centre",
                    QT_TRANSLATE_NOOP("Settings", "Centre"),
                    Written(text=lambda centre: joined(map(number_text, centre or ())), value=numbers),
                ),
                Part(
                    f"{REGION}.radius",
                    QT_TRANSLATE_NOOP("Settings", "Radius"),
                    Slider(low=0.05, high=3.0, step=0.05, lowest=1e-6),
                ),
            )
        ),
        QT_TRANSLATE_NOOP("Settings", "Every example in one ball of the input space has the label of the next class."),
        untold=True,
        write=lambda experiment, on: {REGION: usual_region(experiment) if on else None},
        locks=no_classes,
    ),
    Setting(
        SCALED,
        QT_TRANSLATE_NOOP("Settings", "Input in another unit"),
        Fault(
            (
                Part(SCALED, QT_TRANSLATE_NOOP("Settings", "Input"), Choice(fitting=_columns, texts=str)),
                Part(
                    SCALE,
                    QT_TRANSLATE_NOOP("Settings", "Times as large"),
                    Slider(low=1e-3, high=1e6, logarithmic=True, lowest=1e-6),
                ),
            )
        ),
        QT_TRANSLATE_NOOP("Settings", "One raw input is many times as large as it should be, as if in another unit."),
        also=((SCALE, ""),),
        write=_scaled_fields,
    ),
    Setting(
        "data.standardize",
        QT_TRANSLATE_NOOP("Settings", "Inputs not standardised"),
        Fault(),
        QT_TRANSLATE_NOOP("Settings", "Inputs go in as they are, large ones and small ones side by side."),
        own_key=NOT_STANDARDIZED,
        read=lambda experiment: not experiment.data.standardize,
        write=lambda experiment, on: standardize_fields(not on),
    ),
    Setting(
        FORGOTTEN,
        QT_TRANSLATE_NOOP("Settings", "Test part not standardised"),
        Fault(),
        QT_TRANSLATE_NOOP("Settings", "Standardisation is forgotten on the test part: it looks like other data."),
        locks=_nothing_to_forget,
    ),
    Setting(
        "data.faults.sorted_split",
        QT_TRANSLATE_NOOP("Settings", "Sorted before the split"),
        Fault(),
        QT_TRANSLATE_NOOP("Settings", "Examples are split in the order of their labels: the parts differ in classes."),
    ),
    Setting(
        LEAKED,
        QT_TRANSLATE_NOOP("Settings", "Copies leak into the test"),
        Fault((_share(LEAKED, USUAL_LEAK),)),
        QT_TRANSLATE_NOOP("Settings", "A share of the held-out examples are copies of training examples."),
        write=lambda experiment, on: {LEAKED: USUAL_LEAK if on else None},
    ),
)

FAULTS = Section(
    named=QT_TRANSLATE_NOOP("Settings", "Deliberate faults"),
    more=_FAULTS,
    remark=QT_TRANSLATE_NOOP("Settings", "Each makes new data and starts a new run."),
    warning=_warning,
)
