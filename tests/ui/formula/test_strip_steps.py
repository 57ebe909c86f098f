"""The strip while one steps through an iteration at every grain."""

from dataclasses import replace

import pytest

from nnviz.engine import Experiment, Trainer
from nnviz.engine.training.record.steps import Grain
from nnviz.engine.training.record.views import Visits
from nnviz.ui.formula import FormulaStrip
from nnviz.ui.formula.typeset import Typesetter
from nnviz.ui.look.look import Look
from nnviz.ui.session.moment import Moment
from nnviz.worker.messages import RunInfo
from tests.ui.formula.moments import worked_example


@pytest.fixture
def make(qtbot, loaded_typesetter):

    def made(trainer, width, look=None, loaded=True):
        look = look or Look()
        strip = FormulaStrip(look, loaded_typesetter if loaded else Typesetter(look))
        qtbot.addWidget(strip)
        strip.set_run(RunInfo(1, trainer.experiment, trainer.architecture, trainer.examples, trainer.batches_per_epoch))
        strip.resize(width, strip.sizeHint().height())
        return strip

    return made


def moments(trainer, record):
    """Every phase at every grain, seen in each way: some unit of it, and some of its terms."""
    outside = [place for place in range(len(trainer.examples.x)) if place not in record.examples]
    visitor = Visits()(record, trainer.examples, outside[0]) if outside else None
    for index in range(len(record.phases)):
        for seen in ({}, {"mean": True}, *([{"visitor": visitor}] if visitor else [])):
            whole = Moment(record, index, **seen)
            unit = len(whole.walk.units(index)) // 2
            last = whole.walk.terms(replace(whole, unit=unit).step) - 1
            yield whole
            yield replace(whole, grain=Grain.ITERATION)
            yield replace(whole, grain=Grain.UNIT, unit=unit)
            for term in sorted({0, last // 2, max(0, last - 1), last}):
                yield replace(whole, grain=Grain.TERM, unit=unit, term=term)


@pytest.mark.parametrize("name", ["worked-example", "circle", "digits"])
@pytest.mark.parametrize("digits", [3, 6])
@pytest.mark.parametrize(
    ("width", "presenting", "scale", "least"),
    [(1880, True, 1.0, 24), (1250, True, 1.0, 22), (1020, False, 1.0, 15), (683, False, 0.75, 9.5)],
)
def test_nothing_is_cut_and_nothing_jumps_at_any_grain(make, name, digits, width, presenting, scale, least):
    look = Look(scale=scale)
    look.set_digits(digits)
    look.set_presenting(presenting)
    trainer = Trainer(Experiment.named(name))
    strip = make(trainer, width, look)
    trainer.run(2)
    heights = set()
    for moment in moments(trainer, trainer.iterate()):
        strip.show_moment(moment)
        strip.resize(width, strip.sizeHint().height())
        strip.layout().activate()
        heights.add(strip.height())
        assert strip.numbers.text_width() <= strip.numbers.width(), strip.numbers.lines()
        assert strip.numbers.type_pixels() >= least, strip.numbers.lines()
        assert strip.sentence.heightForWidth(strip.sentence.width()) <= strip.sentence.height() + 1
    assert len(heights) == 1


def test_a_step_of_any_kind_shows_other_numbers(make):
    trainer = Trainer(Experiment.named("circle"))
    strip = make(trainer, 1400, loaded=False)
    record = trainer.iterate()
    outside = next(place for place in range(len(trainer.examples.x)) if place not in record.examples)
    whole = Moment(record, 1)
    shown = []
    for moment in (
        whole,
        replace(whole, grain=Grain.UNIT, unit=1),
        replace(whole, grain=Grain.TERM, unit=1, term=0),
        replace(whole, grain=Grain.TERM, unit=1, term=1),
        replace(whole, mean=True),
        replace(whole, visitor=Visits()(record, trainer.examples, outside)),
        replace(whole, example=1),
    ):
        strip.show_moment(moment)
        shown.append(strip.numbers.lines())
    assert len(set(shown)) == len(shown)


def test_where_one_has_stepped_to_stands_in_the_caption(make):
    trainer = worked_example()
    strip = make(trainer, 1400, loaded=False)
    record = trainer.iterate()
    strip.show_moment(Moment(record, 1, grain=Grain.TERM, unit=1, term=0))
    assert strip._caption.shown().endswith("Weighted sum z of hidden layer 1  ·  unit 2 of 2, term 1 of 3")
    strip.show_moment(Moment(record, 1))
    assert strip._caption.shown().endswith("hidden layer 1")


def test_from_iteration_to_iteration_one_sentence_tells_the_whole_update(make):
    trainer = worked_example()
    strip = make(trainer, 1400, loaded=False)
    record = trainer.iterate()
    last = len(record.phases) - 1
    strip.show_moment(Moment(record, last))
    phase = strip.sentence.text()
    strip.show_moment(Moment(record, last, grain=Grain.ITERATION))
    assert strip.sentence.text().startswith("One whole iteration") and strip.sentence.text() != phase
    for grain, term in ((Grain.UNIT, None), (Grain.TERM, 0)):
        strip.show_moment(Moment(record, last, grain=grain, unit=0, term=term))
        assert strip.sentence.text() == phase


def test_from_iteration_to_iteration_a_phase_before_the_update_is_spoken_of_as_ever(make):
    trainer = worked_example()
    strip = make(trainer, 1400, loaded=False)
    record = trainer.iterate()
    for index in range(len(record.phases) - 1):
        strip.show_moment(Moment(record, index))
        words = strip.words()
        strip.show_moment(Moment(record, index, grain=Grain.ITERATION))
        assert strip.words() == words and words.name in strip._caption.shown()


def test_a_line_that_needs_two_rows_is_broken_before_a_sign(make):
    look = Look()
    look.set_digits(6)
    look.set_presenting(True)
    trainer = worked_example()
    strip = make(trainer, 1250, look)
    strip.show_moment(Moment(trainer.iterate(), 1))
    strip.layout().activate()
    assert strip.numbers.lines() == (
        "z¹₁ = +0.150000 × 0.050000 + 0.200000 × 0.100000",
        "+ 0.350000 = 0.377500",
    )
    assert strip.numbers.accessibleName() == "z¹₁ = +0.150000 × 0.050000 + 0.200000 × 0.100000 + 0.350000 = 0.377500"
