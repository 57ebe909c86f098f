import pytest

from nnviz.engine.analysis.update_step import update_step
from nnviz.engine.training.record.steps import Grain
from nnviz.ui.look.numbers import written
from nnviz.ui.panels.explain.update_page import UpdatePage, broken
from nnviz.ui.session.moment import Moment, Selection
from tests.ui.panels.explain.explained import explain, shown
from tests.ui.panels.runs import THEMES, colours_in, run_info, trainer

OPTIMISERS = ("sgd", "momentum", "nesterov", "adagrad", "rmsprop", "adam", "adamw")


@pytest.fixture
def page(qtbot, look):
    return shown(qtbot, UpdatePage(look))


def painted(widget):
    """The colours in a widget's picture."""
    picture = widget.grab().toImage()
    return {picture.pixel(x, y) for x in range(picture.width()) for y in range(picture.height())}


def later(run, updates=3):
    for _ in range(updates):
        run.iterate()
    return run


def test_without_a_selection_it_says_how_to_get_one(page):
    explain(page, trainer("circle"))
    assert page.empty.isVisible() and "Click a weight" in page.empty.text()


def test_old_and_new_stand_side_by_side(page, look):
    record = explain(page, trainer("worked-example"), Selection(2, 0, 0))
    layer = record.layers[1]
    assert page.values.before.text() == written(float(layer.W[0, 0]), look.numbers, plus=True)
    assert page.values.after.text() == written(float(layer.W_after[0, 0]), look.numbers, plus=True)
    assert page.lines.text() == "w²₁₁ ← 0.400 − 0.5 × 0.082 = 0.359"


def test_gradient_rate_and_step_are_the_engines(page, look):
    run = trainer("circle")
    record = explain(page, run, Selection(1, 2, 1))
    step = update_step(record, run.experiment.training, 1, 2, 1)
    gradient, _, made = (row.text for row in page.readings.rows)
    assert gradient == written(step.gradient, look.numbers, plus=True)
    assert made == written(step.step, look.numbers, plus=True)


@pytest.mark.parametrize("selection", [Selection(1, 2, bias=True), Selection(1, 2)])
def test_a_bias_is_explained_for_itself_and_for_its_unit(page, selection):
    record = explain(page, trainer("circle"), selection)
    assert page.step.source is None and page.step.old == record.layers[0].b[2]
    assert page.lines.text().startswith("b¹₃ ←")


@pytest.mark.parametrize("optimiser", OPTIMISERS)
def test_every_optimisers_memory_is_told_before_and_after(page, look, optimiser):
    record = explain(page, later(trainer("circle", training__optimizer=optimiser)), Selection(1, 0, 0))
    lines = page.equations
    for letter, before, after in page.step.memory:
        line = next(line for line in lines if line.startswith(f"{letter} ←"))
        assert written(before, look.numbers) in line and line.endswith(written(after, look.numbers))
    assert lines[-1].startswith("w¹₁₁ ←")
    assert [row.value for row in page.bars.rows] == [page.step.plain_step, page.step.step]
    assert record.memory == tuple(letter for letter, _, _ in page.step.memory)


SELECTIONS = [Selection(1, 2, 1), Selection(2, 1, 3), Selection(3, 0, 2), Selection(1, 1, bias=True), Selection(2, 2)]


@pytest.mark.parametrize("optimiser", ["sgd", "adam"])
@pytest.mark.parametrize("selection", SELECTIONS)
def test_it_is_about_the_parameter_in_its_heading_wherever_one_has_stepped_to(page, optimiser, selection):
    run = later(trainer("circle", training__optimizer=optimiser))
    record = explain(page, run, selection)
    told, symbol = page.equations, page.title.text.split(" · ")[0]
    assert told[-1].startswith(f"{symbol} ←")
    walk = page.moment.walk
    for grain in (Grain.PHASE, Grain.UNIT, Grain.TERM):
        steps = [walk.first(grain)]
        while (step := walk.after(steps[-1], grain)) is not None:
            steps.append(step)
        if grain is Grain.TERM:
            # They are many: each selection takes its share.
            steps = steps[SELECTIONS.index(selection) :: len(SELECTIONS)]
        for step in steps:
            # Afresh each time: it must not matter where one was when the page was opened.
            page.set_run(run_info(run))
            page.show_moment(Moment(record, 0, selection=selection, grain=grain).at(step))
            assert page.equations == told


def test_one_weight_has_one_name_on_the_whole_page(page):
    explain(page, later(trainer("circle", training__optimizer="adam")), Selection(2, 1, 3))
    names = [row.name for row in page.readings.rows]
    assert page.title.text.startswith("w²₂₄ · ") and "∂L/∂w²₂₄" in names
    assert "W" not in page.lines.text() + page.rule.text() + page.bars.accessibleName() + "".join(names)


def test_the_step_has_the_colour_of_updates_wherever_it_stands(page, look):
    explain(page, trainer("worked-example"), Selection(2, 0, 0))
    assert page.readings.rows[-1].tone == "update"
    assert look.colour("update").rgb() in painted(page)
    assert not {look.colour(role).rgb() for role in ("positive", "negative")} & painted(page)


