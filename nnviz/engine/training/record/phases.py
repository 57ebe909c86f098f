"""The phases of one iteration: each is one formula for one layer."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import cache

from nnviz.engine.errors import PlaceError
from nnviz.engine.names import suggestion
from nnviz.said import said


class Work(Enum):
    """The four kinds of work in an iteration."""

    FORWARD = "forward"
    LOSS = "loss"
    BACKWARD = "backward"
    UPDATE = "update"


class Kind(Enum):
    """Which formula a phase is."""

    INPUT = "x"
    PRE_ACTIVATION = "z"
    ACTIVATION = "a"
    LOSS = "L"
    DELTA = "delta"
    GRADIENT = "dW"
    UPDATE = "update"


WORK_OF = {
    Kind.INPUT: Work.FORWARD,
    Kind.PRE_ACTIVATION: Work.FORWARD,
    Kind.ACTIVATION: Work.FORWARD,
    Kind.LOSS: Work.LOSS,
    Kind.DELTA: Work.BACKWARD,
    Kind.GRADIENT: Work.BACKWARD,
    Kind.UPDATE: Work.UPDATE,
}


@dataclass(frozen=True)
class Phase:
    """One formula of an iteration, for one layer.

    Attributes:
        layer: 1 is the first hidden layer; 0 where the phase is not about a layer (x, L, update).
        name: What the command line calls it: ``x``, ``z1``, ``a1``, …, ``L``, ``delta2``, ``dW2``, …, ``update``.
        label: What the transport strip shows: ``x``, ``z¹``, ``h¹``, …, ``ŷ``, ``L``, ``δ²``, ``∇W²``, …, ``W←``.
    """

    kind: Kind
    layer: int
    name: str
    label: str

    @property
    def work(self) -> Work:
        """The kind of work that this phase belongs to."""
        return WORK_OF[self.kind]


SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def superscript(number: int) -> str:
    """A whole number as superscript digits."""
    return str(number).translate(SUPERSCRIPTS)


@cache
def phases_of(layers: int) -> tuple[Phase, ...]:
    """The phases of one iteration of a network with that many layers (the output counts), in their order."""
    forward = [Phase(Kind.INPUT, 0, "x", "x")]
    for layer in range(1, layers + 1):
        activation = "ŷ" if layer == layers else f"h{superscript(layer)}"
        forward.append(Phase(Kind.PRE_ACTIVATION, layer, f"z{layer}", f"z{superscript(layer)}"))
        forward.append(Phase(Kind.ACTIVATION, layer, f"a{layer}", activation))
    backward = []
    for layer in range(layers, 0, -1):
        backward.append(Phase(Kind.DELTA, layer, f"delta{layer}", f"δ{superscript(layer)}"))
        backward.append(Phase(Kind.GRADIENT, layer, f"dW{layer}", f"∇W{superscript(layer)}"))
    return (*forward, Phase(Kind.LOSS, 0, "L", "L"), *backward, Phase(Kind.UPDATE, 0, "update", "W←"))


def phase_index(label: str, layers: int) -> int:
    """The place of a phase among ``phases_of(layers)``, found by its name or its label.

    Raises:
        PlaceError: There is no such phase.
    """
    wanted = _plain(label)
    for index, phase in enumerate(phases_of(layers)):
        names = {_plain(phase.name), _plain(phase.label)}
        if phase.kind is Kind.ACTIVATION:
            names |= {f"h{phase.layer}", *(("yhat",) if phase.layer == layers else ())}
        if phase.kind is Kind.GRADIENT:
            names |= {f"gradw{phase.layer}"}
        if wanted in names:
            return index
    known = [phase.name for phase in phases_of(layers)]
    raise PlaceError(
        said("Engine", 'no phase "{label}"{suggestion}').format(label=label, suggestion=suggestion(label, known)),
        part="phase",
    )


def _plain(label: str) -> str:
    digits = {ord(high): str(low) for low, high in enumerate("⁰¹²³⁴⁵⁶⁷⁸⁹")}
    return label.translate(digits).replace("∇W", "dW").replace("δ", "delta").replace("W←", "update").lower()
