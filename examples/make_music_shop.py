"""Make the lists of a made-up music shop: customers, till receipts, bills with their payments, ratings, and who sent whom.

    python examples/make_music_shop.py

Writes into examples/music_shop/, the same files every time. Everybody in it is made up.
"""

from __future__ import annotations

import csv
import datetime
import random
from collections.abc import Iterable, Sequence
from pathlib import Path

FOLDER = Path(__file__).parent / "music_shop"
TODAY = datetime.date(2026, 11, 22)
FIRST = [
    "Ada",
    "Bela",
    "Cleo",
    "Dario",
    "Edda",
    "Fabio",
    "Gerda",
    "Hugo",
    "Ines",
    "Jonas",
    "Kira",
    "Lars",
    "Mona",
    "Nils",
    "Olga",
    "Paul",
    "Rita",
    "Sven",
    "Tina",
    "Udo",
    "Vera",
    "Wim",
    "Yara",
    "Zeno",
]
LAST = [
    "Amsel",
    "Birke",
    "Castor",
    "Dahl",
    "Eiche",
    "Falk",
    "Ginster",
    "Holunder",
    "Iltis",
    "Jasmin",
    "Kranich",
    "Linde",
    "Mohn",
    "Natter",
    "Otter",
    "Pirol",
    "Reiher",
    "Specht",
    "Tanne",
    "Ulme",
]
CITIES = ["Aarhus", "Bergen", "Delft", "Gent", "Lund"]
WARES = [("guitar strings", 14.9), ("violin bow", 129.0), ("piano tuning", 95.0), ("drum sticks", 12.5), ("sheet music", 24.0),
         ("guitar", 480.0), ("reeds", 31.0), ("amplifier", 349.0), ("music stand", 39.5), ("lesson", 45.0)]  # fmt: skip


def write(name: str, head: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Write one list."""
    FOLDER.mkdir(exist_ok=True)
    with (FOLDER / name).open("w", newline="", encoding="utf-8") as file:
        lines = csv.writer(file, lineterminator="\n")
        lines.writerow(head)
        lines.writerows(rows)


def main() -> None:
    """Write the four lists."""
    chance = random.Random(20261122)
    names = [f"{first} {last}" for first in FIRST for last in LAST]
    chance.shuffle(names)
    people = [
        (
            n,
            name,
            f"{name.lower().replace(' ', '.')}@example.org",
            f"+4531{100000 + 137 * n:06d}",
            chance.choice(CITIES),
        )
        for n, name in enumerate(names[:60], start=1)
    ]
    receipts: list[tuple[object, ...]] = []
    bills: list[tuple[object, ...]] = []
    for n, _, email, *_ in people[:54]:  # the last six never bought
        gap = chance.choice([21, 45, 90, 180])
        start = TODAY - datetime.timedelta(days=chance.randrange(30, 1500))
        end = TODAY - datetime.timedelta(days=chance.choice([0, 0, 0, 60, 200, 500]))
        on_time = chance.random() < 0.6
        day = start
        while day <= end:
            ware, price = chance.choice(WARES)
            count = chance.choice([1, 1, 1, 2, 3])
            number = f"R{1000 + len(receipts)}"
            receipts.append((number, email, day.isoformat(), ware, f"{price * count:.2f}"))
            if n % 3 == 0:
                due = day + datetime.timedelta(days=14)
                paid = due + datetime.timedelta(
                    days=chance.randrange(-9, 2) if on_time else chance.randrange(1, 40)
                )
                bills.append(
                    (
                        number,
                        email,
                        f"{price * count:.2f}",
                        due.isoformat(),
                        paid.isoformat() if paid < TODAY else "",
                    )
                )
            day += datetime.timedelta(days=max(1, int(chance.gauss(gap, gap / 4))))
    ratings = [
        (
            email,
            (TODAY - datetime.timedelta(days=chance.randrange(1, 300))).isoformat(),
            chance.choice([10, 10, 9, 9, 8, 7, 5, 3]),
            "",
        )
        for n, _, email, *_ in people[:54]
        if chance.random() < 0.7
    ]
    sent = {n: people[chance.randrange(0, 12)][1] for n in chance.sample(range(13, 61), 15)}
    receipts.sort(key=lambda row: (row[2], row[0]))
    write(
        "customers.csv",
        ["Customer code", "Name", "Email", "Mobile", "City", "Referred by"],
        [(*person, sent.get(person[0], "")) for person in people],
    )
    write("receipts.csv", ["Receipt", "Email", "Date", "Product", "Amount"], receipts)
    write("bills.csv", ["Invoice", "Email", "Amount", "Due date", "Paid on"], bills)
    write("ratings.csv", ["Email", "Date", "Rating (0-10)", "Comment"], ratings)


if __name__ == "__main__":
    main()
