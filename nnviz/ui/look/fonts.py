"""The bundled fonts. Nothing in the window depends on what the system has installed."""

from PySide6.QtGui import QFont, QFontDatabase

from nnviz.resources import resource

TEXT_FAMILY = "Inter"
MONO_FAMILY = "JetBrains Mono"
# Holds what the two others lack, such as ∇, ᵀ and the superscript minus; its advance equals the fixed-width font's.
SYMBOL_FAMILY = "nnviz Symbols"
CHINESE_FAMILY = "Noto Sans SC"

TEXT_FAMILIES = (TEXT_FAMILY, SYMBOL_FAMILY, MONO_FAMILY, CHINESE_FAMILY)
MONO_FAMILIES = (MONO_FAMILY, SYMBOL_FAMILY, TEXT_FAMILY, CHINESE_FAMILY)

_FILES = (
    "Inter-Regular.ttf",
    "Inter-SemiBold.ttf",
    "Inter-Bold.ttf",
    "JetBrainsMono-Regular.ttf",
    "JetBrainsMono-Bold.ttf",
    "nnvizSymbols-Regular.ttf",
    "nnvizSymbols-Bold.ttf",
    "NotoSansSC-Regular.ttf",
    "NotoSansSC-Bold.ttf",
)


def load_fonts() -> None:
    """Make the bundled fonts known to Qt. Wants a QGuiApplication; loading twice does no harm.

    Raises:
        FileNotFoundError: A font is missing.
        RuntimeError: Qt cannot read one.
    """
    for name in _FILES:
        if QFontDatabase.addApplicationFont(str(resource("fonts", name))) < 0:
            raise RuntimeError(f"Qt cannot read the font {name}")
    for family, *rest in (TEXT_FAMILIES, MONO_FAMILIES):
        for fallback in rest:
            if fallback not in QFont.substitutes(family):
                QFont.insertSubstitution(family, fallback)
