"""Moving words apart that would stand on each other."""

from __future__ import annotations

from collections.abc import Sequence


def spread(places: Sequence[float], apart: float, within: tuple[float, float]) -> list[float]:
    """Middles of words in a column, as near to where they are wanted as they can be without touching.

    Args:
        places: Where they are wanted; they keep this order from the top to the bottom.
        apart: How far the middles of two words are apart at the least.
        within: From where to where the column reaches; the words stay inside where there is room for all of them.
    """
    low, high = within[0] + apart / 2.0, within[1] - apart / 2.0
    order = sorted(range(len(places)), key=lambda index: (places[index], index))
    # Words that touch make a group, which stands around the middle of what they want.
    groups: list[list[int]] = []
    for index in order:
        groups.append([index])
        while len(groups) > 1 and _top(groups[-1], places, apart, low, high) < (
            _top(groups[-2], places, apart, low, high) + apart * len(groups[-2])
        ):
            last = groups.pop()
            groups[-1] += last
    result = [0.0] * len(places)
    for group in groups:
        top = _top(group, places, apart, low, high)
        for number, index in enumerate(group):
            result[index] = top + apart * number
    return result


def _top(group: Sequence[int], places: Sequence[float], apart: float, low: float, high: float) -> float:
    """Where the first word of a group stands."""
    reach = apart * (len(group) - 1)
    middle = sum(places[index] for index in group) / len(group)
    return max(min(middle - reach / 2.0, high - reach), low)
