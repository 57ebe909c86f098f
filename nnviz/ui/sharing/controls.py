"""What shows a choice, and how its value is read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from PySide6.QtWidgets import QHBoxLayout, QSpinBox, QWidget

from nnviz.ui.look.look import Look
from nnviz.ui.look.plain import plain_tip
from nnviz.ui.sharing.choices import Choice, Flag, Number, OneOf, Several
from nnviz.ui.toolkit.controls import Choice as DropDown
from nnviz.ui.toolkit.controls.check import Check


class Control(NamedTuple):
    """A widget, and what is chosen in it."""

    widget: QWidget
    value: Callable[[], Any]


def control_of(look: Look, choice: Choice, before: Any, changed: Callable[[], None]) -> Control:
    """What shows a choice.

    Args:
        look: How it looks.
        choice: What is asked.
        before: What was chosen the last time; ``None`` where nothing was.
        changed: Hears that the user has chosen.
    """
    match choice:
        case OneOf():
            made = _one_of(look, choice, before, changed)
        case Several():
            made = _several(look, choice, before, changed)
        case Number():
            made = _number(look, choice, before)
        case Flag():
            made = _flag(look, choice, before)
    made.widget.setAccessibleName(choice.label)
    return made


def _one_of(look: Look, choice: OneOf, before: Any, changed: Callable[[], None]) -> Control:
    keys = [key for key, _ in choice.options]
    chosen = before if before in keys else choice.first or keys[0]
    control = DropDown(look, "", choice.options, chosen)
    control.set_key(chosen)
    control.set_spoken_name(choice.label)
    control.picked.connect(lambda _: changed())
    return Control(control, control.key)


def _several(look: Look, choice: Several, before: Any, changed: Callable[[], None]) -> Control:
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(look.px(12))
    checks = {key: Check(look, text) for key, text in choice.options}
    for (key, check), name in zip(checks.items(), choice.names, strict=True):
        check.setAccessibleName(name)
        check.setToolTip(plain_tip(name))
        check.setChecked(before is None or key in before)
        check.toggled.connect(lambda _: changed())
        row.addWidget(check)
    row.addStretch(1)
    return Control(box, lambda: tuple(key for key, check in checks.items() if check.isChecked()))


def _number(look: Look, choice: Number, before: Any) -> Control:
    control = QSpinBox()
    control.setRange(choice.least, choice.most)
    control.setValue(choice.first if before is None else before)
    control.setFont(look.font("body"))
    return Control(control, control.value)


def _flag(look: Look, choice: Flag, before: Any) -> Control:
    control = Check(look, choice.label)
    control.setChecked(choice.first if before is None else before)
    return Control(control, control.isChecked)
