"""The factors of a path in words: what each is called, whose it is, and what it says."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from nnviz.engine.analysis.chain_rule import ChainRule, Factor, Path
from nnviz.engine.training.record.iteration import Iteration
from nnviz.ui.diagram.highlight import Highlight
from nnviz.ui.formula.factors import times_error
from nnviz.ui.look.numbers import whole
from nnviz.ui.names.functions import shown_name
from nnviz.ui.names.symbols import Names
from nnviz.ui.names.translation import translate
from nnviz.ui.names.units import NO_NAMES, UnitNames


class Sign(Enum):
    """What kind of number a factor is, for the colour of its sign."""

    FORWARD = ""
    GRADIENT = "grad_"
    NONE = "none"


@dataclass(frozen=True)
class FactorWords:
    """One factor, as it is told.

    Attributes:
        name: ``∂ŷ₁/∂z²₁``.
        owner: The unit or weight that it belongs to: ``ŷ₁``, ``w²₁₁``.
        is_what: What it is for a student, short: ``g′``, ``ŷ₁ − y₁``; empty where the owner says it.
        sentence: The same as a sentence.
        highlight: Where it is in the diagram.
        sign: How its sign is told: as of a value that runs forward, or as of a gradient, or not at all.
    """

    name: str
    owner: str
    is_what: str
    sentence: str
    highlight: Highlight
    sign: Sign


def factor_words(
    record: Iteration, rule: ChainRule, path: Path, factor: Factor, data: UnitNames = NO_NAMES
) -> FactorWords:
    """How one factor of a path is told; ``data`` are the names that the data has for inputs and classes."""
    architecture, names = record.architecture, Names(record.architecture)
    layer, unit = factor.layer, factor.unit
    own, z = names.unit(layer, unit), names.pre_activation(layer, unit)
    here = Highlight(units=((layer, unit),))
    activation = shown_name(architecture.activation_name(layer))
    match factor.name:
        case "dL/dy":
            error = times_error(architecture.loss.error_factor, f"{own} − {names.target(unit)}")
            sentence = translate("Explain", "How L changes with {unit}: by the error {error}.").format(
                unit=own, error=error
            )
            return FactorWords(f"∂L/∂{own}", own, error, sentence, here, Sign.GRADIENT)
        case "dL/dz":
            is_what, sentence = _output_step(record, names, unit)
            return FactorWords(f"∂L/∂{z}", own, is_what, sentence, here, Sign.GRADIENT)
        case "dy/dz" | "dh/dz":
            sentence = translate(
                "Explain", "The slope g′ of {activation} at {z}: how much of a change gets through to {unit}."
            )
            return FactorWords(
                f"∂{own}/∂{z}", own, "g′", sentence.format(activation=activation, z=z, unit=own), here, Sign.NONE
            )
        case "dz/dh":
            source = path.units[layer - 1 - rule.layer]
            below, weight = names.unit(layer - 1, source), names.parameter(layer, unit, source)
            sentence = translate("Explain", "The weight {weight}: {unit} sees {below} multiplied by it.")
            return FactorWords(
                f"∂{z}/∂{below}",
                weight,
                "",
                sentence.format(weight=weight, unit=z, below=below),
                Highlight(edges=((layer, unit, source),)),
                Sign.FORWARD,
            )
        case "dropout" | "silenced":
            name, sentence = _mask(record, names, layer, unit)
            return FactorWords(name, own, "", sentence, here, Sign.NONE)
        case "dz/dw" if rule.source is not None:
            source_name, weight = names.unit(layer - 1, rule.source), names.parameter(layer, unit, rule.source)
            sentence = translate("Explain", "{source} is what the weight {weight} multiplies.")
            return FactorWords(
                f"∂{z}/∂{weight}",
                source_name,
                "",
                sentence.format(
                    source=data.beside(source_name, layer - 1, rule.source, architecture.layers), weight=weight
                ),
                Highlight(((layer - 1, rule.source),), ((layer, unit, rule.source),)),
                Sign.FORWARD,
            )
        case "dz/db":
            bias = names.parameter(layer, unit, None)
            sentence = translate("Explain", "A bias is added as it is: {z} changes by as much as {bias}.").format(
                z=z, bias=bias
            )
            return FactorWords(f"∂{z}/∂{bias}", bias, "", sentence, here, Sign.NONE)
        case _:
            return _mean(record, rule, path)


def highlight_of_path(rule: ChainRule, path: Path) -> Highlight:
    """A whole path, from the weight's source to the output."""
    units = [(rule.layer + place, unit) for place, unit in enumerate(path.units)]
    edges = [(layer, unit, below) for (layer, unit), below in zip(units[1:], path.units[:-1], strict=True)]
    if rule.source is not None:
        edges.insert(0, (rule.layer, rule.unit, rule.source))
        units.insert(0, (rule.layer - 1, rule.source))
    return Highlight(tuple(units), tuple(edges))


