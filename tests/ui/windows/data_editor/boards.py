"""Drawings and boards to draw on, for tests."""

import numpy as np

from nnviz.engine.data.examples import make_examples
from nnviz.engine.experiment import Experiment
from nnviz.ui.windows.data_editor.dialog import DataEditorDialog
from nnviz.ui.windows.data_editor.drawing import Drawing
from nnviz.ui.windows.data_editor.start_from import current


def experiment(name="circle", **fields):
    """A built-in experiment; a field's dots are written as two underscores."""
    changes = {key.replace("__", "."): value for key, value in fields.items()}
    return Experiment.named(name).with_fields(changes)


def drawing(name="circle", **fields) -> Drawing:
    made = experiment(name, **fields)
    return current(made, make_examples(made))


def dialog(look, name="circle", **fields) -> DataEditorDialog:
    """The editor of a built-in experiment, not shown yet."""
    made = experiment(name, **fields)
    return DataEditorDialog(look, made, make_examples(made))


def chosen(drawing, *points):
    flags = np.zeros(len(drawing), dtype=bool)
    flags[list(points)] = True
    return flags
