"""What is remembered: nothing in its files keeps the window from opening, and nothing is lost without a word."""

import json
import pickle
from base64 import b64encode
from collections.abc import Callable
from dataclasses import fields, replace
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as usual_settings
from hypothesis import strategies as st
from msgspec.structs import replace as replaced
from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nnviz.engine import Experiment
from nnviz.files import write_whole
from nnviz.ui.app import App
from nnviz.ui.look.look import LARGEST_RELATIVE_SCALE, SMALLEST_RELATIVE_SCALE
from nnviz.ui.look.theme import themes
from nnviz.ui.session.pace import FULL_SPEED, PACES, USUAL_PACE
from nnviz.ui.window.preferences import preference_store
from nnviz.ui.window.preferences.old_settings import plain_values
from nnviz.ui.window.preferences.preference_store import PreferenceStore
from nnviz.ui.window.preferences.preferences import Preferences, QtState, from_json, to_json, understood
from nnviz.view import (
    OF_THE_HOUR,
    At,
    CodePart,
    DataPart,
    GradientFlowPart,
    HiddenSpacePart,
    LandscapePart,
    LossPart,
    ResultsPart,
    SaturationPart,
    UnitsPart,
    View,
    lasting,
)
from tests.characters import WRITABLE
from tests.ui.window.test_main_window import wait_until_idle
from tests.ui.window.test_on_screen import views

quickly = usual_settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def leaves(table: object, place: str = "") -> list[str]:
    """The fields of preferences, and of the tables in them, in dots."""
    names = table.__struct_fields__ if isinstance(table, msgspec.Struct) else [each.name for each in fields(table)]
    found = []
    for name in names:
        value = getattr(table, name)
        if isinstance(value, msgspec.Struct):
            found += leaves(value, f"{place}{name}.")
        else:
            found.append(place + name)
    return found


NAMES = [name for name in leaves(Preferences()) if not name.startswith(tuple(f"view.{each}" for each in OF_THE_HOUR))]


def within(values: object, name: str) -> object:
    """What stands in a field that is named in dots, of tables or of plain values."""
    for each in name.split("."):
        values = values[each] if isinstance(values, dict) else getattr(values, each)
    return values


def placed(values: dict, name: str, value: object) -> dict:
    """The same plain values but for one field, named in dots; tables that are not there are made."""
    first, _, rest = name.partition(".")
    return {**values, first: placed(values.get(first, {}), rest, value) if rest else value}


ANYTHING = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(WRITABLE, max_size=20)
    | st.sampled_from([10**400, -1, 99, 1e300, "nan", "\0", "dark", "a" * 5000]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(WRITABLE, max_size=5), inner, max_size=3),
    max_leaves=5,
)

STATES = st.binary(min_size=1).map(lambda state: QtState.of(QByteArray(state)))

VALID = st.builds(
    Preferences,
    theme=st.sampled_from([theme.name for theme in themes()]),
    scale=st.floats(SMALLEST_RELATIVE_SCALE, LARGEST_RELATIVE_SCALE),
    digits=st.integers(0, 15),
    decimal_sign=st.sampled_from(".,"),
    reduced_motion=st.booleans(),
    speed=st.floats(0.25, 8.0),
    pace=st.sampled_from([pace.name for pace in PACES]),
    view=views().map(lasting),
    # Of any letters: names of files may have some that no alphabet has.
    folder=st.text(st.characters(exclude_categories=())),
    recent=st.lists(st.text(st.characters(exclude_categories=())), max_size=8).map(tuple),
    geometry=st.none() | STATES,
    layout=st.none() | STATES,
    experiment=st.text(WRITABLE),
)


def written(preferences: Preferences) -> bytes:
    return b"".join(to_json(preferences, {}))


def file_of(**values: object) -> bytes:
    return json.dumps(values).encode()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "preferences.json"


# ---- the value -------------------------------------------------------------------------------------------------------


