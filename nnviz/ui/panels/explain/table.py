"""The explanations, a row for each. Adding one is a file and a row."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from nnviz.ui.look.look import Look
from nnviz.ui.names.translation import QT_TRANSLATE_NOOP
from nnviz.view import PageName

if TYPE_CHECKING:
    from nnviz.ui.panels.explain.page import Page

# A page is read when it is first opened: five of the six are not needed for the first picture.


def _chain(look: Look) -> Page:
    from nnviz.ui.panels.explain.chain_rule_page import ChainRulePage

    return ChainRulePage(look)


def _nudge(look: Look) -> Page:
    from nnviz.ui.panels.explain.nudge_page import NudgePage

    return NudgePage(look)


def _update(look: Look) -> Page:
    from nnviz.ui.panels.explain.update_page import UpdatePage

    return UpdatePage(look)


def _blame(look: Look) -> Page:
    from nnviz.ui.panels.explain.blame_page import BlamePage

    return BlamePage(look)


def _curve(look: Look) -> Page:
    from nnviz.ui.panels.explain.curve_page import CurvePage

    return CurvePage(look)


def _matrix(look: Look) -> Page:
    from nnviz.ui.panels.explain.matrix_page import MatrixPage

    return MatrixPage(look)


@dataclass(frozen=True)
class PageRow:
    """An explanation.

    Attributes:
        id: What views call it.
        title: What its tab says, before translation.
        about: What must be picked for it to have something to say.
        make: Makes the page.
    """

    id: PageName
    title: object
    about: Literal["weight", "unit", "either"]
    make: Callable[[Look], Page]


PAGES: tuple[PageRow, ...] = (
    PageRow("chain", QT_TRANSLATE_NOOP("ExplainPanel", "Chain rule"), "weight", _chain),
    PageRow("nudge", QT_TRANSLATE_NOOP("ExplainPanel", "Nudge"), "weight", _nudge),
    PageRow("update", QT_TRANSLATE_NOOP("ExplainPanel", "Update"), "weight", _update),
    PageRow("blame", QT_TRANSLATE_NOOP("ExplainPanel", "Blame"), "unit", _blame),
    PageRow("curve", QT_TRANSLATE_NOOP("ExplainPanel", "Curve"), "unit", _curve),
    PageRow("matrix", QT_TRANSLATE_NOOP("ExplainPanel", "Matrix"), "either", _matrix),
)
"""In the order of their tabs."""
