"""What this machine's printer holds."""

import pytest
from PySide6.QtCore import QLocale

from nnviz.paper import A4, LETTER, Paper, paper_in
from nnviz.ui.look.paper import usual_paper


@pytest.mark.parametrize(
    ("environment", "paper"),
    [
        ({"LANG": "en_US.UTF-8"}, LETTER),
        ({"LANG": "fr_CA"}, LETTER),
        ({"LANG": "de_AT.UTF-8@euro", "LANGUAGE": "en_US"}, A4),
        ({"LANG": "zh_CN.UTF-8"}, A4),
        ({"LANG": "C.UTF-8"}, A4),
        ({"LANG": "en_US.UTF-8", "LC_PAPER": "de_DE.UTF-8"}, A4),
        ({"LANG": "de_DE.UTF-8", "LC_ALL": "en_US.UTF-8", "LC_PAPER": "de_DE.UTF-8"}, LETTER),
    ],
)
def test_the_usual_paper_is_that_of_where_one_is(environment: dict[str, str], paper: Paper) -> None:
    assert usual_paper(environment) is paper


def test_where_no_variable_says_it_the_system_does() -> None:
    assert usual_paper({"LANG": ""}) is paper_in(QLocale.territoryToCode(QLocale.system().territory()))
