"""A lecture that is to be given, or toured."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from nnviz.lecture.files import Reading, is_built_in
from nnviz.ui.stage.script import Mark

FIRST = Mark()


@dataclass(frozen=True)
class Giving:
    """Which lecture, from where on, and how.

    Attributes:
        reading: What was read of its file.
        mark: Where to begin.
        language: Of what is said: ``en`` or ``zh``.
        windowed: In the window, not on the full screen.
        tour: Not on the stage: beside the window's controls.
    """

    reading: Reading
    mark: Mark = FIRST
    language: str = "en"
    windowed: bool = False
    tour: bool = False

    @property
    def file(self) -> str:
        """The lecture's file, as it is found from anywhere."""
        return os.path.abspath(self.reading.files[0])

    @property
    def name(self) -> str:
        """What it is found by again: a built-in lecture's name, or its file's."""
        file = Path(self.file)
        return file.stem if is_built_in(file) else file.name
