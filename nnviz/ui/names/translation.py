"""The user's language, for text outside of a widget's class.

pyside6-lupdate reads context and text off the calls by the names that the two functions have here: a call takes both as
literals, and what stands in a table is marked with ``QT_TRANSLATE_NOOP`` and translated where it is shown. Within a
widget's class, ``self.tr`` does it. A helper with another name, or without the context, would lose the text silently.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from nnviz.said import spoken


def translate(context: str, text: str) -> str:
    """The text in the user's language."""
    return QCoreApplication.translate(context, text)


def in_words(text: str) -> str:
    """What the engine, or whoever else knows no Qt, has to say, in the user's language."""
    return spoken(text, translate)


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """The text itself, marked for the translators; Qt's own is typed as an object."""
    return text
