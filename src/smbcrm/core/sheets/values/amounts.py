"""The amounts of a table's rows: in which currency they are, and what sales without an amount came to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from smbcrm.core.fields import FIELDS, IGNORED
from smbcrm.core.layout import Table
from smbcrm.core.mapping import Column
from smbcrm.core.money import unit_in_heading
from smbcrm.core.say import say
from smbcrm.core.sheets.meaning.line_prices import prices_of_lines
from smbcrm.core.sheets.values.cells import read_texts
from smbcrm.core.sheets.values.event_values import discounts
from smbcrm.core.sheets.values.gathered import Gathered
from smbcrm.core.text import clean


def settle_currencies(got: Gathered, table: Table, currency: Sequence[Column]) -> None:
    """Give every row with amounts its currency; amounts in two currencies are never put side by side unsaid."""
    money = [c for c in table.columns if c.field and c.field != IGNORED and FIELDS[c.field].read == "money"]
    money.sort(key=lambda c: (c.key not in ("amount", "total_spent"), c.index))
    told = {c.key: got.fields.pop(f"unit of {c.key}", None) for c in money}
    for name in [name for name in got.fields if name.startswith("unit of ")]:
        del got.fields[name]
    if not money or (not any(c.unit or told[c.key] for c in money) and not currency):
        return
    units: list[object] = _currencies(got, currency[0]) if currency else [None] * len(table.rows)
    for column in money:
        cells, values = told[column.key], got.fields[column.key]
        mixed = 0
        for i, value in enumerate(values):
            unit = (cells[i] if cells else "") or column.unit
            if value is None or not unit:
                continue
            if units[i] is None:
                units[i] = unit
            elif units[i] != unit:
                got.put_aside(i, column.heading, f"{clean(got.cells[column.index][i])} {unit}".strip())
                values[i] = None
                mixed += 1
        if mixed:
            got.notes.append(
                say(
                    "column {column} is in another currency in {n} {n:row|rows}: kept as typed there",
                    column=column.heading,
                    n=mixed,
                )
            )
    got.fields["unit"] = units
    counts = Counter(unit for unit in units if unit)
    if len(counts) > 1:
        several = ", ".join(f"{unit} {n}" for unit, n in counts.most_common())
        got.notes.append(
            say("amounts are in several currencies ({several}): they are never added up", several=several)
        )


def _currencies(got: Gathered, column: Column) -> list[object]:
    """Give the currency that a column of its own tells for each row; what is not known as one is kept aside."""
    cells = got.cells[column.index]
    known = {text: unit_in_heading(text) or None for text in set(cells)}
    for i, text in enumerate(cells):
        if text.strip() and known[text] is None:
            got.put_aside(i, column.heading, clean(text))
    return [known[text] for text in cells]


def settle_prices(got: Gathered, table: Table) -> None:
    """Give sales without an amount their unit price times their quantity; the unit price itself is kept aside."""
    prices, counts = got.fields.get("unit_price"), got.fields.get("quantity")
    if table.kind == "purchases" and "amount" not in got.fields and prices is not None:
        whole = counts is not None and prices_of_lines(
            [c.heading for c in table.columns if c.field == "unit_price"],
            [c.heading for c in table.columns],
            prices, counts, got.fields.get("product") or [],
        )  # fmt: skip
        gross = [
            p * (q if isinstance(q, int | float) and not whole else 1) if isinstance(p, int | float) else None
            for p, q in zip(prices, counts or [None] * len(prices))
        ]
        off = discounts(got, table, gross)
        got.fields["amount"] = [None if g is None else round(g - o, 4) for g, o in zip(gross, off)]
        if whole:
            got.notes.append(
                say("the price in each row is that of all pieces together: it is not multiplied")
            )
        elif any(off):
            got.notes.append(
                say("the amount of a sale is its unit price times its quantity, less its discount")
            )
        else:
            got.notes.append(say("the amount of a sale is its unit price times its quantity"))
    if prices is not None:
        del got.fields["unit_price"]
        for column in table.columns:
            if column.field == "unit_price":
                got.keep_aside(column.heading, read_texts(got.cells[column.index]).values)
    flags = got.fields.get("do_not_contact")
    if flags is not None and not any(flags):
        del got.fields["do_not_contact"]


def settle_what_is_left(got: Gathered, table: Table) -> None:
    """Give bills of which it is told what is left to pay the sum that was paid."""
    left = got.fields.pop("unpaid", None)
    if left is None:
        return
    for column in table.columns:
        if column.field == "unpaid":
            got.keep_aside(column.heading, read_texts(got.cells[column.index]).values)
    bills = got.fields.get("billed") or list(got.fields.get("amount", ()))
    if bills:
        got.fields["billed"] = bills
        got.fields["amount"] = [
            round(bill - rest, 2) if isinstance(bill, int | float) and isinstance(rest, int | float) else None
            for bill, rest in zip(bills, left)
        ]
