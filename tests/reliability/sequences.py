"""Any sequence of commands, taken back and brought back step by step."""

from __future__ import annotations

import random
from pathlib import Path

from tests.reliability.doors import CHANGING
from tests.reliability.shop import Shop, begun


def back_and_forth(folder: Path, seed: int, *, length: int = 20) -> list[str]:
    """Run `length` random commands that change something, undo them all and redo them all; give what was typed.

    Raises AssertionError when a state on the way back or forth is not the one that was left there.
    """
    shop, scene = begun(folder, random.Random(seed))
    first, states, typed = shop.exported(), [shop.kept()], []
    while len(typed) < length:
        words = CHANGING[scene.chance.choice(list(CHANGING))](scene)
        before = shop.newest()
        code, _ = shop(*words)
        assert code in {0, 2, 4}, (words, shop.errors[-1])
        if shop.newest() != before:
            typed.append(" ".join(words))
            states.append(shop.kept())
    last = shop.exported()
    for number in reversed(range(length)):
        _step(shop, "undo")
        _same(shop, states[number], f"undo of {typed[number]}", typed)
    assert shop.exported() == first, typed
    for number in range(length):
        _step(shop, "redo")
        _same(shop, states[number + 1], f"redo of {typed[number]}", typed)
    assert shop.exported() == last, typed
    assert shop.faults() == []
    return typed


def out_of_turn(folder: Path, seed: int, *, length: int = 25) -> list[str]:
    """Run random commands, among them undos and redos of older ones, then undo whatever stands; give what was typed.

    Raises AssertionError when the store is not sound on the way, or when not everything can be taken back in the end.
    """
    shop, scene = begun(folder, random.Random(seed))
    assert shop("undo")[0] == 0
    first, kept, typed = shop.exported(), shop.kept(), []
    assert shop("redo")[0] == 0
    for _ in range(length):
        if scene.chance.random() < 0.4:
            words = [
                scene.chance.choice(("undo", "undo", "redo")),
                str(scene.chance.randint(1, shop.newest())),
            ]
            words = words if scene.chance.random() < 0.8 else words[:1]
        else:
            words = CHANGING[scene.chance.choice(list(CHANGING))](scene)
        code, _ = shop(*words)
        assert code in {0, 2, 4}, (typed, words, shop.errors[-1])
        typed.append(f"{' '.join(words)} -> {code}")
        assert shop.faults() == [], typed
        _computed(shop, typed)
    for _ in range(len(typed) + 2):
        code, _ = shop("undo")
        if code == 4:
            break
        assert code == 0, (typed, shop.errors[-1])
        typed.append("undo")
        assert shop.faults() == [], typed
    assert shop.exported() == first, typed
    differing = {table for table, rows in shop.kept().items() if rows != kept[table]}
    assert not differing, (differing, typed)
    return typed


def _step(shop: Shop, verb: str) -> None:
    code, _ = shop(verb)
    assert code == 0, shop.errors[-1]


def _same(shop: Shop, wanted: dict[str, list[tuple[object, ...]]], step: str, typed: list[str]) -> None:
    differing = {table for table, rows in shop.kept().items() if rows != wanted[table]}
    assert not differing, (step, differing, typed)


def _computed(shop: Shop, typed: list[str]) -> None:
    """Every customer is what computing him anew from his rows gives."""
    from smbcrm.store.sqlite import SqliteStore
    from smbcrm.usecases.merging.compute_customers import compute_customers

    store = SqliteStore.open(shop.data / "crm.db")
    with store.operation("check", at="2026-11-22T00:00:00+00:00", dry_run=True):
        ids = [
            n
            for (n,) in store.read(
                "SELECT id FROM customer UNION SELECT customer_id FROM source_row WHERE customer_id IS NOT NULL"
            )
        ]
        computed = compute_customers(store, ids)
    store.close()
    assert (computed.new, computed.changed, computed.gone) == (0, 0, 0), (computed, typed)
