"""What the user does to the network and to the numbers that are shown, by key or by menu: to what is picked."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, Qt, Slot
from PySide6.QtWidgets import QMenu, QWidget

from nnviz.engine.networks.network import trainable_mask
from nnviz.ui.actions.actions import Actions
from nnviz.ui.session.controller import Controller
from nnviz.ui.session.moment import Moment, Selection
from nnviz.ui.session.picked import are_frozen, hidden_unit_of, parameters_of
from nnviz.worker.messages import WeightPlace

MENU = ("edit_value", "freeze", "silence", "", "undo", "redo", "", "panel_explain")
"""What the menu over the diagram offers, with lines between."""


class Changes(QObject):
    """Freezes, knocks out, undoes, pins, and shows means, on behalf of the window's actions.

    Args:
        say: Says something to the user.
    """

    def __init__(self, controller: Controller, actions: Actions, say: Callable[[str], None], window: QWidget) -> None:
        super().__init__(window)
        self._controller = controller
        self._actions = actions
        self._say = say
        self._window = window
        for action, slot in {
            "mean_example": self.toggle_mean,
            "pin_example": self.toggle_pin,
            "undo": controller.undo,
            "redo": controller.redo,
            # In turn: what they do depends on what the keys before them have done.
            "freeze": lambda: controller.change_in_turn(self.toggle_frozen),
            "silence": lambda: controller.change_in_turn(self.toggle_silenced),
        }.items():
            actions.connect_to(action, slot)
        self._connect_undo()

    def toggle_mean(self) -> None:
        """Show the batch's mean, or an example again."""
        moment = self._controller.moment
        self._controller.show_mean(moment is not None and not moment.mean)

    def toggle_pin(self) -> None:
        """Follow the example that is shown, or not any more."""
        moment = self._controller.moment
        self._controller.pin_shown(moment is not None and moment.pinned is None)

    def freeze(self, selection: Selection, frozen: bool) -> None:
        """Freeze the parameters that a selection means, or let them train again."""
        moment = self._controller.moment
        if moment is not None:
            self._controller.freeze(parameters_of(selection, moment.record), frozen)

    def toggle_frozen(self) -> None:
        """The same for what is picked, whichever it is not."""
        moment = self._controller.moment
        places = parameters_of(moment.selection, moment.record) if moment is not None else ()
        if moment is None or not places:
            self._say(self.tr("Pick a weight, a bias or a unit first: that is what is frozen."))
        else:
            frozen = are_frozen(places, moment.record)
            self._controller.freeze(self._thawing(places) if frozen else places, not frozen)

    def _thawing(self, places: tuple[WeightPlace, ...]) -> tuple[WeightPlace, ...]:
        """Of several parameters, those that the experiment itself lets train; if that is none of them, all."""
        run = self._controller.run
        mask = trainable_mask(run.experiment.network, run.architecture) if run is not None else None
        if run is None or mask is None:
            return places
        blocks = run.architecture.blocks(mask)
        own = [place for place in places if blocks[place[0] - 1][-1 if place[2] is None else place[2], place[1]]]
        return tuple(own) or places

    def toggle_silenced(self) -> None:
        """Knock the hidden unit out that is picked, or bring it back."""
        moment = self._controller.moment
        unit = hidden_unit_of(moment.selection, moment.record) if moment is not None else None
        if moment is None or unit is None:
            self._say(self.tr("Pick a hidden unit first: that is what is knocked out."))
        else:
            self._controller.silence(*unit, unit not in moment.record.architecture.silenced)

    def show_menu(self, place: QPoint) -> None:
        """What can be done with what is picked, at a place on the screen."""
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        moment = self._controller.moment
        texts = self._texts(moment) if moment is not None else {}
        for name in MENU:
            if name in texts:
                menu.addAction(texts[name], self._actions[name].trigger)
            elif name:
                menu.addAction(self._actions[name])
            else:
                menu.addSeparator()
        menu.popup(place)

    def _texts(self, moment: Moment) -> dict[str, str]:
        """What freezing and knocking out would do here, in place of either or."""
        places, unit = parameters_of(moment.selection, moment.record), hidden_unit_of(moment.selection, moment.record)
        texts = {}
        if places:
            texts["freeze"] = self.tr("Train again") if are_frozen(places, moment.record) else self.tr("Freeze")
        if unit is not None:
            out = unit in moment.record.architecture.silenced
            texts["silence"] = self.tr("Bring the unit back") if out else self.tr("Knock the unit out")
        return texts

    def _connect_undo(self) -> None:
        """Undo and redo say what they do, and are offered only where there is something to do."""
        stack = self._controller.edits.stack
        stack.undoTextChanged.connect(self._name_undo)
        stack.redoTextChanged.connect(self._name_redo)
        for name, can, changed in (
            ("undo", stack.canUndo, stack.canUndoChanged),
            ("redo", stack.canRedo, stack.canRedoChanged),
        ):
            self._actions[name].setEnabled(can())
            changed.connect(self._actions[name].setEnabled)

    @Slot(str)
    def _name_undo(self, what: str) -> None:
        self._actions["undo"].setText(self.tr("Undo: %1").replace("%1", what) if what else self.tr("Undo"))

    @Slot(str)
    def _name_redo(self, what: str) -> None:
        self._actions["redo"].setText(self.tr("Redo: %1").replace("%1", what) if what else self.tr("Redo"))
