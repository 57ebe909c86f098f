import gc

import pytest
from PySide6.QtCore import QObject

from nnviz.worker.link import ModelLink
from nnviz.worker.threads import work_thread


class Owner(QObject):
    pass


@pytest.mark.parametrize("started", [True, False])
def test_a_thread_ends_with_its_owner(qapp, started):
    owner = Owner()
    thread = work_thread("work", owner)
    if started:
        thread.start()
    del owner
    gc.collect()
    assert not thread.isRunning()


def test_a_link_that_goes_unclosed_takes_its_thread_along(qapp):
    link = ModelLink()
    thread = link._thread
    assert thread.isRunning()
    del link
    gc.collect()
    assert thread.isFinished()
