"""Sentences for the user, made where Qt is not known: their English, and what a translator needs to say them otherwise.

``said("Engine", "at most {most:,} features, got {count:,}").format(most=64, count=70)`` is the English text, and knows
its template and its values. pyside6-lupdate reads context and template off the call, so that both are literals there;
whoever shows the text has it spoken in the user's language.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

Translate = Callable[[str, str], str]
"""Takes a context and a template in English, and returns the template in another language."""


class Said(str):
    """A text in English that remembers how it was made.

    Attributes:
        context: Where its template is to be looked up; empty where there is nothing to translate.
        template: With names in braces, as ``str.format`` has them.
        values: What stands in their places; among them may be other such texts.
    """

    __slots__ = ("context", "template", "values")

    context: str
    template: str
    values: Mapping[str, Any]

    def __new__(cls, text: str, context: str, template: str, values: Mapping[str, Any]) -> Said:
        """A text that is the template with the values in it."""
        made = super().__new__(cls, text)
        made.context, made.template, made.values = context, template, values
        return made

    def format(self, *args: object, **values: Any) -> Said:
        """The text with these values in their places."""
        return Said(self.template.format(**values), self.context, self.template, values)

    def __add__(self, other: str) -> Said:
        return joined("", self, other)

    def join(self, parts: Iterable[str], /) -> Said:
        """These texts, with this one between them."""
        return joined(self, *parts)

    def __reduce__(self) -> tuple[Any, ...]:
        return Said, (str(self), self.context, self.template, self.values)


def said(context: str, template: str) -> Said:
    """A sentence, and the context in which translators find it."""
    return Said(template, context, template, {})


def joined(separator: str, *parts: str) -> Said:
    """Texts one after the other, with a separator between them; those that are empty are left out."""
    values = {f"part{place}": part for place, part in enumerate(parts) if part}
    template = "{separator}".join(f"{{{name}}}" for name in values)
    return Said(str(separator).join(values.values()), "", template, {"separator": separator, **values})


def spoken(text: object, translate: Translate) -> str:
    """A text in another language, as far as it can be translated."""
    if not isinstance(text, Said):
        return str(text)
    values = {
        name: spoken(value, translate) if isinstance(value, str) else value for name, value in text.values.items()
    }
    template = translate(text.context, text.template) if text.context else text.template
    if template == text.template and values == text.values:
        # Nothing of it is otherwise: in English the text may be another form than its template, "1 row" of "{} rows".
        return str(text)
    return template.format(**values) if values else template
