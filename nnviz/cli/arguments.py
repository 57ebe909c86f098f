"""The arguments that several commands take, and how they are read."""

import argparse
import errno
import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

from nnviz.cli.outcome import BadInputError
from nnviz.cli.words import in_words
from nnviz.files import REASONS
from nnviz.paper import PAPERS
from nnviz.said import Said, joined, said

STANDARD_OUTPUT = Path("-")
SEPARATORS = tuple(filter(None, (os.sep, os.altsep)))


class Parser(argparse.ArgumentParser):
    """A parser that raises what is wrong, for the one place that says it."""

    def __init__(self, verb: str, summary: str) -> None:
        summary = in_words(summary)
        super().__init__(
            prog=f"nnviz {verb}".rstrip(),
            description=f"{summary[:1].upper()}{summary[1:]}",
            allow_abbrev=False,
            add_help=False,
            formatter_class=Formatter,
        )
        # What argparse calls them itself it says in English.
        self._positionals.title = in_words(said("Command", "arguments"))
        self._optionals.title = in_words(said("Command", "options"))
        self.add_argument(
            "-h", "--help", action="help", default=argparse.SUPPRESS, help=said("Command", "show this help and exit")
        )

    def error(self, message: str) -> NoReturn:
        """Raise the message.

        Raises:
            BadInputError: Always.
        """
        see = said("Command", '{message} (see "{program} --help")')
        raise BadInputError(see.format(message=_known_message(message), program=self.prog))


class Formatter(argparse.RawDescriptionHelpFormatter):
    """Lays the help out, in the language that is spoken."""

    def add_usage(
        self, usage: str | None, actions: Any, groups: Any, prefix: str | None = None
    ) -> None:  # what argparse asks for
        """How a command is written."""
        super().add_usage(usage, actions, groups, in_words(said("Command", "usage: ")) if prefix is None else prefix)

    def add_text(self, text: str | None) -> None:
        """A paragraph."""
        super().add_text(in_words(text) if text is not None else None)

    def _expand_help(self, action: argparse.Action) -> str:
        with_values: str = super()._expand_help(action)
        return in_words(action.help) if isinstance(action.help, Said) else with_values


_MESSAGES = (
    (r"argument (?P<argument>.*?): (?P<reason>.*)", said("Command", "{argument}: {reason}")),
    (
        r"the following arguments are required: (?P<names>.*)",
        said("Command", "the following arguments are required: {names}"),
    ),
    (r"unrecognized arguments: (?P<names>.*)", said("Command", "unrecognized arguments: {names}")),
    (r"not allowed with argument (?P<name>.*)", said("Command", "not allowed with {name}")),
    (r"expected one argument", said("Command", "expected one argument")),
    (r"expected at least one argument", said("Command", "expected at least one argument")),
    (
        r"invalid choice: (?P<value>.*?) \(choose from (?P<names>.*)\)",
        said("Command", "invalid choice: {value} (choose from {names})"),
    ),
)
"""What argparse says, in its English, and how it is said here."""


def _known_message(message: str) -> str:
    for pattern, template in _MESSAGES:
        if match := re.fullmatch(pattern, message, re.DOTALL):
            return template.format(**{name: _known_message(value) for name, value in match.groupdict().items()})
    return message


def add_experiment(
    parser: argparse.ArgumentParser,
    metavar: str = "FIELD=VALUE",
    read: Callable[[str], tuple[str, Any]] | None = None,
    more: str = "",
    **settings: Any,
) -> None:
    """Add EXPERIMENT and the option that overrides its fields.

    Args:
        parser: The command's.
        metavar: What the option's help calls its argument.
        read: What reads it; left out: ``override``.
        more: What its help says beside the rest.
        settings: Of EXPERIMENT itself.
    """
    parser.add_argument(
        "experiment",
        metavar="EXPERIMENT",
        help=said("Command", 'a file, a session, a recording, or a built-in experiment ("nnviz list" names them)'),
        **settings,
    )
    parser.add_argument(
        "--set",
        metavar=metavar,
        dest="overrides",
        action="append",
        default=[],
        type=read or override,
        help=said(
            "Command",
            "override one field, for example training.learning_rate=0.5; the value is written as in a file, "
            "quotes around a single word may be left out, and no value at all brings the default back{more}; "
            "may be given several times",
        ).format(more=more),
    )


