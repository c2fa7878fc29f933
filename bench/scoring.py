"""How long scoring and tiering a long list takes, beside what pandas takes to load and group the same purchases.

    python bench/scoring.py [CUSTOMERS] [PURCHASES]

Makes a list with a fixed seed, puts it into a store of its own (not timed), and prints the processor time of whole processes: of pandas, which reads
the purchases and sums, counts and dates them by customer, once from a csv of nothing but their three numbers and once from where they are kept, the
store; and of commands on the same purchases. The first `score` of a day copies the store first.
"""

from __future__ import annotations

import datetime
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from smbcrm.store.sqlite import SqliteStore

TODAY = datetime.date(2026, 11, 22)
AT = "2026-11-22T00:00:00+00:00"


def make_purchases(customers: int, purchases: int) -> Any:
    """Give the purchases of a shop with a few large and many small buyers: customer, day, amount."""
    import numpy as np
    import pandas as pd

    chance = np.random.default_rng(20261122)
    share = chance.pareto(1.2, customers) + 0.2
    who = chance.choice(customers, purchases, p=share / share.sum()) + 1
    days = np.datetime64(TODAY) - chance.integers(0, 1500, purchases).astype("timedelta64[D]")
    amount = np.round(np.exp(chance.normal(3, 1, purchases)), 2)
    return pd.DataFrame({"customer": who, "date": days.astype(str), "amount": amount})


def fill(store: SqliteStore, sales: Any, customers: int) -> None:
    """Put the purchases into a store, as an import of a till's export leaves them."""
    count = len(sales)
    totals = sales.groupby("customer").agg(
        spend=("amount", "sum"), times=("amount", "size"), first=("date", "min"), last=("date", "max")
    )
    known = {row.Index: (row.spend, row.times, row.first, row.last) for row in totals.itertuples()}
    who, days, amounts = sales["customer"].tolist(), sales["date"].tolist(), sales["amount"].tolist()
    with store.operation("import", at=AT) as operation:
        store.insert(
            "source",
            "id, name, kind, file, sheet, signature, sha256, headings, country, operation",
            [(1, "till", "purchases", "till.csv", "", "", "", "[]", "", operation)],
        )
        store.insert(
            "customer",
            "id, lead, rows, name, company, phone, email, city, tags, spend, purchases, first_purchase, last_purchase, fields, search",
            (
                (n, n, 1, f"Customer {n}", "", "", "", "", "", *known.get(n, (None, None, None, None)), "{}", f"customer {n}")
                for n in range(1, customers + 1)
            ),
        )  # fmt: skip
        rows = "id, source_id, number, key, fingerprint, raw, fields, status, reason, customer_id, operation"
        raw = '["Customer name","2026-01-01","19.90","guitar strings"]'
        store.insert(
            "source_row",
            rows,
            (
                (at + 1, 1, at + 2, "", at, raw, raw, "imported", "", who[at], operation)
                for at in range(count)
            ),
        )
        store.insert(
            "purchase",
            "id, row_id, date, amount, unit, order_id, product",
            ((at + 1, at + 1, days[at], amounts[at], "EUR", "", "guitar strings") for at in range(count)),
        )


PANDAS = """
import sys, pandas
sales = pandas.read_csv(sys.argv[1], parse_dates=["date"])
sales.groupby("customer").agg({"amount": ["sum", "size"], "date": ["min", "max"]})
"""

PANDAS_STORE = """
import sqlite3, sys, pandas
sales = pandas.read_sql_query(
    "SELECT r.customer_id AS customer, p.date, p.amount FROM purchase p JOIN source_row r ON r.id = p.row_id",
    sqlite3.connect(sys.argv[1]), parse_dates=["date"],
)
sales.groupby("customer").agg({"amount": ["sum", "size"], "date": ["min", "max"]})
"""


def computing(*words: str) -> float:
    """Give the processor time of a Python process from its start to its end."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    process = subprocess.Popen([sys.executable, *words], env=environment, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status):
        raise SystemExit(f"failed: {' '.join(words)}")
    return usage.ru_utime + usage.ru_stime


def main() -> None:
    """Make the list, run the commands and print a table."""
    customers, purchases = (int(word) for word in [*sys.argv[1:], "100000", "1000000"][:2])
    with tempfile.TemporaryDirectory() as folder:
        csv = Path(folder, "purchases.csv")
        sales = make_purchases(customers, purchases)
        sales.to_csv(csv, index=False)
        store = SqliteStore.open(Path(folder, "crm.db"))
        fill(store, sales, customers)
        store.close()
        smbcrm = ("-m", "smbcrm", "--data", folder, "--today", TODAY.isoformat())
        steps = {
            "pandas: csv and group": ("-c", PANDAS, str(csv)),
            "pandas: store and group": ("-c", PANDAS_STORE, str(Path(folder, "crm.db"))),
            "score": (*smbcrm, "score"),
            "tier": (*smbcrm, "tier"),
            "score again": (*smbcrm, "score"),
            "tier again": (*smbcrm, "tier"),
            "score explain": (*smbcrm, "score", "explain", f"C{customers // 2}"),
            "at-risk": (*smbcrm, "at-risk", "-n", "10"),
            "report network": (*smbcrm, "report", "network"),
        }
        computing("-c", "import pandas")  # compiled once before anything is measured
        print(f"{customers:,} customers, {purchases:,} purchases; seconds of processor time, whole processes")
        base = 0.0
        for name, words in steps.items():
            seconds = computing(*words)
            base = base or seconds
            print(f"{name:24}{seconds:8.2f}{seconds / base:8.1f} x", flush=True)


if __name__ == "__main__":
    main()
