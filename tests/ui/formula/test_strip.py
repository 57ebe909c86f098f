from itertools import pairwise

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nnviz.engine import Experiment, Trainer
from nnviz.engine.data.examples import make_examples
from nnviz.engine.functions.optimisers import OPTIMISERS
from nnviz.ui.formula import FormulaStrip
from nnviz.ui.formula.formula_colours import in_colours
from nnviz.ui.formula.phase_words import words_of
from nnviz.ui.formula.typeset import Typesetter
from nnviz.ui.look.look import Look
from nnviz.ui.session.moment import Moment, Selection
from nnviz.worker.messages import RunInfo
from tests.ui.formula.moments import worked_example


@pytest.fixture
def make(qtbot, loaded_typesetter):

    def made(width=1020, look=None, loaded=False):
        look = look or Look()
        strip = FormulaStrip(look, loaded_typesetter if loaded else Typesetter(look))
        qtbot.addWidget(strip)
        strip.resize(width, strip.sizeHint().height())
        return strip

    return made


def index_of(record, name):
    return [phase.name for phase in record.phases].index(name)


def settle(strip):
    strip.resize(strip.width(), strip.sizeHint().height())
    strip.layout().activate()


def test_a_phase_is_shown_in_a_formula_in_numbers_and_in_words(make):
    strip = make()
    record = worked_example().iterate()
    strip.show_moment(Moment(record, index_of(record, "dW2")))
    latex = r"\nabla W^{(2)} = \delta^{(2)}\,h^{(1)\mathrm{T}},\quad \nabla b^{(2)} = \delta^{(2)}"
    assert strip.formula.latex() == in_colours(latex)
    assert strip.numbers.lines() == ("∂L/∂w²₁₁ = +0.138 × 0.593 = +0.082",)
    assert strip.sentence.text() == "A weight's gradient: error at its end × value at its start."


def test_the_digits_are_the_users(make):
    look = Look()
    strip = make(look=look)
    record = worked_example().iterate()
    strip.show_moment(Moment(record, index_of(record, "a1")))
    assert strip.numbers.lines() == ("h₁ = σ(0.378) = 0.593",) or strip.numbers.lines() == ("h₁ = σ(0.377) = 0.593",)
    look.set_digits(6)
    assert strip.numbers.lines() == ("h₁ = σ(0.377500) = 0.593270",)


def test_the_selected_unit_and_example_are_shown(make):
    strip = make()
    record = Trainer(Experiment.named("circle")).iterate()
    place = index_of(record, "a1")
    strip.show_moment(Moment(record, place, 0))
    first = strip.numbers.lines()
    strip.show_moment(Moment(record, place, 0, selection=Selection(1, 2)))
    assert strip.numbers.lines()[0].startswith("h¹₃")
    strip.show_moment(Moment(record, place, 3))
    assert strip.numbers.lines() != first


def test_frozen_parameters_are_said_to_stay(make):
    strip = make()
    trainer = worked_example()
    experiment = trainer.experiment
    strip.set_run(RunInfo(1, experiment, trainer.architecture, make_examples(experiment), 1))
    record = trainer.iterate()
    strip.show_moment(Moment(record, len(record.phases) - 1, selection=Selection(2, 1, bias=True)))
    assert strip.numbers.lines() == ("b²₂ = 0.600  (frozen, stays)",)
    assert "biases are frozen" in strip.sentence.text()


def test_a_fault_of_the_data_is_said_where_the_data_enters(make):
    strip = make(1400)
    trainer = Trainer(Experiment.named("moons").with_fields({"data.label_noise": 0.1}))
    strip.set_run(RunInfo(1, trainer.experiment, trainer.architecture, trainer.examples, 1))
    record = trainer.iterate()
    strip.show_moment(Moment(record, 0))
    assert "of the labels are wrong" in strip._caption.shown()
    strip.show_moment(Moment(record, 1))
    assert "wrong" not in strip._caption.shown()


def test_training_is_shown_calmly_and_costs_nothing_a_frame(make, monkeypatch):
    strip = make()
    trainer = Trainer(Experiment.named("circle"))
    record = trainer.iterate()
    last = len(record.phases) - 1
    strip.show_moment(Moment(record, last, training=True))
    assert strip.sentence.text().startswith("Training:")
    assert strip.numbers.lines() == ()
    for each in (strip.formula, strip.numbers, strip.sentence):
        monkeypatch.setattr(each, "update", lambda: pytest.fail("nothing changed"))
    monkeypatch.setattr(strip.formula, "set_formula", lambda *_: pytest.fail("nothing changed"))
    for _ in range(5):
        strip.show_moment(Moment(trainer.iterate(), last, training=True))


