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
from PySide6.QtCore import QByteArray, QSettings
from pytestqt.qtbot import QtBot

from nnviz.engine import Experiment
from nnviz.engine.training.record.steps import Grain
from nnviz.files import write_whole
from nnviz.ui.app import App
from nnviz.ui.look.look import LARGEST_RELATIVE_SCALE, SMALLEST_RELATIVE_SCALE
from nnviz.ui.look.theme import themes
from nnviz.ui.session.pace import PACES
from nnviz.ui.window import preference_store
from nnviz.ui.window.old_settings import plain_values
from nnviz.ui.window.preference_store import PreferenceStore
from nnviz.ui.window.preferences import Preferences, QtState, from_json, to_json, understood

quickly = usual_settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])

NAMES = [field.name for field in fields(Preferences)]

ANYTHING = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=20)
    | st.sampled_from([10**400, -1, 99, 1e300, "nan", "\0", "dark", "a" * 5000]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)

STATES = st.binary(min_size=1).map(lambda state: QtState.of(QByteArray(state)))

VALID = st.builds(
    Preferences,
    theme=st.sampled_from([theme.name for theme in themes()]),
    scale=st.floats(SMALLEST_RELATIVE_SCALE, LARGEST_RELATIVE_SCALE),
    digits=st.integers(0, 15),
    decimal_sign=st.sampled_from(".,"),
    unit_maps=st.booleans(),
    weight_values=st.booleans(),
    reduced_motion=st.booleans(),
    speed=st.floats(0.25, 8.0),
    pace=st.sampled_from([pace.name for pace in PACES]),
    flat_below=st.floats(0.01, 0.2),
    grain=st.sampled_from(Grain),
    # Of any letters: names of files may have some that no alphabet has.
    folder=st.text(st.characters(exclude_categories=())),
    recent=st.lists(st.text(st.characters(exclude_categories=())), max_size=8).map(tuple),
    geometry=st.none() | STATES,
    layout=st.none() | STATES,
    experiment=st.text(),
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
    values = {**msgspec.to_builtins(preferences), name: value}
    read = understood(values)
    used = getattr(read.preferences, name)
    assert replace(read.preferences, **{name: getattr(preferences, name)}) == preferences
    if read.unusable:
        assert [each.name for each in read.unusable] == [name]
        assert used == getattr(Preferences(), name)
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
        ("flat_below", float("nan")),
        ("flat_below", 0.9),
        ("grain", ["term"]),
        ("recent", "one"),
        ("recent", [str(number) for number in range(9)]),
        ("unit_maps", "yes"),
        ("geometry", "no base64"),
        ("experiment", {}),
    ],
)
def test_a_value_out_of_range_is_told_by_its_name_and_the_file_is_kept(
    qapp: object, file: Path, name: str, value: object
) -> None:
    content = file_of(**{"digits": 5, "theme": "dark", name: value})
    file.write_bytes(content)
    store = PreferenceStore(file)
    usual = getattr(Preferences(), name)
    assert getattr(store.now, name) == usual
    assert "dark" in store.now.theme or name == "theme"
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
    assert "no plain file" in store.words[0] and "Nothing will be remembered" in store.words[0]
    store.take(replace(store.now, digits=7))
    store.save()
    assert (file / "inside").is_dir()


def test_a_huge_file_is_put_aside_unread(qapp: object, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preference_store, "LARGEST_FILE", 1000)
    file.write_bytes(b" " * 1001)
    assert "too large" in PreferenceStore(file).words[0]
    assert not file.exists() and file.with_name("preferences.json.damaged").exists()


def test_where_nothing_can_be_written_that_is_told_once(qapp: object, tmp_path: Path) -> None:
    store, said = PreferenceStore(tmp_path / "taken" / "preferences.json"), []
    store.said.connect(said.append)
    (tmp_path / "taken").write_text("")
    for digits in (5, 6):
        store.take(replace(store.now, digits=digits))
        store.save()
    assert len(said) == 1 and "cannot be remembered" in said[0]


def test_fields_of_another_version_stay_in_the_file(qapp: object, file: Path) -> None:
    file.write_bytes(file_of(digits=5, view={"panels": ["loss"]}))
    store = PreferenceStore(file)
    store.take(replace(store.now, digits=7))
    store.save()
    kept = from_json(file.read_bytes())
    assert kept["view"] == {"panels": ["loss"]} and kept["digits"] == 7


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
        unit_maps=False,
        weight_values=True,
        speed=4.0,
        pace="epochs_1",
        flat_below=0.1,
        grain=Grain.TERM,
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
    | st.text(max_size=400).map(lambda text: f"[General]\nfolder={text}".encode(errors="replace"))
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
        file_of(scale=float("nan"), digits=99, decimal_sign="x", speed=-1, pace="?", flat_below=9, theme="sepia"),
        file_of(experiment="= [", geometry="AAAA", layout="AAAA", recent=["a" * 5000, "\0"], grain=None),
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


def test_what_is_chosen_is_kept_at_once(open_app: Callable[..., App]) -> None:
    app = open_app()
    app.window.actions_["theme"].trigger()
    app.window.actions_["more_digits"].trigger()
    app.window.actions_["weight_values"].trigger()
    app.window.actions_["faster"].trigger()
    app.window.actions_["grain_term"].trigger()
    now = app.window._store.now
    assert (now.theme, now.digits, now.weight_values, now.speed, now.grain) == ("dark", 4, True, 2.0, Grain.TERM)
