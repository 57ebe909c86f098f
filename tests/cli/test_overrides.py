import datetime
import json

import pytest

from nnviz.cli.arguments import override


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("training.learning_rate=0.5", "training.learning_rate", 0.5),
        ("training.epochs = 3", "training.epochs", 3),
        ("data.standardize=false", "data.standardize", False),
        ("network.hidden=[4, 3]", "network.hidden", [4, 3]),
        ('title="a = b"', "title", "a = b"),
        ("title=a = b", "title", "a = b"),
        ("network.activation=relu", "network.activation", "relu"),
        ('training.optimizer={name = "sgd"}', "training.optimizer", {"name": "sgd"}),
        ("title=2026-01-01", "title", datetime.date(2026, 1, 1)),
        ("title=1\nb = 2", "title", "1\nb = 2"),
        ("network.hidden=" + "[" * 5000, "network.hidden", "[" * 5000),
        ("training.epochs=" + "9" * 5000, "training.epochs", "9" * 5000),
        ("training.early_stopping=", "training.early_stopping", None),
    ],
)
def test_a_value_is_toml_or_plain_text(text, field, value):
    assert override(text) == (field, value)


@pytest.mark.parametrize("text", ["training.epochs", "=3", " = 3", ""])
def test_an_override_needs_a_field_and_a_value(nnviz, text):
    outcome = nnviz("check", "circle", "--set", text)
    assert outcome.status == 2
    assert outcome.complaint == f'--set: expected FIELD=VALUE, got "{text}" (see "nnviz check --help")'


def test_overrides_replace_what_the_file_says(nnviz):
    words = ["--set", "training.epochs=2", "--set", "network.hidden=[2]", "--set", "training.early_stopping="]
    echo = json.loads(nnviz("train", "circle", *words, "--json", "-").output)["experiment"]
    assert echo["training"]["epochs"] == 2
    assert echo["network"]["hidden"] == [2]
    assert "early_stopping" not in echo["training"]


def test_the_last_override_of_a_field_counts(nnviz):
    words = ["--set", "training.epochs=2", "--epochs", "3"]
    assert json.loads(nnviz("train", "xor4", *words, "--json", "-").output)["epochs"] == 3


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("training.lerning_rate=1", "training.lerning_rate: no such field; did you mean training.learning_rate?"),
        ("learning_rate=1", "learning_rate: no such field; did you mean training.learning_rate?"),
        ("training.epochs.x=1", "training.epochs.x: no such field; training.epochs is not a table"),
        ("training.=1", 'training."": no such field'),
        ("training..epochs=1", 'training."": no such field'),
        ("training=1", "training: expected a table, got 1"),
        ("network.parameters[0].W=[[1]]", 'network."parameters[0]": no such field; did you mean network.parameters?'),
    ],
)
def test_a_wrong_override_names_the_experiment_and_the_field(nnviz, text, complaint):
    outcome = nnviz("train", "circle", "--set", text)
    assert outcome.status == 2
    assert outcome.complaint.startswith(f"circle: {complaint}")


def test_settings_of_an_optimiser_that_is_only_named_can_be_overridden(nnviz, folder):
    (folder / "a.toml").write_text('[training]\noptimizer = "sgd"\n')
    assert nnviz("check", "a.toml", "--set", "training.optimizer.name=sgd").status == 0


def test_a_setting_goes_with_the_short_form_of_what_it_belongs_to(nnviz):
    for table, name, setting in (("schedule", "cosine", "warmup=5"), ("optimizer", "adam", "beta1=0.5")):
        words = ["--set", f"training.{table}={name}", "--set", f"training.{table}.{setting}"]
        assert nnviz("check", "circle", *words).status == 0
