import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMainWindow, QMenu

from nnviz.ui.actions.actions import Actions, shown_keys, tool_tip
from nnviz.ui.actions.spec import ActionGroup, Command, Switch
from nnviz.ui.window.actions.table import ACTIONS, GROUPS
from tests.ui.actions.idle import idle_actions

SPECS = {spec.id: spec for spec in ACTIONS}


def test_a_key_asks_for_its_action(qtbot, look):
    window = QMainWindow()
    qtbot.addWidget(window)
    actions = idle_actions(look, window)
    actions.attach(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    with qtbot.waitSignal(actions["step"].triggered, timeout=1000):
        qtbot.keyClick(window, Qt.Key.Key_Right)
    with qtbot.waitSignal(actions["new_weights"].triggered, timeout=1000):
        qtbot.keyClick(window, Qt.Key.Key_R, Qt.KeyboardModifier.ShiftModifier)


def test_a_row_is_asked_with_what_it_acts_on_and_a_switch_with_what_it_is_now(look):
    rows = (
        Command(id="more", title="More", tip="One more", slot=lambda told: told.append("more")),
        Switch(id="loud", title="Loud", tip="Loudly", slot=lambda told, loud: told.append(loud)),
    )
    told = []
    actions = Actions(look, [ActionGroup("Told", rows)], told)
    for asked in ("more", "loud", "more", "loud"):
        actions[asked].trigger()
    assert told == ["more", True, "more", False]


def test_tool_tips_name_the_key():
    assert tool_tip(SPECS["train"]).endswith("(T)")
    assert tool_tip(SPECS["step_iteration"]).endswith("(Shift+→)")
    assert tool_tip(SPECS["reduced_motion"]) == SPECS["reduced_motion"].tip
    assert shown_keys(SPECS["larger"]) == ["Ctrl++", "Ctrl+="]


def test_the_menu_holds_every_action_once(qtbot, look):
    menu = QMenu()
    qtbot.addWidget(menu)
    actions = idle_actions(look)
    actions.fill_menu(menu)
    held = [action.objectName() for entry in menu.actions() for action in entry.menu().actions()]
    assert held == [spec.id for spec in ACTIONS]
    assert [entry.text() for entry in menu.actions()] == [group.title for group in GROUPS]


def test_the_menus_icons_follow_the_theme(qtbot, look):
    menu = QMenu()
    qtbot.addWidget(menu)
    actions = idle_actions(look)
    actions.fill_menu(menu)
    keys = []
    for theme in ("light", "dark"):
        look.set_theme(theme)
        menu.popup(QPoint(0, 0))
        keys.append(actions["play"].icon().cacheKey())
        menu.close()
    assert 0 not in keys and keys[0] != keys[1]


def test_an_unknown_action_is_an_error(look):
    with pytest.raises(KeyError):
        idle_actions(look)["fly"]
