"""Garbled text is set right when it goes back whole; right text is never touched."""

import codecs
import csv
import io

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from smbcrm.readers.open_file import Reading, read_stream
from smbcrm.readers.text.mojibake import mend_page, mend_text
from tests.readers.awkward_packages import cell_xml, sheet_xml, xlsx

# Made-up names and places as people write them in many languages, with the signs that stand beside them.
RIGHT = {
    "fa": "سارا احمدی،رضا کریمی،«گلپایگان»،۰۹۱۲۳۴۵۶۷۸۹،کافه‌ی نو،۱۲٬۵۰۰٬۰۰۰،آژانس رگ تک",
    "ar": "محمد العلي،فاطمة الزهراء؛القاهرة؟ أحمد طلعت، عظيم غالب",
    "de": "Jörg Müller GmbH & Co. KG,Köln,10 °C,GRÜSSE…,„Weiß“,§ 5,ÄÖÜ",
    "fr": "René Lefèvre,L’Haÿ-les-Roses,«Hélène»,CAFÉ®,VOILÀ…,Œuvre,n° 5,ÉLÈVE™",
    "es": "José Núñez,PEÑA’S,¿Qué?,¡Olé!,1ª,2º,ÁÉÍÓÚ",
    "pt": "João Gonçalves,IRMÃ™,MAÇÃ…,CONCEIÇÃO,SÃO PAULO,IRMÃ",
    "tr": "Ayşe Yılmaz,AKDAĞ’IN,GÜMÜŞ’ÜN,İbrahim,ŞİŞLİ",
    "vi": "Nguyễn Thị Ánh,Trần Văn Đức,XÃ,NGÃ®,Đà Nẵng,HÀ,Lê Quý Đôn",
    "pl": "Łukasz Wójcik,ŻÓŁĆ™,Kraków",
    "cs": "Jiří Dvořák,ČESKÁ®,Růžička",
    "da": "Søren Ærø,Åsa,ÅRHUS™,Ørsted©,BLÅ»,SMØ",
    "ru": "Иван Петров,«Москва»,Пётр,№ 5",
    "el": "Γιώργος Παπαδόπουλος,Αθήνα",
    "he": "דוד כהן,ירושלים",
    "zh": "王小明,東京",
    "signs": "€ 5,½,™,©,… – — ’ “x”,²,³,µ",
}
_WORDS = st.sampled_from(
    sorted({word for text in RIGHT.values() for word in text.replace("،", ",").split(",")})
)
_PAGES = ("cp1252", "latin-1", "cp1256", "cp1254")


def _opened_in(page: str, text: str) -> str:
    """Give a text as a program shows it that takes its UTF-8 for an old code page."""
    letters = [bytes([byte]).decode(page, "replace") for byte in range(256)]
    return "".join(chr(b) if letters[b] == "\ufffd" else letters[b] for b in text.encode())


def _read(text: str | bytes, name: str = "list.csv", **options: str) -> Reading:
    return read_stream(text.encode() if isinstance(text, str) else text, name=name, **options)  # type: ignore[arg-type]


@given(st.lists(_WORDS, min_size=1, max_size=12).map(",".join))
@example(RIGHT["fr"])
def test_right_text_is_never_touched(text: str) -> None:
    assert mend_text(text) is None


@given(st.text(max_size=40))
def test_any_other_text_is_right_or_becomes_what_was_garbled(text: str) -> None:
    mended = mend_text(text)
    assert mended is None or _opened_in(mended[1], mended[0]) == text.removeprefix(
        _opened_in(mended[1], "\ufeff")
    )


@pytest.mark.parametrize("text", ["Ø´", "Ć´", "Â°", "â€™", "ROMÃ©"])
def test_two_signs_alone_are_left_as_they_are(text: str) -> None:
    assert mend_text(text) is None


@pytest.mark.parametrize("page", _PAGES)
@pytest.mark.parametrize(
    "language", ["fa", "ar", "de", "fr", "es", "pt", "tr", "vi", "pl", "cs", "da", "ru", "el", "he"]
)
def test_garbled_text_of_every_language_is_set_right(language: str, page: str) -> None:
    mended = mend_text(_opened_in(page, RIGHT[language]))
    assert mended
    assert mended[0] == RIGHT[language]


