"""What stands on a worksheet, in words and symbols, in the order in which it is worked out: all forms lay this out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import groupby
from types import MappingProxyType

from nnviz.engine.functions.optimisers import chosen_optimiser
from nnviz.engine.training.record.iteration import Iteration
from nnviz.engine.training.record.phases import Kind
from nnviz.export.worksheet.exercise import BLANKS, DECIMALS, Exercise, Field, fixed
from nnviz.shortened import LONGEST_NAME, printable, shortened
from nnviz.ui.formula.penalties import has_penalty, loss_formula
from nnviz.ui.formula.phase_formulas import Formula, formula_of
from nnviz.ui.look.numbers import MINUS
from nnviz.ui.names.functions import shown_name, shown_title
from nnviz.ui.names.symbols import Names
from nnviz.ui.names.translation import in_words, translate

SETTINGS = MappingProxyType(
    {"momentum": "μ", "decay": "α", "beta1": "β₁", "beta2": "β₂", "epsilon": "ε", "weight_decay": "λ"}
)
"""The letters of an optimiser's settings in its formula."""


@dataclass(frozen=True)
class Item:
    """A number with its symbol.

    Attributes:
        field: Which it is.
        symbol: As the window writes it: units count from 1.
        asked: Whether it is left to the student.
    """

    field: Field
    symbol: str
    asked: bool


@dataclass(frozen=True)
class Section:
    """The numbers of one formula.

    Attributes:
        heading: What they are.
        formula: How they come about; ``None`` where the student is to know.
        rows: The numbers: one for each unit, or for each unit those of its weights and its bias. None where they are on
            the way from one blank to the next: they would tell the one, and lead to the other.
    """

    heading: str
    formula: Formula | None
    rows: tuple[tuple[Item, ...], ...]

    @property
    def asked(self) -> bool:
        """Whether there is something to fill in."""
        return any(item.asked for row in self.rows for item in row)


@dataclass(frozen=True)
class Content:
    """A student's worksheet.

    Attributes:
        title: The experiment's.
        student: What the student's sheet is called, from 1.
        task: What is to be done, a sentence each.
        rules: What the formulas leave open: each layer's activation, the loss, the penalty, the optimiser.
        given: The numbers that it begins with, in rows: ``w¹₁₁ = 0.15``.
        sections: What is worked out.
        record: The iteration, for the picture of the network.
        names: The symbols of its network.
    """

    title: str
    student: int
    task: tuple[str, ...]
    rules: str
    given: tuple[tuple[str, ...], ...]
    sections: tuple[Section, ...]
    record: Iteration
    names: Names

    @property
    def name(self) -> str:
        """What it is called among others."""
        return translate("Worksheet", "{title}, no. {student}").format(title=self.title, student=self.student)


def content_of(exercise: Exercise, formulas: bool) -> Content:
    """The worksheet of an exercise in the language that is spoken.

    Args:
        exercise: What is worked out.
        formulas: Whether they are given.
    """
    names = Names(exercise.record.architecture)
    return Content(
        title=_printable(shown_title(exercise.experiment.title)),
        student=exercise.student,
        task=tuple(_task(exercise)),
        rules=translate("Worksheet", "; ").join(_rules(exercise)),
        given=tuple(_given(exercise, names)),
        sections=tuple(_sections(exercise, names, formulas)),
        record=exercise.record,
        names=names,
    )


def _printable(words: str) -> str:
    """A title without what no XML file can hold, and no longer than a sheet has room for."""
    return shortened(printable(words), LONGEST_NAME)


def shown(value: float, decimals: int) -> str:
    """A number with so many decimals, for a reader."""
    return fixed(value, decimals).replace("-", MINUS)


def answer(field: Field) -> str:
    """The number that belongs there, for a reader."""
    return field.answer.replace("-", MINUS)


def _task(exercise: Exercise) -> Iterable[str]:
    yield translate(
        "Worksheet",
        "Work out one update of this network. Its batch is the one example that is given.",
    )
    yield translate(
        "Worksheet",
        "Keep all digits while you calculate. Write four decimals; of a number below 0.05 three digits that count, "
        "and of an updated parameter enough for its change to be seen.",
    )
    if exercise.left_out:
        names = translate("Worksheet", ", ").join(map(in_words, exercise.left_out))
        yield translate("Worksheet", "Left out here: {names}.").format(names=names)


