"""Settings as rows: their table, and the widgets that a row is made of."""
