"""The model's side of the thread: it holds the runs, and answers each request once."""

from __future__ import annotations

import sys
import traceback
from dataclasses import replace
from time import perf_counter

from PySide6.QtCore import QObject, Signal, Slot

from nnviz.engine.data.examples import Examples
from nnviz.engine.errors import NnvizError, PlaceError
from nnviz.engine.experiment import Experiment
from nnviz.engine.training.run.trainer import Trainer
from nnviz.recordings.replay import Replay
from nnviz.said import said
from nnviz.worker.messages import (
    Answer,
    Ask,
    Bring,
    Change,
    Failure,
    Keep,
    Load,
    Refresh,
    Request,
    Reset,
    RestoreBest,
    Return,
    RunInfo,
    Snapshot,
    Train,
    Visit,
    Wanted,
)
from nnviz.worker.run import LONGEST_HISTORY, Run

MOST_KEPT, LEAST_KEPT = 4_000, 2
"""Parameters of the networks whose runs are kept, all together: each may have hundreds of checkpoints; and how many
runs are kept in any case."""


class Model(QObject):
    """Lives on the model thread.

    Signals:
        answered(Answer): A request has been done or refused.
    """

    answered = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._run: Run | None = None
        self._runs = 0
        self._kept: dict[Experiment, Run] = {}

    @Slot(object)
    def answer(self, ask: Ask) -> None:
        """Do what is asked, and answer exactly once, whatever happens."""
        result: Snapshot | Failure
        try:
            result = self._do(ask.request, ask.wanted)
        except NnvizError as error:
            result = Failure(error.text, refused=True)
        except MemoryError:
            result = Failure(said("Engine", "there is not enough memory for this network and this data"), refused=True)
        except Exception as error:
            place = traceback.extract_tb(sys.exc_info()[2])[-1]
            text = f"{type(error).__name__}: {error}"
            result = Failure(text, refused=False, details=f"{place.filename}:{place.lineno} in {place.name}")
        self.answered.emit(Answer(ask.number, ask.request, result))

    def _do(self, request: Request, wanted: Wanted) -> Snapshot:
        started = perf_counter()
        before = self._run.trainer.iteration if self._run is not None else 0
        if isinstance(request, Load):
            self._run, before = self._load(request), 0
        elif isinstance(request, Bring):
            self._run = self._bring(request)
            before = self._run.trainer.iteration
        run = self._run
        if run is None:
            raise PlaceError("no experiment is loaded")
        match request:
            case Train():
                run.train(request)
            case Visit(iteration, or_end):
                run.visit(iteration, or_end)
            case Refresh() | Keep() | Bring():
                pass
            case Return():
                run.return_to(request)
            case Reset():
                run = self._run = self._again(run.info)
            case Change():
                run.change(request)
            case RestoreBest():
                run.restore_best(request.keep)
        session = run.keep(request) if isinstance(request, Keep) else None
        made = max(0, run.trainer.iteration - before)
        in_a_hurry = isinstance(request, Train) and request.seconds is not None
        snapshot = self._snapshot(run, wanted, made, perf_counter() - started, in_a_hurry)
        return snapshot if session is None else replace(snapshot, session=session)

    def _load(self, request: Load) -> Run:
        """A new run, from its beginning or from where a session has it; or a recording."""
        if request.recording is not None:
            return self._begin(Replay(request.recording))
        if request.session is None:
            return self._new_run(request.experiment)
        run = self._new_run(request.experiment, request.session.examples)
        run.take_up(request.session)
        return run

    def _bring(self, request: Bring) -> Run:
        """The run that is asked for, where it is asked for."""
        run = self._kept.pop(request.experiment, None)
        if run is None or not run.bring(request.way, request.iteration):
            run = self._new_run(request.experiment, restores=True)
            run.bring(request.way, request.iteration)
        self._kept[request.experiment] = run
        while len(self._kept) > LEAST_KEPT and sum(kept.size for kept in self._kept.values()) > MOST_KEPT:
            del self._kept[next(iter(self._kept))]
        return run

    def _new_run(self, experiment: Experiment, examples: Examples | None = None, restores: bool = False) -> Run:
        return self._begin(Trainer(experiment, examples, LONGEST_HISTORY, restores=restores))

    def _again(self, run: RunInfo) -> Run:
        """The same from its beginning."""
        if run.recording is not None:
            return self._begin(Replay(run.recording))
        return self._new_run(run.experiment, run.examples)

    def _begin(self, trainer: Trainer | Replay) -> Run:
        run = Run(self._runs + 1, trainer)
        self._runs += 1
        return run

    def _snapshot(self, run: Run, wanted: Wanted, made: int, seconds: float, in_a_hurry: bool) -> Snapshot:
        """What is wanted of the model as it stands, frozen."""
        maps = run.maps(run.record.theta_after, wanted.maps)
        maps_before = run.maps(run.record.theta, wanted.maps) if wanted.maps_before else None
        lines = run.lines(run.record.theta_after, wanted.maps)
        lines_before = run.lines(run.record.theta, wanted.maps) if wanted.maps_before else None
        visitor = run.visitor(wanted.example)
        answers = run.answers(wanted.queries, in_a_hurry)
        # Last, where nothing can go wrong any more: what has been told is not told again.
        history, history_from = run.news()
        return Snapshot(
            run=run.info,
            record=run.record,
            learning_rate=run.trainer.learning_rate,
            maps=maps,
            maps_before=maps_before,
            lines=lines,
            lines_before=lines_before,
            history=history,
            history_from=history_from,
            timeline=run.timeline(),
            visitor=visitor,
            iterations_made=made,
            seconds=seconds,
            answers=answers,
        )
