import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent

from nnviz.engine.training.run.evaluation import ClassScores
from nnviz.ui.look.look import Look
from nnviz.ui.panels.results.confusion_cells import ConfusionCells, shade, shares_of
from nnviz.ui.panels.results.confusion_matrix import ConfusionMatrix
from tests.ui.panels.runs import THEMES, colours_in

CONFUSION = np.array([[8, 2, 0], [1, 9, 0], [0, 0, 0]])


def scores(confusion=CONFUSION):
    with np.errstate(all="ignore"):
        precision, recall = confusion.diagonal() / confusion.sum(axis=0), confusion.diagonal() / confusion.sum(axis=1)
    right = confusion.trace() / confusion.sum()
    return ClassScores(np.zeros(20, dtype=np.int64), right, confusion, precision, recall)


@pytest.fixture
def matrix(qtbot, look):
    widget = ConfusionMatrix(look)
    qtbot.addWidget(widget)
    widget.resize(500, 220)
    widget.set_names(("cat", "dog", "emu"))
    widget.show_scores(scores())
    widget.show()
    return widget


def read(matrix, row, column):
    matrix.pointer = matrix.box(row, column).center()
    return dict(matrix.readout())


def test_shares_are_of_a_class():
    shares = shares_of(scores())
    assert shares[0].tolist() == [0.8, 0.2, 0.0]
    assert np.isnan(shares[2]).all()


def test_the_pointer_reads_a_mistake(matrix):
    assert read(matrix, 0, 1) == {
        "true": "cat",
        "predicted": "dog",
        "examples": "2 of 10",
        "of this class": "20.0\u00a0%",
    }


def test_what_is_right_is_read_with_recall_and_precision(matrix):
    said = read(matrix, 1, 1)
    assert (said["examples"], said["recall"], said["precision"]) == ("9 of 10", "90.0\u00a0%", "81.8\u00a0%")


def test_a_class_without_examples_has_dashes(matrix):
    said = read(matrix, 2, 2)
    assert (said["examples"], said["recall"], said["precision"]) == ("0 of 0", "–", "–")


def test_outside_of_the_cells_nothing_is_read(matrix):
    matrix.clearFocus()
    matrix.pointer = QPointF(1.0, 1.0)
    assert matrix.readout() == []


def test_arrow_keys_go_from_cell_to_cell_and_around(qtbot, matrix):
    matrix.setFocus()
    assert matrix.read_cell == (0, 0)
    for key, cell in ((Qt.Key.Key_Right, (0, 1)), (Qt.Key.Key_Down, (1, 1)), (Qt.Key.Key_Up, (0, 1))):
        qtbot.keyClick(matrix, key)
        assert matrix.read_cell == cell
    qtbot.keyClick(matrix, Qt.Key.Key_Left)
    qtbot.keyClick(matrix, Qt.Key.Key_Left)
    assert matrix.read_cell == (0, 2)
    assert "predicted emu" in matrix.accessibleDescription()


def test_it_keeps_the_arrow_keys_only_while_it_has_the_keyboard(matrix):
    for focused in (False, True):
        matrix.setFocus() if focused else matrix.clearFocus()
        event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier)
        event.ignore()
        matrix.event(event)
        assert event.isAccepted() is focused


def luminance(colour):
    channels = np.array(colour.getRgbF()[:3])
    linear = np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)
    return float(linear @ [0.2126, 0.7152, 0.0722])


@pytest.mark.parametrize("theme", THEMES)
def test_numbers_can_be_read_on_every_shade(fonts, theme):
    look = Look(theme)
    for share in (0.0, 0.5, 1.0, float("nan")):
        light, dark = sorted((luminance(look.colour("text")), luminance(shade(look, share))), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= (7.0 if theme == "projector" else 4.5)


def test_larger_cells_are_written_larger(matrix, look):
    cells = ConfusionCells(look, matrix.lettering)
    styles = [cells.style(scores(), *size) for size in ((150, 70), (100, 40), (90, 20), (45, 15), (12, 12))]
    assert styles[0].role == "title" and styles[0].below
    assert styles[1].below and styles[1].role != "title"
    assert styles[2].share and not styles[2].below
    assert not styles[3].share and not styles[3].below
    assert styles[4] is None


def test_cells_are_painted_again_only_when_they_change(matrix, monkeypatch):
    painted = []
    matrix.grab()
    monkeypatch.setattr(matrix, "_paint_cells", lambda painter, size: painted.append(size))
    matrix.grab()
    assert painted == []
    matrix.show_scores(scores(CONFUSION.T))
    matrix.grab()
    assert len(painted) == 1


@pytest.mark.parametrize("classes", [2, 10])
def test_any_number_of_classes_is_painted(qtbot, look, classes):
    widget = ConfusionMatrix(look)
    qtbot.addWidget(widget)
    widget.resize(480, 200)
    widget.set_names(tuple(f"a long name {label}" for label in range(classes)))
    widget.show_scores(scores(np.eye(classes, dtype=np.int64) * 12345))
    assert colours_in(widget) > 20
