"""Where something is to be saved: the system's dialog, and what it does not see to."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from nnviz.shortened import called
from nnviz.ui.look.plain import plain_title
from nnviz.ui.names.translation import translate


class FileKind(NamedTuple):
    """What can be saved: its name on screen, for several files, and what names of such files end in."""

    name: str
    ending: str


def ask_where_to_save(window: QWidget, title: str, proposed: Path, kinds: Sequence[FileKind]) -> Path | None:
    """Let the user choose a file; its name ends as one that can be opened again. ``None`` where they do not.

    Args:
        window: The dialog is its own.
        title: The dialog's.
        proposed: What it begins with.
        kinds: What can be saved, the usual one first. A name that ends in one of them says which is meant.
    """
    filters = [f"{kind.name} (*{kind.ending})" for kind in kinds]
    name, chosen = QFileDialog.getSaveFileName(window, title, str(proposed), ";;".join(filters))
    if not name:
        return None
    path = _with_ending(Path(name), filters.index(chosen) if chosen in filters else 0, [kind.ending for kind in kinds])
    # Of the name that was chosen the dialog has asked.
    if path != Path(name) and os.path.lexists(path) and not _may_replace(window, title, path):
        return None
    return path


def _with_ending(path: Path, chosen: int, endings: Sequence[str]) -> Path:
    ending = path.suffix.lower()
    if chosen and ending == endings[0]:
        # The name that was proposed, with the kind that was chosen.
        return path.with_suffix(endings[chosen])
    # "v1.5" ends in nothing that is opened.
    return path if ending in endings else path.with_name(path.name + endings[chosen])


def _may_replace(window: QWidget, title: str, path: Path) -> bool:
    question = QMessageBox(window)
    question.setWindowTitle(plain_title(title))
    question.setTextFormat(Qt.TextFormat.PlainText)
    question.setText(translate("SaveFile", "There is already a file %1. Replace it?").replace("%1", called(path)))
    replace = question.addButton(translate("SaveFile", "Replace"), QMessageBox.ButtonRole.AcceptRole)
    keep = question.addButton(translate("SaveFile", "Cancel"), QMessageBox.ButtonRole.RejectRole)
    question.setDefaultButton(keep)
    question.exec()
    question.deleteLater()
    return question.clickedButton() is replace
