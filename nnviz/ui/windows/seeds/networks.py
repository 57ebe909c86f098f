"""The networks of a sweep as far as they are known: what is said of each, and in which order they stand."""

from __future__ import annotations

from nnviz.ui.look.look import Look
from nnviz.ui.windows.seeds import words
from nnviz.ui.windows.seeds.cell_painter import Words
from nnviz.ui.windows.seeds.multiples import Axes, Criterion, Multiple, State, by_loss, commonest_share
from nnviz.worker.sweep_messages import Progress, SweepPlan


class Networks:
    """What the strip shows, without a widget.

    Attributes:
        plan: Which networks there are; ``None`` while there are none.
        multiples: What is known of each, by its place in the plan.
        order: The places as they stand.
        axes: Those of all loss curves.
        criterion: When a network counts as solved.
        running: Whether there is more to come.
        log: Whether the loss axis is logarithmic.
        sorted_by_loss: Whether the lowest loss comes first; rates and seeds as rows and columns keep their places.
    """

    def __init__(self, look: Look) -> None:
        self._look = look
        self.plan: SweepPlan | None = None
        self.multiples: list[Multiple] = []
        self.order: list[int] = []
        self.criterion = Criterion("accuracy", 0.99)
        self.running = False
        self.log = True
        self.sorted_by_loss = False
        self.axes = Axes.around([], self.log)
        self._commonest: float | None = None

    def set_plan(self, plan: SweepPlan | None) -> None:
        """Other networks, of which nothing is known yet; ``None`` for none."""
        self.plan = plan
        self.multiples = [Multiple(member) for member in plan.members] if plan is not None else []
        self.order = list(range(len(self.multiples)))
        self._commonest = commonest_share(plan.run) if plan is not None else None

    def take_in(self, progress: Progress) -> None:
        """Learn what is new."""
        for news in progress.news:
            self.multiples[news.place] = self.multiples[news.place].with_news(news)

    def bring_up_to_date(self) -> None:
        """Let axes and order follow what is known."""
        self.axes = Axes.around(self.multiples, self.log)
        sorts = self.sorted_by_loss and not self.is_matrix
        self.order = by_loss(self.multiples) if sorts else list(range(len(self.multiples)))

    # ---- what they are -------------------------------------------------------------------------------------------

    @property
    def is_matrix(self) -> bool:
        """Whether rates are rows and seeds are columns."""
        return self.plan is not None and len(self.plan.request.rates) > 1 and self.plan.request.seeds > 1

    @property
    def of_rate(self) -> bool:
        """Whether learning rates are told apart."""
        return self.plan is not None and len(self.plan.request.rates) > 0

    @property
    def of_seed(self) -> bool:
        """Whether seeds are told apart."""
        return self.plan is not None and (self.plan.request.seeds > 1 or not self.plan.request.rates)

    @property
    def has_maps(self) -> bool:
        """Whether each of them has a map."""
        return self.plan is not None and self.plan.has_maps

    def state(self, place: int) -> State:
        """How far one has come."""
        return self.multiples[place].state(self.criterion, self.running)

    def at_chance(self, place: int) -> bool:
        """Whether a network has ended without having learned anything, and without having diverged."""
        return self.state(place) is State.UNSOLVED and self.multiples[place].at_chance(self._commonest)

    # ---- what is said of them ------------------------------------------------------------------------------------

    def details(self, place: int) -> tuple[str, list[words.Line]]:
        """All that is known of a network, in words."""
        about = self.of_rate, self.of_seed, self.at_chance(place)
        return words.detail_lines(self.multiples[place], self.state(place), self._look.numbers, *about)

    def words_of(self, place: int, brevity: int) -> Words:
        """What is written in its cell; with a brevity of 1 the short name, of 2 no score where an icon stands."""
        multiple, style, state = self.multiples[place], self._look.numbers, self.state(place)
        if not brevity:
            name = words.name_of(multiple, style, self.of_rate and not self.is_matrix, self.of_seed)
        else:
            name = str(multiple.member.seed) if self.of_seed else words.rate_text(multiple.rate, style)
        score = words.score_text(multiple, self.criterion, style)
        note = words.chance_text() if self.at_chance(place) else ""
        return Words(name, words.state_text(state) if state is State.DIVERGED else score, brevity < 2, note)
