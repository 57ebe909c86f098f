import math

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent

from nnviz.engine.analysis.chain_rule import chain_rule
from nnviz.ui.diagram.highlight import NO_HIGHLIGHT, Highlight
from nnviz.ui.look.numbers import parsed
from nnviz.ui.panels.explain.chain_rule_page import ChainRulePage
from nnviz.ui.panels.explain.factor_words import factor_words
from nnviz.ui.panels.explain.path_bars import RowKind
from nnviz.ui.session.moment import Selection
from tests.ui.formula.moments import NUMBERS, experiment_text, trainer_of
from tests.ui.panels.explain.pages import Asked, later, moment, record_of, trainer
from tests.ui.panels.runs import THEMES, run_info
from tests.ui.put_up import put_up


@pytest.fixture
def page(qtbot, look):
    return put_up(qtbot, ChainRulePage(look), 520, 340)


@pytest.fixture
def asked(page):
    return Asked(page)


def numbers(tiles):
    return [parsed(tile.number.replace("+", "")) for tile in tiles]


def names(page):
    return [tile.name for tile in page.tiles.tiles]


def values(page, kind):
    return [row.value for row in (*page.bars.rows, *page.total.rows) if row.kind is kind]


def test_whose_numbers_passed_is_told_once_they_pass_no_more(qtbot, page, asked):
    record, picked = record_of("circle"), Selection(1, 0, 0)
    page.show_moment(moment(record, picked, training=True, hurried=True))
    qtbot.waitUntil(lambda: len(asked) == 1)
    asked.answer()
    assert page.title.text and not page.place.text
    page.show_moment(moment(record, picked))
    assert page.place.text == f"iteration 1 · example {record.examples[0] + 1}" and len(asked) == 1


# ---- the product --------------------------------------------------------------------------------------------------


def test_before_anything_it_says_how_to_get_there(page):
    assert page.empty.isVisible() and "weight" in page.empty.text()
    assert not page.tiles.isVisible()


def test_an_output_weight_is_the_lectures_three_factors(page, asked, look):
    look.set_digits(6)
    rule = asked.explain(record_of(), 2, 0, 0)
    assert names(page) == ["∂L/∂ŷ₁", "∂ŷ₁/∂z²₁", "∂z²₁/∂w²₁₁"]
    assert [tile.tag for tile in page.tiles.tiles] == ["ŷ₁", "ŷ₁", "h₁"]
    assert [tile.note for tile in page.tiles.tiles] == ["ŷ₁ − y₁", "g′", ""]
    assert page.tiles.ends.symbol == "∂L/∂w²₁₁"
    assert page.tiles.ends.result == "+0.082167"
    assert rule.gradient == pytest.approx(0.082167041, abs=1e-9)


def test_a_first_layer_weight_is_a_path_of_five_factors(page, asked):
    asked.explain(record_of(), 1, 0, 0)
    assert names(page) == ["∂L/∂ŷ₁", "∂ŷ₁/∂z²₁", "∂z²₁/∂h₁", "∂h₁/∂z¹₁", "∂z¹₁/∂w¹₁₁"]
    assert [tile.tag for tile in page.tiles.tiles] == ["ŷ₁", "ŷ₁", "w²₁₁", "h₁", "x₁"]


@pytest.mark.parametrize("digits", [2, 3, 6, 12])
@pytest.mark.parametrize(("layer", "unit", "source"), [(2, 0, 0), (1, 0, 0), (1, 1, 1), (2, 1, None), (1, 0, None)])
def test_the_shown_factors_give_the_shown_product_or_the_sign_says_otherwise(
    page, asked, look, digits, layer, unit, source
):
    look.set_digits(digits)
    asked.explain(record_of(), layer, unit, source)
    ends = page.tiles.ends
    shown, result = math.prod(numbers(page.tiles.tiles)), parsed(ends.result.replace("+", ""))
    last_place = 10.0**-digits * (10.0 ** math.floor(math.log10(abs(result))) if "×" in ends.result else 1.0)
    assert (ends.relation == "=") == (abs(shown - result) <= 0.5 * last_place * (1 + 1e-9))


@pytest.mark.parametrize("name", ["worked-example", "circle", "digits", "xor4"])
@pytest.mark.parametrize("mean", [False, True])
def test_every_paths_factors_multiply_to_its_product(page, asked, name, mean):
    rule = asked.explain(record_of(name), 1, 0, 0, mean=mean)
    for path in rule.paths:
        assert math.prod(factor.value for factor in path.factors) == pytest.approx(path.product, rel=1e-12, abs=1e-300)
    assert len(page.tiles.tiles) == len(page.path.factors)


