"""Tables that users bring: CSV, TSV and Excel, read as data and never run as anything.

Read in this order: ``cells`` (a file as rows of texts), ``values`` (what a text means), ``columns`` (what a column
holds), ``targets`` (what is to be predicted), ``table`` (all of it), ``report`` (what was read, in words).
"""

from nnviz.engine.data.tables.report import ColumnReport, TableReport
from nnviz.engine.data.tables.table import Table, read_table

__all__ = ["ColumnReport", "Table", "TableReport", "read_table"]
