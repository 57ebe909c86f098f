"""Real sweeps, and what their thread would say of them."""

from collections.abc import Mapping
from typing import Any

from nnviz.engine.experiment import Experiment
from nnviz.ui.windows.seeds.multiples import Multiple
from nnviz.worker.sweep_course import SweepCourse
from nnviz.worker.sweep_messages import Progress, SweepPlan, SweepRequest

NO_FIELDS: Mapping[str, Any] = {}


def course(
    name: str = "xor4", seeds: int = 5, rates: tuple[float, ...] = (), epochs: int = 200, fields=NO_FIELDS
) -> SweepCourse:
    """A sweep that has not begun."""
    return SweepCourse(SweepRequest(Experiment.named(name).with_fields(fields), seeds, rates, epochs, resolution=12))


def complete(*about: Any, **named: Any) -> tuple[SweepPlan, Progress]:
    """A sweep's plan, and all the news of it at its end."""
    sweep = course(*about, **named)
    while not sweep.finished:
        sweep.advance(1.0)
    return sweep.plan, sweep.news()


def multiples(plan: SweepPlan, progress: Progress) -> list[Multiple]:
    """The networks with that news."""
    news = {each.place: each for each in progress.news}
    return [Multiple(member).with_news(news[member.place]) for member in plan.members]
