"""What is on screen, put there and read back as a value: a view."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from nnviz.engine.training.record.steps import Grain
from nnviz.engine.training.timeline.batches import batch_size
from nnviz.ui.actions.actions import Actions
from nnviz.ui.session.controller import Controller
from nnviz.ui.session.moment import Selection
from nnviz.ui.session.place import Place
from nnviz.ui.session.viewpoint import Viewpoint
from nnviz.ui.window.docks.panel_docks import PanelDocks
from nnviz.ui.window.docks.panel_feed import PanelFeed
from nnviz.view import Pick, View, check_view, place_of

SWITCHES = {"unit_maps": "maps", "unit_signals": "signals", "weight_values": "values"}
"""The actions that are on or off as a field of a view says."""


class OnScreen:
    """Shows a view in the window's rooms, and reads it off them.

    Args:
        set_grain: Steps this finely from now on, wherever it is said.
    """

    def __init__(
        self,
        controller: Controller,
        actions: Actions,
        panels: PanelDocks,
        feed: PanelFeed,
        set_grain: Callable[[Grain], None],
    ) -> None:
        self._controller, self._actions, self._panels, self._feed = controller, actions, panels, feed
        self._set_grain = set_grain

    def show(self, view: View) -> None:
        """Show just this; the place in time and what depends on it, when it is their turn.

        Raises:
            PlaceError: The run has not what the view names; nothing has changed.
        """
        controller, run = self._controller, self._controller.run
        if run is None:
            return
        layers = run.architecture.layers
        batch = batch_size(run.experiment.training, len(run.examples.train))
        check_view(view, run.architecture, len(run.examples.x), batch)
        self._panels.show(view.panels)
        self._set(view)
        selection = selection_of(view, layers)
        grain = _grain_of(view)
        at = Place(view.at.iteration, view.at.phase, view.at.unit, view.at.term)
        self._set_grain(grain)
        # A pick moves one to its unit where one steps by units: first the pick, then the place.
        controller.in_turn(controller, lambda: controller.viewing.select(selection))
        controller.go_to(at, grain)
        controller.see(viewpoint_of(view))
        # Panels follow what is picked and where one is, until they are told otherwise.
        controller.in_turn(self._feed, lambda: self._feed.show_parts(view))

    def recall(self, view: View) -> None:
        """Let be so what is remembered, before there is a run. Where panels stand is not said here."""
        self._set(view)
        self._feed.show_parts(view)

    def _set(self, view: View) -> None:
        """What holds in the whole window, and is so at once."""
        for action, field in SWITCHES.items():
            if self._actions[action].isChecked() != getattr(view, field):
                self._actions[action].trigger()
        self._controller.viewing.set_flat_below(view.flat_below)

    def view(self) -> View:
        """What is on screen."""
        controller, moment = self._controller, self._controller.moment
        view = replace(
            View(),
            panels=self._panels.in_front(),
            grain=controller.viewing.grain.value,
            flat_below=controller.viewing.flat_below,
            maps=self._actions["unit_maps"].isChecked(),
            signals=self._actions["unit_signals"].isChecked(),
            values=self._actions["weight_values"].isChecked(),
            **self._feed.parts(),
        )
        if moment is None:
            return view
        layers, selection = moment.record.architecture.layers, moment.selection
        pick = ""
        if selection is not None:
            pick = Pick(selection.layer, selection.unit, selection.source, selection.bias).text(layers)
        example: int | str = f"batch:{moment.example}"
        if moment.mean:
            example = "mean"
        elif moment.pinned is not None:
            example = moment.pinned
        return replace(view, pick=pick, example=example, at=place_of(moment.record.iteration, moment.step, layers))


def selection_of(view: View, layers: int) -> Selection | None:
    """What a view picks in a network of so many layers."""
    pick = Pick.read(view.pick, layers)
    return Selection(pick.layer, pick.unit, pick.source, pick.bias) if pick is not None else None


def viewpoint_of(view: View) -> Viewpoint:
    """Whose numbers a view shows."""
    pinned = view.example if isinstance(view.example, int) else None
    return Viewpoint(mean=view.example == "mean", pinned=pinned, place=view.batch_place)


def _grain_of(view: View) -> Grain:
    """How finely one steps there: a place at a unit or a term is one of a grain as fine."""
    order = list(Grain)
    finest = Grain.TERM if view.at.term is not None else Grain.UNIT if view.at.unit is not None else Grain.ITERATION
    return max(Grain(view.grain), finest, key=order.index)
