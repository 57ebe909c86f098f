"""The files of lectures: where they are, what is read from them, and how a lecture is written.

One bad scene does not spoil the others: what can be given is given, beside what is wrong with the rest.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from nnviz.engine.errors import ExperimentError
from nnviz.engine.experiments.experiment_files import PATHS, check_size, tables_of, text_of, toml_of
from nnviz.engine.experiments.field_errors import explain
from nnviz.engine.names import shown, suggestion
from nnviz.files import write_whole
from nnviz.lecture.checks import problems_between, problems_of
from nnviz.lecture.errors import LectureError
from nnviz.lecture.values import FORMAT, Lecture, Scene, Words
from nnviz.resources import resource
from nnviz.said import Said, said
from nnviz.shortened import LONGEST_NAME, called, shortened

KIND = said("Lecture", "a lecture file")
SCENE_FILE, EXPERIMENT = "file", "experiment"
"""The fields of a scene that may name a file."""
MOST_SCENES = 500
MOST_CUES = 1_000
"""Of a scene. A lecture has some dozens of scenes with a few cues each."""
LONGEST_WAY = 20
"""Files, each of which names the next, from a lecture to a scene."""


class Written(NamedTuple):
    """Where a scene's cues are written.

    Attributes:
        number: Which scene of the file's it is, from 1; ``None`` where the file is the scene's own.
    """

    file: Path
    number: int | None


@dataclass(frozen=True)
class Reading:
    """What was read of a lecture.

    Attributes:
        lecture: With the scenes that can be given.
        problems: What is wrong with the others.
        files: What it was read from: where one of them changes, it is another lecture.
        written: Where each scene is, by its id.
    """

    lecture: Lecture
    problems: tuple[LectureError, ...]
    files: tuple[Path, ...]
    written: Mapping[str, Written]


def named_lectures() -> tuple[str, ...]:
    """The names of the built-in lectures."""
    return tuple(sorted(path.stem for path in resource("lectures").glob("*.toml")))


def find(text: str) -> Path:
    """The file of what a user named: a built-in lecture, or a file by its path.

    Raises:
        LectureError: It is neither.
    """
    names = named_lectures()
    if text in names:
        return resource("lectures", f"{text}.toml")
    path = Path(text)
    if path.suffix != ".toml" and not os.path.lexists(text):
        raise LectureError(
            said("Lecture", "no file and no built-in lecture of that name{suggestion}").format(
                suggestion=suggestion(text, names)
            ),
            source=shortened(text, LONGEST_NAME),
        )
    return path


def is_built_in(path: Path) -> bool:
    """Whether a file is one of nnviz's own lectures."""
    return os.path.abspath(path) in {os.path.abspath(find(name)) for name in named_lectures()}


def is_lecture(text: str) -> bool:
    """Whether what a user named is a lecture, good or not."""
    if text in named_lectures():
        return True
    try:
        tables = tables_of(text_of(Path(text), KIND))
    except ExperimentError:
        return False
    return str(tables.get("format", "")).startswith(FORMAT.partition("/")[0])


def load(path: Path) -> Lecture:
    """A lecture that is valid as a whole.

    Raises:
        LectureError: The first problem.
    """
    reading = read(path)
    for problem in reading.problems:
        raise problem
    return reading.lecture


