"""What a scene claims, and what was measured of it on the stage."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QVBoxLayout, QWidget

from nnviz.lecture.claims import COMPARISONS
from nnviz.lecture.values import Claim, Scene
from nnviz.ui.console.words import claim_text
from nnviz.ui.look.look import Look
from nnviz.ui.look.numbers import short
from nnviz.ui.toolkit.controls import Text
from nnviz.ui.toolkit.fitting_label import FittingLabel


class ClaimRows(QWidget):
    """A line each: whether it holds on the stage, by a sign; the claim; the number."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.rows: list[FittingLabel] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        title = Text(look, self.tr("What this scene claims, and what is measured on the stage"), "small", "muted")
        title.setWordWrap(True)
        self._column.addWidget(title)
        look.changed.connect(self._restyle)
        self._restyle()

    def show_claims(self, scene: Scene, measured: Mapping[int, float]) -> None:
        """Say what a scene claims, and what was measured of each, by its number."""
        claims = scene.claims
        while len(self.rows) < len(claims):
            self.rows.append(FittingLabel(self._look, "small", parent=self))
            self._column.addWidget(self.rows[-1])
        for number, row in enumerate(self.rows):
            row.setVisible(number < len(claims))
            if number < len(claims):
                self._show(row, scene, claims[number], measured.get(number))
        self.setVisible(bool(claims))

    def _show(self, row: FittingLabel, scene: Scene, claim: Claim, value: float | None) -> None:
        style = self._look.numbers
        text = claim_text(scene, claim, style)
        if value is None:
            row.set_texts(f"–  {text}", colour="text_muted")
            return
        holds = COMPARISONS[claim.is_](value, claim.bound, claim.tolerance)
        here = short(value, style)
        row.set_texts(f"{'✓' if holds else '✗'}  {here} · {text}", colour="update" if holds else "warning")

    def _restyle(self) -> None:
        self._column.setSpacing(self._look.px(3))
