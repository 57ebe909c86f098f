"""Session, opened, session again: the same bytes, whatever the experiment was and whatever has happened to its run."""

import dataclasses
from contextlib import suppress
from itertools import count

import numpy as np
import tomli_w
from hypothesis import Phase, assume, given, settings
from hypothesis import strategies as st

from nnviz.engine import Experiment, PlaceError, Trainer
from nnviz.engine.errors import ExperimentError
from nnviz.engine.training.record.steps import Grain, Walk
from nnviz.engine.training.timeline.events import MoveParameters, SetFrozen, SetLearningRate, SetParameter, SetSilenced
from nnviz.engine.training.timeline.example_changes import example_event
from nnviz.sessions.on_stage import Counted, Drawing, Given, OnStage, Surface
from nnviz.sessions.opening import check_of, trainer_of
from nnviz.sessions.reading import read_session
from nnviz.sessions.writing import session_bytes
from nnviz.view import At, View, place_of
from nnviz.worker.messages import Change, Keep, RestoreBest, Return, Train
from nnviz.worker.run import LONGEST_HISTORY, Run
from tests.characters import WRITABLE
from tests.engine.random_experiments import tables
from tests.engine.walks import state

SHARES = st.floats(0.0, 1.0).map(lambda share: round(share, 5))
TEXTS = st.text(WRITABLE, max_size=20)
STROKES = st.lists(st.lists(st.tuples(SHARES, SHARES), min_size=1, max_size=4).map(tuple), min_size=1, max_size=3)
STAGES = st.builds(
    OnStage,
    given=st.none()
    | st.builds(
        Given,
        lecture=st.sampled_from(["hidden-layers", "mine.toml", "课.toml"]),
        scene=TEXTS,
        cue=st.integers(0, 9),
        asking=st.booleans(),
        tour=st.booleans(),
        left=st.booleans(),
    ),
    drawings=st.lists(
        st.builds(
            Drawing,
            on=st.builds(Surface, scene=TEXTS, cue=st.integers(0, 9), question=TEXTS)
            | st.builds(Surface, at=st.builds(At, iteration=st.integers(0, 99), unit=st.none() | st.integers(0, 3))),
            strokes=STROKES.map(tuple),
        ),
        max_size=3,
    ).map(tuple),
    counted=st.lists(
        st.builds(Counted, question=TEXTS, hands=st.lists(st.integers(0, 9999), max_size=4).map(tuple)), max_size=3
    ).map(tuple),
)
KINDS = ("train", "visit", "rate", "weight", "bias", "move", "example", "label", "freeze", "silence", "best", "line")
ACTS = st.lists(st.tuples(st.sampled_from(("train", "go on", *KINDS)), st.integers(0, 2**20)), max_size=10)
"""What is done, and a number that says which."""


def change_of(run, name, number):
    """A change to whatever run it is, or ``None`` where it has not what is changed."""
    trainer = run.trainer
    widths, examples = trainer.architecture.widths, trainer.examples
    layer = 1 + number % (len(widths) - 1)
    unit, source = number % widths[layer], number % widths[layer - 1]
    value = (number % 1000) / 100.0 - 5.0
    try:
        match name:
            case "rate":
                return SetLearningRate(0.001 + abs(value))
            case "weight" | "bias":
                return SetParameter(layer, unit, source if name == "weight" else None, value)
            case "move":
                return MoveParameters(trainer.theta() * 0.5 + value)
            case "freeze":
                return SetFrozen(layer, unit, source if number % 2 else None, bool(number % 3))
            case "silence":
                return SetSilenced(layer, unit, bool(number % 3)) if layer < len(widths) - 1 else None
            case "example":
                x = [value] * examples.raw.shape[1]
                return example_event(examples, trainer.experiment, number % len(examples.x), x, None, None)
            case "label" if examples.task != "regression":
                place, label = number % len(examples.x), number % examples.classes
                return example_event(examples, trainer.experiment, place, None, label, None)
    except (PlaceError, ExperimentError):
        return None
    return None


def act(run, name, number, gestures):
    """One thing that can be asked of the model."""
    lines = run.trainer.lines
    match name:
        case "train":
            run.train(Train(iterations=1 + number % 7))
        case "go on":
            run.train(Train(iterations=1 + number % 7, go_on=True))
        case "visit":
            run.visit(number % 12, or_end=True)
        case "best":
            if run.trainer.best_theta() is not None:
                run.restore_best(RestoreBest().keep)
        case "line":
            run.return_to(Return(lines[number % len(lines)].number, 0))
        case _:
            event = change_of(run, name, number)
            if event is not None:
                gesture = next(gestures) if number % 2 else None
                run.change(Change(redo=bool(number % 5), events=(event,), gesture=gesture))


def run_of(experiment, examples=None):
    """As the window has one."""
    return Run(0, Trainer(experiment, examples, LONGEST_HISTORY, restores=False))


@st.composite
def runs(draw):
    """A run to which something has happened, and what is on screen of it."""
    try:
        run = run_of(Experiment.parse(tomli_w.dumps(draw(tables()))))
    except ExperimentError:
        # A feature that has no value for these inputs, for example.
        assume(False)
    gestures = count()
    for name, number in draw(ACTS):
        with suppress(PlaceError, ExperimentError):
            act(run, name, number, gestures)
    record = run.record
    walk = Walk(record.architecture.widths)
    steps = [walk.first(Grain.PHASE)]
    while (step := walk.after(steps[-1], Grain.PHASE)) is not None:
        steps.append(step)
    at = place_of(record.iteration, draw(st.sampled_from(steps)), len(record.layers))
    panels = draw(st.lists(st.sampled_from(["data", "loss", "units", "explain"]), unique=True).map(tuple))
    pick = draw(st.sampled_from(["", "b1[0]", "x[0]", "y[0]", "W1[0,0]"]))
    return run, View(panels=panels, at=at, pick=pick, maps=draw(st.booleans())), draw(STAGES)


def kept(run, view, exact):
    return run.keep(Keep(view, "x.nnviz", exact))


@settings(max_examples=25, deadline=None, phases=[Phase.explicit, Phase.generate])
@given(runs(), st.booleans())
def test_a_session_opened_and_kept_again_is_the_same(made, exact):
    run, view, stage = made
    with np.errstate(all="ignore"):
        session = dataclasses.replace(kept(run, view, exact), stage=stage)
        content = session_bytes(session)
        opened = read_session(content)
        assert session_bytes(opened) == content
        assert (opened.view, opened.stage) == (session.view, stage)
        other = run_of(opened.experiment, opened.examples)
        other.take_up(opened)
        again = dataclasses.replace(kept(other, opened.view, exact), stage=opened.stage)
        assert session_bytes(again) == content
        assert repr(other.trainer.lines) == repr(run.trainer.lines)


@settings(max_examples=15, deadline=None, phases=[Phase.explicit, Phase.generate])
@given(runs())
def test_what_was_opened_goes_on_as_the_run_would_have(made):
    run, view, _ = made
    with np.errstate(all="ignore"):
        opened = read_session(session_bytes(kept(run, view, exact=False)))
        other = trainer_of(opened, LONGEST_HISTORY)
        check = check_of(opened)
        assert not check.differs and not check.examples_differ
        for line in run.trainer.lines:
            for each in (run.trainer, other):
                each.switch(line.number)
            assert state(other) == state(run.trainer)
            records = [each.iterate() for each in (run.trainer, other)]
            assert records[0].after.tobytes() == records[1].after.tobytes()
