"""How everybody buys, read from the store: money of another currency than the shop's is unknown, whatever stands first."""

from __future__ import annotations

import dataclasses
import datetime

import numpy as np
import pytest

from smbcrm.readers.headers import load_headers
from smbcrm.readers.open_file import read_stream
from smbcrm.store.sqlite import SqliteStore
from smbcrm.usecases.dealings.purchase_histories import read_buying
from smbcrm.usecases.import_files import import_files
from smbcrm.usecases.importing.import_results import ImportOptions

NOW = "2026-11-22T00:00:00+00:00"
SALES = [
    "Sara Ahmadi,09121234567,2026-10-01,100,USD",
    "Sara Ahmadi,09121234567,2026-10-20,40,EUR",
    "Reza Karimi,09351112233,2026-09-03,70,EUR",
    "Reza Karimi,09351112233,2026-09-09,20,EUR",
]


def bought(sales: list[str]) -> dict[int, tuple[float, ...]]:
    store = SqliteStore.open(":memory:")
    text = "\n".join(["Name,Mobile,Date,Amount,Currency", *sales, ""])
    with store.operation("import", at=NOW) as operation:
        reading = read_stream(text.encode(), name="till.csv")
        options = ImportOptions(as_kind="purchases", create=True)
        import_files([reading], store, headers=load_headers, options=options, operation=operation)
    found = read_buying(store, today=datetime.date(2026, 11, 22))
    names = dict(store.read("SELECT id, name FROM customer"))
    columns = [getattr(found, column.name) for column in dataclasses.fields(found)]
    return {names[row[0]]: row[1:] for row in zip(*columns)}


@pytest.mark.parametrize("order", [(0, 1, 2, 3), (1, 0, 2, 3), (3, 2, 1, 0)])
def test_only_money_of_the_shops_currency_is_added(order: tuple[int, ...]) -> None:
    found = bought([SALES[place] for place in order])
    days, lately = 0, 3
    assert (found["Sara Ahmadi"][days], found["Sara Ahmadi"][lately]) == (2, 40)
    assert (found["Reza Karimi"][days], found["Reza Karimi"][lately]) == (2, 90)


def test_the_order_of_currencies_changes_nothing() -> None:
    one, other = bought(SALES), bought(SALES[::-1])
    for name, row in one.items():
        assert np.array_equal(row, other[name], equal_nan=True)