def test_cross_entropy_behind_a_sigmoid_is_one_factor(page, asked):
    asked.explain(record_of("circle"), 3, 0, 0)
    assert names(page) == ["∂L/∂z³₁", "∂z³₁/∂w³₁₁"]
    assert page.tiles.tiles[0].note == "ŷ − y"


def test_a_softmax_with_squared_error_does_not_claim_the_error_alone(page, asked):
    record = record_of("digits", training__loss="squared_error")
    asked.explain(record, record.architecture.layers, 2, 0)
    assert page.tiles.tiles[0].name.startswith("∂L/∂z")
    assert page.tiles.tiles[0].note.startswith("δ")


def test_a_bias_ends_in_a_factor_of_one(page, asked):
    page.show_moment(moment(record_of(), Selection(1, 1, bias=True)))
    asked.answer()
    assert names(page)[-1] == "∂z¹₂/∂b¹₂"
    assert numbers(page.tiles.tiles)[-1] == 1
    assert "selected" not in page.notes.text()


def test_a_unit_stands_for_its_bias_and_the_page_says_so(page, asked):
    rule = asked.explain(record_of(), 1, 1)
    assert rule.source is None
    assert "h₂ is selected" in page.notes.text() and "b¹₂" in page.notes.text()


def test_an_input_has_nothing_to_explain(page, asked):
    page.show_moment(moment(record_of(), Selection(0, 1)))
    assert len(asked) == 0
    assert page.empty.isVisible() and "input" in page.empty.text()


def test_dropout_is_a_factor_of_its_own(page, asked):
    record = record_of("circle", network__hidden=[6], training__dropout=0.5)
    asked.explain(record, 1, 0, 0)
    assert "dropout" in names(page)
    assert numbers(page.tiles.tiles)[names(page).index("dropout")] in (0, 2)


def test_inputs_and_classes_are_called_by_their_names(page, asked):
    page.set_run(run_info(trainer("penguins")))
    asked.explain(record_of("penguins"), 1, 0, 2)
    assert {row.name for row in page.bars.rows} == {"h₁ → ŷ₁ Adelie", "h₁ → ŷ₂ Chinstrap", "h₁ → ŷ₃ Gentoo"}
    assert "x₃ flipper length is what the weight w¹₁₃ multiplies." in [tile.sentence for tile in page.tiles.tiles]


def test_the_mean_is_told_for_what_it_is(page, asked):
    record = record_of("circle")
    asked.explain(record, 2, 0, 1, mean=True)
    assert names(page) == ["mean", "∂z³₁/∂h²₁"]
    sentence = page.tiles.tiles[0].sentence
    assert "mean of ∂L/∂z³₁ · ∂h²₁/∂z²₁ · ∂z²₁/∂w²₁₂ over the batch's 10 examples" in sentence
    assert sentence in page.legend.text()


# ---- the sum ------------------------------------------------------------------------------------------------------


def test_one_path_needs_no_list(page, asked):
    asked.explain(record_of(), 2, 0, 0)
    assert not page.bars.isVisible()
    assert page.legend.isVisible()


def test_paths_are_bars_in_order_with_the_sum_below(page, asked):
    rule = asked.explain(record_of(), 1, 0, 0)
    assert [row.name for row in (*page.bars.rows, *page.total.rows)] == ["h₁ → ŷ₁", "h₁ → ŷ₂", "∂L/∂w¹₁₁"]
    sizes = [abs(value) for value in values(page, RowKind.PATH)]
    assert sizes == sorted(sizes, reverse=True)
    assert sum(values(page, RowKind.PATH)) == pytest.approx(rule.gradient, rel=1e-12)
    assert values(page, RowKind.TOTAL) == [rule.gradient]


def test_bars_go_left_for_negative_and_right_for_positive(qapp, page, asked):
    asked.explain(record_of(), 1, 0, 0)
    qapp.processEvents()
    bars = page.bars
    for place, row in enumerate(bars.rows):
        bar = bars.bar_of(place)
        assert (bar.right() if row.value < 0 else bar.left()) == pytest.approx(bars.zero)
        assert row.number.lstrip("=≈ ")[0] == ("−" if row.value < 0 else "+")
    assert bars.bar_of(0).width() > bars.bar_of(1).width()
    assert page.total.bar_of(0).left() == page.total.zero == bars.zero


