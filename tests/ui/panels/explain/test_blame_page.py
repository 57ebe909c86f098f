import math
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt

from nnviz.ui.diagram.highlight import NO_HIGHLIGHT, Highlight
from nnviz.ui.look.numbers import written
from nnviz.ui.panels.explain.blame_page import BlamePage
from nnviz.ui.session.moment import Selection
from nnviz.worker.questions import WhoIsToBlame
from tests.ui.formula.moments import CLASSES, NUMBERS, experiment_text, trainer_of
from tests.ui.panels.explain.explained import explain, shown
from tests.ui.panels.runs import THEMES, colours_in, run_info, trainer


@pytest.fixture
def page(qtbot, look):
    return shown(qtbot, BlamePage(look))


def texts(page):
    return [row.text for row in page.losses.rows]


def test_without_a_selection_it_says_how_to_get_one(page):
    explain(page, trainer("circle"))
    assert page.empty.isVisible() and "Click a unit" in page.empty.text()


def test_an_input_has_no_error_signal_to_split(page):
    explain(page, trainer("circle"), Selection(0, 1))
    assert page.empty.isVisible()


def test_the_shares_add_up_to_delta_largest_first(page):
    record = explain(page, trainer("circle"), Selection(1, 2), example=4)
    values = [row.value for row in page.shares.rows]
    assert math.fsum(values) == pytest.approx(record.layers[0].delta[4, 2], abs=1e-15)
    assert values == sorted(values, key=abs, reverse=True)
    assert page.total.rows[0].value == record.layers[0].delta[4, 2]


def test_a_row_is_worked_out_with_its_own_numbers(page, look):
    record = explain(page, trainer("worked-example"), Selection(1, 0))
    hidden, output = record.layers
    factors = output.W[0, 0], output.delta[0, 0], hidden.slope[0, 0]
    plus = [written(float(value), look.numbers, plus=True) for value in factors[:2]]
    assert page.shares.rows[0].working == f"{plus[0]} × {plus[1]} × {written(float(factors[2]), look.numbers)}"
    assert page.shares.rows[0].value == pytest.approx(math.prod(factors))


def test_numbers_that_do_not_quite_give_the_result_say_so(page, look):
    look.set_digits(2)
    explain(page, trainer("worked-example"), Selection(1, 0))
    assert any(row.text.startswith("≈") for row in (*page.shares.rows, *page.total.rows))


def test_bars_stand_on_the_side_of_their_sign(page):
    explain(page, trainer("worked-example"), Selection(1, 0))
    (first, second), shares = page.shares.rows, page.shares
    assert first.value > 0.0 > second.value
    assert shares.bar_of(0).left() == pytest.approx(shares.bar_of(1).right())


def test_silencing_is_measured_with_a_sign_and_a_word(page, look):
    explain(page, trainer("circle"), Selection(2, 1))
    blame = page.blame
    more = blame.loss_without - blame.loss
    assert texts(page)[:2] == [written(blame.loss, look.numbers), written(blame.loss_without, look.numbers)]
    assert texts(page)[2] == written(more, look.numbers, plus=True)
    assert ("needs it" in page.verdict.text()) == (more > 0.0)
    assert ("better without" in page.verdict.text()) == (more < 0.0)


def test_over_the_batch_no_product_of_means_is_written(page):
    record = explain(page, trainer("circle"), Selection(1, 0), mean=True)
    assert all("mean of" in row.working for row in page.shares.rows)
    assert page.total.rows[0].value == pytest.approx(record.layers[0].delta[:, 0].mean())


@pytest.mark.parametrize(
    ("name", "formula"),
    [("worked-example", "δ = (ŷ − y) · g′(z)"), ("circle", "δ = ŷ − y"), ("digits", "δ = ŷ − y")],
)
def test_at_the_output_it_says_what_is_true_of_the_loss(page, name, formula):
    run = trainer(name)
    explain(page, run, Selection(run.architecture.layers, 0))
    assert page.formula.text == formula
    assert "(" in page.working.text() or "g′" not in formula
    assert not page.shares.isVisible() and not page.knock_out.isVisible()


def test_a_softmax_with_squared_error_has_all_errors_in_each_delta(page):
    explain(page, trainer_of(experiment_text(CLASSES, "softmax", "squared_error")), Selection(3, 1))
    assert "Σ" in page.formula.text and "Σ e ŷ" in page.working.text()


