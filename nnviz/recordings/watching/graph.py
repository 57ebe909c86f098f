"""What PyTorch's graph of a loss says: which layers follow each other, what is between them, and what the loss is.

The graph is what autograd keeps for the backward pass: a node for each operation, from the loss back to the inputs.
What is not seen in it (a print, a metric) has no part in training. Adding an operation is adding a row to a table.
"""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import dropwhile
from math import log2
from types import MappingProxyType
from typing import Any, NamedTuple

from nnviz.engine.functions.activations import LEAK
from nnviz.recordings.problem import RecordingError
from nnviz.said import said

LONGEST_WAY = 64
"""Operations between two layers, or from the last of them to the loss."""
ENLARGED = 1024.0
"""By so much no loss is multiplied that somebody means to be read."""
ACCUMULATE = "torch::autograd::AccumulateGrad"
"""What the graph ends in where a parameter is."""


class Row(NamedTuple):
    """An activation, as PyTorch's graph has it.

    Attributes:
        name: What nnviz calls it.
        only: What the graph has to have kept of it: other settings are other functions.
    """

    name: str
    only: Mapping[str, object] = MappingProxyType({})


ACTIVATIONS: Mapping[str, Row] = MappingProxyType(
    {
        "Sigmoid": Row("sigmoid"),
        "Tanh": Row("tanh"),
        "Relu": Row("relu"),
        "LeakyRelu": Row("leaky_relu", {"_saved_negative_slope": LEAK}),
        "Elu": Row("elu", {"_saved_alpha": 1.0, "_saved_scale": 1.0, "_saved_input_scale": 1.0}),
        "Softplus": Row("softplus", {"_saved_beta": 1.0, "_saved_threshold": 20.0}),
        "Gelu": Row("gelu", {"_saved_approximate": "none"}),
        "Silu": Row("silu"),
        "Softmax": Row("softmax"),
    }
)
OUTPUTS = ("sigmoid", "tanh", "softmax")
"""Of these, what can come after the last layer."""
SHAPING = frozenset({"View", "UnsafeView", "ReshapeAlias", "Squeeze", "Unsqueeze", "Select", "Alias", "Clone"})
"""What leaves the numbers as they are; targets and predictions have as many of them in any case."""
SCALING = frozenset({"Mean", "Sum", "Mul", "Div"})
"""What makes one number of the examples' losses."""


class LossSeen(NamedTuple):
    """The loss of a batch, as the graph has it.

    Attributes:
        loss: What nnviz calls it.
        output: The output layer's activation.
        target: The targets, or where the loss is written out by hand the difference.
        kind: What ``target`` is: ``target``, ``labels``, ``prediction - target`` or ``target - prediction``.
    """

    loss: str
    output: str
    target: Any
    kind: str


def operation(node: Any) -> str:
    """``Tanh`` of ``TanhBackward0``."""
    return _without_suffix(node.name())


@lru_cache(maxsize=256)
def _without_suffix(name: str) -> str:
    return re.sub(r"Backward\d*$", "", name)


def way_down(start: Any, ends: Container[Any]) -> tuple[list[Any], Any]:
    """The nodes from one on down to the first of some others, and that one; ``None`` where there is no such way."""
    nodes: list[Any] = []
    node = start
    while node not in ends:
        nodes.append(node)
        below = {each for each, _ in node.next_functions if each is not None and each.name() != ACCUMULATE}
        if len(below) != 1 or len(nodes) > LONGEST_WAY:
            return nodes, None
        node = below.pop()
    return nodes, node


def is_layer(node: Any) -> bool:
    """Whether it is what a Linear layer computes."""
    return operation(node) in ("Addmm", "Mm")


