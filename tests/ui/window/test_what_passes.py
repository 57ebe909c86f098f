"""While training goes faster than anybody reads, no two parts of the window tell of different examples: none tells."""

import pytest

from nnviz.ui.diagram.unit_painter import unit_texts
from nnviz.ui.panels.data.panel import DataPanel
from nnviz.ui.panels.explain.chain_rule_page import ChainRulePage
from nnviz.ui.transport.example_strip import ExampleStrip


def written(desk):
    """What stands at the units of the diagram."""
    painting = desk.diagram._stage.painting(desk.diagram._moment, 1.0)
    pairs = zip(painting.layout.columns, painting.state.units, strict=True)
    return [unit_texts(painting, column, state, unit)[0] for column, state in pairs for unit in range(len(state.known))]


@pytest.fixture
def busy(desk):
    """Everything that tells of an example can be seen."""
    desk.window.resize(1600, 1000)
    desk.dock("data").raise_()
    desk.pick(1, 0, 1)
    desk.until(lambda: all(named(desk)))
    return desk


def train(desk, pace):
    desk.window.set_pace(pace)
    desk.action("train").trigger()
    desk.until(lambda: desk.moment.training and desk.moment.record.iteration > 0)


def named(desk):
    """What is said of which example: in the transport, above an explanation, beside the data."""
    return (
        desk.the(ExampleStrip).name.text(),
        desk.the(ChainRulePage).place.text,
        desk.the(DataPanel).stage.table.title,
    )


def test_what_is_gone_before_it_can_be_read_is_not_written(busy):
    desk = busy
    assert all("=" in text for text in written(desk)[:2])
    train(desk, "full_speed")
    desk.until(lambda: not any(named(desk)))
    assert written(desk) == ["x₁", "x₂", "h¹₁", "h¹₂", "h¹₃", "h¹₄", "h²₁", "h²₂", "h²₃", "ŷ"]
    desk.action("train").trigger()
    desk.wait()
    desk.until(lambda: all(str(desk.moment.shown_example + 1) in text for text in named(desk)))
    assert all("=" in text for text in written(desk))


@pytest.mark.parametrize("follow", ["pin_example", "mean_example"])
def test_what_stays_from_batch_to_batch_is_written_all_the_while(busy, follow):
    desk = busy
    desk.do(follow)
    train(desk, "full_speed")
    assert all("=" in text for text in written(desk)) and desk.the(ExampleStrip).name.text()
    desk.action("train").trigger()
    desk.wait()


def test_an_iteration_a_second_can_be_read(busy):
    desk = busy
    train(desk, "iteration_1")
    number = str(desk.moment.shown_example + 1)
    assert number in desk.the(ExampleStrip).name.text() and all("=" in text for text in written(desk))
    desk.action("train").trigger()
    desk.wait()