@pytest.mark.parametrize("scale", [0.75, 1.0])
@pytest.mark.parametrize(
    ("name", "parameter"), [("worked-example", (1, 0, 0)), ("circle", (1, 1, 0)), ("digits", (1, 1, 36))]
)
def test_the_sum_is_in_view_however_little_room_there_is(qtbot, page, asked, look, scale, name, parameter):
    look.set_scale(scale)
    page.resize(354, 185)
    asked.explain(record_of(name), *parameter)
    # In line with the paths, though these may have a scroll bar.
    qtbot.waitUntil(lambda: page.total.width() == page.bars.width() and page.total.zero == page.bars.zero)
    box = page.total.rect().translated(page.total.mapTo(page, page.total.rect().topLeft()))
    assert page.total.isVisible() and page.rect().contains(box)
    assert box.height() == page.total.row_height


def test_the_whole_page_is_in_view_where_the_worked_example_is_small(qapp, page, asked, look):
    look.set_scale(0.75)
    look.set_digits(6)
    page.resize(354, 202)
    asked.explain(record_of(), 1, 0, 0)
    qapp.processEvents()
    assert page.scroll_area.verticalScrollBar().maximum() == 0


@pytest.mark.parametrize("parameter", [(1, 0, 0), (2, 0, 0)])
def test_from_the_back_row_type_grows_where_there_is_room(qapp, page, asked, look, parameter):
    look.set_presenting(True)
    page.resize(710, 950)
    asked.explain(record_of(), *parameter)
    qapp.processEvents()
    grown = page.tiles._lettering.font("mono_large").pixelSize() / look.font("mono_large").pixelSize()
    assert 1.1 < grown <= 1.41
    boxes = [page.tiles.box_of(place) for place in range(len(page.tiles.tiles))]
    assert all(box.right() <= page.tiles.width() for box in boxes)
    assert page.scroll_area.verticalScrollBar().maximum() == 0 and not page.tiles.is_brief(page.tiles.width())
    look.set_presenting(False)
    qapp.processEvents()
    assert page.tiles._lettering.font("mono_large").pixelSize() == look.font("mono_large").pixelSize()


def test_from_the_back_row_type_stays_where_there_is_no_room(page, asked, look):
    look.set_presenting(True)
    page.resize(370, 450)
    asked.explain(record_of("circle"), 1, 0, 0)
    assert page.tiles._lettering.font("mono_large").pixelSize() == look.font("mono_large").pixelSize()


def test_paths_that_are_not_told_one_by_one_are_one_row(page, asked):
    record = record_of("digits", network__hidden=[12, 12])
    rule = asked.explain(record, 1, 0, 4)
    rest = [row for row in page.bars.rows if row.kind is RowKind.REST]
    assert [row.name for row in rest] == [f"{12 * 10 - len(rule.paths)} more: sum"]
    parts = values(page, RowKind.PATH) + values(page, RowKind.REST)
    assert math.fsum(parts) == pytest.approx(rule.gradient, rel=1e-9, abs=1e-15)


def test_the_penalty_is_a_row_of_the_sum(page, asked):
    record = record_of("circle", training__l2=0.1)
    rule = asked.explain(record, 3, 0, 0)
    assert values(page, RowKind.PENALTY) == [rule.penalty]
    assert rule.penalty == pytest.approx(0.1 * record.layers[2].W[0, 0])
    assert values(page, RowKind.TOTAL) == [pytest.approx(values(page, RowKind.PATH)[0] + rule.penalty)]


def test_beside_an_example_stands_the_batchs_mean(page, asked):
    record = record_of("circle")
    asked.explain(record, 1, 1, 0, example=3)
    assert (
        f"Mean over the batch's 10 examples: {record.layers[0].grad_W[1, 0]:+.3f}".replace("-", "−")
        in page.notes.text()
    )
    asked.explain(record, 1, 1, 0, mean=True)
    assert not page.notes.isVisible()


def test_a_clipped_gradient_says_so(page, asked):
    record = record_of("circle", training__clip_norm=0.01)
    asked.explain(record, 1, 1, 0, mean=True)
    assert record.clip[1] < 1
    assert page.notes.text().startswith("Clipped")