def _rules(exercise: Exercise) -> Iterable[str]:
    record, training = exercise.record, exercise.experiment.training
    loss = shown_name(record.architecture.loss.name)
    if record.architecture.loss.scaled:
        scale = shown_name(training.loss_scale)
        loss = translate("Worksheet", "{loss} ({scale})").format(loss=loss, scale=scale)
    rules = [(in_words(record.layer_name(layer.number)), shown_name(layer.activation)) for layer in record.layers]
    rules.append((translate("Worksheet", "loss"), loss))
    if has_penalty(record):
        rules.append((translate("Worksheet", "penalty"), loss_formula(record)[1].removeprefix(" + ")))
    rules.append((translate("Worksheet", "optimiser"), shown_name(chosen_optimiser(training)[0].name)))
    if out := record.architecture.silenced:
        units = translate("Worksheet", ", ").join(Names(record.architecture).unit(*each) for each in sorted(out))
        rules.append((translate("Worksheet", "knocked out, their activation and error signal are 0"), units))
    for what, how in rules:
        yield translate("Worksheet", "{what}: {how}").format(what=what, how=how)


def _given(exercise: Exercise, names: Names) -> Iterable[tuple[str, ...]]:
    record, training = exercise.record, exercise.experiment.training
    yield tuple(_equal(names.unit(0, unit), value) for unit, value in enumerate(record.x[0]))
    yield tuple(_equal(names.target(unit), value) for unit, value in enumerate(record.y[0]))
    for layer in record.layers:
        for unit, row in enumerate(layer.W):
            symbols = [names.parameter(layer.number, unit, source) for source in (*range(len(row)), None)]
            yield tuple(map(_equal, symbols, (*row, layer.b[unit])))
    optimiser, settings = chosen_optimiser(training)
    rates = [("η", record.learning_rate), *((SETTINGS[name], settings[name]) for name in optimiser.settings)]
    rates += [(letter, 0.0) for letter in record.memory]
    raised = ("₁", "₂") if record.l1 and record.l2 else ("", "")
    rates += [(f"λ{index}", rate) for index, rate in zip(raised, (record.l1, record.l2), strict=True) if rate]
    yield tuple(f"{symbol} = {rate:g}" for symbol, rate in rates)


def _equal(symbol: str, value: float) -> str:
    return f"{symbol} = {shown(value, DECIMALS)}"


def _sections(exercise: Exercise, names: Names, formulas: bool) -> Iterable[Section]:
    record = exercise.record
    phases = {(phase.kind, phase.layer): phase for phase in record.phases}
    asked = [place for place, kind in enumerate(BLANKS) if kind in exercise.blanks]
    for (kind, layer), fields in groupby(exercise.fields, lambda field: (field.kind, field.layer)):
        place = BLANKS.index(kind)
        told = place in asked or place < asked[0]
        if place > asked[-1] or not (told or formulas):
            continue
        phase = phases[kind, 0 if kind is Kind.UPDATE else layer]
        rows = tuple(
            tuple(Item(field, symbol_of(field, names), place in asked) for field in row)
            for _, row in groupby(fields, lambda field: field.unit)
        )
        formula = formula_of(record, phase, exercise.experiment.training) if formulas else None
        yield Section(_HEADINGS[kind](in_words(record.layer_name(layer))), formula, rows if told else ())


_HEADINGS: MappingProxyType[Kind, Callable[[str], str]] = MappingProxyType(
    {
        Kind.PRE_ACTIVATION: lambda layer: translate("Worksheet", "Pre-activations of {layer}").format(layer=layer),
        Kind.ACTIVATION: lambda layer: translate("Worksheet", "Activations of {layer}").format(layer=layer),
        Kind.LOSS: lambda _: translate("Worksheet", "Loss"),
        Kind.DELTA: lambda layer: translate("Worksheet", "Error signals of {layer}").format(layer=layer),
        Kind.GRADIENT: lambda layer: translate("Worksheet", "Gradients of {layer}").format(layer=layer),
        Kind.UPDATE: lambda layer: translate("Worksheet", "Parameters of {layer} after the update").format(layer=layer),
    }
)
"""What the numbers of a formula are called, told the name of their layer."""


def symbol_of(field: Field, names: Names) -> str:
    """How a number is written: ``z¹₁``, ``h₂``, ``∂L/∂w¹₁₂``; a parameter after the update with an arrow."""
    layer, unit, source = field.layer, field.unit, field.source
    match field.kind:
        case Kind.PRE_ACTIVATION:
            return names.pre_activation(layer, unit)
        case Kind.ACTIVATION:
            return names.unit(layer, unit)
        case Kind.DELTA:
            return names.error_signal(layer, unit)
        case Kind.GRADIENT:
            return names.gradient(layer, unit, source)
        case Kind.UPDATE:
            return names.parameter(layer, unit, source)
        case _:
            return "L"


def sign_of(field: Field) -> str:
    """What stands between a symbol and its number."""
    return "←" if field.kind is Kind.UPDATE else "="