def test_stopping_shows_the_phase_again(make):
    strip = make()
    record = worked_example().iterate()
    last = len(record.phases) - 1
    strip.show_moment(Moment(record, last, training=True))
    strip.show_moment(Moment(record, last))
    assert strip.numbers.lines() == ("w²₁₁ ← 0.400 − 0.5 × 0.082 = 0.359",)


def test_the_library_for_formulas_is_not_loaded_at_construction(make):
    strip = make()
    record = worked_example().iterate()
    strip.show_moment(Moment(record, 1))
    assert not strip.formula.is_typeset()


@pytest.mark.parametrize(
    ("name", "width", "scale"),
    [
        ("circle", 640, 1.0),
        ("circle", 640, 1.7),
        ("circle", 860, 1.0),
        ("circle", 1020, 1.0),
        ("circle", 683, 0.75),
        ("worked-example", 1500, 1.7),
    ],
)
def test_every_phase_fits_and_none_changes_the_height(make, width, scale, name):
    strip = make(width, Look(scale=scale), loaded=True)
    record = Trainer(Experiment.named(name)).iterate()
    heights = set()
    for index in range(len(record.phases)):
        strip.show_moment(Moment(record, index))
        settle(strip)
        heights.add(strip.sizeHint().height())
        formula, numbers = strip.formula.geometry(), strip.numbers.geometry()
        assert not formula.intersects(numbers)
        assert numbers.right() <= strip.width()
        assert strip.numbers.text_width() <= numbers.width()
        assert strip.sentence.heightForWidth(strip.sentence.width()) <= strip.sentence.height() + 1
        parts = [each for each in strip.findChildren(QWidget) if each.parent() is strip and each.isVisibleTo(strip)]
        tops = sorted((each.geometry().top(), each.geometry().bottom()) for each in parts)
        assert all(below[0] > above[1] for above, below in pairwise(tops))
    assert len(heights) == 1


LONGEST = """
[data]
source = "circle"
[network]
hidden = [6, 5]
activation = ["elu", "gelu"]
[training]
optimizer = "{optimiser}"
l1 = 0.001
l2 = 0.01
clip_norm = 0.5
dropout = 0.25
"""


@pytest.mark.parametrize("optimiser", OPTIMISERS)
@pytest.mark.parametrize(
    ("width", "presenting", "scale", "formula_pixels", "number_pixels"),
    [(860, False, 1.0, 11.5, 12), (640, False, 0.75, 8.5, 9.5), (1250, True, 1.0, 17, 16), (1880, True, 1.0, 24, 24)],
)
def test_the_longest_formulas_fit_too(make, optimiser, width, presenting, scale, formula_pixels, number_pixels):
    look = Look(scale=scale)
    look.set_presenting(presenting)
    strip = make(width, look, loaded=True)
    trainer = Trainer(Experiment.parse(LONGEST.format(optimiser=optimiser)))
    strip.set_run(RunInfo(1, trainer.experiment, trainer.architecture, trainer.examples, trainer.batches_per_epoch))
    trainer.run(7)
    record = trainer.iterate()
    for index in range(len(record.phases)):
        strip.show_moment(Moment(record, index, 1))
        settle(strip)
        formula, numbers = strip.formula.geometry(), strip.numbers.geometry()
        assert not formula.intersects(numbers)
        assert strip.numbers.text_width() <= numbers.width()
        assert strip.sentence.heightForWidth(strip.sentence.width()) <= strip.sentence.height() + 1
        assert strip.formula.is_typeset()
        assert strip.formula.shown_pixels() >= formula_pixels
        assert strip.numbers.type_pixels() >= number_pixels


@pytest.mark.parametrize("optimiser", OPTIMISERS)
def test_no_update_is_cut_off_however_small_its_numbers_are(make, optimiser):
    strip = make(610, Look(scale=0.75), loaded=True)
    trainer = Trainer(Experiment.named("worked-example").with_fields({"training.optimizer": optimiser}))
    strip.set_run(RunInfo(1, trainer.experiment, trainer.architecture, trainer.examples, 1))
    trainer.run(3)
    record = trainer.iterate()
    for selection in (None, Selection(1, 1, 0), Selection(1, 0, 1)):
        strip.show_moment(Moment(record, len(record.phases) - 1, selection=selection))
        settle(strip)
        assert strip.numbers.text_width() <= strip.numbers.width(), strip.numbers.lines()


def test_the_runs_optimiser_is_told(make):
    strip = make(1400)
    trainer = Trainer(Experiment.named("worked-example").with_fields({"training.optimizer": "momentum"}))
    strip.set_run(RunInfo(1, trainer.experiment, trainer.architecture, trainer.examples, 1))
    record = trainer.iterate()
    strip.show_moment(Moment(record, len(record.phases) - 1))
    assert strip.numbers.lines() == ("v ← 0.9 × 0.000 + 0.082 = 0.082", "w²₁₁ ← 0.400 − 0.5 × 0.082 = 0.359")
    assert strip.formula.latex().startswith(in_colours(r"v \leftarrow \mu v + g"))