@quickly
@given(VALID)
def test_what_is_written_is_read_again(preferences: Preferences) -> None:
    read = understood(from_json(written(preferences)))
    assert read.preferences == preferences and not read.unusable and not read.unknown


@quickly
@given(VALID, st.sampled_from(NAMES), ANYTHING)
def test_a_bad_field_falls_back_alone(preferences: Preferences, name: str, value: object) -> None:
    whole = from_json(written(preferences))
    read = understood(placed(whole, name, value))
    used = within(read.preferences, name)
    again = from_json(written(read.preferences))
    assert placed(again, name, within(whole, name)) == whole
    if read.unusable:
        assert [each.name for each in read.unusable] == [name]
        assert used == within(Preferences(), name)
    # What is used is always valid.
    assert understood(msgspec.to_builtins(read.preferences)).unusable == ()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("scale", float("nan")),
        ("scale", float("inf")),
        ("scale", 0),
        ("scale", 10**400),
        ("digits", 99),
        ("digits", -1),
        ("digits", 2.5),
        ("decimal_sign", "x"),
        ("theme", "sepia"),
        ("theme", None),
        ("pace", "fast"),
        ("speed", -1.0),
        ("view.flat_below", float("nan")),
        ("view.flat_below", 0.9),
        ("view.panels", ["loss", "gone"]),
        ("view.explain", "gone"),
        ("view.loss.log", "yes"),
        ("view.hidden_space.layer", -1),
        ("view.loss", [True]),
        ("view", "loss"),
        ("recent", "one"),
        ("recent", [str(number) for number in range(9)]),
        ("view.maps", "yes"),
        ("geometry", "no base64"),
        ("experiment", {}),
    ],
)
def test_a_value_out_of_range_is_told_by_its_name_and_the_file_is_kept(
    qapp: object, file: Path, name: str, value: object
) -> None:
    beside = {"digits": 5, "theme": "dark", "view": {"values": True, "loss": {"score": True}}}
    content = file_of(**placed(beside, name, value))
    file.write_bytes(content)
    store = PreferenceStore(file)
    assert within(store.now, name) == within(Preferences(), name)
    assert "dark" in store.now.theme or name == "theme"
    assert store.now.view.values or name == "view"
    assert store.now.view.loss.score or name in ("view", "view.loss")
    (word,) = store.words
    assert f"{name} was " in word and "\n" not in word
    store.save()
    assert file.with_name("preferences.json.damaged").read_bytes() == content
    assert PreferenceStore(file).words == []


@quickly
@given(STATES, st.data())
def test_a_state_of_qt_that_is_damaged_is_never_given_to_it(qapp: object, kept: QtState, data: st.DataObject) -> None:
    damaged = bytearray(kept.state)
    place = data.draw(st.integers(0, len(damaged) - 1))
    damaged[place] ^= data.draw(st.integers(1, 255))
    values = {"layout": {"state": b64encode(damaged).decode(), "check": kept.check}}
    read = understood(values)
    assert read.preferences.layout is None and [each.name for each in read.unusable] == ["layout"]


# ---- the file --------------------------------------------------------------------------------------------------------


@quickly
@given(st.binary(max_size=300) | ANYTHING.map(lambda value: json.dumps(value).encode()))
def test_any_file_is_survived_and_none_is_lost(qapp: object, tmp_path: Path, content: bytes) -> None:
    file, aside = tmp_path / "preferences.json", tmp_path / "preferences.json.damaged"
    aside.unlink(missing_ok=True)
    file.write_bytes(content)
    store = PreferenceStore(file)
    store.take(replace(store.now, digits=7))
    store.save()
    again = PreferenceStore(file)
    assert again.now == store.now and again.words == []
    if store.words:
        assert aside.read_bytes() == content
    else:
        assert set(from_json(content)) <= set(from_json(file.read_bytes()))


def test_nothing_is_said_the_first_time(qapp: object, file: Path) -> None:
    store = PreferenceStore(file)
    assert store.now == Preferences() and store.words == []


