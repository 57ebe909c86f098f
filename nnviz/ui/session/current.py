"""The experiment as it stands, which everyone reads here: what is saved, remembered, compared and begun again."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import structs

from nnviz.engine.errors import ExperimentError
from nnviz.engine.experiment import Experiment
from nnviz.engine.training.run.ways import Way
from nnviz.engine.training.timeline.events import SetLearningRate
from nnviz.recordings.reading import Recording
from nnviz.sessions.session import Session
from nnviz.ui.session.conversation import Conversation
from nnviz.worker.messages import Answer, Bring, Change, Failure, Load, Reset


class CurrentExperiment:
    """The run's experiment, at the rate that was set by hand since the run began; and runs of it from the start."""

    def __init__(self, conversation: Conversation) -> None:
        self._conversation = conversation
        self._rate_asked_for: float | None = None

    def __call__(self) -> Experiment | None:
        """The experiment; ``None`` before there is a run."""
        run, snapshot, rate = self._conversation.run, self._conversation.snapshot, self._rate_asked_for
        if run is None:
            return None
        if rate is None and snapshot is not None:
            events = [mark.event for mark in snapshot.timeline.marks]
            rate = next((event.rate for event in reversed(events) if isinstance(event, SetLearningRate)), None)
        if rate is None or rate == run.experiment.training.learning_rate:
            return run.experiment
        return structs.replace(run.experiment, training=structs.replace(run.experiment.training, learning_rate=rate))

    # ---- runs of it ----------------------------------------------------------------------------------------------

    def load(self, experiment: Experiment, session: Session | None = None) -> None:
        """Start a run of an experiment, as ``Load`` says. What was there stays until the new one is ready."""
        self._conversation.begin(Load(experiment, session))

    def replay(self, recording: Recording) -> None:
        """Show what was recorded, as ``Load`` says. What was there stays until it is ready."""
        self._conversation.begin(Load(recording.experiment, recording=recording))

    def bring(self, experiment: Experiment, way: Way, iteration: int) -> None:
        """Be somewhere in a run of an experiment, as ``Bring`` says. What was there stays until it is ready."""
        self._conversation.begin(Bring(experiment, way, iteration))

    def reset(self) -> None:
        """The experiment as it stands from its first iteration; a rate that was set by hand is its rate from there."""
        run = self._conversation.run
        if self._conversation.beginning is None and (run is None or self() == run.experiment):
            self._conversation.begin(Reset())
        else:
            self.load_with({})

    def new_weights(self) -> None:
        """The same experiment with weights drawn from the next seed."""
        experiment = self._to_begin_with()
        if experiment is not None:
            self.load_with({"network.seed": experiment.network.seed + 1, "network.parameters": None})

    def load_with(self, fields: Mapping[str, object]) -> None:
        """Start a run of the experiment as it stands, with some fields replaced."""
        experiment = self._to_begin_with()
        if experiment is None:
            return
        try:
            self.load(experiment.with_fields(fields))
        except ExperimentError as error:
            # Its data may have gone meanwhile.
            self._conversation.failed.emit(Failure(error.text, refused=True))

    def _to_begin_with(self) -> Experiment | None:
        """The experiment that is just being loaded, so that asking twice in a row is not asking once; else this one."""
        beginning = self._conversation.beginning
        return beginning.experiment if isinstance(beginning, Load | Bring) else self()

    # ---- its rate ------------------------------------------------------------------------------------------------

    def ask_for_rate(self, rate: float) -> None:
        """Have this rate from now on, though the run has it only when the model answers."""
        self._rate_asked_for = rate

    def hear(self, answer: Answer) -> None:
        """Whether the rate that was asked for last is the run's after this answer, or will not be."""
        request, rate = answer.request, self._rate_asked_for
        made = rate is not None and isinstance(request, Change) and SetLearningRate(rate) in request.events
        if made or isinstance(request, Load | Bring | Reset) or isinstance(answer.result, Failure):
            self._rate_asked_for = None
