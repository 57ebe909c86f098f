"""The main window as its panels know it: what they can ask of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal, SignalInstance

from nnviz.engine.experiment import Experiment
from nnviz.ui.diagram.highlight import Highlight
from nnviz.ui.diagram.view import DiagramView
from nnviz.ui.session.clock import State
from nnviz.ui.session.controller import Controller
from nnviz.ui.session.settings.offer import EVERYTHING, Offer
from nnviz.ui.toolkit.message_bar import MessageBar
from nnviz.ui.window.files.opening import Opening
from nnviz.ui.window.picked_actions import PickedActions
from nnviz.worker.explainer import ExplainerLink
from nnviz.worker.questions import Question


class WindowHost(QObject):
    """Hands on what the user does in a panel: to the model, to the diagram, to files. See ``PanelHost``.

    Signals:
        best_shown(bool): The best epoch's network is to be shown wherever it can be, or that of now again.
        offered_changed(): Other settings than before can be changed.
    """

    best_shown = Signal(bool)
    offered_changed = Signal()

    def __init__(
        self,
        controller: Controller,
        diagram: DiagramView,
        explainer: ExplainerLink,
        opening: Opening,
        picked: PickedActions,
        messages: MessageBar,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._controller, self._explainer, self._opening = controller, explainer, opening
        self.offered = EVERYTHING
        # What panels ask for as it is done elsewhere.
        self.pick_phase = controller.stepping.pick_phase
        self.select = controller.viewing.select
        self.pin_example = controller.viewing.pin_example
        self.pin_shown = controller.viewing.pin_shown
        self.set_flat_below = controller.viewing.set_flat_below
        self.highlight: Callable[[Highlight], None] = diagram.set_highlight
        self.edit = controller.editing.edit
        self.change = controller.editing.change
        self.hold_edit = controller.editing.hold
        self.release_edit = controller.editing.release
        self.freeze = picked.freeze
        self.silence = controller.editing.silence
        self.restore_best = controller.editing.restore_best
        self.set_learning_rate = controller.editing.set_learning_rate
        self.load = controller.load
        self.reset = controller.reset
        self.new_weights = controller.new_weights
        self.open_file = opening.open_file
        self.ask_for_file = opening.ask_for_file
        self.save = opening.save
        self.say_error = messages.show_error
        self.show_best = self.best_shown.emit

    @property
    def experiment(self) -> Experiment | None:
        return self._controller.experiment

    @property
    def idle(self) -> bool:
        return self._controller.idle and self._controller.state is not State.TRAINING

    @property
    def origin(self) -> Experiment | None:
        return self._opening.origin

    @property
    def origin_changed(self) -> SignalInstance:
        return self._opening.origin_changed

    @property
    def recent(self) -> list[Path]:
        return self._opening.recent()

    @property
    def recent_changed(self) -> SignalInstance:
        return self._opening.recent_changed

    @property
    def answered(self) -> SignalInstance:
        return self._explainer.answered

    def ask(self, question: Question) -> None:
        self._explainer.ask(question)

    def offer(self, offer: Offer) -> None:
        """Let these settings be changed from now on."""
        if offer != self.offered:
            self.offered = offer
            self.offered_changed.emit()

    def load_named(self, name: str) -> None:
        self._opening.load(lambda: Experiment.named(name))
