"""Text of unknown origin, shown as it is: titles, names of columns and files may look like anything that Qt reads."""

from collections.abc import Iterable
from html import escape

from PySide6.QtGui import Qt

from nnviz.shortened import shortened

LONGEST_TIP = 2000
"""Characters of a tool tip, which is as wide as it likes."""


def plain_tip(text: str) -> str:
    """A text for a tool tip. Qt takes one for rich text where it looks like it, and reads the files that it names."""
    text = shortened(text, LONGEST_TIP)
    return Qt.convertFromPlainText(text) if Qt.mightBeRichText(text) else text


def table_tip(title: str, rows: Iterable[tuple[str, str]], foot: str) -> str:
    """A text for a tool tip that is a small table, names left and values right."""
    table = "".join(
        f"<tr><td>{escape(name)}&nbsp;&nbsp;</td><td align='right'>{escape(value)}</td></tr>" for name, value in rows
    )
    return f"<b>{escape(title)}</b><table>{table}</table>{escape(foot)}"


def plain_name(text: str) -> str:
    """A text for a button or an entry of a menu, where ``&`` would be taken for the sign of its key."""
    return text.replace("&", "&&")


def plain_title(text: str) -> str:
    """A text for a window's title, in one line, where ``[*]`` would be taken for the sign of what is not saved."""
    return " ".join(text.split()).replace("[*]", "[*][*]")
