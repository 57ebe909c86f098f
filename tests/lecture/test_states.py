import pytest

from nnviz.engine.training.run.ways import Happening
from nnviz.engine.training.timeline.events import SetLearningRate, SetParameter, SetSilenced
from nnviz.lecture.errors import LectureError
from nnviz.lecture.states import States, state_of, states_of
from nnviz.lecture.values import Cue, Row, Scene, Seeds, Train, Twin, Words

SAID = Words(en="So.")


def scene(*cues, **fields):
    shown = tuple(Cue(say=SAID, **cue) for cue in cues)
    return Scene(id="this", title=SAID, **{"experiment": "xor4", **fields}, cues=shown)


def test_each_cue_says_what_differs_from_the_one_before():
    first, second, third = states_of(
        scene(
            {"view": {"panels": [], "at": {"phase": "z1", "unit": 1}}},
            {"train": Train(epochs=5), "view": {"maps": False, "hidden_space": {"layer": 1}}},
            {"train": Train(iterations=2), "view": {"at": {"phase": "L"}, "hidden_space.part": "train"}},
            view={"panels": ["data", "loss"], "loss": {"log": True}},
        )
    )
    assert (first.view.panels, first.view.loss.log, first.view.at.unit) == ((), True, 1)
    assert [state.sides[0].iteration for state in (first, second, third)] == [0, 5, 7]
    assert (second.view.maps, second.view.at.iteration, second.view.at.phase) == (False, 5, "z1")
    assert (third.view.at.phase, third.view.at.unit) == ("L", None), "a place goes as a whole"
    assert (third.view.hidden_space.layer, third.view.hidden_space.part) == (1, "train")


def test_states_that_are_kept_are_worked_out_once_and_those_of_the_scene_as_it_is():
    kept, before = States(), scene({}, {"train": Train(epochs=1)})
    assert kept.of(before, 2) == state_of(before, 2)
    assert kept.of(before, 2) is kept.of(before, 2)
    edited = scene({}, {"train": Train(epochs=2)})
    assert kept.of(edited, 2) == state_of(edited, 2) != state_of(before, 2)


def test_of_a_scene_with_a_cue_that_cannot_be_reached_the_others_are_kept():
    kept, faulty = States(), scene({}, {"set": {"W9[0,0]": 1.0}}, {})
    assert kept.of(faulty, 1).number == 1
    for number in (0, 2, 3, 4):
        with pytest.raises(LectureError):
            kept.of(faulty, number)


def test_epochs_are_as_many_updates_as_there_are_batches():
    (state,) = states_of(scene({"train": Train(epochs=3)}, set={"training.batch_size": 3}))
    assert state.sides[0].iteration == 6, "four examples make two batches"


def test_weights_units_and_the_rate_change_in_the_middle_of_the_run():
    changes = {"W1[0,1]": 2, "h1[2]": "off", "training.learning_rate": 0.1}
    *_, last = states_of(scene({"train": Train(epochs=4)}, {"set": changes}, {"train": Train(epochs=1)}))
    events = (SetParameter(1, 0, 1, 2.0), SetSilenced(1, 2, True), SetLearningRate(0.1))
    assert last.sides[0].happenings == (Happening(4, events),)
    assert last.sides[0].experiment.training.learning_rate == 0.5


@pytest.mark.parametrize("anew", [{"restart": True}, {"set": {"network.hidden": [2]}}])
def test_any_other_field_begins_another_run_and_so_does_a_restart(anew):
    before = {"train": Train(epochs=4), "set": {"W1[0,1]": 2, "training.learning_rate": 0.1}}
    *_, last = states_of(scene(before, anew))
    assert (last.sides[0].iteration, last.sides[0].happenings) == (0, ())
    assert last.sides[0].experiment.training.learning_rate == 0.1
    assert last.sides[0].experiment.network.hidden == ((2,) if "set" in anew else (3,))


def test_what_happened_later_than_a_place_has_not():
    *_, last = states_of(
        scene(
            {"set": {"b1[0]": 1}, "train": Train(epochs=4)}, {"set": {"b1[0]": 2}}, {"view": {"at": {"iteration": 2}}}
        )
    )
    assert last.sides[0].iteration == last.view.at.iteration == 2
    assert last.sides[0].happenings == (Happening(0, (SetParameter(1, 0, None, 1.0),)),)


def test_the_right_side_differs_where_it_says_so_and_goes_on_to():
    first, second = states_of(
        scene(
            {"right": {"h1[0]": "off"}},
            {"set": {"training.learning_rate": 0.1, "b1[0]": 3}, "right": {"b1[1]": 4}},
            twin=Twin(set={"training.learning_rate": 2.0, "W1[0,0]": 1}),
        )
    )
    left, right = second.sides
    assert [happening.events for happening in left.happenings] == [
        (SetLearningRate(0.1), SetParameter(1, 0, None, 3.0))
    ]
    assert right.experiment.training.learning_rate == 2.0
    assert [happening.events for happening in right.happenings] == [
        (SetParameter(1, 0, 0, 1.0),),
        (SetSilenced(1, 0, True),),
        (SetParameter(1, 0, None, 3.0),),
        (SetParameter(1, 1, None, 4.0),),
    ]
    assert first.sides[0].happenings == ()


def test_a_seed_sheet_has_a_row_for_each_value_and_a_network_for_each_seed():
    (state,) = states_of(scene({}, seeds=Seeds(count=3, grid={"network.hidden": ([], [2])})))
    networks = [(side.experiment.network.hidden, side.experiment.network.seed) for side in state.sides]
    assert networks == [((), 1), ((), 2), ((), 3), ((2,), 1), ((2,), 2), ((2,), 3)]


def test_rows_of_a_seed_sheet_set_what_they_like():
    rows = (Row(set={"network.hidden": [2], "network.activation": "relu"}), Row(set={"network.hidden": []}))
    (state,) = states_of(scene({}, seeds=Seeds(count=2, rows=rows)))
    networks = [(side.experiment.network.hidden, side.experiment.network.seed) for side in state.sides]
    assert networks == [((2,), 1), ((2,), 2), ((), 1), ((), 2)]
    assert [member.combination for member in state.sheet] == [0, 0, 1, 1]


def test_no_sweep_leads_to_a_sheet_whose_networks_were_changed_or_stand_in_an_epoch():
    for change in ({"train": Train(iterations=1), "set": {"training.batch_size": 2}}, {"set": {"h1[0]": "off"}}):
        state = states_of(scene({}, change, seeds=Seeds(count=2)))[-1]
        assert len(state.sides) == 2 and state.sheet == ()


def test_a_text_has_no_network():
    (state,) = states_of(Scene(id="end", title=SAID, text=SAID, cues=(Cue(say=SAID),)))
    assert state.sides == ()
