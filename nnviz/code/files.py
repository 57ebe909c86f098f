"""Programs as files: a Python script, and a Jupyter notebook."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from types import MappingProxyType

import msgspec

from nnviz.code.numpy_code import numpy_program
from nnviz.code.pytorch_code import pytorch_program
from nnviz.code.sections import WIDTH, Program, code
from nnviz.code.subject import Subject
from nnviz.engine.data.examples import Examples
from nnviz.engine.experiment import Experiment

PROGRAMS = MappingProxyType({"numpy": ("NumPy", numpy_program), "pytorch": ("PyTorch", pytorch_program)})
"""What programs can be written for: its name, and what writes one."""
PRINTS = (
    "Prints a line for each epoch, the mean loss of the training part, a comma, that of the validation part: the same "
    'numbers as "nnviz train --csv".'
)


def write_code(experiment: Experiment, examples: Examples, framework: str, kind: str) -> bytes:
    """An experiment as a program.

    Args:
        experiment: What is written; complete.
        examples: Its examples.
        framework: A name of ``PROGRAMS``.
        kind: A name of ``KINDS``.

    Raises:
        ExperimentError: It cannot be written so; the field is named.
    """
    subject = Subject.of(experiment, examples)
    name, program = PROGRAMS[framework]
    return KINDS[kind](_heading(subject, name), program(subject)).encode()


def _heading(subject: Subject, framework: str) -> str:
    """The title, and what the program is: nothing in it can end a text or move a cursor."""
    title = "".join(
        each if each.isprintable() else each.encode("unicode_escape").decode() for each in subject.experiment.title
    )
    widths = "-".join(map(str, subject.architecture.widths))
    plain = title.replace("\\", "\\\\").replace('"', "'")
    return f"{plain}: a network of {widths} units, trained in {framework}."


def _script(heading: str, program: Program) -> str:
    wrapped = [line for text in (*program.about, PRINTS) for line in ("", *textwrap.wrap(text, WIDTH))]
    parts = [code([f'"""{heading}', *wrapped, '"""']), "", program.imports]
    for section in program.sections:
        rule = "-" * (WIDTH - len("# ----  ") - len(section.title))
        parts += ["", "", f"# ---- {section.title} {rule}", "", section.code]
    return code(parts) + "\n"


def _notebook(heading: str, program: Program) -> str:
    cells = [
        _cell("markdown", "about", f"# {heading}\n\n" + "\n\n".join((*program.about, PRINTS))),
        _cell("code", "imports", program.imports),
    ]
    for section in program.sections:
        cells += [
            _cell("markdown", f"{section.name}-title", f"## {section.title}"),
            _cell("code", section.name, section.code),
        ]
    notebook = {
        "cells": cells,
        "metadata": {
            "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
            "language_info": {"name": "python"},
        },
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    return msgspec.json.format(msgspec.json.encode(notebook), indent=1).decode() + "\n"


def _cell(kind: str, name: str, source: str) -> dict[str, object]:
    cell: dict[str, object] = {
        "cell_type": kind,
        "id": name,
        "metadata": {},
        "source": source.splitlines(keepends=True),
    }
    return cell if kind == "markdown" else cell | {"execution_count": None, "outputs": []}


KINDS: MappingProxyType[str, Callable[[str, Program], str]] = MappingProxyType({"py": _script, "ipynb": _notebook})
"""The files that a program can be, by their endings."""
