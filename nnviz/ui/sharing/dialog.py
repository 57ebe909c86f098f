"""Asks what a form has to be told; then the file is chosen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from nnviz.ui.look.look import Look
from nnviz.ui.look.plain import plain_title
from nnviz.ui.names.translation import translate
from nnviz.ui.sharing.choices import Choice, Flag, OneOf, Several
from nnviz.ui.sharing.controls import Control, control_of
from nnviz.ui.sharing.forms import KIND, Form
from nnviz.ui.sharing.subjects import Screen, Subject
from nnviz.ui.toolkit.controls import Button, Text

SUBJECT = "subject"
"""The choice of what it is made of, where there are several."""
WIDTH = 520


class Asked(NamedTuple):
    """A choice as a row of the dialog."""

    choice: Choice
    label: Text
    control: Control


class ShareDialog(QDialog):
    """The few choices of a form, as they were made the last time.

    Args:
        subjects: Of what it can be made, the likeliest first.
        screen: What is proposed is what is on screen.
        before: What was chosen the last time.

    Signals:
        chosen(Subject, object): The user wants this (``Chosen``).
    """

    chosen = Signal(object, object)

    def __init__(
        self,
        look: Look,
        form: Form,
        subjects: Sequence[Subject],
        screen: Screen,
        before: Mapping[str, Any],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._form, self._subjects = look, form, subjects
        self._screen, self._before = screen, before
        self._subject = subjects[0]
        self._rows: list[Asked] = []
        title = translate("Sharing", form.title)
        self.setWindowTitle(plain_title(title))
        self.heading = Text(look, title, role="title")
        self.tip = Text(look, translate("Actions", form.tip), role="small", tone="muted")
        self.tip.setWordWrap(True)
        self.go_on = Button(look, self.tr("Save as…"), kind="primary")
        self.leave = Button(look, self.tr("Cancel"))
        self.go_on.setDefault(True)
        self.go_on.clicked.connect(self.accept)
        self.leave.clicked.connect(self.reject)
        self.accepted.connect(lambda: self.chosen.emit(self._subject, self.chosen_values()))
        self._grid = QGridLayout()
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.leave)
        buttons.addWidget(self.go_on)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.heading)
        self._column.addWidget(self.tip)
        self._column.addLayout(self._grid)
        self._column.addLayout(buttons)
        self._fill()
        look.changed.connect(self._restyle)
        self._restyle()

    def chosen_values(self) -> dict[str, Any]:
        """What is chosen, of what is asked."""
        values = self._values()
        return {asked.choice.id: values[asked.choice.id] for asked in self._rows if asked.choice.is_asked(values)}

    def control(self, choice: str) -> QWidget:
        """What a choice is made with."""
        return next(asked.control.widget for asked in self._rows if asked.choice.id == choice)

    # ---- the rows ------------------------------------------------------------------------------------------------

    def _fill(self) -> None:
        """A row for each choice; another subject asks for others."""
        for asked in self._rows:
            for widget in (asked.label, asked.control.widget):
                self._grid.removeWidget(widget)
                widget.hide()
                widget.deleteLater()
        self._rows = []
        for choice in (*self._first(), *self._form.choices(self._screen, self._subject.kind)):
            # Yes or no has its name beside it.
            place, label = self._grid.rowCount(), Text(self._look, "" if isinstance(choice, Flag) else choice.label)
            changed = self._take_subject if choice.id == SUBJECT else self._follow
            control = control_of(self._look, choice, self._before.get(choice.id), changed)
            self._grid.addWidget(label, place, 0)
            self._grid.addWidget(control.widget, place, 1)
            self._rows.append(Asked(choice, label, control))
        self._follow()

    def _first(self) -> list[Choice]:
        """Of what, where that can be chosen, and as which kind of file."""
        first: list[Choice] = []
        if len(self._subjects) > 1:
            names = tuple((str(place), subject.name) for place, subject in enumerate(self._subjects))
            here = str(self._subjects.index(self._subject))
            first.append(OneOf(id=SUBJECT, label=self.tr("Of"), options=names, first=here))
        if len(self._form.kinds) > 1:
            kinds = tuple((ending, translate("Sharing", name)) for ending, name in self._form.kinds)
            first.append(OneOf(id=KIND, label=self.tr("As"), options=kinds, first=self._form.usual_kind()))
        return first

    def _take_subject(self) -> None:
        self._subject = self._subjects[int(self._values()[SUBJECT])]
        self._fill()
        self.control(SUBJECT).setFocus()

    def _values(self) -> dict[str, Any]:
        return {asked.choice.id: asked.control.value() for asked in self._rows}

    def _follow(self) -> None:
        """Show what is asked, as things are chosen."""
        values = self._values()
        for asked in self._rows:
            for widget in (asked.label, asked.control.widget):
                widget.setVisible(asked.choice.is_asked(values))
            asked.control.widget.ensurePolished()
        self.go_on.setEnabled(all(values[asked.choice.id] for asked in self._rows if isinstance(asked.choice, Several)))
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        # What is in it knows how large it is once it has its style.
        self._fit()
        super().showEvent(event)

    def _fit(self) -> None:
        """As high as it must be: its tip may need several lines."""
        width = self._look.px(WIDTH)
        self._column.activate()
        self.setFixedSize(width, self._column.totalHeightForWidth(width))

    def _restyle(self) -> None:
        px = self._look.px
        self._column.setContentsMargins(px(22), px(18), px(22), px(18))
        self._column.setSpacing(px(14))
        self._grid.setHorizontalSpacing(px(16))
        self._grid.setVerticalSpacing(px(8))
        self._grid.setColumnStretch(1, 1)
        self._fit()
