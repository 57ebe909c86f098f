"""The state of a cue: a pure function of the scene and the cue's number, whatever way one comes to it.

It says which experiments run, what happens to each run and when, at which iteration it stands, and what is on screen.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from functools import cached_property, partial
from math import ceil
from typing import Any

from msgspec.structs import replace as struct_replace

from nnviz.engine.data.examples import part_sizes
from nnviz.engine.errors import ExperimentError, PlaceError
from nnviz.engine.experiment import Experiment
from nnviz.engine.experiments.completion import layer_widths
from nnviz.engine.functions.schedules import changes_rate
from nnviz.engine.networks.network import Architecture
from nnviz.engine.sweeps.sweep_members import Member, members_of
from nnviz.engine.training.run.ways import Happening, Way
from nnviz.engine.training.timeline.batches import batch_size
from nnviz.engine.training.timeline.events import Event
from nnviz.lecture.changes import Changes, changes_of
from nnviz.lecture.errors import LectureError
from nnviz.lecture.sources import DEFAULT, experiment_from
from nnviz.lecture.values import Claim, Cue, Fields, Scene, Train
from nnviz.said import joined, said
from nnviz.view import View, check_view, view_of

PLACE = "at"
"""The table of a view that another one replaces as a whole: it is one place."""


@dataclass(frozen=True)
class Side:
    """One network of a scene.

    Attributes:
        experiment: Complete.
        happenings: What happens to its run, in order.
        iteration: Where it stands: the updates that have been made.
    """

    experiment: Experiment
    happenings: Way = ()
    iteration: int = 0

    @property
    def batch(self) -> int:
        """How many examples a whole batch holds."""
        return batch_size(self.experiment.training, self._train_examples)

    @property
    def batches(self) -> int:
        """How many updates make an epoch."""
        return ceil(self._train_examples / self.batch)

    def with_events(self, events: tuple[Event, ...]) -> Side:
        """The same when some things have happened to it.

        Raises:
            PlaceError: They cannot happen to this network.
        """
        for event in events:
            event.check(layer_widths(self.experiment))
        happenings = (*self.happenings, Happening(self.iteration, events)) if events else self.happenings
        return replace(self, happenings=happenings)

    def at(self, iteration: int) -> Side:
        """The same at another iteration; what happened later has not.

        Raises:
            PlaceError: The run ends before.
        """
        epochs = self.experiment.training.epochs
        if iteration > self.batches * epochs:
            raise PlaceError(
                said("Lecture", "the run ends after {epochs:,} epochs (training.epochs), {batches:,} updates").format(
                    epochs=epochs, batches=self.batches * epochs
                )
            )
        happenings = tuple(each for each in self.happenings if each.iteration <= iteration)
        return replace(self, happenings=happenings, iteration=iteration)

    @property
    def of_whole_epochs(self) -> bool:
        """Whether nothing but training has happened to it, up to the end of an epoch: a sweep leads there as well."""
        whole = self.iteration % self.batches == 0
        return whole and not self.happenings and not changes_rate(self.experiment.training)

    def member(self, place: int, combination: int, settings: Fields) -> Member:
        """A sweep's network that ends where this one stands; where it stands at its beginning, its length is its own.

        Args:
            place: In the sweep.
            combination: The place of its combination of settings.
            settings: What sets that apart.
        """
        epochs = self.iteration // self.batches or self.experiment.training.epochs
        training = struct_replace(self.experiment.training, epochs=epochs)
        return Member(place, combination, settings, struct_replace(self.experiment, training=training))

    @property
    def _train_examples(self) -> int:
        data = self.experiment.data
        return part_sizes(data.examples or 0, data.split)[0]


@dataclass(frozen=True)
class State:
    """What there is after a cue.

    Attributes:
        number: The cue's number, from 1.
        sides: The network; of a twin left and right; of a seed sheet all, row by row and in each seed by seed. A text
            has none.
        view: What is on screen; its place is that of the left side.
    """

    scene: Scene
    number: int
    sides: tuple[Side, ...]
    view: View

    @property
    def cue(self) -> Cue:
        """The cue itself."""
        return self.scene.cues[self.number - 1]

    @cached_property
    def sheet(self) -> tuple[Member, ...]:
        """The networks of a seed sheet as those of a sweep; none where no sweep leads to them all at once."""
        seeds, lengths = self.scene.seeds, {side.iteration == 0 for side in self.sides}
        if seeds is None or len(lengths) > 1 or not all(side.of_whole_epochs for side in self.sides):
            return ()
        rows = seeds.combinations
        return tuple(
            side.member(place, place // seeds.count, rows[place // seeds.count].set)
            for place, side in enumerate(self.sides)
        )


def states_of(scene: Scene) -> tuple[State, ...]:
    """The states of a scene's cues, in order.

    Raises:
        LectureError: A cue cannot be, or cannot be reached.
    """
    return tuple(_states(scene))


def state_of(scene: Scene, number: int) -> State:
    """The state of one cue, counted from 1.

    Raises:
        LectureError: There is no such cue, or one up to it cannot be reached.
    """
    if not 1 <= number <= len(scene.cues):
        raise LectureError(
            said("Lecture", "cues count from 1 to {cues}, got {number}").format(cues=len(scene.cues), number=number),
            scene=scene.id,
        )
    states = _states(scene)
    return [next(states) for _ in range(number)][-1]


class States:
    """The states of the cues of scenes, worked out when a scene is first asked for."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[Scene, tuple[State, ...]]] = {}

    def of(self, scene: Scene, number: int) -> State:
        """The state of one cue, counted from 1.

        Raises:
            LectureError: There is no such cue, or one up to it cannot be reached.
        """
        known = self.prepare(scene)
        return known[number - 1] if 1 <= number <= len(known) else state_of(scene, number)

    def prepare(self, scene: Scene) -> tuple[State, ...]:
        """Those of a scene that can be reached, in order."""
        kept, known = self._known.get(scene.id, (None, ()))
        if kept is not scene:
            known = tuple(_reachable(scene))
            self._known[scene.id] = scene, known
        return known


