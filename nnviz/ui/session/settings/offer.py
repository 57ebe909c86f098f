"""Which settings a scene lets one change: a lab that is about the learning rate shows nothing else."""

from __future__ import annotations

from dataclasses import dataclass

from nnviz.lecture.values import Scene
from nnviz.ui.session.settings.table import SETTINGS


@dataclass(frozen=True)
class Offer:
    """What is offered.

    Attributes:
        withheld: The keys of the settings that are hidden.
        only: The keys of those that are shown, with what they do, and nothing beside them; ``None`` for no such lab.
    """

    withheld: frozenset[str] = frozenset()
    only: frozenset[str] | None = None


EVERYTHING = Offer()


def offer_of(scene: Scene) -> Offer:
    """What a scene offers."""
    withheld = frozenset(key for key, setting in SETTINGS.items() if not scene.offers(setting.field))
    return Offer(withheld, frozenset(SETTINGS) - withheld if scene.hides_controls else None)
