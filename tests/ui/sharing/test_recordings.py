"""A recording is taken away from its own file, at the place on screen; what trains is not offered."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from safetensors.numpy import load_file

from nnviz.ui.app import App
from nnviz.ui.sharing.forms import FORMS, form_named
from tests.recordings.own import own_recording
from tests.ui.sharing.conftest import Hands


@pytest.fixture
def recorded(qtbot: QtBot, open_app: Callable[..., App], tmp_path: Path) -> Hands:
    """Some steps into a recording."""
    app, folder = open_app("xor4"), tmp_path / "taken"
    folder.mkdir()
    hands = Hands(qtbot, app, folder)
    app.window.opening.open_file(own_recording(tmp_path / "mine.nnviz-run").path)
    qtbot.waitUntil(lambda: app.controller.run is not None and app.controller.run.recording is not None)
    hands.wait()
    app.controller.stepping.visit(7)
    hands.wait()
    return hands


def test_its_weights_are_those_on_screen(recorded: Hands) -> None:
    moment = recorded.app.controller.moment
    assert moment is not None and moment.record.iteration == 7
    (file,) = recorded.made(recorded.order(form_named("weights")))
    assert (load_file(file)["0.weight"] == moment.record.layers[0].W).all()


def test_its_place_is_told_to_what_draws_it(recorded: Hands) -> None:
    screen = recorded.source.screen()
    assert form_named("picture").recorded(screen) == ["--iteration", "7", "--phase", screen.phase]
    (subject,) = recorded.source.subjects()
    assert subject.kind == "recording"
    offered = {form.id for form in FORMS if subject.kind in form.subjects}
    assert offered == {"picture", "film", "slides", "worksheet", "weights"}


def test_it_is_drawn(recorded: Hands) -> None:
    (file,) = recorded.made(recorded.order(form_named("picture"), part="diagram", zoom="1"))
    assert file.read_bytes().startswith(b"\x89PNG")
