from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLineEdit
from shiboken6 import delete

from nnviz.engine.analysis.nudge import nudged_loss
from nnviz.ui.look.numbers import NumberStyle
from nnviz.ui.panels.explain import nudge_page
from nnviz.ui.panels.explain.nudge_page import KEEP, NudgePage
from nnviz.ui.panels.explain.shared_digits import alike, shared_part
from nnviz.ui.session.moment import Selection
from tests.ui.panels.explain.pages import Asked, later, moment, record_of, trainer
from tests.ui.panels.runs import THEMES, run_info
from tests.ui.put_up import put_up


@pytest.fixture
def page(qtbot, look):
    return put_up(qtbot, NudgePage(look), 520, 340)


@pytest.fixture
def asked(page):
    return Asked(page)


class Heard:
    """Keeps what a page says of a drag."""

    def __init__(self, page):
        self.begun, self.nudged, self.ended = 0, [], []
        page.nudge_begun.connect(self._on_begun)
        page.nudged.connect(lambda selection, value: self.nudged.append((selection, value)))
        page.nudge_ended.connect(self.ended.append)

    def _on_begun(self):
        self.begun += 1


@pytest.fixture
def heard(page):
    return Heard(page)


def place_of(page, value):
    """Where the curve is at a value, in the plot."""
    plot = page.plot
    loss = float(np.interp(value, plot.nudge.values, plot.nudge.losses))
    return QPointF(plot.x_pixel(value), plot.y_pixel(loss)).toPoint()


def take_hold(qtbot, page):
    qtbot.mousePress(page.plot.viewport(), Qt.MouseButton.LeftButton, pos=place_of(page, page.plot.at[0]))


def drag_to(page, value):
    """Move the mouse with its button down."""
    plot = page.plot
    place = QPointF(place_of(page, value))
    event = _mouse_move(place, plot)
    plot.mouseMoveEvent(event)


def _mouse_move(place, plot):
    left = Qt.MouseButton.LeftButton
    return QMouseEvent(
        QEvent.Type.MouseMove, place, plot.mapToGlobal(place), Qt.MouseButton.NoButton, left, Qt.KeyboardModifier(0)
    )


def let_go(qtbot, page):
    qtbot.mouseRelease(page.plot.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(5, 5))


def readings(page):
    return {row.name: row.text for row in page.readings.rows}


# ---- what it shows ------------------------------------------------------------------------------------------------


def test_before_anything_it_says_how_to_get_there(page):
    assert page.empty.isVisible() and "weight" in page.empty.text()
    assert not page.plot.isVisible()


def test_the_curve_is_the_networks_own_loss(page, asked):
    record = record_of("circle")
    nudge = asked.explain(record, 1, 2, 1, example=4)
    x, y = page.plot._curve.getData()
    low, high = page.plot.y_range
    for place in (0, 20, 80):
        loss = nudged_loss(record, 1, 2, 1, float(nudge.values[place]), 4)
        assert low + y[place] * (high - low) == pytest.approx(loss, rel=1e-12)
    assert page.plot.at == (record.layers[0].W[2, 1], pytest.approx(record.example_losses[4]))
    assert len(x) == len(nudge.values)


def test_the_tangents_slope_is_the_gradient(page, asked):
    nudge = asked.explain(record_of(), 1, 0, 0)
    rise = page.plot.tangent_at(nudge.value + 0.5) - page.plot.tangent_at(nudge.value - 0.5)
    assert rise == pytest.approx(nudge.gradient, rel=1e-9)
    assert page.plot.tangent_at(nudge.value) == nudge.loss


def test_gradient_and_measured_slope_stand_side_by_side(page, asked):
    nudge = asked.explain(record_of(), 2, 0, 0)
    assert page.digits.lines[0][1].startswith("+0.0821670405")
    assert page.digits.shared.startswith("+0.0821670405")
    assert nudge.shared_digits >= 8
    assert page.digits.verdict == f"✓ They agree to {nudge.shared_digits} digits."


def test_it_says_which_weight_and_which_iteration(page, asked):
    record = record_of("circle", iterations=3)
    asked.explain(record, 1, 0, 1, example=1)
    assert page.title.text == "If w¹₁₂ changed a little, how would L react?"
    assert page.place.text == f"iteration 3 · example {record.examples[1] + 1}"