def claimed_state(scene: Scene, claim: Claim) -> State:
    """The state that a claim is about: after its cue, with the fields that it sets, without a view.

    Raises:
        LectureError: The scene cannot be set so.
    """
    places = ({PLACE: place} if "iteration" in (place := _place(cue.view)) else {} for cue in scene.cues)
    cues = tuple(struct_replace(cue, view=view) for cue, view in zip(scene.cues, places, strict=True))
    fields = {**scene.set, **claim.set}
    return state_of(struct_replace(scene, set=fields, seeds=None, view={}, cues=cues), claim.after or len(cues))


def differing(tables: Mapping[str, Any], more: Mapping[str, Any]) -> Fields:
    """The tables of a view with what differs from them in others; fields may be named in dots.

    What is set to ``default`` is taken out.
    """
    merged = dict(tables)
    for name, value in _nested(more).items():
        before = merged.get(name)
        if name != PLACE and isinstance(value, dict) and isinstance(before, dict):
            value = {**before, **value}
        if isinstance(value, dict):
            value = {field: each for field, each in value.items() if each != DEFAULT}
        merged[name] = value
    return {name: value for name, value in merged.items() if value != DEFAULT}


@contextmanager
def located(scene: Scene, cue: int | None = None, field: str = "") -> Iterator[None]:
    """Around what may refuse something in a scene: the error says where.

    Raises:
        LectureError: In place of what the engine raised.
    """
    try:
        yield
    except ExperimentError as error:
        inner = ".".join(part for part in (field, error.field) if part)
        raise LectureError(joined(": ", error.source, error.reason), inner, cue, scene.id) from None
    except PlaceError as error:
        raise LectureError(error.text, field, cue, scene.id) from None


# ---- from cue to cue -------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Start:
    """What all runs of a scene begin with: fields of the experiment, and what happens before the first update."""

    both: Changes
    right: Changes

    def with_fields(self, both: Changes, right: Changes) -> _Start:
        """The same with more fields; what has happened to one run has not to the next."""
        return _Start(
            Changes({**self.both.fields, **both.fields}, self.both.events),
            Changes({**self.right.fields, **right.fields}, self.right.events),
        )

    def shared(self, both: Changes, sides: int) -> list[tuple[Event, ...]]:
        """What a change of both sides lets happen to each: in what a twin differs, it goes on to."""
        own = {*self.right.fields, *self.right.events}
        kept = tuple(event for name, event in both.events.items() if name not in own)
        return [tuple(both.events.values()), kept][:sides] if own else [tuple(both.events.values())] * sides


def _reachable(scene: Scene) -> Iterator[State]:
    with suppress(LectureError):
        yield from _states(scene)


