"""What stands on each slide: a window that nobody sees is brought from one to the next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from msgspec.structs import replace
from PySide6.QtCore import QPoint, QRect, QSizeF
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QWidget

from nnviz.engine.experiment import Experiment
from nnviz.engine.networks.network import Architecture
from nnviz.engine.training.record.phases import phases_of
from nnviz.export.giving import given
from nnviz.export.picture import Drawn
from nnviz.language import SOURCE
from nnviz.lecture.values import Ask, Lecture
from nnviz.recordings.reading import Recording
from nnviz.sessions.session import Session
from nnviz.ui.diagram.painting import Painting
from nnviz.ui.diagram.stage import Stage
from nnviz.ui.diagram.words import work_title
from nnviz.ui.names.translation import translate
from nnviz.ui.stage.question import LETTERS
from nnviz.ui.window.main_window import MainWindow
from nnviz.view import At, View

NARROWEST = 40
"""Beside the network there is nothing to show that is not at least so many pixels wide."""


@dataclass(frozen=True, eq=False)
class Network:
    """A network, and where on the slide it stands."""

    painting: Painting
    area: QRect


@dataclass(frozen=True, eq=False)
class Question:
    """What is asked, and where on the slide that stands."""

    text: str
    answers: tuple[str, ...]
    area: QRect


@dataclass(frozen=True, eq=False)
class Leaf:
    """What stands on a slide, in pixels of the window.

    Attributes:
        caption: One sentence.
        softer: The line or lines under it: the formula and this step's numbers, or what a cue says more softly.
        notes: For whoever speaks; of a question its answer.
        question: Asked beside what is shown; ``None`` where nothing is asked.
        network: To be drawn of native shapes; ``None`` where something else is shown.
        picture: All that is shown beside the network, or in its place, and where; ``None`` where there is nothing.
        window: The whole window, with all of it on screen.
    """

    title: str
    caption: str
    softer: str
    notes: str
    question: Question | None
    network: Network | None
    picture: tuple[QPixmap, QRect] | None
    window: MainWindow


def of_experiment(drawn: Drawn, opened: Experiment | Session | Recording, view: View) -> Iterator[Leaf]:
    """A leaf for each phase of an iteration, of a new run or of a session's.

    Raises:
        PlaceError: The run has not what the view names.
    """
    drawn.present()
    drawn.open(opened)
    experiment = opened if isinstance(opened, Experiment) else opened.experiment
    for phase in phases_of(Architecture.of(experiment).layers):
        drawn.show(replace(view, at=At(iteration=view.at.iteration, phase=phase.name)))
        foot, moment = drawn.window.stage.foot, drawn.controller.moment
        assert moment is not None, "it has just been shown"
        formula = foot.formula.accessibleName()
        softer = "\n".join(text for text in (formula, *foot.numbers.lines()) if text)
        title = f"{work_title(moment)} · {phase.label}"
        yield _leaf(drawn, title, (foot.sentence.text(), softer), "", shows_network=True)


def of_lecture(drawn: Drawn, lecture: Lecture, language: str, *, notes: bool = True) -> Iterator[Leaf]:
    """A leaf for each cue and each question of each scene, with its notes or without."""
    for script in given(drawn, lecture, language):
        drawn.be_there()
        spot = script.here
        cue, title = spot.scene.cues[max(spot.cue, 1) - 1], spot.scene.title.text(language)
        softer, answered = cue.more.text(language), script.answered()
        if not softer and answered is not None:
            softer = answered.why.text(language)
        said, note = (cue.say.text(language), softer), cue.notes.text(language)
        if spot.ask is not None:
            said, note = (said[0] if spot.cue else "", ""), answer_of(spot.ask, language)
        network = spot.scene.kind == "network"
        note = note if notes else ""
        yield _leaf(drawn, title, said, note, shows_network=network, ask=spot.ask, language=language)


def answer_of(ask: Ask, language: str) -> str:
    """Which answer of a question is right, and why."""
    letter, answer = LETTERS[ask.right - 1], ask.answers[ask.right - 1].text(language)
    right = translate("Slides", "Right is {}: {}").format(letter, answer)
    return "\n".join(filter(None, (right, ask.why.text(language))))


def _leaf(
    drawn: Drawn,
    title: str,
    said: tuple[str, str],
    notes: str,
    *,
    shows_network: bool,
    ask: Ask | None = None,
    language: str = SOURCE,
) -> Leaf:
    window = drawn.window
    head, base = _place(window.stage.head, window), _place(window.stage.base, window)
    body = QRect(0, head.bottom() + 1, window.width(), base.top() - head.bottom() - 1)
    network = question = None
    if ask is not None:
        area = _place(window.stage.question, window)
        answers = tuple(answer.text(language) for answer in ask.answers)
        question = Question(ask.text.text(language), answers, area)
        body.setRight(area.left() - 1)
    if shows_network:
        area = _place(window.diagram, window)
        network = Network(_painting(drawn, area), area)
        body.setLeft(area.right() + 1)
    picture = (window.grab(body), body) if body.width() >= NARROWEST else None
    return Leaf(title, *said, notes, question, network, picture, window)


def _place(widget: QWidget, window: MainWindow) -> QRect:
    return QRect(widget.mapTo(window, QPoint()), widget.size())


def _painting(drawn: Drawn, area: QRect) -> Painting:
    run, moment, view = drawn.controller.run, drawn.controller.moment, drawn.window.view()
    assert run is not None and moment is not None, "it is on screen"
    stage = Stage(drawn.look)
    stage.show_maps, stage.show_weights, stage.show_signals = view.maps, view.values, view.signals
    stage.set_size(QSizeF(area.size()), 1.0)
    stage.set_run(run)
    return stage.painting(moment, 1.0)
