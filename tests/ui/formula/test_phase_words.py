import pytest

from nnviz.engine.functions.activations import ACTIVATIONS
from nnviz.engine.functions.optimisers import OPTIMISERS
from nnviz.ui.formula.frozen import Frozen
from nnviz.ui.formula.phase_words import LONGEST_SENTENCE, training_words, update_sentences, words_of
from nnviz.ui.names.functions import SHOWN_OPTIMISERS
from tests.ui.formula.moments import CLASSES, NUMBERS, PAIRS, TWO_CLASSES, experiment_text, trainer_of, worked_example

BOTH = "W ← W − η ∇W,  b ← b − η ∇b"
SOME = "Every parameter takes a small step against its gradient; those that are frozen stay."


def words(trainer):
    record, training = trainer.iterate(), trainer.experiment.training
    return {phase.name: words_of(record, phase, training) for phase in record.phases}


@pytest.mark.parametrize(("data", "output", "loss"), PAIRS)
@pytest.mark.parametrize("activation", sorted(ACTIVATIONS))
@pytest.mark.parametrize("l2", [0.0, 0.03])
@pytest.mark.parametrize("batch", ["1", "4"])
def test_every_phase_has_a_title_a_name_a_formula_and_a_short_sentence(data, output, loss, activation, l2, batch):
    told = words(trainer_of(experiment_text(data, output, loss, activation, batch=batch, l2=l2)))
    for name, each in told.items():
        assert each.title and each.name and each.formula.latex and each.formula.plain, name
        assert 30 < len(each.sentence) <= LONGEST_SENTENCE, each.sentence
        assert each.sentence.endswith((".", "!", "?"))
        assert each.formula.latex.count("{") == each.formula.latex.count("}")


def test_the_first_layer_takes_x_and_the_last_gives_the_prediction():
    told = words(worked_example())
    assert told["z1"].formula.latex == r"z^{(1)} = W^{(1)}\,x + b^{(1)}"
    assert told["z2"].formula.latex == r"z^{(2)} = W^{(2)}\,h^{(1)} + b^{(2)}"
    assert told["a1"].formula.latex == r"h^{(1)} = g(z^{(1)}),\quad g(z) = \frac{1}{1+e^{-z}}"
    assert told["a2"].formula.latex.startswith(r"\hat{y} = g(z^{(2)})")
    assert told["dW1"].formula.latex.startswith(r"\nabla W^{(1)} = \delta^{(1)}\,x^{\mathrm{T}}")
    assert told["delta1"].formula.plain == "δ⁽¹⁾ = (W⁽²⁾ᵀ δ⁽²⁾) ⊙ g′(z⁽¹⁾)"


@pytest.mark.parametrize(
    ("data", "output", "loss", "delta"),
    [
        (PAIRS[0][0], "sigmoid", "binary_cross_entropy", "δ⁽³⁾ = ŷ − y"),
        (CLASSES, "softmax", "cross_entropy", "δ⁽³⁾ = ŷ − y"),
        (NUMBERS, "linear", "squared_error", "δ⁽³⁾ = ŷ − y"),
        (NUMBERS, "tanh", "squared_error", "δ⁽³⁾ = (ŷ − y) ⊙ g′(z⁽³⁾)"),
        (NUMBERS, "sigmoid", "squared_error", "δ⁽³⁾ = (ŷ − y) ⊙ g′(z⁽³⁾)"),
        (CLASSES, "softmax", "squared_error", "δₖ⁽³⁾ = ŷₖ (eₖ − Σ e ŷ),  e = ŷ − y"),
    ],
)
def test_the_error_signal_at_the_output_is_what_is_true_for_output_and_loss(data, output, loss, delta):
    assert words(trainer_of(experiment_text(data, output, loss)))["delta3"].formula.plain == delta


SUM, MEAN = 'loss_scale = "sum"', 'loss_scale = "mean"'


