"""What an experiment is about: how many inputs, which task, how many classes. Known before any data is made."""

from __future__ import annotations

from dataclasses import dataclass, replace

from nnviz.engine.data.datasets import DATASETS, Task, counted_columns, counted_names
from nnviz.engine.errors import ExperimentError
from nnviz.engine.names import check_name, counted
from nnviz.engine.settings import Data
from nnviz.said import said


@dataclass(frozen=True)
class TaskShape:
    """The shape of a task.

    Attributes:
        inputs: Numbers that go into the network.
        targets: Numbers to predict (regression) or 1.
        classes: Classes to tell apart; 0 in a regression.
        examples: How many examples there are.
        columns: The names of the raw inputs; "x1", "x2", … where there are none.
        class_names: The names of the classes, in the order of their labels; "0", "1", … where there are none.
    """

    task: Task
    inputs: int
    targets: int
    classes: int
    examples: int
    columns: tuple[str, ...]
    class_names: tuple[str, ...] = ()


def task_shape_of(data: Data) -> TaskShape:
    """Read off the data part of an experiment what it is about.

    Raises:
        ExperimentError: The data part contradicts itself.
    """
    _check_origin(data)
    if data.source is not None or data.file is not None:
        _refuse_classes(data)
    if data.source is not None:
        shape = _built_in(data, data.source)
    else:
        shape = _given(data) if data.file is None else _table(data)
    return shape if data.inputs is None else replace(shape, inputs=len(data.inputs))


def _check_origin(data: Data) -> None:
    """Data comes from one place."""
    given = data.x is not None or data.y is not None
    if data.source is not None and given:
        raise ExperimentError(said("Engine", "give either source or the examples x and y, not both"), "data.source")
    if data.source is not None and data.file is not None:
        reason = said("Engine", "give either source or file, not both (--set data.source= takes the source out)")
        raise ExperimentError(reason, "data.source")
    if data.file is not None and given:
        raise ExperimentError(said("Engine", "give either file or the examples x and y, not both"), "data.file")
    if data.file is None:
        for name in ("reading", "target", "features", "task"):
            if getattr(data, name) is not None:
                raise ExperimentError(
                    said("Engine", "only a table has columns to choose from: give data.file"), f"data.{name}"
                )


def _built_in(data: Data, source: str) -> TaskShape:
    """The shape of a built-in data set."""
    check_name(source, DATASETS, "data.source", said("Engine", "data set"))
    row = DATASETS[source]
    examples = data.examples if data.examples is not None else row.examples
    if row.fixed and examples != row.examples:
        raise ExperimentError(
            said("Engine", '"{name}" has exactly {examples} examples, got {got}').format(
                name=row.name, examples=row.examples, got=examples
            ),
            "data.examples",
        )
    if row.most is not None and examples > row.most:
        raise ExperimentError(
            said("Engine", '"{name}" has {most:,} examples, got {examples:,}').format(
                name=row.name, most=row.most, examples=examples
            ),
            "data.examples",
        )
    return TaskShape(row.task, row.inputs, 1, row.classes, examples, row.columns, row.class_names)


def _table(data: Data) -> TaskShape:
    """The shape of a user's table."""
    from nnviz.engine.data.tables import read_table  # most experiments have none

    table = read_table(data)
    rows = len(table.x)
    examples = data.examples if data.examples is not None else rows
    if examples > rows:
        reason = said("Engine", "{file} has {examples} to use, got {got:,}").format(
            file=table.report.file, examples=counted(rows, "example"), got=examples
        )
        raise ExperimentError(reason, "data.examples")
    return TaskShape(
        table.task,
        len(table.columns),
        table.y.shape[1],
        len(table.class_names),
        examples,
        table.columns,
        table.class_names,
    )


def _given(data: Data) -> TaskShape:
    """The shape of examples that stand in the experiment itself."""
    if data.x is None and data.y is None:
        raise ExperimentError(
            said("Engine", "no data: name a source or a file, or give the examples as x and y"), "data.source"
        )
    for name, given in (("data.x", data.x), ("data.y", data.y)):
        if not given:
            raise ExperimentError(said("Engine", "x and y come together, with at least one example each"), name)
    assert data.x is not None and data.y is not None
    if len(data.x) != len(data.y):
        raise ExperimentError(
            said("Engine", "{examples} in x but {y:,} in y").format(
                examples=counted(len(data.x), "example"), y=len(data.y)
            ),
            "data.y",
        )
    inputs = len(data.x[0])
    for index, row in enumerate(data.x):
        if len(row) != inputs or not row:
            raise ExperimentError(
                said("Engine", "expected {numbers}, got {row}").format(
                    numbers=counted(max(inputs, 1), "number"), row=len(row)
                ),
                f"data.x[{index}]",
            )
    if data.examples not in (None, len(data.x)):
        raise ExperimentError(
            said("Engine", "x has {examples}, got {got}").format(
                examples=counted(len(data.x), "example"), got=data.examples
            ),
            "data.examples",
        )
    labels = [label for label in data.y if isinstance(label, int)]
    if len(labels) not in (0, len(data.y)):
        raise ExperimentError(
            said("Engine", "expected either whole numbers (classes) or rows of numbers throughout"), "data.y"
        )
    if labels:
        return _classes(labels, inputs, data.classes)
    _refuse_classes(data)
    rows = [row for row in data.y if not isinstance(row, int)]
    targets = len(rows[0])
    for index, row in enumerate(rows):
        if len(row) != targets or not row:
            raise ExperimentError(
                said("Engine", "expected {numbers}, got {row}").format(
                    numbers=counted(max(targets, 1), "number"), row=len(row)
                ),
                f"data.y[{index}]",
            )
    return TaskShape("regression", inputs, targets, 0, len(rows), counted_columns(inputs))


def _refuse_classes(data: Data) -> None:
    """Only labels that stand in the experiment may be fewer than there are classes."""
    if data.classes is not None:
        raise ExperimentError(
            said("Engine", "only where y has whole numbers can there be more classes than it shows"), "data.classes"
        )


def _classes(labels: list[int], inputs: int, most: int | None) -> TaskShape:
    if min(labels) < 0:
        raise ExperimentError(
            said("Engine", "classes count from 0, got {labels}").format(labels=min(labels)),
            f"data.y[{labels.index(min(labels))}]",
        )
    if max(labels) > 99:
        raise ExperimentError(
            said("Engine", "at most 100 classes, counted from 0"), f"data.y[{labels.index(max(labels))}]"
        )
    if most is not None and max(labels) >= most:
        raise ExperimentError(
            said("Engine", "the classes 0 to {highest} are in y").format(highest=max(labels)), "data.classes"
        )
    classes = most or max(2, max(labels) + 1)
    task: Task = "binary" if classes == 2 else "multiclass"
    return TaskShape(task, inputs, 1, classes, len(labels), counted_columns(inputs), counted_names(classes))
