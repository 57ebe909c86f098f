"""The key: every blank of every student with the number that belongs there, as a table for a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterable

from nnviz.export.worksheet.exercise import Exercise

HEADER = "student,field,value,tolerance"


def key_csv(exercises: Iterable[Exercise]) -> str:
    """A row for each blank; the values are written so that they read back to the same bits."""
    lines = [HEADER]
    for exercise in exercises:
        for field in exercise.asked:
            name = f'"{field.name}"' if "," in field.name else field.name
            lines.append(f"{exercise.student},{name},{field.value!r},{field.tolerance!r}")
    return "\n".join(lines) + "\n"
