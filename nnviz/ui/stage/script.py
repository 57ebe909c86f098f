"""Where one is in a lecture: its scenes, their cues, and the questions that are asked before some of them."""

from __future__ import annotations

from dataclasses import dataclass

from nnviz.lecture.values import Ask, Lecture, Scene


@dataclass(frozen=True)
class Spot:
    """One click's worth of a lecture.

    Attributes:
        scene: The scene.
        number: The scene's number in the lecture, from 1.
        cue: The cue that is on screen, counted from 1; while its first question is asked, 0.
        ask: The question that is asked here; ``None`` where a cue is shown.
    """

    scene: Scene
    number: int
    cue: int
    ask: Ask | None = None


@dataclass(frozen=True)
class Mark:
    """A place in a lecture, as it can be kept while the lecture is written anew.

    Attributes:
        scene: The scene's id; ``None`` for the first.
        cue: The one on screen.
        asking: Whether the question after it is asked.
    """

    scene: str | None = None
    cue: int = 1
    asking: bool = False


class Script:
    """All spots of a lecture in order, and the one where one is.

    A question stands between two cues: what was on screen before it stays there.
    """

    def __init__(self, lecture: Lecture) -> None:
        self.lecture = lecture
        self._spots = tuple(
            spot for number, scene in enumerate(lecture.scenes, start=1) for spot in _spots(scene, number)
        )
        self._place = 0
        self._left_at: int | None = None

    @property
    def here(self) -> Spot:
        """Where one is."""
        return self._spots[self._place]

    @property
    def coming(self) -> Spot | None:
        """Where the next click leads; ``None`` at the end."""
        place = self._after()
        return self._spots[place] if place < len(self._spots) else None

    @property
    def scene_after(self) -> Scene | None:
        """The one after this; ``None`` after the last."""
        place = self._first_of(self.here.number + 1)
        return self._spots[place].scene if place >= 0 else None

    @property
    def dots(self) -> tuple[int, int]:
        """How many cues of the scene have been shown, and how many it has."""
        return self.here.cue, len(self.here.scene.cues)

    @property
    def at_start(self) -> bool:
        """Whether nothing comes before."""
        return self._place == 0

    @property
    def at_end(self) -> bool:
        """Whether nothing comes after."""
        return self._place + 1 == len(self._spots) and self._left_at is None

    def go_on(self) -> bool:
        """To the next spot; from the end of a scene that was opened again, back to where that was asked for.

        Returns whether there is one.
        """
        place = self._after()
        return self._go(place, keep=place != self._left_at)

    def _after(self) -> int:
        last = self._place + 1 == len(self._spots) or self._spots[self._place + 1].number != self.here.number
        return self._left_at if last and self._left_at is not None else self._place + 1

    def open_again(self, scene: str) -> bool:
        """To the beginning of another scene, for a while. Returns whether there is such a scene."""
        left_at = self._place
        found = self.go_to(scene)
        self._left_at = left_at if found else None
        return found

    def go_back(self) -> bool:
        """To the spot before. Returns whether there is one."""
        return self._go(self._place - 1)

    @property
    def mark(self) -> Mark:
        """Where one is, to come back to it."""
        return Mark(self.here.scene.id, self.here.cue, self.here.ask is not None)

    def go_to_mark(self, mark: Mark) -> bool:
        """To a place, or the last cue before it that is there. Returns whether there is such a scene."""
        scene = mark.scene if mark.scene is not None else self._spots[0].scene.id
        near = [place for place, spot in enumerate(self._spots) if spot.scene.id == scene and spot.cue <= mark.cue]
        exact = (place for place in near if self._spots[place].cue == mark.cue)
        kind = (place for place in exact if (self._spots[place].ask is not None) == mark.asking)
        return self._go(next(kind, near[-1] if near else -1))

    def go_to(self, scene: str, cue: int = 1) -> bool:
        """To a cue of a scene. Returns whether there is one."""
        spots = enumerate(self._spots)
        found = (place for place, spot in spots if (spot.scene.id, spot.cue) == (scene, cue) and spot.ask is None)
        return self._go(next(found, -1))

    def next_scene(self) -> bool:
        """To the first spot of the next scene. Returns whether there is one."""
        return self._go(self._first_of(self.here.number + 1))

    def previous_scene(self) -> bool:
        """To the first spot of the scene before. Returns whether there is one."""
        return self._go(self._first_of(self.here.number - 1))

    def restart_scene(self) -> bool:
        """To the first spot of this scene. Returns whether there is one: there is."""
        return self._go(self._first_of(self.here.number))

    def answered(self) -> Ask | None:
        """The question that the cue on screen answers."""
        before = self._spots[self._place - 1] if self._place else None
        return before.ask if before is not None and self.here.ask is None else None

    def _first_of(self, number: int) -> int:
        return next((place for place, spot in enumerate(self._spots) if spot.number == number), -1)

    def _go(self, place: int, keep: bool = False) -> bool:
        there = 0 <= place < len(self._spots)
        if there:
            self._place = place
            self._left_at = self._left_at if keep else None
        return there


def _spots(scene: Scene, number: int) -> list[Spot]:
    spots = []
    for cue in range(1, len(scene.cues) + 1):
        spots += [Spot(scene, number, cue - 1, ask) for ask in scene.asked_before(cue)]
        spots.append(Spot(scene, number, cue))
    return spots
