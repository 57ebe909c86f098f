import gc
import re
import weakref
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget

import nnviz
from nnviz.ui.toolkit.soon import soon

SOURCES = sorted(Path(nnviz.__file__).parent.rglob("*.py"))
WITH_AN_OWNER = re.compile(r"singleShot\([^,()]+,[^,()]+,")


class Owner(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.done: list[str] = []

    def do(self) -> None:
        self.done.append("done")


def test_it_is_done_in_the_next_turn(qtbot) -> None:
    owner = Owner()
    qtbot.addWidget(owner)
    soon(owner, owner.do)
    assert owner.done == []
    qtbot.waitUntil(lambda: owner.done == ["done"])


@pytest.mark.parametrize("what", [lambda owner: owner.do, lambda owner: owner.update, lambda owner: lambda: owner.do()])
def test_an_owner_that_goes_first_takes_it_along(qtbot, what) -> None:
    owner = Owner()
    gone, done = weakref.ref(owner), owner.done
    soon(owner, what(owner))
    owner.deleteLater()
    del owner
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    waited: list[None] = []
    soon(QApplication.instance(), lambda: waited.append(None))
    qtbot.waitUntil(lambda: waited == [None])
    gc.collect()
    assert gone() is None
    assert done == []


def test_nothing_waits_in_the_way_that_keeps_what_it_was_to_do() -> None:
    assert WITH_AN_OWNER.search("QTimer.singleShot(0, self, self.update)")
    assert SOURCES
    assert [str(file) for file in SOURCES if WITH_AN_OWNER.search(file.read_text(encoding="utf-8"))] == []
