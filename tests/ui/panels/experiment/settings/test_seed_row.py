"""The seed's row: what is typed into it is taken or not, and the window has no part in that."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from nnviz.ui.look.look import Look
from nnviz.ui.panels.experiment.settings.seed_row import SeedRow


def test_esc_brings_back_the_seed_and_is_not_the_window_s(qtbot: QtBot, look: Look) -> None:
    window, left = QWidget(), []
    qtbot.addWidget(window)
    action = QAction(window, shortcut="Esc")
    action.triggered.connect(lambda: left.append(True))
    window.addAction(action)
    row = SeedRow(look, "Seed", 0, 99, window)
    QVBoxLayout(window).addWidget(row)
    row.set_value(7)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    field = row.findChild(QLineEdit)
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "42")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert (field.text(), row.value(), left) == ("7", 7, [])
