import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from nnviz.engine import Trainer
from nnviz.engine.training.run.ways import Happening
from nnviz.engine.training.timeline.events import SetParameter
from nnviz.lecture.runs import Run, Runs, digest_of
from nnviz.lecture.states import Side, state_of, states_of
from nnviz.lecture.values import Cue, Scene, Train, Words
from nnviz.view import View
from tests.lecture.lectures import scenes


def forward_only(state):
    """The digest of a state whose networks have gone straight to it, each new, with nothing known."""
    reached = []
    for side in state.sides:
        trainer = Trainer(side.experiment)
        for happening in side.happenings:
            trainer.run(iterations=happening.iteration - trainer.iteration)
            trainer.change(happening.events)
        trainer.run(iterations=side.iteration - trainer.iteration)
        reached.append((trainer.iteration, trainer.theta()))
    view = state.view
    if reached:
        view = replace(view, at=replace(view.at, iteration=reached[0][0]))
    return digest_of(view, reached)


STEPS = st.lists(st.sampled_from(["on", "back", "reset", "forget"]) | st.integers(0, 5), max_size=8)


@settings(max_examples=50, deadline=None)
@given(scenes(), STEPS)
def test_whatever_way_one_comes_to_a_cue_its_state_is_the_same_to_the_bit(scene, steps):
    states = states_of(scene)
    runs, place = Runs(), 0
    for step in [*steps, "on"]:
        if step == "forget":
            runs = Runs()
        elif isinstance(step, int):
            place = step % len(states)
        else:
            place = {"on": min(place + 1, len(states) - 1), "back": max(place - 1, 0), "reset": 0}[step]
        assert runs.bring_to(states[place]).digest == forward_only(states[place])


@settings(max_examples=20, deadline=None)
@given(scenes())
def test_a_state_asked_for_alone_is_that_among_all(scene):
    assert tuple(state_of(scene, number) for number in range(1, len(scene.cues) + 1)) == states_of(scene)


def test_more_changes_than_a_run_keeps_lines_lose_nothing(xor4):
    run = Run(xor4)
    sides = [Side(xor4, (Happening(1, (SetParameter(1, 0, 0, float(value)),)),), 2) for value in range(70)]
    for side in (*sides, sides[0], Side(xor4)):
        run.bring_to(side)
        trainer = Trainer(xor4)
        for happening in side.happenings:
            trainer.seek(happening.iteration)
            trainer.change(happening.events)
        trainer.seek(side.iteration)
        assert np.array_equal(run.trainer.theta(), trainer.theta())


def test_a_run_that_diverges_stands_where_it_did(diverging):
    scene = Scene(
        id="too-fast",
        title=Words(en="Too fast"),
        experiment=diverging,
        cues=(Cue(say=Words(en="Before.")), Cue(say=Words(en="After."), train=Train(epochs=20))),
    )
    reached = Runs().bring_to(state_of(scene, 2))
    assert reached.trainers[0].finished == "diverged"
    assert reached.view.at.iteration == reached.trainers[0].iteration < state_of(scene, 2).sides[0].iteration


def test_another_phase_is_another_state(xor4):
    theta = Trainer(xor4).theta()
    place = View().at
    assert digest_of(View(at=place), [(0, theta)]) == digest_of(View(), [(0, theta.copy())])
    others = [
        digest_of(View(maps=False), [(0, theta)]),
        digest_of(View(at=type(place)(phase="L")), [(0, theta)]),
        digest_of(View(), [(1, theta)]),
        digest_of(View(), [(0, np.nextafter(theta, 1.0))]),
        digest_of(View(), []),
    ]
    assert len({digest_of(View(), [(0, theta)]), *others}) == 6
