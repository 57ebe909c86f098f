"""What every phase is called, and what it does in plain words."""

from __future__ import annotations

from dataclasses import dataclass

from nnviz.engine.functions.optimisers import chosen_optimiser
from nnviz.engine.networks.network import Architecture
from nnviz.engine.settings import Training
from nnviz.engine.training.record.iteration import Iteration
from nnviz.engine.training.record.phases import Kind, Phase, Work
from nnviz.engine.training.record.steps import Grain
from nnviz.ui.formula.factors import factor_text
from nnviz.ui.formula.frozen import Frozen
from nnviz.ui.formula.numbers_of import NumbersOf
from nnviz.ui.formula.penalties import has_penalty
from nnviz.ui.formula.phase_formulas import Formula, drops, formula_of
from nnviz.ui.formula.phase_numbers import SIMPLEST
from nnviz.ui.names.functions import SHOWN_ACTIVATIONS, SHOWN_LOSSES, SHOWN_OPTIMISERS, SHOWN_OUTPUTS, shown_name
from nnviz.ui.names.layers import layer_in_words
from nnviz.ui.names.translation import translate
from nnviz.ui.session.moment import Moment

LONGEST_SENTENCE = 110
"""Characters: what fits on one line under the diagram."""


@dataclass(frozen=True)
class PhaseWords:
    """All that is said about a phase.

    Attributes:
        title: The kind of work: ``Backward``.
        name: The phase: ``Error signal δ of hidden layer 2``.
        formula: The formula.
        sentence: What is happening, for a student.
    """

    title: str
    name: str
    formula: Formula
    sentence: str


def words_about(moment: Moment, training: Training = SIMPLEST) -> PhaseWords:
    """What is said of a moment."""
    if moment.training:
        return training_words(moment.record, training)
    # Elsewhere than at its end, the words of the whole iteration would contradict the phase on screen.
    if moment.grain is Grain.ITERATION and moment.phase_index == moment.walk.last_phase:
        return iteration_words(moment.record, training)
    return words_of(moment.record, moment.phase, training, NumbersOf.of(moment))


def words_of(
    record: Iteration,
    phase: Phase,
    training: Training = SIMPLEST,
    whose: NumbersOf = NumbersOf.EXAMPLE,
) -> PhaseWords:
    """All that is said about a phase of an iteration."""
    return PhaseWords(
        title=work_title(phase.work),
        name=phase_name(phase, record.architecture.layers),
        formula=formula_of(record, phase, training),
        sentence=_sentence(record, phase, training, whose),
    )


def iteration_words(record: Iteration, training: Training = SIMPLEST) -> PhaseWords:
    """What is said where one steps from iteration to iteration: the whole of it is one step."""
    update = record.phases[-1]
    return PhaseWords(
        title=work_title(update.work),
        name=translate("PhaseWords", "One whole iteration"),
        formula=formula_of(record, update, training),
        sentence=_iteration_sentence(Frozen.in_update(record), training),
    )


def training_words(record: Iteration, training: Training = SIMPLEST) -> PhaseWords:
    """What is said while the model trains and no single phase is shown."""
    update = record.phases[-1]
    return PhaseWords(
        title=translate("PhaseWords", "Training"),
        name=translate("PhaseWords", "Training"),
        formula=formula_of(record, update, training),
        sentence=training_sentence(),
    )


def training_sentence() -> str:
    """What is happening while the model trains."""
    return translate(
        "PhaseWords", "Training: forward, loss, backward, update, over and over. Pause to look at one iteration."
    )


def update_sentences(training: Training) -> frozenset[str]:
    """All that an update can say in a run, as parameters are frozen and trained again in it."""
    return frozenset(tell(frozen, training) for frozen in Frozen for tell in (_update_sentence, _iteration_sentence))


def work_title(work: Work) -> str:
    """A kind of work as a title."""
    match work:
        case Work.FORWARD:
            return translate("PhaseWords", "Forward")
        case Work.LOSS:
            return translate("PhaseWords", "Loss")
        case Work.BACKWARD:
            return translate("PhaseWords", "Backward")
        case Work.UPDATE:
            return translate("PhaseWords", "Update")


