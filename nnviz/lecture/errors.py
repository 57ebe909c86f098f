"""What can be wrong with a lecture, in one line that names where."""

from __future__ import annotations

from nnviz.engine.errors import NnvizError
from nnviz.said import joined, said


class LectureError(NnvizError):
    """A lecture, or a part of one, that cannot be used: names the file, the scene, the cue, the field and the reason.

    Args:
        reason: What is wrong.
        field: The field in dots, within the cue, the scene or the file.
        cue: The number of the cue, from 1; ``None`` where it is about all of the scene.
        scene: The scene's id, or its number where it has none; empty where it is about the file.
        source: The file or the built-in name.
    """

    def __init__(self, reason: str, field: str = "", cue: int | None = None, scene: str = "", source: str = "") -> None:
        self.reason, self.field, self.cue, self.scene, self.source = reason, field, cue, scene, source
        of_scene = said("Lecture", "scene {scene}").format(scene=scene) if scene else ""
        of_cue = said("Lecture", "cue {cue}").format(cue=cue) if cue is not None else ""
        super().__init__(joined(": ", source, of_scene, of_cue, field, reason))

    def within(self, source: str = "", scene: str = "", cue: int | None = None) -> LectureError:
        """The same error with where it was found; what it knows already stays."""
        return LectureError(
            self.reason,
            self.field,
            self.cue if self.cue is not None else cue,
            self.scene or scene,
            self.source or source,
        )
