"""What this machine's printer holds."""

import os
from collections.abc import Mapping

from PySide6.QtCore import QLocale

from nnviz.paper import Paper, paper_in

VARIABLES = ("LC_ALL", "LC_PAPER", "LANG")
"""In which a system says where it is, the weightiest first; some have other ways."""


def usual_paper(environment: Mapping[str, str] = os.environ) -> Paper:
    """The paper that is usual where one is, whatever language one speaks."""
    name = next((environment[name] for name in VARIABLES if environment.get(name)), None)
    if name is None:
        return paper_in(QLocale.territoryToCode(QLocale.system().territory()))
    # "en_US.UTF-8"; "C.UTF-8" is nowhere.
    return paper_in(name.partition("_")[2][:2])
