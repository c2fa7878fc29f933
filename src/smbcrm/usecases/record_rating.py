"""How satisfied a customer is, noted by hand."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from smbcrm.core.say import say
from smbcrm.core.values.ratings import read_rating
from smbcrm.errors import UsageError
from smbcrm.usecases.dealings.own_record import (
    Noted,
    Removed,
    name_of,
    note_row,
    past_day,
    put,
    remove_record,
)
from smbcrm.usecases.ports import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class NotedRating:
    """An answer that was noted, of how many."""

    noted: Noted
    value: float
    scale: float
    date: str


def add_rating(
    store: Store,
    customer: int,
    typed: str,
    *,
    scale: float | None,
    about: str,
    text: str,
    date: datetime.date,
    today: datetime.date,
    operation: int,
) -> NotedRating:
    """Note an answer: `4`, `4/5`, `80%`, stars or words. A bare number up to 5 is one of 5, up to 10 one of 10.

    Raises UsageError for what is no rating, or does not fit its scale.
    """
    value, best = _read(typed, scale)
    day = past_day(date, today)
    fields = {"rating": value, "scale": best, "about": about, "text": text, "date": day}
    row = note_row(store, customer, fields, operation=operation)
    number = put(
        store, "rating", row, {"date": day, "value": value, "scale": best, "about": about, "text": text}
    )
    return NotedRating(
        noted=Noted(id=number, customer=customer, name=name_of(store, customer)),
        value=value,
        scale=best,
        date=day,
    )


def _read(typed: str, scale: float | None) -> tuple[float, float]:
    head, _, tail = typed.partition("/")
    # "7/10" at the terminal is seven of ten; in a column of numbers a slash may be a decimal sign.
    parted = tail.strip().isdecimal() and head.strip().isdecimal()
    found = read_rating(f"{head.strip()} of {tail.strip()}" if parted else typed)
    if found is None:
        raise UsageError(say("{value} is no rating", value=typed), say("write it like 4 or 4/5"))
    best = scale or found.scale or (5.0 if found.value <= 5 else 10.0)
    if scale and found.scale and found.scale != scale:
        raise UsageError(
            say(
                "{value} is of {scale}, and --scale says {other}", value=typed, scale=found.scale, other=scale
            ),
            say("name the scale once"),
        )
    if not 0 <= found.value <= best:
        raise UsageError(
            say("{value} is more than {scale}", value=found.value, scale=best),
            say("give the best answer there could be with --scale, like --scale 20"),
        )
    return found.value, best


def remove_rating(store: Store, number: int) -> Removed:
    """Take an answer out."""
    return remove_record(
        store, "rating", number,
        what=say("there is no rating {number}", number=number), hint=say("`smbcrm rate list` shows their numbers"),
    )  # fmt: skip