def test_a_folder_in_its_place_stays_and_is_told(qapp: object, file: Path) -> None:
    (file / "inside").mkdir(parents=True)
    store = PreferenceStore(file)
    assert "this is a folder, not a file" in store.words[0] and "Nothing will be remembered" in store.words[0]
    store.take(replace(store.now, digits=7))
    store.save()
    assert (file / "inside").is_dir()


def test_a_huge_file_is_put_aside_unread(qapp: object, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preference_store, "LARGEST_PREFERENCES", 1000)
    file.write_bytes(b" " * 1001)
    assert "too many" in PreferenceStore(file).words[0]
    assert not file.exists() and file.with_name("preferences.json.damaged").exists()


def test_where_nothing_can_be_written_that_is_told_once(qapp: object, tmp_path: Path) -> None:
    store, said = PreferenceStore(tmp_path / "taken" / "preferences.json"), []
    store.said.connect(said.append)
    (tmp_path / "taken").write_text("")
    for digits in (5, 6):
        store.take(replace(store.now, digits=digits))
        store.save()
    assert len(said) == 1 and "cannot be saved" in said[0]


def test_fields_of_another_version_stay_in_the_file(qapp: object, file: Path) -> None:
    view = {"side": "twin", "maps": False, "pick": "W1[0,1]", "loss": {"log": True, "smooth": 3}, "film": {"speed": 2}}
    file.write_bytes(file_of(digits=5, shelf={"panels": ["loss"]}, view=view))
    store = PreferenceStore(file)
    assert store.words == [] and store.now.view == View(maps=False, loss=LossPart(log=True))
    store.take(replace(store.now, digits=7))
    store.save()
    kept = from_json(file.read_bytes())
    assert kept["shelf"] == {"panels": ["loss"]} and kept["digits"] == 7
    assert kept["view"]["loss"] == {**view["loss"], "score": False}
    assert {**kept["view"], **view} == {**kept["view"], "loss": view["loss"]}


