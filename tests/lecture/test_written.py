import tempfile
from pathlib import Path

from hypothesis import given, settings

from nnviz.lecture.files import load, write
from tests.lecture.lectures import lectures


@settings(max_examples=40, deadline=None)
@given(lectures())
def test_a_written_lecture_reads_back(lecture):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "mine.toml")
        write(lecture, path)
        assert load(path) == lecture
