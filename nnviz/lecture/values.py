"""A lecture as a value: what its file says, field by field, checked by their types alone.

A file says only what differs from the default. Texts are in one or several languages.
"""

from __future__ import annotations

from itertools import product
from typing import Annotated, Any, Final, Literal, TypeAlias

from msgspec import Meta, Struct, field

FORMAT: Final = "nnviz-lecture/1"
LANGUAGES = ("en", "zh")
ALL_CONTROLS = "controls"
"""What hides all of them, in the place of a field."""

Kind = Literal["network", "twin", "seeds", "text"]
Comparison = Literal["<", "<=", ">", ">=", "=="]
Of = Literal["left", "right", "right/left", "right-left"]
TwinPicture = Literal["maps", "hidden_space", "curves", "networks"]
FigurePart = Literal["train", "validation", "test", "none"]

Id = Annotated[
    str,
    Meta(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$", description='small letters, digits and "-" between them'),
]
Count: TypeAlias = Annotated[int, Meta(ge=1)]
Place: TypeAlias = Annotated[int, Meta(ge=0)]
Share: TypeAlias = Annotated[float, Meta(ge=0.0, le=1.0)]
NotNegative: TypeAlias = Annotated[float, Meta(ge=0.0)]
Fields: TypeAlias = dict[str, Any]
"""Fields named in dots, and what they are set to; or the tables of a view."""


class _Value(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What a table of a lecture's file is read into."""


class Words(_Value, frozen=True, kw_only=True):
    """A text in the languages that it was written in."""

    en: str = ""
    zh: str = ""

    def text(self, language: str) -> str:
        """The text in a language; where there is none, in another one."""
        own = self.zh if language == "zh" else self.en
        return own or self.en or self.zh


SideNames: TypeAlias = Annotated[tuple[Words, ...], Meta(max_length=2)]
"""The left one's and the right one's; or none."""


class Train(_Value, frozen=True, kw_only=True):
    """How far a cue trains, and how long that may be watched."""

    epochs: Count | None = None
    iterations: Count | None = None
    """Updates, in place of epochs."""
    seconds: NotNegative | None = None
    """Left out: about ten seconds."""


class Cue(_Value, frozen=True, kw_only=True):
    """A state of a scene: what differs from the cue before."""

    say: Words = Words()
    """The caption: one sentence."""
    more: Words = Words()
    """The softer line under it."""
    notes: Words = Words()
    """For whoever speaks: what to ask, what is often misunderstood."""
    view: Fields = field(default_factory=dict)
    train: Train | None = None
    set: Fields = field(default_factory=dict)
    """What is changed before it trains: a weight, a unit or the rate in the middle of the run; any other field of the
    experiment begins another run."""
    right: Fields = field(default_factory=dict)
    """The same of a twin's right side alone."""
    sides: SideNames = ()
    """What the sides of a twin are called here; left out: as in all of the scene."""
    restart: bool = False
    """The run begins anew, from the same weights."""


class Ask(_Value, frozen=True, kw_only=True):
    """A question that is asked before a cue shows the answer."""

    before: Count
    """The cue, counted from 1."""
    text: Words
    answers: tuple[Words, ...]
    right: Count
    """Which answer, counted from 1."""
    why: Words = Words()


class Claim(_Value, frozen=True, kw_only=True, rename={"is_": "is"}):
    """The point of a scene as a number that holds for many seeds."""

    metric: str
    of: Of = "left"
    after: Count | None = None
    """The cue; left out: the last."""
    is_: Comparison
    bound: float
    tolerance: NotNegative = 0.0
    """How far ``==`` may be off."""
    seeds: Count = 10
    """Of the weights and the batches: 1, 2, … so many; the data stays the same."""
    share: Share = 1.0
    """Of the seeds, for which it has to hold."""
    set: Fields = field(default_factory=dict)
    """Fields of the experiment that differ from the scene's: a row of a seed sheet, for example."""
    pick: str = ""
    """The weight, bias or unit that the metric is about, where it is about one."""
    layer: Place | None = None
    """The layer, where it is about one: 0 is the inputs."""
    batch: Count | None = None
    """The size of batches, where it is about such."""


class Twin(_Value, frozen=True, kw_only=True):
    """The right side of a scene with two networks: where it differs from the left one."""

    experiment: str | Fields | None = None
    """Left out: the scene's own."""
    set: Fields = field(default_factory=dict)
    shows: TwinPicture = "maps"
    """What is large on both sides."""
    sides: SideNames = ()
    """What both sides are called; left out: what they differ in."""
    figure: FigurePart = "train"
    """The part of the data that the number under it is about; or ``none``."""


class Row(_Value, frozen=True, kw_only=True):
    """A row of a seed sheet: what its networks have in common."""

    name: Words = Words()
    """Left out: what it sets."""
    set: Fields = field(default_factory=dict)


class Seeds(_Value, frozen=True, kw_only=True):
    """A sheet of networks that differ in their seeds, and, with a grid, in fields of the experiment: a row each."""

    count: Annotated[int, Meta(ge=1, le=100)] = 20
    grid: dict[str, tuple[Any, ...]] = field(default_factory=dict)
    rows: tuple[Row, ...] = ()
    """In place of a grid."""

    @property
    def combinations(self) -> tuple[Row, ...]:
        """The rows; the last field of a grid changes first."""
        values = product(*self.grid.values())
        return self.rows or tuple(Row(set=dict(zip(self.grid, each, strict=True))) for each in values)


class Picture(_Value, frozen=True, kw_only=True):
    """A picture in a text: it opens a scene, and shows it unless it has a file of its own."""

    scene: Id
    cue: Count | None = None
    """The one that is shown; left out: the last."""
    file: str | None = None
    say: Words = Words()


class Scene(
    _Value, frozen=True, kw_only=True, rename={"cues": "cue", "asks": "ask", "claims": "claim", "pictures": "picture"}
):
    """An experiment, or a text, and cues that show its point."""

    id: Id
    title: Words
    slide: Place | None = None
    minutes: NotNegative = 2.0
    experiment: str | Fields | None = None
    """A built-in name, a file, or the experiment itself; left out in a text."""
    set: Fields = field(default_factory=dict)
    twin: Twin | None = None
    seeds: Seeds | None = None
    text: Words = Words()
    pictures: tuple[Picture, ...] = ()
    view: Fields = field(default_factory=dict)
    hide: tuple[str, ...] = ()
    """``controls`` for all of them, or fields and tables of the experiment."""
    keep: tuple[str, ...] = ()
    """Fields that stay where the controls are hidden."""
    cues: tuple[Cue, ...]
    asks: tuple[Ask, ...] = ()
    claims: tuple[Claim, ...] = ()
    why: Words = Words()
    """Why there is no claim."""

    @property
    def kind(self) -> Kind:
        """What it shows."""
        if self.experiment is None:
            return "text"
        return "twin" if self.twin is not None else "seeds" if self.seeds is not None else "network"

    @property
    def hides_controls(self) -> bool:
        """Whether all controls are hidden, but for what it keeps."""
        return ALL_CONTROLS in self.hide

    def offers(self, field: str) -> bool:
        """Whether a field of the experiment can be changed in a window that shows the scene."""
        kept = any(_is_in(field, name) for name in self.keep)
        return kept or not (self.hides_controls or any(_is_in(field, name) for name in self.hide))

    def asked_before(self, cue: int) -> tuple[Ask, ...]:
        """What is asked before a cue, counted from 1."""
        return tuple(ask for ask in self.asks if ask.before == cue)


def _is_in(field: str, name: str) -> bool:
    """Whether a field is the one of that name, or in the table of that name."""
    return f"{field}.".startswith(f"{name}.")


class Lecture(_Value, frozen=True, kw_only=True, rename={"scenes": "scene"}):
    """Scenes, in the order in which they are given."""

    format: Literal["nnviz-lecture/1"]
    title: Words
    scenes: tuple[Scene, ...]

    @property
    def minutes(self) -> float:
        """How long it is planned to take."""
        return sum(scene.minutes for scene in self.scenes)

    def scene(self, name: str) -> Scene | None:
        """The scene with an id."""
        return next((scene for scene in self.scenes if scene.id == name), None)
