import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from nnviz.ui.look.look import Look
from nnviz.ui.session.moment import Moment
from nnviz.ui.transport.scrubber import Scrubber
from tests.ui.panels.runs import THEMES, colours_in, run_info, snapshot, trainer


@pytest.fixture
def make(qtbot, fonts):
    def made(run, theme="light", width=800):
        look = Look(theme)
        scrubber = Scrubber(look)
        qtbot.addWidget(scrubber)
        scrubber.resize(width, scrubber.sizeHint().height())
        scrubber.set_run(run_info(run))
        scrubber.show()
        return scrubber

    return made


def tell(scrubber, run, record=None, training=False, phase=0):
    record = record if record is not None else run.iterate()
    scrubber.show_snapshot(snapshot(run, record))
    scrubber.show_moment(Moment(record, phase, training=training))
    scrubber.flush()
    return record


def ran(updates, **fields):
    run = trainer(**fields)
    run.run(updates)
    return run


def seek(run, iteration):
    run.seek(iteration)
    return run.iterate()


def at(scrubber, iteration):
    track = scrubber.track
    x = (track.scale().x_of(iteration) + track.scale().x_of(iteration + 1)) / 2
    return QPoint(int(x), track.height() // 3)


def test_before_training_it_says_what_will_be_there_and_leads_nowhere(make):
    scrubber = make(trainer())
    tell(scrubber, trainer())
    scrubber.visited.connect(lambda _: pytest.fail("there is nowhere to go"))
    QTest.mouseClick(scrubber.track, Qt.MouseButton.LeftButton, pos=QPoint(300, 10))
    QTest.keyClick(scrubber.track, Qt.Key.Key_End)
    assert scrubber.futures.isHidden()


@pytest.mark.parametrize(("height", "framed"), [(38, True), (16, False)])
def test_no_frame_runs_through_what_a_low_track_says(make, height, framed):
    scrubber = make(trainer())
    scrubber.set_low(True)
    scrubber.track.setFixedHeight(height)
    track = scrubber.track
    image, area = track.grab().toImage(), track.area()
    edge = {image.pixel(round(area.left()) + 12, y) for y in range(round(area.top()) - 1, round(area.top()) + 2)}
    assert (len(edge) > 1) is framed


def test_a_click_visits_the_iteration_at_its_place(make):
    run = ran(59)
    scrubber = make(run)
    tell(scrubber, run)
    visited = []
    scrubber.visited.connect(visited.append)
    QTest.mouseClick(scrubber.track, Qt.MouseButton.LeftButton, pos=at(scrubber, 30))
    assert visited == [30]


def test_a_drag_visits_all_along_and_the_cursor_stays_under_the_pointer(make):
    run = ran(59)
    scrubber = make(run)
    tell(scrubber, run)
    visited = []
    scrubber.visited.connect(visited.append)
    track = scrubber.track
    QTest.mousePress(track, Qt.MouseButton.LeftButton, pos=at(scrubber, 30))
    for iteration in (31, 31, 35, 12):
        QTest.mouseMove(track, at(scrubber, iteration))
    # The answer to an earlier visit arrives meanwhile.
    tell(scrubber, run, seek(run, 30))
    assert track.iteration_at(track.cursor_x() + 1) == 12
    QTest.mouseRelease(track, Qt.MouseButton.LeftButton, pos=at(scrubber, 12))
    QTest.mouseMove(track, at(scrubber, 50))
    assert visited == [30, 31, 35, 12]
    tell(scrubber, run, seek(run, 12))
    assert track.iteration_at(track.cursor_x() + 1) == 12


def test_beyond_what_is_known_it_visits_the_last_known_iteration(make):
    run = ran(80)
    scrubber = make(run)
    tell(scrubber, run)
    visited = []
    scrubber.visited.connect(visited.append)
    QTest.mouseClick(scrubber.track, Qt.MouseButton.LeftButton, pos=QPoint(scrubber.track.width() - 12, 10))
    assert visited == [80]


def test_the_keys_go_by_epochs(make):
    run = ran(599)
    batches = run.batches_per_epoch
    scrubber = make(run)
    tell(scrubber, run)
    tell(scrubber, run, seek(run, 400))
    visited = []
    scrubber.visited.connect(visited.append)
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
        QTest.keyClick(scrubber.track, key)
    assert visited == [400 - batches, 400, 400 - 10 * batches, 400]
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Left, Qt.Key.Key_End, Qt.Key.Key_Right):
        QTest.keyClick(scrubber.track, key)
    assert visited[4:] == [0, 599]


