"""What can go wrong, in words that a user understands."""

from __future__ import annotations

from nnviz.said import joined, said


class NnvizError(Exception):
    """The root of every error that nnviz raises on purpose; its text is one line made for the user.

    Args:
        text: The line; with its template and values, so that it can be said in another language.
    """

    def __init__(self, text: str = "") -> None:
        self.text = text
        super().__init__(text)


class ExperimentError(NnvizError):
    """An experiment that cannot be used: names the file, the field and the reason.

    Args:
        reason: What is wrong, for example ``expected a number > 0, got "fast"``.
        field: The field in dots, for example ``training.learning_rate``; empty for the whole file.
        source: The file or the built-in name; empty when the text came from elsewhere.
    """

    def __init__(self, reason: str, field: str = "", source: str = "") -> None:
        self.reason = reason
        self.field = field
        self.source = source
        super().__init__(joined(": ", source, field, reason))

    def within(self, source: str) -> ExperimentError:
        """The same error with the file it was found in."""
        return ExperimentError(self.reason, self.field, source)


class PlaceError(NnvizError):
    """A place in time, a unit or a weight that the network at hand does not have.

    Args:
        reason: What is wrong.
        part: Of a place in an iteration, what is wrong: ``phase``, ``unit`` or ``term``; empty for anything else.
    """

    def __init__(self, reason: str, part: str = "") -> None:
        self.part = part
        super().__init__(reason)


def beyond_the_end(iterations: int, message: str) -> PlaceError:
    """What is wrong with an iteration that a run does not come to.

    Args:
        iterations: How many it has.
        message: Why it ends there.
    """
    return PlaceError(
        said("Engine", "the run ends after {iteration} iterations: {message}").format(
            iteration=iterations, message=message
        )
    )


def check_counted(things: str, place: int, number: int, part: str = "") -> None:
    """Refuse a place that is not among so many.

    Args:
        things: What is counted from 0, in the plural.
        place: Which one is asked for.
        number: How many there are.
        part: As ``PlaceError`` has it.

    Raises:
        PlaceError: Saying from where to where they count.
    """
    if not 0 <= place < number:
        counted = said("Engine", "{things} count from 0 to {highest}, got {place}")
        raise PlaceError(counted.format(things=things, highest=number - 1, place=place), part)
