"""Something on screen that is taken away by real processes."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from nnviz.ui.app import App
from nnviz.ui.session.moment import Selection
from nnviz.ui.sharing.choices import Several
from nnviz.ui.sharing.controls import Control, control_of
from nnviz.ui.sharing.forms import KIND, Form
from nnviz.ui.sharing.job import Job, Order
from nnviz.ui.sharing.shelf import ShelfRow

LONG = 90_000
"""Milliseconds that a process may take on a machine that has other things to do."""


class Hands:
    """Takes things away from a window."""

    def __init__(self, qtbot: QtBot, app: App, folder: Path) -> None:
        self.qtbot, self.app, self.folder = qtbot, app, folder
        self.sharing = app.window.sharing
        self.source = app.window.sharing._source

    def wait(self) -> None:
        self.qtbot.waitUntil(lambda: self.app.link.idle and self.app.controller.idle, timeout=LONG)

    def order(self, form: Form, ending: str = "", name: str = "it", subject: int = 0, **chosen: object) -> Order:
        """As proposed, but for what is chosen."""
        screen = self.source.screen()
        (*fitting,) = (each for each in self.source.subjects() if each.kind in form.subjects)
        ending = ending or form.kinds[0][0]
        values: dict[str, object] = {KIND: ending}
        for choice in form.choices(screen, fitting[subject].kind):
            made: Control = control_of(self.app.look, choice, None, lambda: None)
            self.qtbot.addWidget(made.widget)
            values[choice.id] = made.value()
            assert not isinstance(choice, Several) or made.value()
        values |= chosen
        asked = {each.id for each in form.choices(screen, fitting[subject].kind) if each.is_asked(values)}
        values = {name: value for name, value in values.items() if name in asked}
        return Order(form, fitting[subject], values, screen, self.folder / f"{name}.{ending}")

    def made(self, order: Order) -> list[Path]:
        """The files, when they are there."""
        job = self.sharing.make(order)
        with self.qtbot.waitSignal(job.done, timeout=LONG) as caught:
            # Where it fails, that is what is to be read.
            job.failed.connect(pytest.fail)
        assert caught.args is not None
        return list(caught.args[0])

    def row(self) -> ShelfRow:
        (row,) = self.sharing.shelf.rows()
        return row

    def left(self) -> list[str]:
        """What stands in the folder."""
        return sorted(file.name for file in self.folder.iterdir())


@pytest.fixture
def hands(qtbot: QtBot, open_app: Callable[..., App], tmp_path: Path) -> Hands:
    """A small network that has been trained a little, and changed."""
    app = open_app("xor4")
    folder = tmp_path / "taken"
    folder.mkdir()
    hands = Hands(qtbot, app, folder)
    hands.wait()
    app.controller.stepping.visit(3)
    hands.wait()
    return hands


def change(hands: Hands) -> None:
    """Something that the experiment alone does not know."""
    hands.app.controller.editing.edit(Selection(1, 0, 0), 1.5)
    hands.wait()


def tour(hands: Hands, lecture: str) -> None:
    """Have a lecture there."""
    hands.app.window.lectures.open_named(lecture)
    lecturing = hands.app.window.lecturing
    hands.qtbot.waitUntil(lambda: lecturing.giving and lecturing.idle, timeout=LONG)
    hands.wait()


def running(job: Job) -> bool:
    """Whether its process is there."""
    return job.child is not None and job.child.process > 0
