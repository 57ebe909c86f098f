import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from nnviz.ui.toolkit.scrolling import scrolling

ROW = 30


@pytest.fixture
def area(qtbot):
    content = QWidget()
    column = QVBoxLayout(content)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for place in range(12):
        label = QLabel(f"row {place}")
        label.setFixedHeight(ROW)
        column.addWidget(label)
    area = scrolling(content)
    qtbot.addWidget(area)
    area.resize(200, 100)
    area.show()
    return area


def cut_at_the_end(area):
    """The rows that are seen in part at the lower end."""
    port = area.viewport()
    tops = {label.text(): label.mapTo(port, QPoint()).y() for label in area.findChildren(QLabel)}
    return [text for text, top in tops.items() if top < port.height() < top + ROW]


@pytest.mark.parametrize("height", [100, 119, 120, 133, 149, 200])
def test_it_ends_with_a_whole_row_however_far_one_scrolls(area, height):
    area.resize(200, height)
    QApplication.processEvents()
    bar = area.verticalScrollBar()
    for value in range(0, bar.maximum() + 1, 7):
        bar.setValue(value)
        assert cut_at_the_end(area) == []
    bar.setValue(bar.maximum())
    QApplication.processEvents()
    last = area.findChildren(QLabel)[-1]
    assert last.mapTo(area, QPoint()).y() + ROW <= area.height() and bar.value() == bar.maximum()


def test_who_scrolls_elsewhere_with_each_range_is_no_circle_without_end(area):
    bar, places = area.verticalScrollBar(), []

    def scroll():
        # What is to be seen is elsewhere when more or less room is left for it.
        places.append(2 * ROW - 10 if area.viewportMargins().bottom() else 0)
        bar.setValue(places[-1])

    area.resize(200, 119)
    QApplication.processEvents()
    bar.rangeChanged.connect(scroll)
    for height in (100, 130, 100):
        area.resize(200, height)
        QApplication.processEvents()
    assert 0 < len(places) < 40


def test_what_fits_whole_has_all_the_room(area):
    area.resize(200, 12 * ROW)
    QApplication.processEvents()
    assert area.viewport().height() == 12 * ROW and not area.verticalScrollBar().isVisible()


def test_a_row_that_is_higher_than_a_part_of_the_area_is_shown_as_far_as_there_is_room(area):
    area.resize(200, 55)
    QApplication.processEvents()
    assert area.viewport().height() == 55


def test_nothing_beside_a_row_is_cut_for_its_sake(qtbot):
    content = QWidget()
    content.setFixedHeight(400)
    for text, left, top, high in (("row", 0, 80, 60), ("beside", 100, 20, 80)):
        label = QLabel(text, content)
        label.setGeometry(left, top, 90, high)
    area = scrolling(content)
    qtbot.addWidget(area)
    area.resize(200, 120)
    area.show()
    QApplication.processEvents()
    assert area.viewport().height() == 120
