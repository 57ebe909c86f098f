from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QScrollArea

from nnviz.ui.actions.actions import shown_keys
from nnviz.ui.window.actions.stage import STAGE_ACTIONS
from nnviz.ui.window.actions.table import ACTIONS
from nnviz.ui.window.keys_dialog import KeyCap, KeysDialog


def test_it_lists_every_action_that_has_a_key(qtbot, look):
    dialog = KeysDialog(look)
    qtbot.addWidget(dialog)
    specs = [spec for spec in (*ACTIONS, *STAGE_ACTIONS.rows) if spec.keys]
    expected = [(spec.title, shown_keys(spec)) for spec in specs]
    assert [row for row in dialog.listed() if row in expected] == expected
    shown = {label.text() for label in dialog.findChildren(QLabel)}
    assert {spec.title for spec in specs} <= shown
    assert len(dialog.findChildren(KeyCap)) == sum(len(keys) for _, keys in dialog.listed())


def test_it_lists_the_keys_of_the_diagram_too(qtbot, look):
    dialog = KeysDialog(look)
    qtbot.addWidget(dialog)
    assert ["Alt+W"] in [keys for _, keys in dialog.listed()]


def test_when_presenting_the_whole_list_is_on_the_screen(qtbot, look, monkeypatch):
    monkeypatch.setattr(KeysDialog, "_room", lambda dialog: QSize(1216, 644))
    look.set_presenting(True)
    dialog = KeysDialog(look)
    qtbot.addWidget(dialog)
    dialog.show()
    (area,) = dialog.findChildren(QScrollArea)
    page = area.widget().sizeHint()
    assert page.width() < 1216
    assert page.height() < 644


def test_on_a_small_screen_the_whole_list_is_seen_at_the_usual_type(qtbot, look, monkeypatch):
    monkeypatch.setattr(KeysDialog, "_room", lambda dialog: QSize(1216, 644))
    look.set_scale(0.75)
    dialog = KeysDialog(look)
    qtbot.addWidget(dialog)
    dialog.show()
    (area,) = dialog.findChildren(QScrollArea)
    qtbot.waitUntil(lambda: area.widget().height() <= area.viewport().height() and dialog.height() <= 644)


def test_escape_and_f1_close_it(qtbot, look):
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_F1):
        dialog = KeysDialog(look)
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.keyClick(dialog, key)
        assert not dialog.isVisible()


def test_it_grows_with_the_type_but_not_beyond_the_screen(qtbot, look, monkeypatch):
    room = QSize(1824, 986)
    monkeypatch.setattr(KeysDialog, "_room", lambda dialog: room)
    dialog = KeysDialog(look)
    qtbot.addWidget(dialog)
    look.set_scale(0.6)
    dialog.show()
    small = dialog.size()
    look.set_scale(3)
    assert dialog.width() > small.width()
    assert dialog.size() == dialog.size().boundedTo(room)


def test_the_keys_grow_with_the_type(qtbot, look, monkeypatch):
    monkeypatch.setattr(KeysDialog, "_room", lambda dialog: QSize(3000, 2000))
    look.set_scale(0.6)
    dialog = KeysDialog(look)
    qtbot.addWidget(dialog)
    caps = dialog.findChildren(KeyCap)
    small = [cap.height() for cap in caps]
    look.set_scale(1.2)
    assert all(cap.height() > before for cap, before in zip(caps, small, strict=True))
