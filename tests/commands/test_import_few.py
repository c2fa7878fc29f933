"""A few new rows in a long list: only what could be theirs is read, and they land where the whole list would put them."""

from __future__ import annotations

import csv
import io
import random
from pathlib import Path
from typing import Any

import pytest

from smbcrm.usecases.merging import near_leads

GIVEN = [
    "Ali",
    "Sara",
    "Reza",
    "Maryam",
    "Hamid",
    "Neda",
    "Babak",
    "Leila",
    "Omid",
    "Shirin",
    "Kamran",
    "Mina",
    "Javad",
    "Parisa",
    "Nima",
    "Elham",
]
FAMILY = [
    "Rezaei",
    "Karimi",
    "Moradi",
    "Ahmadi",
    "Hosseini",
    "Jafari",
    "Akbari",
    "Rahimi",
    "Sadeghi",
    "Nazari",
    "Ebrahimi",
    "Ghasemi",
]
CITIES = ["Shiraz", "Tehran", "Tabriz", "Isfahan"]


def people(count: int, seed: int) -> list[list[str]]:
    """Make rows of people, each with a mobile of his own."""
    chance = random.Random(seed)
    return [
        [
            f"{chance.choice(GIVEN)} {chance.choice(FAMILY)}{chance.choice(['', 'pour', 'zadeh', 'nia', 'fard'])}",
            f"0912{seed % 10}{n:06}",
            f"p{seed}x{n}@mail.example",
            chance.choice(CITIES),
        ]
        for n in range(count)
    ]


def write(path: Path, rows: list[list[str]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["Name", "Mobile", "Email", "City"], *rows])
    return path


def partition(smbcrm: Any) -> set[frozenset[tuple[str, str]]]:
    """Give who is one customer with whom, as sets of (file, row)."""
    listed = csv.DictReader(io.StringIO(smbcrm("sources", "rows", "--format", "csv").out))
    groups: dict[str, set[tuple[str, str]]] = {}
    for row in listed:
        groups.setdefault(row["customer_id"], set()).add((row["source"], row["row"]))
    return {frozenset(group) for group in groups.values()}


@pytest.fixture
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a list of some hundred rows count as long, and fail when it is read whole once it is there."""
    monkeypatch.setattr("smbcrm.usecases.merge_rows.INDEXED_FROM", 100)


def copies(rows: list[list[str]]) -> list[list[str]]:
    """Write customers as another source would: in Persian letters' order, without one of their keys, with other cities."""
    first, second, third, fourth = rows
    return [
        [first[0].upper(), first[1].replace("0912", "+98 912"), "", ""],
        [" ".join(reversed(second[0].split())), "", second[2].upper(), second[3]],
        [third[0], third[1][:-1] + "x", third[2], "Qom"],
        [f"Mr. {fourth[0]}", fourth[1], fourth[2], ""],
    ]


@pytest.mark.usefixtures("short")
def test_few_new_rows_find_their_customers_without_the_whole_list(
    smbcrm: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    base = people(600, 1)
    smbcrm("import", str(write(tmp_path / "base.csv", base)))
    read: list[int] = []
    whole = near_leads.load_leads

    def counted(store: Any, ids: Any = None) -> Any:
        leads = whole(store, ids)
        read.append(len(leads.records))
        return leads

    monkeypatch.setattr("smbcrm.usecases.merge_rows.load_leads", counted)
    monkeypatch.setattr("smbcrm.usecases.merging.near_leads._DRAWN", 50)
    more = write(tmp_path / "more.csv", [*copies(base[100:104]), *people(6, 2)])
    assert smbcrm("import", str(more)).code == 0
    assert max(read) < 300
    few = partition(smbcrm)
    for n in range(4):
        group = next(group for group in few if ("more.csv", str(n + 2)) in group)
        assert ("base.csv", str(n + 102)) in group
    assert sum(len(group) == 1 for group in few) == 600 - 4 + 6
    smbcrm("merge")
    assert partition(smbcrm) == few


@pytest.mark.usefixtures("short")
def test_a_customer_added_changed_and_undone_since_is_found_too(smbcrm: Any, tmp_path: Path) -> None:
    smbcrm("import", str(write(tmp_path / "base.csv", people(200, 1))))
    smbcrm("add", "Behrouz Tavakoli", "mobile=09351112233", "email=bt@mail.example")
    smbcrm("set", "C7", "phone=09367778899")
    smbcrm("add", "Somebody Else", "mobile=09300000001")
    smbcrm("undo")
    seven = smbcrm("list", "--where", "id = 'C7'", "--format", "csv", "--columns", "name").out.splitlines()[1]
    more = [["B. Tavakoli", "0935 111 2233", "bt@mail.example", ""], [seven, "09367778899", "", ""]]
    smbcrm("import", str(write(tmp_path / "more.csv", more)))
    few = partition(smbcrm)
    assert all(len(next(g for g in few if ("more.csv", row) in g)) > 1 for row in ("2", "3"))


@pytest.mark.usefixtures("short")
def test_different_said_by_the_owner_holds_for_new_rows_in_a_long_list(smbcrm: Any, tmp_path: Path) -> None:
    base = people(200, 1)
    smbcrm("import", str(write(tmp_path / "base.csv", base)))
    second = tmp_path / "second.csv"
    second.write_text(f"Full name,Phone\n{base[5][0]},{base[5][1]}\n", encoding="utf-8")
    smbcrm("import", str(second))
    assert smbcrm("merge", "different", "s1r7", "s2r2").code == 0
    third = write(tmp_path / "third.csv", [[base[5][0], base[5][1], "", ""], *people(3, 4)])
    assert smbcrm("import", str(third)).code == 0
    one, other = (
        next(g for g in partition(smbcrm) if row in g) for row in (("base.csv", "7"), ("second.csv", "2"))
    )
    assert one != other
    assert (("third.csv", "2") in one) != (("third.csv", "2") in other)
