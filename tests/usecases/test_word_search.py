"""Whoever has a text in what is known of him is found by it, whatever the text is made of; the index leaves nobody out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smbcrm.core.text import fold
from smbcrm.store.sqlite import SqliteStore
from smbcrm.usecases.find_customer import candidates

TEXTS = [
    "sara ahmadi 09121234567 shiraz",
    "سارا احمدی 989121234567 شیراز",
    'o"neill & sons oneill@example.com',
    "aaaaabaaaa 1111112111",
    "100% wool_shop and or not near",
    "ze é 中文字符",
]


@pytest.fixture(scope="module")
def store() -> SqliteStore:
    made = SqliteStore.open(":memory:")
    with made.operation("import", at="2026-11-22T00:00:00+00:00"):
        made.insert(
            "customer",
            "id, lead, rows, name, company, phone, email, city, tags, fields, search",
            ((n, n, 1, text, "", "", "", "", "", "{}", fold(text)) for n, text in enumerate(TEXTS, start=1)),
        )
    return made


@given(data=st.data())
def test_every_piece_of_a_text_finds_those_who_have_it(store: SqliteStore, data: st.DataObject) -> None:
    text = fold(data.draw(st.sampled_from(TEXTS)))
    start = data.draw(st.integers(0, len(text) - 1))
    piece = text[start : start + data.draw(st.integers(1, 12))].strip()
    words = piece.split()
    expected = [n for n, other in enumerate(TEXTS, start=1) if all(word in fold(other) for word in words)]
    assert [customer for customer, _ in candidates(store, words)] == (expected if words else [])