def phase_name(phase: Phase, layers: int) -> str:
    """A phase in words, for titles and tool tips."""
    layer = layer_in_words(phase.layer, layers)
    match phase.kind:
        case Kind.INPUT:
            return translate("PhaseWords", "Inputs x and target y")
        case Kind.PRE_ACTIVATION:
            return translate("PhaseWords", "Weighted sum z of {0}").format(layer)
        case Kind.ACTIVATION if phase.layer == layers:
            return translate("PhaseWords", "Prediction ŷ of {0}").format(layer)
        case Kind.ACTIVATION:
            return translate("PhaseWords", "Activation h of {0}").format(layer)
        case Kind.LOSS:
            return translate("PhaseWords", "Loss L: prediction against target")
        case Kind.DELTA:
            return translate("PhaseWords", "Error signal δ of {0}").format(layer)
        case Kind.GRADIENT:
            return translate("PhaseWords", "Gradient ∇W, ∇b of {0}").format(layer)
        case Kind.UPDATE:
            return translate("PhaseWords", "Update of weights and biases")


def step_name(moment: Moment) -> str:
    """How far one has stepped inside a phase: ``unit 2 of 4, term 3 of 65``; empty where all of it is shown at once."""
    current = moment.current_unit
    if current is None:
        return ""
    layer, unit = current
    architecture = moment.record.architecture
    name = translate("PhaseWords", "unit {0} of {1}").format(unit + 1, architecture.widths[layer])
    if moment.phase.kind is Kind.UPDATE:
        name = f"{layer_in_words(layer, architecture.layers)}, {name}"
    terms = moment.walk.terms(moment.step)
    if moment.term is None or terms == 1:
        return name
    term = translate("PhaseWords", "term {0} of {1}").format(moment.term + 1, terms)
    return f"{name}, {term}"


def _iteration_sentence(frozen: Frozen, training: Training) -> str:
    match frozen:
        case Frozen.NOTHING:
            return translate(
                "PhaseWords",
                "One whole iteration: forward, loss, backward; then every parameter took a step against its gradient.",
            )
        case Frozen.ALL:
            return _update_sentence(frozen, training)
        case _:
            return translate(
                "PhaseWords",
                "One whole iteration: forward, loss, backward; then every parameter that is not frozen took a step.",
            )


def _sentence(record: Iteration, phase: Phase, training: Training, whose: NumbersOf) -> str:
    architecture, batch = record.architecture, len(record.examples)
    output = phase.layer == architecture.layers
    match phase.kind:
        case Kind.INPUT if whose is NumbersOf.VISITOR:
            return translate(
                "PhaseWords",
                "You see an example that is not in this batch: it passes through, but the update ignores it.",
            )
        case Kind.INPUT if whose is NumbersOf.MEAN:
            return translate(
                "PhaseWords", "A batch of {0} examples enters the network; you see the mean of their numbers."
            ).format(batch)
        case Kind.INPUT if batch == 1:
            return translate(
                "PhaseWords",
                "One example enters the network: its inputs x, and the target y that the output should reach.",
            )
        case Kind.INPUT:
            return translate(
                "PhaseWords", "A batch of {0} examples enters the network; you see the numbers of one of them."
            ).format(batch)
        case Kind.PRE_ACTIVATION if phase.layer == 1:
            return translate("PhaseWords", "Each unit weights the inputs, sums them and adds its bias.")
        case Kind.PRE_ACTIVATION:
            return translate(
                "PhaseWords",
                "Each unit weights the previous layer's outputs, sums them and adds its bias.",
            )
        case Kind.ACTIVATION:
            return _output_sentence(architecture) if output else _hidden_sentence(architecture, phase.layer)
        case Kind.LOSS:
            return _loss_sentence(architecture, penalty=has_penalty(record))
        case Kind.DELTA:
            return _output_delta_sentence(architecture) if output else _hidden_delta_sentence(architecture, phase.layer)
        case Kind.GRADIENT:
            if training.clip_norm is not None:
                return _clipping_sentence()
            return _gradient_sentence(batch, penalty=has_penalty(record))
        case Kind.UPDATE:
            return _update_sentence(Frozen.in_update(record), training)


def _hidden_sentence(architecture: Architecture, layer: int) -> str:
    if drops(architecture, layer):
        return translate(
            "PhaseWords", "Dropout: in each update r silences some units at random (0); the others make up for them."
        )
    return translate("PhaseWords", SHOWN_ACTIVATIONS[architecture.activation_name(layer)].sentence)


