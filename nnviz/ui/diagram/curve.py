"""The one curve that every edge follows: it leaves and arrives level, and never turns back.

An edge from (x0, y0) to (x1, y1) is the cubic whose inner control points stand halfway at the two heights. Seen as a
function of ``u`` from 0 to 1 along x, its height is ``y0 + (y1 - y0) * rise(u)``.
"""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath

from nnviz.engine.types import Array

_T = np.linspace(0.0, 1.0, 1025)
_ALONG = _T * (1.5 - 1.5 * _T + _T * _T)
_RISE = _T * _T * (3.0 - 2.0 * _T)
_SLOPE = 6.0 * _T * (1.0 - _T) / (1.5 - 3.0 * _T + 3.0 * _T * _T)


def rise(u: Array | float) -> Array:
    """How much of the way up an edge has come at ``u`` along it."""
    return np.asarray(np.interp(u, _ALONG, _RISE))


def rise_slope(u: Array | float) -> Array:
    """The derivative of ``rise``: 0 at both ends, 2 in the middle."""
    return np.asarray(np.interp(u, _ALONG, _SLOPE))


def edge_path(start: QPointF, end: QPointF) -> QPainterPath:
    """The same curve as a path."""
    middle = (start.x() + end.x()) / 2.0
    path = QPainterPath(start)
    path.cubicTo(QPointF(middle, start.y()), QPointF(middle, end.y()), end)
    return path