def test_it_says_which_iteration_and_whose_numbers(page, asked):
    record = record_of("circle", iterations=12)
    asked.explain(record, 1, 1, 0, example=2)
    assert page.place.text == f"iteration 12 · example {record.examples[2] + 1}"
    assert page.title.text.startswith("Why is ∂L/∂w¹₂₁ = ")
    asked.explain(record, 1, 1, 0, mean=True)
    assert page.place.text == "iteration 12 · mean of 10 examples"


# ---- asking -------------------------------------------------------------------------------------------------------


def test_it_asks_only_while_it_is_visible(page, asked):
    page.hide()
    page.show_moment(moment(record_of(), Selection(1, 0, 0)))
    assert len(asked) == 0
    page.show()
    assert len(asked) == 1


def test_it_asks_again_only_where_something_has_changed(page, asked):
    record = record_of("circle")
    first = moment(record, Selection(1, 0, 0))
    page.show_moment(first)
    page.show_moment(later(first))
    assert len(asked) == 1
    page.show_moment(moment(record, Selection(1, 0, 1)))
    page.show_moment(moment(record, Selection(1, 0, 1), example=4))
    page.show_moment(moment(record, Selection(1, 0, 1), example=4, mean=True))
    assert len(asked) == 4
    page.show_moment(moment(record_of("circle"), Selection(1, 0, 1), mean=True))
    assert len(asked) == 5


def test_an_answer_to_an_older_question_is_ignored(page, asked):
    record = record_of()
    page.show_moment(moment(record, Selection(1, 0, 0)))
    page.show_moment(moment(record, Selection(2, 0, 0)))
    asked.answer(0)
    assert page.path is None
    asked.answer(1)
    assert len(page.tiles.tiles) == 3


def test_after_a_new_run_an_old_answer_is_ignored(page, asked):
    page.show_moment(moment(record_of(), Selection(1, 0, 0)))
    page.set_run(run_info(trainer()))
    asked.answer()
    assert page.path is None and page.empty.isVisible()


def test_when_nothing_is_selected_any_more_it_is_empty(page, asked):
    record = record_of()
    asked.explain(record, 1, 0, 0)
    page.show_moment(moment(record))
    assert page.empty.isVisible() and not page.tiles.isVisible()


# ---- pointing and picking -----------------------------------------------------------------------------------------


def hover(qtbot, page, place):
    qtbot.mouseMove(page.tiles, page.tiles.box_of(place).center().toPoint())


def test_pointing_at_a_factor_lights_its_unit_or_edge(qtbot, page, asked):
    asked.explain(record_of(), 1, 0, 1)
    expected = [
        Highlight(units=((2, 0),)),
        Highlight(units=((2, 0),)),
        Highlight(edges=((2, 0, 0),)),
        Highlight(units=((1, 0),)),
        Highlight(units=((0, 1),), edges=((1, 0, 1),)),
    ]
    for place, highlight in enumerate(expected):
        hover(qtbot, page, place)
        assert page.highlight == highlight
        assert page.sentence.text == page.tiles.tiles[place].sentence
    qtbot.mouseMove(page.tiles, QPoint(1, page.tiles.height() - 1))
    assert page.highlight == NO_HIGHLIGHT


def test_the_keyboard_goes_from_factor_to_factor(qtbot, page, asked):
    heard = []
    page.highlight_changed.connect(heard.append)
    asked.explain(record_of(), 2, 1, 0)
    tiles = page.tiles
    tiles.focusInEvent(QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.TabFocusReason))
    assert tiles.current == 0
    qtbot.keyClick(tiles, Qt.Key.Key_Right)
    qtbot.keyClick(tiles, Qt.Key.Key_Right)
    assert tiles.current == 2
    assert page.highlight == Highlight(((1, 0),), ((2, 1, 0),))
    qtbot.keyClick(tiles, Qt.Key.Key_Left)
    assert tiles.current == 1
    tiles.focusOutEvent(QFocusEvent(QEvent.Type.FocusOut))
    assert heard[-1] == NO_HIGHLIGHT


def test_the_arrow_keys_of_the_tiles_do_not_step_through_the_iteration(page, asked, qapp):
    asked.explain(record_of(), 1, 0, 0)
    for key, taken in ((Qt.Key.Key_Right, True), (Qt.Key.Key_Space, False)):
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.NoModifier)
        event.ignore()
        qapp.sendEvent(page.tiles, event)
        assert event.isAccepted() is taken