@pytest.mark.parametrize(
    ("numbers", "digits", "texts", "shared"),
    [
        ((0.0821670405642, 0.0821670405631), 10, ("+0.08216704056420", "+0.08216704056310"), "+0.08216704056"),
        ((-1.5, -1.4), 1, ("−1.50", "−1.40"), "−1."),
        ((1.25e-7, 1.26e-7), 2, ("+1.250×10⁻⁷", "+1.260×10⁻⁷"), "+1.2"),
        ((0.0, 0.0), 16, ("0.000", "0.000"), "0.000"),
    ],
)
def test_shared_digits_stand_out(numbers, digits, texts, shared):
    shown = alike(numbers, digits, NumberStyle())
    assert [text.rstrip("0") for text in shown] == [text.rstrip("0") for text in texts]
    assert shared_part(shown, digits) == shared


def test_a_gradient_of_zero_agrees_with_a_measured_slope_that_is_mere_rounding(page, asked, look):
    record = record_of("digits", iterations=5)
    dark = int(np.flatnonzero((record.x == 0.0).all(axis=0))[0])
    nudges = [asked.explain(record, 1, unit, dark, mean=True) for unit in range(4)]
    assert all(nudge.gradient == 0.0 and nudge.agree for nudge in nudges)
    page.digits.show_numbers(("", ""), (0.0, 3.7e-14), 0, agree=True)
    assert page.digits.verdict == "✓ They agree except for rounding." and page.digits.tone == "update"


@pytest.mark.parametrize(
    ("numbers", "digits", "verdict"),
    [
        ((0.0, 0.25), 0, "≠ They do not agree."),
        ((1.0, 1.1), 1, "≠ Only their first digit agrees."),
        ((1.0, 1.01), 2, "≠ Only 2 digits agree."),
    ],
)
def test_numbers_that_do_not_agree_are_not_green_and_have_a_sign(page, look, numbers, digits, verdict):
    page.digits.resize(400, 200)
    page.digits.show_numbers(("one", "other"), numbers, digits, agree=False)
    assert page.digits.verdict == verdict
    picture = page.digits.grab().toImage()
    seen = {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())}
    assert look.colour("error").name() in seen and look.colour("update").name() not in seen


@pytest.mark.parametrize(
    ("size", "presenting"), [((520, 340), False), ((345, 190), False), ((710, 950), True), ((460, 610), True)]
)
@pytest.mark.parametrize("name", ["worked-example", "circle", "digits"])
def test_both_axes_have_two_numbers_at_least(page, asked, look, name, size, presenting):
    look.set_presenting(presenting)
    page.resize(*size)
    asked.explain(record_of(name), 1, 0, 0)
    plot = page.plot
    ends = [plot.x_pixel(tick.place) + plot.lettering.width(tick.text, "tiny") / 2 for tick in plot._x_ticks]
    assert sum(end <= plot._x_texts_end() for end in ends) >= 2
    assert len(plot._y_ticks) >= 2


# ---- asking -------------------------------------------------------------------------------------------------------


def test_it_asks_only_while_it_is_visible_and_only_what_is_new(page, asked):
    first = moment(record_of(), Selection(1, 0, 0))
    page.hide()
    page.show_moment(first)
    assert len(asked) == 0
    page.show()
    page.show_moment(later(first))
    assert len(asked) == 1


def test_an_answer_to_an_older_question_is_ignored(page, asked):
    record = record_of()
    page.show_moment(moment(record, Selection(1, 0, 0)))
    page.show_moment(moment(record, Selection(2, 0, 0)))
    asked.answer(0)
    assert page.plot.nudge is None
    assert asked.answer(1) is page.plot.nudge


# ---- dragging -----------------------------------------------------------------------------------------------------


def test_a_drag_says_the_value_all_along_and_puts_it_back(qtbot, page, asked, heard):
    asked.explain(record_of(), 1, 0, 1)
    take_hold(qtbot, page)
    drag_to(page, 0.5)
    drag_to(page, 0.75)
    assert heard.begun == 1
    assert [selection for selection, _ in heard.nudged] == [Selection(1, 0, 1)] * 2
    assert [value for _, value in heard.nudged] == pytest.approx([0.5, 0.75], abs=0.01)
    let_go(qtbot, page)
    assert heard.ended == [False]
    assert page.plot.handle is None


