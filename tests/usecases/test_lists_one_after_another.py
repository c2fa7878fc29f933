"""Lists that come one after another give the customers they give at once; after a few rows, a merge makes them the very same."""

from __future__ import annotations

import csv
import io
import subprocess
import sys
from pathlib import Path

import pytest
from bench.merge import load, score

from smbcrm.readers.open_file import Reading, read_stream
from tests.conftest import ROOT
from tests.usecases.memory_shop import MemoryShop


def parts(path: Path, sizes: list[int]) -> list[Reading]:
    """Cut a list into files of so many rows."""
    head, *rows = csv.reader(io.StringIO(load(path).text))
    found = []
    start = 0
    for place, size in enumerate(sizes):
        out = io.StringIO()
        csv.writer(out).writerows([head, *rows[start : start + size]])
        found.append(read_stream(out.getvalue().encode(), name=f"part{place}.csv"))
        start += size
    return found


def customers(shop: MemoryShop) -> list[int]:
    return [customer for (customer,) in shop.store.read("SELECT customer_id FROM source_row ORDER BY id")]


def same_customers(one: list[int], two: list[int]) -> bool:
    """Tell whether rows are together in one exactly where they are in the other; the ids may differ."""
    return len({*zip(one, two)}) == len({*one}) == len({*two})


@pytest.mark.parametrize(
    ("name", "sizes"),
    [
        ("shop_en_dev", [1500, 500]),
        ("shop_fa_dev", [600, 900]),
        ("hard_mix", [1400, 100]),
        ("hard_mix", [500, 500, 500]),
    ],
)
def test_one_list_after_another_is_what_all_are_at_once(name: str, sizes: list[int]) -> None:
    assert agreement(ROOT / "bench" / "lists" / f"{name}.csv", sizes) == 1


@pytest.mark.parametrize("name", ["shop_en_dev", "shop_fa_dev", "hard_mix"])
def test_a_few_rows_after_a_list_make_nearly_what_all_make_at_once(name: str) -> None:
    assert agreement(ROOT / "bench" / "lists" / f"{name}.csv", [1000, *[40] * 5]) >= 0.995


@pytest.mark.parametrize("kind", ["scripts", "families"])
def test_what_the_second_half_teaches_holds_for_customers_of_the_first(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "made.csv"
    maker = ROOT / "bench" / "make_lists.py"
    subprocess.run([sys.executable, str(maker), kind, "800", str(path)], check=True)
    assert agreement(path, [400, 400]) == 1


def test_a_question_that_later_rows_settle_is_asked_no_more() -> None:
    path = ROOT / "bench" / "lists" / "shop_en_dev.csv"
    shop = MemoryShop()
    for reading in parts(path, [1000, 1000]):
        shop.take([reading])
    open_ = (
        "SELECT count(*) FROM pair p JOIN source_row a ON a.id = p.row_a JOIN source_row b ON b.id = p.row_b "
    )
    ((asked,),) = shop.store.read(open_ + "WHERE p.verdict = 'review' AND a.customer_id <> b.customer_id")
    ((idle,),) = shop.store.read(open_ + "WHERE p.verdict = 'review' AND a.customer_id = b.customer_id")
    assert 0 < asked <= 3 * 2000 / 100
    assert idle == 0


def agreement(path: Path, sizes: list[int]) -> float:
    """Give how far so many rows after so many give what all give at once (pairwise F1); merged anew they must be the very same."""
    at_once, in_turn = MemoryShop(), MemoryShop()
    at_once.take(parts(path, sizes))
    for reading in parts(path, sizes):
        in_turn.take([reading])
    found = score(customers(in_turn), customers(at_once)).f1
    in_turn.merge()
    assert same_customers(customers(in_turn), customers(at_once))
    return found
