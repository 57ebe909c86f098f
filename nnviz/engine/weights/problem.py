"""What is wrong with a file of weights."""

from __future__ import annotations

import re

from nnviz.engine.errors import NnvizError
from nnviz.engine.names import shown
from nnviz.said import joined


class WeightsError(NnvizError):
    """A file of weights that cannot be read, or weights that cannot be written: names the tensor and the reason.

    Args:
        reason: What is wrong.
        part: The tensor, or the node of a graph, where it is wrong; empty for the whole file.
    """

    def __init__(self, reason: str, part: str = "") -> None:
        super().__init__(joined(": ", plain_name(part) if part else "", reason))


def plain_name(name: str) -> str:
    """A tensor's name as a message has it: as it is where it is an ordinary one."""
    return name if re.fullmatch(r"[\w.:/-]{1,60}", name) else shown(name)
