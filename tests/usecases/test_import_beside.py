"""What a second process computes is what this one would: the store comes out the same to the last cell."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from bench.merge import load

from smbcrm.core import beside
from smbcrm.readers.open_file import Reading, read_file, read_stream
from tests.conftest import EXAMPLE, ROOT
from tests.usecases.memory_shop import MemoryShop

NOW = "2026-11-22T00:00:00+00:00"
LISTS = ROOT / "bench" / "lists"


def labelled(path: Path) -> Reading:
    return read_stream(load(path).text.encode(), name=path.name)


def dump(imports: Sequence[Sequence[Reading]]) -> list[str]:
    """Import one after another, then merge anew; give the whole store as SQL."""
    shop = MemoryShop()
    for readings in imports:
        shop.take(readings)
    shop.merge()
    return list(shop.store.db.iterdump())


@pytest.mark.parametrize("names", [("shop_fa_dev",), ("hard_mix", "shop_en_dev")])
def test_a_second_process_changes_nothing(names: Sequence[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def imports() -> list[list[Reading]]:
        return [[labelled(LISTS / f"{name}.csv") for name in names], [read_file(EXAMPLE)]]

    monkeypatch.setattr(beside, "has_second_core", lambda: False)
    alone = dump(imports())
    monkeypatch.undo()
    monkeypatch.setattr(beside, "WORTH_IT", 1)
    assert dump(imports()) == alone
