"""What stands on the stage beside the run: a lecture's place, what was drawn, and the hands that were counted."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from msgspec import Meta, Struct

from nnviz.view import At

Count: TypeAlias = Annotated[int, Meta(ge=0, le=2**31)]
Text: TypeAlias = Annotated[str, Meta(max_length=10_000)]
Share: TypeAlias = Annotated[float, Meta(ge=-10.0, le=10.0)]
Point: TypeAlias = tuple[Share, Share]
"""In shares of the stage's width and height."""


class Given(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A place in a lecture, and how it is given."""

    lecture: Annotated[str, Meta(min_length=1, max_length=200)]
    """The name of a built-in one, or of its file, without folders."""
    scene: Text
    """Its id."""
    cue: Count
    """The one on screen; while the first question of a scene is asked, 0."""
    asking: bool = False
    """Whether the question after it is asked."""
    language: Annotated[str, Meta(max_length=20)] = "en"
    tour: bool = False
    """Whether it is a tour; otherwise it is given on the stage."""
    left: bool = False
    """Whether somebody has left the script: the run stands elsewhere than the cue had brought it."""


class Surface(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What strokes belong to: a spot of a lecture; or, without a scene, a step of the run."""

    scene: Text = ""
    cue: Count = 0
    question: Text = ""
    """What is asked there."""
    at: At | None = None


class Drawing(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Strokes of the pen."""

    on: Surface
    strokes: tuple[Annotated[tuple[Point, ...], Meta(min_length=1)], ...]


class Counted(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How many hands went up for each answer of a question."""

    question: Text
    hands: Annotated[tuple[Count, ...], Meta(max_length=1000)]


class OnStage(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """All of it; there may be nothing."""

    given: Given | None = None
    drawings: tuple[Drawing, ...] = ()
    counted: tuple[Counted, ...] = ()
