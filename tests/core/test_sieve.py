"""Of very many texts, none that somebody may be in is left out, however he is written there; and few others pass."""

from __future__ import annotations

import json

from hypothesis import example, given
from hypothesis import strategies as st

from smbcrm.core.forgetting.known import Known
from smbcrm.core.forgetting.sieve import Sieve
from smbcrm.core.forgetting.spellings import Spellings

SIGNS = "abkmKMéüßſ یيىئېےۍکكڪهةہھەۃاأإآٱوؤبپدرزسژ\u200c\u200f\u0640\u064b\u0670\u0301ﻛﻴ0123456789۰۱۲۳۴۵۶۷۸۹٠١٢٣４５()-.,/_،@\n\t\u00a0\u2009\\\"'Ж\x00"
NAME = st.text(st.sampled_from("abkmیکهاوبپدرزسژ -éü"), min_size=1, max_size=9)
DIGITS = st.text(st.sampled_from("0123456789"), min_size=7, max_size=11)
TEXT = st.lists(st.text(st.sampled_from(SIGNS), max_size=12) | NAME | DIGITS, max_size=6).map("".join)


@st.composite
def somebody(draw: st.DrawFn) -> Known:
    return Known(
        names=tuple(draw(st.lists(NAME, max_size=2))), phones=tuple(draw(st.lists(DIGITS, max_size=2))),
        emails=tuple(draw(st.lists(st.sampled_from(("kab@abba.ir", "m7@x.de")), max_size=1))), national_ids=tuple(draw(st.lists(DIGITS, max_size=1))),
    )  # fmt: skip


def written(text: str, draw: st.DataObject) -> str:
    """Write a text in another way."""
    other = {
        "ی": "يىئ",
        "ک": "كڪ",
        "ه": "ةہە",
        "ا": "أآٱ",
        "و": "ؤ",
        "a": "Aá",
        "b": "B",
        "k": "K",
        " ": "\u200c_، -",
        "1": "۱١１",
        "7": "۷٧",
    }
    out = []
    for char in text:
        out.append(draw.draw(st.sampled_from([char, char, *other.get(char, "")])))
        out.append(
            draw.draw(
                st.sampled_from(
                    [
                        "",
                        "",
                        "",
                        "\u200c" if char.isdigit() or not char.isascii() else "",
                        " " if char.isdigit() else "",
                    ]
                )
            )
        )
    return "".join(out)  # fmt: skip


@given(somebody(), st.lists(TEXT, min_size=1, max_size=8), st.data())
def test_none_that_he_may_be_in_is_left_out(one: Known, texts: list[str], data: st.DataObject) -> None:
    spelled = Spellings(one, [7])
    texts += [f"see {written(value, data)}!" for value in one.values] + ['{"who":"C7"}', "C7"]
    texts += [json.dumps([text]) for text in texts]
    texts = data.draw(st.permutations(texts))
    assert list(spelled.may_be_among(texts)) == [n for n, text in enumerate(texts) if spelled.may_be_in(text)]


def test_few_pass_that_he_is_not_in() -> None:
    spelled = Spellings(
        Known(
            names=("مهرداد کیان‌پور", "Mehrdad Kianpour"),
            phones=("+989127778899",),
            emails=("mk@example.com",),
        )
    )
    texts = [
        f"Person {n} مریم رضایی 0935{n:07} p{n}@example.com likes tea, ۱۴۰۳/۰۵/{n % 30}" for n in range(3000)
    ]
    wanted = ("mehrdadkianpour", "مهردادکیانپور", "127778899", "mk@example.com")
    assert Sieve(wanted).passing(texts) == []
    assert list(spelled.may_be_among([*texts, "به مهرداد كيان پور بگو", *texts, "0912-777 ۸۸۹۹"])) == [
        3000,
        6001,
    ]


@example(["", ""])
@given(st.lists(st.just(""), min_size=1))
def test_empty_texts_hold_nobody(texts: list[str]) -> None:
    assert list(Spellings(Known(names=("Ali Rezaei",))).may_be_among(texts)) == []
