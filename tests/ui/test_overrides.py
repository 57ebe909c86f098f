import sys
from types import FunctionType

import pytest
from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QSize, Qt
from PySide6.QtWidgets import QGraphicsItem, QWidget
from shiboken6 import Shiboken

from nnviz.ui.overrides import is_virtual


@pytest.fixture
def heard(monkeypatch):
    errors = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, trace: errors.append(error))
    return errors


class Faulty(QWidget):
    def sizeHint(self):
        return [].pop()

    def resizeEvent(self, event):
        [].pop()

    def event(self, event):
        super().event(event)
        return [].pop()


class FaultyModel(QAbstractTableModel):
    def rowCount(self, parent=QModelIndex()):  # noqa: B008
        return [].pop()

    def columnCount(self, parent=QModelIndex()):  # noqa: B008
        return 2

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        return [].pop()


class FaultyItem(QGraphicsItem):
    def boundingRect(self):
        return [].pop()

    def paint(self, painter, option, widget=None):
        [].pop()


@pytest.fixture
def widget(qapp, heard):
    widget = Faulty()
    yield widget
    # While its faults are heard.
    Shiboken.delete(widget)


def test_qt_answers_where_an_override_raises(widget, heard):
    assert widget.sizeHint() == QSize(-1, -1)
    assert {type(error) for error in heard} == {IndexError}


def test_an_exception_in_a_handler_that_python_called_through_qt_strikes_nowhere_else(widget, heard):
    widget.show()
    widget.resize(200, 100)
    widget.repaint()
    assert widget.size() == QSize(200, 100)
    assert {type(error) for error in heard} == {IndexError}


def test_where_qt_has_no_answer_there_is_an_empty_one(qapp, heard):
    model, item = FaultyModel(), FaultyItem()
    assert (model.rowCount(), model.columnCount(), model.data(QModelIndex())) == (0, 2, None)
    assert item.boundingRect().isEmpty()
    assert item.paint(None, None) is None
    assert len(heard) == 4


def test_the_way_out_is_a_request_to_qt(qapp, heard, monkeypatch):
    ends = []
    monkeypatch.setattr(QCoreApplication, "exit", ends.append)

    class Leaving(QWidget):
        def sizeHint(self):
            sys.exit(3)

    assert Leaving().sizeHint() == QSize(-1, -1)
    assert (ends, heard) == ([3], [])


def made_of_qts(base=Shiboken.Object):
    for cls in type.__subclasses__(base):
        yield cls
        yield from made_of_qts(cls)


def test_the_classes_of_the_window_and_of_the_plots_are_guarded(open_app):
    open_app()
    classes = [cls for cls in made_of_qts() if cls.__module__.split(".")[0] in {"nnviz", "pyqtgraph"}]
    assert len(classes) > 100
    naked = [
        f"{cls.__module__}.{cls.__qualname__}.{name}"
        for cls in classes
        for name, method in vars(cls).items()
        if isinstance(method, FunctionType) and is_virtual(name) and not hasattr(method, "__wrapped__")
        # Not of Qt's, only called alike: pyqtgraph hands its mouse events on by itself.
        if any(name in vars(base) for base in cls.__mro__ if base.__module__.startswith("PySide6"))
    ]
    assert naked == []


def test_all_that_the_window_overrides_is_known(open_app):
    """A method of Qt's that a class of the window has again is one that Qt calls, or one of those few."""
    open_app()
    unknown = {
        name
        for cls in made_of_qts()
        if cls.__module__.startswith("nnviz.")
        for name, method in vars(cls).items()
        if isinstance(method, FunctionType) and not name.startswith("__") and not is_virtual(name)
        if any(name in vars(base) for base in cls.__mro__ if base.__module__.startswith("PySide6"))
    }
    # Who says a text says it to ours: Qt sets none by itself.
    assert unknown <= {"accept", "setText"}