def read(path: Path) -> Reading:
    """A lecture as far as it is valid.

    Raises:
        LectureError: The file cannot be read, or is no lecture.
    """
    source = called(path)
    tables = _tables(path)
    if tables.get("format") != FORMAT:
        given = (
            said("Lecture", "got {tables}").format(tables=shown(tables["format"]))
            if "format" in tables
            else said("Lecture", "it is missing")
        )
        raise LectureError(
            said("Lecture", 'expected "{format}", {given}').format(format=FORMAT, given=given), "format", source=source
        )
    entries = tables.pop("scene", [])
    if not (isinstance(entries, list) and entries and all(isinstance(entry, dict) for entry in entries)):
        raise LectureError(
            said("Lecture", "expected a list of tables, a scene each: [[scene]]"), "scene", source=source
        )
    _check_count(len(entries), MOST_SCENES, said("Lecture", "{count:,} scenes are too many (at most {most:,})"), source)
    try:
        head = msgspec.convert({**tables, "scene": []}, Lecture)
    except msgspec.ValidationError as error:
        problem = explain(error, tables, Lecture)
        raise LectureError(problem.reason, problem.field, source=source) from None
    scenes: list[Scene] = []
    named: list[str] = []
    problems: list[LectureError] = []
    files, written = [path], {}
    for number, entry in enumerate(entries, start=1):
        try:
            file, scene_tables = _scene_tables(entry, path, (path.resolve(),), files)
            named.append(_label(scene_tables, number))
            found = _scene(scene_tables, file, number)
        except LectureError as error:
            problems.append(error.within(source, _label(entry, number)))
            continue
        files += [Path(source) for source in _experiment_files(found)]
        wrong = problems_of(found)
        if any(scene.id == found.id for scene in scenes):
            wrong.insert(0, LectureError(said("Lecture", "another scene has this id"), "id", scene=found.id))
        problems += [problem.within(called(file)) for problem in wrong]
        if not wrong:
            scenes.append(found)
            inside = file == path or "cue" in entry
            written[found.id] = Written(path, number) if inside else Written(file, None)
    between = problems_between(scenes, named)
    problems += [problem.within(source) for problem in between]
    spoiled = {problem.scene for problem in between}
    good = tuple(scene for scene in scenes if scene.id not in spoiled)
    return Reading(msgspec.structs.replace(head, scenes=good), tuple(problems), tuple(dict.fromkeys(files)), written)


def scene_of(path: Path, name: str) -> Scene:
    """One scene of a lecture, whatever is wrong with the others.

    Raises:
        LectureError: There is none of that id, or something is wrong with it.
    """
    reading = read(path)
    scene = reading.lecture.scene(name)
    if scene is not None:
        return scene
    for problem in reading.problems:
        if problem.scene == name:
            raise problem
    known = [scene.id for scene in reading.lecture.scenes]
    raise LectureError(
        said("Lecture", "no scene {name}{suggestion}").format(name=shown(name), suggestion=suggestion(name, known)),
        source=called(path),
    )


def write(lecture: Lecture, path: Path) -> None:
    """Write a lecture into one file: readable, and only what differs from the defaults.

    Raises:
        LectureError: It would be too long to be read again.
        WriteError: It cannot be written.
    """
    tables = msgspec.to_builtins(lecture)
    for scene in tables["scene"]:
        _make_relative(scene, path.parent)
    write_text(toml_of(tables), path)


def write_text(text: str, path: Path) -> None:
    """Write the text of a lecture or a scene.

    Raises:
        LectureError: It would be too long to be read again.
        WriteError: It cannot be written.
    """
    content = text.encode()
    try:
        check_size(len(content), KIND)
    except ExperimentError as error:
        raise LectureError(error.reason, source=called(path)) from None
    write_whole(path, [content])


def _tables(path: Path) -> dict[str, Any]:
    try:
        return tables_of(text_of(path, KIND))
    except ExperimentError as error:
        raise LectureError(error.reason, error.field, source=called(path)) from None


def _scene_tables(
    entry: dict[str, Any], path: Path, way: tuple[Path, ...], files: list[Path]
) -> tuple[Path, dict[str, Any]]:
    """The tables of a scene, and the file that they stand in; what stands beside ``file`` replaces what is there.

    Args:
        entry: As it stands in a file.
        path: That file.
        way: The files that led here.
        files: What is read on the way is added to these.
    """
    if SCENE_FILE not in entry:
        return path, entry
    name = entry[SCENE_FILE]
    if not isinstance(name, str) or not name:
        raise LectureError(said("Lecture", "expected a text, got {name}").format(name=shown(name)), SCENE_FILE)
    there = path.parent / name
    try:
        target = there.resolve()
    except (OSError, RuntimeError, ValueError):  # links in a circle, a zero byte
        raise LectureError(said("Lecture", "this is not the name of a file"), SCENE_FILE, source=called(path)) from None
    if target in way:
        circle = " → ".join(called(each) for each in (*way, there))
        raise LectureError(
            said("Lecture", "these files lead in a circle: {circle}").format(circle=circle),
            SCENE_FILE,
            source=called(path),
        )
    if len(way) > LONGEST_WAY:
        raise LectureError(
            said("Lecture", "more than {most} files lead to it, one from the other").format(most=LONGEST_WAY),
            SCENE_FILE,
            source=called(path),
        )
    files.append(there)
    if not os.path.lexists(there):
        raise LectureError(
            said("Lecture", "there is no file {name}").format(name=shown(name)), SCENE_FILE, source=called(path)
        )
    tables = _tables(there)
    if "scene" in tables:
        raise LectureError(said("Lecture", "this is a lecture, not a scene"), source=called(there))
    own = {field: value for field, value in entry.items() if field != SCENE_FILE}
    file, scene = _scene_tables(tables, there, (*way, target), files)
    return file, {**scene, **own}


