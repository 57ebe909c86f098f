"""The tables of actions: what is in them, and that nothing else says otherwise."""

import re
from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence

from nnviz.resources import resource
from nnviz.ui.actions.actions import shown_keys
from nnviz.ui.window.actions.stage import STAGE_ACTIONS
from nnviz.ui.window.actions.table import ACTIONS, GROUPS

README = Path(__file__).parents[4] / "README.md"

KEYS = {
    "play": ("Space",),
    "step": ("Right", "PgDown"),
    "step_back": ("Left", "PgUp"),
    "step_iteration": ("Shift+Right",),
    "step_iteration_back": ("Shift+Left",),
    "step_epoch": ("Ctrl+Right",),
    "home": ("Home",),
    "next_example": ("E",),
    "previous_example": ("Shift+E",),
    "mean_example": ("A",),
    "pin_example": ("P",),
    "grain_iteration": ("1",),
    "grain_phase": ("2",),
    "grain_unit": ("3",),
    "grain_term": ("4",),
    "slower": ("[",),
    "faster": ("]",),
    "train": ("T",),
    "train_slower": ("{",),
    "train_faster": ("}",),
    "reset": ("R",),
    "new_weights": ("Shift+R",),
    "restore_best": ("B",),
    "undo": ("Ctrl+Z",),
    "redo": ("Ctrl+Shift+Z", "Ctrl+Y"),
    "edit_value": ("F2",),
    "freeze": ("F",),
    "silence": ("X",),
    "present": ("F5",),
    "present_from_here": ("Shift+F5",),
    "leave": ("Esc",),
    "theme": ("Ctrl+T",),
    "language": ("Ctrl+L",),
    "larger": ("Ctrl++", "Ctrl+="),
    "smaller": ("Ctrl+-",),
    "normal_size": ("Ctrl+0",),
    "more_digits": ("Ctrl+.",),
    "fewer_digits": ("Ctrl+,",),
    "unit_maps": ("M",),
    "weight_values": ("W",),
    "panel_experiment": ("Ctrl+1",),
    "panel_loss": ("Ctrl+2",),
    "panel_saturation": ("Ctrl+3",),
    "panel_explain": ("C", "Ctrl+4"),
    "panel_data": ("D", "Ctrl+5"),
    "panel_hidden_space": ("H", "Ctrl+6"),
    "panel_gradient_flow": ("G", "Ctrl+7"),
    "panel_units": ("U", "Ctrl+8"),
    "panel_results": ("Y", "Ctrl+9"),
    "panel_landscape": ("V",),
    "panel_code": ("K",),
    "panel_graph": ("N",),
    "seeds": ("Ctrl+Shift+S",),
    "twin": ("Ctrl+Shift+C",),
    "open": ("Ctrl+O",),
    "save": ("Ctrl+S",),
    "edit_data": ("Ctrl+E",),
    "search_settings": ("Ctrl+F", "/"),
    "quit": ("Ctrl+Q",),
    "share": ("Ctrl+Shift+E",),
    "copy_picture": ("Ctrl+C",),
    "share_picture": ("Ctrl+P",),
    "keys": ("F1",),
}
"""What hands have learned, which must not change by the way."""


def test_no_id_and_no_key_stands_twice():
    keys = Counter(QKeySequence(key).toString() for spec in ACTIONS for key in spec.keys)
    assert len({spec.id for spec in ACTIONS}) == len(ACTIONS)
    assert "" not in keys
    assert {key for key, times in keys.items() if times > 1} == set()


@pytest.mark.parametrize("spec", ACTIONS, ids=lambda spec: spec.id)
def test_every_action_has_what_it_needs(spec):
    assert spec.title
    assert spec.tip
    assert sum(spec in group.rows for group in GROUPS) == 1
    assert not spec.icon or resource("icons", f"{spec.icon}.svg")


def test_the_keys_are_those_that_hands_have_learned():
    assert {spec.id: spec.keys for spec in ACTIONS if spec.keys} == KEYS


def test_the_readme_names_no_key_that_is_none():
    section = README.read_text(encoding="utf-8").split("\n## Keys\n", 1)[1].split("\n## ", 1)[0]
    named = [
        key.replace("Page Down", "PgDown").replace("Page Up", "PgUp") for key in re.findall("<kbd>(.*?)</kbd>", section)
    ]
    assert len(named) > 20
    assert set(named) <= {key for spec in (*ACTIONS, *STAGE_ACTIONS.rows) for key in shown_keys(spec)}