def _states(scene: Scene) -> Iterator[State]:
    with located(scene, field="set"):
        both = changes_of(scene.set)
    with located(scene, field="twin.set"):
        right = changes_of(scene.twin.set if scene.twin is not None else {})
    start = _Start(both.before_a_run(), right.before_a_run())
    sides: tuple[Side, ...] = ()
    tables = differing({}, scene.view)
    for number, cue in enumerate(scene.cues, start=1):
        with located(scene, number, "set"):
            both = changes_of(cue.set)
        with located(scene, number, "right"):
            right = changes_of(cue.right)
        start = start.with_fields(both, right)
        if number == 1 or cue.restart or both.begins_anew or right.begins_anew:
            sides = _new_sides(scene, start, number if both.fields or right.fields else None)
            both, right = both.before_a_run(), right.before_a_run()
        with located(scene, number, "set"):
            sides = tuple(
                side.with_events(events) for side, events in zip(sides, start.shared(both, len(sides)), strict=True)
            )
        if scene.twin is not None:
            with located(scene, number, "right"):
                sides = sides[0], sides[1].with_events(tuple(right.events.values()))
        if cue.train is not None:
            with located(scene, number, "train"):
                sides = tuple(side.at(side.iteration + _updates(cue.train, side.batches)) for side in sides)
        tables = differing(tables, cue.view)
        own = cue.view if number > 1 else differing(scene.view, cue.view)
        with located(scene, number):  # what refuses a view names its field itself
            sides = _moved(sides, _place(own).get("iteration"))
            yield State(scene, number, sides, _view(tables, sides))


def _new_sides(scene: Scene, start: _Start, cue: int | None) -> tuple[Side, ...]:
    """The networks of a scene, before anything has been done but what all runs begin with."""
    if scene.experiment is None:
        return ()
    source, common = scene.experiment, start.both.fields
    if scene.seeds is not None:
        seeds = scene.seeds
        members: list[Member] = []
        for place, row in enumerate(seeds.rows):
            with located(scene, cue, f"seeds.rows[{place}].set"):
                members += members_of(partial(_changed, source, {**common, **row.set}), seeds.count, {})
        with located(scene, cue, "seeds.grid" if seeds.grid else "experiment"):
            members = members or [*members_of(partial(_changed, source, common), seeds.count, seeds.grid)]
            return tuple(Side(member.experiment).with_events(tuple(start.both.events.values())) for member in members)
    with located(scene, cue, "experiment"):
        sides = [Side(experiment_from(source, common)).with_events(tuple(start.both.events.values()))]
    if scene.twin is not None:
        with located(scene, cue, "twin"):
            other = experiment_from(scene.twin.experiment or source, {**common, **start.right.fields})
            events = {**start.both.events, **start.right.events}
            sides.append(Side(other).with_events(tuple(events.values())))
    return tuple(sides)


def _changed(source: str | Fields, common: Mapping[str, Any], values: Mapping[str, Any]) -> Experiment:
    return experiment_from(source, {**common, **values})


def _updates(train: Train, batches: int) -> int:
    return (train.epochs or 0) * batches + (train.iterations or 0)


def _place(view: Fields) -> Fields:
    """The place in time that the tables of a view name; what it may be is said where the view is read."""
    place = _nested(view).get(PLACE)
    return place if isinstance(place, dict) else {}


def _moved(sides: tuple[Side, ...], iteration: Any) -> tuple[Side, ...]:
    """The sides where a cue's view says that they stand; where it does not, they stay."""
    if iteration is None or _is_wrong(iteration):
        return sides
    try:
        return tuple(side.at(iteration) for side in sides)
    except PlaceError as error:
        raise PlaceError(joined(": ", "view.at.iteration", error.text)) from None


def _is_wrong(iteration: Any) -> bool:
    """Whether it can be no iteration; what it may be is said where the view is read."""
    return iteration is not None and (type(iteration) is not int or iteration < 0)


def _view(tables: Fields, sides: tuple[Side, ...]) -> View:
    if not sides:
        return view_of(tables)
    left = sides[0]
    place = tables.get(PLACE, {})
    if isinstance(place, dict) and not _is_wrong(place.get("iteration")):
        place = {**place, "iteration": left.iteration}
    view = view_of({**tables, PLACE: place})
    check_view(view, Architecture.of(left.experiment), left.experiment.data.examples or 0, left.batch)
    return view


def _nested(fields: Mapping[str, Any]) -> Fields:
    """Fields named in dots as the tables that they stand in."""
    tables: Fields = {}
    for name, value in fields.items():
        *outer, last = name.split(".")
        table = tables
        for each in outer:
            inner = table.get(each)
            table[each] = dict(inner) if isinstance(inner, dict) else {}
            table = table[each]
        table[last] = value
    return tables