def _check_count(count: int, most: int, reason: Said, source: str, field: str = "scene", scene: str = "") -> None:
    """Refuse what nobody could give, before it is looked through."""
    if count > most:
        raise LectureError(reason.format(count=count, most=most), field, scene=scene, source=source)


def _scene(tables: dict[str, Any], file: Path, number: int) -> Scene:
    cues = tables.get("cue")
    if isinstance(cues, list):
        too_many = said("Lecture", "{count:,} cues are too many (at most {most:,})")
        _check_count(len(cues), MOST_CUES, too_many, called(file), "cue", _label(tables, number))
    tables = _absolute(tables, file.parent)
    try:
        return msgspec.convert(tables, Scene)
    except msgspec.ValidationError as error:
        problem = explain(error, tables, Scene)
    cue, field = _cue_of(problem.field)
    known = ", ".join(Words.__struct_fields__)
    reason = problem.reason
    if reason == said("Lecture", "no such field; known here: {known}").format(known=known):
        field, _, language = field.rpartition(".")
        reason = said("Lecture", "no language {language}; known: {known}").format(language=shown(language), known=known)
    raise LectureError(reason, field, cue, _label(tables, number), called(file))


def _label(tables: dict[str, Any], number: int) -> str:
    """What an error calls a scene that may have no id."""
    name = tables.get("id")
    return name if isinstance(name, str) and name else str(number)


def _cue_of(field: str) -> tuple[int | None, str]:
    """``cue[1].say`` as the cue's number, from 1, and the field within it."""
    first, _, rest = field.partition(".")
    place = first.removeprefix("cue[").removesuffix("]")
    return (int(place) + 1, rest) if first.startswith("cue[") and place.isdigit() else (None, field)


# ---- paths count from the folder of the file -------------------------------------------------------------------------


def _absolute(tables: dict[str, Any], folder: Path) -> dict[str, Any]:
    """A scene's tables with paths that are found from anywhere; a single ``ask`` as a list of one."""
    tables = dict(tables)
    if isinstance(tables.get("ask"), dict):
        tables["ask"] = [tables["ask"]]
    for table, field in _places_of_paths(tables):
        table[field] = os.path.abspath(folder / table[field])
    return tables


def _make_relative(scene: dict[str, Any], folder: Path) -> None:
    """Let the paths in a scene's tables count from a folder, where they are within it."""
    for table, field in _places_of_paths(scene):
        path = Path(table[field])
        if path.is_relative_to(folder.absolute()):
            table[field] = path.relative_to(folder.absolute()).as_posix()


def _experiment_files(scene: Scene) -> list[str]:
    """The files that a scene's experiments are."""
    sources = (scene.experiment, scene.twin.experiment if scene.twin is not None else None)
    return [source for source in sources if isinstance(source, str) and source.endswith(".toml")]


def _places_of_paths(scene: dict[str, Any]) -> Iterator[tuple[dict[str, Any], str]]:
    """Where paths stand in a scene's tables: those of experiments, of tables of data, of pictures."""
    holders = [scene]
    if isinstance(twin := scene.get("twin"), dict):
        scene["twin"] = dict(twin)
        holders.append(scene["twin"])
    for holder in holders:
        source = holder.get(EXPERIMENT)
        if isinstance(source, str) and source.endswith(".toml"):
            yield holder, EXPERIMENT
        elif isinstance(source, dict):
            for name, field in PATHS:
                table = source.get(name)
                if isinstance(table, dict) and isinstance(table.get(field), str):
                    holder[EXPERIMENT] = {**holder[EXPERIMENT], name: dict(table)}
                    yield holder[EXPERIMENT][name], field
    pictures = scene.get("picture")
    if isinstance(pictures, (list, tuple)) and all(isinstance(each, dict) for each in pictures):
        scene["picture"] = [dict(each) for each in pictures]
        for picture in scene["picture"]:
            if isinstance(picture.get("file"), str) and picture["file"]:
                yield picture, "file"