def test_changes_are_written_soon_and_together(qtbot: QtBot, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    writes: list[Path] = []
    monkeypatch.setattr(preference_store, "SOON_MILLISECONDS", 0)
    monkeypatch.setattr(
        preference_store, "write_whole", lambda path, text: writes.append(path) or write_whole(path, text)
    )
    store = PreferenceStore(file)
    for digits in (4, 5, 6):
        store.take(replace(store.now, digits=digits))
    assert writes == []
    qtbot.waitUntil(lambda: file.exists() and not store._is_writing)
    store.save()
    assert writes == [file] and PreferenceStore(file).now.digits == 6


def test_without_a_file_nothing_is_written(qapp: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    store = PreferenceStore()
    store.take(replace(store.now, digits=7))
    store.save()
    assert not store._soon.isActive() and list(tmp_path.iterdir()) == []


# ---- the file of before ----------------------------------------------------------------------------------------------


class Touching:
    """Makes a file when it is unpickled."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __reduce__(self) -> tuple[object, tuple[str, str]]:
        return open, (str(self._path), "w")


def old_file(path: Path, **values: object) -> Path:
    written = QSettings(str(path), QSettings.Format.IniFormat)
    for name, value in values.items():
        written.setValue(name, value)
    written.sync()
    del written
    return path


def test_plain_values_of_the_file_of_before_are_taken_over_once(qapp: object, tmp_path: Path, file: Path) -> None:
    before = old_file(
        tmp_path / "nnviz.conf",
        theme="dark",
        scale=1.25,
        digits=5,
        decimal_sign=",",
        unit_maps=False,
        weight_values=True,
        speed=4.0,
        pace="epochs_1",
        flat_below=0.1,
        grain="term",
        folder="/a; folder, so=named/é",
        recent="/one, two\n/three",
        layout=QByteArray(b"\0\x01a"),
        experiment='title = "é\\n"\n\n[data]\nsource = "spiral"\n',
    )
    store = PreferenceStore(file, before)
    assert store.words == []
    assert store.now == Preferences(
        theme="dark",
        scale=1.25,
        digits=5,
        decimal_sign=",",
        speed=4.0,
        pace="epochs_1",
        view=View(maps=False, values=True, flat_below=0.1),
        folder="/a; folder, so=named/é",
        recent=("/one, two", "/three"),
        experiment='title = "é\\n"\n\n[data]\nsource = "spiral"\n',
    )
    store.take(replace(store.now, theme="light"))
    store.save()
    assert PreferenceStore(file, before).now.theme == "light"


def test_what_is_out_of_range_there_falls_back_with_a_word(qapp: object, tmp_path: Path, file: Path) -> None:
    before = old_file(tmp_path / "nnviz.conf", digits=99, scale=float("nan"), decimal_sign="x", theme="dark")
    store = PreferenceStore(file, before)
    assert store.now == Preferences(theme="dark")
    assert all(f"{name} was" in store.words[0] for name in ("digits", "scale", "decimal_sign"))


def test_a_pickle_in_the_file_of_before_is_not_run(qapp: object, tmp_path: Path, file: Path) -> None:
    made = tmp_path / "made"
    before = old_file(tmp_path / "nnviz.conf", scale=Touching(made), theme="dark", folder=Touching(made))
    assert b"@Variant" in before.read_bytes() or b"@PyObject" in before.read_bytes()
    assert str(made) in before.read_bytes().replace(b"\\0", b"").decode("latin-1")
    store = PreferenceStore(file, before)
    assert store.now == Preferences(theme="dark")
    assert not made.exists()
    pickle.loads(pickle.dumps(Touching(made))).close()
    assert made.exists()


@quickly
@given(
    st.binary(max_size=400)
    | st.text(WRITABLE, max_size=400).map(lambda text: f"[General]\nfolder={text}".encode(errors="replace"))
)
def test_any_file_of_before_is_survived(content: bytes) -> None:
    understood(plain_values(content), strict=False)


# ---- the experiment --------------------------------------------------------------------------------------------------

AWAY = """title = "Mine"

[data]
file = {}
target = "y"
"""


def test_an_experiment_whose_table_was_away_for_one_start_is_not_forgotten(
    qtbot: QtBot, open_app: Callable[..., App], settings: Path, tmp_path: Path
) -> None:
    table = tmp_path / "table.csv"
    text = AWAY.format(json.dumps(str(table)))
    settings.write_bytes(written(Preferences(experiment=text)))
    first = open_app(None)
    assert first.controller.experiment is not None and first.controller.experiment.title == "Circle"
    assert "table.csv" in first.window.messages.text() and first.window.messages.kind() == "warning"
    # A changed setting makes no other experiment of it.
    first.controller.load(first.controller.experiment.with_fields({"training.batch_size": 5}))
    qtbot.waitUntil(lambda: first.link.idle)
    first.window.close()
    assert PreferenceStore(settings).now.experiment == text
    table.write_text("x,y\n" + "\n".join(f"{number},{number * 2}" for number in range(40)))
    second = open_app(None)
    assert second.controller.experiment is not None and second.controller.experiment.title == "Mine"
    assert second.window.messages.text() == ""


def test_once_another_is_opened_that_is_the_last_one(
    qtbot: QtBot, open_app: Callable[..., App], settings: Path, tmp_path: Path
) -> None:
    settings.write_bytes(written(Preferences(experiment=AWAY.format(json.dumps(str(tmp_path / "away.csv"))))))
    app = open_app(None)
    app.window.opening.load(lambda: Experiment.named("spiral"))
    qtbot.waitUntil(lambda: app.controller.experiment is not None and app.controller.experiment.title == "Spiral")
    app.window.close()
    assert PreferenceStore(settings).last_experiment().title == "Spiral"


# ---- the window ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "content",
    [
        b"\x00\xff junk",
        file_of(
            scale=float("nan"), digits=99, decimal_sign="x", speed=-1, pace="?", view={"flat_below": 9}, theme="sepia"
        ),
        file_of(experiment="= [", geometry="AAAA", layout="AAAA", recent=["a" * 5000, "\0"], view={"grain": None}),
    ],
    ids=["bytes", "numbers", "texts"],
)
def test_the_window_opens_all_the_same_and_says_so(
    open_app: Callable[..., App], settings: Path, content: bytes
) -> None:
    settings.write_bytes(content)
    app = open_app(None)
    assert app.controller.moment is not None
    assert app.window.messages.text() != "" and app.window.messages.kind() == "warning"
    assert app.window.opening.recent() == []


def test_what_qt_wrote_is_not_printed_where_it_is_damaged(tmp_path: Path) -> None:
    file = tmp_path / "preferences.json"
    file.write_bytes(file_of(layout={"state": "AAAA" * 20, "check": 1}, digits=99))
    (said,) = PreferenceStore(file).words
    assert "layout is damaged" in said and "digits was 99, is 3" in said and "AAAA" not in said


def test_what_is_chosen_is_kept_at_once(open_app: Callable[..., App]) -> None:
    app = open_app()
    app.window.actions_["theme"].trigger()
    app.window.actions_["more_digits"].trigger()
    app.window.actions_["weight_values"].trigger()
    app.window.actions_["faster"].trigger()
    now = app.window._store.now
    assert (now.theme, now.digits, now.view.values, now.speed) == ("dark", 4, True, 2.0)


# ---- the view --------------------------------------------------------------------------------------------------------

ODD = View(
    panels=("loss", "experiment", "results", "data"),
    explain="curve",
    pick="W1[0,1]",
    example=7,
    grain="unit",
    at=At(iteration=2, phase="z1", unit=1),
    maps=False,
    values=True,
    flat_below=0.1,
    signals=True,
    loss=LossPart(log=True, score=True),
    saturation=SaturationPart(layer=2),
    data=DataPart(best=True, axes=("x1", "x2")),
    units=UnitsPart(layer=2, matrix=True),
    hidden_space=HiddenSpacePart(layer=1, part="train", apart=True),
    gradient_flow=GradientFlowPart(page="time", measure="ratio"),
    results=ResultsPart(part="train", best=True),
    landscape=LandscapePart(directions="random", part="validation", zoom=1),
    code=CodePart(language="pytorch"),
)
"""With nothing in it as it is at first."""
KEPT = [name for name in View.__struct_fields__ if name not in OF_THE_HOUR]


def left_with(qtbot: QtBot, app: App, view: View) -> None:
    """The window is closed with this on screen."""
    app.window.show_view(view)
    wait_until_idle(qtbot, app)
    qtbot.waitUntil(lambda: lasting(app.window.view()) == lasting(view))
    app.window.close()


def test_the_odd_view_has_nothing_as_it_is_at_first() -> None:
    assert [name for name in View.__struct_fields__ if getattr(ODD, name) == getattr(View(), name)] == []


@pytest.mark.parametrize("name", KEPT)
def test_every_part_of_a_view_is_there_after_closing_and_opening(
    qtbot: QtBot, open_app: Callable[..., App], name: str
) -> None:
    left_with(qtbot, open_app(), replaced(View(), **{name: getattr(ODD, name)}))
    app = open_app(None)
    qtbot.waitUntil(lambda: app.window.view().panels == app.window._store.now.view.panels)
    assert lasting(app.window.view()) == replaced(View(), **{name: getattr(ODD, name)})


def test_a_whole_view_is_there_again_but_for_what_is_the_runs(qtbot: QtBot, open_app: Callable[..., App]) -> None:
    left_with(qtbot, open_app(), ODD)
    app = open_app(None)
    qtbot.waitUntil(lambda: app.window.view().panels == ODD.panels)
    assert lasting(app.window.view()) == lasting(ODD)
    assert (app.window.view().pick, app.window.view().example, app.window.view().at.iteration) == ("", "batch:0", 0)
    # Panels that are made only now are as they were too.
    for panel in ("saturation", "units", "explain", "hidden_space", "gradient_flow"):
        app.window.panels.toggle(panel, True)
    assert replaced(lasting(app.window.view()), panels=ODD.panels) == lasting(ODD)


def test_without_a_layout_the_view_says_which_panels_are_seen(
    qtbot: QtBot, open_app: Callable[..., App], settings: Path
) -> None:
    panels, hidden_space = ("experiment", "units", "hidden_space"), HiddenSpacePart(layer=0)
    settings.write_bytes(written(Preferences(view=View(panels=panels, hidden_space=hidden_space))))
    app = open_app()
    qtbot.waitUntil(lambda: app.window.view().panels == panels)
    # These are made before there is a run, and stay as they were set.
    assert app.window.view().hidden_space == hidden_space


def test_closed_while_presenting_the_panels_are_those_from_before(open_app: Callable[..., App], settings: Path) -> None:
    app = open_app()
    app.window.presenting.present(True)
    app.window.close()
    assert PreferenceStore(settings).now.view.panels == View().panels


def test_a_window_that_was_never_seen_leaves_the_view_as_it_was(
    qtbot: QtBot, qapp: QApplication, settings: Path
) -> None:
    store, view = PreferenceStore(settings), View(maps=False, loss=LossPart(log=True))
    store.take(Preferences(view=view))
    app = App(qapp, store, "light", 0.75)
    qtbot.addWidget(app.window)
    app.window.close()
    app.close()
    assert PreferenceStore(settings).now.view == view


def test_a_layer_that_the_next_network_has_not_is_let_go(
    qtbot: QtBot, open_app: Callable[..., App], settings: Path
) -> None:
    view = View(
        panels=("hidden_space",),
        saturation=SaturationPart(layer=9),
        units=UnitsPart(layer=9, run=9),
        hidden_space=HiddenSpacePart(layer=9, part="train"),
    )
    settings.write_bytes(written(Preferences(view=view)))
    app = open_app()
    qtbot.waitUntil(lambda: app.window.view().panels == view.panels)
    app.window.panels.toggle("units", True)
    shown = app.window.view()
    assert shown.hidden_space == HiddenSpacePart(part="train")
    assert (shown.saturation, shown.units) == (SaturationPart(), UnitsPart())


def test_that_nothing_can_be_remembered_any_more_is_said_while_the_window_is_open(
    qtbot: QtBot, open_app: Callable[..., App], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, text: object) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr(preference_store, "SOON_MILLISECONDS", 0)
    app = open_app()
    monkeypatch.setattr(preference_store, "write_whole", full)
    app.window.actions_["theme"].trigger()
    qtbot.waitUntil(lambda: "the disk is full" in app.window.messages.text())
    assert app.window.messages.kind() == "warning"


def test_full_speed_that_nobody_asked_for_gives_way_to_the_usual_pace() -> None:
    """It was the default, and was written for everybody."""
    read = understood({"pace": "full", "speed": 2.0})
    assert (read.preferences.pace, read.preferences.speed) == (USUAL_PACE, 2.0)
    assert not read.unusable and not read.unknown
    assert understood({"pace": FULL_SPEED}).preferences.pace == FULL_SPEED
    assert understood({"pace": "epochs_1"}).preferences.pace == "epochs_1"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "line 1 is damaged"),
        (b'{"digits": 3,\n"theme": }', "line 2 is damaged"),
        (b'{"theme": "\xff"}', "not a text file in UTF-8"),
        (b"[" * 100_000, "nested too deeply"),
        (b'{"digits": ' + b"9" * 5000 + b"}", "a number of thousands of digits"),
        (b"[]", "it holds no settings"),
    ],
)
def test_why_settings_cannot_be_read_is_said_in_words(qapp: object, file: Path, content: bytes, reason: str) -> None:
    file.write_bytes(content)
    (word,) = PreferenceStore(file).words
    assert word.startswith(f"The remembered settings cannot be read ({reason}): the defaults are used.")
