"""The rows that stand for somebody, by column: what is matched."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from smbcrm.core.golden import Row
from smbcrm.core.records import Records
from smbcrm.usecases.importing.handed_rows import HandedRows
from smbcrm.usecases.ports import Store

HELD = 300_000  # rows; of more, what they say is read again when it is needed
LISTS = frozenset({"customers", "owner"})  # sources whose rows are about a customer and nothing else
_OFTEN_EQUAL = frozenset({"city", "district", "province", "company", "postal_code", "birth_date"})
_NONE: Mapping[str, Any] = {}
OF_THE_SALE = frozenset({"x", "notes", "unit", "status", "source"})
# How a phone calls somebody counts after what any other row says.
HEARSAY = frozenset({"interactions", "ratings"})
SINGLE = (
    "name", "first_name", "last_name", "name_prefix", "company", "national_id", "birth_date", "address", "city", "district", "province",
    "postal_code", "website", "father_name", "customer_code", "company_id", "economic_code",
)  # fmt: skip

ALSO_COMPARED = ("gender", "job_title")
"""What tells people apart more in one list and less in another: compared like columns of no known meaning."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Leads:
    """The rows that stand for somebody, oldest first: what is matched."""

    records: Records
    customer: Sequence[int | None]
    home: Sequence[int | None]
    bound: Sequence[int | None]  # for an owner's row: the row it is tied to
    event: Sequence[bool]  # the row is a sale or the like, not an entry of a customer list
    exported: Mapping[int, int]  # rows of an export of ours: position -> the customer id it names
    # The same rows as customers are computed from; none of a list so long that they would fill the memory.
    rows: LeadRows


