"""The formula of every phase, in LaTeX and as plain text, with the layer's own indices."""

from __future__ import annotations

from dataclasses import dataclass

from nnviz.engine.functions.optimisers import chosen_optimiser
from nnviz.engine.networks.network import Architecture
from nnviz.engine.settings import Training
from nnviz.engine.training.record.iteration import Iteration
from nnviz.engine.training.record.phases import Kind, Phase
from nnviz.ui.formula.factors import factor_latex, times_error
from nnviz.ui.formula.frozen import Frozen
from nnviz.ui.formula.penalties import gradient_formula, loss_formula
from nnviz.ui.look.numbers import superscript
from nnviz.ui.names.functions import SHOWN_OPTIMISERS


@dataclass(frozen=True)
class Formula:
    """One formula.

    Attributes:
        latex: To be typeset.
        plain: The same as one line of text, to show until it is.
    """

    latex: str
    plain: str


def formula_of(record: Iteration, phase: Phase, training: Training) -> Formula:
    """The formula of a phase."""
    architecture, layer = record.architecture, phase.layer
    match phase.kind:
        case Kind.INPUT:
            return _input(architecture)
        case Kind.PRE_ACTIVATION:
            return _pre_activation(layer)
        case Kind.ACTIVATION:
            return _activation(architecture, layer)
        case Kind.LOSS:
            return _loss(record)
        case Kind.DELTA:
            return _output_delta(architecture) if layer == architecture.layers else _hidden_delta(architecture, layer)
        case Kind.GRADIENT:
            return _gradient(record, layer, clipped=training.clip_norm is not None)
        case Kind.UPDATE:
            return update_formula(Frozen.in_update(record), training)


def _raised(layer: int) -> str:
    """The layer's number as it stands above a letter in plain text: ``⁽²⁾``."""
    return f"⁽{superscript(layer)}⁾"


def _entering(layer: int) -> tuple[str, str]:
    """What a layer receives: the inputs, or what the layer before hands on."""
    return ("x", "x") if layer == 1 else (f"h^{{({layer - 1})}}", f"h{_raised(layer - 1)}")


def _input(architecture: Architecture) -> Formula:
    x, x_plain = _vector("x", architecture.widths[0])
    y, y_plain = _vector("y", architecture.widths[-1])
    return Formula(rf"{x},\quad {y}", f"{x_plain},  {y_plain}")


def _vector(letter: str, size: int) -> tuple[str, str]:
    if size == 1:
        return letter, letter
    if size <= 3:
        names = [f"{letter}_{index}" for index in range(1, size + 1)]
    else:
        names = [f"{letter}_1", r"\ldots", f"{letter}_{{{size}}}"]
    return f"{letter} = ({', '.join(names)})", f"{letter} = ({letter}₁, …)"


def _pre_activation(layer: int) -> Formula:
    entering, plain = _entering(layer)
    up = _raised(layer)
    return Formula(
        rf"z^{{({layer})}} = W^{{({layer})}}\,{entering} + b^{{({layer})}}", f"z{up} = W{up} {plain} + b{up}"
    )


def _activation(architecture: Architecture, layer: int) -> Formula:
    output = layer == architecture.layers
    activation = architecture.output if output else architecture.hidden[layer - 1]
    left = (r"\hat{y}", "ŷ") if output else (f"h^{{({layer})}}", f"h{_raised(layer)}")
    z = f"z^{{({layer})}}"
    mask, mask_plain = (rf"r^{{({layer})}} \odot ", f"r{_raised(layer)} ⊙ ") if drops(architecture, layer) else ("", "")
    if activation.name == "linear":
        return Formula(f"{left[0]} = {mask}{z}", f"{left[1]} = {mask_plain}z{_raised(layer)}")
    if activation.name == "softmax":
        # On one line: as a fraction it would be so high that it had to be drawn tiny.
        return Formula(r"\hat{y}_k = e^{z_k} \,/\, \sum_j e^{z_j}", "ŷₖ = exp(zₖ) / Σ exp(z)")
    return Formula(
        rf"{left[0]} = {mask}g({z}),\quad g(z) = {activation.formula}",
        f"{left[1]} = {mask_plain}g(z{_raised(layer)})",
    )


def drops(architecture: Architecture, layer: int) -> bool:
    """Whether dropout silences units of a layer."""
    return layer <= len(architecture.dropout) and architecture.dropout[layer - 1] > 0.0


