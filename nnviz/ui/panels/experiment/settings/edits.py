"""What the controls of the experiment panel show, and what they say: one ear for all of them."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from nnviz.engine.experiment import Experiment


class PanelEdits(QObject):
    """The experiment that is shown, and what the user wants of it.

    Signals:
        edited(object): Fields for ``Experiment.with_fields``, to be taken at once.
        dragged(object): The same, while a slider is still moving.
        settled(): The slider has been let go.
        set_back_wanted(str): A setting, by its key, is wanted as it was.
        named_requested(str): A whole built-in experiment is wanted.
        rows_made(str): The control of a setting, by its key, has more widgets than before.
    """

    edited = Signal(object)
    dragged = Signal(object)
    settled = Signal()
    set_back_wanted = Signal(str)
    named_requested = Signal(str)
    rows_made = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.experiment = Experiment()
