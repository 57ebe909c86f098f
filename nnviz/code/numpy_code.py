"""Programs in plain NumPy: forward, backward and update written out, layer by layer."""

from __future__ import annotations

from types import MappingProxyType

from nnviz.code.data import data_section, uses_packing
from nnviz.code.forward import forward, in_front, loss, score, written
from nnviz.code.functions import LOSSES, NORMAL
from nnviz.code.literals import number
from nnviz.code.sections import Program, Section, code, indented, listed, unpacking
from nnviz.code.start import first_parameters
from nnviz.code.subject import Subject
from nnviz.code.training import Words, keeps, loop, rate_name, settings, trained, trained_name

WORDS = Words(
    finite="np.isfinite(p).all()",
    copied="p.copy()",
    put_back=("for p, was in zip(parameters, best_parameters):", "    p[...] = was  # the best epoch's are back"),
    picked="{places}",
    array="{array}",
)


def numpy_program(subject: Subject) -> Program:
    """The program of an experiment."""
    data = data_section(subject)
    helpers = helpers_of(subject)
    packed = uses_packing(data)
    return Program(
        about=("Each row of x, z, h and delta is an example; W has a row for each unit. delta is dL/dz, dW is dL/dW.",),
        imports=code(
            [
                *(["import base64"] if packed else []),
                *(["import math"] if NORMAL in helpers else []),
                *(["import zlib"] if packed else []),
                *([""] if packed or NORMAL in helpers else []),
                "import numpy as np",
            ]
        ),
        sections=(
            Section(
                "network",
                "The network: its weights and biases before training",
                code([*first_parameters(subject), *listed("parameters = [", subject.parameters, "]")]),
            ),
            Section("forward", "Forward: from the inputs to the loss", code(_forward(subject, helpers))),
            data,
            Section("training", "Training: forward, backward, update", code(_training(subject))),
        ),
    )


def helpers_of(subject: Subject) -> list[tuple[str, ...]]:
    """The functions that the layers' own call, each as its lines."""
    return list(dict.fromkeys(helper for layer in subject.layers for helper in written(subject, layer).helpers))


def _forward(subject: Subject, helpers: list[tuple[str, ...]]) -> list[str]:
    lines = [line for helper in helpers for line in ("", "", *helper)]
    lines += forward(subject, lambda function: function.numpy)
    lines += loss(subject, LOSSES[subject.architecture.loss.name].numpy)
    if subject.early_stopping is not None and subject.early_stopping.monitor == "score":
        lines += score(subject, {"axis": "axis", "mean": ".mean()"})
    return lines[2:]


def _training(subject: Subject) -> list[str]:
    row, chosen = subject.optimiser
    memories = MEMORIES[row.name] if subject.trained else ()
    memory = [f"{name} = [np.zeros_like(p) for p in {trained_name(subject)}]" for name in memories]
    if row.powers and subject.trained:
        memory.append("t = 0  # updates so far")
    update = [
        "n = len(x)",
        "",
        *keeps(subject, WORDS),
        *_backward(subject),
        *_after_backward(subject),
        *held(subject),
    ]
    named = [f"{name} = {number(value)}" for name, value in chosen.items()]
    return [*settings(subject), *named, "", *trained(subject), *memory, *loop(subject, WORDS, update)]


def _after_backward(subject: Subject) -> list[str]:
    """What is done with the gradient."""
    if not subject.trained:
        return []
    return [*gathered(subject), "", "# Update: against the gradient.", *updated(subject)]


def gathered(subject: Subject) -> list[str]:
    """The gradients in a list, where the optimiser wants one, and made shorter where they are too long."""
    clips = subject.experiment.training.clip_norm is not None
    gathers = clips or bool(MEMORIES[subject.optimiser[0].name])
    return [
        *(listed("gradients = [", [f"d{name}" for name in subject.trained], "]") if gathers else []),
        *(_clipping(subject) if clips else []),
    ]


def updated(subject: Subject) -> list[str]:
    """What the optimiser does with them."""
    return UPDATES[subject.optimiser[0].name](subject, rate_name(subject))


def held(subject: Subject) -> list[str]:
    """Single parameters that are frozen get their value back."""
    return [f"{name} = {number(value)}  # frozen" for name, value in subject.held]


# ---- backward ----------------------------------------------------------------------------------------------------


def _backward(subject: Subject) -> list[str]:
    """δ and the gradients, from the output back to the first layer."""
    keep = [f"keep{layer}" for layer in subject.dropped]
    results = [name for layer in subject.layers for name in (f"z{layer}", subject.above(layer))]
    return [
        "# Forward.",
        *unpacking(results, f"forward({', '.join(['x', *keep])})"),
        "",
        "# Backward: from the last layer to the first.",
        *(line for layer in reversed(subject.layers) for line in (*delta(subject, layer), *gradients(subject, layer))),
    ]


def delta(subject: Subject, layer: int) -> list[str]:
    """The error signal of a layer."""
    return _output_delta(subject) if layer == subject.last else _hidden_delta(subject, layer)


