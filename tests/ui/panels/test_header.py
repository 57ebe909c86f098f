"""What the header of a panel holds is for who works in it, not for the audience."""

import pytest
from PySide6.QtCore import QEvent, QPointF
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nnviz.ui.look.look import Look
from nnviz.ui.panels.loss.panel import LossPanel


def test_it_is_folded_away_while_presenting_unless_somebody_reaches_for_it(
    qtbot: QtBot, look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel = LossPanel(look)
    qtbot.addWidget(panel)
    panel.show()
    assert panel.headline.isVisible()
    look.set_presenting(True)
    assert not panel.headline.isVisible()
    monkeypatch.setattr(panel, "underMouse", lambda: True)
    QApplication.sendEvent(panel, QEnterEvent(QPointF(), QPointF(), QPointF()))
    assert panel.headline.isVisible()
    monkeypatch.undo()
    QApplication.sendEvent(panel, QEvent(QEvent.Type.Leave))
    assert not panel.headline.isVisible()
    look.set_presenting(False)
    assert panel.headline.isVisible()
