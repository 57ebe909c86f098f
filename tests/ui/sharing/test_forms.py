"""Each row of the table is made by a real process, and what comes out is what it is called."""

import json
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest
from PIL import Image

from nnviz.ui.sharing.forms import FORMS, Form, form_named
from tests.ui.sharing.conftest import Hands, tour


def is_picture(file: Path) -> bool:
    with Image.open(file) as picture:
        return picture.mode == "RGBA" and picture.getpixel((0, 0))[3] == 0


def is_film(file: Path) -> bool:
    with Image.open(file) as film:
        return bool(film.size == (320, 200) and film.n_frames == 4)


def is_deck(file: Path) -> bool:
    return "ppt/slides/slide2.xml" in ZipFile(file).namelist()


def is_page(file: Path) -> bool:
    return file.read_bytes().startswith(b"<!DOCTYPE html>")


def is_worksheet(file: Path) -> bool:
    key = file.with_name(f"{file.stem}-key.csv").read_text(encoding="utf-8")
    return file.read_bytes().startswith(b"%PDF") and key.startswith("student,field,value,tolerance") and "2,L," in key


def is_notebook(file: Path) -> bool:
    return json.loads(file.read_bytes())["nbformat"] == 4


def is_weights(file: Path) -> bool:
    return file.stat().st_size > 0


MADE: dict[str, tuple[Callable[[Path], bool], dict[str, object]]] = {
    "picture": (is_picture, {"part": "diagram", "transparent": True, "zoom": "1"}),
    "film": (is_film, {"of": "training", "from": 0, "to": 3, "size": "320x200"}),
    "slides": (is_deck, {}),
    "page": (is_page, {}),
    "worksheet": (is_worksheet, {"students": 2, "blanks": ("z", "L")}),
    "code": (is_notebook, {"ending": "ipynb"}),
    "weights": (is_weights, {}),
}


def test_every_form_is_tried() -> None:
    assert {form.id for form in FORMS} == set(MADE)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.id)
def test_it_is_what_it_is_called(hands: Hands, form: Form) -> None:
    is_one, chosen = MADE[form.id]
    ending = str(chosen.get("ending", ""))
    order = hands.order(form, ending, **{name: value for name, value in chosen.items() if name != "ending"})
    files = hands.made(order)
    assert files[0] == order.target and is_one(files[0])
    # Nothing else is left there.
    assert hands.left() == sorted(file.name for file in files)
    assert hands.row().files == files and hands.row().open.isVisible() and not hands.row().stop.isVisible()


def test_a_scene_is_filmed_as_it_is_given(hands: Hands) -> None:
    tour(hands, "backprop-by-hand")
    order = hands.order(form_named("film"), "webp", size="320x200")
    assert order.subject.kind == "scene" and "of" not in order.chosen
    (file,) = hands.made(order)
    with Image.open(file) as film:
        assert film.size == (320, 200)
