import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from nnviz.ui.toolkit.claimed_keys import claims_key


def key(kind):
    event = QKeyEvent(kind, Qt.Key.Key_Left, Qt.KeyboardModifier.NoModifier)
    event.ignore()
    return event


def test_a_key_that_the_widget_means_is_taken_before_the_window_does():
    event = key(QEvent.Type.ShortcutOverride)
    assert claims_key(event, lambda asked: asked.key() == Qt.Key.Key_Left)
    assert event.isAccepted()


@pytest.mark.parametrize(("kind", "meant"), [(QEvent.Type.ShortcutOverride, False), (QEvent.Type.KeyPress, True)])
def test_any_other_event_is_left_alone(kind, meant):
    event = key(kind)
    assert not claims_key(event, lambda _: meant)
    assert not event.isAccepted()