@pytest.mark.parametrize(
    ("data", "output", "scale", "formula", "said"),
    [
        (NUMBERS, "linear", "sum", "δ = 2 (ŷ − y) · g′(z)", "δ is 2 times the error"),
        (NUMBERS, "tanh", "sum", "δ = 2 (ŷ − y) · g′(z)", "multiplied by the slope"),
        (NUMBERS, "tanh", "mean", "δ = (ŷ − y) · g′(z)", "multiplied by the slope"),
        (CLASSES, "softmax", "mean", "δₖ = ŷₖ · (eₖ − Σ e ŷ), e = 2/3 (ŷ − y)", "Softmax couples"),
    ],
)
def test_at_the_output_it_says_the_factor_of_the_squared_error(page, data, output, scale, formula, said):
    text = experiment_text(data, output, "squared_error", training=f'loss_scale = "{scale}"')
    explain(page, trainer_of(text), Selection(3, 1))
    assert page.formula.text in (formula, formula.partition(",")[0]) and said in page.words.text()


def test_a_unit_is_knocked_out_and_brought_back(page, qtbot):
    run = trainer("circle")
    explain(page, run, Selection(1, 1))
    with qtbot.waitSignal(page.silence_requested) as asked:
        page.knock_out.click()
    assert asked.args == [1, 1, True]
    run.silence(1, 1, True)
    explain(page, run, Selection(1, 1))
    assert "knocked out" in page.verdict.text() and page.blame.loss == page.blame.loss_without
    with qtbot.waitSignal(page.silence_requested) as asked:
        page.knock_out.click()
    assert asked.args == [1, 1, False]


def test_pointing_at_a_share_lights_its_edge(page, qtbot):
    explain(page, trainer("circle"), Selection(1, 2))
    highlight = []
    page.highlight_changed.connect(highlight.append)
    qtbot.mouseMove(page.shares, page.shares.box_of(1).center().toPoint())
    unit = sorted(page.blame.shares, key=lambda share: -abs(share.value))[1].unit
    assert highlight[-1] == Highlight(((2, unit),), ((2, unit, 2),))
    page.hide()
    assert highlight[-1] == NO_HIGHLIGHT


def test_a_click_on_a_share_goes_on_to_the_unit_ahead(page, qtbot):
    explain(page, trainer("circle"), Selection(1, 2))
    largest = max(page.blame.shares, key=lambda share: abs(share.value))
    with qtbot.waitSignal(page.selection_changed) as picked:
        qtbot.mouseClick(page.shares, Qt.MouseButton.LeftButton, pos=QPoint(20, 8))
    assert picked.args == [Selection(2, largest.unit)]


def test_the_rows_work_by_keyboard(page, qtbot):
    explain(page, trainer("circle"), Selection(1, 2))
    picked = []
    page.selection_changed.connect(picked.append)
    page.shares.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(page.shares, Qt.Key.Key_Down)
    qtbot.keyClick(page.shares, Qt.Key.Key_Return)
    second = sorted(page.blame.shares, key=lambda share: -abs(share.value))[1]
    assert picked == [Selection(2, second.unit)]


def test_an_answer_to_an_older_question_is_not_shown(page):
    record = explain(page, trainer("circle"), Selection(1, 2))
    old = WhoIsToBlame(record, 1, 0, 0)
    page.show_answer(old, old.answer())
    assert page.blame.unit == 2


def test_nothing_is_asked_while_it_is_hidden(page):
    page.hide()
    asked = []
    page.asked.connect(asked.append)
    explain(page, trainer("circle"), Selection(1, 2))
    assert asked == []
    page.show()
    assert len(asked) == 1


def test_the_same_place_is_asked_about_once(page):
    run = trainer("circle")
    record = explain(page, run, Selection(1, 2), phase=3)
    asked = []
    page.asked.connect(asked.append)
    page.show_moment(replace(page.moment, phase_index=5))
    assert asked == [] and record is page.moment.record


def test_it_folds_when_it_becomes_narrow(page):
    explain(page, trainer("circle"), Selection(1, 0))
    assert page.verdict.isVisible() and page.losses.rows[2].name == "difference"
    page.resize(300, 380)
    assert not page.verdict.isVisible() and page.losses.rows[2].name != "difference"


def test_of_a_new_run_nothing_old_is_shown(page):
    run = trainer("circle")
    explain(page, run, Selection(1, 0))
    page.set_run(run_info(run, 2))
    assert page.blame is None and page.empty.isVisible()


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("size", [(540, 380), (360, 220)])
def test_it_is_painted_in_every_theme(page, look, theme, size):
    look.set_theme(theme)
    page.resize(*size)
    explain(page, trainer("circle"), Selection(1, 0))
    assert colours_in(page) > 6


def test_from_the_back_row_the_shares_are_large_enough(page, look):
    look.set_presenting(True)
    page.resize(388, 520)
    explain(page, trainer("circle"), Selection(1, 0))
    assert look.font("mono_body").pixelSize() >= 24
    assert page.verdict.isHidden() and len(page.losses.rows) == 3
    assert page.losses.rows[2].name in ("it is needed", "better without")
