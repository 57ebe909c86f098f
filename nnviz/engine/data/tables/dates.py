"""Dates and times of day as numbers: days since the first of January 1970."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from nnviz.engine.data.tables.forms import Form

CLOCK = r"(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2}(?:[.,][0-9]+)?))?"
ZONE = r"(?: ?(?:Z|(?:UTC|GMT)?(?:[+-][0-9]{1,2}(?::?[0-9]{2})?)?))?"
AFTER = rf"(?:(?:T|:|, ?| +){CLOCK} ?(?P<half>[AaPp]\.?[Mm]\.?)?{ZONE})?"
WEEKDAY = r"(?:[^\W\d_]{2,10}\.?,? )?"
YEAR_FIRST = re.compile(
    WEEKDAY + rf"(?P<year>[0-9]{{4}})[-/.年] ?(?P<month>[0-9]{{1,2}})[-/.月] ?(?P<day>[0-9]{{1,2}})(?:日|\.)?{AFTER}"
)
YEAR_LAST = re.compile(
    WEEKDAY
    + rf"(?P<one>[0-9]{{1,2}})(?P<sign>[./-])(?P<two>[0-9]{{1,2}})(?P=sign)(?P<year>[0-9]{{4}}|[0-9]{{2}}){AFTER}"
)
NAMED = re.compile(
    WEEKDAY + r"(?:(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?(?:\. ?| (?:de |of )?|[-/])(?P<name>[^\W\d_]{3,10})\.?"
    rf"|(?P<first>[^\W\d_]{{3,10}})\.? (?P<late>[0-9]{{1,2}})(?:st|nd|rd|th)?,?)"
    rf"(?: de)?[-/ ](?P<year>[0-9]{{4}}|[0-9]{{2}}){AFTER}"
)
JOINED = re.compile(rf"(?P<day>[0-9]{{1,2}})(?P<name>[^\W\d_]{{3}})(?P<year>[0-9]{{4}}|[0-9]{{2}}){AFTER}")
MONTH = re.compile(
    r"(?P<year>(?:19|20)[0-9]{2})[-/](?P<month>0[1-9]|1[0-2])|(?P<two>0?[1-9]|1[0-2])[./-](?P<late>(?:19|20)[0-9]{2})"
    r"|(?P<name>[^\W\d_]{3,9})\.?[ -](?P<last>(?:19|20)[0-9]{2}|[0-9]{2})"
)
"""A month of a year, which begins with its first day."""
TIME = re.compile(rf"{CLOCK} ?(?P<half>[AaPp]\.?[Mm]\.?)?(?:Uhr|h)?")
MONTHS = tuple(
    frozenset(names.split())
    for names in (
        "jan january januar janvier enero ene gennaio gen janeiro januari",
        "feb february februar février févr febrero febbraio fevereiro fev februari",
        "mar march märz mär mrz mars marzo março maart",
        "apr april avril avr abril abr aprile",
        "may mai mayo maggio mag maio mei",
        "jun june juni juin junio giugno giu junho",
        "jul july juli juillet juil julio luglio lug julho",
        "aug august août agosto augustus",
        "sep sept september septembre septiembre settembre setembro",
        "oct october okt oktober octobre octubre ottobre ott outubro",
        "nov november novembre noviembre novembro",
        "dec december dez dezember décembre déc diciembre dic dicembre dezembro",
    )
)
EPOCH = date(1970, 1, 1).toordinal()
CENTURY = 70
"""Years of two digits from here on are of the century before."""


def is_date(text: str) -> bool:
    """Whether a cell holds a date or a time of day."""
    return days_of(text, True) is not None or days_of(text, False) is not None


def days_of(text: str, day_first: bool) -> float | None:
    """Days since the first of January 1970, or the part of a day that a time is; ``None`` where a text is neither."""
    if not 4 <= len(text) <= LONGEST or not any(character.isdigit() for character in text):
        return None
    if match := YEAR_FIRST.fullmatch(text):
        return _days(match, int(match["month"]), int(match["day"]))
    if match := YEAR_LAST.fullmatch(text):
        one, two = int(match["one"]), int(match["two"])
        return _days(match, two, one) if day_first else _days(match, one, two)
    if match := NAMED.fullmatch(text):
        return _days(match, _month(match["name"] or match["first"]), int(match["day"] or match["late"]))
    if match := JOINED.fullmatch(text):
        return _days(match, _month(match["name"]), int(match["day"]))
    if match := MONTH.fullmatch(text):
        month = _month(match["name"]) if match["name"] else int(match["month"] or match["two"])
        return _day(int(match["year"] or match["late"] or match["last"]), month, 1)
    if match := TIME.fullmatch(text):
        return _part(match)
    return None


LONGEST = 40
"""Characters of a date with a time."""


def _month(name: str) -> int:
    """The month of a name, from 1; 0 where it is none."""
    return next((place for place, names in enumerate(MONTHS, 1) if name.casefold() in names), 0)


def _days(match: re.Match[str], month: int, day: int) -> float | None:
    whole = _day(int(match["year"]), month, day)
    if match["hour"] is None or whole is None:
        return whole
    part = _part(match)
    return None if part is None else whole + part


def _day(year: int, month: int, day: int) -> float | None:
    """Days up to a date; ``None`` where there is no such day."""
    if year < 100:
        year += 1900 if year >= CENTURY else 2000
    try:
        return float(date(year, month, day).toordinal() - EPOCH)
    except ValueError:
        return None


def _part(match: re.Match[str]) -> float | None:
    """The part of a day that a time is."""
    hour, minute = int(match["hour"]), int(match["minute"])
    second = float((match["second"] or "0").replace(",", "."))
    if match["half"]:
        hour = hour % 12 + (12 if match["half"][0] in "pP" else 0)
    if hour > 24 or minute > 59 or second >= 61.0:
        return None
    return (hour * 3600 + minute * 60 + second) / 86400.0


@dataclass(frozen=True)
class DayForm(Form):
    """How a column writes its dates, to be read as numbers."""

    day_first: bool = True

    def number(self, text: str) -> float | None:
        """The days that a text is."""
        return days_of(text, self.day_first)


def day_form_of(texts: Iterable[str]) -> DayForm:
    """The form of a column's dates: whether the day or the month comes first."""
    unsure = ""
    for text in texts:
        match = YEAR_LAST.fullmatch(text) if len(text) <= LONGEST else None
        if match is None:
            continue
        if int(match["one"]) > 12 or match["sign"] == ".":
            return DayForm()
        if int(match["two"]) > 12:
            return DayForm(day_first=False)
        unsure = unsure or (text if match["one"] != match["two"] else "")
    return DayForm(unsure=unsure)
