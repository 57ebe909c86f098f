"""What the README says of the file is all that is in it."""

import re
from dataclasses import fields
from pathlib import Path

import pytest

from nnviz.engine.training.timeline.events import AllParameters
from nnviz.sessions.container import LARGEST
from nnviz.sessions.events import KINDS
from nnviz.sessions.layout import FORMAT, CheckpointPart, Content, Generator, LinePart, StopPart
from nnviz.sessions.on_stage import Counted, Drawing, Given, OnStage, Surface

README = Path(__file__).parents[2] / "README.md"
PARTS = (Content, CheckpointPart, LinePart, Generator, StopPart, OnStage, Given, Drawing, Surface, Counted)
"""Everything that ``session.json`` is made of, but for the experiment and the view, which have their own places."""


@pytest.fixture(scope="module")
def named():
    """What the section about sessions names."""
    text = README.read_text(encoding="utf-8")
    return set(re.findall(r"`([^`]+)`", text.partition("### Sessions")[2].partition("\n## ")[0]))


def test_every_file_and_the_format_are_named(named):
    assert {*LARGEST, FORMAT} <= named


@pytest.mark.parametrize("part", PARTS)
def test_every_field_is_named(named, part):
    assert set(part.__struct_fields__) <= named


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_event_is_named_with_what_it_says(named, kind):
    assert kind in named
    if not issubclass(KINDS[kind], AllParameters):
        assert {field.name for field in fields(KINDS[kind])} <= named