def test_plain_gradient_descent_makes_the_plain_step(page):
    explain(page, trainer("circle"), Selection(1, 0, 0))
    assert "the same" in page.effect.text()


def test_what_momentum_does_to_the_step_is_said(page):
    explain(page, later(trainer("circle", training__optimizer="momentum"), 20), Selection(1, 0, 0))
    assert "the same" not in page.effect.text() and page.effect.text()


def test_penalty_and_clipping_are_parts_of_the_gradient(page, look):
    run = trainer("circle", training__l2=0.01, training__clip_norm=0.05)
    explain(page, run, Selection(1, 0, 0))
    first = page.equations[0]
    assert first.startswith("∂L/∂w¹₁₁ = (")
    assert first.endswith(written(page.step.gradient, look.numbers, plus=True))


def test_without_penalty_and_clipping_nothing_is_said_of_them(page):
    explain(page, trainer("circle"), Selection(1, 0, 0))
    assert "∂L/∂w¹₁₁ =" not in page.lines.text()


def test_a_frozen_weight_says_so_and_trains_again_on_request(page, qtbot):
    explain(page, trainer("circle", network__frozen=["W1"]), Selection(1, 0, 0))
    assert "frozen" in page.effect.text() and page.step.step == 0.0
    assert page.freeze.text() == "Train again"
    with qtbot.waitSignal(page.freeze_requested) as asked:
        page.freeze.click()
    assert asked.args == [Selection(1, 0, 0), False]


def test_a_bias_is_frozen_on_request(page, qtbot):
    explain(page, trainer("circle"), Selection(1, 0, bias=True))
    with qtbot.waitSignal(page.freeze_requested) as asked:
        page.freeze.click()
    assert asked.args == [Selection(1, 0, bias=True), True]


def test_a_weight_that_this_network_does_not_have_is_not_explained(page):
    explain(page, trainer("worked-example"), Selection(1, 0, 7))
    assert page.empty.isVisible()


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("size", [(540, 380), (360, 220)])
def test_it_is_painted_in_every_theme(page, look, theme, size):
    look.set_theme(theme)
    page.resize(*size)
    explain(page, trainer("circle", training__optimizer="adam"), Selection(1, 0, 0))
    assert colours_in(page) > 6


def test_where_it_is_narrow_old_and_new_stand_under_each_other(page):
    explain(page, trainer("circle"), Selection(1, 0, 0))
    page.resize(300, 380)
    assert not page.values.isVisible()
    assert [row.name for row in page.readings.rows][:2] == ["before", "after"]


def test_where_it_is_low_the_last_line_is_in_view(qapp, page, look):
    look.set_scale(0.75)
    look.set_digits(6)
    page.resize(354, 202)
    explain(page, trainer("worked-example"), Selection(1, 0, 0))
    qapp.processEvents()
    last = page.effect.mapTo(page, page.effect.rect().bottomLeft())
    assert page.effect.isVisible() and page.rect().contains(last)


@pytest.mark.parametrize(
    ("room", "lines"),
    [
        (50, ["v ← 0.999 × 1.2×10⁻⁵ − 0.001 × 0.034² ≈ 0.013"]),
        (40, ["v ← 0.999 × 1.2×10⁻⁵ − 0.001 × 0.034²", "    ≈ 0.013"]),
        (25, ["v ← 0.999 × 1.2×10⁻⁵", "    − 0.001 × 0.034²", "    ≈ 0.013"]),
    ],
)
def test_an_equation_that_is_too_long_goes_on_with_a_sign(room, lines):
    assert broken("v ← 0.999 × 1.2×10⁻⁵ − 0.001 × 0.034² ≈ 0.013", lambda text: len(text) <= room) == lines


@pytest.mark.parametrize("optimiser", ["sgd", "momentum"])
def test_the_effect_is_in_view_in_the_window(qapp, page, optimiser):
    page.resize(506, 326)
    run = later(trainer("circle", training__optimizer=optimiser, training__l2=0.01, training__clip_norm=0.1))
    explain(page, run, Selection(1, 1, 0))
    qapp.processEvents()
    assert page.rect().contains(page.effect.mapTo(page, page.effect.rect().bottomLeft()))


@pytest.mark.parametrize("name", ["worked-example", "circle"])
def test_from_the_back_row_type_grows_where_there_is_room(qapp, page, look, name):
    look.set_presenting(True)
    page.resize(710, 950)
    explain(page, trainer(name), Selection(1, 0, 0))
    qapp.processEvents()
    assert 1.1 < page.lines.font().pixelSize() / look.font("mono_body").pixelSize() <= 1.42
    assert all(page.lines.fontMetrics().horizontalAdvance(line) <= 710 for line in page.lines.text().splitlines())
    last = page.effect.mapTo(page, page.effect.rect().bottomLeft())
    assert page.rect().contains(last)
    look.set_presenting(False)
    qapp.processEvents()
    assert page.lines.font().pixelSize() == look.font("mono_body").pixelSize()


def test_from_the_back_row_nothing_is_wider_than_the_page(page, look):
    look.set_presenting(True)
    page.resize(388, 520)
    explain(page, later(trainer("circle", training__optimizer="adam")), Selection(1, 0, 0))
    assert page.bars.width() <= 388 and page.readings.width() <= 388
