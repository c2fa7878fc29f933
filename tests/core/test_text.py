"""What is shown keeps what was typed; what is compared is the same for every way of typing it."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smbcrm.core.text import clean, fold, fold_digits, has_persian, header_key

ZWNJ = "\u200c"

# Letters that meet in real lists, and any others.
texts = st.text(
    st.one_of(
        st.sampled_from("يىکكیةۀهٔئأإآؤ\u200c\u200d\u200e\u202a\u064e\u0640 ۱٢3aZİıßée\u0301ñ\n\t.,-"),
        st.characters(),
    )
)


def test_shown_text_has_persian_letters_and_nothing_unseen() -> None:
    assert clean("\u200f علي\u00a0  كريمي\u202c\u0007 ") == "علی کریمی"


def test_a_joiner_stays_between_letters_only() -> None:
    assert clean(f"علی{ZWNJ}{ZWNJ}رضا{ZWNJ} {ZWNJ}احمدی{ZWNJ}") == f"علی{ZWNJ}رضا احمدی"


def test_lines_stay_where_they_are_asked_for() -> None:
    address = "خیابان وليعصر \r\n  پلاک ۱۲\u2028تهران\n"
    assert clean(address) == "خیابان ولیعصر پلاک ۱۲ تهران"
    assert clean(address, lines=True) == "خیابان ولیعصر\nپلاک ۱۲\nتهران"


def test_escape_codes_never_pass() -> None:
    assert clean("Sara\x0bAhmadi\x1b[31m\x00") == "Sara Ahmadi[31m"


@pytest.mark.parametrize(
    "typed",
    [
        "علی کریمی",
        "علي كريمي",
        f"علی{ZWNJ} کریمی",
        "علی  کریمی ",
        "عَلی کریـمی",
        "\u200fعلی کریمی\u200e",
        "ﻋﻠﻲ ﻛﺮﻳﻤﻲ",
        "علی\u00a0کریمی",
    ],
)
def test_one_name_typed_on_any_keyboard_folds_to_one_text(typed: str) -> None:
    assert fold(typed) == "علی کریمی"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("İZMİR", "izmir"),
        ("IŞIK", "ışık"),
        ("Müller", "MULLER"),
        ("Müller", "Mu\u0308ller"),
        ("Straße", "STRASSE"),
        ("Łukasz Ørsted", "lukasz orsted"),
        ("O’Brien", "O'Brien"),
        ("Jean–Luc", "Jean-Luc"),
        ("ＡＢＣ　１２", "abc 12"),
        ("فاطمة", "فاطمه"),
        ("خانۀ", "خانه"),
        ("آرش", "ارش"),
        ("مؤسسه", "موسسه"),
        ("۰۹۱۲", "٠٩١٢"),
        ("۰۹۱۲", "0912"),
    ],
)
def test_two_spellings_fold_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_yeh_with_hamza_stays_a_letter_of_its_own() -> None:
    assert fold("رئیس") == "رئیس"
    assert fold("ري\u0654يس") == "رئیس"


def test_punctuation_is_kept_to_compare() -> None:
    assert fold("Acme, Inc. (No. 2) #1") == "acme, inc. (no. 2) #1"


def test_no_letter_of_unicode_slips_through_unclean() -> None:
    unseen = {"Cc", "Cf", "Cs"}
    every = [
        chr(code)
        for code in range(0x110000)
        if unicodedata.category(chr(code)) in unseen or chr(code).isspace()
    ]
    assert {clean(f"a{char}b") for char in every} == {"ab", "a b", f"a{ZWNJ}b"}


@given(texts)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(texts)
def test_cleaning_changes_no_comparison(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert fold(clean(text)).replace(" ", "") == fold(text).replace(" ", "")


@given(st.text(st.characters(max_codepoint=126)))
def test_the_short_way_for_ascii_gives_what_the_long_way_gives(text: str) -> None:
    assert fold(text) == fold(text + "é").removesuffix("e").rstrip()


def test_digits_of_every_script_become_latin_and_places_stay() -> None:
    assert fold_digits("کد ۱۲-٣٤ (५)") == "کد 12-34 (5)"


def test_two_spellings_of_a_heading_have_one_key() -> None:
    keys = {
        header_key(h)
        for h in (f"  شماره{ZWNJ}ی موبايل ", "شماره ی موبایل", "شمارهی-موبایل:", "شماره_ی_موبایل")
    }
    assert keys == {"شمارهیموبایل"}
    assert header_key("E-MAIL  address") == "emailaddress"
    assert header_key("İl") == "il"
    assert header_key(" - ") == ""


def test_only_letters_of_the_arabic_script_make_a_text_persian() -> None:
    assert [has_persian(t) for t in ("سارا", "Sara ا", "ﺳﺎﺭﺍ", "۰۹۱۲", "Sara،", "Müller", "")] == [
        True, True, True, False, False, False, False,
    ]  # fmt: skip
