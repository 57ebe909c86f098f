"""The computation graph: one example's loss, scalar by scalar, forward and backward as one steps."""

from __future__ import annotations

import math

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nnviz.engine.analysis.scalar_graph import Node, scalar_graph
from nnviz.engine.errors import PlaceError
from nnviz.engine.training.record.iteration import Iteration
from nnviz.engine.training.record.phases import Work
from nnviz.ui.look.look import Look
from nnviz.ui.look.numbers import whole, written
from nnviz.ui.names.symbols import Names
from nnviz.ui.names.translation import in_words
from nnviz.ui.panels.graph.picture import GraphPicture, Shown
from nnviz.ui.panels.graph.room import GraphRoom
from nnviz.ui.panels.live_panel import LivePanel
from nnviz.ui.panels.panel import PanelHost
from nnviz.ui.session.moment import Moment, Selection
from nnviz.ui.toolkit.fitting_label import FittingLabel


class GraphPanel(LivePanel[None]):
    """Each node with its value and, once the backward pass has come to it, its derivative; a click picks what it is of.

    Signals:
        selection_changed(Selection): The user picked a weight, a bias or a unit.
    """

    selection_changed = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, self.tr("Computation graph"), parent)
        self._graph: tuple[Iteration, int, tuple[Node, ...]] | None = None
        self.picture = GraphPicture(look)
        self.room = GraphRoom(self.picture)
        self.caption = FittingLabel(look)
        self.header.addStretch(1)
        self._stack = QVBoxLayout()
        self._stack.addWidget(self.room, 1)
        self._stack.addWidget(self.caption)
        self._stack.addWidget(self.empty, 1)
        self.body.addLayout(self._stack, 1)
        self.picture.picked.connect(self._on_picked)
        self._start(offset=5 / 6)
        self._bring_up_to_date()

    def connect_to(self, host: PanelHost) -> None:
        self.selection_changed.connect(host.select)

    # ---- bringing it up to date ----------------------------------------------------------------------------------

    def _bring_up_to_date(self) -> None:
        moment, trouble = self._moment, ""
        if moment is None:
            trouble = self.tr("The loss of one example appears here as a graph of single numbers, from inputs to loss.")
        else:
            try:
                self._show(moment)
            except PlaceError as error:
                trouble = self.tr("No graph: {}. A network of 2-2-1 units has one that can be read.").format(
                    in_words(error.text)
                )
        self.empty.setText(trouble)
        self.empty.setVisible(bool(trouble))
        for widget in (self.room, self.picture, self.caption):
            widget.setVisible(not trouble)

    def _show(self, moment: Moment) -> None:
        record, row = moment.explained
        row = 0 if row is None else row
        if self._graph is None or self._graph[0] is not record or self._graph[1] != row:
            self._graph = record, row, scalar_graph(record, row)
        nodes = self._graph[2]
        names = Names(record.architecture)
        shown = [self._shown(moment, node, names) for node in nodes]
        backward = moment.work is Work.BACKWARD
        self.picture.show_graph(nodes, record.architecture.widths, shown, moment.work.value, backward)
        self.room.follow()
        example = whole(int(record.examples[row]) + 1)
        count = whole(len(nodes))
        self.caption.set_texts(
            self.tr("example {}: {} nodes, each with its value and the derivative of the loss by it").format(
                example, count
            ),
            self.tr("example {}: values and derivatives").format(example),
            self.tr("example {}").format(example),
        )

    def _shown(self, moment: Moment, node: Node, names: Names) -> Shown:
        style = self._look.numbers
        # What is computed from nothing is there from the beginning.
        is_known = not node.parents or self._has_come_to(moment, node.known, node)
        texts = (
            written(node.value, style),
            "" if math.isnan(node.derivative) else written(node.derivative, style, plus=True),
        )
        value = texts[0] if is_known else ""
        slope = texts[1] if self._has_come_to(moment, node.known_back, node) else ""
        phase = moment.phase.name
        lit = phase in (node.known, node.known_back) or (phase == "update" and node.kind in ("weight", "bias"))
        if lit and moment.current_unit is not None and not moment.training:
            lit = (node.layer, node.unit) == moment.current_unit
        name = _name(node, names)
        label = "×" if node.kind == "product" else name
        characters = max(map(len, (label, *texts)))
        return Shown(name, label, value, slope, characters, lit, _is_of(node, moment.selection))

    def _has_come_to(self, moment: Moment, phase: str, node: Node) -> bool:
        """Whether a phase has been done, or in the midst of it the node's unit."""
        if moment.training:
            return True
        order = [each.name for each in moment.record.phases]
        if not phase or order.index(phase) > moment.phase_index:
            return False
        if order.index(phase) < moment.phase_index or moment.unit is None:
            return True
        kind = moment.phase
        return node.unit < moment.known_units(kind.kind, kind.layer)

    # ---- what the user does --------------------------------------------------------------------------------------

    def _on_picked(self, place: int) -> None:
        selection = _selection_of(self.picture.nodes[place])
        if selection is not None:
            self.selection_changed.emit(selection)

    # ---- room ----------------------------------------------------------------------------------------------------

    def _space_out(self) -> None:
        self._stack.setSpacing(self._look.px(4))


def _name(node: Node, names: Names) -> str:
    match node.kind:
        case "weight" | "bias":
            return names.parameter(node.layer, node.unit, node.source)
        case "product":
            assert node.source is not None, "it comes from a unit"
            weight = names.parameter(node.layer, node.unit, node.source)
            return f"{weight}·{names.unit(node.layer - 1, node.source)}"
        case "sum":
            return names.pre_activation(node.layer, node.unit)
        case "target":
            return names.target(node.unit)
        case "loss":
            return "L"
        case _:
            return names.unit(node.layer, node.unit)


def _selection_of(node: Node) -> Selection | None:
    """What a node is of, in the diagram; the loss and the targets are of nothing that can be picked."""
    if node.kind in ("target", "loss"):
        return None
    return Selection(node.layer, node.unit, node.source, bias=node.kind == "bias")


def _is_of(node: Node, selection: Selection | None) -> bool:
    return selection is not None and _selection_of(node) == selection
