"""A setting as a value: what it is called, what it does, what it is changed with, and what goes with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import KW_ONLY, dataclass
from typing import Any

from nnviz.engine.experiment import Experiment
from nnviz.ui.names.functions import shown_name
from nnviz.ui.names.translation import translate
from nnviz.ui.session.experiment_fields import Fields, value_at
from nnviz.ui.session.settings.bounds import words_of

Say = Callable[[Experiment], str]
"""Words about an experiment; "" where there is nothing to say."""


def _nothing(experiment: Experiment) -> str:
    return ""


# ---- what a setting is changed with ------------------------------------------------------------------------------


@dataclass(frozen=True)
class End:
    """An end of a slider that is no number in an experiment: "off", "all".

    Attributes:
        value: Where it is on the slider, 0 or infinity.
        kept: What the experiment has there.
        named: How it is printed, before translation.
    """

    value: float
    kept: object
    named: str


@dataclass(frozen=True, kw_only=True)
class Slider:
    """A number. How small and how large it may be is the engine's to say; here stands what is usual.

    Attributes:
        low, high: What the slider goes over; left out: as far as the engine goes.
        step: The distance of neighbouring values.
        logarithmic: Equal distances are equal ratios; where 0 may be, it is at the left end.
        stops: The values that the slider goes through instead, rising; the last may be infinity.
        lowest, highest: How far typing goes, where the engine names no number.
        printed: How a value is printed; left out: as a number.
        end: An end that is no number.
        unset: What is shown where the experiment has no value; left out: what was there before.
        by_layer: What is printed where each layer has its own, before translation.
    """

    low: float | None = None
    high: float | None = None
    step: float = 1.0
    logarithmic: bool = False
    stops: tuple[float, ...] = ()
    lowest: float | None = None
    highest: float | None = None
    printed: Callable[[float], str] | None = None
    end: End | None = None
    unset: float | None = None
    by_layer: str = ""


@dataclass(frozen=True, kw_only=True)
class Choice:
    """One of several names.

    Attributes:
        names: All that there are, for a search too; left out: those that the engine's type has.
        fitting: Those that go with an experiment; left out: all.
        texts: How names are shown, before translation; left out: as names of functions are.
        nothing: The key and the text, before translation, of an entry for no value.
        as_given: What an entry is called that only a file can choose; "" where something is chosen from the list.
        unset: What is shown where the experiment has no value.
    """

    names: tuple[str, ...] = ()
    fitting: Callable[[Experiment], list[str]] | None = None
    texts: Callable[[str], str] = shown_name
    nothing: tuple[str, str] | None = None
    as_given: Say = _nothing
    unset: str = ""

    def offered(self, part: Part, experiment: Experiment) -> list[tuple[str, str]]:
        """The keys of its entries, with what the list shows for them."""
        names = self.fitting(experiment) if self.fitting is not None else self.names or words_of(part.key)
        first = [] if self.nothing is None else [(self.nothing[0], translate("Settings", self.nothing[1]))]
        return [*first, *((name, self.texts(name)) for name in names)]


@dataclass(frozen=True, kw_only=True)
class Written:
    """A text.

    Attributes:
        text: How the value is written.
        value: What a text stands for; it raises ``ValueError`` with one line for the user.
        hint: What stands in the empty line.
        names: Names that may stand in it; a search finds it by them.
    """

    text: Callable[[Any], str]
    value: Callable[[str], Any]
    hint: Say = _nothing
    names: tuple[str, ...] = ()


@dataclass(frozen=True)
class Switch:
    """Yes or no."""


@dataclass(frozen=True)
class Seed:
    """A whole number, and dice."""


@dataclass(frozen=True)
class Split:
    """The three parts of the data."""


@dataclass(frozen=True)
class HiddenLayers:
    """The widths of the hidden layers."""


@dataclass(frozen=True, kw_only=True)
class Features(Written):
    """A list of features, written or switched on."""


@dataclass(frozen=True)
class Pictures:
    """The data sets, and the worked example."""

    names: tuple[str, ...]


@dataclass(frozen=True)
class Fault:
    """A switch with its sentence under it, and what more there is to set while it is on."""

    parts: tuple[Part, ...] = ()


Kind = Slider | Choice | Written | Switch | Seed | Split | HiddenLayers | Pictures | Fault


# ---- the settings ------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Part:
    """What has a control of its own.

    Attributes:
        field: What experiment files call it, in dots.
        named: Its name, before translation.
        kind: What it is changed with.
        read: Its value in an experiment; left out: what the field has.
        write: The fields of ``Experiment.with_fields`` that give an experiment a value; left out: the field alone.
    """

    field: str
    named: str
    kind: Kind
    _: KW_ONLY
    read: Callable[[Experiment], Any] | None = None
    write: Callable[[Experiment, Any], Fields] | None = None

    @property
    def key(self) -> str:
        """What the panel knows it by."""
        return self.field

    @property
    def title(self) -> str:
        return translate("Settings", self.named)

    def value(self, experiment: Experiment) -> Any:
        """Its value in a complete experiment."""
        return value_at(experiment, self.key) if self.read is None else self.read(experiment)

    def fields(self, experiment: Experiment, value: Any) -> Fields:
        """What ``Experiment.with_fields`` takes to give an experiment this value."""
        return {self.key: value} if self.write is None else self.write(experiment, value)


@dataclass(frozen=True)
class Setting(Part):
    """A setting of an experiment.

    Attributes:
        explained: What it does, one sentence, before translation.
        beside: What it is called over a side of a comparison, before translation; "" for what files call it.
        back: The fields that set it back in an experiment to what another one has, with what cannot stand without it;
            left out: its own fields.
        untold: Whether its value is more than a few words can say.
        also: Further fields that are changed and set back with it, with what they are called over a side.
        own_key: Its key, where another setting stands for the same field.
        folds: Why it has nothing to do with an experiment and is shown to a search only; "" where it has.
        locks: Why it cannot be changed in an experiment; "" where it can.
        tip: What is told of it instead of what it does; "" where nothing is.
        caption: A heading for the settings from here on, before translation.
        note: A remark under it.
    """

    explained: str
    _: KW_ONLY
    beside: str = ""
    back: Callable[[Experiment, Experiment], Fields] | None = None
    untold: bool = False
    also: tuple[tuple[str, str], ...] = ()
    own_key: str = ""
    folds: Say = _nothing
    locks: Say = _nothing
    tip: Say = _nothing
    caption: str = ""
    note: Say | None = None

    @property
    def key(self) -> str:
        return self.own_key or self.field

    @property
    def explanation(self) -> str:
        return translate("Settings", self.explained)

    @property
    def all_fields(self) -> tuple[str, ...]:
        """The fields that it stands for."""
        return self.field, *(field for field, _ in self.also)

    def searched_texts(self) -> Iterator[str]:
        """What a search looks through."""
        names = self.kind.names if isinstance(self.kind, Choice | Pictures | Written) else ()
        yield from (self.title, self.explanation, *names, *map(shown_name, names))
        for each in self.all_fields:
            yield from (each, each.replace("_", " "))


@dataclass(frozen=True, kw_only=True)
class Section:
    """A part of the panel.

    Attributes:
        named: Its heading, before translation.
        first: The settings that are in sight.
        more: Those that are folded away until they are asked for.
        remark: What is said over those, before translation.
        warning: What is said of them while they are folded away.
    """

    named: str
    first: tuple[Setting, ...] = ()
    more: tuple[Setting, ...] = ()
    remark: str
    warning: Say | None = None

    @property
    def title(self) -> str:
        return translate("Settings", self.named)