def test_text_that_was_garbled_twice_is_set_right() -> None:
    assert mend_text(_opened_in("cp1252", _opened_in("cp1252", "سارا احمدی"))) == ("سارا احمدی", "cp1252")


@pytest.mark.parametrize("page", ["cp1252", "cp1256"])
def test_a_garbled_list_is_read_right_and_that_is_said(page: str) -> None:
    rows = [["نام", "شهر"], ["سارا احمدی", "تهران"], ["رضا، فروشگاه", "قم"]]
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    reading = _read(codecs.BOM_UTF8 + _opened_in(page, text.getvalue()).encode())
    assert [list(row) for row in reading.grids[0].rows] == rows
    assert [str(note) for note in reading.notes] == [
        f"the text was UTF-8 that had been opened as {page} and saved again; it was set right"
        " (to read it as it stands, give --encoding utf-8)"
    ]
    assert (reading.grids[0].problems, reading.doubt) == ((), None)


def test_a_garbled_mark_at_the_start_is_no_part_of_the_first_heading() -> None:
    assert _read(_opened_in("cp1252", "\ufeffName,Phone\nSara,0912\n")).grids[0].rows[0] == ["Name", "Phone"]


def test_a_workbook_made_from_a_garbled_list_is_read_right() -> None:
    names = ["نام", "سارا", "رضا"]
    cells = "".join(
        f'<row r="{n}">{cell_xml(f"A{n}", _opened_in("cp1252", name))}</row>'
        for n, name in enumerate(names, 1)
    )
    reading = _read(xlsx(sheet_xml(cells)), "list.xlsx")
    assert reading.grids[0].rows == [[name] for name in names]
    assert len(reading.notes) == 1


@pytest.mark.parametrize(
    "rows",
    [
        ["Name", "مریم", _opened_in("cp1252", "سارا احمدی")],  # only some rows
        ["Name", "Ali", _opened_in("cp1252", "فرهاد فروتن").replace("\x81", "?")],  # a letter was lost
        ["Name", "مریم", _opened_in("cp1256", "سارا احمدی")],
    ],
)
def test_text_that_does_not_go_back_whole_stays_and_is_pointed_out(rows: list[str]) -> None:
    [grid] = _read("\n".join(rows)).grids
    assert grid.rows == [[row] for row in rows]
    assert [(problem.row, str(problem.what)) for problem in grid.problems] == [
        (3, "the text looks garbled, as if it was once saved in the wrong encoding; export it anew as UTF-8")
    ]


def test_right_text_is_not_pointed_out() -> None:
    for text in RIGHT.values():
        assert _read(f"Name\n{text}\n").grids[0].problems == ()


def test_the_owner_who_names_the_encoding_gets_the_text_as_it_stands() -> None:
    garbled = _opened_in("cp1252", "سارا احمدی")
    reading = _read(f"Name\n{garbled}\n", encoding="utf-8")
    assert (reading.grids[0].rows, reading.notes) == ([["Name"], [garbled]], ())


@pytest.mark.parametrize(("language", "page"), [("fa", "cp1256"), ("ar", "cp1256"), ("el", "cp1253")])
def test_words_that_were_taken_for_western_letters_are_set_right(language: str, page: str) -> None:
    words = [
        word.replace("ی", "ي").replace("ک", "ك") for word in RIGHT[language].replace("،", ",").split(",")
    ]
    right = [word for word in words if word.encode(page, "ignore").decode(page) == word]
    taken = [word.encode(page).decode("latin-1").translate(_WESTERN) for word in [*right, "Sara 12", "0912"]]
    reading = _read("\n".join(["Name", *taken]))
    assert [row[0] for row in reading.grids[0].rows[1:]] == [*right, "Sara 12", "0912"]
    assert page in str(reading.notes[0])


_WESTERN = {
    byte: bytes([byte]).decode("cp1252", "replace").replace("\ufffd", chr(byte)) for byte in range(128, 256)
}


@given(st.lists(_WORDS, min_size=1, max_size=12).map(",".join))
@example("õ,ä,ö,ü,Õ,Ä,Ö,Ü")
@example("ÉCOLE,ÀÉ,ÑANDÚ,ÅÄÖ,ÄÖÜ,ÁÉÍÓÚ,ÇÇ")
def test_western_words_are_never_taken_for_another_script(text: str) -> None:
    assert mend_page(text) is None
