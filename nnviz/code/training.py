"""The training loop around an update, as both kinds of program have it: epochs, batches, rates, scores, stopping."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from nnviz.code.forward import score_name
from nnviz.code.literals import number
from nnviz.code.sections import indented, listed
from nnviz.code.subject import Subject
from nnviz.engine.functions.schedules import changes_rate
from nnviz.engine.settings import Schedule


@dataclass(frozen=True)
class Words:
    """What the two kinds of program say differently.

    Attributes:
        finite: Whether every number of ``p`` is finite.
        copied: A copy of ``p``.
        put_back: The lines that put the best parameters back.
        picked: The examples of a batch, from their places.
        array: What makes an array of NumPy one of the kind's own.
    """

    finite: str
    copied: str
    put_back: tuple[str, ...]
    picked: str
    array: str


def settings(subject: Subject) -> list[str]:
    """The numbers that say how it trains."""
    training, stopping = subject.experiment.training, subject.early_stopping
    lines = [f"learning_rate = {number(training.learning_rate)}"]
    if subject.batch_size is not None:
        lines.append(f"batch_size = {subject.batch_size}")
    lines.append(f"epochs = {training.epochs}")
    for name in ("l1", "l2"):
        if value := getattr(training, name):
            lines.append(f"{name} = {number(value)}")
    if training.clip_norm is not None:
        lines.append(f"clip_norm = {number(training.clip_norm)}")
    if stopping is not None:
        lines.append(f"patience = {stopping.patience}")
        if stopping.min_delta:
            lines.append(f"min_delta = {number(stopping.min_delta)}")
    return lines


def loop(subject: Subject, words: Words, update: Sequence[str], rate: Sequence[str] = ()) -> list[str]:
    """The lines from the generators to the end of training.

    Args:
        subject: What is trained.
        words: How the kind of program says what is different in each.
        update: The lines of an update, from ``x`` and ``y``, the inputs and targets of a batch.
        rate: The lines that follow ``rate = …`` in an epoch, where it changes.
    """
    training = subject.experiment.training
    shuffles = subject.batch_size is not None and training.shuffle
    lines = [f"shuffling = np.random.default_rng({training.seed})"] if shuffles else []
    if subject.dropped:
        stream = f"np.random.SeedSequence({training.seed}, spawn_key=(1,))"
        lines.append(f"dropping = np.random.default_rng({stream})")
    lines += _first_best(subject, words)
    return [
        *lines,
        "for epoch in range(1, epochs + 1):",
        *indented([*_rate(subject), *(rate if changes_rate(training) else ())]),
        *indented(_batches(subject, words, update)),
        *indented(_epoch_end(subject, words)),
    ]


def trained(subject: Subject) -> list[str]:
    """The list ``trained`` of the parameters that train, where it is not that of all."""
    if subject.trained == subject.parameters:
        return []
    return listed("trained = [", subject.trained, "]  # the others are frozen")


def trained_name(subject: Subject) -> str:
    """What the list of the parameters that train is called."""
    return "parameters" if subject.trained == subject.parameters else "trained"


def rate_name(subject: Subject) -> str:
    """What the learning rate of an update is called."""
    return "rate" if changes_rate(subject.experiment.training) else "learning_rate"


def _rate(subject: Subject) -> list[str]:
    """What the schedule makes of the learning rate."""
    training = subject.experiment.training
    if not changes_rate(training):
        return []
    schedule = training.schedule
    assert isinstance(schedule, Schedule), "a complete experiment"
    lines = SCHEDULES[schedule.name](schedule, training.epochs)
    if warmup := schedule.warmup:
        lines += [f"if epoch <= {warmup}:  # the rate rises", f"    rate *= epoch / {warmup + 1}"]
    return lines


def _constant(schedule: Schedule, epochs: int) -> list[str]:
    return ["rate = learning_rate"]


def _step(schedule: Schedule, epochs: int) -> list[str]:
    return [f"rate = learning_rate * {number(schedule.factor or 1.0)} ** ((epoch - 1) // {schedule.every or 1})"]


def _exponential(schedule: Schedule, epochs: int) -> list[str]:
    return [f"rate = learning_rate * {number(schedule.factor or 1.0)} ** (epoch - 1)"]


def _cosine(schedule: Schedule, epochs: int) -> list[str]:
    lowest = schedule.lowest or 0.0
    share = "0.5 * (1 + np.cos(np.pi * done))"
    if lowest:
        share = f"({number(lowest)} + {number(1.0 - lowest)} * {share})"
    return [f"done = min(1, (epoch - 1) / {schedule.epochs or epochs})", f"rate = learning_rate * {share}"]


SCHEDULES = {
    "constant": _constant,
    "step": _step,
    "exponential": _exponential,
    "cosine": _cosine,
    "warmup": _constant,
}
"""How the engine's schedules are written, by name."""


