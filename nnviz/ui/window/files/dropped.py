"""What a file is that somebody drops on the window: told by its ending, before anything is read."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from nnviz.engine.data.tables.reading import TABLE_ENDINGS
from nnviz.recordings import ENDING as RECORDING_ENDING
from nnviz.sessions.session import ENDING as SESSION_ENDING
from nnviz.shortened import called
from nnviz.ui.names.translation import translate


@dataclass(frozen=True)
class Dropped:
    """What is to be done with a file.

    Attributes:
        refusal: Why nothing is, in a sentence; empty otherwise.
    """

    kind: Literal["experiment", "session", "recording", "table", "refused"]
    path: Path
    refusal: str = ""


def dropped(path: Path) -> Dropped:
    """What a file is: an experiment, a table, or nothing that nnviz reads."""
    ending, name = path.suffix.lower(), called(path)
    if ending == ".toml":
        return Dropped("experiment", path)
    if ending == SESSION_ENDING:
        return Dropped("session", path)
    if ending == RECORDING_ENDING:
        return Dropped("recording", path)
    if ending in TABLE_ENDINGS:
        return Dropped("table", path)
    if ending == ".xls":
        text = translate("Dropped", "“{}” is an Excel file of the old kind: save it as .xlsx or as .csv.")
    elif not ending:
        text = translate(
            "Dropped",
            "“{}” has no ending: nnviz opens experiments (.toml), sessions (.nnviz), recordings (.nnviz-run) "
            "and tables (.csv, .tsv, .xlsx).",
        )
    else:
        text = translate(
            "Dropped",
            "“{}” is neither an experiment (.toml) nor a session (.nnviz) nor a recording (.nnviz-run) nor a table "
            "(.csv, .tsv, .xlsx).",
        )
    return Dropped("refused", path, text.format(name))
