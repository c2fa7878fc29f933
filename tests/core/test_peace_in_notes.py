"""A note that says plainly that somebody is not to be contacted is heard; one that tells a time, a place or another way is not."""

from __future__ import annotations

import pytest

from smbcrm.core.grid import Grid
from smbcrm.core.layout import LayoutOptions, Table, find_table
from smbcrm.core.rows import ParsedSheet, parse_table
from smbcrm.core.sheets.values.peace_in_notes import asks_for_peace
from smbcrm.readers.headers import load_headers


def read(*rows: str) -> ParsedSheet:
    lines = [line.split("|") for line in rows]
    grid = Grid(file="x", sheet="", rows=lines, row_numbers=range(1, len(lines) + 1), kind="csv")
    found = find_table(grid, load_headers(), options=LayoutOptions())
    assert isinstance(found, Table), found
    return parse_table(found, country="GB")


@pytest.mark.parametrize(
    "note",
    [
        "do not call", "VIP. Please do NOT contact again!", "Don’t contact him", "DNC", "do-not-call", "deceased - do not call", "asked not to be contacted", "never call",
        "no more calls please", "bitte nicht anrufen", "möchte nicht angerufen werden", "kein Kontakt mehr erwünscht", "ne plus contacter", "no volver a llamar", "Lütfen aramayınız",
        "ARAMAYIN", "لطفاً دیگر تماس نگیرید", "تماس نگيريد", "به هیچ وجه زنگ نزنید", "مایل به تماس نیست", "لا تتصل", "non chiamare", "не звонить", "niet bellen", "请勿联系",
    ],
)  # fmt: skip
def test_a_plain_note_is_heard(note: str) -> None:
    row = read("Name|Phone|Notes", "Ann Lee|+442071234567|likes tea", f"Bob Ray|+442071234568|{note}").rows[1]
    assert (row.fields.get("do_not_contact"), row.fields.get("notes")) == (True, note.replace("ي", "ی"))


@pytest.mark.parametrize(
    "note",
    [
        "do not call before 10", "don't call on Sundays", "do not call his wife", "Do not call, only e-mail", "email only, do not call", "did not call", "never called", "no contact",
        "removed from do not call list", "do not contact by phone", "abends nicht anrufen", "nicht vor 10 anrufen", "ne pas appeler le matin", "no llamar por la tarde",
        "sabah aramayın", "قبل از ۱۰ تماس نگیرید", "شب‌ها تماس نگیرید", "با منزل تماس نگیرید", "تماس نگیرید تا شنبه", "تماس نگرفت", "не звонить по утрам", "please call",
    ],
)  # fmt: skip
def test_a_time_a_place_or_another_way_forbids_no_contact(note: str) -> None:
    assert not asks_for_peace(note)


def test_it_is_said_whose_notes_were_heard_and_a_column_of_its_own_is_not_told_again() -> None:
    sheet = read(
        "Name|Phone|Do not contact|Notes|Tags",
        "Ann Lee|+442071234567|yes|do not call",
        "Bob Ray|+442071234568|no|do not call",
        "Cyd Poe|+442071234569|||VIP, do not contact",
        "Dan Fox|+442071234560||do not call after six",
    )
    assert [row.fields.get("do_not_contact") for row in sheet.rows] == [True, True, True, None]
    told = "2 notes ask not to be contacted and are heard: rows 3, 4; `smbcrm set ID do_not_contact=no` says otherwise"
    assert told in [str(note) for note in sheet.notes]