def gradients(subject: Subject, layer: int) -> tuple[str, str]:
    """The gradients of a layer's weights and biases."""
    training = subject.experiment.training
    penalty = (f" + l2 * W{layer}" if training.l2 else "") + (f" + l1 * np.sign(W{layer})" if training.l1 else "")
    return (
        f"dW{layer} = delta{layer}.T @ {subject.below(layer)} / n{penalty}",
        f"db{layer} = delta{layer}.mean(axis=0)",
    )


def _output_delta(subject: Subject) -> list[str]:
    architecture, delta = subject.architecture, f"delta{subject.last}"
    error = f"{in_front(architecture.loss.error_factor)}(y_hat - y)"
    if architecture.loss.cancels:
        return [f"{delta} = y_hat - y"]
    if architecture.output.is_coupled:
        return [
            f"e = {error}  # dL/dy_hat, and every z has a share in every y_hat:",
            f"{delta} = y_hat * (e - (e * y_hat).sum(axis=1, keepdims=True))",
        ]
    slope = written(subject, subject.last).slope.format(z=f"z{subject.last}", a="y_hat")
    return [f"{delta} = {error} * {slope}" if slope else f"{delta} = {error}"]


def _hidden_delta(subject: Subject, layer: int) -> list[str]:
    function, z = written(subject, layer), f"z{layer}"
    # What is left of h after dropout does not say how steep the curve is: the activation is made again.
    a = function.numpy.format(z=z) if layer in subject.dropped else f"h{layer}"
    factors = [f"(delta{layer + 1} @ W{layer + 1})", function.slope.format(z=z, a=a)]
    if layer in subject.dropped:
        factors.append(f"keep{layer}")
    return [f"delta{layer} = {' * '.join(filter(None, factors))}"]


def _clipping(subject: Subject) -> list[str]:
    return [
        "",
        "# Clipping: the gradient is made shorter where it is too long.",
        *(f"d{name} = 0  # frozen" for name, _ in subject.held),
        "norm = np.sqrt(sum((g**2).sum() for g in gradients))",
        "for g in gradients:",
        "    g *= min(1, clip_norm / (norm + 1e-6))",
    ]


# ---- update ------------------------------------------------------------------------------------------------------


def _sgd(subject: Subject, rate: str) -> list[str]:
    return [f"{name} -= {rate} * d{name}" for name in subject.trained]


def _each(subject: Subject, lines: list[str], *letters: str) -> list[str]:
    """Lines for each parameter p that trains, its gradient g, and what is remembered of it."""
    memories = MEMORIES[subject.optimiser[0].name]
    names = ", ".join(["p", "g", *letters])
    lists = ", ".join([trained_name(subject), "gradients", *memories])
    return [f"for {names} in zip({lists}):", *indented(lines)]


def _momentum(subject: Subject, rate: str) -> list[str]:
    return _each(subject, ["v *= momentum", "v += g", f"p -= {rate} * v"], "v")


def _nesterov(subject: Subject, rate: str) -> list[str]:
    return _each(subject, ["v *= momentum", "v += g", f"p -= {rate} * (g + momentum * v)"], "v")


def _adagrad(subject: Subject, rate: str) -> list[str]:
    return _each(subject, ["s += g**2", f"p -= {rate} * g / (np.sqrt(s) + epsilon)"], "s")


def _rmsprop(subject: Subject, rate: str) -> list[str]:
    lines = ["s *= decay", "s += (1 - decay) * g**2", f"p -= {rate} * g / (np.sqrt(s) + epsilon)"]
    return _each(subject, lines, "s")


def _adam(subject: Subject, rate: str, shrinking: str = "") -> list[str]:
    lines = [
        "m += (1 - beta1) * (g - m)",
        "v *= beta2",
        "v += (1 - beta2) * g**2",
        "step = m / (1 - beta1**t) / (np.sqrt(v / (1 - beta2**t)) + epsilon)",
        f"p -= {rate} * {'step' if not shrinking else f'(step + {shrinking})'}",
    ]
    return ["t += 1", *_each(subject, lines, "m", "v")]


def _adamw(subject: Subject, rate: str) -> list[str]:
    return _adam(subject, rate, "weight_decay * p")


MEMORIES = MappingProxyType(
    {
        "sgd": (),
        "momentum": ("velocities",),
        "nesterov": ("velocities",),
        "adagrad": ("squares",),
        "rmsprop": ("squares",),
        "adam": ("means", "squares"),
        "adamw": ("means", "squares"),
    }
)
"""What the optimisers remember of each parameter, as lists."""
UPDATES = MappingProxyType(
    {
        "sgd": _sgd,
        "momentum": _momentum,
        "nesterov": _nesterov,
        "adagrad": _adagrad,
        "rmsprop": _rmsprop,
        "adam": _adam,
        "adamw": _adamw,
    }
)
"""How the engine's optimisers are written, by name."""
