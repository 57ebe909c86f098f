"""The form of a column's numbers: their decimal sign, and what stands around them, decided for each column."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from nnviz.engine.data.tables.signs import plain
from nnviz.engine.data.tables.values import found_decimal, number

LONGEST = 40
"""Characters of a number with all that stands around it."""
CURRENCY = (
    r"[A-Z]{0,3}\$|[€£¥₹₽₩₺₴₪₫₱₦฿₡₲₵₸]|EUR|USD|GBP|CHF|JPY|CNY|RMB|INR|AUD|CAD|NZD|HKD|SGD|SEK|NOK|DKK|PLN|CZK|HUF"
    r"|BRL|MXN|RUB|TRY|ZAR|KRW|Rs\.?|Fr\.|kr\.?"
)
LETTER = r"[^\W\d_²³¹¼-¾⁰-₉⅐-ↈ①-⓿]"
"""No raised digit, fraction or number in a circle: those say what the number is."""
POWERED = rf"{LETTER}{{1,10}}(?:[²³]|\^?-?[1-4](?![0-9]))?"
UNIT = rf"[°µμ]?{POWERED}(?:[/·*]{POWERED}|\.| {LETTER}{{1,3}})?"
AROUND = re.compile(
    rf"(?P<bound>(?:[<>≤≥]=?|[~≈]|ca\.|approx\.)\s*)?(?P<sign>[+-]?)(?P<before>{CURRENCY})?\s*"
    r"(?P<bare>[+-]?[.,]?[0-9](?:[0-9.,'’ \u00a0\u202f]*[0-9])?[.,]?(?:[eE][+-]?[0-9]{1,4})?)"
    r"(?P<give>\s*(?:±|\+/-)\s*[0-9][0-9.,]*)?"
    rf"(?P<space>\s*)(?P<after>{CURRENCY}|[%‰°㎡㎥℃℉\"″′]|/ ?[0-9]{{1,3}}|{UNIT})?"
    r"(?P<note>\+|\s*(?:\*{1,3}|[†‡]))?"
)
IN_BRACKETS = re.compile(r"\(([^()+-]*[0-9][^()]*)\)")
MINUS_LAST = re.compile(r"([0-9][0-9.,'’ \u00a0\u202f]*[0-9])-([^0-9]*)")
NO_CENTS = re.compile(r"(?<=[0-9])[.,][-–—]{1,2}(?=$|\s)")
PERCENT = "%"
ORDINALS = frozenset({"st", "nd", "rd", "th"})


@dataclass(frozen=True)
class Written:
    """A text taken apart: a number, and what stands around it.

    Attributes:
        bare: The number alone, as a text.
        mark: A currency, a per cent sign or a unit; empty without one.
        is_bound: Whether it says less or more than the number, as ``< 0.5`` does.
        has_note: Whether something is said of it elsewhere, as of ``0.5*``.
        is_word: Whether the mark is letters that stick to the number, as in ``4wd``: such a text may be a name.
    """

    bare: str
    mark: str
    is_bound: bool
    has_note: bool
    is_word: bool


@dataclass(frozen=True)
class Form:
    """How a column writes its numbers.

    Attributes:
        decimal: What stands before the fraction.
        mark: The currency, per cent sign or unit that stands at them; empty without one.
        bounds: One like ``< 0.5`` or ``0.5*`` among them, which stands for 0.5; empty if there is none.
        unsure: A number of it that could also be read with the other decimal sign; empty if none could.
    """

    decimal: str = "."
    mark: str = ""
    bounds: str = ""
    unsure: str = ""

    def number(self, text: str) -> float | None:
        """The number that a text is; ``None`` if it is none in this form."""
        value = number(text, self.decimal)
        if value is not None:
            # Half and 50 % may stand for the same: a number without the sign is a slip that is not guessed at.
            return value if self.mark != PERCENT or value == 0.0 else None
        written = taken_apart(text)
        if written is None or written.mark not in ("", self.mark):
            return None
        if (written.is_bound or written.has_note) and not self.bounds:
            return None
        return number(written.bare, self.decimal)


@lru_cache(maxsize=10_000)
def taken_apart(text: str) -> Written | None:
    """A number with what stands around it; ``None`` if a text is something else."""
    if len(text) > LONGEST:
        return None
    text, minus = _without_accounts(plain(text))
    match = AROUND.fullmatch(text)
    if match is None or (match["before"] and match["after"]) or (minus and match["sign"]):
        return None
    mark = match["before"] or match["after"] or ("±" if match["give"] else "")
    if mark in ORDINALS:
        return None
    is_word = bool(match["after"]) and not match["space"] and mark[0].isalpha()
    is_bound = bool(match["bound"]) or match["note"] == "+"
    return Written(minus + match["sign"] + match["bare"], mark, is_bound, not is_bound and bool(match["note"]), is_word)


def _without_accounts(text: str) -> tuple[str, str]:
    """A text without the signs of accounts, and a minus where they mean it: (1.50), 1.50-, 12.–."""
    if match := IN_BRACKETS.fullmatch(text):
        return match[1], "-"
    if match := MINUS_LAST.fullmatch(text):
        return match[1] + match[2], "-"
    return NO_CENTS.sub("", text), ""


def form_of(present: Sequence[str], between_columns: str, usual: str, told: str = "", sure: bool = False) -> Form:
    """The form of a column's numbers.

    Args:
        present: The different texts in it, without those for a missing value.
        between_columns: What separates columns, in words.
        usual: The decimal sign of most numbers in the table.
        told: The decimal sign, where somebody says it.
        sure: Whether some numbers of the table can be read with the usual sign alone.
    """
    found = {text: apart for text in present if (apart := taken_apart(text)) is not None}
    bounds = [text for text, apart in found.items() if apart.is_bound]
    if 2 * len(bounds) >= len(present):
        # Where most are bounds, they are names: "<=50K" and ">50K" are two classes.
        found, bounds = {text: apart for text, apart in found.items() if not apart.is_bound}, []
    bounds += [text for text, apart in found.items() if apart.has_note]
    written = list(found.values())
    mark = _mark(written, len(present))
    bare = [apart.bare for apart in written if apart.mark in ("", mark)]
    decimal, unsure = (told, "") if told else _decimal(bare, between_columns, usual, sure)
    return Form(decimal, mark, bounds[0] if bounds else "", unsure)


def _mark(written: Sequence[Written], present: int) -> str:
    """The mark that most of the numbers have; empty without one."""
    marks = Counter(found.mark for found in written if found.mark)
    if not marks:
        return ""
    mark, times = marks.most_common(1)[0]
    numbers = {found.bare for found in written if found.mark == mark}
    if 2 * times < present or len(numbers) < 2:
        return ""
    sure = all(found.mark in ("", mark) for found in written) and len(written) == present
    # 1/2, 3/8 and 5/8 are parts of different wholes.
    likely = not mark.startswith("/") and not any(found.is_word for found in written if found.mark == mark)
    return mark if sure or likely else ""


def _decimal(bare: list[str], between_columns: str, usual: str, sure: bool) -> tuple[str, str]:
    """The decimal sign, and a number that leaves it unsure."""
    signed = [text for text in bare if "." in text or "," in text]
    if any((number(text, ".") is None) != (number(text, ",") is None) for text in signed):
        return found_decimal(signed, between_columns), ""
    both = [text for text in signed if number(text, ".") is not None]
    if not both:
        return usual, ""
    points = all("." in text for text in both)
    # 1.221 beside 956 in a table with decimal commas counts thousands; 2.048 alone is what it looks like.
    whole = [text for text in bare if text.isdigit()]
    thousands = any(len(text) == 3 for text in whole) and all(len(text) < 4 for text in whole)
    if points:
        return ("," if thousands and usual == "," else "."), (both[0] if usual == "," else "")
    if usual == ",":
        return ("." if thousands and not sure else ","), ("" if sure else both[0])
    # Between commas it needs quotation marks, as thousands do.
    return ".", both[0] if between_columns != "commas" and not thousands else ""
