"""Rows to compare, held by column so that a million of them stay cheap."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Records:
    """The identity fields of n rows, one sequence of length n for each field.

    A missing single value is `""`, a missing list `()`. Names, addresses and companies are as the owner typed them (any script,
    not folded). `phones` are E.164 (`+989121234567`, an extension behind `;ext=`) where the number was understood, else the
    text as typed. `emails` are lower case. `birth_date` is ISO, `--05-17` where the year is unknown, else the text as typed that is no day. `source` tells which
    imported sheet a row came from (rows of one sheet share a number); `customer_code` means something within one source only.
    `other` holds the columns that mean nothing to us, under their heading, and gender and occupation, which tell more in one list than in another.
    """

    ids: Sequence[int]  # the row's id in the store: ascending, older rows first; breaks every tie
    source: Sequence[int]
    name: Sequence[
        str
    ]  # the whole name, however it was written: "Dr. Ali Rezaei", "Rezaei, Ali", "علی رضایی"
    first_name: Sequence[str]  # filled only where the sheet had a column of its own
    last_name: Sequence[str]
    name_prefix: Sequence[str]  # a column of its own for titles: "Mrs", "آقای"
    company: Sequence[str]
    phones: Sequence[tuple[str, ...]]
    emails: Sequence[tuple[str, ...]]
    national_id: Sequence[str]
    company_id: Sequence[str]  # a firm's number in the register of firms
    economic_code: Sequence[str]  # and its number for taxes
    birth_date: Sequence[str]
    address: Sequence[str]
    city: Sequence[str]
    district: Sequence[str]
    province: Sequence[str]
    postal_code: Sequence[str]
    website: Sequence[str]
    father_name: Sequence[str]
    customer_code: Sequence[str]
    other: Mapping[str, Sequence[str]] = field(default_factory=dict)
    own_id: Mapping[int, int] = field(
        default_factory=dict
    )  # rows of a list that this program wrote: position -> the number of the customer they stood for

    def __len__(self) -> int:
        return len(self.ids)