def _batches(subject: Subject, words: Words, update: Sequence[str]) -> list[str]:
    """An update for each batch of an epoch."""
    if subject.batch_size is None:
        return ["x, y = x_train, y_train", *update]
    if not subject.experiment.training.shuffle:
        batch = ["batch = slice(start, start + batch_size)"]
    else:
        batch = [f"batch = {words.picked.format(places='order[start : start + batch_size]')}"]
    return [
        *(["order = shuffling.permutation(len(x_train))"] if subject.experiment.training.shuffle else []),
        "for start in range(0, len(x_train), batch_size):",
        *indented([*batch, "x, y = x_train[batch], y_train[batch]", *update]),
    ]


def keeps(subject: Subject, words: Words) -> list[str]:
    """What decides, in an update, which units are kept."""
    lines = []
    for layer in subject.dropped:
        share = subject.architecture.dropout[layer - 1]
        drawn = f"dropping.random(({subject.architecture.widths[layer]}, len(x))).T"
        kept = f"({drawn} >= {number(share)}) / {number(1.0 - share)}"
        lines.append(f"keep{layer} = {words.array.format(array=kept)}")
    return ["# Dropout: which units are kept; those are made stronger instead.", *lines, ""] if lines else []


def _epoch_end(subject: Subject, words: Words) -> list[str]:
    """The losses after an epoch, and whether it goes on."""
    lines = [
        "",
        f"if not all({words.finite} for p in parameters):",
        '    raise SystemExit("diverged: the parameters are beyond what numbers can hold")',
        "train_loss = loss(x_train, y_train)",
    ]
    if not subject.validated:
        return [*lines, 'print(f"{train_loss:.17g},")']
    lines += [
        "validation_loss = loss(x_validation, y_validation)",
        'print(f"{train_loss:.17g},{validation_loss:.17g}")',
    ]
    stopping = subject.early_stopping
    if stopping is None:
        return lines
    now = "validation_loss"
    if stopping.monitor == "score":
        now = "now"
        lines.append(f"now = {_watched(subject)}")
    margin = " - min_delta" if stopping.min_delta else ""
    return [
        *lines,
        f"if {now} < best{margin}:",
        f"    best, best_epoch = {now}, epoch",
        *([f"    best_parameters = [{words.copied} for p in parameters]"] if stopping.restore_best else []),
        "elif epoch - best_epoch >= patience:",
        *(indented(words.put_back) if stopping.restore_best else []),
        "    break",
    ]


def _watched(subject: Subject) -> str:
    """What early stopping watches, turned so that smaller is better."""
    stopping = subject.early_stopping
    if stopping is None or stopping.monitor == "loss":
        return "loss(x_validation, y_validation)"
    sign = "" if subject.examples.task == "regression" else "-"
    return f"{sign}{score_name(subject)}(x_validation, y_validation)"


def _first_best(subject: Subject, words: Words) -> list[str]:
    """The best epoch before the first: the untrained network."""
    stopping = subject.early_stopping
    if stopping is None:
        return []
    return [
        f"best, best_epoch = {_watched(subject)}, 0",
        *([f"best_parameters = [{words.copied} for p in parameters]"] if stopping.restore_best else []),
    ]
