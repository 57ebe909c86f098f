"""Programs for PyTorch: the forward pass is written out, gradients and updates are PyTorch's own.

What is drawn at random, the first weights, the order of the examples and what dropout keeps, comes from NumPy's
generators as it does in nnviz: PyTorch's own would give others.
"""

from __future__ import annotations

from types import MappingProxyType

from nnviz.code.data import data_section, uses_packing
from nnviz.code.forward import forward, loss, score
from nnviz.code.functions import LOSSES
from nnviz.code.literals import number
from nnviz.code.sections import Program, Section, code, function, listed
from nnviz.code.start import first_parameters
from nnviz.code.subject import Subject
from nnviz.code.training import Words, keeps, loop, rate_name, settings, trained, trained_name
from nnviz.engine.errors import ExperimentError
from nnviz.engine.functions.optimisers import OptimiserSettings
from nnviz.said import said

WORDS = Words(
    finite="p.isfinite().all()",
    copied="p.detach().clone()",
    put_back=(
        "with torch.no_grad():",
        "    for p, was in zip(parameters, best_parameters):",
        "        p.copy_(was)  # the best epoch's are back",
    ),
    picked="torch.tensor({places})",
    array="torch.tensor({array})",
)


def pytorch_program(subject: Subject) -> Program:
    """The program of an experiment.

    Raises:
        ExperimentError: All is frozen: PyTorch then has no gradient to give.
    """
    check_trains(subject)
    names = ["x_train", "y_train", *(["x_validation", "y_validation"] if subject.validated else [])]
    if subject.scores_in_own_unit:
        names.append("target_deviation")
    data = data_section(subject, ("", *(f"{name} = torch.tensor({name})" for name in names)))
    packed, training = uses_packing(data), code(_training(subject))
    forwards = code(_forward(subject))
    return Program(
        about=("Each row of x, z and h is an example; W has a row for each unit. W1.grad is dL/dW1.",),
        imports=code(
            [
                *(["import base64", "import zlib", ""] if packed else []),
                "import numpy as np",
                "import torch",
                *(["from torch.nn import functional as F"] if "F." in forwards else []),
                "",
                "torch.set_default_dtype(torch.float64)",
            ]
        ),
        sections=(
            Section("network", "The network: its weights and biases before training", code(_network(subject))),
            Section("forward", "Forward: from the inputs to the loss", forwards),
            data,
            Section("training", "Training: forward, backward, update", training),
        ),
    )


def check_trains(subject: Subject) -> None:
    """Refuse a network of which nothing trains: PyTorch then has no gradient to give.

    Raises:
        ExperimentError: Saying so.
    """
    if not subject.trained:
        reason = said("Code", "all parameters are frozen, and PyTorch's optimisers want one that trains")
        raise ExperimentError(reason, "network.frozen")


def _network(subject: Subject) -> list[str]:
    parameters = subject.parameters
    return [
        *first_parameters(subject),
        *listed("parameters = [", [f"torch.tensor({name})" for name in parameters], "]"),
        *listed("[", parameters, "] = parameters"),
        *trained(subject),
        f"for p in {trained_name(subject)}:",
        "    p.requires_grad_()",
    ]


def _forward(subject: Subject) -> list[str]:
    lines = forward(subject, lambda function: function.torch)
    lines += loss(subject, LOSSES[subject.architecture.loss.name].torch)
    if penalties := penalty(subject):
        about = "What large weights cost; biases cost nothing."
        lines += function("penalty()", about, f"return {penalties}")
    if subject.early_stopping is not None and subject.early_stopping.monitor == "score":
        lines += score(subject, {"axis": "dim", "mean": ".double().mean()"})
    return lines[2:]


def penalty(subject: Subject) -> str:
    """What large weights cost, as an expression; empty where they cost nothing."""
    training = subject.experiment.training
    weights = ", ".join(f"W{layer}" for layer in subject.layers)
    weights = f"({weights},)" if len(subject.layers) == 1 else f"({weights})"
    penalties = [
        *([f"0.5 * l2 * sum((W**2).sum() for W in {weights})"] if training.l2 else []),
        *([f"l1 * sum(W.abs().sum() for W in {weights})"] if training.l1 else []),
    ]
    return " + ".join(penalties)


def _training(subject: Subject) -> list[str]:
    row, chosen = subject.optimiser
    training = subject.experiment.training
    inputs = ", ".join(["x", "y", *(f"keep{layer}" for layer in subject.dropped)])
    total = f"loss({inputs})"
    if training.l1 or training.l2:
        total = f"({total} + penalty())"
    update = [
        *keeps(subject, WORDS),
        "optimizer.zero_grad()",
        f"{total}.backward()",
    ]
    update += [*clipped(subject), "optimizer.step()", *held(subject)]
    start = f"{trained_name(subject)}, lr=learning_rate"
    rate = ["for group in optimizer.param_groups:", f'    group["lr"] = {rate_name(subject)}']
    return [
        *settings(subject),
        "",
        f"optimizer = torch.optim.{OPTIMISERS[row.name](chosen).format(start)}",
        *loop(subject, WORDS, update, rate),
    ]


def clipped(subject: Subject) -> list[str]:
    """The gradient is made shorter where it is too long."""
    if subject.experiment.training.clip_norm is None:
        return []
    return [
        *(f"{name.replace('[', '.grad[', 1)} = 0  # frozen" for name, _ in subject.held),
        f"torch.nn.utils.clip_grad_norm_({trained_name(subject)}, clip_norm)",
    ]


def held(subject: Subject) -> list[str]:
    """Single parameters that are frozen get their value back."""
    if not subject.held:
        return []
    return ["with torch.no_grad():", *(f"    {name} = {number(value)}  # frozen" for name, value in subject.held)]


def _sgd(settings: OptimiserSettings) -> str:
    return "SGD({})"


def _momentum(settings: OptimiserSettings) -> str:
    return f"SGD({{}}, momentum={number(settings['momentum'])})"


def _nesterov(settings: OptimiserSettings) -> str:
    # PyTorch knows no Nesterov without momentum, which is plain descent.
    return f"SGD({{}}, momentum={number(settings['momentum'])}, nesterov=True)" if settings["momentum"] else "SGD({})"


def _adagrad(settings: OptimiserSettings) -> str:
    return f"Adagrad({{}}, eps={number(settings['epsilon'])})"


def _rmsprop(settings: OptimiserSettings) -> str:
    return f"RMSprop({{}}, alpha={number(settings['decay'])}, eps={number(settings['epsilon'])})"


def _adam(settings: OptimiserSettings) -> str:
    return f"Adam({{}}, {_betas(settings)})"


def _adamw(settings: OptimiserSettings) -> str:
    return f"AdamW({{}}, {_betas(settings)}, weight_decay={number(settings['weight_decay'])})"


def _betas(settings: OptimiserSettings) -> str:
    # The decays must be of one kind: 0 beside 0.9 would not do.
    return f"betas=({float(settings['beta1'])}, {float(settings['beta2'])}), eps={number(settings['epsilon'])}"


OPTIMISERS = MappingProxyType(
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
"""How PyTorch calls the engine's optimisers, by name; braces stand for the parameters and the rate."""