def _output_step(record: Iteration, names: Names, unit: int) -> tuple[str, str]:
    """What ∂L/∂z is at an output where loss and output make one step: ŷ − y where that is true."""
    architecture, last = record.architecture, record.architecture.layers
    output, z = shown_name(architecture.activation_name(last)), names.pre_activation(last, unit)
    if not architecture.loss.cancels:
        sentence = translate(
            "Explain", "How L changes with {z}: the units of a {output} are coupled, so loss and output are one step."
        )
        return names.pre_activation(last, unit, "δ"), sentence.format(z=z, output=output)
    error = f"{names.unit(last, unit)} − {names.target(unit)}"
    sentence = translate("Explain", "How L changes with {z}: cross-entropy after a {output} leaves just {error}.")
    return error, sentence.format(z=z, output=output, error=error)


def _mask(record: Iteration, names: Names, layer: int, unit: int) -> tuple[str, str]:
    """What the activation is multiplied by: dropout's 0 or 1 / (1 − p), or 0 for a unit that is knocked out."""
    own = names.unit(layer, unit)
    if (layer, unit) in record.architecture.silenced:
        return translate("Explain", "silenced"), translate(
            "Explain", "{unit} is silenced: nothing gets through it."
        ).format(unit=own)
    if record.architecture.drops(layer):
        sentence = translate("Explain", "What dropout multiplies {unit} by in this iteration: 0, or 1 / (1 − p).")
        return translate("Explain", "dropout"), sentence.format(unit=own)
    return translate("Explain", "kept"), translate(
        "Explain", "{unit} works as usual; another unit of its layer is silenced."
    ).format(unit=own)


def _mean(record: Iteration, rule: ChainRule, path: Path) -> FactorWords:
    """All that differs from example to example can only be averaged as a whole."""
    count = whole(len(record.examples))
    varying = " · ".join(_varying(record, rule, path))
    sentence = translate(
        "Explain", "The mean of {factors} over the batch's {count} examples: everything that differs between them."
    )
    return FactorWords(
        translate("Explain", "mean"),
        translate("Explain", "over {} examples").format(count),
        "",
        sentence.format(count=count, factors=varying),
        highlight_of_path(rule, path),
        Sign.GRADIENT,
    )


def _varying(record: Iteration, rule: ChainRule, path: Path) -> list[str]:
    """The names of the factors of a path that are not the same for all examples, from the loss back."""
    architecture, names = record.architecture, Names(record.architecture)
    last, found = architecture.layers, []
    for layer, unit in reversed(list(enumerate(path.units, start=rule.layer))):
        own, z = names.unit(layer, unit), names.pre_activation(layer, unit)
        if layer == last:
            in_two = not architecture.loss.cancels and record.layers[-1].slope is not None
            found += [f"∂L/∂{own}", f"∂{own}/∂{z}"] if in_two else [f"∂L/∂{z}"]
        else:
            found += [_mask(record, names, layer, unit)[0]] if record.layers[layer - 1].mask is not None else []
            found.append(f"∂{own}/∂{z}")
    if rule.source is not None:
        found.append(f"∂{z}/∂{names.parameter(rule.layer, rule.unit, rule.source)}")
    return found