def test_the_handle_goes_along_the_curve_and_the_tangent_is_compared(qtbot, page, asked):
    record = record_of()
    nudge = asked.explain(record, 2, 0, 0)
    take_hold(qtbot, page)
    drag_to(page, 0.9)
    value, loss = page.plot.at
    assert loss == nudged_loss(record, 2, 0, 0, value, 0)
    assert readings(page)["L, measured"] == f"{loss:.3f}"
    assert readings(page)["L, by the tangent"] == f"{page.plot.tangent_at(value):.3f}"
    assert readings(page)["ΔL, measured"] == f"{loss - nudge.loss:+.3f}"
    assert readings(page)["∂L/∂w · Δw"] == f"{nudge.gradient * (value - nudge.value):+.3f}"


def test_the_network_is_heard_during_a_drag_but_the_curve_stays(qtbot, page, asked):
    run = trainer()
    record = run.iterate()
    nudge = asked.explain(record, 2, 0, 0)
    take_hold(qtbot, page)
    drag_to(page, 0.9)
    page.show_moment(moment(nudged(record, page), Selection(2, 0, 0)))
    assert page.plot.nudge is nudge and len(asked) == 1
    value, loss = page.plot.measured
    assert value == page.plot.handle[0]
    assert loss == pytest.approx(nudged_loss(record, 2, 0, 0, value, 0), rel=1e-14)
    assert readings(page)["L, measured"] == f"{loss:.3f}"
    assert len({text for _, text in readings(page).items()}) == len(readings(page))


def _with(record, place, value=None):
    """The parameters of a layer as an experiment has them, one weight changed."""
    weights = record.layers[place].W.copy()
    if value is not None:
        weights[0, 0] = value
    return {"W": weights.tolist(), "b": record.layers[place].b.tolist()}


def nudged(record, page, bias=None):
    """The record that comes of a drag to where the handle is, of the first weight of the output."""
    last = _with(record, 1, page.plot.handle[0])
    if bias is not None:
        last["b"][0] = bias
    return record_of(network__parameters=[_with(record, 0), last])


def test_a_press_beside_the_handle_takes_no_hold(qtbot, page, asked, heard):
    asked.explain(record_of(), 2, 0, 0)
    qtbot.mousePress(page.plot.viewport(), Qt.MouseButton.LeftButton, pos=place_of(page, -0.4))
    drag_to(page, 0.5)
    assert heard.begun == 0 and heard.nudged == []


def test_a_drag_ends_at_the_ends_of_the_curve(qtbot, page, asked, heard):
    nudge = asked.explain(record_of(), 2, 0, 0)
    take_hold(qtbot, page)
    page.plot.mouseMoveEvent(_mouse_move(QPointF(5000, 10), page.plot))
    assert heard.nudged[-1][1] == nudge.values[-1]


def test_kept_when_one_chooses_so(qtbot, page, asked, heard):
    record = record_of()
    asked.explain(record, 2, 0, 0)
    page.choice.button(KEEP).click()
    take_hold(qtbot, page)
    drag_to(page, 0.9)
    let_go(qtbot, page)
    assert heard.ended == [True]
    assert page.plot.handle is not None


def test_after_a_drag_it_asks_about_the_new_record(qtbot, page, asked):
    asked.explain(record_of(), 2, 0, 0)
    take_hold(qtbot, page)
    drag_to(page, 0.9)
    let_go(qtbot, page)
    asked.explain(record_of(), 2, 0, 0)
    assert len(asked) == 2 and page.plot.handle is None


def test_escape_during_a_drag_puts_it_back_whatever_is_chosen(qtbot, page, asked, heard):
    asked.explain(record_of(), 2, 0, 0)
    page.choice.button(KEEP).click()
    take_hold(qtbot, page)
    drag_to(page, 0.9)
    qtbot.keyClick(page.plot, Qt.Key.Key_Escape)
    let_go(qtbot, page)
    assert heard.ended == [False]


def test_a_drag_with_the_mouse_gives_the_keyboard_back(qtbot, page, asked):
    field = QLineEdit(page)
    field.show()
    field.setFocus()
    asked.explain(record_of(), 2, 0, 0)
    qtbot.waitUntil(field.hasFocus)
    take_hold(qtbot, page)
    assert page.plot.hasFocus()
    let_go(qtbot, page)
    assert field.hasFocus()


def test_a_new_run_during_a_drag_has_nothing_to_put_back(qtbot, page, asked, heard):
    asked.explain(record_of(), 2, 0, 0)
    take_hold(qtbot, page)
    page.set_run(run_info(trainer()))
    assert heard.ended == [True]
    assert page.empty.isVisible()


