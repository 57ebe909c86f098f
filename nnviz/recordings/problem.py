"""What is wrong with a recording, or with a loop that is to be recorded."""

from __future__ import annotations

from nnviz.engine.errors import NnvizError
from nnviz.said import joined


class RecordingError(NnvizError):
    """A loop that cannot be recorded, or a recording that cannot be opened: names what is wrong, and where.

    Args:
        reason: What is wrong.
        part: The layer, the tensor or the file where it is; empty for the whole.
    """

    def __init__(self, reason: str, part: str = "") -> None:
        self.reason = reason
        super().__init__(joined(": ", part, reason))

    def within(self, source: str) -> RecordingError:
        """The same error with the file it was found in."""
        return RecordingError(self.text, source)
