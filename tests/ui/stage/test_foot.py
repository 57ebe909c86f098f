"""What is said under the network that is presented."""

import pytest
from PySide6.QtGui import QFontMetrics

from nnviz.ui.formula.typeset import Typesetter
from nnviz.ui.session.moment import Moment
from nnviz.ui.stage.foot import StageFoot
from nnviz.ui.stage.head import StageHead
from tests.ui.panels.runs import THEMES, colours_in, run_info, snapshot, trainer


@pytest.fixture
def run():
    run = trainer()
    run.run(40)
    return run


@pytest.fixture
def foot(qtbot, look, run):
    typesetter = Typesetter(look)
    foot = StageFoot(look, typesetter)
    qtbot.addWidget(foot)
    look.set_presenting(True)
    foot.resize(1900, 1000)
    foot.set_run(run_info(run))
    foot.show()
    yield foot
    typesetter.close()


def test_each_phase_has_its_work_its_numbers_and_one_sentence(foot, run):
    record = run.iterate()
    said = set()
    for place, phase in enumerate(record.phases):
        foot.show_moment(Moment(record, place))
        assert foot.work.text().lower() == phase.work.value
        assert foot.numbers.lines() and foot.sentence.text()
        said.add(foot.sentence.text())
    assert len(said) > 5


def test_no_phase_moves_the_network(foot, run, look):
    record = run.iterate()
    for width in (1900, 1000):
        foot.resize(width, 1000)
        heights = set()
        for place in range(len(record.phases)):
            foot.show_moment(Moment(record, place))
            heights.add(foot.sizeHint().height())
            room = QFontMetrics(foot.sentence.font()).boundingRect(
                0, 0, foot.sentence.width(), 1000, 0x1000, foot.sentence.text()
            )
            assert room.height() <= foot.sentence.height()
        assert len(heights) == 1


def test_a_caption_takes_the_place_of_the_sentence_until_it_goes(foot, run):
    record = run.iterate()
    foot.show_moment(Moment(record, 1))
    usual = foot.sentence.text()
    foot.set_caption(("One error becomes four signals.", "each unit gets its share"))
    foot.show_moment(Moment(record, 2))
    assert foot.sentence.text() == "One error becomes four signals."
    assert foot.softer.isVisible() and foot.softer.text == "each unit gets its share"
    foot.set_caption(None)
    foot.show_moment(Moment(record, 1))
    assert foot.sentence.text() == usual and not foot.softer.isVisible()


def test_the_line_of_time_has_a_piece_for_each_phase_and_the_current_one_is_higher(foot, run):
    record = run.iterate()
    foot.show_moment(Moment(record, 4))
    pieces = foot.time.pieces()
    assert len(pieces) == len(record.phases)
    assert max(pieces, key=lambda each: each.height()) is pieces[4]
    assert pieces[0].left() == 0 and pieces[-1].right() == pytest.approx(foot.time.width())


@pytest.mark.parametrize("theme", THEMES)
def test_it_is_painted_in_every_theme(foot, run, look, theme):
    look.set_theme(theme)
    foot.show_moment(Moment(run.iterate(), 4))
    assert colours_in(foot) > 20


def test_while_training_the_head_says_the_epoch_and_the_loss_large(qtbot, look, run):
    head = StageHead(look)
    qtbot.addWidget(head)
    head.resize(1200, 60)
    record = run.iterate()
    head.show_moment(Moment(record, 1))
    assert head.place.text.startswith("epoch 3 · batch 5/18")
    small = head.place.font().pixelSize()
    head.show_snapshot(snapshot(run, record))
    head.show_moment(Moment(record, 1, training=True))
    assert head.place.text.startswith("epoch 3 · loss 0.") and head.place.font().pixelSize() > small


def test_a_caption_is_said_where_there_is_no_network(qtbot, look):
    typesetter = Typesetter(look)
    foot = StageFoot(look, typesetter)
    qtbot.addWidget(foot)
    foot.set_caption(("Five pictures.", "Which one?"))
    assert foot.sentence.text() == "Five pictures." and foot.softer.text == "Which one?"
    typesetter.close()


def test_a_sentence_a_little_too_long_for_a_line_is_a_little_smaller(foot, look):
    large, small = (QFontMetrics(look.font(role)) for role in ("caption", "title"))
    words = "One error becomes four signals and"
    foot.set_caption((words, ""))
    room = large.horizontalAdvance(words) * 0.95 + 2 * look.px(22)
    foot.resize(round(room), 1000)
    pixels = foot.sentence.font().pixelSize()
    assert look.font("title").pixelSize() < pixels < look.font("caption").pixelSize()
    assert QFontMetrics(foot.sentence.font()).horizontalAdvance(words) <= foot.sentence.width()
    foot.resize(round(small.horizontalAdvance(words) * 0.9), 1000)
    assert foot.sentence.font().pixelSize() == look.font("title").pixelSize()
    look.set_theme("dark")
    assert foot.sentence.font().pixelSize() == look.font("title").pixelSize()
