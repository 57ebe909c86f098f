"""One training step as code, line by line: what a program does in the middle of its loop, with the phase of each line.

It is made of the same lines as the programs; only the forward pass and the loss are written out where they happen.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from nnviz.code import numpy_code, pytorch_code, training
from nnviz.code.forward import Words, layer, loss_body
from nnviz.code.functions import LOSSES
from nnviz.code.subject import Subject

BATCH = "x, y = x_train[batch], y_train[batch]"
WHOLE = "x, y = x_train, y_train"


@dataclass(frozen=True)
class StepLine:
    """A line of code.

    Attributes:
        code: As it stands in the program; empty between two parts.
        phases: The phases whose work it does, by their names; none for a comment.
        names: What it gives a value, as the program calls it.
    """

    code: str
    phases: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


def numpy_step(subject: Subject) -> tuple[StepLine, ...]:
    """The step in plain NumPy; ``n`` is the size of the batch."""
    lines = [StepLine(code) for helper in numpy_code.helpers_of(subject) for code in (*helper, "")]
    lines += [*_batch(subject), StepLine("n = len(x)"), *_keeping(subject, numpy_code.WORDS)]
    lines += [StepLine(""), StepLine("# Forward.")]
    lines += _forward(subject, lambda function: function.numpy)
    lines += _loss(subject, LOSSES[subject.architecture.loss.name].numpy)
    lines += [StepLine(""), StepLine("# Backward: from the last layer to the first.")]
    for each in reversed(subject.layers):
        lines += _tagged(numpy_code.delta(subject, each), f"delta{each}", f"delta{each}")
        for code, name in zip(numpy_code.gradients(subject, each), (f"dW{each}", f"db{each}"), strict=True):
            lines.append(StepLine(code, (f"dW{each}",), (name,)))
    if not subject.trained:
        return tuple(lines)
    lines += _tagged([code for code in numpy_code.gathered(subject) if code], "dW1")
    lines += [StepLine(""), StepLine("# Update: against the gradient.")]
    return (*lines, *_updating(subject, [*numpy_code.updated(subject), *numpy_code.held(subject)]))


def pytorch_step(subject: Subject) -> tuple[StepLine, ...]:
    """The step with PyTorch, whose gradients and update are one line each.

    Raises:
        ExperimentError: All is frozen: PyTorch then has no gradient to give.
    """
    pytorch_code.check_trains(subject)
    lines = [*_batch(subject), *_keeping(subject, pytorch_code.WORDS)]
    lines += [StepLine(""), StepLine("# Forward.")]
    lines += _forward(subject, lambda function: function.torch)
    lines += _loss(subject, LOSSES[subject.architecture.loss.name].torch)
    penalty = pytorch_code.penalty(subject)
    if penalty:
        lines.append(StepLine(f"penalty = {penalty}", ("L",)))
    backward = tuple(name for each in reversed(subject.layers) for name in (f"delta{each}", f"dW{each}"))
    grads = tuple(f"{name}.grad" for name in subject.trained)
    lines += [
        StepLine(""),
        StepLine("# Backward: PyTorch goes the same way back."),
        StepLine("optimizer.zero_grad()"),
        StepLine("(L + penalty).backward()" if penalty else "L.backward()", backward, grads),
        *_tagged(pytorch_code.clipped(subject), "dW1"),
        StepLine(""),
        StepLine("# Update: against the gradient."),
    ]
    return (*lines, *_updating(subject, ["optimizer.step()", *pytorch_code.held(subject)]))


def _tagged(codes: Iterable[str], phase: str, *names: str) -> list[StepLine]:
    """Lines of one phase, of which the last one gives its names their values; a comment of theirs is none of them."""
    lines = list(codes)
    return [StepLine(code, (phase,), names if code is lines[-1] else ()) for code in lines]


def _batch(subject: Subject) -> list[StepLine]:
    return [StepLine(WHOLE if subject.batch_size is None else BATCH, ("x",), ("x", "y"))]


def _keeping(subject: Subject, words: training.Words) -> list[StepLine]:
    return [StepLine(code) for code in training.keeps(subject, words) if code]


def _forward(subject: Subject, words: Words) -> list[StepLine]:
    lines = []
    for each in subject.layers:
        z, a = layer(subject, each, words)
        lines += [StepLine(z, (f"z{each}",), (f"z{each}",)), StepLine(a, (f"a{each}",), (subject.above(each),))]
    return lines


def _loss(subject: Subject, body: tuple[str, ...]) -> list[StepLine]:
    *before, last = loss_body(subject, body)
    return _tagged([*before, last.replace("return", "L =", 1)], "L", "L")


def _updating(subject: Subject, codes: list[str]) -> list[StepLine]:
    """Each line gives a value to the parameter that it begins with; where none does, the last one to all of them."""
    named: dict[str, tuple[str, ...]] = {
        code: (name,) for code in codes for name in subject.trained if code.startswith(f"{name} ")
    }
    if not named:
        named = {codes[-1]: tuple(subject.trained)}
    return [StepLine(code, ("update",), named.get(code, ())) for code in codes]
