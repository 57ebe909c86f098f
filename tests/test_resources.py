import sys
from pathlib import Path

import pytest

from nnviz import resources
from nnviz.resources import resource


def test_a_checkout_finds_its_resources_beside_the_package():
    assert resource() == Path(__file__).parents[1] / "resources"


def test_an_installed_wheel_finds_them_inside_the_package(tmp_path, monkeypatch):
    packed = tmp_path / "nnviz" / "_resources" / "experiments"
    packed.mkdir(parents=True)
    packed.joinpath("circle.toml").touch()
    monkeypatch.setattr(resources, "__file__", str(tmp_path / "nnviz" / "resources.py"))
    assert resource("experiments", "circle.toml") == packed.resolve() / "circle.toml"


def test_a_frozen_bundle_finds_them_where_it_was_unpacked(tmp_path, monkeypatch):
    tmp_path.joinpath("nnviz", "_resources", "fonts").mkdir(parents=True)
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resource("fonts") == tmp_path / "nnviz" / "_resources" / "fonts"


def test_a_missing_resource_is_named():
    with pytest.raises(FileNotFoundError, match=r"no such resource: experiments/nowhere\.toml"):
        resource("experiments", "nowhere.toml")
