"""The formula of a phase, with this step's numbers and a sentence on what is happening."""

from nnviz.ui.formula.strip import FormulaStrip

__all__ = ["FormulaStrip"]
