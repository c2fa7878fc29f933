"""A whole name taken apart for a card."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smbcrm.core.naming.name_parts import NameParts, split_name


def name(prefix: str, first: str, last: str, suffix: str = "") -> NameParts:
    return NameParts(prefix=prefix, first=first, last=last, suffix=suffix)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Sara Ahmadi", name("", "Sara", "Ahmadi")),
        ("Ahmadi, Sara", name("", "Sara", "Ahmadi")),
        ("احمدی، سارا", name("", "سارا", "احمدی")),
        ("von der Heide, Anna-Lena", name("", "Anna-Lena", "von der Heide")),
        ("Dr. Anna-Lena von der Heide", name("Dr.", "Anna-Lena", "von der Heide")),
        ("Smith, John, PhD", name("", "John", "Smith", "PhD")),
        ("John Smith, Jr.", name("", "John", "Smith", "Jr.")),
        ("John Smith III", name("", "John", "Smith", "III")),
        ("Smith, Dr.", name("Dr.", "", "Smith")),
        ("Smith, Dr. John", name("Dr.", "John", "Smith")),
        ("Mr. K. Jenkins", name("Mr.", "K.", "Jenkins")),
        ("J. R. R. Tolkien", name("", "J. R. R.", "Tolkien")),
        ("DUPONT Jean", name("", "Jean", "DUPONT")),
        ("Jean DUPONT", name("", "Jean", "DUPONT")),
        ("سارا احمدی", name("", "سارا", "احمدی")),
        ("خانم مهندس سارا احمدی", name("خانم مهندس", "سارا", "احمدی")),
        ("جناب آقای دکتر علي رضايي", name("جناب آقای دکتر", "علی", "رضایی")),
        ("سید علی حسینی", name("", "سید علی", "حسینی")),
        ("محمد رضا احمدی نژاد", name("", "محمد رضا", "احمدی نژاد")),
        ("Don Johnson", name("", "Don", "Johnson")),
        ("John E Smith", name("", "John E", "Smith")),
        ("Mary Church", name("", "Mary", "Church")),
        ("Bay Ahmet Yılmaz", name("Bay", "Ahmet", "Yılmaz")),
        ("مرحوم حاج علی کریمی", name("مرحوم حاج", "علی", "کریمی")),
        ("الشيخ خالد العتيبي", name("الشیخ", "خالد", "العتیبی")),
        ("خالد الشيخ", name("", "خالد", "الشیخ")),
    ],
)
def test_the_parts_of_a_name(text: str, parts: NameParts) -> None:
    assert split_name(text) == parts


@pytest.mark.parametrize(
    "text",
    ["", "علی", "Null", "Acme Trading Co.", "Acme Trading Co. (Mr. Bahrami)", "Acme, Inc.", "شرکت پارس - آقای کریمی",
     "فروشگاه سارا", "Smith & Sons", "Volvo AB", "Juan García López", "Yo Yo Ma", "Rose Bakery", "Shop 24", "a, b, c", "sara@example.com"],
)  # fmt: skip
def test_a_name_that_cannot_be_told_apart_is_left_whole(text: str) -> None:
    assert split_name(text) == NameParts()


@given(st.text(st.sampled_from("سارا احمدی علی،,.-() Sara von Dr"), max_size=30))
def test_no_word_is_made_up(text: str) -> None:
    parts = split_name(text)
    typed = sorted(text.replace("،", " ").replace(",", " ").split())
    found = sorted(" ".join((parts.prefix, parts.first, parts.last, parts.suffix)).split())
    if parts.first or parts.last:
        assert found == typed
