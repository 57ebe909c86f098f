"""The layers of a model that can be recorded, and why those of another cannot."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

import numpy as np
import torch
from torch import nn

from nnviz.engine.types import Numbers
from nnviz.recordings.problem import RecordingError
from nnviz.said import said

KINDS: Mapping[Any, tuple[str, np.dtype[Any]]] = {
    torch.float32: ("F32", np.dtype("<f4")),
    torch.float64: ("F64", np.dtype("<f8")),
}
"""How numbers of a model are kept."""
DROPOUTS = (nn.Dropout, nn.Dropout1d, nn.Dropout2d, nn.Dropout3d, nn.AlphaDropout, nn.FeatureAlphaDropout)


class Layer(NamedTuple):
    """A Linear layer of a model.

    Attributes:
        name: What the model calls it.
        weight, bias: Its parameters; without a bias it is ``None``, and 0.
    """

    name: str
    module: Any
    weight: Any
    bias: Any


def linear_layers(model: Any) -> tuple[Layer, ...]:
    """The Linear layers of a model, in no particular order.

    Raises:
        RecordingError: There is none, or something else in it that learns or drops out.
    """
    if not isinstance(model, nn.Module):
        raise RecordingError(said("Recording", "expected a model, a torch.nn.Module"))
    if isinstance(model, torch.jit.ScriptModule):
        raise RecordingError(
            said("Recording", "a scripted model is not Python any more: record the one it was made of")
        )
    if type(model).__module__.startswith("torch._dynamo"):
        raise RecordingError(said("Recording", "a compiled model fuses its layers: record it without torch.compile"))
    layers = [_layer(name, module) for name, module in model.named_modules() if _learns(name, module)]
    if not layers:
        raise RecordingError(said("Recording", "there is no Linear layer in the model"))
    kinds = {each.dtype for layer in layers for each in (layer.weight, layer.bias) if each is not None}
    if len(kinds) > 1 or not kinds <= set(KINDS):
        names = ", ".join(sorted(str(kind).removeprefix("torch.") for kind in kinds))
        reason = said("Recording", "its parameters are {names}: only float32 or float64 throughout can be recorded")
        raise RecordingError(reason.format(names=names))
    if any(each.is_meta for layer in layers for each in (layer.weight, layer.bias) if each is not None):
        raise RecordingError(said("Recording", 'its parameters are on the device "meta", which holds no numbers'))
    owners: dict[int, str] = {}
    for layer in layers:
        if (other := owners.setdefault(id(layer.weight), layer.name)) != layer.name:
            raise RecordingError(said("Recording", "has the same weights as {other}").format(other=other), layer.name)
    return tuple(layers)


def _learns(name: str, module: nn.Module) -> bool:
    """Whether a part of the model is a layer; what cannot be recorded is refused."""
    if isinstance(module, DROPOUTS) and module.p > 0.0:
        raise RecordingError(
            said("Recording", "dropout silences units at random, and cannot be recorded yet (p = 0 can)"), name
        )
    if type(module) is nn.Linear:
        return True
    if isinstance(module, torch.jit.ScriptModule) or type(module).__module__.startswith("torch._dynamo"):
        raise RecordingError(said("Recording", "is compiled or scripted, and its layers cannot be seen"), name)
    if next(module.parameters(recurse=False), None) is not None or isinstance(module, nn.Linear):
        reason = said(
            "Recording", "is a {kind}: only models whose parameters are all those of Linear layers can be recorded"
        )
        raise RecordingError(reason.format(kind=type(module).__name__), name or said("Recording", "the model"))
    return False


def _layer(name: str, module: Any) -> Layer:
    own = dict(module.named_parameters(recurse=False))
    if not set(own) <= {"weight", "bias"} or own.get("weight") is not module.weight:
        raise RecordingError(said("Recording", "makes its weights of other parameters (a norm, or pruning)"), name)
    return Layer(name, module, module.weight, module.bias)


def numbers_of(tensor: Any) -> Numbers:
    """The numbers of a tensor as they are now: a copy."""
    array: Numbers = np.array(tensor.detach().cpu().numpy())
    return array
