"""What every test stands on: no display, one thread for linear algebra, and no warning that nobody expected."""

import gc
import logging
import os
import shutil
import tempfile

# Texts are compared in English, whatever the machine speaks and whoever works there prefers.
os.environ["LANGUAGE"] = "en"
PREFERENCES_OF_NOBODY = os.environ["XDG_CONFIG_HOME"] = tempfile.mkdtemp()
# Both are read when Qt and NumPy are first imported.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
for library in ("OMP", "OPENBLAS", "MKL"):
    os.environ.setdefault(f"{library}_NUM_THREADS", "1")

import pytest

from nnviz.preflight import problem_with_offscreen


@pytest.hookimpl(tryfirst=True)
def pytest_configure() -> None:
    """Say what Qt lacks before pytest-qt imports it."""
    if problem := problem_with_offscreen():
        pytest.exit(problem, returncode=2)


def pytest_unconfigure() -> None:
    """Leave nothing behind."""
    gc.unfreeze()
    gc.enable()
    shutil.rmtree(PREFERENCES_OF_NOBODY, ignore_errors=True)


COLLECTED_EVERY = 40
"""Tests: a full collection takes longer than most of them."""
LOOSENED_EVERY = 10
"""Collections: what is there after one is there for long, and is not looked through again each time."""
COUNTED = pytest.StashKey[int]()


# Cycles are collected between tests, on this thread: a widget that ends on another one ends the process.
gc.disable()


def pytest_collection_finish() -> None:
    """What is imported and collected stays until the end: no collection need go through it again."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(trylast=True)
def pytest_runtest_teardown(item) -> None:
    counted = item.session.stash.get(COUNTED, 0) + 1
    item.session.stash[COUNTED] = counted
    if counted % COLLECTED_EVERY == 0:
        if counted // COLLECTED_EVERY % LOOSENED_EVERY == 0:
            gc.unfreeze()
        gc.collect()
        gc.freeze()


@pytest.fixture
def qtbot(qapp, request):
    """Hands that have time."""
    # It imports Qt, which must have been looked at before.
    from tests.patience import PatientBot

    return PatientBot(request)


class RecordKeeper(logging.Handler):
    """Keeps log records."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@pytest.fixture(autouse=True)
def no_unexpected_log_records(request):
    """Fail a test that logs a warning or worse, unless it asks for ``caplog`` and so looks at the records itself."""
    keeper = RecordKeeper()
    root = logging.getLogger()
    root.addHandler(keeper)
    yield
    root.removeHandler(keeper)
    if keeper.records and "caplog" not in request.fixturenames:
        pytest.fail("\n".join(f"{record.name}: {record.getMessage()}" for record in keeper.records), pytrace=False)
