"""What the application speaks: Qt's translators, its own texts' and those of Qt's own."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from nnviz.language import SOURCE, translations_into
from nnviz.ui.names.translation import QT_TRANSLATE_NOOP, translate

_ITSELF = QT_TRANSLATE_NOOP("Speaker", "en")
"""Each translation says here which language it is in."""
OF_QT = "qtbase"
"""The file of what Qt itself says: in the menu of a field, on the buttons of a dialog."""


def spoken_language() -> str:
    """The language that is spoken."""
    return translate("Speaker", _ITSELF)


class Speaker:
    """Lets an application speak a language, and then another one. What is said already stays as it was said.

    Attributes:
        language: The one that is spoken.
    """

    def __init__(self, application: QCoreApplication) -> None:
        self._application = application
        self._translators: list[QTranslator] = []
        self.language = SOURCE

    def speak(self, language: str) -> None:
        """From now on, this.

        Raises:
            FileNotFoundError: There are no translations into it.
        """
        file = translations_into(language) if language != SOURCE else None
        for translator in self._translators:
            self._application.removeTranslator(translator)
        self._translators = []
        if file is not None:
            own, of_qt = QTranslator(), QTranslator()
            own.load(str(file))
            of_qt.load(QLocale(language), OF_QT, "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
            for translator in (of_qt, own):
                self._application.installTranslator(translator)
                self._translators.append(translator)
        self.language = language
