"""How activations, outputs and losses are written: the engine's functions, in NumPy's words and in PyTorch's.

Within a text, ``{z}`` is a layer's pre-activation and ``{a}`` what the function makes of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType

from nnviz.engine.functions.activations import LEAK

SIGMOID = ("def sigmoid(z):", "    return 1 / (1 + np.exp(-z))")
SOFTMAX = (
    "def softmax(z):",
    "    e = np.exp(z - z.max(axis=1, keepdims=True))  # the largest is taken off, so that exp never overflows",
    "    return e / e.sum(axis=1, keepdims=True)",
)
NORMAL = (
    "@np.vectorize",
    "def Phi(z):",
    '    """The share of a standard normal distribution below z."""',
    "    return 0.5 * math.erfc(-z / math.sqrt(2))",
)
DENSITY = ("def phi(z):", "    return np.exp(-0.5 * z**2) / np.sqrt(2 * np.pi)")


@dataclass(frozen=True)
class Written:
    """How a function is written.

    Attributes:
        numpy: Its value.
        slope: Its derivative, a factor; empty where it is 1 or there is no single one.
        torch: Its value, with ``F`` for ``torch.nn.functional``.
        helpers: Functions that the first two call, each as its lines.
    """

    numpy: str
    slope: str
    torch: str
    helpers: tuple[tuple[str, ...], ...] = ()


ACTIVATIONS = MappingProxyType(
    {
        "sigmoid": Written("sigmoid({z})", "{a} * (1 - {a})", "torch.sigmoid({z})", (SIGMOID,)),
        "tanh": Written("np.tanh({z})", "(1 - {a}**2)", "torch.tanh({z})"),
        "relu": Written("np.maximum({z}, 0)", "({z} > 0)", "torch.relu({z})"),
        "leaky_relu": Written(
            f"np.where({{z}} > 0, {{z}}, {LEAK:g} * {{z}})",
            f"np.where({{z}} > 0, 1, {LEAK:g})",
            f"F.leaky_relu({{z}}, {LEAK:g})",
        ),
        "elu": Written(
            "np.where({z} > 0, {z}, np.expm1(np.minimum({z}, 0)))", "np.exp(np.minimum({z}, 0))", "F.elu({z})"
        ),
        # Where z is large, PyTorch takes the softplus for z itself: beyond 40 that is so to the last bit.
        "softplus": Written("np.logaddexp(0, {z})", "sigmoid({z})", "F.softplus({z}, threshold=40)", (SIGMOID,)),
        "gelu": Written("{z} * Phi({z})", "(Phi({z}) + {z} * phi({z}))", "F.gelu({z})", (NORMAL, DENSITY)),
        "silu": Written(
            "{z} * sigmoid({z})", "sigmoid({z}) * (1 + {z} * (1 - sigmoid({z})))", "F.silu({z})", (SIGMOID,)
        ),
        "linear": Written("{z}", "", "{z}"),
    }
)
"""The hidden layers' activations, by the engine's names."""

OUTPUTS = MappingProxyType(
    {
        **{name: ACTIVATIONS[name] for name in ("sigmoid", "linear", "tanh")},
        "softmax": Written("softmax({z})", "", "torch.softmax({z}, dim=1)", (SOFTMAX,)),
    }
)
"""The output layers' activations, by the engine's names."""


@dataclass(frozen=True)
class WrittenLoss:
    """How a loss is written: ``{factor}`` stands before the sum over outputs, ``{z}`` is the last pre-activation.

    Attributes:
        about: What it is the mean of, over examples.
        numpy: The lines that return the mean over examples.
        torch: The same.
    """

    about: str
    numpy: tuple[str, ...]
    torch: tuple[str, ...]


_SQUARES = "return {factor}((y_hat - y) ** 2).sum(axis=1).mean()"
LOSSES = MappingProxyType(
    {
        "squared_error": WrittenLoss("{factor}Σ (ŷ − y)²", (_SQUARES,), (_SQUARES.replace("axis", "dim"),)),
        "binary_cross_entropy": WrittenLoss(
            "−y ln ŷ − (1 − y) ln(1 − ŷ)",
            ("return np.logaddexp(0, (1 - 2 * y) * {z}).sum(axis=1).mean()  # the same, by way of z: always exact",),
            ('return F.binary_cross_entropy_with_logits({z}, y, reduction="none").sum(dim=1).mean()',),
        ),
        "cross_entropy": WrittenLoss(
            "−Σ y ln ŷ",
            (
                "# ln(1 + Σ exp(z_k − z_true)) over the other classes k is the same, and always exact.",
                "z_true = (y * {z}).sum(axis=1, keepdims=True)",
                "ahead = np.where(y == 1, -np.inf, {z} - z_true)",
                "return np.logaddexp(0, np.logaddexp.reduce(ahead, axis=1)).mean()",
            ),
            ("return F.cross_entropy({z}, y)",),
        ),
    }
)
"""The losses, by the engine's names."""
