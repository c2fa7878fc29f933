"""Whatever is written can be taken back exactly, newest first or out of turn, and never half."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smbcrm.errors import NotFoundError, UsageError
from smbcrm.store.sqlite import SqliteStore

NOW = "2026-11-22T00:00:00+00:00"


def content(store: SqliteStore) -> list[tuple[Any, ...]]:
    return list(store.read("SELECT id, key, value FROM setting ORDER BY id"))


def put(store: SqliteStore, keys: Sequence[str], value: str) -> int:
    with store.operation("put", at=NOW) as operation:
        first = store.allocate("setting", len(keys))
        store.insert("setting", "id, key, value", [(first + n, key, value) for n, key in enumerate(keys)])
    return operation


def change(store: SqliteStore, ids: Sequence[int], value: str) -> int:
    with store.operation("change", at=NOW) as operation:
        store.update("setting", "id, value", [(number, value) for number in ids])
    return operation


def undo(store: SqliteStore, operation: int | None = None) -> None:
    with store.operation("undo", at=NOW):
        store.undo(operation)


def test_undo_takes_back_inserts_updates_and_deletes() -> None:
    store = SqliteStore.open(":memory:")
    put(store, ["a", "b", "c"], "1")
    before = content(store)
    with store.operation("all", at=NOW):
        store.insert("setting", "id, key, value", [(store.allocate("setting"), "d", "2")])
        store.update("setting", "id, value", [(1, "2"), (3, "2")])
        store.delete("setting", [2])
    assert content(store) == [(1, "a", "2"), (3, "c", "2"), (4, "d", "2")]
    undo(store)
    assert content(store) == before


def test_undoing_an_undo_is_redo() -> None:
    store = SqliteStore.open(":memory:")
    put(store, ["a"], "1")
    change(store, [1], "2")
    after = content(store)
    undo(store)
    ((newest,),) = store.read("SELECT max(id) FROM operation")
    undo(store, newest)
    assert content(store) == after
    undo(store)
    assert content(store) == [(1, "a", "1")]


def test_an_operation_that_changes_nothing_leaves_no_trace() -> None:
    store = SqliteStore.open(":memory:")
    put(store, ["a"], "1")
    change(store, [1], "1")
    assert list(store.read("SELECT verb FROM operation")) == [("put",)]


def test_a_dry_run_is_taken_back() -> None:
    store = SqliteStore.open(":memory:")
    with store.operation("put", at=NOW, dry_run=True):
        store.insert("setting", "id, key, value", [(store.allocate("setting"), "a", "1")])
        assert content(store) == [(1, "a", "1")]
    assert content(store) == []


def test_a_failure_inside_an_operation_leaves_nothing() -> None:
    store = SqliteStore.open(":memory:")
    with pytest.raises(RuntimeError), store.operation("put", at=NOW):
        store.insert("setting", "id, key, value", [(store.allocate("setting"), "a", "1")])
        raise RuntimeError
    assert content(store) == []
    assert list(store.read("SELECT * FROM journal")) == []


def test_an_older_operation_is_undone_when_nothing_builds_on_it() -> None:
    store = SqliteStore.open(":memory:")
    first = put(store, ["a"], "1")
    put(store, ["b"], "1")
    undo(store, first)
    assert content(store) == [(2, "b", "1")]


def test_an_older_operation_that_is_built_on_is_kept_and_the_later_one_named() -> None:
    store = SqliteStore.open(":memory:")
    first = put(store, ["a"], "1")
    later = change(store, [1], "2")
    with pytest.raises(UsageError) as refusal:
        undo(store, first)
    assert (
        str(refusal.value) == f"operation {first} cannot be undone: later ones build on it ({later} change)"
    )
    assert content(store) == [(1, "a", "2")]


def test_ids_are_never_used_twice() -> None:
    store = SqliteStore.open(":memory:")
    put(store, ["a", "b"], "1")
    undo(store)
    put(store, ["c"], "1")
    assert content(store) == [(3, "c", "1")]


def test_there_is_nothing_to_undo_in_an_empty_store() -> None:
    store = SqliteStore.open(":memory:")
    with pytest.raises(NotFoundError):
        undo(store)


STEP = st.one_of(
    st.tuples(st.just("put"), st.integers(1, 3)),
    st.tuples(st.just("change"), st.lists(st.integers(1, 12), max_size=4)),
    st.tuples(st.just("delete"), st.lists(st.integers(1, 12), max_size=3)),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(STEP, min_size=1, max_size=3), max_size=8))
def test_any_sequence_of_operations_is_undone_step_by_step(operations: list[list[tuple[str, Any]]]) -> None:
    store = SqliteStore.open(":memory:")
    past: list[list[tuple[Any, ...]]] = []
    for number, steps in enumerate(operations):
        before = content(store)
        with store.operation("steps", at=NOW):
            for verb, what in steps:
                if verb == "put":
                    first = store.allocate("setting", what)
                    store.insert(
                        "setting", "id, key, value", [(first + n, f"k{first + n}", "") for n in range(what)]
                    )
                elif verb == "change":
                    store.update("setting", "id, value", [(one, f"{number}.{one}") for one in set(what)])
                else:
                    store.delete("setting", what)
            changed = store.changed()
        if changed:
            past.append(before)
    for before in reversed(past):
        undo(store)
        assert content(store) == before
