"""The language of the command line. English asks for nothing; for another one Qt's translators are read."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress

from nnviz.language import SOURCE, language_of, remembered_language
from nnviz.said import spoken

OPTION = "--language"


def in_words(text: object) -> str:
    """A text in the language that is spoken."""
    return spoken(text, _translate)


def _translate(context: str, text: str) -> str:
    core = sys.modules.get("PySide6.QtCore")
    return str(core.QCoreApplication.translate(context, text)) if core is not None else text


def without_language(words: Sequence[str]) -> tuple[list[str], str | None]:
    """The words of a command without ``--language X``, wherever it stands among them, and X.

    What comes after ``--`` is no option. A word that is missing is left for the command to complain of.
    """
    left, asked = list(words), None
    end = left.index("--") if "--" in left else len(left)
    for place in reversed(range(end)):
        word, equals, value = left[place].partition("=")
        if word != OPTION:
            continue
        if equals:
            asked = asked if asked is not None else value
            del left[place]
        elif place + 1 < len(left):
            asked = asked if asked is not None else left[place + 1]
            del left[place : place + 2]
    return left, asked


@contextmanager
def speaking(asked: str | None) -> Iterator[str]:
    """Meanwhile the language is spoken that is asked for, else the one chosen last, else the system's: which is given.

    Where Qt is not installed, that is English.
    """
    language = language_of(asked, remembered_language())
    if language == SOURCE:
        yield language
        return
    with suppress(ImportError):
        from PySide6.QtCore import QCoreApplication

        from nnviz.ui.names.speaker import Speaker

        # Until a window is made, which wants an application of its own.
        application = QCoreApplication.instance() or QCoreApplication(["nnviz"])
        speaker = Speaker(application)
        speaker.speak(language)
    yield language
