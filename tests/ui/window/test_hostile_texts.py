"""Texts from files that look like what Qt reads: nothing of the window takes them for it."""

import pytest
import tomli_w
from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt
from PySide6.QtGui import QAction, QHelpEvent
from PySide6.QtGui import Qt as Text
from PySide6.QtWidgets import QAbstractItemView, QApplication, QDockWidget, QLabel, QListView, QToolTip, QWidget

TAG = '<img src="nowhere.png">'
TITLE = f"{TAG}<b>x</b> &amp; %1 %2 {{0}} [*] \u202eright 🙂 " + "long " * 400
COLUMNS = (TAG, f"{TAG}%2")
CLASSES = (f"{TAG}yes", f"{TAG}{{0}} & no")


@pytest.fixture
def hostile(tmp_path):
    """An experiment whose every name is hostile, in a file with such a name, on a table with another."""
    table = tmp_path / f"{TAG}.csv"
    quoted = [f'"{name}"' for name in (each.replace('"', '""') for each in (*COLUMNS, *CLASSES, f"{TAG}y"))]
    first, second, yes, no, target = quoted
    rows = [f"{row % 7},{row % 5},{yes if row % 2 else no}" for row in range(60)]
    table.write_text("\n".join([f"{first},{second},{target}", *rows]) + "\n", encoding="utf-8")
    path = tmp_path / f"{TAG}.toml"
    experiment = {
        "title": TITLE,
        "data": {"file": table.name, "target": f"{TAG}y"},
        "network": {"hidden": [3]},
        "training": {"epochs": 3},
    }
    path.write_text(tomli_w.dumps(experiment), encoding="utf-8")
    return path, table


def is_read(text):
    """Whether Qt takes a text of ours for markup: such a text has the tag, and not as the text that it is."""
    return TAG[:8] in text and Text.mightBeRichText(text)


def model_texts(view):
    model = view.model()
    if model is None:
        return
    role = Qt.ItemDataRole.ToolTipRole
    # A list has one column, and no way to ask.
    columns = model.columnCount(QModelIndex()) if not isinstance(view, QListView) else 1
    for column in range(columns):
        yield model.headerData(column, Qt.Orientation.Horizontal, role)
        for row in range(min(model.rowCount(QModelIndex()), 5)):
            yield model.index(row, column).data(role)


def hover_texts(widget):
    """What comes up while the pointer goes over a widget."""
    for x in range(4, widget.width(), max(12, widget.width() // 12)):
        for y in range(4, widget.height(), max(12, widget.height() // 8)):
            QApplication.sendEvent(
                widget, QHelpEvent(QEvent.Type.ToolTip, QPoint(x, y), widget.mapToGlobal(QPoint(x, y)))
            )
            yield QToolTip.text()
    QToolTip.hideText()


def read_texts(top):
    """Every text of a window that Qt would read as markup, by the widget that has it."""
    for widget in (top, *top.findChildren(QWidget)):
        texts = [widget.toolTip(), widget.whatsThis(), widget.statusTip()]
        if isinstance(widget, QLabel) and widget.textFormat() != Qt.TextFormat.PlainText:
            texts.append(widget.text())
        if isinstance(widget, QAbstractItemView):
            texts += [text for text in model_texts(widget) if isinstance(text, str)]
        if widget.isVisible():
            texts += hover_texts(widget)
        yield from ((type(widget).__name__, text[:100]) for text in texts if is_read(text))
    for action in top.findChildren(QAction):
        yield from (("action", text[:100]) for text in (action.toolTip(), action.statusTip()) if is_read(text))


def test_the_window_takes_no_text_of_a_file_for_markup(open_app, qtbot, hostile):
    app = open_app()
    window = app.window
    window.opening.open_file(hostile[0])
    qtbot.waitUntil(lambda: app.controller.run is not None and app.controller.run.experiment.title == TITLE)
    qtbot.waitUntil(lambda: app.controller.idle)
    for dock in window.findChildren(QDockWidget):
        dock.show()
        dock.raise_()
        QApplication.processEvents()
        assert dict.fromkeys(read_texts(dock)) == {}
    assert dict.fromkeys(read_texts(window)) == {}
    # What is not markup is there as it is.
    assert "%1 %2 {0} [*][*]" in window.windowTitle()


def test_the_windows_beside_it_take_none_either(open_app, qtbot, hostile):
    app = open_app()
    window = app.window
    window.opening.open_file(hostile[0])
    qtbot.waitUntil(lambda: app.controller.run is not None and app.controller.run.experiment.title == TITLE)
    window.comparisons.open_seeds()
    window.comparisons.open_twin()
    window.opening.edit_data()
    window.opening.open_file(hostile[1])
    preview = window.opening._preview
    qtbot.waitUntil(lambda: preview.link.idle)
    others = [top for top in QApplication.topLevelWidgets() if top.isWindow() and top is not window]
    assert len(others) >= 4
    for top in others:
        assert dict.fromkeys(read_texts(top)) == {}, type(top).__name__