def test_a_click_on_a_factor_selects_its_unit_or_weight(qtbot, page, asked):
    asked.explain(record_of(), 1, 0, 0)
    picked = []
    page.selection_changed.connect(picked.append)
    for place in range(4):
        qtbot.mouseClick(page.tiles, Qt.MouseButton.LeftButton, pos=page.tiles.box_of(place).center().toPoint())
    assert picked == [Selection(2, 0), Selection(2, 0), Selection(2, 0, 0), Selection(1, 0)]


def test_pointing_at_a_path_lights_all_of_it(qtbot, page, asked):
    asked.explain(record_of(), 1, 0, 1)
    qtbot.mouseMove(page.bars, page.bars.box_of(1).center().toPoint())
    second = page.bars.rows[1].name
    output = 0 if second.endswith("ŷ₁") else 1
    assert page.highlight == Highlight(((0, 1), (1, 0), (2, output)), ((1, 0, 1), (2, output, 0)))
    page.bars.leaveEvent(QEvent(QEvent.Type.Leave))
    assert page.highlight == NO_HIGHLIGHT


def test_hiding_the_page_puts_the_light_out(qtbot, page, asked):
    asked.explain(record_of(), 1, 0, 1)
    hover(qtbot, page, 0)
    page.hide()
    assert page.highlight == NO_HIGHLIGHT


def test_a_click_on_a_path_spells_it_out(qtbot, page, asked):
    rule = asked.explain(record_of(), 1, 0, 0)
    assert page.path is rule.paths[0]
    qtbot.mouseClick(page.bars, Qt.MouseButton.LeftButton, pos=page.bars.box_of(1).center().toPoint())
    assert page.path is rule.paths[1]
    assert page.tiles.ends.result_name == page.bars.rows[1].name
    assert "ŷ₂" in names(page)[0] or "ŷ₁" in names(page)[0]


def test_up_and_down_go_from_path_to_path(qtbot, page, asked):
    rule = asked.explain(record_of("circle"), 1, 0, 0)
    qtbot.keyClick(page.bars, Qt.Key.Key_Down)
    qtbot.keyClick(page.bars, Qt.Key.Key_Down)
    qtbot.keyClick(page.bars, Qt.Key.Key_Down)
    assert page.path is rule.paths[2]
    qtbot.keyClick(page.bars, Qt.Key.Key_Up)
    assert page.path is rule.paths[1]


def test_the_chosen_path_stays_chosen_for_the_next_example(qtbot, page, asked):
    record = record_of("circle")
    asked.explain(record, 1, 0, 0)
    qtbot.keyClick(page.bars, Qt.Key.Key_Down)
    chosen = page.path.units
    asked.explain(record, 1, 0, 0, example=1)
    assert page.path.units == chosen


# ---- its looks ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("width", "presenting"), [(520, False), (300, False), (370, True)])
def test_nothing_sticks_out_at_any_size(page, asked, look, theme, width, presenting):
    look.set_theme(theme)
    look.set_presenting(presenting)
    page.resize(width, 340)
    asked.explain(record_of("circle"), 1, 0, 0)
    tiles = page.tiles
    boxes = [tiles.box_of(place) for place in range(len(tiles.tiles))]
    assert all(box.right() <= tiles.width() and box.bottom() <= tiles.height() for box in boxes)
    assert not any(one.intersects(other) for place, one in enumerate(boxes) for other in boxes[:place])
    assert page.grab().toImage().width() == page.width()


def test_numbers_follow_the_number_style(page, asked, look):
    asked.explain(record_of(), 2, 0, 0)
    look.set_digits(2)
    look.set_decimal_sign(",")
    assert page.tiles.ends.result == "+0,08"


@pytest.mark.parametrize(("scale", "error"), [("half_sum", "ŷ₁ − y₁"), ("sum", "2 (ŷ₁ − y₁)"), ("mean", "ŷ₁ − y₁")])
def test_the_first_factor_is_told_with_what_the_loss_puts_before_the_error(scale, error):
    text = experiment_text(NUMBERS, "tanh", "squared_error", hidden="[]", training=f'loss_scale = "{scale}"')
    record = trainer_of(text).iterate()
    rule = chain_rule(record, 1, 0, 0, 2)
    path = rule.paths[0]
    first = factor_words(record, rule, path, path.factors[0])
    assert first.is_what == error and first.sentence.endswith(f"by the error {error}.")
    expected = (2.0 if scale == "sum" else 1.0) * (record.prediction - record.y)[2, 0]
    assert path.factors[0].value == pytest.approx(expected, rel=1e-12)
