"""The place in time, and the means to move it."""

from nnviz.ui.transport.phase_strip import PhaseStrip
from nnviz.ui.transport.transport import Transport

__all__ = ["PhaseStrip", "Transport"]
