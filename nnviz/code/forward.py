"""The forward pass and the loss, as both kinds of program have them."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from nnviz.code.functions import ACTIVATIONS, LOSSES, OUTPUTS, Written
from nnviz.code.literals import number
from nnviz.code.sections import function, unpacking
from nnviz.code.subject import Subject

Words = Callable[[Written], str]
"""The value of a function, in NumPy's words or in PyTorch's."""


def written(subject: Subject, layer: int) -> Written:
    """How a layer's function is written."""
    name = subject.architecture.activation_name(layer)
    return OUTPUTS[name] if layer == subject.last else ACTIVATIONS[name]


def layer(subject: Subject, number: int, words: Words) -> tuple[str, str]:
    """The lines of one layer: z, and what its function makes of it."""
    z = f"z{number}"
    value = words(written(subject, number)).format(z=z)
    if number in subject.dropped:
        value = f"{value} * keep{number}"
    return f"{z} = {subject.below(number)} @ W{number}.T + b{number}", f"{subject.above(number)} = {value}"


def forward(subject: Subject, words: Words) -> list[str]:
    """The function ``forward``: z and h of every layer."""
    body = [line for number in subject.layers for line in layer(subject, number, words)]
    results = [name for number in subject.layers for name in (f"z{number}", subject.above(number))]
    head = ", ".join(["x", *(f"keep{number}=1" for number in subject.dropped)])
    about = "Everything that is computed on the way from the inputs to the prediction."
    if subject.dropped:
        about = "All that is computed on the way to the prediction; keep: which units an update keeps, and how strong."
    return function(f"forward({head})", about, *body, *unpacking(results, ""))


def loss_body(subject: Subject, body: tuple[str, ...]) -> list[str]:
    """The lines that return the mean loss, of z and ŷ."""
    z, factor = f"z{subject.last}", in_front(subject.architecture.loss.factor)
    return [line.format(z=z, factor=factor) for line in body]


def loss(subject: Subject, body: tuple[str, ...]) -> list[str]:
    """The function ``loss``: the mean over examples."""
    about = LOSSES[subject.architecture.loss.name].about
    keeps = [f"keep{layer}" for layer in subject.dropped]
    z, factor = f"z{subject.last}", in_front(subject.architecture.loss.factor)
    return function(
        f"loss({', '.join(['x', 'y', *(f'{keep}=1' for keep in keeps)])})",
        f"The mean over examples of {about.format(factor=factor.replace('* ', ''))}.",
        f"*_, {z}, y_hat = forward({', '.join(['x', *keeps])})",
        *loss_body(subject, body),
    )


def score(subject: Subject, words: dict[str, str]) -> list[str]:
    """The function that early stopping watches, where that is not the loss."""
    examples, output = subject.examples, subject.architecture.output
    if examples.task == "regression":
        error = "(y_hat - y) * target_deviation" if subject.scores_in_own_unit else "y_hat - y"
        about = "The root of the mean squared error, in the target's own unit."
        value = f"(({error}) ** 2).mean() ** 0.5"
    elif examples.y.shape[1] > 1:
        axis = words["axis"]
        about = "The share of examples whose largest output is the right one."
        value = f"(y_hat.argmax({axis}=1) == y.argmax({axis}=1)){words['mean']}"
    else:
        half = number(0.5 * sum(output.targets))
        about, value = (
            "The share of examples that are told right.",
            f"((y_hat > {half}) == (y > {half})){words['mean']}",
        )
    return function(f"{score_name(subject)}(x, y)", about, "*_, y_hat = forward(x)", f"return {value}")


def score_name(subject: Subject) -> str:
    """What the score is called."""
    return "rmse" if subject.examples.task == "regression" else "accuracy"


def in_front(factor: Fraction) -> str:
    """A factor before a product, as short as can be: nothing, ``0.5 * ``, ``2 / 3 * ``."""
    if factor == 1:
        return ""
    if factor == Fraction(1, 2):
        return "0.5 * "
    return f"{factor.numerator} * " if factor.denominator == 1 else f"{factor.numerator} / {factor.denominator} * "
