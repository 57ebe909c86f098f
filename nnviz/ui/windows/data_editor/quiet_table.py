"""A table without a frame, in which nothing is edited."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from nnviz.resources import resource
from nnviz.ui.look.look import Look


def table_style(look: Look) -> str:
    """A table without a frame, whose ticks look like those of other boxes."""
    colour, px = look.theme, look.px
    check = resource("icons", "style", "check-black.svg" if colour.dark else "check-white.svg").as_posix()
    return f"""
QTableView, QHeaderView {{ background: transparent; border: none; }}
QAbstractScrollArea::corner, QTableCornerButton::section {{ background: transparent; border: none; }}
QHeaderView::section {{ border: none; padding: {px(4)}px {px(8)}px; }}
QTableView::item {{ padding: 0px {px(6)}px; }}
QTableView::item:selected {{ background: {colour.accent_soft}; }}
QTableView::indicator {{
  width: {px(16)}px; height: {px(16)}px; border: {px(1)}px solid {colour.text_faint}; border-radius: {px(4)}px;
  background: {colour.control};
}}
QTableView::indicator:checked {{ background: {colour.accent}; border-color: {colour.accent}; image: url("{check}"); }}
"""


def quiet_table(model: QAbstractTableModel, name: str) -> QTableView:
    """A table in which nothing is edited; ``name`` is what it is called where it cannot be seen."""
    view = QTableView()
    view.setModel(model)
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setAccessibleName(name)
    view.setTabKeyNavigation(False)
    view.setCornerButtonEnabled(False)
    view.setWordWrap(False)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    for header in (view.horizontalHeader(), view.verticalHeader()):
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
    return view
