"""How fast time goes on: phases that are played, and training, as fast as it can or so slowly that one can follow."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from time import perf_counter

from nnviz.engine.settings import Training
from nnviz.engine.training.record.phases import Kind
from nnviz.engine.training.record.steps import Grain
from nnviz.ui.names.translation import QT_TRANSLATE_NOOP, translate
from nnviz.worker.messages import Train

SPEEDS = (0.25, 0.5, 1.0, 2.0, 4.0, 8.0)
"""How fast phases can be played; 1 is the usual speed."""

PHASE_MILLISECONDS = {
    Kind.INPUT: 350,
    Kind.PRE_ACTIVATION: 600,
    Kind.ACTIVATION: 350,
    Kind.LOSS: 500,
    Kind.DELTA: 600,
    Kind.GRADIENT: 500,
    Kind.UPDATE: 600,
}
"""How long each kind of phase is played at speed 1."""

STEP_MILLISECONDS = {Grain.ITERATION: 700, Grain.UNIT: 400, Grain.TERM: 350}
"""How long a step at another grain is played, whatever its phase."""


def step_milliseconds(kind: Kind, grain: Grain) -> int:
    """How long a step is played at speed 1."""
    return STEP_MILLISECONDS.get(grain, PHASE_MILLISECONDS[kind])


FRAME_SECONDS = 1 / 56
"""What a frame may take while training: painting it, and what is left of it for the model."""

GATHERING_SECONDS = 2.0
FULL_ITERATIONS = 1000.0
"""Full speed is gathered: one update in the first frame, and so many after that time, so that one sees it begin."""

SHORTEST_CREDIT, LONGEST_CREDIT = 0.005, 0.012
"""Bounds, in seconds, of what the model may train before it answers."""


READABLE_ITERATIONS = 2.5
"""A second, at most: each update then stays on screen until all of the window has been painted, and can be read."""

RUN_SECONDS = 10.0
"""How long a run takes at the pace that has one watch it as a whole."""


@dataclass(frozen=True)
class Length:
    """How long what is trained is to become.

    Attributes:
        batches: Updates of an epoch.
        epochs: About how many epochs there will be.
    """

    batches: int
    epochs: int

    @classmethod
    def of(cls, training: Training, batches: int) -> Length:
        """Of a complete experiment: early stopping seldom ends a run before twice its patience."""
        stopping, epochs = training.early_stopping, training.epochs
        return cls(batches, epochs if stopping is None else min(epochs, 2 * stopping.patience))


@dataclass(frozen=True)
class Pace:
    """A pace of training; full speed where none of its numbers is there.

    Attributes:
        name: What is remembered.
        text, short: What it is called in a list, and where there is little room.
        iterations_per_second, epochs_per_second, iterations_per_frame, run_seconds: What it is counted in.
    """

    name: str
    text: str
    short: str
    iterations_per_second: float | None = None
    iterations_per_frame: int | None = None
    epochs_per_second: float | None = None
    run_seconds: float | None = None

    def iterations_a_second(self, length: Length, made: int = 0) -> float | None:
        """How fast it is in a run of this length, after so many updates; ``None`` for as fast as it can."""
        if self.iterations_per_second is not None:
            return self.iterations_per_second
        if self.epochs_per_second is not None:
            return self.epochs_per_second * length.batches
        if self.run_seconds is not None:
            # A run that becomes longer than was thought goes ever faster, so that it ends some time.
            return max(length.epochs * length.batches, made) / self.run_seconds
        return None

    def can_be_read(self, length: Length) -> bool:
        """Whether the numbers of an update stay on screen long enough."""
        rate = self.iterations_a_second(length)
        return rate is not None and rate <= READABLE_ITERATIONS


FULL_SPEED, USUAL_PACE = "full_speed", "run"

PACES = (
    Pace(
        "iteration_1",
        QT_TRANSLATE_NOOP("Pace", "1 iteration a second"),
        QT_TRANSLATE_NOOP("Pace", "1 it/s"),
        iterations_per_second=1.0,
    ),
    Pace(
        "iterations_10",
        QT_TRANSLATE_NOOP("Pace", "10 iterations a second"),
        QT_TRANSLATE_NOOP("Pace", "10 it/s"),
        iterations_per_second=10.0,
    ),
    Pace(
        "iteration",
        QT_TRANSLATE_NOOP("Pace", "1 iteration a frame"),
        QT_TRANSLATE_NOOP("Pace", "1 it"),
        iterations_per_frame=1,
    ),
    Pace(
        "epochs_1",
        QT_TRANSLATE_NOOP("Pace", "1 epoch a second"),
        QT_TRANSLATE_NOOP("Pace", "1 ep/s"),
        epochs_per_second=1.0,
    ),
    Pace(
        "epochs_10",
        QT_TRANSLATE_NOOP("Pace", "10 epochs a second"),
        QT_TRANSLATE_NOOP("Pace", "10 ep/s"),
        epochs_per_second=10.0,
    ),
    Pace(
        USUAL_PACE,
        QT_TRANSLATE_NOOP("Pace", "a run in about 10 s"),
        QT_TRANSLATE_NOOP("Pace", "≈ 10 s"),
        run_seconds=RUN_SECONDS,
    ),
    Pace(FULL_SPEED, QT_TRANSLATE_NOOP("Pace", "full speed"), QT_TRANSLATE_NOOP("Pace", "full")),
)
"""From the slowest to the fastest, as they are offered."""


def pace_named(name: str) -> Pace:
    """The pace of that name; the usual one where there is none."""
    rows = {pace.name: pace for pace in PACES}
    return rows.get(name, rows[USUAL_PACE])


def pace_choices(short: bool = False) -> list[tuple[str, str]]:
    """What a list offers: names, and what they are called."""
    return [(pace.name, translate("Pace", pace.short if short else pace.text)) for pace in PACES]


def shifted(name: str, by: int) -> str:
    """The name of a faster pace, or of a slower one, as far as there are."""
    place = PACES.index(pace_named(name)) + by
    return PACES[max(0, min(len(PACES) - 1, place))].name


class Budget:
    """Turns a pace and the time that passes into credits.

    Args:
        gather: Whether full speed is gathered, or there from the first frame on.
    """

    def __init__(self, pace: Pace, length: Length, gather: bool = False) -> None:
        self._pace = pace
        self._gathered = 0.0 if gather else GATHERING_SECONDS
        self._length = length
        self._made = 0
        self._owed = 0.0
        self._painting = FRAME_SECONDS / 2

    def painted(self, seconds: float) -> None:
        """So long it took from the model's last answer to its picture on screen."""
        self._painting += 0.1 * (min(seconds, FRAME_SECONDS) - self._painting)

    @property
    def seconds(self) -> float:
        """What painting leaves of a frame for the model."""
        return min(max(FRAME_SECONDS - self._painting, SHORTEST_CREDIT), LONGEST_CREDIT)

    def credit(self, seconds_passed: float) -> Train | None:
        """What the model may do now; ``None`` where it should wait another frame.

        Args:
            seconds_passed: Time since the last call.
        """
        pace = self._pace
        if pace.iterations_per_frame is not None:
            return Train(iterations=pace.iterations_per_frame)
        rate = pace.iterations_a_second(self._length, self._made)
        if rate is None:
            return Train(seconds=self.seconds, iterations=self._gather(seconds_passed))
        # A long pause is not caught up with: at most a fifth of a second's work at once.
        self._owed += min(seconds_passed, 0.2) * rate
        whole = int(self._owed)
        self._owed -= whole
        self._made += whole
        return Train(iterations=whole, seconds=self.seconds) if whole else None

    def _gather(self, seconds_passed: float) -> int | None:
        """How many updates there may be while full speed is being gathered; ``None`` once it is there."""
        if self._gathered >= GATHERING_SECONDS:
            return None
        self._gathered += min(seconds_passed, 0.2)
        return int(FULL_ITERATIONS ** min(1.0, self._gathered / GATHERING_SECONDS))


MEASURING_SECONDS = 0.5
"""Over how long a speed is measured before it is told."""


class Speedometer:
    """Iterations a second, over the last half second or so."""

    def __init__(self, clock: Callable[[], float] = perf_counter) -> None:
        self._clock = clock
        self.start(0)

    def start(self, iteration: int) -> None:
        """Measure from here on."""
        self._iteration, self._time = iteration, self._clock()

    def see(self, iteration: int, batches_per_epoch: int) -> tuple[float, float] | None:
        """Iterations and epochs a second; ``None`` until enough time has passed."""
        now = self._clock()
        if now - self._time < MEASURING_SECONDS:
            return None
        per_second = (iteration - self._iteration) / (now - self._time)
        self._iteration, self._time = iteration, now
        return per_second, per_second / batches_per_epoch
