"""Another machine: its arithmetic ends in another last digit, as that of another BLAS may."""

import numpy as np

from nnviz.engine.training.timeline.course import Course


def rounds_otherwise(monkeypatch):
    """From here on every update, recorded or not, trained or replayed, ends in another last digit."""
    update = Course.update

    def on_the_other(self, most, *until):
        # One at a time, so that a replay comes to what training came to.
        update(self, 1)
        self.theta[...] = np.nextafter(self.theta, np.inf)

    monkeypatch.setattr(Course, "update", on_the_other)
