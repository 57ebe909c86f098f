from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from nnviz.ui.action_table import ACTIONS
from nnviz.ui.actions import shown_keys
from nnviz.ui.keys_dialog import KeyCap, KeysDialog


def test_it_lists_every_action_that_has_a_key(qtbot, look):
    dialog = KeysDialog(look)
    qtbot.addWidget(dialog)
    assert sorted(dialog.listed()) == sorted((spec.title, shown_keys(spec)) for spec in ACTIONS if spec.keys)
    shown = {label.text() for label in dialog.findChildren(QLabel)}
    assert {spec.title for spec in ACTIONS if spec.keys} <= shown
    assert len(dialog.findChildren(KeyCap)) == sum(len(spec.keys) for spec in ACTIONS)


def test_escape_and_f1_close_it(qtbot, look):
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_F1):
        dialog = KeysDialog(look)
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.keyClick(dialog, key)
        assert not dialog.isVisible()


def test_it_grows_with_the_type_but_not_beyond_the_screen(qtbot, look):
    dialog = KeysDialog(look)
    qtbot.addWidget(dialog)
    look.set_scale(0.6)
    dialog.show()
    small = dialog.size()
    look.set_scale(3)
    assert dialog.width() > small.width()
    assert dialog.width() <= dialog.screen().availableSize().width()
    assert dialog.height() <= dialog.screen().availableSize().height()
