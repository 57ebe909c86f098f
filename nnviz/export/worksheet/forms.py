"""The forms in which worksheets leave nnviz, each as the bytes of one file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from nnviz.export.worksheet.content import Content, content_of
from nnviz.export.worksheet.exercise import Exercise
from nnviz.export.worksheet.html import html_of
from nnviz.export.worksheet.key import key_csv
from nnviz.export.worksheet.quiz import gift, moodle_xml
from nnviz.export.worksheet.sheet import heading_of, pages_of
from nnviz.paper import Paper
from nnviz.ui.look.paper import usual_paper


class Worksheets:
    """The worksheets of some students. What is asked for is put in words at once, and drawn when it is read.

    Args:
        exercises: What they work out, at least one.
        formulas: Whether the formulas are given.
        language: What is spoken.
        paper: What is printed on.
    """

    def __init__(
        self, exercises: Sequence[Exercise], formulas: bool, language: str, paper: Paper | None = None
    ) -> None:
        self._exercises, self._formulas, self._language = exercises, formulas, language
        self._paper = paper or usual_paper()

    @cached_property
    def _contents(self) -> list[Content]:
        return [content_of(exercise, self._formulas) for exercise in self._exercises]

    @property
    def _title(self) -> str:
        return self._contents[0].title

    def sheets(self, kind: str) -> Iterator[bytes]:
        """The sheets to fill in: ``.pdf`` or ``.html``."""
        return self._printed(kind, key=False)

    def key(self, kind: str) -> Iterator[bytes]:
        """The key: ``.csv``, or the sheets filled in as ``.pdf`` or ``.html``."""
        return iter([key_csv(self._exercises).encode()]) if kind == ".csv" else self._printed(kind, key=True)

    def moodle(self) -> Iterator[bytes]:
        """Questions as Moodle XML."""
        for piece in moodle_xml(self._title, self._contents):
            yield piece.encode()

    def gift(self) -> Iterator[bytes]:
        """Questions as GIFT."""
        for piece in gift(self._title, self._contents):
            yield piece.encode()

    def _printed(self, kind: str, key: bool) -> Iterator[bytes]:
        # In words at once: a PDF makes an application of its own, and that ends the language of the one before.
        pages = [page for content in self._contents for page in pages_of(content, key, self._paper)]
        title = heading_of(self._contents[0], key)
        if kind == ".html":
            return iter([html_of(title, self._language, pages, self._paper).encode()])
        return self._pdf(title, pages)

    def _pdf(self, title: str, pages: list[str]) -> Iterator[bytes]:
        from nnviz.export.worksheet.pdf import pdf_of  # the only one that draws

        yield pdf_of(title, pages, self._paper)