def test_the_cursor_stands_in_the_iteration_as_far_as_its_phases_have_passed(make):
    run = ran(9)
    scrubber = make(run)
    record = tell(scrubber, run)
    track, last = scrubber.track, len(record.phases) - 1
    assert track.cursor_x() == track.scale().x_of(9)
    scrubber.show_moment(Moment(record, last))
    assert track.cursor_x() == track.scale().x_of(10)


def test_going_back_keeps_the_future_its_best_epoch_and_its_stop(make):
    run = ran(10_000, training__epochs=30)
    scrubber = make(run)
    updates = run.iteration
    assert run.finished == "epochs"
    tell(scrubber, run, seek(run, updates - 1))
    best = scrubber.track._view.best
    tell(scrubber, run, seek(run, 20))
    view = scrubber.track._view
    assert (view.known, view.end, view.best) == (updates, updates, best)
    assert "30 epochs" in view.stop
    assert len(view.rows) == 31
    assert view.column("epoch").tolist() == list(range(31))


def test_an_edit_in_the_past_is_marked_and_the_other_future_is_offered(make, qtbot):
    run = ran(200)
    scrubber = make(run)
    tell(scrubber, run)
    run.seek(119)
    run.fork()
    run.set_weight(1, 1, 0, 0.5)
    tell(scrubber, run)
    assert scrubber.futures.entries() == ["as it began: from iteration 120 on, up to iteration 201"]
    assert not scrubber.futures.isHidden()
    assert scrubber.track._view.known == 120
    place = at(scrubber, 119)
    QApplication.sendEvent(scrubber.track, QHelpEvent(QHelpEvent.Type.ToolTip, place, scrubber.mapToGlobal(place)))
    assert "iteration 120: w¹₂₁ = 0.5" in QToolTip.text()
    assert "another run: as it began: from iteration 120 on, up to iteration 201" in QToolTip.text()
    QToolTip.hideText()
    with qtbot.waitSignal(scrubber.line_picked) as picked:
        scrubber.futures.pick(0)
    assert picked.args == [0]


def test_a_new_run_forgets_the_old_one(make):
    run = ran(200)
    scrubber = make(run)
    tell(scrubber, run)
    other = trainer("xor")
    scrubber.set_run(run_info(other, number=2))
    scrubber.flush()
    assert scrubber.track._view.is_empty


def test_the_tool_tip_tells_of_the_losses_there(make):
    run = ran(200)
    scrubber = make(run)
    tell(scrubber, run)
    place = at(scrubber, 60)
    QApplication.sendEvent(scrubber.track, QHelpEvent(QHelpEvent.Type.ToolTip, place, scrubber.mapToGlobal(place)))
    row = run.history.rows[60 // run.batches_per_epoch]
    epoch = 60 // run.batches_per_epoch + 1
    text = f"iteration 61 · epoch {epoch}\ntraining loss {row[2]:.3f} · validation loss {row[3]:.3f}"
    assert QToolTip.text().startswith(text)
    QToolTip.hideText()


def test_while_it_is_hidden_nothing_is_drawn(make, monkeypatch):
    run = ran(200)
    scrubber = make(run)
    scrubber.hide()
    monkeypatch.setattr(scrubber.track, "show_view", lambda _: pytest.fail("nobody sees it"))
    tell(scrubber, run)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("low", [False, True])
def test_it_paints_in_every_theme(make, theme, low):
    run = ran(300)
    scrubber = make(run, theme)
    scrubber.set_low(low)
    tell(scrubber, run)
    assert colours_in(scrubber) > 8


def test_losses_that_are_no_numbers_are_left_out(make):
    run = ran(40, training__learning_rate=1e100)
    scrubber = make(run)
    tell(scrubber, run)
    assert colours_in(scrubber) > 3