def _loss(record: Iteration) -> Formula:
    architecture, batch = record.architecture, len(record.examples)
    latex, plain = factor_latex(architecture.loss.factor) + architecture.loss.formula, "L"
    if architecture.widths[-1] == 1:
        latex = _without_sum_over_outputs(latex)
    extra, plain_extra = loss_formula(record)
    if batch > 1:
        return Formula(rf"L = \frac{{1}}{{N}}\sum_n L_n{extra},\quad L_n = {latex}", f"L = mean of Lₙ{plain_extra}")
    if extra:
        plain = f"L = L₁{plain_extra}"
    return Formula(f"L = {latex}{extra}", plain)


def _without_sum_over_outputs(latex: str) -> str:
    """A loss with a single output, without the sum over outputs and its index."""
    return latex.replace(r"\sum_k", "").replace(r"\hat{y}_k", r"\hat{y}").replace("y_k", "y")


def _output_delta(architecture: Architecture) -> Formula:
    layer, output, loss = architecture.layers, architecture.output, architecture.loss
    delta, up = f"\\delta^{{({layer})}}", _raised(layer)
    factor = loss.error_factor
    error, plain = r"\hat{y} - y", times_error(factor, "ŷ − y")
    if factor != 1:
        error = rf"{factor_latex(factor)}\,({error})"
    if loss.cancels or output.name == "linear":
        return Formula(f"{delta} = {error}", f"δ{up} = {plain}")
    if output.slope is not None:
        if factor == 1:
            error, plain = f"({error})", f"({plain})"
        return Formula(rf"{delta} = {error} \odot g'(z^{{({layer})}})", f"δ{up} = {plain} ⊙ g′(z{up})")
    return Formula(
        rf"\delta_k^{{({layer})}} = \hat{{y}}_k\,(e_k - \sum_j e_j\,\hat{{y}}_j),\quad e = {error}",
        f"δₖ{up} = ŷₖ (eₖ − Σ e ŷ),  e = {plain}",
    )


def _hidden_delta(architecture: Architecture, layer: int) -> Formula:
    above, up, here = layer + 1, _raised(layer + 1), _raised(layer)
    mask, mask_plain = (rf" \odot r^{{({layer})}}", f" ⊙ r{here}") if drops(architecture, layer) else ("", "")
    return Formula(
        rf"\delta^{{({layer})}} = (W^{{({above})\mathrm{{T}}}}\,\delta^{{({above})}}) \odot g'(z^{{({layer})}}){mask}",
        f"δ{here} = (W{up}ᵀ δ{up}) ⊙ g′(z{here}){mask_plain}",
    )


def _gradient(record: Iteration, layer: int, *, clipped: bool) -> Formula:
    up = _raised(layer)
    batch = len(record.examples) > 1
    source = r"x^{\mathrm{T}}" if layer == 1 else rf"h^{{({layer - 1})\mathrm{{T}}}}"
    mean, plain_mean = (r"\frac{1}{N}\sum_n ", "mean of ") if batch else ("", "")
    extra, plain_extra = gradient_formula(record, layer, up)
    delta = rf"\delta^{{({layer})}}"
    latex, plain = rf"{mean}{delta}\,{source}{extra}", f"{plain_mean}δ{up} {_entering(layer)[1]}ᵀ{plain_extra}"
    if clipped:
        latex, plain = (rf"c\,({latex})", f"c ({plain})") if extra else (rf"c\,{latex}", f"c × {plain}")
        if extra:
            # So long already that it would be drawn tiny with that of b, which has nothing new in it.
            return Formula(rf"\nabla W^{{({layer})}} = {latex}", f"∇W{up} = {plain}")
    factor, plain_factor = (r"c\,", "c × ") if clipped else ("", "")
    return Formula(
        rf"\nabla W^{{({layer})}} = {latex},\quad \nabla b^{{({layer})}} = {factor}{mean}{delta}",
        f"∇W{up} = {plain},  ∇b{up} = {plain_factor}{plain_mean}δ{up}",
    )


def update_formula(frozen: Frozen, training: Training) -> Formula:
    """The formula of an update in which some parameters, or none, are frozen."""
    if frozen is Frozen.ALL:
        return Formula(r"W \leftarrow W,\quad b \leftarrow b", "W ← W,  b ← b")
    row = SHOWN_OPTIMISERS[chosen_optimiser(training)[0].name]
    if row.plain:
        return Formula(row.latex, row.plain)
    weights = Formula(r"W \leftarrow W - \eta\,\nabla W", "W ← W − η ∇W")
    biases = Formula(r"b \leftarrow b - \eta\,\nabla b", "b ← b − η ∇b")
    if frozen is Frozen.BIASES:
        return weights
    if frozen is Frozen.WEIGHTS:
        return biases
    return Formula(rf"{weights.latex},\quad {biases.latex}", f"{weights.plain},  {biases.plain}")
