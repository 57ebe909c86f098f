"""The grammar of hand-made features: a formula over the raw columns, read by hand and never run as code.

    sum     = product {("+" | "-") product}
    product = signed {("*" | "/") signed}
    signed  = ("+" | "-") signed | power
    power   = atom ["^" signed]
    atom    = number | column | constant | function "(" sum {"," sum} ")" | "(" sum ")"

So ``-x^2`` is −(x²) and ``2^3^2`` is 2^9, as in mathematics. A column whose name is not a plain word stands in
backquotes or double quotes. A formula is read into postfix order: what it says then runs without any nesting.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, NoReturn, TypeAlias

import numpy as np

from nnviz.engine.errors import ExperimentError
from nnviz.engine.names import counted, shown, suggestion
from nnviz.said import said

LONGEST = 500
"""Characters of a formula."""
DEEPEST = 50
"""Levels of parentheses, signs and powers inside one another."""


@dataclass(frozen=True)
class Operation:
    """What makes one number out of some, example by example."""

    name: str
    arguments: int
    of: Callable[..., Any]


FUNCTIONS = MappingProxyType(
    {
        row.name: row
        for row in (
            Operation("sin", 1, np.sin),
            Operation("cos", 1, np.cos),
            Operation("tan", 1, np.tan),
            Operation("exp", 1, np.exp),
            Operation("log", 1, np.log),
            Operation("sqrt", 1, np.sqrt),
            Operation("abs", 1, np.abs),
            Operation("tanh", 1, np.tanh),
            Operation("sign", 1, np.sign),
            Operation("min", 2, np.minimum),
            Operation("max", 2, np.maximum),
        )
    }
)
"""The functions, by name; angles are in radians, ``log`` is the natural one."""
CONSTANTS = MappingProxyType({"pi": math.pi, "e": math.e})
"""Numbers with a name; a column of that name comes first."""

NEGATION = Operation("-", 1, np.negative)
SUMS = MappingProxyType({"+": Operation("+", 2, np.add), "-": Operation("-", 2, np.subtract)})
PRODUCTS = MappingProxyType({"*": Operation("*", 2, np.multiply), "/": Operation("/", 2, np.divide)})
POWER = Operation("^", 2, np.power)

TOKEN = re.compile(
    r"(?P<number>(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)"
    r"|(?P<word>[^\W\d]\w*)"
    r'|(?P<quoted>`[^`]+`|"[^"]+")'
    r"|(?P<symbol>\*\*|[-+*/^(),])"
    r"|(?P<blank>\s+)"
    r"|(?P<other>.)",
    re.DOTALL,
)


@dataclass(frozen=True)
class Number:
    """Put a number on the stack."""

    value: float


@dataclass(frozen=True)
class Column:
    """Put a raw column on the stack."""

    index: int


@dataclass(frozen=True)
class Apply:
    """Take an operation's arguments from the stack, and put what it makes of them there.

    Attributes:
        place: Where it stands in the text; characters count from 1.
    """

    operation: Operation
    place: int = field(compare=False)


Step: TypeAlias = Number | Column | Apply


@dataclass(frozen=True)
class Token:
    """A word of a formula; ``kind`` is a group of ``TOKEN``, or ``"end"``."""

    kind: str
    text: str
    place: int


def read_formula(text: str, columns: Sequence[str], field: str) -> tuple[Step, ...]:
    """The steps of a formula, in postfix order. The name of a column as it is needs no quotes.

    Raises:
        ExperimentError: It is none; says where, and why.
    """
    if text.strip() in columns:
        return (Column(columns.index(text.strip())),)
    if len(text) > LONGEST:
        raise ExperimentError(
            said("Engine", "{text:,} characters are too many for a feature (at most {longest})").format(
                text=len(text), longest=LONGEST
            ),
            field,
        )
    return _Reader(text, columns, field).read()


def refusal(text: str, place: int, reason: str, field: str) -> ExperimentError:
    """The error of a formula: its text, the place and the reason."""
    return ExperimentError(
        said("Engine", "{text}, character {place}: {reason}").format(text=shown(text), place=place, reason=reason),
        field,
    )


class _Reader:
    """Reads one formula: a method for each line of the grammar, which adds the steps of what it has read."""

    def __init__(self, text: str, columns: Sequence[str], field: str) -> None:
        self._text, self._columns, self._field = text, columns, field
        self._tokens = [
            Token(str(match.lastgroup), match[0], match.start() + 1)
            for match in TOKEN.finditer(text)
            if match.lastgroup != "blank"
        ]
        self._tokens.append(Token("end", "", len(text) + 1))
        self._next = 0
        self._depth = 0
        self._steps: list[Step] = []

    def read(self) -> tuple[Step, ...]:
        """All of it."""
        self._sum()
        if self._token.kind != "end":
            self._refuse(said("Engine", "expected +, -, *, / or ^"))
        return tuple(self._steps)

    def _sum(self) -> None:
        self._chain(self._product, SUMS)

    def _product(self) -> None:
        self._chain(self._signed, PRODUCTS)

    def _chain(self, operand: Callable[[], None], operators: MappingProxyType[str, Operation]) -> None:
        """Operands with operators between them, worked out from left to right."""
        operand()
        while operator := self._accepted(operators):
            operand()
            self._steps.append(Apply(operators[operator.text], operator.place))

    def _signed(self) -> None:
        # Whatever is inside something else comes through here.
        self._depth += 1
        if self._depth > DEEPEST:
            self._refuse(
                said("Engine", "nested too deeply (at most {deepest} levels)").format(deepest=DEEPEST), got=False
            )
        if sign := self._accepted("+-"):
            self._signed()
            if sign.text == "-":
                self._steps.append(Apply(NEGATION, sign.place))
        else:
            self._power()
        self._depth -= 1

    def _power(self) -> None:
        self._atom()
        if operator := self._accepted("^"):
            self._signed()
            self._steps.append(Apply(POWER, operator.place))

    def _atom(self) -> None:
        token = self._token
        if token.kind == "number":
            self._number(token)
        elif token.kind == "quoted":
            self._column(token, token.text[1:-1])
        elif token.kind == "word" and token.text in self._columns:
            self._column(token, token.text)
        elif token.kind == "word" and self._tokens[self._next + 1].text == "(":
            self._call(token)
        elif token.kind == "word" and token.text in CONSTANTS:
            self._step(Number(CONSTANTS[token.text]))
        elif token.kind == "word" and token.text in FUNCTIONS:
            self._refuse(
                said("Engine", "{text} needs what it is of, in parentheses").format(text=token.text), got=False
            )
        elif token.kind == "word":
            self._column(token, token.text)
        elif self._accepted("("):
            self._sum()
            self._expect(")")
        else:
            self._refuse(said("Engine", "expected a number, a column or a function"))

    def _number(self, token: Token) -> None:
        value = float(token.text)
        if not math.isfinite(value):
            self._refuse(said("Engine", "this number is too large"), got=False)
        self._step(Number(value))

    def _column(self, token: Token, name: str) -> None:
        if name not in self._columns:
            known: Iterable[str] = self._columns if token.kind == "quoted" else [*self._columns, *CONSTANTS]
            self._refuse(
                said("Engine", "no column {name}{suggestion}").format(
                    name=shown(name), suggestion=suggestion(name, known)
                ),
                got=False,
            )
        self._step(Column(self._columns.index(name)))

    def _call(self, name: Token) -> None:
        function = FUNCTIONS.get(name.text)
        if function is None:
            self._refuse(
                said("Engine", "no function {text}{suggestion}").format(
                    text=shown(name.text), suggestion=suggestion(name.text, FUNCTIONS)
                ),
                got=False,
            )
        self._next += 2
        self._sum()
        arguments = 1
        while self._accepted(","):
            self._sum()
            arguments += 1
        self._expect(")")
        if arguments != function.arguments:
            reason = said("Engine", "{name} takes {numbers}, got {arguments}").format(
                name=function.name, numbers=counted(function.arguments, "number"), arguments=arguments
            )
            raise refusal(self._text, name.place, reason, self._field)
        self._steps.append(Apply(function, name.place))

    @property
    def _token(self) -> Token:
        """The next one."""
        return self._tokens[self._next]

    def _step(self, step: Step) -> None:
        """The next token says this."""
        self._steps.append(step)
        self._next += 1

    def _accepted(self, symbols: Iterable[str]) -> Token | None:
        """The next token, and past it, if it is one of some symbols."""
        token = self._token
        if token.kind != "symbol" or token.text not in symbols:
            return None
        self._next += 1
        return token

    def _expect(self, symbol: str) -> None:
        if not self._accepted(symbol):
            self._refuse(said("Engine", 'expected "{symbol}"').format(symbol=symbol))

    def _refuse(self, reason: str, got: bool = True) -> NoReturn:
        """Say why it cannot go on at the next token, and what stands there."""
        token = self._token
        if token.text == "**":
            reason, got = said("Engine", "a power is written ^"), False
        elif token.text in ('"', "`"):
            reason, got = said("Engine", "the name after {text} has no end").format(text=token.text), False
        if got:
            reason += (
                said("Engine", ", got {text}").format(text=shown(token.text))
                if token.text
                else said("Engine", ", but the text ends")
            )
        raise refusal(self._text, token.place, reason, self._field)