@pytest.mark.parametrize(
    ("data", "output", "scale", "loss", "delta", "latex"),
    [
        (NUMBERS, "linear", SUM, r"L = \sum_k(\hat{y}_k-y_k)^2", "δ⁽³⁾ = 2 (ŷ − y)", r"2\,(\hat{y} - y)"),
        (NUMBERS, "tanh", SUM, r"L = \sum_k", "δ⁽³⁾ = 2 (ŷ − y) ⊙ g′(z⁽³⁾)", r"2\,(\hat{y} - y) \odot g'"),
        (NUMBERS, "tanh", MEAN, r"L = \frac{1}{2}\sum_k", "δ⁽³⁾ = (ŷ − y) ⊙ g′(z⁽³⁾)", r"(\hat{y} - y) \odot g'"),
        (
            CLASSES,
            "softmax",
            MEAN,
            r"L = \frac{1}{3}\sum_k",
            "δₖ⁽³⁾ = ŷₖ (eₖ − Σ e ŷ),  e = 2/3 (ŷ − y)",
            r"\frac{2}{3}",
        ),
        (TWO_CLASSES, "sigmoid", MEAN, r"L = (\hat{y}-y)^2", "δ⁽³⁾ = 2 (ŷ − y) ⊙ g′(z⁽³⁾)", r"2\,(\hat{y} - y)"),
        (TWO_CLASSES, "sigmoid", "", r"L = \frac{1}{2}(\hat{y}-y)^2", "δ⁽³⁾ = (ŷ − y) ⊙ g′(z⁽³⁾)", r"(\hat{y} - y)"),
    ],
)
def test_the_factor_of_a_squared_error_stands_in_the_loss_and_in_its_error_signal(
    data, output, scale, loss, delta, latex
):
    told = words(trainer_of(experiment_text(data, output, "squared_error", batch="1", training=scale)))
    assert told["L"].formula.latex.startswith(loss)
    assert told["delta3"].formula.plain == delta
    assert latex in told["delta3"].formula.latex


@pytest.mark.parametrize("output", ["linear", "tanh", "sigmoid"])
@pytest.mark.parametrize("scale", [SUM, MEAN])
def test_what_is_said_of_the_error_signal_says_the_factor_too(output, scale):
    told = words(trainer_of(experiment_text(NUMBERS, output, "squared_error", training=scale)))["delta3"].sentence
    assert ("2 × (prediction minus target)" in told) == (scale == SUM)
    assert "prediction minus target" in told and 30 < len(told) <= LONGEST_SENTENCE


def test_a_penalty_stands_in_the_loss_and_in_the_gradient():
    told = words(trainer_of(experiment_text(CLASSES, "softmax", "cross_entropy", l2=0.1)))
    assert r"\lambda" in told["L"].formula.latex
    assert r"\lambda W^{(2)}" in told["dW2"].formula.latex


def test_a_batch_is_averaged_and_a_single_example_is_not():
    batch = words(trainer_of(experiment_text(CLASSES, "softmax", "cross_entropy", batch="4")))
    single = words(trainer_of(experiment_text(CLASSES, "softmax", "cross_entropy", batch="1")))
    assert r"\frac{1}{N}" in batch["dW1"].formula.latex and r"\frac{1}{N}" in batch["L"].formula.latex
    assert r"\frac{1}{N}" not in single["dW1"].formula.latex + single["L"].formula.latex


def test_frozen_biases_are_said_to_stay():
    trainer = worked_example()
    assert Frozen.in_update(trainer.iterate()) is Frozen.BIASES
    update = words(trainer)["update"]
    assert "b" not in update.formula.plain
    assert "biases are frozen" in update.sentence


