"""A table is read on a thread of its own; what nobody waits for any more is not told."""

from pathlib import Path

import pytest

from nnviz.engine.data.tables.choice import TableChoice
from nnviz.engine.experiment import Experiment
from nnviz.resources import resource
from nnviz.worker.table_reader import TableLink

PENGUINS = Path(str(resource("data", "penguins.csv")))


@pytest.fixture
def link(qapp):
    reader = TableLink()
    yield reader
    reader.close()


def test_it_reads_tries_and_makes(qtbot, link):
    with qtbot.waitSignal(link.opened) as opened:
        link.open(PENGUINS)
    (preview,) = opened.args
    with qtbot.waitSignal(link.tried) as tried:
        link.try_choice(preview.suggested)
    assert tried.args[0].choice == preview.suggested
    with qtbot.waitSignal(link.made) as made:
        link.make(preview.suggested)
    assert isinstance(made.args[0], Experiment) and link.idle


def test_of_several_choices_only_the_last_is_answered(qtbot, link):
    with qtbot.waitSignal(link.opened):
        link.open(PENGUINS)
    heard = []
    link.tried.connect(heard.append)
    choices = [TableChoice(("species",), (name,)) for name in ("sex", "year", "island")]
    for choice in choices:
        link.try_choice(choice)
    qtbot.waitUntil(lambda: link.idle)
    assert [effect.choice for effect in heard] == choices[-1:]


def test_what_cannot_be_read_or_learned_is_a_refusal_in_words(qtbot, link, tmp_path):
    with qtbot.waitSignal(link.failed) as failed:
        link.open(tmp_path / "gone.csv")
    assert failed.args[0].refused and failed.args[0].text == "gone.csv: no such file or directory"
    with qtbot.waitSignal(link.opened):
        link.open(PENGUINS)
    with qtbot.waitSignal(link.failed) as failed:
        link.make(TableChoice(("species",), ()))
    assert failed.args[0].text == 'penguins.csv: expected at least one column to predict "species" from'


def test_after_closing_nothing_is_heard_and_it_can_read_again(qtbot, link):
    heard = []
    link.opened.connect(heard.append)
    link.open(PENGUINS)
    link.close()
    link.close()
    with qtbot.waitSignal(link.opened):
        link.open(PENGUINS)
    assert len(heard) == 1
