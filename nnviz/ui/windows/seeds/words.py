"""What the strip says of networks, in words."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from nnviz.engine.training.timeline.history import History
from nnviz.ui.look.numbers import NumberStyle, percent, short, whole, written
from nnviz.ui.names.translation import in_words, translate
from nnviz.ui.windows.seeds.multiples import Criterion, Multiple, State

Line = tuple[str, str]


def rate_text(rate: float, style: NumberStyle) -> str:
    """A learning rate with as many digits as it takes."""
    for digits in range(style.digits, 6):
        text = short(rate, replace(style, digits=digits))
        if "×" not in text and math.isclose(float(f"{rate:.{digits}f}"), rate, rel_tol=1e-9):
            return text
    return short(rate, style)


def name_of(multiple: Multiple, style: NumberStyle, of_rate: bool, of_seed: bool) -> str:
    """What tells a network from the others: its seed, its learning rate, or both."""
    parts = []
    if of_rate:
        parts.append(translate("SeedWindow", "rate {}").format(rate_text(multiple.rate, style)))
    if of_seed:
        parts.append(translate("SeedWindow", "seed {}").format(whole(multiple.member.seed)))
    return " · ".join(parts)


def score_text(multiple: Multiple, criterion: Criterion, style: NumberStyle) -> str:
    """What a network is judged by, short."""
    if criterion.measure == "accuracy":
        accuracy = multiple.figure("train", "accuracy")
        if accuracy is None:
            return ""
        # Rounded, it must not seem to be on the other side of the bound.
        whole_percents = (round(accuracy, 2) >= criterion.bound) == (accuracy >= criterion.bound)
        return percent(accuracy, 0 if whole_percents else 1, style)
    loss = multiple.figure("train", "loss")
    return "" if loss is None else short(loss, replace(style, digits=3))


def state_text(state: State) -> str:
    """How far a network has come, in a word or two."""
    return {
        State.WAITING: translate("SeedWindow", "waiting"),
        State.TRAINING: translate("SeedWindow", "training"),
        State.STOPPED: translate("SeedWindow", "stopped before its end"),
        State.SOLVED: translate("SeedWindow", "solved"),
        State.UNSOLVED: translate("SeedWindow", "not solved"),
        State.DIVERGED: translate("SeedWindow", "diverged"),
    }[state]


def chance_text() -> str:
    """What is said of a network that might as well always say the same class."""
    return translate("SeedWindow", "no better than chance")


def criterion_text(criterion: Criterion, style: NumberStyle) -> str:
    """When a network counts as solved."""
    bound = short(criterion.bound, replace(style, digits=max(style.digits, 4)))
    if criterion.measure == "accuracy":
        return translate("SeedWindow", "accuracy ≥ {} on the training part").format(bound)
    return translate("SeedWindow", "loss ≤ {} on the training part").format(bound)


def count_text(multiples: Sequence[Multiple], criterion: Criterion, running: bool) -> str:
    """How many have solved their task, as of now."""
    solved = sum(multiple.solved(criterion) for multiple in multiples)
    text = translate("SeedWindow", "{} of {} solved so far") if running else translate("SeedWindow", "{} of {} solved")
    return text.format(whole(solved), whole(len(multiples)))


def detail_lines(
    multiple: Multiple, state: State, style: NumberStyle, of_rate: bool, of_seed: bool, at_chance: bool = False
) -> tuple[str, list[Line]]:
    """All that is known of a network: a title, and lines of name and number."""
    title = f"{name_of(multiple, style, of_rate, of_seed)}: {state_text(state)}"
    if at_chance:
        title = f"{title}, {chance_text()}"
    history = multiple.history
    if history is None:
        return title, []
    # First: where there is little room, what comes last is left out.
    lines: list[Line] = [(translate("SeedWindow", "weights of"), weights_text(multiple, history))]
    for part, name in (
        ("train", translate("SeedWindow", "training")),
        ("validation", translate("SeedWindow", "validation")),
    ):
        loss, score = multiple.figure(part, "loss"), multiple.figure(part, history.score)
        if loss is not None:
            lines.append((translate("SeedWindow", "{} loss").format(name), written(loss, style)))
        if score is not None:
            label = (
                translate("SeedWindow", "{} accuracy")
                if history.score == "accuracy"
                else translate("SeedWindow", "{} RMSE")
            )
            lines.append((label.format(name), _score(score, history, style)))
    if history.best_epoch is not None and not multiple.best_is_back:
        lines.append((translate("SeedWindow", "best epoch"), whole(history.best_epoch)))
    if history.stop_reason is not None:
        lines.append((translate("SeedWindow", "stopped:"), in_words(history.message)))
    return title, lines


def weights_text(multiple: Multiple, history: History) -> str:
    """Which weights a network's map and figures are of."""
    last = whole(int(history.epochs[-1]))
    if multiple.best_is_back and history.best_epoch is not None:
        return translate("SeedWindow", "best epoch {} of {}").format(whole(history.best_epoch), last)
    return translate("SeedWindow", "last epoch {}").format(last)


def weights_of_all(multiples: Sequence[Multiple]) -> str:
    """Which weights the maps and figures of these networks are of; nothing before there are any."""
    known = [multiple.best_is_back for multiple in multiples if multiple.news is not None]
    if not known:
        return ""
    if all(known):
        return translate("SeedWindow", "maps, scores: best epoch")
    if any(known):
        return translate("SeedWindow", "maps, scores: best epoch if stopped early, else last")
    return translate("SeedWindow", "maps, scores: last epoch")


def summary(title: str, lines: Sequence[Line]) -> str:
    """The same in one line."""
    return " · ".join([title, *(f"{name} {value}" for name, value in lines)])


def time_text(seconds: float) -> str:
    """How long, in a unit that suits it."""
    if seconds < 1.5:
        return translate("SeedWindow", "1 s")
    if seconds < 90:
        return translate("SeedWindow", "{} s").format(round(seconds))
    return translate("SeedWindow", "{} min").format(round(seconds / 60))


def progress_text(ended: int, count: int, epochs_done: int, epochs: int, seconds: float) -> str:
    """How far a sweep has come, and how long it will take yet."""
    share = epochs_done / max(epochs, 1)
    text = translate("SeedWindow", "{} of {} networks finished").format(whole(ended), whole(count))
    if seconds < 0.5 or share < 0.005:
        return text
    return translate("SeedWindow", "{} · about {} left").format(text, time_text(seconds * (1.0 - share) / share))


def _score(score: float, history: History, style: NumberStyle) -> str:
    return percent(score, 1, style) if history.score == "accuracy" else written(score, style)


def promise_text(seeds: int, by_rate: bool) -> str:
    """What Start will bring."""
    if not by_rate:
        return translate(
            "SeedWindow",
            "Press Start: {} networks will be trained here, side by side. They differ only in their seed: other first "
            "weights and other batches, on the same data.",
        ).format(seeds)
    if seeds == 1:
        return translate(
            "SeedWindow",
            "Press Start: a network for each learning rate will be trained here, side by side, all from the same "
            "weights on the same data.",
        )
    return translate(
        "SeedWindow",
        "Press Start: {} networks for each learning rate will be trained here: a row for each rate, a column for "
        "each seed.",
    ).format(seeds)
