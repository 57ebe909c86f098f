import tomllib
from copy import deepcopy

import pytest
import tomli_w
from hypothesis import given
from hypothesis import strategies as st

from nnviz.engine import Experiment, ExperimentError, Trainer
from nnviz.engine.experiments.experiment_files import named_experiments, problems, titles
from tests.characters import WRITABLE
from tests.engine.random_experiments import tables

ANYTHING = st.recursive(
    st.booleans()
    | st.integers()
    | st.floats()
    | st.text(WRITABLE, max_size=10)
    | st.dates()
    | st.times()
    | st.datetimes(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(WRITABLE, max_size=5), inner, max_size=3),
    max_leaves=8,
)


@given(tables())
def test_an_experiment_survives_being_written_and_read(fields):
    experiment = Experiment.parse(tomli_w.dumps(fields))
    assert Experiment.parse(experiment.to_toml()) == experiment


def test_an_experiment_of_many_examples_is_written_short_enough_to_be_read_again(tmp_path):
    rows = ",".join(f"[{place % 97 / 100}, {place % 89 / 100}]" for place in range(23_000))
    labels = ",".join("01"[place % 2] for place in range(23_000))
    file = tmp_path / "long.toml"
    file.write_text(f"[data]\nx = [{rows}]\ny = [{labels}]\n")
    experiment = Experiment.load(file)
    file.write_text(experiment.to_toml())
    assert Experiment.load(file) == experiment


@pytest.mark.parametrize("title", ["[\n    1,\n]", "[\r\n 1,\n ]", "“[1, 2]”"])
def test_a_title_that_looks_like_numbers_stays_what_it_is(title):
    experiment = Experiment.parse(tomli_w.dumps({"title": title}))
    assert Experiment.parse(experiment.to_toml()).title == title


@given(tables())
def test_every_valid_experiment_trains(fields):
    trainer = Trainer(Experiment.parse(tomli_w.dumps(fields)))
    record = trainer.iterate()
    assert record.iteration == 0
    trainer.run(iterations=3)


@given(tables())
def test_nothing_is_said_against_a_valid_experiment(tmp_path_factory, fields):
    file = tmp_path_factory.mktemp("valid") / "a.toml"
    file.write_bytes(tomli_w.dumps(fields).encode())
    assert problems(str(file)) == []


def places_in(value, prefix=()):
    """Every place in nested tables and lists."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in inner:
        yield (*prefix, key)
        yield from places_in(item, (*prefix, key))


@st.composite
def mutated(draw):
    """The tables of an experiment with one value replaced by anything, taken out, or put where it does not belong."""
    fields = deepcopy(draw(tables()))
    *way, last = draw(st.sampled_from(sorted(places_in(fields), key=repr)))
    target = fields
    for key in way:
        target = target[key]
    match draw(st.sampled_from(["replace", "take out", "rename"])):
        case "replace":
            target[last] = draw(ANYTHING)
        case "take out":
            del target[last]
        case "rename" if isinstance(target, dict):
            target[draw(st.text(WRITABLE, max_size=8))] = target.pop(last)
    return fields


def refusal(action, *arguments):
    """The error with which an action refuses its arguments; none if it takes them. Any other error passes through."""
    try:
        action(*arguments)
    except ExperimentError as error:
        return error
    return None


@given(mutated())
def test_a_mutated_experiment_is_valid_or_refused_in_one_line(tmp_path_factory, fields):
    file = tmp_path_factory.mktemp("mutated") / "a.toml"
    file.write_bytes(tomli_w.dumps(fields).encode())
    error, found = refusal(Experiment.load, file), problems(str(file))
    if error is None:
        assert found == []
        Trainer(Experiment.load(file)).iterate()
    else:
        assert str(error).startswith("a.toml: ") and error.reason and len(str(error).splitlines()) == 1
        assert str(error) in map(str, found)


@given(st.text(WRITABLE, max_size=200))
def test_any_text_is_valid_or_refused(text):
    error = refusal(Experiment.parse, text)
    assert error is None or error.reason


@given(st.binary(max_size=200))
def test_any_bytes_are_valid_or_refused(tmp_path_factory, content):
    file = tmp_path_factory.mktemp("bytes") / "a.toml"
    file.write_bytes(content)
    error, found = refusal(Experiment.load, file), problems(str(file))
    assert (error is None) == (found == [])
    assert error is None or str(error) == str(found[0])


@given(tables(), st.sampled_from(["training.learning_rate", "network.seed", "data.seed", "title"]), ANYTHING)
def test_a_field_takes_what_belongs_there_only(fields, field, value):
    experiment = Experiment.parse(tomli_w.dumps(fields))
    error = refusal(experiment.with_fields, {field: value})
    if error is None:
        changed = experiment.with_fields({field: value})
        assert Experiment.parse(changed.to_toml()) == changed
    else:
        assert error.field.startswith(field)


def test_an_equal_experiment_is_written_the_same():
    for name in named_experiments():
        experiment = Experiment.named(name)
        assert Experiment.parse(experiment.to_toml()).to_toml() == experiment.to_toml()


def test_every_default_is_filled_in():
    written = tomllib.loads(Experiment.parse('title = "x"\n').to_toml())
    assert written["data"]["examples"] == 200
    assert written["network"]["output"] == "sigmoid"
    assert written["training"]["loss"] == "binary_cross_entropy"
    assert written["training"]["optimizer"] == {"name": "sgd"}


def test_titles_are_those_of_the_files():
    assert titles() == {name: Experiment.named(name).title for name in named_experiments()}


def test_a_built_in_experiment_wins_over_a_file_of_its_name(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "circle").write_text('title = "mine"\n')
    assert Experiment.find("circle").title == "Circle"
    assert Experiment.find("./circle").title == "mine"


def test_a_name_that_is_nearly_known_is_suggested():
    with pytest.raises(ExperimentError, match='no built-in experiment "sprial"; did you mean "spiral"'):
        Experiment.named("sprial")


def test_an_override_is_checked_together_with_the_file(tmp_path):
    file = tmp_path / "a.toml"
    file.write_text('[data]\nsource = "sine"\nlabel_noise = 0.1\n')
    with pytest.raises(ExperimentError, match=r"^a\.toml: data\.label_noise: only classes have labels"):
        Experiment.load(file)
    assert Experiment.load(file, {"data.source": "circle"}).data.label_noise == 0.1


def test_taking_a_field_out_brings_its_default_back():
    assert Experiment.named("circle").with_fields({"network.hidden": None}).network.hidden == (4,)


def test_what_is_left_out_stays_out():
    assert "early_stopping" not in Experiment.named("xor4").to_dict()["training"]