class LeadRows:
    """The rows by position; those that were handed over are made when they are asked for."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._makers: list[Callable[[int], Row]] = []
        self._count = 0

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, place: int) -> Row:
        segment = bisect_right(self._starts, place) - 1
        return self._makers[segment](place - self._starts[segment])

    def add(self, count: int, make: Callable[[int], Row]) -> None:
        """Add so many rows, each given by its place among them."""
        self._starts.append(self._count)
        self._makers.append(make)
        self._count += count


def load_leads(store: Store, ids: Sequence[int] | None = None, *, handed: Sequence[HandedRows] = ()) -> Leads:
    """Give the rows that are matched, by column; `ids` narrows them to these row ids.

    `handed` rows, ascending, need not be read from the store: they are as they were written.
    """
    ((newest,),) = store.read("SELECT coalesce(max(id), 0) FROM source_row")
    most = newest - sum(len(one.ids) for one in handed) if ids is None else min(newest, len(ids))
    found = _Found(birth_headings(store), held=most <= HELD)
    ranks = dict(store.read("SELECT id, rank FROM source")) if handed else {}
    coming = list(handed)
    if ids is None and not most:  # there are no others
        for all_there_are in handed:
            found.take_handed(all_there_are, rank=ranks[all_there_are.source])
        return found.leads()
    apart = "".join(f" AND r.id NOT BETWEEN {one.ids[0]} AND {one.ids[-1]}" for one in handed)
    # Said only where it holds: beside `OR` all rows would be gone through.
    these = "" if ids is None else " AND r.id IN (SELECT value FROM json_each(?))"
    for number, source, customer, home, anchor, kind, text, rank, operation in store.read(
        "SELECT r.id, r.source_id, r.customer_id, r.home, r.anchor, s.kind, r.fields, s.rank, r.operation "
        "FROM source_row r JOIN source s ON s.id = r.source_id WHERE r.status IN ('imported', 'waiting', 'gone', 'owner') "
        f"AND (r.lead = r.id OR r.lead IS NULL){these}{apart} ORDER BY r.id",
        [] if ids is None else [list(ids)],
    ):
        while coming and coming[0].ids[0] < number:
            found.take_handed(handed_rows := coming.pop(0), rank=ranks[handed_rows.source])
        fields = json.loads(text)
        found.take(number, source, fields)
        found.customer.append(customer)
        found.home.append(home)
        found.bound.append(anchor)
        found.event.append(kind not in LISTS)
        if found.held:
            found.kept.append(as_row(number, rank, operation, kind, fields, source))
    for rest in coming:
        found.take_handed(rest, rank=ranks[rest.source])
    return found.leads()


class _Found:
    """Rows on their way into columns; what many rows say is kept once."""

    def __init__(self, birth_headings: Mapping[int, Sequence[str]], *, held: bool) -> None:
        self.birth_headings = birth_headings
        self.held = held  # whether the rows are held as customers are computed from, too
        self.kept: list[Row] = []  # those that were read since rows were handed over
        self.ids: list[int] = []
        self.source: list[int] = []
        self.phones: list[tuple[str, ...]] = []
        self.emails: list[tuple[str, ...]] = []
        self.single: dict[str, list[str]] = {name: [] for name in SINGLE}
        self.custom: dict[str, dict[int, str]] = defaultdict(dict)
        self.customer: list[int | None] = []
        self.home: list[int | None] = []
        self.bound: list[int | None] = []
        self.event: list[bool] = []
        self.exported: dict[int, int] = {}
        self.rows = LeadRows()
        self._once: dict[str, str] = {}

    def take(self, number: int, source: int, fields: Mapping[str, Any]) -> None:
        """Add one row."""
        place = len(self.ids)
        self.ids.append(number)
        self.source.append(source)
        self.phones.append(tuple(fields.get("phones", ())))
        self.emails.append(tuple(fields.get("emails", ())))
        once = self._once.setdefault
        for name, column in self.single.items():
            text = str(fields.get(name, ""))
            column.append(once(text, text) if text and name in _OFTEN_EQUAL else text)
        aside = fields.get("x", _NONE)
        for heading, text in aside.items():
            self.custom[heading][place] = once(str(text), str(text))
        for name in ALSO_COMPARED:
            if text := str(fields.get(name, "")):
                self.custom[name][place] = once(text, text)
        if "birth_date" not in fields and "birth_date" in fields.get("bad", ()):
            # A mistyped day still tells its bearer from others.
            self.single["birth_date"][-1] = self._typed_birthday(source, aside)
        if "crm_id" in fields and (customer := _own_id(fields["crm_id"])):
            self.exported[place] = customer

    def take_handed(self, handed: HandedRows, *, rank: int) -> None:
        """Add all rows of a list that was written just now."""
        self._keep()
        start, count = len(self.ids), len(handed.ids)
        self.ids += handed.ids
        self.source += [handed.source] * count
        self.phones += handed.several("phones")
        self.emails += handed.several("emails")
        for name, column in self.single.items():
            column += handed.texts(name)
        for place, aside in handed.without_day("birth_date"):
            self.single["birth_date"][start + place] = self._typed_birthday(handed.source, aside)
        for heading, place, text in handed.custom():
            self.custom[heading][start + place] = text
        for name in ALSO_COMPARED:
            self.custom[name].update(
                {start + place: text for place, text in enumerate(handed.texts(name)) if text}
            )
        for place, text in enumerate(handed.texts("crm_id")):
            if text and (customer := _own_id(text)):
                self.exported[start + place] = customer
        for nothing in (self.customer, self.home, self.bound):
            nothing += [None] * count
        self.event += [False] * count
        self.rows.add(count, partial(handed.row, rank=rank))

    def _typed_birthday(self, source: int, aside: Mapping[str, Any]) -> str:
        typed = (str(aside[h]) for h in self.birth_headings.get(source, ()) if aside.get(h))
        return next(typed, "")

    def _keep(self) -> None:
        self.rows.add(len(self.kept), self.kept.__getitem__)
        self.kept = []

    def leads(self) -> Leads:
        """Give the columns."""
        self._keep()
        count = len(self.ids)
        other = {
            heading: [self.custom[heading].get(i, "") for i in range(count)]
            for heading in _custom_columns(
                {heading: len(cells) for heading, cells in self.custom.items()}, count
            )
        }
        return Leads(
            records=Records(
                ids=self.ids, source=self.source, phones=self.phones, emails=self.emails, other=other, own_id=self.exported,
                **self.single,
            ),
            customer=self.customer,
            home=self.home,
            bound=self.bound,
            event=self.event,
            exported=self.exported,
            rows=self.rows if self.held else LeadRows(),
        )  # fmt: skip


def birth_headings(store: Store) -> dict[int, list[str]]:
    """Give the headings of each source under which birthdays that are no days were kept aside."""
    found: dict[int, list[str]] = {}
    for source, text in store.read(
        "SELECT id, headings FROM source WHERE instr(headings, 'birth_') ORDER BY id"
    ):
        for heading, field, *_ in json.loads(text):
            if field.startswith("birth_"):
                found.setdefault(source, []).append(heading)
    return found


def as_row(number: int, rank: int, operation: int, kind: str, fields: Mapping[str, Any], source: int) -> Row:
    """Give a row as customers are computed from: a sale's remarks, state and further columns are about the sale, not its buyer."""
    if kind not in LISTS:
        fields = {key: value for key, value in fields.items() if key not in OF_THE_SALE}
    return Row(
        id=number,
        rank=rank - (kind in HEARSAY),
        operation=operation,
        owner=kind == "owner",
        fields=fields,
        source=source,
        event=kind not in LISTS,
    )


def _own_id(text: object) -> int:
    word = str(text or "")
    return int(word[1:]) if word[:1] in "Cc" and word[1:].isdecimal() else 0


def _custom_columns(filled: Mapping[str, int], rows: int, most: int = 12) -> list[str]:
    """Give the unknown columns that most rows fill; the others could not tell anybody apart."""
    often = [heading for heading, count in filled.items() if count * 2 >= rows]
    return sorted(often, key=lambda heading: (-filled[heading], heading))[:most]
