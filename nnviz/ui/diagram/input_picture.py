"""The example that is shown as a picture, where the inputs are the pixels of one."""

from __future__ import annotations

import numpy as np
from PySide6.QtGui import QImage

from nnviz.ui.examples.images import picture_of
from nnviz.ui.examples.points import View, view_of
from nnviz.ui.look.theme import Theme
from nnviz.ui.session.moment import Moment
from nnviz.worker.messages import RunInfo


class InputPicture:
    """Makes the picture of a moment's inputs, once for each: what the network is given, as it was before scaling."""

    def __init__(self, run: RunInfo | None = None) -> None:
        self._run = run if run is not None and _has_pixels(run) else None
        self._darkest = 1.0 if self._run is None else float(self._run.examples.raw.max(initial=0.0)) or 1.0
        self._made: tuple[object, QImage] | None = None

    def __bool__(self) -> bool:
        return self._run is not None

    def of(self, moment: Moment, theme: Theme) -> QImage | None:
        """The inputs of the example that is shown, or of the batch's mean; ``None`` where they are no pixels."""
        if self._run is None:
            return None
        x = moment.shown.x[moment.row]
        key = (x.tobytes(), theme.name)
        if self._made is None or self._made[0] != key:
            examples = self._run.examples
            shares = np.asarray(x * examples.deviation + examples.mean) / self._darkest
            self._made = key, picture_of(shares, theme.colour("card"), theme.colour("text"))
        return self._made[1]


def _has_pixels(run: RunInfo) -> bool:
    return view_of(run) is View.IMAGES and run.experiment.data.inputs is None
