"""An exception in a method that Qt calls is reported, and Qt gets an answer that it can go on with.

Where Python called into Qt and Qt calls an overridden method, PySide carries an exception back through Qt's own frames.
On Python 3.11 that ends the process (PySide adds to the message of an exception that is not an object yet), and on any
version it strikes in a line that has nothing to do with it. So none leaves an override: it goes to ``sys.excepthook``,
where those of slots and timers arrive as well, and Qt's own method answers in its place.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import wraps
from types import FunctionType

from PySide6.QtCore import QCoreApplication, QRectF
from shiboken6 import Shiboken

VIRTUAL = frozenset(
    {
        *("event", "eventFilter", "viewportEvent", "sceneEvent"),
        *("sizeHint", "minimumSizeHint", "heightForWidth", "hasHeightForWidth"),
        *("paint", "boundingRect", "shape", "itemChange", "drawBackground", "drawForeground"),
        *("focusNextPrevChild", "checkStateSet", "nextCheckState", "hitButton", "stepBy", "stepEnabled"),
        *("validate", "fixup", "textFromValue", "valueFromText"),
        "metric",
        *("rowCount", "columnCount", "data", "setData", "headerData", "flags", "paintSection"),
        *("undo", "redo", "mergeWith", "id", "run"),
    }
)
"""The methods that Qt calls, besides all that end in ``Event``."""

ANSWERS: dict[str, Callable[[], object]] = {
    "boundingRect": QRectF,
    "rowCount": int,
    "columnCount": int,
    "event": bool,
    "eventFilter": bool,
    "setData": bool,
}
"""What is answered where Qt's own method fails too, or is not there, and ``None`` is no answer."""


def is_virtual(name: str) -> bool:
    """Whether Qt calls a method of this name."""
    return name in VIRTUAL or name.endswith("Event")


def guard_overrides() -> None:
    """From now on a class that is made from one of Qt's has its overrides guarded."""
    Shiboken.Object.__init_subclass__ = classmethod(_guard)  # type: ignore[assignment]


def _guard(cls: type[Shiboken.Object], /, **given: object) -> None:
    super(Shiboken.Object, cls).__init_subclass__(**given)
    for name, method in list(vars(cls).items()):
        if isinstance(method, FunctionType) and is_virtual(name) and (native := _native(cls, name)) is not None:
            setattr(cls, name, guarded(method, native))


def _native(cls: type, name: str) -> Callable[..., object] | None:
    """Qt's own method that a class overrides."""
    for base in cls.__mro__[1:]:
        method = vars(base).get(name)
        if method is not None and not isinstance(method, FunctionType):
            return getattr(base, name)
    return None


def guarded(override: Callable[..., object], native: Callable[..., object]) -> Callable[..., object]:
    """An override that raises nothing: what goes wrong in it is reported, and Qt's own method answers."""

    @wraps(override)
    def answer(self: object, *given: object, **named: object) -> object:
        try:
            return override(self, *given, **named)
        except SystemExit as end:
            QCoreApplication.exit(end.code if isinstance(end.code, int) else int(end.code is not None))
        except Exception as error:
            sys.excepthook(type(error), error, error.__traceback__)
        try:
            return native(self, *given)
        except Exception:
            return ANSWERS.get(override.__name__, type(None))()

    return answer
