"""The words around the network: what is going on, and what each column is."""

from __future__ import annotations

import numpy as np

from nnviz.engine.functions.activations import Activation
from nnviz.engine.networks.network import Architecture
from nnviz.engine.training.record.phases import Kind, Work
from nnviz.ui.look.numbers import whole
from nnviz.ui.names.functions import shown_name
from nnviz.ui.names.layers import layer_in_words, layer_name, short_layer_name
from nnviz.ui.names.translation import translate
from nnviz.ui.session.moment import Moment


def work_title(moment: Moment) -> str:
    """The kind of work, in a word."""
    if moment.training:
        return translate("Diagram", "Training")
    return {
        Work.FORWARD: translate("Diagram", "Forward"),
        Work.LOSS: translate("Diagram", "Loss"),
        Work.BACKWARD: translate("Diagram", "Backward"),
        Work.UPDATE: translate("Diagram", "Update"),
    }[moment.work]


def sentence(moment: Moment) -> str:
    """What happens in the phase, short."""
    if moment.training:
        return ""
    phase, last = moment.phase, moment.record.architecture.layers
    layer = layer_in_words(phase.layer, last)
    match phase.kind:
        case Kind.INPUT:
            text = translate("Diagram", "one example enters the network")
        case Kind.PRE_ACTIVATION:
            text = translate("Diagram", "{layer} sums its weighted inputs")
        case Kind.ACTIVATION if moment.record.architecture.drops(phase.layer):
            text = translate("Diagram", "{layer} passes its sums through {activation}; dropout silences some units")
        case Kind.ACTIVATION:
            text = translate("Diagram", "{layer} passes its sums through {activation}")
        case Kind.LOSS:
            text = translate("Diagram", "the prediction is compared with its target")
        case Kind.DELTA if phase.layer == last:
            text = translate("Diagram", "the error signal δ starts at the output")
        case Kind.DELTA if phase.layer == last - 1:
            text = translate("Diagram", "δ leaves the output and reaches {layer}")
        case Kind.DELTA:
            text = translate("Diagram", "δ flows on to {layer}")
        case Kind.GRADIENT:
            text = translate("Diagram", "δ × input gives the gradient {symbol}")
        case Kind.UPDATE if moment.record.trainable is not None and not moment.record.trainable.any():
            text = translate("Diagram", "everything is frozen: nothing changes")
        case Kind.UPDATE if moment.record.trainable is not None:
            text = translate("Diagram", "what is not frozen takes a small step against its gradient")
        case Kind.UPDATE if moment.record.memory:
            text = translate("Diagram", "every weight follows its averaged gradients")
        case _:
            text = translate("Diagram", "every weight takes a small step against its gradient")
    activation = shown_name(moment.record.architecture.activation_name(phase.layer)) if phase.layer else ""
    return step_prefix(moment) + text.format(layer=layer, symbol=phase.label, activation=activation)


def step_prefix(moment: Moment) -> str:
    """How far one has stepped inside the phase, ``unit 2/4, term 1/3: ``; empty where one steps by phases."""
    if moment.unit is None or moment.training:
        return ""
    units = len(moment.walk.units(moment.phase_index))
    told = translate("Diagram", "unit {unit}/{units}").format(unit=moment.unit + 1, units=units)
    if moment.term is not None and (terms := moment.walk.terms(moment.step)) > 1:
        told += ", " + translate("Diagram", "term {term}/{terms}").format(term=moment.term + 1, terms=terms)
    return told + ": "


def place_in_time(moment: Moment) -> str:
    """Epoch, batch and example, counted from 1."""
    record = moment.record
    place = translate("Diagram", "epoch {epoch} · batch {batch}/{batches}").format(
        epoch=whole(record.epoch + 1), batch=record.batch + 1, batches=record.batches
    )
    return f"{place} · {whose_numbers(moment)}"


def whose_numbers(moment: Moment) -> str:
    """Whose numbers are shown: ``example 3/10``, ``mean of 10 examples``, or a pinned one that is not in the batch."""
    if moment.visitor is not None:
        # As the data plot and the strip of examples count them.
        return translate("Diagram", "example {number}, not in this batch").format(
            number=(moment.shown_example or 0) + 1
        )
    examples = len(moment.record.examples)
    if moment.mean:
        return translate("Diagram", "mean of {examples} examples").format(examples=examples)
    # By its number in the data, as everywhere, and its place in the batch.
    number = int(moment.record.examples[moment.example]) + 1
    text = translate("Diagram", "example {number} ({example}/{examples})").format(
        number=number, example=moment.example + 1, examples=examples
    )
    return (
        text
        if moment.pinned is None or moment.pinned != number - 1
        else translate("Diagram", "{example}, pinned").format(example=text)
    )


def short_place_in_time(moment: Moment) -> str:
    """The same where there is little room."""
    record = moment.record
    place = translate("Diagram", "ep {epoch} · b {batch}").format(epoch=whole(record.epoch + 1), batch=record.batch + 1)
    if moment.visitor is not None:
        return f"{place} · #{(moment.shown_example or 0) + 1}"
    number = int(moment.record.examples[moment.example]) + 1
    mean, example = translate("Diagram", "mean"), translate("Diagram", "ex {number}").format(number=number)
    return f"{place} · {mean if moment.mean else example}"


def captions(layer: int, architecture: Architecture) -> tuple[str, ...]:
    """What stands under a column, from the longest to the shortest wording."""
    last = architecture.layers
    names = layer_name(layer, last), short_layer_name(layer, last)
    if layer == 0:
        return names
    return f"{names[0]} · {shown_name(architecture.activation_name(layer))}", *names


def flat(activation: Activation) -> str:
    """What a unit is where its slope is next to nothing: saturated only where both ends of its curve are flat."""
    return translate("Diagram", "saturated") if np.isfinite(activation.limits).all() else translate("Diagram", "flat")


def empty_sentence() -> str:
    """What stands in place of a network."""
    return translate("Diagram", "The network appears here as soon as an experiment is loaded.")
