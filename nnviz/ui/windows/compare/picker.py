"""The row in which the user picks what the right side does otherwise."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from nnviz.engine.experiment import Experiment
from nnviz.ui.look.look import Look
from nnviz.ui.look.plain import plain_tip
from nnviz.ui.toolkit.controls import Button, Choice, Text
from nnviz.ui.windows.compare.offers import Offer, kinds, offers


class DifferencePicker(QWidget):
    """A list of kinds of changes, and a button for each change of the kind that is chosen.

    Choosing a kind asks for its first change that can be made. A change that cannot be made is greyed out, and its tool
    tip says why.

    Signals:
        picked(Experiment): The right side is to be this one.
    """

    picked = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._left: Experiment | None = None
        self._right: Experiment | None = None
        self.words = Text(look, tone="muted")
        self.kind = Choice(look, "", kinds())
        self.kind.set_spoken_name(self.tr("What to change on the right"))
        self.buttons: list[Button] = []
        self.offers: list[Offer] = []
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.words)
        self._row.addWidget(self.kind)
        self._row.addStretch(1)
        self._offer()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.kind.picked.connect(lambda _: self._on_kind())
        look.changed.connect(self._restyle)
        self._restyle()

    def show_pair(self, left: Experiment, right: Experiment, kind: str | None = None) -> None:
        """Offer changes of the left one, and mark that which the right one is."""
        self._left, self._right = left, right
        if kind is not None:
            self.kind.set_key(kind)
        elif not self._is_offered(self.kind.key()):
            found = next((key for key, _ in kinds() if self._is_offered(key)), self.kind.key())
            self.kind.set_key(found)
        self._offer()

    def _is_offered(self, kind: str) -> bool:
        """Whether one of a kind of changes leads to the right experiment."""
        assert self._left is not None
        return any(offer.experiment == self._right for offer in offers(self._left, kind))

    def _offer(self) -> None:
        for button in self.buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.offers = offers(self._left, self.kind.key()) if self._left is not None else []
        self.buttons = [self._button(offer) for offer in self.offers]
        for place, button in enumerate(self.buttons):
            self._row.insertWidget(2 + place, button)
        possible = self._left is None or any(offer.experiment is not None for offer in self.offers)
        self.words.setText(self.tr("Change on the right:") if possible else self.tr("Cannot change on the right:"))

    def _on_kind(self) -> None:
        """The right one is to differ in what the list says, unless it does so already."""
        self._offer()
        made = [offer.experiment for offer in self.offers if offer.experiment is not None]
        if made and self._right not in made:
            self.picked.emit(made[0])

    def _button(self, offer: Offer) -> Button:
        button = Button(self._look, offer.text, kind="segment", parent=self)
        button.setAccessibleName(f"{dict(kinds())[self.kind.key()]}: {offer.text}")
        button.setCheckable(True)
        button.setChecked(offer.experiment is not None and offer.experiment == self._right)
        button.setEnabled(offer.experiment is not None)
        button.setToolTip(plain_tip(offer.reason))
        button.clicked.connect(partial(self._on_clicked, offer))
        return button

    def _on_clicked(self, offer: Offer) -> None:
        # What is marked follows what is opened.
        self._mark()
        self.picked.emit(offer.experiment)

    def _mark(self) -> None:
        for button, offer in zip(self.buttons, self.offers, strict=True):
            button.setChecked(offer.experiment is not None and offer.experiment == self._right)

    def _restyle(self) -> None:
        px = self._look.px
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(px(8))
        self.words.setVisible(not self._look.presenting)
