"""The changes that make a second experiment out of a first: one table, a row for each kind. Functions of values."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, TypeAlias

from nnviz.engine.errors import ExperimentError
from nnviz.engine.experiment import Experiment
from nnviz.engine.functions.losses import LOSSES
from nnviz.ui.names.functions import shown_name
from nnviz.ui.names.translation import QT_TRANSLATE_NOOP, in_words, translate
from nnviz.ui.session.differences import differences
from nnviz.ui.session.experiment_fields import (
    NEW_LAYER_UNITS,
    Fields,
    add_layer_fields,
    drawn_fields,
    hidden_fields,
    loss_fields,
    remove_layer_fields,
)

Choices: TypeAlias = "Iterator[tuple[str, str, Callable[[], Experiment]]]"
"""Of each change its key, its words, and the way to make it; that raises ExperimentError where it cannot be made."""

ACTIVATIONS = ("linear", "tanh", "relu", "sigmoid")
OPTIMISERS = ("sgd", "adam")
BATCH_SIZES = (1, 10, "full")
INITIALISATIONS = ("zeros", "constant", "xavier_uniform", "he_uniform")


@dataclass(frozen=True)
class Offer:
    """One change of an experiment.

    Attributes:
        kind: What is changed, a key of ``KINDS``.
        key: Tells it from others of its kind.
        text: What a button says.
        experiment: What comes of it; ``None`` where it cannot be made.
        reason: Why it cannot.
    """

    kind: str
    key: str
    text: str
    experiment: Experiment | None
    reason: str = ""


def offers(experiment: Experiment, kind: str) -> list[Offer]:
    """All changes of a kind, those too that this experiment does not allow."""
    return [_offer(experiment, kind, *choice) for choice in _KINDS[kind][1](experiment)]


def kinds() -> list[tuple[str, str]]:
    """What can be changed, as (key, text)."""
    return [(key, translate("Offers", str(text))) for key, (text, _) in _KINDS.items()]


def usual_right(experiment: Experiment) -> Experiment:
    """What a comparison begins with: the first change that can be made."""
    every = (offer.experiment for kind in _KINDS for offer in offers(experiment, kind))
    # Where no change can be made its data has gone meanwhile, which both sides will say.
    return next((right for right in every if right is not None), experiment)


def _offer(left: Experiment, kind: str, key: str, text: str, make: Callable[[], Experiment]) -> Offer:
    try:
        right = make()
    except ExperimentError as error:
        reason = in_words(error.reason)
        return Offer(kind, key, text, None, reason[:1].upper() + reason[1:])
    if not differences(left, right):
        return Offer(kind, key, text, None, translate("Offers", "The left side has this already"))
    return Offer(kind, key, text, right)


# ---- the kinds ---------------------------------------------------------------------------------------------------


def _refused(reason: str) -> Experiment:
    raise ExperimentError(reason)


def _with(experiment: Experiment, fields: Fields) -> Callable[[], Experiment]:
    return lambda: experiment.with_fields(fields)


def _hidden(experiment: Experiment) -> Choices:
    yield "none", translate("Offers", "none"), lambda: _without_hidden(experiment)
    if not experiment.network.hidden:
        text = translate("Offers", "one of {} units").format(NEW_LAYER_UNITS)
        yield "one", text, _with(experiment, add_layer_fields(experiment))


def _without_hidden(experiment: Experiment) -> Experiment:
    while experiment.network.hidden:
        experiment = experiment.with_fields(remove_layer_fields(experiment, len(experiment.network.hidden) - 1))
    return experiment


def _activation(experiment: Experiment) -> Choices:
    for name in ACTIVATIONS:
        if experiment.network.hidden:
            yield name, shown_name(name), _with(experiment, {"network.activation": name})
        else:
            yield name, shown_name(name), lambda: _refused(translate("Offers", "There is no hidden layer"))


def _width(experiment: Experiment) -> Choices:
    hidden = experiment.network.hidden

    def changed(widths: list[int]) -> Experiment:
        if not hidden:
            return _refused(translate("Offers", "There is no hidden layer"))
        if min(widths) < 1:
            return _refused(translate("Offers", "A layer of one unit cannot be halved"))
        return experiment.with_fields(hidden_fields(experiment, widths))

    yield "double", translate("Offers", "× 2"), lambda: changed([2 * units for units in hidden])
    yield "half", translate("Offers", "÷ 2"), lambda: changed([units // 2 for units in hidden])


def _depth(experiment: Experiment) -> Choices:
    last = len(experiment.network.hidden) - 1
    yield "more", translate("Offers", "one layer more"), _with(experiment, add_layer_fields(experiment))
    if last >= 0:
        yield "fewer", translate("Offers", "one layer fewer"), _with(experiment, remove_layer_fields(experiment, last))
    else:
        yield (
            "fewer",
            translate("Offers", "one layer fewer"),
            lambda: _refused(translate("Offers", "There is no hidden layer")),
        )


def _loss(experiment: Experiment) -> Choices:
    for name in LOSSES:
        yield name, shown_name(name), _with(experiment, loss_fields(experiment, name))


def _optimiser(experiment: Experiment) -> Choices:
    for name in OPTIMISERS:
        yield name, shown_name(name), _with(experiment, {"training.optimizer": {"name": name}})


def _batch_size(experiment: Experiment) -> Choices:
    for size in BATCH_SIZES:
        yield (
            str(size),
            translate("Offers", "full") if size == "full" else str(size),
            _with(experiment, {"training.batch_size": size}),
        )


def _learning_rate(experiment: Experiment) -> Choices:
    rate = experiment.training.learning_rate
    for key, text, factor in (("more", translate("Offers", "× 10"), 10.0), ("less", translate("Offers", "÷ 10"), 0.1)):
        # 0.01 × 10 is to be 0.1, not 0.1 and a hair.
        yield key, text, _with(experiment, {"training.learning_rate": float(f"{rate * factor:.9g}")})


def _initialisation(experiment: Experiment) -> Choices:
    for name in INITIALISATIONS:
        yield name, shown_name(name), _with(experiment, drawn_fields({"network.init": name}))


def _seed(experiment: Experiment) -> Choices:
    for further in (1, 2, 3):
        seed = experiment.network.seed + further
        yield str(further), str(seed), _with(experiment, {"network.seed": seed, "network.parameters": None})


_KINDS: MappingProxyType[str, tuple[Any, Callable[[Experiment], Choices]]] = MappingProxyType(
    {
        "hidden": (QT_TRANSLATE_NOOP("Offers", "hidden layers"), _hidden),
        "activation": (QT_TRANSLATE_NOOP("Offers", "activation"), _activation),
        "width": (QT_TRANSLATE_NOOP("Offers", "width"), _width),
        "depth": (QT_TRANSLATE_NOOP("Offers", "depth"), _depth),
        "loss": (QT_TRANSLATE_NOOP("Offers", "loss"), _loss),
        "optimiser": (QT_TRANSLATE_NOOP("Offers", "optimiser"), _optimiser),
        "batch_size": (QT_TRANSLATE_NOOP("Offers", "batch size"), _batch_size),
        "learning_rate": (QT_TRANSLATE_NOOP("Offers", "learning rate"), _learning_rate),
        "initialisation": (QT_TRANSLATE_NOOP("Offers", "initialisation"), _initialisation),
        "seed": (QT_TRANSLATE_NOOP("Offers", "seed of the weights"), _seed),
    }
)
