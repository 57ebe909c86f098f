"""PyTorch loops as people write them, and what autograd says of each step by itself."""

from dataclasses import dataclass, field

import torch
from torch import nn

import nnviz
from nnviz.recordings.reading import open_recording

ACTIVATIONS = {
    "sigmoid": nn.Sigmoid,
    "tanh": nn.Tanh,
    "relu": nn.ReLU,
    "leaky_relu": nn.LeakyReLU,
    "elu": nn.ELU,
    "softplus": nn.Softplus,
    "gelu": nn.GELU,
    "silu": nn.SiLU,
    "linear": nn.Identity,
}
OPTIMISERS = {
    "sgd": lambda parameters: torch.optim.SGD(parameters, lr=0.1),
    "momentum": lambda parameters: torch.optim.SGD(parameters, lr=0.05, momentum=0.9),
    "nesterov": lambda parameters: torch.optim.SGD(parameters, lr=0.05, momentum=0.8, nesterov=True),
    "adagrad": lambda parameters: torch.optim.Adagrad(parameters, lr=0.05),
    "rmsprop": lambda parameters: torch.optim.RMSprop(parameters, lr=0.01, alpha=0.9),
    "adam": lambda parameters: torch.optim.Adam(parameters, lr=0.02, betas=(0.8, 0.99)),
    "adamw": lambda parameters: torch.optim.AdamW(parameters, lr=0.02, weight_decay=0.1),
}


def mlp(widths, activations, kind=torch.float64, output=None):
    parts = []
    for below, units, name in zip(widths, widths[1:], [*activations, None], strict=False):
        parts.append(nn.Linear(below, units))
        if name is not None:
            parts.append(ACTIVATIONS[name]())
    return nn.Sequential(*parts, *([output] if output is not None else [])).to(kind)


@dataclass
class Step:
    """What autograd says of one step."""

    x: torch.Tensor
    z: list = field(default_factory=list)
    delta: list = field(default_factory=list)
    gradients: list = field(default_factory=list)
    after: list = field(default_factory=list)
    loss: float = 0.0


def batches(x, y, size, epochs, seed=0):
    """Shuffled afresh each epoch."""
    generator = torch.Generator().manual_seed(seed)
    for _ in range(epochs):
        order = torch.randperm(len(x), generator=generator)
        for start in range(0, len(x), size):
            rows = order[start : start + size]
            yield x[rows], y[rows]


def train(model, optimizer, loss_function, data, clip=None):
    """An ordinary loop."""
    for x, y in data:
        optimizer.zero_grad()
        loss = loss_function(model(x), y)
        loss.backward()
        if clip is not None:
            nn.utils.clip_grad_norm_(model.parameters(), clip)
        optimizer.step()


def watched(model, optimizer, loss_function, data, clip=None):
    """The same loop, with autograd asked for everything; nothing of nnviz has a part in it."""
    steps = []
    for x, y in data:
        optimizer.zero_grad()
        step, a = Step(x), x
        for part in model:
            a = part(a)
            if isinstance(part, nn.Linear):
                a.retain_grad()
                step.z.append(a)
        loss = loss_function(a, y)
        loss.backward()
        step.delta = [z.grad * len(x) for z in step.z]
        if clip is not None:
            nn.utils.clip_grad_norm_(model.parameters(), clip)
        step.gradients = [each.grad.clone() for each in model.parameters()]
        optimizer.step()
        step.after = [each.detach().clone() for each in model.parameters()]
        step.loss = float(loss.detach())
        steps.append(step)
    return steps


def recorded(path, model, optimizer, loss_function, data, clip=None, **settings):
    """The recording of an ordinary loop."""
    with nnviz.record(model, optimizer, path, **settings):
        train(model, optimizer, loss_function, data, clip)
    return open_recording(path)
