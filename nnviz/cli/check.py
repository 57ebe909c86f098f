"""``nnviz check``: says whether an experiment is valid, and if not, each problem with its place."""

import argparse
from itertools import pairwise
from typing import TYPE_CHECKING

from nnviz.cli.arguments import add_experiment
from nnviz.cli.outcome import BAD_INPUT, DONE, complain, tell
from nnviz.cli.tables import faults_line
from nnviz.said import joined, said

if TYPE_CHECKING:
    from nnviz.engine import Experiment
    from nnviz.recordings.reading import Recording
    from nnviz.sessions.session import Session


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe what ``check`` takes."""
    add_experiment(parser)
    parser.epilog = said(
        "Command",
        "Each problem is a line on standard error with its file, field and reason; the exit status is then 2.",
    )


def run(arguments: argparse.Namespace) -> int:
    """Check; exit status 2 if there are problems."""
    from nnviz.lecture.files import is_lecture

    if is_lecture(arguments.experiment):
        return _check_lecture(arguments)
    from nnviz.cli.experiments import names_recording, names_session, start_of
    from nnviz.engine.data.examples import make_examples
    from nnviz.engine.errors import ExperimentError
    from nnviz.engine.experiments.experiment_files import problems

    is_run = names_session(arguments) or names_recording(arguments)
    if not is_run and (found := problems(arguments.experiment, dict(arguments.overrides))):
        for problem in found:
            complain(problem, BAD_INPUT)
        return BAD_INPUT
    start = start_of(arguments)
    if start.session is not None:
        return _check_session(start.session, start.source)
    if start.recording is not None:
        return _check_recording(start.recording, start.source)
    experiment = start.experiment
    try:
        examples = make_examples(experiment)  # what is wrong with a feature may show only in its values
    except ExperimentError as error:
        return complain(error.within(start.source), BAD_INPUT)
    tell(
        [
            said("Command", "{source}: valid: {what}").format(source=start.source, what=_in_words(experiment)),
            *faults_line(examples.faults),
        ]
    )
    if experiment.data.file is not None:
        from nnviz.engine.data.tables import read_table

        tell(read_table(experiment.data).report.lines())
    return DONE


def _check_session(session: "Session", source: str) -> int:
    """A session: that it could be read says that it is valid; and how it compares with what is computed here."""
    from nnviz.engine.names import counted
    from nnviz.sessions.opening import check_of

    tell(
        [
            said("Command", "{source}: valid: a session at iteration {iteration}, {lines}: {what}").format(
                source=source,
                iteration=session.run.iteration,
                lines=counted(len(session.run.lines), "line"),
                what=_in_words(session.experiment),
            ),
            *faults_line(session.examples.faults),
            check_of(session).text,
        ]
    )
    return DONE


def _check_recording(recording: "Recording", source: str) -> int:
    """A recording: that it could be opened says that it is valid; and whether the engine comes to its numbers."""
    from nnviz.recordings.checking import check_of

    check = check_of(recording)
    if check.problem:
        return complain(joined(": ", source, check.problem), BAD_INPUT)
    tell(
        [
            said("Command", "{source}: valid: a recording of {steps:,} steps: {what}").format(
                source=source,
                steps=len(recording),
                what=_in_words(recording.experiment),
            ),
            said("Command", "Steps that were computed again here, and came to the same numbers: {made:,}").format(
                made=check.made
            ),
            *([recording.about.ended] if recording.about.ended else []),
        ]
    )
    return DONE


def _check_lecture(arguments: argparse.Namespace) -> int:
    """A lecture's files; whether what it claims holds, "nnviz lecture check" finds out."""
    from nnviz.cli.experiments import source_of
    from nnviz.engine.names import counted
    from nnviz.lecture.files import find, read

    reading = read(find(arguments.experiment))
    for problem in reading.problems:
        complain(problem, BAD_INPUT)
    if reading.problems:
        return BAD_INPUT
    lecture = reading.lecture
    scenes, minutes = counted(len(lecture.scenes), "scene"), f"{lecture.minutes:g}"
    tell(
        [
            said("Command", "{source}: valid: a lecture, {scenes}, {minutes} minutes").format(
                source=source_of(arguments), scenes=scenes, minutes=minutes
            )
        ]
    )
    return DONE


def _in_words(experiment: "Experiment") -> str:
    """What it is, in a line: ``2-4-3-1, 31 parameters, 180 examples to train on, 60 to validate, 60 to test``."""
    from nnviz.engine.data.examples import part_sizes
    from nnviz.engine.experiments.completion import layer_widths
    from nnviz.engine.names import counted

    widths = layer_widths(experiment)
    parameters = sum((before + 1) * units for before, units in pairwise(widths))
    train, validation, test = part_sizes(experiment.data.examples or 0, experiment.data.split)
    return said(
        "Command",
        "{names}, {parameters:,} parameters, {examples} to train on, {validation:,} to validate, {test:,} to test",
    ).format(
        names="-".join(map(str, widths)),
        parameters=parameters,
        examples=counted(train, "example"),
        validation=validation,
        test=test,
    )