def test_another_selection_or_a_hidden_page_ends_a_drag(qtbot, page, asked, heard):
    record = record_of()
    asked.explain(record, 2, 0, 0)
    take_hold(qtbot, page)
    page.show_moment(moment(record, Selection(1, 0, 0)))
    assert heard.ended == [False]
    asked.answer()
    take_hold(qtbot, page)
    page.hide()
    assert heard.ended == [False, False]


def next_iteration(record, shown):
    return moment(record_of(iterations=2), Selection(2, 0, 0))


def another_bias(record, shown):
    return moment(nudged(record, shown, bias=5.0), Selection(2, 0, 0))


def undone(record, shown):
    """First what the drag has made, and then what was before it."""
    shown.show_moment(moment(nudged(record, shown), Selection(2, 0, 0)))
    assert shown.plot.dragging
    return moment(record_of(), Selection(2, 0, 0))


def training(record, shown):
    return moment(nudged(record, shown), Selection(2, 0, 0), training=True)


def knocked_out(record, shown):
    run = trainer(network__parameters=[_with(record, 0), _with(record, 1, shown.plot.handle[0])])
    run.silence(1, 1, True)
    return moment(run.iterate(), Selection(2, 0, 0))


@pytest.mark.parametrize("keep", [False, True])
@pytest.mark.parametrize("makes", [next_iteration, another_bias, undone, training, knocked_out])
def test_a_drag_ends_as_soon_as_the_network_is_another(qtbot, page, asked, heard, makes, keep):
    record = record_of()
    asked.explain(record, 2, 0, 0)
    if keep:
        page.choice.button(KEEP).click()
    take_hold(qtbot, page)
    drag_to(page, 0.9)
    other = makes(record, page)
    page.show_moment(other)
    assert heard.ended == [keep] and not page.plot.dragging
    page.show_moment(replace(other, training=False))
    assert asked.questions[-1].record is other.record
    # Nothing more comes of the drag, and no other one begins along a curve that is not the weight's any more.
    qtbot.keyClick(page.plot, Qt.Key.Key_Escape)
    drag_to(page, 0.8)
    qtbot.keyClick(page.plot, Qt.Key.Key_Right)
    assert heard.ended == [keep] and heard.begun == 1 and len(heard.nudged) == 1
    assert asked.answer() is page.plot.nudge
    qtbot.keyClick(page.plot, Qt.Key.Key_Right)
    assert heard.begun == 2


@pytest.mark.parametrize("fields", [{"example": 3}, {"mean": True}])
def test_another_example_ends_a_drag_and_all_numbers_are_its(qtbot, page, asked, heard, fields):
    record = record_of("circle")
    asked.explain(record, 2, 0, 0)
    qtbot.keyClick(page.plot, Qt.Key.Key_Right)
    page.show_moment(moment(record, Selection(2, 0, 0), **fields))
    assert heard.ended == [False] and page.plot.measured is None
    nudge = asked.answer()
    loss = record.loss.total if "mean" in fields else record.example_losses[3]
    assert nudge.loss == pytest.approx(loss) and readings(page)["L"] == f"{loss:.3f}"


def test_the_drag_before_does_not_end_the_next_one(qtbot, page, asked, heard):
    record = record_of()
    asked.explain(record, 2, 0, 0)
    qtbot.keyClick(page.plot, Qt.Key.Key_Right)
    late = nudged(record, page)
    qtbot.keyClick(page.plot, Qt.Key.Key_Escape)
    qtbot.keyClick(page.plot, Qt.Key.Key_Left)
    for each in (late, record_of(), nudged(record, page)):
        page.show_moment(moment(each, Selection(2, 0, 0)))
    assert heard.ended == [False] and page.plot.dragging


def test_no_drag_begins_while_training(qtbot, page, asked, heard):
    page.show_moment(moment(record_of(), Selection(2, 0, 0), training=True))
    asked.answer()
    qtbot.keyClick(page.plot, Qt.Key.Key_Right)
    take_hold(qtbot, page)
    assert heard.begun == 0