def _output_sentence(architecture: Architecture) -> str:
    return translate("PhaseWords", SHOWN_OUTPUTS[architecture.output.name].sentence)


def _loss_sentence(architecture: Architecture, *, penalty: bool) -> str:
    row = SHOWN_LOSSES[architecture.loss.name]
    return translate("PhaseWords", row.with_penalty if penalty else row.sentence)


def _output_delta_sentence(architecture: Architecture) -> str:
    factor = architecture.loss.error_factor
    if architecture.loss.cancels:
        return translate(
            "PhaseWords", "The error signal starts as prediction minus target: the slope of the output cancels out."
        )
    if architecture.output.name == "linear" and factor == 1:
        return translate("PhaseWords", "The error signal starts at the output as prediction minus target.")
    if architecture.output.name == "linear":
        return translate(
            "PhaseWords", "The error signal starts at the output as {0} × (prediction minus target)."
        ).format(factor_text(factor))
    if architecture.output.slope is None:
        return translate("PhaseWords", "Softmax units share one sum, so the error of each one depends on all of them.")
    if factor == 1:
        return translate(
            "PhaseWords",
            "The error signal starts here: prediction minus target × how steep the output's curve is at z.",
        )
    return translate(
        "PhaseWords",
        "The error signal starts here: {0} × (prediction minus target) × the slope of the output's curve at z.",
    ).format(factor_text(factor))


def _hidden_delta_sentence(architecture: Architecture, layer: int) -> str:
    if drops(architecture, layer):
        return translate(
            "PhaseWords",
            "Outgoing weights × the errors they lead to × own slope; a unit that r silences gets no blame.",
        )
    return translate(
        "PhaseWords",
        "Each unit gets its share of the blame: outgoing weights × the errors they lead to × its own slope.",
    )


def _gradient_sentence(batch: int, *, penalty: bool) -> str:
    match batch > 1, penalty:
        case False, False:
            return translate("PhaseWords", "A weight's gradient: error at its end × value at its start.")
        case False, True:
            return translate(
                "PhaseWords",
                "A weight's gradient: error at its end × value at its start, plus the penalty's part.",
            )
        case True, False:
            return translate(
                "PhaseWords",
                "A weight's gradient: error at its end × value at its start, averaged over the batch.",
            )
        case _:
            return translate(
                "PhaseWords",
                "Error at its end × value at its start, averaged over the batch, plus the penalty's part.",
            )


def _clipping_sentence() -> str:
    return translate(
        "PhaseWords", "Error signal × input; c shortens all gradients alike where their norm would exceed the limit."
    )


def _update_sentence(frozen: Frozen, training: Training) -> str:
    name = chosen_optimiser(training)[0].name
    row = SHOWN_OPTIMISERS[name]
    if frozen is Frozen.NOTHING:
        return translate("PhaseWords", row.sentence)
    if row.plain and frozen is not Frozen.ALL:
        return _frozen_sentence(frozen, name)
    match frozen:
        case Frozen.BIASES:
            return translate(
                "PhaseWords", "Every weight takes a small step against its gradient. The biases are frozen: they stay."
            )
        case Frozen.WEIGHTS:
            return translate(
                "PhaseWords", "Every bias takes a small step against its gradient. The weights are frozen: they stay."
            )
        case Frozen.ALL:
            return translate(
                "PhaseWords", "All parameters are frozen: they stay as they are, whatever their gradients say."
            )
        case Frozen.SOME:
            return translate(
                "PhaseWords", "Every parameter takes a small step against its gradient; those that are frozen stay."
            )


def _frozen_sentence(frozen: Frozen, optimiser: str) -> str:
    """For an optimiser with a memory, whose steps are more than steps against the gradient."""
    match frozen:
        case Frozen.BIASES:
            text = translate(
                "PhaseWords", "Every weight takes the step that {0} gives it. The biases are frozen: they stay."
            )
        case Frozen.WEIGHTS:
            text = translate(
                "PhaseWords", "Every bias takes the step that {0} gives it. The weights are frozen: they stay."
            )
        case _:
            text = translate(
                "PhaseWords", "Every parameter takes the step that {0} gives it; those that are frozen stay."
            )
    return text.format(shown_name(optimiser))