@pytest.mark.parametrize(
    ("names", "frozen", "formula", "sentence"),
    [
        (
            [],
            Frozen.NOTHING,
            BOTH,
            "Every weight and bias takes a small step against its gradient, so that the loss goes down.",
        ),
        (
            ["b1", "b2", "b3"],
            Frozen.BIASES,
            "W ← W − η ∇W",
            "Every weight takes a small step against its gradient. The biases are frozen: they stay.",
        ),
        (
            ["W1", "W2", "W3"],
            Frozen.WEIGHTS,
            "b ← b − η ∇b",
            "Every bias takes a small step against its gradient. The weights are frozen: they stay.",
        ),
        (
            ["W1", "W2", "W3", "b1", "b2", "b3"],
            Frozen.ALL,
            "W ← W,  b ← b",
            "All parameters are frozen: they stay as they are, whatever their gradients say.",
        ),
        (["W1[0,1]"], Frozen.SOME, BOTH, SOME),
        (["b1"], Frozen.SOME, BOTH, SOME),
    ],
)
def test_what_is_frozen_is_read_off_the_update(names, frozen, formula, sentence):
    text = experiment_text(CLASSES, "softmax", "cross_entropy").replace("[training]", f"frozen = {names}\n[training]")
    trainer = trainer_of(text)
    record = trainer.iterate()
    assert Frozen.in_update(record) is frozen
    update = words_of(record, record.phases[-1])
    assert update.formula.plain == formula and update.sentence == sentence


@pytest.mark.parametrize("name", OPTIMISERS)
@pytest.mark.parametrize("names", [[], ["b1", "b2", "b3"], ["W1", "W2", "W3"], ["b1"]])
def test_every_optimiser_has_a_formula_and_a_sentence_of_its_own(name, names):
    text = experiment_text(CLASSES, "softmax", "cross_entropy", training=f'optimizer = "{name}"')
    trainer = trainer_of(text.replace("[training]", f"frozen = {names}\n[training]"))
    update = words(trainer)["update"]
    assert 30 < len(update.sentence) <= LONGEST_SENTENCE, update.sentence
    assert ("frozen" in update.sentence) is bool(names)
    if name != "sgd":
        assert update.formula.plain == SHOWN_OPTIMISERS[name].plain
    assert update.sentence in update_sentences(trainer.experiment.training)


@pytest.mark.parametrize("name", OPTIMISERS)
def test_whatever_is_frozen_an_update_has_a_short_sentence(name):
    trainer = trainer_of(experiment_text(CLASSES, "softmax", "cross_entropy", training=f'optimizer = "{name}"'))
    sentences = update_sentences(trainer.experiment.training)
    assert len(sentences) > len(Frozen)
    assert all(30 < len(each) <= LONGEST_SENTENCE and "{" not in each for each in sentences)


@pytest.mark.parametrize(
    ("training", "phase", "latex"),
    [
        ("l1 = 0.1", "L", r"\lambda\sum |W|"),
        ("l1 = 0.1", "dW2", r"\lambda\,\mathrm{sign}\,W^{(2)}"),
        ("dropout = 0.3", "a1", r"h^{(1)} = r^{(1)} \odot g("),
        ("dropout = 0.3", "delta1", r"\odot r^{(1)}"),
        ("clip_norm = 1", "dW2", r"= c\,\frac{1}{N}"),
        ("clip_norm = 1\nl1 = 0.1", "dW2", r"= c\,(\frac{1}{N}"),
    ],
)
def test_what_changes_a_phase_stands_in_its_formula(training, phase, latex):
    told = words(trainer_of(experiment_text(CLASSES, "softmax", "cross_entropy", training=training)))
    assert latex in told[phase].formula.latex
    for each in told.values():
        assert 30 < len(each.sentence) <= LONGEST_SENTENCE


def test_dropout_is_said_where_it_is_and_only_there():
    told = words(trainer_of(experiment_text(CLASSES, "softmax", "cross_entropy", training="dropout = [0.0, 0.5]")))
    assert "Dropout" in told["a2"].sentence and "r^{(2)}" in told["delta2"].formula.latex
    assert "Dropout" not in told["a1"].sentence and "r^{(1)}" not in told["delta1"].formula.latex


def test_training_has_words_of_its_own():
    told = training_words(worked_example().iterate())
    assert told.sentence.startswith("Training:") and len(told.sentence) <= LONGEST_SENTENCE
    assert "←" in told.formula.plain
