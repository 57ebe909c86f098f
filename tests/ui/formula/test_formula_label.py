"""One formula: as text at first, typeset as soon as it can be."""

from PySide6.QtCore import QEvent, QObject

from nnviz.ui.formula.formula_label import FormulaLabel
from nnviz.ui.formula.typeset import Typesetter


class Paints(QObject):
    """Notes of each painting of a label whether its formula was typeset by then."""

    def __init__(self, label):
        super().__init__(label)
        self.typeset = []
        label.installEventFilter(self)

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            self.typeset.append(watched.is_typeset())
        return False


def test_a_formula_is_painted_anew_once_it_can_be_typeset(qtbot, look):
    typesetter = Typesetter(look)
    label = FormulaLabel(look, typesetter)
    qtbot.addWidget(label)
    paints = Paints(label)
    label.resize(300, 80)
    label.show()
    label.set_formula(r"h = \tanh(z)", "h = tanh(z)")
    qtbot.waitUntil(lambda: bool(paints.typeset))
    assert not paints.typeset[0]
    qtbot.waitUntil(lambda: paints.typeset[-1])
    typesetter.close()
