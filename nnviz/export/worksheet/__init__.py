"""Worksheets: an iteration with blanks to fill, for each student with numbers of their own, and the key to it."""
