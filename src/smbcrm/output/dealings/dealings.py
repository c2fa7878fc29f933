"""What a customer owes, who sent him and whom he sent: lines of his card, and columns for machines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from smbcrm.core.money_said import money
from smbcrm.core.say import Say, say
from smbcrm.output.view import Column
from smbcrm.usecases.dealings.show_dealings import Dealings, Owed

_NAMED = 5
COLUMNS = (
    Column("owed", "Owes", "money"),
    Column("owed_unit", "Unit", "word"),
    Column("overdue", "Overdue", "money"),
    Column("days_overdue", "Days overdue", "number"),
    Column("sent_by", "Sent by", "list"),
    Column("sent", "Sent", "list"),
)


def dealing_cells(dealings: Dealings) -> list[object]:
    """Give the cells of `COLUMNS`: one value for each unit of money, nothing where nothing is known."""
    known = [one for one in dealings.owed if one.owed is not None]
    several: list[list[Any]] = [
        [one.owed for one in known], [one.unit for one in known], [one.overdue for one in known], [one.days_overdue for one in known],
    ]  # fmt: skip
    plain = [cells[0] if len(cells) == 1 else cells or None for cells in several]
    return [*plain, [id_ for id_, _ in dealings.sent_by], [id_ for id_, _ in dealings.sent]]


def owed_lines(dealings: Dealings) -> Iterator[tuple[str, object]]:
    """Give what he owes, line by line."""
    for one in dealings.owed:
        yield "Owes", _owes(one)


def _owes(one: Owed) -> Say:
    if one.owed is None:
        return say(
            "not known: {count} {count:bill|bills} of lists that do not tell what was paid", count=one.unknown
        )
    if one.overdue:
        return say(
            "{owed}, of which {overdue} is up to {days} {days:day|days} overdue",
            owed=money(one.owed, one.unit), overdue=money(one.overdue, one.unit), days=one.days_overdue,
        )  # fmt: skip
    if one.owed:
        return say("{owed}, nothing of it overdue", owed=money(one.owed, one.unit))
    if one.advance > 0.005:
        return say("nothing; {advance} was paid in advance", advance=money(one.advance, one.unit))
    return say("nothing")


def sent_lines(dealings: Dealings) -> Iterator[tuple[str, object]]:
    """Give who sent him and whom he sent."""
    yield "Sent by", _named(dealings.sent_by)
    yield "Sent", _named(dealings.sent)


def _named(who: Sequence[tuple[str, str]]) -> list[object]:
    named: list[object] = [f"{id_} {name}".strip() for id_, name in who[:_NAMED]]
    if len(who) > _NAMED:
        named.append(say("and {count} more", count=len(who) - _NAMED))
    return named
