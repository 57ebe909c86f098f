"""The forms in which something leaves the window, a row each: what is asked, and the words of the command."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from importlib.util import find_spec
from pathlib import Path

from nnviz.paper import A4, LETTER
from nnviz.parts import WINDOW
from nnviz.ui.look.paper import usual_paper
from nnviz.ui.names.translation import QT_TRANSLATE_NOOP, translate
from nnviz.ui.sharing.choices import Choice, Chosen, Flag, Number, OneOf, Several
from nnviz.ui.sharing.subjects import Kind, Screen

KIND = "kind"
"""The choice of the kind of file, which every form has."""
ON_PAPER = (KIND, frozenset({"pdf"}))

NEEDED = {"pptx": "pptx"}
"""The package that an ending needs which is the usual one, and that not everybody has."""

MOST_STUDENTS = 500
MOST_EPOCHS = 100_000
MOST_ITERATIONS = 1_000


@dataclass(frozen=True)
class Form:
    """A form, and the command that makes it.

    Attributes:
        id: Its name in the program.
        command: The word after ``nnviz``.
        title: What it is called, before translation.
        action: What the action is called that asks for it, before translation.
        tip: What it is, before translation, as an action says it.
        kinds: The endings of its files, and what such a file is called, before translation; the usual one first.
        subjects: Of what it can be made.
        choices: What is asked beside the kind of file, as things are on screen, of that subject.
        words: What the command is told beside the subject and the file.
        recorded: The place in a recording, as it is told; a session has its own.
        keys: That ask for it.
        icon: Of the action.
    """

    id: str
    command: str
    title: str
    action: str
    tip: str
    kinds: tuple[tuple[str, str], ...]
    subjects: frozenset[Kind]
    choices: Callable[[Screen, Kind], tuple[Choice, ...]] = lambda _screen, _kind: ()
    words: Callable[[Chosen, Screen, Path], list[str]] = lambda _chosen, _screen, _out: []
    recorded: Callable[[Screen], list[str]] = lambda _screen: []
    keys: tuple[str, ...] = ()
    icon: str = ""

    def usual_kind(self) -> str:
        """The ending of the first kind of file that can be made with what is installed."""
        endings = [ending for ending, _ in self.kinds]
        there = (ending for ending in endings if ending not in NEEDED or find_spec(NEEDED[ending]) is not None)
        return next(there, endings[0])


# ---- what several ask ------------------------------------------------------------------------------------------------


def _theme(screen: Screen) -> OneOf:
    return OneOf(
        id="theme",
        label=translate("Sharing", "Theme"),
        options=(
            ("light", translate("Sharing", "Light")),
            ("dark", translate("Sharing", "Dark")),
            ("projector", translate("Sharing", "Projector")),
        ),
        first=screen.theme,
    )


def _size(*sizes: tuple[int, int]) -> OneOf:
    named = tuple((f"{width}x{height}", f"{width} × {height}") for width, height in dict.fromkeys(sizes))
    return OneOf(id="size", label=translate("Sharing", "Size"), options=named)


def _paper(when: tuple[str, frozenset[str]] | None = None) -> OneOf:
    return OneOf(
        id="paper",
        label=translate("Sharing", "Paper"),
        options=((A4.name, "A4"), (LETTER.name, translate("Sharing", "Letter"))),
        first=usual_paper().name,
        when=when,
    )


def _look_words(chosen: Chosen) -> list[str]:
    return [word for name in ("size", "paper", "theme") if name in chosen for word in (f"--{name}", str(chosen[name]))]


def _iteration(screen: Screen) -> list[str]:
    return ["--iteration", str(screen.iteration)]


# ---- each form -------------------------------------------------------------------------------------------------------


def _picture_choices(screen: Screen, kind: Kind) -> tuple[Choice, ...]:
    sizes, theme = _size(screen.size, (1920, 1080), (1280, 720)), _theme(screen)
    zoom = OneOf(
        id="zoom",
        label=translate("Sharing", "Pixels"),
        options=tuple((str(zoom), f"× {zoom}") for zoom in (2, 1, 3, 4)),
        when=(KIND, frozenset({"png"})),
    )
    if kind == "cue":
        return sizes, zoom, theme
    alone = frozenset(part for part, _ in screen.parts)
    return (
        OneOf(
            id="part",
            label=translate("Sharing", "Of it"),
            options=((WINDOW, translate("Sharing", "the whole window")), *screen.parts),
        ),
        replace(sizes, when=("part", frozenset({WINDOW}))),
        zoom,
        theme,
        Flag(id="transparent", label=translate("Sharing", "Without the ground"), when=("part", alone)),
    )


def _picture_words(chosen: Chosen, screen: Screen, out: Path) -> list[str]:
    words = [word for name in ("zoom", "part") if name in chosen for word in (f"--{name}", str(chosen[name]))]
    return [*words, *(["--transparent"] if chosen.get("transparent") else []), *_look_words(chosen)]


def _film_choices(screen: Screen, kind: Kind) -> tuple[Choice, ...]:
    sizes = _size((1280, 720), (1920, 1080), (3840, 2160))
    if kind == "scene":
        return sizes, _theme(screen)
    update, training = frozenset({"update"}), frozenset({"training"})
    epochs = max(screen.epoch, 1)
    return (
        OneOf(
            id="of",
            label=translate("Sharing", "Film of"),
            options=(
                ("update", translate("Sharing", "this update")),
                ("training", translate("Sharing", "training")),
            ),
        ),
        OneOf(
            id="grain",
            label=translate("Sharing", "Step by"),
            options=(
                ("phase", translate("Sharing", "phases")),
                ("unit", translate("Sharing", "units")),
                ("term", translate("Sharing", "terms")),
            ),
            when=("of", update),
        ),
        Number(
            id="iterations",
            label=translate("Sharing", "Updates"),
            least=1,
            most=MOST_ITERATIONS,
            first=1,
            when=("of", update),
        ),
        Number(
            id="from",
            label=translate("Sharing", "From epoch"),
            least=0,
            most=MOST_EPOCHS - 1,
            first=0,
            when=("of", training),
        ),
        Number(
            id="to",
            label=translate("Sharing", "To epoch"),
            least=1,
            most=MOST_EPOCHS,
            first=epochs,
            when=("of", training),
        ),
        sizes,
        _theme(screen),
    )


def _film_words(chosen: Chosen, screen: Screen, out: Path) -> list[str]:
    if chosen.get("of") == "training":
        first, last = sorted((chosen["from"], chosen["to"]))
        return ["--epochs", f"{first}..{max(last, first + 1)}", *_look_words(chosen)]
    words = [word for name in ("grain", "iterations") if name in chosen for word in (f"--{name}", str(chosen[name]))]
    if "of" in chosen:
        words += _iteration(screen)
    return words + _look_words(chosen)


def _worksheet_choices(screen: Screen, kind: Kind) -> tuple[Choice, ...]:
    return (
        Several(
            id="blanks",
            label=translate("Sharing", "Left to fill in"),
            options=(
                ("z", "z"),
                ("a", "a"),
                ("L", "L"),
                ("delta", "δ"),
                ("dW", "∇W"),
                ("update", "W←"),
            ),
            names=(
                translate("Sharing", "pre-activations z"),
                translate("Sharing", "activations a"),
                translate("Sharing", "the loss L"),
                translate("Sharing", "error signals δ"),
                translate("Sharing", "gradients ∇W"),
                translate("Sharing", "updated weights and biases"),
            ),
        ),
        Number(id="students", label=translate("Sharing", "Students"), least=1, most=MOST_STUDENTS, first=1),
        _paper(),
        Flag(id="formulas", label=translate("Sharing", "Give the formulas"), first=True),
        OneOf(
            id="key",
            label=translate("Sharing", "Key"),
            options=(
                ("csv", translate("Sharing", "as a table (CSV)")),
                ("pdf", translate("Sharing", "the sheets filled in (PDF)")),
                ("", translate("Sharing", "none")),
            ),
        ),
        Flag(id="moodle", label=translate("Sharing", "Questions for Moodle too (XML)")),
        Flag(id="gift", label=translate("Sharing", "Questions in GIFT too")),
    )


def _worksheet_words(chosen: Chosen, screen: Screen, out: Path) -> list[str]:
    words = [*_iteration(screen), "--students", str(chosen["students"]), *_look_words(chosen)]
    words += ["--blank", ",".join(chosen["blanks"])]
    if not chosen["formulas"]:
        words.append("--no-formulas")
    if chosen["key"]:
        words += ["--key", str(out.with_name(f"{out.stem}-key.{chosen['key']}"))]
    for name, ending in (("moodle", "xml"), ("gift", "txt")):
        if chosen[name]:
            words += [f"--{name}", str(out.with_name(f"{out.stem}-{name}.{ending}"))]
    return words


def _code_choices(screen: Screen, kind: Kind) -> tuple[Choice, ...]:
    frameworks = (("numpy", "NumPy"), ("pytorch", "PyTorch"))
    return (OneOf(id="framework", label=translate("Sharing", "Written with"), options=frameworks),)


def _code_words(chosen: Chosen, screen: Screen, out: Path) -> list[str]:
    return ["--for", chosen["framework"]]


FORMS: tuple[Form, ...] = (
    Form(
        id="picture",
        command="render",
        title=QT_TRANSLATE_NOOP("Sharing", "Picture"),
        action=QT_TRANSLATE_NOOP("Actions", "Picture…"),
        tip=QT_TRANSLATE_NOOP(
            "Actions", "What is on screen as a picture of any size, in any theme; SVG and PDF with text"
        ),
        kinds=(
            ("png", QT_TRANSLATE_NOOP("Sharing", "PNG picture")),
            ("svg", QT_TRANSLATE_NOOP("Sharing", "SVG drawing")),
            ("pdf", QT_TRANSLATE_NOOP("Sharing", "PDF page")),
        ),
        subjects=frozenset({"run", "recording", "cue"}),
        choices=_picture_choices,
        words=_picture_words,
        recorded=lambda screen: [*_iteration(screen), "--phase", screen.phase],
        keys=("Ctrl+P",),
        icon="picture",
    ),
    Form(
        id="film",
        command="film",
        title=QT_TRANSLATE_NOOP("Sharing", "Film"),
        action=QT_TRANSLATE_NOOP("Actions", "Film…"),
        tip=QT_TRANSLATE_NOOP("Actions", "An update step by step, training epoch by epoch, or a scene as it is given"),
        kinds=(
            ("gif", QT_TRANSLATE_NOOP("Sharing", "GIF film")),
            ("webp", QT_TRANSLATE_NOOP("Sharing", "WebP film")),
            ("mp4", QT_TRANSLATE_NOOP("Sharing", "MP4 video")),
            ("webm", QT_TRANSLATE_NOOP("Sharing", "WebM video")),
        ),
        subjects=frozenset({"run", "recording", "scene"}),
        choices=_film_choices,
        words=_film_words,
        icon="film",
    ),
    Form(
        id="slides",
        command="slides",
        title=QT_TRANSLATE_NOOP("Sharing", "Slides"),
        action=QT_TRANSLATE_NOOP("Actions", "Slides…"),
        tip=QT_TRANSLATE_NOOP("Actions", "A slide for each phase of the update, or for each cue of a lecture"),
        kinds=(
            ("pptx", QT_TRANSLATE_NOOP("Sharing", "PowerPoint slides")),
            ("pdf", QT_TRANSLATE_NOOP("Sharing", "PDF pages")),
        ),
        subjects=frozenset({"run", "recording", "scene", "lecture"}),
        choices=lambda screen, kind: (*([_paper(ON_PAPER)] if kind in ("scene", "lecture") else []), _theme(screen)),
        words=lambda chosen, _screen, _out: _look_words(chosen),
        recorded=_iteration,
        icon="slides",
    ),
    Form(
        id="page",
        command="page",
        title=QT_TRANSLATE_NOOP("Sharing", "Web page"),
        action=QT_TRANSLATE_NOOP("Actions", "Web page…"),
        tip=QT_TRANSLATE_NOOP(
            "Actions", "One file in which the network trains in any browser, on a phone too, offline"
        ),
        kinds=(("html", QT_TRANSLATE_NOOP("Sharing", "Web page")),),
        subjects=frozenset({"run", "scene", "lecture"}),
        icon="page",
    ),
    Form(
        id="worksheet",
        command="worksheet",
        title=QT_TRANSLATE_NOOP("Sharing", "Worksheet"),
        action=QT_TRANSLATE_NOOP("Actions", "Worksheet…"),
        tip=QT_TRANSLATE_NOOP("Actions", "The update to work out by hand, with blanks to fill in, and the key"),
        kinds=(
            ("pdf", QT_TRANSLATE_NOOP("Sharing", "PDF to print")),
            ("html", QT_TRANSLATE_NOOP("Sharing", "HTML to print")),
        ),
        subjects=frozenset({"run", "recording"}),
        choices=_worksheet_choices,
        words=_worksheet_words,
        icon="worksheet",
    ),
    Form(
        id="code",
        command="code",
        title=QT_TRANSLATE_NOOP("Sharing", "Code"),
        action=QT_TRANSLATE_NOOP("Actions", "Code…"),
        tip=QT_TRANSLATE_NOOP(
            "Actions", "Network, data and training as a readable program that prints the same numbers"
        ),
        kinds=(
            ("py", QT_TRANSLATE_NOOP("Sharing", "Python script")),
            ("ipynb", QT_TRANSLATE_NOOP("Sharing", "Jupyter notebook")),
        ),
        subjects=frozenset({"run"}),
        choices=_code_choices,
        words=_code_words,
        icon="code",
    ),
    Form(
        id="weights",
        command="weights",
        title=QT_TRANSLATE_NOOP("Sharing", "Weights"),
        action=QT_TRANSLATE_NOOP("Actions", "Weights…"),
        tip=QT_TRANSLATE_NOOP("Actions", "The parameters as they are now, for PyTorch and others"),
        kinds=(
            ("safetensors", QT_TRANSLATE_NOOP("Sharing", "safetensors file")),
            ("onnx", QT_TRANSLATE_NOOP("Sharing", "ONNX file")),
        ),
        subjects=frozenset({"run", "recording"}),
        words=lambda _chosen, screen, _out: _iteration(screen),
        icon="hash",
    ),
)
"""In the menu's order."""


def form_named(name: str) -> Form:
    """The form of an id. Raises StopIteration if there is none."""
    return next(form for form in FORMS if form.id == name)


def forms_of(*kinds: Kind) -> tuple[Form, ...]:
    """Those that can be made of something of these kinds."""
    return tuple(form for form in FORMS if form.subjects.intersection(kinds))
