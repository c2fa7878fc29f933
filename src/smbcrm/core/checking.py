"""What is wrong with a value that was kept: one rule for each finding of `smbcrm check`, and the command that mends it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from smbcrm.core.command_line import TO_FILL_IN, command_line
from smbcrm.core.emails import is_junk_email, parse_emails
from smbcrm.core.identity import parse_national_id
from smbcrm.core.phones import is_junk_phone, parse_phones
from smbcrm.core.say import Say, say
from smbcrm.errors import UsageError

FINDINGS = (
    "phone", "email", "national_id", "birth_date", "date", "no_name", "unreachable", "own_score", "duplicate",
    "sale_date", "sale_amount", "sale_twice", "rating", "currency", "mixed_currency", "orphan", "removed", "referrer", "column",
)  # fmt: skip
"""Every finding by the name that scripts rely on, what keeps a customer from being reached or known first."""

OLDEST = 120  # years; nobody on a list is older, and no shop's sale either
FEWEST_ROWS = 10  # below this a column is not filled because the list has hardly begun
FILLED_SHARE = 0.02

_RUNS = ("12345678901234", "98765432109876", *(digit * 5 for digit in "0123456789"))
JUNK_ENDINGS = frozenset(run[at : at + 5] for run in _RUNS for at in range(len(run) - 4))
"""The last five digits of every number that only fills a cell and is long enough for a number: what a store can look for."""

JUNK_PHONE = say("a number that only fills the cell")
NO_PHONE = say("not a phone number")
JUNK_EMAIL = say("an address that only fills the cell")
NO_EMAIL = say("not an e-mail address")
BAD_NATIONAL_ID = say("the check digit of this national id does not fit")
BORN_LATER = say("born on {day}: that day is yet to come")
BORN_EARLY = say("born on {day}: more than {years} years ago")
LATER = say("{day} is yet to come")
EARLY = say("{day} is more than {years} {years:year|years} ago")
BAD_SCORE = say("not a score from 1 to 10 in halves")


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing to mend: which kind it is, at whom or at which row, what is wrong with what value, and the command to type."""

    finding: str
    id: str
    name: str
    what: Say
    value: str
    fix: str


def findings_named(typed: Iterable[str]) -> tuple[str, ...]:
    """Give the findings that were named; raises UsageError for one that does not exist.

    >>> findings_named(["Phone", "no-name"])
    ('phone', 'no_name')
    """
    names = tuple(word.strip().lower().replace("-", "_") for word in typed)
    for name in names:
        if name not in FINDINGS:
            raise UsageError(
                say("there is no finding {name}", name=name),
                say("choose among: {findings}", findings=", ".join(FINDINGS)),
            )
    return names


def phone_fault(value: str, country: str = "") -> Say | None:
    """Give what is wrong with a phone number as it was kept, or None.

    >>> [str(phone_fault(v, "IR")) for v in ("+989123456789", "0000000", "12")]
    ['None', 'a number that only fills the cell', 'too short for a phone number']
    """
    phones = parse_phones(value, country or None)
    wrong = next((phone.why or NO_PHONE for phone in phones if not phone.valid), None)
    # Every short number is junk to the matcher; here it is worth saying that it is short.
    if is_junk_phone(value) and (wrong is None or _is_whole(value)):
        return JUNK_PHONE
    return wrong if phones else NO_PHONE


def email_fault(value: str) -> Say | None:
    """Give what is wrong with an e-mail address as it was kept, or None.

    >>> [str(email_fault(v)) for v in ("sara@kian.ir", "none@none.com", "sara@@kian")]
    ['None', 'an address that only fills the cell', 'not an e-mail address']
    """
    emails = parse_emails(value)
    if not emails or not all(email.valid for email in emails):
        return NO_EMAIL
    return JUNK_EMAIL if is_junk_email(value) else None


def national_id_fault(value: str, country: str = "") -> Say | None:
    """Give what is wrong with an identity number, or None; `country` is that of the list.

    >>> str(national_id_fault("0084575949")), national_id_fault("0084575948")
    ('the check digit of this national id does not fit', None)
    """
    return None if parse_national_id(value, country).valid else BAD_NATIONAL_ID


def day_fault(iso: str, today: datetime.date, *, born: bool = False) -> Say | None:
    """Give what is wrong with a day that must have been, or None; a day without a year cannot be wrong.

    >>> str(day_fault("2031-01-01", datetime.date(2026, 11, 22)))
    '2031-01-01 is yet to come'
    >>> day_fault("--05-17", datetime.date(2026, 11, 22), born=True)
    """
    if iso.startswith("--"):
        return None
    if iso[:10] > today.isoformat():
        return Say((BORN_LATER if born else LATER).template, (("day", iso[:10]),))
    if iso[:10] < oldest_day(today):
        return Say((BORN_EARLY if born else EARLY).template, (("day", iso[:10]), ("years", OLDEST)))
    return None


def oldest_day(today: datetime.date) -> str:
    """Give the first day, in ISO text, that is not too long ago to be true.

    >>> oldest_day(datetime.date(2028, 2, 29))
    '1908-02-29'
    """
    return f"{today.year - OLDEST:04d}{today.isoformat()[4:]}"


def score_fault(score: float) -> Say | None:
    """Give what is wrong with an own score, or None.

    >>> score_fault(8.5), str(score_fault(11))
    (None, 'not a score from 1 to 10 in halves')
    """
    return None if 1 <= score <= 10 and score * 2 == int(score * 2) else BAD_SCORE


def names_somebody(name: str) -> bool:
    """Tell whether a name has a letter in it, and none that was lost before we read it.

    >>> [names_somebody(name) for name in ("سارا", "0912 345 6789", "Ali \N{REPLACEMENT CHARACTER}")]
    [True, False, False]
    """
    return (name.isalpha() or any(map(str.isalpha, name))) and "\N{REPLACEMENT CHARACTER}" not in name


def hardly_filled(filled: int, rows: int) -> bool:
    """Tell whether a column is filled in so few rows that it only takes room.

    >>> hardly_filled(0, 10), hardly_filled(1, 10), hardly_filled(1, 60), hardly_filled(0, 9)
    (True, False, True, False)
    """
    return rows >= FEWEST_ROWS and filled < rows * FILLED_SHARE


def set_again(customer: str, field: str, *, kept: Sequence[str], fault: Say) -> str:
    """Give the command that empties a field of several values and writes those that were right, and the one to be mended.

    >>> set_again("C17", "phone", kept=["+989123456789"], fault=JUNK_PHONE)
    'smbcrm set C17 phone= phones=+989123456789'
    >>> set_again("C17", "email", kept=["sara@kian.ir"], fault=NO_EMAIL)
    'smbcrm set C17 email= "emails=sara@kian.ir; ..."'
    """
    only_fills = fault in (JUNK_PHONE, JUNK_EMAIL)
    values = [*kept] if kept and only_fills else [*kept, TO_FILL_IN]
    return command_line("set", customer, f"{field}=", f"{field}s={'; '.join(values)}")


def import_again(file: str, *, sheet: str, source: str) -> str:
    """Give the command that reads a mended sheet as the newer version of its source, however much of it was mended.

    >>> import_again("shop.xlsx", sheet="Till", source="shop.xlsx: Till")
    'smbcrm import shop.xlsx --sheet Till --source "shop.xlsx: Till"'
    """
    which = ("--sheet", sheet) if sheet else ()
    return command_line("import", file, *which, "--source", source)


def _is_whole(value: str) -> bool:
    return not any(map(str.isalpha, value)) and sum(map(str.isdecimal, value)) >= 7