def test_of_a_large_batch_a_loss_is_read_off_the_curve_until_the_network_says_it(qtbot, page, asked, monkeypatch):
    record = record_of("digits", training__batch_size="full")

    def not_here(*place):
        raise AssertionError("this would take too long")

    monkeypatch.setattr(nudge_page, "nudged_loss", not_here)
    page.show_moment(moment(record, Selection(1, 0, 20), mean=True))
    assert page.empty.text().startswith("Computing")
    nudge = asked.answer()
    assert "mean" in page.place.text
    qtbot.keyClick(page.plot, Qt.Key.Key_Right)
    value, loss = page.plot.handle
    assert min(nudge.losses) <= loss <= max(nudge.losses)
    assert readings(page)["L, measured"] == f"≈ {loss:.3f}"
    weights = record.layers[0].W.copy()
    weights[0, 20] = value
    layers = [_with(record, place) for place in range(3)]
    layers[0]["W"] = weights.tolist()
    changed = record_of("digits", training__batch_size="full", network__parameters=layers)
    page.show_moment(moment(changed, Selection(1, 0, 20), mean=True))
    assert readings(page)["L, measured"] == f"{changed.loss.total:.3f}"
    page.show_moment(moment(changed, Selection(1, 1, 20), mean=True))
    assert page.place.text == "working…"


def test_where_the_curve_has_no_ends_nothing_can_be_dragged(qtbot, page, asked, heard):
    nudge = asked.explain(record_of(), 2, 0, 0)
    for values in (nudge.values - np.inf, nudge.values * np.nan):
        page.show_answer(asked.questions[-1], replace(nudge, value=float(values[40]), values=values))
        page.grab()
    qtbot.keyClick(page.plot, Qt.Key.Key_Right)
    page.plot.mouseMoveEvent(_mouse_move(QPointF(50, 10), page.plot))
    assert heard.begun == 0 and heard.nudged == []


def test_the_keyboard_is_not_given_back_to_a_field_that_has_gone(qtbot, page, asked, heard):
    field = QLineEdit(page)
    field.show()
    field.setFocus()
    asked.explain(record_of(), 2, 0, 0)
    take_hold(qtbot, page)
    delete(field)
    let_go(qtbot, page)
    assert heard.ended == [False]


def test_a_bias_is_nudged_as_a_bias(qtbot, page, asked, heard):
    page.show_moment(moment(record_of(), Selection(1, 1)))
    asked.answer()
    qtbot.keyClick(page.plot, Qt.Key.Key_Right)
    assert heard.nudged[0][0] == Selection(1, 1, bias=True)
    assert "∂L/∂b · Δb" in readings(page)


# ---- the keyboard -------------------------------------------------------------------------------------------------


def test_arrows_push_in_small_steps_and_with_shift_in_large_ones(qtbot, page, asked, heard):
    nudge = asked.explain(record_of(), 2, 0, 0)
    step = (nudge.values[-1] - nudge.values[0]) / 200
    qtbot.keyClick(page.plot, Qt.Key.Key_Right)
    qtbot.keyClick(page.plot, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert heard.begun == 1
    assert [value for _, value in heard.nudged] == pytest.approx([nudge.value + step, nudge.value - 9 * step])


def test_enter_lets_go_and_leaving_does_too(qtbot, page, asked, heard):
    asked.explain(record_of(), 2, 0, 0)
    qtbot.keyClick(page.plot, Qt.Key.Key_Right)
    qtbot.keyClick(page.plot, Qt.Key.Key_Return)
    assert heard.ended == [False]
    qtbot.keyClick(page.plot, Qt.Key.Key_Right)
    page.plot.focusOutEvent(QFocusEvent(QEvent.Type.FocusOut))
    assert heard.ended == [False, False]


def test_arrows_are_the_plots_while_the_keyboard_is_there_and_escape_only_in_a_drag(qtbot, page, asked, qapp):
    asked.explain(record_of(), 2, 0, 0)

    def takes(key):
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.NoModifier)
        event.ignore()
        qapp.sendEvent(page.plot, event)
        return event.isAccepted()

    assert takes(Qt.Key.Key_Right) and not takes(Qt.Key.Key_Escape) and not takes(Qt.Key.Key_Space)
    qtbot.keyClick(page.plot, Qt.Key.Key_Right)
    assert takes(Qt.Key.Key_Escape)


# ---- its looks ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("width", "height", "presenting"), [(520, 340, False), (500, 240, False), (372, 450, True)])
def test_the_plot_keeps_its_size_in_a_drag(qtbot, page, asked, look, theme, width, height, presenting):
    look.set_theme(theme)
    look.set_presenting(presenting)
    page.resize(width, height)
    asked.explain(record_of("circle"), 2, 1, 0)
    page.grab()
    frame = page.plot.geometry()
    take_hold(qtbot, page)
    drag_to(page, page.plot.nudge.value + 0.3)
    page.grab()
    assert page.plot.geometry() == frame
    let_go(qtbot, page)