def add_iteration(parser: argparse.ArgumentParser, what: str) -> None:
    """Add the option that names an iteration; left out, it is ``None``."""
    parser.add_argument("--iteration", metavar="K", type=whole_number(0), help=what)


def add_output(parser: argparse.ArgumentParser, option: str, what: str, **settings: Any) -> None:
    """Add an option that says where a result goes."""
    parser.add_argument(
        option,
        metavar="OUT",
        type=output,
        help=said("Command", '{what}; "-" is standard output').format(what=what),
        **settings,
    )


def output(text: str) -> Path:
    """A file's name, or ``-``; what ends as a folder's name does is none, though a path forgets that.

    Raises:
        BadInputError: It is a folder's.
        ArgumentTypeError: It is no name.
    """
    if not text:
        raise argparse.ArgumentTypeError(said("Engine", "expected the name of a file"))
    if text.endswith(SEPARATORS):
        raise BadInputError(joined(": ", text, REASONS[errno.EISDIR]))
    return Path(text)


def add_paper(parser: argparse.ArgumentParser) -> None:
    """Add the option that says what is printed on."""
    parser.add_argument(
        "--paper",
        choices=tuple(PAPERS),
        help=said("Command", "what pages with text are printed on (default: what is usual where the system is)"),
    )


def override(text: str) -> tuple[str, Any]:
    """``FIELD=VALUE`` as a field and its value, read as TOML where it is that, and as plain text where it is not."""
    field, value = _assignment(text)
    return field, toml_value(value)


def overrides(text: str) -> tuple[str, list[Any]]:
    """``FIELD=VALUE,VALUE,...`` as a field and its values, each read as ``override`` reads one."""
    field, values = _assignment(text)
    return field, [toml_value(value) for value in _split(values)]


def _assignment(text: str) -> tuple[str, str]:
    field, equals, value = text.partition("=")
    if not equals or not field.strip():
        raise argparse.ArgumentTypeError(said("Command", 'expected FIELD=VALUE, got "{text}"').format(text=text))
    return field.strip(), value.strip()


def _split(text: str) -> list[str]:
    """The pieces between commas, but for those within brackets or quotes."""
    pieces, depth, quote = [""], 0, ""
    for character in text:
        if quote:
            quote = "" if character == quote else quote
        elif character in "\"'" and (depth or not pieces[-1].strip()):
            quote = character
        elif character in "[{(":
            depth += 1
        elif character in "]})":
            depth -= 1
        elif character == "," and depth <= 0:
            pieces.append("")
            continue
        pieces[-1] += character
    return [piece.strip() for piece in pieces]


def toml_value(text: str) -> Any:
    """A value written as TOML, or the text itself; ``None`` for nothing."""
    from nnviz.toml import TomlError, toml_tables

    if not text:
        return None
    try:
        tables = toml_tables(f"value = {text}")
    except TomlError:
        return text
    return tables["value"] if len(tables) == 1 else text


def whole_number(lowest: int) -> Any:
    """A reader of whole numbers from the lowest on."""

    def read(text: str) -> int:
        try:
            number = int(text)
        except ValueError:
            number = lowest - 1
        if number < lowest:
            raise argparse.ArgumentTypeError(
                said("Command", 'expected a whole number ≥ {lowest}, got "{text}"').format(lowest=lowest, text=text)
            )
        return number

    return read


LONGEST_WAIT = 2_000_000
"""Seconds: 23 days. A timer counts milliseconds, and cannot count many more."""


def seconds(text: str) -> float:
    """A time in seconds."""
    try:
        number = float(text)
    except ValueError:
        number = -1.0
    if number > LONGEST_WAIT:
        raise argparse.ArgumentTypeError(
            said("Command", 'expected at most {most:,} seconds, got "{text}"').format(most=LONGEST_WAIT, text=text)
        )
    if not number >= 0.0:
        raise argparse.ArgumentTypeError(
            said("Command", 'expected a number of seconds ≥ 0, got "{text}"').format(text=text)
        )
    return number