def words(nodes: Sequence[Any]) -> str:
    """What some operations are called in a message."""
    return ", ".join(re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", operation(node)).lower() for node in nodes[:4]) or "?"


def activation_of(nodes: Sequence[Any]) -> str | None:
    """The activation that some nodes between two layers are; ``None`` where they are something else."""
    if not nodes:
        return "linear"
    row = ACTIVATIONS.get(operation(nodes[0]))
    if len(nodes) > 1 or row is None or row.name == "softmax":
        return None
    return row.name if _has(nodes[0], row.only) else None


def refused_activation(nodes: Sequence[Any], before: str) -> RecordingError:
    """Why some nodes after a layer are no activation that nnviz has: a common one may be set otherwise.

    Args:
        nodes: For which ``activation_of`` gives nothing.
        before: What the model calls the layer.
    """
    row = ACTIVATIONS.get(operation(nodes[0]))
    if row is not None and len(nodes) == 1:
        for setting, value in row.only.items():
            if (other := getattr(nodes[0], setting)) != value:
                reason = said(
                    "Recording",
                    "what comes between {before} and it ({operations}) has {setting} = {other}, and nnviz's {value}",
                )
                name = setting.removeprefix("_saved_")
                about = {"setting": name, "other": in_python(other), "value": in_python(value)}
                return RecordingError(reason.format(before=before, operations=words(nodes), **about))
    reason = said("Recording", "what comes between {before} and it ({operations}) is no activation that nnviz has")
    return RecordingError(reason.format(before=before, operations=words(nodes)))


def in_python(setting: object) -> str:
    """A setting as a program has it, without the last digits of 32 bits."""
    return f"{setting:.6g}" if isinstance(setting, float) else repr(setting)


def _has(node: Any, only: Mapping[str, object]) -> bool:
    return all(getattr(node, name) == value for name, value in only.items())


# ---- the loss ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Core:
    """Where in the nodes from the loss down the loss itself is, and what comes after it, before the last layer."""

    loss: str
    target: Any
    kind: str
    below: Sequence[Any]


def loss_of(nodes: Sequence[Any]) -> LossSeen:
    """What the nodes from the loss of a batch down to the last layer say.

    Raises:
        RecordingError: It is a loss that nnviz does not have, or of an output that it does not have.
    """
    place = 0
    while place < len(nodes) and _scales(nodes[place]):
        _refuse_enlarged(nodes[place])
        place += 1
    core = _core(nodes[place:])
    if core is None and place < len(nodes) and _is_weighted(nodes[place]):
        reason = said("Recording", "the loss ({operations}) has a weight or a pos_weight: none that nnviz has does")
        raise RecordingError(reason.format(operations=words(nodes[place : place + 1])))
    if core is None:
        reason = said(
            "Recording",
            "the loss ({operations}) is none that nnviz has: MSELoss, BCEWithLogitsLoss, BCELoss, CrossEntropyLoss, "
            "or the mean of squared differences",
        )
        raise RecordingError(reason.format(operations=words(nodes[place:])))
    left = [node for node in core.below if operation(node) not in SHAPING]
    if core.loss == "binary_cross_entropy" and operation(nodes[place]).endswith("Logits"):
        if left:
            raise _twice(left, "Sigmoid") or _output_refused(left)
        return LossSeen(core.loss, "sigmoid", core.target, core.kind)
    if core.loss == "cross_entropy":
        names = [operation(node) for node in left]
        if names[:1] == ["LogSoftmax"] and (twice := _twice(left[1:], "Softmax", "LogSoftmax")):
            raise twice
        if names != ["LogSoftmax"] or not _over_classes(left[0]):
            raise _output_refused(left)
        return LossSeen(core.loss, "softmax", core.target, core.kind)
    output = "linear" if not left else ACTIVATIONS[operation(left[0])].name if operation(left[0]) in ACTIVATIONS else ""
    if len(left) > 1 or (left and output not in OUTPUTS) or (output == "softmax" and not _over_classes(left[0])):
        raise _output_refused(left)
    if core.loss == "binary_cross_entropy" and output != "sigmoid":
        raise _output_refused(left)
    return LossSeen(core.loss, output, core.target, core.kind)


def _refuse_enlarged(node: Any) -> None:
    """Refuse what a scaler of mixed precision makes of a loss: it multiplies it by a large power of two."""
    factor = node._saved_other if operation(node) == "Mul" else None
    if factor is not None and factor.numel() == 1 and float(factor) >= ENLARGED and log2(float(factor)).is_integer():
        reason = said(
            "Recording",
            "the loss is {factor:g} times as large before the backward pass: mixed precision (a GradScaler) cannot be "
            "recorded",
        )
        raise RecordingError(reason.format(factor=float(factor)))


def _twice(nodes: Sequence[Any], *names: str) -> RecordingError | None:
    """A common slip: the model computes what the loss computes too."""
    if [operation(node) in names for node in nodes] != [True]:
        return None
    reason = said(
        "Recording",
        "the loss makes a {operation} of what it gets, and the model ends in one too: one of them is too many",
    )
    return RecordingError(reason.format(operation=operation(nodes[0]).removeprefix("Log").lower()))


def _output_refused(nodes: Sequence[Any]) -> RecordingError:
    reason = said(
        "Recording", "what comes after the last layer ({operations}) is no output that nnviz has with this loss"
    )
    return RecordingError(reason.format(operations=words(nodes)))


def _over_classes(node: Any) -> bool:
    """Whether a softmax is over the units of each example; −1 is kept as a number without a sign."""
    return node._saved_dim in (1, 2**64 - 1)


def _scales(node: Any) -> bool:
    name, below = operation(node), [each for each, _ in node.next_functions if each is not None]
    return name in SHAPING or (name in SCALING and len(below) == 1)


def _core(nodes: Sequence[Any]) -> _Core | None:
    if not nodes:
        return None
    node, below = nodes[0], nodes[1:]
    match operation(node):
        case "MseLoss":
            return _Core("squared_error", node._saved_target, "target", below)
        case "Pow" if node._saved_exponent == 2 and below and operation(below[0]) == "Sub":
            return _Core("squared_error", node._saved_self, _order(below[0]), below[1:])
        case "Mul" if below and operation(below[0]) == "Sub" and len(node.next_functions) == 2:
            return _Core("squared_error", node._saved_self, _order(below[0]), below[1:])
        case "BinaryCrossEntropyWithLogits" if node._saved_weight is None and node._saved_pos_weight is None:
            return _Core("binary_cross_entropy", node._saved_target, "target", below)
        case "BinaryCrossEntropy" if node._saved_weight is None:
            return _Core("binary_cross_entropy", node._saved_target, "target", below)
        case "NllLoss" if node._saved_weight is None:
            return _Core("cross_entropy", node._saved_target, "labels", below)
        case "Neg":
            return _of_shares(below)
        case _:
            return None


def _of_shares(nodes: Sequence[Any]) -> _Core | None:
    """The cross-entropy with a share for each class, one-hot usually: −Σ y·log ŷ."""
    left = list(dropwhile(lambda node: _scales(node) and operation(node) != "Mul", nodes))
    if not left or operation(left[0]) != "Mul":
        return None
    target = left[0]._saved_self if left[0]._saved_other is None else left[0]._saved_other
    return _Core("cross_entropy", target, "target", left[1:])


def _is_weighted(node: Any) -> bool:
    """Whether it is a loss that counts some classes or examples more than others."""
    return any(getattr(node, name, None) is not None for name in ("_saved_weight", "_saved_pos_weight"))


def _order(subtraction: Any) -> str:
    return "prediction - target" if subtraction.next_functions[0][0] is not None else "target - prediction"
