"""What the user does to what is picked, by key or by menu: freezing it, knocking it out."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from nnviz.engine.networks.network import trainable_mask
from nnviz.ui.actions.actions import Actions
from nnviz.ui.look.plain import plain_name
from nnviz.ui.session.controller import Controller
from nnviz.ui.session.moment import Moment, Selection
from nnviz.ui.session.picked import are_frozen, hidden_unit_of, parameters_of
from nnviz.worker.messages import WeightPlace

MENU = ("edit_value", "freeze", "silence", "", "undo", "redo", "", "panel_explain", "", "copy_diagram")
"""What the menu over the diagram offers, with lines between."""


class PickedActions(QObject):
    """Freezes and knocks out what is picked, and offers in a menu what can be done with it.

    Args:
        say: Says something to the user.
    """

    def __init__(self, controller: Controller, actions: Actions, say: Callable[[str], None], window: QWidget) -> None:
        super().__init__(window)
        self._controller = controller
        self._actions = actions
        self._say = say
        self._window = window

    def freeze(self, selection: Selection, frozen: bool) -> None:
        """Freeze the parameters that a selection means, or let them train again."""
        moment = self._controller.moment
        if moment is not None:
            self._controller.editing.freeze(parameters_of(selection, moment.record), frozen)

    def toggle_frozen(self) -> None:
        """The same for what is picked, whichever it is not."""
        moment = self._controller.moment
        places = parameters_of(moment.selection, moment.record) if moment is not None else ()
        if moment is None or not places:
            self._say(self.tr("First pick what to freeze: a weight, a bias or a unit."))
        else:
            frozen = are_frozen(places, moment.record)
            self._controller.editing.freeze(self._thawing(places) if frozen else places, not frozen)

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
            self._say(self.tr("First pick what to knock out: a hidden unit."))
        else:
            self._controller.editing.silence(*unit, unit not in moment.record.architecture.silenced)

    def show_menu(self, place: QPoint) -> None:
        """What can be done with what is picked, at a place on the screen."""
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        moment = self._controller.moment
        texts = self._texts(moment) if moment is not None else {}
        for name in MENU:
            if name in texts:
                menu.addAction(plain_name(texts[name]), self._actions[name].trigger)
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