def test_the_height_suits_the_window(make):
    record = Trainer(Experiment.named("circle")).iterate()
    for scale, width, most in ((1.0, 1020, 125), (0.75, 683, 97)):
        strip = make(width, Look(scale=scale))
        strip.show_moment(Moment(record, 2))
        assert strip.sizeHint().height() <= most


@pytest.mark.parametrize(("width", "least"), [(1250, 22), (1880, 24)])
def test_presenting_uses_type_that_the_back_row_can_read(make, width, least):
    look = Look()
    look.set_presenting(True)
    strip = make(width, look, loaded=True)
    record = Trainer(Experiment.named("circle")).iterate()
    for index in range(len(record.phases)):
        strip.show_moment(Moment(record, index))
        settle(strip)
        assert strip.numbers.type_pixels() >= least
        assert strip.formula.shown_pixels() >= least
        assert strip.sentence.font().pixelSize() >= 24


def test_many_terms_shrink_to_what_fits_and_the_tool_tip_has_them_all(make):
    strip = make(700, loaded=True)
    experiment = Experiment.parse('[data]\nsource = "circle"\n[network]\nhidden = [6, 2]\n')
    record = Trainer(experiment).iterate()
    strip.show_moment(Moment(record, index_of(record, "z2")))
    assert "more: " in strip.numbers.lines()[0]
    assert strip.numbers.toolTip().count("×") == 6


def test_its_height_follows_when_it_gets_wider_while_being_laid_out(make, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    strip = make()
    column = QVBoxLayout(window)
    column.addWidget(QWidget(), 1)
    column.addWidget(strip)
    strip.show_moment(Moment(worked_example().iterate(), 0))
    window.resize(420, 700)
    window.show()
    window.resize(1400, 700)
    qtbot.waitUntil(lambda: strip.height() == strip.sizeHint().height())


def test_formulas_are_typeset_before_they_are_asked_for(qtbot, make):
    strip = make()
    typesetter = strip.typesetter
    record = Trainer(Experiment.named("circle")).iterate()
    strip.show_moment(Moment(record, 0))
    typesetter.load()
    latexes = {in_colours(words_of(record, phase).formula.latex) for phase in record.phases}
    assert not all(typesetter.is_typeset(latex) for latex in latexes)
    qtbot.waitUntil(lambda: all(typesetter.is_typeset(latex) for latex in latexes))


def test_freezing_on_the_way_changes_what_is_said_and_not_the_height(make):
    strip = make(683, Look(scale=0.75))
    trainer = worked_example()
    strip.set_run(RunInfo(1, trainer.experiment, trainer.architecture, trainer.examples, 1))
    heights, said = set(), []
    for layer, frozen in ((1, False), (2, False), (2, True)):
        record = trainer.iterate()
        strip.show_moment(Moment(record, len(record.phases) - 1, selection=Selection(2, 1, bias=True)))
        settle(strip)
        heights.add(strip.height())
        said.append((strip.numbers.lines()[0].partition(" ")[2][:1], "The biases are frozen" in strip.sentence.text()))
        for unit in (0, 1):
            trainer.set_frozen(layer, unit, None, frozen)
    record = trainer.iterate()
    strip.show_moment(Moment(record, len(record.phases) - 1, selection=Selection(2, 1, bias=True)))
    said.append((strip.numbers.lines()[0].partition(" ")[2][:1], "The biases are frozen" in strip.sentence.text()))
    assert said == [("=", True), ("=", False), ("←", False), ("=", False)]
    assert len(heights) == 1


def test_while_training_the_formula_follows_what_is_frozen(make):
    strip = make()
    trainer = worked_example()
    last = len(trainer.iterate().phases) - 1
    strip.show_moment(Moment(trainer.iterate(), last, training=True))
    assert strip.words().formula.plain == "W ← W − η ∇W"
    trainer.set_frozen(1, 0, None, False)
    strip.show_moment(Moment(trainer.iterate(), last, training=True))
    assert strip.words().formula.plain == "W ← W − η ∇W,  b ← b − η ∇b"


def test_once_formulas_can_be_typeset_the_one_that_is_shown_is_and_has_its_place(make, qtbot):
    early, late = make(), make(loaded=True)
    record = worked_example().iterate()
    for strip in (early, late):
        strip.show()
        strip.show_moment(Moment(record, index_of(record, "dW2")))
        settle(strip)
    plain = early.formula.geometry()
    early.typesetter.load()
    qtbot.waitUntil(early.formula.is_typeset)
    settle(late)
    assert early.formula.geometry() == late.formula.geometry() != plain
    early.typesetter.close()
